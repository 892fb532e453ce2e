"""Facts of the register of document numbers 发文字号 (ARL 75; RULES 69)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Series(StrEnum):
    """字号的类别: each is counted for itself, from 1 in every year."""

    DECISION = "decision"  # 行政复议决定书，复决字
    DISMISSAL = "dismissal"  # 驳回行政复议申请决定书，复驳字
    PAPER = "paper"  # 其他文书，每种各为一类


class NumberGiven(Fact):
    """编号: the next number of an organ's series goes to a paper that is to be sealed (ARL 75)."""

    kind: Literal["reconsideration.number_given.v1"] = "reconsideration.number_given.v1"
    authority: str
    """Organ code of the authority whose register it is."""
    series: Series
    year: int
    nth: int
    """How many there are of this series in this year with this one, from 1 without gaps."""
    document_number: str
    """发文字号 in full."""
    numbered_case_id: UUID
    """Case file of the paper that bears it."""
    paper_sort: str = ""
    """文书种类, each a series of its own; empty for a decision."""


class PaperNumbered(Fact):
    """文书编号: this paper bears this number, and no other ever (RULES 69)."""

    kind: Literal["reconsideration.paper_numbered.v1"] = "reconsideration.paper_numbered.v1"
    numbered_case_id: UUID
    """Case file of the paper."""
    paper_sort: str
    """文书种类, as its door names it."""
    page: int
    """The page of that file of which the paper tells."""
    document_number: str
    """发文字号 in full."""
