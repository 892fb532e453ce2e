"""What an administrator does with parked messages, by the same code as the mailroom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.parked import ParkedDiscarded, ParkedMended, ParkedReplayed
from shared.errors import Malformed, Unknown
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.mailroom import Mailroom, unreadable
from shared.office import Office
from shared.parking import books
from shared.parking.books import Item, Parked
from shared.parking.register import register_of, register_shelf
from shared.work import Act, Hub, Work

PAGE: Final = 50
"""Messages in a list unless asked otherwise."""


@dataclass(frozen=True, slots=True)
class Drained:
    """What came of a replay or a discard: pages handled, and what still stands in the lane."""

    handled: int
    left: int
    reason: str
    """Why the first that is left could not be handled; empty when the lane is free."""


class Use(StrEnum):
    """What an administrator does with a parked message, by the word of its door."""

    MEND = "mending"  # 更正
    REPLAY = "replay"  # 重办
    DISCARD = "discard"  # 作废


def refusal(found: Parked, use: Use) -> Refused | None:
    """Why a parked message cannot be used so as it stands; None where it can (RULES 40)."""
    if not found.is_open:
        return Refused("这个滞留件已经处理", RULES[40])
    if use is Use.REPLAY and found.case_id is None:
        return Refused("消息头没有案卷号，须先更正才能重办", RULES[40])
    if use is Use.DISCARD and found.before:
        return Refused("同一案卷前面还有滞留件，须先处理", RULES[40])
    return None


class Parking:
    """Parked messages of these offices' consumers, whose names begin with `prefix`."""

    def __init__(self, hub: Hub, offices: Iterable[Office], prefix: str) -> None:
        self._hub = hub
        self._offices = {f"{prefix}.{one.name}.office": one for one in offices}
        for office in self._offices.values():
            hub.shelves.setdefault((office.name, "parked"), register_shelf(office.name))

    @property
    def consumers(self) -> tuple[str, ...]:
        """收件方 whose parked messages these are."""
        return tuple(self._offices)

    async def list(
        self,
        consumer: str | None = None,
        *,
        after: int = 0,
        limit: int = PAGE,
        newest_first: bool = False,
    ) -> Sequence[Item]:
        """The first message of each lane, oldest or newest first, beyond the number `after`."""
        return await books.heads(self._hub.pool, consumer, after, limit, newest_first=newest_first)

    async def show(self, parked_id: int) -> Parked:
        """A parked message, settled or not.

        Raises:
            Unknown: There was none of this number.
        """
        found = await books.one(self._hub.pool, parked_id)
        if found is None:
            raise Unknown("没有这个滞留件")
        return found

    async def mend(self, parked_id: int, body: str, *, by: str) -> Parked:
        """更正: give a message a body that can be read (RULES 40).

        Raises:
            Malformed: It cannot be read either, or is another page than the headers say.
            Refused: The message is settled.
        """
        found = await self._open(parked_id, Use.MEND)
        fact = self._read(found, body)
        head = fact.head
        use = _use(found, fact.kind, head.case_id, head.version)
        use |= {"before": _digest(found.mended or found.body), "after": _digest(body)}
        await self._record(found, partial(ParkedMended, **use), by)
        await books.put_mended(
            self._hub.pool, parked_id, body, (head.case_id, head.version), fact.kind
        )
        return await self.show(parked_id)

    async def replay(self, parked_id: int, *, by: str) -> Drained:
        """重办: hand a message to its office again, and its lane in page order (RULES 40).

        Raises:
            Refused: The message is settled, or names no file and must be mended first.
        """
        found = await self._open(parked_id, Use.REPLAY)
        await self._record(found, partial(ParkedReplayed, **_use(found)), by)
        return await self._drain(found)

    async def discard(self, parked_id: int, *, by: str) -> Drained:
        """作废: never handle a message, and let its lane go on (RULES 40).

        Raises:
            Refused: The message is settled, or others of its lane stand before it.
        """
        found = await self._open(parked_id, Use.DISCARD)
        await self._record(found, partial(ParkedDiscarded, **_use(found)), by)
        await books.discard(self._hub.pool, found)
        return await self._drain(found)

    # -- how

    async def _open(self, parked_id: int, use: Use) -> Parked:
        found = await self.show(parked_id)
        if (no := refusal(found, use)) is not None:
            raise no
        self._office(found)
        return found

    def _office(self, found: Item) -> Office:
        office = self._offices.get(found.consumer)
        if office is None:
            raise Unknown(f"没有收件方 {found.consumer}")
        return office

    def _read(self, found: Parked, body: str) -> Fact:
        """The fact that a mended body holds."""
        kinds = {kind.kind_name(): kind for kind in self._office(found).listens}
        try:
            kind = found.kind or Fact.model_validate_json(body).kind
            if kind not in kinds:
                raise Malformed(f"该机构不收 {kind}", "body")
            fact = kinds[kind].model_validate_json(body)
        except ValueError as error:
            raise Malformed(f"更正后的内容{unreadable(error)}", "body") from None
        if found.case_id and (fact.head.case_id, fact.head.version) != (
            found.case_id,
            found.version,
        ):
            raise Malformed("更正后的内容与消息头的案卷号、页码不一致", "body")
        return fact

    async def _record(self, found: Parked, make: Callable[..., Fact], by: str) -> None:
        register = register_of(found.consumer)
        office = self._office(found).name
        do = partial(_put_on_record, office, register, make, by)
        await self._hub.act(Act(do=do, files=(register,), name=f"{office}.use_parked"))

    async def _drain(self, found: Item) -> Drained:
        if (case_id := found.case_id) is None:
            return Drained(0, 0, "")
        mailroom = Mailroom(self._hub, self._office(found), found.consumer)
        handled = await mailroom.drain(case_id)
        for left in await books.heads(self._hub.pool, found.consumer, 0, 1, case_id):
            return Drained(handled, left.behind + 1, left.reason)
        return Drained(handled, 0, "")


def _put_on_record(
    office: str, register: UUID, make: Callable[..., Fact], by: str, work: Work
) -> None:
    file = work.open(register_shelf(office), register, register)
    work.record(file, make(head=work.head(file, by=by)))


def _use(
    found: Item, kind: str = "", case_id: UUID | None = None, version: int | None = None
) -> dict[str, Any]:
    return {
        "consumer": found.consumer,
        "parked_id": found.parked_id,
        "heard_kind": kind or found.kind,
        "heard_case_id": case_id or found.case_id,
        "heard_version": version or found.version,
    }


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()
