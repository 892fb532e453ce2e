"""时限的读法: the times of a rule book, written as a centre's head writes them."""

import re
from collections.abc import Mapping
from typing import Any, Final

from services.routing.domain.reading import only, whole, word
from services.routing.domain.times import Signer, TierTimes, Times
from shared.contracts.intake import Channel, Risk
from shared.contracts.routing import LevelStart, Rung, Tier
from shared.directory.source import Record, Source
from shared.law.period import CalendarDays, Hours, Minutes, Period, WorkingDays

_UNITS: Final = {kind.unit: kind for kind in (WorkingDays, CalendarDays, Hours, Minutes)}
_WRITTEN: Final = re.compile(rf"(\d{{1,4}})\s*({'|'.join(_UNITS)})")

_TIER: Final = {
    "check_in": False,
    "visit": False,
    "opinion": True,
    "finish": True,
    "close": False,
    "meeting": False,
    "plan": False,
    "to_leader": False,
    "to_inspection": False,
}
"""The times of a tier; True where it must be in days, for it stands still while one waits."""

_OPTIONAL: Final = frozenset({"visit", "meeting", "plan", "to_leader", "to_inspection"})
"""What may be left out: not asked for, or, of how a silence climbs, as in books before it was set.
"""

_WHISTLE: Final = {
    "sign_off": False,
    "ruling": False,
    "callback": False,
    "wait_at_most": True,
    "red_report": False,
    "extension_most": True,
    "extension": True,
}
_COUNTED: Final = ("callback_attempts", "concentrated_from", "leader_chairs_from")
_LATER: Final = frozenset({"extension", "leader_chairs_from"})
"""What books from before do not name; they mean what the hub comes with."""


def read_times(source: Source) -> Times:
    """时限 of the file; each must be there."""
    whistle = source.one("whistle")
    only(whistle, {*_WHISTLE, *_COUNTED, "sign_off_from", "signed_by"})
    ladder, start, entry = (source.one(name) for name in ("ladder", "start", "entry"))
    only(ladder, Rung)
    only(start, Rung)
    only(entry, Channel)
    times: dict[str, Any] = {
        name: _period(whistle, name, by_day=by_day)
        for name, by_day in _WHISTLE.items()
        if name in whistle.values or name not in _LATER
    }
    times |= {
        name: whole(whistle, name)
        for name in _COUNTED
        if name in whistle.values or name not in _LATER
    }
    if "signed_by" in whistle.values:
        times["signed_by"] = word(whistle, "signed_by", Signer)
    return Times(
        tiers=_tiers(source),
        ladder={rung: _period(ladder, rung, by_day=True) for rung in Rung},
        starts={rung: _start(start, rung) for rung in Rung},
        entry={Channel(key): word(entry, key, Rung) for key in entry.values},
        sign_off_from=word(whistle, "sign_off_from", Risk),
        **times,
    )


def _start(record: Record, level: Rung) -> LevelStart:
    """What begins a level's time; a book from before one could say so means the next day."""
    return word(record, level, LevelStart) if level in record.values else LevelStart.NEXT_DAY


def _tiers(source: Source) -> Mapping[Tier, TierTimes]:
    group = source.one("tier")
    only(group, Tier)
    return {tier: _tier(source, group, tier) for tier in Tier}


def _tier(source: Source, group: Record, tier: Tier) -> TierTimes:
    values = group.get(tier, dict, {})
    record = Record(source, values, f"tier.{tier}")
    only(record, _TIER)
    given: dict[str, Any] = {
        name: _period(record, name, by_day=by_day)
        for name, by_day in _TIER.items()
        if name in values or name not in _OPTIONAL
    }
    return TierTimes(**given)


def _period(record: Record, key: str, *, by_day: bool) -> Period:
    said = record.text(key)
    found = _WRITTEN.fullmatch(said)
    if found is None or int(found[1]) == 0:
        raise record.wrong(key, f"“{said}”读不出，可写作 1个工作日、20日、2小时、30分钟")
    period = _UNITS[found[2]](int(found[1]))
    if by_day and not period.by_day:
        raise record.wrong(key, f"“{said}”应以工作日或者日计")
    return period
