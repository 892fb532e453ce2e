"""意见书、建议书, as the file of what follows keeps each of them (ARL 76; ARR2026 69)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    LetterUnheeded,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """意见书 or 建议书 that was sent to an organ, and what came of it (ARL 76; ARR2026 69)."""

    letter_id: UUID
    organ: str
    issued_on: date
    issued_page: int | None = None
    """From which its days to be served run; those of a 建议书 to be answered."""
    answer_by: date | None = None
    """希望答复的期限 of a 建议书 (RULES 48)."""
    received_page: int | None = None
    """From which its days to be copied run."""
    runs_page: int | None = None
    """From which its days to be reported on run: that of the receipt, or of the service again."""
    received_on: date | None = None
    """Of a 建议书 nothing runs from receipt, and nobody records it."""
    copies: bool = False
    copied_on: date | None = None
    answered_on: date | None = None
    """报送纠正情况, or 答复, in time or after."""
    silent_on: date | None = None
    """逾期之日, where nothing had come by then."""
    unheeded_on: date | None = None
    """认定不履行之日, of a 意见书 that was reported on and not performed (ARL 77)."""
    borne_by: str = ""
    """继续行使职权的机关, which is to perform by now what another one was silent on (ARL 19); empty
    where that is the organ itself."""

    @property
    def bearer(self) -> str:
        """Who is to do by now what it asks for."""
        return self.borne_by or self.organ


Letters = tuple[Letter, ...]


def waiting(letters: Letters, organ: str | None = None) -> Letters:
    """Those that wait for the answer of an organ, or of any."""
    return tuple(one for one in letters if one.answered_on is None and organ in (None, one.organ))


def in_time(letters: Letters, organ: str) -> Letters:
    """Those whose time to be answered is not over yet, or has not begun; silence ends it."""
    return tuple(one for one in waiting(letters, organ) if one.silent_on is None)


def handed(letters: Letters, before: str, organ: str) -> Letters:
    """Those to the one before are its successor's; a silence stays that of whoever kept it."""
    return tuple(_handed(one, organ) if one.bearer == before else one for one in letters)


def _handed(one: Letter, organ: str) -> Letter:
    if one.silent_on is None:
        return replace(one, organ=organ)
    return replace(one, borne_by="" if organ == one.organ else organ)


def first_over(letters: Letters, organ: str) -> Letter:
    """Whose days to be reported on, or to be answered, are over first of those that run."""
    runs = (one for one in in_time(letters, organ) if one.answer_by or one.received_on)
    newest = waiting(letters, organ)[-1]
    return min(runs, key=_over, default=newest)


def _over(one: Letter) -> tuple[date, int]:
    """In which order days of the same length are over, or those that a paper states."""
    begun = one.answer_by or one.received_on or one.issued_on
    return begun, one.runs_page or one.issued_page or 0


_DAYS: Final[Mapping[type[Fact], str]] = {
    OpinionLetterReceived: "received_on",
    OpinionLetterServedAgain: "received_on",
    OpinionLetterCopied: "copied_on",
    CorrectionReported: "answered_on",
    CorrectionUnreported: "silent_on",
    LetterUnheeded: "unheeded_on",
    RecommendationAnswered: "answered_on",
    RecommendationUnanswered: "silent_on",
}
"""What happened to one on the day of the page."""

OPINION_LETTERS: Final[tuple[type[Fact], ...]] = (
    *(OpinionLetterIssued, OpinionLetterReceived, OpinionLetterServedAgain, OpinionLetterCopied),
    *(CorrectionReported, CorrectionUnreported, LetterUnheeded),
)
"""The facts of 意见书."""

RECOMMENDATIONS: Final[tuple[type[Fact], ...]] = (
    *(RecommendationIssued, RecommendationAnswered, RecommendationUnanswered),
)
"""The facts of 建议书."""


def after(letters: Letters, fact: Any) -> Letters:  # noqa: ANN401 - any of the two
    """All of them, once this happened: a new one, or something to one of them."""
    kind = type(fact)
    of_opinion = kind in OPINION_LETTERS
    letter_id = fact.opinion_letter_id if of_opinion else fact.recommendation_id
    on, page = fact.head.on, fact.head.version
    if kind not in _DAYS:
        answer_by = None if of_opinion else fact.answer_by
        said = {"letter_id": letter_id, "organ": fact.organ, "answer_by": answer_by}
        return (*letters, Letter(**said, issued_on=on, issued_page=page))
    learnt: dict[str, Any] = {_DAYS[kind]: on}
    if kind is OpinionLetterReceived:
        learnt |= {"copies": fact.copies, "received_page": page}
    if _DAYS[kind] == "received_on":
        learnt["runs_page"] = page
    return tuple(replace(one, **learnt) if one.letter_id == letter_id else one for one in letters)
