"""Service one by one, and what follows a case, at the doors (ARL 75 to 79, 85; RULES 90 to 95)."""

from uuid import UUID

from shared.sweep import Sweep
from tests.reconsideration.afterwards import (
    HEAD,
    OTHER_ORGAN,
    broken,
    case,
    done,
    held,
    refused,
    served,
    to,
)
from tests.reconsideration.deciding import HANDED
from tests.reconsideration.makers import ANNA
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_routes import (
    DEPARTMENT,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    STRANGER,
    Door,
)

__all__ = ["case", "clock", "door"]


async def test_with_the_last_service_the_decision_is_delivered(door: Door, case: str) -> None:
    """逐一送达，最后一名送达，决定书即为送达 (ARL 75)."""
    door.on("2026-03-10")
    first = await done(door, f"{case}/service", CLERK, **to(None, "2026-03-09"))
    assert (first["state"], [one["served_on"] for one in first["services"]]) == (
        "decided",
        ["2026-03-09"],
    )
    assert await refused(door, f"{case}/service", CLERK, **to(None, "2026-03-09")) == "ARL 75(2)"
    last = await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-10"))
    assert (last["state"], last["sue_until"]) == ("delivered", "2026-03-25")


async def test_a_public_notice_is_recorded_when_its_thirty_days_are_over(
    door: Door,
    case: str,
) -> None:
    """公告满三十日视为送达 (CPL 95)."""
    door.on("2026-03-10")
    said = to(ANNA, "2026-03-06", manner="notice", condition_met=True)
    assert await refused(door, f"{case}/service", CLERK, **said) == "CPL 95(1)"
    door.on("2026-04-07")
    answer = await done(door, f"{case}/service", CLERK, **said)
    assert answer["services"][0]["served_on"] == "2026-04-07"  # 5 April is Qingming
    both = await done(door, f"{case}/delivery", CLERK, served_on="2026-04-07", **HANDED)
    assert both["state"] == "delivered"


async def test_who_was_served_by_itself_keeps_that_day_in_the_delivery(
    door: Door,
    case: str,
) -> None:
    """一并记载送达的，与已经记载的日期一致 (ARL 75)."""
    door.on("2026-03-12")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    days = {str(ANNA): "2026-03-12"}
    path = f"{case}/delivery"
    wrong = await refused(door, path, CLERK, served_on="2026-03-12", applicants=days, **HANDED)
    assert wrong == "ARL 75(2)"
    answer = await done(door, path, CLERK, served_on="2026-03-12", **HANDED)
    assert answer["sue_until"] == "2026-03-24"


async def test_what_follows_is_seen_by_those_who_see_the_case(door: Door, case: str) -> None:
    """后续案卷与原案卷的可见范围相同 (ARL 47)."""
    after = await served(door, case)
    for who, status in (
        (OFFICER, 200),
        (PARTY, 200),
        (DEPARTMENT, 200),
        (OTHER_PARTY, 404),
        (OTHER_ORGAN, 404),
        (STRANGER, 404),
    ):
        assert (await door.get(after, who)).status_code == status, who
    file = (await door.get(after, OFFICER)).json()
    assert (file["conclusion"], file["copies"], file["publishes"]) == ("delivered", True, True)


async def test_a_correction_is_made_by_the_head_and_served_on_all(door: Door, case: str) -> None:
    """补正笔误，送达每一名受送达人 (RULES 91)."""
    after = await served(door, case)
    said = {"text": "“2025年”应为“2026年”。"}
    assert (await door.post(f"{after}/correction", CLERK, **said)).status_code == 403
    changed = await refused(door, f"{after}/correction", HEAD, **said, substance=True)
    assert changed == "RULES 91"
    await done(door, f"{after}/correction", HEAD, **said)
    door.on("2026-03-12")
    path = f"{after}/correction-service"
    half = await done(door, path, CLERK, services=[to(None, "2026-03-11")])
    assert half["corrected_on"] == "2026-03-10", "somebody still waits"
    whole = [to(None, "2026-03-11"), to(ANNA, "2026-03-12", manner="post")]
    assert await refused(door, path, CLERK, services=whole) == "RULES 91"
    answer = await done(door, path, CLERK, services=whole[1:])
    assert answer["corrected_on"] is None
    assert await held(door)


async def test_a_decision_against_a_city_department_is_copied_to_the_provinces(
    door: Door,
    case: str,
) -> None:
    """市级部门的上一级主管部门是省级的；查不到的机构、不是部门的，写明错处 (ARL 79)."""
    after = await served(door, case)
    said = {"level": "rule", "general": True, "answer_by": "2026-06-10", "text": "建议。"}
    for step, other in (("copy", {}), ("opinion-letter-copy", {}), ("recommendation", said)):
        answer = await door.post(f"{after}/{step}", HEAD, organ="620000-gongjiao", **other)
        assert answer.status_code == 422, answer.text
        assert [one["pointer"] for one in answer.json()["fields"]] == ["#/organ"]
        assert "名录中没有机构 620000-gongjiao" in answer.text
    await door.hub.pool.execute(
        "UPDATE reconsideration.aftermath SET respondent = '620700-gongan', copies_for = $1::jsonb",
        '["620700-gongan"]',
    )
    to_government = await door.post(f"{after}/copy", CLERK, organ="620000-government")
    assert to_government.status_code == 422
    assert await refused(door, f"{after}/copy", CLERK, organ="620000-jiaoyu") == "ARL 79(2)"
    answer = await done(door, f"{after}/copy", CLERK, organ="620000-gongan")
    assert answer["copied_on"] == "2026-03-10"


async def test_copy_and_publication_have_days_and_silence_is_on_file(door: Door, case: str) -> None:
    """抄告五个工作日，公开二十个工作日，逾期记录在卷 (ARL 79; RULES 93, 94)."""
    after = await served(door, case)
    wrong = await refused(door, f"{after}/copy", CLERK, organ="620700-gongan")
    assert wrong == "ARL 79(2)"
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    door.on("2026-04-10")
    await Sweep(door.hub).once()
    late = await door.hub.pool.fetch(
        "SELECT body::jsonb ->> 'duty' AS duty FROM hub.outbox"
        " WHERE kind = 'reconsideration.overdue.v1' AND case_id = $1",
        after.removeprefix("/aftermaths/"),
    )
    assert [row["duty"] for row in late] == ["publish"]
    answer = await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    assert answer["withheld_on"] == "2026-04-10"


async def test_the_books_find_parties_shut_out_after_the_end(door: Door, case: str) -> None:
    """核对：结案以后，当事人与原案卷一样查阅后续案卷 (RULES 90)."""
    after = await served(door, case)
    assert await broken(door) == set()
    await door.hub.pool.execute(
        'UPDATE hub.file SET labels = labels || \'{"applicants": ""}\' WHERE case_id = $1',
        UUID(after.removeprefix("/aftermaths/")),
    )
    assert await broken(door) == {"meanwhile"}
