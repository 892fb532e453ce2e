"""意见书、建议书、移送 at the doors: who answers and on whose list they stand (ARL 76, 85)."""

from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.pages.offers import OFFERS
from services.reconsideration.queries.approvals import waiting
from services.reconsideration.queries.responding import Sieve, owed
from shared.frame.sorting import Order
from shared.sweep import Sweep
from tests.reconsideration.afterwards import (
    HEAD,
    LABELS,
    ORGAN,
    OTHER_ORGAN,
    beside,
    broken,
    case,
    done,
    follows,
    held,
    refused,
    served,
)
from tests.reconsideration.makers import ANNA, DISPUTE, RESPONDENT
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door

__all__ = ["case", "clock", "door"]


UNSAID = """
UPDATE hub.outbox SET body = (body::jsonb - 'of_organ')::text
WHERE kind = 'reconsideration.opinion_letter_copied.v1'
"""
"""Copies of letters as they were, before they said whose letter it was."""


async def test_the_organ_reports_for_itself_and_for_no_other(door: Door, case: str) -> None:
    """有关机关自己报送纠正情况 (ARL 76)."""
    after = await served(door, case)
    text = "同类处罚未告知权利，请纠正。"
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": text}
    assert (await door.post(f"{after}/opinion-letter", CLERK, **said)).status_code == 403
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    report = f"{after}/correction-report"
    assert await refused(door, report, ORGAN, text="已纠正。") == "ARL 76"
    got = await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert got["letters"][0]["copies"] is True
    assert (await door.post(report, OTHER_ORGAN, text="已纠正。")).status_code == 404
    assert (await door.post(report, PARTY, text="已纠正。")).status_code == 403
    pretends = await done(door, report, ORGAN, text="已纠正。", organ="620702-zhujian")
    assert pretends["letters"][0]["answered_on"] == "2026-03-10"
    path = f"{after}/letter-unheeded"
    assert (await door.post(path, CLERK, text="没有撤销。")).status_code == 403
    found = await done(door, path, HEAD, text="报告称不予纠正，没有撤销。")
    assert found["letters"][0]["unheeded_on"] == "2026-03-10"
    assert await refused(door, path, HEAD, text="再次认定。") == "ARL 77(2)"
    assert await held(door)
    assert await held(door)


async def test_a_recommendation_is_answered_by_its_organ(door: Door, case: str) -> None:
    """建议书写明答复的期限 (ARR2007 57; RULES 48)."""
    after = await served(door, case)
    said = {"organ": RESPONDENT, "level": "rule", "general": True, "text": "统一告知格式。"}
    path = f"{after}/recommendation"
    assert await refused(door, path, HEAD, **{**said, "general": False}, answer_by="2026-04-30")
    await done(door, path, HEAD, **said, answer_by="2026-04-30")
    answer = await done(door, f"{after}/recommendation-answer", ORGAN, text="采纳。")
    assert answer["recommendations"][0]["answered_on"] == "2026-03-10"
    assert await held(door)


async def test_what_is_handed_over_is_read_inside_alone(door: Door, case: str) -> None:
    """移送的材料只有复议机构看到 (ARL 85, 86)."""
    after = await served(door, case)
    secret = {"deed": "no_reply", "done_on": "2026-03-09", "text": "逾期未答复的经过。"}
    path = f"{after}/hand-over"
    assert await refused(door, path, HEAD, **secret, recipient="police") == "ARL 85"
    await done(door, path, HEAD, **secret, recipient="appointing")
    assert await held(door)
    seen: dict[str, Any] = {}
    for name, who in (("body", OFFICER), ("organ", ORGAN), ("party", PARTY)):
        answer = await door.get(f"/disputes/{DISPUTE}", who)
        assert answer.status_code == 200, answer.text
        pages = [page for file in answer.json()["files"] for page in file["pages"]]
        [page] = [p for p in pages if p["kind"] == "reconsideration.liability_handed_over.v1"]
        seen[name] = page["findings"].get("deed")
    assert seen == {"body": "no_reply", "organ": None, "party": None}


async def test_a_letter_goes_out_while_the_case_is_handled_and_its_file_goes_on_at_the_end(
    door: Door,
    case: str,
) -> None:
    """办理案件过程中即可制发意见书，结案后在同一案卷接续办理 (ARL 76; RULES 116)."""
    after = await follows(door, case)
    text = "同类处罚未告知权利，请纠正。"
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": text}
    assert (await door.post(f"{after}/opinion-letter", HEAD, **said)).status_code == 404
    assert (await door.post(f"{case}/aftermath", CLERK)).status_code == 403
    begun = await done(door, f"{case}/aftermath", HEAD)
    assert (begun["state"], begun["conclusion"]) == ("meanwhile", None)
    assert begun == await done(door, f"{case}/aftermath", HEAD)
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    got = await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert got["letters"][0]["copies"] is True
    assert (await door.get(after, PARTY)).status_code == 404
    assert (await door.get(after, DEPARTMENT)).status_code == 200
    for early in ("correction", "withholding"):
        body = {"text": "改字。"} if early == "correction" else {"reason": "不公开。"}
        assert await refused(door, f"{after}/{early}", HEAD, **body)

    assert await served(door, case) == after
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["conclusion"]) == ("following", "delivered")
    assert [one["organ"] for one in file["letters"]] == [RESPONDENT]
    assert file["begun_on"] < file["opened_on"] == "2026-03-10"
    # What came before the end may be put on file after it.
    copied = await done(
        door, f"{after}/opinion-letter-copy", CLERK, organ="620700-chengguan", on=file["begun_on"]
    )
    assert copied["letters"][0]["copied_on"] == file["begun_on"]
    reported = await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert reported["letters"][0]["answered_on"] == "2026-03-10"
    assert await door.hub.pool.fetchval(OPENED) == 1
    assert await held(door)


OPENED = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.aftermath_opened.v1'"


async def test_clues_are_handed_over_at_any_time(door: Door, case: str) -> None:
    """办理过程中发现问题线索的，应当移送，不等结案 (ARL 85, 86)."""
    after = await follows(door, case)
    await done(door, f"{case}/aftermath", HEAD)
    said = {
        "deed": "abuse",
        "duty_crime": True,
        "done_on": "2026-03-02",
        "recipient": "supervisory",
        "text": "线索。",
    }
    answer = await done(door, f"{after}/hand-over", HEAD, **said)
    assert answer["state"] == "meanwhile"
    assert await held(door)


async def test_a_letter_stands_on_the_desk_of_the_organ_that_is_to_answer_it(
    door: Door,
    case: str,
) -> None:
    """收到意见书的机关六十日内报送纠正情况，在它的应诉清单上，报送以后不再列出 (ARL 76)."""
    after = await served(door, case)
    said = {"flaw": "illegal", "organ": RESPONDENT, "text": "今后依法履行告知程序"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    assert await on_the_desk(door) == []
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert await on_the_desk(door) == ["report_correction"]
    door.on("2026-09-01")
    await Sweep(door.hub).once()
    assert await on_the_desk(door, late="overdue") == ["report_correction"]
    await done(door, f"{after}/correction-report", ORGAN, text="已开展告知程序专项培训")
    assert await on_the_desk(door) == []


async def on_the_desk(door: Door, late: str = "") -> list[str | None]:
    sieve = Sieve("letters", late)
    found, _ = await owed(door.hub, RESPONDENT, sieve, Order("due"), limit=9)
    return [one.duty for one in found]


async def test_what_follows_stands_on_the_list_of_who_handled_the_case_until_it_is_done(
    door: Door,
    case: str,
) -> None:
    """送达以后的抄告、公开列在承办人的清单上，逾期的仍在，办了不再列出 (ARL 79; RULES 93)."""
    after = await served(door, case)
    assert await beside(door) == ["copy_decision"]
    assert await beside(door, "somebody") == []
    assert await beside(door, "somebody", whose="every") == ["copy_decision"]
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    assert await beside(door) == ["publish"]
    door.on("2026-04-10")
    await Sweep(door.hub).once()
    assert await beside(door, late="overdue") == ["publish"]
    [waits] = await waiting(door.hub, LABELS["authority"], limit=9)
    assert (waits.what, str(waits.file_id)) == ("publication", after.removeprefix("/aftermaths/"))
    await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    assert await beside(door) == []
    assert await waiting(door.hub, LABELS["authority"], limit=9) == []


async def test_a_letter_that_is_on_its_way_stays_on_the_list_until_it_is_answered_and_copied(
    door: Door,
    case: str,
) -> None:
    """意见书送达、抄告、等待报送，都在承办人的清单上 (ARL 76, 79)."""
    after = await served(door, case)
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "同类处罚未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    assert await beside(door) == ["serve_letter"]
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert await beside(door) == ["copy_letter"]
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ="620700-chengguan")
    assert await beside(door) == ["report_correction"]
    await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert await beside(door) == []


async def test_a_letter_of_old_that_was_copied_late_is_overdue_no_longer(
    door: Door,
    case: str,
) -> None:
    """旧案卷的抄告没有写明是谁的意见书：逾期后补办了的，不再列为逾期 (ARL 79; RULES 93)."""
    after = await served(door, case)
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "同类处罚未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    door.on("2026-04-10")
    await Sweep(door.hub).once()
    assert await beside(door, late="overdue") == ["copy_letter"]
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ="620700-chengguan")
    assert await beside(door, late="overdue") == []
    await door.hub.pool.execute(UNSAID)
    assert await beside(door, late="overdue") == []


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("applicants", str(ANNA)),
        ("participants", str(ANNA)),
        ("authority", "620725-government"),
        ("departments", ""),
    ],
)
async def test_the_books_find_a_label_that_is_not_what_the_pages_say(
    door: Door,
    case: str,
    label: str,
    said: str,
) -> None:
    """核对：随案的后续案卷，标签写明办理机关和收到意见书的机关，当事人不查阅 (RULES 116)."""
    after = await follows(door, case)
    await done(door, f"{case}/aftermath", HEAD)
    letter = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **letter)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert await broken(door) == set()
    await door.hub.pool.execute(
        "UPDATE hub.file SET labels = labels || jsonb_build_object($2::text, $3::text)"
        " WHERE case_id = $1",
        *(UUID(after.removeprefix("/aftermaths/")), label, said),
    )
    assert await broken(door) == {"meanwhile"}


async def test_the_organ_says_on_which_letter_it_reports(door: Door, case: str) -> None:
    """逾期的一份和在期限内的一份都待报送，机关写明是哪一份，另一份仍待报送 (ARL 76)."""
    after = await served(door, case)
    for on in ("2026-03-11", "2026-06-01"):
        door.on(on)
        await Sweep(door.hub).once()
        said = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
        await done(door, f"{after}/opinion-letter", HEAD, **said)
        await done(door, f"{after}/opinion-letter-receipt", CLERK, organ=RESPONDENT)
        if on == "2026-03-11":
            above = {"organ": "620700-chengguan"}
            await done(door, f"{after}/opinion-letter-copy", CLERK, **above)
    offered = await OFFERS["unreported"](door.hub, UUID(after.split("/")[2]), LABELS)
    first, second = (one for one, _ in offered)
    assert [name.endswith("逾期未报送）") for _, name in offered] == [True, False]
    report = f"{after}/correction-report"
    told = await done(door, report, ORGAN, letter=first, text="补报：已纠正。")
    assert [one["answered_on"] for one in told["letters"]] == ["2026-06-01", None]
    runs = "SELECT count(*) FROM hub.deadline WHERE name = 'report_correction' AND ended IS NULL"
    assert await door.hub.pool.fetchval(runs) == 1
    assert await refused(door, report, ORGAN, letter=first, text="再报。") == "ARL 76"
    assert await held(door)
    told = await done(door, report, ORGAN, letter=second, text="已纠正。")
    assert told["letters"][1]["answered_on"] == "2026-06-01"
    assert await door.hub.pool.fetchval(runs) == 0
