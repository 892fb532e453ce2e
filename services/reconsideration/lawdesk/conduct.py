"""办案事项: how an application is conducted, matter by matter (ARL 15 to 60, 76, 80 to 87)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from services.reconsideration.domain.conduct import (
    applying,
    documents,
    hearing,
    higher,
    inquiring,
    joining,
    letters,
    liability,
    parties,
    pending,
    proving,
    reviewing,
)
from services.reconsideration.domain.conduct.parties import Side
from services.reconsideration.domain.saying import Point, Ruling
from services.reconsideration.domain.sent import Sent
from services.reconsideration.lawdesk.conduct_facts import ConductFacts
from services.reconsideration.lawdesk.conduct_topics import ASKS, TERMS, Topic
from services.reconsideration.lawdesk.telling import assumed, reasons
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.higher import Initiative
from shared.contracts.reconsideration.proving import Proving
from shared.law.article import ARL
from shared.law.calendar import Calendar
from shared.lawdesk import Answer, Question, Setting


def _answer(facts: ConductFacts, setting: Setting) -> Answer:
    on = facts.on or setting.today
    ruling = _RULINGS[facts.topic](facts, on, setting.calendar)
    return Answer(
        result=ruling.norm.value,
        says=ruling.says,
        reasons=reasons([*ruling.points, *_of_law(on)]),
        proofs=ruling.proofs,
        assumed=assumed(facts, {"on": "今天", **ASKS[facts.topic]}),
        values={"topic": facts.topic.value, "term": TERMS[facts.topic], **ruling.values},
    )


def _of_law(on: date) -> list[Point]:
    """The law of 2023 has been in force since 2024; of what came before nothing is kept here."""
    if on >= ARL.since:
        return []
    return [Point("2024年1月1日前的步骤适用修订前的行政复议法，以上仅供参考", ARL[90])]


def _track(facts: ConductFacts) -> Track:
    return facts.track or Track.ORDINARY


def _application(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return applying.application(
        on,
        form=facts.form or applying.Form.WRITTEN,
        organisation=facts.organisation,
        by_agent=facts.by_agent,
        given=facts.given,
        writing_hard=facts.writing_hard,
        served_online=facts.served_online,
    )


def _receivers(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    return joining.several_receivers(
        on,
        calendar,
        same_day=facts.same_day,
        received_on=facts.received_on,
        failed_on=facts.failed_on,
    )


def _reviewers(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return reviewing.reviewers(
        _track(facts),
        on,
        count=facts.reviewers,
        newcomer=facts.newcomer,
        qualified=facts.qualified,
        trained=facts.trained,
    )


def _third_party(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return parties.third_party(
        on,
        interested=facts.interested,
        absent=facts.absent,
        count=facts.third_parties,
        elected=facts.elected,
    )


def _representatives(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return parties.representatives(
        on,
        applicants=facts.applicants,
        elected=facts.elected,
        signed_by_all=facts.signed_by_all,
        doing=facts.representing,
        consent=facts.consent,
    )


def _agents(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return parties.agents(
        facts.side or Side.APPLICANT,
        on,
        count=facts.agents,
        staff=facts.staff,
        lawyers=facts.lawyers,
        paper=facts.paper,
        identity=facts.identity,
        oral=facts.oral,
    )


def _burden(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del on, calendar
    return proving.burden(
        facts.proving or Proving.LEGALITY,
        kind=facts.kind,
        ex_officio=facts.ex_officio,
        excused=facts.excused,
        prevented=facts.prevented,
    )


def _reply(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    said = proving.Reply(
        track=_track(facts),
        copied_on=facts.copied_on,
        submitted_on=facts.submitted_on,
        sent=Sent(posted_on=facts.posted_on) if facts.posted_on else None,
        new_reasons=facts.new_reasons,
        consented=facts.agreed,
        third_party_evidence=facts.third_party_evidence,
        own_act=facts.own_act,
    )
    return proving.reply(said, on, calendar)


def _collection(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return inquiring.collection(
        facts.side or Side.BODY,
        on,
        persons=facts.persons,
        shown=facts.shown,
        appraiser=facts.appraiser,
    )


def _hearing(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    held = hearing.Hearing(
        grave=facts.grave,
        asked=facts.asked,
        needed=facts.needed,
        on=facts.hearing_on,
        notified_on=facts.notified_on,
        hosts=facts.hosts,
        officers=facts.officers,
        recorders=facts.recorders,
        absent=facts.absent,
        excused=facts.excused,
        head_attends=facts.head_attends,
        explained=facts.explained,
        staff_sent=facts.staff_sent,
    )
    return hearing.hearing(held, on, calendar)


def _elevation(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    return higher.elevation(
        facts.elevation,
        facts.initiative or Initiative.HIGHER,
        on,
        calendar,
        track=_track(facts),
        instructed_on=facts.instructed_on,
        file_received_on=facts.file_received_on,
    )


def _document(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    names = documents.Review.__dataclass_fields__
    review = documents.Review(**{name: getattr(facts, name) for name in names})
    return documents.attached_review(review, on, calendar)


def _pending(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    return pending.pending(
        facts.measure or pending.Measure.OTHER,
        on,
        event=facts.event,
        harmless=facts.harmless,
        secured=facts.secured,
    )


def _liability(facts: ConductFacts, on: date, calendar: Calendar) -> Ruling:
    del calendar
    if facts.deed is None:
        return liability.every_deed(on)
    return liability.liability(
        facts.deed,
        on,
        aggravated=facts.aggravated,
        criminal=facts.criminal,
        official=facts.official,
        duty_crime=facts.duty_crime,
    )


_Answering = Callable[[ConductFacts, date, Calendar], Ruling]

_RULINGS: Final[Mapping[Topic, _Answering]] = {
    Topic.APPLICATION: _application,
    Topic.RECEIVERS: _receivers,
    Topic.TELLING: lambda f, on, _: pending.telling(f.ground, on),
    Topic.YARDSTICK: lambda f, on, _: pending.yardstick(on, autonomous=f.autonomous),
    Topic.JOINDER: lambda f, on, _: joining.joinder(f.joinder, on, same_authority=f.same_authority),
    Topic.REVIEWERS: _reviewers,
    Topic.RECUSAL: lambda f, _on, _: reviewing.recusal(f.tie),
    Topic.THIRD_PARTY: _third_party,
    Topic.REPRESENTATIVES: _representatives,
    Topic.AGENTS: _agents,
    Topic.LEGAL_AID: lambda f, on, _: parties.legal_aid(
        on, eligible=f.eligible, side=f.side or Side.APPLICANT
    ),
    Topic.BURDEN: _burden,
    Topic.REPLY: _reply,
    Topic.WITHHELD: lambda f, on, _: proving.withheld(
        on, asked_lawfully=f.asked_lawfully, excused=f.excused
    ),
    Topic.COLLECTION: _collection,
    Topic.FILE_ACCESS: lambda f, on, _: inquiring.file_access(
        f.side or Side.APPLICANT, f.excepted, on
    ),
    Topic.OPINIONS: lambda f, _on, _: hearing.opinions(
        _track(f), means=f.means, recorded=f.recorded, prevented=f.prevented
    ),
    Topic.HEARING: _hearing,
    Topic.COMMITTEE: lambda f, on, _: hearing.committee(on, adopted=f.adopted, reasoned=f.reasoned),
    Topic.ELEVATION: _elevation,
    Topic.CORRECTION: lambda f, on, _: higher.correction(f.wrong, on, justified=f.justified),
    Topic.DOCUMENT: _document,
    Topic.PENDING: _pending,
    Topic.FEES: lambda f, on, _: pending.fees(f.cost or pending.Cost.APPLICATION, on),
    Topic.OPINION_LETTER: lambda f, on, calendar: letters.opinion_letter(
        f.finding, on, calendar, received_on=f.received_on
    ),
    Topic.RECOMMENDATION: lambda f, on, _: letters.recommendation(f.level, on, general=f.general),
    Topic.OVERSIGHT: lambda f, on, _: letters.oversight(f.oversight, on),
    Topic.LIABILITY: _liability,
}

QUESTION: Final = Question(
    name="conduct",
    term="办案事项",
    says="办理行政复议案件的某一步应当怎样做，谁可以做，最迟何时，违反的由谁负责？",
    facts=ConductFacts,
    answer=_answer,
    results={
        "must": "依法应当",
        "may": "依法可以",
        "barred": "不得，或者条件不具备",
        "silent": "法律和条例没有规定",
        "unclear": "事实不足，尚不能判定",
    },
    example={
        "topic": "hearing",
        "grave": True,
        "hearing_on": "2026-10-12",
        "notified_on": "2026-09-29",
        "hosts": 1,
        "officers": 2,
        "recorders": 1,
    },
)
"""办案事项 (ARL 15 to 60)."""
