"""Random walks through every procedure of adjudication: what must hold holds in each matter."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.adjudication.domain import hearing, ruling
from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.ordinary import PROCEDURES
from services.adjudication.domain.states import State
from shared.contracts.adjudication import (
    AdjudicationAccepted,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
    AnswerFiled,
    CopySent,
    DeclineGround,
    Matter,
    OpinionSubmitted,
    Remedy,
    RulingOverturned,
    RulingUpheld,
    SettlementFailed,
)
from shared.contracts.fact import CLOCK, Fact, Head
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.adjudication.makers import ANNA, BERT, CARL, DISPUTE, FILE, GOVERNMENT, PAPER
from tests.mediation.walking import Wanderer

Act = Callable[[Adjudication, Head], Fact]
LATER = date(2026, 12, 31)
COURT = "620702-fayuan"


def apply(case: Adjudication, head: Head) -> Fact:
    matter = next(m for m, p in PROCEDURES.items() if p is case.procedure)
    return hearing.apply(
        case,
        matter=matter.value,
        authority=GOVERNMENT,
        applicants=(ANNA,),
        respondents=(BERT, CARL),
        text_id=PAPER,
        head=head,
    )


def rule(case: Adjudication, head: Head, *, owing: bool) -> Fact:
    return ruling.rule(
        case,
        PAPER,
        obliged=(BERT,) if owing else (),
        performance_days=30 if owing else None,
        review_first=False,
        head=head,
    )


def plain(kind: type[Fact], fields: dict[str, object], case: Adjudication, head: Head) -> Fact:
    del case
    return kind.model_validate({"head": head, **fields})


PLAIN: tuple[tuple[type[Fact], dict[str, object]], ...] = (
    (AdjudicationAccepted, {}),
    (AdjudicationDeclined, {"ground": DeclineGround.NO_INTEREST, "reason_id": PAPER}),
    (AdjudicationWithdrawn, {}),
    (CopySent, {}),
    (SettlementFailed, {}),
    (OpinionSubmitted, {}),
    (RulingUpheld, {}),
    (RulingOverturned, {}),
)
ACTS: dict[str, Act] = {
    **{kind.__name__: partial(plain, kind, fields) for kind, fields in PLAIN},
    **{f"answer {n}": partial(plain, AnswerFiled, {"party": p, "answer_id": PAPER})
       for n, p in enumerate((BERT, CARL))},
    **{f"copy {n}": partial(lambda p, case, head: hearing.serve_respondent(case, p, head=head), p)
       for n, p in enumerate((BERT, CARL))},
    **{f"serve {n}": partial(
        lambda p, case, head: ruling.serve(case, p, calendar=CALENDAR, head=head), p)
       for n, p in enumerate((ANNA, BERT, CARL))},
    "apply": apply,
    "settle": lambda case, head: hearing.settle(case, PAPER, perform_by=LATER, head=head),
    "opinion": lambda case, head: hearing.draw_opinion(case, PAPER, head=head),
    "more time": lambda case, head: hearing.extend_opinion(case, LATER, head=head),
    "rule": partial(rule, owing=True),
    "rule on title": partial(rule, owing=False),
    "remedy": lambda case, head: ruling.take_remedy(case, BERT, Remedy.RECONSIDERATION, head=head),
    "perform": lambda _, head: ruling.perform(None, head=head),
    "urge": lambda case, head: ruling.urge(case, BERT, head=head),
    "enforce": lambda case, head: ruling.request_enforcement(
        case, COURT, by_entitled=False, head=head
    ),
    "close": lambda case, head: ruling.close(case, head=head),
}  # fmt: skip
ROAD = (
    *("apply", "AdjudicationAccepted", "CopySent", "copy 0", "copy 1", "answer 0", "answer 1"),
    *("SettlementFailed", "opinion", "OpinionSubmitted", "rule", "serve 0", "serve 1", "serve 2"),
)
"""The straight road to a ruling that is served; random acts come in between."""
STEPS = st.lists(
    st.one_of(st.sampled_from(sorted(ACTS)), st.sampled_from(ROAD), st.integers(0, 9)),
    max_size=60,
)


def wander(matter: Matter, steps: list[str | int], until: int) -> Wanderer[Adjudication]:
    blank = Adjudication(procedure=PROCEDURES[matter], dispute_id=DISPUTE, case_id=FILE)
    walk = Wanderer(blank, {name: _once_applied(act) for name, act in ACTS.items()})
    for step in (*ROAD[:until], *steps):
        if isinstance(step, int):
            walk.lapse(step)
        else:
            walk.attempt(step)
    return walk


def _once_applied(act: Act) -> Act:
    """Nothing but an application opens a file."""

    def tried(case: Adjudication, head: Head) -> Fact:
        if case.matter is None and act is not apply:
            raise Refused("尚未申请", PROCEDURES[Matter.LAND].moves[0].article)
        return act(case, head)

    return tried


@given(st.sampled_from(Matter), STEPS, st.integers(0, len(ROAD)))
def test_pages_have_no_gaps_and_a_closed_file_owes_nothing(
    matter: Matter, steps: list[str | int], until: int
) -> None:
    """页码连续；案卷终结后没有未了期限；期限届满总能入卷."""
    walk = wander(matter, steps, until)
    assert [p.head.version for p in walk.pages] == list(range(1, len(walk.pages) + 1))
    assert not (walk.case.is_closed and walk.running)


@given(st.sampled_from(Matter), STEPS, st.integers(0, len(ROAD)))
def test_nothing_is_ruled_before_every_respondent_was_heard_or_silent(
    matter: Matter, steps: list[str | int], until: int
) -> None:
    """未经答辩或者答辩期未满，不得裁决."""
    walk = wander(matter, steps, until)
    if walk.case.state in (State.RULED, State.SERVED, State.CONTESTED, State.OVERTURNED):
        assert walk.case.all_heard


@given(st.sampled_from(Matter), STEPS)
def test_whoever_was_served_has_a_remedy_until_it_runs_out_or_is_taken(
    matter: Matter, steps: list[str | int]
) -> None:
    """已送达的当事人都有救济期限，直至届满、行使或者结案 (ARL 20)."""
    walk = wander(matter, steps, len(ROAD))
    if walk.case.state is State.SERVED:
        over = {"RemedyPeriodExpired", "RemedyTaken", "RulingUpheld"}
        running = {subject for name, subject in walk.running if name == "remedy"}
        ended = any(type(page).__name__ in over for page in walk.pages)
        assert ended or running == {str(party) for party in walk.case.served}


@pytest.mark.parametrize("matter", Matter)
def test_the_straight_road_leads_to_a_ruling_served_on_all(matter: Matter) -> None:
    """各类裁决都能走到送达."""
    walk = wander(matter, [], len(ROAD))
    assert walk.case.state is State.SERVED
    assert walk.case.all_served


@pytest.mark.parametrize("matter", Matter)
def test_every_state_that_a_row_starts_from_is_reached_by_another(matter: Matter) -> None:
    """表中每个状态都可达."""
    procedure = PROCEDURES[matter]
    reached = {move.target for move in procedure.moves if move.target}
    left = {state for move in procedure.moves for state in move.sources() if state}
    assert left <= reached


@pytest.mark.parametrize("matter", Matter)
def test_every_open_state_has_a_period_or_a_reason(matter: Matter) -> None:
    """未终结的状态都有期限，或者写明没有期限的理由."""
    procedure = PROCEDURES[matter]
    open_states = {move.target for move in procedure.moves if move.target}
    for state in open_states - set(procedure.closed) - set(procedure.patient):
        starts = {kind for row in procedure.deadlines for kind in row.starts}
        ends = {kind for row in procedure.deadlines for kind in (*row.ends, row.lapse)}
        near = {move.on for move in procedure.moves if state in (move.target, *move.sources())}
        assert near & (starts | ends), state


@pytest.mark.parametrize("matter", Matter)
def test_every_lapse_is_a_move_made_by_the_clock(matter: Matter) -> None:
    """期限届满都是表中的一步，由时钟记录."""
    procedure = PROCEDURES[matter]
    by_clock = {move.on for move in procedure.all_moves() if move.by == CLOCK}
    assert {deadline.lapse for deadline in procedure.deadlines} <= by_clock
