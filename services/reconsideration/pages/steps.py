"""下一步: what a case asks for next, and what a decision of it still waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.reconsideration.domain.agreeing import all_agreed
from services.reconsideration.domain.carrying import is_to_explain
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import uncalled
from services.reconsideration.domain.copying import joint_waiting
from services.reconsideration.domain.drafted import Drafted
from services.reconsideration.domain.gates import lacking, must_consult, must_hold_hearing
from services.reconsideration.domain.handling import latest_notice
from services.reconsideration.domain.hearing_plan import HearingPlan
from services.reconsideration.domain.heeding import asks_to_dismiss, is_to_be_dismissed
from services.reconsideration.domain.joint_hearing import is_notified
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.ordinary.states import UNDER_REVIEW
from services.reconsideration.domain.pausing_acts import refuse_while_suspended
from services.reconsideration.domain.people_acts import must_elect
from services.reconsideration.domain.serving import someone_waits, unserved
from services.reconsideration.domain.signing import awaited as awaited_to_sign
from services.reconsideration.domain.suits import is_unseen
from services.reconsideration.domain.views import NAMES, awaited
from services.reconsideration.pages.pausing import goes_on
from shared.contracts.reconsideration.assigning import Track
from shared.law.article import ARL
from shared.law.calendar import Calendar
from shared.law.day import legal_day
from shared.law.procedure import Refused
from shared.law.reconsidering.jurisdiction import Register
from shared.law.wording import full

S = State

BEFORE: Final = {
    S.HANDED_IN: ("", "等待处罚机关转送"),
    S.FORWARDED: ("forwarding-receipt", "登记收到转送的申请"),
    S.RECEIVED: ("acceptance", "审查，决定是否受理"),
    S.SUPPLEMENT_NOTIFIED: ("supplement-notice-receipt", "登记申请人收到补正通知"),
    S.SUPPLEMENTING: ("", "等待申请人补正"),
    S.SUPPLEMENTED: ("acceptance", "审查补正材料，决定是否受理"),
    S.DECIDED: ("service", "逐一送达行政复议决定书"),
}
"""Of a case that is not under hearing: at which door it goes on, if its body does it."""


SUED: Final = ("conditions", "有起诉记录，查明人民法院是否已经受理，记入审查认定")
"""Before anything rests on the application: whether a suit bars it (ARL 29, 33)."""

CALLING: Final = ("co-authority", "通知共同作出决定的机关共同办理")
"""Before a draft goes up: whoever decides it, too, is called in (ARR2026 32)."""

COPYING: Final = {
    S.ACCEPTED: ("copy", "发送申请书副本"),
    S.COPIED: ("copy-receipt", "登记被申请人收到副本"),
}
"""Before the respondent has the copy, from whose receipt its reply is due (ARL 48)."""

AGREEING: Final = (
    "simplified-consent",
    "询问此后参加的当事人是否同意适用简易程序，同意的登记；不同意的，转为普通程序",
)
"""Before it is decided: whoever came in since all agreed to the simplified procedure (ARL 53)."""

EXPLAINING: Final = (
    "request",
    "不属于无效情形，先向申请人释明：变更请求的，登记变更后的请求；拒绝变更的，写入审理认定",
)
"""Before anything is drafted: whoever asks for the impossible may ask for another (ARR2026 61)."""

TO_THE_DECISION: Final = frozenset({"draft", "submission", "seal"})
"""Doors that nobody is led to while a decision lacks something."""


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next."""

    says: str
    act: str = ""
    """The door at which the body does it; empty where others are awaited or something lacks."""
    lacks: tuple[Refused, ...] = ()
    """What a decision still waits for, with the articles."""
    organ: str = ""
    """Of which of several respondents it is done next; empty where none is meant."""


def step_of(
    case: Case,
    *,
    by: str,
    now: datetime,
    calendar: Calendar,
    followed: bool = False,
    barred: Sequence[UUID] = (),
    register: Register | None = None,
) -> Step:
    """What a case asks for next on this day.

    Args:
        case: The case.
        by: Who looks at it.
        now: The moment.
        calendar: The city's, by which the last day of a notice 听证通知 is said.
        followed: Whether a file of what follows 后续案卷 stands beside it.
        barred: The applicants in whose way an earlier application stands 重复申请; none once it
            is accepted.
        register: The organs, by which it is known who else decides it (ARR2026 32).
    """
    if case.state is S.DECLINED and followed:
        return Step("已决定不予受理，决定书的送达在后续案卷办理")
    if case.is_closed:
        return Step("已办结，后续见后续案卷" if followed else "已办结")
    if case.elevated.ordered_on:
        return _on_its_way(case)
    if case.state in BEFORE:
        return _repeated(case, barred) if barred else _before(case, case.state, legal_day(now))
    if (held := _held(case, legal_day(now), calendar)) is not None:
        return held
    lacks = lacking(case, case.head(by=by, on=legal_day(now), at=now), register)
    act, says = SUED if is_unseen(case) else _under_hearing(case, legal_day(now), calendar)
    if act == "submission" and register and uncalled(case, register):
        act, says = CALLING
    blocked = act in TO_THE_DECISION and any(act != "draft" or not _opinion(one) for one in lacks)
    organ = _to_receive(case) if act == "copy-receipt" else ""
    return Step(says, "" if blocked else act, lacks, organ)


def _before(case: Case, state: State, on: date) -> Step:
    """Of a case that is not under hearing."""
    if state is S.DECIDED and (waits := _announced(case, on)) is not None:
        return waits
    act, says = SUED if state in UNDER_REVIEW and is_unseen(case) else BEFORE[state]
    return Step(says, act)


def _announced(case: Case, on: date) -> Step | None:
    """Where all others are served and a public notice runs for whoever is left (CPL 95)."""
    left = set(unserved(case))
    until = min((one.served_on for one in case.announced if one.person_id in left), default=None)
    if until is None or someone_waits(case):
        return None
    if on < until:
        return Step(f"等待公告期满，{full(until)}视为送达")
    return Step("公告期满，记载送达", "service")


def _repeated(case: Case, barred: Sequence[UUID]) -> Step:
    """Before anybody is accepted, what is done about who applied before (ARL 30; RULES 136)."""
    if len(barred) < len(case.applicants):
        return Step("部分申请人重复申请，先分案办理，再审查其他申请人的申请", "severance")
    return Step("申请人重复申请，审查后决定不予受理；查明可以再次申请的，先行认定", "declination")


def _opinion(lacked: Refused) -> bool:
    """Whether it is the committee's, which may be shown a draft before it gives it (ARL 52)."""
    return lacked.article == ARL[52].par(2)


def _to_receive(case: Case) -> str:
    """Which of several respondents is to get its copy next; empty where there is only one."""
    if not case.joint:
        return ""
    if case.state is S.COPIED:
        return case.respondent
    return next(one.organ for one in case.joint if one.sent_on and one.copied_on is None)


def _on_its_way(case: Case) -> Step:
    """Between the order of an elevation 提级审理 and the receipt above (ARR2026 40)."""
    if case.elevated.handed_over_on:
        return Step("等待上级收到案件材料")
    return Step("移送案件材料", "file-transfer")


def _held(case: Case, on: date, calendar: Calendar) -> Step | None:
    """Of a case that stands still: what it waits for, or how it goes on or ends (ARL 39, 41)."""
    try:
        refuse_while_suspended(case, on)
    except Refused as refused:
        act, says = goes_on(case, on, calendar)
        return Step(says, act, (refused,))
    return None


def _under_hearing(case: Case, on: date, calendar: Calendar) -> tuple[str, str]:
    """What comes next from acceptance on: the copy, the reply, and what the findings rest on."""
    if (copying := _copying(case)) is not None:
        return copying
    if (people := _people(case, on)) is not None:
        return people
    if case.track is Track.ORDINARY and (unheard := awaited(case, on)):
        return "views", f"听取{NAMES[next(iter(unheard))]}的意见"
    if case.state is S.REPLYING or any(one.sent_on and one.is_awaited for one in case.joint):
        whose = "被申请人" if case.state is S.REPLYING else "共同被申请人"
        return "", f"等待{whose}书面答复"
    if case.evidence.unexamined and not case.findings:
        return "evidence-examination", "审查证据"
    return _hearing(case, on, calendar) or _towards_the_seal(case, on)


def _hearing(case: Case, on: date, calendar: Calendar) -> tuple[str, str] | None:
    """What is still to be done of a hearing that must be, or was asked for, or set (ARL 50, 51)."""
    if case.hearing is not None:
        return _planned(case, case.hearing, calendar)
    says = ""
    if case.hearing_put_off_on:
        says = "听证已经延期，另行通知举行；不再组织的，告知各方并说明理由"
    elif case.hearing_done:
        return None
    elif must_hold_hearing(case) and not is_to_be_dismissed(case, on):
        says = "应当组织听证，定下时间、地点，通知各方"
    elif case.hearing_asked_on:
        says = "答复听证的请求：组织听证，或者不组织并说明理由"
    return ("hearing-notice", says) if says else None


def _planned(case: Case, plan: HearingPlan, calendar: Calendar) -> tuple[str, str]:
    """Of a hearing that is set: every party gets the notice, then it is held on its day."""
    if is_notified(case, plan):
        return "hearing", f"举行听证，定于{plan.on}；不能按期举行的，延期并告知各方"
    last = latest_notice(plan.on, calendar)
    return "hearing-notice-receipt", f"登记各方最迟{last}收到听证通知，听证定于{plan.on}"


def _people(case: Case, on: date) -> tuple[str, str] | None:
    """Who is to act, to take part and to agree, before anybody is heard (ARL 15, 16, 36, 53)."""
    if must_elect(case, on) and case.participants.election is None:
        return "representatives-notice", "申请人人数超过规定，通知推选代表人"
    if not case.reviewers:
        return "reviewers", "指定行政复议人员"
    if case.participants.asking:
        return "third-person", "答复第三人参加的申请：准许或者不准许"
    return None if all_agreed(case) else AGREEING


def _copying(case: Case) -> tuple[str, str] | None:
    """What is still to be done until each respondent has its own copy (ARL 19, 48)."""
    if case.state in COPYING and (case.copy_due or case.state is S.COPIED):
        return COPYING[case.state]
    if joint_waiting(case):
        return "copy", "向追加的共同被申请人发送申请书副本"
    if any(one.sent_on and one.copied_on is None for one in case.joint):
        return "copy-receipt", "登记共同被申请人收到副本"
    return None


def _consulting(case: Case) -> tuple[str, str] | None:
    """Before a draft is sent up the committee is asked, where it must be (ARL 52; ARR2026 52)."""
    if case.stance or not must_consult(case):
        return None
    if case.consultation_ground is None:
        return "consultation", "提请行政复议委员会咨询"
    return "", "等待行政复议委员会的咨询意见"


def _drafting(case: Case, on: date) -> tuple[str, str]:
    """A draft upon the findings; nobody drafts before it was explained what cannot be."""
    if is_to_explain(case, on):
        return EXPLAINING
    dismissing = "，审查认定应当驳回行政复议申请" if asks_to_dismiss(case, on) else ""
    return "draft", f"拟稿{dismissing}"


def _towards_the_seal(case: Case, on: date) -> tuple[str, str]:
    drafted = case.drafted
    if not case.findings:
        return "findings", "审理认定"
    if drafted is None:
        return _drafting(case, on)
    if drafted.joint and drafted.joint.leading != case.case_id:
        return "", "与主案合并拟稿，在主案送审、审批、用印；主案不能一并作出的，退回后另行拟稿"
    if drafted.submitted_on is None:
        return _consulting(case) or ("submission", "送审")
    if drafted.approved_on is None:
        return "", "等待负责人审批：行政复议机关的负责人签署同意，或者集体讨论通过"
    return _before_others(case, drafted) or ("seal", "编号、用印")


def _before_others(case: Case, drafted: Drafted) -> tuple[str, str] | None:
    """Once it is agreed to here, the authorities that decide it, too, sign it (ARR2026 32)."""
    if drafted.opposed:
        return "", "共同作出决定的机关不同意会签，由负责人退回重拟"
    if awaited_to_sign(case, drafted):
        return "", "等待共同作出决定的机关会签；不在枢纽办理的，由负责人按其复函记载"
    return None
