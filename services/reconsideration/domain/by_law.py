"""法律规定的行政复议期限: only a law, and only fewer than sixty days (ARL 62)."""

from typing import Final

from services.reconsideration.domain.ordinary import ORDINARY
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.law.article import ARL
from shared.law.period import CalendarDays
from shared.law.procedure import Refused

NO_LAWS: Final = ("条例", "规定", "办法", "细则", "规则", "规章", "通知", "意见")
"""How the names end of what is no law 法律: regulations, rules and what stands below them."""


def stated_by_law(said: PeriodByLaw) -> PeriodByLaw:
    """法律规定的行政复议期限少于六十日的除外: what goes on file of it.

    Raises:
        Refused: It is no law that is named, or its period is not shorter than sixty days (ARL 62).
    """
    article = ARL[62].par(1)
    if said.law.strip("《》").endswith(NO_LAWS):
        raise Refused("只有法律可以规定少于六十日的行政复议期限，法规、规章不能", article)
    sixty = days_to_decide()
    if said.decide_days >= sixty:
        raise Refused(f"法律规定的期限不少于{sixty}日的，仍为{sixty}日", article)
    return PeriodByLaw(**said.model_dump())


def days_to_decide(by_law: PeriodByLaw | None = None) -> int:
    """审理期限的日数 of the ordinary procedure, or of the law that shortens it (ARL 62)."""
    sixty = ORDINARY.by_name["decide"].within
    assert isinstance(sixty, CalendarDays)  # noqa: S101 - as the table has it
    return by_law.decide_days if by_law else sixty.n
