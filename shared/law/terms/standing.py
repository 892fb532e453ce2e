"""状态和结果, where a case file stands, how it is decided, and the words of files and periods."""

from typing import Final

from shared.law.article import ARL, CPL
from shared.law.terms.term import Term

STATES: Final = (
    Term("registered", "已登记"),
    Term("routed", "已分流"),
    Term("set_aside", "暂存待查"),
    Term("withdrawn", "已撤回"),
    Term("blown", "已吹哨"),
    Term("checked_in", "已报到"),
    Term("answered", "已反馈"),
    Term("overdue", "已逾期"),
    Term("received", "已收到"),
    Term("supplementing", "补正中"),
    Term("accepted", "已受理"),
    Term("declined", "已决定不予受理"),
    Term("abandoned", "已视为放弃"),
    Term("copied", "已发送副本"),
    Term("replied", "已答复"),
    Term("forfeited", "未依法答复"),
    Term("consulting", "咨询中"),
    Term("suspended", "已中止"),
    Term("terminated", "已终止"),
    Term("decided", "已决定"),
    Term("delivered", "已送达"),
    Term("consented", "已同意调解"),
    Term("mediating", "调解中"),
    Term("agreed", "已达成协议"),
    Term("failed", "调解未成"),
    Term("ruled", "已裁决"),
    Term("watching", "履行监督中"),
    Term("ordered", "已责令履行"),
    Term("performed", "已履行"),
    Term("confirmed", "已司法确认"),
    Term("closed", "已结案"),
)
"""状态, where a case file stands."""

DECISIONS: Final = (
    Term("change", "变更", ARL[63]),
    Term("revoke", "撤销", ARL[64]),
    Term("revoke_in_part", "部分撤销", ARL[64]),
    Term("redo", "责令重新作出行政行为", ARL[64]),
    Term("confirm_illegal", "确认违法", ARL[65]),
    Term("order_performance", "责令限期履行法定职责", ARL[66]),
    Term("confirm_invalid", "确认无效", ARL[67]),
    Term("uphold", "维持", ARL[68]),
    Term("dismiss_request", "驳回行政复议请求", ARL[69]),
    Term("dismiss_application", "驳回行政复议申请", ARL[33]),
    Term("revoke_for_no_answer", "因未答复撤销", ARL[70]),
    Term("order_contract_performance", "责令履行行政协议", ARL[71]),
    Term("compensate", "决定赔偿", ARL[72]),
    Term("mediated", "调解结案", ARL[73]),
    Term("written_decision", "行政复议决定书", ARL[75]),
)
"""决定种类, kinds of decision."""

FILES: Final = (
    Term("dispute", "纠纷"),
    Term("dispute_number", "纠纷编号"),
    Term("case_file", "案卷"),
    Term("page", "页码"),
    Term("fact", "事实"),
    Term("document_number", "字号"),
    Term("period", "期间", CPL[85]),
    Term("deadline", "期限", ARL[88]),
    Term("lapse", "期限届满", CPL[85].par(3)),
    Term("workday", "工作日", ARL[88].par(2)),
    Term("rest_day", "法定休假日", CPL[85].par(3)),
    Term("makeup_day", "调休上班"),
    Term("provisional", "暂定"),
    Term("obstacle", "不可抗力或者其他正当理由", ARL[20].par(2)),
)
"""案卷和期间, what every office shares."""
