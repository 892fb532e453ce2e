"""委员履职: what each expert did, counted by the database as it is reckoned page by page."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from services.consultation.domain import listing
from services.consultation.domain.load import Load
from services.consultation.queries.loads import loads, seated
from services.consultation.store import roster_of
from shared.contracts.consultation import (
    Decider,
    MeetingHeld,
    MemberOpinion,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
    PlenaryHeld,
    PlenarySubject,
    RecusalDecided,
)
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import Stance
from shared.law.period import CITY
from shared.work import Hub
from tests.consultation.folded import count
from tests.consultation.makers import (
    AGREES,
    AUTHORITY,
    COMMITTEE,
    DISAGREES,
    DISPUTE,
    FIVE,
    PAPER,
    REQUEST,
    Walk,
    day,
    head,
    one,
)

ELSEWHERE = "620721-government"
SINCE, UNTIL = day("2026-03-01"), day("2027-02-28")

ROW = """
INSERT INTO consultation.consultation (case_id, dispute_id, state, version, authority, members)
VALUES ($1, $2, 'seated', 9, $3, '[]')
"""
PAGE = """
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
VALUES ($1, $2, $3, 'consultation', $4, $5, now(), 'x', 0, '{}', '', $6)
"""


async def filed(hub: Hub, authority: str, facts: Sequence[Fact]) -> None:
    """Pages of one file stand where they are read, and so does the consultation if it is one."""
    first = facts[0].head
    if first.case_id != roster_of(authority):
        await hub.pool.execute(ROW, first.case_id, first.dispute_id, authority)
    await hub.pool.executemany(
        PAGE,
        [
            (
                *(fact.head.case_id, fact.head.version, fact.head.dispute_id),
                *(fact.kind_name(), fact.head.on, fact.model_dump_json()),
            )
            for fact in facts
        ],
    )


async def test_load_and_attendance_are_counted_from_the_pages(hub: Hub) -> None:
    """承办、出席、缺席、书面、回避和不同意见逐人计数 (RULES 71)."""
    walk = Walk().seat(*FIVE).meet(c1=AGREES, c2=AGREES, c3=DISAGREES)
    walk.write("committee-4", AGREES, "2026-03-28")
    walk.contest("committee-2", "2026-03-28").rule("committee-2", granted=True, on="2026-03-28")
    held = walk.roster
    page = listing.register(held, head(held, "2026-02-02"), COMMITTEE, "committee-6", one())
    walk.roster = held.after(page)
    walk.swap("committee-2", "committee-6", "2026-03-28").give(AGREES)
    await filed(hub, AUTHORITY, walk.facts)
    counted = await loads(hub, COMMITTEE, SINCE, UNTIL)
    assert counted["committee-2"] == Load(seated=1, attended=1, recused=1)
    assert counted["committee-4"] == Load(seated=1, absent=1, written=1)
    assert counted["committee-5"] == Load(seated=1, absent=1)
    assert counted["committee-3"] == Load(seated=1, attended=1, dissented=1)
    assert counted["committee-6"] == Load(seated=1)
    assert dict.fromkeys((*FIVE, "committee-6"), 1) == await seated(hub, COMMITTEE, SINCE, UNTIL)
    assert not await loads(hub, COMMITTEE, SINCE, day("2026-03-22"))
    assert not await seated(hub, COMMITTEE, SINCE, day("2026-03-22"))


def head_of(case_id: UUID, version: int, on: date) -> Head:
    at = datetime.combine(on, time(9), CITY)
    return Head(dispute_id=DISPUTE, case_id=case_id, version=version, on=on, at=at, by="someone")


def made_up(chance: Random, case_id: UUID) -> Iterator[Fact]:
    """A consultation in which anything follows anything."""
    codes = [f"committee-{n}" for n in range(1, 10)]
    on = day("2026-02-01") + timedelta(days=chance.randrange(430))

    def page(version: int) -> Head:
        return head_of(case_id, version, on)

    members = tuple(chance.sample(codes, 3))
    yield PanelConvened(head=page(1), request_case_id=REQUEST, members=members)
    for version in range(2, 14):
        on += timedelta(days=chance.randrange(20))
        who, other, stance = *chance.sample(codes, 2), chance.choice(list(Stance))
        match chance.randrange(5):
            case 0:
                yield MeetingHeld(
                    head=page(version),
                    chair=who,
                    opinions=tuple(
                        MemberOpinion(member=each, stance=chance.choice(list(Stance)))
                        for each in chance.sample(codes, 3)
                    ),
                    absent=tuple(chance.sample(codes, 2)),
                    minutes_id=PAPER,
                )
            case 1:
                yield MemberOpinionGiven(
                    head=page(version), member=who, stance=stance, opinion_id=PAPER
                )
            case 2:
                yield MemberReplaced(
                    head=page(version), member=who, successor=other, reason_id=PAPER
                )
            case 3:
                yield RecusalDecided(
                    head=page(version),
                    member=who,
                    decider=Decider.DIRECTOR,
                    granted=chance.random() < 0.7,
                    reason_id=PAPER,
                )
            case _:
                yield OpinionGiven(
                    head=page(version), request_case_id=REQUEST, stance=stance, opinion_id=PAPER
                )


async def test_the_database_counts_as_one_reckons_page_by_page(hub: Hub) -> None:
    """逐页计算的和一次查出的，每名委员每一项都相同；别处的、期间以外的不计 (RULES 71)."""
    chance = Random(71)  # noqa: S311 - made-up rows
    counted: list[Fact] = []
    for n in range(80):
        facts = list(made_up(chance, UUID(int=1000 + n)))
        authority = ELSEWHERE if n % 4 == 0 else AUTHORITY
        await filed(hub, authority, facts)
        if authority == AUTHORITY and SINCE <= facts[0].head.on <= UNTIL:
            counted += facts
    room = roster_of(COMMITTEE)
    plenaries = [
        PlenaryHeld(
            head=head_of(room, 2 + n, on),
            committee=COMMITTEE,
            called_on=on,
            chair="committee-1",
            attended=("committee-1", "committee-12"),
            absent=("committee-2",),
            subjects=(PlenarySubject.COMMON,),
            minutes_id=PAPER,
        )
        for n, on in enumerate((SINCE - timedelta(days=1), SINCE, UNTIL))
    ]
    await filed(hub, AUTHORITY, plenaries)
    told = count([*counted, *plenaries[1:]])
    assert sum(one.dissented for one in told.values()) > 20
    assert sum(one.recused for one in told.values()) > 20
    assert told["committee-12"] == Load(attended=2)
    assert await loads(hub, COMMITTEE, SINCE, UNTIL) == told
    often = {code: one.seated for code, one in told.items() if one.seated}
    assert await seated(hub, COMMITTEE, SINCE, UNTIL) == often
