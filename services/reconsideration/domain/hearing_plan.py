"""A hearing 听证 that is set, as the case keeps it until it is held or falls away (ARL 51)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from shared.contracts.reconsideration import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingPlan:
    """When it is to be, who sits, and who has the notice."""

    on: date
    """举行听证之日."""
    host: str
    officers: tuple[str, ...]
    recorder: str
    asked_on: date | None = None
    """申请听证之日 of the request that it answers; None where nobody asked."""
    set_on: date | None = None
    """决定组织听证之日, from which its notice goes out; None on plans that did not keep it."""
    notified: Mapping[Standing, date] = field(default_factory=dict)
    """收到听证通知之日, by party; of several on one side, the day on which the last had it."""

    joint_notified: Mapping[str, date] = field(default_factory=dict)
    """The same of each other joint respondent 共同被申请人, by its code."""

    def notified_to(self, parties: Collection[Standing]) -> date | None:
        """The day on which the last of these parties had it; None while one of them has not."""
        known = [self.notified[who] for who in parties if who in self.notified]
        return max(known) if len(known) == len(parties) else None

    @property
    def panel(self) -> tuple[str, ...]:
        """Everybody who sits, one after the other."""
        return (self.host, *self.officers, self.recorder)

    def seated_instead(self, gone: str, successor: str) -> Self:
        """The same hearing, once another one sits in the seat of whoever was recused."""
        officers = tuple(successor if one == gone else one for one in self.officers)
        host = successor if self.host == gone else self.host
        recorder = successor if self.recorder == gone else self.recorder
        return replace(self, host=host, officers=officers, recorder=recorder)

    def told_anew(self, standing: Standing) -> Self:
        """The same hearing, once somebody else stands on this side, who has no notice yet."""
        notified = {who: on for who, on in self.notified.items() if who is not standing}
        return replace(self, notified=notified)

    def told_first(self, organ: str) -> Self:
        """The same, once this joint respondent is the one named first: it keeps its notice."""
        told = self.told_anew(Standing.RESPONDENT)
        if (on := self.joint_notified.get(organ)) is None:
            return told
        return replace(told, notified={**told.notified, Standing.RESPONDENT: on})

    def told_instead(self, organ: str, successor: str) -> Self:
        """The same, once another organ stands where this joint respondent stood."""
        told = {successor if who == organ else who: on for who, on in self.joint_notified.items()}
        return replace(self, joint_notified=told)

    def without(self, organ: str) -> Self:
        """The same, once this one is no joint respondent any more."""
        rest = {who: on for who, on in self.joint_notified.items() if who != organ}
        return replace(self, joint_notified=rest)
