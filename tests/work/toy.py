"""A small office for tests of the unit of work: a loan of a key, returned in five working days."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Column, Integer, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from shared.contracts.fact import Fact
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.period import Hours, WorkingDays
from shared.law.procedure import (
    Deadline,
    Granted,
    Move,
    Pause,
    Procedure,
    Prolonging,
    Refused,
    Track,
)
from shared.work import Shelf, Work

CREATE = """
CREATE SCHEMA toy;
CREATE TABLE toy.loan (case_id uuid PRIMARY KEY, dispute_id uuid, state text, version int,
                       tracks jsonb, colour text, notes jsonb);
"""


class Lent(Fact):
    """借出 (RULES 1)."""

    kind: Literal["toy.lent.v1"] = "toy.lent.v1"
    colour: str = "red"


class Asked(Fact):
    """催还 (RULES 1)."""

    kind: Literal["toy.asked.v1"] = "toy.asked.v1"
    department: str


class Answered(Fact):
    """答复 (RULES 1)."""

    kind: Literal["toy.answered.v1"] = "toy.answered.v1"
    department: str


class AnswerLapsed(Fact):
    """逾期未答 (RULES 1)."""

    kind: Literal["toy.answer_lapsed.v1"] = "toy.answer_lapsed.v1"
    department: str


class Returned(Fact):
    """归还 (RULES 1)."""

    kind: Literal["toy.returned.v1"] = "toy.returned.v1"


class Overdue(Fact):
    """逾期未还 (RULES 1)."""

    kind: Literal["toy.overdue.v1"] = "toy.overdue.v1"
    duty: str


class LoanSuspended(Fact):
    """中止借用 (RULES 1)."""

    kind: Literal["toy.suspended.v1"] = "toy.suspended.v1"


class LoanResumed(Fact):
    """恢复借用 (RULES 1)."""

    kind: Literal["toy.resumed.v1"] = "toy.resumed.v1"


class LoanExtended(Fact):
    """延长借用 (RULES 1)."""

    kind: Literal["toy.extended.v1"] = "toy.extended.v1"
    days: int


class State(StrEnum):
    """Where a loan stands."""

    OUT = "out"
    BACK = "back"
    ASKED = "asked"
    ANSWERED = "answered"
    SILENT = "silent"


class Who(StrEnum):
    """Who acts."""

    ANYBODY = "anybody"
    CLOCK = "clock"


LOAN = Procedure(
    name="loan",
    term="借用",
    moves=(
        Move(None, Lent, State.OUT, Who.ANYBODY, RULES[1]),
        Move(State.OUT, Returned, State.BACK, Who.ANYBODY, RULES[2]),
        Move(State.OUT, Overdue, None, Who.CLOCK, RULES[3]),
        Move(State.OUT, LoanSuspended, None, Who.ANYBODY, RULES[3]),
        Move(State.OUT, LoanResumed, None, Who.ANYBODY, RULES[3]),
        Move(State.OUT, LoanExtended, None, Who.ANYBODY, RULES[3]),
    ),
    track=Track(
        subject="department",
        moves=(
            Move(None, Asked, State.ASKED, Who.ANYBODY, RULES[4]),
            Move(State.ASKED, Answered, State.ANSWERED, Who.ANYBODY, RULES[4]),
            Move(State.ASKED, AnswerLapsed, State.SILENT, Who.CLOCK, RULES[4]),
        ),
    ),
    deadlines=(
        Deadline(
            name="return",
            term="归还",
            starts=(Lent,),
            ends=(Returned,),
            within=WorkingDays(5),
            article=RULES[3],
            lapse=Overdue,
            pauses=(
                Pause(term="中止", starts=(LoanSuspended,), ends=(LoanResumed,), article=RULES[3]),
            ),
            prolongings=(
                Prolonging(
                    term="情况复杂", starts=(LoanExtended,), by=Granted("days"), article=RULES[3]
                ),
            ),
        ),
        Deadline(
            name="answer",
            term="答复",
            starts=(Asked,),
            ends=(Answered,),
            within=Hours(2),
            article=RULES[4],
            lapse=AnswerLapsed,
            subject="department",
        ),
    ),
    closed=(State.BACK,),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Loan(CaseFile):
    """A loan as its facts have made it."""

    state: State | None = None
    colour: str = ""
    notes: tuple[str, ...] = ()

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """The colour of what was lent, and who was asked."""
        if isinstance(fact, Lent):
            return {"colour": fact.colour}
        if isinstance(fact, Asked):
            return {"notes": (*self.notes, fact.department)}
        return {}


TABLE = Table(
    "loan",
    MetaData(),
    Column("case_id", Uuid, primary_key=True),
    Column("dispute_id", Uuid),
    Column("state", Text),
    Column("version", Integer),
    Column("tracks", JSONB),
    Column("colour", Text),
    Column("notes", JSONB),
    schema="toy",
)
STRICT = replace(
    LOAN,
    since=date(2026, 12, 1),
    moves=tuple(
        replace(move, article=RULES[10]) for move in LOAN.moves if move.on is not LoanExtended
    ),
    deadlines=(
        replace(LOAN.by_name["return"], within=WorkingDays(3), article=RULES[10]),
        LOAN.by_name["answer"],
    ),
)
"""The rules since December 2026: three days, no extension."""

LOANS_IN_EDITIONS = Shelf(
    office="toy", name="loan", value=Loan, editions=(LOAN, STRICT), table=TABLE
)

LOANS = Shelf(office="toy", name="loan", value=Loan, editions=(LOAN,), table=TABLE)


def lend(work: Work, case_id: UUID, colour: str = "red", **labels: str) -> Loan:
    """借出."""
    loan = work.open(LOANS, case_id, case_id, labels=labels)
    return work.record(loan, Lent(head=work.head(loan, by="clerk"), colour=colour))


def ask(work: Work, case_id: UUID, department: str) -> Loan:
    """催还."""
    loan = work.take(LOANS, case_id)
    return work.record(loan, Asked(head=work.head(loan, by="clerk"), department=department))


def answer(work: Work, case_id: UUID, department: str) -> Loan:
    """答复."""
    loan = work.take(LOANS, case_id)
    return work.record(loan, Answered(head=work.head(loan, by="clerk"), department=department))


def give_back(work: Work, case_id: UUID, on: date | None = None) -> Loan:
    """归还."""
    loan = work.take(LOANS, case_id)
    return work.record(loan, Returned(head=work.head(loan, by="clerk", on=on)))


def note(
    work: Work,
    case_id: UUID,
    kind: type[Fact],
    on: date | None = None,
    shelf: Shelf[Loan] | None = None,
    **said: object,
) -> Loan:
    """Any fact of a loan."""
    loan = work.take(shelf or LOANS, case_id)
    head = work.head(loan, by="clerk", on=on)
    return work.record(loan, kind.model_validate({"head": head, **said}))


def refuse(work: Work, case_id: UUID) -> Loan:
    """Lends, and is refused after all."""
    lend(work, case_id)
    raise Refused("不借", RULES[9])
