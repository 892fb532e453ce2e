"""Entries 来件 with defaults: a test names only what it is about."""

from hashlib import sha256

from services.intake.commands import Applicant, Entry, Party, comers_of
from services.intake.commands.entry import entry_key
from services.intake.domain.applicants import Newcomers
from services.intake.domain.registration import Particulars
from shared.contracts.intake import Channel, Side
from shared.people import Person
from shared.work import Hub

WINDOW = "620702-window-1"
PHONE = "13800000000"


def entry(
    hub: Hub,
    key: str,
    *,
    window: str = WINDOW,
    name: str = "张某",
    phone: str | None = PHONE,
    subject: str = "小区电梯停运两周",
    text: str = "请求尽快修复",
    matter: str = "wuye",
    place: str = "620702",
    opponents: tuple[str, ...] = (),
    history: bool = False,
    people: tuple[Person, ...] = (),
    newcomers: Newcomers | None = None,
) -> Entry:
    """What a window hands in."""
    known = Particulars(
        window=window,
        county=place[:6],
        place=place,
        channel=Channel.WINDOW,
        matter=matter,
        history=history,
    )
    people = people or (Person(name, phone=phone),)
    who = [
        Applicant(person=one, known=known, subject=subject, opponents=opponents) for one in people
    ]
    return Entry(
        key=entry_key(window, key),
        digest=sha256(f"{name}{subject}{text}".encode()).hexdigest(),
        known=known,
        parties=(
            *(Party(Side.APPLICANT, one) for one in people),
            *(Party(Side.OPPONENT, Person(opponent)) for opponent in opponents),
        ),
        text=f"{subject}\n{text}",
        comers=comers_of(who, hub.hasher),
        by="officer-1",
        newcomers=newcomers,
    )
