"""The doors of the figures on a real database: equal to the pages, as of any moment, by sight."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from deploy.hub import app as terminal
from services.routing.agents import LISTENS
from services.routing.figures.fold import Board, Question, board
from services.routing.figures.measures import By
from services.routing.figures.reading import AT_ONCE, figures, snapshot
from services.routing.figures.routes import router
from services.routing.store import whistle_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered
from shared.db import Pool
from shared.settings import settings
from shared.web import web_app
from shared.work import Act, Hub
from tests.conftest import MORNING
from tests.routing.cases import CASE, registered
from tests.routing.figures.files import ASSIST, CENTRE, LEAD, Book, dispute, together
from tests.routing.figures.test_fold import late, solved

INSERT = """
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::date[],
  $7::timestamptz[], $8::text[], $9::smallint[], $10::jsonb[], $11::text[], $12::text[])
"""

CITY_SUPERVISOR = (Role.SUPERVISOR, "620700-government")
COUNTY_SUPERVISOR = (Role.SUPERVISOR, "620702-government")

BOOKS = [
    solved("a", "2026-11-16", whistler=CENTRE), solved("b", "2026-11-17"),
    late("c", "2026-11-16"), solved("d", "2026-11-18", place="620725100"),
    Book("e", "2026-11-19T09:00").blow("2026-11-19T09:00").call().call(ASSIST),
    Book("f", "2026-10-30T09:00").blow("2026-10-30T09:00").call(),
]  # fmt: skip
PAGES = [*together(BOOKS), *dispute("x", "2026-11-16T08:00"), *dispute("y", "2026-11-17T08:00")]


async def put(pool: Pool, pages: Sequence[Fact]) -> None:
    """The pages as the hub keeps them."""
    heads = [page.head for page in pages]
    n = len(pages)
    await pool.execute(
        INSERT,
        [h.case_id for h in heads],
        [h.version for h in heads],
        [h.dispute_id for h in heads],
        [page.office() for page in pages],
        [page.kind for page in pages],
        [h.on for h in heads],
        [h.at for h in heads],
        [h.by for h in heads],
        [0] * n,
        [json.dumps({"number": "620702-20261124-0000001-0"})] * n,
        [""] * n,
        [page.model_dump_json() for page in pages],
    )


class Desk:
    """A browser that may come as anybody."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client = client
        self._tokens = tokens

    async def get(self, path: str, who: tuple[Role, str], **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx
        token = self._tokens.issue("officer-1", [who[0]], organ=who[1])
        headers = {"Authorization": f"Bearer {token}", **more.pop("headers", {})}
        return await self._client.get(path, headers=headers, params=more)

    async def board(self, who: tuple[Role, str], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as httpx
        answer = await self.get("/figures/routing", who, **more)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="分流", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)


def counts(group: dict[str, Any]) -> dict[str, int]:
    return {one["measure"]: one["n"] for one in group["counts"]}


def same(one: Board, other: Board) -> bool:
    return (one.files, one.total, one.groups) == (other.files, other.total, other.groups)


@pytest.mark.parametrize("by", [None, *By])
async def test_what_is_read_equals_the_fold_of_the_pages(db: Pool, by: By | None) -> None:
    """数字只从已记录的事实得出，重建后相同 (RULES 61)."""
    await put(db, PAGES)
    question = Question(as_of=MORNING + timedelta(days=30), by=by)
    assert same(await figures(db, question), board(PAGES, question))
    assert board(PAGES, question).files == 8


async def test_the_board_of_an_earlier_moment_is_the_board_that_was_there_then(db: Pool) -> None:
    """截至时刻的看板，与当时所见相同 (RULES 61)."""
    then = MORNING - timedelta(days=6)
    before = [page for page in PAGES if page.head.at <= then]
    await put(db, before)
    question = Question(as_of=then, by=By.DEPARTMENT)
    seen = await figures(db, question)
    await put(db, [page for page in PAGES if page.head.at > then])
    assert same(await figures(db, question), seen)
    assert not same(await figures(db, Question(as_of=MORNING, by=By.DEPARTMENT)), seen)


async def test_many_files_are_read_in_batches_and_none_twice(
    db: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.routing.figures.reading.BATCH", 2)
    await put(db, PAGES)
    question = Question(as_of=MORNING)
    assert same(await figures(db, question), board(PAGES, question))


async def test_boards_leave_connections_to_the_pages_of_clerks(db: Pool) -> None:
    """同时汇总的看板有限，其余排队，不占办件的数据库连接."""
    async with AsyncExitStack() as others:
        for _ in range(AT_ONCE):
            await others.enter_async_context(snapshot(db))
        one_more = asyncio.create_task(figures(db, Question(as_of=MORNING)))
        held = db.get_size() - db.get_idle_size()
        for _ in range(20):
            await asyncio.sleep(0)
        assert (db.get_size() - db.get_idle_size(), held) == (AT_ONCE, AT_ONCE)
        assert not one_more.done()
    assert (await one_more).files == 0


async def test_files_are_found_by_the_index_of_their_first_days(db: Pool) -> None:
    """按首页之日的索引查找."""
    await put(db, PAGES)
    from services.routing.figures import reading  # noqa: PLC0415 - its own words

    await db.execute("SET enable_seqscan = off")
    sql = f"EXPLAIN {reading._BEGUN.format('>')} {reading._NOT_KEPT}"  # noqa: SLF001 - held against the index
    async with db.acquire() as conn:
        await conn.execute("SET enable_seqscan = off")
        day = MORNING.date()
        since = day - timedelta(days=30)
        plan = await conn.fetch(sql, since, day, since, 0, "", MORNING)
    told = "\n".join(row[0] for row in plan)
    assert "ix_outbox_opening" in told
    assert "ix_tally_file" in told


async def test_the_city_sees_all_a_county_its_own_a_department_its_own(
    db: Pool, desk: Desk
) -> None:
    """市级看全部，县区看本县区，部门看本部门 (RULES 61)."""
    await put(db, PAGES)
    assert counts((await desk.board(CITY_SUPERVISOR))["whole"])["whistles"] == 6
    own = await desk.board(COUNTY_SUPERVISOR)
    assert (counts(own["whole"])["whistles"], own["narrowed"]) == (5, {"county": "620702"})
    mine = await desk.board((Role.DEPARTMENT, ASSIST), by="department")
    assert [group["group"] for group in mine["groups"]] == [ASSIST]
    for who, more in (
        (COUNTY_SUPERVISOR, {"county": "620725"}),
        ((Role.DEPARTMENT, ASSIST), {"department": LEAD}),
    ):
        assert (await desk.get("/figures/routing", who, **more)).status_code == 404
    assert (await desk.get("/figures/routing", (Role.WINDOW, ASSIST))).status_code == 403


async def test_a_number_comes_with_denominator_interval_reckoning_and_rule(
    db: Pool, desk: Desk
) -> None:
    """每个比率附分子、分母、区间、算法、依据 (RULES 61)."""
    await put(db, PAGES)
    asked = {"from": "2026-11-01", "to": "2026-11-30", "as_of": "2026-11-20T09:00:00"}
    found = await desk.board(CITY_SUPERVISOR, by="department", **asked)
    assert (found["as_of"], found["by_term"]) == ("2026-11-20T09:00:00+08:00", "部门")
    response = next(one for one in found["whole"]["ratios"] if one["name"] == "response")
    assert (response["numerator"], response["denominator"]) == (3, 3)
    assert response["low"] < response["value"] == response["high"] == 1
    row = next(one for one in found["reckoned"] if one["name"] == "response")
    assert (row["article"], row["article_text"]) == ("RULES 4", "《枢纽办理规则》第4条")
    assert found["rankings"][0]["too_few"][0]["group"] == LEAD
    assert found["groups"][0]["score"]["value"] is None


async def test_the_cases_behind_a_number_are_listed_page_by_page(db: Pool, desk: Desk) -> None:
    """查看数字背后的案卷 (RULES 61)."""
    await put(db, PAGES)
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        answer = await desk.get(
            "/figures/routing/cases", CITY_SUPERVISOR,
            measure="check_in_in_time", limit=1, cursor=cursor,
        )  # fmt: skip
        page = answer.json()
        seen += [one["case_id"] for one in page["items"]]
        cursor = page["next"] or ""
    assert seen == [str(BOOKS[n].case_id) for n in (0, 1, 3)]
    assert (cursor, page["term"]) == ("", "报到：按期")
    for more in ({"measure": "nothing"}, {"measure": "calls", "cursor": "?"}):
        answer = await desk.get("/figures/routing/cases", CITY_SUPERVISOR, **more)
        assert answer.status_code == 422


async def test_a_moment_to_come_and_days_the_wrong_way_round_are_told(desk: Desk) -> None:
    """截至时刻不得晚于现在."""
    for more in (
        {"as_of": "2026-11-23T09:00:01"},
        {"from": "2026-11-02", "to": "2026-11-01"},
        {"by": "nothing"},
    ):
        assert (await desk.get("/figures/routing", CITY_SUPERVISOR, **more)).status_code == 422


async def test_the_bars_of_a_whistle_are_told_and_drawn(
    hub: Hub, clock: StillClock, desk: Desk
) -> None:
    """时间条：数据、文字、图 (RULES 61)."""
    heard = LISTENS[DisputeRegistered]
    fact = registered("jiedai")
    do = partial(heard.handler, fact=fact)
    await hub.act(Act(do=do, files=heard.files(fact), labels={"county": "620702"}))
    clock.forward(timedelta(hours=2))
    path = f"/whistles/{whistle_of(CASE)}/bars"
    found = (await desk.get(path, (Role.DEPARTMENT, LEAD))).json()
    [bar] = found["bars"]
    assert (bar["name"], bar["end"]) == ("甘州区司法局", None)
    assert [(one["term"], one["start"], one["end"]) for one in bar["segments"]] == [
        ("待报到，归本部门", "2026-11-23T09:00:00+08:00", "2026-11-23T11:00:00+08:00")
    ]
    assert found["held"][0]["organs"] == [LEAD]
    assert "本部门用时2小时" in found["text"]
    for more in ({"as": "svg"}, {"headers": {"Accept": "image/svg+xml"}}):
        drawn = await desk.get(path, (Role.DEPARTMENT, LEAD), **more)
        assert drawn.headers["content-type"] == "image/svg+xml"
        assert "本部门用时2小时" in drawn.text
    early = await desk.get(path, (Role.DEPARTMENT, LEAD), as_of="2026-11-23T08:59:00")
    assert early.json()["bars"] == []
    assert (await desk.get(path, (Role.DEPARTMENT, "620702-jiaoyu"))).status_code == 404


async def test_the_terminal_tells_the_same_and_writes_a_table(
    db: Pool, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """命令行看板，可写成表格文件 (RULES 61)."""
    import asyncio  # noqa: PLC0415 - the command runs a loop of its own, in another thread

    await put(db, PAGES)
    monkeypatch.setenv("HUB_DATABASE_URL", database)
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    settings.cache_clear()
    table = tmp_path / "figures.csv"
    asked = ["routing", "figures", "--from", "2026-11-01", "--to", "2026-11-30"]
    asked += ["--as-of", "2026-11-23T09:00", "--by", "department", "--csv", str(table)]
    run = partial(CliRunner().invoke, terminal)
    plain, machine = [await asyncio.to_thread(run, [*asked, *more]) for more in ((), ("--json",))]
    assert (plain.exit_code, machine.exit_code) == (0, 0), plain.output
    anew = await asyncio.to_thread(run, [*asked, "--rebuild"])
    settings.cache_clear()
    assert (anew.stdout, anew.stderr) == (plain.stdout, "重新汇总已结案卷0件\n")
    assert "响应率" in plain.output
    assert "甘州区司法局" in plain.output
    found = json.loads(machine.output)
    assert counts(found["whole"])["whistles"] == 5
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("部门,代码,项目,分子,分母")
    assert any(line.startswith(f"甘州区司法局,{LEAD},响应率,3,3,") for line in lines)
