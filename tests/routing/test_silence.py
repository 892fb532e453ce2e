"""逾期升级: how soon a silence climbs is the city's to set, and a case keeps its own (RULES 30)."""

from datetime import datetime
from typing import Final
from uuid import uuid5

import pytest

from services.routing.domain.times import USUAL
from services.routing.store import whistle_of
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.intake import DisputeRegistered, Urgency
from shared.contracts.routing import AnswerLapsed, DepartmentCalled, SilenceReachedLeader, Tier
from shared.law.day import CITY
from shared.law.period import Hours, WorkingDays
from shared.sweep import Sweep
from shared.work import Hub
from tests.routing.books import USUAL_TEXT, book, changed
from tests.routing.cases import CASE, head, moment, registered
from tests.routing.hearing import hear, hear_all
from tests.routing.test_rulebook_care import approved

SLOW: Final = 'to_leader = "1个工作日"\nto_inspection = "1个工作日"\n\n[tier.emergency]'
FAST_TEXT: Final = changed(
    (SLOW, 'to_leader = "2小时"\nto_inspection = "30分钟"\n\n[tier.emergency]')
)
"""Under this book the silence of an urgent whistle climbs by the hour."""


def urgent(name: str, at: str) -> DisputeRegistered:
    case = uuid5(CASE, name)
    return registered(urgency=Urgency.URGENT, head=head(at=at, case=case))


async def climbed(hub: Hub, fact: DisputeRegistered) -> dict[str, datetime]:
    """When each step of the silence over checking in was reached."""
    rows = await hub.pool.fetch(
        "SELECT kind, body::jsonb -> 'head' ->> 'moment' AS moment FROM hub.outbox"
        " WHERE case_id = $1 AND (kind = 'routing.check_in_lapsed.v1'"
        " OR body::jsonb ->> 'duty' LIKE 'check_in%') ORDER BY version",
        whistle_of(fact.head.case_id),
    )
    return {
        row["kind"].split(".")[1]: datetime.fromisoformat(row["moment"]).astimezone(CITY)
        for row in rows
    }


async def sweep_until(hub: Hub, clock: StillClock, at: str) -> None:
    clock.move_to(moment(at))
    while await Sweep(hub).once():
        await hear_all(hub)


async def test_a_silence_climbs_as_soon_as_the_rule_book_says_and_a_live_case_keeps_its_own(
    hub: Hub, clock: StillClock
) -> None:
    """逾期升级的时限由规则簿定；已经召集的沿用召集之日的一版 (RULES 30, 54)."""
    before = urgent("before", "2026-11-23T09:20")
    await hear(hub, before)
    await approved(hub, FAST_TEXT)
    clock.move_to(moment("2026-11-24T09:00"))
    after = urgent("after", "2026-11-24T09:00")
    await hear(hub, after)
    await sweep_until(hub, clock, "2026-11-26T09:00")
    assert await climbed(hub, before) == {
        "check_in_lapsed": moment("2026-11-23T12:00"),
        "silence_leader": moment("2026-11-25T00:00"),
        "silence_inspection": moment("2026-11-26T00:00"),
    }
    assert await climbed(hub, after) == {
        "check_in_lapsed": moment("2026-11-24T12:00"),
        "silence_leader": moment("2026-11-24T15:00"),
        "silence_inspection": moment("2026-11-24T15:30"),
    }


@pytest.mark.parametrize("tier", Tier)
def test_a_book_that_does_not_name_the_climb_has_the_one_that_always_was(tier: Tier) -> None:
    """规则簿没有写的，仍为各一个工作日 (RULES 30)."""
    lines = USUAL_TEXT.splitlines(keepends=True)
    old = "".join(line for line in lines if not line.startswith(("to_leader", "to_inspection")))
    times = book(old).times.tiers[tier]
    assert (times.to_leader, times.to_inspection) == (WorkingDays(1), WorkingDays(1))
    assert book(old).times == USUAL


def test_the_climb_may_be_set_in_hours_for_one_tier_alone() -> None:
    """各紧急程度分别设定 (RULES 30)."""
    tiers = book(FAST_TEXT).times.tiers
    assert tiers[Tier.URGENT].to_leader == Hours(2)
    assert tiers[Tier.EMERGENCY].to_leader == WorkingDays(1)


def test_a_page_from_before_the_climb_was_set_has_the_length_that_was_constant() -> None:
    """旧卷的时限不变 (RULES 54)."""
    of = {"head": head(case=CASE), "department": "620702-sifa"}
    call = DepartmentCalled.model_validate({**of, "role": "lead"})
    lapse = AnswerLapsed.model_validate(of)
    climbed_to = SilenceReachedLeader.model_validate({**of, "duty": "answer_leader"})
    assert (call.to_leader, call.to_inspection) == ("1wd", "1wd")
    assert (lapse.to_leader, climbed_to.to_inspection) == ("1wd", "1wd")
    old = call.model_dump_json(exclude={"to_leader", "to_inspection"})
    assert read(call.kind, old) == call
