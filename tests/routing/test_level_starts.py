"""级别期限的起算: what begins the time of each level is the city's to set (RULES 37)."""

import pytest

from services.routing.commands import asking, climbing
from services.routing.domain.times import USUAL
from services.routing.domain.whistle import State
from services.routing.store import ladder_of
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.intake import Channel, Risk
from shared.contracts.routing import LevelReached, LevelStart, LevelTakenUp, Rung
from shared.sweep import Sweep
from shared.verify import check, general_rules
from shared.work import Hub
from tests.routing.books import USUAL_TEXT, book, changed
from tests.routing.cases import CASE, day, head, moment, registered
from tests.routing.day import Day
from tests.routing.hearing import hear, hear_all
from tests.routing.test_competence import raises_refusal
from tests.routing.test_rulebook_care import approved

GRID = {"channel": "grid"}


def starting(start: LevelStart, *levels: Rung) -> str:
    """The usual book, in which the time of these levels begins otherwise."""
    return changed(*((f'{one} = "next_day"', f'{one} = "{start}"') for one in levels))


SAME_DAY = starting(LevelStart.SAME_DAY, *Rung)
TAKEN_UP = starting(LevelStart.TAKEN_UP, *Rung)


def take_up(case: Day) -> None:
    case.do(climbing.take_up, ladder_of(CASE), by="grid-1")


# -- the rule book


@pytest.mark.parametrize("level", Rung)
@pytest.mark.parametrize("start", LevelStart)
def test_each_level_may_begin_otherwise(level: Rung, start: LevelStart) -> None:
    """每一级的起算都可以设定 (RULES 37)."""
    expected = {**dict.fromkeys(Rung, LevelStart.NEXT_DAY), level: start}
    assert book(starting(start, level)).times.starts == expected


def test_a_book_that_does_not_say_begins_each_level_the_day_after_the_arrival() -> None:
    """没有写的，自到达的次日起算 (RULES 37)."""
    begin, end = USUAL_TEXT.index("[start]"), USUAL_TEXT.index("[entry]")
    assert book(USUAL_TEXT[:begin] + USUAL_TEXT[end:]).times == USUAL
    assert set(USUAL.starts.values()) == {LevelStart.NEXT_DAY}


# -- 到达的当日


def test_where_the_day_of_arrival_counts_a_level_ends_a_working_day_earlier() -> None:
    """当日计入的，网格一个工作日当日届满 (RULES 37)."""
    case = Day(book=SAME_DAY, **GRID)
    assert case.until("level") == moment("2026-11-24T00:00")
    case.give_up()
    assert case.until("level") == moment("2026-11-25T00:00")


def test_a_day_that_the_level_below_had_whole_counts_for_no_other_level() -> None:
    """下一级期满到当日终了的，当日不再计入上一级 (RULES 37)."""
    case = Day(book=SAME_DAY, **GRID).at("2026-12-31T09:00")
    reached = [(one.level, one.head.on, one.runs_from) for one in case.facts(LevelReached)]
    assert reached == [
        (Rung.GRID, day("2026-11-23"), day("2026-11-22")),
        (Rung.VILLAGE, day("2026-11-23"), None),
        (Rung.TOWNSHIP, day("2026-11-25"), None),
        (Rung.LEADERSHIP, day("2026-11-27"), None),
        (Rung.COUNTY, day("2026-12-01"), None),
        (Rung.CITY, day("2026-12-08"), None),
    ]


def test_what_arrives_on_a_rest_day_has_its_first_working_day_whole() -> None:
    """休息日到达的，自其后第一个工作日起算 (RULES 37)."""
    case = Day("2026-11-21T10:00", book=SAME_DAY, **GRID)
    assert case.until("level") == moment("2026-11-24T00:00")


# -- 着手办理


def test_where_taking_up_begins_it_the_time_runs_anew_from_then() -> None:
    """自着手办理起算的，着手后重新计算 (RULES 37)."""
    case = Day(book=TAKEN_UP, **GRID)
    assert case.give_up().level is Rung.VILLAGE
    assert case.until("level") == moment("2026-11-26T00:00")
    take_up(case.at("2026-11-25T15:00"))
    assert case.until("level") == moment("2026-11-28T00:00")
    with raises_refusal("RULES 37"):
        take_up(case)


def test_what_nobody_takes_up_climbs_as_silence_does() -> None:
    """一直没有着手的，到期照样上报 (RULES 37)."""
    case = Day(book=TAKEN_UP, **GRID).at("2026-11-25T09:00")
    assert (case.ladder.level, case.facts(LevelTakenUp)) == (Rung.VILLAGE, [])


def test_where_the_arrival_begins_it_nothing_is_to_be_taken_up() -> None:
    """不自着手起算的，不得以着手延长 (RULES 37)."""
    with raises_refusal("RULES 37"):
        take_up(Day(**GRID))


def test_from_the_township_on_the_whistle_takes_up_and_nobody_by_hand() -> None:
    """乡镇综治中心及以上以吹哨为着手 (RULES 8, 37)."""
    case = Day(book=TAKEN_UP)
    [page] = case.facts(LevelTakenUp)
    assert (page.level, page.within, page.head.by) == (Rung.TOWNSHIP, "2wd", "clock")
    with raises_refusal("RULES 37"):
        take_up(case)


def test_every_level_that_a_whistle_is_raised_to_takes_it_up() -> None:
    """提级之日即为上一级着手之日 (RULES 37)."""
    case = Day(book=TAKEN_UP, **GRID).at("2026-12-31T09:00")
    taken = [one.level for one in case.facts(LevelTakenUp)]
    assert taken == [Rung.TOWNSHIP, Rung.LEADERSHIP, Rung.COUNTY, Rung.CITY]


def test_what_awaits_a_signature_is_taken_up_when_it_is_signed() -> None:
    """待签批的，签批之日起算 (RULES 18, 37)."""
    case = Day(book=TAKEN_UP, risk=Risk.RED)
    case.close_all()
    asked = case.at("2026-11-26T09:00").ask()
    assert (asked.state, case.ladder.level) == (State.PROPOSED, Rung.LEADERSHIP)
    assert case.until("level") == moment("2026-11-28T00:00")
    case.at("2026-11-27T09:00").do(asking.sign, asked.case_id, place="620702", by="leader-1")
    assert case.until("level") == moment("2026-12-02T00:00")


def test_a_level_reached_under_an_older_book_keeps_its_own_beginning() -> None:
    """规则簿更换不影响正在计算的期限 (RULES 54)."""
    case = Day(**GRID)
    case.put_in_force(TAKEN_UP, day("2026-11-24"))
    case.at("2026-11-24T09:00")
    with raises_refusal("RULES 37"):
        take_up(case)
    case.give_up()
    take_up(case)
    assert case.until("level") == moment("2026-11-27T00:00")


def test_a_page_from_before_the_start_was_set_runs_from_the_day_after_the_arrival() -> None:
    """旧卷的起算不变 (RULES 54)."""
    of = {"level": "grid", "organ": "620702100-centre", "within": "1wd", "matter": "linli"}
    page = LevelReached.model_validate({"head": head(case=CASE), "place": "620702100", **of})
    assert (page.start, page.runs_from) == (LevelStart.NEXT_DAY, None)
    assert read(page.kind, page.model_dump_json(exclude={"start", "runs_from"})) == page


async def test_the_books_agree_on_levels_that_begin_otherwise(hub: Hub, clock: StillClock) -> None:
    """核对账簿：期限与案卷一致."""
    text = starting(LevelStart.SAME_DAY, Rung.GRID, Rung.VILLAGE).replace(
        'township = "next_day"', 'township = "taken_up"'
    )
    await approved(hub, text)
    clock.move_to(moment("2026-11-24T09:00"))
    await hear(hub, registered(channel=Channel.GRID, head=head(at="2026-11-24T09:00")))
    clock.move_to(moment("2026-11-27T09:00"))
    while await Sweep(hub).once():
        await hear_all(hub)
    kinds = [
        row["kind"]
        for row in await hub.pool.fetch(
            "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", ladder_of(CASE)
        )
    ]
    assert kinds[-2:] == ["routing.level_reached.v1", "routing.level_taken_up.v1"]
    walked = [rule for rule in general_rules(hub, [], "hub") if rule.name in WALKED]
    assert {rule.name for rule in walked} == WALKED
    assert [one async for one in check(hub.pool, walked) if not one.holds] == []


WALKED = {"states", "deadlines"}
