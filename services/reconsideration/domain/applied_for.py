"""认定回应申请: what was found is of what was applied for (ARL 66, 69, 71)."""

from collections.abc import Sequence

from services.reconsideration.domain.case import Case
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.law.reconsidering.omission import omits


def check_applied_for(case: Case, findings: Sequence[Finding]) -> None:
    """Inaction is judged as inaction, an agreement as an agreement; no act of either is upheld.

    The other way stays open: of what was applied for as an act it may turn out that the organ did
    not act at all. Nothing is asked of what is not tried (ARL 33; ARR2026 37). Of several acts that
    are applied for along with each other one at least is of that sort: the file says it of itself.

    Raises:
        Refused: It is not said how it stands with the duty (ARL 66), or with the agreement
            (ARL 71).
    """
    tried = [one for one in findings if one.qualifies and not one.hopeless]
    if not tried:
        return
    silent = omits(case.act, case.act_done_on, said=case.omission)
    if silent and all(one.duty is None for one in tried):
        text = "申请的是不履行法定职责，应当认定被申请人有无该职责、是否履行，不按行政行为认定"
        raise Refused(text, ARL[66])
    if case.act is ActKind.AGREEMENT and all(one.breach is None for one in tried):
        text = "申请的是行政协议，应当认定订立、履行、变更、解除协议的情形，不按一般行政行为认定"
        raise Refused(text, ARL[71])
