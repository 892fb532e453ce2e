"""通知一览: reconsideration 行政复议, from the application to the hearing."""

from typing import Final

from services.notification.domain.conditions import (
    by_copy,
    copy_is_due,
    first_of_batch,
    not_told_yet,
    says_more,
    silent_now,
)
from services.notification.domain.recipients import (
    departments,
    first_respondent,
    named,
    next_reviewer,
    respondent_meant,
    reviewers,
)
from services.notification.domain.table.rows import (
    BODY,
    HEAD,
    ORGAN,
    RESPONDENT,
    known,
    owed,
    row,
    urgent,
)
from services.notification.domain.told import Desk
from shared.contracts import reconsideration as recon
from shared.contracts.reconsideration import (
    access,
    assigning,
    basics,
    co_applying,
    correcting,
    filing,
    forwarding,
    hearing_held,
    heirless,
    higher,
    in_time,
    inquiring,
    joint,
    people,
    proving,
    repeated,
    request,
    respondent,
    served_again,
)

ROWS: Final = (
    # 行政复议: application 申请 to acceptance 受理, withdrawal
    owed(
        forwarding.ApplicationHandedIn,
        "收到对{organ}处罚的复议申请，请在五个工作日内自行纠正或者转送",
        named("organ", Desk.DEPARTMENT),
    ),
    known(forwarding.ApplicationForwarded, "{organ}已转送行政复议申请，收到后请审查", BODY),
    urgent(
        forwarding.ForwardingOverdue,
        "{organ}逾期未转送行政复议申请，仍须转送",
        named("organ", Desk.DEPARTMENT),
        BODY,
    ),
    known(forwarding.PenaltyCorrected, "{organ}已自行纠正处罚决定，并告知申请人", BODY),
    owed(recon.ApplicationReceived, "收到行政复议申请，请审查", BODY),
    known(respondent.RespondentChanged, "申请人已变更被申请人，请审查", BODY),
    row(respondent.RespondentReplaced, "被申请人已变更，{copying}", BODY, weight=by_copy),
    known(
        respondent.RespondentSucceeded,
        "原被申请人的职权由其他机关继续行使，由该机关作被申请人",
        BODY,
        departments,
    ),
    owed(recon.ApplicationSupplemented, "申请材料已补正，请审查", BODY),
    owed(recon.ApplicationWithdrawn, "申请人撤回申请，请审查是否准予", HEAD),
    # 行政复议: who takes part, who takes over, what is joined
    known(co_applying.CoApplicantNamed, "写明了共同申请人，等待本人确认", BODY),
    known(co_applying.CoApplicationAnswered, "共同申请人本人已经答复，请核对申请人", BODY),
    owed(people.ThirdPersonRequested, "有人申请作为第三人参加，请答复", BODY),
    known(people.ThirdPersonJoined, "第三人参加行政复议", BODY, departments),
    known(people.ApplicantSucceeded, "申请人、第三人的地位由他人承受", BODY, departments),
    known(heirless.AddresseeGone, "一方当事人没有承受人，不再向其送达", BODY),
    known(heirless.AddresseeFound, "撤销无承受人的记载，照常送达", BODY),
    known(people.StatutoryAgentJoined, "法定代理人参加行政复议", BODY),
    known(people.ApplicantsLeft, "部分申请人退出，对其他申请人继续审理", BODY, departments),
    known(people.ApplicantsWithdrew, "部分申请人撤回申请，对其他申请人接着审查", BODY),
    known(
        repeated.ApplicationSevered, "部分申请人重复申请，分案办理，其他申请人的申请接着审查", BODY
    ),
    known(
        basics.BasicsStated,
        "当事人补写或者变更了送达地址等基本情况，送达前请核对",
        BODY,
        when=says_more,
    ),
    known(people.AgentNamed, "委托了代理人", BODY),
    known(people.AgentChanged, "代理权限有变更", BODY),
    known(people.AgentEnded, "代理已经解除", BODY),
    known(people.RepresentativesNotElected, "申请人逾期没有推选代表人，各自参加复议", BODY),
    known(people.CasesJoined, "与其他案件合并审理，期限分别计算", BODY, departments),
    # 行政复议: how a case is handled
    known(assigning.ComplexityFound, "案件复杂程度已经认定", HEAD),
    owed(assigning.ReviewersAssigned, "您被指定为本案的行政复议人员，请办理", reviewers),
    owed(assigning.RecusalRequested, "有人申请回避，请决定是否更换行政复议人员", HEAD),
    known(assigning.RecusalDecided, "回避已经决定", BODY, next_reviewer),
    known(assigning.SimplifiedAgreed, "此后参加的当事人同意适用简易程序", BODY),
    known(assigning.ConvertedToOrdinary, "已经转为普通程序，期限变更", BODY, departments),
    # 行政复议: the authority above
    owed(
        higher.ElevationAsked,
        "下级报请提级审理，请决定",
        named("asked_of", Desk.RECONSIDERATION_HEAD),
    ),
    known(higher.ElevatedCaseEnded, "{organ}已办结提级案件，本案办结", BODY, HEAD, departments),
    known(higher.ElevationDenied, "上级不予提级审理，继续审理", BODY, HEAD),
    owed(
        higher.ElevationOrdered,
        "{organ}决定提级审理，{below}应在五个工作日内移送案件材料",
        BODY,
        HEAD,
        departments,
    ),
    owed(
        higher.FileHandedOver,
        "提级案件的材料已经移送，收到后请记录，审理期限自收到之日起算",
        named("organ", Desk.RECONSIDERATION),
    ),
    owed(correcting.WrongReported, "申请人反映{below}的复议办理，请审查", HEAD),
    owed(
        correcting.CorrectionOrdered,
        "上级责令{below}纠正，至{until}",
        named("below", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
        until="until",
    ),
    known(correcting.WrongCorrected, "下级已按责令纠正", BODY, HEAD),
    urgent(
        correcting.CorrectionOverdue,
        "{organ}逾期未按责令纠正，仍须纠正",
        named("organ", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
        BODY,
        HEAD,
    ),
    known(
        correcting.DirectlyAccepted,
        "上级已直接受理",
        BODY,
        HEAD,
    ),
    known(
        higher.AcceptedAbove,
        "案件由{authority}直接受理，审理期限重新计算",
        BODY,
        HEAD,
        named("below", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
        departments,
    ),
    known(
        higher.ElevatedFileReceived,
        "提级案件由{authority}审理，审理期限重新计算",
        BODY,
        HEAD,
        departments,
    ),
    # 行政复议: from acceptance to what the decision rests on
    known(recon.CopySent, "行政复议申请书副本已发往{respondent}", RESPONDENT, when=not_told_yet),
    owed(
        recon.CopyReceived,
        "{respondent}已收到申请书副本，应提出书面答复",
        RESPONDENT,
        when=not_told_yet,
    ),
    owed(
        joint.JointRespondentNamed,
        "{organ}已列为共同被申请人，应发送申请书副本",
        BODY,
        when=copy_is_due,
    ),
    known(joint.JointRespondentLeft, "{organ}不再列为共同被申请人", BODY, ORGAN),
    known(joint.JointCopySent, "行政复议申请书副本已发往{organ}", ORGAN),
    owed(joint.JointCopyReceived, "{organ}已收到申请书副本，应提出书面答复", ORGAN),
    owed(
        served_again.CopyServedAgain,
        "答复通知书重新送达，{respondent}的答复期限重新起算，应提出书面答复",
        RESPONDENT,
    ),
    owed(
        served_again.JointCopyServedAgain,
        "答复通知书重新送达，{organ}的答复期限重新起算，应提出书面答复",
        ORGAN,
    ),
    known(joint.JointReplyFiled, "共同被申请人{organ}已提出书面答复", BODY),
    urgent(joint.JointReplyForfeited, "共同被申请人{organ}逾期不答复", BODY, ORGAN),
    known(recon.ReplyFiled, "被申请人已提出书面答复", BODY, when=not_told_yet),
    urgent(
        recon.ReplyForfeited,
        "被申请人{respondent}逾期不答复",
        BODY,
        first_respondent,
        when=silent_now,
    ),
    # 行政复议: evidence 证据, appraisal 鉴定, reading the file 查阅复制
    known(proving.LateReplyFiled, "{organ}逾期提出书面答复，已收入案卷", BODY),
    owed(in_time.SupplementInTime, "补正材料查明在期满前交邮、递交，请接着审查", BODY),
    known(
        in_time.ReplyInTime, "被申请人的书面答复查明在期满前交邮、递交，不算逾期", BODY, departments
    ),
    known(
        in_time.JointReplyInTime, "{organ}的书面答复查明在期满前交邮、递交，不算逾期", BODY, ORGAN
    ),
    known(proving.EvidenceSubmitted, "收到证据，请审查", BODY, when=first_of_batch),
    owed(proving.FurtherEvidenceRequested, "被申请人申请补充证据，请决定", BODY),
    owed(proving.FurtherEvidenceAllowed, "同意补充证据，请提交", respondent_meant),
    known(proving.FurtherEvidenceRefused, "不同意补充证据", respondent_meant),
    owed(inquiring.AppraisalRequested, "当事人申请鉴定，请决定", BODY),
    known(inquiring.AppraisalBegun, "开始鉴定，所用时间不计入审理期限", HEAD, departments),
    known(inquiring.AppraisalEnded, "鉴定结束，审理期限继续计算", HEAD, departments),
    known(inquiring.InspectionBegun, "开始现场勘验，所用时间不计入审理期限", HEAD),
    known(inquiring.InspectionEnded, "现场勘验结束，审理期限继续计算", HEAD),
    owed(access.FileAccessRequested, "当事人申请查阅、复制案卷，请答复", BODY),
    known(filing.CompensationClaimed, "申请人一并提出赔偿请求，审理认定应当写明", BODY),
    known(
        request.RequestChanged,
        "申请人变更复议请求，按变更后的请求审理、认定",
        BODY,
        departments,
    ),
    known(
        request.ThirdRequestAdmitted,
        "申请人承认第三人的请求，只约束承认的申请人，照常审查",
        BODY,
        departments,
    ),
    # 行政复议: hearing 听证
    owed(hearing_held.HearingRequested, "申请人请求听证，请决定", BODY),
    owed(
        hearing_held.HearingSet,
        "定于{hearing_at}听证，被申请人的负责人应当参加",
        departments,
        until="hearing_at",
    ),
    known(hearing_held.HearingPutOff, "听证延期，另行通知", BODY, departments),
    known(hearing_held.HearingDropped, "延期的听证不再组织，理由见告知书", BODY, departments),
    known(hearing_held.HearingHeld, "听证已经举行，听证笔录已入卷", HEAD, departments),
    known(hearing_held.HearingWaived, "申请人视为放弃听证权利，听证不再举行", departments),
)
