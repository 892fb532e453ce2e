"""Lists of hot spots 热点列表, and the disputes that speak of one, as far as the reader may see."""

import base64
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.routing import tables
from services.routing.hotspots.file import HOTSPOT, HotSpot
from services.routing.store import HOTSPOTS, ON_ROAD
from shared.auth import Identity, visible_files
from shared.casepage.sight import Where, own_files, sight
from shared.db import Conn, Pool
from shared.disputes import IS_LISTED
from shared.errors import Malformed

_SHOWN: Final = ", ".join(
    "'[]'::jsonb AS disputes" if one.name == "disputes" else f"h.{one.name}"
    for one in tables.HOTSPOT.columns
)
"""All but the disputes, which may be thousands: a list tells how many, and names none."""

LISTED: Final = f"""
SELECT {_SHOWN} FROM routing.hotspot h
WHERE ($1::text = '' OR h.county = $1) AND ($2::text = '' OR h.state = $2)
  AND ($3::date IS NULL OR h.told_on >= $3) AND ($4::date IS NULL OR h.found_on <= $4)
  AND ($5 = '' OR EXISTS (
    SELECT FROM jsonb_array_elements_text(h.disputes) AS d(id)
    JOIN routing.routing r ON r.dispute_id = d.id::uuid WHERE r.road = $5))
  AND ($6::float8 IS NULL OR (h.score, h.case_id) < ($6, $7::uuid))
ORDER BY h.score DESC, h.case_id DESC LIMIT $8
"""  # noqa: S608 - our own words

COUNTED: Final = """
SELECT h.case_id, count(*) AS many FROM routing.hotspot h
CROSS JOIN LATERAL jsonb_array_elements_text(h.disputes) AS d(id)
JOIN hub.file f ON f.case_id = d.id::uuid AND f.office = 'intake'
WHERE h.case_id = ANY({spots}::uuid[]) AND {seen} AND ({road} = '' OR f.{on_road})
GROUP BY h.case_id
"""
"""Of each hot spot how many of its disputes somebody may see; intake's file bears a dispute's id.
"""

FILES: Final = f"""
SELECT f.dispute_id, f.case_id, f.office, f.procedure, f.state, f.labels, o.legal_on
FROM hub.file f
LEFT JOIN hub.outbox o ON o.case_id = f.case_id AND o.version = 1 AND f.office = 'intake'
WHERE f.dispute_id = ANY($1::uuid[]) AND {IS_LISTED}
  AND ($2 = '' OR f.{ON_ROAD.format("$2")})
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a list is narrowed to; empty for all."""

    county: str = ""
    state: str = "hot"
    since: date | None = None
    """Told of on this day or later."""
    until: date | None = None
    """Found on this day or before."""
    road: str = ""
    """Only those of which a dispute is on this road now."""
    cursor: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Member:
    """A dispute that speaks of a hot spot."""

    dispute_id: UUID
    on: date
    """The day of registration."""
    number: str
    matter: str
    place: str
    state: str


async def list_hotspots(reader: Pool | Conn, asked: Asked) -> tuple[Sequence[HotSpot], str | None]:
    """The hottest first, without their disputes, and the mark of the next page.

    Raises:
        Malformed: The cursor is none of ours.
    """
    score, last = _place(asked.cursor) if asked.cursor else (None, None)
    narrowed = (asked.county, asked.state, asked.since, asked.until, asked.road)
    rows = await reader.fetch(LISTED, *narrowed, score, last, asked.limit + 1)
    page = [HOTSPOTS.make(row, HOTSPOT) for row in rows[: asked.limit]]
    return page, _cursor(page[-1]) if len(rows) > asked.limit else None


async def read_hotspot(reader: Pool | Conn, case_id: UUID) -> HotSpot | None:
    """One hot spot; None if there is none of this id."""
    row = await reader.fetchrow("SELECT * FROM routing.hotspot WHERE case_id = $1", case_id)
    return HOTSPOTS.make(row, HOTSPOT) if row else None


async def count_members(
    reader: Pool | Conn, who: Identity, spots: Iterable[UUID], road: str = ""
) -> Mapping[UUID, int]:
    """How many disputes of each hot spot an officer may see.

    `road` leaves only those that are on it now.
    """
    where = Where("f.dispute_id")
    seen = sight(where, who, own_files(where, who, "f"))
    on = where.param(road)
    text = COUNTED.format(
        spots=where.param(list(spots)), seen=seen, road=on, on_road=ON_ROAD.format(on)
    )
    rows = await reader.fetch(text, *where.values)
    return Counter({row["case_id"]: row["many"] for row in rows})


async def members_of(
    reader: Pool | Conn, who: Identity, file: HotSpot, road: str = ""
) -> list[Member]:
    """The disputes of a hot spot that `who` may see, in the order in which they are on file.

    `road` leaves only those that are on it now.
    """
    by_dispute: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in await reader.fetch(FILES, list(file.disputes), road):
        by_dispute.setdefault(row["dispute_id"], []).append(row)
    return [
        member
        for dispute in file.disputes
        if (member := _member(who, dispute, by_dispute.get(dispute, ())))
    ]


def _member(who: Identity, dispute: UUID, rows: Sequence[Mapping[str, Any]]) -> Member | None:
    labels = {row["case_id"]: json.loads(row["labels"]) for row in rows}
    sights = {row["case_id"]: {**labels[row["case_id"]], "office": row["office"]} for row in rows}
    visible = visible_files(who, dispute, sights)
    for row in rows:
        if row["office"] == "intake" and row["case_id"] in visible:
            said = labels[row["case_id"]]
            return Member(
                dispute_id=dispute,
                on=row["legal_on"],
                number=said.get("number", ""),
                matter=said.get("matter", ""),
                place=said.get("place", ""),
                state=row["state"],
            )
    return None


def _cursor(file: HotSpot) -> str:
    told = f"{file.score!r}/{file.case_id}".encode()
    return base64.urlsafe_b64encode(told).decode().rstrip("=")


def _place(cursor: str) -> tuple[float, UUID]:
    try:
        said = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        score, _, case_id = said.partition("/")
        return float(score), UUID(case_id)
    except ValueError:
        raise Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor") from None
