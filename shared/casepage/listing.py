"""Listing disputes 纠纷列表: newest first, narrowed by labels and states, as far as one may see."""

import base64
import json
from collections.abc import Sequence
from typing import Final, Literal
from uuid import UUID

from asyncpg import Record
from pydantic import BaseModel, ConfigDict, Field

from shared.auth import Identity, visible_files
from shared.auth.labels import BEHIND
from shared.casepage.answers import ListedOut, ListOut, StandOut
from shared.casepage.few import few_seen
from shared.casepage.sight import Where, concerns, own_files, sight
from shared.db import Conn, Pool
from shared.disputes import IS_LISTED
from shared.errors import Malformed
from shared.law.casefile import UNLISTED
from shared.law.period import CITY

MOST: Final = 1_000
"""Beyond so many, disputes are not counted on."""

LISTED: Final = """
SELECT o.seq, o.dispute_id, o.legal_on, o.at, f.labels
FROM hub.outbox o JOIN hub.file f ON f.case_id = o.case_id
WHERE o.kind = 'intake.registered.v1' AND f.office = 'intake' AND {where}
ORDER BY o.seq {turn} LIMIT {limit}
"""

COUNTED: Final = f"""
SELECT count(*) FROM (
  SELECT FROM hub.file f
  WHERE f.office = 'intake' AND {IS_LISTED} AND {{where}} LIMIT {{limit}}
) AS found
"""  # noqa: S608 - our own words
"""Files alone, so that it ends with the last one counted: joined to their pages, all of a county
would be read first."""

FILES: Final = """
SELECT f.dispute_id, f.case_id, f.office, f.procedure, f.state, f.version, f.labels
FROM hub.file f LEFT JOIN hub.outbox o ON o.case_id = f.case_id AND o.version = 1
WHERE f.dispute_id = ANY($1::uuid[]) ORDER BY o.seq, f.case_id
"""
"""In the order in which they were opened: how a dispute stands is read from its beginning on."""


PLANNED: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
"""A county with all disputes and one with none are asked for in the same words."""


class Asked(BaseModel):
    """What a list is narrowed to; several values are separated by commas."""

    model_config = ConfigDict(extra="ignore")

    county: str = Field("", title="县区", examples=["620702"])
    window: str = Field("", title="窗口", examples=["620702-window-1"])
    matter: str = Field("", title="纠纷类型", examples=["land"])
    department: str = Field(
        "", title="部门", description="部门或者办理机关", examples=["620702-gongan"]
    )
    office: str = Field("", title="机构", description="有这一机构的案卷", examples=["mediation"])
    state: str = Field("", title="状态", description="案卷所处状态", examples=["accepted"])
    road: str = Field("", title="途径", description="分流途径", examples=["reconsideration"])
    sort: Literal["", "registered", "-registered"] = Field(
        "", title="次序", description="登记先后；不填为最新登记的在前"
    )
    cursor: str = Field("", title="下一页", description="上一页回答中的 next")
    limit: int = Field(50, ge=1, le=200, title="每页件数")


async def list_disputes(pool: Pool, who: Identity, asked: Asked) -> ListOut:
    """A page of the disputes that `who` may see, and how many there are.

    Raises:
        Malformed: The cursor is none of ours.
    """
    async with pool.acquire() as conn, conn.transaction(readonly=True):
        await conn.execute(PLANNED)
        few = await few_seen(conn, who)
        files = seen(who, asked, few, "f.dispute_id")
        counted = COUNTED.format(where=files.text, limit=MOST + 1)
        total = await conn.fetchval(counted, *files.values)
        where = seen(who, asked, few)
        forward = asked.sort == "registered"
        if asked.cursor:
            where.also(f"o.seq {'>' if forward else '<'} {where.param(_place(asked.cursor))}")
        turn = "ASC" if forward else "DESC"
        listed = LISTED.format(where=where.text, turn=turn, limit=asked.limit + 1)
        rows = await conn.fetch(listed, *where.values)
        page = rows[: asked.limit]
        items = await _items(conn, who, page)
    return ListOut(
        items=items,
        total=min(total, MOST),
        more_than_total=total > MOST,
        next=_cursor(page[-1]["seq"]) if len(rows) > asked.limit else None,
    )


def seen(
    who: Identity, asked: Asked, few: Sequence[UUID] | None, dispute: str = "o.dispute_id"
) -> Where:
    """What a list holds; `few` are all that the reader may see, where that is known."""
    where = Where(dispute)
    if few is None:
        where.also(sight(where, who, own_files(where, who, "f")))
    else:
        where.also(f"{dispute} = ANY({where.param(few)}::uuid[])")
    where.also(*_asked(where, who, asked))
    return where


def _asked(where: Where, who: Identity, asked: Asked) -> list[str]:
    says = [
        f"f.labels->>'{label}' = ANY({where.param(words)}::text[])"
        for label in ("county", "window", "matter")
        if (words := _words(getattr(asked, label)))
    ]
    if words := _words(asked.department):
        says.append(_theirs(where, who, concerns(where, words)))
    of_file = [
        f"v.{column} = ANY({where.param(words)}::text[])"
        for column in ("office", "state")
        if (words := _words(getattr(asked, column)))
    ]
    if of_file:
        says.append(_theirs(where, who, *of_file))
    if words := _words(asked.road):
        road = f"v.labels->>'road' = ANY({where.param(words)}::text[])"
        says.append(_theirs(where, who, road))
    return says


def _theirs(where: Where, who: Identity, *conditions: str) -> str:
    """Some file that is theirs to see meets them: what is found tells no more than a row."""
    own = own_files(where, who)
    seen = [] if own == "true" else [f"(v.office = ANY({where.param([*BEHIND])}) OR {own})"]
    return where.any_file(*conditions, *seen)


async def _items(conn: Conn, who: Identity, rows: list[Record]) -> list[ListedOut]:
    files: dict[UUID, list[Record]] = {}
    for row in await conn.fetch(FILES, [row["dispute_id"] for row in rows]):
        files.setdefault(row["dispute_id"], []).append(row)
    return [_item(who, row, files[row["dispute_id"]]) for row in rows]


def _item(who: Identity, row: Record, files: list[Record]) -> ListedOut:
    labels = json.loads(row["labels"])
    sights = {f["case_id"]: {**json.loads(f["labels"]), "office": f["office"]} for f in files}
    visible = visible_files(who, row["dispute_id"], sights)
    return ListedOut(
        dispute_id=row["dispute_id"],
        number=labels.get("number"),
        registered_on=row["legal_on"],
        registered_at=row["at"].astimezone(CITY),
        labels=labels,
        files=[
            StandOut(**{name: f[name] for name in StandOut.model_fields})
            for f in files
            if f["case_id"] in visible and f["procedure"] not in UNLISTED
        ],
    )


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _cursor(seq: int) -> str:
    return base64.urlsafe_b64encode(f"d{seq}".encode()).decode().rstrip("=")


def _place(cursor: str) -> int:
    try:
        said = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        return int(said.removeprefix("d"))
    except ValueError:
        raise Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor") from None
