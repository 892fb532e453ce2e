"""由继续行使职权的机关履行: a watch goes on with whoever has the powers now (ARL 19, 77)."""

from datetime import date, datetime
from uuid import uuid4

from services.supervision.domain.compliance import State
from services.supervision.store import WATCHES, enforced_of, obliged_of, watch_of
from shared.auth.labels import SUPERIORS
from shared.clock import StillClock
from shared.contracts.reconsideration.aftermath import DecisionAnnulled
from shared.contracts.reconsideration.enforcing import EnforcementDue
from shared.contracts.reconsideration.letters import LetterUnheeded
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.contracts.reconsideration.served import OrganServed
from shared.contracts.supervision import PerformanceTakenOver
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.shared.test_verify_owing import broken
from tests.supervision.test_issued import ORGAN, shown
from tests.supervision.test_issued import WATCH as OPENED
from tests.supervision.test_issued import file as filed
from tests.supervision.watching import (
    CASE,
    OTHER,
    WATCH,
    again,
    delivered,
    departments,
    head,
    hear,
    order,
    pages,
    served,
    watch,
)

FIRST, NEW, NEWER = "620702-zhujian", "620702-gongan", "620702-jiaoyu"
AFTER = uuid4()
ROWS = "SELECT name, until, owed_by FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"


def over(before: str = FIRST, to: str = NEW, **said: object) -> RespondentSucceeded:
    """As the file of what follows the case tells it."""
    fields = {
        "head": head(5).model_copy(update={"case_id": AFTER}),
        "before": before,
        "respondent": to,
        "county": "620702",
        "powers_lost": PowersLost.POWERS_MOVED,
        "succeeded_on": date(2026, 11, 23),
        "notice_id": CASE,
        "about": CASE,
    }
    return RespondentSucceeded.model_validate({**fields, **said})


async def above(hub: Hub) -> str:
    """The departments above whoever has to perform, which see the watch."""
    _, labels = await hub.read(WATCHES, WATCH)
    return labels[SUPERIORS]


async def test_the_successor_performs_in_the_days_that_run_and_is_ordered_to(
    hub: Hub, clock: StillClock
) -> None:
    """履行期限接着计算，由继续行使职权的机关履行；逾期的责令该机关，原机关不再看到 (ARL 19, 77)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    [before] = await hub.pool.fetch(ROWS, WATCH)
    assert await above(hub) == "620700-zhujian 620000-zhujian"
    for _ in range(2):
        await hear(hub, over())
    assert await above(hub) == "620700-gongan 620000-gongan", "whoever is above the successor"
    assert ((await watch(hub)).obliged, await departments(hub, WATCH)) == (NEW, NEW)
    [row] = await hub.pool.fetch(ROWS, WATCH)
    assert tuple(row) == ("perform", before["until"], NEW)
    assert await pages(hub, WATCH) == 2, "told once, however often it is heard"
    clock.move_to(datetime(2026, 12, 2, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert (await watch(hub)).state is State.OVERDUE
    assert (await order(hub, date(2026, 12, 20))).state is State.ORDERED
    [row] = await hub.pool.fetch(ROWS, WATCH)
    assert (row["name"], row["owed_by"]) == ("obey", NEW)
    await hear(hub, over(NEW, NEWER, bound_as=FIRST))
    assert ((await watch(hub)).state, (await watch(hub)).obliged) == (State.ORDERED, NEWER)
    assert await broken(hub) == {}


async def test_served_again_or_annulled_it_is_the_watch_of_whom_the_decision_names(
    hub: Hub,
) -> None:
    """承受以后重新送达、撤销决定的，仍是同一监督案，不另开立 (ARL 19, 75, 77; RULES 92)."""
    both = OrganServed(organ=OTHER, served_on=date(2026, 11, 23), perform_by=date(2026, 12, 1))
    last = delivered(date(2026, 12, 1)).model_copy(update={"joint_served": (both,)})
    await hear(hub, last)
    await hear(hub, over(OTHER))
    assert ((await watch(hub)).obliged, await departments(hub, WATCH)) == (FIRST, f"{FIRST} {NEW}")
    await hear(hub, last)
    await hear(hub, again(date(2026, 11, 23), date(2026, 12, 15), OTHER))
    assert (await watch(hub)).perform_by == date(2026, 12, 15)
    fell = DecisionAnnulled(
        head=head(6), about=CASE, organ="620700-government", letter_id=CASE, joint=(OTHER,)
    )
    await hear(hub, fell)
    assert (await watch(hub)).state is State.ENDED
    assert await pages(hub, obliged_of(CASE, OTHER)) == 0
    assert await broken(hub) == {}


async def test_what_one_beside_has_to_perform_by_itself_is_its_successors(hub: Hub) -> None:
    """共同被申请人各自监督的，承受、再承受的都在其自己的监督案 (ARL 19, 77)."""
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    await hear(hub, over(OTHER))
    await hear(hub, over(NEW, NEWER, bound_as=OTHER))
    own = obliged_of(CASE, OTHER)
    found, _ = await hub.read(WATCHES, own)
    assert (found.obliged, await departments(hub, own)) == (NEWER, NEWER)
    assert found.perform_by == date(2026, 12, 10)
    assert await pages(hub, WATCH) == 0


async def test_letters_and_enforcement_go_over_too(hub: Hub) -> None:
    """不履行的意见书、对当事人的强制执行，都由继续行使职权的机关负责 (ARL 19, 76, 77, 78)."""
    letter, party = uuid4(), uuid4()
    there = head(2).model_copy(update={"case_id": AFTER})
    await hear(
        hub, LetterUnheeded(head=there, opinion_letter_id=letter, organ=FIRST, reason_id=CASE)
    )
    due = {"person_id": party, "organ": FIRST, "counts_from": date(2026, 11, 23)}
    await hear(hub, EnforcementDue.model_validate({"head": there, **due}))
    watched = (watch_of(letter), enforced_of(AFTER, party))
    await hear(hub, over(opinion_letters=(letter,), enforces_for=(party,)))
    for one in watched:
        assert (await hub.read(WATCHES, one))[0].obliged == NEW
        assert await departments(hub, one) == NEW
    assert await broken(hub) == {}


def test_what_was_issued_shows_who_performs_now() -> None:
    """制发监督写明现在由谁履行，此后的责令向承受机关发出 (ARL 19, 77)."""
    said = {"before": ORGAN, "respondent": NEW, "succeeded_on": date(2026, 8, 5)}
    [line] = shown(filed(OPENED, (PerformanceTakenOver, "2026-08-05", said)), "2026-08-06")
    assert line.organs == (NEW,)


async def test_where_nothing_is_watched_nothing_is_kept(hub: Hub) -> None:
    """决定尚未送达的，没有监督案，什么也不记载 (ARL 77)."""
    told = over().model_copy(update={"head": head(), "about": None})
    await hear(hub, told)
    assert await pages(hub, WATCH) == 0
