"""事实流: who gets which facts over HTTP, without a gap and without a double."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from deploy.local.ports import free_port
from deploy.topics import OFFICES, ensure_topics, topic_names
from shared.auth import Identity, LocalTokens, Role
from shared.casepage.following import router
from shared.clock import CITY, StillClock, WallClock
from shared.db import Pool
from shared.relay import Address, Relay
from shared.sessions import Sessions
from shared.sessions.cookie import COOKIE
from shared.settings import Settings
from shared.stream import Stream
from shared.stream import broadcast as broadcasting
from shared.stream.broadcast import Reader
from shared.stream.sitting import Sittings
from shared.stream.wants import Wants
from shared.web import web_app
from shared.work import Hub
from tests.shared.pages import (
    DISPUTE,
    EVERYTHING,
    SECRET,
    page,
    write,
    write_unsent,
)
from tests.shared.watcher import Watcher


@dataclass
class Web:
    """A web process with a stream, and whoever watches it."""

    app: FastAPI
    stream: Stream
    watchers: list[Watcher]

    def watch(
        self, path: str = "/stream", role: Role = Role.SUPERVISOR, organ: str = "", **asked: str
    ) -> Watcher:
        county = "620700" if role is Role.SUPERVISOR else ""
        tokens: LocalTokens = self.app.state.tokens
        token = tokens.issue("o-1", [role], organ=organ, county=county)
        self.watchers.append(Watcher(self.app, path, token, **asked))
        return self.watchers[-1]

    def sit(self, secret: str) -> Watcher:
        """Watch in a session."""
        self.watchers.append(Watcher(self.app, "/stream", cookie=f"{COOKIE}={secret}"))
        return self.watchers[-1]


@pytest.fixture
async def web(hub: Hub) -> AsyncIterator[Web]:
    app = web_app(title="流", routers=[router], hub=hub, tokens=LocalTokens(SECRET, WallClock()))
    stream = app.state.stream = Stream(hub.pool, "", ())
    one = Web(app, stream, [])
    yield one
    for watcher in one.watchers:
        await watcher.leave()


def joined(n: int) -> Callable[[Watcher], bool]:
    """Whether a watcher has been told where it stands."""
    return lambda watcher: f"id: {n}\n" in watcher.text


def got(*positions: int) -> Callable[[Watcher], bool]:
    return lambda watcher: watcher.positions[-len(positions) :] == list(positions)


async def test_a_watcher_sees_facts_as_they_come(web: Web) -> None:
    watcher = web.watch()
    await watcher.until(joined(0))
    web.stream.broadcast.feed([page(1), page(2)])
    await watcher.until(got(1, 2))
    [first, _] = watcher.events
    assert (first["office"], first["term"]) == ("routing", "报到")
    assert first["fact"]["department"] == "620702-gongan"
    assert watcher.headers["content-type"].startswith("text/event-stream")
    assert watcher.headers["cache-control"] == "no-store"
    assert watcher.headers["x-accel-buffering"] == "no"


async def test_a_watcher_who_comes_back_misses_nothing_and_gets_nothing_twice(
    web: Web, db: Pool
) -> None:
    """断线重连，凭最后收到的位次续读."""
    await write(db, 1, 1203)
    web.stream.broadcast.begin(1203)
    watcher = web.watch(last_event_id="2")
    await watcher.until(got(1203))
    web.stream.broadcast.feed([page(1204)])
    await watcher.until(got(1204))
    assert watcher.positions == list(range(3, 1205))


async def test_what_comes_while_a_watcher_catches_up_follows_without_a_gap(
    web: Web, db: Pool
) -> None:
    await write(db, 1, 600)
    web.stream.broadcast.begin(550)
    watcher = web.watch(after="0")
    watcher.blocked.clear()  # its line stands still while the rest happens
    await asyncio.sleep(0)
    web.stream.broadcast.feed([page(n) for n in range(551, 601)])
    watcher.blocked.set()
    await watcher.until(got(600))
    web.stream.broadcast.feed([page(601)])
    await watcher.until(got(601))
    assert watcher.positions == list(range(1, 602))


async def test_a_position_that_does_not_exist_yet_is_answered_from_the_present(
    web: Web, db: Pool
) -> None:
    await write(db, 1, 3)
    web.stream.broadcast.begin(3)
    watcher = web.watch(after="900")
    await watcher.until(joined(3))
    web.stream.broadcast.feed([page(4)])
    await watcher.until(got(4))
    assert watcher.positions == [4]


async def test_a_gap_is_filled_from_the_outbox(web: Web, db: Pool) -> None:
    """消息未到的，从发件箱补足."""
    await write(db, 1, 4)
    watcher = web.watch()
    await watcher.until(joined(0))
    web.stream.broadcast.feed([page(4)])
    assert watcher.positions == []
    await web.stream.fill()
    await watcher.until(got(1, 2, 3, 4))
    assert watcher.positions == [1, 2, 3, 4]


async def test_whoever_wants_only_to_hear_of_news_is_told_no_fact(web: Web, db: Pool) -> None:
    """只报有新页：看得到的才报，只报流位，不报内容；断线重连照样续读."""
    called = {"departments": "620702-gongan"}
    await write(db, 1, 3, **called)
    web.stream.broadcast.begin(3)
    lead = web.watch(role=Role.DEPARTMENT, organ="620702-gongan", brief="true", after="1")
    other = web.watch(role=Role.DEPARTMENT, organ="620721-gongan", brief="true")
    await lead.until(got(2, 3))
    await other.until(joined(3))
    web.stream.broadcast.feed([page(4, **called)])
    await lead.until(got(4))
    assert lead.events == [{"position": n} for n in (2, 3, 4)]
    assert set(re.findall(r"^event: (.*)$", lead.text, re.MULTILINE)) == {"news"}
    assert other.events == []
    assert len(web.stream.broadcast._classes) == 2  # noqa: SLF001 - one for each sight


async def test_one_dispute_is_followed_by_its_number(web: Web, db: Pool) -> None:
    await db.execute(
        "INSERT INTO hub.file VALUES ($1, 'intake', 'registration', '', $1, 1, 'registered', $2)",
        DISPUTE,
        '{"number": "620702-20261123-0000001-5", "county": "620702"}',
    )
    path = "/disputes/620702-20261123-0000001-5/stream"
    watcher = web.watch(path)
    await watcher.until(joined(0))
    other = page(1)
    other.dispute_id = UUID(int=8)
    web.stream.broadcast.feed([other, page(2)])
    await watcher.until(got(2))
    assert watcher.positions == [2]
    stranger = web.watch(path, Role.DEPARTMENT, "620721-gongan")
    await stranger.until(lambda one: one.status == 404)


async def test_an_unknown_kind_is_malformed_and_no_token_is_no_stream(web: Web) -> None:
    wrong = web.watch(kind="routing.nothing.v1")
    await wrong.until(lambda one: one.status == 422)
    nobody = Watcher(web.app, "/stream")
    web.watchers.append(nobody)
    await nobody.until(lambda one: one.status == 401)
    for turned_away in (wrong, nobody):
        await turned_away.task
        assert turned_away.headers["content-type"].startswith("application/problem+json")
        assert "id: " not in turned_away.text


async def test_a_beat_moves_the_place_from_which_a_reader_resumes(web: Web) -> None:
    watcher = web.watch(county="620721")
    await watcher.until(joined(0))
    web.stream.broadcast.feed([page(1), page(2)])
    web.stream.broadcast.beat()
    await watcher.until(joined(2))
    assert watcher.positions == []


async def test_a_watcher_who_has_everything_still_hears_the_beat(web: Web) -> None:
    """夜里没有新事实，心跳也不断，线路不会因空闲被切断."""
    web.stream.broadcast.begin(7)
    watcher = web.watch(after="7")
    await watcher.until(joined(7))
    web.stream.broadcast.beat()
    await watcher.until(lambda one: ": 7\nid: 7\n\n" in one.text)
    assert watcher.positions == []


async def test_the_board_is_reckoned_once_for_all_who_look_on_and_only_the_newest_is_kept(
    web: Web, db: Pool
) -> None:
    """态势数字一类读者只算一次；后来的、读得慢的，只收最新的一份."""
    asked: list[Wants] = []

    async def board(wants: Wants) -> bytes:
        asked.append(wants)
        return f'event: board\ndata: {{"position":{len(asked)}}}\n\n'.encode()

    web.stream = web.app.state.stream = Stream(db, "", (), board=board)
    slow, quick, other = web.watch(board="true"), web.watch(board="true"), web.watch()
    for one in (slow, quick, other):
        await one.until(joined(0))
    slow.blocked.clear()
    await web.stream.tell_boards()
    await quick.until(got(1))
    await web.stream.tell_boards()
    await quick.until(got(1, 2))
    await asyncio.sleep(0)
    slow.blocked.set()
    late = web.watch(board="true")
    await late.until(got(2))
    await slow.until(got(2))
    assert len(asked) == 2
    assert other.positions == []


async def test_a_watcher_whose_line_is_blocked_is_let_go_and_the_rest_go_on(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """读得慢的放走，不拖累别人."""
    monkeypatch.setattr(broadcasting, "KEPT", 4)
    monkeypatch.setattr("shared.stream.answer.LAST_WORD_SECONDS", 0)
    slow, quick = web.watch(), web.watch()
    await slow.until(joined(0))
    await quick.until(joined(0))
    slow.blocked.clear()
    for n in range(1, 21):
        web.stream.broadcast.feed([page(n)])
        await quick.until(got(n))
    assert [type(one) for one in web.stream.broadcast.left_behind()] == [Reader]
    web.stream.let_go()
    async with asyncio.timeout(10):
        await slow.task
    assert quick.positions == list(range(1, 21))


async def test_a_process_that_stops_lets_its_readers_go(web: Web) -> None:
    watcher = web.watch()
    await watcher.until(joined(0))
    assert not watcher.task.done()
    web.stream.close()
    async with asyncio.timeout(10):
        await watcher.task
    assert watcher.status == 200
    assert watcher.positions == []


async def test_while_the_broker_is_away_facts_come_from_the_outbox(
    db: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """消息代理不在时，流不断，由发件箱补足."""
    monkeypatch.setattr("shared.stream.service.BEAT_SECONDS", 0)
    monkeypatch.setattr("shared.stream.service.GAP_SECONDS", 0)
    monkeypatch.setattr("shared.stream.service.LOOK_SECONDS", 0.01)
    async with Stream(db, f"127.0.0.1:{free_port()}", ("hub.intake",)).running() as stream:
        readers, reader = stream.broadcast.join(EVERYTHING, 0)
        await write(db, 1, 3)
        text = ""
        async with asyncio.timeout(30):
            while "id: 3\nevent" not in text:
                text += (await readers.news(reader)).decode()
        assert text.count("event: routing.checked_in.v1") == 3


async def test_facts_come_through_the_real_broker(kafka: str, db: Pool, database: str) -> None:
    """提交之后，经消息代理到达每一个网页进程."""
    prefix = f"s{uuid4().hex[:8]}"
    await ensure_topics(Settings(topic_prefix=prefix, partitions=2), kafka)
    relay = Relay(Address(database, kafka, prefix, OFFICES))
    relaying = asyncio.create_task(relay.run())
    stream = Stream(db, kafka, topic_names(prefix))
    async with stream.running():
        readers, reader = stream.broadcast.join(EVERYTHING, 0)
        await write_unsent(db, 3)
        text = ""
        async with asyncio.timeout(30):
            while "id: 3\n" not in text:
                text += (await readers.news(reader)).decode()
        assert text.count("event: routing.checked_in.v1") == 3
    relaying.cancel()
    await asyncio.gather(relaying, return_exceptions=True)


async def test_a_stream_ends_when_its_session_does(hub: Hub, web: Web) -> None:
    """会话结束，推送随即结束；别人的、凭令牌的不受影响."""
    clock = StillClock(datetime(2026, 11, 23, 9, tzinfo=CITY))
    hour = timedelta(hours=1)
    sessions = Sessions(hub.pool, clock, idle=hour, longest=hour * 12, accounts_hold=True)
    web.app.state.sessions = sessions
    web.stream.sittings = Sittings(sessions)
    who = Identity.of("o-1", [Role.SUPERVISOR], organ="620700-centre")
    ended, goes_on = [await sessions.begin(who) for _ in range(2)]
    two = [web.sit(secret) for secret in (ended, goes_on)]
    token = web.watch()
    for one in (*two, token):
        await one.until(joined(0))
    await web.stream.sittings.look()
    await sessions.sign_out(await sessions.find(ended))
    await web.stream.sittings.look()
    await asyncio.wait_for(two[0].task, 10)
    assert two[0].text.endswith("event: ended\ndata: 会话已结束，请重新登录\n\n")
    web.stream.broadcast.feed([page(1)])
    for one in (two[1], token):
        await one.until(got(1))
    clock.forward(hour)  # nobody has been at work
    await web.stream.sittings.look()
    await asyncio.wait_for(two[1].task, 10)
    assert two[1].text.endswith("event: ended\ndata: 会话已结束，请重新登录\n\n")
    assert not token.task.done()


async def test_one_question_asks_after_all_sessions_of_a_process(hub: Hub, web: Web) -> None:
    """各路推送的会话一次查完."""
    asked: list[int] = []

    class Counted(Sessions):
        async def holding(self, keys: Collection[bytes]) -> frozenset[bytes]:
            asked.append(len(keys))
            return await super().holding(keys)

    hour = timedelta(hours=1)
    sessions = Counted(hub.pool, WallClock(), idle=hour, longest=hour, accounts_hold=True)
    web.app.state.sessions = sessions
    web.stream.sittings = Sittings(sessions)
    await web.stream.sittings.look()
    secrets = [await sessions.begin(Identity.of("o-1", [Role.ADMINISTRATOR])) for _ in range(3)]
    for secret in (*secrets, secrets[0]):
        await web.sit(secret).until(joined(0))
    await web.stream.sittings.look()
    assert asked == [3]
