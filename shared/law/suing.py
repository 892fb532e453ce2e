"""起诉和强制执行的期限: what several offices tell of suits and of enforcement, said once.

Reconsideration tells of them after a decision, adjudication after a ruling, mediation and routing
because nothing that they do stops them.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from shared.law.article import ALI, ALL, ARL, COERCION
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Months, Period, WorkingDays, Years
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof

RECONSIDER: Final = Prescribed(
    name="reconsider",
    term="申请行政复议",
    period=CalendarDays(60),
    article=ARL[20].par(1),
    because="知道或者应当知道行政行为",
)
"""A law of its own displaces the sixty days only by a longer period (ARL 20)."""

SUE_DECISION: Final = Prescribed(
    name="sue_decision",
    term="起诉期限",
    period=CalendarDays(15),
    article=ALL[45],
    because="收到复议决定书",
)
"""对复议决定起诉, or because none came in time (ALL 45)."""

SUE_NO_DECISION: Final = Prescribed(
    name="sue_after_no_decision",
    term="起诉期限",
    period=CalendarDays(15),
    article=ARL[34],
    because="收到决定书，或者复议期限届满",
)
"""复议前置而没有复议决定的起诉期限: 不予受理、驳回申请、超过复议期限不作答复 (ARL 34)."""

SUE_ACT: Final = Prescribed(
    name="sue_act",
    term="直接起诉期限",
    period=Months(6),
    article=ALL[46].par(1),
    because="知道行政行为",
)
"""直接起诉行政行为 (ALL 46)."""

ACT_UNTOLD: Final = Prescribed(
    name="act_untold",
    term="最长起诉期限",
    period=Years(1),
    article=ALI[64].par(1),
    because="知道行政行为",
)
"""行政行为未告知起诉期限的 (ALI 64)."""

SUE_STOP: Final = Prescribed(
    name="long_stop",
    term="最长起诉期限（其他）",
    period=Years(5),
    article=ALL[46].par(2),
    because="行政行为作出",
)
SUE_ESTATE_STOP: Final = Prescribed(
    name="estate_stop",
    term="最长起诉期限（因不动产）",
    period=Years(20),
    article=ALL[46].par(2),
    because="行政行为作出",
)
"""自行政行为作出之日起的最长起诉期限 (ALL 46)."""

PERFORM_DUTY: Final = Prescribed(
    name="perform_duty",
    term="履行法定职责期限",
    period=Months(2),
    article=ALL[47].par(1),
    because="行政机关接到申请",
)
"""Where no law sets another time (ALL 47)."""

SUE_OMISSION: Final = Prescribed(
    name="sue_omission",
    term="对不作为的起诉期限",
    period=Months(6),
    article=ALI[66],
    because="履行法定职责期限届满",
)
"""不履行法定职责的起诉 (ALI 66)."""

URGE: Final = Prescribed(
    name="urge",
    term="催告期",
    period=WorkingDays(10),
    article=COERCION[54],
    because="送达催告书",
)
"""催告后方可申请执行; up to ten days are working days (COERCION 54, 69)."""

ENFORCE: Final = Prescribed(
    name="enforce",
    term="申请人民法院强制执行期限",
    period=Months(3),
    article=COERCION[53],
    because="起诉期限届满",
)
"""行政机关申请人民法院强制执行 (COERCION 53; ALI 156)."""

COURT_ABOVE: Final = Prescribed(
    name="court_above",
    term="向上一级人民法院申请复议的期限",
    period=CalendarDays(15),
    article=COERCION[58].par(3),
    because="收到人民法院的裁定",
)
"""机关对不予受理、不予执行的裁定有异议的 (COERCION 56, 58)."""

AT_ONCE: Final = Prescribed(
    name="at_once",
    term="人民法院立即执行的期限",
    period=WorkingDays(5),
    article=COERCION[59],
    because="作出执行裁定",
)
"""经院长批准立即执行的; up to ten days are working days (COERCION 59, 69)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """不履行法定职责."""

    requested_on: date | None = None
    """行政机关接到申请之日."""
    within: Period = PERFORM_DUTY.period
    urgent: bool = False


def omitted(case: Omission, calendar: Calendar) -> tuple[Proof, ...]:
    """等待期 and then the six months to sue (ALL 47; ALI 66)."""
    if case.requested_on is None or case.urgent:
        return ()
    duty = replace(PERFORM_DUTY, period=case.within)
    waiting = duty.proof(case.requested_on, calendar)
    return waiting, SUE_OMISSION.proof(waiting.reckoning.last_day, calendar)
