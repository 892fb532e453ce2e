"""What stands beside a case against several organs names them all on the list (ARL 19)."""

from services.reconsideration.queries.following import Beside, Sieve, beside_cases
from shared.frame.sorting import Order
from tests.reconsideration.higher import ABOVE
from tests.reconsideration.makers import OTHER, RESPONDENT
from tests.reconsideration.reporting import ORDER, REPORT
from tests.reconsideration.test_attached_doors import REQUEST, settle
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.reconsideration.two_respondents import (
    LABELS,
    SECOND,
    TOGETHER,
    case,
    clock,
    done,
    door,
    only_the_second,
)

__all__ = ["case", "clock", "door"]

THIRD = "620702-gongan"


async def listed(door: Door, what: str) -> Beside:
    """The one file of this kind that stands on the list of the authority."""
    asked = (LABELS["authority"], "somebody", Sieve("every", what), Order("due"))
    [found], total = await beside_cases(door.hub, *asked, limit=9)
    assert total == 1
    return found


async def letter(door: Door, case: str) -> None:
    begun = await done(door, f"{case}/aftermath", OFFICER)
    said = {"organ": OTHER, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"/aftermaths/{begun['case_id']}/opinion-letter", OFFICER, **said)


async def test_a_letter_stands_on_the_list_with_all_respondents_of_its_case(
    door: Door, case: str
) -> None:
    """意见书的一行写明全体被申请人，追加、变更以后跟着变 (ARL 19, 76; ARR2026 29)."""
    await letter(door, case)
    found = await listed(door, "aftermath")
    assert (found.duty, found.respondents) == ("serve_letter", [RESPONDENT, OTHER])
    said = {"capacity": "joint", "others": [OTHER, THIRD], "text": "漏列"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    told = {"respondent": RESPONDENT, "joint": [OTHER, THIRD], "text": "追加"}
    await done(door, f"{case}/respondent", PARTY, **told)
    assert (await listed(door, "aftermath")).respondents == [RESPONDENT, OTHER, THIRD]
    await only_the_second(door, case)
    assert (await listed(door, "aftermath")).respondents == [OTHER]


async def test_a_document_under_review_stands_there_with_all_respondents(
    door: Door, case: str
) -> None:
    """附带审查的一行写明全体被申请人 (ARL 19, 56)."""
    request = {**REQUEST, "unknown_before": True}
    await done(door, f"{case}/attached-request", PARTY, **request)
    for who in (DEPARTMENT, SECOND):
        await done(door, f"{case}/copy-receipt", who)
    await done(door, f"{case}/suspension", OFFICER, cause="document", text="附带审查，中止审理")
    await settle(door.hub)
    found = await listed(door, "attached")
    assert (found.duty, found.respondents) == ("forward", [RESPONDENT, OTHER])


async def test_what_is_ordered_from_above_stands_there_with_all_respondents(door: Door) -> None:
    """上级责令纠正的一行写明全体被申请人 (ARL 19, 35)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{path}/declination", OFFICER, **reason)
    door.on("2026-03-09")
    report = await done(door, f"{path}/wrong-report", PARTY, **REPORT)
    await done(door, f"/corrections/{report['case_id']}/order", ABOVE, **ORDER)
    found = await listed(door, "correction")
    assert (found.duty, found.respondents) == ("correct", [RESPONDENT, OTHER])
