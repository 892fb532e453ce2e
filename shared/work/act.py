"""An act as the unit of work takes it: what it needs, what it does, and how it ended."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from shared.work.clockfile import Refusal
from shared.work.work import Work

if TYPE_CHECKING:
    from opentelemetry.trace import Span

Viewer = Callable[[UUID, Mapping[str, str]], bool]
"""Whether a reader may see a file of this dispute with these labels."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A key that only one file may hold: an idempotency key, a source number, a repeated matter.

    The first act to claim it keeps it; later ones are told whose it is, and with which digest.
    A digest tells this act from every other: when the act fails, what bears it is given back.
    """

    key: UUID
    case_id: UUID
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Which page an act hears, and as which consumer: what the inbox remembers."""

    consumer: str
    case_id: UUID
    version: int


@dataclass(slots=True, eq=False)
class Act:
    """One legal act, before and after: exactly one of `result` and `error` is set when it ran."""

    do: Callable[[Work], Any]
    files: Collection[UUID] = ()
    name: str = ""
    """Office and act, as `intake.register`: for metrics and traces."""
    claims: tuple[Claim, ...] = ()
    heard: Message | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    trace: str = ""
    lane: Hashable | None = None
    """When an act fails, later ones of its lane in the batch are not tried."""
    viewer: Viewer | None = None
    goes_by: Collection[UUID] = ()
    """Those of its files that it only reads, which whoever acts need not be able to see."""
    if_match: tuple[UUID, int] | None = None
    numbers: int = 0
    """How many numbers of the hub's sequence it may use."""
    refusal: Refusal | None = None
    """Where it is put when the law refuses what a handler would do."""

    result: Any = None
    error: BaseException | None = None
    known: bool = False
    """The inbox knew it: nothing was done."""
    span: "Span | None" = None
    """Where it is traced: from lock to commit."""

    @property
    def office(self) -> str:
        """The office whose act it is."""
        return self.name.partition(".")[0] or "hub"

    def reset(self) -> None:
        """As before it ran."""
        self.result, self.error, self.known, self.span = None, None, False, None
