"""登记、重复件: an entry becomes a dispute, or is counted on the first one (RULES 1, 2, 168)."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from services.intake.commands.adding import added
from services.intake.commands.entry import Entry, Taken
from services.intake.domain import registration
from services.intake.domain.registration import Dispute, may_be_repeated
from services.intake.store import DISPUTES
from shared.auth import AUTHORITIES, WINDOWS
from shared.contracts.intake import PartyRef, Unlike
from shared.number import LARGEST, DisputeNumber
from shared.work import HISTORY, Work

_YES: Final = "yes"


class Overtaken(Exception):
    """Another entry came in between: it must be looked at anew what this one is."""


def register(work: Work, entry: Entry, keys: Collection[UUID], *, mark: str) -> Taken:
    """登记: open the dispute, unless somebody else has meanwhile (RULES 1).

    Raises:
        Overtaken: The entry is already in, or another dispute holds one of its keys.
    """
    own = work.claimed[entry.key]
    held = (work.claimed[key].case_id for key in keys)
    if own.digest != mark or any(holder != entry.key for holder in held):
        raise Overtaken
    return _open(work, entry)


def repeat(
    work: Work,
    entry: Entry,
    first: UUID,
    *,
    mark: str,
    new: Collection[int] = (),
    seen: int = 0,
    unlike: tuple[Unlike, ...] = (),
) -> Taken:
    """记为重复件 on the first dispute; registered after all if that has just ended (RULES 2).

    Args:
        work: The unit of work.
        entry: What came in.
        first: The first dispute.
        mark: With what the entry claimed its key.
        new: Which of its applicants are new there, and added to it (RULES 168).
        seen: The page at which it was seen that they are.
        unlike: What it says of those who are there, otherwise than is on record.

    Raises:
        Overtaken: The entry is already in, or somebody was perhaps added meanwhile.
    """
    if work.claimed[entry.key].digest != mark:
        raise Overtaken
    dispute = work.take(DISPUTES, first)
    if not may_be_repeated(dispute.state, dispute.registered_on, work.today):
        return _open(work, entry)
    if new and dispute.version != seen:
        raise Overtaken
    dispute = _put_in(work, dispute, entry, new, unlike)
    if entry.reader:
        _lets_read(work, first, AUTHORITIES, entry.reader)
    if (window := entry.known.window) != dispute.window:
        _lets_read(work, first, WINDOWS, window)
    return Taken(
        first,
        dispute.number,
        dispute.version,
        repeat=True,
        added=len(new),
        unlike=frozenset(what for one in unlike for what in one.stated),
    )


def _put_in(
    work: Work, dispute: Dispute, entry: Entry, new: Collection[int], unlike: tuple[Unlike, ...]
) -> Dispute:
    """What is said again, on a page of the first dispute, and who comes along, each on its own."""
    known = entry.known
    text_id = work.document(dispute.case_id, dispute.dispute_id, registration.TEXT, entry.text)
    fact = registration.repeat(
        dispute,
        work.head(dispute, by=entry.by, on=entry.on),
        window=known.window,
        channel=known.channel,
        text_id=text_id,
        unlike=unlike,
    )
    dispute = work.record(dispute, fact)
    for at in new:
        person = entry.applicants[at].person
        dispute = added(work, dispute, person, known.window, text_id, by=entry.by, on=entry.on)
    return dispute


def _lets_read(work: Work, case_id: UUID, label: str, organ: str) -> None:
    named = work.labels_of(case_id).get(label, "").split()
    work.label(case_id, **{label: " ".join(dict.fromkeys((*named, organ)))})


def _open(work: Work, entry: Entry) -> Taken:
    case_id, known = entry.key, entry.known
    sequence = (work.number() - 1) % LARGEST + 1
    number = str(DisputeNumber.make(known.county, work.today, sequence))
    labels = {
        "county": known.county,
        "window": known.window,
        "matter": known.matter,
        "number": number,
    }
    if entry.reader:
        labels[AUTHORITIES] = entry.reader
    if known.history:
        labels[HISTORY] = _YES
    blank = work.open(DISPUTES, case_id, case_id, labels=labels)
    return _registered(work, entry, blank, number)


def _registered(work: Work, entry: Entry, blank: Dispute, number: str) -> Taken:
    case_id = blank.case_id
    parties = tuple(
        PartyRef(
            person_id=work.person(case_id, party.side, party.person),
            side=party.side,
            kind=party.person.kind,
        )
        for party in entry.parties
    )
    fact = registration.register(
        work.head(blank, by=entry.by, on=entry.on),
        entry.known,
        number=number,
        parties=parties,
        text_id=work.document(case_id, case_id, registration.TEXT, entry.text),
    )
    dispute = work.record(blank, fact)
    return Taken(case_id, number, dispute.version)
