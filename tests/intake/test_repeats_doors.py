"""重复件 with a new applicant or other telephones, at the window (RULES 163, 168)."""

from typing import Any

from shared.auth import Role
from shared.db import Pool
from shared.people import proved_by_phone
from shared.work import Hub
from tests.intake.at_the_window import WINDOW, Window, window

__all__ = ["window"]


async def added(window: Window, number: str, **more: object) -> Any:  # noqa: ANN401 - an answer of httpx
    role, organ = more.pop("role", Role.WINDOW), more.pop("organ", WINDOW)
    assert isinstance(role, Role)
    said = {"name": "李四海", "phone": "13900000001", "reason": "登记时漏填，一起提出", **more}
    return await window.client.post(
        f"/disputes/{number}/applicant-addition",
        json=said,
        headers=window.signed(role, str(organ)),
    )


BOTH = [
    {"side": "applicant", "name": "张三丰", "phone": "13800000000"},
    {"side": "applicant", "name": "李四海", "phone": "13900000001"},
]


async def test_a_form_with_a_new_applicant_is_asked_what_becomes_of_him(
    window: Window, db: Pool
) -> None:
    """同一纠纷另有新的申请人的，告知在先的编号并问怎么办；选择以后用同一键办理 (RULES 168)."""
    first = (await window.register(parties=BOTH[:1])).json()
    asked = await window.register("key-00002", parties=BOTH)
    assert asked.status_code == 422
    assert first["number"] in asked.json()["detail"]
    assert asked.json()["fields"][0]["pointer"] == "#/newcomers"
    done = await window.register("key-00002", parties=BOTH, newcomers="add")
    told = done.json()
    assert (done.status_code, told["number"]) == (200, first["number"])
    assert (told["repeat"], told["added"]) == (True, 1)
    again = await window.register("key-00002", parties=BOTH)
    assert (again.status_code, again.json()["number"]) == (200, first["number"])
    assert await db.fetchval("SELECT count(*) FROM hub.people") == 2


async def test_a_window_adds_an_applicant_to_a_dispute_that_is_there(
    window: Window, hub: Hub, db: Pool
) -> None:
    """窗口增列申请人，写明理由；加进来的人凭编号和本人的电话查得到，再来的并入本件 (RULES 168)."""
    number = (await window.register(parties=BOTH[:1])).json()["number"]
    done = await added(window, number)
    assert (done.status_code, done.json()["version"]) == (201, 2), done.text
    async with db.acquire() as conn:
        found = await proved_by_phone(
            conn, number, hub.hasher("13900000001") or "", at=hub.clock.now()
        )
    assert found is not None
    assert (found.side, found.whole) == ("applicant", True)
    assert "一起提出" not in await db.fetchval("SELECT body FROM hub.outbox WHERE version = 2")
    alone = await window.register("key-00003", parties=BOTH[1:], subject="电梯一直没有修好")
    assert (alone.status_code, alone.json()["number"]) == (200, number)


async def test_nobody_is_added_twice_or_without_a_reason_or_to_what_was_taken_back(
    window: Window, db: Pool
) -> None:
    """已经是申请人的、没有写理由的、已经撤回的，不予增列；由看得到本件的窗口办理 (RULES 168)."""
    number = (await window.register(parties=BOTH[:1])).json()["number"]
    twice = await added(window, number, name="张三丰", phone="13800000000")
    assert (twice.status_code, twice.json()["article"]["code"]) == (409, "RULES 168")
    assert (await added(window, number, reason="")).status_code == 422
    assert (await added(window, number, role=Role.MEDIATOR)).status_code == 403
    assert (await added(window, number, organ="620725-window-1")).status_code == 404
    await window.client.post(f"/disputes/{number}/withdrawal", json={}, headers=window.signed())
    late = await added(window, number)
    assert (late.status_code, late.json()["article"]["code"]) == (409, "RULES 168")
    assert await db.fetchval("SELECT count(*) FROM hub.people") == 1


async def test_what_is_said_otherwise_on_a_repeat_is_told_and_not_taken_over(
    window: Window, db: Pool
) -> None:
    """重复件填写的电话、地址与登记不同的，写明没有改动，号码和地址不写进案卷 (RULES 163)."""
    told = {"address": "甘州区东街街道1号", "service_address": "县府街2号"}
    first = await window.register(parties=[{**BOTH[0], **told}, BOTH[1]])
    same = await window.register("key-00002", parties=[{**BOTH[0], **told}])
    assert same.json()["unlike"] == []
    moved = {**BOTH[0], "phone": "13800000009", "address": "甘州区西街街道9号"}
    again = await window.register("key-00003", parties=[moved, BOTH[1]])
    assert again.json()["number"] == first.json()["number"]
    assert again.json()["unlike"] == ["address", "phone"]
    body = await db.fetchval("SELECT body FROM hub.outbox ORDER BY seq DESC LIMIT 1")
    person = await db.fetchval("SELECT person_id FROM hub.people WHERE name = '张三丰'")
    assert f'"person_id":"{person}","stated":["phone","address"]' in body
    assert "13800000009" not in body
    assert "西街" not in body
    assert await db.fetchval("SELECT count(*) FROM hub.people WHERE phone = '13800000009'") == 0
