"""命令行上的提问: the options of a question, and the command line that asks its example."""

import shlex
import typing
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Final

import typer
from pydantic.fields import FieldInfo

from shared.lawdesk import Question

_OWN: Final = frozenset({"facts", "json", "svg", "help"})
"""Options that every question has; a field of such a name is asked for as `--fact-…`."""


def option(name: str, field: FieldInfo) -> Any:  # noqa: ANN401 - what Typer takes in an annotation
    """The option of a field; its value is read as the field reads it."""
    parts = set(_parts(field.annotation))
    flag = _flag(name)
    if bool in parts:
        return Annotated[bool | None, typer.Option(f"--{flag}/--no-{flag}")]
    shown = typer.Option(f"--{flag}")
    if parts & {list, tuple, set, frozenset, Sequence}:
        return Annotated[list[str] | None, shown]
    return Annotated[str | None, shown]


def _parts(annotation: object) -> Iterator[Any]:
    """The types of which a type is made."""
    yield typing.get_origin(annotation) or annotation
    for part in typing.get_args(annotation):
        yield from _parts(part)


def written(name: str, field: FieldInfo) -> str:
    """How a fact is written on the command line."""
    flag = _flag(name)
    parts = set(_parts(field.annotation))
    if bool in parts:
        return f"--[no-]{flag}"
    again = " …" if parts & {list, tuple, set, frozenset, Sequence} else ""
    return f"--{flag} {_metavar(field.annotation)}{again}"


def choices(annotation: object) -> list[str]:
    """What may be chosen, of an enumeration or of literals."""
    kinds = [kind for kind in _parts(annotation) if isinstance(kind, type | str)]
    chosen = [kind for kind in kinds if isinstance(kind, str)]
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Enum):
            chosen += [str(one.value) for one in kind]
    return chosen


def _metavar(annotation: object) -> str:
    if choices(annotation):
        return "选项"
    names = {"date": "日期", "datetime": "时刻", "int": "整数", "Decimal": "数"}
    called = (names.get(getattr(kind, "__name__", "")) for kind in _parts(annotation))
    return next((name for name in called if name), "文字")


def is_deep(facts: Mapping[str, Any]) -> bool:
    """Whether only a file can hold these facts."""
    lists = [each for value in facts.values() if isinstance(value, list | tuple) for each in value]
    return any(isinstance(each, Mapping) for each in (*facts.values(), *lists))


def example(question: Question[Any]) -> str:
    """A command line that asks the question's example."""
    words = [f"hub law {question.name}"]
    if is_deep(question.example):
        return f"{words[0]} --facts docs/lawdesk/{question.name}.yaml"
    for name, value in question.example.items():
        flag = _flag(name)
        for one in value if isinstance(value, list | tuple) else [value]:
            if isinstance(one, bool):
                words.append(f"--{flag}" if one else f"--no-{flag}")
            else:
                words += [f"--{flag}", shlex.quote(str(one))]
    return " ".join(words)


def _flag(name: str) -> str:
    flag = name.replace("_", "-")
    return f"fact-{flag}" if flag in _OWN else flag
