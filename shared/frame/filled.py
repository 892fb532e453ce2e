"""填写: what was typed into a form, made into the body that its door takes, and back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from shared.errors import Malformed
from shared.frame.forms import NOUGHT, ROWS_MORE, Box
from shared.frame.typed import Form
from shared.law.period import CITY

MORE: Final = "more"
"""Name of the button that asks for one more row; its value is the name of the field."""

MOST_ROWS: Final = 200
"""Rows of a field that a form shows at most, whatever was sent."""


def body_of(form: Form, shown: tuple[Box, ...]) -> dict[str, Any]:
    """What was typed, as the door takes it; what was left empty is not said.

    Raises:
        Malformed: There are none, it says, and also which.
    """
    said = ((box, _said(form, box)) for box in shown)
    return {box.name.rpartition("/")[2]: value for box, value in said if value is not None}


def _said(form: Form, box: Box) -> Any:  # noqa: ANN401 - any JSON
    read = _READ.get(box.kind)
    said = read(form, box) if read else form.get(box.name)
    if box.none and form.get(box.nought):
        if said:
            raise Malformed(f"已经选择的，不能同时表示“{box.none}”", box.name)
        return []
    return None if said in ("", [], {}) else said


def _lines(form: Form, box: Box) -> list[str]:
    lines = (line for value in form.all(box.name) for line in value.splitlines())
    return [said for line in lines if (said := line.strip())]


def _days(form: Form, box: Box) -> dict[str, str]:
    start = f"{box.name}/"
    days = {name: form.get(name) for name in form.values if name.startswith(start)}
    return {name.removeprefix(start): day for name, day in days.items() if day}


def _moment(form: Form, box: Box) -> str:
    """What a clock on the page said, by the city's time; what is no moment stays as typed."""
    text = form.get(box.name)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=CITY).isoformat() if text else ""
    except ValueError:
        return text


_READ: Final[Mapping[str, Callable[[Form, Box], Any]]] = {
    "several": lambda form, box: form.all(box.name),
    "files": lambda form, box: form.all(box.name),
    "parties": lambda form, box: form.all(box.name),
    "lines": _lines,
    "group": lambda form, box: _group(form, box.inner, must=box.required),
    "rows": lambda form, box: list(_rows(form, box)),
    "days": _days,
    "tick": lambda form, box: bool(form.get(box.name)) or None,
    "truth": lambda form, box: {"true": True, "false": False}.get(form.get(box.name)),
    "moment": _moment,
}
"""How each kind of field is read; the others say what was typed."""


def _group(form: Form, inner: tuple[Box, ...], *, must: bool = False) -> dict[str, Any]:
    """A group of fields; nobody said one in which only that stands with which it began."""
    body = body_of(form, inner)
    begun = body_of(Form({box.name: [box.value] for box in inner if box.value}), inner)
    is_said = must or any(value != begun.get(name) for name, value in body.items())
    return body if is_said else {}


def _rows(form: Form, box: Box) -> Iterator[dict[str, Any]]:
    for number in range(rows_of(form, box)):
        if body := _group(form, row(box, number)):
            yield body


def row(box: Box, number: int) -> tuple[Box, ...]:
    """One row of a field that takes several."""
    return tuple(_placed(one, f"/{number}/") for one in box.inner)


def rows_of(form: Form, box: Box) -> int:
    """How many rows a form shows: those that were filled in, and some to fill, or one more."""
    start = f"{box.name}/"
    shown = filled = 0
    for name in form.values:
        number = name.removeprefix(start).split("/")[0] if name.startswith(start) else ""
        if number.isdecimal():
            shown = max(shown, int(number) + 1)
            filled = max(filled, int(number) + 1 if form.all(name) else 0)
    if form.get(MORE) == box.name:
        return min(shown + 1, MOST_ROWS)
    return min(max(filled + ROWS_MORE, box.rows.count), MOST_ROWS)


def _placed(box: Box, number: str) -> Box:
    inner = tuple(_placed(one, number) for one in box.inner)
    return Box(
        **{name: getattr(box, name) for name in Box.__slots__}
        | {"name": box.name.replace("/@/", number, 1), "inner": inner}
    )


def takes_files(shown: tuple[Box, ...]) -> bool:
    """Whether a form takes files anywhere."""
    return any(box.kind == "files" or takes_files(box.inner) for box in shown)


def typed_of(body: Mapping[str, Any], under: str = "") -> Form:
    """A body as if it had been typed, for a form that begins with something in it."""
    values: dict[str, list[str]] = {}
    for name, value in body.items():
        path = f"{under}{name}"
        if isinstance(value, Mapping):
            values |= {k: list(v) for k, v in typed_of(value, f"{path}/").values.items()}
        elif isinstance(value, (list, tuple)) and value and isinstance(value[0], Mapping):
            for number, one in enumerate(value):
                values |= {k: list(v) for k, v in typed_of(one, f"{path}/{number}/").values.items()}
        elif isinstance(value, (list, tuple)):
            values[path if value else f"{path}{NOUGHT}"] = [str(one) for one in value] or ["true"]
        elif value is not None:
            values[path] = [str(value).lower() if isinstance(value, bool) else str(value)]
    return Form(values)
