"""What had happened in a case of reconsideration before an upgrade is known after it."""

import asyncio
import json
from uuid import UUID, uuid4

import asyncpg
from alembic import command

from deploy.migrations.run import migrate
from tests.deploy.before import KEPT_FILE, OLD_CASE, OLD_DUTY, OLD_PAGE, history


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


async def test_a_request_for_a_stay_that_waits_is_one_of_several_after_the_upgrade(
    empty: str,
) -> None:
    """升级前尚未答复的停止执行申请，仍为该方全体的，期限仍归行政复议机关 (ARL 42; RULES 169)."""
    await asyncio.to_thread(command.upgrade, history(empty), "2026_11_30_0878")
    connection = await asyncpg.connect(empty)
    asked, quiet = uuid4(), uuid4()
    for case_id in (asked, quiet):
        await connection.execute(OLD_CASE, case_id)
        labels = json.dumps({})
        kept = (case_id, "reconsideration", "ordinary", "examining", labels)
        await connection.execute(KEPT_FILE, *kept)
    was = json.dumps({"standing": "third", "text_id": str(asked)})
    row = "UPDATE reconsideration.ordinary SET stay_asked_on = '2026-11-23', stay_asked = $2"
    await connection.execute(f"{row} WHERE case_id = $1", asked, was)
    await connection.execute(OLD_DUTY, asked, "answer_stay", "reconsideration")
    assert await migrate(empty)
    rows = await connection.fetch("SELECT case_id, stays_asked FROM reconsideration.ordinary")
    owed = await connection.fetchval("SELECT owed_by FROM hub.deadline WHERE name = 'answer_stay'")
    await connection.close()
    assert {row["case_id"]: json.loads(row["stays_asked"]) for row in rows} == {
        asked: [
            {
                "standing": "third",
                "text_id": str(asked),
                "asked_on": "2026-11-23",
                "askers": [],
                "period": "",
            }
        ],
        quiet: [],
    }
    assert owed == "office"
