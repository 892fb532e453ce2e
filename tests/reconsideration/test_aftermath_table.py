"""What follows a case as a table: every lawful walk keeps the books in order."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain.aftermath_table import AFTERMATH, AFTERMATH_2007, Role
from services.reconsideration.domain.enforcing_table import ENFORCING
from services.reconsideration.domain.letter import Letter, Letters
from services.reconsideration.domain.remedying import REPORT
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration.enforcing import EnforcementAwaited
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    LetterUnheeded,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.law.article import ARR2007, ARR2026
from shared.law.running import Key
from shared.law.terms import zh
from tests.reconsideration.following import FIELDS, Following

LAPSES = {deadline.lapse for deadline in AFTERMATH.deadlines}
PICK = st.integers(min_value=0, max_value=10_000)
WAITS: dict[type[Fact], Callable[[Letter], bool]] = {
    OpinionLetterReceived: lambda one: one.received_on is None,
    OpinionLetterServedAgain: lambda one: (
        bool(one.received_on) and not (one.answered_on or one.silent_on)
    ),
    OpinionLetterCopied: lambda one: one.copies and one.copied_on is None,
    CorrectionReported: lambda one: bool(one.received_on) and one.answered_on is None,
    LetterUnheeded: lambda one: bool(one.answered_on) and not (one.silent_on or one.unheeded_on),
    RecommendationAnswered: lambda one: one.answered_on is None,
}
OF_DEBTS = {kind for row in ENFORCING for kind in row.starts if kind is not EnforcementAwaited}
"""Acts about what a party owes, each of which begins a period of it."""
ISSUED = (OpinionLetterIssued, RecommendationIssued)
OF_LETTERS = ("opinion_letter_id", "recommendation_id")


NOTHING: Key = ("", "", 0)


class Books:
    """What runs, beside the file, as the unit of work keeps it: by name, subject and page."""

    def __init__(self) -> None:
        self.walk = Following()
        self.running: set[Key] = set()

    def steps(self) -> list[tuple[Key, type[Fact] | None]]:
        """Every act that the table allows here, and every lapse of what runs."""
        acts = {m.on for m in AFTERMATH.moves if self.walk.file.state in m.sources()}
        own = sorted(filter(self.may_be_done, acts - LAPSES), key=lambda kind: kind.__name__)
        return [*((NOTHING, kind) for kind in own), *((one, None) for one in self.lapses())]

    def lapses(self) -> list[Key]:
        """What may be over next: of letters to one organ the one of which the file says so."""
        return sorted({self.first(*one) for one in self.running})

    def first(self, name: str, subject: str, opened: int) -> Key:
        lapse = AFTERMATH.by_name[name].lapse
        if not (field := _letter_field(lapse)):
            return name, subject, opened
        told = self.walk.file.told_by_lapse(lapse, subject)[field]
        [letter] = [one for one in self.letters(lapse) if one.letter_id == told]
        return name, subject, letter.runs_page or letter.issued_page or 0

    def may_be_done(self, kind: type[Fact]) -> bool:
        """An act about a letter needs one that waits for it."""
        if kind in OF_DEBTS:  # of what nobody is told to owe, nothing is asked
            return bool(self.walk.file.debts)
        return not _letter_field(kind) or kind in ISSUED or bool(self.sent(kind))

    def letters(self, kind: type[Fact]) -> Letters:
        """The letters of the sort that such a fact is about."""
        file = self.walk.file
        of_body = _letter_field(kind) == "recommendation_id"
        return file.recommendations if of_body else file.letters

    def sent(self, kind: type[Fact]) -> list[UUID]:
        """Those of them that wait for such a fact."""
        return [one.letter_id for one in self.letters(kind) if WAITS[kind](one)]

    def of_letter(self, kind: type[Fact], pick: int) -> dict[str, Any]:
        """A new letter, or any that was sent, where a fact is about one."""
        if not (field := _letter_field(kind)):
            return {}
        if kind in ISSUED:
            return {field: UUID(int=100 + len(self.walk.facts))}
        among = self.sent(kind)
        letter_id = among[pick % len(among)]
        [one] = [one for one in self.letters(kind) if one.letter_id == letter_id]
        of_copy = kind is OpinionLetterCopied  # there the organ itself is the department above
        said = {
            field: letter_id,
            "of_organ" if of_copy else "organ": one.organ,
            "issued_page": one.issued_page,
            "received_page": one.received_page if of_copy else one.runs_page,
        }
        return {name: value for name, value in said.items() if name in kind.model_fields}

    def step(self, lapse: Key, kind: type[Fact] | None, on: date, pick: int) -> None:
        name, subject, _ = lapse
        page = self.walk.head(on.isoformat(), by=CLOCK if kind is None else "officer-7")
        if kind is None:
            assert lapse in self.running, "what is over runs"
            row = AFTERMATH.by_name[name]
            told = self.walk.file.told_by_lapse(row.lapse, subject)
            fact = row.lapsed(page, subject, told)
        else:
            fact = kind.model_validate({"head": page, **FIELDS[kind], **self.of_letter(kind, pick)})
        self.walk.record(fact)
        ended = {row.name: row for row in AFTERMATH.closes(fact)}
        self.running -= {
            one
            for one in self.running
            if one == lapse
            or (one[0] in {*ended} - {name} and ended[one[0]].speaks_of(fact, *one[1:]))
        }
        if isinstance(fact, RespondentSucceeded):
            self.running = {self._passed(one, fact) for one in self.running}
        page_of_it = fact.head.version
        self.running |= {
            (row.name, row.subject_of(fact), page_of_it) for row in AFTERMATH.opens(fact)
        }

    def _passed(self, one: Key, fact: RespondentSucceeded) -> Key:
        """A period goes on as the successor's where its row says so (ARL 19)."""
        passes = type(fact) in AFTERMATH.by_name[one[0]].passes and one[1] == fact.before
        return (one[0], fact.respondent, one[2]) if passes else one


def _letter_field(kind: type[Fact]) -> str:
    return next((name for name in OF_LETTERS if name in kind.model_fields), "")


@settings(max_examples=150)
@given(st.lists(PICK, max_size=25))
def test_on_every_lawful_walk_pages_have_no_gap_and_what_lapses_names_its_letter(
    picks: list[int],
) -> None:
    """页码连续；期满的记录写明是哪一份文书、哪个机关."""
    books, on = Books(), date(2026, 7, 20)
    for pick in picks:
        steps = books.steps()
        assert steps, f"nothing can be done in {books.walk.file.state}"
        books.step(*steps[pick % len(steps)], on, pick // len(steps))
        on += timedelta(days=1)
        assert books.walk.file.version == len(books.walk.facts)
        waits = {
            (one.organ, one.runs_page) for one in books.walk.file.letters if one.answered_on is None
        }
        assert {one[1:] for one in books.running if one[0] == "report_correction"} <= waits


def test_the_sixty_days_are_those_that_the_law_desk_tells() -> None:
    """报送期限只写一处 (ARL 76)."""
    row = AFTERMATH.by_name["report_correction"]
    assert (row.within, row.article) == (REPORT.period, REPORT.article)


def test_letters_are_answered_by_the_organ_addressed_and_by_no_adjudicating_organ() -> None:
    """意见书、建议书由有关机关收到和答复，不是裁决机关 (ARL 76)."""
    movers = {move.by for procedure in (AFTERMATH, AFTERMATH_2007) for move in procedure.moves}
    assert Role.ORGAN in movers
    assert zh(Role.ORGAN) == "有关机关"


def test_until_june_2026_the_old_regulation_spoke_of_recommendations() -> None:
    """建议书的依据随条例更替 (ARR2007 57; ARR2026 69)."""
    told = {
        table.edition: next(m.article for m in table.moves if m.on is RecommendationIssued)
        for table in (AFTERMATH_2007, AFTERMATH)
    }
    assert told == {"2024-01-01": ARR2007[57].par(2), "2026-07-01": ARR2026[69]}
