"""What a window asks and is told of who and what is there already."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from services.intake.commands import First
from services.intake.commands.entry import Hasher, comers_of
from services.intake.domain.applicants import Comer
from services.intake.domain.registration import Particulars
from services.intake.queries import Tab
from services.intake.schemas.form import Code, applicants_of
from services.intake.schemas.party import PartyIn
from shared.contracts.intake import Channel, PersonKind, Risk, Side
from shared.directory import Directory
from shared.people import citizen_number, credit_code, other_number, telephone

_CASE = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"
_NUMBER = "620702-20261123-0000001-5"


def _one_of_them(value: object) -> str:
    """The number of whichever paper, or a telephone, in the spelling by which it is found."""
    for read in (citizen_number, credit_code, telephone, other_number):
        try:
            return read(str(value))
        except ValueError:
            continue
    raise ValueError("应为公民身份号码、统一社会信用代码、护照等其他证件的号码或者电话，请核对")


class PersonAskedIn(BaseModel):
    """按号码查找当事人."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    number: Annotated[str, BeforeValidator(_one_of_them)] = Field(
        title="号码",
        description="公民身份号码、统一社会信用代码、护照等其他证件的号码，或者电话",
        max_length=40,
        examples=["13800000000"],
    )
    purpose: str = Field(
        title="查阅目的",
        description="与查阅人、时间一并记录在案",
        min_length=2,
        max_length=200,
        examples=["登记时核对当事人"],
    )


class BroughtOut(BaseModel):
    """当事人的一件纠纷."""

    number: str = Field(title="纠纷编号", examples=[_NUMBER])
    matter: str = Field(title="纠纷类型", examples=["wuye"])
    side: Side = Field(title="地位", examples=["applicant"])
    state: str = Field(title="登记状态", examples=["registered"])


class PersonOut(BaseModel):
    """一名当事人，和他在可以查看的纠纷中的地位."""

    kind: PersonKind = Field(title="类别", examples=["natural"])
    name: str = Field(title="姓名或者名称", examples=["张某"])
    id_number: str | None = Field(title="证件号码", examples=["11010519491231002X"])
    phone: str | None = Field(title="联系电话", examples=["13800000000"])
    address: str | None = Field(title="地址", examples=["张掖市甘州区东街街道"])
    service_address: str | None = Field(None, title="送达地址", examples=[None])
    head_name: str | None = Field(None, title="法定代表人或者主要负责人", examples=[None])
    head_post: str | None = Field(None, title="其职务", examples=[None])
    disputes: list[BroughtOut] = Field(title="纠纷")


class SimilarIn(BaseModel):
    """登记表已经填写的部分；不保存."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)

    matter: Code | None = Field(None, title="纠纷类型", examples=["wuye"])
    place: str = Field("", title="发生地", max_length=200, examples=["620702"])
    subject: str = Field("", title="主题", max_length=200, examples=["小区电梯停运两周"])
    content: str = Field("", title="事实经过", max_length=20_000, examples=["电梯一直未修。"])
    respondent: Code | None = Field(None, title="被投诉的机关", examples=["620702-chengguan"])
    parties: list[PartyIn] = Field(
        default_factory=list, title="当事人", max_length=200, examples=[[]]
    )

    def comers(self, directory: Directory, hasher: Hasher) -> tuple[Comer, ...]:
        """By whom it would be known as a repeat, as far as the form says it (RULES 2)."""
        place = directory.find_place(self.place) if self.place else None
        if place is None or self.matter not in directory.matters:
            return ()
        known = Particulars(
            window="",
            county=directory.county_of(place.code).code,
            place=place.code,
            channel=Channel.WINDOW,
            matter=self.matter,
            respondent=self.respondent,
        )
        parties = [party.party() for party in self.parties]
        return comers_of(applicants_of(parties, known, self.subject), hasher)


class AlikeOut(BaseModel):
    """一件相似的纠纷."""

    model_config = ConfigDict(from_attributes=True)

    number: str = Field(title="纠纷编号", examples=[_NUMBER])
    matter: str = Field(title="纠纷类型", examples=["wuye"])
    place: str = Field(title="发生地", examples=["620702001"])
    registered_on: date = Field(title="登记日", examples=["2026-11-23"])
    state: str = Field(title="登记状态", examples=["registered"])
    likeness: float = Field(title="相似程度", description="零至一", examples=[0.62])
    words: tuple[str, ...] = Field(title="共同的词语", examples=[["电梯停运"]])


class FirstOut(BaseModel):
    """在先的纠纷；现在登记的将计为它的重复件."""

    model_config = ConfigDict(from_attributes=True)

    number: str = Field(title="纠纷编号", examples=[_NUMBER])
    registered_on: date = Field(title="登记日", examples=["2026-11-23"])
    newcomers: tuple[int, ...] = Field(
        (),
        title="新的申请人",
        description="所填申请一方中不是该件申请人的，按次序从零起；有的，登记时选择增列或者另行登记",
        examples=[[1]],
    )

    @classmethod
    def of(cls, first: First) -> Self:
        """The answer for what was found."""
        held = first.held
        return cls(number=held.number, registered_on=held.registered_on, newcomers=first.new)


class SimilarOut(BaseModel):
    """重复和相似的纠纷."""

    repeat_of: FirstOut | None = Field(title="重复件的首件")
    alike: list[AlikeOut] = Field(title="相似的纠纷，最相似的在前")


class QueuedOut(BaseModel):
    """窗口办件中的一件."""

    model_config = ConfigDict(from_attributes=True)

    dispute_id: UUID = Field(title="纠纷标识", examples=[_CASE])
    number: str = Field(title="纠纷编号", examples=[_NUMBER])
    state: str = Field(title="登记状态", examples=["registered"])
    registered_on: date = Field(title="登记日", examples=["2026-11-23"])
    matter: str = Field(title="纠纷类型", examples=["wuye"])
    place: str = Field(title="发生地", examples=["620702001"])
    county: str = Field(title="县区", examples=["620702"])
    window: str = Field(title="首问负责的窗口", examples=["620702-window-1"])
    risk: Risk = Field(title="风险等级", examples=["blue"])
    urgency: str = Field(title="紧急程度", examples=["ordinary"])
    repeats: int = Field(title="重复次数", examples=[0])
    road: str | None = Field(title="途径", description="空为尚未分流", examples=[None])
    whistle_id: UUID | None = Field(title="待回访或者被退回的哨", examples=[None])
    due: str = Field(title="最先届满的期限", examples=["报到"])
    due_by: str = Field(title="期限所属的部门", examples=["620702-zhujian"])
    until: AwareDatetime | None = Field(title="届满时刻", examples=["2026-12-01T00:00:00+08:00"])


class CountOut(BaseModel):
    """一类的件数."""

    model_config = ConfigDict(from_attributes=True)

    tab: Tab = Field(title="分类", examples=["today"])
    count: int = Field(title="件数", examples=[12])
    more: bool = Field(title="件数已封顶", examples=[False])


class QueueOut(BaseModel):
    """窗口办件的一页."""

    model_config = ConfigDict(from_attributes=True)

    items: list[QueuedOut] = Field(title="本页")
    counts: list[CountOut] = Field(title="各类件数")
    on: date = Field(title="今天", examples=["2026-11-23"])
    more: bool = Field(title="还有下一页", examples=[False])
    cut: bool = Field(title="已到最末一页而后面还有", examples=[False])

    @classmethod
    def of(cls, found: object) -> Self:
        """The answer for what was found."""
        return cls.model_validate(found)
