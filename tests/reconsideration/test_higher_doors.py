"""Elevation 提级审理 at the doors: who asks, orders, hands over, receives, and who only reads."""

from datetime import datetime, time
from uuid import UUID

from shared.auth import Role
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.desks.visitor import building
from tests.reconsideration.deciding import road
from tests.reconsideration.higher import (
    ABOVE,
    ASKED,
    NEIGHBOUR,
    ORDERED,
    case,
    clock,
    done,
    elevated,
    offered,
    running,
    why_not,
)
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door

__all__ = ["case", "clock"]


async def test_the_page_of_a_case_offers_each_authority_what_it_may_do(
    door: Door, case: str
) -> None:
    """案卷页只向上级、下级各自提供可以办理的事项 (ARL 38; ARR2026 40)."""
    above = {"elevation-denial", "elevation", "elevated-file-receipt", "resumption-order"}
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert await offered(door, case, ABOVE) == above
    assert {"draft", "elevation"} <= await offered(door, case, OFFICER)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    below = await offered(door, case, OFFICER)
    assert "file-transfer" in below
    assert not {"draft", "views", "suspension"} & below
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    assert await offered(door, case, OFFICER) <= above
    assert {"views", "draft", "suspension"} <= await offered(door, case, ABOVE)


async def test_until_it_is_answered_the_days_to_decide_stand_still_and_then_run_on(
    door: Door, case: str
) -> None:
    """报请期间不计入办理期限，不予提级的接着计算 (ARR2026 40)."""
    assert (await running(door, case))["decide"] == day("2026-09-04")
    door.on("2026-07-13")
    asked = await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert asked["elevated"]["is_asked"] is True
    assert (await running(door, case))["decide"] is None
    assert (await running(door, case))["reply"] == day("2026-07-20")
    door.on("2026-07-20")
    await done(door, f"{case}/elevation-denial", ABOVE, reason="不属于四种情形。")
    assert (await running(door, case))["decide"] == day("2026-09-11")


async def test_whoever_is_asked_reads_the_file_and_does_nothing_but_answer(
    door: Door, case: str
) -> None:
    """上级被报请以后可以查阅，只能决定提级与否 (ARL 38)."""
    officer = {**ABOVE, "code": "officer-8", "roles": [Role.RECONSIDERATION]}
    assert (await door.get(case, officer)).status_code == 404
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert (await door.get(case, officer)).status_code == 200
    views = {"manner": "telephone", "record": "处罚过重"}
    assert (await door.post(f"{case}/views", ABOVE, **views)).status_code == 404
    assert (await door.post(f"{case}/elevation", NEIGHBOUR, **ORDERED)).status_code == 404


async def test_the_head_above_takes_a_case_up_on_its_own_initiative(door: Door, case: str) -> None:
    """上级机构负责人可以查阅下级的案件，根据需要决定提级；其他机关不能 (ARL 38; ARR2026 40)."""
    assert (await door.get(case, ABOVE)).status_code == 200
    assert (await door.get(case, NEIGHBOUR)).status_code == 404
    views = {"manner": "telephone", "record": "处罚过重"}
    assert (await door.post(f"{case}/views", ABOVE, **views)).status_code == 404
    doors = {"elevation-denial", "elevation", "elevated-file-receipt", "resumption-order"}
    assert await offered(door, case, ABOVE) == doors
    assert await why_not(door, f"{case}/elevation", ABOVE, **ORDERED) == "ARR2026 40(1)"
    put = await done(door, f"{case}/elevation", ABOVE, **ORDERED, ground="public")
    assert put["elevated"]["above"] == CITY_GOVERNMENT
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    labels = "SELECT labels ->> 'above' FROM hub.file WHERE case_id = $1"
    above = await door.hub.pool.fetchval(labels, UUID(case.rpartition("/")[2]))
    assert above == "620000-government"


async def test_the_authority_above_orders_that_a_case_goes_on(door: Door, case: str) -> None:
    """无正当理由中止的，由上级责令恢复审理；经手的其他机关不能代为责令 (ARL 40)."""
    said = {"text": "没有正当理由，责令恢复审理。"}
    await done(door, f"{case}/suspension", OFFICER, cause="other", text="中止审理")
    assert "resumption-order" in await offered(door, case, ABOVE)
    path = f"{case}/resumption-order"
    assert (await door.post(path, NEIGHBOUR, **said)).status_code == 404
    assert await why_not(door, path, OFFICER, **said) == "ARL 40"
    put = await done(door, path, ABOVE, **said)
    assert put["suspended_for"][0]["ordered_on"] == "2026-07-06"
    kind = "reconsideration.resumption_ordered.v1"
    organ = "SELECT body::jsonb ->> 'organ' FROM hub.outbox WHERE kind = $1"
    assert await door.hub.pool.fetchval(organ, kind) == CITY_GOVERNMENT


async def test_who_had_a_case_before_orders_nothing_in_the_name_of_another(
    door: Door, case: str
) -> None:
    """提级以后，原办理机关不能以别的上级的名义责令恢复审理 (ARL 40)."""
    await elevated(door, case)
    await done(door, f"{case}/suspension", ABOVE, cause="other", text="中止审理")
    said = {"organ": "620000-government", "text": "责令恢复审理。"}
    assert await why_not(door, f"{case}/resumption-order", OFFICER, **said) == "ARL 40"


async def test_who_only_reads_from_beside_gives_no_number_and_is_offered_none(
    door: Door, case: str
) -> None:
    """被报请提级的上级可以查阅，不给下级的文书编号，页面上也没有编号 (ARL 38; RULES 69)."""
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    numbers = f"{case}/papers/numbers/acceptance"
    told = await door.get(numbers, ABOVE)
    assert told.json() == {"document_number": "", "may_number": False}
    assert (await door.post(numbers, ABOVE)).status_code == 404
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case.split('/')[2]}/acceptance.pdf"
    async with building(door.hub) as house:
        above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
        page = await above.get(where)
        assert page.status_code == 200
        assert "papers/numbers" not in page.text
        assert (await door.post(numbers, OFFICER)).status_code == 201
        assert "复受字〔2026〕1号" in (await above.get(where)).text


async def test_only_heads_ask_and_order(door: Door, case: str) -> None:
    """报请、决定提级由负责人办理 (ARL 38)."""
    handler = {**OFFICER, "code": "officer-8", "roles": [Role.RECONSIDERATION]}
    for path, body in (("elevation-request", ASKED), ("elevation", ORDERED)):
        assert (await door.post(f"{case}/{path}", handler, **body)).status_code == 403


async def test_the_authority_below_cannot_take_up_its_own_case(door: Door, case: str) -> None:
    """本机关不能决定提级 (ARL 38)."""
    own = {**ORDERED, "ground": "public"}
    assert await why_not(door, f"{case}/elevation", OFFICER, **own) == "ARL 38(1)"


async def test_an_order_that_comes_in_below_is_put_on_file_there(door: Door, case: str) -> None:
    """上级径行决定提级的，下级收到通知后记入案卷 (ARL 38; ARR2026 40)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT}
    assert await why_not(door, f"{case}/elevation", OFFICER, **said) == "ARR2026 40(1)"
    put = await done(door, f"{case}/elevation", OFFICER, **said, ground="public")
    assert put["elevated"]["ordered_on"] == "2026-07-06"
    assert (await door.get(case, ABOVE)).status_code == 200
    assert (await running(door, case))["hand_over"] == day("2026-07-13")


async def test_from_the_order_to_the_receipt_only_what_is_sent_in_is_taken(
    door: Door, case: str
) -> None:
    """决定提级以后下级不再办理，答复照收 (ARR2026 40)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT, "ground": "public"}
    await done(door, f"{case}/elevation", OFFICER, **said)
    assert await why_not(door, f"{case}/draft", OFFICER, **road("revoked")[2][2]) == "ARR2026 40(3)"
    extension = {"days": 10, "reason": "案情复杂"}
    assert await why_not(door, f"{case}/extension", OFFICER, **extension) == "ARR2026 40(3)"
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    await done(door, f"{case}/stay-request", PARTY, text="请停止执行")


async def test_the_same_file_goes_on_above_and_its_days_run_anew(door: Door, case: str) -> None:
    """审理期限自上级收到案件材料之日起重新计算，案卷不变 (ARR2026 40)."""
    await elevated(door, case)
    assert (await running(door, case))["decide"] == day("2026-09-14")
    assert "hand_over" not in await running(door, case)
    found = (await door.get(case, ABOVE)).json()
    assert (found["authority"], found["elevated"]["before"]) == (CITY_GOVERNMENT, [AUTHORITY])
    assert f"/reconsiderations/{found['case_id']}" == case
    views = {"manner": "telephone", "record": "处罚过重"}
    await done(door, f"{case}/views", ABOVE, **views)


async def test_the_authority_below_reads_on_and_does_nothing(door: Door, case: str) -> None:
    """提级以后，下级可以查阅，不能办理 (ARL 38)."""
    await elevated(door, case)
    assert (await door.get(case, OFFICER)).status_code == 200
    views = {"manner": "telephone", "record": "处罚过重"}
    assert (await door.post(f"{case}/views", OFFICER, **views)).status_code == 404
    assert (await door.get(case, NEIGHBOUR)).status_code == 404
    assert (await door.get(case, PARTY)).status_code == 200


async def test_who_had_the_case_before_says_nothing_of_another_elevation(
    door: Door, case: str
) -> None:
    """提级以后，原办理机关只能查阅，不能再以别的上级的名义决定提级与否 (ARL 38)."""
    await elevated(door, case)
    said = {**ORDERED, "organ": "620000-government", "ground": "public"}
    assert await why_not(door, f"{case}/elevation", OFFICER, **said) == "ARL 38(1)"
    denied = {"organ": "620000-government", "reason": "不予提级。"}
    assert await why_not(door, f"{case}/elevation-denial", OFFICER, **denied) == "ARL 38(1)"


async def test_a_hand_over_that_is_late_is_recorded_and_still_owed(door: Door, case: str) -> None:
    """五个工作日内没有移送的，记录逾期，仍须移送 (ARR2026 40; ARL 80)."""
    said = {**ORDERED, "organ": CITY_GOVERNMENT, "ground": "public"}
    await done(door, f"{case}/elevation", OFFICER, **said)
    door.clock.move_to(datetime.combine(day("2026-07-14"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    kinds = await door.hub.pool.fetch(
        "SELECT kind, body::jsonb ->> 'duty' AS duty FROM hub.outbox WHERE case_id = $1"
        " ORDER BY version DESC LIMIT 1",
        case.rpartition("/")[2],
    )
    assert [tuple(row) for row in kinds] == [("reconsideration.overdue.v1", "hand_over")]
    door.on("2026-07-14")
    await done(door, f"{case}/file-transfer", OFFICER, text="一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
