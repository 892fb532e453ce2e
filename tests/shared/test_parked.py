"""Use of parked messages, at the service, over HTTP and at the terminal; each use on record."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest
from click.testing import Result
from rich.cells import cell_len
from typer.testing import CliRunner

from deploy.cli import parked as cli
from deploy.cli.say import FAILED
from shared.auth import LocalTokens, Role
from shared.clock import StillClock, WallClock
from shared.db import Pool
from shared.errors import Malformed, Unknown
from shared.law.procedure import Refused
from shared.mailroom import Mailroom
from shared.parked import Letter, park
from shared.parking import Parking, register_of
from shared.parking.routes import router
from shared.settings import settings
from shared.web import web_app
from shared.work import Hub
from tests.shared import hearing
from tests.shared.hearing import CONSUMER, Ear, heard, lane
from tests.work import toy

SECRET = b"s" * 40


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return hearing.make_hub(db, clock)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def mailroom(desk: Hub, ear: Ear) -> Mailroom:
    return Mailroom(desk, ear.office, CONSUMER)


@pytest.fixture
def parking(desk: Hub, ear: Ear) -> Parking:
    return Parking(desk, [ear.office], "hub")


@pytest.fixture
async def web(desk: Hub, parking: Parking) -> AsyncIterator[httpx.AsyncClient]:
    tokens = LocalTokens(SECRET, WallClock())
    app = web_app(title="test", routers=[router], hub=desk, tokens=tokens)
    app.state.parking = parking
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield client


def bearer(role: Role) -> dict[str, str]:
    token = LocalTokens(SECRET, WallClock()).issue("officer-7", [role], organ="620700")
    return {"Authorization": f"Bearer {token}"}


def page(clock: StillClock, case_id: UUID, version: int) -> Letter:
    return hearing.letter(hearing.asked(case_id, version, str(version), clock))


async def stuck(mailroom: Mailroom, clock: StillClock, *, pages: int = 3) -> tuple[UUID, Letter]:
    """A file whose first page cannot be read, and that page as it should have been."""
    case_id = uuid4()
    first, *more = [page(clock, case_id, n) for n in range(1, pages + 1)]
    await mailroom.take_in([replace(first, body=b"\xff{"), *more])
    return case_id, first


async def register(db: Pool) -> list[dict[str, object]]:
    rows = await db.fetch(
        "SELECT body, office, dispute_id FROM hub.outbox WHERE case_id = $1 ORDER BY version",
        register_of(CONSUMER),
    )
    assert {(row["office"], row["dispute_id"]) for row in rows} <= {("toy", register_of(CONSUMER))}
    return [json.loads(row["body"]) for row in rows]


async def test_the_list_tells_the_first_of_each_lane_and_who_waits_behind(
    mailroom: Mailroom, parking: Parking, clock: StillClock
) -> None:
    case, _ = await stuck(mailroom, clock)
    other, _ = await stuck(mailroom, clock, pages=1)
    first, second = await parking.list()
    assert (first.case_id, first.version, first.behind) == (case, 1, 2)
    assert (second.case_id, second.version, second.behind) == (other, 1, 0)
    assert (first.consumer, first.kind) == (CONSUMER, "toy.asked.v1")
    assert first.reason.startswith("读不出")
    assert await parking.list(after=first.parked_id) == [second]
    assert await parking.list(limit=1) == [first]
    assert await parking.list("hub.other.office") == []


async def test_what_only_waits_is_listed_too_once_nothing_stands_before_it(
    mailroom: Mailroom, parking: Parking, clock: StillClock, db: Pool
) -> None:
    case, _ = await stuck(mailroom, clock)
    await db.execute("UPDATE hub.parked SET state = 'replayed' WHERE version = 1")
    [left] = await parking.list()
    assert (left.case_id, left.version, left.state, left.behind) == (case, 2, "waiting", 1)
    assert (await parking.replay(left.parked_id, by="a-1")).handled == 2


async def test_mend_and_replay_drain_the_lane_and_stand_in_the_register(
    mailroom: Mailroom, parking: Parking, clock: StillClock, db: Pool
) -> None:
    """使用滞留件须登记，何人何时 (RULES 40)."""
    case, whole = await stuck(mailroom, clock)
    [one] = await parking.list()
    shown = await parking.mend(one.parked_id, whole.body.decode(), by="a-1")
    assert (shown.body, shown.mended) == ("\\xff{", whole.body.decode())
    assert await heard(db, case) == []
    drained = await parking.replay(one.parked_id, by="a-2")
    assert (drained.handled, drained.left) == (3, 0)
    assert await heard(db, case) == ["1", "2", "3"]
    assert await parking.list() == []
    mended, replayed = await register(db)
    assert (mended["kind"], mended["head"]["by"]) == ("parked.mended.v1", "a-1")
    assert (replayed["kind"], replayed["head"]["by"]) == ("parked.replayed.v1", "a-2")
    assert (replayed["heard_case_id"], replayed["heard_version"]) == (str(case), 1)
    assert "body" not in mended


async def test_a_body_that_cannot_be_read_or_is_another_page_does_not_mend(
    mailroom: Mailroom, parking: Parking, clock: StillClock, db: Pool
) -> None:
    case, _ = await stuck(mailroom, clock)
    [one] = await parking.list()
    for body in ("{", "{}", page(clock, case, 2).body.decode(), page(clock, uuid4(), 1).body):
        with pytest.raises(Malformed):
            await parking.mend(one.parked_id, str(body), by="a-1")
    assert await register(db) == []


async def test_a_message_without_a_page_is_given_one_by_mending(
    mailroom: Mailroom, parking: Parking, clock: StillClock, db: Pool
) -> None:
    whole = page(clock, uuid4(), 1)
    await mailroom.take_in([Letter("hub.toy", 0, 5, b"?")])
    [one] = await parking.list()
    with pytest.raises(Refused):
        await parking.replay(one.parked_id, by="a-1")
    await parking.mend(one.parked_id, whole.body.decode(), by="a-1")
    assert (await parking.replay(one.parked_id, by="a-1")).handled == 1
    assert whole.case_id
    assert await heard(db, whole.case_id) == ["1"]


async def test_a_discarded_page_is_gone_for_good_and_the_rest_goes_on(
    mailroom: Mailroom, parking: Parking, ear: Ear, clock: StillClock, db: Pool
) -> None:
    """作废的不再办理，其后各页继续 (RULES 40)."""
    case = uuid4()
    ear.failing.add("1")
    pages = [page(clock, case, n) for n in (1, 2, 3)]
    await db.execute(
        "INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by,"
        " part, labels, trace, body) VALUES ($1, 1, $1, 'toy', 'toy.asked.v1', now(), now(), 'x',"
        " 0, '{}', '', '{}')",
        case,
    )
    await mailroom.take_in(pages)
    [one] = await parking.list()
    drained = await parking.discard(one.parked_id, by="a-1")
    assert (drained.handled, drained.left) == (2, 0)
    ear.failing.clear()
    await mailroom.take_in([*pages, replace(pages[0], offset=10_000)])
    assert await heard(db, case) == ["2", "3"]
    assert [use["kind"] for use in await register(db)] == ["parked.discarded.v1"]


async def test_only_the_first_of_a_lane_is_discarded(
    mailroom: Mailroom, parking: Parking, clock: StillClock, db: Pool
) -> None:
    await stuck(mailroom, clock)
    second = await db.fetchval("SELECT parked_id FROM hub.parked WHERE version = 2")
    with pytest.raises(Refused):
        await parking.discard(second, by="a-1")


async def test_what_is_settled_is_not_used_again(
    mailroom: Mailroom, parking: Parking, clock: StillClock
) -> None:
    await stuck(mailroom, clock)
    [one] = await parking.list()
    await parking.discard(one.parked_id, by="a-1")
    with pytest.raises(Refused):
        await parking.replay(one.parked_id, by="a-1")
    with pytest.raises(Unknown):
        await parking.show(one.parked_id + 1000)


async def test_a_replay_that_fails_again_says_why_and_what_is_left(
    mailroom: Mailroom, parking: Parking, ear: Ear, clock: StillClock, db: Pool
) -> None:
    case = uuid4()
    ear.failing.add("1")
    await mailroom.take_in([page(clock, case, n) for n in (1, 2)])
    [one] = await parking.list()
    drained = await parking.replay(one.parked_id, by="a-1")
    assert (drained.handled, drained.left) == (0, 2)
    assert drained.reason == "办理失败: RuntimeError"
    assert await lane(db, case) == [(1, "parked"), (2, "waiting")]
    assert len(await register(db)) == 1


async def test_only_an_administrator_may_look(web: httpx.AsyncClient) -> None:
    assert (await web.get("/parked")).status_code == 401
    assert (await web.get("/parked", headers=bearer(Role.SUPERVISOR))).status_code == 403
    assert (await web.get("/parked", headers=bearer(Role.ADMINISTRATOR))).status_code == 200


async def test_parked_messages_are_used_over_http(
    web: httpx.AsyncClient, mailroom: Mailroom, clock: StillClock, db: Pool
) -> None:
    case, whole = await stuck(mailroom, clock)
    await stuck(mailroom, clock)
    web.headers.update(bearer(Role.ADMINISTRATOR))
    told = (await web.get("/parked", params={"limit": 1})).json()
    [one] = told["parked"]
    assert (one["case_id"], one["behind"], one["age_seconds"]) == (str(case), 2, 0.0)
    rest = (await web.get("/parked", params={"after": told["next"]})).json()
    assert (len(rest["parked"]), rest["next"]) == (1, None)
    at = f"/parked/{one['parked_id']}"
    assert (await web.get(at)).json()["body"] == "\\xff{"
    assert (await web.post(f"{at}/mending", json={"body": "{"})).status_code == 422
    mended = await web.post(f"{at}/mending", json={"body": whole.body.decode()})
    assert mended.status_code == 201
    replayed = await web.post(f"{at}/replay")
    assert (replayed.status_code, replayed.json()["handled"]) == (201, 3)
    assert (await web.post(f"{at}/discard")).status_code == 409
    other = f"/parked/{rest['parked'][0]['parked_id']}"
    assert (await web.post(f"{other}/discard")).json() == {"handled": 2, "left": 0, "reason": ""}
    assert (await web.get("/parked/999999")).status_code == 404
    assert [use["head"]["by"] for use in await register(db)] == ["officer-7"] * 3


@pytest.fixture
def terminal(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Result]]:
    """`hub parked` on the fresh database, in which routing has one parked message."""
    for name, value in (("DATABASE_URL", database), ("SECRET", "s" * 40), ("DATA", str(tmp_path))):
        monkeypatch.setenv(f"HUB_{name}", value)
    monkeypatch.setattr(cli, "configure", lambda _: None)
    settings.cache_clear()
    asyncio.run(_park(database))
    yield lambda *words: CliRunner().invoke(cli.app, words)
    settings.cache_clear()


async def _park(database: str) -> None:
    conn = await asyncpg.connect(database)
    pairs = [("ce_id", f"{uuid4()}/1".encode()), ("ce_type", b"intake.registered.v1")]
    found = Letter.read("hub.intake", 0, 7, pairs, b"{")
    await park(conn, "hub.routing.office", found, "读不出: json_invalid", WallClock().now())
    await conn.close()


def test_columns_line_up_however_wide_their_characters(terminal: Callable[..., Result]) -> None:
    told = terminal("list")
    assert told.exit_code == 0, told.output
    title, line = told.stdout.splitlines()
    for word, cell in (("事实", "intake.registered"), ("状态", "滞留"), ("原因", "读不出")):
        assert cell_len(title[: title.index(word)]) == cell_len(line[: line.index(cell)])


def test_the_terminal_answers_scripts_and_ends_with_a_code(terminal: Callable[..., Result]) -> None:
    [one] = json.loads(terminal("list", "--json").stdout)["parked"]
    assert (one["kind"], one["behind"]) == ("intake.registered.v1", 0)
    number = str(one["parked_id"])
    assert json.loads(terminal("show", number, "--json").stdout)["body"] == "{"
    assert "intake.registered.v1" in terminal("show", number).stdout
    assert terminal("show", "999").exit_code != 0
    replayed = terminal("replay", number, "--by", "admin-1")
    assert replayed.exit_code == FAILED
    assert "仍滞留1页：读不出" in replayed.stdout
    discarded = terminal("discard", number, "--json")
    assert discarded.exit_code == 0
    assert json.loads(discarded.stdout.splitlines()[-1]) == {"handled": 0, "left": 0, "reason": ""}
    assert terminal("discard", number).exit_code == FAILED
    assert "没有滞留件" in terminal("list").stdout
