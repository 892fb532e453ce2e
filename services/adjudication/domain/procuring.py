"""政府采购的询问、质疑和投诉: the periods before and beside a complaint (GPL 51 to 58)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.adjudication.domain.powers import Term
from shared.law.article import GPL, GPR, PROCUREMENT_COMPLAINTS
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, WorkingDays
from shared.law.proof import Proof

QUERY: Final = WorkingDays(7)
"""质疑 and the answer to it (GPL 52, 53)."""

COMPLAIN: Final = WorkingDays(15)
"""投诉 from the end of the time to answer, not from the answer (GPL 55)."""

INQUIRY: Final = WorkingDays(3)
"""答复询问 (GPR 52)."""

HALT: Final = CalendarDays(30)
"""暂停采购活动的最长时间 (GPL 57)."""

TELL: Final = WorkingDays(3)
"""告知不予受理、另向有管辖权的部门提起 (PROCUREMENT_COMPLAINTS 21), from memory."""

TESTING: Final = GPR[58].par(1)
"""检验、检测、鉴定、专家评审和补正 are not counted in procurement."""

RECALLED: Final = (
    "不予受理、不归本部门管辖的三个工作日内告知，被投诉人五个工作日内说明，"
    "出自财政部令第94号，凭记忆列入"
)
"""What of the measures was not compared with their text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procuring:
    """采购争议各步的日期, as far as they are known."""

    inquired_on: date | None = None
    """采购人收到询问之日."""
    knew_on: date | None = None
    """知道或者应知权益受损之日 (GPR 53)."""
    queried_on: date | None = None
    """采购人收到质疑之日."""
    received_on: date | None = None
    """财政部门收到投诉之日."""
    halted_on: date | None = None
    """采购人收到暂停采购活动通知之日."""


def procurement(days: Procuring, calendar: Calendar) -> tuple[Proof, ...]:
    """询问、质疑、答复、投诉、告知和暂停的期限."""
    return tuple(_proofs(days, calendar))


def _proofs(days: Procuring, calendar: Calendar) -> Iterator[Proof]:
    rows = (
        ("答复询问", Term(INQUIRY, GPR[52].par(1)), "收到询问", days.inquired_on),
        ("质疑", Term(QUERY, GPL[52]), "知道或者应知权益受损", days.knew_on),
    )
    for name, term, because, start in rows:
        if start:
            yield _proof(name, term, because, start, calendar)
    if days.queried_on:
        answer = _proof("答复质疑", Term(QUERY, GPL[53]), "收到质疑", days.queried_on, calendar)
        end = answer.reckoning.last_day
        yield answer
        yield _proof("投诉", Term(COMPLAIN, GPL[55]), "质疑答复期满", end, calendar)
    if days.received_on:
        told = Term(TELL, PROCUREMENT_COMPLAINTS[21])
        name = "告知不予受理或者另向有管辖权的部门提起（凭记忆）"
        yield _proof(name, told, "收到投诉", days.received_on, calendar)
    if days.halted_on:
        halt = Term(HALT, GPL[57])
        yield _proof("暂停采购活动最长至", halt, "收到暂停通知", days.halted_on, calendar)


def _proof(name: str, term: Term, because: str, start: date, calendar: Calendar) -> Proof:
    reckoning = term.period.reckon(start, calendar)
    return Proof(term=name, article=term.article, because=because, reckoning=reckoning)
