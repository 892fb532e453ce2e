"""行为, what each office does, and what befalls a case."""

from typing import Final

from shared.law.article import ARL, ARR2026, COERCION, CPL, PLAN, PML, RULES
from shared.law.terms.term import Term

INTAKE_ACTS: Final = (
    Term("register", "登记", RULES[1]),
    Term("repeat", "重复件", RULES[2]),
    Term("withdraw", "撤回", RULES[3]),
    Term("correct_contact", "更正联系方式", RULES[163]),
    Term("add_applicant", "增列申请人", RULES[168]),
    Term("link", "关联"),
    Term("transfer", "移送"),
    Term("inform", "告知"),
    Term("route", "分流处置", PLAN[23]),
    Term("notify_road", "告知途径", PLAN[23]),
    Term("first_receiver", "首问负责"),
    Term("take_for_another_county", "异地代收"),
    Term("one_window", "一窗受理"),
    Term("tell_all_at_once", "一次告知"),
)
"""登记和分流的行为, what a window and routing do."""

WHISTLE_ACTS: Final = (
    Term("blow_whistle", "吹哨", PLAN[23]),
    Term("check_in", "报到", PLAN[23]),
    Term("answer_whistle", "反馈"),
    Term("object_to_whistle", "退哨异议"),
    Term("return_whistle", "退哨"),
    Term("call_back", "回访"),
    Term("escalate", "升级"),
    Term("remind", "催办"),
    Term("urge", "督办"),
    Term("settle", "办结"),
    Term("hot_spot", "热点", RULES[55]),
    Term("exclude", "排除热点", RULES[57]),
)
"""吹哨报到的行为, what happens under a whistle."""

MEDIATION_ACTS: Final = (
    Term("apply_for_mediation", "申请调解", PML[17]),
    Term("consent", "同意调解", PML[17]),
    Term("refuse_mediation", "拒绝调解", PML[17]),
    Term("mediate", "调解", PML[22]),
    Term("reach_agreement", "达成调解协议", PML[28]),
    Term("fail", "调解不成", PML[26]),
    Term("agreement", "调解协议", PML[31]),
    Term("written_agreement", "调解协议书", PML[29]),
    Term("oral_agreement", "口头调解协议", PML[30]),
    Term("perform", "履行", PML[31]),
    Term("confirm", "申请司法确认", PML[33].par(1)),
    Term("mediation_record", "调解记录", PML[27]),
)
"""人民调解的行为, what happens in people's mediation."""

ADJUDICATION_ACTS: Final = (
    Term("notice_of_right", "权利告知", PLAN[24]),
    Term("apply_for_adjudication", "申请行政裁决", PLAN[24]),
    Term("rule", "裁决", PLAN[24]),
    Term("answer", "答辩"),
    Term("mediate_first", "先行调解", PLAN[24]),
    Term("mediation_statement", "调解书", ARL[73]),
    Term("notify_remedy", "告知救济途径", PLAN[24]),
)
"""行政裁决的行为, what happens in an adjudication."""

RECONSIDERATION_ACTS: Final = (
    Term("apply", "申请行政复议", ARL[20]),
    Term("receive", "收到", ARL[30].par(1)),
    Term("review", "审查", ARL[30]),
    Term("accept", "受理", ARL[30].par(1)),
    Term("deem_accepted", "视为受理", ARL[30].par(3)),
    Term("decline", "不予受理", ARL[30].par(2)),
    Term("request_supplement", "补正通知", ARL[31].par(1)),
    Term("supplement", "补正", ARL[31].par(2)),
    Term("deem_abandoned", "视为放弃", ARL[31].par(2)),
    Term("send_copy", "发送申请书副本", ARL[48]),
    Term("reply", "书面答复", ARL[48]),
    Term("file_late_reply", "逾期书面答复", ARL[48]),
    Term("take_supplement_in_time", "补正未逾期", CPL[85].par(4)),
    Term("take_reply_in_time", "答复未逾期", CPL[85].par(4)),
    Term("defer", "顺延期限", CPL[86]),
    Term("forfeit_reply", "逾期不答复", ARL[70]),
    Term("hear_opinions", "听取意见", ARL[49]),
    Term("hold_hearing", "听证", ARL[50]),
    Term("consult", "咨询", ARL[52]),
    Term("request_consultation", "提请咨询", ARL[52]),
    Term("opinion", "咨询意见", ARL[61].par(3)),
    Term("extend", "延长", ARL[62].par(1)),
    Term("suspend", "中止", ARL[39]),
    Term("resume", "恢复", ARL[39].par(2)),
    Term("terminate", "终止", ARL[41]),
    Term("stay_execution", "停止执行", ARL[42]),
    Term("convert_procedure", "转为普通程序", ARL[55]),
    Term("join", "合并审理", ARR2026[43]),
    Term("decide_together", "合并作出行政复议决定", ARR2026[43].par(2)),
    Term("elevate", "提级管辖", ARL[38]),
    Term("order_acceptance", "责令受理", ARL[35]),
    Term("self_correct", "自行纠正", ARR2026[38]),
    Term("inspect_file", "查阅复制", ARL[47]),
    Term("take_evidence", "调查取证", ARL[45]),
    Term("inspect_site", "现场勘验", ARR2026[45]),
    Term("appraise", "鉴定", ARR2026[46]),
    Term("review_document", "附带审查", ARL[13]),
    Term("reconcile", "和解", ARL[74]),
    Term("allow_withdrawal", "准予撤回", ARL[41]),
    Term("decide", "作出行政复议决定", ARL[61]),
    Term("compulsory_first", "复议前置", ARL[23]),
    Term("ordinary_procedure", "普通程序", ARL[62].par(1)),
    Term("simplified_procedure", "简易程序", ARL[53]),
    Term("filing_period", "申请期限", ARL[20]),
    Term("scope", "行政复议范围", ARL[11]),
    Term("condition", "受理条件", ARL[30].par(1)),
    Term("interest", "利害关系", ARL[30].par(1, 2)),
    Term("jurisdiction", "管辖", ARL[24]),
    Term("entrust", "委托", ARL[19].par(3)),
    Term("change_respondent", "变更被申请人", ARR2026[29]),
    Term("change_request", "变更行政复议请求", ARL[15].par(2)),
    Term("admit_third_request", "承认第三人请求", ARL[15].par(2)),
    Term("succeed_respondent", "继续行使职权的机关作被申请人", ARL[19].par(4)),
    Term("evidence", "证据", ARL[43]),
    Term("legal_aid", "法律援助", ARL[18]),
    Term("recuse", "回避"),
    Term("record_findings", "审理认定", ARL[61]),
    Term("draft", "拟稿", ARL[61].par(1)),
    Term("disposition", "决定事项", ARL[61].par(1)),
    Term("submit", "送审", ARR2026[52]),
    Term("approve", "审批", ARL[61].par(1)),
    Term("discuss_collectively", "集体讨论", ARL[61].par(1)),
    Term("send_back", "退回重拟", ARL[61].par(1)),
    Term("seal", "用印", ARL[75].par(1)),
    Term("convene_panel", "组成咨询小组"),
)
"""行政复议的行为, what happens in a reconsideration."""

SERVICE: Final = (
    Term("deliver", "送达", CPL[87]),
    Term("deliver_on_the_spot", "当场送达", ARR2026[23]),
    Term("deliver_directly", "直接送达", CPL[88]),
    Term("leave_at_place", "留置送达", CPL[89]),
    Term("deliver_electronically", "电子送达", CPL[90]),
    Term("deliver_by_post", "邮寄送达", CPL[91]),
    Term("deliver_by_notice", "公告送达", CPL[95]),
    Term("receipt_of_service", "送达回证", CPL[87]),
    Term("refusal_to_sign", "拒绝签收", CPL[89]),
)
"""送达方式, manners of service."""

SUPERVISION_ACTS: Final = (
    Term("watch", "跟踪督促"),
    Term("order_to_perform", "责令限期履行", ARL[77].par(2)),
    Term("call_to_interview", "通知约谈", ARL[77].par(2)),
    Term("interview", "约谈", ARL[77].par(2)),
    Term("criticise", "通报批评", ARL[77].par(2)),
    Term("opinion_letter", "行政复议意见书", ARL[76]),
    Term("recommendation", "行政复议建议书", ARR2026[69]),
    Term("report_correction", "报送纠正情况", ARL[76]),
    Term("find_letter_unheeded", "认定不履行意见书", ARL[77].par(2)),
    Term("copy_to_superior", "抄告", ARL[79].par(2)),
    Term("publish", "公开决定书", ARL[79].par(1)),
    Term("enforce", "执行", ARL[78]),
    Term("demand_performance", "催告", COERCION[54]),
    Term("alert", "预警"),
    Term("require_explanation", "要求说明"),
    Term("explain", "说明情况"),
    Term("note", "批注"),
    Term("hand_over_clues", "移送问题线索", ARL[86]),
)
"""监督的行为, what supervision does."""
