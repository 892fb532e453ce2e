"""当事人可以办的事: what a party may do by itself in a file, and what each form asks.

Whether it may be done now the file's table says, and whether by this party the door; here stands
only what a party reads and types.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from shared.casepage.track import ROADS
from shared.contracts.reconsideration.people import Power
from shared.contracts.routing import Road
from shared.frame import Form
from shared.party.deed import (
    APPLICANT,
    FILES,
    YES_NO,
    Ask,
    Deed,
    Find,
    texts,
    texts_and_files,
    truths,
)
from shared.party.papers import (
    copy_for,
    for_applicants,
)
from shared.party.reviewing import DEEDS as REVIEWING_DEEDS
from shared.party.session import PartySession
from shared.party.waiting import name_of_waiting, notice_to, paper_waiting, refusal_to


def _answer(form: Form, session: PartySession) -> dict[str, Any]:
    return {
        "reached": True,
        **truths("solved", "satisfied")(form, session),
        **form.body("note"),
    }


ELSEWHERE: Final = tuple(
    (road.value, ROADS[road])
    for road in (
        Road.COURT,
        Road.RECONSIDERATION,
        Road.ADJUDICATION,
        Road.LABOUR_ARBITRATION,
        Road.LAND_CONTRACT_ARBITRATION,
        Road.PETITION,
        Road.DISCLOSURE,
    )
)

CALLBACK: Final = Deed(
    title="说说办得怎么样（回访）",
    says="主办的部门说已经办完了。请您说实话：您说满意，这件事就办结；您说没解决或者不满意，要重新办一遍，"
    "已经重新办过的交上一级办。只能答一次。",
    button="交上我的回答",
    done="您的回答已经记下，就算回访过了",
    body=_answer,
    asks=(
        Ask("solved", "事情解决了吗？", "choice", required=True, options=YES_NO),
        Ask("satisfied", "您满意吗？", "choice", required=True, options=YES_NO),
        Ask("note", "还想说什么（可以不填）", "textarea"),
    ),
    sides=APPLICANT,
    is_asked=True,
)


def _served_online(
    paper: str,
    *,
    come: str,
    shown: str,
    runs: str,
    done: str,
    about: Find,
) -> Deed:
    """电子送达, to whoever consents by pressing the button (CPL 90)."""
    return Deed(
        title=f"在网上收{paper}",
        says=f"{come}。您同意，就在这里收（叫“电子送达”）：点下面的按钮，{shown}马上显示出来，"
        f"今天就算送到，{runs}的日子从明天起算。不同意就不用点，等纸质的送来；"
        "已经签收过纸质的，日子从您签收那天算，不要在这里再收。",
        button="我同意在网上收",
        done=done,
        body=lambda _form, _session: {},
        is_asked=True,
        whole=False,
        about=about,
    )


DEEDS: Final[Mapping[tuple[str, str], Deed]] = {
    ("routing", "callback"): CALLBACK,
    ("reconsideration", "supplement-notice-receipt"): _served_online(
        "补正通知",
        come="复议机关发来了补正通知",
        shown="通知",
        runs="补材料",
        done="补正通知已经送到您手里",
        about=notice_to,
    ),
    ("reconsideration", "refusal-receipt"): _served_online(
        "不予受理决定书",
        come="复议机关决定不受理您的申请",
        shown="决定书",
        runs="起诉",
        done="不予受理决定书已经送到您手里",
        about=refusal_to,
    ),
    ("reconsideration", "paper-receipt"): replace(
        _served_online(
            "复议文书",
            come="复议机关给您发来了一份文书",
            shown="文书",
            runs="文书里写的、从收到算起",
            done="文书已经送到您手里",
            about=paper_waiting,
        ),
        names=name_of_waiting,
    ),
    ("adjudication", "copy-receipt"): _served_online(
        "裁决申请书副本",
        come="对方申请行政裁决，裁决机关发来了申请书副本",
        shown="副本",
        runs="答辩",
        done="裁决申请书副本已经送到您手里",
        about=copy_for,
    ),
    ("reconsideration", "supplement"): Deed(
        title="补交材料（补正）",
        says="照补正通知上写的，把缺的补齐。超过期限没有正当理由不补的，当作放弃申请。"
        "缺的是书面材料的，拍清楚、扫描好传上来；也可以到窗口交，或者邮寄。",
        button="交上",
        done="您补的材料已经收到",
        body=texts_and_files("text"),
        asks=(Ask("text", "补充的内容", "textarea", required=True), FILES),
        is_asked=True,
        whole=False,
        about=for_applicants(Power.ACT),
    ),
    ("mediation", "consent"): Deed(
        title="同意调解",
        says="调解不收钱，愿意才调解；中途不想调解了，随时可以不调解。双方都同意，调解就开始。",
        button="我同意调解",
        done="已经记下：您同意调解",
        body=lambda _, session: {"sides": [session.side.value]},
        is_asked=True,
    ),
    ("mediation", "refusal"): Deed(
        title="不同意调解",
        says="有一方不同意，就不能调解，这次调解结束。别的路（比如起诉）照样可以走，期限照算。",
        button="我不同意调解",
        done="已经记下：您不同意调解",
        body=lambda _, session: {"side": session.side.value},
        is_asked=True,
    ),
    ("routing", "application"): Deed(
        title="告诉我们：我已经在别处申请了",
        says="您已经自己去申请仲裁、起诉等的，告诉我们一声，就不再提醒您这个期限。这里记一笔，不能代替申请本身。",
        button="记下",
        done="已经记下您在别处的申请",
        body=texts("road", "on"),
        asks=(
            Ask("road", "您走了哪条路？", "select", required=True, options=ELSEWHERE),
            Ask("on", "哪天申请的？", "date", help="不填就是今天"),
        ),
        sides=APPLICANT,
        whole=False,
    ),
    **REVIEWING_DEEDS,
    ("adjudication", "withdrawal"): Deed(
        title="撤回裁决申请",
        says="撤回以后，裁决的事不再往下办。还在犹豫的，先打电话问清楚。",
        button="我要撤回裁决申请",
        done="裁决申请已经撤回",
        body=lambda _form, _session: {},
        whole=False,
    ),
    ("intake", "withdrawal"): Deed(
        title="撤回这件事",
        says="撤回以后，正在办这件事的部门都不再往下办，想再办要重新登记。已经单独提出的复议、裁决申请不会跟着撤回。",
        button="我要撤回这件事",
        done="这件事已经撤回",
        body=texts("reason"),
        asks=(Ask("reason", "为什么撤回（可以不填）", "textarea"),),
        sides=APPLICANT,
    ),
}
"""By office and the last word of the door; in the order in which they are offered."""
