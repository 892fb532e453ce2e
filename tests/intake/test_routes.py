"""登记和撤回 over HTTP: what a window sends, and what it is told."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import ASGITransport, AsyncClient

from services.intake.domain.contacts import contacts_of
from services.intake.routes import router
from services.intake.schemas import DisputeIn
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.db import Pool
from shared.people import proved_by_last_four, proved_by_phone, read_all_said, read_people
from shared.web import web_app
from shared.work import Hub

WINDOW = "620702-window-1"
FORM: dict[str, Any] = {
    "channel": "window",
    "matter": "wuye",
    "place": "甘州区",
    "subject": "小区电梯停运两周",
    "content": "三号楼电梯停运两周，物业公司一直未修。",
    "demand": "请求尽快修复电梯。",
    "parties": [{"side": "applicant", "name": "张某", "phone": "138 0000 0000"}],
}


class Window:
    """A window that talks to the hub."""

    def __init__(self, client: AsyncClient, tokens: LocalTokens) -> None:
        self.client = client
        self._tokens = tokens

    def signed(self, role: Role = Role.WINDOW, organ: str = WINDOW) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.issue('officer-1', [role], organ=organ)}"}

    def party(self, dispute: str, person: UUID) -> dict[str, str]:
        token = self._tokens.issue(
            "party-1", [Role.PARTY], disputes=[UUID(dispute)], persons=[person]
        )
        return {"Authorization": f"Bearer {token}"}

    async def register(
        self, key: str | None = "key-00001", organ: str = WINDOW, **fields: object
    ) -> Any:  # noqa: ANN401 - an answer of httpx
        headers = self.signed(organ=organ) | ({"Idempotency-Key": key} if key else {})
        form = {name: value for name, value in {**FORM, **fields}.items() if value is not None}
        return await self.client.post("/disputes", json=form, headers=headers)


@pytest.fixture
async def window(hub: Hub, clock: StillClock) -> AsyncIterator[Window]:
    tokens = LocalTokens(b"x" * 40, clock)
    app = web_app(title="登记", routers=[router], hub=hub, tokens=tokens)
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://hub") as client:
        yield Window(client, tokens)


async def test_a_window_registers_a_dispute_and_is_told_its_number(window: Window) -> None:
    """登记取得编号 (RULES 1)."""
    answer = await window.register()
    told = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/disputes/{told['number']}"
    assert answer.headers["ETag"] == '"1"'
    assert (told["version"], told["repeat"]) == (1, False)


async def test_the_same_key_and_form_answer_the_same_number(window: Window, db: Pool) -> None:
    """同一幂等键重发，编号相同 (RULES 1)."""
    first, second = await window.register(), await window.register(urgency="ordinary")
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json() == first.json()
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == 1


async def test_the_same_key_with_another_form_is_refused(window: Window) -> None:
    """同一幂等键、不同内容，不予办理."""
    first = await window.register()
    other = await window.register(content="另一件事")
    assert other.status_code == 422
    assert first.json()["number"] in other.json()["detail"]


@pytest.mark.parametrize("form", DisputeIn.model_json_schema()["examples"])
async def test_the_examples_of_the_form_are_taken(window: Window, form: dict[str, Any]) -> None:
    """登记表的示例可以直接登记 (RULES 1)."""
    answer = await window.client.post(
        "/disputes", json=form, headers=window.signed() | {"Idempotency-Key": "key-00001"}
    )
    assert answer.status_code == 201


async def test_a_key_is_required(window: Window, db: Pool) -> None:
    """登记须有幂等键."""
    answer = await window.register(key=None)
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["place"] == "header"
    assert await db.fetchval("SELECT count(*) FROM hub.claim") == 0


async def test_a_repeat_answers_with_the_number_of_the_first(window: Window) -> None:
    """重复件答复首件的编号 (RULES 2)."""
    first = await window.register()
    again = await window.register("key-00002", organ="620725-window-1", content="还是没有修")
    assert again.status_code == 200
    assert again.json() == {**first.json(), "version": 2, "repeat": True}


async def test_another_countys_dispute_is_taken_and_keeps_its_window(
    window: Window, db: Pool
) -> None:
    """异地代收、首问负责 (RULES 1)."""
    answer = await window.register(place="山丹县")
    row = await db.fetchrow('SELECT county, "window" FROM intake.dispute')
    assert answer.json()["number"].startswith("620725-")
    assert tuple(row) == ("620725", WINDOW)


async def test_everything_that_is_missing_is_told_at_once(window: Window, db: Pool) -> None:
    """一次告知: 形式上缺的和名录中查不到的一并告知 (RULES 1)."""
    answer = await window.register(
        channel=None,
        demand="  ",
        matter="nothing",
        place="北京市海淀区",
        act="penalty",
        learnt_on="2027-01-01",
        parties=[{"side": "opponent", "name": "某公司", "id_number": "110105194912310021"}],
    )
    told = {fault["pointer"]: fault["message"] for fault in answer.json()["fields"]}
    assert answer.status_code == 422
    assert told == {
        "#/channel": "必须填写",
        "#/demand": "至少 1 个字",
        "#/matter": "“nothing”不在纠纷类型目录中",
        "#/place": "“北京市海淀区”不是本市的区划，请填写区划代码或者地址",
        "#/respondent": "对行政行为不服的，须写明作出行为的机关",
        "#/learnt_on": "知道日期不得晚于今天",
        "#/parties/0/id_number": "公民身份号码的校验位不符，请核对",
        "#/parties": "当事人中至少应有一名申请一方",
    }
    assert await db.fetchval("SELECT count(*) FROM hub.documents") == 0


async def test_a_form_of_good_shape_is_still_looked_up(window: Window) -> None:
    """名录中没有的，同样逐项告知 (RULES 1)."""
    answer = await window.register(place="北京市海淀区", respondent="110108-gongan")
    pointers = [fault["pointer"] for fault in answer.json()["fields"]]
    assert pointers == ["#/place", "#/respondent"]


async def test_natural_and_legal_persons_stand_on_every_side(window: Window, db: Pool) -> None:
    """当事人不限人数，自然人、法人均可."""
    answer = await window.register(
        parties=[
            {"side": "applicant", "name": "张某", "id_number": "11010519491231002x"},
            {"side": "applicant", "name": "李某"},
            {"side": "opponent", "kind": "legal", "name": "某物业有限公司"},
            {"side": "third", "name": "王某"},
        ]
    )
    rows = await db.fetch("SELECT side, kind, id_number FROM hub.people ORDER BY side, kind")
    assert answer.status_code == 201
    assert [row["side"] for row in rows] == ["applicant", "applicant", "opponent", "third"]
    assert {row["id_number"] for row in rows} == {"11010519491231002X", None}


@pytest.mark.parametrize(
    ("role", "status"), [(Role.DEPARTMENT, 403), (Role.PARTY, 403), (None, 401)]
)
async def test_only_a_window_registers(window: Window, role: Role | None, status: int) -> None:
    """登记由窗口办理 (RULES 1)."""
    headers = window.signed(role) if role else {}
    answer = await window.client.post(
        "/disputes", json=FORM, headers=headers | {"Idempotency-Key": "key-00001"}
    )
    assert answer.status_code == status


async def test_a_dispute_is_taken_back_once(window: Window) -> None:
    """撤回后登记程序终结，不得再次撤回 (RULES 3)."""
    number = (await window.register()).json()["number"]
    there, body = f"/disputes/{number}/withdrawal", {"reason": "双方已自行和解"}
    first = await window.client.post(there, json=body, headers=window.signed())
    second = await window.client.post(there, json=body, headers=window.signed())
    assert (first.status_code, first.json()["state"]) == (201, "withdrawn")
    assert (second.status_code, second.json()["article"]["code"]) == (409, "RULES 3")


async def test_only_who_brought_a_dispute_takes_it_back_alone(window: Window, db: Pool) -> None:
    """提出纠纷的当事人可以撤回，对方不得撤回 (RULES 3)."""
    parties = [*FORM["parties"], {"side": "opponent", "name": "某物业公司", "kind": "legal"}]
    told = (await window.register(parties=parties)).json()
    there = f"/disputes/{told['number']}/withdrawal"
    ids = {row["side"]: row["person_id"] for row in await db.fetch("SELECT * FROM hub.people")}
    other = await window.client.post(
        there, json={}, headers=window.party(told["dispute_id"], ids["opponent"])
    )
    assert (other.status_code, other.json()["article"]["code"]) == (409, "RULES 3")
    stranger = window.party("0b6a4c55-5d0e-4c1b-8a39-3f0f4f1f2a77", ids["applicant"])
    assert (await window.client.post(there, json={}, headers=stranger)).status_code == 404
    own = await window.client.post(
        there, json={}, headers=window.party(told["dispute_id"], ids["applicant"])
    )
    assert own.status_code == 201


async def test_a_number_copied_wrongly_is_found_out(window: Window) -> None:
    """纠纷编号校验码不符，当即告知."""
    number = (await window.register()).json()["number"]
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    answer = await window.client.post(
        f"/disputes/{wrong}/withdrawal", json={}, headers=window.signed()
    )
    assert (answer.status_code, "校验码" in answer.json()["detail"]) == (422, True)


async def test_another_countys_dispute_is_not_there_for_who_may_not_see_it(
    window: Window,
) -> None:
    """无权查看的案卷，视同没有."""
    number = (await window.register()).json()["number"]
    answer = await window.client.post(
        f"/disputes/{number}/withdrawal",
        json={},
        headers=window.signed(organ="620725-window-1"),
    )
    assert answer.status_code == 404


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
