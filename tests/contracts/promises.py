"""Golden files: the JSON Schema of every fact as it was promised, and a message that must read.

`python -m tests.contracts.promises` writes the files of new kinds, and of kinds that were changed
in a way that older readers and older messages bear. What they would not bear it refuses: such a
change is a new kind, `.v2`. While no such fact was ever stored anywhere, its file may be deleted.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from shared.contracts.catalogue import KINDS
from shared.contracts.fact import Fact

FOLDER: Final = Path(__file__).parent / "golden"

NAMED: Final = {"properties", "$defs"}
"""Below these stand names, not words of JSON Schema."""

WORDS: Final = {"title", "description"}

Json = Mapping[str, Any]

_EXAMPLES: Final[dict[object, object]] = {
    AwareDatetime: datetime(2026, 11, 23, 1, tzinfo=UTC),
    UUID: UUID(int=1),
    date: date(2026, 11, 23),
    datetime: datetime(2026, 11, 23, 1, tzinfo=UTC),
    int: 1,
    float: 1.5,
    bool: True,
    str: "620702",
}


def path_of(kind: str) -> Path:
    """The golden file of a kind."""
    return FOLDER / f"{kind}.json"


def schema_of(fact: type[Fact]) -> dict[str, Any]:
    """What is promised: the schema, without the words that explain it."""
    bare: dict[str, Any] = _bare(fact.model_json_schema(mode="serialization"))
    return bare


def _bare(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(schema, list):
        return [_bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        word: {name: _bare(part) for name, part in said.items()} if word in NAMED else _bare(said)
        for word, said in schema.items()
        if word not in WORDS
    }


def message_of(fact: type[Fact]) -> str:
    """A message of this kind with every field filled."""
    return fact.model_validate(_example(fact)).model_dump_json()


def _example(annotation: Any) -> Any:  # noqa: ANN401 - a type hint
    if inner := get_args(annotation):
        return _example_of(get_origin(annotation), inner)
    if annotation in _EXAMPLES:
        return _EXAMPLES[annotation]
    if issubclass(annotation, Enum):
        return next(iter(annotation))
    fields: Mapping[str, FieldInfo] = annotation.model_fields
    return {name: _example(info.annotation) for name, info in fields.items()}


def _example_of(origin: Any, inner: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a type hint
    if origin is Literal:
        return inner[0]
    if origin is dict:
        return {_example(inner[0]): _example(inner[1])}
    one = _example(next(part for part in inner if part is not type(None)))
    return [one] if origin in {tuple, list} else one


def broken(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """What of an old promise the new schema no longer keeps, in words."""
    return list(_Promise(old, new).broken(old, new, "fact"))


@dataclass(frozen=True)
class _Promise:
    """An old schema beside a new one; both are walked together."""

    old: Mapping[str, Any]
    new: Mapping[str, Any]

    def broken(self, was: Json, now: Json, place: str) -> Iterator[str]:
        was, now = _resolved(was, self.old), _resolved(now, self.new)
        for word in ("type", "format", "const"):
            if was.get(word) != now.get(word):
                yield f"{place}: {word} was {was.get(word)}, is {now.get(word)}"
        if gone := set(was.get("enum", ())) - set(now.get("enum", ())):
            yield f"{place}: {sorted(gone)} can no longer be said"
        yield from self._fields(was.get("properties", {}), now.get("properties", {}), place)
        yield from self._parts(was, now, place)

    def _fields(self, was: Json, now: Json, place: str) -> Iterator[str]:
        for name in sorted(set(was) - set(now)):
            yield f"{place}.{name}: gone"
        for name in sorted(set(now) - set(was)):
            if "default" not in now[name]:
                yield f"{place}.{name}: new and without a default"
        for name in sorted(set(was) & set(now)):
            if "default" in was[name] and "default" not in now[name]:
                yield f"{place}.{name}: had a default"
            yield from self.broken(was[name], now[name], f"{place}.{name}")

    def _parts(self, was: Json, now: Json, place: str) -> Iterator[str]:
        if "items" in was and "items" in now:
            yield from self.broken(was["items"], now["items"], f"{place}[]")
        before, after = was.get("anyOf", []), now.get("anyOf", [])
        if len(before) != len(after):
            yield f"{place}: was one of {len(before)} sorts, is one of {len(after)}"
        for one, other in zip(before, after, strict=False):
            yield from self.broken(one, other, place)


def _resolved(schema: Json, root: Json) -> Json:
    if (ref := schema.get("$ref")) is None:
        return schema
    found: Json = root["$defs"][ref.rpartition("/")[2]]
    return {**found, **{k: v for k, v in schema.items() if k != "$ref"}}


def kept(kind: str) -> dict[str, Any] | None:
    """What the golden file of a kind holds; None when there is none."""
    if not path_of(kind).exists():
        return None
    found: dict[str, Any] = json.loads(path_of(kind).read_text())
    return found


def write(kind: str) -> list[str]:
    """Write the golden file of a kind, unless that breaks a promise; what it would break."""
    fact, old = KINDS[kind], kept(kind)
    new = schema_of(fact)
    if old is not None and (wrong := broken(old["schema"], new)):
        return wrong
    message = old["message"] if old else json.loads(message_of(fact))
    told = json.dumps({"schema": new, "message": message}, ensure_ascii=False, indent=1)
    path_of(kind).write_text(told + "\n")
    return []


def main() -> int:
    """Write them all; 1 when one would break a promise."""
    wrong = [f"{kind} {line}" for kind in KINDS for line in write(kind)]
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
