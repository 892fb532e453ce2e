"""当事人在复议案卷里可以办的事: what a party may do once its application is in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from shared.contracts.intake import Side
from shared.contracts.reconsideration.assigning import Tie
from shared.contracts.reconsideration.attached import Document
from shared.contracts.reconsideration.capacity import Applicant
from shared.contracts.reconsideration.people import AgentSort, Power
from shared.frame import Form
from shared.party.agreeing import of_consent
from shared.party.attacked import MEANT, of_own_request, which_document
from shared.party.basics import STATE_BASICS
from shared.party.capacity import AS_BEFORE, CAPACITY, SORTS, capacity_of
from shared.party.choosing import DEEDS as CHOOSING_DEEDS
from shared.party.co_applicants import DEEDS as CO_APPLICANT_DEEDS
from shared.party.deed import APPLICANT, FILES, YES_NO, Ask, Deed, files_of, texts, truths
from shared.party.deferring import DEFER_SUPPLEMENT
from shared.party.entrusted import SPECIAL, ended, entrusted, of_own_agent, repowered, which_agent
from shared.party.papers import (
    as_principal,
    for_applicants,
    of_respondent_told,
    of_reviewers,
)
from shared.party.proving import DEEDS as PROVING_DEEDS
from shared.party.reporting import REPORT_WRONG
from shared.party.session import PartySession
from shared.party.withdrawing import own_part

MAKERS: Final = (
    (Document.LOCAL.value, "县、市、省的政府，或者它们的部门"),
    (Document.TOWN.value, "乡、镇政府"),
    (Document.MINISTRY.value, "国家的部委"),
    (Document.AUTHORISED.value, "法律、法规授权的别的单位"),
)
"""Whose documents may be attacked, as a party says it (ARL 13)."""

TIES: Final = (
    (Tie.KIN.value, "他就是对方、对方的代理人，或者是他们的近亲属"),
    (Tie.INTEREST.value, "他和案子有利害关系"),
    (Tie.ACTED.value, "原来的处理他参与过"),
    (Tie.OTHER.value, "别的情况，可能办得不公正"),
)

AGENTS: Final = (
    ("", "请选一类"),
    (AgentSort.LAWYER.value, "律师"),
    (AgentSort.LEGAL_AID.value, "法律援助机构指派的律师"),
    (AgentSort.LEGAL_WORKER.value, "基层法律服务工作者"),
    (AgentSort.RELATIVE.value, "近亲属"),
    (AgentSort.OTHER.value, "其他人"),
)

SORTS_ANEW: Final = (("", "请选一类"), (Applicant.PERSON.value, SORTS[0][1]), *SORTS[1:])
"""Whose name it is, of who says it after the application."""


def _asks_review(form: Form, session: PartySession) -> dict[str, Any]:
    return {**form.body("document", "text"), **truths("unknown_before")(form, session)}


DEEDS: Final[Mapping[tuple[str, str], Deed]] = {
    ("reconsideration", "capacity"): Deed(
        title="写明以谁的名义申请、由谁出面",
        says="合伙、村集体、业主等一起申请的，或者替单位申请的，要写明以谁的名义、由谁出面，还要交证明。"
        "证明没有交齐的，复议机关会通知您补正；补齐了才能受理。",
        button="交上",
        done="您写的申请人身份已经收到",
        body=lambda form, _: {**capacity_of(form), **form.body("text"), **files_of(form)},
        asks=(
            replace(CAPACITY[0], help="", required=True, options=SORTS_ANEW),
            replace(CAPACITY[1], options=(AS_BEFORE, *CAPACITY[1].options)),
            *CAPACITY[2:],
            Ask("text", "交了什么证明，写几句", "textarea", required=True),
            FILES,
        ),
        sides=APPLICANT,
        whole=False,
        about=for_applicants(Power.ACT),
    ),
    ("reconsideration", "basics"): STATE_BASICS,
    **CO_APPLICANT_DEEDS,
    **CHOOSING_DEEDS,
    ("reconsideration", "recusal"): Deed(
        title="申请换办案人员（回避）",
        says="办案人员是对方的亲属、和案子有利害关系、参与过原来的处理，或者有别的情况可能办得不公正的，"
        "您可以要求换人。换不换由复议机构的负责人决定；没有决定以前，不会作出复议决定。",
        button="交上申请",
        done="您要求换人的申请已经收到",
        body=texts("tie", "reason"),
        asks=(
            Ask("tie", "他和案子有什么关系？", "select", required=True, options=TIES),
            Ask("reason", "说说是谁、为什么", "textarea", required=True),
        ),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
        tells_handlers=True,
        about=of_reviewers,
    ),
    ("reconsideration", "simplified-consent"): Deed(
        title="同意按简易程序办",
        says="您参加进来以前，各方已经同意这个案子按简易程序办：三十日内作决定，可以只看书面材料。"
        "您也同意的，在这里说一声。不同意的不用点：没有您的同意，不会按简易程序作决定，要改按普通程序办。",
        button="我同意",
        done="已经记下：您同意按简易程序办",
        body=texts("text"),
        asks=(Ask("text", "写一句：我同意适用简易程序", "textarea", required=True),),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        is_asked=True,
        whole=False,
        about=of_consent,
    ),
    ("reconsideration", "respondent"): Deed(
        title="换成通知里写的机关（变更被申请人）",
        says="复议机构告诉您，您写的机关不是该负责的机关。您同意，被申请人就换成通知里写的机关；"
        "不换的，复议机关可能不受理或者驳回申请。",
        button="我同意换",
        done="您变更被申请人的申请已经收到",
        body=texts("text"),
        asks=(Ask("text", "写一句：我同意变更被申请人", "textarea", required=True),),
        sides=APPLICANT,
        is_asked=True,
        whole=False,
        about=of_respondent_told,
    ),
    ("reconsideration", "agent"): Deed(
        title="请人代办（委托代理人）",
        says="您可以请一到两个人替您办这个案子：讲意见、交材料、看案卷。要写授权委托书，写明请谁、办什么、能做哪些事、"
        "到什么时候；您和他的身份证明也要交。他用纠纷编号和您写的电话，就能查这个案子。以后换权限、不请了，要书面告诉复议机构。",
        button="委托他",
        done="您委托代理人的事已经记下",
        body=entrusted,
        asks=(
            Ask("name", "他叫什么名字？", required=True),
            Ask("id_number", "他的证件号码"),
            Ask("phone", "他的电话", help="他凭这个电话查询本案"),
            Ask("address", "他的住址"),
            Ask("sort", "他是什么人？", "select", required=True, options=AGENTS),
            *(
                Ask(power, label, "choice", required=True, options=YES_NO)
                for power, label in SPECIAL
            ),
            Ask("until", "委托到哪天？", "date", help="不填就是到本案办结"),
            Ask(
                "identified",
                "您和他的身份证明都交给复议机构了吗？",
                "choice",
                required=True,
                options=YES_NO,
            ),
            Ask("text", "授权委托书的内容", "textarea", required=True),
        ),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
        about=as_principal,
    ),
    ("reconsideration", "agent-change"): Deed(
        title="改代理人能做的事（变更代理权限）",
        says="您请的代理人能替您做哪些事，可以随时改。要书面告诉复议机构；改了以后，按新写的办，以前他替您办的照样算数。",
        button="改成这样",
        done="代理人能做的事已经改好",
        body=repowered,
        asks=(
            *(
                Ask(power, label, "choice", required=True, options=YES_NO)
                for power, label in SPECIAL
            ),
            Ask("until", "委托到哪天？", "date", help="不填就是到本案办结"),
            Ask("text", "写一句：怎么改", "textarea", required=True),
        ),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
        about=of_own_agent,
        which=which_agent,
    ),
    ("reconsideration", "agent-end"): Deed(
        title="不再请他代办（解除代理）",
        says="您不想再请这个代理人了，书面告诉复议机构。从今天起他不能再替您办这个案子，也不能再查。",
        button="不再请他",
        done="代理已经解除",
        body=ended,
        asks=(Ask("text", "写一句：我不再请他代办", "textarea", required=True),),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
        about=of_own_agent,
        which=which_agent,
    ),
    **PROVING_DEEDS,
    ("reconsideration", "hearing-request"): Deed(
        title="请求开听证会（听证）",
        says="听证会上，您可以当面陈述、举证，和对方辩论。重大、疑难、复杂的案子一定要开；"
        "其他案子您可以请求，开不开由复议机构决定。通知了您又没有正当理由不来的，当作不要听证了。",
        button="交上请求",
        done="您开听证会的请求已经收到",
        body=texts("text"),
        asks=(Ask("text", "为什么要开听证会？", "textarea", required=True),),
        whole=False,
        about=for_applicants(Power.ACT),
    ),
    ("reconsideration", "settlement"): Deed(
        title="交和解协议",
        says="您和对方机关自己说好了的，把说好的内容写下来交给复议机构。交了以后，您还要撤回复议申请；"
        "复议机构准许撤回的，不能再用同样的事实和理由申请复议。",
        button="交上",
        done="和解协议已经收到",
        body=texts("text"),
        asks=(Ask("text", "双方说好了什么？", "textarea", required=True),),
        whole=False,
        about=for_applicants(Power.SETTLE),
    ),
    ("reconsideration", "withdrawal"): Deed(
        title="撤回复议申请",
        says="撤回以后，一般不能再用同样的事实和理由申请复议。受理以后撤回的，要复议机关准许。"
        "几个人一起申请的，这里撤回的只是您这一份。还在犹豫的，先打电话问清楚。",
        button="我要撤回复议申请",
        done="您撤回复议申请的要求已经收到",
        body=truths("settled"),
        asks=(
            Ask(
                "settled",
                "是因为和对方机关说好了（和解）才撤回的吗？",
                "choice",
                options=YES_NO,
            ),
        ),
        whole=False,
        about=own_part(Power.WITHDRAW),
    ),
    ("reconsideration", "stay-request"): Deed(
        title="请求先不要执行（停止执行）",
        says="复议期间，原来的决定一般照常执行。您觉得先执行了就没法挽回的，可以请求停止执行；"
        "复议机关认为合理的，才会停下来。罚款不用您请求：复议期间不加收（加处罚款不计算）。",
        button="交上请求",
        done="您停止执行的请求已经收到",
        body=texts("text"),
        asks=(Ask("text", "为什么要先停下来？", "textarea", required=True),),
        whole=False,
    ),
    ("reconsideration", "wrong-report"): REPORT_WRONG,
    ("reconsideration", "supplement-deferral"): DEFER_SUPPLEMENT,
    ("reconsideration", "attached-request"): Deed(
        title="请求看看依据的文件合不合法（附带审查）",
        says="决定是依据一份“红头文件”作出的，您觉得这份文件本身不合法，可以请复议机关一起看看。"
        "法律、法规和规章不能这样看。看文件的时候，复议先停下来，结果写在复议决定书里。"
        "申请复议的时候已经知道这份文件的，要和申请一起提出。",
        button="交上请求",
        done="您附带审查的请求已经收到",
        body=_asks_review,
        asks=(
            Ask("document", "是谁发的文件？", "select", required=True, options=MAKERS),
            Ask(
                "unknown_before",
                "申请复议的时候，您还不知道有这份文件吗？",
                "choice",
                options=(("true", "还不知道"), ("false", "已经知道")),
            ),
            Ask("text", "文件叫什么、哪几条不合法、为什么？", "textarea", required=True),
        ),
        sides=APPLICANT,
        whole=False,
        about=for_applicants(Power.ACT),
    ),
    ("reconsideration", "attached-withdrawal"): Deed(
        title="不用再看文件了（撤回附带审查）",
        says="您请求一起看的那份“红头文件”，不想再看了，可以撤回。撤回以后，复议接着往下办；"
        "因为看文件停下来的，会恢复。",
        button="我要撤回附带审查",
        done="您附带审查的请求已经撤回",
        body=lambda form, _: form.body("reason", MEANT),
        asks=(Ask("reason", "为什么撤回？", "textarea", required=True),),
        sides=APPLICANT,
        whole=False,
        about=of_own_request,
        which=which_document,
    ),
}
"""By office and the last word of the door."""
