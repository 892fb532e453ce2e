"""热点: what stands out of what a city is told, and what does not."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.routing.hotspots.heat import HEAT
from services.routing.hotspots.message import Message
from services.routing.hotspots.score import expected, score, tail
from services.routing.hotspots.spots import Spot, spots
from services.routing.hotspots.words import shared_words
from tests.routing.messages import HEATING, LIFT, MIXER, TODAY, background, said, told

QUIET = background()


def hot(messages: list[Message]) -> list[Spot]:
    return [one for one in spots(messages, TODAY, HEAT) if one.is_hot(HEAT)]


def burst(text: str, first: int = 1, n: int = 6, **more: str) -> list[Message]:
    """Messages of one trouble, one a day up to today, each in words of its own."""
    numbers = range(first, first + n)
    return [
        said(at, told(at, text), on=TODAY - timedelta(days=at - first), **more) for at in numbers
    ]


def test_several_parties_with_one_trouble_in_one_place_are_a_hot_spot() -> None:
    """近四周内三名以上当事人五件以上，且明显多于以往 (RULES 55)."""
    [spot] = hot([*QUIET, *burst(LIFT, place="620702100")])
    assert (spot.county, spot.place, spot.count, spot.parties) == ("620702", "620702100", 6, 6)
    assert spot.expected < 0.2
    assert spot.score > 4
    assert {one.dispute_id for one in spot.members} == {m.dispute_id for m in burst(LIFT)}


def test_a_city_without_a_common_trouble_has_no_hot_spot() -> None:
    """各说各事的，不是热点 (RULES 55)."""
    assert hot(QUIET) == []


def test_what_comes_in_steadily_is_usual_and_no_hot_spot() -> None:
    """与以往持平的，不是热点 (RULES 55)."""
    steady = [
        said(n, told(n, LIFT), on=TODAY - timedelta(days=4 * n)) for n in range(28)
    ]  # seven in each window, for sixteen weeks
    [spot] = [one for one in spots([*QUIET, *steady], TODAY, HEAT) if one.count >= 5]
    assert spot.expected > 5
    assert not spot.is_hot(HEAT)


def test_copies_of_one_text_are_one_hot_spot_in_each_county() -> None:
    """众人照抄同一文字的，在每个县区是一个热点 (RULES 55)."""
    here = [said(at, LIFT) for at in range(1, 101)]
    there = [said(at, LIFT, county="620722") for at in range(101, 151)]
    found = hot([*QUIET, *here, *there])
    assert {(one.county, one.count) for one in found} == {("620702", 100), ("620722", 50)}


def test_one_who_writes_daily_is_no_hot_spot() -> None:
    """同一当事人反复来件的，不是热点 (RULES 55)."""
    assert hot([*QUIET, *burst(LIFT, n=9, party="same")]) == []


@pytest.mark.parametrize("n", [2, 3, 4])
def test_a_few_are_no_hot_spot(n: int) -> None:
    """不足五件的，不是热点 (RULES 55)."""
    assert hot([*QUIET, *burst(LIFT, n=n)]) == []


def test_two_troubles_of_one_matter_in_one_place_are_two_hot_spots() -> None:
    """同一地方同一类型的两个问题，是两个热点 (RULES 55)."""
    found = hot([*QUIET, *burst(LIFT, 1), *burst(HEATING, 50)])
    assert sorted(one.count for one in found) == [6, 6]
    assert all(one.matters == ("wuye",) for one in found)


def test_one_trouble_told_under_two_matters_is_one_hot_spot() -> None:
    """同一问题登记为不同类型的，是一个热点 (RULES 55)."""
    mixed = [*burst(MIXER, 1, 4, matter="huanjing"), *burst(MIXER, 50, 3, matter="zaosheng")]
    [spot] = hot([*QUIET, *mixed])
    assert (spot.count, spot.matters) == (7, ("huanjing", "zaosheng"))


def test_the_same_words_in_two_counties_are_two_troubles() -> None:
    """两个县区的问题分别识别 (RULES 55)."""
    text = "电梯停运，老人上下楼困难，维修拖延，物业推脱"
    here = [said(n, told(n, text)) for n in range(6)]
    there = [said(50 + n, told(50 + n, text), county="620722") for n in range(6)]
    found = hot([*QUIET, *here, *there])
    assert sorted(one.county for one in found) == ["620702", "620722"]


def test_after_the_holidays_everything_comes_at_once_and_is_not_hot() -> None:
    """节后集中来件，全市同涨的部分不计 (RULES 55)."""
    few = [said(1, told(1, HEATING), on=TODAY - timedelta(days=40))]
    rush = [said(50 + n, told(50 + n, HEATING)) for n in range(6)]
    calm = [*QUIET, *few, *rush]
    assert len(hot(calm)) == 1
    flood = [
        Message(**{**_fields(one), "key": (one.dispute_id, 7), "on": TODAY})
        for one in background(days=90, a_day=5, until=TODAY - timedelta(days=200))
    ]
    [spot] = [one for one in spots([*calm, *flood], TODAY, HEAT) if one.count == 6]
    assert spot.swell > 4
    assert not spot.is_hot(HEAT)


def test_a_hub_that_has_just_begun_asks_for_more() -> None:
    """没有以往数据的，须有更多来件才是热点 (RULES 55)."""
    today = [said(900 + n, one.text, on=TODAY) for n, one in enumerate(QUIET[:40])]
    few = [said(n, told(n, LIFT)) for n in range(5)]
    many = [said(n, told(n, LIFT)) for n in range(12)]
    assert hot([*today, *few]) == []
    assert [one.count for one in hot([*today, *many])] == [12]


def test_history_tells_what_is_usual_and_is_no_member() -> None:
    """历史台账只作以往件数 (RULES 55)."""
    history = [Message(**{**_fields(one), "history": True}) for one in burst(LIFT)]
    assert hot([*QUIET, *history]) == []


def _fields(one: Message) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


@settings(max_examples=6)
@given(st.integers(min_value=0, max_value=10**6))
def test_the_order_in_which_messages_come_does_not_matter(seed: int) -> None:
    """识别结果与来件先后无关 (RULES 55)."""
    messages = [*QUIET[:200], *burst(LIFT, 1), *burst(MIXER, 50)]
    shuffled = list(messages)
    Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    assert spots(shuffled, TODAY, HEAT) == spots(messages, TODAY, HEAT)


@given(
    before=st.integers(0, 40),
    count=st.integers(1, 60),
    windows=st.floats(0, 4),
    swell=st.floats(1, 20),
)
def test_more_messages_score_higher_and_more_usual_ones_lower(
    before: int, count: int, windows: float, swell: float
) -> None:
    """分值随件数升高，随以往件数和全市涨幅降低 (RULES 55)."""
    here = score(count, before, windows, swell, 0.5)
    assert score(count + 1, before, windows, swell, 0.5) >= here
    assert score(count, before, windows, swell * 2, 0.5) <= here
    assert 0 <= here <= 99


def test_the_chance_is_that_of_a_rate_known_from_what_was_seen() -> None:
    """分值的算法：伽马—泊松分布的尾概率 (RULES 55)."""
    assert tail(0, 2.5, 3.0) == pytest.approx(1.0)
    assert tail(1, 1.0, 1.0) == pytest.approx(0.5)
    assert tail(5, 1.0, 1.0) == pytest.approx(0.5**5)
    assert expected(4, 3, 1.0, 0.5) == pytest.approx(4.5 / 4)
    assert score(5, 0, 0, 1.0, 1.0) == pytest.approx(1.51)


def test_the_words_of_a_hot_spot_are_those_of_several_parties() -> None:
    """共同词语须为多名当事人所用 (RULES 55)."""
    members = burst(LIFT)
    words = shared_words(members, QUIET, 0.5, ())
    assert any("金水湾" in word for word in words)
    assert all(sum(word in one.said for one in members) >= 3 for word in words)


def test_no_name_title_or_digit_is_among_the_words() -> None:
    """共同词语不含姓名、称谓和号码 (RULES 55)."""
    draw = Random(3)  # noqa: S311 - no secret
    pad = ["".join(draw.choices("东南西北春夏秋冬", k=4)) for _ in range(6)]
    members = [
        said(n, f"投诉，{pad[n]}包工头赵铁柱{pad[-n]}拖欠工资{pad[n]}找王主任13800000000{pad[n]}")
        for n in range(6)
    ]
    words = shared_words(members, QUIET, 0.5, {"赵铁柱"})
    assert "拖欠工资" in words
    assert not [w for w in words if "赵" in w or "铁柱" in w or "主任" in w]
    assert not any(sign.isascii() for word in words for sign in word)
