"""Each respondent is watched from its own service (ARL 19, 75, 77)."""

from datetime import date, datetime

from services.supervision.domain.compliance import State
from services.supervision.store import WATCHES, obliged_of
from shared.clock import StillClock
from shared.contracts.reconsideration.aftermath import (
    DecisionAnnulled,
)
from shared.contracts.reconsideration.served import OrganServed
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.supervision.watching import (
    CASE,
    OTHER,
    THIRD,
    WATCH,
    again,
    delivered,
    departments,
    head,
    hear,
    pages,
    served,
    watch,
    withdrawn,
)


async def test_joint_respondents_are_watched_together_until_the_last_of_their_days(
    hub: Hub,
) -> None:
    """共同被申请人都应当履行，都看到监督，最后一个的期限届满才逾期 (ARL 19, 77)."""
    other = OrganServed(
        organ="620702-shijian", served_on=date(2026, 11, 25), perform_by=date(2026, 12, 25)
    )
    fact = delivered(date(2026, 12, 23)).model_copy(update={"joint_served": (other,)})
    await hear(hub, fact)
    watched = await watch(hub)
    assert (watched.obliged, watched.perform_by) == ("620702-zhujian", date(2026, 12, 25))
    shown = await hub.pool.fetchval(
        "SELECT labels->>'departments' FROM hub.file WHERE case_id = $1", WATCH
    )
    assert shown == "620702-zhujian 620702-shijian"
    await hear(hub, withdrawn(other.organ))
    assert (await watch(hub)).state is State.ENDED
    assert await pages(hub, obliged_of(CASE, other.organ)) == 0, "who is watched with the first"


async def test_each_joint_respondent_is_watched_by_itself_from_its_own_service(hub: Hub) -> None:
    """共同被申请人先后送达的，各自的履行期限自各自送达起算 (ARL 19, 75, 77)."""
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    own = obliged_of(CASE, OTHER)
    assert (await hub.read(WATCHES, own))[0].perform_by == date(2026, 12, 10)
    assert await departments(hub, own) == OTHER
    await hear(hub, served(perform_by=date(2026, 12, 23)))
    assert (await watch(hub)).perform_by == date(2026, 12, 23)
    joint = tuple(
        OrganServed(organ=one, served_on=date(2026, 11, 23), perform_by=on)
        for one, on in ((OTHER, date(2026, 12, 10)), (THIRD, date(2026, 12, 30)))
    )
    last = delivered(date(2026, 12, 23)).model_copy(update={"joint_served": joint})
    for _ in range(2):
        await hear(hub, last)
    assert (await hub.read(WATCHES, obliged_of(CASE, THIRD)))[0].perform_by == date(2026, 12, 30)
    found = [await pages(hub, one) for one in (WATCH, own, obliged_of(CASE, THIRD))]
    assert found == [1, 1, 1], "each once, whoever was served by a page of its own"
    annulled = DecisionAnnulled(
        head=head(5),
        about=CASE,
        organ="620700-government",
        letter_id=CASE,
        joint=(OTHER, THIRD),
    )
    await hear(hub, annulled)
    ends = [
        (await hub.read(WATCHES, one))[0].state for one in (WATCH, own, obliged_of(CASE, THIRD))
    ]
    assert ends == [State.ENDED] * 3


async def test_whoever_has_no_watch_of_its_own_is_watched_with_the_first(hub: Hub) -> None:
    """一并记载送达的共同被申请人一并监督，先行送达的各自监督 (ARL 19, 77)."""
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    joint = tuple(
        OrganServed(organ=one, served_on=date(2026, 11, 23), perform_by=on)
        for one, on in ((OTHER, date(2027, 1, 29)), (THIRD, date(2026, 12, 30)))
    )
    await hear(hub, delivered(date(2026, 12, 23)).model_copy(update={"joint_served": joint}))
    assert (await watch(hub)).perform_by == date(2026, 12, 30)
    assert await departments(hub, WATCH) == f"620702-zhujian {THIRD}"


async def test_served_again_on_a_respondent_it_is_late_from_that_service_only(
    hub: Hub, clock: StillClock
) -> None:
    """误送的不起算履行期限，重新送达以后另算，到期才算逾期 (ARL 75, 77)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert (await watch(hub)).state is State.OVERDUE
    old = again(date(2026, 12, 30), None, respondent="", of_case_id=None)
    await hear(hub, old)
    assert (await watch(hub)).state is State.OVERDUE, "a page of old tells no day"
    await hear(hub, again(date(2026, 12, 30), date(2027, 3, 1)))
    assert ((await watch(hub)).state, (await watch(hub)).perform_by) == (
        *(State.DUE, date(2027, 3, 1)),
    )
    runs = "SELECT name FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    assert [row["name"] for row in await hub.pool.fetch(runs, WATCH)] == ["perform"]


async def test_served_again_on_one_of_several_its_own_watch_runs_anew(hub: Hub) -> None:
    """共同被申请人各按自己的重新送达另算；一并送达、一并监督的，取最后届满的 (ARL 19, 75, 77)."""
    first, other = date(2026, 12, 1), "620702-chengguan"
    both = OrganServed(organ=other, served_on=date(2026, 11, 23), perform_by=first)
    await hear(hub, delivered(first).model_copy(update={"joint_served": (both,)}))
    await hear(hub, again(date(2026, 11, 23), date(2026, 12, 15), other))
    assert (await watch(hub)).perform_by == date(2026, 12, 15)
    await hear(hub, again(date(2026, 11, 23), date(2026, 12, 10)))
    assert (await watch(hub)).perform_by == date(2026, 12, 15)
    assert await pages(hub, obliged_of(CASE, other)) == 0
    assert await pages(hub, WATCH) == 2
