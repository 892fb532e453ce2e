"""Who sees a file that was there before an upgrade is who would see a new one."""

import asyncio
import json
from uuid import uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from services.reconsideration.domain.ordinary.states import CLOSED
from shared.law.casefile import derived
from tests.deploy.before import KEPT_FILE, history

OLD_PRESS = """
INSERT INTO supervision.press (case_id, dispute_id, state, version, tracks, about)
VALUES ($1, $1, 'pressed', 3, $2, $3)
"""


async def test_who_is_above_orders_in_watches_that_were_opened_before_the_upgrade(
    empty: str,
) -> None:
    """升级前立案、尚未了结的履行监督，有关上级行政机关同样看得到、可以责令 (ARL 77)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0827")
    connection = await asyncpg.connect(empty)
    late, told, done, other = (uuid4() for _ in range(4))
    labels = {"authority": "620702-government", "county": "620702"}
    for case_id, procedure, state, more in (
        (late, "compliance", "overdue", {}),
        (told, "compliance", "due", {"authorities": "620000-government"}),
        (done, "compliance", "performed", {}),
        (other, "press", "overdue", {}),
    ):
        kept = json.dumps(labels | more)
        await connection.execute(KEPT_FILE, case_id, "supervision", procedure, state, kept)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, labels ->> 'authorities' FROM hub.file")
    await connection.close()
    assert dict(map(tuple, rows)) == {
        late: "620700-government 620000-government",
        told: "620000-government",
        done: None,
        other: None,
    }


async def test_the_heads_above_read_open_cases_that_came_in_before_the_upgrade(empty: str) -> None:
    """升级前收到、尚未办结的复议案件，上级机构负责人同样可以查阅 (ARL 38, 40)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0852")
    connection = await asyncpg.connect(empty)
    ids = {state: uuid4() for state in ("examining", *map(str, CLOSED))}
    for state, case_id in ids.items():
        labels = json.dumps({"county": "620702", "authority": "620702-government"})
        await connection.execute(KEPT_FILE, case_id, "reconsideration", "ordinary", state, labels)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, labels ->> 'above' FROM hub.file")
    await connection.close()
    told = {case_id: above for case_id, above in map(tuple, rows) if above}
    assert told == {ids["examining"]: "620700-government 620000-government"}


async def test_what_stood_beside_a_file_before_the_upgrade_is_shown_as_the_file(
    empty: str,
) -> None:
    """升级前就咨询卷和复议案卷督办的，升级后按所涉案卷的可见范围查看 (ARL 52; RULES 65)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    consulted, case, whistle = (uuid4() for _ in range(3))
    called = {"county": "620702", "departments": "620702-chengguan 620702-gongan"}
    for case_id, office in (
        (consulted, "consultation"),
        (case, "reconsideration"),
        (whistle, "routing"),
    ):
        press = derived(case_id, "press")
        stand = {"620702-gongan": "unexplained", "620702-government": "urged"}
        tracks = json.dumps({**stand, "620702001-centre": "explained"})
        await connection.execute(OLD_PRESS, press, tracks, case_id)
        for kept, whose, procedure in (
            (case_id, office, office),
            (press, "supervision", "press"),
            (derived(press, "clock:supervision"), "supervision", "clock"),
            (derived(press, "alert"), "supervision", "alert"),
            (derived(case_id, "alert"), "supervision", "alert"),
        ):
            await connection.execute(KEPT_FILE, kept, whose, procedure, "open", json.dumps(called))
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, labels FROM hub.file")
    await connection.close()
    labels = {row["case_id"]: json.loads(row["labels"]) for row in rows}
    beside = {
        case_id: [
            labels[derived(case_id, "press")],
            labels[derived(derived(case_id, "press"), "clock:supervision")],
            labels[derived(derived(case_id, "press"), "alert")],
        ]
        for case_id in (consulted, case, whistle)
    }
    assert {one["beside"] for one in beside[consulted]} == {"consultation"}
    assert labels[derived(consulted, "alert")]["beside"] == "consultation"
    assert {one["departments"] for one in beside[case]} == {"620702-gongan"}
    assert {one["departments"] for one in beside[whistle]} == {called["departments"]}
    assert not any("beside" in one for one in (*beside[case], *beside[whistle]))
    assert {files[0]["asked"] for files in beside.values()} == {"620702001-centre"}
    assert [labels[one] for one in (consulted, case, whistle)] == [called] * 3


async def test_the_department_above_sees_watches_that_were_opened_before_the_upgrade(
    empty: str,
) -> None:
    """升级前立案、尚未了结的履行监督，被申请人的上级主管部门同样看得到、可以责令 (ARL 77)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0888")
    connection = await asyncpg.connect(empty)
    late, joint, done, taxed = (uuid4() for _ in range(4))
    for case_id, state, departments, authority in (
        (late, "overdue", "620702-chengguan", "620702-government"),
        (joint, "due", "620702-chengguan 620700-chengguan", "620702-government"),
        (done, "performed", "620702-chengguan", "620702-government"),
        (taxed, "ordered", "620702-shuishou", "620700-shuishou"),
    ):
        labels = json.dumps({"authority": authority, "departments": departments})
        kept = (case_id, "supervision", "compliance", state, labels)
        await connection.execute(KEPT_FILE, *kept)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, labels ->> 'superiors' FROM hub.file")
    await connection.close()
    told = dict(map(tuple, rows))
    assert told[late].split()[0] == "620700-chengguan"
    assert "620700-chengguan" not in told[joint].split()
    assert told[done] is None
    assert told[taxed] == "620000-shuishou", "the authority itself is not above"
