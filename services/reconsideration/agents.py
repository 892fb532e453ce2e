"""What reconsideration does when it hears other offices, and itself."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.reconsideration.commands import aftermath, handling
from services.reconsideration.store import aftermath_of
from shared.contracts.consultation import OpinionGiven
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import DecisionDelivered, ReconsiderationTerminated
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.office import Heard, Listens
from shared.work import Work


def record_opinion(work: Work, fact: OpinionGiven) -> None:
    """记录咨询意见: the committee has spoken, and its opinion goes on the file (ARL 52)."""
    head, case_id = fact.head, fact.request_case_id
    handling.record_opinion(
        work, case_id, head.case_id, fact.opinion_id, fact.stance, by=CLOCK, on=head.on
    )


def case_and_aftermath(fact: Fact) -> Iterable[UUID]:
    """A case that is at its end, and the file of what follows."""
    return (fact.head.case_id, aftermath_of(fact.head.case_id))


def open_aftermath(work: Work, fact: Fact) -> None:
    """结案之后开立后续案卷, from the day on which the case came to its end (RULES 90)."""
    aftermath.open_file(work, fact.head.case_id, on=fact.head.on)


LISTENS: Final[Listens] = {
    **dict.fromkeys(
        (DecisionDelivered, MediationDocumentSealed, ReconsiderationTerminated),
        Heard(open_aftermath, files=case_and_aftermath),
    ),
    OpinionGiven: Heard(record_opinion, files=lambda fact: [fact.request_case_id]),
}
"""The facts that reconsideration hears."""
