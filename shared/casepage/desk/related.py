"""相关纠纷: what the same people brought, and what offices know to be tied to it, with the reason.

People are told by keyed hashes. Nothing that the reader may not see is told of, nor a bond that
stands in a file which is not theirs to see.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from shared.auth import Identity, visible_files
from shared.casepage.answers import DisputeOut
from shared.db import Pool
from shared.disputes import IS_LISTED
from shared.frame.sorting import Order
from shared.office import Bond

A_PAGE: Final = 20
"""So many disputes stand on a page of them."""

LOOKED_AT: Final = 200
"""Of so many by each bond, the newest, it is asked whether the reader sees them."""

PEOPLE: Final = """
WITH parties AS NOT MATERIALIZED (SELECT * FROM hub.people WHERE of_file IS NULL),
mine AS (SELECT id_hash, phone_hash FROM parties WHERE dispute_id = $1),
others AS (
    SELECT p.dispute_id, p.at FROM mine JOIN parties p ON p.id_hash = mine.id_hash
    UNION
    SELECT p.dispute_id, p.at FROM mine JOIN parties p ON p.phone_hash = mine.phone_hash
)
SELECT dispute_id, NULL::uuid AS through FROM others WHERE dispute_id <> $1
GROUP BY dispute_id ORDER BY max(at) DESC LIMIT $2
"""
"""`parties` is a name, not a step: made first, it would be read whole for every page of a case."""

SAME_PEOPLE: Final = "同一当事人"

FILES: Final = f"""
SELECT f.dispute_id, f.case_id, f.office, f.state, f.labels::text AS labels,
       (SELECT legal_on FROM hub.outbox o WHERE o.case_id = f.case_id AND o.version = 1) AS began
FROM hub.file f
WHERE (f.dispute_id = ANY($1::uuid[]) OR f.case_id = ANY($2::uuid[]))
  AND {IS_LISTED}
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Related:
    """Another dispute, and every reason why it stands here."""

    number: str
    matter: str
    state: str
    on: date
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Related disputes, the newest first, and whether there may be more that were not looked at."""

    every: Sequence[Related]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """A page of them."""

    shown: Sequence[Related]
    total: int
    back: bool
    """Whether it is not the first."""
    next: int | None
    """Number of the page after; None on the last."""
    eldest_first: bool
    not_all: str
    """What is said where there may be more."""


async def found(pool: Pool, who: Identity, dispute: DisputeOut, bonds: Iterable[Bond]) -> Found:
    """The disputes that belong to this one, as far as `who` may see them and what ties them."""
    rows = {SAME_PEOPLE: await pool.fetch(PEOPLE, dispute.dispute_id, LOOKED_AT)}
    for bond in bonds:
        of = [one.case_id for one in dispute.files if (one.office, one.procedure) == bond.of]
        if of:
            rows[bond.says] = await pool.fetch(bond.ask, of, LOOKED_AT)
    tied = [row for each in rows.values() for row in each]
    disputes = {row["dispute_id"] for row in tied} - {dispute.dispute_id}
    if not disputes:
        return Found((), is_cut=False)
    through = {row["through"] for row in tied if row["through"]}
    files = await pool.fetch(FILES, list(disputes), list(through))
    seen = _seen(who, files)
    why: dict[UUID, list[str]] = {}
    for says, each in rows.items():
        for row in each:
            if row["through"] is None or row["through"] in seen:
                why.setdefault(row["dispute_id"], []).append(says)
    every = [
        _told(row, why[row["dispute_id"]])
        for row in files
        if row["office"] == "intake" and row["case_id"] in seen and row["dispute_id"] in why
    ]
    every.sort(key=lambda one: (one.on, one.number), reverse=True)
    return Found(every, is_cut=any(len(each) == LOOKED_AT for each in rows.values()))


def turned(these: Found, number: int, order: Order) -> Turned:
    """The page of that number, or the last one; `order` by the day of registration."""
    last = max(1, -(-len(these.every) // A_PAGE))
    number = min(number, last)
    every = these.every if order.down else these.every[::-1]
    return Turned(
        every[(number - 1) * A_PAGE : number * A_PAGE],
        len(these.every),
        number > 1,
        number + 1 if number < last else None,
        not order.down,
        f"只列最近{len(these.every)}件。" if these.is_cut else "",
    )


def _seen(who: Identity, files: Iterable[Mapping[str, Any]]) -> frozenset[UUID]:
    by_dispute: dict[UUID, dict[UUID, dict[str, str]]] = {}
    for row in files:
        labels = {**json.loads(row["labels"]), "office": row["office"]}
        by_dispute.setdefault(row["dispute_id"], {})[row["case_id"]] = labels
    return frozenset(
        case_id
        for dispute, own in by_dispute.items()
        for case_id in visible_files(who, dispute, own)
    )


def _told(row: Mapping[str, Any], why: Iterable[str]) -> Related:
    labels = json.loads(row["labels"])
    return Related(
        labels.get("number", ""),
        labels.get("matter", ""),
        row["state"],
        row["began"],
        tuple(dict.fromkeys(why)),
    )
