"""What the law asks of the file of what follows a case, for the books (ARL 34, 75 to 79, 85)."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from services.reconsideration.domain import lawful_after
from services.reconsideration.domain.aftermath import Aftermath
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import (
    CorrectionServed,
    DecisionCopied,
    ServedAgain,
)
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    LiabilityHandedOver,
    OpinionLetterReceived,
    RecommendationIssued,
)
from shared.contracts.reconsideration.refusal import RefusalServed
from shared.law.article import ARL, ARR2026, CPL
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.verify.files import Lawful, Lived

V = TypeVar("V", bound=CaseFile)


def each(kind: type[Fact], check: Callable[[V, Any], None], lived: Lived[V]) -> bool:
    """Whether `check` refuses no page of this kind."""
    try:
        for case, fact in lived.of(kind):
            check(case, fact)
    except Refused:
        return False
    return True


def letters(lived: Lived[Aftermath]) -> bool:
    """Whether what was received and reported are letters that were issued."""
    return each(OpinionLetterReceived, lawful_after.letter_received, lived) and each(
        CorrectionReported, lawful_after.correction_reported, lived
    )


AFTERWARDS: Final[tuple[Lawful[Aftermath], ...]] = (
    Lawful(
        "corrections",
        "补正通知书送达每一名受送达人，各一次",
        CPL[157].par(1, 7),
        partial(each, CorrectionServed, lawful_after.correction_served_on_all),
    ),
    Lawful(
        "again",
        "重新送达的，起诉期限自重新送达起不少于十五日",
        ARL[75].par(2),
        partial(each, ServedAgain, lawful_after.suit_runs_anew),
    ),
    Lawful(
        "refused",
        "不予受理决定书送达每一名申请人，起诉期限自收到起不少于十五日",
        ARL[34],
        partial(each, RefusalServed, lawful_after.refusal_served_in_order),
    ),
    Lawful(
        "copied",
        "只抄告以本级政府工作部门为被申请人的决定书",
        ARL[79].par(2),
        partial(each, DecisionCopied, lawful_after.copied_where_owed),
    ),
    Lawful(
        "letters",
        "意见书收到、报送在制发之后，由收到的机关报送",
        ARL[76],
        letters,
    ),
    Lawful(
        "recommendations",
        "建议书写明希望答复的期限，当日的条例列有这一类规定",
        ARR2026[69],
        partial(each, RecommendationIssued, lawful_after.recommended),
    ),
    Lawful(
        "handed",
        "材料移送依法接受的机关",
        ARL[85],
        partial(each, LiabilityHandedOver, lawful_after.handed_over),
    ),
)
"""By the names of the rules, in the order of the statute."""
