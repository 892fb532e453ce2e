"""裁决事项目录: by matter and edition whether a civil dispute is adjudicated, and by whom.

A matter stands here also if it is *not* adjudicated, for people ask. What this office may rule on
has a `Power`, and its periods stand there alone. No statute, no adjudication (PLAN 24).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.adjudication.domain.powers import Power, Term
from shared.law.article import Article


class Way(StrEnum):
    """处理方式: what becomes of a matter before an administrative organ."""

    ADJUDICATE = "adjudicate"  # 行政裁决
    STATE = "state"  # 由国务院部门裁决、处理
    MEDIATE = "mediate"  # 行政机关只能调解
    PENALTY = "penalty"  # 查处违法，赔偿只能调解
    ARBITRATE = "arbitrate"  # 仲裁
    COURT = "court"  # 民事诉讼
    ACT = "act"  # 对行政行为的复议、诉讼
    BETWEEN = "between"  # 行政区域之间，由上级政府裁决
    DOUBTFUL = "doubtful"  # 依据存疑


class Decider(StrEnum):
    """裁决机关 by kind; which organ of a place it is depends on the parties."""

    GOVERNMENT = "government"  # 人民政府
    HOLDER = "holder"  # 核定矿业权区域所在地的人民政府
    HIGHER = "higher"  # 上一级人民政府
    REGISTRAR = "registrar"  # 企业登记机关
    FINANCE = "finance"  # 同级财政部门
    PATENTS = "patents"  # 管理专利工作的部门
    VARIETIES = "varieties"  # 农业农村、林业草原主管部门
    NATIONAL = "national"  # 国务院有关部门
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Note:
    """A rule that goes with a matter, with its article; none if it rests on practice."""

    text: str
    article: Article | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """一行: one matter in one edition."""

    code: str
    term: str
    way: Way
    basis: Article
    says: str
    """Who does what, one Chinese sentence."""
    since: date = date.min
    until: date | None = None
    decider: Decider = Decider.NONE
    power: Power | None = None
    """Where this office may rule: the periods stand in it."""
    rule: Term | None = None
    """The time to rule where there is no power of this office's."""
    sue: Term | None = None
    """The time to sue where there is no power of this office's; None: no ruling to sue over."""
    notes: tuple[Note, ...] = ()
    configured: str = ""
    """What of the row is from memory or practice and must be confirmed, in Chinese."""

    def in_force(self, on: date) -> bool:
        """Whether this edition governs an application of that day."""
        return self.since <= on and (self.until is None or on <= self.until)

    @property
    def to_rule(self) -> Term | None:
        """作出裁决的期限, None where nothing bounds it."""
        return self.power.rule if self.power else self.rule

    @property
    def to_sue(self) -> Term | None:
        """起诉期限 from service of the ruling."""
        return self.power.sue if self.power else self.sue
