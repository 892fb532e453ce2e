"""Requests of an application 申请, written or oral (ARL chapter 2)."""

from collections.abc import Collection
from datetime import date
from typing import Final, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.commands.asking import Asked
from services.reconsideration.commands.basics import Brought
from services.reconsideration.domain.application import Application
from services.reconsideration.domain.oral import Oral
from services.reconsideration.schemas.fields import (
    PERSON,
    Attachments,
    Code,
    Dated,
    Text,
)
from services.reconsideration.schemas.people import CapacityIn
from services.reconsideration.schemas.person import ApplicantBasicsIn
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.oral import Checking
from shared.law.article import ARL
from shared.law.reconsidering.omission import Said, Slip, slips
from shared.law.written import Within


class OralIn(BaseModel):
    """口头申请的当场记录 (ARL 22)."""

    model_config = ConfigDict(extra="forbid")

    writing_hard: bool = Field(title="书面申请是否有困难", examples=[True])
    difficulty: Text = Field(title="书面申请的困难", examples=["申请人不识字"])
    checking: Checking = Field(title="核对笔录的方式", examples=["read_out"])
    signed: bool = Field(default=True, title="申请人是否签字、按指印", examples=[True])
    unsigned: Text | None = Field(
        None, title="没有签字的原因", description="没有签字的必填", examples=[None]
    )

    def said(self) -> Oral:
        """What the domain takes of it."""
        return Oral(**self.model_dump())


_SILENT_ONLY: Final = "没有处理的，只在申请许可、保护、待遇、信息公开而没有作出行为时填写"
_SLIPS: Final = {
    Slip.NOTHING_ASKED: _SILENT_ONLY,
    Slip.ACTED: _SILENT_ONLY,
    Slip.ANSWERED: "收到履职申请之日、履行期限、紧急情况，只在没有处理履职申请时填写",
}
"""What makes a form of application unreadable; urgency is refused by the article (ARR2026 24)."""

BESIDE: Final = (
    *("dispute_id", "text", "oral", "capacity", "basics"),
    *("stay", "hearing", "compensation", "claimants"),
)
"""What comes with an application and is put on file beside it."""


class CompensationClaimIn(Dated):
    """一并提出赔偿请求 (ARL 72)."""

    applicants: frozenset[UUID] = Field(
        frozenset(),
        title="提出赔偿请求的申请人",
        description="不填为尚未提出的全体申请人；各人的请求分别记载、分别答复",
        examples=[[]],
    )
    text: Text = Field(title="赔偿请求、损失和理由", examples=["请求赔偿被扣押货物的损失二千元"])


class ApplicationIn(BaseModel):
    """行政复议申请 (ARL 22)."""

    model_config = ConfigDict(extra="forbid")

    dispute_id: UUID = Field(title="纠纷", examples=[PERSON])
    authority: Code = Field(title="行政复议机关", examples=["620702-government"])
    applicants: tuple[UUID, ...] = Field(
        title="申请人", min_length=1, description="从本纠纷登记的当事人中选择", examples=[[PERSON]]
    )
    respondent: Code = Field(title="被申请人", examples=["620702-chengguan"])
    joint: tuple[Code, ...] = Field(
        (),
        title="其他共同被申请人",
        description="以共同的名义作出同一行政行为的其他机关、组织",
        max_length=20,
        examples=[[]],
    )
    act: ActKind = Field(title="行政行为类别", examples=["penalty"])
    manner: FilingManner = Field(FilingManner.IN_PERSON, title="申请方式", examples=["in_person"])
    received_on: date = Field(
        title="收到申请之日",
        description="申请到达行政复议机关之日",
        ge=ARL.since,
        examples=["2026-03-02"],
    )
    text: Text = Field(title="请求、事实和理由", examples=["请求撤销行政处罚决定"])
    act_number: str | None = Field(
        None, title="行政行为文号", max_length=100, examples=["甘综执罚字〔2026〕12号"]
    )
    act_done_on: date | None = Field(None, title="行政行为作出之日", examples=["2026-01-20"])
    learnt_on: date | None = Field(
        None,
        title="知道或者应当知道之日",
        description="不履行职责的，为履行期限届满之日",
        examples=["2026-01-22"],
    )
    told_remedies: bool = Field(
        default=True,
        title="是否告知权利、机关和期限",
        description="缺一项即为未告知",
        examples=[True],
    )
    remedies_learnt_on: date | None = Field(
        None, title="知道权利、机关和期限之日", description="未告知时填写", examples=[None]
    )
    real_estate: bool = Field(default=False, title="是否因不动产提出", examples=[False])
    omission: bool | None = Field(
        None,
        title="行政机关没有处理履职申请",
        description="申请许可、保护、社会保障待遇、信息公开，没有受理、答复或者履行的写是",
        examples=[None],
    )
    requested_on: date | None = Field(
        None,
        title="行政机关收到履职申请之日",
        description="没有处理的填写，申请期限由此计算",
        examples=[None],
    )
    duty_within: Within | None = Field(
        None,
        title="规定的履行期限",
        description="如二十个工作日；没有规定的不填，收到履职申请满六十日起算",
        examples=[None],
    )
    urgent: bool = Field(
        default=False,
        title="紧急情况下请求保护人身权、财产权",
        description="只在请求保护的没有得到处理时填写，不必等待履行期限届满",
        examples=[False],
    )
    posted_on: date | None = Field(
        None,
        title="交邮之日",
        description="邮寄的必填，看邮戳；在期满前交邮的不算逾期",
        examples=[None],
    )
    postmark_unclear: bool = Field(
        default=False,
        title="邮戳不清，看不出交邮之日",
        description="邮寄而没有填交邮之日的写是；以逾期为由不予受理以前须另行查明",
        examples=[False],
    )
    oral: OralIn | None = Field(
        None, title="口头申请笔录的情况", description="口头申请的必填", examples=[None]
    )
    capacity: CapacityIn | None = Field(
        None,
        title="申请人的身份",
        description="法人、其他组织、合伙、集体经济组织、业主等申请的填写",
        examples=[None],
    )
    basics: tuple[ApplicantBasicsIn, ...] = Field(
        (),
        title="申请人的住所、送达地址、负责人",
        description="申请书写明的填写；登记时已经写明的不用再填",
        max_length=200,
        examples=[[]],
    )
    stay: Text | None = Field(
        None,
        title="一并申请停止执行的理由",
        description="不申请的不填；受理以后五个工作日内答复",
        examples=[None],
    )
    hearing: Text | None = Field(
        None, title="一并申请听证的理由", description="不申请的不填", examples=[None]
    )
    compensation: Text | None = Field(
        None,
        title="一并提出的赔偿请求和理由",
        description="不请求的不填；与行政行为一并决定",
        examples=[None],
    )
    claimants: frozenset[UUID] = Field(
        frozenset(),
        title="赔偿请求是哪些申请人的",
        description="不填为全体申请人；其他申请人自己的请求，申请以后另行提出",
        max_length=200,
        examples=[[]],
    )
    attachments: Attachments = Field(
        (),
        title="附件",
        description="照片、扫描件，先上传到登记的案卷",
        max_length=20,
        examples=[[]],
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        said = (self.act_done_on, self.learnt_on, self.posted_on, self.requested_on)
        if any(day > self.received_on for day in said if day):
            raise ValueError("作出、知道、交邮、履职申请之日均不得晚于收到申请之日")
        if self.posted_on and self.manner is not FilingManner.POST:
            raise ValueError("交邮之日只在邮寄申请时填写")
        if (self.manner is FilingManner.POST and not self.posted_on) != self.postmark_unclear:
            raise ValueError("邮寄的，填写交邮之日或者写明邮戳不清，二者填一项；其他方式都不填")
        told = (said for slip, said in _SLIPS.items() if slip in self._slips)
        if wrong := next(told, None):
            raise ValueError(wrong)
        if len(set(self.applicants)) < len(self.applicants):
            raise ValueError("同一申请人不得重复列出")
        named = [one.person_id for one in self.basics]
        if len(set(named)) < len(named) or not set(self.applicants).issuperset(named):
            raise ValueError("住所、送达地址、负责人按申请人填写，每名申请人填一次")
        return self

    @model_validator(mode="after")
    def _whose_claim(self) -> Self:
        if self.claimants and not self.compensation:
            raise ValueError("没有写明赔偿请求和理由的，不填是哪些申请人的")
        if not self.claimants <= set(self.applicants):
            raise ValueError("赔偿请求由申请人提出")
        return self

    @property
    def asked(self) -> Asked:
        """What it asks for beside (ARL 42, 50, 72)."""
        return Asked(
            stay=self.stay,
            hearing=self.hearing,
            compensation=self.compensation,
            claimants=self.claimants,
        )

    @property
    def _slips(self) -> Collection[Slip]:
        names = ("act", "learnt_on", "omission", "requested_on", "duty_within", "urgent")
        told = {name: getattr(self, name) for name in names}
        return slips(Said(**told, done_on=self.act_done_on)).values()

    @property
    def told(self) -> dict[UUID, Brought]:
        """What it says of each applicant, to be kept with the parties, and what came with it."""
        return {one.person_id: Brought(one.basics(), one.formal()) for one in self.basics}

    def said(self) -> Application:
        """What the domain takes of it."""
        return Application(**self.model_dump(exclude=set(BESIDE)))
