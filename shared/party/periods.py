"""大白话: what each road and each period means to a party, in words that need no explanation."""

from collections.abc import Mapping
from typing import Final

WAYS: Final[Mapping[str, str]] = {
    "registration": "登记",
    "triage": "确定走哪条路",
    "whistle": "部门一起办",
    "ladder": "就近化解",
    "peoples": "人民调解（请调解员帮双方说和，不收钱）",
    "correction": "向上级反映（请上级看看该不该受理、有没有拖）",
    "deferral": "顺延期限（把因故耽误的日子补回来）",
    "ordinary": "行政复议（请上级机关看看原来的决定对不对，不收钱）",
    "aftermath": "复议之后的事（送达、改笔误、公开等）",
    "compliance": "盯着做到没有",
}
"""What a procedure is, by its name."""

ADJUDICATION: Final = "行政裁决（请有权的行政机关判定谁对谁错）"
"""The same for every matter that may be adjudicated, each of which has a procedure of its own."""

ENTITLED: Final = "entitled_enforce"
"""The one period that is kept by who owes and belongs to those to whom it is owed (ALI 158)."""

SUIT_OVER_DECISION: Final = "您不服复议决定的，可以向人民法院起诉，最后一天是"
"""起诉期限 of a party over a decision, from its own service (ALL 45)."""

OWN_SUIT: Final = "sue_own"
"""The days of one of several applicants, beside those that the road tells (ARL 75)."""

YOURS: Final[Mapping[tuple[str, str], str]] = {
    ("routing", "apply"): "您可以申请{subject}，最后一天是",
    ("routing", "sue"): "您可以直接向人民法院起诉，最后一天是",
    ("routing", OWN_SUIT): SUIT_OVER_DECISION,
    ("mediation", "confirmation"): "双方可以一起请法院确认协议，最后一天是",
    ("adjudication", "answer"): "您可以交书面答辩，最后一天是",
    ("adjudication", "remedy"): "您不服裁决的，可以复议或者起诉，最后一天是",
    ("adjudication", "perform"): "您要照裁决做到，最后一天是",
    ("adjudication", "urging"): "您已经被催告，要照裁决做到，最后一天是",
    ("adjudication", ENTITLED): "对方没有照裁决做到的，您可以申请强制执行，最后一天是",
    # 行政复议: application 申请 to acceptance 受理
    ("reconsideration", "supplement"): "您要把材料补齐，最后一天是",
    ("reconsideration", "supplement_extended"): "您要把材料补齐，最后一天是",
    ("reconsideration", "supplement_deferred"): "您要把材料补齐，最后一天是",
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
    ("reconsideration", "no_suit"): "有要您做的就要照做；过了这天可以强制执行，最后一天是",
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
