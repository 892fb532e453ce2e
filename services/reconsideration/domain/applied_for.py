"""认定回应申请: what was found is of what was applied for (ARL 66, 69, 71)."""

from collections.abc import Sequence

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.request import Request
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused
from shared.law.reconsidering.omission import omits


def check_applied_for(case: Case, findings: Sequence[Finding]) -> None:
    """Inaction is judged as inaction, an agreement as an agreement; no act of either is upheld.

    The other way stays open: of what was applied for as an act it may turn out that the organ did
    not act at all. Nothing is asked of what is not tried (ARL 33; ARR2026 37). Of several acts that
    are applied for along with each other one at least is of that sort: the file says it of itself.
    What is asked is what was last asked 变更后的请求, if it was changed.

    Raises:
        Refused: It is not said how it stands with the duty (ARL 66), or with the agreement
            (ARL 71), or whether it is void is not answered as it is asked now (ARL 67).
    """
    tried = [one for one in findings if one.qualifies and not one.hopeless]
    if not tried:
        return
    asked = case.request
    silent = asked.of_inaction if asked else None
    if silent is None:
        silent = omits(case.act, case.act_done_on, said=case.omission)
    if silent and all(one.duty is None for one in tried):
        text = "申请的是不履行法定职责，应当认定被申请人有无该职责、是否履行，不按行政行为认定"
        raise Refused(text, ARL[66])
    if case.act is ActKind.AGREEMENT and all(one.breach is None for one in tried):
        text = "申请的是行政协议，应当认定订立、履行、变更、解除协议的情形，不按一般行政行为认定"
        raise Refused(text, ARL[71])
    if asked:
        _check_invalid(asked, tried)


def _check_invalid(asked: Request, tried: Sequence[Finding]) -> None:
    """Whether it is asked to be found void, as the changed request says it (ARL 67; ARR2026 61)."""
    found = any(one.asks_invalid for one in tried)
    if found and not asked.asks_invalid:
        text = f"申请人已于{asked.changed_on}变更请求，不再申请确认无效，按变更后的请求认定"
        raise Refused(text, ARR2026[61].par(1, 1))
    if asked.asks_invalid and not found:
        text = f"申请人已于{asked.changed_on}变更请求，申请确认无效，按变更后的请求认定"
        raise Refused(text, ARL[67])
