"""What a reconsideration finds and how it ends: the words its facts are told in."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class FilingManner(StrEnum):
    """How an application is made 申请方式 (ARL 22)."""

    IN_PERSON = "in_person"  # 当面提交
    POST = "post"  # 邮寄
    INTERNET = "internet"  # 指定的互联网渠道
    ORAL = "oral"  # 口头申请，当场记录


class Condition(StrEnum):
    """A condition of acceptance 受理条件, by its item in ARL 30(1)."""

    PARTIES = "parties"  # 有明确的申请人和符合规定的被申请人 (1)
    INTEREST = "interest"  # 与被申请的行政行为有利害关系 (2)
    REQUEST = "request"  # 有具体的行政复议请求和理由 (3)
    TIME = "time"  # 在法定申请期限内提出 (4)
    SCOPE = "scope"  # 属于行政复议范围 (5)
    JURISDICTION = "jurisdiction"  # 属于本机关的管辖范围 (6)
    UNTRIED = "untried"  # 复议机关、人民法院未受理过 (7)


class LeftOut(StrEnum):
    """Why days of the filing period do not count 不计入申请期限的事由."""

    OBSTACLE = "obstacle"  # 不可抗力或者其他正当理由 (ARL 20(2))
    SUIT = "suit"  # 未被告知复议前置而直接起诉 (ARR2026 26)
    CORRECTION = "correction"  # 作出处罚决定的机关自行纠正 (ARR2026 38(2))


class TimeLeftOut(BaseModel):
    """不计入申请期限的一段期间, from its first day to its last, neither of them counted."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    reason: LeftOut
    first: date
    last: date
    article: str = ""
    """Code of the provision in the edition of the day of the application."""


class TimeFinding(BaseModel):
    """What was found about the filing period 申请期限 where it differs from the application."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    learnt_on: date | None = None
    """查明的知道或者应当知道之日 (ARL 20; ARR2026 23)."""
    excluded_days: int = 0
    """不计入申请期限的日数, where only their sum was found; `exclusions` says which days."""
    exclusions: tuple[TimeLeftOut, ...] = ()
    """不计入申请期限的各段期间, from which the last day is reckoned."""
    filing_days: int = 60
    """法律规定的申请期限 in days, where a law gives more than sixty (ARL 20)."""
    posted_on: date | None = None
    """查明的交邮之日, of an application that came by post (CPL 85)."""


class ViewsManner(StrEnum):
    """How a party was heard 听取意见的方式 (ARL 49)."""

    IN_PERSON = "in_person"  # 当面
    INTERNET = "internet"  # 互联网
    TELEPHONE = "telephone"  # 电话
    HEARING = "hearing"  # 听证 (ARL 50)


class Standing(StrEnum):
    """As what somebody takes part 参加人 (ARL 14, 16, 19)."""

    APPLICANT = "applicant"  # 申请人
    RESPONDENT = "respondent"  # 被申请人
    THIRD = "third"  # 第三人


class ConsultationGround(StrEnum):
    """Why the committee is asked 提请咨询的情形, by its item in ARL 52(2)."""

    GRAVE = "grave"  # 案情重大、疑难、复杂 (1)
    TECHNICAL = "technical"  # 专业性、技术性较强 (2)
    PROVINCE = "province"  # 省级人民政府对本机关行政行为的案件 (3)
    NEEDED = "needed"  # 行政复议机构认为有必要 (4)


class Stance(StrEnum):
    """What the committee thinks of the draft that it was shown 咨询意见的结论 (ARL 52)."""

    AGREES = "agrees"  # 同意拟办意见
    AMENDS = "amends"  # 原则同意，建议修改
    DISAGREES = "disagrees"  # 不同意拟办意见


class Outcome(StrEnum):
    """Kind of reconsideration decision 行政复议决定 (ARL 33, 63 to 71)."""

    CHANGED = "changed"  # 变更 (63)
    REVOKED = "revoked"  # 撤销 (64)
    REVOKED_IN_PART = "revoked_in_part"  # 部分撤销 (64)
    CONFIRMED_ILLEGAL = "confirmed_illegal"  # 确认违法 (65)
    PERFORMANCE_ORDERED = "performance_ordered"  # 责令限期履行 (66)
    CONFIRMED_INVALID = "confirmed_invalid"  # 确认无效 (67)
    UPHELD = "upheld"  # 维持 (68)
    REQUEST_DISMISSED = "request_dismissed"  # 驳回行政复议请求 (69; ARR2026 61)
    APPLICATION_DISMISSED = "application_dismissed"  # 驳回行政复议申请 (33; ARR2026 37)
    AGREEMENT_ENFORCED = "agreement_enforced"  # 订立、履行协议、补救、赔偿 (71)
    AGREEMENT_COMPENSATED = "agreement_compensated"  # 依法给予合理补偿 (71)
    AGREEMENT_ENDED = "agreement_ended"  # 撤销、解除行政协议 (ARR2026 62)


class Compensation(StrEnum):
    """What a decision says of administrative compensation 行政赔偿 beside its kind (ARL 72)."""

    GRANTED = "granted"  # 决定依法给予赔偿
    REJECTED = "rejected"  # 驳回行政赔偿请求
    RESTORED = "restored"  # 返还财产、解除查封扣押冻结或者赔偿价款


_OBLIGING: Final = frozenset(
    {
        Outcome.CHANGED,
        Outcome.PERFORMANCE_ORDERED,
        Outcome.AGREEMENT_ENFORCED,
        Outcome.AGREEMENT_COMPENSATED,
        Outcome.AGREEMENT_ENDED,
    }
)
"""Decisions that say themselves what is to be done: the act as it was changed is carried out, and
an agreement that was ended is wound up. What is void or revoked asks for nothing by itself; what is
to be given back, paid or made good is said beside it (ARL 72, 77)."""


def obliges(
    outcomes: Iterable[Outcome], *, ordered: bool, compensation: Compensation | None
) -> bool:
    """Whether a decision gives the respondent anything to perform, with a day or not (ARL 77).

    Args:
        outcomes: 决定种类 of each act under review.
        ordered: Whether it says so beside them: 责令重新作出, 责令采取补救措施, or a day is set.
        compensation: What it says of 行政赔偿.
    """
    return bool(
        ordered
        or not _OBLIGING.isdisjoint(outcomes)
        or compensation in (Compensation.GRANTED, Compensation.RESTORED)
    )


class CompensationManner(StrEnum):
    """赔偿方式: the content of a decision that compensation is due (ARR2026 63)."""

    PAYMENT = "payment"  # 支付赔偿金，写明数额
    IN_KIND = "in_kind"  # 返还财产、恢复原状等，内容写在正文
    UNFIXED = "unfixed"  # 赔偿方式不能确定，理由写在正文


class Approval(StrEnum):
    """Who agreed to a decision before it was made 审批方式 (ARL 61)."""

    HEAD = "head"  # 行政复议机关的负责人同意
    COLLECTIVE = "collective"  # 集体讨论通过


class Remedy(BaseModel):
    """救济途径: until when one who was served may sue 可以起诉的期限 (ALL 45)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    person_id: UUID
    served_on: date
    """收到决定书之日."""
    sue_until: date
    """起诉期限的最后一日: fifteen days from receipt; of 最终裁决 the day of receipt itself, so that
    whoever reads only this finds no day open."""
    final: bool = False
    """最终裁决 by law, over which nobody sues (ARL 10)."""

    @property
    def open_until(self) -> date | None:
        """Until when one may sue; None where nobody may."""
        return None if self.final else self.sue_until
