"""文书材料 of a long file, sifted by kind, in either order, a page at a time.

Two pages list them, and each has other lists in its address: what is asked here has names of its
own there. On paper all of them stand, whatever the screen shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from shared.casepage.desk.papers import Material
from shared.frame.sorting import Order
from shared.spelling import by_sound

A_PAGE: Final = 50
"""Papers on a page of their list."""

SORTS: Final = (("at", "先形成的在前"), ("-at", "后形成的在前"), ("name", "按名称"))


class PapersAsked(BaseModel):
    """What the address says of the list of papers."""

    model_config = ConfigDict(extra="ignore")

    papers: int = Field(1, ge=1, le=10_000, title="材料第几页")
    papers_kind: str = Field("", max_length=200, title="材料的种类")
    papers_sort: Literal["", "at", "-at", "name"] = Field("", title="材料的次序")


@dataclass(frozen=True, slots=True)
class Sifted:
    """The papers in the order that was asked for, and which of them the screen shows."""

    rows: Sequence[tuple[Material, bool]]
    """Each paper, and whether it stands on this page of the list."""
    found: int
    """How many are of the kind that was asked for."""
    shown: int
    """How many stand on this page."""
    next: int | None
    """Number of the page after; None on the last."""
    kinds: Sequence[tuple[str, str]]
    kind: str
    sort: str
    sorts: Sequence[tuple[str, str]] = SORTS

    @classmethod
    def of(cls, papers: Sequence[Material], asked: PapersAsked) -> Self:
        """Those of the kind that was asked for; `papers` has the first made first."""
        order = Order.of(asked.papers_sort, "at")
        every = sorted(papers, key=lambda one: by_sound(one.name)) if order.by == "name" else papers
        every = every[::-1] if order.down else every
        wanted = [n for n, one in enumerate(every) if asked.papers_kind in ("", one.kind)]
        end = asked.papers * A_PAGE
        here = frozenset(wanted[end - A_PAGE : end])
        kinds = sorted({one.kind for one in papers}, key=by_sound)
        return cls(
            rows=[(one, n in here) for n, one in enumerate(every)],
            found=len(wanted),
            shown=len(here),
            next=asked.papers + 1 if end < len(wanted) else None,
            kinds=[("", "全部种类"), *((kind, kind) for kind in kinds)],
            kind=asked.papers_kind,
            sort=str(order),
        )
