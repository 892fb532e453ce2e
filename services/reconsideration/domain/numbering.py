"""文号登记: an authority's register of document numbers, without gaps (ARL 75; RULES 69)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration.numbering import NumberGiven, Series
from shared.law.article import ARL, RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure

SAID: Final = {Series.DECISION: "复决字", Series.DISMISSAL: "复驳字"}
"""How a number names its series, after the word of the organ 机关代字."""


class State(StrEnum):
    """Where the register stands: it is kept, always."""

    KEPT = "kept"  # 记录中


class Role(StrEnum):
    """Who keeps it."""

    BODY = "body"  # 行政复议机构


NUMBERING: Final = Procedure(
    name="numbers",
    term="文号登记",
    since=RULES.since,
    moves=(Move((None, State.KEPT), NumberGiven, State.KEPT, Role.BODY, ARL[75].par(1)),),
    deadlines=(),
    patient={State.KEPT: "文号登记长期保留，没有办结之日"},
)
"""文号登记 (RULES 69): a file for each authority."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers(CaseFile):
    """An authority's register, as its facts have made it."""

    state: State | None = None
    authority: str = ""
    given: Mapping[str, int] = field(default_factory=dict)
    """The last number of each series and year, by `decision/2026`."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the register remembers of a fact."""
        if not isinstance(fact, NumberGiven):
            return {}
        given = {**self.given, _row(fact.series, fact.year): fact.nth}
        return {"authority": fact.authority, "given": given}


def _row(series: Series, year: int) -> str:
    return f"{series}/{year}"


def give(
    numbers: Numbers, head: Head, *, authority: str, word: str, series: Series, case_id: UUID
) -> NumberGiven:
    """编号: the next number of the series in the year of the seal (RULES 69).

    Args:
        numbers: The authority's register.
        head: Head of its new page, of the day of the seal.
        authority: Organ code.
        word: 机关代字 of the authority, or its name where it has none.
        series: Which series.
        case_id: Case file of the paper.
    """
    year = head.on.year
    nth = numbers.given.get(_row(series, year), 0) + 1
    return NumberGiven(
        head=head,
        authority=authority,
        series=series,
        year=year,
        nth=nth,
        document_number=f"{word}{SAID[series]}〔{year}〕{nth}号",
        numbered_case_id=case_id,
    )
