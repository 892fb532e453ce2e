"""Numbers with their denominators, from the pages alone (RULES 61 to 63), on real days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.routing.domain.yardsticks import Yardsticks
from services.routing.figures.answering import answered, reckoned
from services.routing.figures.fold import Board, Question, board, counted, files_of
from services.routing.figures.measures import MEASURES, RESPONSE, By, Rise, at_level, of_rise
from services.routing.figures.parts import Duty
from services.routing.figures.telling import (
    USUAL,
    band,
    funnel,
    ranking,
    score,
    times,
    told,
)
from shared.contracts.fact import Fact
from shared.contracts.routing import (
    CalledBack,
    CheckInLapsed,
    DepartmentFinished,
    DepartmentRuledOut,
    Finding,
    LadderEnd,
    LadderEnded,
    LevelLapsed,
    LevelReached,
    LevelSolved,
    ReturnReason,
    Rung,
    WhistleClosed,
    WhistleEnd,
    WhistleFinished,
    WhistleReturned,
)
from shared.law.article import Article
from tests.routing.cases import DIRECTORY
from tests.routing.figures.files import (
    ASSIST,
    CENTRE,
    LEAD,
    PAPER,
    PLACE,
    Book,
    dispute,
    moment,
    together,
)

NOW = moment("2026-12-31T09:00")


def asked(**more: Any) -> Question:  # noqa: ANN401 - any field
    return Question(**{"as_of": NOW} | more)


def solved(name: str, at: str = "2026-11-23", reached: bool = True, **blown: Any) -> Book:  # noqa: ANN401, FBT001, FBT002 - made for tables of tests
    """A whistle that was solved the same day, with one callback."""
    book = Book(name).blow(f"{at}T09:00", **blown).call()
    book.come(LEAD, f"{at}T10:00").answer(LEAD, f"{at}T11:00")
    book.put(DepartmentFinished, f"{at}T12:00", department=LEAD, evidence_id=PAPER)
    book.put(WhistleFinished, lead=LEAD, evidence_id=PAPER, callback="1wd")
    yes = True if reached else None
    book.put(CalledBack, f"{at}T15:00", attempt=1, reached=reached, solved=yes, satisfied=yes)
    return book.put(WhistleClosed, f"{at}T16:00", end=WhistleEnd.SOLVED)


def late(name: str, at: str = "2026-11-23", **blown: Any) -> Book:  # noqa: ANN401 - any field
    """A whistle to which the lead came late."""
    book = Book(name).blow(f"{at}T09:00", **blown).call()
    book.put(CheckInLapsed, "2026-11-25T00:00", department=LEAD)
    return book.come(LEAD, "2026-11-25T09:00")


def ladder(name: str, *steps: tuple[type[Fact], str, dict[str, Any]]) -> Book:
    book = Book(f"ladder {name}")
    for kind, at, more in steps:
        book.put(kind, at, **more)
    return book


def reached_at(level: Rung, at: str) -> tuple[type[Fact], str, dict[str, Any]]:
    said = {"level": level, "organ": CENTRE, "within": "2wd", "matter": "linli", "place": PLACE}
    return LevelReached, at, said


def test_whoever_came_in_time_is_counted_over_those_whose_time_has_come() -> None:
    """响应率: 尚未到期的、不再要求的另列 (RULES 4, 61)."""
    out = Book("out").blow().call()
    out.put(DepartmentRuledOut, "2026-11-23T10:00", department=LEAD, basis="", reason_id=PAPER)
    books = [solved("a"), solved("b"), late("c"), Book("waits").blow().call(), out]
    found = told(board(together(books), asked()).total, RESPONSE)
    assert (found.share.numerator, found.share.denominator) == (2, 3)
    assert found.aside == {"check_in_running": 1, "check_in_released": 1}


def test_who_was_not_reached_counts_in_neither_ratio() -> None:
    """联系不到的不计入解决率和满意率 (RULES 36)."""
    books = [solved("a"), solved("b", reached=False)]
    total = board(together(books), asked()).total
    assert (total.n["callbacks"], total.n["unreached"]) == (2, 1)
    assert (total.n["solved"], total.n["solved_asked"], total.n["satisfied_asked"]) == (1, 1, 1)


def test_a_whistle_is_one_though_three_departments_came() -> None:
    """哨按件计，召集按部门计 (RULES 61)."""
    book = Book().blow().call().call(ASSIST).call("620702-gongan")
    found = board(book.pages, asked(by=By.DEPARTMENT))
    assert (found.total.n["whistles"], found.total.n["calls"]) == (1, 3)
    assert {g: (t.n["whistles"], t.n["calls"]) for g, t in found.groups.items()} == {
        LEAD: (1, 1),
        ASSIST: (1, 1),
        "620702-gongan": (1, 1),
    }


def test_the_callback_is_scored_for_lead_and_whistler() -> None:
    """双向评分: 主办部门和吹哨单位 (RULES 36, 62)."""
    books = [solved(f"{n}", whistler=CENTRE) for n in range(20)]
    by = {by: board(together(books), asked(by=by)).groups for by in (By.DEPARTMENT, By.WHISTLER)}
    assert score(by[By.DEPARTMENT][LEAD]).value == 100
    assert score(by[By.WHISTLER][CENTRE], whistler=True).value == 100
    books[0].pages[-3:] = []
    back = Book("back").put(
        WhistleReturned, "2026-11-23T09:00",
        reason=ReturnReason.FALSE, whistler=CENTRE, matter="linli", place=PLACE,
    )  # fmt: skip
    books.append(solved("other", whistler=CENTRE))
    groups = board(together([*books, back]), asked(by=By.WHISTLER)).groups
    assert score(groups[CENTRE], whistler=True).value == pytest.approx(30 * 21 / 22 + 70)
    assert groups[CENTRE].n["returned_false"] == 1


def test_too_few_cases_are_neither_scored_nor_ranked_and_that_is_told() -> None:
    """件数不足的不评分、不排名 (RULES 62)."""
    books = [solved(f"{n}") for n in range(19)]
    found = board(together(books), asked(by=By.DEPARTMENT))
    told_score = score(found.groups[LEAD])
    assert told_score.value is None
    assert "件数不足20" in told_score.why_not
    assert ranking(found, RESPONSE).too_few == ((LEAD, 19),)
    enough = ranking(found, RESPONSE, Yardsticks(least=19))
    assert [one.group for one in enough.ranked] == [LEAD]
    assert not enough.too_few


def test_a_ranking_says_between_which_places_each_may_be() -> None:
    """排名附区间 (RULES 62)."""
    books = [solved(f"{place} {n}", place=place)
             for place in (PLACE, "620702101") for n in range(30)]  # fmt: skip
    books += [late(f"late {n}", place="620702102") for n in range(30)]
    found = ranking(board(together(books), asked(by=By.TOWNSHIP)), RESPONSE)
    assert [one.group for one in found.ranked] == [PLACE, "620702101", "620702102"]
    assert [(one.first, one.last) for one in found.ranked] == [(1, 2), (1, 2), (3, 3)]
    assert all(one.low <= one.value <= one.high for one in found.ranked)


def test_own_time_is_told_by_department_duty_and_level() -> None:
    """部门自己所用的时间，中位数和第九十百分位数 (RULES 61)."""
    books = [solved("a"), solved("b"), late("c")]
    found = board(together(books), asked(by=By.DEPARTMENT))
    told_times = {one.duty: one for one in times(found.groups[LEAD])}
    check_in = told_times[Duty.CHECK_IN]
    assert (check_in.level, check_in.n, check_in.median, check_in.ninetieth) == (
        "township", 3, 60, 48 * 60,
    )  # fmt: skip
    assert told_times[Duty.FINISH].n == 2


def test_what_is_solved_where_is_counted() -> None:
    """四级七天，每一级到达、化解、上报、期满 (RULES 37)."""
    books = [
        ladder("1", reached_at(Rung.GRID, "2026-11-23T09:00"),
               (LevelSolved, "2026-11-23T17:00", {"level": Rung.GRID})),
        ladder("2", reached_at(Rung.GRID, "2026-11-23T09:00"),
               (LevelLapsed, "2026-11-25T00:00", {}),
               reached_at(Rung.VILLAGE, "2026-11-25T00:00"),
               (LevelSolved, "2026-11-26T17:00", {"level": Rung.VILLAGE})),
        ladder("3", reached_at(Rung.GRID, "2026-11-23T09:00"),
               (LadderEnded, "2026-11-24T09:00", {"end": LadderEnd.WITHDRAWN})),
        ladder("4", reached_at(Rung.GRID, "2026-11-23T09:00")),
    ]  # fmt: skip
    steps = {step.level: step for step in funnel(board(together(books), asked()).total)}
    assert steps[Rung.GRID].n == {
        Rise.ENTERED: 4, Rise.SOLVED: 1, Rise.UP: 1, Rise.ENDED: 1, Rise.HERE: 1, Rise.LAPSED: 1,
    }  # fmt: skip
    assert steps[Rung.VILLAGE].solved.share.value == 1
    assert set(steps) == {Rung.GRID, Rung.VILLAGE}


def test_the_whistle_rate_tells_too_few_and_too_many_and_not_what_chance_explains() -> None:
    """吹哨率过低、过高均提示，自动吹哨的不计 (RULES 63)."""
    pages = [page for n in range(100) for page in dispute(f"{n}", "2026-11-23T08:00")]
    pages += together(Book(f"auto {n}").blow() for n in range(90))

    def place_of(count: int) -> str:
        books = [Book(f"asked {n}").blow(whistler=CENTRE) for n in range(count)]
        found = board([*pages, *together(books)], asked(by=By.CENTRE))
        return band(found.groups[CENTRE], Yardsticks(rate_low=0.05)).place

    assert [place_of(count) for count in (0, 3, 20, 60)] == ["below", "inside", "inside", "above"]
    few = board(together([Book().blow(whistler=CENTRE)]), asked(by=By.CENTRE))
    assert band(few.groups[CENTRE]).place == "unknown"


def test_the_board_as_it_was_at_nine_on_the_third_knows_nothing_later() -> None:
    """任一时刻的看板 (RULES 61)."""
    books = [solved("a", "2026-12-02"), solved("b", "2026-12-03")]
    then = board(together(books), asked(as_of=moment("2026-12-03T09:00"))).total
    assert (then.n["whistles"], then.n["open"], then.n["solved"]) == (2, 1, 1)
    assert then.n["check_in_running"] == 1
    assert board(together(books), asked()).total.n["solved"] == 2


def test_a_file_belongs_to_the_month_of_its_first_page() -> None:
    """案卷按首页之日归入月份 (RULES 61)."""
    books = [solved("a", "2026-11-30"), solved("b", "2026-12-01")]
    assert set(board(together(books), asked(by=By.MONTH)).groups) == {"2026-11", "2026-12"}
    november = asked(start=date(2026, 11, 1), until=date(2026, 11, 30))
    assert board(together(books), november).files == 1


@pytest.mark.parametrize(
    ("narrowed", "files"),
    [
        ({"county": "620702"}, 2), ({"county": "620725"}, 0), ({"matter": "wuye"}, 1),
        ({"township": "620702101"}, 1), ({"department": LEAD}, 2), ({"department": "x"}, 0),
        ({"level": "county"}, 1), ({"whistler": CENTRE}, 1),
    ],
)  # fmt: skip
def test_numbers_are_narrowed_in_every_way(narrowed: dict[str, str], files: int) -> None:
    """按县区、街道、部门、类型、层级筛选 (RULES 61)."""
    books = [
        solved("a", matter="wuye", level=Rung.COUNTY),
        solved("b", place="620702101", whistler=CENTRE),
    ]
    assert board(together(books), asked(**narrowed)).files == files


def test_a_number_leads_to_the_cases_behind_it() -> None:
    """每个数字都能查到案卷 (RULES 61)."""
    books = [solved("a"), late("b")]
    behind = [
        pages[0].head.case_id
        for pages in files_of(together(books))
        if any(getattr(one, "measure", "") == "check_in_late" for _, one in counted(pages, asked()))
    ]
    assert behind == [books[1].case_id]


def test_everything_that_is_told_says_how_it_is_reckoned_and_by_which_rule() -> None:
    """每个数字附算法和依据 (RULES 61)."""
    rows = reckoned()
    assert all(row.how and Article.parse(row.article) for row in rows)
    answer = answered(board(together([solved("a")]), asked(by=By.DEPARTMENT)), DIRECTORY)
    assert {one.name for one in answer.whole.ratios} <= {row.name for row in rows}
    assert answer.groups[0].name == DIRECTORY.organ(LEAD).name
    assert str(USUAL.least) in next(row.how for row in rows if row.name == "ranking")


def test_what_is_counted_has_a_name_in_chinese() -> None:
    books = [solved("a"), late("b"), solved("c", reached=False, whistler=CENTRE)]
    total = board(together(books), asked()).total
    assert set(total.n) <= set(MEASURES)
    assert at_level(Rung.GRID).numerator == of_rise(Rung.GRID, Rise.SOLVED)


# -- order and shards

FILES: list[Book] = [
    solved("f1"), late("f2"), solved("f3", place="620702101", whistler=CENTRE),
    Book("f4").blow().call().call(ASSIST).come(ASSIST, "2026-11-23T12:00"),
    Book("f5").blow(matter="wuye").call().come(LEAD, "2026-11-24T09:00").answer(
        LEAD, "2026-11-24T10:00", Finding.NOT_SOLVED
    ),
]  # fmt: skip


def same(one: Board, other: Board) -> bool:
    return (one.files, one.total, one.groups) == (other.files, other.total, other.groups)


@given(st.permutations(together(FILES)), st.sampled_from([None, *By]))
def test_order_does_not_matter(facts: list[Fact], by: By | None) -> None:
    """事实到达的先后不影响数字 (RULES 61)."""
    assert same(board(facts, asked(by=by)), board(together(FILES), asked(by=by)))


@given(st.lists(st.integers(0, 2), min_size=5, max_size=5), st.sampled_from([None, *By]))
def test_shards_add_up_to_the_whole(shards: list[int], by: By | None) -> None:
    """分片汇总等于整体 (RULES 61)."""

    def of_shard(shard: int) -> Iterable[Fact]:
        return together(book for book, at in zip(FILES, shards, strict=True) if at == shard)

    merged = board(of_shard(0), asked(by=by))
    for shard in (1, 2):
        merged.merge(board(of_shard(shard), asked(by=by)))
    assert same(merged, board(together(FILES), asked(by=by)))


def test_boards_of_different_questions_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="different questions"):
        board([], asked()).merge(board([], asked(county="620702")))
