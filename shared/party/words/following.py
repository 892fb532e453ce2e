"""大白话: what follows a reconsideration 后续, and whether it is done as was decided 履行监督."""

from collections.abc import Mapping
from typing import Final

FOLLOWING: Final[Mapping[str, str]] = {
    # 行政复议: what follows 后续
    "reconsideration.refusal_served.v1": "不予受理决定书送到了；不服的，可以在期限内起诉。",
    "reconsideration.refusal_suit_period_over.v1": "对不予受理决定起诉的日子已经过了。",
    "reconsideration.refusal_corrected.v1": "不受理、驳回已经改正，申请受理了；那份决定不再算数。",
    "reconsideration.clerical_errors_corrected.v1": "笔误改正了（叫“补正”），决定的内容没有变。",
    "reconsideration.correction_served.v1": "补正通知书已经送达。",
    "reconsideration.served_again.v1": "决定书重新送了一次，起诉的日子从这次收到重新算。",
    "reconsideration.published.v1": "决定书已经向社会公开，您的姓名、住址和号码都隐去了。",
    "reconsideration.withheld.v1": "决定书不向社会公开。",
    "reconsideration.annulled.v1": "这份复议决定被撤销了（上级机关撤销，或者法院判决撤销、变更）。",
    "reconsideration.decided_anew.v1": "复议机关按上级机关、法院的要求，另作了复议决定。",
    "reconsideration.enforcement_awaited.v1": "记下了：有一方到哪天还可以起诉、自己照做；"
    "到期不起诉又不照做的，可以强制执行。",
    "reconsideration.enforcement_due.v1": "有一方到期没有照做，可以强制执行了。",
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
    "supervision.performance_runs_anew.v1": "决定书重新送到了机关，机关照做的日子另算。",
    "supervision.performance_taken_over.v1": (
        "该照做的机关撤销了或者不管这件事了，由接手的机关照做，日子照旧。"
    ),
    "supervision.performance_ordered.v1": "已经责令对方限期做到。",
    "supervision.order_lapsed.v1": "责令的期限到了还没有做到。",
    "supervision.interview_notified.v1": "已经通知约谈没有做到的机关。",
    "supervision.interviewed.v1": "已经约谈了没有做到的机关。",
    "supervision.criticised.v1": "没有做到的机关已经被通报批评。",
    "supervision.watch_ended.v1": "不再跟踪。",
}
"""后续 and 履行监督."""
