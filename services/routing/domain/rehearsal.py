"""规则簿的推演: past disputes through a draft and through the book of their day (RULES 51).

It counts as it goes and keeps no dispute, so that years of them take no more room than a month.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

from services.routing.domain.condition import Situation
from services.routing.domain.duty_list import DutyList, summon
from services.routing.domain.possible import Possible
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.triage import Choice, Rule, decide
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import Road
from shared.directory import Directory

SAMPLES: Final = 5
"""So many disputes are named of each move."""

HIDERS: Final = 3
"""So many rules are named that stood before another one."""

PLAIN: Final = ("cases", "history", "unknown")
COUNTERS: Final = ("_roads", "_told", "_blown", "_called", "_fired", "_held", "_hidden")
"""What a rehearsal counts, by the names of its fields."""


@dataclass(frozen=True, slots=True)
class Moved:
    """改走: disputes that the draft sends from one road to another."""

    before: Road
    after: Road
    count: int
    samples: tuple[str, ...]
    """纠纷编号 of some of them."""


@dataclass(frozen=True, slots=True)
class Load:
    """部门办件: how often a department would be called, before and after."""

    department: str
    lead_before: int
    lead_after: int
    assist_before: int
    assist_after: int

    @property
    def more(self) -> int:
        """增减 of both parts."""
        return self.lead_after + self.assist_after - self.lead_before - self.assist_before


@dataclass(frozen=True, slots=True)
class Use:
    """规则适用: how often a rule of the draft held and fired, and what stood before it."""

    rule: str
    road: Road
    fired: int
    held: int
    hidden_by: tuple[tuple[str, int], ...]
    """Rules that fired where this one held too, the most frequent first."""
    possible: bool
    """Whether any dispute at all could come to it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """推演结果."""

    title: str
    cases: int
    history: int
    """Of these, imported as history: they are routed, and nobody is called."""
    unknown: int
    """Left out, since the directory no longer knows their matter or place."""
    moved: int
    rerouted: tuple[Moved, ...]
    before: dict[Road, int]
    after: dict[Road, int]
    told_before: int
    told_after: int
    blown_before: int
    blown_after: int
    loads: tuple[Load, ...]
    """Of departments whose work changes, those with the greatest change first."""
    uses: tuple[Use, ...]

    @property
    def never(self) -> tuple[str, ...]:
        """从未适用: rules that no dispute came to."""
        return tuple(use.rule for use in self.uses if not use.fired)


@dataclass(slots=True)
class Rehearsal:
    """推演 in progress: what was counted so far."""

    draft: RuleBook
    directory: Directory
    cases: int = 0
    history: int = 0
    unknown: int = 0
    _roads: Counter[tuple[Road, Road]] = field(default_factory=Counter)
    _samples: dict[tuple[Road, Road], list[str]] = field(default_factory=dict)
    _told: Counter[str] = field(default_factory=Counter)
    _blown: Counter[str] = field(default_factory=Counter)
    _called: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _fired: Counter[str] = field(default_factory=Counter)
    _held: Counter[str] = field(default_factory=Counter)
    _hidden: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, fact: DisputeRegistered, book: RuleBook) -> None:
        """One dispute, with the rule book that was in force when it was routed."""
        try:
            situation = Situation.of(fact, self.directory.matter(fact.matter))
            self.directory.duty(fact.matter, fact.place)
        except LookupError:
            self.unknown += 1
            return
        was = decide(book.rules, situation)
        held = [rule for rule in self.draft.rules if rule.holds(situation)]
        would = Choice(held[0], next((rule for rule in held if rule.told), None))
        self.cases += 1
        self.history += fact.history
        self._note_road(fact.number, was.taken.road, would.taken.road)
        self._note_rules(held)
        for when, choice, its in (("before", was, book), ("after", would, self.draft)):
            self._told[when] += choice.told is not None and not fact.history
            if choice.blows and not fact.history:
                self._note_called(when, fact, choice, its)

    def _note_road(self, number: str, before: Road, after: Road) -> None:
        self._roads[before, after] += 1
        if before is not after:
            samples = self._samples.setdefault((before, after), [])
            if len(samples) < SAMPLES:
                samples.append(number)

    def _note_rules(self, held: Sequence[Rule]) -> None:
        """Which rule fired, and behind it those that held too."""
        fired = held[0].name
        self._fired[fired] += 1
        for rule in held:
            self._held[rule.name] += 1
        for rule in held[1:]:
            if rule.when:
                self._hidden[rule.name, fired] += 1

    def _note_called(
        self, when: str, fact: DisputeRegistered, choice: Choice, book: RuleBook
    ) -> None:
        self._blown[when] += 1
        summons = summon(
            fact.matter,
            fact.place,
            fact.risk,
            choice.taken.road,
            DutyList(self.directory, book),
        )
        self._called[summons.lead, "lead", when] += 1
        for department in summons.assist:
            self._called[department, "assist", when] += 1

    # -- laid aside and taken up again

    def kept(self) -> dict[str, Any]:
        """What was counted so far, of plain JSON; disputes do not make it grow.

        Of each counter its keys with their counts, and of each move its samples.
        """
        counted = {
            name: [[*_parts(key), n] for key, n in getattr(self, name).items()] for name in COUNTERS
        }
        samples = [[*pair, numbers] for pair, numbers in self._samples.items()]
        return {**{name: getattr(self, name) for name in PLAIN}, **counted, "_samples": samples}

    @classmethod
    def taken_up(cls, draft: RuleBook, directory: Directory, kept: Mapping[str, Any]) -> Self:
        """推演 that goes on where `kept` was laid aside; from the beginning where that is empty."""
        found = cls(draft, directory, **{name: kept.get(name, 0) for name in PLAIN})
        for name in COUNTERS:
            for *key, n in kept.get(name, ()):
                getattr(found, name)[key[0] if len(key) == 1 else tuple(key)] = n
        found._roads = Counter({_pair(*pair): n for pair, n in found._roads.items()})
        found._samples = {_pair(a, b): list(said) for a, b, said in kept.get("_samples", ())}
        return found

    # -- what came of it

    def figures(self) -> Figures:
        """推演结果 of what was counted."""
        return Figures(
            title=self.draft.title,
            cases=self.cases,
            history=self.history,
            unknown=self.unknown,
            moved=sum(n for (a, b), n in self._roads.items() if a is not b),
            rerouted=self._rerouted(),
            before=self._by_road(0),
            after=self._by_road(1),
            told_before=self._told["before"],
            told_after=self._told["after"],
            blown_before=self._blown["before"],
            blown_after=self._blown["after"],
            loads=self._loads(),
            uses=self._uses(),
        )

    def _rerouted(self) -> tuple[Moved, ...]:
        return tuple(
            Moved(before, after, count, tuple(self._samples[before, after]))
            for (before, after), count in self._roads.most_common()
            if before is not after
        )

    def _by_road(self, side: int) -> dict[Road, int]:
        found: Counter[Road] = Counter()
        for pair, count in self._roads.items():
            found[pair[side]] += count
        return {road: found[road] for road in Road if found[road]}

    def _loads(self) -> tuple[Load, ...]:
        departments = {department for department, _, _ in self._called}
        loads = [
            Load(
                each,
                *(self._called[each, part, when]
                  for part in ("lead", "assist") for when in ("before", "after")),
            )
            for each in sorted(departments)
        ]  # fmt: skip
        changed = [
            one
            for one in loads
            if one.lead_before != one.lead_after or one.assist_before != one.assist_after
        ]
        return tuple(sorted(changed, key=lambda one: (-abs(one.more), one.department)))

    def _uses(self) -> tuple[Use, ...]:
        reached, hiders = self._tried()
        return tuple(
            Use(
                rule=rule.name,
                road=rule.road,
                fired=self._fired[rule.name],
                held=self._held[rule.name],
                hidden_by=_most(self._hidden, rule.name)
                or (() if rule.name in reached else _most(hiders, rule.name)),
                possible=rule.name in reached,
            )
            for rule in self.draft.rules
        )

    def _tried(self) -> tuple[set[str], Counter[tuple[str, str]]]:
        """Rules that some possible dispute comes to, and of every other what stands before it."""
        rules = self.draft.rules
        every = Possible(rules, self.directory.matters.values(), self.directory.places)
        reached: set[str] = set()
        hiders: Counter[tuple[str, str]] = Counter()
        for situation in every:
            held = [rule for rule in rules if rule.holds(situation)]
            reached.add(held[0].name)
            hiders.update((rule.name, held[0].name) for rule in held[1:])
        return reached, hiders


def _parts(key: str | tuple[str, ...]) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else key


def _pair(before: str, after: str) -> tuple[Road, Road]:
    return Road(before), Road(after)


def _most(hidden: Counter[tuple[str, str]], rule: str) -> tuple[tuple[str, int], ...]:
    found = Counter({by: n for (name, by), n in hidden.items() if name == rule})
    return tuple(found.most_common(HIDERS))
