"""调解领域: what a kind of mediation asks in a field, and its periods, as plain values.

A row is one kind of mediation in one field in one edition of its law.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.law.article import Article
from shared.law.period import Period


class Kind(StrEnum):
    """调解种类 by who mediates."""

    PEOPLES = "peoples"  # 人民调解
    ADMINISTRATIVE = "administrative"  # 行政调解
    VILLAGE = "village"  # 村民委员会、乡镇人民政府调解
    LABOUR = "labour"  # 劳动争议调解组织调解
    COMMERCIAL = "commercial"  # 商事调解
    COURT = "court"  # 人民法院委派、委托调解
    NONE = "none"  # 不以调解处理


class Step(StrEnum):
    """起算之事: what has happened on the day from which a period runs."""

    KNEW = "knew"  # 知道或者应知权益受损
    REQUESTED = "requested"  # 请求调解、主张权利
    RECEIVED = "received"  # 收到申请、投诉
    SUPPLEMENTED = "supplemented"  # 收到补正
    ACCEPTED = "accepted"  # 受理
    CONSENTED = "consented"  # 各方同意调解
    PAPER = "paper"  # 收到事故认定书
    FAILED = "failed"  # 人民调解终结
    READY = "ready"  # 治疗终结、定残、丧事办结、损失确定
    SESSION = "session"  # 第一次调解
    ENDED = "ended"  # 终止调解
    LEFT = "left"  # 劳动关系终止
    REFERRED = "referred"  # 转送、交办、委派到达
    CONFIRMED = "confirmed"  # 平台确认接受
    ENTRUSTED = "entrusted"  # 立案后委托，确认接受
    ANSWERED = "answered"  # 收到处理意见、裁决书
    REVIEW_ASKED = "review_asked"  # 收到复查请求
    REVIEWED = "reviewed"  # 收到复查意见
    RECHECK_ASKED = "recheck_asked"  # 收到复核请求
    ARBITRATION_ASKED = "arbitration_asked"  # 收到仲裁申请
    ARBITRATION_ACCEPTED = "arbitration_accepted"  # 仲裁受理
    COPIED = "copied"  # 收到仲裁申请书副本


class Bar(StrEnum):
    """不调解的情形."""

    REFUSED = "refused"  # 一方明确拒绝
    IN_COURT = "in_court"  # 法院、仲裁机构已经受理
    ELSEWHERE = "elsewhere"  # 其他组织已经受理、处理
    REPEATED = "repeated"  # 已经调解过
    STALE = "stale"  # 超过受理时限
    GRAVE = "grave"  # 情节不轻
    NOT_CIVIL = "not_civil"  # 不是民间纠纷引起
    OUT_OF_FIELD = "out_of_field"  # 不属于该种调解的范围
    NOT_CONCERNED = "not_concerned"  # 不属于本机关主管
    FALSE = "false"  # 虚假的申请


@dataclass(frozen=True, slots=True)
class Limit:
    """期限: a period of the field with the article that sets it."""

    term: str
    period: Period
    article: Article
    step: Step
    longer: Article | None = None
    """By which provision it may be extended; None: it may not, or nothing says so."""
    longest: Period | None = None
    """The longest extension, where the law bounds it."""
    excludes: Article | None = None
    """By which provision some time is not counted."""
    out: str = "鉴定、检测"
    """What that time is taken by, in Chinese."""
    closes: bool = False
    """Whether an application that comes after it is not taken."""
    reopens: bool = False
    """Whether an application within it is taken although another period is over."""
    note: str = ""
    """A reading, or a doubt, in Chinese."""


@dataclass(frozen=True, slots=True)
class Note:
    """A rule of the field, with its article; none if it rests on practice."""

    text: str
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """提前通知: how long before the day of a session or hearing people are told of it."""

    term: str
    period: Period
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """一行: one kind of mediation in one field and edition."""

    code: str
    term: str
    kind: Kind
    organ: str
    """Who mediates, in Chinese."""
    basis: Article
    since: date = date.min
    until: date | None = None
    limits: tuple[Limit, ...] = ()
    bars: tuple[tuple[Bar, Note], ...] = ()
    """What is refused beside what PML 17 refuses, and why."""
    notes: tuple[Note, ...] = ()
    form: Note | None = None
    failure: Note | None = None
    """What a failure leads to."""
    ahead: tuple[Ahead, ...] = ()
    """What must be told so long before a day is held."""
    department: bool = True
    """Whether the department of the directory's duty list is the organ."""
    configured: str = ""
    """What is from memory or practice, in Chinese, and must be confirmed."""

    def in_force(self, on: date) -> bool:
        """Whether this edition governs a step of that day."""
        return self.since <= on and (self.until is None or on <= self.until)
