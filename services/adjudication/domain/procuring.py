"""政府采购的询问、质疑和投诉: the periods before and beside a complaint (GPL 51 to 58)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.law.article import GPL, GPR, PROCUREMENT_COMPLAINTS
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, WorkingDays
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof

INQUIRY: Final = Prescribed(
    name="inquiry",
    term="答复询问",
    period=WorkingDays(3),
    article=GPR[52].par(1),
    because="收到询问",
)

QUERY: Final = Prescribed(
    name="query",
    term="质疑",
    period=WorkingDays(7),
    article=GPL[52],
    because="知道或者应知权益受损",
)

ANSWER: Final = Prescribed(
    name="answer_query",
    term="答复质疑",
    period=WorkingDays(7),
    article=GPL[53],
    because="收到质疑",
)

COMPLAIN: Final = Prescribed(
    name="complain",
    term="投诉",
    period=WorkingDays(15),
    article=GPL[55],
    because="质疑答复期满",
)
"""From the end of the time to answer, not from the answer (GPL 55)."""

TELL: Final = Prescribed(
    name="tell",
    term="告知不予受理或者另向有管辖权的部门提起（凭记忆）",
    period=WorkingDays(3),
    article=PROCUREMENT_COMPLAINTS[21],
    because="收到投诉",
    configured=True,
)

HALT: Final = Prescribed(
    name="halt",
    term="暂停采购活动最长至",
    period=CalendarDays(30),
    article=GPL[57],
    because="收到暂停通知",
)

PROCURING: Final = (INQUIRY, QUERY, ANSWER, COMPLAIN, TELL, HALT)
"""采购争议中投诉前后的期限."""

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
    for rule, start in ((INQUIRY, days.inquired_on), (QUERY, days.knew_on)):
        if start:
            yield rule.proof(start, calendar)
    if days.queried_on:
        answer = ANSWER.proof(days.queried_on, calendar)
        yield answer
        yield COMPLAIN.proof(answer.reckoning.last_day, calendar)
    for rule, start in ((TELL, days.received_on), (HALT, days.halted_on)):
        if start:
            yield rule.proof(start, calendar)
