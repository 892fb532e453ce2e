"""分流条件: what a triage rule may ask of a dispute as it was registered, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.contracts.intake import (
    ActKind,
    Channel,
    DisputeRegistered,
    PersonKind,
    Risk,
    Side,
    Tried,
    Urgency,
    Willingness,
)
from shared.directory.model import Matter, Nature

NONE: Final = "none"
"""Nothing was registered under a field."""

ANY: Final = "any"
"""An act of whatever kind."""

GIVEN: Final = "given"
"""An organ is named."""

_COUNTY_DIGITS: Final = 6
_CITY_DIGITS: Final = 4


class Field(StrEnum):
    """条件栏目: one thing about a dispute that a rule may ask for."""

    NATURE = "nature"  # 纠纷性质
    MATTER = "matter"  # 纠纷类型
    ACT = "act"  # 行政行为
    WILLINGNESS = "willingness"  # 调解意愿
    URGENCY = "urgency"  # 紧急程度
    RISK = "risk"  # 风险等级
    RESPONDENT = "respondent"  # 被投诉机关
    CHANNEL = "channel"  # 来源渠道
    PLACE = "place"  # 发生地
    PARTIES = "parties"  # 当事人
    TRIED = "tried"  # 此前办理情况

    @property
    def term(self) -> str:
        """What the field is called in Chinese."""
        return _TERMS[self]


_TERMS: Final = {
    Field.NATURE: "纠纷性质",
    Field.MATTER: "纠纷类型",
    Field.ACT: "行政行为",
    Field.WILLINGNESS: "调解意愿",
    Field.URGENCY: "紧急程度",
    Field.RISK: "风险等级",
    Field.RESPONDENT: "被投诉机关",
    Field.CHANNEL: "来源渠道",
    Field.PLACE: "发生地",
    Field.PARTIES: "当事人",
    Field.TRIED: "此前办理情况",
}

KINDS_OF_TROUBLE: Final = frozenset({Field.NATURE, Field.MATTER})
"""What a dispute is about; all other fields are circumstances of it."""

VALUES: Final[Mapping[Field, frozenset[str]]] = {
    Field.NATURE: frozenset(Nature),
    Field.ACT: frozenset({NONE, ANY, *ActKind}),
    Field.WILLINGNESS: frozenset(Willingness),
    Field.URGENCY: frozenset(Urgency),
    Field.RISK: frozenset(Risk),
    Field.RESPONDENT: frozenset({NONE, GIVEN}),
    Field.CHANNEL: frozenset(Channel),
    Field.PARTIES: frozenset(f"{side}_{kind}" for side in Side for kind in PersonKind),
    Field.TRIED: frozenset({NONE, *Tried}),
}
"""What a rule may say of each field; matters and places are those of the directory."""


@dataclass(frozen=True, slots=True)
class Situation:
    """情形: what triage looks at, each field with all that can be said of it."""

    said: Mapping[Field, frozenset[str]]

    @classmethod
    def of(cls, fact: DisputeRegistered, matter: Matter) -> "Situation":
        """The dispute as registered, and its line in the matter catalogue."""
        return cls({
            Field.NATURE: frozenset({matter.nature}),
            Field.MATTER: frozenset({matter.code}),
            Field.ACT: frozenset({fact.act, ANY} if fact.act else {NONE}),
            Field.WILLINGNESS: frozenset({fact.willingness}),
            Field.URGENCY: frozenset({fact.urgency}),
            Field.RISK: frozenset({fact.risk}),
            Field.RESPONDENT: frozenset({GIVEN if fact.respondent else NONE}),
            Field.CHANNEL: frozenset({fact.channel}),
            Field.PLACE: frozenset(around(fact.place)),
            Field.PARTIES: frozenset(f"{one.side}_{one.kind}" for one in fact.parties),
            Field.TRIED: frozenset(fact.tried or {NONE}),
        })  # fmt: skip


def around(place: str) -> tuple[str, ...]:
    """所在区划: the place itself, its county and its city."""
    return (place, place[:_COUNTY_DIGITS], f"{place[:_CITY_DIGITS]}00")


@dataclass(frozen=True, slots=True)
class Condition:
    """条件: one field, and the values of which it must have one."""

    field: Field
    among: frozenset[str]

    def holds(self, situation: Situation) -> bool:
        """Whether the dispute is so."""
        return not self.among.isdisjoint(situation.said[self.field])

    @property
    def positive(self) -> bool:
        """Whether it asks for something that was registered, not for its absence."""
        return NONE not in self.among

    @property
    def code(self) -> str:
        """As a page keeps it: `willingness=both`."""
        return f"{self.field}={'|'.join(sorted(self.among))}"


Together = tuple[Condition, ...]
"""并列条件: all of them must hold."""


def failing(conditions: Iterable[Condition], situation: Situation) -> list[Condition]:
    """Those that do not hold."""
    return [one for one in conditions if not one.holds(situation)]
