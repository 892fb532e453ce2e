"""不需要强制执行的裁判: what a court has said, over which nothing is enforced (ARL 78)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain.debts import AT_COURT, Debt, is_final
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.enforcing import NoNeed
from shared.law.article import ARL, COERCION
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.suing import COURT_ABOVE


def must_be_suit(
    debt: Debt,
    no_need: NoNeed,
    sued_on: date | None,
    docketing_id: UUID | None,
    ends: Conclusion | None,
) -> None:
    """已经起诉: in time, or taken by the court nevertheless.

    Whether a late suit was late without fault, or nobody was told until when, is for the court to
    say: it has, where it took the suit (ALL 48; ALI 64).

    Raises:
        Refused: There is none, none can be, or it was late and nothing shows that it was taken.
    """
    if (no_need is NoNeed.SUED) is (sued_on is None):
        raise Refused("起诉的写明起诉之日，其他情形不写", ARL[78])
    if docketing_id and not sued_on:
        raise Refused("人民法院立案的文书，只在起诉的时候附上", ARL[78])
    if sued_on is None:
        return
    if debt.sue_until is None and ends is not Conclusion.MEDIATED:
        raise Refused("最终裁决没有起诉期限，不履行的依法强制执行", ARL[78])
    if debt.sue_until is None:
        raise Refused("调解书没有起诉期限，不履行的由行政复议机关执行", ARL[78].par(item=3))
    if sued_on > debt.sue_until and docketing_id is None:
        text = f"起诉期限已于{debt.sue_until}届满，逾期起诉的，附人民法院立案的文书，否则不影响执行"
        raise Refused(text, ARL[78])


def must_be_refused(
    debt: Debt, no_need: NoNeed, refused_on: date | None, on: date, calendar: Calendar
) -> None:
    """人民法院裁定不予受理、不予执行: for good, once the court above can no longer be asked.

    Raises:
        Refused: No court was asked, or the fifteen days to ask the one above are not over
            (COERCION 56, 58).
    """
    if no_need is NoNeed.REFUSED and debt.stand not in AT_COURT:
        raise Refused("尚未申请人民法院强制执行", COERCION[58])
    if (no_need is NoNeed.REFUSED) is (refused_on is None):
        raise Refused("人民法院裁定的写明收到裁定之日，其他情形不写", COERCION[58])
    if refused_on is None:
        return
    if refused_on > on:
        raise Refused("收到裁定之日不得晚于记载之日", COERCION[58])
    until = COURT_ABOVE.period.last_day(refused_on, calendar)
    if on <= until and not is_final(debt):
        text = f"对裁定可以向上一级人民法院申请复议至{until}，期满没有申请或者经复议维持的再记载"
        raise Refused(text, COURT_ABOVE.article)


def must_not_have_sued(debt: Debt, *, not_sued: bool) -> None:
    """逾期不起诉的，才强制执行: whose the suit on record is must be said first (ARL 78).

    Raises:
        Refused: It is not said that it is another party's.
    """
    if debt.suit_on and not not_sued:
        whose = "记载为该当事人起诉" if debt.suit_own else "没有写明是哪一名当事人"
        text = (
            f"{debt.suit_on}有起诉记录，{whose}；查明该当事人没有起诉的写明，"
            "已经起诉的记载不需要强制执行"
        )
        raise Refused(text, ARL[78])


def said_so(debt: Debt, *, not_sued: bool) -> bool:
    """查明没有起诉, kept only where there was something to say it of."""
    return not_sued and debt.suit_on is not None
