"""文书种类: which papers there are, which act each tells of, whom it is for, and its article."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    CopySent,
    DecisionExtended,
    DecisionMade,
    ReconsiderationTerminated,
    SupplementNotified,
)
from shared.contracts.reconsideration.hearing_held import HearingSet
from shared.contracts.reconsideration.higher import ElevationOrdered
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.settling import MediationDocumentDrawn
from shared.errors import Unknown
from shared.law.article import ARL, ARR2026, Article
from shared.office import Printed

RECEIPT: Final = "-receipt"
"""What the name of a paper ends in where its 送达回证 is meant."""

PATH: Final = "/reconsiderations/{case_id}/papers/made/{sort}.{form}"


class To(StrEnum):
    """Whom a paper is for, and who signs for it 受送达人."""

    APPLICANTS = "applicants"  # 申请人
    RESPONDENT = "respondent"  # 被申请人
    PARTIES = "parties"  # 各方当事人


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of paper 文书种类."""

    name: str
    term: str
    of: type[Fact]
    """The fact that it tells of; of several, the newest."""
    to: To
    article: Article
    """Where the law asks for it."""
    text: str = ""
    """The field of that fact which names the text to be printed; empty where there is none."""


SORTS: Final[Mapping[str, Sort]] = {
    sort.name: sort
    for sort in (
        Sort(
            *("supplement", "补正通知书", SupplementNotified, To.APPLICANTS),
            *(ARL[31].par(1), "notice_id"),
        ),
        Sort("acceptance", "受理通知书", ApplicationAccepted, To.APPLICANTS, ARL[30].par(1)),
        Sort(
            *("declination", "不予受理决定书", ApplicationDeclined, To.APPLICANTS),
            *(ARL[30].par(2), "reason_id"),
        ),
        Sort(
            *("not-handled", "不再处理告知书", NotHandledAgain, To.APPLICANTS),
            *(ARR2026[37].par(2), "letter_id"),
        ),
        Sort("reply-notice", "提出答复通知书", CopySent, To.RESPONDENT, ARL[48]),
        Sort(
            *("elevation", "提级审理通知书", ElevationOrdered, To.PARTIES),
            *(ARR2026[40].par(3), "letter_id"),
        ),
        Sort(
            *("extension", "延长审理期限通知书", DecisionExtended, To.PARTIES),
            *(ARL[62].par(1), "reason_id"),
        ),
        Sort(
            *("hearing-notice", "听证通知书", HearingSet, To.PARTIES),
            *(ARL[51].par(1), "letter_id"),
        ),
        Sort(
            *("mediation", "行政复议调解书", MediationDocumentDrawn, To.PARTIES),
            *(ARL[73].par(1), "mediation_document_id"),
        ),
        Sort("decision", "行政复议决定书", DecisionMade, To.PARTIES, ARL[75].par(1), "paper_id"),
        Sort("termination", "终止通知书", ReconsiderationTerminated, To.PARTIES, ARL[41]),
    )
}
"""By name."""

PRINTED: Final = tuple(
    Printed(f"{sort.name}{ending}", f"{sort.term}{more}", (sort.of,), PATH)
    for sort in SORTS.values()
    for ending, more in (("", ""), (RECEIPT, "的送达回证"))
)
"""The same for the case page, each with its 送达回证."""


def sort_of(name: str) -> tuple[Sort, bool]:
    """A sort of paper by its name, and whether its 送达回证 is meant.

    Raises:
        Unknown: There is none of that name.
    """
    found = SORTS.get(name.removesuffix(RECEIPT))
    if found is None:
        raise Unknown("没有这种文书")
    return found, name.endswith(RECEIPT)
