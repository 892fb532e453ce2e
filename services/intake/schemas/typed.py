"""登记表 as it was typed into a page, for the door of every registration."""

from typing import Any, Final

from services.intake.schemas.form import DisputeIn
from shared.frame import Form
from shared.frame.filled import body_of
from shared.frame.forms import Box, boxes

BOXES: Final[dict[str, Box]] = {box.name: box for box in boxes(DisputeIn)}
"""The fields of the form, by name."""

EMPTY_PARTY: Final = frozenset({"side", "kind"})
"""What a row says that nobody has filled in."""


def said_of(form: Form) -> dict[str, Any]:
    """The form as the door takes it; rows in which nobody stands are no parties."""
    body = body_of(form, tuple(BOXES.values()))
    parties = [one for one in body.pop("parties", ()) if not one.keys() <= EMPTY_PARTY]
    return {**body, "parties": parties} if parties else body
