"""办案事项 by topic: which facts each one turns on, and what is taken where they are not told."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """Which matter is asked about 事项; `TERMS` has them in Chinese."""

    APPLICATION = "application"
    RECEIVERS = "receivers"
    TELLING = "telling"
    YARDSTICK = "yardstick"
    JOINDER = "joinder"
    REVIEWERS = "reviewers"
    RECUSAL = "recusal"
    THIRD_PARTY = "third_party"
    REPRESENTATIVES = "representatives"
    AGENTS = "agents"
    LEGAL_AID = "legal_aid"
    BURDEN = "burden"
    REPLY = "reply"
    WITHHELD = "withheld"
    COLLECTION = "collection"
    FILE_ACCESS = "file_access"
    OPINIONS = "opinions"
    HEARING = "hearing"
    COMMITTEE = "committee"
    ELEVATION = "elevation"
    CORRECTION = "correction"
    DOCUMENT = "document"
    PENDING = "pending"
    FEES = "fees"
    OPINION_LETTER = "opinion_letter"
    RECOMMENDATION = "recommendation"
    OVERSIGHT = "oversight"
    LIABILITY = "liability"


TERMS: Final[Mapping[Topic, str]] = {
    Topic.APPLICATION: "申请书",
    Topic.RECEIVERS: "多个机关收到申请",
    Topic.TELLING: "告知义务",
    Topic.YARDSTICK: "审理依据",
    Topic.JOINDER: "合并审理",
    Topic.REVIEWERS: "办案人员",
    Topic.RECUSAL: "回避",
    Topic.THIRD_PARTY: "第三人",
    Topic.REPRESENTATIVES: "代表人",
    Topic.AGENTS: "代理人",
    Topic.LEGAL_AID: "法律援助",
    Topic.BURDEN: "举证责任",
    Topic.REPLY: "答复和举证期限",
    Topic.WITHHELD: "未提供的证据",
    Topic.COLLECTION: "调查取证",
    Topic.FILE_ACCESS: "查阅复制",
    Topic.OPINIONS: "听取意见",
    Topic.HEARING: "听证",
    Topic.COMMITTEE: "咨询意见",
    Topic.ELEVATION: "提级审理",
    Topic.CORRECTION: "上级纠正",
    Topic.DOCUMENT: "附带审查",
    Topic.PENDING: "复议期间的执行",
    Topic.FEES: "收费",
    Topic.OPINION_LETTER: "意见书",
    Topic.RECOMMENDATION: "建议书",
    Topic.OVERSIGHT: "工作报告和检查",
    Topic.LIABILITY: "法律责任",
}
"""What people call each; a questioner may write it, too."""

_OPEN, _NO, _ANY = "不能判定", "没有", "未说明"
_ORDINARY, _APPLICANT = "普通程序", "申请人"

ASKS: Final[Mapping[Topic, Mapping[str, str]]] = {
    Topic.APPLICATION: {
        "form": "书面申请",
        "organisation": "公民",
        "by_agent": "本人申请",
        "given": "不核对",
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
        "copied_on": "不计算期限",
        "submitted_on": "尚未提交",
        "posted_on": "不是邮寄",
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
        "hearing_on": "不推算通知之日",
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
        "suspended_on": "不计算期限",
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
    Topic.OPINION_LETTER: {"finding": _OPEN, "received_on": "不计算期限"},
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
