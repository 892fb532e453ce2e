"""主体和途径, who acts, through which office, on which road, and how a dispute comes in."""

from typing import Final

from shared.law.article import (
    ALL,
    APL,
    ARL,
    ARR2026,
    COERCION,
    CPL,
    OGI,
    PETITION,
    PLAN,
    PML,
    RULES,
)
from shared.law.terms.term import Term

OFFICES: Final = (
    Term("intake", "登记受理", PLAN[23]),
    Term("routing", "分流", PLAN[23]),
    Term("mediation", "人民调解", PML[2]),
    Term("adjudication", "行政裁决", PLAN[24]),
    Term("reconsideration", "行政复议", ARL[2]),
    Term("consultation", "行政复议咨询", ARL[52]),
    Term("supervision", "履行监督", PLAN[25]),
)
"""机构, the offices of the hub, in the order in which a dispute meets them."""

TELLER: Final = Term("notification", "通知", RULES[75])
"""通知, the office that only hears the others and tells."""

ROADS: Final = (
    Term("administrative_mediation", "行政调解", PLAN[23]),
    Term("litigation", "行政诉讼", ALL[2]),
    Term("civil_action", "民事诉讼", CPL[3]),
    Term("arbitration", "仲裁", PML[26]),
    Term("petition", "信访", PETITION[17]),
    Term("open_government_information", "政府信息公开", OGI[2]),
    Term("judicial_confirmation", "司法确认", PML[33]),
    Term("administrative_penalty", "行政处罚", APL[2]),
    Term("compulsory_enforcement", "强制执行", COERCION[53]),
)
"""途径, the other roads that a dispute can take."""

ROLES: Final = (
    Term("authority", "行政复议机关", ARL[4].par(1)),
    Term("body", "行政复议机构", ARL[4].par(2)),
    Term("reviewer", "行政复议人员", ARL[6]),
    Term("committee", "行政复议委员会", ARL[52]),
    Term("panel", "咨询小组"),
    Term("roster", "委员名册", ARR2026[50]),
    Term("expert", "咨询委员", ARL[52]),
    Term("applicant", "申请人", ARL[14]),
    Term("respondent", "被申请人", ARL[19]),
    Term("third_person", "第三人", ARL[16]),
    Term("representative", "代表人", ARL[15]),
    Term("agent", "代理人", ARL[17]),
    Term("issuer", "制定机关", ARL[58]),
    Term("addressed_organ", "有关机关", ARL[76]),
    Term("receiver", "接受转送的机关", ARL[60]),
    Term("enforcer", "负责强制执行的机关", ARL[78]),
    Term("party", "当事人", PML[17]),
    Term("mediation_committee", "人民调解委员会", PML[7]),
    Term("mediator", "人民调解员", PML[13]),
    Term("adjudicator", "裁决人员"),
    Term("adjudicating_organ", "行政裁决机关", PLAN[24]),
    Term("organ", "裁决机关", PLAN[24]),
    Term("government", "人民政府", ARL[24]),
    Term("court", "人民法院"),
    Term("secretary", "委员会办事机构"),
    Term("recusal_decider", "委员会主任或者行政复议机构负责人"),
    Term("competent_organ", "有管辖权的机关", ARL[30].par(2)),
    Term("superior_authority", "上级行政复议机关", ARL[35]),
    Term("co_authority", "共同作出决定的其他行政复议机关", ARR2026[32].par(2)),
    Term("superior", "上级行政机关", ARL[40]),
    Term("superior_or_court", "上级行政机关或者人民法院"),
    Term("below", "下级人民政府", ARR2026[67]),
    Term("clerk", "窗口人员"),
    Term("officer", "部门承办人员"),
    Term("head_of_body", "行政复议机构负责人", ARL[62].par(1)),
    Term("supervisor", "监督人员"),
    Term("administrator", "系统管理员"),
    Term("centre", "综治中心", PLAN[23]),
    Term("department", "部门"),
    Term("leader", "负责人"),
    Term("level_staff", "本级办理人员"),
    Term("lead_department", "主办部门"),
    Term("assisting_department", "协办部门"),
    Term("clock", "期限届满自动记录"),
)
"""主体, who acts."""

CHANNELS: Final = (
    Term("window", "窗口"),
    Term("hotline", "热线"),
    Term("online", "网上"),
    Term("grid", "网格"),
    Term("letter", "来信"),
    Term("handover", "部门移送"),
)
"""来源渠道, how a dispute comes in."""
