"""通知一览: who is told of what, in which words. The one place where that stands.

Read it as: when this is recorded, these desks are told this. Who may not see the file is left out,
whatever stands here. The provision cited is the first that the fact itself carries out.
"""

from collections.abc import Callable
from functools import partial
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
    panel,
    pressed,
    signer,
    silent,
    successor,
    supervisors,
    window,
)
from services.notification.domain.told import Desk, Telling, To, Told, Weight
from shared.contracts import adjudication, consultation, intake, mediation, routing, supervision
from shared.contracts import reconsideration as recon
from shared.contracts.clock import DeadlineMoved, DeadlineWarned
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    access,
    aftermath,
    assigning,
    attached,
    attached_review,
    correcting,
    drafting,
    forwarding,
    hearing_held,
    higher,
    inquiring,
    letters,
    pausing,
    people,
    proving,
    respondent,
    settling,
)

BODY, HEAD = authority(Desk.RECONSIDERATION), authority(Desk.RECONSIDERATION_HEAD)
MEDIATOR, ADJUDICATOR = authority(Desk.MEDIATOR), authority(Desk.ADJUDICATOR)
RESPONDENT: Final = named("respondent", Desk.DEPARTMENT)


def _row(
    kind: type[Fact],
    says: str,
    *to: To,
    weight: Weight | Callable[[Told], Weight],
    until: str = "",
    when: Callable[[Told], bool] = lambda _: True,
) -> Telling:
    return Telling(kind=kind, to=to, says=says, weight=weight, until=until, when=when)


_urgent = partial(_row, weight=Weight.URGENT)
_owed = partial(_row, weight=Weight.OWED)
_known = partial(_row, weight=Weight.KNOWN)

TABLE: Final = (
    # 吹哨报到
    _owed(routing.WhistleProposed, "请签批吹哨，{sign_off}内", signer, until="sign_off"),
    _row(
        routing.DepartmentCalled,
        "召集{department}，{check_in}内报到，{opinion}内反馈",
        department,
        weight=by_call,
        until="check_in",
    ),
    _known(routing.DepartmentInformed, "知会{department}，不要求报到", department),
    _urgent(routing.CheckInLapsed, "{department}逾期未报到，仍须报到", department, centre),
    _urgent(routing.AnswerLapsed, "{department}逾期未反馈，仍须反馈", department, centre),
    _urgent(routing.DepartmentOverdue, "{department}逾期：{duty}，仍须办理", department, centre),
    _owed(routing.WaitLapsed, "等待当事人期满，{department}应继续办理", department),
    _owed(
        routing.DepartmentRefused,
        "{department}拒绝承办，请在{ruling}内裁定",
        centre,
        until="ruling",
    ),
    _owed(
        routing.CompetenceDisputed,
        "{department}提出权属异议，认为应由{competent}承办，请在{ruling}内裁定",
        centre,
        until="ruling",
    ),
    _urgent(routing.RulingLapsed, "{department}的权属逾期未裁定", centre, department),
    _row(
        routing.CompetenceUpheld,
        "裁定由{department}承办，{check_in}内报到",
        department,
        weight=by_call,
        until="check_in",
    ),
    _known(routing.DepartmentRuledOut, "裁定{department}不承办，不再要求办理", department),
    _owed(routing.LeadNamed, "改由{department}主办，{finish}内办结", department, until="finish"),
    _owed(routing.ExtensionAsked, "{department}申请延期{more}，请决定", centre, until="decision"),
    _known(routing.ExtensionGranted, "批准{department}延期{more}", department),
    _owed(routing.ExtensionDenied, "不予{department}延期，原期限不变", department),
    _urgent(
        routing.ExtensionUndecided,
        "{department}的延期申请逾期未决定，原期限不变",
        centre,
        department,
    ),
    _owed(routing.FinishReleased, "{department}未能解决，请综治中心办结", centre),
    _owed(routing.WhistleFinished, "{lead}已办结，请在{callback}内回访", centre, until="callback"),
    _owed(
        routing.WhistleReopened,
        "当事人不满意，重新办理，{close}内办结",
        centre,
        departments,
        until="close",
    ),
    _owed(
        routing.WhistleRaised,
        "哨已提级到{centre}，{close}内办结",
        named("centre", Desk.WINDOW),
        until="close",
    ),
    _known(routing.WhistleReturned, "吹哨已退回", named("whistler", Desk.GRID, Desk.WINDOW)),
    _known(routing.WhistleClosed, "哨已办结", departments),
    _urgent(routing.RoutingActOverdue, "综治中心逾期未办：{duty}", centre),
    # 四级七天
    _owed(
        routing.LevelReached,
        "到{organ}办理，{within}内化解",
        named("organ", Desk.GRID, Desk.WINDOW),
    ),
    _urgent(routing.LevelLapsed, "本级期满仍未化解", centre),
    _urgent(
        routing.RiskSet, "风险定为红色，请在{report}内上报", centre, until="report", when=is_red
    ),
    _urgent(routing.RedReported, "红色风险已上报{organ}", named("organ", Desk.WINDOW)),
    # 途径
    _owed(
        routing.RoadNotified,
        "法定途径已生成告知内容，请告知当事人；可以申请至{open_until}",
        window,
        until="open_until",
    ),
    _owed(routing.RoadCorrected, "途径已更正，请告知当事人", window),
    _known(intake.DisputeRepeated, "同一当事人再次提出，累计{times}次", window),
    _known(routing.HotSpotFound, "发现热点：{place}，{count}件", supervisors),
    # 调解、裁决
    _owed(mediation.MediationProposed, "收到调解事项，请{committee}办理", MEDIATOR),
    _urgent(mediation.TermExpired, "调解期限届满，请终止或者经双方同意延长", MEDIATOR),
    _owed(mediation.PerformancePeriodExpired, "协议约定的履行期限届满，请回访", MEDIATOR),
    _urgent(mediation.MediationActOverdue, "逾期未办：{duty}", MEDIATOR),
    _owed(adjudication.AdjudicationApplied, "收到行政裁决申请，请审查", ADJUDICATOR),
    _known(adjudication.RemedyTaken, "当事人对裁决寻求救济", ADJUDICATOR),
    _urgent(adjudication.AdjudicationActOverdue, "逾期未办：{duty}", ADJUDICATOR),
    # 行政复议: application 申请 to acceptance 受理, withdrawal
    _owed(
        forwarding.ApplicationHandedIn,
        "收到对{organ}处罚的复议申请，请在五个工作日内自行纠正或者转送",
        named("organ", Desk.DEPARTMENT),
    ),
    _known(forwarding.ApplicationForwarded, "{organ}已转送行政复议申请，收到后请审查", BODY),
    _urgent(
        forwarding.ForwardingOverdue,
        "{organ}逾期未转送行政复议申请，仍须转送",
        named("organ", Desk.DEPARTMENT),
        BODY,
    ),
    _known(forwarding.PenaltyCorrected, "{organ}已自行纠正处罚决定，并告知申请人", BODY),
    _owed(recon.ApplicationReceived, "收到行政复议申请，请审查", BODY),
    _known(respondent.RespondentChanged, "申请人已变更被申请人，请审查", BODY),
    _owed(respondent.RespondentReplaced, "被申请人已变更，请重新发送申请书副本", BODY),
    _owed(recon.ApplicationSupplemented, "申请材料已补正，请审查", BODY),
    _owed(recon.ApplicationWithdrawn, "申请人撤回申请，请审查是否准予", HEAD),
    # 行政复议: who takes part, who takes over, what is joined
    _known(people.ThirdPersonJoined, "第三人参加行政复议", BODY, departments),
    _known(people.ApplicantSucceeded, "申请人的地位由他人承受", BODY, departments),
    _known(people.StatutoryAgentJoined, "法定代理人参加行政复议", BODY),
    _known(people.ApplicantsLeft, "部分申请人退出，对其他申请人继续审理", BODY, departments),
    _known(people.AgentNamed, "委托了代理人", BODY),
    _known(people.AgentChanged, "代理权限有变更", BODY),
    _known(people.AgentEnded, "代理已经解除", BODY),
    _known(people.CasesJoined, "与其他案件合并审理，期限分别计算", BODY, departments),
    # 行政复议: how a case is handled
    _known(assigning.ComplexityFound, "案件复杂程度已经认定", HEAD),
    _owed(assigning.RecusalRequested, "有人申请回避，请决定是否更换行政复议人员", HEAD),
    _known(assigning.RecusalDecided, "回避已经决定", BODY),
    _known(assigning.ConvertedToOrdinary, "已经转为普通程序，期限变更", BODY, departments),
    # 行政复议: the authority above
    _owed(
        higher.ElevationAsked,
        "下级报请提级审理，请决定",
        named("asked_of", Desk.RECONSIDERATION_HEAD),
    ),
    _known(higher.ElevationDenied, "上级不予提级审理，继续审理", BODY, HEAD),
    _owed(
        higher.ElevationOrdered,
        "{organ}决定提级审理，{below}应在五个工作日内移送案件材料",
        BODY,
        HEAD,
        departments,
    ),
    _owed(
        higher.FileHandedOver,
        "提级案件的材料已经移送，收到后请记录，审理期限自收到之日起算",
        named("organ", Desk.RECONSIDERATION),
    ),
    _owed(correcting.WrongReported, "申请人反映{below}的复议办理，请审查", HEAD),
    _owed(
        correcting.CorrectionOrdered,
        "上级责令{below}纠正，至{until}",
        named("below", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
        until="until",
    ),
    _known(correcting.WrongCorrected, "下级已按责令纠正", BODY, HEAD),
    _urgent(
        correcting.CorrectionOverdue,
        "{organ}逾期未按责令纠正，仍须纠正",
        named("organ", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
        BODY,
        HEAD,
    ),
    _known(
        correcting.DirectlyAccepted,
        "上级已直接受理",
        BODY,
        HEAD,
    ),
    _known(
        higher.AcceptedAbove,
        "案件由{authority}直接受理，审理期限重新计算",
        BODY,
        HEAD,
        departments,
    ),
    _known(
        higher.ElevatedFileReceived,
        "提级案件由{authority}审理，审理期限重新计算",
        BODY,
        HEAD,
        departments,
    ),
    # 行政复议: from acceptance to what the decision rests on
    _known(recon.CopySent, "行政复议申请书副本已发往{respondent}", RESPONDENT),
    _owed(recon.CopyReceived, "{respondent}已收到申请书副本，应提出书面答复", RESPONDENT),
    _known(recon.ReplyFiled, "被申请人已提出书面答复", BODY),
    _urgent(recon.ReplyForfeited, "被申请人逾期不答复", BODY, departments),
    # 行政复议: evidence 证据, appraisal 鉴定, reading the file 查阅复制
    _known(proving.EvidenceSubmitted, "收到证据，请审查", BODY),
    _owed(proving.FurtherEvidenceRequested, "被申请人申请补充证据，请决定", BODY),
    _owed(proving.FurtherEvidenceAllowed, "同意补充证据，请提交", departments),
    _known(proving.FurtherEvidenceRefused, "不同意补充证据", departments),
    _owed(inquiring.AppraisalRequested, "当事人申请鉴定，请决定", BODY),
    _known(inquiring.AppraisalBegun, "开始鉴定，所用时间不计入审理期限", HEAD, departments),
    _known(inquiring.AppraisalEnded, "鉴定结束，审理期限继续计算", HEAD, departments),
    _known(inquiring.InspectionBegun, "开始现场勘验，所用时间不计入审理期限", HEAD),
    _known(inquiring.InspectionEnded, "现场勘验结束，审理期限继续计算", HEAD),
    _owed(access.FileAccessRequested, "当事人申请查阅、复制案卷，请答复", BODY),
    # 行政复议: hearing 听证
    _owed(hearing_held.HearingRequested, "申请人请求听证，请决定", BODY),
    _owed(
        hearing_held.HearingSet,
        "定于{hearing_at}听证，被申请人的负责人应当参加",
        departments,
        until="hearing_at",
    ),
    _known(hearing_held.HearingPutOff, "听证延期，另行通知", BODY, departments),
    _known(hearing_held.HearingHeld, "听证已经举行，听证笔录已入卷", HEAD, departments),
    _known(hearing_held.HearingWaived, "申请人视为放弃听证权利，听证不再举行", departments),
    # 行政复议: suspension 中止, termination 终止, stay of execution 停止执行
    _known(pausing.ReconsiderationSuspended, "行政复议中止，期限停止计算", BODY, departments),
    _owed(pausing.SuspensionCauseGone, "中止的原因已经消除，请及时恢复审理", BODY),
    _known(pausing.ReconsiderationResumed, "行政复议恢复审理，期限继续计算", BODY, departments),
    _urgent(pausing.ResumptionOrdered, "{organ}责令恢复审理", BODY, HEAD),
    _owed(pausing.SixtyDaysSuspended, "中止满六十日，原因仍未消除的请决定终止", BODY, HEAD),
    _known(recon.ReconsiderationTerminated, "行政复议终止", BODY, departments),
    _owed(pausing.StayRequested, "申请停止执行，请决定", HEAD),
    _urgent(pausing.ExecutionStayed, "行政复议期间停止执行", BODY, departments),
    _known(pausing.StayRefused, "不予停止执行，行政行为继续执行", departments),
    _known(pausing.StayEnded, "停止执行的情形消除，恢复执行", departments),
    # 行政复议: attached review 附带审查
    _owed(attached.AttachedReviewRequested, "申请人提出附带审查，请审查并决定中止", BODY, HEAD),
    _owed(attached.BasisDoubted, "认为依据不合法，请决定中止", HEAD),
    _known(attached.AttachedReviewDropped, "一份文件不再附带审查", BODY),
    _owed(attached.AttachedResultRecorded, "附带审查已有结果，请及时恢复审理", BODY),
    _owed(
        attached_review.AttachedReviewOpened,
        "附带审查已立卷，请认定是否有权处理，无权的七个工作日内转送",
        BODY,
    ),
    _owed(attached_review.IssuerReplied, "制定机关已书面答复，请作出处理", BODY, HEAD),
    _urgent(attached_review.IssuerReplyOverdue, "{organ}逾期未书面答复，请作出处理", BODY, HEAD),
    _urgent(attached_review.HandlingOpinionOverdue, "{organ}逾期未回复处理意见", BODY, HEAD),
    # 行政复议: mediation 调解, settlement 和解
    _known(settling.MediationBegun, "开始调解", HEAD, departments),
    _owed(settling.MediationBroken, "调解不成，请依法审查、及时作出决定", BODY, HEAD),
    _owed(settling.MediationDocumentDrawn, "调解书已经制作，请签字或者签章", departments),
    _urgent(
        settling.MediationDocumentSealed,
        "调解书已经生效，{respondent}应履行",
        RESPONDENT,
        until="perform_by",
        when=obliges,
    ),
    _owed(settling.SettlementSubmitted, "收到和解协议，请审查其内容", BODY, HEAD),
    _known(settling.WithdrawalRefused, "不准予撤回，继续审理", BODY, departments),
    # 行政复议: draft 拟稿, approval 审批
    _owed(drafting.DecisionSubmitted, "复议决定拟稿已送审，请审批", HEAD),
    _owed(drafting.DecisionReturned, "复议决定拟稿被退回，请重拟", BODY),
    _owed(drafting.DecisionApproved, "复议决定拟稿已经同意，请编号用印", BODY),
    # 行政复议: decision 决定, service
    _owed(
        recon.DecisionDelivered,
        "复议决定书已送达，{respondent}应履行",
        RESPONDENT,
        until="perform_by",
        when=obliges,
    ),
    _urgent(recon.DecisionOverdue, "逾期未作出复议决定", BODY, HEAD),
    _urgent(recon.ReconsiderationActOverdue, "逾期未办：{duty}", BODY, HEAD),
    # 行政复议: what follows 后续
    _owed(aftermath.AftermathOpened, "已经结案，后续事项请在后续案卷办理", BODY),
    _urgent(aftermath.DecisionAnnulled, "复议决定已被{organ}撤销", BODY, HEAD, departments),
    _owed(
        letters.OpinionLetterReceived,
        "收到行政复议意见书，{organ}应自收到之日起六十日内报送纠正情况",
        named("organ", Desk.DEPARTMENT),
    ),
    _known(letters.CorrectionReported, "{organ}报送了纠正情况", BODY, HEAD),
    _urgent(
        letters.CorrectionUnreported,
        "{organ}逾期未报送纠正情况，仍须报送",
        named("organ", Desk.DEPARTMENT),
        BODY,
        HEAD,
    ),
    _known(letters.RecommendationAnswered, "{organ}答复了建议书", BODY, HEAD),
    _owed(letters.RecommendationUnanswered, "{organ}逾期未答复建议书，请催告", BODY, HEAD),
    # 行政复议委员会
    _owed(
        consultation.ConsultationReceived,
        "收到咨询提请，请在{seat_within}内组成咨询小组",
        committee,
        until="seat_within",
    ),
    _owed(
        consultation.PanelConvened,
        "您已列入咨询小组，有利害关系的请申报回避；小组应在{speak_within}内提出咨询意见",
        panel,
        until="speak_within",
    ),
    _owed(consultation.MemberReplaced, "您已接替为咨询小组的委员，请发表意见", successor),
    _owed(consultation.RecusalAsked, "有人提出委员回避，请办理决定", committee),
    _known(consultation.MemberOpinionGiven, "委员已提出书面意见", committee),
    _known(consultation.OpinionGiven, "行政复议委员会已提出咨询意见", BODY),
    _urgent(consultation.OpinionOverdue, "逾期未提出咨询意见", committee, BODY),
    _urgent(consultation.ConsultationActOverdue, "逾期未办：{duty}", committee),
    # 监督
    _urgent(
        supervision.AlertRaised,
        "预警：{heard}",
        supervisors,
        askers,
        when_climbed(silent),
        when_climbed(centre),
        when_inspected(city),
    ),
    _owed(
        supervision.ComplianceWatchOpened,
        "已生效的复议决定，请监督履行",
        supervisors,
        until="perform_by",
    ),
    _urgent(
        supervision.PerformanceOrdered,
        "责令限期履行，至{perform_by}",
        departments,
        until="perform_by",
    ),
    _urgent(supervision.CriticismCirculated, "逾期不履行，已被通报批评", departments),
    _urgent(supervision.PerformanceLapsed, "逾期未履行复议决定", departments, supervisors),
    _urgent(supervision.OrderLapsed, "逾期未按责令履行", departments, supervisors),
    _urgent(supervision.SupervisionActOverdue, "逾期未督办：{duty}", supervisors),
    _urgent(supervision.CaseUrged, "督办：请{organ}抓紧办理", pressed),
    _owed(
        supervision.ExplanationRequired, "请{organ}在{within}内说明情况", pressed, until="within"
    ),
    _known(supervision.ExplanationGiven, "{organ}已说明情况", supervisors, askers),
    # whoever asked is told by the alert that follows
    _urgent(supervision.ExplanationLapsed, "{organ}逾期未说明情况，仍须说明", pressed),
    # 期限
    _row(DeadlineWarned, "{deadline}将满（{warning}）", holder, weight=by_warning, until="until"),
    _owed(DeadlineMoved, "{deadline}因放假安排变动", holder, until="until"),
)
"""Every row. Order is that of the offices; a kind stands here once."""
