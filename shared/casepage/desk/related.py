"""相关纠纷: what else the same people brought, told by keyed hashes, as far as one may see it."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from shared.auth import Identity, visible_files
from shared.db import Pool

MOST: Final = 50
"""Disputes shown at most; whoever has brought more is a matter for the list."""

LOOKED_AT: Final = 200
"""Of so many, the newest, it is asked whether the reader sees them."""

OTHERS: Final = """
WITH parties AS NOT MATERIALIZED (SELECT * FROM hub.people WHERE of_file IS NULL),
mine AS (SELECT id_hash, phone_hash FROM parties WHERE dispute_id = $1),
others AS (
    SELECT p.dispute_id, p.at FROM mine JOIN parties p ON p.id_hash = mine.id_hash
    UNION
    SELECT p.dispute_id, p.at FROM mine JOIN parties p ON p.phone_hash = mine.phone_hash
), newest AS (
    SELECT dispute_id FROM others WHERE dispute_id <> $1
    GROUP BY dispute_id ORDER BY max(at) DESC LIMIT $2
)
SELECT f.dispute_id, f.case_id, f.office, f.procedure, f.state, f.labels::text AS labels,
       (SELECT legal_on FROM hub.outbox o WHERE o.case_id = f.case_id AND o.version = 1) AS began
FROM hub.file f
WHERE f.dispute_id IN (SELECT dispute_id FROM newest)
  AND f.procedure <> 'clock'
ORDER BY began
"""
"""`parties` is a name, not a step: made first, it would be read whole for every page of a case."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another dispute of the same people."""

    number: str
    matter: str
    state: str
    on: date


async def related(pool: Pool, who: Identity, dispute_id: UUID) -> tuple[list[Related], bool]:
    """The other disputes of the same people, the newest first, and whether some were left out.

    Nothing that `who` may not see is told of.
    """
    rows = await pool.fetch(OTHERS, dispute_id, LOOKED_AT)
    by_dispute: dict[UUID, dict[UUID, dict[str, str]]] = {}
    for row in rows:
        labels = {**json.loads(row["labels"]), "office": row["office"]}
        by_dispute.setdefault(row["dispute_id"], {})[row["case_id"]] = labels
    found = []
    for row in rows:
        seen = visible_files(who, row["dispute_id"], by_dispute[row["dispute_id"]])
        labels = by_dispute[row["dispute_id"]][row["case_id"]]
        if row["office"] == "intake" and row["case_id"] in seen:
            found.append(
                Related(
                    labels.get("number", ""), labels.get("matter", ""), row["state"], row["began"]
                )
            )
    newest = sorted(found, key=lambda one: one.on, reverse=True)
    # Where so many were looked at, there may be more that were not.
    return newest[:MOST], len(newest) > MOST or len(by_dispute) == LOOKED_AT
