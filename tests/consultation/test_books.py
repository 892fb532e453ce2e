"""核对咨询案卷: each sentence of law that a file breaks is found, and whole ones hold."""

from services.consultation.books import heard_first, panel_is_odd
from services.consultation.office import OFFICE
from shared.contracts.consultation import OpinionGiven, PanelConvened
from shared.contracts.fact import Fact
from shared.verify.files import Lived, Step
from shared.work import Hub
from tests.consultation.makers import AGREES, DISAGREES, FIVE, PAPER, REQUEST, THREE, Walk


def lived(walk: Walk) -> Lived:  # type: ignore[type-arg]
    """The file as its pages tell it."""
    case, steps = Walk().case, []
    for fact in walk.facts[1:]:
        steps.append(Step(case, fact))
        case = case.after(fact)
    return Lived(tuple(steps), case, {})


def opinion(walk: Walk) -> Fact:
    return OpinionGiven(
        head=walk.head("2026-03-30"), request_case_id=REQUEST, stance=AGREES, opinion_id=PAPER
    )


def convened(*members: str, **fields: str) -> Walk:
    walk = Walk()
    head = walk.head("2026-03-23")
    fact = PanelConvened(head=head, request_case_id=REQUEST, members=members, **fields)
    return walk.record(fact)


def test_a_panel_that_is_even_small_or_seats_somebody_twice_is_found() -> None:
    """咨询小组不足三人、为双数或者有人重复的，查得出来 (RULES 21)."""
    assert panel_is_odd(lived(convened(*THREE)))
    assert panel_is_odd(lived(convened(*FIVE)))
    for members in (FIVE[:1], FIVE[:2], FIVE[:4], (*THREE[:2], THREE[0])):
        assert not panel_is_odd(lived(convened(*members)))


def test_an_opinion_before_the_panel_has_spoken_is_found() -> None:
    """既无会议、书面意见又不过半数的咨询意见，查得出来 (ARR2026 51; RULES 73)."""
    silent = Walk().seat()
    assert not heard_first(lived(silent.record(opinion(silent))))
    two = Walk().seat().write(THREE[0], AGREES).write(THREE[1], AGREES)
    assert not heard_first(lived(two.record(opinion(two))))
    against = Walk().seat().meet(c1=AGREES, c2=DISAGREES, c3=DISAGREES)
    assert not heard_first(lived(against.record(opinion(against))))


def test_opinions_out_of_a_meeting_or_in_writing_hold() -> None:
    """会议或者书面表示意见以后提出的，相符 (ARR2026 51; RULES 73)."""
    met = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=DISAGREES).give(AGREES)
    assert heard_first(lived(met))
    written = Walk().seat()
    for one in THREE:
        written.write(one, AGREES)
    assert heard_first(lived(written.give(AGREES)))


def test_of_a_panel_from_before_members_spoke_for_themselves_it_is_not_asked() -> None:
    """委员分别表示意见以前的咨询意见，不问 (RULES 73)."""
    old = convened(*THREE)
    assert heard_first(lived(old.record(opinion(old))))
    new = convened(*THREE, speak_within="10wd")
    assert not heard_first(lived(new.record(opinion(new))))


async def test_hub_verify_asks_them(hub: Hub) -> None:
    """`hub verify` 一并核对咨询案卷."""
    async with hub.pool.acquire() as conn, conn.transaction():
        told = {rule.name: (await rule.check(conn)).count for rule in OFFICE.rules}
    assert told == {"panel": 0, "voices": 0}
