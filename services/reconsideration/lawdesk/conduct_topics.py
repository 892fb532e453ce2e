"""办案事项 by topic: which facts each one turns on, and what is taken where they are not told."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """Which matter is asked about 事项."""

    APPLICATION = "application"  # 申请书和申请方式
    RECEIVERS = "receivers"  # 两个以上机关收到同一申请
    TELLING = "telling"  # 行政机关的告知义务
    YARDSTICK = "yardstick"  # 审理依据
    JOINDER = "joinder"  # 合并审理
    REVIEWERS = "reviewers"  # 办案人员
    RECUSAL = "recusal"  # 回避
    THIRD_PARTY = "third_party"  # 第三人
    REPRESENTATIVES = "representatives"  # 代表人
    AGENTS = "agents"  # 代理人
    LEGAL_AID = "legal_aid"  # 法律援助
    BURDEN = "burden"  # 证据种类和举证责任
    REPLY = "reply"  # 被申请人的答复和举证期限
    WITHHELD = "withheld"  # 行政程序中未提供的证据
    COLLECTION = "collection"  # 调查取证、勘验、鉴定
    FILE_ACCESS = "file_access"  # 查阅、复制
    OPINIONS = "opinions"  # 听取意见
    HEARING = "hearing"  # 听证
    COMMITTEE = "committee"  # 行政复议委员会的咨询意见
    ELEVATION = "elevation"  # 提级审理
    CORRECTION = "correction"  # 上级责令纠正、恢复审理
    DOCUMENT = "document"  # 附带审查
    PENDING = "pending"  # 复议期间的执行
    FEES = "fees"  # 收费
    OPINION_LETTER = "opinion_letter"  # 行政复议意见书
    RECOMMENDATION = "recommendation"  # 行政复议建议书
    OVERSIGHT = "oversight"  # 工作报告、统计和检查
    LIABILITY = "liability"  # 法律责任


_OPEN, _NO, _ANY = "未说明，不能判定", "没有", "未说明"
_ORDINARY, _APPLICANT = "普通程序", "申请人"

ASKS: Final[Mapping[Topic, Mapping[str, str]]] = {
    Topic.APPLICATION: {
        "form": "书面申请",
        "organisation": "公民",
        "by_agent": "本人申请",
        "given": "未说明，不核对",
        "writing_hard": _ANY,
        "served_online": _NO,
    },
    Topic.RECEIVERS: {"same_day": _OPEN, "received_on": _ANY, "failed_on": _ANY},
    Topic.TELLING: {"ground": _OPEN},
    Topic.YARDSTICK: {"autonomous": _ANY},
    Topic.JOINDER: {"joinder": _OPEN, "same_authority": _OPEN},
    Topic.REVIEWERS: {
        "track": _ORDINARY,
        "reviewers": _ANY,
        "newcomer": _ANY,
        "qualified": _ANY,
        "trained": _ANY,
    },
    Topic.RECUSAL: {"tie": _ANY},
    Topic.THIRD_PARTY: {
        "interested": _OPEN,
        "absent": _NO,
        "third_parties": _ANY,
        "elected": _ANY,
    },
    Topic.REPRESENTATIVES: {
        "applicants": _ANY,
        "elected": _ANY,
        "signed_by_all": _ANY,
        "representing": _ANY,
        "consent": _ANY,
    },
    Topic.AGENTS: {
        "side": _APPLICANT,
        "agents": _ANY,
        "staff": _ANY,
        "lawyers": _NO,
        "paper": _ANY,
        "identity": _ANY,
        "oral": "书面委托",
    },
    Topic.LEGAL_AID: {"side": _APPLICANT, "eligible": _OPEN},
    Topic.BURDEN: {
        "proving": "行政行为的合法性、适当性",
        "kind": _ANY,
        "ex_officio": _NO,
        "excused": _NO,
        "prevented": _NO,
    },
    Topic.REPLY: {
        "track": _ORDINARY,
        "copied_on": "未说明，不计算期限",
        "submitted_on": "尚未提交",
        "new_reasons": _ANY,
        "agreed": _ANY,
        "third_party_evidence": _NO,
        "own_act": _NO,
    },
    Topic.WITHHELD: {"asked_lawfully": _OPEN, "excused": _NO},
    Topic.COLLECTION: {
        "side": "行政复议机构",
        "persons": _ANY,
        "shown": _ANY,
        "appraiser": _ANY,
    },
    Topic.FILE_ACCESS: {"side": _APPLICANT, "excepted": _NO},
    Topic.OPINIONS: {
        "track": _ORDINARY,
        "means": _ANY,
        "recorded": _ANY,
        "prevented": _NO,
    },
    Topic.HEARING: {
        "grave": _OPEN,
        "asked": _NO,
        "needed": _NO,
        "hearing_on": "未说明，不推算通知之日",
        "notified_on": _ANY,
        "hosts": _ANY,
        "officers": _ANY,
        "recorders": _ANY,
        "absent": "参加",
        "excused": _ANY,
        "head_attends": _ANY,
        "explained": _ANY,
        "staff_sent": _ANY,
    },
    Topic.COMMITTEE: {"adopted": _ANY, "reasoned": _ANY},
    Topic.ELEVATION: {
        "elevation": _OPEN,
        "initiative": "上级决定",
        "track": _ORDINARY,
        "instructed_on": _ANY,
        "file_received_on": _ANY,
    },
    Topic.CORRECTION: {"wrong": _OPEN, "justified": _OPEN},
    Topic.DOCUMENT: {
        "document": _ANY,
        "later": "随申请提出",
        "decided": "尚未作出",
        "competent": _OPEN,
        "ex_officio": "依申请",
        "suspended_on": "未说明，不计算期限",
        "issuer_notified_on": _ANY,
        "forwarded_to_on": _ANY,
        "flaw": "尚未认定",
    },
    Topic.PENDING: {
        "measure": "其他行政行为",
        "event": _ANY,
        "harmless": _ANY,
        "secured": _ANY,
    },
    Topic.FEES: {"cost": "受理、办理案件"},
    Topic.OPINION_LETTER: {"finding": _OPEN, "received_on": "未说明，不计算期限"},
    Topic.RECOMMENDATION: {"level": _ANY, "general": _OPEN},
    Topic.OVERSIGHT: {"oversight": "各项"},
    Topic.LIABILITY: {
        "deed": _OPEN,
        "aggravated": _NO,
        "criminal": _ANY,
        "official": _ANY,
        "duty_crime": _NO,
    },
}
"""Every topic with its fields. What a power rests on leaves the matter open where it is not told;
an exception that nobody tells is not there."""
