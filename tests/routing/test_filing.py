"""申请期限 (ARL 20, 21), on the real calendar."""

from services.routing.domain.filing import Window, window
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory, Road
from shared.law.calendar import CALENDAR
from tests.routing.cases import day, registered


def shown(
    told_on: str = "2026-09-01", compulsory: Compulsory = Compulsory.FREE, **facts: object
) -> Window:
    dispute = registered(str(facts.pop("matter", "chufa")), **{"act": ActKind.LICENCE, **facts})
    return window(Road.RECONSIDERATION, dispute, compulsory, day(told_on), CALENDAR)


def code(found: Window) -> str | None:
    return found.article.code if found.article else None


def test_sixty_days_that_end_in_the_national_holiday_end_after_it() -> None:
    """自知道之日起六十日，末日遇国庆顺延 (ARL 20, CPL 85)."""
    found = shown(learnt_on=day("2026-08-03"))
    assert (found.starts_on, found.open_until) == (day("2026-08-03"), day("2026-10-08"))
    assert code(found) == "ARL 20(1)"


def test_who_was_told_nothing_has_sixty_days_from_this_notice() -> None:
    """未告知的，自知道权利、机关和期限之日起算 (ARL 20)."""
    found = shown("2026-09-01", learnt_on=day("2026-05-06"), told_remedies=False)
    assert (found.starts_on, found.open_until) == (day("2026-09-01"), day("2026-11-02"))
    assert code(found) == "ARL 20(3)"


def test_who_was_told_nothing_has_a_year_at_most() -> None:
    """自知道行为内容之日起最长不超过一年 (ARL 20)."""
    found = shown("2026-11-23", learnt_on=day("2025-12-01"), told_remedies=False)
    assert (found.starts_on, found.open_until) == (day("2025-12-01"), day("2026-12-01"))
    assert found.period is not None
    assert found.period.code == "1y"


def test_five_years_after_the_act_the_road_is_closed() -> None:
    """自行为作出之日起超过五年不予受理 (ARL 21)."""
    found = shown(learnt_on=day("2026-09-28"), happened_on=day("2021-10-09"))
    assert (found.open_until, code(found)) == (day("2026-10-09"), "ARL 21")


def test_about_land_and_houses_it_is_twenty_years() -> None:
    """因不动产提出的为二十年 (ARL 21)."""
    found = shown(
        matter="zhengshou",
        act=ActKind.EXPROPRIATION,
        learnt_on=day("2026-09-28"),
        happened_on=day("2021-10-09"),
    )
    assert (found.open_until, code(found)) == (day("2026-11-27"), "ARL 20(1)")


def test_inaction_is_counted_from_the_end_of_the_time_to_perform() -> None:
    """不履行职责的，自履行期限届满之日起算 (ARR2007 16, ARR2026 24)."""
    facts: dict[str, object] = {"act": ActKind.INACTION, "learnt_on": day("2026-06-01")}
    assert code(shown("2026-06-30", **facts)) == "ARR2007 16"
    assert code(shown("2026-07-01", **facts)) == "ARR2026 24"
    assert shown("2026-07-01", told_remedies=False, **facts).open_until == day("2026-07-31")


def test_without_the_day_of_knowing_no_date_is_invented() -> None:
    found = shown()
    assert (found.starts_on, found.open_until, found.sue_until) == (None, None, None)
    assert found.period is not None
    assert found.period.code == "60d"


def test_a_date_beyond_the_known_calendar_is_provisional() -> None:
    """跨入尚未公布放假安排的年度，期限暂定."""
    found = shown(learnt_on=day("2026-11-23"))
    assert (found.open_until, found.provisional) == (day("2027-01-22"), True)
    assert not shown(learnt_on=day("2026-08-03")).provisional


def test_where_the_choice_is_free_the_date_for_suing_is_shown_beside() -> None:
    """可以直接起诉的，六个月 (ALL 46)."""
    assert shown(learnt_on=day("2026-03-31")).sue_until == day("2026-09-30")
    first = shown(compulsory=Compulsory.REQUIRED, learnt_on=day("2026-03-31"))
    assert first.sue_until is None


def test_land_contract_arbitration_is_open_for_two_years() -> None:
    """农村土地承包仲裁时效二年 (RLCD 18)."""
    dispute = registered("chengbao", learnt_on=day("2024-10-08"))
    found = window(
        Road.LAND_CONTRACT_ARBITRATION, dispute, Compulsory.FREE, day("2026-09-01"), CALENDAR
    )
    assert (found.open_until, code(found)) == (day("2026-10-08"), "RLCD 18")


def test_a_road_without_a_period_shows_none() -> None:
    found = window(
        Road.PETITION, registered("xinfang"), Compulsory.FREE, day("2026-09-01"), CALENDAR
    )
    assert found == Window()
