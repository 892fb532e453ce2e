"""强制执行 at the doors: who may, what the lists and the watch say of it (ARL 78)."""

from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.queries.following import Sieve as FollowingSieve
from services.reconsideration.queries.following import beside_cases
from services.supervision.agents import LISTENS
from services.supervision.store import alert_of, enforced_of
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.enforcing import (
    EnforcementDue,
    EnforcementLapsed,
    EnforcementSpared,
    PartyPerformed,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.frame.sorting import Order
from tests.reconsideration.afterwards import (
    HEAD,
    LABELS,
    ORGAN,
    OTHER_ORGAN,
    done,
    follows,
    held,
    refused,
    to,
)
from tests.reconsideration.deciding import road
from tests.reconsideration.enforcing import OWES, debt, ended, on_its_desk, swept, upheld
from tests.reconsideration.makers import ANNA
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    CLERK,
    clock,
    door,
    examined,
)
from tests.reconsideration.test_routes import OFFICER, PARTY, Door, hear

__all__ = ["upheld"]


@pytest.fixture
async def changed(door: Door) -> str:  # noqa: F811 - a fixture
    return await ended(door, "changed")


async def on_ours(door: Door) -> list[tuple[str | None, bool]]:  # noqa: F811
    asked = (LABELS["authority"], "fuyi-07", FollowingSieve(), Order("due"))
    found, _ = await beside_cases(door.hub, *asked, limit=9)
    return [(one.duty, one.overdue) for one in found]


async def test_the_organ_urges_asks_the_court_and_puts_on_file_that_it_is_done(
    door: Door,  # noqa: F811
    upheld: str,
) -> None:
    """维持的，由作出行为的机关催告、申请人民法院强制执行 (ARL 78; COERCION 53, 54)."""
    assert (await debt(door, upheld))["stand"] == "suit_awaited"
    assert await refused(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。") == "ARL 78"
    await swept(door, "2026-03-26")
    assert (await debt(door, upheld))["stand"] == "enforceable"
    assert await on_its_desk(door) == [("enforceable", False)]
    assert await on_its_desk(door, "cases") == []
    urging = f"{upheld}/urging"
    assert (await door.post(urging, PARTY, text="请缴纳罚款。")).status_code == 403
    assert (await door.post(urging, OTHER_ORGAN, text="请缴纳罚款。")).status_code == 404
    await done(door, urging, ORGAN, text="请缴纳罚款。")
    ask = f"{upheld}/enforcement-application"
    assert await refused(door, ask, ORGAN, text="申请执行。") == "COERCION 54"
    await swept(door, "2026-04-14")
    assert await on_its_desk(door) == [("urging_unheeded", False)]
    answer = await done(door, ask, ORGAN, text="申请执行。")
    assert answer["debts"][0]["stand"] == "enforcement_applied"
    assert await on_its_desk(door) == [("enforcement_applied", False)]
    door.on("2026-06-01")
    await done(door, f"{upheld}/enforcement", ORGAN, text="已划拨。")
    assert await on_its_desk(door) == []
    assert await held(door)


async def test_the_days_of_a_party_run_from_its_own_service_and_wait_for_nobody_else(
    door: Door,  # noqa: F811
) -> None:
    """当事人的起诉、履行期限自其本人收到起算，三个月不因别人尚未送达而推迟 (ARL 75, 78)."""
    case = await examined(door)
    for step, _, body in road("upheld", text="决定如下。", **OWES):
        await done(door, f"{case}/{step}", OFFICER, **body)
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    after = await follows(door, case)
    assert (await debt(door, after))["enforceable_after"] == "2026-03-24"
    await swept(door, "2026-03-25")
    assert await on_its_desk(door) == [("enforceable", False)]
    await done(door, f"{after}/urging", ORGAN, text="请缴纳罚款。")
    assert await held(door)
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-25"))
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    found = await debt(door, after)
    assert (found["stand"], found["counts_from"]) == ("party_urged", "2026-03-24")
    assert await on_its_desk(door) == [("party_urged", False)]
    assert await held(door)


async def test_what_was_changed_is_on_the_list_of_the_body_and_not_of_the_respondent(
    door: Door,  # noqa: F811
    changed: str,
) -> None:
    """变更的，由行政复议机关强制执行 (ARL 78)."""
    await done(door, f"{changed}/copy", CLERK, organ="620700-chengguan")
    await done(door, f"{changed}/withholding", HEAD, reason="不公开。")
    assert await on_ours(door) == []
    await swept(door, "2026-03-26")
    assert await on_ours(door) == [("enforceable", False)]
    assert await on_its_desk(door) == []
    assert await refused(door, f"{changed}/urging", ORGAN, text="请履行。") == "ARL 78"
    await done(door, f"{changed}/urging", CLERK, text="请履行。")
    assert await on_ours(door) == [("party_urged", False)]
    await swept(door, "2026-06-27")
    assert await on_ours(door) == [("urging_unheeded", True)]
    late = f"{changed}/enforcement-application"
    assert await refused(door, late, CLERK, text="申请执行。") == "ALI 156"
    await done(door, late, CLERK, text="申请执行。", late_reason="当事人下落不明。")
    assert await on_ours(door) == [("enforcement_applied", False)]
    await done(door, f"{changed}/enforcement", CLERK, text="已划拨。")
    assert await on_ours(door) == []


async def test_of_whom_nothing_is_said_is_on_the_lists_until_it_is_and_nothing_lapses(
    door: Door,  # noqa: F811
) -> None:
    """没有写明当事人应当履行什么的，列入承办人和机关的清单，不逾期；载明以后起算 (ARL 78)."""
    upheld = await ended(door, "upheld", nothing_owed=False)
    await done(door, f"{upheld}/copy", CLERK, organ="620700-chengguan")
    await done(door, f"{upheld}/withholding", HEAD, reason="不公开。")
    await swept(door, "2026-03-24")
    assert await on_ours(door) == [("performance_unstated", False)]
    assert await on_its_desk(door) == [("performance_unstated", False)]
    assert await refused(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。") == "ARL 78"
    answer = await done(door, f"{upheld}/performance-time", CLERK)
    assert answer["debts"][0]["stand"] == "suit_awaited"
    assert (await on_ours(door), await on_its_desk(door)) == ([], [])
    await swept(door, "2026-03-26")
    assert await on_its_desk(door) == [("enforceable", False)]
    assert await held(door)


async def test_where_the_draft_says_that_nothing_is_owed_nobody_is_waited_for(
    door: Door,  # noqa: F811
) -> None:
    """决定书写明没有需要当事人履行的内容的，不立强制执行的期限 (ARL 78)."""
    upheld = await ended(door, "upheld", nothing_owed=True)
    assert (await door.get(upheld, OFFICER)).json()["debts"] == []
    await swept(door, "2026-03-26")
    assert await on_its_desk(door) == []
    assert await held(door)


async def test_what_else_is_to_be_done_has_a_row_beside_that_of_each_party(
    door: Door,  # noqa: F811
    changed: str,
) -> None:
    """后续案卷的事项和每名当事人的强制执行各为一行，当事人写明是申请人还是第三人 (ARL 78, 79)."""
    await done(door, f"{changed}/copy", CLERK, organ="620700-chengguan")
    await swept(door, "2026-03-26")
    assert set(await on_ours(door)) == {("enforceable", False), ("publish", False)}
    asked = (LABELS["authority"], "fuyi-07", FollowingSieve(), Order("due"))
    found, _ = await beside_cases(door.hub, *asked, limit=9)
    assert {(one.party, one.called) for one in found} == {("", ""), (str(ANNA), "申请人")}


async def test_what_was_upheld_is_no_affair_of_the_body(door: Door, upheld: str) -> None:  # noqa: F811
    """维持的，不列入复议机构的后续清单 (ARL 78)."""
    await done(door, f"{upheld}/copy", CLERK, organ="620700-chengguan")
    assert await on_ours(door) == [("publish", False)]
    await swept(door, "2026-03-26")
    assert await on_ours(door) == [("publish", False)]
    await done(door, f"{upheld}/withholding", HEAD, reason="不公开。")
    assert await on_ours(door) == []


async def watched(door: Door, after: str) -> str | None:  # noqa: F811
    case_id = enforced_of(UUID(after.removeprefix("/aftermaths/")), ANNA)
    state: str | None = await door.hub.pool.fetchval(
        "SELECT state FROM supervision.watch WHERE case_id = $1", case_id
    )
    return state


async def test_supervision_watches_the_organ_that_is_to_enforce(door: Door, upheld: str) -> None:  # noqa: F811
    """逾期不起诉又不履行的，监督强制执行，履行的即告结束 (ARL 78)."""
    await swept(door, "2026-03-26")
    assert await watched(door, upheld) is None
    await hear(door, EnforcementDue, LISTENS, LABELS)
    assert await watched(door, upheld) == "enforcing"
    path = f"{upheld}/party-performance"
    early = await refused(door, path, ORGAN, performed_on="2026-03-27", evidence="票据。")
    assert early == "ARL 78"
    await done(door, path, ORGAN, performed_on="2026-03-25", evidence="票据。")
    await hear(door, PartyPerformed, LISTENS, LABELS)
    assert await watched(door, upheld) == "performed"


async def test_three_months_without_anything_done_are_an_alert(door: Door, upheld: str) -> None:  # noqa: F811
    """三个月届满没有申请的，预警到部门负责人 (COERCION 53; RULES 14)."""
    await swept(door, "2026-06-27")
    await hear(door, EnforcementLapsed, LISTENS, LABELS)
    case_id = alert_of(UUID(upheld.removeprefix("/aftermaths/")))
    level = await door.hub.pool.fetchval(
        "SELECT level FROM supervision.alert WHERE case_id = $1", case_id
    )
    assert level == "head"
    assert await on_its_desk(door) == [("enforceable", True)]


async def test_with_the_decision_falls_what_was_to_be_enforced(door: Door, upheld: str) -> None:  # noqa: F811
    """决定被上级撤销的，不再强制执行，监督随之结束 (RULES 92; ARL 78)."""
    await swept(door, "2026-03-26")
    await hear(door, EnforcementDue, LISTENS, LABELS)
    said = {"organ": "620700-government", "text": "撤销该复议决定。"}
    answer = await done(door, f"{upheld}/annulment", HEAD, **said)
    assert (answer["state"], answer["debts"][0]["stand"]) == ("annulled", "enforcement_spared")
    await hear(door, EnforcementSpared, LISTENS, LABELS)
    assert await watched(door, upheld) == "ended"
    assert await on_its_desk(door) == []
    assert await refused(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。")


async def test_served_again_the_party_is_waited_for_anew(door: Door, upheld: str) -> None:  # noqa: F811
    """重新送达的，起诉期限重新起算，届满前不再执行 (ARL 75, 78)."""
    await swept(door, "2026-03-26")
    door.on("2026-03-30")
    await done(door, f"{upheld}/service", CLERK, **to(ANNA, "2026-03-27", reason="他人误签。"))
    found = await debt(door, upheld)
    assert (found["stand"], found["enforceable_after"]) == ("suit_awaited", "2026-04-13")
    assert await refused(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。") == "ARL 78"
    assert await held(door)


async def test_served_again_before_the_others_have_it_the_party_is_waited_for_anew_at_once(
    door: Door,  # noqa: F811
) -> None:
    """其他各方尚待送达的，重新送达一方不等其送达，起诉期限届满前不执行 (ARL 75, 78; ALL 45)."""
    case = await examined(door)
    for step, _, body in road("upheld", text="决定如下。", **OWES):
        await done(door, f"{case}/{step}", OFFICER, **body)
    door.on("2026-03-09")
    early = {**to(ANNA, "2026-03-09"), "reason": "他人误签。"}
    assert await refused(door, f"{case}/service-again", CLERK, **early) == "ARL 75(2)"
    again = {**early, "shown_on": "2026-03-25"}
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    after = await follows(door, case)
    await swept(door, "2026-03-26")
    assert (await debt(door, after))["stand"] == "enforceable"
    file = await done(door, f"{case}/service-again", CLERK, **again)
    assert (file["state"], [one["served_on"] for one in file["services"]]) == (
        *("decided", ["2026-03-25"]),
    )
    found = await debt(door, after)
    assert (found["stand"], found["enforceable_after"]) == ("suit_awaited", "2026-04-09")
    assert await refused(door, f"{after}/urging", ORGAN, text="请缴纳罚款。") == "ARL 78"
    assert await held(door)
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-26"))
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    found = await debt(door, after)
    assert (found["stand"], found["enforceable_after"]) == ("suit_awaited", "2026-04-09")
    assert await held(door)
