"""共同被申请人 at a hearing: each is notified, and each comes by its head or says why (ARL 51)."""

from collections.abc import Sequence
from datetime import date

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.hearing_plan import HearingPlan
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import JointAttended
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused


def other_of(case: Case, standing: Standing, organ: str | None) -> str:
    """Which other joint respondent is meant; empty for the one named first, and for other sides.

    Raises:
        Refused: It is no respondent of this case.
    """
    if organ is None or (organ == case.respondent and standing is Standing.RESPONDENT):
        return ""
    if standing is not Standing.RESPONDENT or organ not in case.respondents:
        raise Refused("写明的机关不是本案的被申请人", ARL[19].par(2))
    return organ


def all_notified(case: Case, planned: HearingPlan) -> tuple[date, ...]:
    """The days on which the others had the notice.

    Raises:
        Refused: One of them has not.
    """
    others = case.respondents[1:]
    missing = [one for one in others if one not in planned.joint_notified]
    if missing:
        text = f"共同被申请人{'、'.join(missing)}没有收到听证通知"
        raise Refused(text, ARL[51].par(1))
    return tuple(planned.joint_notified[one] for one in others)


def is_notified(case: Case, planned: HearingPlan) -> bool:
    """Whether every party has the notice of the hearing (ARL 51)."""
    told = planned.notified_to(parties(case))
    return told is not None and set(case.respondents[1:]) <= set(planned.joint_notified)


def parties(case: Case) -> tuple[Standing, ...]:
    """Who is told of a hearing; a third person who takes part is a party, too."""
    third = (Standing.THIRD,) if case.third_persons else ()
    return (Standing.APPLICANT, Standing.RESPONDENT, *third)


def check_attended(case: Case, came: Sequence[JointAttended], *, explained: bool) -> None:
    """Who of the others came and signed is on record, one by one (ARL 51; RULES 76).

    Raises:
        Refused: One of them is left out, or was there and did not sign, and nobody says why.
    """
    if sorted(one.organ for one in came) != sorted(case.respondents[1:]):
        raise Refused("每一个共同被申请人参加听证的情况都应当记载", ARL[51].par(3))
    if any(one.signed and not one.came for one in came):
        raise Refused("没有到场的，不在听证笔录上签名", RULES[76])
    if any(one.came and not one.signed for one in came) and not explained:
        raise Refused("有当事人拒绝签名的，应当记明情况和理由", RULES[76])
