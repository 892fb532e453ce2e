"""窗口办件: what a window has to see to: today's, what runs, callbacks, what came back, 代收."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from asyncpg import Record
from pydantic import BaseModel, ConfigDict, Field

from services.intake.queries.by_due import ByDue, count_running, running_in, seen_files
from services.intake.queries.given_back import given_back
from services.intake.queries.numbers import today
from services.intake.tables import TAKEN_ELSEWHERE
from shared.auth import Identity
from shared.casepage.few import few_seen
from shared.casepage.sight import Where, own_county, sight
from shared.casepage.table import Table
from shared.contracts.intake import Risk
from shared.db import Conn
from shared.disputes import File, files_of_many
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.number import begins_as_kept
from shared.work import Hub

MOST: Final = 1000
"""Beyond so many, a tab is not counted on."""

ROW: Final = """o.case_id, o.dispute_id, o.number, o.registered_on, o.matter, o.place, o.county,
       o."window", o.risk, o.urgency, o.repeats, o.state"""

LAST_PAGE: Final = 1000
"""Behind it nobody turns over: whoever looks for more narrows the list."""

LISTED: Final = """
SELECT {row}
FROM intake.dispute o {joined}
WHERE {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}
"""

IN_COUNTY: Final = "SELECT count(*) FROM (SELECT FROM intake.dispute WHERE county = $1 LIMIT $2) n"
"""Read from the index of counties alone."""

COUNTED: Final = "SELECT count(*) FROM (SELECT FROM intake.dispute o WHERE {where} LIMIT {limit}) n"

NEXT_DUE: Final = """
LEFT JOIN LATERAL (
  SELECT min(d.until) AS until FROM hub.deadline d JOIN hub.file v ON v.case_id = d.case_id
  WHERE d.dispute_id = o.case_id AND d.ended IS NULL AND d.until IS NOT NULL
    AND {seen}
) AS due ON true
"""
"""What is due first in the files that the reader may see."""

DUE: Final = """
SELECT case_id, name, subject, started_on, until FROM hub.deadline
WHERE case_id = ANY($1::uuid[]) AND ended IS NULL AND until IS NOT NULL
ORDER BY until, name
"""

ORDERS: Final[Mapping[str, str]] = {
    "-registered": "o.registered_on DESC, o.number DESC",
    "registered": "o.registered_on, o.number",
    "due": "due.until NULLS LAST, o.number",
    "-due": "due.until DESC NULLS LAST, o.number",
    "number": "o.number",
    "-number": "o.number DESC",
}


class Tab(StrEnum):
    """办件分类 of a window."""

    TODAY = "today"  # 今日登记
    RUNNING = "running"  # 期限在走
    CALLBACK = "callback"  # 待回访
    RETURNED = "returned"  # 退回
    ELSEWHERE = "elsewhere"  # 异地代收
    ALL = "all"  # 全部


class Asked(BaseModel):
    """What the queue is narrowed to, how it is sorted, and which page of it."""

    model_config = ConfigDict(extra="ignore")

    tab: Tab = Field(Tab.TODAY, title="分类", examples=["today"])
    mine: bool = Field(default=False, title="只看本窗口", description="本窗口首问负责的")
    matter: str = Field("", title="纠纷类型", max_length=64, examples=["wuye"])
    county: str = Field("", title="县区", max_length=12, examples=["620702"])
    risk: Risk | None = Field(None, title="风险等级", examples=["red"])
    number: str = Field("", title="纠纷编号", description="编号或者其开头", max_length=40)
    sort: str = Field(
        "",
        title="排序",
        pattern=r"^(-?(registered|due|number))?$",
        description="registered 登记日，due 最先届满，number 编号；前加 - 为倒序",
    )
    page: int = Field(1, ge=1, le=LAST_PAGE, title="页次")
    limit: int = Field(30, ge=1, le=200, title="每页件数")


@dataclass(frozen=True, slots=True)
class Count:
    """件数 of a tab."""

    tab: Tab
    count: int
    more: bool
    """Whether there are more than were counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """一件 in the queue."""

    dispute_id: UUID
    number: str
    state: str
    registered_on: date
    matter: str
    place: str
    county: str
    window: str
    risk: Risk
    urgency: str
    repeats: int
    road: str | None
    whistle_id: UUID | None
    """The whistle that stands in this tab's state."""
    due: str
    """What is due first, in Chinese; empty where nothing runs."""
    due_by: str
    """Code of the department whose period it is; empty where it is the file's."""
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Queue:
    """窗口办件: a page of a tab, and how much there is in each."""

    items: Sequence[Queued]
    counts: Sequence[Count]
    on: date
    more: bool
    """Whether another page follows that can be asked for."""
    cut: bool
    """Whether there are more, and this is the last page that can be asked for."""


STATES: Final = {Tab.CALLBACK: "awaiting_callback", Tab.RETURNED: "returned"}
"""How the whistle stands in a tab that is about whistles."""


@dataclass(frozen=True, slots=True)
class _View:
    """What whoever asks may see, and to what they narrow it."""

    who: Identity
    asked: Asked
    on: date
    few: Sequence[UUID] | None
    """All that they may see, where that is known."""

    @property
    def every(self) -> Where:
        """What every tab holds at most."""
        where, asked = Where("o.case_id"), self.asked
        if self.few is None:
            where.also(sight(where, self.who, own_county(where, self.who, "o")))
        else:
            where.also(f"o.case_id = ANY({where.param(self.few)}::uuid[])")
        if asked.mine:
            where.also(f'o."window" = {where.param(self.who.organ)}')
        for column in ("matter", "county", "risk"):
            if value := getattr(asked, column):
                where.also(f"o.{column} = {where.param(str(value))}")
        if asked.number.strip():
            start = begins_as_kept(asked.number)
            where.also(f"starts_with(o.number, {where.param(start)})")
        return where

    def of(self, tab: Tab) -> Where:
        """What a tab holds."""
        where = self.every
        where.also(_of_tab(where, self.who, tab, self.on))
        return where


async def queue(hub: Hub, who: Identity, asked: Asked) -> Queue:
    """The queue of whoever asks: nothing in it that they may not see."""
    on = await today(hub)
    async with hub.pool.acquire() as conn:
        view = _View(who, asked, on, await few_seen(conn, who, IN_COUNTY))
        every = await _count(conn, view, Tab.ALL)
        counts = [await _count(conn, view, tab, of=every) for tab in Tab if tab is not Tab.ALL]
        rows = await _rows(conn, view)
        items = await _items(conn, hub, who, asked, rows[: asked.limit])
    more, last = len(rows) > asked.limit, asked.page == LAST_PAGE
    return Queue(items, [*counts, every], on, more=more and not last, cut=more and last)


async def _count(conn: Conn, view: _View, tab: Tab, of: Count | None = None) -> Count:
    """How many there are in a tab; where there are few in all, what runs is asked of these."""
    if tab is Tab.RUNNING and of and of.more:
        found = await count_running(conn, view.every, view.who, MOST + 1)
    else:
        where = view.of(tab)
        text = COUNTED.format(where=where.text, limit=MOST + 1)
        found = await conn.fetchval(text, *where.values)
    return Count(tab, min(found, MOST), more=found > MOST)


async def _rows(conn: Conn, view: _View) -> list[Record]:
    asked, who = view.asked, view.who
    order = Order.of(asked.sort, "due" if asked.tab is Tab.RUNNING else "-registered")
    page = {"limit": asked.limit + 1, "offset": (asked.page - 1) * asked.limit}
    many = asked.tab is Tab.ALL and not asked.number.strip()
    if order.by == "due" and (many or asked.tab is Tab.RUNNING):
        by_due = ByDue(row=ROW, where=view.every, who=who, down=order.down, **page)
        return await (by_due.running if asked.tab is Tab.RUNNING else by_due.every)(conn)
    where = view.of(asked.tab)
    joined = NEXT_DUE.format(seen=seen_files(where, who)) if order.by == "due" else ""
    text = LISTED.format(row=ROW, joined=joined, where=where.text, order=ORDERS[str(order)], **page)
    rows: list[Record] = await conn.fetch(text, *where.values)
    return rows


def _of_tab(where: Where, who: Identity, tab: Tab, on: date) -> str:
    match tab:
        case Tab.TODAY:
            return f"o.entered_on = {where.param(on)}"
        case Tab.RUNNING:
            return running_in(where, who)
        case Tab.CALLBACK:
            return where.any_file("v.office = 'routing'", "v.state = 'awaiting_callback'")
        case Tab.RETURNED:
            return given_back(where)
        case Tab.ELSEWHERE:
            return f'o."window" = {where.param(who.organ)} AND {TAKEN_ELSEWHERE}'
        case Tab.ALL:
            return "true"


async def _items(
    conn: Conn, hub: Hub, who: Identity, asked: Asked, rows: Sequence[Record]
) -> list[Queued]:
    seen = await files_of_many(conn, who, [row["dispute_id"] for row in rows])
    known = {file.case_id: file for files in seen.values() for file in files}
    due: dict[UUID, Record] = {}
    for one in await conn.fetch(DUE, list(known)):
        due.setdefault(one["case_id"], one)
    return [
        _item(hub, asked, row, seen[row["dispute_id"]], due)
        for row in rows
        if row["dispute_id"] in seen
    ]


def _item(
    hub: Hub, asked: Asked, row: Record, files: Sequence[File], due: Mapping[UUID, Record]
) -> Queued:
    named: dict[str, Any] = {
        name: row[name]
        for name in (
            *("dispute_id", "number", "state", "registered_on", "matter", "place", "county"),
            *("window", "urgency", "repeats"),
        )
    }
    runs = [(due[file.case_id], file) for file in files if file.case_id in due]
    first, file = min(runs, key=lambda one: one[0]["until"]) if runs else (None, None)
    wanted = STATES.get(asked.tab)
    return Queued(
        **named,
        risk=Risk(row["risk"]),
        road=next((r for f in files if (r := f.labels.get("road"))), None),
        whistle_id=next((f.case_id for f in files if wanted and f.state == wanted), None),
        due=_term(hub, file, first) if first and file else "",
        due_by=first["subject"] if first else "",
        until=first["until"].astimezone(CITY) if first else None,
    )


def _term(hub: Hub, file: File, row: Record) -> str:
    return Table.of(hub.shelves, file).deadline_term(row["name"], row["started_on"])
