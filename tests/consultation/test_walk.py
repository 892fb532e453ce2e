"""Consultations walked at random: the panel stays whole and the books in order."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from services.consultation.domain import panel, recusal, sitting
from services.consultation.domain.opinion import CONSULTATION, State
from services.consultation.domain.roster import ROSTER
from shared.contracts.consultation import (
    Asker,
    ConsultationCancelled,
    MemberOpinion,
    OpinionGiven,
)
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import Stance
from shared.law.procedure import Refused
from tests.consultation.makers import FIVE, LAW, PAPER, REQUEST, THREE, Walk, ruling

LAPSES = {deadline.lapse for deadline in CONSULTATION.deadlines}
PICK = st.integers(min_value=0, max_value=10_000)
LONG = 8
"""After so many pages the reconsideration may end; sooner, few walks would come to an opinion."""
Doing = Callable[[], Fact]


class Books:
    """A consultation with what runs beside it, as the unit of work keeps it."""

    def __init__(self) -> None:
        self.walk = Walk("2026-03-02")
        self.running = {d.name for d in CONSULTATION.opens(self.walk.facts[0])}
        self.lapsed: set[str] = set()

    def doings(self, on: str) -> Iterator[Doing]:
        """Everything that anybody might try here, lawful or not."""
        case, page = self.walk.case, partial(self.walk.head, on)
        for members in (THREE, FIVE, FIVE[:4]):
            yield partial(panel.convene, case, page(), self.walk.roster, members, field=LAW)
        for member in FIVE:
            yield partial(recusal.ask, case, page(), member, Asker.BODY, PAPER)
            for granted in (True, False):
                said = ruling(granted=granted)
                yield partial(recusal.decide, case, page(), "", member, said)
            for successor in FIVE[3:]:
                yield partial(
                    panel.replace,
                    *(case, page(), self.walk.roster, member, successor),
                    reason_id=PAPER,
                )
        yield from self._voices(on)
        if len(self.walk.facts) > LONG:
            ended = ConsultationCancelled(head=page(CLOCK), request_case_id=REQUEST)
            yield lambda: ended
        for name in sorted(self.running):
            yield partial(CONSULTATION.by_name[name].lapsed, page(CLOCK), "")

    def _voices(self, on: str) -> Iterator[Doing]:
        case, page = self.walk.case, partial(self.walk.head, on)
        for stance in Stance:
            for member in FIVE:
                yield partial(sitting.speak, case, page(member), stance, PAPER)
            voices = [MemberOpinion(member=one, stance=stance) for one in case.members[:3]]
            chair = voices[0].member if voices else ""
            yield partial(sitting.hold_meeting, case, page(), chair, voices, PAPER)
            yield partial(sitting.give, case, page(), stance, PAPER)

    def steps(self, on: str) -> list[Fact]:
        """What the law allows of it."""
        return [fact for doing in self.doings(on) if (fact := self._lawful(doing))]

    def _lawful(self, doing: Doing) -> Fact | None:
        try:
            fact = doing()
            self.walk.case.after(fact)
        except Refused:
            return None
        return fact

    def take(self, fact: Fact) -> None:
        if type(fact) in LAPSES:
            self.lapsed |= {d.name for d in CONSULTATION.closes(fact)}
        self.walk.record(fact)
        self.running -= {d.name for d in CONSULTATION.closes(fact)}
        self.running |= {d.name for d in CONSULTATION.opens(fact)}
        if self.walk.case.is_closed:
            self.running.clear()


@settings(max_examples=120)
@given(st.lists(PICK, max_size=20))
def test_on_every_lawful_walk_an_opinion_is_that_of_a_whole_panel_of_members_who_spoke(
    picks: list[int],
) -> None:
    """任意办理，咨询意见都出自三名以上单数、未回避的委员，期限有始有终 (RULES 21, 72, 73)."""
    books, on = Books(), date(2026, 3, 3)
    for pick in picks:
        steps = books.steps(on.isoformat())
        if books.walk.case.is_closed:
            assert steps == []
            break
        kinds = sorted({type(step).__name__ for step in steps})
        kind = kinds[pick % len(kinds)]
        ways = [step for step in steps if type(step).__name__ == kind]
        books.take(ways[pick // len(kinds) % len(ways)])
        on += timedelta(days=1)
        case = books.walk.case
        assert case.version == len(books.walk.facts)
        assert set(case.spoken) | set(case.contested) <= set(case.members)
        assert not set(case.recused) & set(case.members)
        assert case.is_closed or books.running or books.lapsed
        assert not (case.is_closed and books.running)
        if isinstance(books.walk.facts[-1], OpinionGiven):
            held = Counter(case.spoken.values())
            assert len(case.spoken) % 2 == len(case.members) % 2 == 1
            assert min(len(case.spoken), len(case.members)) >= len(THREE)
            assert held[books.walk.facts[-1].stance] == max(held.values())
            assert not case.contested


def test_every_state_is_reached_and_both_tables_name_all_their_facts() -> None:
    """表中各环节都能到达，期限的起止都在表中 (ARL 52; RULES 70)."""
    kinds = {move.on for move in CONSULTATION.moves}
    assert {move.target for move in CONSULTATION.moves} - {None} == set(State)
    for deadline in CONSULTATION.deadlines:
        assert {*deadline.starts, *deadline.ends, deadline.lapse} <= kinds
    assert not kinds & {move.on for move in ROSTER.all_moves()}
