"""通知一览: the reconsideration committee 行政复议委员会."""

from typing import Final

from services.notification.domain.recipients import (
    committee,
    panel,
    ruler,
    successor,
)
from services.notification.domain.table.rows import BODY, known, owed, urgent
from shared.contracts import consultation

ROWS: Final = (
    # 行政复议委员会
    owed(
        consultation.ConsultationReceived,
        "收到咨询提请，请在{seat_within}内组成咨询小组",
        committee,
        until="seat_within",
    ),
    owed(
        consultation.PanelConvened,
        "您已列入咨询小组，有利害关系的请申报回避；小组应在{speak_within}内提出咨询意见",
        panel,
        until="speak_within",
    ),
    owed(
        consultation.ConsultedRespondentsChanged,
        "咨询案件的被申请人有变更，请核对委员应否回避",
        committee,
    ),
    owed(consultation.MemberReplaced, "您已接替为咨询小组的委员，请发表意见", successor),
    owed(
        *(consultation.RecusalAsked, "有人提出委员回避，由委员会主任或者复议机构负责人决定"),
        *(ruler, committee),
    ),
    known(consultation.MemberOpinionGiven, "委员已提出书面意见", committee),
    known(consultation.OpinionGiven, "行政复议委员会已提出咨询意见", BODY),
    urgent(consultation.OpinionOverdue, "逾期未提出咨询意见", committee, BODY),
    urgent(consultation.ConsultationActOverdue, "逾期未办：{duty}", committee),
)
