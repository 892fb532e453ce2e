"""文号登记: an authority's register of document numbers, without gaps (ARL 75; RULES 69).

A decision has its number as it is sealed. Every other paper has it when somebody asks for it: then
the paper is no draft any more, and gets no second number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration.numbering import NumberGiven, PaperNumbered, Series
from shared.law.article import ARL, RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure, Refused

SAID: Final = {Series.DECISION: "复决字", Series.DISMISSAL: "复驳字"}
"""How a number names its series, after the word of the organ 机关代字."""


class State(StrEnum):
    """Where a register stands, which is kept always; and a paper, once it has its number."""

    KEPT = "kept"  # 记录中
    NUMBERED = "numbered"  # 已编号


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


PAPER: Final = Procedure(
    name="numbered_papers",
    term="文书编号",
    since=RULES.since,
    moves=(Move(None, PaperNumbered, State.NUMBERED, Role.BODY, RULES[69]),),
    deadlines=(),
    closed=(State.NUMBERED,),
)
"""文书编号 (RULES 69): a file for each paper, so that it is numbered once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers(CaseFile):
    """An authority's register, as its facts have made it."""

    state: State | None = None
    authority: str = ""
    given: Mapping[str, int] = field(default_factory=dict)
    """The last number of each series and year, by `decision/2026` and `acceptance/2026`."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the register remembers of a fact."""
        if not isinstance(fact, NumberGiven):
            return {}
        given = {**self.given, _row(fact.paper_sort or fact.series, fact.year): fact.nth}
        return {"authority": fact.authority, "given": given}


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberedPaper(CaseFile):
    """A paper and its number, as its fact has made it."""

    state: State | None = None
    of_case: UUID | None = None
    """Case file of the paper."""
    sort: str = ""
    page: int = 0
    document_number: str = ""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What is kept of it."""
        if not isinstance(fact, PaperNumbered):
            return {}
        return {
            "of_case": fact.numbered_case_id,
            "sort": fact.paper_sort,
            "page": fact.page,
            "document_number": fact.document_number,
        }


@dataclass(frozen=True, slots=True)
class Kind:
    """A series 字号的类别: what is counted for itself in an authority's register."""

    series: Series
    said: str
    """How its numbers name it, as 复决字."""
    sort: str = ""


OF_DECISIONS: Final = {one: Kind(one, said) for one, said in SAID.items()}
"""The two that are numbered as they are sealed."""


def _row(series: str, year: int) -> str:
    return f"{series}/{year}"


def give(
    numbers: Numbers, head: Head, *, authority: str, word: str, kind: Kind, case_id: UUID
) -> NumberGiven:
    """编号: the next number of the series in the year (RULES 69).

    Args:
        numbers: The authority's register.
        head: Head of its new page, of the day of the seal.
        authority: Organ code.
        word: 机关代字 of the authority, or its name where it has none.
        kind: Which series.
        case_id: Case file of the paper.
    """
    year = head.on.year
    nth = numbers.given.get(_row(kind.sort or kind.series, year), 0) + 1
    return NumberGiven(
        head=head,
        authority=authority,
        series=kind.series,
        year=year,
        nth=nth,
        document_number=f"{word}{kind.said}〔{year}〕{nth}号",
        numbered_case_id=case_id,
        paper_sort=kind.sort,
    )


def bear(paper: NumberedPaper, head: Head, given: NumberGiven, page: int) -> PaperNumbered:
    """文书编号: the paper that tells of this page bears the number that was given (RULES 69).

    Raises:
        Refused: It has one.
    """
    if paper.document_number:
        raise Refused(f"该文书已编号为{paper.document_number}", RULES[69])
    return PaperNumbered(
        head=head,
        numbered_case_id=given.numbered_case_id,
        paper_sort=given.paper_sort,
        page=page,
        document_number=given.document_number,
    )
