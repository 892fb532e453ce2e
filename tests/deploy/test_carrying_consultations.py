"""What committees had been asked, and who sat, before an upgrade is known after it."""

import asyncio
import json
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from shared.contracts.catalogue import read
from tests.deploy.before import KEPT_FILE, OLD_CASE, OLD_PAGE, OLD_PERIOD, history

SEATED = """
WITH file AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  VALUES ($1, 'consultation', 'consultation', '2024-01-01', $1, 2, $2, '{"county": "620702"}')
)
INSERT INTO consultation.consultation
  (case_id, dispute_id, state, version, request_case_id, authority, members)
VALUES ($1, $1, $2, 2, $1, '620702-government', $3)
"""

OLD_ROOM = """
INSERT INTO consultation.consultation (case_id, dispute_id, state, version, authority, members)
VALUES ($1, $1, $2, 3, $3, '[]')
"""

OLD_ROSTER = """
INSERT INTO consultation.roster (case_id, dispute_id, state, version, tracks, committee, experts,
                                 seat_within, speak_within)
VALUES ($1, $1, 'kept', 4, $2, '620702-committee', $3, '3wd', '10wd')
"""


async def test_members_who_sit_already_still_see_their_consultation(empty: str) -> None:
    """升级以前组成的小组，委员仍能查看本人参加的咨询 (RULES 72)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_2200")
    connection = await asyncpg.connect(empty)
    seated, asked = uuid4(), uuid4()
    await connection.execute(SEATED, seated, "seated", '["m-1", "m-2", "m-3"]')
    await connection.execute(SEATED, asked, "received", "[]")
    assert await migrate(empty)
    labels = "SELECT labels FROM hub.file WHERE case_id = $1"
    found = [json.loads(await connection.fetchval(labels, one)) for one in (seated, asked)]
    spoken = await connection.fetchval("SELECT spoken FROM consultation.consultation LIMIT 1")
    await connection.close()
    assert found == [
        {"county": "620702", "request": str(seated), "panel": "m-1 m-2 m-3"},
        {"county": "620702", "request": str(asked)},
    ]
    assert spoken == "{}"


async def test_open_consultations_say_who_is_director_after_the_upgrade(empty: str) -> None:
    """升级前组成的小组，委员的回避也由升级之日在任的主任决定，没有主任的写空 (RULES 72)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0827")
    connection = await asyncpg.connect(empty)
    term = {"post": "director", "term_from": "2020-01-01"}
    experts = {
        "c-1": {**term, "term_until": "2020-12-31"},
        "c-2": {**term, "term_until": "2099-12-31"},
        "c-3": {**term, "term_until": "2099-12-31"},
        "c-4": {**term, "term_until": "2099-12-31", "post": "member"},
    }
    tracks = dict.fromkeys(experts, "serving") | {"c-2": "off_roster"}
    await connection.execute(OLD_ROSTER, uuid4(), json.dumps(tracks), json.dumps(experts))
    led, alone, over = uuid4(), uuid4(), uuid4()
    for case_id, state, organ in (
        (led, "seated", "620702-government"),
        (alone, "seated", "620721-government"),
        (over, "given", "620702-government"),
    ):
        labels = json.dumps({"authority": organ, "director": "c-1"})
        await connection.execute(OLD_ROOM, case_id, state, organ)
        await connection.execute(KEPT_FILE, case_id, *("consultation",) * 2, state, labels)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, labels ->> 'director' FROM hub.file")
    await connection.close()
    assert dict(map(tuple, rows)) == {led: "c-3", alone: "", over: "c-1"}


async def test_open_consultations_say_whose_recusal_waits_after_the_upgrade(empty: str) -> None:
    """升级前提出、尚未决定的委员回避，复议机构负责人同样在待审批中看到 (RULES 72)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    waits, none, over = uuid4(), uuid4(), uuid4()
    labels = json.dumps({"authority": "620702-government", "director": ""})
    for case_id, state, contested in (
        (waits, "seated", ["c-1", "c-2"]),
        (none, "seated", []),
        (over, "cancelled", ["c-1"]),
    ):
        await connection.execute(OLD_ROOM, case_id, state, "620702-government")
        asked = "UPDATE consultation.consultation SET contested = $2 WHERE case_id = $1"
        await connection.execute(asked, case_id, json.dumps(contested))
        await connection.execute(KEPT_FILE, case_id, *("consultation",) * 2, state, labels)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, labels ->> 'contested' FROM hub.file")
    await connection.close()
    assert dict(map(tuple, rows)) == {waits: "c-1 c-2", none: None, over: None}


async def test_a_committee_below_is_asked_no_longer_of_a_case_that_had_gone_up_before_the_upgrade(
    empty: str,
) -> None:
    """升级前案件已由上级审理的，下级委员会的咨询随升级终结；其余照旧 (ARL 35, 38, 52)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0832")
    connection = await asyncpg.connect(empty)
    stale, above, given, plain = (uuid4() for _ in range(4))
    for case_id, state, organ, went_up in (
        (stale, "seated", "620702-government", True),
        (above, "received", "620700-government", True),
        (given, "given", "620702-government", True),
        (plain, "seated", "620702-government", False),
    ):
        request = uuid4()
        await connection.execute(OLD_ROOM, case_id, state, organ)
        await connection.execute(
            "UPDATE consultation.consultation SET request_case_id = $1 WHERE case_id = $2",
            request,
            case_id,
        )
        await connection.execute(KEPT_FILE, case_id, *("consultation",) * 2, state, "{}")
        await connection.execute(OLD_PERIOD, case_id)
        if went_up:
            kind = "reconsideration.elevated_file_received.v1"
            said = json.dumps({"authority": "620700-government"})
            await connection.execute(OLD_PAGE, request, 9, kind, said)
    assert await migrate(empty)
    files = await connection.fetch("SELECT case_id, state, version, closed FROM hub.file")
    [page] = await connection.fetch("SELECT * FROM hub.outbox WHERE office = 'consultation'")
    unsent = await connection.fetch("SELECT seq FROM hub.unsent")
    running = await connection.fetch("SELECT case_id FROM hub.deadline WHERE ended IS NULL")
    rooms = await connection.fetch("SELECT case_id, state, version FROM consultation.consultation")
    await connection.close()
    assert {row["case_id"]: tuple(row)[1:] for row in files} == {
        stale: ("cancelled", 4, True),
        above: ("received", 3, False),
        given: ("given", 3, False),
        plain: ("seated", 3, False),
    }
    assert (page["case_id"], page["version"]) == (stale, 4)
    fact = read(page["kind"], page["body"])
    assert (fact.kind, fact.head.by) == ("consultation.cancelled.v1", "clock")
    assert [row["seq"] for row in unsent] == [page["seq"]]
    assert {row["case_id"] for row in running} == {above, given, plain}
    assert {row["case_id"]: row["state"] for row in rooms}[stale] == "cancelled"


async def test_what_a_committee_was_asked_before_the_upgrade_is_known(empty: str) -> None:
    """升级前提请咨询的问题逐次记着，在途的意见对得上哪一次；所附的拟稿也记着 (RULES 151)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    asked, plain, questions = uuid4(), uuid4(), [str(uuid4()) for _ in range(2)]
    for case_id in (asked, plain):
        await connection.execute(OLD_CASE, case_id)
    for version, question in enumerate(questions, 5):
        said = json.dumps({"question_id": question, "draft_id": question})
        page = (asked, version, "reconsideration.consultation_requested.v1", said)
        await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT * FROM reconsideration.ordinary")
    await connection.close()
    known = {row["case_id"]: json.loads(row["questions"]) for row in rows}
    assert known == {asked: questions, plain: []}
    drafts = {row["case_id"]: row["asked_draft_id"] for row in rows}
    assert drafts == {asked: UUID(questions[-1]), plain: None}


async def test_how_many_sat_is_known_after_the_upgrade_and_what_fell_before_is_not_missed(
    empty: str,
) -> None:
    """升级后知道小组原有几人；升级前的撤销、重新送达，不算漏收 (RULES 72, 92)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    seated, asked, after = uuid4(), uuid4(), uuid4()
    for case_id, state in ((seated, "seated"), (asked, "received")):
        await connection.execute(OLD_ROOM, case_id, state, "620702-government")
    said = json.dumps({"members": ["c-1", "c-2", "c-3", "c-4", "c-5"]})
    await connection.execute(OLD_PAGE, seated, 2, "consultation.panel_convened.v1", said)
    for version, kind in ((2, "annulled"), (3, "served_again"), (4, "delivered")):
        await connection.execute(OLD_PAGE, after, version, f"reconsideration.{kind}.v1", "{}")
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, seats FROM consultation.consultation")
    heard = await connection.fetch("SELECT consumer, version FROM hub.inbox ORDER BY 1")
    await connection.close()
    assert dict(map(tuple, rows)) == {seated: 5, asked: 0}
    assert [tuple(one) for one in heard] == [
        *(("hub.routing.office", 2), ("hub.supervision.office", 3)),
    ]


async def test_experts_of_a_roster_of_old_are_tied_to_nobody_after_the_upgrade(empty: str) -> None:
    """升级前登记的委员没有申报企业、个人，小组没有写明专业领域，升级后照旧 (RULES 70, 71)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0876")
    connection = await asyncpg.connect(empty)
    room, kept, bare = uuid4(), uuid4(), uuid4()
    await connection.execute(OLD_ROOM, room, "seated", "620702-government")
    experts = {"committee-1": {"calling": "scholar", "conflicts": ["620702-sifa"]}}
    for case_id, said in ((kept, experts), (bare, {})):
        await connection.execute(OLD_ROSTER, case_id, "{}", json.dumps(said))
    silent = (kept, 2, "reconsideration.recommendation_unanswered.v1", "{}")
    await connection.execute(OLD_PAGE, *silent)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, experts FROM consultation.roster")
    drawn = await connection.fetchrow(
        "SELECT speciality, unmatched_id FROM consultation.consultation"
    )
    heard = await connection.fetch("SELECT consumer, case_id, version FROM hub.inbox")
    await connection.close()
    assert [tuple(one) for one in heard] == [("hub.supervision.office", kept, 2)]
    assert {row["case_id"]: json.loads(row["experts"]) for row in rows} == {
        kept: {"committee-1": {**experts["committee-1"], "ties": []}},
        bare: {},
    }
    assert tuple(drawn) == (None, None)
