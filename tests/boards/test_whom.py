"""到期与逾期: against whom a period counts when it is over without what it asks for."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from services.mediation.store import MEDIATIONS
from services.reconsideration.store import CASES
from services.routing.domain.road_file import TRIAGE
from services.routing.store import LADDERS, WHISTLES
from shared.clock import StillClock
from shared.contracts.fact import Fact
from shared.contracts.mediation import (
    AgreementMade,
    BothConsented,
    MediationProposed,
    MediationRefused,
    MediatorAppointed,
)
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    CopyReceived,
    CopySent,
    DecisionMade,
    ReplyFiled,
    SupplementNotified,
)
from shared.contracts.reconsideration.assigning import ConvertedToOrdinary, SimplifiedChosen
from shared.contracts.reconsideration.filing import SupplementNoticeReceived
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.routing import (
    CallRole,
    DepartmentCalled,
    DepartmentCheckedIn,
    DepartmentRefused,
    ExtensionAsked,
    LevelReached,
    Road,
    Rung,
    Tier,
    WhistleBlown,
    WhistleKind,
)
from shared.due import COUNTED, PLANNED, AskedOfPeriods, How, due_by, due_by_day, periods
from shared.law.deadline import NOBODY, OFFICE, PARTY
from shared.sweep import Sweep
from shared.work import Act, Hub, Shelf, Work
from tests.mediation import makers as mediating
from tests.reconsideration import makers as reviewing
from tests.reconsideration.makers import AUTHORITY, RESPONDENT
from tests.shared.case_reader import rows_read

SUCCESSOR = "620702-shijian"
LABELS = {"county": "620702", "authority": AUTHORITY}
DEPARTMENT = "620702-sifa"
WHISTLED: dict[type[Fact], dict[str, Any]] = {
    WhistleBlown: {
        "whistle": WhistleKind.DAILY,
        "tier": Tier.ORDINARY,
        "centre": "620702100-centre",
        "matter": "linli",
        "place": "620702100",
        "road": Road.PEOPLES_MEDIATION,
        "level": Rung.TOWNSHIP,
    },
    DepartmentCalled: {"department": DEPARTMENT, "role": CallRole.ASSIST},
    DepartmentCheckedIn: {"department": DEPARTMENT},
    DepartmentRefused: {
        "department": DEPARTMENT,
        "basis": "职责清单第12项",
        "reason_id": reviewing.PAPER,
        "ruling": "1wd",
    },
    ExtensionAsked: {
        "department": DEPARTMENT,
        "more": "3wd",
        "reason_id": reviewing.PAPER,
        "decision": "1wd",
    },
}
CHOICES = (SimplifiedChosen, ConvertedToOrdinary)
BEFORE_THE_REPLY = (ApplicationReceived, ApplicationAccepted, CopySent, CopyReceived)


async def walked(
    hub: Hub,
    shelf: Shelf[Any],
    case_id: UUID,
    said: Mapping[type[Fact], dict[str, Any]],
    *kinds: type[Fact],
) -> None:
    """A file in which all this happens now."""

    def walk(work: Work) -> None:
        file = work.find(shelf, case_id) or work.open(shelf, case_id, case_id)
        for kind in kinds:
            head = work.head(file, by="officer-7")
            file = work.record(file, kind.model_validate({"head": head, **said.get(kind, {})}))

    await hub.act(Act(walk, files=(case_id,), labels=LABELS))


async def reviewed(hub: Hub, *kinds: type[Fact]) -> UUID:
    case_id = uuid4()
    await walked(hub, CASES, case_id, reviewing.FIELDS, *kinds)
    return case_id


def asked(hub: Hub, **narrowed: str) -> AskedOfPeriods:
    now = hub.clock.now()
    return AskedOfPeriods(
        now=now, start=now.date() - timedelta(days=90), until=now.date(), **narrowed
    )


async def overdue(hub: Hub, office: str) -> dict[str, int]:
    """How many lapsed, by whom they count against."""
    found = await due_by(hub.pool, asked(hub, office=office))
    return {organ: n[How.OVERDUE] for (_, organ), n in found.items() if n[How.OVERDUE]}


async def later(hub: Hub, clock: StillClock, days: int) -> None:
    clock.forward(timedelta(days=days))
    await Sweep(hub).once()


async def lapsed(hub: Hub, name: str) -> int:
    text = "SELECT count(*) FROM hub.deadline WHERE name = $1 AND ended = 'lapsed'"
    found: int = await hub.pool.fetchval(text, name)
    return found


async def test_a_confirmation_that_nobody_asked_for_is_nobodys_default(
    hub: Hub, clock: StillClock
) -> None:
    """当事人没有共同申请司法确认的，不算任何机关逾期，也不列入期限日历 (PML 33)."""
    agreed = (MediationProposed, BothConsented, MediatorAppointed, AgreementMade)
    await walked(hub, MEDIATIONS, uuid4(), mediating.FIELDS, *agreed)
    text = "SELECT count(*) FROM hub.deadline WHERE name = 'confirmation' AND ended IS NULL"
    assert await hub.pool.fetchval(text) == 1
    assert await due_by_day(hub.pool, asked(hub), hub.clock.now().date(), 40) == {}
    await later(hub, clock, 40)
    assert await lapsed(hub, "confirmation") == 1
    assert await overdue(hub, "mediation") == {}
    found = await due_by(hub.pool, asked(hub))
    assert {how: sum(n[how] for n in found.values()) for how in (How.RUNNING, How.MET)} == {
        How.RUNNING: 0,
        How.MET: 3,
    }


async def test_a_supplement_that_did_not_come_is_nobodys_default(
    hub: Hub, clock: StillClock
) -> None:
    """申请人逾期未补正的，视为放弃申请，不算复议机关逾期 (ARL 31)."""
    await reviewed(hub, ApplicationReceived, SupplementNotified, SupplementNoticeReceived)
    await later(hub, clock, 30)
    assert await lapsed(hub, "supplement") == 1
    assert await overdue(hub, "reconsideration") == {}


async def test_a_reply_that_did_not_come_counts_against_the_respondent(
    hub: Hub, clock: StillClock
) -> None:
    """被申请人逾期未答复的，算被申请人逾期，不算复议机关的；期限日历、清单相同 (ARL 48, 70)."""
    late = await reviewed(hub, *BEFORE_THE_REPLY)
    await reviewed(hub, *BEFORE_THE_REPLY, ReplyFiled)
    running = await periods(
        hub.pool, asked(hub, organ=RESPONDENT), How.RUNNING, day=None, after=None, limit=9
    )
    assert [(row["case_id"], row["name"]) for row in running] == [(late, "reply")]
    found = await due_by_day(hub.pool, asked(hub, organ=RESPONDENT), clock.now().date(), 16)
    assert sum(found.values()) == 1
    await later(hub, clock, 20)
    assert await lapsed(hub, "reply") == 1
    assert await overdue(hub, "reconsideration") == {RESPONDENT: 1}
    both = await due_by(hub.pool, asked(hub))
    assert both["reconsideration", RESPONDENT][How.MET] == 1
    listed = await periods(
        hub.pool, asked(hub, organ=AUTHORITY), How.OVERDUE, day=None, after=None, limit=9
    )
    assert listed == []


async def test_what_lapsed_unrecorded_today_is_on_no_day_of_the_calendar(hub: Hub) -> None:
    """今天已经届满、时钟尚未记录的，不在期限日历之内，点开的清单也没有；还没有届满的两处都有."""
    await reviewed(hub, *BEFORE_THE_REPLY)
    now = hub.clock.now()
    move = "UPDATE hub.deadline SET until = $1 WHERE name = 'reply' AND ended IS NULL"
    for until, many in ((now - timedelta(hours=1), 0), (now + timedelta(hours=1), 1)):
        await hub.pool.execute(move, until)
        today, replies = now.date(), asked(hub, organ=RESPONDENT)
        counted = await due_by_day(hub.pool, replies, today, 1)
        listed = await periods(hub.pool, replies, How.RUNNING, day=today, after=None, limit=9)
        assert (sum(counted.values()), len(listed)) == (many, many)


async def test_a_reply_is_owed_by_whoever_took_over_the_powers(hub: Hub, clock: StillClock) -> None:
    """行使其职权的机关承继为被申请人的，答复期限此后约束该机关 (ARL 19)."""
    await reviewed(hub, *BEFORE_THE_REPLY, RespondentSucceeded)
    again = await reviewed(hub, *BEFORE_THE_REPLY)
    await walked(hub, CASES, again, reviewing.FIELDS, RespondentSucceeded)
    await later(hub, clock, 20)
    assert await overdue(hub, "reconsideration") == {SUCCESSOR: 2}


async def test_the_centre_that_did_not_rule_is_overdue_and_not_the_department_that_asked(
    hub: Hub, clock: StillClock
) -> None:
    """未裁定权属、未决定延期的，算综治中心逾期；部门无回音的，算部门一次 (RULES 27, 29, 165)."""
    called = (WhistleBlown, DepartmentCalled)
    await walked(hub, WHISTLES, uuid4(), WHISTLED, *called, DepartmentRefused)
    await walked(hub, WHISTLES, uuid4(), WHISTLED, *called, DepartmentCheckedIn, ExtensionAsked)
    for _ in range(8):
        await later(hub, clock, 1)
    rows = await periods(hub.pool, asked(hub), How.OVERDUE, day=None, after=None, limit=99)
    found = {row["name"]: row["organ"] for row in rows}
    assert {name for name, organ in found.items() if organ == AUTHORITY} >= {"ruling", "extension"}
    assert [row["name"] for row in rows if row["organ"] == DEPARTMENT] == ["answer"]
    listed = replace(asked(hub), organ=DEPARTMENT)
    of_department = await periods(hub.pool, listed, How.OVERDUE, day=None, after=None, limit=99)
    assert not {row["name"] for row in of_department} & {"ruling", "extension"}


async def standing(hub: Hub, how: How) -> dict[str, int]:
    """How many stand so this month, by whom they count against; as many as the lists behind."""
    month = replace(asked(hub), start=hub.clock.now().date().replace(day=1))
    found = Counter[str]()
    for (_, organ), n in (await due_by(hub.pool, month)).items():
        found[organ] += n[how]
    for organ, n in found.items():
        listed = replace(month, organ=organ)
        rows = await periods(hub.pool, listed, how, day=None, after=None, limit=9)
        assert len(rows) == n
    return dict(+found)


async def test_who_is_overdue_still_is_told_in_the_months_that_follow(
    hub: Hub, clock: StillClock
) -> None:
    """上月届满、至今未办的，本月仍列；逾期之后办了的不再列，逾期仍是逾期 (ARL 48)."""
    case_id = await reviewed(hub, ApplicationReceived, ApplicationAccepted)
    await later(hub, clock, 20)
    assert await standing(hub, How.OVERDUE) == await standing(hub, How.STILL) == {AUTHORITY: 1}
    await later(hub, clock, 25)
    assert clock.now().month == 1
    assert await standing(hub, How.OVERDUE) == {}
    assert await standing(hub, How.STILL) == {AUTHORITY: 1}
    await walked(hub, CASES, case_id, reviewing.FIELDS, CopySent)
    assert await standing(hub, How.STILL) == {}
    assert await overdue(hub, "reconsideration") == {AUTHORITY: 1}


async def test_nobody_is_overdue_still_where_the_law_has_put_its_own_fact(
    hub: Hub, clock: StillClock
) -> None:
    """审查期满视为受理的、逾期答复不得再答复的，逾期而不再欠；案卷办结的也是 (ARL 30, 48, 70)."""
    await reviewed(hub, ApplicationReceived)
    await later(hub, clock, 8)
    assert await lapsed(hub, "review") == 1
    assert await overdue(hub, "reconsideration") == {AUTHORITY: 1}
    assert await standing(hub, How.STILL) == {}
    await reviewed(hub, *BEFORE_THE_REPLY)
    case_id = uuid4()
    await walked(hub, MEDIATIONS, case_id, mediating.FIELDS, MediationProposed)
    await later(hub, clock, 16)
    assert (await lapsed(hub, "ask_consent"), await lapsed(hub, "reply")) == (1, 1)
    assert await standing(hub, How.STILL) == {AUTHORITY: 2}  # one copy was not sent either
    await walked(hub, MEDIATIONS, case_id, mediating.FIELDS, MediationRefused)
    assert await standing(hub, How.STILL) == {AUTHORITY: 1}


async def test_a_case_that_is_converted_past_its_sixty_days_is_overdue_still_until_it_is_decided(
    hub: Hub, clock: StillClock
) -> None:
    """六十日也已届满才转为普通程序的，至今仍逾期；作出决定后不再列 (ARL 55, 62; ARR2026 29)."""
    case_id = await reviewed(hub, ApplicationReceived, ApplicationAccepted)
    today = hub.clock.now().date()
    from_today = {one: {**reviewing.FIELDS[one], "runs_from": today} for one in CHOICES}
    await walked(hub, CASES, case_id, from_today, SimplifiedChosen)
    await walked(hub, CASES, case_id, reviewing.FIELDS, CopySent)
    for _ in range(2):
        await later(hub, clock, 31)
    assert await standing(hub, How.STILL) == {AUTHORITY: 1}
    late = {ConvertedToOrdinary: {**from_today[ConvertedToOrdinary], "overdue": True}}
    await walked(hub, CASES, case_id, late, ConvertedToOrdinary)
    assert await standing(hub, How.STILL) == {AUTHORITY: 1}
    await walked(hub, CASES, case_id, reviewing.FIELDS, DecisionMade)
    assert await standing(hub, How.STILL) == {}


async def test_a_level_owes_nothing_any_more_once_the_dispute_has_gone_up(
    hub: Hub, clock: StillClock
) -> None:
    """本级期满未化解的，算本级逾期；纠纷已经上报上一级的，本级不再欠 (RULES 37)."""
    case_id = uuid4()
    reached = {"level": Rung.VILLAGE, "organ": AUTHORITY, "within": "2wd"}
    of_place = {"matter": "linli", "place": "620702100"}
    await walked(hub, LADDERS, case_id, {LevelReached: reached | of_place}, LevelReached)
    await later(hub, clock, 5)
    assert await lapsed(hub, "level") == 1
    assert await overdue(hub, "routing") == {AUTHORITY: 1}
    assert await standing(hub, How.STILL) == {}


MISSED = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, owed_by, ended, ended_by)
SELECT gen_random_uuid(), 'any', CASE WHEN n % 2 = 0 THEN 'reconsideration' ELSE '' END, 1,
       gen_random_uuid(), 'routing', 'RULES 58', '60d', '2025-01-01', '2025-03-01', false,
       CASE WHEN n % 2 = 0 OR n < 6 THEN '' ELSE 'party' END, 'lapsed', 2
FROM generate_series(1, 4000) n
"""
"""What parties let pass, of before and since periods say so, and three that an office owes."""


async def test_what_parties_let_pass_is_not_read_for_what_is_overdue_still(hub: Hub) -> None:
    """当事人没有申请、起诉的不算逾期；列至今仍逾期的，不翻这些期限 (RULES 58, PLAN 33)."""
    await hub.pool.execute(MISSED)
    await hub.pool.execute("ANALYZE hub.deadline")
    found = await due_by(hub.pool, asked(hub))
    assert {key: n[How.STILL] for key, n in found.items()} == {("routing", "-"): 3}
    async with hub.pool.acquire() as conn, conn.transaction(readonly=True):
        await conn.execute(PLANNED)
        said = await conn.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {COUNTED}", *asked(hub).said)
    assert "ix_deadline_still_owed" in said
    assert rows_read(json.loads(said)[0]["Plan"]) < 10, said


def test_what_a_party_lets_pass_of_its_road_binds_the_party() -> None:
    """申请期限、起诉期限是当事人的期限 (RULES 58)."""
    assert {row.name: row.owed_by for row in TRIAGE.deadlines} == dict.fromkeys(
        ("apply", "sue", "sue_own"), PARTY
    )


def test_each_row_says_whom_it_binds_by_a_field_that_its_case_has(hub: Hub) -> None:
    """期限约束谁，由程序表一处写明."""
    named = {
        (office, name, row.name): row.owed_by
        for (office, name), shelf in hub.shelves.items()
        for edition in shelf.editions
        for row in edition.deadlines
        if row.owed_by not in {"", NOBODY, OFFICE, PARTY}
    }
    assert ("reconsideration", "ordinary", "reply") in named
    for (office, name, _), field in named.items():
        value = hub.shelves[office, name].value
        named = {one.name for one in fields(value)}
        assert field in named or callable(getattr(value, field)), (office, name, field)
