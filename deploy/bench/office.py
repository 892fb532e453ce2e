"""Two offices of the bench's own: one asks, the other hears it and answers with one page."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from shared.contracts.fact import CLOCK, Fact
from shared.db import case_table
from shared.law.article import RULES
from shared.law.casefile import CaseFile, derived
from shared.law.procedure import Move, Procedure
from shared.office import Heard, Office
from shared.work import Shelf, Work

FACT_BYTES: Final = 594
"""The size of a fact in this bench, and of a message of the bare loop beside it."""

TABLES: Final = """
CREATE SCHEMA asker; CREATE SCHEMA answerer;
CREATE TABLE asker.question (
  case_id uuid PRIMARY KEY, dispute_id uuid NOT NULL, state text NOT NULL, version int NOT NULL,
  tracks jsonb NOT NULL);
CREATE TABLE answerer.answer (LIKE asker.question INCLUDING ALL);
"""


class Asked(Fact):
    """提问 (RULES 1)."""

    kind: Literal["asker.asked.v1"] = "asker.asked.v1"
    words: str


class Answered(Fact):
    """答复 (RULES 1)."""

    kind: Literal["answerer.answered.v1"] = "answerer.answered.v1"
    words: str


class State(StrEnum):
    """Where a question or an answer stands."""

    ASKED = "asked"
    ANSWERED = "answered"


class Who(StrEnum):
    """Who acts."""

    CLERK = "clerk"


QUESTION: Final = Procedure(
    name="question",
    term="提问",
    moves=(Move(None, Asked, State.ASKED, Who.CLERK, RULES[1]),),
    deadlines=(),
    patient={State.ASKED: "不设期限"},
)
ANSWER: Final = Procedure(
    name="answer",
    term="答复",
    moves=(Move(None, Answered, State.ANSWERED, Who.CLERK, RULES[1]),),
    deadlines=(),
    closed=(State.ANSWERED,),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip(CaseFile):
    """A question or an answer."""

    state: State | None = None


QUESTIONS: Final = Shelf(
    office="asker",
    name="question",
    value=Slip,
    editions=(QUESTION,),
    table=case_table("question", schema="asker"),
)
ANSWERS: Final = Shelf(
    office="answerer",
    name="answer",
    value=Slip,
    editions=(ANSWER,),
    table=case_table("answer", schema="answerer"),
)


def ask(work: Work, case_id: UUID, words: str) -> Slip:
    """提问."""
    slip = work.open(QUESTIONS, case_id, case_id, labels={"county": "620702"})
    return work.record(slip, Asked(head=work.head(slip, by="clerk"), words=words))


def answer(work: Work, fact: Asked) -> None:
    """答复."""
    slip = work.open(ANSWERS, derived(fact.head.case_id, "answer"), fact.head.dispute_id)
    work.record(slip, Answered(head=work.head(slip, by=CLOCK), words=fact.words))


ASKER: Final = Office(name="asker", shelves=(QUESTIONS,), listens={})
ANSWERER: Final = Office(
    name="answerer",
    shelves=(ANSWERS,),
    listens={Asked: Heard(answer, files=lambda fact: (derived(fact.head.case_id, "answer"),))},
)
