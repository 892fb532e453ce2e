"""登记表 as it was typed into a page, for the door of every registration."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from services.intake.schemas.form import DisputeIn
from shared.frame import Form
from shared.frame.filled import body_of, row
from shared.frame.forms import Box, boxes

BOXES: Final[dict[str, Box]] = {box.name: box for box in boxes(DisputeIn)}
"""The fields of the form, by name."""

EMPTY_PARTY: Final = frozenset({"side", "kind"})
"""What a row says that nobody has filled in."""

Field = tuple[str, str]
"""A field as a browser says it: its name, and what was typed."""


def party_boxes(number: int | str) -> dict[str, Box]:
    """The fields of one party, by what they hold."""
    inner = row(BOXES["parties"], number)  # type: ignore[arg-type]  # "@": of none yet
    return {one.name.split("/")[-1]: one for one in inner}


def said_of(form: Form) -> dict[str, Any]:
    """The form as the door takes it; rows in which nobody stands are no parties."""
    body = body_of(form, tuple(BOXES.values()))
    parties = [one for one in body.pop("parties", ()) if not one.keys() <= EMPTY_PARTY]
    return {**body, "parties": parties} if parties else body


def closed_up(fields: Sequence[Field]) -> list[Field]:
    """The fields with parties numbered as the door counts them; rows of nobody are left out.

    So what the door says of a party leads to the row in which it was typed.
    """
    rows = sorted({number for number, name, _ in _of_parties(fields) if name not in EMPTY_PARTY})
    numbers = {number: at for at, number in enumerate(rows)}
    others = [(name, said) for name, said in fields if not name.startswith("parties/")]
    parties = [
        (f"parties/{numbers[number]}/{name}", said)
        for number, name, said in _of_parties(fields)
        if number in numbers
    ]
    return [*others, *parties]


def _of_parties(fields: Iterable[Field]) -> Iterable[tuple[int, str, str]]:
    """What is said of parties: in which row, which field, and what."""
    for name, said in fields:
        start, _, rest = name.partition("/")
        number, _, field = rest.partition("/")
        if start == "parties" and number.isdecimal() and field and said.strip():
            yield int(number), field, said
