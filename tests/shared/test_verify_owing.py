"""核对: whom periods bind, and since when nothing is owed of those that lapsed, is walked again."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from services.mediation.store import MEDIATIONS
from services.reconsideration.store import CASES
from services.routing.store import WHISTLES
from shared.clock import StillClock
from shared.contracts.mediation import MediationProposed, MediationRefused
from shared.contracts.reconsideration import ApplicationAccepted, ApplicationReceived, CopySent
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.routing import DepartmentCalled, DepartmentCheckedIn, WhistleBlown
from shared.office import Broken
from shared.sweep import Sweep
from shared.verify import check, general_rules
from shared.work import Hub
from tests.boards.test_whom import BEFORE_THE_REPLY, SUCCESSOR, WHISTLED, reviewed, walked
from tests.mediation import makers as mediating
from tests.reconsideration import makers as reviewing
from tests.reconsideration.makers import RESPONDENT


async def broken(hub: Hub) -> dict[str, Broken]:
    """What the walk over the files finds."""
    walk = {"states", "deadlines", "dates", "owing"}
    rules = [one for one in general_rules(hub, [], "hub") if one.name in walk]
    found = [one async for one in check(hub.pool, rules)]
    return {one.rule.name: one.broken for one in found if not one.holds}


async def later(hub: Hub, clock: StillClock, days: int) -> None:
    clock.forward(timedelta(days=days))
    await Sweep(hub).once()


async def lived(hub: Hub, clock: StillClock) -> dict[str, UUID]:
    """Files in which something lapsed: settled, done late, closed, owed still, passed on."""
    ids = {name: uuid4() for name in ("closed", "silent")}
    ids["forfeited"] = await reviewed(hub, *BEFORE_THE_REPLY)
    ids["owed"] = await reviewed(hub, ApplicationReceived, ApplicationAccepted)
    ids["late"] = await reviewed(hub, ApplicationReceived, ApplicationAccepted)
    ids["succeeded"] = await reviewed(hub, *BEFORE_THE_REPLY, RespondentSucceeded)
    await walked(hub, MEDIATIONS, ids["closed"], mediating.FIELDS, MediationProposed)
    await walked(hub, WHISTLES, ids["silent"], WHISTLED, WhistleBlown, DepartmentCalled)
    for _ in range(20):
        await later(hub, clock, 1)
    await walked(hub, CASES, ids["late"], reviewing.FIELDS, CopySent)
    await walked(hub, CASES, ids["forfeited"], reviewing.FIELDS, RespondentSucceeded)
    await walked(hub, MEDIATIONS, ids["closed"], mediating.FIELDS, MediationRefused)
    await walked(hub, WHISTLES, ids["silent"], WHISTLED, DepartmentCheckedIn)
    return ids


ROW = "SELECT owed_by, made_good IS NULL FROM hub.deadline WHERE case_id = $1 AND name = $2"


async def test_honest_books_agree_whatever_lapsed_in_them(hub: Hub, clock: StillClock) -> None:
    """期限由谁承担、逾期之后何时不再欠，逐页推演的结果与账册相符 (ARL 19, 48, 70; RULES 165)."""
    ids = await lived(hub, clock)
    stood = {
        name: tuple(await hub.pool.fetchrow(ROW, ids[name], period))
        for name, period in (
            *(("forfeited", "reply"), ("succeeded", "reply"), ("owed", "send_copy")),
            *(("late", "send_copy"), ("closed", "ask_consent"), ("silent", "check_in")),
        )
    }
    assert stood == {
        "forfeited": (RESPONDENT, False),
        "succeeded": (SUCCESSOR, False),
        "owed": ("", True),
        "late": ("", False),
        "closed": ("", False),
        "silent": ("", False),
    }
    assert await broken(hub) == {}


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("forfeited", "owed_by = '620702-anbao' WHERE name = 'reply'"),
        ("forfeited", "owed_by = '' WHERE name = 'reply'"),
        ("forfeited", "made_good = NULL WHERE name = 'reply'"),
        ("forfeited", "made_good = made_good - 1 WHERE name = 'reply'"),
        ("succeeded", "owed_by = '620702-gongan' WHERE name = 'reply'"),
        ("owed", "owed_by = 'party' WHERE name = 'send_copy'"),
        ("owed", "made_good = ended_by WHERE name = 'send_copy'"),
        ("owed", "owed_by = 'party' WHERE ended IS NULL"),
        ("late", "made_good = NULL WHERE name = 'send_copy'"),
        ("late", "made_good = ended_by WHERE name = 'send_copy'"),
        ("late", "made_good = 99 WHERE name = 'send_copy'"),
        ("closed", "made_good = NULL WHERE name = 'ask_consent'"),
        ("silent", "owed_by = '' WHERE name = 'check_in_leader'"),
    ],
)
async def test_whom_a_period_binds_and_what_is_owed_of_it_cannot_be_written_otherwise(
    hub: Hub, clock: StillClock, name: str, harm: str
) -> None:
    """期限约束的机关、逾期后不再欠的页码被改动的，核对能够发现 (RULES 165)."""
    ids = await lived(hub, clock)
    done = await hub.pool.execute(f"UPDATE hub.deadline SET {harm} AND case_id = $1", ids[name])  # noqa: S608 - our own words
    assert done != "UPDATE 0"
    assert await broken(hub) == {"owing": Broken(1, (str(ids[name]),))}


async def test_what_was_written_down_when_rows_began_to_say_so_is_no_falsehood(
    hub: Hub, clock: StillClock
) -> None:
    """升级前逾期的，写的是升级时的被申请人、结案的页码，账册相符 (ARL 19)."""
    ids = await lived(hub, clock)
    await hub.pool.execute(
        "UPDATE hub.deadline SET owed_by = $2 WHERE name = 'reply' AND case_id = $1",
        *(ids["forfeited"], SUCCESSOR),
    )
    await hub.pool.execute(
        "UPDATE hub.deadline d SET made_good = f.version FROM hub.file f"
        " WHERE f.case_id = d.case_id AND f.case_id = $1 AND d.ended = 'lapsed'",
        ids["closed"],
    )
    assert await broken(hub) == {}
