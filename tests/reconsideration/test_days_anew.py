"""重新送达以后的期限, over HTTP: whose days run anew, and from when (RULES 164; CPL 87)."""

from typing import Any
from uuid import UUID

import httpx

from services.reconsideration.pages.served import served as offered
from shared.pages import READER
from shared.sweep import Sweep
from tests.reconsideration.afterwards import case as decided_case
from tests.reconsideration.afterwards import served as served_on_both
from tests.reconsideration.checking import found
from tests.reconsideration.higher import done
from tests.reconsideration.makers import ANNA, AUTHORITY, OTHER, RESPONDENT
from tests.reconsideration.test_attached_doors import case as suspended_case
from tests.reconsideration.test_attached_doors import review_of
from tests.reconsideration.test_in_time import silent
from tests.reconsideration.test_papers_served_clocks import (
    ABOVE,
    SIGNED,
    numbered,
    runs,
    serve,
)
from tests.reconsideration.test_pausing_doors import HANDLER, case, clock, door
from tests.reconsideration.test_routes import OFFICER, PARTY, Door
from tests.reconsideration.test_settling_doors import NOTICE
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "decided_case", "door", "suspended_case"]

WHY = {"reason": "签收的不是该机关负责收件的人。"}
ROWS = """
SELECT started_on::text, ended FROM hub.deadline WHERE case_id = $1 AND name = $2 ORDER BY opened
"""


async def again(door: Door, paper: dict[str, Any], on: str, **whom: str) -> httpx.Response:
    said = {"paper": paper["paper"], **SIGNED, "shown_on": on, **whom, **WHY}
    return await door.post(f"{paper['file']}-again", HANDLER, **said)


async def anew(door: Door, paper: dict[str, Any], on: str, **whom: str) -> None:
    answer = await again(door, paper, on, **whom)
    assert answer.status_code == 201, answer.text


async def rows(door: Door, path: str, name: str) -> list[tuple[str, str | None]]:
    case_id = UUID(path.rpartition("/")[2])
    return [tuple(row) for row in await door.hub.pool.fetch(ROWS, case_id, name)]


async def asked(door: Door, **more: object) -> tuple[str, dict[str, Any]]:
    """The notice to reply served on 9 March, so that the last day is 23 March; it is the 25th."""
    path = await silent(door, **more)
    paper = await numbered(door, path, "reply-notice")
    for organ in (RESPONDENT, *more.get("joint", [])):  # type: ignore[attr-defined] - a list
        await serve(door, paper, "2026-03-09", organ=organ)
    return path, paper


async def test_ten_days_to_reply_run_anew_and_a_silence_that_was_none_is_taken_back(
    door: Door,
) -> None:
    """没有收到答复通知书的，不是逾期不答复：十日自重新送达之日起算，第70条不适用 (ARL 48, 70)."""
    path, paper = await asked(door)
    await Sweep(door.hub).once()
    assert (await door.get(path, OFFICER)).json()["reply_forfeited"] is True
    await done(door, f"{path}/late-reply", OFFICER, text="逾期的答复")
    await anew(door, paper, "2026-03-18", organ=RESPONDENT)
    file = (await door.get(path, OFFICER)).json()
    assert (file["state"], file["reply_forfeited"]) == ("replying", False)
    assert await rows(door, path, "reply") == [("2026-03-09", "met"), ("2026-03-18", None)]
    assert str((await runs(door.hub, path, "reply") or ())[1]) == "2026-04-01"
    assert await broken(door.hub) == {}
    file = await done(door, f"{path}/reply", OFFICER, text="答复如下")
    assert (file["state"], file["reply_forfeited"]) == ("examining", False)
    assert await rows(door, path, "reply") == [("2026-03-09", "met"), ("2026-03-18", "met")]
    await anew(door, paper, "2026-03-19", organ=RESPONDENT)
    assert (await door.get(path, OFFICER)).json()["state"] == "examining", "it has replied"
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


async def test_silence_after_the_service_that_was_one_is_silence(door: Door) -> None:
    """重新送达以后仍不答复的，期满记为逾期 (ARL 48, 70)."""
    path, paper = await asked(door)
    await anew(door, paper, "2026-03-10", organ=RESPONDENT)
    await Sweep(door.hub).once()
    file = (await door.get(path, OFFICER)).json()
    assert (file["state"], file["reply_forfeited"]) == ("examining", True)
    assert await rows(door, path, "reply") == [("2026-03-09", "met"), ("2026-03-10", "lapsed")]
    assert await broken(door.hub) == {}


async def test_the_days_of_each_respondent_run_anew_from_its_own_service(door: Door) -> None:
    """共同被申请人各自重新送达、各自起算，其他机关的逾期不变 (ARL 19, 48; RULES 114)."""
    path, paper = await asked(door, joint=[OTHER])
    await Sweep(door.hub).once()
    await anew(door, paper, "2026-03-24", organ=OTHER)
    file = (await door.get(path, OFFICER)).json()
    assert (file["joint"][0]["forfeited"], file["reply_forfeited"]) == (False, True)
    assert await rows(door, path, "joint_reply") == [("2026-03-09", "met"), ("2026-03-24", None)]
    assert await rows(door, path, "reply") == [("2026-03-09", "lapsed")]
    file = await done(door, f"{path}/reply", OFFICER, text="答复如下", organ=OTHER)
    assert file["joint"][0]["forfeited"] is False
    assert await broken(door.hub) == {}


async def test_a_hearing_is_held_five_days_after_the_notice_that_was_served(
    door: Door, case: str
) -> None:
    """听证通知重新送达的，仍应在举行听证的五日前；不足的应当延期 (ARL 51)."""
    await done(door, f"{case}/hearing-request", PARTY, text="请求当面对质")
    await done(door, f"{case}/hearing-notice", HANDLER, **NOTICE)
    paper = await numbered(door, case, "hearing-notice")
    door.on("2026-03-06")
    await serve(door, paper, "2026-03-03", person_id=str(ANNA))
    await serve(door, paper, "2026-03-03", organ=RESPONDENT)
    await anew(door, paper, "2026-03-05", organ=RESPONDENT)
    told = (await door.get(case, HANDLER)).json()["hearing"]["notified"]
    assert told == {"applicant": "2026-03-03", "respondent": "2026-03-05"}
    late = await again(door, paper, "2026-03-06", person_id=str(ANNA))
    assert (late.status_code, late.json()["article"]["code"]) == (409, "ARL 51(1)")
    await done(door, f"{case}/hearing-postponement", HANDLER, reason="申请人没有收到通知")
    await anew(door, paper, "2026-03-06", person_id=str(ANNA))
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


async def test_the_days_of_an_issuer_run_anew(door: Door, suspended_case: str) -> None:
    """制定机关没有收到通知的，十日自重新送达之日起算，逾期的记载不再作数 (ARL 58)."""
    del suspended_case
    review = await review_of(door)
    await done(door, f"{review}/competence", HANDLER, issuer=RESPONDENT)
    await done(door, f"{review}/issuer-notice", HANDLER, text="请就第八条书面答复")
    paper = await numbered(door, review, "issuer-notice")
    door.on("2026-04-10")
    await serve(door, paper, "2026-03-24", organ=RESPONDENT)
    await Sweep(door.hub).once()
    assert await rows(door, review, "issuer_answers") == [("2026-03-24", "lapsed")]
    await anew(door, paper, "2026-04-07", organ=RESPONDENT)
    assert await rows(door, review, "issuer_answers") == [
        *(("2026-03-24", "met"), ("2026-04-07", None)),
    ]
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})
    await done(door, f"{review}/issuer-reply", HANDLER, text="第八条合法")
    await anew(door, paper, "2026-04-08", organ=RESPONDENT)
    assert await runs(door.hub, review, "issuer_answers") is None, "it has replied"


async def test_the_days_of_whom_a_document_was_forwarded_to_run_anew(
    door: Door, suspended_case: str
) -> None:
    """接受转送的机关没有收到的，六十日自重新送达之日起算，逾期的记载不再作数 (ARL 60)."""
    del suspended_case
    review = await review_of(door)
    sent = {"issuer": ABOVE, "receiver": ABOVE, "text": "请依法处理"}
    await done(door, f"{review}/document-forwarding", HANDLER, **sent)
    paper = await numbered(door, review, "document-forwarding")
    door.on("2026-05-27")
    await serve(door, paper, "2026-03-26", organ=ABOVE)
    await Sweep(door.hub).once()
    assert await rows(door, review, "receiver_answers") == [("2026-03-26", "lapsed")]
    await anew(door, paper, "2026-05-25", organ=ABOVE)
    assert await rows(door, review, "receiver_answers") == [
        *(("2026-03-26", "met"), ("2026-05-25", None)),
    ]
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


async def test_the_days_to_report_run_anew_until_silence_is_on_file(
    door: Door, decided_case: str
) -> None:
    """没有收到意见书的，六十日自重新送达之日起算；已转履行监督的另行制发 (ARL 76, 77)."""
    after = await served_on_both(door, decided_case)
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", OFFICER, **said)
    paper = await numbered(door, after, "opinion-letter")
    door.on("2026-03-17")
    await serve(door, paper, "2026-03-12", organ=RESPONDENT)
    await anew(door, paper, "2026-03-16", organ=RESPONDENT)
    assert await rows(door, after, "report_correction") == [
        *(("2026-03-12", "met"), ("2026-03-16", None)),
    ]
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})
    desk, beside = {READER: AUTHORITY}, UUID(after.rpartition("/")[2])
    assert [one for one, _ in await offered(door.hub, beside, desk)] == [paper["paper"]]
    door.on("2026-05-18")
    await Sweep(door.hub).once()
    late = await again(door, paper, "2026-05-18", organ=RESPONDENT)
    assert (late.status_code, late.json()["article"]["code"]) == (409, "ARL 76")
    assert await offered(door.hub, beside, desk) == (), "what the door refuses is not offered"
