"""当事人可以办的事: what a party may do by itself in a file, and what each form asks.

Whether it may be done now the file's table says, and whether by this party the door; here stands
only what a party reads and types.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.casepage.answers import FileOut
from shared.casepage.track import ROADS
from shared.contracts.intake import Side
from shared.contracts.reconsideration.assigning import Tie
from shared.contracts.reconsideration.people import Power
from shared.contracts.routing import Road
from shared.frame import Form
from shared.party.papers import (
    About,
    copy_for,
    for_applicants,
    notice_to,
    of_anybody,
    of_reviewers,
)
from shared.party.session import PartyPage, PartySession

Body = Callable[[Form, PartySession], dict[str, Any]]
"""What was typed, as the door takes it; what was left empty is not said."""

Find = Callable[[PartyPage, FileOut], Awaitable[About | None]]
"""What of a file an act is about; None where it is not this party's to do."""

YES_NO: Final = (("true", "是"), ("false", "否"))


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a form; `kind` is text, textarea, date, select or choice."""

    name: str
    label: str
    kind: str = "text"
    help: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """办理事项, as a party reads it."""

    title: str
    says: str
    """What it means and what follows, before it is done."""
    button: str
    done: str
    body: Body
    asks: tuple[Ask, ...] = ()
    sides: frozenset[Side] = frozenset(Side)
    """Whose it is."""
    is_asked: bool = False
    """Whether somebody waits for it; it stands before what one may do of one's own accord."""
    whole: bool = True
    """Whether one of several on a side may not do it alone."""
    about: Find = of_anybody
    """What of a file it is about; None where it is not this party's to do."""


def _truths(*names: str) -> Body:
    def body(form: Form, _: PartySession) -> dict[str, Any]:
        return {n: form.get(n) == "true" for n in names if form.get(n) in ("true", "false")}

    return body


def _texts(*names: str) -> Body:
    return lambda form, _: form.body(*names)


def _answer(form: Form, session: PartySession) -> dict[str, Any]:
    return {
        "reached": True,
        **_truths("solved", "satisfied")(form, session),
        **form.body("note"),
    }


APPLICANT: Final = frozenset({Side.APPLICANT})

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

TIES: Final = (
    (Tie.KIN.value, "他就是对方、对方的代理人，或者是他们的近亲属"),
    (Tie.INTEREST.value, "他和案子有利害关系"),
    (Tie.ACTED.value, "原来的处理他参与过"),
    (Tie.OTHER.value, "别的情况，可能办得不公正"),
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
        "纸质材料可以到窗口交，也可以邮寄。",
        button="交上",
        done="您补的材料已经收到",
        body=_texts("text"),
        asks=(Ask("text", "补充的内容", "textarea", required=True),),
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
        body=_texts("road", "on"),
        asks=(
            Ask("road", "您走了哪条路？", "select", required=True, options=ELSEWHERE),
            Ask("on", "哪天申请的？", "date", help="不填就是今天"),
        ),
        sides=APPLICANT,
        whole=False,
    ),
    ("reconsideration", "recusal"): Deed(
        title="申请换办案人员（回避）",
        says="办案人员是对方的亲属、和案子有利害关系、参与过原来的处理，或者有别的情况可能办得不公正的，"
        "您可以要求换人。换不换由复议机构的负责人决定；没有决定以前，不会作出复议决定。",
        button="交上申请",
        done="您要求换人的申请已经收到",
        body=_texts("tie", "reason"),
        asks=(
            Ask("tie", "他和案子有什么关系？", "select", required=True, options=TIES),
            Ask("reason", "说说是谁、为什么", "textarea", required=True),
        ),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
        about=of_reviewers,
    ),
    ("reconsideration", "hearing-request"): Deed(
        title="请求开听证会（听证）",
        says="听证会上，您可以当面陈述、举证，和对方辩论。重大、疑难、复杂的案子一定要开；"
        "其他案子您可以请求，开不开由复议机构决定。通知了您又没有正当理由不来的，当作不要听证了。",
        button="交上请求",
        done="您开听证会的请求已经收到",
        body=_texts("text"),
        asks=(Ask("text", "为什么要开听证会？", "textarea", required=True),),
        sides=APPLICANT,
        whole=False,
    ),
    ("reconsideration", "settlement"): Deed(
        title="交和解协议",
        says="您和对方机关自己说好了的，把说好的内容写下来交给复议机构。交了以后，您还要撤回复议申请；"
        "复议机构准许撤回的，不能再用同样的事实和理由申请复议。",
        button="交上",
        done="和解协议已经收到",
        body=_texts("text"),
        asks=(Ask("text", "双方说好了什么？", "textarea", required=True),),
        sides=APPLICANT,
        whole=False,
    ),
    ("reconsideration", "withdrawal"): Deed(
        title="撤回复议申请",
        says="撤回以后，一般不能再用同样的事实和理由申请复议。受理以后撤回的，要复议机关准许。"
        "还在犹豫的，先打电话问清楚。",
        button="我要撤回复议申请",
        done="您撤回复议申请的要求已经收到",
        body=_truths("settled"),
        asks=(
            Ask(
                "settled",
                "是因为和对方机关说好了（和解）才撤回的吗？",
                "choice",
                options=YES_NO,
            ),
        ),
        whole=False,
        about=for_applicants(Power.WITHDRAW),
    ),
    ("reconsideration", "stay-request"): Deed(
        title="请求先不要执行（停止执行）",
        says="复议期间，原来的决定一般照常执行。您觉得先执行了就没法挽回的，可以请求停止执行；"
        "复议机关认为合理的，才会停下来。罚款不用您请求：复议期间不加收（加处罚款不计算）。",
        button="交上请求",
        done="您停止执行的请求已经收到",
        body=_texts("text"),
        asks=(Ask("text", "为什么要先停下来？", "textarea", required=True),),
        whole=False,
    ),
    ("reconsideration", "wrong-report"): Deed(
        title="向上级反映",
        says="没有正当理由不受理、驳回您的申请，或者到期没有作决定的，您可以向上级机关反映；上级认为确实不对的，"
        "会要求改正，必要时直接受理。去法院起诉的日子照算，不会因为反映停下来。",
        button="交上我的反映",
        done="您反映的情况已经交给上级",
        body=_texts("text"),
        asks=(Ask("text", "是怎么回事，您为什么觉得不对", "textarea", required=True),),
        whole=False,
        about=for_applicants(Power.ACT),
    ),
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
        body=_texts("reason"),
        asks=(Ask("reason", "为什么撤回（可以不填）", "textarea"),),
        sides=APPLICANT,
    ),
}
"""By office and the last word of the door; in the order in which they are offered."""
