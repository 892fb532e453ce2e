"""看板: each number equals the cases behind it; its denominator, its reckoning, its export."""

import csv
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from html import unescape
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID, uuid5

import httpx
import pytest
from openpyxl import load_workbook

from deploy.boards import show, spots
from deploy.boards.asked import ANY_ROAD, Apart, Scope
from deploy.boards.behind import every, kind_of, listing
from deploy.boards.catalogue import BOARDS, made
from deploy.boards.export import MARK, PERCENT, Book, line
from deploy.boards.lists import Behind
from deploy.boards.sheet import Board, Number, Row, Share
from deploy.web import make_app
from services.intake.commands import Taken, take_in
from services.reconsideration.store import CASES
from services.routing.figures.keeping import rebuild
from services.routing.office import OFFICE as ROUTING
from shared.auth import Identity, LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    DecisionMade,
    DecisionOverdue,
)
from shared.frame.words import day
from shared.settings import Settings
from shared.work import Act, Hub, Work
from tests.conftest import MORNING
from tests.intake.entries import entry
from tests.reconsideration.makers import FIELDS
from tests.routing.figures.files import together
from tests.routing.figures.test_doors import PAGES, put
from tests.routing.figures.test_kept import LADDERS, number

CITY = Identity.of("s-1", [Role.SUPERVISOR], organ="620700-centre")
COUNTY = Identity.of("s-2", [Role.SUPERVISOR], organ="620702-centre")
OTHER = Identity.of("s-3", [Role.SUPERVISOR], organ="620725-centre")

TODAY = MORNING.date()


def scope(hub: Hub, who: Identity = CITY, **more: Any) -> Scope:  # noqa: ANN401 - any field
    said: dict[str, Any] = {
        "county": "" if who.is_city else who.county,
        "start": TODAY - timedelta(days=60),
        "until": TODAY,
        "road": "",
        "now": MORNING,
    }
    return Scope(hub=hub, who=who, **said | more)


ROADS = ("peoples_mediation", "adjudication")

ROUTED = """
INSERT INTO routing.routing (case_id, dispute_id, version, state, compulsory, provisional)
SELECT gen_random_uuid(), dispute_id, 1, 'routed', '', false
FROM (SELECT dispute_id FROM hub.outbox EXCEPT SELECT dispute_id FROM routing.routing) o
"""

ON_ROADS = """
WITH found AS (
  SELECT case_id, ($1::text[])[1 + row_number() OVER (
    PARTITION BY (SELECT string_agg(DISTINCT kind, ' ') FROM hub.outbox o
                  WHERE o.dispute_id = r.dispute_id AND kind ~ 'registered|blown|checked|lapsed')
    ORDER BY dispute_id
  ) % 3] AS road
  FROM routing.routing r
), filed AS (
  UPDATE hub.file f SET labels = labels || jsonb_build_object('road', coalesce(v.road, ''))
  FROM found v WHERE v.case_id = f.case_id
)
UPDATE routing.routing r SET road = v.road FROM found v WHERE v.case_id = r.case_id
"""
"""Every third dispute of a kind on each of two roads, the others on none."""

SPOT = """
INSERT INTO routing.hotspot (case_id, dispute_id, version, state, county, place, count, parties,
                             expected, score, swell, matters, disputes, found_on, told_on)
SELECT gen_random_uuid(), gen_random_uuid(), 1, 'hot', '620702', '620702100', 3, 3, 0.5, 6 + n, 2,
       '["linli"]', (SELECT jsonb_agg(dispute_id ORDER BY number) FROM intake.dispute),
       $1::date - n, $1::date + n
FROM generate_series(0, 1) n
"""
"""Two hot spots of which all registered disputes speak; the later found was told earlier."""


async def filled(hub: Hub) -> None:
    """Whistles, ladders and registered disputes of the figures; disputes in hand; reviews."""
    await put(hub.pool, [*PAGES, *together(LADDERS)])
    for n in range(3):
        [taken] = await take_in(
            hub, [entry(hub, f"key-{n:07}", name=f"甲{n}", phone=f"1380000{n:04}")]
        )
        assert isinstance(taken, Taken)
        await heard(hub, taken.case_id)
        await reviewed(hub, taken.case_id, n)
    await hub.pool.execute(ROUTED)
    await hub.pool.execute(ON_ROADS, ROADS)
    await hub.pool.execute(SPOT, TODAY - timedelta(days=1))


async def heard(hub: Hub, case_id: UUID) -> None:
    """What routing does with a registered dispute."""
    row = await hub.pool.fetchrow("SELECT kind, body FROM hub.outbox WHERE case_id = $1", case_id)
    fact = read(row["kind"], row["body"])
    hears = ROUTING.listens[type(fact)]
    labels = {"county": "620702", "window": "620702-window-1"}
    await hub.act(Act(lambda w: hears.handler(w, fact), files=hears.files(fact), labels=labels))


async def reviewed(hub: Hub, dispute: UUID, n: int) -> None:
    """A reconsideration: decided in time, decided late, or late without a decision."""
    case_id = uuid5(dispute, "review")
    kinds = [
        (ApplicationReceived, ApplicationAccepted, DecisionMade),
        (ApplicationReceived, ApplicationAccepted, DecisionOverdue, DecisionMade),
        (ApplicationReceived, ApplicationAccepted, DecisionOverdue),
    ][n]

    def walk(work: Work) -> None:
        file = work.open(CASES, case_id, dispute)
        for kind in kinds:
            head = work.head(file, by="clock" if kind is DecisionOverdue else "officer-7")
            fact = kind.model_validate({"head": head, **FIELDS.get(kind, {})})
            file = work.record(file, fact)

    await hub.act(Act(walk, files=(case_id,), labels={"county": "620702"}))


def numbers(board: Board) -> list[Number]:
    """Every number of a board that opens something."""
    rows = [row for sheet in board.sheets for row in (*sheet.rows, *_total(sheet.total))]
    found: list[Number] = []
    for row in rows:
        for cell in row.cells:
            if isinstance(cell, Number):
                found.append(cell)
            elif isinstance(cell, Share):
                found += [cell.numerator, cell.denominator]
    return found


def _total(row: Row | None) -> list[Row]:
    return [row] if row else []


async def counted(asked: Scope, number: Number) -> int:
    """The sum of the rows behind a number."""
    behind = Behind(**number.behind)
    narrowed = replace(asked.on(kind_of(behind).road), county=behind.county or asked.county)
    return sum([item.times async for items in every(narrowed, behind, 1000) for item in items])


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


class Desk:
    """A browser of a supervisor."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client, self._tokens = client, tokens

    async def get(self, path: str, organ: str = "620700-centre") -> httpx.Response:
        token = self._tokens.issue("s-1", [Role.SUPERVISOR], organ=organ)
        return await self._client.get(path, headers={"Authorization": f"Bearer {token}"})


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    app = make_app(Settings())
    app.state.tokens = tokens = LocalTokens(b"k" * 40, clock)
    app.state.hub = hub
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)


async def test_every_link_of_a_board_opens_a_list_and_keeps_the_conditions(
    hub: Hub, desk: Desk
) -> None:
    """数字的链接打开清单，条件写在地址里."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    for name in BOARDS:
        page = await desk.get(f"/desk/boards/{name}?{days}")
        assert page.status_code == 200, page.text
        assert "怎么算的" in page.text
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page.text)
        links = {
            unescape(one) for one in re.findall(r'href="(/desk/boards/cases\?[^"]+)"', page.text)
        }
        assert all(f"from={TODAY - timedelta(days=60)}" in one for one in links)
        for link in sorted(links)[:3]:
            answer = await desk.get(link)
            assert answer.status_code == 200, answer.text
            assert "/desk/disputes/" in answer.text


async def test_a_county_may_not_ask_for_another(desk: Desk) -> None:
    """不在查看范围内的县区，看板、清单、导出都不给."""
    for path in ("rates", "cases", "rates/export"):
        more = "&as=csv&of=figures&measure=whistles"
        answer = await desk.get(f"/desk/boards/{path}?county=620725{more}", "620702-centre")
        assert answer.status_code == 404, path


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


async def test_a_workbook_holds_the_numbers_of_the_board_and_says_how_they_are_reckoned(
    hub: Hub, desk: Desk
) -> None:
    """导出的表可以打开，数字相同，附条件和算法."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    for name, listed in BOARDS.items():
        board = await listed.make(scope(hub))
        answer = await desk.get(f"/desk/boards/{name}/export?as=xlsx&{days}")
        book = load_workbook(BytesIO(answer.content))
        assert len(book.worksheets) == len(board.sheets) + 1
        shown = [
            cell.value
            for sheet in book.worksheets[:-1]
            for row in sheet.iter_rows(min_row=2, min_col=2)
            for cell in row
            if isinstance(cell.value, int) and cell.number_format != PERCENT
        ]
        assert shown == [one.n for one in numbers(board)], name
        told = [row[0] for row in book.worksheets[-1].iter_rows(values_only=True)]
        assert {"看板", "截至", "县区", "期间"} <= set(told)
        assert {one.term for sheet in board.sheets for one in sheet.reckoned} <= set(told)


async def test_a_list_is_exported_with_real_days_and_its_sum(hub: Hub, desk: Desk) -> None:
    """清单导出：日期是日期，计数之和相同."""
    await filled(hub)
    asked = f"of=figures&measure=check_in_in_time&from={TODAY - timedelta(days=60)}"
    answer = await desk.get(f"/desk/boards/cases/export?as=xlsx&{asked}")
    [rows, *_] = load_workbook(BytesIO(answer.content)).worksheets
    days = [row[1].value.date() for row in rows.iter_rows(min_row=2)]
    assert days == sorted(days)
    n = sum(row[-1].value for row in rows.iter_rows(min_row=2))
    found = await counted(scope(hub), Number(n, {"of": "figures", "measure": "check_in_in_time"}))
    assert n == found > 0
    plain = await desk.get(f"/desk/boards/cases/export?as=csv&{asked}")
    assert plain.text.startswith(MARK)
    table = list(csv.reader(StringIO(plain.text.removeprefix(MARK))))
    assert table[0] == ["纠纷编号", "首页之日", "计数"]
    assert sum(int(row[2]) for row in table[1 : len(days) + 1]) == n


async def test_a_list_that_is_cut_says_so(
    hub: Hub, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """超过上限的导出写明只列出前若干条."""
    await filled(hub)
    monkeypatch.setattr(show, "MOST", 2)
    answer = await desk.get("/desk/boards/cases/export?as=csv&of=roads")
    rows = list(csv.reader(StringIO(answer.text)))
    assert len([row for row in rows[1:] if row and row[0].startswith("620702-")]) == 2
    assert ["只列出前2条，其余请缩小条件再导出"] in rows


def test_text_of_others_is_no_formula_in_a_file() -> None:
    """导出的文字不作公式."""
    for said in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1"):
        [[cell]] = csv.reader(StringIO(line([said])))
        assert cell == f"'{said}"


async def test_in_a_workbook_text_stays_text() -> None:
    """表格中的文字按文字保存."""
    book = Book()
    book.sheet("一")
    book.row(["=HYPERLINK(1)", 3])
    content = b"".join([piece async for piece in book.sent()])
    [cell, other] = next(load_workbook(BytesIO(content)).worksheets[0].iter_rows())
    assert (cell.data_type, cell.value, other.value) == ("s", "=HYPERLINK(1)", 3)


async def test_a_board_without_a_choice_of_roads_says_which_it_has(hub: Hub, desk: Desk) -> None:
    """复议看板写明只有行政复议一途，吹哨率写明不分途径；所选途径带到其他看板."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    fixed = await desk.get(f"/desk/boards/reconsideration?{days}&road=court")
    assert "途径：行政复议（本看板只有这一途径）" in fixed.text
    assert "途径：诉讼" not in fixed.text
    assert re.search(r'href="/desk/boards/load\?[^"]*road=court', fixed.text)
    [link, *_] = re.findall(r'href="(/desk/boards/cases\?[^"]+)"', fixed.text)
    opened = await desk.get(unescape(link))
    assert "途径：行政复议" in opened.text
    assert "不分途径" in (await desk.get(f"/desk/boards/band?{days}&road=court")).text
    export = await desk.get(f"/desk/boards/reconsideration/export?as=csv&{days}&road=court")
    assert "途径,行政复议" in export.text


async def test_an_export_of_hot_spots_holds_all_pages_and_a_sorted_list_goes_on_over_them(
    hub: Hub, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """导出的是全部热点，不只是这一页；排序跨页有效."""
    await filled(hub)
    monkeypatch.setattr(spots, "MOST_SPOTS", 1)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    export = await desk.get(f"/desk/boards/hotspots/export?as=csv&{days}&sort=told")
    rows = list(csv.reader(StringIO(export.text.removeprefix(MARK))))
    whole = [row[3] for row in rows[2 : rows.index([])]]
    assert len(whole) == 2
    turned, path = [], f"/desk/boards/hotspots?{days}&sort=told"
    while path:
        page = (await desk.get(path)).text
        assert "一页只列1个。" in page
        turned += re.findall(r"<td>(\d+年\d+月\d+日)</td>", page)[1::2]
        found = re.search(r'href="([^"]*cursor=\d[^"]*)" rel="next"', page)
        path = unescape(found[1]) if found else ""
    assert turned == [day(one) for one in sorted(whole)]
    assert (await desk.get(f"/desk/boards/hotspots?{days}&sort=told&cursor=x")).status_code == 422


async def test_a_note_of_a_board_stands_in_its_file_too(hub: Hub, desk: Desk) -> None:
    """看板上的说明，导出文件里也有."""
    await filled(hub)
    export = await desk.get("/desk/boards/calendar/export?as=csv")
    assert "不受期间条件限制" in export.text


async def test_hot_spots_stand_in_the_order_that_the_address_says(hub: Hub, desk: Desk) -> None:
    """热点看板和热点所涉纠纷都可以排序，排序写在地址里，导出照此排序."""
    await filled(hub)
    days = f"from={TODAY - timedelta(days=60)}&to={TODAY}"
    orders = {}
    for sort in ("", "-found", "told", "-told"):
        export = await desk.get(f"/desk/boards/hotspots/export?as=csv&{days}&sort={sort}")
        rows = list(csv.reader(StringIO(export.text.removeprefix(MARK))))
        orders[sort] = [row[2] for row in rows[2:4]]
    earlier, later = f"{TODAY - timedelta(days=2)}", f"{TODAY - timedelta(days=1)}"
    assert orders[""] == orders["-told"] == [earlier, later]
    assert orders["-found"] == orders["told"] == [later, earlier]
    page = await desk.get(f"/desk/boards/hotspots?{days}&sort=told")
    assert 'aria-sort="ascending"' in page.text
    assert re.search(r'href="[^"]*sort=-told"', page.text)
    assert 'name="sort" value="told"' in page.text
    [link, *_] = re.findall(r'href="(/desk/boards/cases\?[^"]+)"', page.text)
    up, down = [
        re.findall(
            r'href="/desk/disputes/([^"]+)"', (await desk.get(f"{unescape(link)}{more}")).text
        )
        for more in ("&sort=on", "&sort=-on")
    ]
    assert len(up) == 3
    assert up[::-1] == down
