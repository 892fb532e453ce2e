"""栏目名称: what the findings of a page are called when somebody reads them."""

from typing import Final

_SAID: Final = (
    """
absent 缺席委员 | affiliation_id 所在单位和职务 | asker 提出人
act 行政行为 | after 更正后 | again 再次来件 | answer_id 答辩书
applicants 申请人 | applied_on 申请日 | applied_each 各人申请日 | article 依据 | at_most 最长等待
attachments 附件 | asks_anew 重新咨询、听证 | consults_anew 重新咨询
attempt 第几次回访 | authority 办理机关 | basis 法律依据 | before 更正前 | by_entitled 权利人申请
bound 被申请人的人员或者有利害关系
calling 委员类别 | conflicts 利害关系单位 | decider 决定人 | expert 咨询委员 | granted 准予
member 委员 | attended 出席 | called_on 通知日 | subjects 议题
opinions 委员意见 | person_id 姓名 | post 职务 | seat_within 组成小组期限
speak_within 提出意见期限 | specialities 专业领域 | speciality 案件所需的专业领域
unmatched_id 没有该领域委员的理由 | ties 利害关系的企业、个人 | term_from 任期自
term_until 任期至
callback 回访期限 | cases 推演件数 | centre 综治中心 | chair 主持人 | channel 来源渠道
check_in 报到期限 | chosen 当事人选择 | close 办结期限 | committee 委员会
competence 管辖依据 | competent 应当承办的机关 | compulsory 复议前置
compulsory_article 前置依据 | confirmed 确认有效 | content_id 协议内容 | count 件数 | county 县区
court 人民法院 | danger 可能激化为 | deadline 期限 | decision 决定期限
department 部门 | departments 部门 | disputes 涉及的纠纷
document_id 文书 | draft_id 拟稿 | duty 逾期事项
effective_on 生效日 | enforce_by 申请执行期限至
enforceable 可以申请强制执行 | evidence_id 办结依据 | expected 通常件数 | extended_to 延长至
figures_id 推演结果 | filed_on 起诉日 | finding 办理结果 | finish 办结期限 | form 协议形式
ground 事由 | handed_to 转入途径 | happened_on 发生日期 | heads 到会负责人 | heard 所依据的事实
heard_kind 所听到的事实 | history 历史台账 | inform 知会部门 | instead 改由 | instead_of 接替
interview_at 约谈时间 | interview_notice_id 约谈通知书
invited 邀请人数 | lead 主办部门 | learnt_on 知道日期 | left 剩余期间
left_out_from 不计入期间自 | left_out_until 不计入期间至 | level 层级 | manner 方式
matter 纠纷类型 | matters 纠纷类型 | mediators 人民调解员 | names_id 没有登录岗位的人民调解员
meeting 会商期限 | members 参加委员
measures_id 采取的措施 | minutes_id 纪要 | months 推演月数 | more 申请延长
moved 改变去向的件数 | nearly 次接近的规则 | note_id 记录 | number 纠纷编号
notice_issued 放假通知印发日 | notice_number 放假通知文号 | notice_year 放假年度 | obliged 义务人
occasion 告知缘由 | open_until 申请期限至 | opened 起于页码 | opinion 反馈期限
opinion_id 意见 | order_id 责令履行通知 | others_left 其他申请人尚未起诉
road_runs_on 途径的起诉期限照算 | organ 机关 | organs 机关
origin 启动方式 | page 页码 | parties 当事人数 | partly 部分履行
party 当事人 | perform_by 履行期限至 | performance_days 履行天数
performed_on 履行日 | period 申请期间 | period_article 申请期间依据 | pictures 照片 | place 发生地
places 地点 | plan 方案期限 | plan_id 方案 | planned 拟召集部门 | present 到场
provisional 暂定 | question_id 咨询事项 | reached 联系到当事人
reason 理由 | reason_id 理由 | reconsider_by 申请复议至 | record_id 记录
remedy 救济途径 | remedy_until 救济期限至
report 上报期限 | report_id 阶段情况 | reported_to 报告机关 | respondent 被申请人
respondent_organs 被申请人 | respondents 被申请人
 review_first 须先申请复议 | risk 风险等级 | road 途径 | role 身份
routes 可走的途径 | rules 规则版本 | ruling 裁定期限 | ruling_id 裁决书
runs_from 计算自 | satisfied 满意 | side 一方 | sides 各方
sign_off 签批期限 | signer 签批人 | since 施行日 | solved 已解决 | stance 意见
start 起因 | starts_on 起算日 | stated 填写的项目
subject 对象 | sue_article 起诉依据 | sue_by 起诉期限至
sue_period 起诉期间 | sue_provisional 起诉期限暂定 | sue_starts_on 起诉期间起算日
sue_until 起诉期限至 | swell 超出通常 | taker 提起人 | task_id 任务 | text_id 正文
tier 紧急程度 | times 重复次数 | title 名称
to_inspection 报督查期限 | to_leader 报分管领导期限 | told_remedies 已告知救济途径 | tried 此前办理
unlike 与登记不同的联系方式
until 届满 | until_before 原届满 | upheld 异议成立 | urgency 紧急程度 | visit 到场期限
warning 预警 | was 原途径 | what_id 等待事项 | whistle 哨的种类 | whistler 吹哨单位 | why 召集理由
willingness 调解意愿 | window 窗口 | window_from 统计自 | window_until 统计至 | within 本级期限
words 关键词
""",
    # 行政复议: application 申请 to acceptance 受理
    """
joint 其他共同被申请人
act_done_on 行为作出日 | capacity 作出的身份 | checking 核对方式 | difficulty_id 书面申请的困难
unsigned_id 没有签字的原因 | conditions 受理条件 | groundless 驳回情形
 correction 纠正方式 | fine 处罚类别 | handed_in_on 处罚机关收到日
 supplement_id 此前的补正材料 | supplement_attachments 此前补正的附件
 missing 不符合的条件 | notice_id 补正通知 | posted_on 交邮日 | brought_on 提出日
postmark_unclear 邮戳不清 | before_acceptance 受理以前提出 | asks_stay 已申请停止执行
real_estate 涉及不动产 | remedies_learnt_on 知道救济途径日 | time 申请期限 | told_on 告知日
omission 没有处理履职申请 | requested_on 收到履职申请日 | duty_within 规定的履行期限
urging_letter_id 催告回复函
urgent 紧急情况 | by_law 法律规定的复议期限 | law 法律 | provision 条文
period_by_law 法律规定的复议期限 | decide_days 复议期限（日） | law_days 法律规定的复议期限（日）
overdue 审理期限均已届满 | decided_in_days 起算决定的期限
""",
    # 行政复议: who takes part, who takes over, what is joined
    """
agrees 本人一起申请
applicant_count 申请人数 | applicant_sort 申请人类别 | papers 身份证明 | through 由谁代表
applying 申请的人数或者户数 | total 总人数或者总户数 | area_percent 占总面积的百分比
agent 代理人 | applicant 申请人 | called 通知参加 | consented 被代表的申请人同意 | oral 口头委托
basics 写明的事项 | others 合并的其他案卷 | persons 哪几名当事人 | powers 代理权限
 principal 委托人 | third_person 第三人
relation 与死亡的当事人的关系 | representatives 代表人 | signed_by_all 全体签名 | sort 代理人的身份
succession 承受的情形 | successors 承受人
ending 没有承受人的情形 | gone_on 死亡、终止之日 | basis_id 没有承受人的依据
""",
    # 行政复议: how a case is handled
    """
agreed 同意的申请人、第三人 | agreed_organs 同意的被申请人 | asks_newcomers 此后参加的也须同意
amount_fen 款额 | asked_by 提出人 | grave 重大疑难复杂
newcomer 含初次从事人员
replaced 更换 | reviewer 行政复议人员 | reviewers 行政复议人员 | successor 接替人员
technical 专业技术性强 | tie 与案件的关系 | track 适用程序
""",
    # 行政复议: the authority above
    """
severed_case_id 分案办理的案卷 | severed 分案办理 | goes_on_in 转入的分流案卷
accepted_case_id 受理的案卷 | corrected_case_id 纠正的案卷 | wrong 反映的情形
decided_case_id 重新作出决定的案卷
asked_of 报请的上级机关 | below 下级机关 | copy_due 副本尚未发送 | initiative 由谁提出
""",
    # 行政复议: from acceptance to what the decision rests on
    """
handed_over_on 当面递交日 | lapsed_as 逾期的原机关 | takes_back 此前逾期的记载不再作数
proof_id 交邮、递交的证明 | missed 被耽误的期限 | hindrance 耽误的事由 | hindered_on 障碍发生之日
removed_on 障碍消除之日 | hindrance_proof_id 障碍的证明 | deferred_days 顺延的日数
reply_id 书面答复 | standing 地位 | joint_served 其他共同被申请人收到
known_before 此前已经记载 | copying 申请书副本 | former_evidences 原被申请人提交的证据
succeeded_on 继续行使职权之日 | bound_as 文书所列的机关 | enforces_for 由其负责执行的当事人
opinion_letters 由其履行的意见书 | powers_lost 职权转移的原因
sought 请求的种类 | to_be_told 告知其他当事人 | admitted_on 承认之日
""",
    # 行政复议: evidence 证据, inquiry 调查取证, appraisal 鉴定, reading the file 查阅复制
    """
answers 所答复的鉴定申请 | changed_on 变更请求之日
appraisal 鉴定序号 | appraiser 鉴定机构的确定 | asked_lawfully 行政程序中依法要求提供
collected_on 取得日 | delivered 收到鉴定意见 | evidence 证据编号 | evidence_kind 证据种类
evidences 可以查阅的证据 | examined 审查结果 | excused 未提供有正当理由
inquirers 行政复议人员 | inquiries 调查方式 | payer 鉴定费用承担方 | proving 待证事项
raised_by 提出新理由或者证据的一方 | reader 查阅人
reply 书面答复可以查阅 | shows_id 证据名称和证明目的 | supplements 补充证据
withheld 不予查阅的材料
""",
    # 行政复议: hearing 听证
    """
explained 说明未参加理由 | hearing_record_id 听证笔录 | head_came 负责人参加 | hearing_at 听证时间
hearing_place 听证地点 | homonyms 同名字样已经核对
host 主持人 | officers 听证员 | recorder 记录员 | signed 签名 | staff_came 工作人员参加
joint_attended 其他共同被申请人参加 | person 当事人 | came 参加
waived 视为放弃听证权利
third_came 第三人参加 | unsigned 拒绝签名 | unsigned_reason_id 拒绝签名的理由
""",
    # 行政复议: suspension 中止, stay of execution 停止执行
    """
askers 申请停止执行的人 | others_wait 另有申请尚未答复 | request_ids 所答复的停止执行申请
cause 中止的情形 | in_transit 案件材料移送期间 | letter_id 通知书
forwarding_letter_id 转送函 | correction_notice_id 自行纠正告知书
""",
    # 行政复议: attached review 附带审查
    """
by_other 由其他机关处理 | conclusion_id 处理意见
correction_order_id 停止执行、责令纠正的决定 | document 文件的种类 | drop 不再审查的情形
ex_officio 由本机关自行发现 | issuer 制定机关
receiver 接受转送的机关 | suspended_on 中止之日 | unknown_before 申请时尚不知道
""",
    # 行政复议: mediation 调解, settlement 和解
    """
breach 调解不成的情形 | mediation_document_id 调解书 | obliges 被申请人须履行 | signers 签字的申请人
""",
    # 行政复议: findings 审理认定, draft 拟稿, number 字号
    """
dispositions 逐项决定 | document_number 发文字号 | findings 逐项认定
nth 序号 | series 字号类别 | year 年份
""",
    # 行政复议: authorities that decide together 共同作出决定
    """
co_authorities 共同作出决定的其他机关 | countersign 会签的文书
decision_awaited 决定书已送会签 | mediation_awaited 调解书已送会签
others_awaited 还有其他机关待会签 | decision_runs_on 决定仍待会签 | mediation_runs_on 调解书仍待会签
""",
    # 行政复议: decision 决定, service, withdrawal
    """
head_consent_id 机关负责人签署的同意 | consented_on 签署之日
compensation_manner 赔偿方式 | compensation_yuan 赔偿金（元）
approval 审批方式 | compensation 行政赔偿 | days 延长天数 | departure_id 不采纳的理由
opinion_adopted 采纳咨询意见 | outcome 决定 | outcomes 逐项决定
paper_id 决定书 | perform_within 履行期间
receipt_id 送达回证 | receiver_id 签收的代理人 | shown_on 回证载明日
applicant_shows 申请人提供的材料可以证明 | fined 处以罚款
first_served_on 此前送达日 | without_applicants 申请人均无承受人
third_persons 第三人 | never_before 此前未曾送达
final 最终裁决 | final_law_id 规定最终裁决的法律
redo 责令重作 | remedial 责令采取补救措施 | remedies 救济途径 | served_on 送达日 | settled 和解
to_be_permitted 须经准予 | unsucceeded 没有承受人的情形 | reviews 随案移交的附带审查
third_party_evidence 第三人提供证据 | pieces 一并提交件数 | effective_number 生效决定的字号
paper 文书 | end 上级办结的方式 | ended_on 上级文书的日期
""",
    # 行政复议: what follows 后续
    """
annulled 已被撤销 | answer_by 希望答复期限 | conclusion 结案方式 | copies 应当抄告
corrected 已经纠正
copies_for 应当抄告的被申请人 | owed 尚待抄告的被申请人 | concluded_on 结案日
correction_id 补正通知书 | correction_report_id 纠正情况的报告 | decide_anew_by 重新决定期限至
decide_anew 应当重新作出决定
deed 行为 | duty_crime 涉嫌职务违法犯罪 | flaw 发现的情形 | materials_id 移送的材料
done_on 行为之日 | official 公职人员
of_organ 意见书的收件机关
opinion_letter_id 行政复议意见书 | public_text_id 公开的文本 | publishes 应当办理公开
recipient 接受移送的机关 | recommendation_id 行政复议建议书 | services 逐一送达
others_unserved 还有其他人待送达 | alone_unserved 仅其待送达 | announced 已公告送达
with_decision 还有人待一并送达决定书
heirless 无承受人的
circular_id 通报
refusal_for 应当送达不予受理决定书的申请人 | refusal_id 不予受理决定书 | unserved 尚待送达的申请人
received_on 收到日 | ask_article 申请复议依据 | ask_period 申请复议期间
ask_until 申请复议的最后一日 | askable 可以向上一级人民法院申请复议
again_until 重新申请的最后一日 | again_article 重新申请依据 | again_period 重新申请期间
court_refusal 人民法院裁定的内容 | refusal_ruling_id 不予受理或者不予执行的裁定
court_above_application_id 向上一级人民法院的复议申请书 | urgency_id 情况紧急的理由
enforcement_ruling_id 人民法院的执行裁定 | ruled_on 作出执行裁定日
duties 应当履行的当事人 | performance_request_id 请求履行的通知
timed 期限已经明确 | enforceable_after 该日届满后方可强制执行 | counts_from 申请强制执行期限起算日
counts_because 起算事由 | demand_id 催告书 | perform_until 催告书写明的履行期限
concealment_id 转移或者隐匿财物的证据 | docketing_id 人民法院立案的文书
enforcement_application_id 强制执行申请书 | late_reason_id 逾期申请的正当理由
not_sued 查明没有起诉 | applications 复议案卷
by_court 由人民法院裁判或者执行 | enforcement_record_id 执行情况 | no_need 不需要强制执行的情形
sued_on 起诉日 | refused_on 收到法院裁定日 | court_asked 已申请法院执行须撤回或者告知
""",
    # what stands within a finding: the filing period, the conditions, what is withheld, each act
    """
condition 受理条件 | verdict 认定 | excepted 不予查阅的情形 | redacted_id 隐去后的文本
filing_days 法律规定的申请期限（日） | excluded_days 不计入申请期限的日数
exclusions 不计入申请期限的各段期间 | first 第一日 | last 最后一日 | lacked 未满足的条件
facts_clear 主要事实清楚、证据确凿 | cleared 事实不清的，本机关已经查清 | procedure 程序
evidence_submitted 被申请人提交证据、依据
beyond_powers 超越职权或者滥用职权 | proper 内容适当 | qualifies 符合受理条件
hopeless 受理后应当驳回申请的情形 | asks_invalid 申请确认无效 | insists_invalid 经释明拒绝变更请求
harms_public 撤销会给国家利益、社会公共利益造成重大损害 | nothing_to_revoke 不具有可撤销内容
respondent_changed 被申请人已经改变原行为 | worse 变更对申请人更为不利
opposite_request 第三人提出相反请求 | sum_wrong 行政赔偿决定的数额确有错误 | repeats 重作的相同行为
repeated_number 责令重作的原决定的字号 | repeated_outside 原决定不在枢纽
claims 分别提出的赔偿请求
compensation_asked 一并提出赔偿请求 | compensation_due 应当赔偿 | unpaid 不应当赔偿的理由
property_taken 涉及财产 | effective_decision 已经生效的决定种类 | same_act 同一或者同样行政行为
items 具体情形
""",
    # 行政复议: guidance and supervision 指导和监督
    """
next_runs_on 后一份意见书的期限照算 | received_page 起算的收件页 | issued_page 起算的制发页
cycle 报告周期 | within_days 届满后几日内提交 | next_from 下一期间自 | next_until 下一期间至
due_on 提交的最后一日 | period_from 期间自 | period_until 期间至 | counts_id 统计数据和口径
above 上级机关 | checking 检查方式 | measure 项目 | n 件数
""",
)

LABELS: Final = dict(
    one.strip().split(" ", 1)
    for text in _SAID
    for line in text.strip().splitlines()
    for one in line.split(" | ")
)
"""By the name of the field."""

TECHNICAL: Final = frozenset(
    {
        *("about", "act_id", "application_id", "came_from", "came_from_office", "consultation_id"),
        *("deferral_case_id", "deferred_case_id"),
        *("follows", "joint_act_ids", "numbered_case_id", "paper_sort"),
        "figures",  # told in words by the document beside them
        *("consumer", "decision_id", "digest", "heard_case_id", "heard_version", "of_case_id"),
        *("of_centre", "office_name", "other_id", "parked_id", "request_case_id", "request_id"),
        *("held_by", "leading", "review_case_id", "stay_request", "together"),
        *("row", "rule", "score", "watched", "whistle_id"),
    }
)
"""Fields that tie files and messages together, which nobody reads on a page."""

PERIODS: Final = frozenset(
    {
        *("at_most", "callback", "check_in", "close", "decision", "finish", "left", "meeting"),
        *("more", "opinion", "perform_within", "period", "plan", "report", "ruling", "sign_off"),
        "deferred_days",
        *("seat_within", "speak_within", "duty_within"),
        *(
            "ask_period",
            "again_period",
            "sue_period",
            "to_inspection",
            "to_leader",
            "visit",
            "within",
        ),
    }
)
"""Fields that hold a period."""

ARTICLES: Final = frozenset(
    {
        *("article", "ask_article", "again_article", "competence", "compulsory_article"),
        *("period_article", "sue_article"),
    }
)
"""Fields that hold the code of an article."""

ACCOUNTS: Final = frozenset(
    {
        *("reviewers", "reviewer", "successor", "host", "officers", "recorder", "inquirers"),
        *("chair", "member", "members", "attended", "absent", "expert", "mediators"),
    }
)
"""Fields that hold the codes with which people sign in who work on a file."""
