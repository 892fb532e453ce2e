"""看板: each number equals the cases behind it, and has its denominator."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from deploy.boards.asked import ANY_ROAD, Apart, Scope
from deploy.boards.behind import every, listing
from deploy.boards.catalogue import BOARDS, made
from deploy.boards.lists import Behind
from deploy.boards.sheet import Number, Share
from services.routing.figures.keeping import rebuild
from shared.work import Hub
from tests.boards.filling import CITY, COUNTY, OTHER, ROADS, TODAY, counted, filled, numbers, scope
from tests.routing.figures.test_kept import number


def _ways(name: str) -> list[str]:
    return ["county", "department", "township", "matter"] if name == "rates" else [""]


async def every_number_is_its_list(asked: Scope) -> dict[str, int]:
    """Hold every number of every board against the list that it opens; what each board counts."""
    found = dict.fromkeys(BOARDS, 0)
    for name, listed in BOARDS.items():
        for by in _ways(name):
            for one in numbers(await made(listed, asked, Apart(by=by))):
                if one.n:
                    assert await counted(asked.on(listed.road), one) == one.n, (name, one)
                    found[name] += one.n
    return found


@pytest.mark.parametrize("kept", [False, True])
async def test_each_number_of_each_board_is_the_sum_of_the_cases_that_it_opens(
    hub: Hub, *, kept: bool
) -> None:
    """每个数字等于它打开的案卷之和，按途径筛选之后也是 (RULES 61)."""
    await filled(hub)
    if kept:
        await number(hub.pool)
        assert await rebuild(hub.pool)
    whole = await every_number_is_its_list(scope(hub))
    assert all(whole.values())
    parts = [await every_number_is_its_list(scope(hub, road=road)) for road in ROADS]
    none = await every_number_is_its_list(scope(hub, road="court"))
    for name, listed in BOARDS.items():
        if listed.road == ANY_ROAD:
            assert all(0 < part[name] < whole[name] for part in parts), name
            assert sum(part[name] for part in parts) < whole[name], name
            assert none[name] == 0, name
        else:
            assert [part[name] for part in (*parts, none)] == [whole[name]] * 3, name


async def test_a_share_has_the_denominator_that_its_definition_says(hub: Hub) -> None:
    """按期决定率的分母是按期、逾期决定和逾期未决之和 (ARL 62)."""
    await filled(hub)
    board = await BOARDS["reconsideration"].make(scope(hub))
    total = board.sheets[0].total
    assert total is not None
    share = total.cells[-1]
    assert isinstance(share, Share)
    assert (share.numerator.n, share.denominator.n) == (1, 3)
    assert share.value == pytest.approx(1 / 3)
    empty = await BOARDS["reconsideration"].make(scope(hub, OTHER))
    assert not empty.sheets[0].rows


RESULTS = """
UPDATE reconsideration.ordinary SET state = $2, decided_on = $3, outcome = $4, settled = $5,
  act = $6, respondent = $7, received_on = $8 WHERE case_id = $1
"""


async def test_the_rates_of_correction_and_settlement_tell_their_denominators(hub: Hub) -> None:
    """纠错率逐行写明分母，调撤率以审结为分母；按被申请人、行政行为类别、季度分列 (ARR2026 66)."""
    await filled(hub)
    pool, last = hub.pool, TODAY - timedelta(days=95)
    ids = [
        row["case_id"] for row in await pool.fetch("SELECT case_id FROM reconsideration.ordinary")
    ]
    penalty = ("penalty", "620702-traffic", TODAY)
    for one, said in zip(
        ids,
        (
            ("delivered", TODAY, "revoked", False, *penalty),
            ("terminated", None, None, True, *penalty),
            ("delivered", TODAY, "application_dismissed", False, None, "620702-water", last),
        ),
        strict=True,
    ):
        await pool.execute(RESULTS, one, *said)
    asked = replace(scope(hub), start=last)
    rates, organs, acts, quarters = (await BOARDS["reconsideration"].make(asked)).sheets[2:6]
    found = {row.name: row.cells[0] for row in rates.rows}
    told = {k: (v.numerator.n, v.denominator.n) for k, v in found.items() if isinstance(v, Share)}
    assert [told[f"纠错率（{of}）"] for of in ("审结减终止", "审结", "实体决定", "收到申请")] == [
        *((1, 2), (1, 3), (1, 1), (1, 3))
    ]
    assert told["调撤率"] == (1, 3)
    for sheet in (organs, acts, quarters):
        shares = [[one for one in row.cells if isinstance(one, Share)] for row in sheet.rows]
        assert sorted((a.numerator.n, a.denominator.n) for a, _ in shares) == [(0, 1), (1, 1)]
        assert sorted((b.numerator.n, b.denominator.n) for _, b in shares) == [(0, 1), (1, 2)]
    for one in numbers(await BOARDS["reconsideration"].make(asked)):
        assert not one.n or await counted(asked, one) == one.n, one


JOINT = """
UPDATE reconsideration.ordinary SET state = 'delivered', decided_on = $2, accepted_on = $3,
  outcome = $4, respondent = $5, joint = $6::text::jsonb, findings = $7::text::jsonb
WHERE case_id = $1
"""


async def test_why_organs_are_put_right_and_how_long_it_takes_is_told_of_each_respondent(
    hub: Hub,
) -> None:
    """纠错的理由、平均办理天数；共同被申请人各计一件，合计只计一次 (ARL 19, 62, 64)."""
    await filled(hub)
    pool = hub.pool
    one, two, _ = [
        row["case_id"] for row in await pool.fetch("SELECT case_id FROM reconsideration.ordinary")
    ]
    unclear = '[{"facts_clear": false, "procedure": "violated"}]'
    beside = '[{"organ": "620702-chengguan"}]'
    days = (TODAY, TODAY - timedelta(days=20)), (TODAY, TODAY - timedelta(days=5))
    await pool.execute(JOINT, one, *days[0], "revoked", "620702-gongan", beside, unclear)
    await pool.execute(JOINT, two, *days[1], "upheld", "620702-chengguan", "[]", "[{}]")
    board = await BOARDS["reconsideration"].make(scope(hub))
    organs, grounds = board.sheets[3], board.sheets[6]
    at = organs.head.index("平均办理天数")
    name = scope(hub).directory.organ
    found = {row.name: row.cells for row in organs.rows}
    assert found[name("620702-gongan").name][at] == "20.0"
    assert found[name("620702-chengguan").name][at] == "12.5"
    assert organs.total is not None
    decided = [
        cells[at - 1] for cells in (organs.total.cells, found[name("620702-chengguan").name])
    ]
    assert [one.n for one in decided if isinstance(one, Number)] == [2, 2]
    told = {row.name: row.cells[0] for row in grounds.rows}
    assert told.keys() == {"主要事实不清、证据不足", "违反法定程序"}
    for number_of in numbers(board):
        assert not number_of.n or await counted(scope(hub), number_of) == number_of.n, number_of


async def test_a_county_sees_its_own_numbers_alone(hub: Hub) -> None:
    """县区监督人员只看本县区的数字."""
    await filled(hub)
    for listed in BOARDS.values():
        city = numbers(await listed.make(scope(hub, CITY)))
        county = numbers(await listed.make(scope(hub, OTHER)))
        assert sum(one.n for one in county) < sum(one.n for one in city)
    own = scope(hub, COUNTY)
    for listed in BOARDS.values():
        for one in numbers(await listed.make(own)):
            assert not one.n or await counted(own, one) == one.n


async def test_a_list_goes_on_where_its_page_ended_in_either_order(hub: Hub) -> None:
    """清单翻页不重不漏，正序倒序相反."""
    await filled(hub)
    asked = scope(hub)
    for of in (
        {"of": "figures", "measure": "whistles"},
        {"of": "periods", "how": "running"},
        {"of": "roads"},
        {"of": "reconsiderations", "measure": "received"},
    ):
        up, down = [await _all(asked, Behind(**of, sort=sort)) for sort in ("on", "-on")]
        forth = [one.mark async for one in _one_by_one(asked, of)]
        assert len(forth) > 1
        assert forth == up
        assert forth[::-1] == down


async def _all(asked: Scope, behind: Behind) -> list[Any]:
    return [item.mark async for items in every(asked, behind, 99) for item in items]


async def _one_by_one(asked: Scope, of: dict[str, str]) -> AsyncIterator[Any]:
    cursor = ""
    while True:
        page = await listing(asked, Behind(**of, sort="on", cursor=cursor), 1)
        for item in page.items:
            yield item
        if not (cursor := page.next):
            return
