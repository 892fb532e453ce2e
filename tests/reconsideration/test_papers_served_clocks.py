"""自送达起算的期限, over HTTP: from which service each runs, and to which day (RULES 131)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from shared.law.period import day_of_expiry
from shared.work import Hub
from tests.reconsideration.afterwards import case as decided_case
from tests.reconsideration.afterwards import served as served_on_both
from tests.reconsideration.checking import found
from tests.reconsideration.higher import done, why_not
from tests.reconsideration.makers import ANNA, RESPONDENT
from tests.reconsideration.test_attached_doors import case as suspended_case
from tests.reconsideration.test_attached_doors import review_of
from tests.reconsideration.test_pausing_doors import HANDLER, case, clock, door
from tests.reconsideration.test_routes import OFFICER, PARTY, Door
from tests.reconsideration.test_settling_doors import NOTICE

__all__ = ["case", "clock", "decided_case", "door", "suspended_case"]

SIGNED = {"manner": "direct", "receipt": "收件人在送达回证上签名。"}
ABOVE = "620000-government"

RUNS = """
SELECT started_on, until FROM hub.deadline WHERE case_id = $1 AND name = $2 AND ended IS NULL
"""


async def runs(hub: Hub, path: str, name: str) -> tuple[date, date] | None:
    """From which day and to which one a period of this file runs; None where it does not."""
    row = await hub.pool.fetchrow(RUNS, UUID(path.rpartition("/")[2]), name)
    return (row["started_on"], day_of_expiry(row["until"])) if row else None


async def numbered(door: Door, path: str, sort: str) -> dict[str, Any]:
    """The newest paper of a file of this sort, with its number, as the door lists it."""
    file = f"/reconsiderations/{path.rpartition('/')[2]}"
    await done(door, f"{file}/papers/numbers/{sort}", OFFICER)
    answer = await door.get(f"{file}/paper-service", OFFICER)
    papers = [one for one in answer.json() if one["paper"].startswith(f"{sort}/")]
    return {"file": f"{file}/paper-service", "paper": papers[-1]["paper"]}


async def serve(door: Door, paper: dict[str, Any], on: str, **whom: str) -> None:
    said = {"paper": paper["paper"], **SIGNED, "shown_on": on, **whom}
    await done(door, paper["file"], HANDLER, **said)


@pytest.mark.parametrize(("on", "held"), [("2026-03-06", False), ("2026-03-05", True)])
async def test_a_hearing_is_held_five_days_after_the_last_side_has_its_notice(
    door: Door,
    case: str,
    on: str,
    *,
    held: bool,
) -> None:
    """听证通知以各方的送达之日为收到之日，满五个工作日才举行 (ARL 51, 88; RULES 131)."""
    await done(door, f"{case}/hearing-request", PARTY, text="请求当面对质")
    await done(door, f"{case}/hearing-notice", HANDLER, **NOTICE)
    paper = await numbered(door, case, "hearing-notice")
    door.on("2026-03-06")
    await serve(door, paper, "2026-03-03", person_id=str(ANNA))
    await serve(door, paper, on, organ=RESPONDENT)
    told = (await door.get(case, HANDLER)).json()["hearing"]["notified"]
    assert told == {"applicant": "2026-03-03", "respondent": on}
    door.on("2026-03-12")
    said = {"head_came": True, "signed": ["applicant", "respondent"], "minutes": "笔录"}
    if held:
        assert (await done(door, f"{case}/hearing", HANDLER, **said))["hearing_held"] is True
    else:
        assert await why_not(door, f"{case}/hearing", HANDLER, **said) == "ARL 51(1)"
    assert await found(door.hub) == {}


async def test_the_issuer_answers_within_ten_days_of_its_service(
    door: Door,
    suspended_case: str,
) -> None:
    """制定机关自收到通知起十个工作日书面答复，收到之日是送达之日 (ARL 58; RULES 131)."""
    del suspended_case
    review = await review_of(door)
    await done(door, f"{review}/competence", HANDLER, issuer=RESPONDENT)
    await done(door, f"{review}/issuer-notice", HANDLER, text="请就第八条书面答复")
    assert await runs(door.hub, review, "issuer_answers") is None
    paper = await numbered(door, review, "issuer-notice")
    door.on("2026-03-25")
    await serve(door, paper, "2026-03-24", organ=RESPONDENT)
    # 4 to 6 April 2026 is Tomb-sweeping Day.
    assert await runs(door.hub, review, "issuer_answers") == (date(2026, 3, 24), date(2026, 4, 8))
    assert await found(door.hub) == {}


async def test_the_organ_to_which_a_document_went_handles_it_within_sixty_days_of_its_service(
    door: Door,
    suspended_case: str,
) -> None:
    """接受转送的机关自收到转送之日起六十日内处理，收到之日是送达之日 (ARL 60; RULES 131)."""
    del suspended_case
    review = await review_of(door)
    sent = {"issuer": ABOVE, "receiver": ABOVE, "text": "请依法处理"}
    await done(door, f"{review}/document-forwarding", HANDLER, **sent)
    assert await runs(door.hub, review, "receiver_answers") is None
    paper = await numbered(door, review, "document-forwarding")
    door.on("2026-03-27")
    await serve(door, paper, "2026-03-26", organ=ABOVE)
    assert await runs(door.hub, review, "receiver_answers") == (
        *(date(2026, 3, 26), date(2026, 5, 25)),
    )
    assert await found(door.hub) == {}


async def test_the_organ_reports_within_sixty_days_of_the_service_of_the_letter(
    door: Door,
    decided_case: str,
) -> None:
    """有关机关自收到意见书之日起六十日内报送纠正情况，收到之日是送达之日 (ARL 76; RULES 131)."""
    after = await served_on_both(door, decided_case)
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", OFFICER, **said)
    assert await runs(door.hub, after, "report_correction") is None
    paper = await numbered(door, after, "opinion-letter")
    door.on("2026-03-13")
    await serve(door, paper, "2026-03-12", organ=RESPONDENT)
    assert await runs(door.hub, after, "report_correction") == (
        *(date(2026, 3, 12), date(2026, 5, 11)),
    )
    assert await found(door.hub) == {}


async def test_letters_to_two_organs_are_served_side_by_side(
    door: Door,
    decided_case: str,
) -> None:
    """向两个机关制发的意见书互不等待，期限自各自送达起算，账册相符 (ARL 76; RULES 95, 131)."""
    after = await served_on_both(door, decided_case)
    for organ in (RESPONDENT, "620702-zhujian"):
        said = {"organ": organ, "flaw": "illegal", "text": "未告知权利，请纠正。"}
        await done(door, f"{after}/opinion-letter", OFFICER, **said)
    unnamed = await door.post(f"{after}/opinion-letter-receipt", OFFICER)
    assert (unnamed.status_code, "哪一个机关" in unnamed.text) == (409, True)
    sent = "SELECT subject, ended FROM hub.deadline WHERE name = 'serve_letter' ORDER BY opened"
    paper = await door.get(f"{after.replace('/aftermaths/', '/reconsiderations/')}"
                           "/paper-service", OFFICER)  # fmt: skip
    keys = [one["paper"] for one in paper.json()]
    assert [key.partition("/")[0] for key in keys] == ["opinion-letter"] * 2
    door.on("2026-03-13")
    first = {"on": "2026-03-12", "organ": RESPONDENT}
    await done(door, f"{after}/opinion-letter-receipt", OFFICER, **first)
    rows = [tuple(row) for row in await door.hub.pool.fetch(sent)]
    assert rows == [(RESPONDENT, "met"), ("620702-zhujian", None)]
    listed = (await door.get(f"{after.replace('/aftermaths/', '/reconsiderations/')}"
                             "/paper-service", OFFICER)).json()  # fmt: skip
    assert [one["to"][0]["served_on"] for one in listed] == ["2026-03-12", None]
    await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    got = "SELECT subject FROM hub.deadline WHERE name = 'report_correction' ORDER BY opened"
    subjects = [row["subject"] for row in await door.hub.pool.fetch(got)]
    assert subjects == [RESPONDENT, "620702-zhujian"]
    copied = "SELECT subject FROM hub.deadline WHERE name = 'copy_letter'"
    assert await door.hub.pool.fetchval(copied) == RESPONDENT
    assert await found(door.hub) == {}
