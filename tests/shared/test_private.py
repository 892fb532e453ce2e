"""Who the parties are and what papers say is read with a purpose, and each read is on record."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

import pytest
from httpx import ASGITransport, AsyncClient, Response

from services.intake.commands import Taken, take_in
from shared.auth import LocalTokens, Role
from shared.casepage.private import router
from shared.clock import WallClock
from shared.db import Pool
from shared.people import Person
from shared.web import web_app
from shared.work import Act, Hub, Work
from tests.intake.entries import entry

SECRET = b"x" * 40
WINDOW = "620702-window-1"


@pytest.fixture
async def client(hub: Hub) -> AsyncIterator[AsyncClient]:
    app = web_app(title="案卷", routers=[router], hub=hub, tokens=LocalTokens(SECRET, WallClock()))
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://hub") as client:
        yield client


async def ask(client: AsyncClient, path: str, role: Role, organ: str, purpose: str) -> Response:
    token = LocalTokens(SECRET, WallClock()).issue("officer-9", [role], organ=organ)
    told = {"Authorization": f"Bearer {token}"}
    return await client.get(path, params={"purpose": purpose} if purpose else {}, headers=told)


@pytest.fixture
async def taken(hub: Hub) -> Taken:
    [taken] = await take_in(hub, [entry(hub, "key-0000001", name="张三丰", phone="13800001111")])
    assert isinstance(taken, Taken)
    return taken


async def test_a_handler_reads_who_the_parties_are_and_leaves_a_trace(
    client: AsyncClient, taken: Taken, db: Pool
) -> None:
    """查阅当事人信息，留下查阅人和目的 (ARL 36)."""
    path = f"/disputes/{taken.number}/parties"
    answer = await ask(client, path, Role.WINDOW, WINDOW, "电话通知")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    [party] = [one for one in answer.json() if one["side"] == "applicant"]
    assert (party["name"], party["phone"]) == ("张三丰", "13800001111")
    [read] = await db.fetch("SELECT * FROM hub.people_read")
    assert (read["reader"], read["purpose"]) == ("officer-9", "电话通知")
    assert party["person_id"] in json.loads(read["ids"])


async def test_the_parties_are_told_side_by_side_as_they_were_registered(
    client: AsyncClient, hub: Hub
) -> None:
    """当事人先列申请一方，再列对方、第三人，同一方的按登记时的先后."""
    applicants = tuple(Person(f"申请人{name}") for name in "甲乙丙丁")
    opponents = tuple(f"对方{name}" for name in "甲乙丙")
    asked = entry(hub, "key-0000002", people=applicants, opponents=opponents)
    mixed = replace(asked, parties=(*asked.parties[-2:], *asked.parties[:-2]))
    [taken] = await take_in(hub, [mixed])
    assert isinstance(taken, Taken)
    path = f"/disputes/{taken.number}/parties"
    told = (await ask(client, path, Role.WINDOW, WINDOW, "核对")).json()
    said = [one["name"] for one in told]
    assert said == [
        *(f"申请人{name}" for name in "甲乙丙丁"),
        *(f"对方{name}" for name in "乙丙甲"),
    ]


async def test_who_takes_part_in_one_file_only_is_told_to_nobody_who_does_not_see_it(
    client: AsyncClient, taken: Taken, hub: Hub
) -> None:
    """只在一件案卷里参加的人，看不到该案卷的人不得查阅 (ARL 36)."""

    def come_in(work: Work, of_file: UUID, name: str) -> None:
        work.person(taken.case_id, "third", Person(name), of_file=of_file)

    for of_file, name in ((taken.case_id, "赵某"), (uuid4(), "钱某")):
        await hub.act(Act(do=partial(come_in, of_file=of_file, name=name), files=()))
    path = f"/disputes/{taken.number}/parties"
    names = [one["name"] for one in (await ask(client, path, Role.WINDOW, WINDOW, "核对")).json()]
    assert "赵某" in names
    assert "钱某" not in names


async def test_nobody_reads_without_saying_why(client: AsyncClient, taken: Taken, db: Pool) -> None:
    answer = await ask(client, f"/disputes/{taken.number}/parties", Role.WINDOW, WINDOW, "")
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["title"] == "查阅目的"
    assert await db.fetchval("SELECT count(*) FROM hub.people_read") == 0


@pytest.mark.parametrize(
    ("role", "organ", "status"),
    [
        (Role.WINDOW, "620721-window-1", 404),
        (Role.MEDIATOR, "620702-mediation", 404),
        (Role.ADMINISTRATOR, "620700-centre", 403),
        (Role.SUPERVISOR, "620700-centre", 403),
    ],
)
async def test_whoever_does_not_handle_it_reads_no_names(
    hub: Hub, client: AsyncClient, taken: Taken, *, role: Role, organ: str, status: int
) -> None:
    answer = await ask(client, f"/disputes/{taken.number}/parties", role, organ, "看看")
    assert answer.status_code == status
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.people_read") == 0


async def test_a_paper_is_read_through_a_file_that_the_reader_may_see(
    client: AsyncClient, taken: Taken, db: Pool
) -> None:
    paper = await db.fetchval("SELECT document_id FROM hub.documents")
    path = f"/disputes/{taken.number}/papers/{paper}"
    answer = await ask(client, path, Role.WINDOW, WINDOW, "了解诉求")
    assert answer.status_code == 200
    assert answer.json()["text"]
    assert await db.fetchval("SELECT reader FROM hub.documents_read") == "officer-9"
    stranger = await ask(client, path, Role.WINDOW, "620721-window-1", "了解诉求")
    assert stranger.status_code == 404
    other = f"/disputes/{taken.number}/papers/{taken.case_id}"
    assert (await ask(client, other, Role.WINDOW, WINDOW, "了解诉求")).status_code == 404
