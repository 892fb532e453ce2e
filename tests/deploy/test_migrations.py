"""The history of the database: complete, in one line, and cheap to ask."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from deploy.local.postgres import LocalPostgres
from deploy.migrations.run import FOLDER, head, migrate, standing, upgrade
from deploy.migrations.schema import schema_names, whole_schema
from services.reconsideration.domain.ordinary.states import CLOSED
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact, Head
from shared.contracts.mediation import BothConsented, MediationActOverdue
from shared.law.casefile import derived
from shared.law.day import CITY, day_of_expiry
from tests.mediation.makers import FIELDS

ROOT = Path(__file__).parents[2]
LISTED = "SELECT table_schema || '.' || table_name FROM information_schema.tables"
HEAVY = "'alembic', 'sqlalchemy', 'services'"


@pytest.fixture
async def empty(postgres: LocalPostgres) -> AsyncIterator[str]:
    """The address of a database that holds nothing at all."""
    admin = await asyncpg.connect(postgres.url.replace("/hub", "/postgres"))
    await admin.execute("CREATE DATABASE bare")
    yield postgres.url.replace("/hub", "/bare")
    await admin.execute("DROP DATABASE bare WITH (FORCE)")
    await admin.close()


def history(url: str = "") -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    return config


async def test_an_empty_database_gets_every_table_of_every_office(empty: str) -> None:
    assert await migrate(empty)
    connection = await asyncpg.connect(empty)
    there = {row[0] for row in await connection.fetch(LISTED)}
    await connection.close()
    assert set(whole_schema().tables) <= there
    assert {"hub", "intake", "routing", "supervision"} <= set(schema_names())


async def test_the_clock_begins_unmoved_and_numbers_come_in_blocks(empty: str) -> None:
    await migrate(empty)
    connection = await asyncpg.connect(empty)
    shift = await connection.fetchval("SELECT shift FROM hub.clock")
    blocks = [await connection.fetchval("SELECT nextval('hub.number')") for _ in range(2)]
    await connection.close()
    assert (shift, blocks) == (timedelta(), [1000, 2000])


async def test_nothing_is_done_twice_and_several_may_ask_at_once(empty: str) -> None:
    assert await standing(empty) is None
    hub = (sys.executable, "-m", "deploy.hub", "migrate")
    told = os.environ | {"HUB_DATABASE_URL": empty}
    others = [await asyncio.create_subprocess_exec(*hub, cwd=ROOT, env=told) for _ in range(2)]
    await asyncio.gather(migrate(empty), migrate(empty))
    assert [await other.wait() for other in others] == [0, 0]
    assert await standing(empty) == head()
    assert not await migrate(empty)


def test_the_tables_in_code_are_those_of_the_history(postgres: LocalPostgres) -> None:
    command.check(history(postgres.url))


async def test_the_index_of_what_is_on_hand_leaves_out_every_closed_state(
    postgres: LocalPostgres,
) -> None:
    """已告知不再处理、上级已办结等办结的案件，都不在待办案件的索引之内 (ARL 33; RULES 118)."""
    connection = await asyncpg.connect(postgres.url)
    made = dict(await connection.fetch(INDEXES))
    await connection.close()
    assert [state for state in CLOSED if f"'{state}'" not in made["ix_ordinary_on_hand"]] == []
    assert "ix_ordinary_open" not in made


INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'ordinary'"


def test_the_history_is_one_line_and_its_newest_file_is_its_head() -> None:
    assert ScriptDirectory.from_config(history()).get_heads() == [head()]


def test_every_migration_waits_five_seconds_for_a_lock_and_no_longer() -> None:
    for file in (FOLDER / "versions").glob("*.py"):
        begun = file.read_text().split("def upgrade() -> None:\n", 1)[1]
        assert begun.startswith("    op.execute(\"SET lock_timeout = '5s'\")\n"), file.name


def test_a_database_that_is_up_to_date_loads_no_alembic(postgres: LocalPostgres) -> None:
    upgrade(postgres.url)
    said = (
        "import sys; from deploy.migrations.run import upgrade;"
        f"print(upgrade(sys.argv[1]), *({{{HEAVY}}} & set(sys.modules)))"
    )
    asked = [sys.executable, "-c", said, postgres.url]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own text
    assert done.stdout == "False\n"


PROPOSAL = {
    "head": {"by": "village-1"},
    "text_id": "00000000-0000-4000-8000-000000000007",
}


async def test_a_whistle_that_waited_for_its_signature_comes_along(empty: str) -> None:
    """待签批的哨升级之后仍知道由谁提请、请求什么 (RULES 18)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1040")
    connection = await asyncpg.connect(empty)
    waiting, signed = uuid4(), uuid4()
    for case_id, kinds in ((waiting, ["proposed"]), (signed, ["proposed", "blown"])):
        await connection.execute(OLD_WHISTLE, case_id)
        for version, kind in enumerate(kinds, start=1):
            await connection.execute(
                OLD_PAGE, case_id, version, f"routing.whistle_{kind}.v1", json.dumps(PROPOSAL)
            )
    assert await migrate(empty)
    rows = await connection.fetch(
        "SELECT case_id, proposed_by, signer, text_id, disputes FROM routing.whistle"
    )
    await connection.close()
    assert {row["case_id"]: tuple(row)[1:] for row in rows} == {
        waiting: ("village-1", "", UUID(str(PROPOSAL["text_id"])), "[]"),
        signed: ("village-1", "", None, "[]"),
    }


SEATED = """
WITH file AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  VALUES ($1, 'consultation', 'consultation', '2024-01-01', $1, 2, $2, '{"county": "620702"}')
)
INSERT INTO consultation.consultation
  (case_id, dispute_id, state, version, request_case_id, authority, members)
VALUES ($1, $1, $2, 2, $1, '620702-government', $3)
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


OLD_CASE = """
INSERT INTO reconsideration.ordinary (case_id, dispute_id, state, version, tracks, authority,
  county, applicants, respondent, told_remedies, real_estate, extended_days, reply_forfeited,
  applicant_heard, hearing_held, withdrawn, settled, redo, stance)
VALUES ($1, $1, 'examining', 9, '{}', '620702-government', '620702', '[]', '620702-chengguan',
  true, false, 0, false, true, false, false, false, false, 'agrees')
"""


async def test_an_opinion_on_file_before_the_upgrade_can_be_attached(empty: str) -> None:
    """升级前已在卷的咨询意见，送审时照样附具 (ARR2026 52)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_2340")
    connection = await asyncpg.connect(empty)
    case_id, opinion_id = uuid4(), uuid4()
    await connection.execute(OLD_CASE, case_id)
    said = json.dumps({"opinion_id": str(opinion_id)})
    page = (case_id, 9, "reconsideration.opinion_recorded.v1", said)
    await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    row = await connection.fetchrow("SELECT * FROM reconsideration.ordinary")
    await connection.close()
    assert row["opinion_id"] == opinion_id
    assert (row["findings"], row["drafted"], row["document_number"]) == ("[]", None, "")


async def test_what_a_respondent_received_and_replied_before_the_upgrade_is_known(
    empty: str,
) -> None:
    """升级前已收到的副本、已提出的答复，照样计算举证期限、可以查阅 (ARL 46, 47)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_2340")
    connection = await asyncpg.connect(empty)
    replaced, plain = uuid4(), uuid4()
    for case_id, version, kind, said in (
        (plain, 4, "copy_received", {"head": {"on": "2026-11-02"}}),
        (plain, 5, "reply_filed", {"reply_id": str(plain)}),
        (replaced, 4, "copy_received", {"head": {"on": "2026-11-02"}}),
        (replaced, 5, "reply_filed", {"reply_id": str(plain)}),
        (replaced, 6, "respondent_replaced", {}),
        (replaced, 7, "copy_received", {"head": {"on": "2026-11-09"}}),
    ):
        page = (case_id, version, f"reconsideration.{kind}.v1", json.dumps(said))
        await connection.execute(OLD_PAGE, *page)
    for case_id in (replaced, plain):
        await connection.execute(OLD_CASE, case_id)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, evidence FROM reconsideration.ordinary")
    await connection.close()
    assert {row["case_id"]: json.loads(row["evidence"]) for row in rows} == {
        plain: {"copied_on": "2026-11-02", "reply_id": str(plain)},
        replaced: {"copied_on": "2026-11-09"},
    }


async def test_a_third_person_who_stayed_away_from_a_hearing_is_awaited_after_the_upgrade(
    empty: str,
) -> None:
    """升级前没有参加听证的第三人，仍须听取意见；已经参加、已经听取的除外 (ARL 49)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0820")
    connection = await asyncpg.connect(empty)
    away, came, heard = uuid4(), uuid4(), uuid4()
    for case_id, version, kind, said in (
        (away, 4, "views_heard", {"standing": "applicant", "persons": []}),
        (away, 5, "hearing_held", {"third_came": False}),
        (came, 5, "hearing_held", {"third_came": True}),
        (heard, 5, "hearing_held", {}),
        (heard, 6, "views_heard", {"standing": "third", "persons": [str(heard)]}),
    ):
        page = (case_id, version, f"reconsideration.{kind}.v1", json.dumps(said))
        await connection.execute(OLD_PAGE, *page)
    for case_id in (away, came, heard):
        await connection.execute(OLD_CASE, case_id)
        third = {"person_id": str(case_id), "called": True, "takes_part": True}
        await connection.execute(
            "UPDATE reconsideration.ordinary SET third_heard = true, participants = $2, heard = $3"
            " WHERE case_id = $1",
            case_id,
            json.dumps({"third_persons": [third]}),
            json.dumps([str(heard)]),
        )
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, third_heard FROM reconsideration.ordinary")
    await connection.close()
    assert dict(map(tuple, rows)) == {away: False, came: True, heard: True}


async def test_a_hearing_that_was_put_off_before_the_upgrade_is_still_to_come(empty: str) -> None:
    """升级前已延期的听证仍待另行通知，请求听证的仍待答复；已经举行、已经定下的除外 (ARL 50, 51)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    off, held, again = uuid4(), uuid4(), uuid4()
    kinds = {
        off: ("requested", "set", "put_off"),
        held: ("requested", "set", "put_off", "set", "held"),
        again: ("requested", "set", "put_off", "set"),
    }
    for case_id, told in kinds.items():
        await connection.execute(OLD_CASE, case_id)
        for version, kind in enumerate(told, start=4):
            said = json.dumps({"text_id": str(case_id)} if kind == "requested" else {})
            page = (case_id, version, f"reconsideration.hearing_{kind}.v1", said)
            await connection.execute(OLD_PAGE, *page)
    for case_id, plan in ((off, "null"), (held, "null"), (again, "{}")):  # as the hub wrote them
        row = "UPDATE reconsideration.ordinary SET hearing = $2 WHERE case_id = $1"
        await connection.execute(row, case_id, plan)
    assert await migrate(empty)
    rows = await connection.fetch(
        "SELECT case_id, hearing_put_off_on IS NOT NULL AS put_off,"
        " hearing_asked_on IS NOT NULL AS asked, hearing::text AS planned,"
        " hearing_asked_id = case_id AS by_paper"
        " FROM reconsideration.ordinary"
    )
    await connection.close()
    found = {row["case_id"]: (row["put_off"], row["asked"], row["planned"]) for row in rows}
    assert found.pop(again)[:2] == (False, False)
    assert all(row["by_paper"] for row in rows), "the paper of the request is known, too"
    assert found == {off: (True, True, "null"), held: (False, False, "null")}
    [planned] = [json.loads(row["planned"]) for row in rows if row["case_id"] == again]
    assert set(planned) == {"asked_on", "set_on"}


async def test_a_step_that_was_broken_off_goes_on_where_its_column_is_there(empty: str) -> None:
    """升级中断后再次升级，从中断处继续."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1140")
    connection = await asyncpg.connect(empty)
    await connection.execute(OLD_WHISTLE, case_id := uuid4())
    await connection.execute("ALTER TABLE routing.whistle ADD proposed_by text NOT NULL DEFAULT ''")
    page = (case_id, 1, "routing.whistle_proposed.v1", json.dumps(PROPOSAL))
    await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    assert await connection.fetchval("SELECT proposed_by FROM routing.whistle") == "village-1"
    await connection.close()


async def test_whoever_has_finished_asks_for_no_more_time_after_the_upgrade(empty: str) -> None:
    """升级前已办结的部门，未决的延期申请不再列出 (RULES 29)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1040")
    connection = await asyncpg.connect(empty)
    await connection.execute(OLD_WHISTLE, uuid4())
    await connection.execute(
        "UPDATE routing.whistle SET tracks = $1, parts = $2",
        json.dumps({"a": "done", "b": "ruled_out", "c": "checked_in"}),
        json.dumps({code: {"asked": "2wd"} for code in "abc"}),
    )
    assert await migrate(empty)
    parts = json.loads(await connection.fetchval("SELECT parts FROM routing.whistle"))
    await connection.close()
    assert {code: part["asked"] for code, part in parts.items()} == {"a": "", "b": "", "c": "2wd"}


async def test_old_periods_bear_the_county_and_authority_of_their_files(empty: str) -> None:
    """升级前的期限也按县区和办理机关计入看板 (RULES 61)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_28_1655")
    connection = await asyncpg.connect(empty)
    labels = ({"county": "620702", "authority": "620702-government"}, {"county": "620725"}, {})
    ids = [uuid4() for _ in labels]
    for case_id, said in zip(ids, labels, strict=True):
        await connection.execute(OLD_FILE, case_id, json.dumps(said))
        await connection.execute(OLD_PERIOD, case_id)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, county, authority FROM hub.deadline")
    await connection.close()
    found = {row["case_id"]: (row["county"], row["authority"]) for row in rows}
    assert [found[one] for one in ids] == [
        ("620702", "620702-government"),
        ("620725", ""),
        ("", ""),
    ]


OLD_FILE = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
VALUES ($1, 'routing', 'whistle', '2026', $1, 1, 'blown', $2)
"""

OLD_PERIOD = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional)
VALUES ($1, 'close', '', 1, $1, 'routing', 'RULES 17', '10wd', '2026-11-23', now(), false)
"""

OLD_WHISTLE = """
INSERT INTO routing.whistle (case_id, dispute_id, state, version, whistle, tier)
VALUES ($1, $1, 'awaiting_signature', 1, 'daily', 'ordinary')
"""

OLD_PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'routing', $3, '2026-11-23', now(), 'village-1', 0, '{}', '', $4)
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

KEPT_FILE = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
VALUES ($1, $2, $3, '2024-01-01', $1, 3, $4, $5)
"""


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


async def test_whose_recusal_is_asked_is_known_after_the_upgrade(empty: str) -> None:
    """升级前提出的回避，升级后知道所指何人；所指的人已经更换的，不再等待 (RULES 47)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0859")
    connection = await asyncpg.connect(empty)
    one, two = ("asked", "fuyi-07"), ("asked", "fuyi-08")
    cases: dict[UUID, tuple[list[tuple[str, str | None]], int]] = {
        uuid4(): ([one, one, ("replaced", "fuyi-07")], 0),
        uuid4(): ([one, two, ("asked", None), ("kept", "fuyi-08")], 2),
        uuid4(): ([one, ("above", None), two], 1),
    }
    for case_id, (told, _) in cases.items():
        await connection.execute(OLD_CASE, case_id)
        for version, (act, whom) in enumerate(told, start=4):
            kind = "accepted_above" if act == "above" else "recusal_decided"
            kind = f"reconsideration.{'recusal_requested' if act == 'asked' else kind}.v1"
            said = json.dumps({"reviewer": whom, "replaced": act == "replaced"})
            await connection.execute(OLD_PAGE, case_id, version, kind, said)
    await connection.execute("UPDATE reconsideration.ordinary SET recusals_pending = 1")
    assert await migrate(empty)
    found = await connection.fetch(
        "SELECT case_id, recusals_named, recusals_pending FROM reconsideration.ordinary"
    )
    await connection.close()
    whom = [[], ["fuyi-07"], ["fuyi-08"]]
    assert {row[0]: (json.loads(row[1]), row[2]) for row in found} == {
        case_id: (named, pending)
        for (case_id, (_, pending)), named in zip(cases.items(), whom, strict=True)
    }


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


async def test_what_was_sent_on_before_the_upgrade_is_waited_for_no_longer_without_end(
    empty: str,
) -> None:
    """升级前转送、尚未登记收到的，自转送之日起同样计算登记期限 (RULES 133)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0832")
    connection = await asyncpg.connect(empty)
    waiting, came = uuid4(), uuid4()
    for case_id, state in ((waiting, "forwarded"), (came, "received")):
        labels = json.dumps({"county": "620702", "authority": "620702-government"})
        await connection.execute(OLD_CASE, case_id)
        await connection.execute(
            "UPDATE reconsideration.ordinary SET state = $1 WHERE case_id = $2", state, case_id
        )
        await connection.execute(KEPT_FILE, case_id, "reconsideration", "ordinary", state, labels)
        await connection.execute(OLD_PAGE, case_id, 2, "reconsideration.forwarded.v1", "{}")
    assert await migrate(empty)
    rows = await connection.fetch("SELECT * FROM hub.deadline")
    await connection.close()
    [clock] = rows
    assert (clock["case_id"], clock["name"], clock["opened"]) == (waiting, "forwarding_receipt", 2)
    assert clock["until"].astimezone(CITY).isoformat() == "2026-12-01T00:00:00+08:00"
    assert (clock["authority"], clock["ended"]) == ("620702-government", None)
    assert clock["next_at"] < clock["until"]


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


async def test_what_a_former_respondent_put_in_before_the_upgrade_is_known_as_its_own(
    empty: str,
) -> None:
    """升级前变更过被申请人的，原被申请人此前的证据不再算作现被申请人的；其余照旧 (ARL 70)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    replaced, plain = uuid4(), uuid4()
    listed = [("respondent", ""), ("applicant", ""), ("respondent", "other"), ("respondent", "")]
    for case_id in (replaced, plain):
        await connection.execute(OLD_CASE, case_id)
        pieces = [
            {"number": n, "standing": who, "organ": "" if organ == "other" else organ}
            for n, (who, organ) in enumerate(listed, 1)
        ]
        evidence = json.dumps({"copied_on": "2026-11-09", "pieces": pieces})
        row = "UPDATE reconsideration.ordinary SET evidence = $1 WHERE case_id = $2"
        await connection.execute(row, evidence, case_id)
        for n, (who, organ) in enumerate(listed, 1):
            said = json.dumps({"evidence": n, "standing": who, "organ": organ})
            version = n if n < len(listed) else 9  # the last one after the replacement
            page = (case_id, version, "reconsideration.evidence_submitted.v1", said)
            await connection.execute(OLD_PAGE, *page)
    said = json.dumps({"before": "wrong", "respondent": "other"})
    page = (replaced, 5, "reconsideration.respondent_replaced.v1", said)
    await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, evidence FROM reconsideration.ordinary")
    await connection.close()
    known = {row["case_id"]: json.loads(row["evidence"]) for row in rows}
    assert {one["copied_on"] for one in known.values()} == {"2026-11-09"}
    organs = {case: [one["organ"] for one in kept["pieces"]] for case, kept in known.items()}
    assert organs == {replaced: ["wrong", "", "", ""], plain: ["", "", "", ""]}


async def test_whose_letter_runs_and_by_which_paper_an_act_is_stayed_is_known_after_the_upgrade(
    empty: str,
) -> None:
    """升级前制发的意见书，期限写明是哪一个机关的；停止执行的，记着决定书 (ARL 42, 76)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    case_id, after, paper_id = uuid4(), uuid4(), uuid4()
    await connection.execute(OLD_CASE, case_id)
    await connection.execute("UPDATE reconsideration.ordinary SET stay = 'authority'")
    await connection.execute(OLD_AFTERMATH, after, case_id)
    for place, version, kind, said in (
        (case_id, 3, "execution_stayed", {"paper_id": str(paper_id)}),
        (after, 2, "opinion_letter_issued", {"organ": "620702-zhujian"}),
        (after, 3, "opinion_letter_received", {"organ": "620702-zhujian"}),
    ):
        page = (place, version, f"reconsideration.{kind}.v1", json.dumps(said))
        await connection.execute(OLD_PAGE, *page)
    for name, opened in (("serve_letter", 2), ("copy_letter", 3), ("publish", 3)):
        await connection.execute(OLD_PERIOD_OF, after, name, opened)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT name, subject FROM hub.deadline ORDER BY name")
    stay_id = await connection.fetchval("SELECT stay_id FROM reconsideration.ordinary")
    heirless = await connection.fetchval("SELECT heirless FROM reconsideration.aftermath")
    await connection.close()
    assert [tuple(row) for row in rows] == [
        *(("copy_letter", "620702-zhujian"), ("publish", ""), ("serve_letter", "620702-zhujian")),
    ]
    assert (stay_id, heirless) == (paper_id, "[]")


async def test_whose_copy_is_due_by_itself_is_known_after_the_upgrade(empty: str) -> None:
    """升级前列入的共同被申请人，副本是否另行计算期限，以列入时的记载为准 (ARL 19, 48)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    several, alone = uuid4(), uuid4()
    row = "UPDATE reconsideration.ordinary SET joint = $1 WHERE case_id = $2"
    for case_id, organs in ((several, ("b", "a", "c", "d")), (alone, ())):
        await connection.execute(OLD_CASE, case_id)
        joint = json.dumps([{"organ": one, "sent_on": "2026-11-09"} for one in organs])
        await connection.execute(row, joint, case_id)
    for version, organ, said in (
        (2, "a", {}),
        (3, "b", {"copy_due": True}),
        (4, "c", {"copy_due": True}),
        (6, "c", {"copy_due": False}),
        (7, "d", {"copy_due": False}),
        (8, "d", {"copy_due": True}),
    ):
        body = json.dumps({"organ": organ, **said})
        page = (several, version, "reconsideration.joint_named.v1", body)
        await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, joint FROM reconsideration.ordinary")
    await connection.close()
    known = {one["case_id"]: json.loads(one["joint"]) for one in rows}
    assert known[alone] == []
    due = [(one["organ"], one["sent_on"], one["copy_due"]) for one in known[several]]
    assert due == [(o, "2026-11-09", o in {"b", "d"}) for o in ("b", "a", "c", "d")]


async def test_what_an_application_follows_is_known_after_the_upgrade(empty: str) -> None:
    """升级前提交处罚机关、尚待收到转送的申请，此前的案卷仍然接得上 (ARL 32; RULES 148)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0840")
    connection = await asyncpg.connect(empty)
    again, alone, before = uuid4(), uuid4(), uuid4()
    for case_id, said in ((again, {"follows": str(before)}), (alone, {"follows": None})):
        await connection.execute(OLD_CASE, case_id)
        page = (case_id, 1, "reconsideration.handed_in.v1", json.dumps(said))
        await connection.execute(OLD_PAGE, *page)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, follows FROM reconsideration.ordinary")
    await connection.close()
    assert {row["case_id"]: row["follows"] for row in rows} == {again: before, alone: None}


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


async def test_what_a_court_did_not_accept_before_the_upgrade_rings_again(empty: str) -> None:
    """升级前记载的不予受理的裁定，三个月没有届满的，重新申请的期限照走 (COERCION 53, 56)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0852")
    connection = await asyncpg.connect(empty)
    after, runs, over = uuid4(), str(uuid4()), str(uuid4())
    await connection.execute(OLD_AFTERMATH, after, uuid4())
    said = {"stand": "court_refused", "counts_from": "2026-11-20"}
    debts = [{**said, "person_id": runs}, {**said, "person_id": over, "counts_from": "2026-01-05"}]
    await connection.execute(KEPT_FILE, after, "reconsideration", "aftermath", "following", "{}")
    await connection.execute("UPDATE reconsideration.aftermath SET debts = $1", json.dumps(debts))
    for version, who in ((2, runs), (3, over)):
        body = json.dumps({"person_id": who, "court_refusal": "not_accepted"})
        page = (after, version, "reconsideration.enforcement_refused.v1", body)
        await connection.execute(OLD_PAGE, *page)
    for version, kind in ((4, "decision_served"), (5, "aftermath_opened")):
        await connection.execute(OLD_PAGE, after, version, f"reconsideration.{kind}.v1", "{}")
    await connection.execute("UPDATE hub.outbox SET at = at - interval '2 hours'")
    fresh = (after, 6, "reconsideration.decision_served.v1", "{}")  # supervision may yet hear it
    await connection.execute(OLD_PAGE, *fresh)
    assert await migrate(empty)
    passed_by = await connection.fetch("SELECT consumer, version FROM hub.inbox ORDER BY 1, 2")
    assert [tuple(one) for one in passed_by] == [
        ("hub.reconsideration.office", 4),
        ("hub.reconsideration.office", 6),
        ("hub.supervision.office", 4),
        ("hub.supervision.office", 5),
    ], "what an office did not yet listen to is not what it missed"
    rows = await connection.fetch("SELECT * FROM hub.deadline WHERE name = 'apply_again'")
    await connection.close()
    assert [(one["subject"], one["opened"], one["period"]) for one in rows] == [(runs, 2, "3m")]
    assert day_of_expiry(rows[0]["until"]) == date(2027, 2, 22)  # 20 February is a Saturday


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


LEFT_BEHIND = """
ALTER TABLE reconsideration.attached ADD urged_on date;
CREATE INDEX ix_file_in_hand_0845 ON hub.file (office);
CREATE INDEX ix_file_contested ON hub.file (office);
"""
"""As a step leaves it that was broken off: what it committed, and an index that is not whole."""


async def test_steps_that_were_broken_off_between_two_transactions_are_begun_again(
    empty: str,
) -> None:
    """升级在两个事务之间中断的，再次升级从头执行，不因表、列、索引已在而停下."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_29_0845")
    connection = await asyncpg.connect(empty)
    await connection.execute("UPDATE hub.alembic_version SET version_num = '2026_11_29_0844'")
    await connection.execute(LEFT_BEHIND)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT indexname, indexdef FROM pg_indexes")
    await connection.close()
    made = {row["indexname"]: row["indexdef"] for row in rows}
    assert "work_reports" in made["ix_file_in_hand"]
    assert "contested" in made["ix_file_contested"]
    assert "ix_file_in_hand_0845" not in made


OLD_AFTERMATH = """
INSERT INTO reconsideration.aftermath (case_id, dispute_id, state, version, about, authority,
                                       respondent, copies, publishes, document_number, letters,
                                       recommendations)
VALUES ($1, $1, 'following', 3, $2, '620702-government', '620702-chengguan', true, true, '', '[]',
        '[]')
"""

OLD_PERIOD_OF = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional)
VALUES ($1, $2, '', $3, $1, 'reconsideration', 'RULES 95', '5wd', '2026-11-23', now(), false)
"""


OLD_PRESS = """
INSERT INTO supervision.press (case_id, dispute_id, state, version, tracks, about)
VALUES ($1, $1, 'pressed', 3, $2, $3)
"""


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


OLD_WATCH = """
INSERT INTO supervision.watch (case_id, dispute_id, state, version, watched, obliged)
VALUES ($1, $1, 'due', 1, $1, '620702-chengguan')
"""

OLD_DUTY = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional)
VALUES ($1, $2, '', 1, $1, $3, 'RULES 1', '5wd', '2026-11-23', now(), false)
"""

OLD_DISPUTE = """
INSERT INTO intake.dispute (case_id, dispute_id, state, version, number, "window", county, place,
                            channel, matter, urgency, risk, registered_on, repeats, imported)
VALUES ($1, $1, 'registered', 1, $2, '620702-window-1', '620702', '620702001', 'letter', 'linli',
        'ordinary', 'blue', '2026-11-20', 0, false)
"""

FIRST_PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, 1, $1, 'intake', 'intake.registered.v1', '2026-11-20', '2026-11-22T16:30:00Z', 'o-1',
        0, '{}', '', $2)
"""


async def test_whom_a_period_binds_is_known_of_those_that_are_there(empty: str) -> None:
    """升级前的期限，当事人的写为当事人的，被监督机关的写为该机关的，其余不变 (PML 33; ARL 77)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    of = {}
    for name, office in (
        *(("confirmation", "mediation"), ("appoint", "mediation")),
        *(("perform", "mediation"), ("perform", "supervision"), ("order", "supervision")),
        *(("ruling", "routing"), ("extension", "routing"), ("answer", "routing")),
        *((name, "routing") for name in ("apply", "sue", "sue_own")),
    ):
        of[name, office] = case_id = uuid4()
        await connection.execute(KEPT_FILE, case_id, office, "any", "any", "{}")
        await connection.execute(OLD_DUTY, case_id, name, office)
        if office == "supervision":
            await connection.execute(OLD_WATCH, case_id)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, owed_by FROM hub.deadline")
    await connection.close()
    found = {row["case_id"]: row["owed_by"] for row in rows}
    assert {key: found[one] for key, one in of.items()} == {
        ("confirmation", "mediation"): "party",
        ("appoint", "mediation"): "",
        ("perform", "mediation"): "party",
        ("perform", "supervision"): "620702-chengguan",
        ("order", "supervision"): "",
        ("ruling", "routing"): "office",
        ("extension", "routing"): "office",
        ("answer", "routing"): "",
        **{(name, "routing"): "party" for name in ("apply", "sue", "sue_own")},
    }


async def test_a_dispute_that_is_there_knows_the_day_on_which_it_was_taken_in(empty: str) -> None:
    """升级前登记的，登记当天按第一页的记载时刻，历史台账不写 (RULES 1)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    taken, old = uuid4(), uuid4()
    for n, (case_id, body) in enumerate(((taken, {}), (old, {"history": True}))):
        await connection.execute(OLD_DISPUTE, case_id, f"620702-20261120-000000{n}-0")
        await connection.execute(FIRST_PAGE, case_id, json.dumps(body))
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, registered_on, entered_on FROM intake.dispute")
    await connection.close()
    assert {row["case_id"]: tuple(row)[1:] for row in rows} == {
        taken: (date(2026, 11, 20), date(2026, 11, 23)),
        old: (date(2026, 11, 20), None),
    }


OLD_LAPSE = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, ended, ended_by)
VALUES ($1, 'ask_consent', '', 1, $1, 'mediation', 'RULES 31', '5wd', '2026-11-02', now(), false,
        'lapsed', 2)
"""


async def test_whether_what_lapsed_is_owed_still_is_read_from_the_pages_since(empty: str) -> None:
    """升级前逾期的，逾期以后办了的、案卷办结的，不再算至今仍逾期 (RULES 13, 31)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    late, owed, closed = ids = [uuid4() for _ in range(3)]
    for case_id in ids:
        await connection.execute(KEPT_FILE, case_id, "mediation", "peoples", "proposed", "{}")
        await connection.execute(OLD_LAPSE, case_id)
        for version, kind in enumerate((MediationActOverdue, BothConsented), start=2):
            if version == 2 or case_id == late:
                fact = page_of(kind, case_id, version)
                await connection.execute(
                    ANY_PAGE, case_id, version, fact.kind, fact.model_dump_json()
                )
    await connection.execute("UPDATE hub.file SET closed = true WHERE case_id = $1", closed)
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, made_good FROM hub.deadline")
    await connection.close()
    assert {row["case_id"]: row["made_good"] for row in rows} == {late: 3, owed: None, closed: 3}


async def test_a_level_of_before_owes_nothing_once_its_dispute_has_gone_up(empty: str) -> None:
    """升级前本级期满、已经上报的，届满之后本级不再欠；同卷其他逾期的照旧 (RULES 37)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0862")
    connection = await asyncpg.connect(empty)
    case_id = uuid4()
    await connection.execute(KEPT_FILE, case_id, "routing", "ladder", "trying", "{}")
    for name in ("level", "red_report"):
        await connection.execute(OLD_DUTY, case_id, name, "routing")
    await connection.execute("UPDATE hub.deadline SET ended = 'lapsed', ended_by = 2")
    assert await migrate(empty)
    rows = await connection.fetch("SELECT name, made_good FROM hub.deadline")
    await connection.close()
    assert {row["name"]: row["made_good"] for row in rows} == {"level": 2, "red_report": None}


ANY_PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'mediation', $3, '2026-11-23', now(), 'o-1', 0, '{}', '', $4)
"""


def page_of(kind: type[Fact], case_id: UUID, version: int) -> Fact:
    """A page of a mediation, with what a test does not say filled in."""
    head = Head(
        dispute_id=case_id,
        case_id=case_id,
        version=version,
        on=date(2026, 11, 23),
        at=datetime(2026, 11, 23, 9, tzinfo=CITY),
        by="o-1",
    )
    return kind.model_validate({"head": head, **FIELDS.get(kind, {})} | DUTY.get(kind, {}))


DUTY = {MediationActOverdue: {"duty": "ask_consent"}}
