"""登记的程序: the table, and what its facts make of a dispute."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from services.intake.domain.registration import (
    IMPORTER,
    REGISTRATION,
    Dispute,
    Particulars,
    State,
    may_be_repeated,
    register,
    repeat,
    withdraw,
)
from shared.contracts.intake import Channel, PartyRef, PersonKind, Side
from shared.law.procedure import Refused

CASE, PERSON, TEXT = UUID(int=1), UUID(int=2), UUID(int=3)
AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
NUMBER = "620702-20261123-0000001-5"
KNOWN = Particulars(
    window="620702-window-1",
    county="620702",
    place="620702001",
    channel=Channel.WINDOW,
    matter="wuye",
)


def registered(by: str = "officer-1") -> Dispute:
    blank = Dispute(procedure=REGISTRATION, dispute_id=CASE, case_id=CASE)
    party = PartyRef(person_id=PERSON, side=Side.APPLICANT, kind=PersonKind.NATURAL)
    head = blank.head(by=by, on=DAY, at=AT)
    fact = register(head, KNOWN, number=NUMBER, parties=(party,), text_id=TEXT)
    return blank.after(fact)


def repeated(dispute: Dispute) -> Dispute:
    head = dispute.head(by="officer-2", on=DAY, at=AT)
    fact = repeat(dispute, head, window="620725-window-1", channel=Channel.HOTLINE, text_id=TEXT)
    return dispute.after(fact)


def test_a_registered_dispute_has_its_number_and_the_window_that_took_it_first() -> None:
    """登记取得纠纷编号，首问负责 (RULES 1)."""
    dispute = registered()
    assert dispute.state is State.REGISTERED
    assert (dispute.number, dispute.window, dispute.registered_on) == (NUMBER, KNOWN.window, DAY)
    assert not dispute.imported


def test_what_a_ledger_brings_is_known_as_imported() -> None:
    """台账导入的纠纷标明来历 (RULES 1)."""
    assert registered(by=IMPORTER).imported


def test_a_repeat_is_counted_and_changes_nothing_else() -> None:
    """重复件并入首件计数，首问负责不变 (RULES 2)."""
    twice = repeated(repeated(registered()))
    assert (twice.state, twice.repeats, twice.version) == (State.REGISTERED, 2, 3)
    assert twice.window == KNOWN.window


def test_a_withdrawn_dispute_takes_no_repeat_and_no_second_withdrawal() -> None:
    """撤回后登记程序终结 (RULES 3)."""
    dispute = registered()
    head = dispute.head(by="officer-1", on=DAY, at=AT)
    gone = dispute.after(withdraw(head, reason_id=None))
    assert gone.is_closed
    with pytest.raises(Refused):
        repeated(gone)
    with pytest.raises(Refused):
        gone.after(withdraw(gone.head(by="officer-1", on=DAY, at=AT), reason_id=None))


@pytest.mark.parametrize(
    ("state", "registered_on", "is_repeat"),
    [
        (State.REGISTERED, date(2026, 11, 23), True),
        (State.REGISTERED, date(2025, 11, 23), True),
        (State.REGISTERED, date(2025, 11, 22), False),
        (State.WITHDRAWN, date(2026, 11, 23), False),
    ],
)
def test_only_an_open_dispute_of_the_last_year_is_repeated(
    state: State, registered_on: date, *, is_repeat: bool
) -> None:
    """重复件以首件未结且在一年之内为限 (RULES 2)."""
    assert may_be_repeated(state, registered_on, DAY) is is_repeat
