"""表单: a form made of the body that a door takes.

The fields, their names, helps and bounds are those of the door's own model, so the form of an act
cannot say anything else than its door.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin
from uuid import UUID

from annotated_types import MaxLen, MinLen
from pydantic import AwareDatetime, BaseModel, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from shared.frame.meanings import meanings

LONG: Final = 300
"""A text that may be longer than this many characters gets several lines."""

ORGANS: Final = frozenset(
    {
        *("department", "departments", "competent", "instead", "inform", "again", "whistler"),
        *("organ", "respondent", "authority", "committee", "court", "reported_to", "heads"),
        "joint",
        *("issuer", "receiver", "behind", "others", "conflicts", "before", "below", "of_organ"),
    }
)
"""Fields that hold codes of organs, wherever they stand."""

NOUGHT: Final = ".none"
"""After the name of a field: the tick that says that there are none."""

ROWS_MORE: Final = 2
"""Empty rows shown below those that were filled in, where a door takes several of something."""


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows a form shows at first, said of a field of which more than usual are needed."""

    count: int
    of: str = ""
    """Label of the file that names, with blanks between, one for each row to begin with."""
    field: str = ""
    """The field of a row in which such a one stands."""
    least: int = 1
    """How many the label must name for rows to begin with them."""


@dataclass(frozen=True, slots=True)
class Files:
    """Said of a field that names attachments: its form takes the files themselves."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Said of a field whose values one chooses by name, from what its office offers."""

    of: str
    """The word under which it does."""
    nothing: str = ""
    """What stands in its place where nothing is offered: why, and what is to be done first. Empty
    of an organ, which is found by its name then."""


@dataclass(frozen=True, slots=True)
class But:
    """Words of an enumeration that a form does not offer: another door says them."""

    words: tuple[Enum, ...]


_SEVERAL: Final = (list, tuple, frozenset)
"""As what a door takes several values."""

MANY: Final = frozenset({"several", "parties", "lines"})
"""Kinds of fields that take several values."""

DAYS: Final = "days"
"""Kind of a field that takes a day of each of several."""

NOTHING: Final = "nothing"
"""Kind of a field from which there is nothing to choose: it says so, and takes nothing."""

NONE: Final = "一个也没有"

YES_OR_NO: Final = (("true", "是"), ("false", "否"))
"""Where a door takes nothing said for a yes: one of both is chosen, so that it is seen."""

YES_NO: Final = (("", "（请选择）"), *YES_OR_NO)
MAYBE: Final = (("", "（不填）"), *YES_OR_NO)


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a form 栏目, as a template shows it and as it is read again."""

    name: str
    """Its name in the form: that of the field, with `/` between nested ones, as JSON points."""
    label: str
    kind: str
    """text, textarea, date, moment, number, choice, truth, tick, several, lines, parties, party,
    group, rows, files, days or nothing."""
    help: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    organs: bool = False
    value: str = ""
    """What stands in it before anything was typed."""
    inner: "tuple[Box, ...]" = ()
    rows: Rows = Rows(ROWS_MORE)
    """How many rows it shows at least, where it has any, and with what they begin."""
    chosen: str = ""
    """Under which word its office offers what one chooses from; empty where it is typed."""
    nothing: str = ""
    """What is said where that is nothing."""
    none: str = ""
    """How one says that there is none, where its door takes that for something else than nothing
    said; empty where both are the same."""

    @property
    def nought(self) -> str:
        """The name of the tick that says so."""
        return f"{self.name}{NOUGHT}"


def boxes(model: type[BaseModel], under: str = "") -> tuple[Box, ...]:
    """The form of a body, read off its model once."""
    return _read_off(model, under)


@cache
def _read_off(model: type[BaseModel], under: str) -> tuple[Box, ...]:
    return tuple(
        _box(f"{under}{name}", name, field)
        for name, field in model.model_fields.items()
        if not _is_shut(field)
    )


def _is_shut(field: FieldInfo) -> bool:
    """Whether nothing may be typed into it: the hub writes it itself."""
    return any(isinstance(one, MaxLen) and one.max_length == 0 for one in field.metadata)


def _box(path: str, name: str, field: FieldInfo) -> Box:
    hint, extra = _bare(field.annotation)
    maybe = type(None) in get_args(field.annotation)
    required = field.is_required()
    bounds = [*field.metadata, *extra]
    names_files = any(isinstance(one, Files) for one in bounds)
    every_bound = (*bounds, *_of_each(hint))
    offer = next((one for one in every_bound if isinstance(one, Chosen)), Chosen(""))
    kind, inner = ("files", ()) if names_files else _kind(path, hint, bounds, name)
    options: tuple[tuple[str, str], ...] = ()
    if kind == "truth" and field.default is False:
        kind = "tick"
    if kind == "truth":
        options = YES_NO if required else YES_OR_NO if field.default is True else MAYBE
    if kind in {"choice", "several"}:
        unsaid = {w.value for one in bounds if isinstance(one, But) for w in one.words}
        every = meanings(hint if kind == "choice" else get_args(hint)[0])
        words = tuple(one for one in every.items() if one[0] not in unsaid)
        blank = (("", "（请选择）" if required else "（不填）"),)
        options = words if kind == "several" or not (maybe or required) else (*blank, *words)
    if kind == "group" and not required:
        inner = tuple(_of_begun(one, field.title or name) for one in inner)
    return Box(
        name=path,
        label=field.title or field.description or name,
        kind=kind,
        help=(field.description or "") if field.title else "",
        required=required,
        options=options,
        organs=name in ORGANS,
        value=_default(field),
        inner=inner,
        rows=next((one for one in field.metadata if isinstance(one, Rows)), Rows(ROWS_MORE)),
        chosen=offer.of,
        nothing=offer.nothing,
        none=NONE if maybe and kind in MANY and not _wants_some(bounds) else "",
    )


def _wants_some(bounds: list[Any]) -> bool:
    """Whether a door that takes nothing said does not take that there is none."""
    return any(isinstance(one, MinLen) and one.min_length > 0 for one in bounds)


def _of_begun(box: Box, group: str) -> Box:
    """A field of a group that may be left empty: it must be filled in only with the others."""
    if box.kind == "group":
        return replace(box, inner=tuple(_of_begun(one, group) for one in box.inner))
    if not box.required:
        return box
    return replace(box, required=False, help=f"{box.help} 填写“{group}”的，必填。".strip())


def _bare(hint: Any) -> tuple[Any, list[Any]]:  # noqa: ANN401 - a type hint
    """The hint without None and annotations, and what the annotations said."""
    extra: list[Any] = []
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            extra += more
        elif get_origin(hint) in (Union, UnionType):
            hint = next(one for one in get_args(hint) if one is not type(None))
        else:
            return hint, extra


def _of_each(hint: Any) -> list[Any]:  # noqa: ANN401 - a type hint
    """What is said of each value of a field that takes several."""
    several = get_origin(hint) in _SEVERAL
    return _bare(get_args(hint)[0])[1] if several else []


def _kind(
    path: str,
    hint: Any,  # noqa: ANN401 - a type hint
    bounds: list[Any],
    name: str,
) -> tuple[str, tuple[Box, ...]]:
    if get_origin(hint) in _SEVERAL:
        return _many(path, hint)
    if get_origin(hint) is dict:
        return DAYS, ()
    if issubclass(hint, BaseModel):
        return "group", boxes(hint, f"{path}/")
    if issubclass(hint, Enum):
        return "choice", ()
    for known, kind in _SIMPLE:
        if issubclass(hint, known):
            return kind, ()
    long = _longest(bounds) > LONG and name not in ORGANS
    return ("textarea" if long else "text"), ()


_SIMPLE: Final = (
    (bool, "truth"),
    (AwareDatetime, "moment"),
    (datetime, "moment"),
    (date, "date"),
    (int, "number"),
    (float, "number"),
    (UUID, "party"),
)


def _many(path: str, hint: Any) -> tuple[str, tuple[Box, ...]]:  # noqa: ANN401 - a type hint
    each, _ = _bare(get_args(hint)[0])
    if issubclass(each, BaseModel):
        return "rows", boxes(each, f"{path}/@/")
    if issubclass(each, Enum):
        return "several", ()
    return ("parties" if issubclass(each, UUID) else "lines"), ()


def _longest(bounds: list[Any]) -> int:
    for one in bounds:
        if isinstance(one, MaxLen):
            return one.max_length
        if isinstance(one, StringConstraints) and one.max_length is not None:
            return one.max_length
        if isinstance(one, FieldInfo):
            return _longest(one.metadata)
    return 0


def _default(field: FieldInfo) -> str:
    value = field.default
    if value is PydanticUndefined or value is None or field.default_factory is not None:
        return ""
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, (tuple, frozenset)):
        return "\n".join(map(str, value))  # each on a line of its own, as it is typed
    return str(value.value if isinstance(value, Enum) else value)
