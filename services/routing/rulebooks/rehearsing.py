"""推演 part after part: begun, gone on with, cancelled; its figures are a page of the rule book.

What was counted so far stands with the place reached in `routing.rehearsal`, so that a page that
is closed, a hub that is killed, or two people at once lose nothing and count nothing twice.
"""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID, uuid4

from services.routing.domain.rehearsal import Figures, Rehearsal
from services.routing.domain.rehearsal_course import Stage
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.rulebook_file import RuleBookFile, need_rehearsable
from services.routing.rulebooks import care, looking
from services.routing.rulebooks.replay import PART, Span, play_part
from services.routing.rulebooks.schemas import LISTED, FiguresOut
from services.routing.store import RULEBOOKS
from shared.db import LOST
from shared.editions import enacted
from shared.errors import Away, Malformed, Stale, Unknown
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Act, Hub, Tray, Work

Row = Mapping[str, Any]

STEP_SECONDS: Final = 0.5
"""A step plays parts for so long; the page shows how far it has come after each step."""

BEGUN: Final = """
INSERT INTO routing.rehearsal
  (rehearsal_id, case_id, months, by, at, touched_at, first_on, last_on, upto, reached_on, total)
SELECT $1, $2, $3, $4, $5::timestamptz, $5, $6::date, $7, $8, $6, (
  SELECT count(*) FROM hub.outbox WHERE version = 1 AND kind = 'intake.registered.v1'
    AND legal_on BETWEEN $6 AND $7 AND seq <= $8)
ON CONFLICT (case_id) WHERE state = 'running' DO NOTHING
RETURNING *
"""
RUNNING: Final = "SELECT * FROM routing.rehearsal WHERE case_id = $1 AND state = 'running'"
ONE: Final = "SELECT * FROM routing.rehearsal WHERE rehearsal_id = $1 AND case_id = $2"
EVERY: Final = """
SELECT * FROM routing.rehearsal WHERE case_id = $1 AND ($2 = '' OR state = $2)
ORDER BY at {turn}, rehearsal_id LIMIT $3 OFFSET $4
"""
MINE: Final = """
SELECT * FROM routing.rehearsal WHERE rehearsal_id = $1 AND state = 'running'
FOR UPDATE SKIP LOCKED
"""
COME: Final = """
UPDATE routing.rehearsal
SET reached_on = $2, seq = $3, done = done + $4, counts = $5, touched_at = $6
WHERE rehearsal_id = $1
"""
ENDED: Final = """
UPDATE routing.rehearsal SET state = $2, why = $3, ended_by = $4, ended_at = $5
WHERE rehearsal_id = $1 AND state = 'running'
"""
STANDING: Final = """
SELECT rehearsal_id, case_id FROM routing.rehearsal WHERE state = 'running' AND touched_at < $1
"""
DONE: Final = Tray(
    "rehearsals",
    """
UPDATE routing.rehearsal r SET state = 'done', why = '', ended_by = '', ended_at = d.at
FROM unnest($1::uuid[], $2::timestamptz[]) AS d(rehearsal_id, at)
WHERE r.rehearsal_id = d.rehearsal_id
""",
)
"""Those whose figures are on record: they are done, whoever has cancelled them in the meantime."""


async def begin(hub: Hub, file: RuleBookFile, text: str, months: int, *, by: str) -> Row:
    """推演 over the past months; the one that runs, where it is over as many.

    Raises:
        Refused: Another one runs, the book is no longer rehearsed, or the law forbids it.
        Malformed: The text does not read.
        Away: The database does not answer.
    """
    need_rehearsable(file)
    try:
        today = await looking.today_of(hub)
        care.sound(text, hub.directory, today)
        async with hub.pool.acquire() as conn:
            span = await Span.of(conn, today, months)
            values = (months, by, hub.clock.now(), span.reached, span.last, span.upto)
            row: Row | None = await conn.fetchrow(BEGUN, uuid4(), file.case_id, *values)
            row = row or await conn.fetchrow(RUNNING, file.case_id)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    if row is None:
        raise Stale("前一次推演刚刚结束，请再次推演")
    if row["months"] != months:
        told = f"正在以过去{row['months']}个月的纠纷推演，完成或者取消后才能再次推演"
        raise Refused(told, RULES[51])
    return row


async def find(hub: Hub, case_id: UUID, rehearsal_id: UUID) -> Row:
    """One rehearsal of a rule book.

    Raises:
        Unknown: The rule book has no such rehearsal.
    """
    row: Row | None = await hub.pool.fetchrow(ONE, rehearsal_id, case_id)
    if row is None:
        raise Unknown("没有这次推演")
    return row


async def every(
    hub: Hub,
    case_id: UUID,
    state: str = "",
    *,
    oldest_first: bool = False,
    after: int = 0,
    limit: int = LISTED,
) -> Sequence[Row]:
    """推演记录 of a rule book, all or of a `Stage`, the newest first or the oldest.

    `limit` of them behind `after` ones.
    """
    query = EVERY.format(turn="ASC" if oldest_first else "DESC")
    rows: Sequence[Row] = await hub.pool.fetch(query, case_id, state, limit, after)
    return rows


async def cancel(hub: Hub, case_id: UUID, rehearsal_id: UUID, *, by: str) -> Row:
    """取消推演: nothing of it is kept in the rule book; one that has ended stays as it is.

    Raises:
        Unknown: The rule book has no such rehearsal.
    """
    await find(hub, case_id, rehearsal_id)
    await _end(hub, rehearsal_id, Stage.CANCELLED, by=by)
    return await find(hub, case_id, rehearsal_id)


async def go_on(hub: Hub, case_id: UUID, rehearsal_id: UUID) -> Row:
    """Play on for a moment; with the last dispute the figures become a page of the rule book.

    Raises:
        Unknown: The rule book has no such rehearsal.
        Away: The database does not answer; asked again, it goes on.
    """
    try:
        if (row := await find(hub, case_id, rehearsal_id))["state"] == Stage.RUNNING:
            await _step(hub, row)
        return await find(hub, case_id, rehearsal_id)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error


async def step(hub: Hub, row: Row) -> int | None:
    """The same for the worker; how many disputes were played, None once it has ended."""
    now = await go_on(hub, row["case_id"], row["rehearsal_id"])
    return now["done"] if now["state"] == Stage.RUNNING else None


async def _step(hub: Hub, row: Row) -> None:
    try:
        file, _ = await hub.read(RULEBOOKS, row["case_id"])
        who, since = row["by"], row["at"]
        text = await looking.text_of(hub, file.text_id, who, "rehearsal", since=since)
        draft = care.sound(text, hub.directory, row["last_on"])
        if (figures := await _play(hub, row["rehearsal_id"], draft)) is not None:
            await _record(hub, row, figures)
    except (Malformed, Refused) as error:
        await _end(hub, row["rehearsal_id"], Stage.BROKEN, why=error.message)


async def _play(hub: Hub, rehearsal_id: UUID, draft: RuleBook) -> Figures | None:
    """What came of it once all is played; None while some is left, or somebody else is at it."""
    until = time.monotonic() + STEP_SECONDS
    async with hub.pool.acquire() as conn, conn.transaction():
        if (row := await conn.fetchrow(MINE, rehearsal_id)) is None:
            return None
        played = Rehearsal.taken_up(draft, hub.directory, json.loads(row["counts"]))
        span = Span(
            reached=row["reached_on"], seq=row["seq"], last=row["last_on"], upto=row["upto"]
        )
        editions, done, count = await enacted(conn), 0, PART
        while count == PART and (not done or time.monotonic() < until):
            span, count = await play_part(conn, played, span, editions)
            done += count
        counts = json.dumps(played.kept(), ensure_ascii=False)
        come = (span.reached, span.seq, done, counts, hub.clock.now())
        await conn.execute(COME, rehearsal_id, *come)
    return None if count == PART else await asyncio.to_thread(played.figures)


async def _record(hub: Hub, row: Row, figures: Figures) -> None:
    """Let the figures be a page of the rule book, once, and the rehearsal be done with it."""
    file, _ = await hub.read(RULEBOOKS, row["case_id"])
    if (await find(hub, file.case_id, row["rehearsal_id"]))["state"] != Stage.RUNNING:
        return
    told = FiguresOut.of(figures, row["months"], hub.directory).model_dump(mode="json")
    act = Act(
        do=partial(_recorded, row, told, hub.clock.now()),
        files=[file.case_id],
        name="routing.rehearse_rules",
        if_match=(file.case_id, file.version),
    )
    try:
        await hub.act(act)
    except Stale:
        return  # somebody else has just recorded it; where it was another page, it is asked again


def _recorded(row: Row, figures: Row, at: datetime, work: Work) -> RuleBookFile:
    file = care.rehearse(work, row["case_id"], figures, row["months"], by=row["by"])
    work.lay(DONE, (row["rehearsal_id"], at))
    return file


async def _end(hub: Hub, rehearsal_id: UUID, stage: Stage, *, why: str = "", by: str = "") -> None:
    await hub.pool.execute(ENDED, rehearsal_id, str(stage), why, by, hub.clock.now())
