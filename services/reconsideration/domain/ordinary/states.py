"""Where a reconsideration case 行政复议案件 stands, and who moves it."""

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Where a reconsideration case 行政复议案件 stands."""

    HANDED_IN = "handed_in"  # 处罚机关已收到申请
    FORWARDED = "forwarded"  # 处罚机关已转送
    RECEIVED = "received"  # 已收到申请
    SUPPLEMENT_NOTIFIED = "supplement_notified"  # 已发补正通知
    SUPPLEMENTING = "supplementing"  # 补正期间
    SUPPLEMENTED = "supplemented"  # 已补正
    ACCEPTED = "accepted"  # 已受理
    COPIED = "copied"  # 已发送副本
    REPLYING = "replying"  # 答复期间
    EXAMINING = "examining"  # 审理中
    DECIDED = "decided"  # 已作出决定
    DELIVERED = "delivered"  # 已送达
    ABANDONED = "abandoned"  # 视为放弃申请
    DECLINED = "declined"  # 不予受理
    NOT_HANDLED = "not_handled"  # 已告知不再处理
    WITHDRAWN = "withdrawn"  # 受理前撤回
    CORRECTED = "corrected"  # 处罚机关已自行纠正
    TERMINATED = "terminated"  # 已终止
    MEDIATED = "mediated"  # 已调解结案
    ENDED_ABOVE = "ended_above"  # 上级已办结


class Role(StrEnum):
    """Who makes a move."""

    APPLICANT = "applicant"  # 申请人
    RESPONDENT = "respondent"  # 被申请人
    PARTY = "party"  # 当事人
    AUTHORITY = "authority"  # 行政复议机关
    BODY = "body"  # 行政复议机构
    BODY_HEAD = "body_head"  # 行政复议机构的负责人
    SUPERIOR = "superior"  # 上级行政机关
    CO_AUTHORITY = "co_authority"  # 共同作出决定的其他行政复议机关
    CLOCK = "clock"  # 期限届满


S, R = State, Role

UNDER_REVIEW: Final = (S.RECEIVED, S.SUPPLEMENTED)
"""The authority has its five days to review 审查."""
NOT_YET_ACCEPTED: Final = (S.RECEIVED, S.SUPPLEMENT_NOTIFIED, S.SUPPLEMENTING, S.SUPPLEMENTED)
ON_HAND: Final = (S.ACCEPTED, S.COPIED, S.REPLYING, S.EXAMINING)
"""During the reconsideration 行政复议期间: accepted and not yet decided."""
CLOSED: Final = (
    *(S.DELIVERED, S.ABANDONED, S.DECLINED, S.NOT_HANDLED, S.WITHDRAWN),
    *(S.CORRECTED, S.TERMINATED, S.MEDIATED, S.ENDED_ABOVE),
)
"""Nothing moves a file that stands here."""
