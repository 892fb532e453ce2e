"""核对咨询案卷: each sentence of law that a file breaks is found, and whole ones hold."""

from uuid import UUID

from services.consultation.books import Seating, heard_first, panel_is_odd, seated_from_roster
from services.consultation.domain.roster import Roster
from services.consultation.office import OFFICE
from services.consultation.store import CONSULTATIONS, file_of
from shared.contracts.consultation import (
    Calling,
    ExpertRegistered,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
)
from shared.contracts.fact import Fact
from shared.verify.files import Lived, Step
from shared.work import Act, Hub, Work
from tests.consultation import makers
from tests.consultation.makers import (
    AGREES,
    AUTHORITY,
    DISAGREES,
    DISPUTE,
    FIVE,
    PAPER,
    REQUEST,
    RESPONDENT,
    THREE,
    Walk,
    blank_roster,
    day,
    enrolled,
    roster,
)


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
    assert told == {"panel": 0, "voices": 0, "seated": 0}


def seated(walk: Walk, held: Roster) -> bool:
    """Whether the books let pass whom the walk seats, by this roster."""
    seating = Seating()
    seating.rosters[held.case_id] = held
    read = [seating.read(fact) for fact in walk.facts]
    return all(read)


def test_who_sits_without_standing_on_the_roster_is_found() -> None:
    """不在名册、不在任期、与被申请人有利害关系的委员入座，查得出来 (RULES 71, 72)."""
    held, spoken = roster(), {"speak_within": "10wd"}
    assert seated(Walk().seat(), held)
    assert seated(convened(*THREE, **spoken), held)
    assert not seated(convened(*THREE[:2], "committee-9", **spoken), held)
    assert not seated(convened(THREE[0], *FIVE[3:4], THREE[0], **spoken), held)
    others = {code: makers.one(Calling.EXPERT) for code in THREE[:2]}
    out_of_term = makers.one(term_until=day("2026-03-01"))
    assert not seated(convened(*THREE, **spoken), roster({**others, THREE[2]: out_of_term}))
    bound = makers.one(conflicts=(RESPONDENT,))
    assert not seated(convened(*THREE, **spoken), roster({**others, THREE[2]: bound}))
    assert not seated(convened(*THREE, **spoken), blank_roster())
    unmatched = {**spoken, "speciality": "land"}
    assert not seated(convened(*THREE, **unmatched), held), "nobody of the field, and no reason"
    assert seated(convened(*THREE), blank_roster()), "from before there were rosters"


def test_an_opinion_of_departments_alone_is_found() -> None:
    """全由政府部门人员提出的咨询意见，查得出来；以前没有写明何人的不问 (RULES 71)."""
    all_of_them = dict.fromkeys(FIVE, makers.one(Calling.DEPARTMENT))
    others = {FIVE[3]: makers.one(Calling.EXPERT), FIVE[4]: makers.one(Calling.SCHOLAR)}
    held = roster({**all_of_them, **others})
    for who, lawful in ((THREE, False), (FIVE, True)):
        walk = Walk(held=held).seat(*FIVE)
        fact = opinion(walk).model_copy(update={"members": who})
        assert seated(walk.record(fact), held) is lawful
    old = Walk(held=held).seat(*FIVE)
    assert seated(old.record(opinion(old)), held)


def test_whoever_comes_in_anothers_place_stands_on_the_roster_too() -> None:
    """接替的委员不在名册上的，查得出来 (RULES 71)."""
    for successor, lawful in ((FIVE[3], True), ("committee-9", False)):
        walk = Walk().seat()
        said = {"member": THREE[2], "successor": successor, "reason_id": PAPER}
        walk.record(MemberReplaced.model_validate({"head": walk.head("2026-03-25"), **said}))
        assert seated(walk, walk.roster) is lawful


def test_who_was_swapped_out_of_a_recusal_or_after_speaking_is_found_but_not_on_old_pages() -> None:
    """回避未决、已经发表意见而被替换的，查得出来；以前的页不问 (RULES 72, 73)."""
    contested = Walk().seat().contest(THREE[2])
    spoken = Walk().seat().write(THREE[2], DISAGREES)
    for walk in (contested, spoken):
        said = {"member": THREE[2], "successor": FIVE[3], "reason_id": PAPER}
        old = MemberReplaced.model_validate({"head": walk.head("2026-03-27"), **said})
        new = old.model_copy(update={"bound": False})
        pages = list(walk.facts)
        for fact, lawful in ((old, True), (new, False)):
            walk.facts = [*pages, fact]
            assert seated(walk, walk.roster) is lawful


async def test_a_member_whose_term_was_cut_from_the_ledger_is_found(hub: Hub) -> None:
    """名册的一页改动，不在任期内的委员查得出来 (RULES 71)."""
    await enrolled(hub, AUTHORITY)
    request = UUID(int=77)

    def ask(work: Work) -> None:
        file = work.open(CONSULTATIONS, file_of(request), DISPUTE)
        walk = Walk()
        for fact in walk.seat().facts:
            page = {"head": work.head(file, by="secretary-1"), "request_case_id": request}
            file = work.record(file, fact.model_copy(update=page))

    await hub.act(Act(do=ask, files=[file_of(request)]))

    async def found() -> int:
        async with hub.pool.acquire() as conn, conn.transaction():
            return (await seated_from_roster(conn)).count

    assert await found() == 0
    await hub.pool.execute(
        "UPDATE hub.outbox SET body = jsonb_set(body::jsonb, '{term_until}', $1)::text"
        " WHERE kind = $2 AND body::jsonb ->> 'expert' = $3",
        *('"2026-01-02"', ExpertRegistered.kind_name(), THREE[0]),
    )
    assert await found() == 1
