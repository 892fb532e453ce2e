"""相似纠纷: which disputes say nearly the same, among those that whoever asks may see.

Texts are compared by the pairs of characters that they share, weighed by how rare a pair is among
what is compared. Reading the texts is put on record, one row for each look.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log, sqrt
from typing import Final
from uuid import UUID

from asyncpg import Record

from services.intake.domain.registration import TEXT
from services.intake.queries.numbers import moment
from shared.auth import Identity
from shared.casepage.sight import Where, sight
from shared.documents import read_documents
from shared.law.period import legal_day
from shared.work import Hub

WITHIN: Final = timedelta(days=365)
"""As long as the same matter counts as a repeat (RULES 2)."""

COMPARED: Final = 150
"""Disputes compared at most, the newest first."""

SHOWN: Final = 5
LEAST: Final = 0.25
"""What is less alike is not worth an officer's look."""

SHORTEST: Final = 6
"""Characters below which a text says too little to compare."""

WORDS: Final = 4
"""Shared words that are shown as the reason."""

WHY: Final = "登记时比对相似纠纷"
"""为什么查阅, as it is put on record."""

LIKELY: Final = """
SELECT o.dispute_id, o.number, o.matter, o.place, o.registered_on, o.state, p.document_id
FROM intake.dispute o
JOIN hub.documents p ON p.dispute_id = o.dispute_id AND p.case_id = o.case_id AND p.kind = '{kind}'
WHERE {where} ORDER BY o.registered_on DESC, o.number DESC, p.at LIMIT {limit}
"""

_SIGNS: Final = re.compile(r"[\W_\d]+")


@dataclass(frozen=True, slots=True)
class Alike:
    """相似纠纷, how much alike (nothing 0 to 1 the same), and the words in common."""

    dispute_id: UUID
    number: str
    matter: str
    place: str
    registered_on: date
    state: str
    likeness: float
    words: tuple[str, ...]


async def alike(hub: Hub, who: Identity, text: str, *, matter: str, place: str) -> list[Alike]:
    """Disputes of the same kind or at the same place within a year, the most alike first."""
    if len(plain(text)) < SHORTEST or not (matter or place):
        return []
    now = await moment(hub)
    where = Where()
    where.also(sight(where, who), f"o.registered_on >= {where.param(legal_day(now) - WITHIN)}")
    where.also(f"(o.matter = {where.param(matter)} OR o.place = {where.param(place)})")
    asked = LIKELY.format(kind=TEXT, where=where.text, limit=COMPARED)
    async with hub.pool.acquire() as conn, conn.transaction():
        rows = await conn.fetch(asked, *where.values)
        ids = [row["document_id"] for row in rows]
        texts = await read_documents(conn, ids, reader=who.code, purpose=WHY, at=hub.clock.now())
    return compare(text, rows, texts)


def compare(text: str, rows: Sequence[Record], texts: Mapping[UUID, str]) -> list[Alike]:
    """The rows whose texts are most alike, each dispute once."""
    others = {row["document_id"]: pairs(texts[row["document_id"]]) for row in rows}
    mine = pairs(text)
    held = Counter(pair for each in (mine, *others.values()) for pair in each)
    weight = {pair: log(1 + (len(others) + 1) / n) for pair, n in held.items()}
    best: dict[UUID, Alike] = {}
    for row in rows:
        found = _likeness(mine, others[row["document_id"]], weight)
        known = best.get(row["dispute_id"])
        if found >= LEAST and (known is None or known.likeness < found):
            said = texts[row["document_id"]]
            best[row["dispute_id"]] = _alike(row, found, shared_words(text, said))
    return sorted(best.values(), key=lambda one: (-one.likeness, one.number))[:SHOWN]


def _alike(row: Record, likeness: float, words: tuple[str, ...]) -> Alike:
    return Alike(
        dispute_id=row["dispute_id"],
        number=row["number"],
        matter=row["matter"],
        place=row["place"],
        registered_on=row["registered_on"],
        state=row["state"],
        likeness=round(likeness, 2),
        words=words,
    )


def plain(text: str) -> str:
    """The text without signs, digits and blanks."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters that it says."""
    bare = plain(text)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def _likeness(mine: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two sets of weighed pairs."""
    both = sum(weight[pair] ** 2 for pair in mine & other)
    sizes = (sqrt(sum(weight[pair] ** 2 for pair in each)) for each in (mine, other))
    size = 1.0
    for one in sizes:
        size *= one
    return both / size if size else 0.0


def shared_words(mine: str, other: str) -> tuple[str, ...]:
    """The longest runs of Chinese characters that stand in both, none within another."""
    bare, found = plain(mine), list[str]()
    said, at = plain(other), 0
    while at < len(bare) - 1:
        length = 0
        while at + length < len(bare) and bare[at : at + length + 1] in said:
            length += 1
        if length > 1:
            found.append(bare[at : at + length])
        at += max(length, 1)
    longest = sorted(dict.fromkeys(found), key=lambda word: -len(word))
    return tuple(longest[:WORDS])
