"""审理程序: simplified or ordinary, who takes part, what is open now, and until when (ARL 36)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain import handling as h
from services.reconsideration.domain import pausing as p
from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, left_out
from services.reconsideration.domain.saying import Point
from services.reconsideration.domain.suspended import TERM
from services.reconsideration.lawdesk.procedure_facts import ProcedureFacts
from services.reconsideration.lawdesk.telling import assumed, reasons
from shared.contracts.reconsideration import ConsultationGround
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.pausing import Suspension
from shared.law.article import ARL, ARR2026
from shared.law.calendar import Calendar
from shared.law.course import Exclusion
from shared.law.proof import Proof
from shared.law.reconsidering.editions import straddles
from shared.lawdesk import Answer, Question, Setting


@dataclass(frozen=True, slots=True)
class _Seen:
    """What has been found before anything is told."""

    on: date
    may: Point
    track: Track
    deciding: Proof | None
    sixty: Proof | None

    @property
    def due(self) -> date | None:
        """The last day for deciding; None while it stands still or nothing was accepted."""
        if self.deciding is None or self.deciding.reckoning.standing_still:
            return None
        return self.deciding.reckoning.last_day


def _answer(facts: ProcedureFacts, setting: Setting) -> Answer:
    seen = _look(facts, facts.on or setting.today, setting.calendar)
    result = _result(facts, seen)
    points = [
        *_tracks(facts, seen),
        *_people(facts, seen),
        *_hearing(facts, setting.calendar),
        *_pauses(facts, seen),
        *p.talks(decided=facts.decided, on=seen.on),
    ]
    return Answer(
        result=result,
        says=_says(result, facts),
        reasons=reasons([*points, *_straddling(facts, seen)]),
        proofs=_proofs(facts, seen, setting.calendar),
        assumed=assumed(facts, _taken(facts)),
        values=_values(facts, seen),
    )


def _look(facts: ProcedureFacts, on: date, calendar: Calendar) -> _Seen:
    simple = h.Simple(
        clear=facts.clear,
        on_the_spot=facts.on_the_spot,
        warning=facts.warning,
        amount_yuan=facts.amount_yuan,
        disclosure=facts.disclosure,
        all_agree=facts.all_agree,
    )
    may = h.simplified(simple)
    track = facts.track or (Track.SIMPLIFIED if may.met else Track.ORDINARY)
    track = Track.ORDINARY if facts.converted else track
    deciding = sixty = None
    if facts.accepted_on:
        deciding = h.deciding(
            facts.accepted_on,
            calendar,
            track,
            law_days=facts.law_days,
            exclusions=tuple(_exclusions(facts, on)),
            extended_days=facts.extended_days if track is Track.ORDINARY else 0,
            elevated_on=facts.elevated_on if _restarts(facts) else None,
            converted_on=(facts.converted_on or facts.accepted_on) if facts.converted else None,
        )
    if facts.suspended and facts.suspended_on:
        sixty = p.sixty_days(facts.suspended, facts.suspended_on, calendar)
    return _Seen(on, may, track, deciding, sixty)


def _exclusions(facts: ProcedureFacts, on: date) -> Iterator[Exclusion]:
    """Time left out: of each only what was told (ARL 39; ARR2026 45, 46; ARR2007 34, 37)."""
    if facts.suspended and facts.suspended_on and _suspends(facts):
        article = p.suspension(facts.suspended).article or ARL[39].par(1)
        yield Exclusion(facts.suspended_on, facts.resumed_on, TERM, article)
    if facts.appraisal_from:
        first, last = facts.appraisal_from, facts.appraisal_until
        yield left_out(APPRAISAL, first, last, on)
    if facts.inspection_from:
        first, last = facts.inspection_from, facts.inspection_until
        yield left_out(INSPECTION, first, last, on)
    if facts.elevation_from and ARR2026.in_force(facts.elevation_from):
        first, last = facts.elevation_from, facts.elevation_until
        yield Exclusion.whole(first, last, "报请提级审理", ARR2026[40].par(2))


def _restarts(facts: ProcedureFacts) -> bool:
    """提级后重新计算: since the regulation of 2026, by the day of elevation (ARR2026 40)."""
    return facts.elevated_on is not None and ARR2026.in_force(facts.elevated_on)


def _suspends(facts: ProcedureFacts) -> bool:
    return facts.suspended is not Suspension.TALKS or facts.talks_agreed is not False


def _result(facts: ProcedureFacts, seen: _Seen) -> str:
    if seen.track is Track.SIMPLIFIED:
        return "not_simplified" if seen.may.met is False else "simplified"
    settled = facts.track is not None or facts.converted
    return "unclear" if seen.may.met is None and not settled else "ordinary"


def _tracks(facts: ProcedureFacts, seen: _Seen) -> Iterator[Point]:
    yield seen.may
    if facts.converted:
        yield h.converted()
    if seen.track is Track.SIMPLIFIED:
        if not facts.decided:
            yield h.conversion(seen.due, seen.on)
        yield Point("可以书面审理", ARL[54].par(2))
    else:
        yield Point("应当当面或者通过互联网、电话等方式听取意见并记录", ARL[49])
    if _restarts(facts):
        yield Point("提级审理，审理期限自上级机关收到案件材料之日起重新计算", ARR2026[40].par(3))
    elif facts.elevated_on:
        text = "2026年7月1日前提级的，没有重新计算审理期限的规定，仍自受理之日起计算"
        yield Point(text, ARL[62].par(1))
    yield _extending(facts, seen)


def _extending(facts: ProcedureFacts, seen: _Seen) -> Point:
    days = facts.extended_days
    return h.extension(seen.track, days, seen.due, seen.on, decided=facts.decided)


def _people(facts: ProcedureFacts, seen: _Seen) -> Iterator[Point]:
    yield h.reviewers(seen.track, seen.on)
    if facts.applicants:
        yield h.representatives(facts.applicants, facts.elected, seen.on)
    if facts.agents is not None:
        yield h.agents(facts.agents)
    if facts.respondent_staff is not None:
        yield h.respondent_agents(facts.respondent_staff, facts.respondent_lawyers, seen.on)


def _consulted(facts: ProcedureFacts) -> tuple[ConsultationGround, ...]:
    return h.consult_grounds(facts.grounds, own_act=facts.own_act)


def _hearing(facts: ProcedureFacts, calendar: Calendar) -> Iterator[Point]:
    if h.must_hear(facts.grounds):
        yield Point("重大、疑难、复杂的案件应当组织听证", ARL[50].par(1))
    else:
        asked = "申请人请求听证，" if facts.hearing_asked else "认为有必要的，"
        yield Point(f"{asked}可以组织听证", ARL[50].par(2))
    if facts.hearing_on:
        last = h.latest_notice(facts.hearing_on, calendar)
        met = facts.hearing_notified_on <= last if facts.hearing_notified_on else None
        yield Point(f"听证的书面通知最迟于{last}送达", ARL[51].par(1), met)
    for ground in _consulted(facts):
        item = list(ConsultationGround).index(ground) + 1
        yield Point("应当提请行政复议委员会提出咨询意见", ARL[52].par(2, item))


def _pauses(facts: ProcedureFacts, seen: _Seen) -> Iterator[Point]:
    if facts.decided:
        yield from p.closed()
        return
    if facts.suspended:
        yield p.suspension(facts.suspended, agreed=facts.talks_agreed)
    if facts.termination:
        full = seen.sixty.reckoning.last_day if seen.sixty and not facts.resumed_on else None
        yield p.termination(
            p.Ending(
                ground=facts.termination,
                permitted=facts.permitted,
                liberty=facts.liberty,
                suspended=facts.suspended,
                full_on=full,
                on=seen.on,
            )
        )
    yield p.stay(facts.stay, reasonable=facts.stay_reasonable)


def _straddling(facts: ProcedureFacts, seen: _Seen) -> list[Point]:
    if not straddles((facts.accepted_on,), seen.on):
        return []
    text = "受理在2026年7月1日前，步骤在其后：没有过渡规定，按采取步骤之日的规定"
    return [Point(text, ARR2026[77])]


def _proofs(facts: ProcedureFacts, seen: _Seen, calendar: Calendar) -> tuple[Proof, ...]:
    found = list(h.replying(facts.accepted_on, facts.copied_on, seen.track, calendar))
    found += [each for each in (seen.deciding, seen.sixty) if each]
    if facts.document_competent is not None and facts.suspended_on:
        attached = p.Attached(
            competent=facts.document_competent,
            suspended_on=facts.suspended_on,
            issuer_notified_on=facts.issuer_notified_on,
            forwarded_to_on=facts.forwarded_to_on,
            ex_officio=facts.ex_officio,
        )
        found += p.attached_periods(attached, calendar)
    return tuple(found)


def _values(facts: ProcedureFacts, seen: _Seen) -> dict[str, object]:
    pauses = {each.article.number: each.met for each in _pauses(facts, seen) if each.article}
    return {
        "decide_by": seen.due.isoformat() if seen.due else None,
        "may_extend": bool(_extending(facts, seen).met),
        "suspend": pauses.get(39),
        "terminate": pauses.get(41),
        "stay": pauses.get(42),
        "must_hear": h.must_hear(facts.grounds),
        "must_consult": [each.value for each in _consulted(facts)],
        "straddles": straddles((facts.accepted_on,), seen.on),
    }


def _taken(facts: ProcedureFacts) -> dict[str, str]:
    taken = {"on": "今天", "accepted_on": "不明，不计算审理期限"}
    if facts.track is None and not facts.all_agree:
        taken["clear"] = "未认定"
    if facts.suspended is Suspension.TALKS:
        taken["talks_agreed"] = "双方同意"
    if facts.converted:
        taken["converted_on"] = "不明，按受理之日"
    if facts.suspended:
        taken["suspended_on"] = "不明，不扣除中止的时间"
    return taken


def _says(result: str, facts: ProcedureFacts) -> str:
    """The answer: from where the period runs, and how long it is if a law makes it shorter."""
    start = "上级机关收到案件材料之日" if _restarts(facts) else "受理之日"
    track = Track.SIMPLIFIED if result == "simplified" else Track.ORDINARY
    own = h.days_by_law(facts.law_days, track)
    usual = "三十日" if track is Track.SIMPLIFIED else "六十日"
    days = f"法律规定的{own}日" if own else usual
    return _SAYS[result].format(start=start, days=days)


_SAYS: Final = {
    "simplified": "适用简易程序，应当自{start}起{days}内作出决定。",
    "not_simplified": "不符合简易程序的条件，应当转为普通程序。",
    "ordinary": "适用普通程序，应当自{start}起{days}内作出决定。",
    "unclear": "认定清楚、明确、争议不大的，可以适用简易程序；未认定前按普通程序。",
}

QUESTION: Final = Question(
    name="procedure",
    term="审理程序",
    says="案件适用什么程序，谁参加，现在能否延长、中止、终止，何时届满？",
    facts=ProcedureFacts,
    answer=_answer,
    results={
        "simplified": "简易程序",
        "not_simplified": "不符合简易程序的条件",
        "ordinary": "普通程序",
        "unclear": "尚待认定，按普通程序",
    },
    example={
        "accepted_on": "2026-09-07",
        "copied_on": "2026-09-10",
        "amount_yuan": 2000,
        "clear": True,
    },
)
"""审理程序 (ARL 36 to 62)."""
