"""复议通知: the body below learns that its case was taken, the organ named what it must answer."""

from collections.abc import AsyncIterator
from datetime import datetime, time

import httpx
import pytest

from services.notification.agents import sees
from services.notification.domain.making import ROWS, notices
from services.notification.domain.told import Desk, Recipient, Weight
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.contracts.reconsideration import DecisionDelivered, Outcome, ReplyForfeited
from shared.contracts.reconsideration.letters import Level, RecommendationIssued
from shared.contracts.reconsideration.served import OrganServed
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.notification.telling import tell, told
from tests.notification.test_table import of
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, PAPER, day
from tests.reconsideration.test_higher_doors import ABOVE, done
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.registering import take_in
from tests.routing.cases import head


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    await hub.pool.execute("UPDATE notification.begun SET at = '-infinity'")
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def test_the_body_whose_case_is_taken_over_is_told(door: Door) -> None:
    """受理后超过期限不作答复、由上级直接受理的，告知下级复议机构和负责人 (ARL 35)."""
    case = await door.apply()
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/copy", OFFICER, received_on="2026-03-02")
    door.clock.move_to(datetime.combine(day("2026-05-07"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    door.on("2026-05-07")
    file = await done(door, f"{case}/wrong-report", PARTY, text="六十日已过，没有答复。")
    path = f"/corrections/{file['case_id']}/direct-acceptance"
    await done(door, path, ABOVE, text="由本机关直接受理。")
    await tell(door.hub)
    desks = {(role, organ) for kind, role, organ in await told(door.hub) if kind == TAKEN}
    bodies = {"reconsideration", "reconsideration_head"}
    below = {(role, AUTHORITY) for role in bodies}
    assert below | {(role, CITY_GOVERNMENT) for role in bodies} <= desks


TAKEN = "accepted_above"


def test_the_organ_that_a_recommendation_names_is_told_until_when_if_it_sees_the_file() -> None:
    """建议书告知有关机关希望答复的期限；看不到案卷的不告知 (ARR2026 69; RULES 48)."""
    fact = RecommendationIssued(
        head=head(3),
        recommendation_id=PAPER,
        organ="620702-sifa",
        level=Level.DOCUMENT,
        answer_by=day("2026-12-31"),
    )
    seen = of(fact, authority=AUTHORITY)
    [notice] = notices(seen)
    assert notice.recipient == Recipient(Desk.DEPARTMENT, "620702-sifa")
    assert notice.says == "行政复议建议书希望甘州区司法局答复，至2026年12月31日"
    assert (notice.weight, ROWS[RecommendationIssued].until) == (Weight.OWED, "answer_by")
    assert sees(notice.recipient, seen)
    assert not sees(notice.recipient, of(fact, authority=AUTHORITY, departments="620702-zhujian"))


def test_each_respondent_whom_a_decision_binds_is_told_its_own_day_to_perform() -> None:
    """决定书送达后，告知每一个被申请人各自履行，期限是各自的 (ARL 19, 75, 77)."""
    other = OrganServed(
        organ="620702-shijian", served_on=day("2026-12-02"), perform_by=day("2026-12-17")
    )
    fact = DecisionDelivered(
        head=head(3),
        outcome=Outcome.REVOKED,
        authority=AUTHORITY,
        respondent="620702-sifa",
        served_on=day("2026-12-01"),
        remedies=(),
        perform_by=day("2026-12-16"),
        joint_served=(other,),
    )
    seen = of(fact, authority=AUTHORITY)
    first, second = notices(seen)
    assert first.recipient == Recipient(Desk.DEPARTMENT, "620702-sifa")
    assert first.says == "复议决定书已送达，甘州区司法局应履行"
    assert second.recipient == Recipient(Desk.DEPARTMENT, "620702-shijian")
    assert second.says == "复议决定书已送达，甘州区市场监督管理局应履行"
    own = ROWS[DecisionDelivered].own
    days = [own(seen, one.recipient).fact.perform_by for one in (first, second)]
    assert days == [day("2026-12-16"), day("2026-12-17")]


def test_the_silence_of_one_respondent_is_not_told_to_another_as_its_own() -> None:
    """在先的被申请人逾期不答复，只告知复议机构和该机关，不告知其他被申请人 (ARL 48, 70)."""
    both = "620702-sifa 620702-shijian"
    told = notices(of(ReplyForfeited(head=head(3)), authority=AUTHORITY, departments=both))
    assert [(one.recipient.role, one.recipient.organ) for one in told] == [
        (Desk.RECONSIDERATION, AUTHORITY),
        (Desk.DEPARTMENT, "620702-sifa"),
    ]


async def test_evidence_that_is_put_in_together_is_told_once(door: Door) -> None:
    """一次提交多件证据的，只通知一次，再次提交的另行通知 (ARL 43; RULES 75)."""
    case = await door.apply()
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/copy", OFFICER, received_on="2026-03-02")
    own = {"evidence_kind": "record", "shows": "现场笔录", "collected_on": "2026-02-02"}
    theirs = {"evidence_kind": "document", "shows": "照片"}
    for batch, (door_of, who, pieces) in enumerate(
        (
            ("respondent-evidence", DEPARTMENT, [own, own, own]),
            ("evidence", PARTY, [theirs, theirs]),
            ("evidence", PARTY, [theirs]),
        ),
        start=1,
    ):
        await done(door, f"{case}/{door_of}", who, pieces=pieces)
        await tell(door.hub)
        own_desk = [one for one in await told(door.hub) if one[0] == EVIDENCE]
        assert own_desk == [(EVIDENCE, "reconsideration", AUTHORITY)] * batch


EVIDENCE = "evidence_submitted"
