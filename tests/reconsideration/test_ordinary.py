"""The ordinary procedure as a table: every lawful walk keeps the books in order."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY, State
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import ApplicationDeclined, Condition, CopyReceived
from tests.reconsideration.makers import FIELDS, PAPER, Walk, head

FIELDS.setdefault(ApplicationDeclined, {"missing": Condition.INTEREST, "reason_id": PAPER})
LAPSES = {deadline.lapse for deadline in ORDINARY.deadlines}
PICK = st.integers(min_value=0, max_value=10_000)


class Books:
    """What runs, beside the file, as the unit of work keeps it."""

    def __init__(self) -> None:
        self.walk, self.running, self.lapsed = Walk(), set(), set()

    def steps(self) -> list[tuple[str, type | None]]:
        """Every act that the table allows here, and every lapse of what runs."""
        here = self.walk.case.state
        acts = {m.on for m in ORDINARY.moves if here in m.sources()}
        own = sorted((kind for kind in acts if _may_be_done(kind)), key=lambda k: k.__name__)
        return [*(("", kind) for kind in own), *((name, None) for name in sorted(self.running))]

    def step(self, lapse: str, kind: type | None, on: date) -> None:
        if kind is None:
            deadline = ORDINARY.by_name[lapse]
            fact = deadline.lapsed(head(self.walk.case, on.isoformat(), by=CLOCK), "")
            self.lapsed.add(lapse)
        else:
            page = head(self.walk.case, on.isoformat())
            said = {**FIELDS.get(kind, {}), **_as_it_stands(kind, self.walk.case)}
            fact = kind.model_validate({"head": page, **said})
        self.walk.record(fact)
        self.running -= {d.name for d in ORDINARY.closes(fact)} | {lapse}
        if self.walk.case.is_closed:
            self.running.clear()
        else:
            self.running |= {d.name for d in ORDINARY.opens(fact)}


def _may_be_done(kind: type) -> bool:
    """Facts that only a clock makes come by their period; acceptance is both."""
    return kind not in LAPSES or kind.__name__ == "ApplicationAccepted"


def _as_it_stands(kind: type, case: Case) -> dict[str, object]:
    """What a fact says of the file itself: the procedure on the day the copy was received."""
    return {"track": case.track} if kind is CopyReceived else {}


@settings(max_examples=200, deadline=None)
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
        books.step(*steps[pick % len(steps)], on)
        on += timedelta(days=1)
        state = books.walk.case.state
        assert books.walk.case.version == len(books.walk.facts)
        assert bool(books.running) <= (state not in ORDINARY.closed)
        watched = books.running or state in ORDINARY.patient or state in ORDINARY.closed
        assert watched or books.lapsed, f"{state} waits for nothing"


def test_every_state_is_reached_and_every_period_and_lapse_stands_in_the_table() -> None:
    kinds = {move.on for move in ORDINARY.moves}
    assert {move.target for move in ORDINARY.moves} - {None} == set(State)
    for deadline in ORDINARY.deadlines:
        assert {*deadline.starts, *deadline.ends, deadline.lapse} <= kinds
