"""意见书、建议书, as the file of what follows keeps each of them (ARL 76; ARR2026 69)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """意见书 or 建议书 that was sent to an organ, and what came of it (ARL 76; ARR2026 69)."""

    letter_id: UUID
    organ: str
    issued_on: date
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


Letters = tuple[Letter, ...]


def waiting(letters: Letters, organ: str | None = None) -> Letters:
    """Those that wait for the answer of an organ, or of any."""
    return tuple(one for one in letters if one.answered_on is None and organ in (None, one.organ))


def in_time(letters: Letters, organ: str) -> Letters:
    """Those whose time to be answered is not over yet, or has not begun; silence ends it."""
    return tuple(one for one in waiting(letters, organ) if one.silent_on is None)


def changed(letters: Letters, letter_id: UUID, **learnt: Any) -> Letters:  # noqa: ANN401 - any field
    """All of them, once this was learnt of one."""
    return tuple(replace(one, **learnt) if one.letter_id == letter_id else one for one in letters)
