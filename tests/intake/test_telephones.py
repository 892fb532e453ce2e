"""Telephones that are corrected at the window (RULES 163, 166)."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from services.intake.domain.contacts import contacts_of
from shared.auth import Role
from shared.db import Pool
from shared.people import proved_by_last_four, proved_by_phone, read_all_said, read_people
from shared.work import Hub
from tests.intake.at_the_window import WINDOW, Window, window

__all__ = ["window"]


async def corrected(window: Window, number: str, person: UUID, **more: object) -> Any:  # noqa: ANN401 - an answer of httpx
    role, organ = more.pop("role", Role.WINDOW), more.pop("organ", WINDOW)
    assert isinstance(role, Role)
    return await window.client.post(
        f"/disputes/{number}/contact-correction",
        json={"person_id": str(person), "phone": "139 0000 0001", **more},
        headers=window.signed(role, str(organ)),
    )


async def test_a_telephone_is_corrected_at_the_window_and_the_former_proves_nothing(
    window: Window, hub: Hub, db: Pool
) -> None:
    """电话有误的在窗口更正：新电话能核对身份，原电话不能，原电话留存 (RULES 163)."""
    number = (await window.register()).json()["number"]
    person = await db.fetchval("SELECT person_id FROM hub.people")

    async def known_by(phone: str) -> bool:
        now = hub.clock.now()
        async with db.acquire() as conn:
            found = await proved_by_phone(conn, number, hub.hasher(phone) or "", at=now)
            four = await proved_by_last_four(conn, number, phone[-4:], at=now)
        assert (found is None) == (four is None)
        return found is not None

    assert await known_by("13800000000")
    done = await corrected(window, number, person)
    assert (done.status_code, done.json()["version"]) == (201, 2), done.text
    assert await known_by("13900000001")
    assert not await known_by("13800000000")
    body = await db.fetchval("SELECT body FROM hub.outbox WHERE version = 2")
    assert "1390000" not in body
    assert str(person) in body
    async with db.acquire() as conn:
        said = await read_all_said(conn, [person], reader="o", purpose="核对", at=hub.clock.now())
    assert said[0].phone == "13900000001"
    assert {one.phone for one in said} == {"13900000001", "13800000000"}
    assert await phone_when(hub, person, hub.clock.now()) == "13900000001"
    assert await phone_when(hub, person, hub.clock.now() - timedelta(hours=1)) == "13800000000"


async def phone_when(hub: Hub, person: UUID, moment: datetime) -> str | None:
    """The telephone that a paper of that moment says."""
    async with hub.pool.acquire() as conn:
        at = hub.clock.now()
        said = await read_people(conn, [person], reader="o", purpose="文书", at=at, said_by=moment)
    return said[person].phone


async def test_a_telephone_that_was_left_out_is_put_on_file(
    window: Window, hub: Hub, db: Pool
) -> None:
    """登记时没有留电话的，可以补登；此前签字的记录仍是没有电话 (RULES 163)."""
    parties = [{"side": "applicant", "name": "张某"}]
    number = (await window.register(parties=parties)).json()["number"]
    person = await db.fetchval("SELECT person_id FROM hub.people")
    assert (await corrected(window, number, person)).status_code == 201
    row = await db.fetchrow("SELECT phone, phone_hash FROM hub.people")
    assert row is not None
    assert row["phone"] == "13900000001"
    assert row["phone_hash"]
    assert await db.fetchval("SELECT count(*) FROM hub.people_stated WHERE former_phone > ''") == 0
    assert await phone_when(hub, person, hub.clock.now() - timedelta(hours=1)) is None


async def test_only_a_window_that_sees_the_dispute_corrects_its_parties_telephones(
    window: Window, db: Pool
) -> None:
    """电话只由看得到本案的窗口更正，只能更正本案当事人的，写法有误的当即告知 (RULES 163)."""
    number = (await window.register()).json()["number"]
    person = await db.fetchval("SELECT person_id FROM hub.people")
    stranger = UUID("0b6a4c55-5d0e-4c1b-8a39-3f0f4f1f2a77")
    assert (await corrected(window, number, person, role=Role.MEDIATOR)).status_code == 403
    for one in (person, stranger):
        far = await corrected(window, number, one, organ="620725-window-1")
        assert far.status_code == 404
    assert (await corrected(window, number, stranger)).status_code == 422
    assert (await corrected(window, number, person, phone="138")).status_code == 422


async def test_a_telephone_is_corrected_beside_a_dispute_that_was_withdrawn(
    window: Window, hub: Hub, db: Pool
) -> None:
    """撤回以后电话有误的仍可更正，另立案卷，写明何人办理，撤回的案卷不动 (RULES 166)."""
    number = (await window.register()).json()["number"]
    [(case_id, person)] = await db.fetch("SELECT dispute_id, person_id FROM hub.people")
    await window.client.post(f"/disputes/{number}/withdrawal", json={}, headers=window.signed())
    far = await corrected(window, number, person, organ="620725-window-1")
    assert far.status_code == 404
    for phone, version in (("13900000001", 1), ("13900000002", 2)):
        done = await corrected(window, number, person, phone=phone)
        assert done.status_code == 201, done.text
        assert done.json()["case_id"] == str(contacts_of(case_id))
        assert (done.json()["state"], done.json()["version"]) == ("kept", version)
        async with db.acquire() as conn:
            now, known = hub.clock.now(), hub.hasher(phone) or ""
            assert await proved_by_phone(conn, number, known, at=now) is not None
            former = hub.hasher("13800000000") or ""
            assert await proved_by_phone(conn, number, former, at=now) is None
    pages = await db.fetch("SELECT case_id, kind, by FROM hub.outbox ORDER BY seq")
    stood = await db.fetchrow("SELECT version, closed FROM hub.file WHERE case_id = $1", case_id)
    assert stood is not None
    assert tuple(stood) == (2, True)
    kinds = [row["kind"] for row in pages if row["case_id"] == contacts_of(case_id)]
    assert kinds == ["intake.contact_corrected.v1"] * 2
    assert pages[-1]["by"] == pages[0]["by"]


OF_FILE = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, phone, of_file, at)
SELECT $1, dispute_id, 'third', kind, '刘某', '13800000009', $2, at FROM hub.people LIMIT 1
"""
FILE = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
SELECT $1, 'reconsideration', 'ordinary', '2024-01-01', dispute_id, 3, 'examining', $2::jsonb
FROM hub.people LIMIT 1
"""


async def test_a_telephone_of_whoever_came_in_later_is_corrected_by_a_window_that_sees_the_file(
    window: Window, db: Pool
) -> None:
    """第三人等后来参加的人，其电话由看得到所在案卷的窗口更正，看不到的不能 (RULES 163)."""
    number = (await window.register()).json()["number"]
    for county, status in (("620702", 201), ("620725", 422)):
        person, file = uuid4(), uuid4()
        await db.execute(FILE, file, json.dumps({"county": county}))
        await db.execute(OF_FILE, person, file)
        done = await corrected(window, number, person)
        assert done.status_code == status, done.text
        phone = await db.fetchval("SELECT phone FROM hub.people WHERE person_id = $1", person)
        assert phone == ("13900000001" if status == 201 else "13800000009")
