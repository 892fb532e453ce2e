"""当事人应当履行的: what is said, as a paper is drawn up, of what parties owe by it (ARL 78)."""

from collections.abc import Collection
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.enforcing import enforcer_of_all
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.law.article import ARL
from shared.law.procedure import Refused

GIVING: Final = frozenset({ActKind.INACTION, ActKind.BENEFIT, ActKind.DISCLOSURE})
"""Acts by which something was asked of the organ: upheld, they oblige no party to anything."""

FINDING: Final = frozenset({ActKind.COMPENSATION, ActKind.WORK_INJURY})
"""Acts that say what the organ pays, or what a case was: upheld, they are no party's to perform."""


def obliges_nobody(case: Case) -> bool:
    """Whether an act of its kind demands nothing of a party, if nobody says that it does (ARL 11).

    What was paid may be asked back (追回待遇): then the draft says who owes it.
    """
    asked = case.act is ActKind.LICENCE and case.requested_on is not None
    return case.act in GIVING | FINDING or case.omission is True or asked


def must_be_owed(case: Case, said: Draft) -> None:
    """What a draft says that parties have to perform.

    Raises:
        Refused: None of the acts is upheld or changed, or one is named who is no party.
    """
    if not said.duties:
        return
    if enforcer_of_all(said.outcomes) is None:
        raise Refused("维持、变更的决定，才写明当事人应当履行的内容", ARL[78])
    must_be_of_parties(case, said.duties)


def must_be_said_of_all(duties: PartyDuties, joined_since: Collection[UUID]) -> None:
    """Who joined after a paper was drawn up is asked too; where nobody was, it is said afterwards.

    Raises:
        Refused: It says who owes, and nothing of somebody who joined since.
    """
    if duties is not None and joined_since:
        text = "拟稿、制作以后参加的第三人是否应当履行，尚未写明；重新拟稿、制作，一并写明"
        raise Refused(text, ARL[78])


def must_be_of_parties(case: Case, duties: PartyDuties, *, not_before: date | None = None) -> None:
    """Each is named once, and is a party of the case.

    Raises:
        Refused: It is not so, or one would have to perform before the paper is drawn up.
    """
    named = [one.person_id for one in duties or ()]
    if len(set(named)) < len(named) or not set(named) <= set(case.addressees):
        raise Refused("应当履行的，是本案的申请人、第三人，每人写一次", ARL[78])
    if not_before and any(o.perform_by and o.perform_by < not_before for o in duties or ()):
        raise Refused("当事人的履行期限不得早于制作之日", ARL[73].par(1))
