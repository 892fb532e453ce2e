"""一件可以办的事: what a party may do in a file, and what its form asks, as a value."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from shared.casepage.answers import FileOut
from shared.contracts.intake import Side
from shared.frame import Form
from shared.party.papers import About, of_anybody
from shared.party.session import PartyPage, PartySession

Body = Callable[[Form, PartySession], dict[str, Any]]
"""What was typed, as the door takes it; what was left empty is not said."""

Find = Callable[[PartyPage, FileOut], Awaitable[About | None]]
"""What of a file an act is about; None where it is not this party's to do."""

YES_NO: Final = (("true", "是"), ("false", "否"))
APPLICANT: Final = frozenset({Side.APPLICANT})


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a form; `kind` is text, textarea, date, select or choice."""

    name: str
    label: str
    kind: str = "text"
    help: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """办理事项, as a party reads it."""

    title: str
    says: str
    """What it means and what follows, before it is done."""
    button: str
    done: str
    body: Body
    asks: tuple[Ask, ...] = ()
    sides: frozenset[Side] = frozenset(Side)
    """Whose it is."""
    is_asked: bool = False
    """Whether somebody waits for it; it stands before what one may do of one's own accord."""
    whole: bool = True
    """Whether one of several on a side may not do it alone."""
    tells_handlers: bool = False
    """Whether its form tells who handles the case."""
    about: Find = of_anybody
    """What of a file it is about; None where it is not this party's to do."""


def truths(*names: str) -> Body:
    """The body of a form of questions that are answered by yes or no."""

    def body(form: Form, _: PartySession) -> dict[str, Any]:
        return {n: form.get(n) == "true" for n in names if form.get(n) in ("true", "false")}

    return body


def texts(*names: str) -> Body:
    """The body of a form of texts."""
    return lambda form, _: form.body(*names)
