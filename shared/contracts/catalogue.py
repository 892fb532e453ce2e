"""事实目录: every kind of fact by its wire name, and a reader for a message of any kind.

A module put into this package is found by itself, so no fact can be forgotten here.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel, ValidationError

import shared.contracts
from shared.contracts.fact import Fact

_FIRST_LINE: Final = re.compile(
    r"(?P<term>[^:：(（]*?)\s*(?:[:：](?P<meaning>.*?))?\s*(?:\((?P<articles>[^()]*[A-Z].*)\))?\.?",
)
_IDS_OF_FILES: Final = frozenset({"watched", "about", "disputes", "came_from", "follows", "others"})
_ID_OF_PERSON: Final = "person_id"


class Unreadable(ValueError):
    """无法识别: a message whose kind nobody knows, or whose body is no fact of its kind."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the first line of a fact's docstring says: its term 名称, its meaning, its articles."""

    term: str
    meaning: str
    articles: str


def _modules() -> Iterator[ModuleType]:
    package = shared.contracts
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if found.name != __name__:
            yield importlib.import_module(found.name)


def _kinds() -> dict[str, type[Fact]]:
    kinds: dict[str, type[Fact]] = {}
    for module in _modules():
        for value in vars(module).values():
            if not (isinstance(value, type) and issubclass(value, Fact)):
                continue
            name = value.model_fields["kind"].default  # a form that facts share has none
            if isinstance(name, str) and kinds.setdefault(name, value) is not value:
                raise LookupError(f"two facts are called {name}")
    return dict(sorted(kinds.items()))


KINDS: Final[Mapping[str, type[Fact]]] = _kinds()
"""Every fact by its wire name, such as `intake.registered.v1`."""


def read(kind: str, body: str | bytes) -> Fact:
    """The fact that a message of this kind carries; fields that we do not know are left out.

    Raises:
        Unreadable: Nobody knows the kind, or the body is no fact of it; the words of the body are
            not repeated.
    """
    if (known := KINDS.get(kind)) is None:
        raise Unreadable(f"没有这种事实：{kind}")
    try:
        return known.model_validate_json(body)
    except ValidationError as wrong:
        places = {".".join(map(str, error["loc"])) for error in wrong.errors(include_input=False)}
        raise Unreadable(f"{kind} 的内容无法识别：{'、'.join(sorted(places))}") from None


@cache
def wording(kind: str) -> Wording:
    """What a kind is called in Chinese and which articles it carries out; the kind if unknown."""
    known = KINDS.get(kind)
    if known is None:
        return Wording(kind, "", "")
    return wording_of(known)


def wording_of(fact: type[Fact]) -> Wording:
    """The same of a class."""
    found = _FIRST_LINE.fullmatch((fact.__doc__ or "").strip().split("\n", 1)[0])
    if found is None:
        return Wording(fact.__name__, "", "")
    return Wording(*((found[part] or "").strip() for part in ("term", "meaning", "articles")))


@cache
def people_in(kind: str) -> frozenset[str]:
    """The fields of a kind that hold ids of people; whoever does not handle the case gets none.

    A new field with ids counts among them until its name says that it is a file or a paper.
    """
    known = KINDS.get(kind)
    return _people_fields(known) if known else frozenset()


def is_inside(kind: str) -> bool:
    """Whether a kind is deliberation 内部审批, of which others learn only that it was."""
    known = KINDS.get(kind)
    return known is not None and known.inside


INSIDE: Final[tuple[str, ...]] = tuple(kind for kind in KINDS if is_inside(kind))
"""Every kind that is deliberation."""


def _people_fields(model: type[BaseModel]) -> frozenset[str]:
    fields = ((name, info.annotation) for name, info in model.model_fields.items())
    return frozenset(name for name, said in fields if name != "head" and _tells(name, said))


def _tells(name: str, annotation: Any) -> bool:  # noqa: ANN401 - a type hint
    if annotation is UUID:
        paper = name.endswith("_id") and name != _ID_OF_PERSON
        return not paper and name not in _IDS_OF_FILES
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_people_fields(annotation))
    return any(_tells(name, part) for part in getattr(annotation, "__args__", ()))
