"""通知一览: reconsideration 行政复议, what holds it up, ends it and follows it."""

from typing import Final

from services.notification.domain.conditions import (
    court_was_asked,
    is_signed_here_alone,
    is_signed_later,
    is_untimed,
    may_ask_above,
    must_be_copied,
    obliges,
    stayed_here,
)
from services.notification.domain.recipients import (
    as_bound,
    as_enforcer,
    bound,
    co_authorities,
    departments,
    enforcers,
    named,
    named_each,
)
from services.notification.domain.table.rows import BODY, HEAD, known, owed, urgent
from services.notification.domain.told import Desk
from shared.contracts import reconsideration as recon
from shared.contracts.reconsideration import (
    aftermath,
    at_court,
    attached,
    attached_review,
    co_deciding,
    drafting,
    enforcing,
    letters,
    pausing,
    refusal,
    served_again,
    settling,
)

ROWS: Final = (
    # 行政复议: suspension 中止, termination 终止, stay of execution 停止执行
    known(pausing.ReconsiderationSuspended, "行政复议中止，期限停止计算", BODY, departments),
    owed(pausing.SuspensionCauseGone, "中止的原因已经消除，请及时恢复审理", BODY),
    known(pausing.ReconsiderationResumed, "行政复议恢复审理，期限继续计算", BODY, departments),
    urgent(pausing.ResumptionOrdered, "{organ}责令恢复审理", BODY, HEAD),
    owed(pausing.SixtyDaysSuspended, "中止满六十日，原因仍未消除的请决定终止", BODY, HEAD),
    known(recon.ReconsiderationTerminated, "行政复议终止", BODY, departments),
    owed(pausing.StayRequested, "申请停止执行，请决定", HEAD),
    urgent(pausing.ExecutionStayed, "行政复议期间停止执行", BODY, departments, when=stayed_here),
    known(pausing.StayRefused, "不予停止执行，行政行为继续执行", departments),
    known(pausing.StayRequestMoved, "停止执行的申请随分案转出，在分案的案卷答复", HEAD),
    known(pausing.StayEnded, "停止执行的情形消除，恢复执行", departments),
    # 行政复议: attached review 附带审查
    owed(attached.AttachedReviewRequested, "申请人提出附带审查，请审查并决定中止", BODY, HEAD),
    owed(attached.BasisDoubted, "认为依据不合法，请决定中止", HEAD),
    known(attached.AttachedReviewDropped, "一份文件不再附带审查", BODY),
    owed(attached.AttachedResultRecorded, "附带审查已有结果，请及时恢复审理", BODY),
    owed(
        attached_review.AttachedReviewOpened,
        "附带审查已立卷，请认定：有权处理的三个工作日内通知制定机关，无权的七个工作日内转送",
        BODY,
    ),
    owed(attached_review.IssuerReplied, "制定机关已书面答复，请作出处理", BODY, HEAD),
    urgent(attached_review.IssuerReplyOverdue, "{organ}逾期未书面答复，请作出处理", BODY, HEAD),
    known(attached_review.IssuerCorrectionReported, "{issuer}报送了纠正文件的情况", BODY, HEAD),
    urgent(attached_review.IssuerCorrectionOverdue, "{organ}逾期未纠正文件，请督促", BODY, HEAD),
    urgent(
        attached_review.HandlingOpinionOverdue,
        "{organ}逾期未回复处理意见，请催告",
        *(BODY, HEAD),
    ),
    known(attached_review.HandlingOpinionUrged, "已催告{receiver}回复处理意见", BODY, HEAD),
    # 行政复议: mediation 调解, settlement 和解
    known(settling.MediationBegun, "开始调解", HEAD, departments),
    owed(settling.MediationBroken, "调解不成，请依法审查、及时作出决定", BODY, HEAD),
    owed(
        settling.MediationDocumentDrawn,
        "调解书已经制作，请签字或者签章",
        *(departments, co_authorities),
    ),
    urgent(
        settling.MediationDocumentSealed,
        "调解书已经生效，{respondent}应履行",
        bound,
        until="perform_by",
        when=obliges,
        own=as_bound,
    ),
    owed(settling.SettlementSubmitted, "收到和解协议，请审查其内容", BODY, HEAD),
    known(settling.WithdrawalRefused, "不准予撤回，继续审理", BODY, departments),
    # 行政复议: draft 拟稿, approval 审批
    owed(drafting.DecisionSubmitted, "复议决定拟稿已送审，请审批", HEAD),
    owed(drafting.DecisionReturned, "复议决定拟稿被退回，请重拟", BODY),
    owed(
        drafting.DecisionApproved,
        "复议决定拟稿已经同意，请编号用印",
        BODY,
        when=is_signed_here_alone,
        otherwise=owed(
            drafting.DecisionApproved,
            "复议决定拟稿已经办理的机关同意，请共同作出决定的机关会签",
            *(BODY, co_authorities),
        ),
    ),
    # 行政复议: authorities that decide together 共同作出决定
    known(
        co_deciding.CoAuthorityCalled,
        "通知{organ}共同办理，共同作出行政复议决定，可以查阅案卷",
        *(HEAD, named("organ", Desk.RECONSIDERATION_HEAD, Desk.RECONSIDERATION)),
        when=is_signed_later,
        otherwise=owed(
            co_deciding.CoAuthorityCalled,
            "通知{organ}共同办理，可以查阅案卷，已有送会签的文书，请{organ}会签",
            *(HEAD, named("organ", Desk.RECONSIDERATION_HEAD, Desk.RECONSIDERATION)),
        ),
    ),
    known(co_deciding.CoAuthorityReleased, "{organ}不再共同办理", BODY),
    owed(co_deciding.Countersigned, "{organ}同意会签，各机关都已会签的，请用印", BODY, HEAD),
    urgent(co_deciding.CountersignRefused, "{organ}不同意会签，请退回重拟", BODY, HEAD),
    urgent(
        co_deciding.CountersignOverdue,
        "共同作出决定的机关逾期未会签，仍须会签",
        *(BODY, HEAD, named_each("organs", Desk.RECONSIDERATION_HEAD)),
    ),
    # 行政复议: decision 决定, service
    owed(
        recon.DecisionDelivered,
        "复议决定书已送达，{respondent}应履行",
        bound,
        until="perform_by",
        when=obliges,
        own=as_bound,
    ),
    urgent(recon.DecisionOverdue, "逾期未作出复议决定", BODY, HEAD),
    urgent(recon.ReconsiderationActOverdue, "逾期未办：{duty}", BODY, HEAD),
    # 行政复议: what follows 后续
    owed(
        aftermath.DecisionTookEffect,
        "复议决定已经送达一方，发生法律效力，请在期限内抄告",
        BODY,
        when=must_be_copied,
    ),
    owed(aftermath.AftermathOpened, "已经结案，后续事项请在后续案卷办理", BODY),
    known(
        refusal.RefusalCorrected,
        "不予受理或者驳回申请已经纠正，不再送达不予受理决定书，不再抄告、公开，起诉期限不再计算",
        BODY,
    ),
    urgent(aftermath.DecisionAnnulled, "复议决定已被{organ}撤销或者变更", BODY, HEAD, departments),
    known(aftermath.DecidedAnew, "已经按上级、人民法院的要求重新作出复议决定", HEAD),
    urgent(
        enforcing.EnforcementAwaited,
        "决定书重新送达，期限重新计算，请{organ}撤回强制执行申请或者告知人民法院",
        named("organ", Desk.DEPARTMENT),
        BODY,
        when=court_was_asked,
        otherwise=owed(
            enforcing.EnforcementAwaited,
            "没有载明当事人应当履行的内容或者期限，强制执行的期限没有起算，请{organ}查明并载明",
            named("organ", Desk.DEPARTMENT),
            BODY,
            when=is_untimed,
        ),
    ),
    owed(
        enforcing.EnforcementDue,
        "期限届满，有当事人没有履行，由{organ}催告、申请强制执行",
        enforcers,
        BODY,
        own=as_enforcer,
    ),
    owed(
        enforcing.UrgingUnheeded,
        "催告期满仍未履行，可以申请人民法院强制执行",
        enforcers,
        BODY,
    ),
    urgent(
        enforcing.EnforcementLapsed,
        "{organ}逾期未申请人民法院强制执行",
        enforcers,
        BODY,
        HEAD,
        own=as_enforcer,
    ),
    owed(
        at_court.EnforcementRefused,
        "人民法院裁定不予受理或者不予执行，有异议可以在期限以内向上一级人民法院申请复议",
        enforcers,
        BODY,
        when=may_ask_above,
        otherwise=owed(
            at_court.EnforcementRefused,
            "上一级人民法院维持不予受理或者不予执行的裁定，请记载不需要强制执行",
            enforcers,
            BODY,
        ),
    ),
    owed(
        at_court.CourtAbovePeriodOver,
        "没有向上一级人民法院申请复议，期限已满：裁定不予受理的，三个月以内可以重新申请；"
        "裁定不予执行的，请记载不需要强制执行",
        enforcers,
        BODY,
    ),
    owed(
        at_court.ImmediateEnforcementOverdue,
        "人民法院裁定立即执行满五个工作日尚未执行，请向人民法院了解",
        enforcers,
        BODY,
    ),
    owed(
        letters.OpinionLetterReceived,
        "收到行政复议意见书，{organ}应自收到之日起六十日内报送纠正情况",
        named("organ", Desk.DEPARTMENT),
    ),
    owed(
        served_again.OpinionLetterServedAgain,
        "行政复议意见书重新送达，{organ}应自收到之日起六十日内报送纠正情况",
        named("organ", Desk.DEPARTMENT),
    ),
    known(
        letters.CorrectionReported,
        "{organ}报送了纠正情况；没有纠正的，由负责人认定不履行意见书",
        BODY,
        HEAD,
    ),
    urgent(
        letters.LetterUnheeded,
        "{organ}没有履行行政复议意见书，已经开立履行监督",
        named("organ", Desk.DEPARTMENT),
        BODY,
        HEAD,
    ),
    urgent(
        letters.CorrectionUnreported,
        "{organ}逾期未报送纠正情况，仍须报送",
        named("organ", Desk.DEPARTMENT),
        BODY,
        HEAD,
    ),
    owed(
        letters.RecommendationIssued,
        "行政复议建议书希望{organ}答复，至{answer_by}",
        named("organ", Desk.DEPARTMENT),
        until="answer_by",
    ),
    known(letters.RecommendationAnswered, "{organ}答复了建议书", BODY, HEAD),
    owed(letters.RecommendationUnanswered, "{organ}逾期未答复建议书，请催告", BODY, HEAD),
)
