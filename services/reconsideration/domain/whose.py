"""由谁办理: of which party an act of enforcement is, and whether it may be done now (ARL 78)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.debts import OPEN, Debt, Stand
from shared.contracts.reconsideration.at_court import CourtRefusal
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.law.suing import COURT_ABOVE


def of_party(file: Aftermath, person_id: UUID | None, department: str) -> Debt:
    """What a party owes; the only one that owes anything, where none is named.

    Raises:
        Refused: It owes nothing any more, several do and none is named, or it is another organ's
            affair (ARL 78).
    """
    still = [one for one in file.debts if one.stand in OPEN]
    found = [one for one in still if person_id in (None, one.person_id)]
    if not found:
        raise Refused("该当事人没有尚待执行的事项", ARL[78])
    if len(found) > 1:
        raise Refused("有几名当事人，请写明是哪一名", ARL[78])
    [debt] = found
    _must_be_theirs(debt, department, file.respondents)
    return debt


def _must_be_theirs(debt: Debt, department: str, respondents: Collection[str]) -> None:
    """由负责的机关办理; organs that acted together each may (ARL 19)."""
    theirs = respondents if debt.organ in respondents else (debt.organ,)
    if department and department not in theirs:
        raise Refused("变更决定、调解书由行政复议机关执行，维持决定由作出行为的机关执行", ARL[78])


def may_apply_again(debt: Debt) -> bool:
    """不予受理的, where the court looked at no more than the form: it may be asked again.

    One may ask the court above, and need not (COERCION 56).
    """
    return debt.stand is Stand.REFUSED and debt.court_refusal is CourtRefusal.NOT_ACCEPTED


def must_be_due(debt: Debt) -> None:
    """逾期不起诉又不履行的，才强制执行.

    Raises:
        Refused: The days still run, or it is not said what is to be performed, or a court has
            refused already (ARL 78; COERCION 58).
    """
    if debt.stand is Stand.UNSTATED:
        raise Refused(
            "该当事人是否需要履行、履行期限尚未载明，载明并且届满以前不得强制执行", ARL[78]
        )
    if debt.stand is Stand.AWAITED:
        raise Refused(f"起诉、履行的期限至{debt.enforceable_after}，届满前不得强制执行", ARL[78])
    if debt.stand is Stand.REFUSED:
        text = "人民法院已经裁定不予受理、不予执行，有异议的在期限内向上一级人民法院申请复议"
        raise Refused(text, COURT_ABOVE.article)
