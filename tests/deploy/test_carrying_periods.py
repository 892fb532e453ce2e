"""Periods that run, and whom they bind, are after an upgrade as if it had been there before."""

import asyncio
import json
from datetime import date, datetime
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from shared.contracts.fact import Fact, Head
from shared.contracts.mediation import BothConsented, MediationActOverdue
from shared.law.day import CITY, day_of_expiry
from tests.deploy.before import (
    KEPT_FILE,
    OLD_AFTERMATH,
    OLD_CASE,
    OLD_DUTY,
    OLD_PAGE,
    OLD_PERIOD,
    history,
)
from tests.mediation.makers import FIELDS

OLD_FILE = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
VALUES ($1, 'routing', 'whistle', '2026', $1, 1, 'blown', $2)
"""

OLD_PERIOD_OF = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional)
VALUES ($1, $2, '', $3, $1, 'reconsideration', 'RULES 95', '5wd', '2026-11-23', now(), false)
"""

OLD_WATCH = """
INSERT INTO supervision.watch (case_id, dispute_id, state, version, watched, obliged)
VALUES ($1, $1, 'due', 1, $1, '620702-chengguan')
"""

OLD_LAPSE = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, ended, ended_by)
VALUES ($1, 'ask_consent', '', 1, $1, 'mediation', 'RULES 31', '5wd', '2026-11-02', now(), false,
        'lapsed', 2)
"""

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
