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
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionDelivered, Outcome, ReplyForfeited, Standing
from shared.contracts.reconsideration.letters import Level, RecommendationIssued
from shared.contracts.reconsideration.proving import FurtherEvidenceAllowed, FurtherEvidenceRefused
from shared.contracts.reconsideration.respondent import Copying, RespondentReplaced
from shared.contracts.reconsideration.served import OrganServed
from shared.contracts.reconsideration.served_again import CopyServedAgain, JointCopyServedAgain
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.notification.telling import tell, told
from tests.notification.test_table import of
from tests.reconsideration.higher import ABOVE, done
from tests.reconsideration.makers import (
    AUTHORITY,
    CITY_GOVERNMENT,
    DISPUTE,
    OTHER,
    PAPER,
    RESPONDENT,
    day,
)
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.reconsideration.two_respondents import SECOND, TOGETHER
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


@pytest.mark.parametrize(
    ("respondent", "says"),
    [
        pytest.param("620702-sifa", "被申请人甘州区司法局逾期不答复", id="named"),
        pytest.param("", "被申请人逾期不答复", id="on a page of old"),
    ],
)
def test_the_silence_of_a_respondent_is_told_by_its_name(respondent: str, says: str) -> None:
    """逾期不答复的，写明是哪一个被申请人 (ARL 70)."""
    fact = ReplyForfeited(head=head(3), respondent=respondent)
    told = notices(of(fact, authority=AUTHORITY, departments="620702-sifa"))
    assert {one.says for one in told} == {says}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (CopyServedAgain, {"respondent": "620702-sifa"}),
        (JointCopyServedAgain, {"organ": "620702-sifa"}),
    ],
)
def test_days_to_reply_that_run_anew_are_told_to_whoever_is_to_reply_and_nobody_else(
    kind: type[Fact], said: dict[str, object]
) -> None:
    """答复通知书重新送达的，只告知应当答复的被申请人须办，不告知复议机构 (ARL 48, 54)."""
    fact = kind.model_validate({"head": head(3), **said})
    told = notices(of(fact, authority=AUTHORITY, departments="620702-sifa"))
    assert [(one.recipient, one.weight) for one in told] == [
        (Recipient(Desk.DEPARTMENT, "620702-sifa"), Weight.OWED)
    ]


@pytest.mark.parametrize(
    ("organ", "told_to"), [("", "620702-sifa"), ("620702-shijian", "620702-shijian")]
)
def test_leave_to_add_evidence_is_told_to_whom_it_was_given(organ: str, told_to: str) -> None:
    """同意、不同意补充证据，告知申请的那一个被申请人，不告知其他的 (ARL 19, 46)."""
    both = "620702-sifa 620702-shijian"
    allowed = FurtherEvidenceAllowed(
        head=head(3), raised_by=Standing.APPLICANT, reason_id=PAPER, organ=organ
    )
    refused = FurtherEvidenceRefused(head=head(3), reason_id=PAPER, organ=organ)
    for fact in (allowed, refused):
        told = notices(of(fact, authority=AUTHORITY, departments=both))
        assert [one.recipient for one in told] == [Recipient(Desk.DEPARTMENT, told_to)]


async def test_of_a_copy_and_a_reply_it_is_told_once_though_the_pages_are_turned_anew(
    door: Door,
) -> None:
    """共同被申请人改列在首位的，其副本、收到、答复不再通知一次 (ARL 19, 48)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    case = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/copy", OFFICER, received_on="2026-03-02")
    await done(door, f"{case}/reply", SECOND, text="答复如下")
    said = {"capacity": "own", "organ": OTHER, "text": "只有市场监管局作出"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    changed = await done(door, f"{case}/respondent", PARTY, respondent=OTHER, text="变更")
    assert (changed["state"], changed["respondent"]) == ("examining", OTHER)
    await tell(door.hub)
    kinds = [kind for kind, _, organ in await told(door.hub) if organ in {OTHER, AUTHORITY}]
    assert [kind for kind in kinds if "copy" in kind or "reply" in kind] == [
        *("joint_copy_sent", "joint_copy_received", "joint_reply_filed"),
    ]
    anew = ("copy_sent", "copy_received", "reply_filed")
    pages = await door.hub.pool.fetch(PAGES, "clock", [f"reconsideration.{one}.v1" for one in anew])
    assert [row["kind"] for row in pages] == [f"reconsideration.{one}.v1" for one in anew]


PAGES = """
SELECT kind FROM hub.outbox WHERE body::jsonb -> 'head' ->> 'by' = $1 AND kind = ANY($2::text[])
ORDER BY version
"""


async def test_a_silence_that_is_on_file_is_not_told_again_when_its_organ_is_named_first(
    door: Door,
) -> None:
    """共同被申请人的逾期不答复已经告知的，改列首位不再告知 (ARL 19, 48, 70)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    case = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/copy", OFFICER, received_on="2026-03-02")
    door.on("2026-03-18")
    await Sweep(door.hub).once()
    said = {"capacity": "own", "organ": OTHER, "text": "只有市场监管局作出"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    changed = await done(door, f"{case}/respondent", PARTY, respondent=OTHER, text="变更")
    assert (changed["state"], changed["respondent"]) == ("examining", OTHER)
    await tell(door.hub)
    silent = [one for one in await told(door.hub) if "forfeited" in one[0]]
    assert sorted(silent) == sorted(
        [
            ("reply_forfeited", "reconsideration", AUTHORITY),
            ("reply_forfeited", "department", RESPONDENT),
            ("joint_reply_forfeited", "reconsideration", AUTHORITY),
            ("joint_reply_forfeited", "department", OTHER),
        ]
    )
    pages = await door.hub.pool.fetch(KNOWN)
    assert [(row["respondent"], row["known"]) for row in pages] == [
        (RESPONDENT, "false"),
        (OTHER, "true"),
    ]
    [replaced] = await door.hub.pool.fetch(SAYS, "reconsideration.respondent_replaced.v1")
    assert tuple(replaced) == ("被申请人已变更，其已有申请书副本", "known")


KNOWN = """
SELECT body::jsonb ->> 'respondent' AS respondent, body::jsonb ->> 'known_before' AS known
FROM hub.outbox WHERE kind = 'reconsideration.reply_forfeited.v1' ORDER BY version
"""
SAYS = "SELECT says, weight FROM notification.notice WHERE kind = $1"


def test_whoever_is_named_anew_is_sent_the_copy_and_what_was_sent_is_told_as_such() -> None:
    """变更后的被申请人没有副本的，须重新发送；以前的页面同样 (ARL 48)."""
    fields = {"before": RESPONDENT, "respondent": OTHER, "county": "620702", "text_id": PAPER}
    fact = RespondentReplaced.model_validate({"head": head(3), **fields})
    [sent] = notices(of(fact, authority=AUTHORITY))
    assert (sent.says, sent.weight) == ("被申请人已变更，请重新发送申请书副本", Weight.OWED)
    kept = fact.model_copy(update={"copying": Copying.KEPT})
    [known] = notices(of(kept, authority=AUTHORITY))
    assert (known.says, known.weight) == ("被申请人已变更，其已有申请书副本", Weight.KNOWN)


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
