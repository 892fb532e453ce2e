"""大白话: what each step means to a party, in words that need no explanation.

Where a word of the law cannot be avoided it is explained beside it. What concerns only how offices
work with each other is not told here; it stands in the file all the same.
"""

from collections.abc import Mapping
from typing import Final

STEPS: Final[Mapping[str, str]] = {
    # 登记
    "intake.registered.v1": "您的事情已经登记，有了编号。",
    "intake.repeated.v1": "同一件事又来反映了一次，已经并在一起办。",
    "intake.withdrawn.v1": "这件事已经撤回，不再往下办。",
    # 分流、吹哨报到
    "routing.routed.v1": "已经确定这件事走哪条路、由谁来办。",
    "routing.road_notified.v1": "告诉您：法律还给了您一条路，要您自己申请，过期就不能再走。",
    "routing.road_corrected.v1": "原来定的路不合适，已经改了。",
    "routing.road_taken.v1": "记下了：您已经自己去申请。",
    "routing.road_parted.v1": "您的申请单独办理，法律给您的日子接着算。",
    "routing.suit_filed.v1": "记下了：您已经向人民法院起诉。",
    "routing.application_period_over.v1": "可以申请的日子已经过了。",
    "routing.suit_period_over.v1": "可以直接起诉的日子已经过了。",
    "routing.suit_replaced.v1": "以前告诉您的起诉日子不再算；作出复议决定的，从收到决定书重新算。",
    "routing.ended.v1": "这件事不再往下分派。",
    "routing.whistle_proposed.v1": "准备召集有关部门一起来办。",
    "routing.whistle_blown.v1": "综治中心已经召集有关部门来办（叫“吹哨”）。",
    "routing.called.v1": "通知了一个部门来办。",
    "routing.called_urgently.v1": "加急通知了一个部门来办。",
    "routing.called_to_danger.v1": "有危险，马上通知了一个部门。",
    "routing.checked_in.v1": "部门已经到位，开始办（叫“报到”）。",
    "routing.site_visited.v1": "部门到现场看过了。",
    "routing.progress_told.v1": "部门说了办到哪一步。",
    "routing.answered.v1": "部门已经回话，说了办理结果。",
    "routing.party_awaited.v1": "部门在等您补材料或者配合，期间的日子先停着。",
    "routing.party_came.v1": "您已经配合，接着往下办。",
    "routing.wait_lapsed.v1": "等的日子到了，接着往下办。",
    "routing.meeting_held.v1": "有关部门坐在一起商量过了。",
    "routing.plan_made.v1": "有关部门定了怎么办的方案。",
    "routing.extension_granted.v1": "经批准，部门多了几天时间。",
    "routing.whistle_finished.v1": "主办的部门说办完了，等着问提出这件事的人满不满意（叫“回访”）。",
    "routing.called_back.v1": "问过满不满意了（叫“回访”）。",
    "routing.whistle_reopened.v1": "回访不满意，重新办一遍。",
    "routing.whistle_raised.v1": "交到上一级继续办。",
    "routing.whistle_closed.v1": "部门这一轮办理结束。",
    "routing.whistle_returned.v1": "这次召集退回了，由本级继续办。",
    "routing.level_reached.v1": "交到这一级来化解。",
    "routing.level_lapsed.v1": "这一级到期没有化解，往上一级报。",
    "routing.level_unsolved.v1": "这一级没有化解，往上一级报。",
    "routing.level_solved.v1": "这一级已经化解。",
    # 调解
    "mediation.proposed.v1": "提出调解，要双方都愿意才能开始。",
    "mediation.consent_given.v1": "有一方同意调解。",
    "mediation.both_consented.v1": "双方都同意，调解开始。",
    "mediation.refused.v1": "有一方不愿意调解，不能调解；您可以走别的路。",
    "mediation.mediator_appointed.v1": "调解员已经定了。",
    "mediation.session_held.v1": "调解了一次。",
    "mediation.term_extended.v1": "说好了再调解一段时间。",
    "mediation.term_expired.v1": "调解的时间到了。",
    "mediation.agreement_made.v1": "双方说好了，有了调解协议。",
    "mediation.failed.v1": "没有说成，调解结束；您可以走别的路。",
    "mediation.performed.v1": "协议说的事已经做到。",
    "mediation.not_performed.v1": "协议说的事没有做到。",
    "mediation.performance_period_expired.v1": "协议定的日子到了。",
    "mediation.confirmation_applied.v1": "双方一起请法院确认协议，确认后可以强制执行。",
    "mediation.confirmation_ruled.v1": "法院对协议作了裁定。",
    "mediation.confirmation_window_closed.v1": "请法院确认协议的日子已经过了。",
    # 行政裁决
    "adjudication.right_notified.v1": "告诉您：这类事可以申请行政机关裁决，要您自己申请。",
    "adjudication.applied.v1": "收到裁决申请。",
    "adjudication.accepted.v1": "裁决申请已经受理，正式开始办。",
    "adjudication.declined.v1": "裁决申请没有受理，理由写在决定书里。",
    "adjudication.withdrawn.v1": "裁决申请已经撤回。",
    "adjudication.copy_sent.v1": "申请书副本已经发给对方。",
    "adjudication.respondent_served.v1": "对方收到了申请书副本。",
    "adjudication.answered.v1": "对方交了书面答复。",
    "adjudication.answer_period_expired.v1": "对方答复的日子到了。",
    "adjudication.settled.v1": "裁决前先调解，双方说好了。",
    "adjudication.settlement_failed.v1": "裁决前先调解，没有说成。",
    "adjudication.opinion_drawn.v1": "查清了情况，拟了处理意见。",
    "adjudication.opinion_extended.v1": "经批准，调查的时间延长了。",
    "adjudication.opinion_submitted.v1": "处理意见已经报上去。",
    "adjudication.ruled.v1": "裁决已经作出。",
    "adjudication.served.v1": "裁决书已经送到。",
    "adjudication.remedy_taken.v1": "有一方不服裁决，去复议或者起诉了。",
    "adjudication.remedy_period_expired.v1": "可以复议或者起诉的日子已经过了。",
    "adjudication.upheld.v1": "裁决被维持。",
    "adjudication.overturned.v1": "裁决被撤销或者改变。",
    "adjudication.performance_due.v1": "裁决定的日子到了。",
    "adjudication.performed.v1": "裁决说的事已经做到。",
    "adjudication.urged.v1": "已经催对方照裁决办。",
    "adjudication.urging_expired.v1": "催告的日子到了。",
    "adjudication.enforcement_requested.v1": "已经请法院强制执行。",
    "adjudication.enforcement_window_closed.v1": "机关申请强制执行的日子已经过了。",
    "adjudication.entitled_window_closed.v1": "权利人申请执行的日子已经过了。",
    "adjudication.closed.v1": "裁决的事办结了。",
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
    "reconsideration.supplement_extended.v1": "补材料的时间延长了。",
    "reconsideration.supplemented.v1": "您补的材料收到了。",
    "reconsideration.abandoned.v1": "到期没有补齐材料，当作放弃申请。",
    "reconsideration.conditions_found.v1": "看了申请合不合受理的条件，结果已经记下。",
    "reconsideration.respondent_change_told.v1": "您写的被申请人不对，通知您换成作出决定的机关。",
    "reconsideration.respondent_changed.v1": "被申请人换过来了。",
    "reconsideration.joint_named.v1": "还有一个机关也是被申请人，它和别的机关一起作的决定。",
    "reconsideration.joint_left.v1": "有一个机关不再是被申请人。",
    "reconsideration.joint_copy_sent.v1": "申请书副本已经发给另一个被申请的机关。",
    "reconsideration.joint_copy_received.v1": "另一个被申请的机关收到了副本，也要按期书面答复。",
    "reconsideration.joint_reply_filed.v1": "另一个被申请的机关也交了书面答复。",
    "reconsideration.joint_reply_forfeited.v1": "另一个被申请的机关（{organ}）到期没有答复。",
    "reconsideration.respondent_replaced.v1": "被申请人换了，由新的被申请人答复。",
    "reconsideration.accepted.v1": "复议申请已经受理，正式开始办。",
    "reconsideration.not_handled_again.v1": "这件事以前作过复议决定，没有新的事实，不再办理。",
    "reconsideration.declined.v1": "复议申请没有受理，理由写在决定书里；您可以向人民法院起诉。",
    # 行政复议: who takes part, who takes over, what is joined
    "reconsideration.third_person_joined.v1": "和案子有利害关系的人参加进来了（叫“第三人”）。",
    "reconsideration.third_person_requested.v1": "有人申请参加进来，复议机构在作决定以前答复。",
    "reconsideration.third_person_refused.v1": "有人想参加进来，因为和案子没有利害关系，没有同意。",
    "reconsideration.third_person_absent.v1": "第三人不参加，案子照常办。",
    "reconsideration.capacity_stated.v1": "写明了以谁的名义申请、由谁出面，交了哪些证明。",
    "reconsideration.representatives_asked.v1": "一起申请的人多，复议机构请大家推选代表人；"
    "推选书要每个人签名、盖章或者按指印，交给复议机构，也可以交到登记这件事的窗口；过了期限没有推选的，各人自己参加。",
    "reconsideration.representatives_not_elected.v1": "没有按期推选代表人，各人自己参加复议。",
    "reconsideration.representatives_elected.v1": "推选了代表人，由他们替大家参加复议。",
    "reconsideration.agent_named.v1": "有人请了代理人替自己参加复议。",
    "reconsideration.agent_changed.v1": "代理人能替人办的事改了。",
    "reconsideration.agent_ended.v1": "不再请这位代理人了。",
    "reconsideration.statutory_agent_joined.v1": "由法定代理人（比如监护人）替申请人参加复议。",
    "reconsideration.applicant_succeeded.v1": "由近亲属或者接手的单位，接着原来的申请人申请复议。",
    "reconsideration.applicants_left.v1": "有的申请人退出了，对其他申请人接着办。",
    "reconsideration.severed.v1": "有的申请人以前申请过，分出来另外审查，别的申请人不受影响。",
    "reconsideration.cases_joined.v1": "和别的同类案子放在一起办（叫“合并审理”），期限各算各的。",
    # 行政复议: how a case is handled
    "reconsideration.complexity_found.v1": "认定了案子是不是重大、疑难、复杂；是的话要开听证会。",
    "reconsideration.reviewers_assigned.v1": "办案的人员定了；和案子有牵连的，您可以要求换人。",
    "reconsideration.recusal_requested.v1": "有人说办案人员和案子有牵连，要求换人（叫“回避”）。",
    "reconsideration.recusal_decided.v1": "要不要换办案人员，负责人已经定了。",
    "reconsideration.simplified_chosen.v1": "按简易程序办：三十日内作决定，可以只看书面材料。",
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
    "reconsideration.reply_filed.v1": "被申请的机关交了书面答复。",
    "reconsideration.reply_forfeited.v1": (
        "{respondent}到期没有答复；被申请的机关都没有答复的，当作没有证据。"
    ),
    "reconsideration.views_heard.v1": "听取了当事人的意见。",
    "reconsideration.views_unavailable.v1": "因当事人原因没能听到意见，改为看书面材料办。",
    "reconsideration.consultation_requested.v1": "请复议委员会的专家给意见。",
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
    # 行政复议: hearing 听证
    "reconsideration.hearing_requested.v1": "收到申请：想开听证会，当面把事情说清楚。",
    "reconsideration.hearing_denied.v1": "没有同意开听证会，理由写在卷里；复议接着办。",
    "reconsideration.hearing_set.v1": "定了要开听证会，时间、地点和要说的事写在通知书里。",
    "reconsideration.hearing_notified.v1": "有一方收到了听证通知。",
    "reconsideration.hearing_put_off.v1": "听证会改期，另外通知。",
    "reconsideration.hearing_held.v1": "听证会开过了，说的话都记在笔录里，决定要根据笔录来作。",
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
    # 行政复议: decision 决定, service, withdrawal
    "reconsideration.decision_extended.v1": "情况复杂，作决定的时间延长了。",
    "reconsideration.decision_overdue.v1": "到期没有作出决定。",
    "reconsideration.decided.v1": "复议决定已经作出。",
    "reconsideration.decision_served.v1": "复议决定书已经送到其中一方手里。",
    "reconsideration.paper_served.v1": "复议机关的一件文书已经送到其中一方手里。",
    "reconsideration.delivered.v1": "复议决定书已经送到；不服的，可以在决定书写明的期限内起诉。",
    "reconsideration.withdrawn.v1": "您撤回了复议申请。",
    "reconsideration.terminated.v1": "复议结束（终止），不再往下办。",
    # 行政复议: what follows 后续
    "reconsideration.refusal_served.v1": "不予受理决定书送到了；不服的，可以在期限内起诉。",
    "reconsideration.refusal_suit_period_over.v1": "对不予受理决定起诉的日子已经过了。",
    "reconsideration.refusal_corrected.v1": "不受理、驳回已经改正，申请受理了；那份决定不再送。",
    "reconsideration.clerical_errors_corrected.v1": "笔误改正了（叫“补正”），决定的内容没有变。",
    "reconsideration.correction_served.v1": "补正通知书已经送到各方。",
    "reconsideration.served_again.v1": "决定书重新送了一次，起诉的日子从这次收到重新算。",
    "reconsideration.published.v1": "决定书已经向社会公开，您的姓名、住址和号码都隐去了。",
    "reconsideration.withheld.v1": "决定书不向社会公开。",
    "reconsideration.annulled.v1": "上级机关撤销了这份复议决定。",
    "reconsideration.decided_anew.v1": "复议机关按上级机关的要求，另作了复议决定。",
    "reconsideration.enforcement_awaited.v1": "记下了：有一方到哪天还可以起诉、自己照做；"
    "到期不起诉又不照做的，可以强制执行。",
    "reconsideration.enforcement_due.v1": "有一方到期没有起诉，也没有照做，可以强制执行了。",
    "reconsideration.suit_on_record.v1": "记下了：有一方已经起诉；"
    "查明法院是否受理、是哪一方起诉以前，不作出决定，也不催告、不强制执行。",
    "reconsideration.party_urged.v1": "发了催告书，催没有照做的一方照做。",
    "reconsideration.urging_unheeded.v1": "催告的日子到了，还没有照做。",
    "reconsideration.enforcement_applied.v1": "已经请法院强制执行。",
    "reconsideration.enforcement_refused.v1": "法院裁定不受理，或者不执行；"
    "机关没有请过的，可以在十五日内请上一级法院再看一次。",
    "reconsideration.court_above_asked.v1": "机关已经请上一级法院再看一次。",
    "reconsideration.court_above_period_over.v1": "机关请上一级法院再看一次的日子已经过了。",
    "reconsideration.immediate_enforcement_asked.v1": "情况紧急，机关请法院马上执行。",
    "reconsideration.immediate_enforcement_ruled.v1": "法院裁定马上执行，要在五个工作日内执行。",
    "reconsideration.immediate_enforcement_overdue.v1": "法院马上执行的日子到了，还没有执行完。",
    "reconsideration.enforcement_lapsed.v1": "机关请法院强制执行的日子已经过了。",
    "reconsideration.party_enforced.v1": "已经强制执行完。",
    "reconsideration.party_performed.v1": "该照做的一方已经照做。",
    "reconsideration.enforcement_spared.v1": "查明有一方不用再强制执行。",
    # 履行监督
    "supervision.agreement_watched.v1": "有人盯着：看调解协议做到没有。",
    "supervision.ruling_watched.v1": "有人盯着：看裁决做到没有。",
    "supervision.enforcement_watched.v1": "有人盯着：看负责的机关有没有依法强制执行。",
    "supervision.watch_opened.v1": "有人盯着：看复议决定做到没有。",
    "supervision.performed.v1": "已经做到。",
    "supervision.not_performed.v1": "没有做到。",
    "supervision.performance_lapsed.v1": "到期没有做到。",
    "supervision.performance_ordered.v1": "已经责令对方限期做到。",
    "supervision.order_lapsed.v1": "责令的期限到了还没有做到。",
    "supervision.interview_notified.v1": "已经通知约谈没有做到的机关。",
    "supervision.interviewed.v1": "已经约谈了没有做到的机关。",
    "supervision.criticised.v1": "没有做到的机关已经被通报批评。",
    "supervision.watch_ended.v1": "不再跟踪。",
}
"""A step, by the wire name of its fact; a gap is the organ that its page names."""

OF_APPLICANT: Final = frozenset(
    {
        *("routing.road_notified.v1", "routing.road_taken.v1", "routing.suit_filed.v1"),
        *("routing.application_period_over.v1", "routing.suit_period_over.v1"),
        "routing.road_parted.v1",
        *("routing.suit_replaced.v1", "routing.party_awaited.v1", "routing.party_came.v1"),
    }
)
"""Steps of who brought the dispute: its rights, suits and papers are nobody else's affair."""

UNTOLD: Final = frozenset(
    {
        *("clock.confirmed.v1", "clock.moved.v1", "clock.refused.v1", "clock.warned.v1"),
        *("parked.discarded.v1", "parked.mended.v1", "parked.replayed.v1"),
        *("consultation.cancelled.v1", "consultation.opinion_given.v1", "consultation.overdue.v1"),
        *("consultation.opinion_overdue.v1", "consultation.panel_convened.v1"),
        *("consultation.received.v1", "consultation.meeting_held.v1"),
        *("consultation.member_opinion_given.v1", "consultation.member_replaced.v1"),
        *("consultation.recusal_asked.v1", "consultation.recusal_decided.v1"),
        *("consultation.respondents_changed.v1", "consultation.plenary_held.v1"),
        *("consultation.expert_registered.v1", "consultation.expert_changed.v1"),
        *("consultation.expert_ended.v1", "consultation.times_set.v1"),
        *("adjudication.overdue.v1", "mediation.overdue.v1"),
        *("routing.overdue.v1", "routing.department_overdue.v1", "supervision.overdue.v1"),
        *("supervision.urged.v1", "supervision.noted.v1", "supervision.explained.v1"),
        *("supervision.explanation_required.v1", "supervision.explanation_lapsed.v1"),
        *("supervision.alert_raised.v1", "mediation.escalation_reported.v1"),
        *("routing.answer_lapsed.v1", "routing.check_in_lapsed.v1", "routing.informed.v1"),
        *("routing.silence_inspection.v1", "routing.silence_leader.v1", "routing.lead_named.v1"),
        *("routing.competence_disputed.v1", "routing.competence_upheld.v1"),
        *("routing.refused.v1", "routing.ruled_out.v1", "routing.ruling_lapsed.v1"),
        *("routing.precedent_set.v1", "routing.finish_released.v1"),
        *("routing.department_finished.v1", "routing.others_awaited.v1", "routing.others_came.v1"),
        *("routing.extension_asked.v1", "routing.extension_denied.v1"),
        *("routing.extension_dropped.v1", "routing.extension_undecided.v1"),
        *("routing.hotspot_cooled.v1", "routing.hotspot_excluded.v1", "routing.hotspot_found.v1"),
        "routing.hotspot_grew.v1",
        *("routing.ladder_ended.v1", "routing.level_held.v1", "routing.level_resumed.v1"),
        *("routing.level_taken_up.v1", "routing.red_reported.v1", "routing.risk_set.v1"),
        *("routing.rulebook_approved.v1", "routing.rulebook_drafted.v1"),
        *("routing.rulebook_rehearsed.v1", "routing.rulebook_withdrawn.v1"),
        "reconsideration.evidence_examined.v1",
        # 附带审查: the file of a document
        *("reconsideration.attached_opened.v1", "reconsideration.attached_taken.v1"),
        *("reconsideration.issuer_notified.v1", "reconsideration.issuer_notice_received.v1"),
        *("reconsideration.issuer_replied.v1", "reconsideration.issuer_reply_overdue.v1"),
        *("reconsideration.issuer_explained.v1", "reconsideration.attached_concluded.v1"),
        *("reconsideration.document_forwarded.v1", "reconsideration.forwarded_received.v1"),
        *("reconsideration.handling_opinion.v1", "reconsideration.handling_opinion_overdue.v1"),
        "reconsideration.issuer_correction_ordered.v1",
        "reconsideration.issuer_correction_reported.v1",
        "reconsideration.issuer_correction_overdue.v1",
        *("reconsideration.attached_ended.v1", "reconsideration.attached_moved.v1"),
        # 行政复议: findings 审理认定, draft 拟稿, approval 审批, number 字号
        *("reconsideration.found.v1", "reconsideration.drafted.v1"),
        *("reconsideration.submitted.v1", "reconsideration.approved.v1"),
        *("reconsideration.returned.v1", "reconsideration.number_given.v1"),
        "reconsideration.paper_numbered.v1",
        # 行政复议: decision 决定, service, withdrawal
        "reconsideration.overdue.v1",
        # 行政复议: what follows 后续
        "reconsideration.aftermath_begun.v1",
        *("reconsideration.aftermath_opened.v1", "reconsideration.decision_copied.v1"),
        *("reconsideration.opinion_letter_issued.v1", "reconsideration.opinion_letter_copied.v1"),
        *("reconsideration.opinion_letter_received.v1", "reconsideration.correction_reported.v1"),
        *("reconsideration.correction_unreported.v1", "reconsideration.recommendation_issued.v1"),
        "reconsideration.recommendation_answered.v1",
        "reconsideration.recommendation_unanswered.v1",
        "reconsideration.liability_handed_over.v1",
    }
)
"""How offices work with each other, or what belongs to no dispute."""

WAYS: Final[Mapping[str, str]] = {
    "registration": "登记",
    "triage": "确定走哪条路",
    "whistle": "部门一起办",
    "ladder": "就近化解",
    "peoples": "人民调解（请调解员帮双方说和，不收钱）",
    "correction": "向上级反映（请上级看看该不该受理、有没有拖）",
    "ordinary": "行政复议（请上级机关看看原来的决定对不对，不收钱）",
    "aftermath": "复议之后的事（送达、改笔误、公开等）",
    "compliance": "盯着做到没有",
}
"""What a procedure is, by its name."""

ADJUDICATION: Final = "行政裁决（请有权的行政机关判定谁对谁错）"
"""The same for every matter that may be adjudicated, each of which has a procedure of its own."""

ENTITLED: Final = "entitled_enforce"
"""The one period that is kept by who owes and belongs to those to whom it is owed (ALI 158)."""

YOURS: Final[Mapping[tuple[str, str], str]] = {
    ("routing", "apply"): "您可以申请{subject}，最后一天是",
    ("routing", "sue"): "您可以直接向人民法院起诉，最后一天是",
    ("mediation", "confirmation"): "双方可以一起请法院确认协议，最后一天是",
    ("adjudication", "answer"): "您可以交书面答辩，最后一天是",
    ("adjudication", "remedy"): "您不服裁决的，可以复议或者起诉，最后一天是",
    ("adjudication", "perform"): "您要照裁决做到，最后一天是",
    ("adjudication", "urging"): "您已经被催告，要照裁决做到，最后一天是",
    ("adjudication", ENTITLED): "对方没有照裁决做到的，您可以申请强制执行，最后一天是",
    # 行政复议: application 申请 to acceptance 受理
    ("reconsideration", "supplement"): "您要把材料补齐，最后一天是",
    ("reconsideration", "supplement_extended"): "您要把材料补齐，最后一天是",
    # 行政复议: who takes part
    (
        "reconsideration",
        "elect",
    ): "请和一起申请的人推选代表人，推选书交给复议机构或者窗口，最后一天是",
    # 行政复议: what follows 后续
    ("reconsideration", "sue_refusal"): "您不服不予受理的，可以向人民法院起诉，最后一天是",
    (
        "reconsideration",
        "enforceable",
    ): "您不起诉的，有要您做的就要照做；过了这天可以强制执行，最后一天是",
    ("reconsideration", "heed_urging"): "您已经被催告，要照复议决定、调解书做到，最后一天是",
}
"""Periods that are the party's own, by office and name: what it may or must do by then."""

APPLICANT_PERIODS: Final = frozenset({"apply", "sue"})
"""Periods of who brought the dispute, in the file in which it was routed."""

UNTOLD_PERIODS: Final = frozenset(
    {
        *("check_in_leader", "check_in_inspection", "visit_leader", "visit_inspection"),
        *("answer_leader", "answer_inspection", "finish_leader", "finish_inspection"),
        *("red_report", "sign_off", "ruling", "extension"),
        *("copy_decision", "copy_letter", "publish", "serve_letter", "report_correction"),
        "answer_recommendation",
        *("court_above", "apply_again", "enforce_at_once"),
    }
)
"""Periods between offices, which bind nobody towards the party."""
