"""期限计算 as a question: when a period ends, whether it is over, and how the date came about."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from deploy.lawdesk.deadline_facts import (
    DeadlineFacts,
    caps,
    exclusions,
    extensions,
    need_allowed,
    period_of,
    rule_of,
)
from deploy.lawdesk.rules import Found, called
from deploy.lawdesk.unclocked import Unclocked
from shared.errors import Malformed
from shared.law.day import in_city
from shared.law.period import Period
from shared.law.proof import Proof
from shared.law.reckoning import Reckoning
from shared.law.service import Served, served
from shared.lawdesk import Answer, Assumed, Question, Reason, Setting

_TODAY: Final = "决定是否已经届满，还剩几日"
_SERVED: Final = "起算之日由此确定，例如公告送达自公告期满起算"


def _answer(facts: DeadlineFacts, setting: Setting) -> Answer:
    found = rule_of(facts)
    period, article, term = period_of(facts, found)
    need_allowed(found, extensions(facts))
    paper = served(facts.manner, facts.start, setting.calendar) if facts.manner else None
    proof = Proof(
        term=term,
        article=article,
        because=_because(found, paper),
        reckoning=_reckoned(period, facts, paper.on if paper else facts.start, setting),
        rule=found.name if found else "",
        edition=_edition(found),
    )
    as_of = facts.as_of or setting.today
    result = _result(proof.reckoning, as_of)
    return Answer(
        result=result,
        says=_says(term, proof.reckoning, result, as_of, setting),
        reasons=tuple(_reasons(proof, paper)),
        proofs=(*([paper.proof] if paper and paper.proof else []), proof)[::-1],
        assumed=tuple(_assumed(facts, setting)),
        values=_values(proof, as_of, setting),
    )


def _edition(found: Found | Unclocked | None) -> str:
    if found is None:
        return ""
    return found.edition if isinstance(found, Unclocked) else found.procedure.edition


def _because(found: Found | Unclocked | None, paper: Served | None) -> str:
    if paper:
        return paper.because
    if isinstance(found, Unclocked):
        return found.rule.because
    if found and found.deadline.since:
        return found.deadline.since.because
    return called(found.deadline.starts[0]) if found else "为起点"


def _reckoned(period: Period, facts: DeadlineFacts, start: date, setting: Setting) -> Reckoning:
    moment = facts.moment
    if not period.by_day and moment is None:
        raise Malformed("按小时、分钟计的期限，须写明起算的时刻", "moment")
    course = {
        "exclusions": exclusions(facts),
        "extensions": extensions(facts),
        "caps": caps(facts),
    }
    used = None if period.by_day else _moment(moment, start)
    try:
        return period.reckon(start, setting.calendar, used, **course)  # type: ignore[arg-type]
    except ValueError:
        told = "按日计的期限不能按小时延长或者封顶，按小时计的不能按日延长或者封顶"
        raise Malformed(told, "extensions" if facts.extensions else "caps") from None


def _moment(moment: datetime | None, start: date) -> datetime | None:
    here = in_city(moment) if moment else None
    if here and here.date() != start:
        raise Malformed("起算的时刻不在起算的日子", "moment")
    return here


def _result(reckoning: Reckoning, as_of: date) -> str:
    if as_of > reckoning.last_day:
        return "over"
    return "standing_still" if reckoning.standing_still else "running"


def _says(term: str, reckoning: Reckoning, result: str, as_of: date, setting: Setting) -> str:
    if reckoning.last_day == date.max:
        return f"{term}停止计算，恢复计算后才能确定届满之日。"
    last = reckoning.last_day
    ends = f"{term}的最后一日为{last.year}年{last.month}月{last.day}日"
    if reckoning.standing_still:
        ends = f"{term}停止计算，但是最长期限的最后一日为{last.year}年{last.month}月{last.day}日"
    days, working = _left(reckoning, as_of, setting)
    state = f"已经届满{-days}日" if result == "over" else f"还有{days}日（{working}个工作日）"
    state = "当日届满" if days == 0 else state
    firm = "，所涉年份的放假安排尚未公布，暂定" if reckoning.provisional else ""
    return f"{ends}，截至{as_of}{state}{firm}。"


def _left(reckoning: Reckoning, as_of: date, setting: Setting) -> tuple[int, int]:
    """Days and working days after `as_of`; below nought once it is over."""
    days = (reckoning.last_day - as_of).days
    return days, setting.calendar.workdays_between(as_of, reckoning.last_day)


def _reasons(proof: Proof, paper: Served | None) -> Iterator[Reason]:
    yield Reason(f"{proof.term}为{proof.reckoning.period}", proof.article)
    if paper:
        yield Reason(f"{paper.because}，自{paper.on}起算，以{paper.evidence}为证", paper.article)
        if paper.condition:
            yield Reason(f"须同时具备：{paper.condition}", paper.article)


def _assumed(facts: DeadlineFacts, setting: Setting) -> Iterator[Assumed]:
    if facts.as_of is None:
        yield Assumed("as_of", f"今天（{setting.today}）", _TODAY)
    if facts.manner is None:
        yield Assumed("manner", "起算之日就是 start 这一天", _SERVED)


def _values(proof: Proof, as_of: date, setting: Setting) -> dict[str, Any]:
    reckoning = proof.reckoning
    known = reckoning.last_day != date.max
    days, working = _left(reckoning, as_of, setting) if known else (None, None)
    return {
        "rule": proof.rule or None,
        "edition": proof.edition or None,
        "last_day": reckoning.last_day.isoformat() if known else None,
        "until": reckoning.until.isoformat() if known else None,
        "as_of": as_of.isoformat(),
        "days_left": days,
        "working_days_left": working,
        "provisional": reckoning.provisional,
    }


QUESTION: Final = Question(
    name="deadline",
    term="期限计算",
    says="一个期限何时届满，是否已经届满，是怎样算出来的？",
    facts=DeadlineFacts,
    answer=_answer,
    results={
        "running": "期限尚未届满",
        "over": "期限已经届满",
        "standing_still": "期间停止计算",
    },
    example={
        "rule": "ordinary.decide",
        "start": "2026-09-28",
        "as_of": "2026-11-23",
        "extensions": [
            {"by": "30d", "reason": "情况复杂", "article": "ARL 62(1)", "approved_by": "负责人"}
        ],
    },
)
"""期限计算."""
