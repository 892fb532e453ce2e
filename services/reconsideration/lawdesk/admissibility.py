"""受理: the seven conditions one by one, and what the authority must do (ARL 30, 31, 33)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.admissibility import Told, of_request, of_what, of_who
from services.reconsideration.domain.admission import (
    Dates,
    Review,
    Step,
    Treatment,
    course,
    deemed_accepted_on,
    is_on_its_way,
    is_overdue,
    is_supplemented_late,
    periods,
    treat,
)
from services.reconsideration.domain.applicant import of_relatives
from services.reconsideration.domain.attached import attach
from services.reconsideration.domain.conditions import (
    Finding,
    of_early,
    of_jurisdiction,
    of_time,
    presumed,
)
from services.reconsideration.domain.jurisdiction import way_of
from services.reconsideration.domain.respondent import Acting, Respondents, respondents
from services.reconsideration.domain.sent import Sent
from services.reconsideration.domain.untried import History, is_repeated, of_history
from services.reconsideration.lawdesk.admissibility_facts import (
    AdmissibilityFacts,
    presumed_of,
    share_of,
)
from services.reconsideration.lawdesk.filing import Filed, look
from services.reconsideration.lawdesk.naming import code_of, name_of, names_of
from services.reconsideration.lawdesk.telling import reasons
from shared.contracts.reconsideration import Condition
from shared.law.article import ARL, ARR2026
from shared.law.period import legal_day
from shared.law.reconsidering.editions import STRADDLES, straddles
from shared.law.reconsidering.jurisdiction import authorities
from shared.lawdesk import Answer, Question, Reason, Setting


@dataclass(frozen=True, slots=True)
class _Against:
    """Whom the application is against in law, and which authorities review these."""

    who: Respondents | None = None
    wrong: bool = False
    competent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the review saw and what follows from it."""

    on: date
    """提出之日, whose edition governs the conditions."""
    step_on: date
    """处理之日: of what was accepted, the day on which a defect is found (ARL 33)."""
    filed: Filed
    against: _Against
    findings: tuple[Finding, ...]
    treatment: Treatment


def _answer(facts: AdmissibilityFacts, setting: Setting) -> Answer:
    filed = look(facts, setting)
    on = filed.brought or setting.today
    step_on = (facts.found_on or setting.today) if facts.accepted else on
    against = _against(facts, on, setting)
    history = _history(facts)
    findings = (
        *_findings(facts, on, filed, against, setting),
        of_history(history, step_on),
    )
    treatment = treat(
        Review(
            on=step_on,
            findings=findings,
            complete=facts.complete,
            supplemented=facts.supplemented_on is not None,
            overdue=is_overdue(_dates(facts), setting.today, setting.calendar),
            on_its_way=is_on_its_way(_dates(facts), setting.calendar),
            late=is_supplemented_late(_dates(facts), setting.calendar),
            wrong_respondent=against.wrong,
            refuses_change=facts.refuses_change,
            accepted=facts.accepted,
            groundless=facts.groundless,
            repeated=is_repeated(history, on, new_facts=facts.new_facts),
        )
    )
    return _told(facts, setting, _Seen(on, step_on, filed, against, findings, treatment))


def _findings(
    facts: AdmissibilityFacts, on: date, filed: Filed, against: _Against, setting: Setting
) -> tuple[Finding, ...]:
    """The first six conditions, in the order of the law."""
    told = _told_of(facts)
    request = of_early(filed.timing) or of_request(clear=facts.request_clear)
    return (
        *of_who(told, on),
        request,
        of_time(filed.brought or setting.today, filed.last_day),
        of_what(told, on),
        of_jurisdiction(_authority(facts, setting), against.competent)
        if facts.authority and against.competent
        else presumed(Condition.JURISDICTION, "收到申请的机关或者管辖机关不明"),
    )


def _told_of(facts: AdmissibilityFacts) -> Told:
    return Told(
        applicant=facts.applicant,
        share=share_of(facts),
        interest=facts.interest,
        act=facts.act,
        outside=facts.outside,
        named=facts.named,
        agreement=facts.agreement,
    )


def _history(facts: AdmissibilityFacts) -> History:
    return History(
        earlier=facts.earlier,
        against_will=facts.against_will,
        compulsory=facts.compulsory,
        chosen=facts.chosen,
        accepted=facts.accepted,
    )


def _authority(facts: AdmissibilityFacts, setting: Setting) -> str:
    written = facts.authority or ""
    return code_of(written, setting.directory) or written


def _against(facts: AdmissibilityFacts, on: date, setting: Setting) -> _Against:
    if facts.respondent is None:
        return _Against()

    def code(written: str) -> str:
        return code_of(written, setting.directory) or written

    behind = code(facts.behind) if facts.behind else None
    acting = Acting(
        organ=code(facts.respondent),
        capacity=facts.capacity,
        others=tuple(code(each) for each in facts.others),
        behind=behind,
    )
    who = respondents(acting, on)
    way = way_of([authorities(each, setting.directory) for each in who.organs], on)
    return _Against(who, who.organs != (acting.organ,), way.authorities)


def _told(facts: AdmissibilityFacts, setting: Setting, seen: _Seen) -> Answer:
    dates = _dates(facts)
    deemed = None if facts.accepted else deemed_accepted_on(dates, setting.calendar)
    along = () if facts.accepted else course(dates, seen.on, setting.calendar)
    names = names_of(seen.against.competent, setting.directory)
    says = _SAYS[seen.treatment.step].format(names=names or "有管辖权的机关")
    return Answer(
        result=seen.treatment.step.value,
        says=says,
        reasons=(
            *_of_respondent(seen.against, setting),
            *(Reason(each.because, each.article, each.met) for each in seen.findings),
            *reasons([of_relatives(facts.applicant, seen.on)]),
            Reason(says, seen.treatment.article),
            *reasons(along),
            *_beside(facts, seen),
        ),
        proofs=(*seen.filed.proofs, *periods(dates, seen.on, setting.calendar)),
        assumed=(*seen.filed.assumed, *presumed_of(facts, setting.today)),
        values={
            "conditions": {each.condition.value: each.met for each in seen.findings},
            "competent": [
                {"code": each, "name": name_of(each, setting.directory)}
                for each in seen.against.competent
            ],
            "respondents": list(seen.against.who.organs) if seen.against.who else [],
            "deemed_accepted_on": deemed.isoformat() if deemed else None,
            "straddles": straddles(_began(facts, seen), seen.step_on),
        },
    )


def _dates(facts: AdmissibilityFacts) -> Dates:
    arrived = legal_day(facts.arrived_at) if facts.arrived_at else None
    posted_on = facts.supplement_posted_on
    return Dates(
        received_on=facts.filed_on or arrived,
        notice_received_on=facts.notice_received_on,
        supplemented_on=facts.supplemented_on,
        supplement_until=facts.supplement_until,
        supplement_sent=Sent(posted_on=posted_on) if posted_on else None,
        handed_in_on=facts.handed_in_on,
    )


def _of_respondent(against: _Against, setting: Setting) -> tuple[Reason, ...]:
    if against.who is None:
        return ()
    right = names_of(against.who.organs, setting.directory) or "尚须说明"
    return (Reason(f"{against.who.because}：{right}", against.who.article, not against.wrong),)


def _began(facts: AdmissibilityFacts, seen: _Seen) -> tuple[date | None, ...]:
    start = seen.filed.start
    return facts.done_on, start.on if start else None, seen.filed.brought


def _beside(facts: AdmissibilityFacts, seen: _Seen) -> list[Reason]:
    """What goes with it: the suit that is barred, an attached document, two editions."""
    found = []
    if not facts.complete and facts.supplemented_on:
        text = "补正通知只有一次，不得再次要求补正，按现有材料决定是否受理"
        found.append(Reason(text, ARL[31].par(3)))
    if seen.treatment.step in (Step.ACCEPT, Step.GO_ON):
        found.append(Reason("受理后在行政复议期间不得向人民法院起诉", ARL[29].par(1)))
    if seen.treatment.step in (Step.DECLINE, Step.DECLINE_ELSEWHERE, Step.DISMISS):
        found.append(Reason("没有正当理由的，申请人可以向上级行政机关反映", ARL[35]))
    if facts.groundless and facts.accepted and not ARR2026.in_force(seen.step_on):
        found.append(Reason("2026年6月30日以前的条例没有列明这些驳回情形", None))
    if facts.several_acts:
        found.append(Reason("对两个以上行政行为不服的，应当分别申请", ARL[22].par(4)))
    if facts.document:
        asked = attach(facts.document, seen.on, later=facts.document_later, decided=facts.decided)
        found.append(Reason(asked.because, asked.article, asked.may))
    if straddles(_began(facts, seen), seen.step_on):
        found.append(Reason(*STRADDLES))
    return found


_SAYS: Final = {
    Step.ACCEPT: "符合受理条件，应当受理。",
    Step.SUPPLEMENT: "材料不齐全或者表述不清楚，应当在五个工作日内一次性书面通知补正。",
    Step.AWAIT: "补正材料已在期满前交邮，尚未收到，收到后再行审查，不得视为放弃申请。",
    Step.ABANDONED: "补正期限已满，没有正当理由不补正的，视为放弃申请并记录在案。",
    Step.CHANGE_RESPONDENT: "错列被申请人，应当告知申请人变更。",
    Step.DECLINE: "不符合受理条件，应当在审查期限内决定不予受理并说明理由。",
    Step.DECLINE_ELSEWHERE: "应当在审查期限内决定不予受理，说明理由并告知向{names}申请。",
    Step.NOT_AGAIN: "没有新的事实和理由，告知申请人不再处理并记录在案。",
    Step.DISMISS: "已经受理，应当决定驳回申请并说明理由。",
    Step.GO_ON: "已经受理并且符合条件，继续审理。",
    Step.UNCLEAR: "有条件没有明文，须由行政复议机关个案审查。",
}

QUESTION: Final = Question(
    name="admissibility",
    term="受理条件",
    says="行政复议申请是否符合受理条件，行政复议机关应当如何处理、何时处理？",
    facts=AdmissibilityFacts,
    answer=_answer,
    results={
        "accept": "受理",
        "supplement": "通知补正",
        "await": "等候在途的补正材料",
        "abandoned": "视为放弃申请",
        "change_respondent": "告知变更被申请人",
        "decline": "不予受理",
        "decline_elsewhere": "不予受理，告知有管辖权的机关",
        "not_again": "不再处理",
        "dismiss": "驳回申请",
        "go_on": "继续审理",
        "unclear": "须个案审查",
    },
    example={
        "act": "penalty",
        "served": "direct",
        "served_on": "2026-08-03",
        "filed_on": "2026-09-21",
        "interest": "addressee",
        "respondent": "620702-shijian",
        "authority": "620702-government",
    },
)
"""受理条件 (ARL 30)."""
