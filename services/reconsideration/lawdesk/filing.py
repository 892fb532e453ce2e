"""申请期限: whether an application is in time, and until when (ARL 20, 21)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.filing import Timing, timing
from services.reconsideration.lawdesk.filing_facts import FilingFacts
from services.reconsideration.lawdesk.filing_reasons import (
    exclusions,
    of_course,
    of_edition,
    of_filing,
    of_start,
)
from shared.contracts.service import Manner
from shared.law.article import ARL
from shared.law.day import begin_of
from shared.law.proof import Proof
from shared.law.reconsidering.filing import Known, binding, bounds, by_organ
from shared.law.reconsidering.knowing import (
    Start,
    duty_ended,
    start_by_evidence,
    start_by_service,
)
from shared.law.service import NOTICE_DAYS, Received, Sending, received
from shared.lawdesk import Answer, Assumed, Question, Reason, Setting


@dataclass(frozen=True, slots=True)
class Filed:
    """How the application stands, with all that the answer is made of."""

    timing: Timing
    start: Start | None
    brought: date | None
    bounds: tuple[Proof, ...]
    binding: Proof | None
    reasons: tuple[Reason, ...]
    assumed: tuple[Assumed, ...]

    @property
    def last_day(self) -> date | None:
        """最后一日; None while there is none, or the period stands still."""
        last = self.binding.reckoning if self.binding else None
        return last.last_day if last and not last.standing_still else None

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """Every date: how the start came about, then what closes the way."""
        return (*(self.start.proofs if self.start else ()), *self.bounds)


def look(facts: FilingFacts, setting: Setting) -> Filed:
    """申请期限, from the facts that were told (ARL 20, 21)."""
    sent = _brought(facts)
    brought = sent.filed_on if sent else None
    on = brought or setting.today
    start = _start(facts, on, setting)
    proofs = bounds(_known(facts, start, on), setting.calendar)
    first = binding(proofs)
    waits = start.on if start and facts.omits and not facts.at_once else None
    last = first.reckoning.last_day if first else None
    return Filed(
        timing=timing(brought, setting.today, last, not_before=waits),
        start=start,
        brought=brought,
        bounds=proofs,
        binding=first,
        reasons=(
            *of_start(facts, start, on),
            *of_course(facts, on),
            *of_filing(facts, sent),
            *of_edition(facts, start, on),
        ),
        assumed=_assumed(facts, start, setting),
    )


def _brought(facts: FilingFacts) -> Received | None:
    """提出: handed to the organ that acted, posted, arrived or received (ARL 32; CPL 85)."""
    sent: date | None
    if facts.handed_in_on and not facts.corrected_told_on and by_organ():
        sent, manner = facts.handed_in_on, Sending.THROUGH_ORGAN
    elif facts.posted_on:
        sent, manner = facts.posted_on, Sending.BY_POST
    else:
        sent, manner = facts.filed_on, Sending.ONLINE if facts.arrived_at else Sending.BY_HAND
    if facts.arrived_at:
        return received(facts.arrived_at, manner, sent)
    day = facts.filed_on or sent
    return received(begin_of(day), manner, sent) if day else None


def _start(facts: FilingFacts, on: date, setting: Setting) -> Start | None:
    if facts.omits:
        return duty_ended(facts.said, on, setting.calendar, perform_by=facts.perform_by)
    if facts.proved_on:
        return start_by_evidence(facts.proved_on, on)
    if facts.served and facts.served_on:
        days = facts.notice_days or NOTICE_DAYS
        return start_by_service(
            facts.served, facts.served_on, on, setting.calendar, notice_days=days
        )
    if facts.learnt_on is None:
        return None
    return Start(facts.learnt_on, "知道或者应当知道该行政行为", ARL[20].par(1))


def _known(facts: FilingFacts, start: Start | None, on: date) -> Known:
    return Known(
        on=on,
        learnt_on=start.on if start else None,
        because=start.because if start else "",
        done_on=facts.done_on,
        told=not facts.untold,
        remedies_learnt_on=_remedies_learnt_on(facts),
        content_on=_content_on(facts, start),
        real_estate=facts.real_estate,
        omission=facts.omits,
        days=facts.days,
        exclusions=tuple(exclusions(facts, on)),
    )


def _content_on(facts: FilingFacts, start: Start | None) -> date | None:
    """知道行政行为内容之日, the start of the one year, whatever starts the sixty days (ARL 20)."""
    if facts.told_later:  # the supplement tells the remedies; the content was known before
        return facts.learnt_on
    days = [day for day in (facts.learnt_on, start.on if start else None) if day]
    return min(days, default=None)


def _remedies_learnt_on(facts: FilingFacts) -> date | None:
    """知道权利、机关和期限之日; a supplement 补充告知 tells them (ARR2026 23)."""
    return facts.served_on if facts.told_later else facts.remedies_learnt_on


def _assumed(facts: FilingFacts, start: Start | None, setting: Setting) -> tuple[Assumed, ...]:
    taken = {
        "told_remedies": "" if facts.omits else _told_remedies(facts),
        "learnt_on": _learnt_on(facts, start),
        "done_on": "" if facts.done_on or facts.omits else "没有超过最长保护期",
        "filed_on": "" if _brought(facts) else f"尚未提出，按今天（{setting.today}）",
        "notice_days": _notice(facts),
    }
    return tuple(
        Assumed(field, text, changes(type(facts), field)) for field, text in taken.items() if text
    )


def _learnt_on(facts: FilingFacts, start: Start | None) -> str:
    if facts.told_later and facts.learnt_on is None:
        return "未说明，一年的最长申请期限不能算出"
    return "" if start else "未说明"


def _told_remedies(facts: FilingFacts) -> str:
    if facts.told_remedies is None:
        return "没有全部告知" if facts.untold else "已经全部告知"
    return ""


def _notice(facts: FilingFacts) -> str:
    by_notice = facts.served is Manner.NOTICE
    return f"{NOTICE_DAYS}日" if by_notice and facts.notice_days is None else ""


def changes(model: type[FilingFacts], field: str) -> str:
    """What a field would change, as its model says."""
    extra = model.model_fields[field].json_schema_extra
    return str(extra["changes"]) if isinstance(extra, dict) else ""


def _answer(facts: FilingFacts, setting: Setting) -> Answer:
    found = look(facts, setting)
    last = found.binding.reckoning if found.binding else None
    still = bool(last and last.standing_still)
    until = found.last_day.isoformat() if found.last_day else None
    return Answer(
        result=found.timing.value,
        says=_SAYS[found.timing].format(last="障碍消除后另行计算" if still else until),
        reasons=found.reasons,
        proofs=found.proofs,
        assumed=found.assumed,
        values={
            "last_day": until,
            "brought_on": found.brought.isoformat() if found.brought else None,
            "starts_on": found.start.on.isoformat() if found.start else None,
            "set_by": found.binding.article.code if found.binding else None,
            "standing_still": still,
            "provisional": bool(last and last.provisional),
        },
    )


_SAYS: Final = {
    Timing.IN_TIME: "在申请期限内提出，期限至{last}届满。",
    Timing.LATE: "逾期提出，申请期限已于{last}届满。",
    Timing.OPEN: "申请期限尚未届满，最后一日：{last}。",
    Timing.OVER: "申请期限已于{last}届满。",
    Timing.EARLY: "行政机关的履行期限尚未届满，还不能申请；申请期限至{last}届满。",
    Timing.UNKNOWN: "没有可以起算的日期，不能计算申请期限。",
}

QUESTION: Final = Question(
    name="filing",
    term="申请期限",
    says="行政复议申请是否在法定期限内提出，最迟何时提出？",
    facts=FilingFacts,
    answer=_answer,
    results={
        "in_time": "在期限内提出",
        "late": "逾期提出",
        "open": "尚未提出，期限未满",
        "over": "尚未提出，期限已满",
        "early": "履行期限未满，尚不能提出",
        "unknown": "没有可以起算的日期",
    },
    example={
        "served": "direct",
        "served_on": "2026-08-03",
        "told_remedies": True,
        "filed_on": "2026-10-08",
    },
)
"""申请期限 (ARL 20, 21)."""
