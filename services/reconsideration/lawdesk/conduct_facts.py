"""What decides how a case is conducted 办案事项的事实 (ARL 15 to 60, 76, 80 to 87)."""

from datetime import date
from typing import Final, Self

from pydantic import field_validator, model_validator

from services.reconsideration.domain.conduct.applying import Entry, Form
from services.reconsideration.domain.conduct.hearing import Means
from services.reconsideration.domain.conduct.letters import Finding, Oversight
from services.reconsideration.domain.conduct.parties import Representing, Side
from services.reconsideration.domain.conduct.pending import Cost, Ground, Measure
from services.reconsideration.lawdesk.conduct_topics import ASKS, TERMS, Topic
from shared.contracts.reconsideration.access import Excepted
from shared.contracts.reconsideration.assigning import Tie, Track
from shared.contracts.reconsideration.attached import Document, Flaw
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.higher import Elevation, Initiative
from shared.contracts.reconsideration.inquiring import Appraiser
from shared.contracts.reconsideration.letters import Deed, Level
from shared.contracts.reconsideration.people import Joinder
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.lawdesk import Facts, told

_LISTED: Final = "、".join(f"{term} {topic.value}" for topic, term in TERMS.items())


class ConductFacts(Facts):
    """The topic, and the facts that it turns on; `hub law conduct --topic …` tells which."""

    topic: Topic = told(f"事项，代号或者名称：{_LISTED}", "决定适用哪些条文、需要哪些事实")
    on: date | None = told("采取步骤之日", "2026年7月1日前后的条例不同", None)
    track: Track | None = told("适用的程序", "人数、方式和期限不同", None)
    side: Side | None = told("由谁采取这一步骤", "权限不同", None)

    form: Form | None = told("申请的方式", "手续不同", None)
    organisation: bool | None = told("申请人是否法人或者其他组织", "载明的事项不同", None)
    by_agent: bool | None = told("是否由代理人代为申请", "还应当提交代理材料", None)
    given: tuple[Entry, ...] | None = told("申请书已经载明或者提交的各项", "指出还缺少什么", None)
    writing_hard: bool | None = told("书面申请是否有困难", "有困难的可以口头申请", None)
    served_online: bool | None = told(
        "决定书是否通过互联网渠道送达", "应当同时提供网上提交申请的渠道", None
    )
    same_day: bool | None = told("各机关是否同时收到申请", "同时收到的协商或者指定", None)
    received_on: date | None = told("收到申请、意见书之日", "期限由此起算", None)
    failed_on: date | None = told("协商不成之日", "指定的期限由此起算", None)
    ground: Ground | None = told("行政行为对权利义务的影响", "决定应当告知什么", None)
    autonomous: bool | None = told("是否民族自治地方的案件", "同时依照自治条例和单行条例", None)

    joinder: Joinder | None = told("合并审理的情形", "决定可否合并", None)
    same_authority: bool | None = told(
        "各案是否向同一行政复议机关申请", "不是的，不能合并审理", None
    )
    reviewers: int | None = told("指定的行政复议人员人数", "判断人数是否合法", None, ge=0)
    newcomer: bool | None = told("是否有人初次从事行政复议工作", "须有资格并经职前培训", None)
    qualified: bool | None = told("是否取得法律职业资格", "初次从事的应当取得", None)
    trained: bool | None = told("是否参加统一职前培训", "初次从事的应当参加", None)
    tie: Tie | None = told("办案人员与案件的关系", "按拟定的规则判断是否更换", None)

    interested: bool | None = told(
        "同行政行为或者处理结果是否有利害关系", "有的，可以作为第三人", None
    )
    absent: bool | None = told("申请人（听证）或者第三人是否不参加", "效果不同", None)
    third_parties: int | None = told("第三人人数", "超过十人的可以推选代表人", None, ge=1)
    applicants: int | None = told("申请人人数", "人数众多的推选代表人", None, ge=1)
    elected: int | None = told("推选的代表人人数", "判断人数是否合法", None, ge=0)
    signed_by_all: bool | None = told(
        "推选书是否由全体申请人签名、盖章或者按指印", "不是的，推选不合规定", None
    )
    representing: Representing | None = told("代表人的行为", "有的须经同意", None)
    consent: bool | None = told("被代表的申请人是否同意", "不同意的不发生效力", None)
    agents: int | None = told("申请人或者第三人的代理人人数", "最多二名", None, ge=0)
    staff: int | None = told("被申请人指定的工作人员人数", "一至二名", None, ge=0)
    lawyers: int | None = told("被申请人委托的律师人数", "不得仅委托律师", None, ge=0)
    paper: bool | None = told("授权委托书是否载明事项、权限和期限", "应当载明", None)
    identity: bool | None = told("是否提交委托人、被委托人的身份证明", "应当提交", None)
    oral: bool | None = told("是否口头委托", "2026年7月1日起应当书面委托", None)
    eligible: bool | None = told("是否符合法律援助条件", "符合的应当提供", None)

    proving: Proving | None = told("待证事项", "决定由谁举证", None)
    kind: EvidenceKind | None = told("证据的种类", "写明属于哪一项", None)
    ex_officio: bool | None = told(
        "被申请人是否应当依职权履行，或者附带审查是否由机关依职权提起", "举证和适用的条文不同", None
    )
    excused: bool | None = told("有无正当理由", "有的不承担不利后果", None)
    prevented: bool | None = told(
        "是否因对方（举证）或者当事人自己（听取意见）的原因而不能", "举证责任、审理方式不同", None
    )
    copied_on: date | None = told("被申请人收到申请书副本之日", "答复期限由此起算", None)
    submitted_on: date | None = told("被申请人提交答复、证据之日", "判断是否逾期", None)
    posted_on: date | None = told(
        "被申请人邮寄答复、证据的，交邮之日", "期满前交邮的，以后收到的也不算逾期", None
    )
    new_reasons: bool | None = told(
        "申请人、第三人是否提出作出行为时没有提出的理由或者证据", "是的，被申请人可以补充", None
    )
    agreed: bool | None = told("行政复议机构是否同意补充证据", "同意的才可以补充", None)
    third_party_evidence: bool | None = told(
        "涉及第三人合法权益，第三人是否提供证据", "提供的，不视为没有证据", None
    )
    own_act: bool | None = told("是否申请原级行政复议", "由原承办部门答复", None)
    asked_lawfully: bool | None = told(
        "被申请人能否证明在行政程序中依法要求提供", "能证明的，不予采纳", None
    )
    persons: int | None = told("调查取证的人数", "不得少于两人", None, ge=0)
    shown: bool | None = told("是否出示行政复议工作证件", "应当出示", None)
    appraiser: Appraiser | None = told("鉴定机构的确定方式", "新旧条例不同", None)
    excepted: Excepted | None = told("是否属于不予查阅的情形", "属于的材料除外", None)

    means: Means | None = told("听取意见的方式", "判断是否合法", None)
    recorded: bool | None = told("听取的意见是否记录在案", "应当记录", None)
    grave: bool | None = told("案件是否重大、疑难、复杂", "应当组织听证", None)
    asked: bool | None = told("申请人是否请求听证", "可以组织听证", None)
    needed: bool | None = told("行政复议机构是否认为有必要听证", "可以组织听证", None)
    hearing_on: date | None = told("举行听证之日", "推算最迟通知之日", None)
    notified_on: date | None = told("当事人收到听证通知之日", "推算最早举行之日", None)
    hosts: int | None = told("听证主持人人数", "应当一名", None, ge=0)
    officers: int | None = told("听证员人数", "应当两名以上", None, ge=0)
    recorders: int | None = told("记录员人数", "应当一名", None, ge=0)
    head_attends: bool | None = told("被申请人的负责人是否参加听证", "应当参加", None)
    explained: bool | None = told("负责人不能参加的，是否说明理由", "应当说明", None)
    staff_sent: bool | None = told("负责人不能参加的，是否委托工作人员参加", "应当委托", None)
    adopted: bool | None = told("是否采纳咨询意见", "不采纳的应当说明理由", None)
    reasoned: bool | None = told("不采纳的是否说明理由", "应当说明理由", None)

    elevation: Elevation | None = told("提级审理的情形", "须具备一种", None)
    initiative: Initiative | None = told("提级由谁提出", "决定或者报请", None)
    instructed_on: date | None = told("下级机关收到移送通知之日", "移送材料的期限由此起算", None)
    file_received_on: date | None = told("上级机关收到案件材料之日", "审理期限重新计算", None)
    wrong: Wrong | None = told("下级机关的处理", "责令纠正或者恢复审理", None)
    justified: bool | None = told("该处理有无正当理由", "没有的，上级应当责令纠正", None)

    document: Document | None = told("要求附带审查的文件的种类", "规章以上不能附带审查", None)
    later: bool | None = told("附带审查是否在申请之后才提出", "须是申请时尚不知道", None)
    decided: bool | None = told("行政复议决定是否已经作出", "作出后不能再提", None)
    competent: bool | None = told("本机关是否有权处理该文件或者依据", "处理或者转送", None)
    suspended_on: date | None = told("中止之日", "附带审查的期限由此起算", None)
    issuer_notified_on: date | None = told("制定机关收到书面通知之日", "十日答复", None)
    forwarded_to_on: date | None = told("有权机关收到转送之日", "六十日回复", None)
    flaw: Flaw | None = told("对相关条款的认定", "合法的告知，违法的停止执行", None)

    measure: Measure | None = told("正在执行的事项", "能否暂缓不同", None)
    event: bool | None = told("有无升学考试、子女出生、近亲属病危死亡等情形", "可以申请暂缓", None)
    harmless: bool | None = told("公安机关是否认为不致发生社会危险", "是的才可以暂缓", None)
    secured: bool | None = told("有无担保人或者保证金", "有的才暂缓", None)
    cost: Cost | None = told("费用的种类", "鉴定费用由当事人承担", None)
    finding: Finding | None = told("意见书所针对的情形", "决定可否制发", None)
    level: Level | None = told("问题出在哪一类规定的实施中", "新旧条例不同", None)
    general: bool | None = told("问题是否带有普遍性", "带有的可以制作建议书", None)
    oversight: Oversight | None = told("指导和监督的哪一项", "要求不同", None)

    deed: Deed | None = told("违法的行为", "决定谁承担责任、依哪一条", None)
    aggravated: bool | None = told("是否有从重的情形", "处分更重", None)
    criminal: bool | None = told("是否构成犯罪", "依法追究刑事责任", None)
    official: bool | None = told("行为人是否公职人员", "移送的机关不同", None)
    duty_crime: bool | None = told("是否有职务违法、职务犯罪的问题线索", "应当移送监察机关", None)

    @field_validator("topic", mode="before")
    @classmethod
    def _by_name(cls, written: object) -> object:
        """The topic by its Chinese name, or as it was written."""
        return next((topic for topic, term in TERMS.items() if term == written), written)

    @model_validator(mode="after")
    def _of_topic(self) -> Self:
        """A fact that the topic does not turn on is told, not passed over."""
        known = {"topic", "on", *ASKS[self.topic]}
        idle = [
            name
            for name in type(self).model_fields
            if name not in known and getattr(self, name) is not None
        ]
        if idle:
            asked = "、".join(ASKS[self.topic]) or "没有"
            raise ValueError(f"{TERMS[self.topic]}不问{'、'.join(idle)}；它问的是：{asked}")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """What follows comes later."""
        for first, then in (
            ("copied_on", "submitted_on"),
            ("copied_on", "posted_on"),
            ("posted_on", "submitted_on"),
            ("notified_on", "hearing_on"),
            ("received_on", "failed_on"),
            ("suspended_on", "issuer_notified_on"),
            ("suspended_on", "forwarded_to_on"),
            ("instructed_on", "file_received_on"),
        ):
            begun, later = getattr(self, first), getattr(self, then)
            if begun and later and later < begun:
                raise ValueError(f"{then}不得早于{first}")
        return self
