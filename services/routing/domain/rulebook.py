"""规则簿 as a value: the triage rules, the times and the duty list of one edition (RULES 50 to 54).

It is read from one file that a centre's head can edit; see `rulebook.toml` and `rulebook_text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from services.routing.domain.times import Times
from services.routing.domain.triage import Rule
from services.routing.domain.yardsticks import USUAL, Yardsticks


class RuleBookError(ValueError):
    """规则簿有误: what is wrong, with its line and field, in Chinese."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """职责清单的一行: which departments answer for a matter, by their codes without the county."""

    lead: str
    assist: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RuleBook:
    """规则簿: one edition, in force from `since` until the next."""

    title: str
    since: date
    rules: tuple[Rule, ...]
    """In their order; the last one always holds."""
    times: Times
    yardsticks: Yardsticks = USUAL
    """By what figures are told."""
    duties: Mapping[str, DutyRow] = field(default_factory=dict)
    """By matter; what is not named follows the directory."""

    @property
    def edition(self) -> str:
        """Name of this edition, as pages keep it: the day since which it is in force."""
        return self.since.isoformat()

    @cached_property
    def by_name(self) -> Mapping[str, Rule]:
        """Its rules by the name that facts keep."""
        return {rule.name: rule for rule in self.rules}
