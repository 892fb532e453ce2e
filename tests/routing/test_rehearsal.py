"""规则簿的推演：改走、部门办件增减、从不适用的规则，以及图 (RULES 51)."""

import json
import re
from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from deploy.cli.rules_page import rehearsed
from services.routing.domain.rehearsal import Figures, Rehearsal
from services.routing.domain.rehearsal_course import Course, months_before
from services.routing.domain.rulebook import RuleBook
from services.routing.rulebooks.picture import as_svg
from services.routing.rulebooks.schemas import FiguresOut
from shared.contracts.intake import Channel, DisputeRegistered, Risk, Urgency, Willingness
from shared.contracts.routing import Road
from tests.routing.books import AT, BY_GRID, DUTY_TEXT, GRID_TEXT, book, changed
from tests.routing.cases import BOOK, DIRECTORY, day, registered
from tests.routing.test_triage import SITUATIONS

SVG = "{http://www.w3.org/2000/svg}"

NEVER_TEXT = changed((AT, BY_GRID.replace('"civil"', '"petition"') + AT))
"""A rule for petitions behind the one that takes them all."""


def played(draft: RuleBook, facts: Iterable[DisputeRegistered]) -> Figures:
    tally = Rehearsal(draft, DIRECTORY)
    for fact in facts:
        tally.add(fact, BOOK)
    return tally.figures()


def quarrels(count: int, **more: object) -> list[DisputeRegistered]:
    return [
        registered("linli", number=f"620702-20261123-{n:07}-0", channel=Channel.GRID, **more)
        for n in range(count)
    ]


def test_what_goes_elsewhere_is_counted_with_some_of_its_numbers() -> None:
    """哪些纠纷会改走别的途径 (RULES 51)."""
    found = played(book(), [*quarrels(8), registered("wuye")])
    assert (found.cases, found.moved) == (9, 8)
    [moved] = found.rerouted
    assert (moved.before, moved.after, moved.count) == (
        Road.PEOPLES_MEDIATION,
        Road.ADMINISTRATIVE_MEDIATION,
        8,
    )
    assert moved.samples == tuple(f"620702-20261123-{n:07}-0" for n in range(5))
    assert found.before == {Road.PEOPLES_MEDIATION: 8, Road.ADMINISTRATIVE_MEDIATION: 1}
    assert found.after == {Road.ADMINISTRATIVE_MEDIATION: 9}


def test_who_gets_more_work_and_who_gets_less_is_told() -> None:
    """哪些部门的办件增减 (RULES 9, 51)."""
    found = played(book(DUTY_TEXT), [registered("wuye"), registered("wuye")])
    by_name = {load.department: load for load in found.loads}
    assert set(by_name) == {"620702-zhujian", "620702-chengguan", "620702-sifa"}
    assert by_name["620702-sifa"].more == -2  # it assisted, and is no longer called
    lead, other = by_name["620702-chengguan"], by_name["620702-zhujian"]
    assert (lead.lead_before, lead.lead_after, lead.assist_before, lead.assist_after) == (
        0,
        2,
        2,
        0,
    )
    assert (other.lead_before, other.lead_after) == (2, 0)
    assert (other.assist_after, other.more) == (2, 0)
    assert found.moved == 0


def test_a_rule_behind_one_that_takes_all_is_told_to_be_out_of_reach() -> None:
    """哪些规则从不适用，被谁抢先 (RULES 51)."""
    found = played(book(NEVER_TEXT), [registered("xinfang", channel=Channel.GRID)])
    use = next(use for use in found.uses if use.rule == "grid_civil")
    assert (use.fired, use.held, use.possible) == (0, 1, False)
    assert use.hidden_by == (("petition", 1),)
    assert "grid_civil" in found.never


def test_what_stands_before_a_dead_rule_is_told_without_any_case() -> None:
    found = played(book(NEVER_TEXT), [])
    use = next(use for use in found.uses if use.rule == "grid_civil")
    assert not use.possible
    assert {by for by, _ in use.hidden_by} <= {"petition", "danger", "act", "in_court"}
    assert use.hidden_by[0][0] in {"petition", "danger", "act", "in_court"}


def test_a_rule_that_could_fire_and_has_not_is_told_apart_from_one_that_cannot() -> None:
    found = played(book(), quarrels(1))
    use = next(use for use in found.uses if use.rule == "labour_mediation")
    assert (use.fired, use.possible) == (0, True)
    assert "labour_mediation" in found.never


def test_what_was_imported_as_history_is_routed_and_calls_nobody() -> None:
    """历史台账只分流 (RULES 6)."""
    found = played(book(), quarrels(3, history=True))
    assert (found.history, found.moved, found.blown_after, found.loads) == (3, 3, 0, ())


def test_what_the_directory_no_longer_knows_is_left_out_and_counted() -> None:
    found = played(book(), [registered("mofa"), registered("linli", place="110101")])
    assert (found.unknown, found.cases) == (2, 0)


def test_statutory_roads_that_are_told_are_counted_before_and_after() -> None:
    """告知途径的件数 (RULES 7)."""
    facts = [registered("linli", willingness=Willingness.REFUSED), registered("chufa")]
    found = played(book(), facts)
    assert (found.told_before, found.told_after) == (2, 2)


@settings(max_examples=40)
@given(st.lists(SITUATIONS, max_size=12))
def test_a_book_rehearsed_against_itself_changes_nothing(facts: list[DisputeRegistered]) -> None:
    found = played(BOOK, facts)
    assert (found.moved, found.rerouted, found.loads) == (0, (), ())
    assert found.before == found.after
    assert sum(use.fired for use in found.uses) == found.cases == sum(found.after.values())


@settings(max_examples=40)
@given(st.lists(SITUATIONS, max_size=12))
def test_both_sides_of_a_rehearsal_count_the_same_disputes(facts: list[DisputeRegistered]) -> None:
    found = played(book(), facts)
    assert sum(found.before.values()) == sum(found.after.values()) == found.cases
    assert sum(one.count for one in found.rerouted) == found.moved
    assert all(use.fired <= use.held for use in found.uses)


def test_the_past_months_are_counted_by_the_number_of_the_day() -> None:
    """按月计算 (CCL 202)."""
    assert months_before(day("2026-11-23"), 1) == day("2026-10-24")
    assert months_before(day("2026-03-31"), 1) == day("2026-03-01")
    assert months_before(day("2026-01-15"), 13) == day("2024-12-16")


# -- as a table and a picture


def shown(facts: Iterable[DisputeRegistered], text: str = GRID_TEXT) -> FiguresOut:
    return FiguresOut.of(played(book(text), facts), 6, DIRECTORY)


MIXED = [
    *quarrels(7),
    *quarrels(2, risk=Risk.RED, urgency=Urgency.EMERGENCY),
    registered("wuye"),
    registered("tudi"),
]


def test_figures_are_read_back_as_they_were_written() -> None:
    figures = shown(MIXED)
    assert FiguresOut.model_validate_json(figures.model_dump_json()) == figures


def test_the_table_says_what_moves_and_what_never_fires() -> None:
    told = rehearsed(shown(MIXED))
    assert "网格先行规则簿：过去6个月登记的11件纠纷" in told
    assert "改走别的途径7件" in told
    assert re.search(r"人民调解 +行政调解 +7 ", told)
    assert "从未适用：in_court、disclosure_request" in told
    dead = rehearsed(shown([registered("xinfang", channel=Channel.GRID)], NEVER_TEXT))
    assert "永不适用" in dead


def test_the_picture_says_in_words_all_that_it_shows() -> None:
    """读屏可读."""
    picture = ET.fromstring(as_svg(shown(MIXED)))  # noqa: S314 - our own picture
    title, desc = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "网格先行规则簿：过去6个月登记的11件纠纷的途径变动"
    assert "由人民调解改走行政调解7件" in (desc.text or "")
    assert "从未适用的规则：in_court、disclosure_request" in (desc.text or "")


def test_every_road_and_every_move_bears_its_number() -> None:
    """黑白打印也看得清."""
    picture = ET.fromstring(as_svg(shown(MIXED)))  # noqa: S314 - as above
    texts = [one.text for one in picture.iter(f"{SVG}text")]
    assert {"人民调解 7件", "行政调解 1件", "行政调解 8件", "7件"} <= set(texts)
    assert texts.count("公安机关即时处置 2件") == 2


def test_the_picture_stands_by_itself_and_nothing_leaves_it() -> None:
    said = as_svg(shown(MIXED))
    assert re.findall(r"https?://[^\"]+", said) == ["http://www.w3.org/2000/svg"]
    width, height = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', said)[0])
    picture = ET.fromstring(said)  # noqa: S314 - as above
    for one in (*picture.iter(f"{SVG}text"), *picture.iter(f"{SVG}rect")):
        if one.get("x"):
            assert 0 <= float(one.get("x") or 0) <= width
            assert 0 <= float(one.get("y") or 0) <= height


def test_a_long_name_of_a_department_takes_the_lines_that_it_needs() -> None:
    """部门名称再长也写全，分行，不出图外."""
    figures = shown([registered("wuye"), registered("wuye")], DUTY_TEXT)
    assert any(one.more for one in figures.loads)
    loads = [one.model_copy(update={"name": "甲乙丙丁戊己庚辛壬癸" * 8}) for one in figures.loads]
    picture = ET.fromstring(as_svg(figures.model_copy(update={"loads": loads})))  # noqa: S314 - as above
    texts = [one for one in picture.iter(f"{SVG}text") if one.get("text-anchor") == "end"]
    names = [one for one in texts if "甲" in (one.text or "") or "癸" in (one.text or "")]
    assert all(float(one.get("x") or 0) - 13 * len(one.text or "") >= 0 for one in names)
    told = "".join(one.text or "" for one in names)
    assert told.count("甲乙丙丁戊己庚辛壬癸" * 8) == sum(bool(one.more) for one in loads)
    high = [float(one.get("y") or 0) for one in names]
    assert all(after - before >= 13 for before, after in pairwise(sorted(high)))


def test_a_picture_of_nothing_is_a_picture_all_the_same() -> None:
    picture = ET.fromstring(as_svg(shown([])))  # noqa: S314 - as above
    desc = picture.find(f"{SVG}desc")
    assert desc is not None
    assert "没有改走的" in (desc.text or "")


def test_what_is_written_in_a_title_is_no_markup() -> None:
    said = as_svg(shown(MIXED).model_copy(update={"title": "<script>&"}))
    assert "<script>" not in said
    assert ET.fromstring(said) is not None  # noqa: S314 - as above


# -- in parts


def course(reached: str, done: int) -> Course:
    """Three months up to 23 November with ten disputes."""
    return Course(months=3, last=day("2026-11-23"), reached=day(reached), total=10, done=done)


def test_a_month_is_done_once_a_dispute_of_the_next_is_reached() -> None:
    """推演到下一个月的纠纷，前一个月才算完成 (RULES 51)."""
    assert [
        course(reached, 5).months_done
        for reached in ("2026-08-24", "2026-09-23", "2026-09-24", "2026-10-23", "2026-11-23")
    ] == [0, 0, 1, 1, 2]


def test_all_months_are_done_with_the_last_dispute_wherever_it_stood() -> None:
    """最后一件推演了，各月都完成；没有纠纷的也是 (RULES 51)."""
    assert course("2026-09-01", 10).months_done == 3
    nothing = Course(months=3, last=day("2026-11-23"), reached=day("2026-08-24"), total=0, done=0)
    assert nothing.months_done == 3


@settings(max_examples=20, deadline=None)
@given(st.lists(SITUATIONS, max_size=12), st.integers(0, 12))
def test_a_rehearsal_laid_aside_anywhere_comes_to_the_same(
    facts: list[DisputeRegistered], at: int
) -> None:
    """中途放下再接着推演，结果与一次推演完的相同 (RULES 51)."""
    draft = book(DUTY_TEXT)
    first = Rehearsal(draft, DIRECTORY)
    for fact in facts[:at]:
        first.add(fact, BOOK)
    again = Rehearsal.taken_up(draft, DIRECTORY, json.loads(json.dumps(first.kept())))
    for fact in facts[at:]:
        again.add(fact, BOOK)
    assert again.figures() == played(draft, facts)


def test_what_is_laid_aside_does_not_grow_with_the_disputes() -> None:
    """放下的只有计数，不随纠纷件数增长 (RULES 51)."""

    def kept(count: int) -> int:
        tally = Rehearsal(book(), DIRECTORY)
        for fact in quarrels(count):
            tally.add(fact, BOOK)
        return len(json.dumps(tally.kept()))

    assert kept(900) - kept(100) < 10
