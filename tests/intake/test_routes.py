"""登记和撤回 over HTTP: what a window sends, and what it is told."""

from typing import Any

import pytest

from services.intake.schemas import DisputeIn
from shared.auth import Role
from shared.db import Pool
from tests.intake.at_the_window import FORM, WINDOW, Window, window

__all__ = ["window"]


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
