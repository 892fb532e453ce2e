"""Random walks through people's mediation: whatever is tried, what must hold holds."""

from collections.abc import Callable
from datetime import date
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from services.mediation.domain.agreement import (
    agree,
    apply_for_confirmation,
    perform,
    rule_on_confirmation,
)
from services.mediation.domain.conduct import appoint, consent, fail, hold_session, undertake
from services.mediation.domain.mediation import BOTH, Mediation
from services.mediation.domain.peoples import PEOPLES, State
from shared.contracts.fact import Fact, Head
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    AgreementNotPerformed,
    EscalationReported,
    Form,
    Ground,
    MediationProposed,
    MediationRefused,
    TermExtended,
)
from tests.mediation.makers import COURT, DISPUTE, FIELDS, FILE, PAPER
from tests.mediation.walking import Wanderer

TO = date(2026, 8, 31)
PLAIN = (
    MediationProposed,
    MediationRefused,
    EscalationReported,
    AgreementNotPerformed,
    TermExtended,
)


def plain(kind: type[Fact], case: Mediation, head: Head) -> Fact:
    del case
    return kind.model_validate({"head": head, **FIELDS[kind]})


ACTS: dict[str, Callable[[Mediation, Head], Fact]] = {
    **{kind.__name__: partial(plain, kind) for kind in PLAIN},
    "applicant consents": lambda case, head: consent(case, (Side.APPLICANT,), head=head),
    "opponent consents": lambda case, head: consent(case, (Side.OPPONENT,), head=head),
    "undertake": lambda case, head: undertake(case, head=head),
    "appoint": lambda _, head: appoint(("mediator-7",), chosen=True, head=head),
    "meet": lambda case, head: hold_session(case, BOTH, 0, PAPER, head=head),
    "agree": lambda case, head: agree(case, Form.ORAL, PAPER, perform_by=TO, head=head),
    "agree without a day": lambda case, head: agree(
        case, Form.WRITTEN, PAPER, perform_by=None, head=head
    ),
    "fail": lambda _, head: fail(Ground.NO_AGREEMENT, head=head),
    "perform": lambda case, head: perform(case, None, head=head),
    "confirm": lambda case, head: apply_for_confirmation(case, BOTH, COURT, head=head),
    "court": lambda case, head: rule_on_confirmation(case, confirmed=False, head=head),
}
STEPS = st.lists(st.one_of(st.sampled_from(sorted(ACTS)), st.integers(0, 9)), max_size=40)


def wander(steps: list[str | int]) -> Wanderer[Mediation]:
    blank = Mediation(procedure=PEOPLES, dispute_id=DISPUTE, case_id=FILE)
    walk = Wanderer(blank, ACTS)
    walk.attempt("MediationProposed")
    for step in steps:
        if isinstance(step, int):
            walk.lapse(step)
        else:
            walk.attempt(step)
    return walk


@given(STEPS)
def test_pages_have_no_gaps_and_a_closed_file_owes_nothing(steps: list[str | int]) -> None:
    """页码连续；案卷终结后没有未了期限."""
    walk = wander(steps)
    assert [p.head.version for p in walk.pages] == list(range(1, len(walk.pages) + 1))
    assert not (walk.case.is_closed and walk.running)


@given(STEPS)
def test_the_term_runs_while_there_is_mediation(steps: list[str | int]) -> None:
    """调解中的案卷总有调解期限 (RULES 33)."""
    walk = wander(steps)
    names = {name for name, _ in walk.running}
    if walk.case.state in (State.CONSENTED, State.MEDIATING):
        assert names & {"term", "longer_term"}
    else:
        assert not names & {"term", "longer_term"}


@given(STEPS)
def test_without_both_consents_there_is_no_mediation(steps: list[str | int]) -> None:
    """未经双方同意，没有调解，也没有协议 (PML 17)."""
    walk = wander(steps)
    if not walk.case.both_consented:
        assert walk.case.state in (State.PROPOSED, State.REFUSED, State.FAILED)
        assert walk.case.form is None


def test_every_state_is_reached() -> None:
    """每个状态都可达."""
    reached = {move.target for move in PEOPLES.moves if move.target}
    assert reached == set(State)


def test_every_open_state_has_a_period_or_a_reason() -> None:
    """未终结的状态都有期限，或者写明没有期限的理由."""
    for state in set(State) - set(PEOPLES.closed):
        leading = {move.on for move in PEOPLES.moves if move.target is state}
        bounded = any(leading & set(deadline.starts) for deadline in PEOPLES.deadlines)
        assert bounded or state in PEOPLES.patient
