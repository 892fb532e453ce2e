"""在册: which disputes hold the keys of what comes in, who brought them, and what follows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count
from typing import Final
from uuid import UUID, uuid4

from services.intake.commands.entry import Entry, Taken, after
from services.intake.commands.register import register, repeat
from services.intake.domain.applicants import Comer, Newcomers, There, matched, newcomers
from services.intake.domain.registration import may_be_repeated
from services.intake.store import Held, find_applicants, find_held
from shared.contracts.intake import Stated, Unlike
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.period import legal_day
from shared.work import Act, Claim, Hub

REGISTER: Final = "intake.register"
"""What taking in is called in metrics and traces."""


class Changed(Malformed):
    """The same key was used before with another content 内容不一致."""

    def __init__(self, number: str) -> None:
        super().__init__(f"此编号或者幂等键已用于纠纷 {number}，内容与本次不一致")
        self.number = number


class NewApplicants(Malformed):
    """新的申请人: the dispute is there, and not all who come are its applicants (RULES 168)."""

    def __init__(self, number: str, new: Sequence[int]) -> None:
        which = "、".join(f"第{at + 1}名" for at in new)
        super().__init__(
            f"已有同一纠纷 {number}，本次的申请人中{which}不是该件的申请人："
            f"请选择把其加进该件，或者另行登记（{RULES[168]}）",
            "newcomers",
        )
        self.number = number


@dataclass(frozen=True, slots=True)
class First:
    """在先的纠纷, who there each is that comes, and which of them are new, counted from 0."""

    held: Held
    who: tuple[There | None, ...]
    new: tuple[int, ...]


async def look(
    hub: Hub,
    keys: Collection[UUID],
    repeats: Collection[UUID],
    addresses: Collection[str] = (),
) -> "Seen":
    """Who holds these keys, and who brought what is held by one of `repeats`.

    One of `repeats` whose holder has ended gives way to its next; of `addresses`, those given now,
    it is told of whom they are on record.
    """
    held, shift = await find_held(hub.pool, keys)
    today = legal_day(hub.clock.now() + shift)
    now_is = {key: key for key in repeats}
    while past := {
        key: after(now, held[now].case_id)
        for key, now in now_is.items()
        if now in held and not _lives(held[now], today)
    }:
        now_is |= past
        more, _ = await find_held(hub.pool, set(past.values()))
        held = {**held, **more}
    firsts = {held[now].case_id for now in now_is.values() if now in held}
    there = await find_applicants(hub.pool, firsts, addresses) if firsts else {}
    return Seen(held, now_is, there)


def _lives(held: Held, today: date) -> bool:
    return may_be_repeated(held.state, held.registered_on, today)


class Seen:
    """Who was seen to hold which key, and who was seen to have brought what is there."""

    def __init__(
        self,
        held: Mapping[UUID, Held],
        now_is: Mapping[UUID, UUID],
        there: Mapping[UUID, Sequence[There]],
    ) -> None:
        self._held = held
        self._now_is = now_is
        self._there = there
        self._marks = map(f"{uuid4().hex}-{{}}".format, count())

    def first(self, comers: Sequence[Comer], keys: Collection[UUID]) -> First | None:
        """The dispute that these people's entry repeats: one in which all of them are, if any is.

        Else the first in which one of them is (RULES 2, 168).
        """
        nows = (self._now_is[key] for key in keys)
        holders = {self._held[now].case_id: self._held[now] for now in nows if now in self._held}
        coming = [one.marks for one in comers]
        firsts = [
            First(held, matched(coming, there), newcomers(coming, there))
            for case_id, held in holders.items()
            for there in (self._there.get(case_id, ()),)
        ]
        return min(firsts, key=lambda one: bool(one.new), default=None)

    def plan(self, entry: Entry, trace: str) -> Act | Taken | Malformed:
        """The act that the entry asks for; what became of it, if it was taken in before.

        Where somebody new comes to a dispute that is there and nobody said what becomes of them,
        nothing is done, and it is told (RULES 168).
        """
        if known := self._held.get(entry.key):
            return _again(entry, known)
        first = self.first(entry.comers, entry.repeat_keys)
        if first is None or (first.new and entry.newcomers is Newcomers.APART):
            return self._register(entry, trace)
        if first.new and entry.newcomers is None:
            return NewApplicants(first.held.number, first.new)
        return self._repeat(entry, first, trace)

    def _free(self, keys: Collection[UUID]) -> tuple[UUID, ...]:
        """Those keys, as they are now, that nobody holds."""
        return tuple(now for key in keys if (now := self._now_is[key]) not in self._held)

    def _mark(self, entry: Entry) -> str:
        return f"{entry.digest} {next(self._marks)}"  # tells this act's claim from an equal entry's

    def _register(self, entry: Entry, trace: str) -> Act:
        keys, mark = self._free(entry.repeat_keys), self._mark(entry)
        return Act(
            do=partial(register, entry=entry, keys=keys, mark=mark),
            files=(entry.key,),
            name=REGISTER,
            claims=(Claim(entry.key, entry.key, mark), *(Claim(key, entry.key) for key in keys)),
            numbers=1,
            trace=trace,
        )

    def _repeat(self, entry: Entry, first: First, trace: str) -> Act:
        case_id, mark = first.held.case_id, self._mark(entry)
        keys = self._free([key for at in first.new for key in entry.comers[at].keys])
        return Act(
            do=partial(
                repeat,
                entry=entry,
                first=case_id,
                mark=mark,
                new=first.new,
                seen=first.held.version,
                unlike=tuple(_unlike(entry, first)),
            ),
            files=(case_id, entry.key),
            name=REGISTER,
            claims=(Claim(entry.key, case_id, mark), *(Claim(key, case_id) for key in keys)),
            numbers=1,
            trace=trace,
        )


def _unlike(entry: Entry, first: First) -> Iterator[Unlike]:
    """What an entry says of applicants who are there, and is not on record of them (RULES 163)."""
    for comer, party, there in zip(entry.comers, entry.applicants, first.who, strict=True):
        if there is None:
            continue
        person = party.person
        said = (
            (
                Stated.PHONE,
                comer.marks.phone is not None and comer.marks.phone != there.marks.phone,
            ),
            (Stated.ADDRESS, bool(person.address) and person.address not in there.known),
            (
                Stated.SERVICE_ADDRESS,
                bool(person.service_address) and person.service_address not in there.known,
            ),
        )
        if stated := tuple(what for what, is_other in said if is_other):
            yield Unlike(person_id=there.person_id, stated=stated)


def _again(entry: Entry, known: Held) -> Taken | Changed:
    if known.digest.partition(" ")[0] != entry.digest:
        return Changed(known.number)
    repeats = known.case_id != entry.key
    return Taken(known.case_id, known.number, known.version, repeat=repeats, again=True)
