"""Load 承办 and attendance 出席, reckoned page by page: what the statement must come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from services.consultation.domain.load import Load
from shared.contracts.consultation import (
    MeetingHeld,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
    PlenaryHeld,
    RecusalDecided,
)
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Stance


@dataclass(slots=True)
class _Tally:
    of: dict[str, Load] = field(default_factory=dict)
    spoken: dict[UUID, dict[str, Stance]] = field(default_factory=dict)

    def add(self, code: str, name: str) -> None:
        held = self.of.get(code, Load())
        self.of[code] = replace(held, **{name: getattr(held, name) + 1})

    def came(self, attended: Iterable[str], absent: Iterable[str]) -> None:
        for code in attended:
            self.add(code, "attended")
        for code in absent:
            self.add(code, "absent")

    def says(self, fact: Fact, code: str, stance: Stance) -> None:
        self.spoken.setdefault(fact.head.case_id, {})[code] = stance

    def page(self, fact: Fact) -> None:
        match fact:
            case PanelConvened():
                for code in fact.members:
                    self.add(code, "seated")
            case MeetingHeld():
                self.came([one.member for one in fact.opinions], fact.absent)
                for one in fact.opinions:
                    self.says(fact, one.member, one.stance)
            case PlenaryHeld():
                self.came(fact.attended, fact.absent)
            case MemberOpinionGiven():
                self.add(fact.member, "written")
                self.says(fact, fact.member, fact.stance)
            case _:
                self.change(fact)

    def change(self, fact: Fact) -> None:
        match fact:
            case MemberReplaced():
                self.spoken.get(fact.head.case_id, {}).pop(fact.member, None)
                self.add(fact.successor, "seated")
            case RecusalDecided(granted=True):
                self.spoken.get(fact.head.case_id, {}).pop(fact.member, None)
                self.add(fact.member, "recused")
            case OpinionGiven():
                for code, stance in self.spoken.pop(fact.head.case_id, {}).items():
                    if stance is not fact.stance:
                        self.add(code, "dissented")
            case _:
                pass


def count(pages: Iterable[Fact]) -> Mapping[str, Load]:
    """Each expert's load, by code.

    Args:
        pages: Of consultations and of the roster, those of each file in order.
    """
    tally = _Tally()
    for fact in pages:
        tally.page(fact)
    return tally.of
