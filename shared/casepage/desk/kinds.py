"""文书种类: what the kinds of papers are called that offices keep under a word of their own."""

from typing import Final

_SAID: Final = (
    """
affiliation 委员的所在单位和职务 | consultation_minutes 案件咨询会议纪要 | member_opinion 委员意见
plenary_minutes 全体会议纪要 | unmatched_reason 没有该领域委员的理由
recusal_reason 回避的理由 | recusal_ruling 决定回避与否的理由 | replacement_reason 替换委员的理由
adjudication_application 行政裁决申请书 | answer 答辩书
callback_note 回访记录 | committee_opinion 咨询委员会意见
decline_reason 不予受理的理由 | denial 不予延期的理由
evidence 办结依据 | interview_notice 约谈通知书 | explanation 情况说明
explanation request 要求说明的事项
extension_reason 申请延期的理由 | handling_opinion 承办意见 | level_note 逐级化解记录
mediation_document 行政复议调解书 | mediation_record 调解笔录 | mediation_request 调解申请
mediator_names 没有登录岗位的人民调解员
minutes 会商纪要 | note 批注 | objection 异议的理由 | opinion 处理意见 | oral_agreement 口头协议记录
order 责令履行通知书 | plan 联合方案 | preventive_measures 采取的措施 | progress 阶段情况
reason 理由 | rehearsal 规则簿推演结果 | return_reason 退回的理由
risk_note 风险等级变更的理由 | road_correction 更正途径的理由 | rulebook 规则簿正文
ruling 裁定、裁决
site_record 现场记录
task 任务 | urging 督办的事项
waited_for 等待当事人的事项 | whistle_text 吹哨的事由 | written_agreement 书面调解协议
""",
    # 行政复议: application 申请 to acceptance 受理
    """
application 行政复议申请书 | correction_notice 自行纠正告知书 | forwarding_letter 转送函
 declination 不予受理决定书 | supplement 补正材料
oral_difficulty 书面申请的困难 | oral_record 口头申请笔录 | unsigned 没有签字的原因
supplement_extension 延长补正期限的理由 | examination 审查意见
finding_departure 不采纳审查认定的理由 | respondent_change 变更被申请人申请书
respondent_change_notice 变更被申请人告知书 | respondent_change_taken_back 收回变更告知的理由
respondent_succession_notice 被申请人承受告知书
supplement_notice 补正通知书
capacity 申请人身份的说明 | election_notice 推选代表人通知书
""",
    # 行政复议: who takes part, who takes over, what is joined
    """
co_application 共同申请确认书
agent_change 变更代理权限的告知 | agent_end 解除代理的告知 | election 代表人推选书
joinder 合并审理的理由 | partial_termination 终止决定书（部分申请人） | power_of_attorney 授权委托书
statutory_agent 法定代理关系的证明 | succession 承受申请人、第三人地位的证明
no_successor 没有承受人的依据 | successor_found 撤销无承受人记载的理由
criminal_measure 刑事强制措施的依据
third_person 第三人参加行政复议的通知或者申请 | third_person_absence 第三人不参加的说明
third_person_refusal 不准许参加的理由 | third_person_request 第三人参加申请书
""",
    # 行政复议: how a case is handled
    """
complexity 认定案件复杂程度的理由 | conversion 转为普通程序的理由 | recusal 申请回避的理由
recusal_decision 决定回避的理由 | reviewers 更换行政复议人员的理由 | simplified 适用简易程序的理由
simplified_consent 同意适用简易程序的书面意见
""",
    # 行政复议: the authority above
    """
severance 分案办理的理由
not_handled 不再处理告知书 | correction_denial 不予责令纠正的理由 | correction_order 责令纠正通知书
direct_acceptance 直接受理通知书 | wrong_report 向上级反映的情况
elevation 提级审理通知书 | elevation_denial 不予提级审理的理由 | elevation_request 提级审理请示
end_above 上级告知的办理结果 | file_transfer 案件材料移送清单
""",
    # 行政复议: from acceptance to what the decision rests on
    """
consultation_question 提请咨询事项 | consultation_withdrawal 撤回咨询提请的理由
reply 被申请人书面答复 | late_reply 逾期书面答复 | views 听取意见记录
sending_proof 交邮、递交的证明 | deferral 准许顺延的理由 | deferral_refusal 不予顺延的理由
deferral_request 顺延期限申请书 | hindrance_proof 障碍的证明
written_review 书面审理的理由
""",
    # 行政复议: evidence 证据, inquiry 调查取证, appraisal 鉴定, reading the file 查阅复制
    """
appraisal_commission 鉴定委托书 | appraisal_failure 没有鉴定意见的原因 | appraisal_opinion 鉴定意见
appraisal_refusal 不同意鉴定的理由 | appraisal_request 鉴定申请书
evidence_examination 审查证据的意见 | evidence_shows 证据名称和证明目的
file_access_request 查阅复制申请书 | further_evidence 同意补充证据的理由
further_evidence_refusal 不同意补充证据的理由 | further_evidence_request 补充证据申请书
inquiry_record 调查笔录 | inspection 现场勘验的事项 | inspection_record 勘验笔录
redacted 遮盖后的文本 | withholding 不予查阅的理由
""",
    # 行政复议: hearing 听证
    """
compensation_claim 赔偿请求书 | hearing_excused 没有参加听证的正当理由
request_change 变更请求书
third_request_admission 承认第三人请求书
hearing_absence 申请人没有参加听证的情况
hearing_denial 不组织听证的理由 | hearing_dropped 不再组织听证的理由
hearing_minutes 听证笔录 | hearing_notice 听证通知书 | hearing_postponement 延期听证的理由
hearing_request 听证申请书 | unsigned 拒绝签名的情况和理由
""",
    # 行政复议: suspension 中止, termination 终止, stay of execution 停止执行
    """
cause_gone 中止的原因消除的说明 | resumption 恢复审理通知书 | resumption_order 责令恢复审理通知书
stay 停止执行决定书 | stay_end 恢复执行的理由 | stay_refusal 不予停止执行的理由
stay_request 停止执行申请书 | suspension 中止通知书 | termination 终止决定书
""",
    # 行政复议: attached review 附带审查
    """
attached_conclusion 附带审查处理意见 | attached_drop 不再附带审查的理由
attached_request 附带审查申请书 | basis_doubt 认为依据不合法的理由
correction_order 停止执行相关条款、责令纠正的决定 | document_forwarding 规范性文件转送函
issuer_explanation 制定机关当面说明的记录 | issuer_notice 附带审查书面通知
opinion_urging 催告回复函
issuer_correction 制定机关纠正情况的报告 | issuer_reply 制定机关书面答复
""",
    # 行政复议: mediation 调解, settlement 和解
    """
mediation_consent 各方同意调解的情况 | mediation_talks 调解的经过（其中的让步不得作为不利证据）
refiling 可以再次申请的理由 | settlement 和解协议 | withdrawal_refusal 不准予撤回的理由
""",
    # 行政复议: findings 审理认定, draft 拟稿, approval 审批
    """
co_authority_letter 共同办理的函 | co_authority_release 不再共同办理的理由
countersign_letter 会签的复函 | countersign_refusal 会签不同意的理由
discussion 集体讨论记录 | head_consent 机关负责人签署的同意
draft_return 退回重拟的理由 | finding 审理认定 | final_law 规定最终裁决的法律
""",
    # 行政复议: decision 决定, service, withdrawal
    """
decision 行政复议决定书 | decision_extension 延长审理期限的理由 | departure 不采纳咨询意见的理由
service_receipt 送达回证 | service_by_notice 公告送达的原因和经过
""",
    # 行政复议: what follows 后续
    """
annulment 撤销决定或者裁判文书 | circular 通报
correction 补正通知书 | correction_report 纠正情况的报告
materials 移送的材料 | opinion_letter 行政复议意见书 | public_decision 公开的决定书
recommendation 行政复议建议书 | recommendation_answer 对建议书的答复
service_again 重新送达的理由 | withholding 不予公开的理由 | unheeded_letter 不履行意见书的情形
performance_demand 催告书 | performance_request 请求履行的通知
enforcement_application 强制执行申请书 | enforcement_record 执行情况
late_enforcement 逾期申请的正当理由 | performance_evidence 履行证明
no_enforcement 不需要强制执行的理由 | concealment 转移或者隐匿财物的证据
docketing 人民法院立案的文书 | court_refusal 不予受理或者不予执行的裁定
court_above_application 向上一级人民法院的复议申请书
enforcement_urgency 情况紧急的理由 | enforcement_ruling 人民法院的执行裁定
""",
    # 行政复议: guidance and supervision 指导和监督
    """
work_report 行政复议工作报告 | work_counts 统计数据和口径 | major_matter 重大事项请示报告
work_check 检查情况 | check_result 检查反馈意见 | mending_report 整改情况
""",
)

KINDS: Final = dict(
    one.strip().rsplit(" ", 1)
    for text in _SAID
    for line in text.strip().splitlines()
    for one in line.split(" | ")
)
"""By the word under which a paper is kept."""


def kind_of(word: str) -> str:
    """What a kind of paper is called; some are kept under their Chinese name at once."""
    return KINDS.get(word, word)
