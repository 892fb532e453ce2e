"""Listing disputes 纠纷列表: newest first, narrowed by labels and states, as far as one may see."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from uuid import UUID

from asyncpg import Record
from pydantic import BaseModel, ConfigDict, Field

from shared.auth import Identity, Role, centre_at, visible_files
from shared.auth.sight import AUTHORITIES, CONSULTATION, CONSULTED, DIRECTOR, PANEL
from shared.casepage.answers import ListedOut, ListOut, StandOut
from shared.db import Conn, Pool
from shared.directory import committee_in
from shared.errors import Malformed
from shared.law.period import CITY

OF_AUTHORITY: Final = frozenset(
    {
        *(Role.GRID, Role.MEDIATOR, Role.ADJUDICATOR),
        *(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD),
    }
)
"""Who sees the files of their own authority."""

_OF_COUNTY: Final = frozenset({Role.WINDOW, Role.SUPERVISOR})
"""Who sees whatever is of their county."""

_BODY: Final = frozenset({Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD})

MOST: Final = 1_000
"""Beyond so many, disputes are not counted on."""

LISTED: Final = """
SELECT o.seq, o.dispute_id, o.legal_on, o.at, f.labels
FROM hub.outbox o JOIN hub.file f ON f.case_id = o.case_id
WHERE o.kind = 'intake.registered.v1' AND {where}
ORDER BY o.seq {turn} LIMIT {limit}
"""

COUNTED: Final = """
SELECT count(*) FROM (
  SELECT 1 FROM hub.outbox o JOIN hub.file f ON f.case_id = o.case_id
  WHERE o.kind = 'intake.registered.v1' AND {where} LIMIT {limit}
) AS found
"""

FILES: Final = """
SELECT dispute_id, case_id, office, procedure, state, version, labels FROM hub.file
WHERE dispute_id = ANY($1::uuid[]) ORDER BY case_id
"""

ANY_FILE: Final = "{dispute} IN (SELECT v.dispute_id FROM hub.file v WHERE {which})"
"""Whether some file of the dispute is of this sort."""

FILE_OF: Final = "SELECT FROM hub.file v WHERE v.dispute_id = {dispute} AND {which}"
"""The same, looked for where most rows are known without it."""


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


@dataclass(slots=True)
class Where:
    """Conditions in SQL, and their parameters."""

    dispute: str = "o.dispute_id"
    """The column of the dispute: one that an index knows."""
    says: list[str] = field(default_factory=lambda: ["true"])
    values: list[Any] = field(default_factory=list)

    def param(self, value: object) -> str:
        """A parameter's place."""
        self.values.append(value)
        return f"${len(self.values)}"

    def any_file(self, *conditions: str) -> str:
        """Some file of the dispute meets them all."""
        return ANY_FILE.format(dispute=self.dispute, which=" AND ".join(conditions))

    def also(self, *conditions: str) -> None:
        """Each of these must hold too."""
        self.says.extend(conditions)

    @property
    def text(self) -> str:
        """All of them."""
        return " AND ".join(self.says)


async def list_disputes(pool: Pool, who: Identity, asked: Asked) -> ListOut:
    """A page of the disputes that `who` may see, and how many there are.

    Raises:
        Malformed: The cursor is none of ours.
    """
    where = Where()
    where.also(sight(where, who, own_files(where, who, "f")), *_asked(where, asked))
    counted = COUNTED.format(where=where.text, limit=MOST + 1)
    count_values = list(where.values)
    forward = asked.sort == "registered"
    if asked.cursor:
        where.also(f"o.seq {'>' if forward else '<'} {where.param(_place(asked.cursor))}")
    turn = "ASC" if forward else "DESC"
    listed = LISTED.format(where=where.text, turn=turn, limit=asked.limit + 1)
    async with pool.acquire() as conn:
        total = await conn.fetchval(counted, *count_values)
        rows = await conn.fetch(listed, *where.values)
        page = rows[: asked.limit]
        items = await _items(conn, who, page)
    return ListOut(
        items=items,
        total=min(total, MOST),
        more_than_total=total > MOST,
        next=_cursor(page[-1]["seq"]) if len(rows) > asked.limit else None,
    )


def _asked(where: Where, asked: Asked) -> list[str]:
    says = [
        f"f.labels->>'{label}' = ANY({where.param(words)}::text[])"
        for label in ("county", "window", "matter")
        if (words := _words(getattr(asked, label)))
    ]
    if words := _words(asked.department):
        says.append(where.any_file(_concerns(where, words)))
    of_file = [
        f"v.{column} = ANY({where.param(words)}::text[])"
        for column in ("office", "state")
        if (words := _words(getattr(asked, column)))
    ]
    if of_file:
        says.append(where.any_file(*of_file))
    if words := _words(asked.road):
        says.append(where.any_file(f"v.labels->>'road' = ANY({where.param(words)}::text[])"))
    return says


def _concerns(where: Where, organs: list[str], v: str = "v") -> str:
    these = f"{where.param(organs)}::text[]"
    named = f"string_to_array({v}.labels->>'departments', ' ')"
    of_theirs = f"{v}.labels ? 'authority' AND {v}.labels->>'authority' = ANY({these})"
    return f"({of_theirs} OR {v}.labels ? 'departments' AND {named} && {these})"


def sight(where: Where, who: Identity, here: str = "") -> str:
    """The rule of `shared.auth.sight` in SQL: some file of the dispute `o` is theirs to see.

    `here` tells of the row itself whether one surely is: mostly it is, and no file is looked for.
    """
    own = own_files(where, who)
    # One subquery for all ways: PostgreSQL joins it, and would run through each one of several.
    if own in {"true", "false"}:
        return own
    if here in {"", "false"}:
        return where.any_file(own)
    return f"({here} OR EXISTS ({FILE_OF.format(dispute=where.dispute, which=own)}))"


def own_files(where: Where, who: Identity, v: str = "v") -> str:
    """The same of one file `v`; those of intake and routing go with it."""
    if Role.ADMINISTRATOR in who.roles or (Role.SUPERVISOR in who.roles and who.is_city):
        return "true"
    ways = [way for role in sorted(who.roles) for way in _ways(where, who, role, v)]
    return f"({' OR '.join(ways)})" if ways else "false"


def own_county(where: Where, who: Identity, row: str) -> str:
    """Whether a row that bears county and office is surely of such a file; others may be, too."""
    if not who.county or who.roles.isdisjoint(_OF_COUNTY):
        return "false"
    return f"{row}.county = {where.param(who.county)}"


def _ways(where: Where, who: Identity, role: Role, v: str) -> list[str]:
    """What a file must be for a role to see its dispute."""
    ways = _ways_of(where, who, role, v)
    if role in CONSULTED:
        return ways
    return [f"({way} AND {v}.office <> '{CONSULTATION}')" for way in ways]


def _ways_of(where: Where, who: Identity, role: Role, v: str) -> list[str]:
    if role is Role.PARTY:
        return [f"{v}.dispute_id = ANY({where.param(list(who.dispute_ids))}::uuid[])"]
    ways = []
    if who.county and role in _OF_COUNTY:
        ways.append(f"{v}.labels->>'county' = {where.param(who.county)}")
    if who.organ and role is Role.WINDOW:
        ways.append(f"{v}.labels->>'window' = {where.param(who.organ)}")
        ways.append(_of_authority(where, centre_at(who), v))
    if who.organ and role is Role.DEPARTMENT:
        ways.append(_concerns(where, [who.organ], v))
    if who.organ and role in OF_AUTHORITY:
        ways.extend(_of_their_authority(where, who.organ, role, v))
    if who.organ and role is Role.SECRETARY:
        ways.append(_consults(where, who, v))
    if role is Role.COMMITTEE:
        ways.append(_sits(where, who, v))
    return ways


def _of_authority(where: Where, organ: str, v: str) -> str:
    """The label is asked for by itself too: the index holds only files that bear it."""
    return f"({v}.labels ? 'authority' AND {v}.labels->>'authority' = {where.param(organ)})"


def _of_their_authority(where: Where, organ: str, role: Role, v: str) -> Iterator[str]:
    yield _of_authority(where, organ, v)
    if role in _BODY:
        yield _reads(where, organ, v)


def _reads(where: Where, organ: str, v: str) -> str:
    """The file is another authority's, which lets this one read it."""
    named = f"string_to_array({v}.labels->>'{AUTHORITIES}', ' ')"
    return f"({v}.labels ? '{AUTHORITIES}' AND {named} && {where.param([organ])}::text[])"


def _consults(where: Where, who: Identity, v: str) -> str:
    place = where.param(who.organ.split("-", 1)[0])
    of_place = f"split_part({v}.labels->>'authority', '-', 1) = {place}"
    return f"({v}.office = '{CONSULTATION}' AND {of_place})"


def _sits(where: Where, who: Identity, v: str) -> str:
    code = where.param(who.code)
    ways = [
        f"{code} = ANY(string_to_array({v}.labels->>'{PANEL}', ' '))",
        f"{v}.labels->>'{DIRECTOR}' = {code}",
    ]
    if who.organ:
        ways.append(_of_authority(where, committee_in(who.organ), v))
    return f"({v}.office = '{CONSULTATION}' AND ({' OR '.join(ways)}))"


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
            if f["case_id"] in visible and f["procedure"] != "clock"
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
