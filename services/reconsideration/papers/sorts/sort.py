"""文书种类: what is said of a sort of paper, whom it is for, and who signs for it."""

from dataclasses import dataclass
from enum import StrEnum

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.hearing import is_turned_anew
from shared.contracts.reconsideration.pausing import ExecutionStayed
from shared.law.article import Article


class To(StrEnum):
    """Whom a paper is for, and who signs for it 受送达人."""

    APPLICANTS = "applicants"  # 申请人
    RESPONDENT = "respondent"  # 被申请人
    PARTIES = "parties"  # 各方当事人
    SERVED = "served"  # 原文书的受送达人：不予受理的只有申请人，其余是各方当事人
    THIRD = "third"  # 参加行政复议的第三人
    PERSON = "person"  # 办理事项写明的那个人
    ORGAN = "organ"  # 办理事项写明的机关
    OUTSIDE = "outside"  # 行政复议委员会、鉴定机构、上级机关，不用送达回证
    FILE = "file"  # 入卷的笔录，不送达


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of paper 文书种类."""

    name: str
    term: str
    of: type[Fact]
    """The fact that it tells of; of several the newest, if no page is named."""
    to: To
    article: Article
    """Where the law asks for it."""
    text: str = ""
    """The field of that fact which names the text to be printed; empty where there is none."""
    names: str = ""
    """The field of that fact which names the person or the organ whom it is for; where an organ is
    and no field names it, it is the authority whose case it is."""
    person: str = ""
    """The field of that fact which names a person of whom it tells but to whom it is not written;
    empty where there is none."""
    by_organ: str = ""
    """The field of that fact which names the organ whose paper it is: a department makes and
    numbers its own; empty where only an authority has papers of this sort."""
    is_list: bool = False
    """Whether it lists what stands on the whole file, not only on one page of it."""
    by_body: bool = False
    """Whether the body 行政复议机构 signs it, not the authority (RULES 110)."""
    apart: bool = False
    """Whether pages of its own tell on whom it was served, with its manner, or who signed it."""

    goes_along: bool = False
    """Whether it is a copy 副本 that goes along with a notice of the same page: it has no number,
    and whoever signs for the notice signs for it, too."""

    only: tuple[str, object] | None = None
    """A field of that fact and the value with which alone it calls for this paper; None: any."""

    @property
    def is_served(self) -> bool:
        """Whether somebody signs for it 送达回证."""
        return self.to not in {To.OUTSIDE, To.FILE} and not self.goes_along

    @property
    def served_here(self) -> bool:
        """Whether its service is recorded as that of any paper 文书送达 (RULES 130)."""
        return self.is_served and not self.apart

    @property
    def is_numbered(self) -> bool:
        """Whether it is numbered 编号 by itself: no record, no copy; a decision as it is sealed."""
        return self.to is not To.FILE and self.of is not DecisionMade and not self.goes_along

    def tells(self, fact: Fact) -> bool:
        """Whether a fact calls for it: not where an order was not given, nor what is told again."""
        if not isinstance(fact, self.of) or is_turned_anew(fact.kind, fact.head.by):
            return False
        if self.only and getattr(fact, self.only[0]) != self.only[1]:
            return False
        if isinstance(fact, ExecutionStayed) and fact.came_from:
            return False
        return not self.text or getattr(fact, self.text) is not None
