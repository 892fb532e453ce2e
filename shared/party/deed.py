"""一件可以办的事: what a party may do in a file, and what its form asks, as a value."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from shared.attachments.keeping import MOST_BYTES
from shared.casepage.answers import FileOut
from shared.contracts.intake import Side
from shared.frame import Form
from shared.party.papers import About, of_anybody
from shared.party.session import PartyPage, PartySession

Body = Callable[[Form, PartySession], dict[str, Any]]
"""What was typed, as the door takes it; what was left empty is not said."""

Find = Callable[[PartyPage, FileOut], Awaitable[About | None]]
"""What of a file an act is about; None where it is not this party's to do."""

Which = Callable[[PartyPage, FileOut], Awaitable["Ask | None"]]
"""The question that names one of several; None where there is nothing to choose."""

Name = Callable[[PartyPage, FileOut], Awaitable[str]]
"""What of a file an act is about, in words."""

YES_NO: Final = (("true", "是"), ("false", "否"))
APPLICANT: Final = frozenset({Side.APPLICANT})


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a form; `kind` is one of a field, choice, several or files."""

    name: str
    label: str
    kind: str = "text"
    help: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    most: int = MOST_BYTES
    """Bytes of a file at most."""
    after: str = ""
    """The question on whose answer it hangs whether this one is asked; empty where all are."""


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
    names: Name | None = None
    """What it is about, as its form says it; None where its title says enough."""
    about: Find = of_anybody
    """What of a file it is about; None where it is not this party's to do."""
    which: Which | None = None
    """The question that names what it is about, where that is one of several."""

    @property
    def takes_files(self) -> bool:
        """Whether its form takes pictures and scans."""
        return any(ask.kind == "files" for ask in self.asks)


FILES: Final = Ask(
    "attachments",
    "照片、扫描件（没有可以不传）",
    "files",
    help="收照片和 PDF，每个不超过 10 MB，您在一个案子里一共 50 MB。原样保存，不要裁剪、修图。"
    "一次可以选几个，一个一个传；断了会接着传。",
)
"""Pictures and scans, which are kept as they are."""


def truths(*names: str) -> Body:
    """The body of a form of questions that are answered by yes or no."""

    def body(form: Form, _: PartySession) -> dict[str, Any]:
        return {n: form.get(n) == "true" for n in names if form.get(n) in ("true", "false")}

    return body


def texts(*names: str) -> Body:
    """The body of a form of texts."""
    return lambda form, _: form.body(*names)


def texts_and_files(*names: str) -> Body:
    """The body of a form of texts, with the pictures and scans that were handed in for it."""
    return lambda form, _: {**form.body(*names), **files_of(form)}


def files_of(form: Form) -> dict[str, list[str]]:
    """What was handed in for a form, as its door takes it."""
    named = form.all(FILES.name)
    return {FILES.name: named} if named else {}
