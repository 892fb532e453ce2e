"""Attachments: what is taken, that it stays as it was, who reads it, and what is cleared away."""

from collections.abc import AsyncIterator
from hashlib import sha256
from uuid import UUID

import httpx
import pytest

from services.routing.store import whistle_of
from shared.attachments.keeping import MOST_BYTES, clear
from shared.attachments.routes import router
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.web import web_app
from shared.work import Hub
from tests.routing.cases import CASE, moment, registered
from tests.routing.desks import Desk
from tests.routing.desks import open_desk as open_routing
from tests.routing.test_routes import hear

LEAD, STRANGER = "620702-sifa", "620702-jiaoyu"
WHISTLE = whistle_of(CASE)
JPEG = b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00GPS 38.93,100.45" + b"\x00" * 40
PDF = b"%PDF-1.7\n<script>alert(1)</script>"
HEIC = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 16


class Counter:
    """The doors of attachments, as somebody of an organ."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client, self._tokens = client, tokens

    async def hand_in(
        self, content: bytes, *, organ: str = LEAD, kind: str = "image/jpeg", case: UUID = WHISTLE
    ) -> httpx.Response:
        headers = {**self._as(Role.DEPARTMENT, organ), "Content-Type": kind}
        return await self._client.post(f"/attachments/{case}", content=content, headers=headers)

    async def read(
        self, content: bytes, role: Role = Role.DEPARTMENT, organ: str = LEAD, why: str = "核对"
    ) -> httpx.Response:
        digest = sha256(content).hexdigest()
        path = f"/attachments/{WHISTLE}/{digest}"
        return await self._client.get(
            path, params={"purpose": why} if why else {}, headers=self._as(role, organ)
        )

    def _as(self, role: Role, organ: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.issue(f'{role}-1', [role], organ=organ)}"}


@pytest.fixture
async def counter(hub: Hub, clock: StillClock) -> AsyncIterator[Counter]:
    await hear(hub, registered("jiedai"))
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="附件", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Counter(client, tokens)


async def test_a_file_is_given_back_byte_for_byte_and_nothing_of_it_can_run(
    counter: Counter,
) -> None:
    """证据按上传时的原样保存，读取时不执行其中任何内容 (RULES 20)."""
    told = (await counter.hand_in(JPEG)).json()
    assert told["sha256"] == sha256(JPEG).hexdigest()
    assert (told["media_type"], told["size"]) == ("image/jpeg", len(JPEG))
    back = await counter.read(JPEG)
    assert back.content == JPEG
    assert back.headers["content-type"] == "image/jpeg"
    assert back.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in back.headers["content-security-policy"]
    assert back.headers["content-disposition"].startswith("inline")
    await counter.hand_in(PDF)
    assert (await counter.read(PDF)).headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "content", [b"", b"<svg onload=alert(1)>", b"GIF89a", b"MZ\x90\x00", b"PK\x03\x04"]
)
async def test_what_a_file_is_its_bytes_say_and_not_its_sender(
    counter: Counter, hub: Hub, content: bytes
) -> None:
    """文件类型看内容，不看自称；不收的不留下."""
    no = await counter.hand_in(content, kind="image/jpeg")
    assert no.status_code == 422
    assert "只收" in no.json()["detail"]
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment") == 0
    yes = await counter.hand_in(HEIC, kind="text/html")
    assert yes.json()["media_type"] == "image/heic"


async def test_a_file_that_is_too_big_is_not_taken(counter: Counter, hub: Hub) -> None:
    """单个文件不超过 10 MB."""
    most = JPEG + bytes(MOST_BYTES - len(JPEG))
    assert (await counter.hand_in(most)).status_code == 201
    no = await counter.hand_in(most + b"\x00")
    assert no.status_code == 422
    assert "10 MB" in no.json()["detail"]
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment") == 1


async def test_a_case_holds_so_much_and_no_more(
    counter: Counter, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """一个案卷的附件合计有上限；已经上传的那一件再传不受影响."""
    monkeypatch.setattr("shared.attachments.keeping.MOST_OF_A_CASE", len(JPEG) + 10)
    assert (await counter.hand_in(JPEG)).status_code == 201
    assert (await counter.hand_in(PDF)).status_code == 422
    assert (await counter.hand_in(JPEG)).status_code == 201
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment") == 1


async def test_the_same_file_again_is_the_same_file(counter: Counter, hub: Hub) -> None:
    """网络中断重传的，仍为同一件，最先上传的人和时间不变."""
    first = (await counter.hand_in(JPEG)).json()
    assert (await counter.hand_in(JPEG)).json() == first
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment") == 1


async def test_who_may_not_see_the_case_neither_hands_in_nor_reads(
    counter: Counter, hub: Hub
) -> None:
    """无权查看案卷的，不能上传，也不能查阅."""
    assert (await counter.hand_in(JPEG, organ=STRANGER)).status_code == 404
    assert (await counter.hand_in(JPEG, case=UUID(int=7))).status_code == 404
    await counter.hand_in(JPEG)
    assert (await counter.read(JPEG, organ=STRANGER)).status_code == 404
    elsewhere = await counter.read(JPEG, Role.SUPERVISOR, "620725-centre")
    assert elsewhere.status_code == 404
    assert (await counter.read(JPEG, Role.PARTY, "")).status_code == 403
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.attachment_read") == 0


async def test_each_reading_is_on_record_with_its_purpose(counter: Counter, hub: Hub) -> None:
    """查阅附件须写明目的，每次查阅记录在案."""
    await counter.hand_in(JPEG)
    assert (await counter.read(JPEG, why="")).status_code == 422
    assert (await counter.read(PDF)).status_code == 404
    await counter.read(JPEG, Role.WINDOW, "620702-window-1", why="核对现场照片")
    rows = await hub.pool.fetch("SELECT reader, purpose, sha256 FROM hub.attachment_read")
    assert [tuple(row) for row in rows] == [
        ("window-1", "核对现场照片", sha256(JPEG).hexdigest()),
    ]


async def test_what_no_act_names_within_a_day_is_cleared_and_what_one_names_stays(
    counter: Counter, hub: Hub, clock: StillClock
) -> None:
    """上传后一日内没有写进案卷的清除；写进案卷的永远保留 (RULES 20, 24)."""
    async with open_routing(hub, clock) as desk:
        named = await _visit(desk, counter)
        await counter.hand_in(PDF)
        clock.move_to(moment("2026-11-24T08:59"))
        assert await clear(hub) == 0
        await counter.hand_in(HEIC)
        clock.move_to(moment("2026-11-24T10:00"))
        assert await clear(hub) == 1
        finished = {"evidence": "验收单", "attachments": [sha256(HEIC).hexdigest()]}
        answer = {"finding": "solved", "opinion": "已修复"}
        for path, body in (("answer", answer), ("finish", finished)):
            done = await desk.post(f"/whistles/{WHISTLE}/{path}", Role.DEPARTMENT, LEAD, body)
            assert done.status_code == 201, done.text
        clock.move_to(moment("2026-12-30T10:00"))
        assert await clear(hub) == 0
    left = {row["sha256"] for row in await hub.pool.fetch("SELECT sha256 FROM hub.attachment")}
    assert left == {named, sha256(HEIC).hexdigest()}


async def _visit(desk: Desk, counter: Counter) -> str:
    await counter.hand_in(JPEG)
    await desk.post(f"/whistles/{WHISTLE}/check-in", Role.DEPARTMENT, LEAD)
    digest = sha256(JPEG).hexdigest()
    said = {"record": "到场核实", "pictures": [digest]}
    done = await desk.post(f"/whistles/{WHISTLE}/site-visit", Role.DEPARTMENT, LEAD, said)
    assert done.status_code == 201, done.text
    return digest


async def test_an_act_may_name_a_file_that_is_kept_elsewhere(hub: Hub, clock: StillClock) -> None:
    """只写校验值、没有上传的，依旧有效；写错的校验值不收 (RULES 20, 24)."""
    await hear(hub, registered("jiedai"))
    async with open_routing(hub, clock) as desk:
        await desk.post(f"/whistles/{WHISTLE}/check-in", Role.DEPARTMENT, LEAD)
        for path, body in (
            ("site-visit", {"record": "到场", "pictures": ["a" * 64]}),
            ("answer", {"finding": "solved", "opinion": "已修复"}),
        ):
            done = await desk.post(f"/whistles/{WHISTLE}/{path}", Role.DEPARTMENT, LEAD, body)
            assert done.status_code == 201
        wrong = {"evidence": "验收单", "attachments": ["A" * 64]}
        no = await desk.post(f"/whistles/{WHISTLE}/finish", Role.DEPARTMENT, LEAD, wrong)
        assert no.status_code == 422
        done = await desk.post(
            f"/whistles/{WHISTLE}/finish", Role.DEPARTMENT, LEAD, {"evidence": "验收单"}
        )
        assert done.status_code == 201
