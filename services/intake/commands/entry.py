"""来件: what a window or a ledger hands in, and the keys by which it is known again.

Its own key (a window's Idempotency-Key, a ledger's source number) is also the id of the file that
it opens, so that handing it in again finds it. Its repeat keys are keyed hashes of who brings what:
whoever holds one of them is the first dispute, and the entry is its repeat 重复件 (RULES 2).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from services.intake.domain.applicants import Comer, Marks, Newcomers, is_nameless
from services.intake.domain.registration import Particulars
from shared.contracts.intake import Side, Stated
from shared.people import Person

Hasher = Callable[[str | None], str | None]
"""Keyed hash of what identifies somebody, as the hub makes it."""

_INTAKE: Final = uuid5(NAMESPACE_URL, "urn:hub:intake")
_SIGNS: Final = re.compile(r"[\W_]+")
_TELLING: Final = 6
"""Characters that a subject must have to tell one matter from another."""

_CITY: Final = re.compile(r"\d{4}00")
"""The city as a place says no more than that the place is not known."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party 当事人 with its side; who it is goes to `shared.people`."""

    side: Side
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """来件, ready to be registered."""

    key: UUID
    digest: str
    """Hash of the content: the same key with another content is refused."""
    known: Particulars
    parties: tuple[Party, ...]
    text: str
    comers: tuple[Comer, ...]
    """Who brings it, in the order of the applicants among the parties."""
    by: str
    on: date | None = None
    """The legal day of receipt; today when None."""
    reader: str = ""
    """Code of the authority to which it came, and which reads the dispute for that (ARL 22)."""
    newcomers: Newcomers | None = None
    """What becomes of applicants who are new to a dispute that is there; None: it was not said."""
    also: tuple[UUID, ...] = ()
    """Other keys by which it is known as a repeat."""

    @property
    def repeat_keys(self) -> tuple[UUID, ...]:
        """The keys by which it is known as a repeat, each once."""
        own = (key for one in self.comers for key in one.keys)
        return tuple(dict.fromkeys((*own, *self.also)))

    @property
    def addresses(self) -> frozenset[str]:
        """Every address that is given of an applicant."""
        people = [one.person for one in self.applicants]
        given = (said for one in people for said in (one.address, one.service_address))
        return frozenset(said for said in given if said)

    @property
    def applicants(self) -> tuple[Party, ...]:
        """申请一方, as `comers` says of each what recognises it."""
        return tuple(one for one in self.parties if one.side is Side.APPLICANT)


@dataclass(frozen=True, slots=True)
class Taken:
    """收件结果: the dispute, and whether it had been there already or was repeated just now."""

    case_id: UUID
    number: str
    version: int
    repeat: bool = False
    """The entry repeats this dispute, which an earlier one opened."""
    again: bool = False
    """The very same entry had been taken in before; nothing was recorded."""
    added: int = 0
    """How many applicants it added to this dispute just now (RULES 168)."""
    unlike: frozenset[Stated] = frozenset()
    """What it said of applicants otherwise than is on record, and was not taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who brings what: from this the repeat keys are made."""

    person: Person
    known: Particulars
    subject: str
    opponents: tuple[str, ...] = ()
    matter_is_told: bool = field(default=True)
    """False when the matter was only guessed from the text: then it proves nothing."""


def entry_key(source: str, number: str) -> UUID:
    """The key of what bears this number at this source (a window, a ledger)."""
    return uuid5(_INTAKE, f"{source}:{number}")


def after(key: UUID, holder: UUID) -> UUID:
    """The repeat key that counts once the dispute that held `key` is at an end."""
    return uuid5(key, str(holder))


def comers_of(applicants: Iterable[Applicant], hasher: Hasher) -> tuple[Comer, ...]:
    """What recognises each who brings a matter, and the repeat keys of each."""
    return tuple(Comer(_marks(one.person, hasher), _keys(one, hasher)) for one in applicants)


def _marks(person: Person, hasher: Hasher) -> Marks:
    """What recognises a person without a name."""
    return Marks(
        name=hasher(person.name),
        number=hasher(person.id_number),
        phone=hasher(person.phone),
        nameless=is_nameless(person.name),
    )


def _keys(one: Applicant, hasher: Hasher) -> tuple[UUID, ...]:
    hashes = map(hasher, _texts(one))
    return tuple(UUID(hash_[:32]) for hash_ in hashes if hash_)


def _texts(one: Applicant) -> Iterator[str]:
    for whose in _identities(one.person, one.known.place):
        yield from _texts_of(one, whose)


def _texts_of(one: Applicant, whose: str) -> Iterator[str]:
    known = one.known
    past = "history" if known.history else "open"
    if one.matter_is_told and (known.respondent or not _CITY.fullmatch(known.place)):
        against = ",".join(sorted(one.opponents))
        about = f"{known.matter}|{known.place}|{known.respondent or ''}|{against}"
        yield f"matter|{past}|{whose}|{about}"
    subject = _SIGNS.sub("", unicodedata.normalize("NFKC", one.subject)).casefold()
    if len(subject) >= _TELLING:
        yield f"subject|{past}|{whose}|{subject}"


def _identities(person: Person, place: str) -> Iterator[str]:
    """By number, else by telephone, else by name and place; none of whoever gives no name.

    By telephone also with the name: of two who share one, each has a key of its own, which what
    was registered apart holds (RULES 2, 168).
    """
    named = not is_nameless(person.name)
    if person.id_number:
        yield f"number:{person.id_number}"
    elif person.phone:
        yield f"phone:{person.phone}"
        if named:
            yield f"phone:{person.phone}|name:{person.name}"
    elif named:
        yield f"name:{person.name}@{place}"
