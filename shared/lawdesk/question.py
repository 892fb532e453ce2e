"""A question 法律问题 as a value: the facts that it asks for, and the function that answers.

An office lists its questions; the command line, HTTP and the documents are made from them. The
answer is given by the same pure functions of `domain/` that the office's commands use.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, field_validator
from pydantic_core import CoreSchema

from shared.directory import Directory
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.proof import Proof

_CLAUSE: Final = re.compile(r"[^，；：（]+")

_YEARS: Final = range(1950, 2101)
"""Any other year is a slip of the pen."""

_EXAMPLES: Final[Mapping[str, object]] = {
    "boolean": True,
    "integer": 1,
    "number": 1,
    "date": "2026-11-23",
    "date-time": "2026-11-23T09:30:00+08:00",
    "array": [],
    "null": None,
}
"""By type or format of a field, where the question's own example says nothing of it."""


class Facts(BaseModel):
    """What a question asks for; each field by `told`, with what it would change.

    A field without a default is needed. One with a default of None is not known unless said, and
    the answer lists it among `assumed` where it would have mattered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @field_validator("*")
    @classmethod
    def _meant(cls, value: Any) -> Any:  # noqa: ANN401 - of any field
        if isinstance(value, str) and not value.strip():
            raise ValueError("不得为空；没有的不写这个字段")
        if isinstance(value, date) and value.year not in _YEARS:
            raise ValueError(f"年份应当在{_YEARS[0]}年至{_YEARS[-1]}年之间")
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The form, each field with an example, so that the description can be tried out."""
        schema = handler(core_schema)
        form = handler.resolve_ref_schema(schema)
        for asked in form.get("properties", {}).values():
            asked.setdefault("examples", [_example(asked, handler)])
        return schema


def told(says: str, changes: str, default: Any = ..., **more: Any) -> Any:  # noqa: ANN401 - as pydantic's Field
    """A field of facts: what it is and what it would change, both in Chinese."""
    title = _CLAUSE.match(says)
    named = {"title": title[0] if title else says, **more}
    return Field(default, description=says, json_schema_extra={"changes": changes}, **named)


def _example(asked: Mapping[str, Any], handler: GetJsonSchemaHandler) -> object:
    shape: dict[str, Any] = next(iter(asked.get("anyOf") or asked.get("allOf") or (dict(asked),)))
    shape = handler.resolve_ref_schema(shape) if "$ref" in shape else shape
    if "enum" in shape or "const" in shape:
        return shape.get("const", [*shape.get("enum", ()), None][0])
    kind = shape.get("format", shape.get("type", ""))
    return asked.get("default") or _EXAMPLES.get(kind, "")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a question is asked."""

    today: date
    calendar: Calendar
    directory: Directory


@dataclass(frozen=True, slots=True)
class Reason:
    """一条理由: a sentence in Chinese with the provision that it rests on."""

    text: str
    article: Article | None = None
    met: bool | None = None
    """Whether a condition holds, where the reason speaks of one; None if it speaks of none."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """未说明的事实: a field that was not told, what was taken for it, and what it would change."""

    field: str
    taken: str
    changes: str


@dataclass(frozen=True, slots=True)
class Table:
    """表: more of the result for people, in columns; every row is as long as the titles."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """答复: the result in one word and one sentence, why, and how each date came about."""

    result: str
    """For programs, as `in_time`, `late`, `accept`; each question lists its own."""

    says: str
    """The same for people, one Chinese sentence."""

    reasons: tuple[Reason, ...]
    proofs: tuple[Proof, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    """More of the result for programs, of plain JSON: dates in ISO form, codes, lists."""

    table: Table | None = None
    """What is better read in columns; `values` holds the same for programs."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every provision that the answer rests on, once each, in order."""
        cited = [*(r.article for r in self.reasons), *(p.article for p in self.proofs)]
        return tuple(dict.fromkeys(article for article in cited if article))


F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[F]):
    """法律问题: its name on the command line and in the path, and what answers it."""

    name: str
    """As `compulsory-first`."""

    term: str
    """In Chinese: 复议前置."""

    says: str
    """What is asked, one Chinese sentence."""

    facts: type[F]
    answer: Callable[[F, Setting], Answer]
    results: Mapping[str, str]
    """Every word that `result` may be, with its meaning in Chinese."""

    example: Mapping[str, Any]
    """Facts that make a good example, in the form of JSON."""
