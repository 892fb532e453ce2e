"""Writing a batch: pages, files, deadlines and papers of many acts in a handful of statements."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from shared.labels import text_of
from shared.outbox import part_of
from shared.work.memory import Memory, Open
from shared.work.shelf import Shelf

Hasher = Callable[[str | None], str | None]
"""Keyed hash of an identifying number; None of None."""

HUB: Final = """
WITH new_file AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::int[],
                       $7::text[], $8::jsonb[])
), moved AS (
  UPDATE hub.file f SET version = m.version, state = m.state, labels = m.labels
  FROM unnest($9::uuid[], $10::int[], $11::text[], $12::jsonb[])
       AS m(case_id, version, state, labels)
  WHERE f.case_id = m.case_id
), page AS (
  INSERT INTO hub.outbox
    (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
  SELECT case_id, version, dispute_id, office, kind, legal_on, $13, by, part, labels, trace, body
  FROM unnest($14::uuid[], $15::int[], $16::uuid[], $17::text[], $18::text[], $19::date[],
              $20::text[], $21::smallint[], $22::jsonb[], $23::text[], $24::text[])
       WITH ORDINALITY AS p(case_id, version, dispute_id, office, kind, legal_on, by, part,
                            labels, trace, body, n)
  ORDER BY n
  RETURNING seq
), waiting AS (
  INSERT INTO hub.unsent SELECT seq FROM page
)
SELECT 1
"""

OPENED: Final = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, ended, ended_by)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::uuid[], $6::text[],
                     $7::text[], $8::text[], $9::date[], $10::timestamptz[], $11::bool[],
                     $12::text[], $13::int[])
"""

ENDED: Final = """
UPDATE hub.deadline d SET ended = e.ended, ended_by = e.ended_by
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::int[])
     AS e(case_id, name, subject, opened, ended, ended_by)
WHERE d.case_id = e.case_id AND d.name = e.name AND d.subject = e.subject AND d.opened = e.opened
"""

PAPERS: Final = """
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
SELECT *, $7 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
"""

PARTIES: Final = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, id_number, phone, address,
                        name_hash, id_hash, phone_hash, at)
SELECT *, $12 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                          $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
"""

Statement = tuple[str, tuple[object, ...]]
"""A statement and its parameters."""


@dataclass(frozen=True, slots=True)
class Flush:
    """How a batch is written; `partitions` of the topics, `hasher` for what identifies a person."""

    partitions: int
    hasher: Hasher

    def statements(self, memory: Memory, now: datetime) -> Iterable[Statement]:
        """All that a batch leaves behind, in the order in which it is written."""
        if any(file.dirty for file in memory.files.values()):
            yield HUB, self._hub(memory, now)
        yield from _shelves(memory)
        if memory.opened:
            yield OPENED, _opened(memory)
        if ended := {k: v for k, v in memory.ended.items() if k not in memory.opened}:
            yield ENDED, _ended(ended)
        if memory.papers:
            yield PAPERS, _papers(memory, now)
        if memory.parties:
            yield PARTIES, self._parties(memory, now)

    def _hub(self, memory: Memory, now: datetime) -> tuple[object, ...]:
        new = [f for f in memory.files.values() if f.new and f.dirty]
        old = [f for f in memory.files.values() if f.dirty and not f.new]
        facts = [page.fact for page in memory.pages]
        heads = [fact.head for fact in facts]
        return (
            *_columns([_new_row(f) for f in new], 8),
            *_columns(
                [(f.value.case_id, f.value.version, f.value.state, text_of(f.labels)) for f in old],
                4,
            ),
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

    def _parties(self, memory: Memory, now: datetime) -> tuple[object, ...]:
        rows = [
            (
                p.person_id, p.dispute_id, p.side, p.person.kind, p.person.name,
                p.person.id_number, p.person.phone, p.person.address,
                self.hasher(p.person.name), self.hasher(p.person.id_number),
                self.hasher(p.person.phone),
            )
            for p in memory.parties
        ]  # fmt: skip
        return (*_columns(rows, 11), now)


def _new_row(f: Open) -> tuple[object, ...]:
    v = f.value
    return (v.case_id, f.shelf.office, f.shelf.name, v.procedure.edition, v.dispute_id,
            v.version, v.state, text_of(f.labels))  # fmt: skip


def _shelves(memory: Memory) -> Iterable[Statement]:
    by_shelf: dict[int, tuple[Shelf[Any], list[Any]]] = {}
    for file in memory.files.values():
        if file.shelf.table is not None and file.dirty:
            by_shelf.setdefault(id(file.shelf), (file.shelf, []))[1].append(file.value)
    for shelf, values in by_shelf.values():
        yield shelf.save_sql, tuple(shelf.rows(values))


def _opened(memory: Memory) -> tuple[object, ...]:
    rows = []
    for (case_id, key), d in memory.opened.items():
        file = memory.files[case_id]
        how, by = memory.ended.get((case_id, key), (None, None))
        rows.append((
            case_id, d.name, d.subject, d.opened, file.value.dispute_id, file.shelf.office,
            d.article, d.period, d.started_on, d.until, d.provisional, how, by,
        ))  # fmt: skip
    return _columns(rows, 13)


def _ended(ended: Mapping[tuple[UUID, Any], tuple[str, int]]) -> tuple[object, ...]:
    return _columns([(case, *key, how, by) for (case, key), (how, by) in ended.items()], 6)


def _papers(memory: Memory, now: datetime) -> tuple[object, ...]:
    rows = [
        (p.document_id, p.case_id, p.dispute_id, p.kind, p.text,
         sha256(p.text.encode()).hexdigest())
        for p in memory.papers
    ]  # fmt: skip
    return (*_columns(rows, 6), now)


def _columns(rows: Sequence[tuple[object, ...]], width: int) -> tuple[object, ...]:
    """Rows turned into a list for each column."""
    return tuple([*c] for c in zip(*rows, strict=True)) if rows else tuple([] for _ in range(width))
