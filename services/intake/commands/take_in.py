"""收件: many entries at once, each of them new, a repeat, or known already.

First it is looked up who holds the keys, in one query for all; then each entry's act is run. An
act that finds the keys otherwise than they were seen is refused by itself, and looked up again.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import count
from typing import Final, TypeAlias
from uuid import UUID, uuid4

from services.intake.commands.entry import Entry, Taken, after, entry_key
from services.intake.commands.register import Overtaken, register, repeat
from services.intake.domain.registration import may_be_repeated
from services.intake.store import Held, find_held
from shared.errors import Away, Malformed
from shared.law.period import legal_day
from shared.work import Act, Claim, Hub

Runner: TypeAlias = Callable[[Hub, Sequence[Act]], Awaitable[None]]
"""How acts are run: as a batch, or gathered with those of other requests."""

REGISTER: Final = "intake.register"
"""What taking in is called in metrics and traces."""

_ROUNDS: Final = 16
_BUSY: Final = "同一来件正在办理，请稍后再试"


class Changed(Malformed):
    """The same key was used before with another content 内容不一致."""

    def __init__(self, number: str) -> None:
        super().__init__(f"此编号或者幂等键已用于纠纷 {number}，内容与本次不一致")
        self.number = number


async def as_batch(hub: Hub, acts: Sequence[Act]) -> None:
    """Run the acts as one batch."""
    await hub.run(acts)


async def gathered(hub: Hub, acts: Sequence[Act]) -> None:
    """Run each act together with those of other requests; it is left with its result or error."""
    for act in acts:
        with suppress(Exception):
            await hub.act(act)


async def take_in(
    hub: Hub, entries: Sequence[Entry], *, run: Runner = as_batch, trace: str = ""
) -> list[Taken | BaseException]:
    """收件: what became of each entry, or why it could not be taken in (RULES 1, 2).

    Raises:
        Away: The database does not answer. What was taken in until then is found again.
    """
    ended: dict[int, Taken | BaseException] = {}
    for _ in range(_ROUNDS):
        todo = [n for n in range(len(entries)) if n not in ended]
        if not todo:
            break
        keys = {key for n in todo for key in (entries[n].key, *entries[n].repeat_keys)}
        repeats = {key for n in todo for key in entries[n].repeat_keys}
        desk = await _look(hub, keys, repeats)
        acts: dict[int, Act] = {}
        for n in todo:
            match desk.plan(entries[n], trace):
                case Act() as act:
                    acts[n] = act
                case done:
                    ended[n] = done
        if acts:
            await run(hub, list(acts.values()))
        ended |= {n: _end(act) for n, act in acts.items() if not _must_wait(act)}
    return [ended.get(n, Away(_BUSY)) for n in range(len(entries))]


def _must_wait(act: Act) -> bool:
    return isinstance(act.error, Overtaken)


def _end(act: Act) -> Taken | BaseException:
    if act.error is not None:
        return act.error
    taken: Taken = act.result
    return taken


async def first_of(hub: Hub, repeat_keys: Collection[UUID]) -> Held | None:
    """在先的纠纷: whose repeat 重复件 would come in with these keys now (RULES 2)."""
    seen = await _look(hub, repeat_keys, repeat_keys)
    return next((held for key in repeat_keys if (held := seen.holder(key))), None)


async def was_taken(hub: Hub, window: str, number: str) -> bool:
    """Whether a window's entry with this Idempotency-Key was taken in before."""
    key = entry_key(window, number)
    held, _ = await find_held(hub.pool, {key})
    return key in held


async def _look(hub: Hub, keys: Collection[UUID], repeats: Collection[UUID]) -> "_Seen":
    """Who holds these keys; one of `repeats` whose holder has ended gives way to its next."""
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
    return _Seen(held, now_is)


def _lives(held: Held, today: date) -> bool:
    return may_be_repeated(held.state, held.registered_on, today)


class _Seen:
    """Who was seen to hold which key."""

    def __init__(self, held: Mapping[UUID, Held], now_is: Mapping[UUID, UUID]) -> None:
        self._held = held
        self._now_is = now_is
        self._marks = map(f"{uuid4().hex}-{{}}".format, count())

    def holder(self, key: UUID) -> Held | None:
        """Who holds a repeat key."""
        return self._held.get(self._now_is[key])

    def plan(self, entry: Entry, trace: str) -> Act | Taken | Changed:
        """The act that the entry asks for; what became of it, if it was taken in before."""
        if known := self._held.get(entry.key):
            return _again(entry, known)
        keys = tuple(self._now_is[key] for key in entry.repeat_keys)
        first = next((self._held[key].case_id for key in keys if key in self._held), None)
        mark = f"{entry.digest} {next(self._marks)}"  # tells this act's claim from an equal entry's
        if first is None:
            claims = tuple(Claim(key, entry.key) for key in keys)
            do = partial(register, entry=entry, keys=keys, mark=mark)
            claims = (Claim(entry.key, entry.key, mark), *claims)
            return Act(
                do=do, files=(entry.key,), name=REGISTER, claims=claims, numbers=1, trace=trace
            )
        return Act(
            do=partial(repeat, entry=entry, first=first, mark=mark),
            files=(first, entry.key),
            name=REGISTER,
            claims=(Claim(entry.key, first, mark),),
            numbers=1,
            trace=trace,
        )


def _again(entry: Entry, known: Held) -> Taken | Changed:
    if known.digest.partition(" ")[0] != entry.digest:
        return Changed(known.number)
    repeats = known.case_id != entry.key
    return Taken(known.case_id, known.number, known.version, repeat=repeats, again=True)
