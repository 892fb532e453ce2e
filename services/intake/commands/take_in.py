"""收件: many entries at once, each of them new, a repeat, or known already.

First it is looked up who holds the keys, in one query for all, and who brought what is there; then
each entry's act is run. An act that finds it otherwise than it was seen is refused by itself, and
looked up again.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final, TypeAlias

from services.intake.commands.entry import Entry, Taken, entry_key
from services.intake.commands.register import Overtaken
from services.intake.commands.seen import First, look
from services.intake.domain.applicants import Comer
from services.intake.store import find_held
from shared.errors import Away
from shared.work import Act, Hub

Runner: TypeAlias = Callable[[Hub, Sequence[Act]], Awaitable[None]]
"""How acts are run: as a batch, or gathered with those of other requests."""

_ROUNDS: Final = 16
_BUSY: Final = "同一来件正在办理，请稍后再试"


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
    """收件: what became of each entry, or why it could not be taken in (RULES 1, 2, 168).

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
        desk = await look(hub, keys, repeats, {a for n in todo for a in entries[n].addresses})
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


async def first_of(hub: Hub, comers: Sequence[Comer]) -> First | None:
    """在先的纠纷: whose repeat 重复件 would come in with these people now (RULES 2, 168)."""
    keys = list(dict.fromkeys(key for one in comers for key in one.keys))
    return (await look(hub, keys, keys)).first(comers, keys)


async def was_taken(hub: Hub, window: str, number: str) -> bool:
    """Whether a window's entry with this Idempotency-Key was taken in before."""
    key = entry_key(window, number)
    held, _ = await find_held(hub.pool, {key})
    return key in held
