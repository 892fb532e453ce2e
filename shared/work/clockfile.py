"""Companion clock files: one a case file and office, beside the case and never in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.clock import (
    DeadlineConfirmed,
    DeadlineMoved,
    DeadlineWarned,
    HearingRefused,
)
from shared.contracts.fact import CLOCK, Fact
from shared.law.article import RULES
from shared.law.casefile import CaseFile, derived
from shared.law.procedure import Move, Procedure, Refused
from shared.work.shelf import Shelf
from shared.work.work import Work


class State(StrEnum):
    """Where a clock file stands: it only grows."""

    KEPT = "kept"  # 记录中


class Role(StrEnum):
    """Who writes in it."""

    CLOCK = "clock"  # 系统时钟


COMPANION: Final = Procedure(
    name="clock",
    term="时钟卷",
    moves=(
        Move((None, State.KEPT), HearingRefused, State.KEPT, Role.CLOCK, RULES[5]),
        Move((None, State.KEPT), DeadlineWarned, State.KEPT, Role.CLOCK, RULES[16]),
        Move((None, State.KEPT), DeadlineMoved, State.KEPT, Role.CLOCK, RULES[17]),
        Move((None, State.KEPT), DeadlineConfirmed, State.KEPT, Role.CLOCK, RULES[17]),
    ),
    deadlines=(),
    patient={State.KEPT: "只作记录，不设期限"},
)


def clock_shelf(office: str) -> Shelf[CaseFile]:
    """The shelf of an office's clock files; they have no table of their own."""
    return Shelf(office=office, name=COMPANION.name, value=CaseFile, editions=(COMPANION,))


def clock_file(case_id: UUID, office: str) -> UUID:
    """Id of the clock file beside `case_id` that `office` keeps."""
    return derived(case_id, f"clock:{office}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Where it is put that the law refused what hearing `fact` asked of an office."""

    shelf: Shelf[CaseFile]
    fact: Fact

    @property
    def file(self) -> UUID:
        """The clock file; reckoned only when there is a refusal."""
        return clock_file(self.fact.head.case_id, self.shelf.office)

    def record(self, work: Work, refused: Refused) -> None:
        """Put the refusal on its clock file."""
        head = self.fact.head
        file = work.open(self.shelf, self.file, head.dispute_id)
        page = HearingRefused(
            head=work.head(file, by=CLOCK),
            office_name=self.shelf.office,
            heard_kind=self.fact.kind,
            heard_case_id=head.case_id,
            heard_version=head.version,
            article=refused.article.code,
        )
        work.record(file, page)
