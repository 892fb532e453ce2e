"""The form of an act under one whistle: its door's own, with this whistle's departments to choose.

What a clerk would have to write as a code is chosen by name here; the door still decides.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from services.routing.schemas import WhistleOut
from shared.casepage.doing import Door
from shared.frame.forms import Box, boxes

Name = Callable[[str], str]

LISTS: Final = frozenset({"departments", "heads"})
LEAD_ONLY: Final = "只由主办部门再次办理"
FILES: Final = frozenset({"pictures", "attachments"})
MORE: Final = tuple((f"{n}wd", f"{n}个工作日") for n in range(1, 6))
"""More time, up to what the rules know at most (RULES 29); the door refuses what is too much."""


def fitted(door: Door, whistle: WhistleOut, name: Name) -> tuple[Box, ...]:
    """The fields of an act, without those that name attachments."""
    shown = boxes(door.model) if door.model else ()
    return tuple(_fitted(one, door.slug, whistle, name) for one in shown if one.name not in FILES)


def _fitted(box: Box, act: str, whistle: WhistleOut, name: Name) -> Box:
    called = [(code, name(code)) for code in whistle.tracks]
    if box.name in LISTS:
        return replace(box, kind="several", options=tuple(called), organs=False)
    if box.name == "again":
        done = tuple((code, says) for code, says in called if has_assisted(whistle, code))
        return replace(box, kind="several", options=done, organs=False, none=LEAD_ONLY)
    if box.name == "more":
        return replace(box, label="延长几个工作日", help="", kind="choice", options=MORE)
    if box.name == "department" and act in _CHOSEN:
        asking = [(code, says) for code, says in called if _CHOSEN[act](whistle, code)]
        return replace(box, label="部门", kind="choice", options=tuple(asking), organs=False)
    return box


def has_assisted(whistle: WhistleOut, code: str) -> bool:
    """Whether a department assists and has answered, and so can be called again (RULES 39)."""
    return code != whistle.lead and whistle.tracks[code] == "answered"


_CHOSEN: Final[dict[str, Callable[[WhistleOut, str], bool]]] = {
    "extension": lambda whistle, code: bool(whistle.parts[code].asked),
    "ruling": lambda whistle, code: whistle.tracks[code] != "informed",
}
"""Of which departments an act of the centre can be."""
