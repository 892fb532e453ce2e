"""强制执行: what the organ does itself and what the court is asked for (COERCION 35, 53 to 59)."""

from datetime import date, timedelta

from services.reconsideration.queries.responding import Sieve, owed
from shared.frame.sorting import Order
from shared.law.calendar import CALENDAR
from shared.law.day import day_of_expiry
from shared.law.suing import ENFORCE
from tests.reconsideration.afterwards import (
    ORGAN,
    OTHER_ORGAN,
    done,
    held,
    refused,
    to,
)
from tests.reconsideration.enforcing import debt, on_its_desk, swept, upheld
from tests.reconsideration.makers import ANNA, RESPONDENT, day
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    CLERK,
    clock,
    door,
    examined,
)
from tests.reconsideration.test_routes import Door

__all__ = ["upheld"]


async def test_the_organ_itself_enforces_after_the_days_of_its_demand(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """机关自己强制执行的，催告书写明的期限届满，或者附转移财物的证据 (COERCION 35, 37)."""
    await swept(door, "2026-03-26")
    await done(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。", perform_until="2026-03-30")
    assert (await debt(door, upheld))["urged_until"] == "2026-03-30"
    path = f"{upheld}/enforcement"
    assert await refused(door, path, ORGAN, text="已划拨。") == "COERCION 37"
    answer = await done(door, path, ORGAN, text="已划拨。", concealment="正在转移存款。")
    assert answer["debts"][0]["stand"] == "party_enforced"
    assert await held(door)


async def applied(door: Door, upheld: str) -> None:  # noqa: F811
    """Urged, in vain, and the court asked on 14 April."""
    await swept(door, "2026-03-26")
    await done(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。")
    await swept(door, "2026-04-14")
    await done(door, f"{upheld}/enforcement-application", ORGAN, text="申请执行。")


async def test_the_days_to_ask_the_court_above_are_a_clock_that_lapses(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """不予执行的裁定，十五日列在机关的清单上，期满由时钟记录，再记载了结 (COERCION 58)."""
    await applied(door, upheld)
    path = f"{upheld}/court-refusal"
    said = {"court_refusal": "not_enforced", "received_on": "2026-04-14", "text": "不准予执行。"}
    assert (await door.post(path, OTHER_ORGAN, **said)).status_code == 404
    answer = await done(door, path, ORGAN, **said)
    assert answer["debts"][0]["ask_until"] == "2026-04-29"
    found, _ = await owed(door.hub, RESPONDENT, Sieve("enforcing"), Order("due"), limit=9)
    assert [(one.duty, one.until is not None, one.lapsed) for one in found] == [
        ("court_refused", True, False)
    ]
    await swept(door, "2026-04-30")
    late = await refused(door, f"{upheld}/court-above", ORGAN, text="请求复议。")
    assert late == "COERCION 58(3)"
    assert await on_its_desk(door) == [("court_refused", False)]
    over = {"no_need": "court_refused", "reason": "期满没有申请。"}
    answer = await done(door, f"{upheld}/no-enforcement", ORGAN, **over)
    assert answer["debts"][0]["stand"] == "enforcement_spared"
    assert await held(door)


async def test_what_the_court_did_not_accept_rings_until_the_three_months_are_over(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """不予受理的，先列十五日，再列三个月的余期，期满记录在卷，有理由仍可申请 (COERCION 53, 56)."""
    await applied(door, upheld)
    counts = date.fromisoformat((await debt(door, upheld))["counts_from"])
    last = ENFORCE.period.last_day(counts, CALENDAR)
    said = {"court_refusal": "not_accepted", "received_on": "2026-04-14", "text": "不予受理。"}
    await done(door, f"{upheld}/court-refusal", ORGAN, **said)

    async def rings() -> tuple[date | None, bool]:
        found, _ = await owed(door.hub, RESPONDENT, Sieve("enforcing"), Order("due"), limit=9)
        [one] = found
        return one.until and day_of_expiry(one.until), one.lapsed

    assert await rings() == (day("2026-04-29"), False)
    await swept(door, "2026-04-30")
    assert await rings() == (last, False)
    await swept(door, (last + timedelta(days=1)).isoformat())
    assert await rings() == (last, True)
    assert (await debt(door, upheld))["lapsed_on"] == last.isoformat()
    again = f"{upheld}/enforcement-application"
    assert await refused(door, again, ORGAN, text="重新申请。") == "ALI 156"
    await done(door, again, ORGAN, text="重新申请。", late_reason="材料补正后逾期。")
    assert await held(door)


async def test_the_court_above_is_asked_at_the_door_and_waited_for(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """十五日内向上一级人民法院申请复议的，等待其裁定 (COERCION 56)."""
    await applied(door, upheld)
    said = {"court_refusal": "not_accepted", "received_on": "2026-04-14", "text": "不予受理。"}
    await done(door, f"{upheld}/court-refusal", ORGAN, **said)
    answer = await done(door, f"{upheld}/court-above", ORGAN, text="请求复议。")
    assert answer["debts"][0]["stand"] == "enforcement_applied"
    assert await held(door)


async def test_in_urgency_the_five_days_of_the_court_are_on_the_list(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """申请立即执行的，人民法院的五个工作日列在清单上 (COERCION 59)."""
    await applied(door, upheld)
    await done(door, f"{upheld}/immediate-enforcement", ORGAN, reason="建筑随时可能坍塌。")
    ruling = {"ruled_on": "2026-04-14", "text": "立即执行。"}
    answer = await done(door, f"{upheld}/immediate-ruling", ORGAN, **ruling)
    assert answer["debts"][0]["urgent"]
    found, _ = await owed(door.hub, RESPONDENT, Sieve("enforcing"), Order("due"), limit=9)
    assert [(one.duty, one.until is not None) for one in found] == [("enforcement_applied", True)]
    await done(door, f"{upheld}/enforcement", ORGAN, text="已拆除。")
    assert await held(door)


async def test_what_the_court_was_asked_for_ends_with_its_refusal_or_waits_for_a_new_service(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """裁定满十五日才了结；重新送达的，等待新的起诉期限；逾期起诉的看立案 (COERCION 58; ALL 48)."""
    await swept(door, "2026-03-26")
    await done(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。")
    await swept(door, "2026-04-14")
    await done(door, f"{upheld}/enforcement-application", ORGAN, text="申请执行。")
    path, said = f"{upheld}/no-enforcement", {"reason": "不准予执行。", "no_need": "court_refused"}
    early = await refused(door, path, ORGAN, **said, refused_on="2026-04-14")
    assert early == "COERCION 58(3)"
    await done(door, f"{upheld}/service", CLERK, **to(ANNA, "2026-04-14", reason="他人误签。"))
    found = await debt(door, upheld)
    assert (found["stand"], found["court_asked"]) == ("suit_awaited", True)
    suit = {"no_need": "sued_in_time", "reason": "已经起诉。", "sued_on": "2026-05-06"}
    door.on("2026-05-06")
    assert await refused(door, path, ORGAN, **suit) == "ARL 78"
    answer = await done(door, path, ORGAN, **suit, docketing="人民法院受理案件通知书。")
    assert answer["debts"][0]["stand"] == "enforcement_spared"
    assert await held(door)
