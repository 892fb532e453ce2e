"""通知一览: who is told of what, in which words. The one place where that stands.

Read it as: when this is recorded, these desks are told this. Who may not see the file is left out,
whatever stands here. The provision cited is the first that the fact itself carries out.
"""

from collections.abc import Callable
from typing import Final

from services.notification.domain.conditions import (
    by_call,
    by_warning,
    is_red,
    obliges,
    when_climbed,
    when_inspected,
)
from services.notification.domain.recipients import (
    askers,
    authority,
    centre,
    city,
    committee,
    department,
    departments,
    holder,
    named,
    pressed,
    signer,
    silent,
    supervisors,
    window,
)
from services.notification.domain.told import Desk, Telling, To, Told, Weight
from shared.contracts import adjudication, consultation, intake, mediation, routing, supervision
from shared.contracts import reconsideration as recon
from shared.contracts.clock import DeadlineMoved, DeadlineWarned
from shared.contracts.fact import Fact

URGENT, OWED, KNOWN = Weight.URGENT, Weight.OWED, Weight.KNOWN
BODY, HEAD = authority(Desk.RECONSIDERATION), authority(Desk.RECONSIDERATION_HEAD)
MEDIATOR, ADJUDICATOR = authority(Desk.MEDIATOR), authority(Desk.ADJUDICATOR)
RESPONDENT: Final = named("respondent", Desk.DEPARTMENT)


def _row(
    kind: type[Fact],
    says: str,
    *to: To,
    weight: Weight | Callable[[Told], Weight] = KNOWN,
    until: str = "",
    when: Callable[[Told], bool] = lambda _: True,
) -> Telling:
    return Telling(kind=kind, to=to, says=says, weight=weight, until=until, when=when)


TABLE: Final = (
    # 吹哨报到
    _row(
        routing.WhistleProposed, "请签批吹哨，{sign_off}内", signer, weight=OWED, until="sign_off"
    ),
    _row(
        routing.DepartmentCalled,
        "召集{department}，{check_in}内报到，{opinion}内反馈",
        department,
        weight=by_call,
        until="check_in",
    ),
    _row(routing.DepartmentInformed, "知会{department}，不要求报到", department),
    _row(
        routing.CheckInLapsed, "{department}逾期未报到，仍须报到", department, centre, weight=URGENT
    ),
    _row(
        routing.AnswerLapsed, "{department}逾期未反馈，仍须反馈", department, centre, weight=URGENT
    ),
    _row(
        routing.DepartmentOverdue,
        "{department}逾期：{duty}，仍须办理",
        department,
        centre,
        weight=URGENT,
    ),
    _row(routing.WaitLapsed, "等待当事人期满，{department}应继续办理", department, weight=OWED),
    _row(
        routing.DepartmentRefused,
        "{department}拒绝承办，请在{ruling}内裁定",
        centre,
        weight=OWED,
        until="ruling",
    ),
    _row(
        routing.CompetenceDisputed,
        "{department}提出权属异议，认为应由{competent}承办，请在{ruling}内裁定",
        centre,
        weight=OWED,
        until="ruling",
    ),
    _row(routing.RulingLapsed, "{department}的权属逾期未裁定", centre, department, weight=URGENT),
    _row(
        routing.CompetenceUpheld,
        "裁定由{department}承办，{check_in}内报到",
        department,
        weight=by_call,
        until="check_in",
    ),
    _row(routing.DepartmentRuledOut, "裁定{department}不承办，不再要求办理", department),
    _row(
        routing.LeadNamed,
        "改由{department}主办，{finish}内办结",
        department,
        weight=OWED,
        until="finish",
    ),
    _row(
        routing.ExtensionAsked,
        "{department}申请延期{more}，请决定",
        centre,
        weight=OWED,
        until="decision",
    ),
    _row(routing.ExtensionGranted, "批准{department}延期{more}", department),
    _row(routing.ExtensionDenied, "不予{department}延期，原期限不变", department, weight=OWED),
    _row(
        routing.ExtensionUndecided,
        "{department}的延期申请逾期未决定，原期限不变",
        centre,
        department,
        weight=URGENT,
    ),
    _row(routing.FinishReleased, "{department}未能解决，请综治中心办结", centre, weight=OWED),
    _row(
        routing.WhistleFinished,
        "{lead}已办结，请在{callback}内回访",
        centre,
        weight=OWED,
        until="callback",
    ),
    _row(
        routing.WhistleReopened,
        "当事人不满意，重新办理，{close}内办结",
        centre,
        departments,
        weight=OWED,
        until="close",
    ),
    _row(
        routing.WhistleRaised,
        "哨已提级到{centre}，{close}内办结",
        named("centre", Desk.WINDOW),
        weight=OWED,
        until="close",
    ),
    _row(routing.WhistleReturned, "吹哨已退回", named("whistler", Desk.GRID, Desk.WINDOW)),
    _row(routing.WhistleClosed, "哨已办结", departments),
    _row(routing.RoutingActOverdue, "综治中心逾期未办：{duty}", centre, weight=URGENT),
    # 四级七天
    _row(
        routing.LevelReached,
        "到{organ}办理，{within}内化解",
        named("organ", Desk.GRID, Desk.WINDOW),
        weight=OWED,
    ),
    _row(routing.LevelLapsed, "本级期满仍未化解", centre, weight=URGENT),
    _row(
        routing.RiskSet,
        "风险定为红色，请在{report}内上报",
        centre,
        weight=URGENT,
        until="report",
        when=is_red,
    ),
    _row(routing.RedReported, "红色风险已上报{organ}", named("organ", Desk.WINDOW), weight=URGENT),
    # 途径
    _row(
        routing.RoadNotified,
        "法定途径已生成告知内容，请告知当事人；可以申请至{open_until}",
        window,
        weight=OWED,
        until="open_until",
    ),
    _row(routing.RoadCorrected, "途径已更正，请告知当事人", window, weight=OWED),
    _row(intake.DisputeRepeated, "同一当事人再次提出，累计{times}次", window),
    _row(routing.HotSpotFound, "发现热点：{place}，{count}件", supervisors),
    # 调解、裁决
    _row(mediation.MediationProposed, "收到调解事项，请{committee}办理", MEDIATOR, weight=OWED),
    _row(mediation.TermExpired, "调解期限届满，请终止或者经双方同意延长", MEDIATOR, weight=URGENT),
    _row(
        mediation.PerformancePeriodExpired, "协议约定的履行期限届满，请回访", MEDIATOR, weight=OWED
    ),
    _row(mediation.MediationActOverdue, "逾期未办：{duty}", MEDIATOR, weight=URGENT),
    _row(adjudication.AdjudicationApplied, "收到行政裁决申请，请审查", ADJUDICATOR, weight=OWED),
    _row(adjudication.RemedyTaken, "当事人对裁决寻求救济", ADJUDICATOR),
    _row(adjudication.AdjudicationActOverdue, "逾期未办：{duty}", ADJUDICATOR, weight=URGENT),
    # 行政复议、咨询
    _row(recon.ApplicationReceived, "收到行政复议申请，请审查", BODY, weight=OWED),
    _row(recon.ApplicationSupplemented, "申请材料已补正，请审查", BODY, weight=OWED),
    _row(recon.ApplicationWithdrawn, "申请人撤回申请，请审查是否准予", HEAD, weight=OWED),
    _row(recon.CopySent, "行政复议申请书副本已发往{respondent}", RESPONDENT),
    _row(
        recon.CopyReceived, "{respondent}已收到申请书副本，应提出书面答复", RESPONDENT, weight=OWED
    ),
    _row(recon.ReplyFiled, "被申请人已提出书面答复", BODY),
    _row(recon.ReplyForfeited, "被申请人逾期不答复", BODY, departments, weight=URGENT),
    _row(
        recon.DecisionDelivered,
        "复议决定书已送达，{respondent}应履行",
        RESPONDENT,
        weight=OWED,
        until="perform_by",
        when=obliges,
    ),
    _row(recon.DecisionOverdue, "逾期未作出复议决定", BODY, HEAD, weight=URGENT),
    _row(recon.ReconsiderationActOverdue, "逾期未办：{duty}", BODY, HEAD, weight=URGENT),
    _row(consultation.ConsultationReceived, "收到咨询提请，请组成咨询小组", committee, weight=OWED),
    _row(consultation.OpinionGiven, "行政复议委员会已提出咨询意见", BODY),
    _row(consultation.OpinionOverdue, "逾期未提出咨询意见", committee, BODY, weight=URGENT),
    _row(consultation.ConsultationActOverdue, "逾期未办：{duty}", committee, weight=URGENT),
    # 监督
    _row(
        supervision.AlertRaised,
        "预警：{heard}",
        supervisors,
        askers,
        when_climbed(silent),
        when_climbed(centre),
        when_inspected(city),
        weight=URGENT,
    ),
    _row(
        supervision.ComplianceWatchOpened,
        "已生效的复议决定，请监督履行",
        supervisors,
        weight=OWED,
        until="perform_by",
    ),
    _row(
        supervision.PerformanceOrdered,
        "责令限期履行，至{perform_by}",
        departments,
        weight=URGENT,
        until="perform_by",
    ),
    _row(
        supervision.PerformanceLapsed, "逾期未履行复议决定", departments, supervisors, weight=URGENT
    ),
    _row(supervision.OrderLapsed, "逾期未按责令履行", departments, supervisors, weight=URGENT),
    _row(supervision.SupervisionActOverdue, "逾期未督办：{duty}", supervisors, weight=URGENT),
    _row(supervision.CaseUrged, "督办：请{organ}抓紧办理", pressed, weight=URGENT),
    _row(
        supervision.ExplanationRequired,
        "请{organ}在{within}内说明情况",
        pressed,
        weight=OWED,
        until="within",
    ),
    _row(supervision.ExplanationGiven, "{organ}已说明情况", supervisors, askers),
    # whoever asked is told by the alert that follows
    _row(supervision.ExplanationLapsed, "{organ}逾期未说明情况，仍须说明", pressed, weight=URGENT),
    # 期限
    _row(DeadlineWarned, "{deadline}将满（{warning}）", holder, weight=by_warning, until="until"),
    _row(DeadlineMoved, "{deadline}因放假安排变动", holder, weight=OWED, until="until"),
)
"""Every row. Order is that of the offices; a kind stands here once."""
