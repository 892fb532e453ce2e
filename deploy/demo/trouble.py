"""演示纠纷: what is brought to a window, made up or taken from a ledger."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from services.intake.importing.guess import Guesser
from services.intake.ledger import Reject, Row, read_ledger
from shared.contracts.intake import ActKind, Channel, PersonKind, Risk, Side, Urgency, Willingness
from shared.directory import Directory
from shared.people import telephone

OWN: Final = Path(__file__).with_name("troubles.toml")
"""The disputes that ship with the hub; nobody in them exists."""

_LINE: Final = 200
_TEXT: Final = 20_000
_DEMAND: Final = "请依法处理并答复。"
_NOBODY: Final = "未具名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One dispute before it is registered."""

    name: str
    place: str
    """Code of the place 发生地."""
    matter: str
    subject: str
    content: str
    demand: str = _DEMAND
    parties: tuple[Mapping[str, str], ...]
    """As the form of registration asks for them, without the made-up telephone."""
    channel: Channel = Channel.WINDOW
    urgency: Urgency = Urgency.ORDINARY
    risk: Risk = Risk.BLUE
    willingness: Willingness = Willingness.UNKNOWN
    respondent: str | None = None
    act: ActKind | None = None
    days_ago: int | None = None
    """So many days before the demonstration the party learnt of the act."""
    course: str = ""
    """What becomes of it; the seed chooses where nothing is said."""
    again_of: str = ""
    """The trouble that the same party brings once more 重复件."""
    private: bool = False
    """From a ledger: nothing of what it says is shown."""


def made_up(directory: Directory, path: Path = OWN) -> tuple[Trouble, ...]:
    """The disputes of the file that ships with the hub."""
    with path.open("rb") as file:
        return tuple(_made_up(said, directory) for said in tomllib.load(file)["trouble"])


def _made_up(said: Mapping[str, Any], directory: Directory) -> Trouble:
    place = directory.find_place(said["place"])
    assert place is not None, said["place"]  # noqa: S101 - a test reads the file
    parties: list[Mapping[str, str]] = [{"side": Side.APPLICANT, "name": said["who"]}]
    if "against" in said:
        kind = PersonKind.LEGAL if said.get("legal") else PersonKind.NATURAL
        parties.append({"side": Side.OPPONENT, "kind": kind, "name": said["against"]})
    return Trouble(
        name=said["name"],
        place=place.code,
        matter=said["matter"],
        subject=said["subject"],
        content=said["content"],
        demand=said["demand"],
        parties=tuple(parties),
        channel=Channel(said.get("channel", Channel.WINDOW)),
        urgency=Urgency(said.get("urgency", Urgency.ORDINARY)),
        risk=Risk(said.get("risk", Risk.BLUE)),
        willingness=Willingness(said.get("willingness", Willingness.UNKNOWN)),
        respondent=said.get("respondent"),
        act=ActKind(said["act"]) if "act" in said else None,
        days_ago=said.get("days_ago"),
        course=said.get("course", ""),
        again_of=said.get("again_of", ""),
    )


def from_ledger(
    path: Path, directory: Directory, *, now: datetime, most: int
) -> tuple[tuple[Trouble, ...], int]:
    """The first disputes of a ledger 台账, and how many rows among them could not be read.

    Raises:
        LedgerError: The file cannot be read at all, or has no header.
    """
    rows: Sequence[Row | Reject] = list(islice(read_ledger(path, now=now), most))
    found = tuple(_of_rows((row for row in rows if isinstance(row, Row)), directory))
    return found, len(rows) - len(found)


def _of_rows(rows: Iterator[Row], directory: Directory) -> Iterator[Trouble]:
    guess = Guesser(directory)
    for row in rows:
        place = directory.find_place(row.place) if row.place else None
        text = row.text or row.subject
        applicant = {"side": Side.APPLICANT.value, "name": (row.sender or _NOBODY)[:_LINE]}
        yield Trouble(
            name=row.source_number,
            place=(place or directory.city).code,
            matter=guess.named(row.matter) or guess.matter(row.subject, text),
            subject=(row.subject or text.replace("\n", " "))[:_LINE],
            content=text[:_TEXT],
            parties=({**applicant, **_reached_at(row.phone)},),
            channel=guess.channel(row.channel),
            private=True,
        )


def _reached_at(phone: str) -> Mapping[str, str]:
    """A telephone as the form takes it; one that was blotted out is left out."""
    try:
        return {"phone": telephone(phone)} if phone else {}
    except ValueError:
        return {}
