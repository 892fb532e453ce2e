"""Where an adjudication stands, where each respondent stands, and who makes a move."""

from enum import StrEnum


class State(StrEnum):
    """Where an adjudication stands 裁决进度."""

    NOTIFIED = "notified"  # 已告知裁决权利
    APPLIED = "applied"  # 审查受理
    ACCEPTED = "accepted"  # 已受理
    UNSETTLED = "unsettled"  # 调解不成，待裁决
    PROPOSED = "proposed"  # 已提出处理意见
    SUBMITTED = "submitted"  # 已报人民政府
    RULED = "ruled"  # 已裁决，待送达
    SERVED = "served"  # 已送达
    CONTESTED = "contested"  # 复议或者诉讼中
    SETTLED = "settled"  # 调解结案，待履行
    DECLINED = "declined"  # 不予受理
    WITHDRAWN = "withdrawn"  # 申请已撤回
    OVERTURNED = "overturned"  # 裁决被撤销、变更
    PERFORMED = "performed"  # 履行完毕
    ENFORCEMENT = "enforcement"  # 已申请强制执行
    CLOSED = "closed"  # 结案


class Standing(StrEnum):
    """Where a respondent stands with its answer 答辩情况."""

    SERVED = "served"  # 已收到副本
    ANSWERED = "answer_filed"  # 已答辩
    SILENT = "silent"  # 逾期未答辩


class Role(StrEnum):
    """Who makes a move."""

    PARTY = "party"  # 当事人
    ORGAN = "organ"  # 裁决机关或者承办部门
    GOVERNMENT = "government"  # 人民政府
    COURT = "court"  # 人民法院或者行政复议机关
    CLOCK = "clock"  # 期限届满
