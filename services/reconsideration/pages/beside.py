"""拟稿与认定对照: what a draft says of each act, beside what was found of it (ARL 61)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from services.reconsideration.schemas.drafting import DispositionIn
from services.reconsideration.schemas.judged import FindingIn
from shared.casepage.answers import DisputeOut, FileOut, PageOut
from shared.casepage.desk.findings import Finding, each, findings
from shared.casepage.desk.labels import LABELS
from shared.contracts.reconsideration.drafting import DecisionDrafted, DecisionReturned
from shared.contracts.reconsideration.judged import FindingsRecorded
from shared.frame import Page

FOUND: Final = {
    **{name: str(field.title) for name, field in FindingIn.model_fields.items()},
    "text_id": str(FindingIn.model_fields["text"].title),
}
DRAFTED: Final = {name: str(field.title) for name, field in DispositionIn.model_fields.items()}
"""What each field is called on the form that took it."""

WHY: Final = "审理案件，对照认定和拟稿"
"""为什么查阅: what is written on record when texts are shown side by side."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: what it says, with the texts of its papers where they were asked for."""

    told: Sequence[Finding]
    texts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What was found, and what is drafted upon it, act by act."""

    pairs: Sequence[tuple[Side, Side]]
    whole: Side
    """What the draft says as a whole: its text, and until when it is performed."""
    found: PageOut | None
    drafted: PageOut | None


async def beside(page: Page, dispute: DisputeOut, file: FileOut, *, texts: bool) -> Beside:
    """The last findings and the draft that rests upon them; each text read is on record."""
    found = _last(file, FindingsRecorded.kind_name())
    drafted = _last(file, DecisionDrafted.kind_name())
    if drafted and (_returned(file, drafted) or (found and drafted.version < found.version)):
        drafted = None
    name = page.frame.templates.filters["name"]
    left = each(found, "findings", name, FOUND) if found else []
    right = each(drafted, "dispositions", name, DRAFTED) if drafted else []
    whole = [
        one
        for one in (findings(drafted, name, {}) if drafted else [])
        if one.label != LABELS["dispositions"]
    ]

    async def side(told: Sequence[Finding]) -> Side:
        papers = [one.paper for one in told if one.paper] if texts else []
        return Side(told, [await _text(page, dispute, paper) for paper in papers])

    empty: list[Finding] = []
    both = zip_longest(left, right, fillvalue=empty)
    pairs = [(await side(one), await side(other)) for one, other in both]
    return Beside(pairs, await side(whole), found, drafted)


def _last(file: FileOut, kind: str) -> PageOut | None:
    return next((one for one in reversed(file.pages) if one.kind == kind), None)


def _returned(file: FileOut, drafted: PageOut) -> bool:
    back = _last(file, DecisionReturned.kind_name())
    return back is not None and back.version > drafted.version


async def _text(page: Page, dispute: DisputeOut, paper: str) -> str:
    """A paper through its door, which puts the reading on record."""
    where = f"/disputes/{dispute.number or dispute.dispute_id}/papers/{paper}"
    answer = await page.call("GET", where, query={"purpose": WHY})
    return str(answer.body["text"]) if answer.ok else ""
