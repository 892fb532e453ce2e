"""大白话: an application for reconsideration 行政复议, from its receipt to the decision."""

from collections.abc import Mapping
from typing import Final

RECONSIDERING: Final[Mapping[str, str]] = {
    # 行政复议: through the organ that fined
    "reconsideration.handed_in.v1": "罚款的机关收到您的复议申请，五个工作日内改正或者转交。",
    "reconsideration.forwarded.v1": "罚款的机关没有改正，已把申请转交复议机关。",
    "reconsideration.forwarding_overdue.v1": "罚款的机关到期没有转交；您可以直接向复议机关申请。",
    "reconsideration.penalty_corrected.v1": "罚款的机关自己改正了；还不服的，可以向复议机关申请。",
    # 行政复议: application 申请 to acceptance 受理
    "reconsideration.received.v1": "收到行政复议申请（请上级机关看看原来的决定对不对）。",
    "reconsideration.oral_recorded.v1": "您口头说的申请已经当场记成笔录，给您看过或者念过。",
    "reconsideration.supplement_notified.v1": "材料还缺，通知您补齐（叫“补正”）。",
    "reconsideration.supplement_notice_received.v1": "您收到了补正通知，补材料的日子从此算起。",
    "reconsideration.supplement_notice_served_again.v1": (
        "补正通知重新送了一次，补材料的日子从这次收到重新算。"
    ),
    "reconsideration.supplement_extended.v1": "补材料的时间延长了。",
    "reconsideration.supplemented.v1": "您补的材料收到了。",
    "reconsideration.abandoned.v1": "到期没有补齐材料，当作放弃申请；觉得不对的，可以向上级反映。",
    "reconsideration.conditions_found.v1": "看了申请合不合受理的条件，结果已经记下。",
    "reconsideration.respondent_change_told.v1": "您写的被申请人不对，通知您换成作出决定的机关。",
    "reconsideration.respondent_change_taken_back.v1": (
        "您写的被申请人没有错，复议机构收回了换被申请人的通知，不用再换。"
    ),
    "reconsideration.respondent_changed.v1": "被申请人换过来了。",
    "reconsideration.joint_named.v1": "还有一个机关也是被申请人，它和别的机关一起作的决定。",
    "reconsideration.joint_left.v1": "有一个机关不再是被申请人。",
    "reconsideration.joint_copy_sent.v1": "申请书副本已经发给另一个被申请的机关。",
    "reconsideration.joint_copy_received.v1": "另一个被申请的机关收到了副本，也要按期书面答复。",
    "reconsideration.joint_copy_served_again.v1": (
        "副本给另一个被申请的机关重新送了一次，它答复的日子从这次收到重新算。"
    ),
    "reconsideration.joint_reply_filed.v1": "另一个被申请的机关也交了书面答复。",
    "reconsideration.joint_reply_forfeited.v1": "另一个被申请的机关（{organ}）到期没有答复。",
    "reconsideration.respondent_replaced.v1": "被申请人换了，由新的被申请人答复。",
    "reconsideration.respondent_succeeded.v1": (
        "被申请的机关撤销了或者不管这件事了，由接手的机关作被申请人，案子接着办，不用您做什么。"
    ),
    "reconsideration.accepted.v1": "复议申请已经受理，正式开始办。",
    "reconsideration.not_handled_again.v1": "这件事以前作过复议决定，没有新的事实，不再办理；"
    "您觉得不对的，可以向上级反映。",
    "reconsideration.declined.v1": "复议申请没有受理，理由写在决定书里；您可以向人民法院起诉。",
    # 行政复议: who takes part, who takes over, what is joined
    "reconsideration.third_person_joined.v1": "和案子有利害关系的人参加进来了（叫“第三人”）。",
    "reconsideration.third_person_requested.v1": "有人申请参加进来，复议机构在作决定以前答复。",
    "reconsideration.third_person_refused.v1": "有人想参加进来，因为和案子没有利害关系，没有同意。",
    "reconsideration.third_person_absent.v1": "第三人不参加，案子照常办。",
    "reconsideration.co_applicant_named.v1": (
        "写明了还有人一起申请；等他本人确认，确认了才算他的申请。"
    ),
    "reconsideration.co_application_answered.v1": "写明一起申请的人，有一位本人答复了。",
    "reconsideration.basics_stated.v1": "有人写明了住址等基本情况，或者交来了签名、身份证明。",
    "reconsideration.capacity_stated.v1": "写明了以谁的名义申请、由谁出面，交了哪些证明。",
    "reconsideration.representatives_asked.v1": "一起申请的人多，复议机构请大家推选代表人；"
    "每个人可以在这里自己选，也可以写推选书，每个人签名、盖章或者按指印，交给复议机构或者登记这件事的窗口；"
    "过了期限没有推选的，各人自己参加。",
    "reconsideration.representatives_not_elected.v1": "没有按期推选代表人，各人自己参加复议。",
    "reconsideration.representatives_chosen.v1": (
        "有一起申请的人自己选了代表人；大家选的都一样，代表人才算推选出来。"
    ),
    "reconsideration.representatives_elected.v1": "推选了代表人，由他们替大家参加复议。",
    "reconsideration.agent_named.v1": "有人请了代理人替自己参加复议。",
    "reconsideration.agent_changed.v1": "代理人能替人办的事改了。",
    "reconsideration.agent_ended.v1": "不再请这位代理人了。",
    "reconsideration.statutory_agent_joined.v1": "由法定代理人（比如监护人）替申请人参加复议。",
    "reconsideration.applicant_succeeded.v1": "由近亲属或者接手的单位，"
    "接着原来的申请人、第三人参加复议。",
    "reconsideration.addressee_gone.v1": "有一方已经不在了，也没有人接着参加，文书不再送给这一方。",
    "reconsideration.addressee_found.v1": "原来记错了：这一方的文书照常送。",
    "reconsideration.applicants_left.v1": "有的申请人退出了，对其他申请人接着办。",
    "reconsideration.applicants_withdrew.v1": (
        "受理以前，有的申请人把申请撤回了，别的申请人接着办。"
    ),
    "reconsideration.severed.v1": "有的申请人以前申请过，分出来另外审查，别的申请人不受影响。",
    "reconsideration.cases_joined.v1": "和别的同类案子放在一起办（叫“合并审理”），期限各算各的。",
    # 行政复议: how a case is handled
    "reconsideration.complexity_found.v1": "认定了案子是不是重大、疑难、复杂；是的话要开听证会。",
    "reconsideration.reviewers_assigned.v1": "办案的人员定了；和案子有牵连的，您可以要求换人。",
    "reconsideration.recusal_requested.v1": "有人说办案人员和案子有牵连，要求换人（叫“回避”）。",
    "reconsideration.recusal_decided.v1": "要不要换办案人员，负责人已经定了。",
    "reconsideration.simplified_chosen.v1": "按简易程序办：三十日内作决定，可以只看书面材料。",
    "reconsideration.simplified_agreed.v1": "后来参加的一方，也同意按简易程序办。",
    "reconsideration.converted.v1": "改按普通程序办，作决定的时间会长一些。",
    # 行政复议: the authority above
    "reconsideration.elevation_asked.v1": "请上级来办这个案子（叫“提级”）；"
    "2026年7月以后请的，等答复的日子不算。",
    "reconsideration.elevation_denied.v1": "上级没有同意提级，还由原来的复议机关接着办。",
    "reconsideration.elevation_ordered.v1": "上级决定由自己来办这个案子，材料要移送上去。",
    "reconsideration.file_handed_over.v1": "案子的材料已经移送上级。",
    "reconsideration.wrong_reported.v1": "您向上级反映了：没有受理、被驳回，或者到期没有答复。",
    "reconsideration.correction_ordered.v1": "上级要求复议机关在限期内改正。",
    "reconsideration.correction_denied.v1": "上级看过，复议机关有正当理由，没有要求改正。",
    "reconsideration.wrong_corrected.v1": "复议机关已经按上级的要求改正。",
    "reconsideration.correction_overdue.v1": "到了上级定的日子，复议机关还没有改正。",
    "reconsideration.directly_accepted.v1": "上级直接受理了您的申请，由上级来办。",
    "reconsideration.accepted_above.v1": "这个案子改由上级来办，作决定的时间从这天重新算。",
    "reconsideration.elevated_case_ended.v1": "上级已经办完您的案子，结果以上级送给您的文书为准。",
    "reconsideration.elevated_file_received.v1": "材料到了上级，由它接着办；"
    "2026年7月以后收到的，作决定的时间从这天重新算。",
    # 行政复议: from acceptance to what the decision rests on
    "reconsideration.copy_sent.v1": "申请书副本已经发给被申请的机关。",
    "reconsideration.copy_received.v1": "被申请的机关收到了副本，要在期限内书面答复。",
    "reconsideration.copy_served_again.v1": (
        "副本给被申请的机关重新送了一次，它答复的日子从这次收到重新算。"
    ),
    "reconsideration.late_reply_filed.v1": (
        "被申请的机关（{organ}）过了期限才交书面答复；答复收进案卷，过期的后果不变。"
    ),
    "reconsideration.supplement_in_time.v1": (
        "查明您在期限内就寄出或者递交了补正材料，不算放弃；您的申请在这里接着办。"
    ),
    "reconsideration.reply_in_time.v1": (
        "查明被申请的机关在期限内就寄出或者递交了书面答复，不算过期；此前“到期没有答复”的记载不再作数。"
    ),
    "reconsideration.joint_reply_in_time.v1": (
        "查明另一个被申请的机关（{organ}）在期限内就寄出或者递交了书面答复，不算过期。"
    ),
    "reconsideration.deferral_asked.v1": "请求把耽误的期限补回来（顺延期限），复议机关要决定。",
    "reconsideration.deferral_granted.v1": "同意顺延期限，耽误了几天就补几天，从同意的第二天算。",
    "reconsideration.deferral_refused.v1": "没有同意顺延期限，理由写在卷里。",
    "reconsideration.supplement_deferred.v1": (
        "您补材料的期限补回来了，不算放弃；请在这里按新的日子补齐。"
    ),
    "reconsideration.reply_deferred.v1": (
        "被申请的机关有正当理由耽误了答复，期限顺延；此前“到期没有答复”的记载不再作数。"
    ),
    "reconsideration.joint_reply_deferred.v1": (
        "另一个被申请的机关（{organ}）有正当理由耽误了答复，期限顺延。"
    ),
    "reconsideration.reply_filed.v1": "被申请的机关交了书面答复。",
    "reconsideration.reply_forfeited.v1": (
        "{respondent}到期没有答复；被申请的机关都没有答复的，当作没有证据。"
    ),
    "reconsideration.views_heard.v1": "听取了当事人的意见。",
    "reconsideration.views_unavailable.v1": "因当事人原因没能听到意见，改为看书面材料办。",
    "reconsideration.consultation_requested.v1": "请复议委员会的专家给意见。",
    "reconsideration.consultation_withdrawn.v1": "这次不再请专家给意见。",
    "reconsideration.opinion_recorded.v1": "专家的意见已经记下。",
    # 行政复议: evidence 证据, inquiry 调查取证, appraisal 鉴定, reading the file 查阅复制
    "reconsideration.evidence_submitted.v1": "收到一件证据，已经编进证据目录。",
    "reconsideration.further_evidence_requested.v1": "被申请的机关请求再补充证据。",
    "reconsideration.further_evidence_allowed.v1": "有了新的理由或者证据，同意被申请的机关补充。",
    "reconsideration.further_evidence_refused.v1": "没有同意被申请的机关补充证据。",
    "reconsideration.evidence_taken.v1": "办案人员调查取证了，问到、拿到的都记在笔录里。",
    "reconsideration.appraisal_requested.v1": "有一方请求做鉴定。",
    "reconsideration.appraisal_denied.v1": "没有同意做鉴定，理由写在卷里。",
    "reconsideration.appraisal_begun.v1": "送去做鉴定了；鉴定的日子不算在办案期限里。",
    "reconsideration.appraisal_ended.v1": "鉴定结束了，办案期限接着算。",
    "reconsideration.inspection_begun.v1": "开始到现场勘验；勘验的日子不算在办案期限里。",
    "reconsideration.inspection_ended.v1": "现场勘验完了，办案期限接着算。",
    "reconsideration.file_access_requested.v1": "收到申请：想看、想复印案卷里的材料。",
    "reconsideration.file_access_granted.v1": "同意看、复印材料；法律不让看的，遮住或者不给看。",
    "reconsideration.compensation_claimed.v1": "收到赔偿请求，和那个决定一起审、一起答复。",
    "reconsideration.request_changed.v1": "收到新的复议请求，以后按新的请求审、按新的请求答复。",
    "reconsideration.third_request_admitted.v1": (
        "申请人承认了第三人的请求；只算承认的人认可，原来的处理照样审查。"
    ),
    # 行政复议: hearing 听证
    "reconsideration.hearing_requested.v1": "收到申请：想开听证会，当面把事情说清楚。",
    "reconsideration.hearing_denied.v1": "没有同意开听证会，理由写在卷里；复议接着办。",
    "reconsideration.hearing_set.v1": "定了要开听证会，时间、地点和要说的事写在通知书里。",
    "reconsideration.hearing_notified.v1": "有一方收到了听证通知。",
    "reconsideration.hearing_notice_served_again.v1": "听证通知给一方重新送了一次，听证照常开。",
    "reconsideration.hearing_put_off.v1": "听证会改期，另外通知。",
    "reconsideration.hearing_dropped.v1": "改期的听证会不再开了，理由写在告知书里；复议接着办。",
    "reconsideration.hearing_held.v1": "听证会开过了，说的话都记在笔录里，决定要根据笔录来作。",
    "reconsideration.hearing_waiver_taken_back.v1": (
        "查明申请人没来听证有正当理由，不当作不要听证；听证改期，另外通知。"
    ),
    "reconsideration.hearing_waived.v1": "申请人没有正当理由没来听证，当作不要听证了；复议接着办。",
    # 行政复议: suspension 中止, stay of execution 停止执行
    "reconsideration.suspended.v1": "复议先停下来（叫“中止”），期限停着不算；原因没有了再接着办。",
    "reconsideration.cause_gone.v1": "停下来的原因没有了，很快接着办。",
    "reconsideration.resumed.v1": "复议接着办了（叫“恢复审理”），剩下的期限接着算。",
    "reconsideration.resumption_ordered.v1": "上级机关要求复议机关接着办。",
    "reconsideration.sixty_days_suspended.v1": "停了满六十天，原因还在的，复议就要结束。",
    "reconsideration.stay_requested.v1": "收到申请：复议期间先不要执行原来的决定。",
    "reconsideration.execution_stayed.v1": "复议期间，原来的决定先不执行（叫“停止执行”）。",
    "reconsideration.stay_refused.v1": "没有同意停止执行，原来的决定照常执行，复议接着办。",
    "reconsideration.stay_request_moved.v1": "停止执行的申请跟着分出去的案子走，在那边答复。",
    "reconsideration.stay_ended.v1": "停止执行的原因没有了，原来的决定恢复执行，复议接着办。",
    # 行政复议: attached review 附带审查
    "reconsideration.attached_requested.v1": "收到请求：看看决定依据的文件合不合法（附带审查）。",
    "reconsideration.basis_doubted.v1": "复议机关认为决定依据的文件可能不合法，要先弄清楚。",
    "reconsideration.attached_begun.v1": "开始看依据的文件合不合法，结果出来以前复议先停着。",
    "reconsideration.attached_dropped.v1": "这份文件不再看了，复议不用等它。",
    "reconsideration.attached_result.v1": "依据的文件看完了，结果会写进复议决定书。",
    # 行政复议: mediation 调解, settlement 和解
    "reconsideration.mediation_begun.v1": "双方都愿意，开始调解；不愿意了随时可以停。",
    "reconsideration.mediation_broken.v1": "调解没有成，接着办，按期决定；让过的步不算不利的证据。",
    "reconsideration.mediation_document_drawn.v1": "写好了调解书，各方签字、盖章以后才算数。",
    "reconsideration.mediation_document_signed.v1": "有一方在调解书上签了字。",
    "reconsideration.mediation_document_sealed.v1": "调解书盖了章，已经生效，各方都要照着做。",
    "reconsideration.settlement_submitted.v1": "交来了和解协议（双方自己说好的）。",
    "reconsideration.withdrawal_refused.v1": "没有准许撤回，复议接着办。",
    "reconsideration.refiling_allowed.v1": "以前申请过的，查明可以再次申请。",
    # 行政复议: authorities that decide together 共同作出决定
    "reconsideration.co_authority_called.v1": "您申请复议的事，另一个机关也有权管，"
    "请它一起作决定；办案、联系还是找原来的复议机关。",
    "reconsideration.co_authority_released.v1": "有个机关不用一起作决定了，复议接着办。",
    # 行政复议: decision 决定, service, withdrawal
    "reconsideration.decision_extended.v1": "情况复杂，作决定的时间延长了。",
    "reconsideration.decision_overdue.v1": "到期没有作出决定。",
    "reconsideration.decided.v1": "复议决定已经作出。",
    "reconsideration.decision_announced.v1": "决定书送不到其中一方，已经公告；期满就算送到。",
    "reconsideration.decision_served.v1": "复议决定书已经送到其中一方手里。",
    "reconsideration.paper_served.v1": "复议机关的一件文书已经送到其中一方手里。",
    "reconsideration.delivered.v1": "复议决定书已经送到；不服的，可以在决定书写明的期限内起诉。",
    "reconsideration.withdrawn.v1": "您撤回了复议申请。",
    "reconsideration.terminated.v1": "复议结束（终止），不再往下办。",
}
"""行政复议, to its end."""
