"""一天的安排: a plan of the whole demonstration, made from a seed and nothing else.

The same seed makes the same day again: the same disputes in the same order, with the same courses.
Only dates and the made-up telephones follow the day on which it is played, so that what is played
on another day is not taken for a repeat.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from random import Random
from typing import Any, Final

from deploy.demo.course import COURSES, DAY, fitting
from deploy.demo.doors import Body, Who
from deploy.demo.trouble import Trouble
from shared.contracts.intake import Risk, Urgency
from shared.directory import Directory, Level
from shared.law.calendar import Calendar
from shared.law.period import CITY

OPENS: Final = time(8, 30)
CLOSES: Final = time(18, 0)
_LAST: Final = 480
"""Minutes of the first day after which nobody comes to a window any more."""

_EARLY: Final = 240
"""What cannot wait comes in before this, so that its day is long enough."""

_LATEST_START: Final = time(9, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Who does what on which dispute at which moment."""

    at: datetime
    number: int
    """Which dispute of the day, from 1."""
    who: Who
    do: str
    body: Body = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is brought in that day, and every step in order."""

    troubles: Mapping[int, Trouble]
    forms: Mapping[int, Mapping[str, Any]]
    """The form of registration of each."""
    keys: Mapping[int, str]
    """Its Idempotency-Key: started again, the same plan finds what it has registered."""
    steps: tuple[Step, ...]


def make(
    troubles: Sequence[Trouble],
    *,
    seed: str,
    many: int,
    began: datetime,
    calendar: Calendar,
    directory: Directory,
) -> Plan:
    """The plan of a day that begins at a moment."""
    chance = Random(seed)  # noqa: S311 - the same day on every start
    chosen = dict(enumerate(_chosen(troubles, many, chance, directory), 1))
    minutes = _minutes(chosen, chance)
    steps: list[Step] = []
    for number, trouble in chosen.items():
        at = working(began, minutes[number], calendar)
        steps.append(Step(at=at, number=number, who=Who.WINDOW, do="intake.register"))
        if trouble.again_of:
            continue
        course = trouble.course or chance.choice(fitting(trouble, directory))
        for beat in COURSES[course]:
            when = working(began, minutes[number] + beat.after, calendar)
            steps.append(Step(at=when, number=number, who=beat.who, do=beat.do, body=beat.body))
    phones = _phones(chosen.values(), f"{seed} {began:%Y-%m-%d}")
    return Plan(
        troubles=chosen,
        forms={n: form(one, phones[one.name], began.date()) for n, one in chosen.items()},
        keys={n: _key(seed, began.date(), one) for n, one in chosen.items()},
        steps=tuple(sorted(steps, key=lambda step: step.at)),  # stable: a course keeps its order
    )


def _chosen(
    troubles: Sequence[Trouble], many: int, chance: Random, directory: Directory
) -> list[Trouble]:
    """So many of them in another order; of more than there are, the rest happens elsewhere."""
    found = chance.sample(list(troubles), min(many, len(troubles)))
    if troubles and troubles[0].private:
        return found
    townships = [each for each in directory.places.values() if each.level is Level.TOWNSHIP]
    own = [one for one in troubles if not one.again_of]
    for more in range(many - len(found)):
        copied = own[more % len(own)]
        place = chance.choice(townships).code
        found.append(replace(copied, name=f"{copied.name}+{more}", place=place, course=""))
    names = {one.name for one in found}
    return [one if one.again_of in names else replace(one, again_of="") for one in found]


def _minutes(chosen: Mapping[int, Trouble], chance: Random) -> Mapping[int, int]:
    """When each comes in, in minutes of the first day; a repeat comes after what it repeats."""
    minutes = {number: chance.randrange(_LAST) for number in chosen}
    of = {one.name: number for number, one in chosen.items()}
    for number, one in chosen.items():
        if one.urgency is not Urgency.ORDINARY or one.risk is Risk.RED:
            minutes[number] %= _EARLY
        if one.again_of:
            minutes[number] = minutes[of[one.again_of]] + DAY // 2
    return minutes


def _phones(troubles: Collection[Trouble], seed: str) -> Mapping[str, str]:
    chance = Random(seed)  # noqa: S311 - as above
    phones = {one.name: f"199{chance.randrange(10**8):08}" for one in troubles}
    return phones | {one.name: phones[one.again_of] for one in troubles if one.again_of}


def _key(seed: str, day: date, trouble: Trouble) -> str:
    """A ledger's row keeps its key on every day, as its number does."""
    said = f"ledger {trouble.name}" if trouble.private else f"{seed} {day} {trouble.name}"
    return f"demo-{sha256(said.encode()).hexdigest()[:32]}"


def form(trouble: Trouble, phone: str, today: date) -> Mapping[str, Any]:
    """登记表 of a dispute, as a window fills it in."""
    parties = [dict(one) for one in trouble.parties]
    if not trouble.private:
        parties[0]["phone"] = phone
    said: dict[str, Any] = {
        "channel": trouble.channel,
        "matter": trouble.matter,
        "place": trouble.place,
        "subject": trouble.subject,
        "content": trouble.content,
        "demand": trouble.demand,
        "parties": parties,
        "willingness": trouble.willingness,
        "urgency": trouble.urgency,
        "risk": trouble.risk,
    }
    if trouble.act:
        said |= {"act": trouble.act, "respondent": trouble.respondent}
    if trouble.days_ago is not None:
        learnt = today - timedelta(days=trouble.days_ago)
        said |= {"happened_on": learnt.isoformat(), "learnt_on": learnt.isoformat()}
    return said


def morning(now: datetime, calendar: Calendar) -> datetime:
    """When a day can begin: now if it is early on a working day, else when the next one opens."""
    if calendar.is_workday(now.date()) and now.time() <= _LATEST_START:
        return max(now, datetime.combine(now.date(), OPENS, CITY))
    day = now.date() + timedelta(days=1)
    while not calendar.is_workday(day):
        day += timedelta(days=1)
    return datetime.combine(day, OPENS, CITY)


def working(began: datetime, minutes: int, calendar: Calendar) -> datetime:
    """The moment so many minutes of working time after another one."""
    at, left = began, timedelta(minutes=minutes)
    while not calendar.is_workday(at.date()) or (
        left and at + left > datetime.combine(at.date(), CLOSES, CITY)
    ):
        if calendar.is_workday(at.date()):
            left -= max(timedelta(), datetime.combine(at.date(), CLOSES, CITY) - at)
        at = datetime.combine(at.date() + timedelta(days=1), OPENS, CITY)
    return at + left
