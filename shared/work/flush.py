"""Writing a batch: pages, files, deadlines and papers of many acts as one statement."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from shared.labels import text_of
from shared.law.coursetext import course_text
from shared.law.day import NEVER
from shared.law.running import Key, Running
from shared.outbox import part_of
from shared.work.memory import Memory, Open
from shared.work.shelf import Shelf

Hasher = Callable[[str | None], str | None]
"""Keyed hash of an identifying number; None of None."""

NEW: Final = """
INSERT INTO hub.file
  (case_id, office, procedure, edition, dispute_id, version, state, labels, closed)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::int[],
                     $7::text[], $8::jsonb[], $9::bool[])
"""

MOVED: Final = """
UPDATE hub.file f
SET version = m.version, state = m.state, labels = m.labels, closed = m.closed
FROM unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::bool[])
     AS m(case_id, version, state, labels, closed)
WHERE f.case_id = m.case_id
"""

PAGES: Final = """
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
SELECT case_id, version, dispute_id, office, kind, legal_on, $1, by, part, labels, trace, body
FROM unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[],
            $9::smallint[], $10::jsonb[], $11::text[], $12::text[])
     WITH ORDINALITY AS p(case_id, version, dispute_id, office, kind, legal_on, by, part, labels,
                          trace, body, n)
ORDER BY n
RETURNING seq
"""

UNSENT: Final = "INSERT INTO hub.unsent SELECT seq FROM pages"

OPENED: Final = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, moment, county, authority, until, provisional, course,
                          warned, next_at, owed_by, ended, ended_by, made_good)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::uuid[], $6::text[],
                     $7::text[], $8::text[], $9::date[], $10::timestamptz[], $11::text[],
                     $12::text[], $13::timestamptz[], $14::bool[], $15::jsonb[], $16::text[],
                     $17::timestamptz[], $18::text[], $19::text[], $20::int[], $21::int[])
ON CONFLICT (case_id, name, subject, opened) DO UPDATE
SET county = excluded.county, authority = excluded.authority, until = excluded.until,
    provisional = excluded.provisional, course = excluded.course, warned = excluded.warned,
    next_at = excluded.next_at, owed_by = excluded.owed_by, ended = excluded.ended,
    ended_by = excluded.ended_by, made_good = excluded.made_good
"""
"""One that passed to another with the page that opened it has a row when it comes back."""

TURNED: Final = """
UPDATE hub.deadline d
SET county = t.county, authority = t.authority, until = t.until, provisional = t.provisional,
    course = t.course, warned = t.warned, next_at = t.next_at, owed_by = t.owed_by,
    ended = t.ended, ended_by = t.ended_by, made_good = t.made_good
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[],
            $7::timestamptz[], $8::bool[], $9::jsonb[], $10::text[], $11::timestamptz[],
            $12::text[], $13::text[], $14::int[], $15::int[])
     AS t(case_id, name, subject, opened, county, authority, until, provisional, course, warned,
          next_at, owed_by, ended, ended_by, made_good)
WHERE d.case_id = t.case_id AND d.name = t.name AND d.subject = t.subject AND d.opened = t.opened
"""

ENDED: Final = """
UPDATE hub.deadline d SET ended = e.ended, ended_by = e.ended_by, made_good = e.made_good
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::int[])
     AS e(case_id, name, subject, opened, ended, ended_by, made_good)
WHERE d.case_id = e.case_id AND d.name = e.name AND d.subject = e.subject AND d.opened = e.opened
"""

MADE_GOOD: Final = """
UPDATE hub.deadline d SET made_good = e.made_good
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[])
     AS e(case_id, name, subject, opened, made_good)
WHERE d.case_id = e.case_id AND d.name = e.name AND d.subject = e.subject AND d.opened = e.opened
  AND d.made_good IS NULL
"""
"""Of a period that lapsed before this batch; the first page that did it counts."""

PAPERS: Final = """
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
SELECT *, $7 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
"""

PARTIES: Final = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, id_number, phone, address,
                        name_hash, id_hash, phone_hash, of_file, at)
SELECT *, $13 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                          $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                          $12::uuid[])
"""

ENACTED: Final = """
INSERT INTO hub.edition (office, name, case_id, since, body, loaded_by)
SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::date[], $5::text[], $6::text[])
"""

Statement = tuple[str, Sequence[object]]
"""A statement and its parameters."""

_PARAMETER: Final = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Flush:
    """How a batch is written; `partitions` of the topics, `hasher` for what identifies a person."""

    partitions: int
    hasher: Hasher

    def statement(self, memory: Memory, now: datetime) -> Statement | None:
        """All that a batch leaves behind, as one statement; None if it leaves nothing."""
        parts = dict(self._parts(memory, now))
        if not parts:
            return None
        text = _joined(tuple((name, sql) for name, (sql, _) in parts.items()))
        return text, [value for _, values in parts.values() for value in values]

    def _parts(self, memory: Memory, now: datetime) -> Iterable[tuple[str, Statement]]:
        dirty = [file for file in memory.files.values() if file.dirty]
        if new := [f for f in dirty if f.new]:
            yield "new", (NEW, _columns([_new_row(f) for f in new]))
        if moved := [f for f in dirty if not f.new]:
            yield "moved", (MOVED, _columns([_moved_row(f) for f in moved]))
        if memory.pages:
            yield "pages", (PAGES, self._pages(memory, now))
            yield "unsent", (UNSENT, ())
        yield from _shelves(dirty)
        yield from _periods(memory)
        if memory.papers:
            yield "papers", (PAPERS, _papers(memory, now))
        if memory.parties:
            yield "parties", (PARTIES, self._parties(memory, now))
        if memory.editions:
            yield "editions", (ENACTED, _editions(memory))
        for tray, rows in memory.laid.items():
            yield tray.name, (tray.sql, _columns(rows))

    def _pages(self, memory: Memory, now: datetime) -> Sequence[object]:
        facts = [page.fact for page in memory.pages]
        heads = [fact.head for fact in facts]
        return (
            now,
            [h.case_id for h in heads],
            [h.version for h in heads],
            [h.dispute_id for h in heads],
            [page.office for page in memory.pages],
            [fact.kind for fact in facts],
            [h.on for h in heads],
            [h.by for h in heads],
            [part_of(h.dispute_id, self.partitions) for h in heads],
            [text_of(page.labels) for page in memory.pages],
            [page.trace for page in memory.pages],
            [fact.model_dump_json() for fact in facts],
        )

    def _parties(self, memory: Memory, now: datetime) -> Sequence[object]:
        rows = [
            (
                p.person_id, p.dispute_id, p.side, p.person.kind, p.person.name,
                p.person.id_number, p.person.phone, p.person.address,
                self.hasher(p.person.name), self.hasher(p.person.id_number),
                self.hasher(p.person.phone), p.of_file,
            )
            for p in memory.parties
        ]  # fmt: skip
        return (*_columns(rows), now)


def _new_row(f: Open) -> tuple[object, ...]:
    v = f.value
    return (v.case_id, f.shelf.office, f.shelf.name, v.procedure.edition, v.dispute_id,
            v.version, v.state, text_of(f.labels), v.is_closed)  # fmt: skip


def _moved_row(f: Open) -> tuple[object, ...]:
    v = f.value
    return (v.case_id, v.version, v.state, text_of(f.labels), v.is_closed)


def _shelves(dirty: Iterable[Open]) -> Iterable[tuple[str, Statement]]:
    """What offices keep of their files; a file that is new is put there, without looking."""
    kept: dict[tuple[int, bool], tuple[Shelf[Any], list[Any]]] = {}
    for file in dirty:
        if file.shelf.table is not None:
            kept.setdefault((id(file.shelf), file.new), (file.shelf, []))[1].append(file.value)
    for (_, new), (shelf, values) in kept.items():
        name = f"{shelf.office}_{shelf.name}_{'new' if new else 'moved'}".replace("-", "_")
        yield name, (shelf.add_sql if new else shelf.save_sql, shelf.rows(values))


@lru_cache(1024)
def _joined(parts: tuple[tuple[str, str], ...]) -> str:
    """Statements as one, which counts their parameters through."""
    told, used = [], 0
    for name, text in parts:
        told.append(f"{name} AS ({_shifted(text, used)})")
        used += max((int(n) for n in _PARAMETER.findall(text)), default=0)
    return f"WITH {', '.join(told)} SELECT 1"


def _shifted(text: str, by: int) -> str:
    return _PARAMETER.sub(lambda found: f"${int(found[1]) + by}", text)


def _periods(memory: Memory) -> Iterable[tuple[str, Statement]]:
    """Each row once: what was opened or turned says there whether it has ended, too."""
    if memory.opened:
        yield "opened", (OPENED, _opened(memory))
    if memory.moved:
        yield "turned", (TURNED, _turned(memory))
    told = memory.opened.keys() | memory.moved.keys()
    if ended := [place for place in memory.ended if place not in told]:
        yield "ended", (ENDED, _ended(memory, ended))
    told |= memory.ended.keys()
    late = {place: by for place, by in memory.made_good.items() if place not in told}
    if late:
        rows = [(case_id, *key, by) for (case_id, key), by in late.items()]
        yield "made_good", (MADE_GOOD, _columns(rows))


def _opened(memory: Memory) -> Sequence[object]:
    rows = []
    for (case_id, key), d in memory.opened.items():
        file = memory.files[case_id]
        rows.append((
            case_id, d.name, d.subject, d.opened, file.value.dispute_id, file.shelf.office,
            d.article, d.period, d.started_on, d.moment, *file.whose.values(), *_dated(d),
            d.owed_by, *_end_of(memory, (case_id, key)),
        ))  # fmt: skip
    return _columns(rows)


def _turned(memory: Memory) -> Sequence[object]:
    return _columns([
        (case_id, *key, *memory.files[case_id].whose.values(), *_dated(d), d.owed_by,
         *_end_of(memory, (case_id, key)))
        for (case_id, key), d in memory.moved.items()
    ])  # fmt: skip


def _dated(d: Running) -> tuple[object, ...]:
    """The date of a period and what it follows from; one that stands still has none."""
    until, next_at = (None if at == NEVER else at for at in (d.until, d.next_at))
    return (until, d.provisional, course_text(d.course), " ".join(d.warned), next_at)


def _end_of(memory: Memory, place: tuple[UUID, Key]) -> tuple[object, ...]:
    """How a period ended and by which page, and by which one nothing is owed any more.

    Of one that was met after all, that it had lapsed before in the same batch says nothing.
    """
    how, by = memory.ended.get(place, (None, None))
    return (how, by, None if how == "met" else memory.made_good.get(place))


def _ended(memory: Memory, places: Iterable[tuple[UUID, Key]]) -> Sequence[object]:
    return _columns([(case, *key, *_end_of(memory, (case, key))) for case, key in places])


def _papers(memory: Memory, now: datetime) -> Sequence[object]:
    rows = [
        (p.document_id, p.case_id, p.dispute_id, p.kind, p.text,
         sha256(p.text.encode()).hexdigest())
        for p in memory.papers
    ]  # fmt: skip
    return (*_columns(rows), now)


def _editions(memory: Memory) -> Sequence[object]:
    return _columns([
        (e.office, e.name, e.case_id, e.since, e.body or None, e.by) for e in memory.editions
    ])  # fmt: skip


def _columns(rows: Sequence[tuple[object, ...]]) -> list[list[object]]:
    """Rows turned into a list for each column."""
    return [[*column] for column in zip(*rows, strict=True)]
