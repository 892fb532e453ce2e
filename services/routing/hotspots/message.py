"""A message as hot spots see it: when, where, by whom in one mark, and its Chinese characters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, TypeAlias
from uuid import UUID

from services.routing.suggest.text import counted, dampened, plain

Key: TypeAlias = tuple[UUID, int]
"""The page that brought a message: of one dispute there may be several (RULES 2)."""

PAIR: Final = 2
"""Characters of a run by which messages are compared."""


@dataclass(frozen=True)
class Message:
    """One thing said: a dispute as it was registered, or as it came in again."""

    key: Key
    dispute_id: UUID
    on: date
    place: str
    county: str
    """Code of the county; empty where only the city is known."""
    matter: str
    party: str
    """The same for the same party, and no name."""
    subject: str = field(repr=False)
    text: str = field(repr=False)
    """Subject and text are kept as `words_of` leaves them."""
    history: bool = False
    """Imported as history: it tells what is usual and is no member."""

    def __getstate__(self) -> Mapping[str, object]:
        """Sent to another process without its pairs, which are many and made there anew."""
        return {name: value for name, value in vars(self).items() if name != "pairs"}

    @property
    def said(self) -> str:
        """Subject and text."""
        return f"{self.subject} {self.text}"

    @cached_property
    def pairs(self) -> Mapping[str, float]:
        """What each pair of characters weighs by how often it is said, the subject beside."""
        said = counted(self.text) + counted(self.subject)
        return {run: dampened(n) for run, n in said.items() if len(run) == PAIR}


def words_of(original: str) -> str:
    """A text without digits, letters and signs: no number of a person is left in it."""
    return plain(original).text
