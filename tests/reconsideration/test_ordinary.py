"""The ordinary procedure as a table: every lawful walk keeps the books in order."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joint_acts import name as name_joint
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary.joint import TRACK
from services.reconsideration.domain.ordinary.pauses import STANDSTILL
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import (
    ApplicationDeclined,
    Condition,
    CopyReceived,
)
from shared.contracts.reconsideration.joint import JointCopyReceived, JointRespondentNamed
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    StayRequested,
    Suspension,
    SuspensionCauseGone,
)
from tests.reconsideration.makers import FIELDS, OTHER, PAPER, Walk, head

FIELDS.setdefault(ApplicationDeclined, {"missing": Condition.INTEREST, "reason_id": PAPER})
OF_A_SUSPENSION = {SuspensionCauseGone, ResumptionOrdered, ReconsiderationResumed}
OF_TRACK = {row.on for row in TRACK.moves}
LAPSES = {deadline.lapse for deadline in ORDINARY.deadlines}
PICK = st.integers(min_value=0, max_value=10_000)


CAUSES = list(Suspension)


class Books:
    """What runs, beside the file, as the unit of work keeps it: names and subjects."""

    def __init__(self) -> None:
        self.walk, self.lapsed = Walk(), set[str]()
        self.running: set[tuple[str, str]] = set()

    def steps(self) -> list[tuple[tuple[str, str], type[Fact] | None]]:
        """Every act that the table allows here and every lapse of what runs, as the file stands."""
        case = self.walk.case
        acts = {m.on for m in ORDINARY.moves if case.state in m.sources()}
        acts -= {kind for kind in OF_TRACK if not self.stands_for(kind)}
        if case.suspended_for:
            acts &= STANDSTILL.meanwhile
        else:
            acts -= OF_A_SUSPENSION
        own = sorted((kind for kind in acts if _may_be_done(kind)), key=lambda k: k.__name__)
        ripe = sorted(one for one in self.running if not self.stands_still(one[0]))
        return [*((("", ""), kind) for kind in own), *((one, None) for one in ripe)]

    def stands_for(self, kind: type[Fact]) -> bool:
        """Whether the other respondent stands where its track has a row for it."""
        if kind is JointRespondentNamed and OTHER in self.walk.case.respondents:
            return False
        stands = self.walk.case.tracks.get(OTHER)
        return any(stands in row.sources() for row in TRACK.moves if row.on is kind)

    def stands_still(self, name: str) -> bool:
        return bool(self.walk.case.suspended_for and ORDINARY.by_name[name].pauses)

    def step(self, lapse: tuple[str, str], kind: type[Fact] | None, on: date, pick: int) -> None:
        name, subject = lapse
        page = head(self.walk.case, on.isoformat(), by=CLOCK if kind is None else "officer-7")
        if kind is None:
            row = ORDINARY.by_name[name]
            told = self.walk.case.told_by_lapse(row.lapse, subject)
            fact = row.lapsed(page, subject, told)
            self.lapsed.add(name)
        else:
            fact = kind.model_validate(
                {"head": page, **FIELDS.get(kind, {}), **self.cause(kind, pick)}
                | _as_it_stands(kind, self.walk.case)
            )
        self.walk.record(fact)
        ended = {d.name: d for d in ORDINARY.closes(fact)}
        self.running -= {
            one
            for one in self.running
            if one == lapse or (one[0] in ended and ended[one[0]].subject_of(fact) in ("", one[1]))
        }
        if self.walk.case.is_closed:
            self.running.clear()
        else:
            self.running |= {(d.name, d.subject_of(fact)) for d in ORDINARY.opens(fact)}

    def cause(self, kind: type[Fact], pick: int) -> dict[str, Suspension]:
        """Any cause to suspend for that is not there; to all else, one that is."""
        if "cause" not in kind.model_fields:
            return {}
        there = [one.cause for one in self.walk.case.suspended_for]
        new = [one for one in CAUSES if one not in there] or CAUSES
        among = new if kind is ReconsiderationSuspended else there
        return {"cause": among[pick % len(among)]}


def _may_be_done(kind: type) -> bool:
    """Facts that only a clock makes come by their period; acceptance is both."""
    return kind not in LAPSES or kind.__name__ == "ApplicationAccepted"


def _as_it_stands(kind: type, case: Case) -> dict[str, object]:
    """What a fact says of the file itself: the procedure on the day the copy was received."""
    if kind is JointRespondentNamed:
        return {"copy_due": name_joint(case, head(case, "2026-03-02"), OTHER, PAPER).copy_due}
    if kind is StayRequested:
        return {"before_acceptance": case.accepted_on is None}
    return {"track": case.track} if kind in (CopyReceived, JointCopyReceived) else {}


@settings(max_examples=200)
@given(st.lists(PICK, max_size=25))
def test_on_every_lawful_walk_pages_have_no_gap_and_no_period_outlives_its_use(
    picks: list[int],
) -> None:
    books, on = Books(), date(2026, 3, 2)
    for pick in picks:
        if books.walk.case.is_closed:
            break
        steps = books.steps()
        assert steps, f"nothing can be done in {books.walk.case.state}"
        books.step(*steps[pick % len(steps)], on, pick // len(steps))
        on += timedelta(days=1)
        state = books.walk.case.state
        assert books.walk.case.version == len(books.walk.facts)
        assert bool(books.running) <= (state not in ORDINARY.closed)
        watched = books.running or state in ORDINARY.patient or state in ORDINARY.closed
        assert watched or books.lapsed, f"{state} waits for nothing"
        held = {one.cause for one in books.walk.case.suspended_for}
        assert {cause for name, cause in books.running if name == "sixty_days"} <= held


def test_every_state_is_reached_and_every_period_and_lapse_stands_in_the_table() -> None:
    kinds = {move.on for move in ORDINARY.moves}
    assert {move.target for move in ORDINARY.moves} - {None} == set(State)
    for deadline in ORDINARY.deadlines:
        assert {*deadline.starts, *deadline.ends, deadline.lapse} <= kinds
