"""A shelf 案架: where an office keeps its case files of one kind, read and written in sets."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar, get_args, get_type_hints
from uuid import UUID

from asyncpg import Record
from pydantic import BaseModel, TypeAdapter
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    SmallInteger,
    Table,
)
from sqlalchemy import Text as TextType
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import JSONB

from shared.contracts.fact import Fact
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.deadline import Deadline
from shared.law.procedure import Procedure
from shared.law.proof import Proof

V = TypeVar("V", bound=CaseFile)

Proofs = Callable[[Sequence[Fact], Calendar], Mapping[int, Proof]]
"""期限说明 that pages rest upon, by the number of the page, from all pages of a file in order."""

_TYPES: Mapping[type, str] = {
    UuidType: "uuid",
    TextType: "text",
    BigInteger: "bigint",
    SmallInteger: "smallint",
    Integer: "integer",
    Boolean: "boolean",
    Float: "double precision",
    Date: "date",
    DateTime: "timestamptz",
    JSONB: "jsonb",
}


def pg_type(column: Column[Any]) -> str:
    """The PostgreSQL type of a column, as `unnest` must be told it."""
    return next(name for kind, name in _TYPES.items() if isinstance(column.type, kind))


@dataclass(frozen=True)
class Shelf(Generic[V]):
    """Files of one kind: their table, the value a row becomes, and the editions they follow.

    Without a table the files have no more than what every file has: their state and pages.
    """

    office: str
    name: str
    value: type[V]
    editions: tuple[Procedure, ...]
    table: Table | None = None
    proofs: Proofs | None = None
    """What its pages rest upon beside the periods that run in the file, for the case page."""

    def edition_on(self, day: date) -> Procedure:
        """The edition 版本 in force on `day`; the first one for days before it."""
        if len(self.editions) == 1:
            return self.editions[0]
        first = min(self.editions, key=lambda e: e.since)
        return max((e for e in self.editions if e.since <= day), key=_since, default=first)

    def table_on(self, opening: Procedure, day: date) -> Procedure:
        """The edition that governs a step of `day` in a file opened under `opening`."""
        return opening if opening.opening_governs else self.edition_on(day)

    def row_of(self, opening: Procedure, name: str, began: date) -> Deadline:
        """The row of a period, in the edition in which it began: length, term, warnings."""
        return self.table_on(opening, began).by_name[name]

    def row_on(self, opening: Procedure, name: str, began: date, day: date) -> Deadline:
        """The row by which a step of `day` speaks of it, in the edition of that day.

        Where that edition knows no such period, it is the one in which the period began.
        """
        known = self.table_on(opening, day).by_name.get(name)
        return known or self.row_of(opening, name, began)

    def edition(self, name: str) -> Procedure:
        """The edition that a file was opened under."""
        return next(e for e in self.editions if e.edition == name)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table, each also a field of the value."""
        return tuple(c.name for c in self.table.columns) if self.table is not None else ()

    @cached_property
    def _quoted(self) -> str:
        return ", ".join(f'"{name}"' for name in self.columns)

    @cached_property
    def load_sql(self) -> str:
        """Reads the rows of many files."""
        return f"SELECT {self._quoted} FROM {self.table} WHERE case_id = ANY($1::uuid[])"  # noqa: S608 - names come from our own table

    @cached_property
    def add_sql(self) -> str:
        """Writes the rows of many new files, a parameter an array of one column."""
        assert self.table is not None  # noqa: S101 - only shelves with a table are saved
        arrays = ", ".join(
            f"${n}::{pg_type(column)}[]" for n, column in enumerate(self.table.columns, 1)
        )
        return f"INSERT INTO {self.table} ({self._quoted}) SELECT * FROM unnest({arrays})"  # noqa: S608 - as above

    @cached_property
    def save_sql(self) -> str:
        """The same for files that are there, or may be."""
        new = ", ".join(f'"{c}" = excluded."{c}"' for c in self.columns if c != "case_id")
        return f"{self.add_sql} ON CONFLICT (case_id) DO UPDATE SET {new}"

    @cached_property
    def _writers(self) -> tuple[tuple[str, bool], ...]:
        assert self.table is not None  # noqa: S101 - as above
        return tuple((c.name, isinstance(c.type, JSONB)) for c in self.table.columns)

    def rows(self, values: Sequence[V]) -> list[list[object]]:
        """The values as columns, for `save_sql`."""
        return [
            [_json(getattr(v, name)) for v in values]
            if is_json
            else [getattr(v, name) for v in values]
            for name, is_json in self._writers
        ]

    @cached_property
    def _readers(self) -> tuple[tuple[str, Callable[[Any], object] | None], ...]:
        hints = get_type_hints(self.value)
        return tuple((name, _reader(name, hints[name], self)) for name in self.columns)

    def make(self, row: Record, procedure: Procedure) -> V:
        """The value that a row holds."""
        got: dict[str, Any] = {
            name: (read(row[name]) if read is not None and row[name] is not None else row[name])
            for name, read in self._readers
        }
        return self.value(procedure=procedure, **got)

    def blank(self, procedure: Procedure, dispute_id: UUID, case_id: UUID) -> V:
        """A file not yet opened by its first fact."""
        return self.value(procedure=procedure, dispute_id=dispute_id, case_id=case_id)

    def __post_init__(self) -> None:
        known = {field.name for field in fields(self.value)}
        if stray := [c for c in self.columns if c not in known]:
            raise LookupError(f"{self.value.__name__} has no field for {stray}")


_SCALARS = frozenset({str, int, float, bool})


def _since(edition: Procedure) -> date:
    return edition.since


def _json(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if value is None or type(value) in _SCALARS:
        return value  # nearly everything is; asking for a mapping first costs ten times as much
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (tuple, list, set, frozenset)):
        return [_plain(v) for v in value]
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _reader(name: str, hint: Any, shelf: Shelf[Any]) -> Callable[[Any], object] | None:  # noqa: ANN401 - a type hint
    assert shelf.table is not None  # noqa: S101 - only asked for columns
    if isinstance(shelf.table.columns[name].type, JSONB):
        return json.loads if name == "tracks" else TypeAdapter(hint).validate_json
    kinds = [k for k in (hint, *get_args(hint)) if isinstance(k, type) and issubclass(k, StrEnum)]
    return kinds[0] if kinds else None
