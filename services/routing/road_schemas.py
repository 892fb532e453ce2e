"""What is asked when a road is corrected, or was taken outside the hub."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.routing.domain.correcting import Found
from shared.contracts.intake import ActKind, Willingness
from shared.contracts.routing import Road
from shared.frame.choosing import A_MATTER
from shared.frame.meanings import worded
from shared.law.written import Within


class CorrectionIn(BaseModel):
    """更正途径的内容."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    road: Road = Field(title="更正后的途径", examples=["reconsideration"])
    article: str = Field(
        title="依据",
        description="如“行政复议法第十一条第一项”，可以在法律服务台查找",
        max_length=80,
        examples=["行政复议法第十一条第一项"],
    )
    reason: str = Field(
        title="理由",
        min_length=1,
        max_length=20_000,
        examples=["来件所称罚款系城管部门作出的行政处罚，不是与物业的民事纠纷。"],
    )
    matter: Annotated[str, A_MATTER] | None = Field(
        None, title="纠纷类型", description="登记有误的，选正确的类型", examples=["chufa"]
    )
    respondent: str | None = Field(
        None, title="作出行政行为的机关", max_length=64, examples=["620702-chengguan"]
    )
    act: ActKind | None = Field(None, title="行政行为类别", examples=["penalty"])
    happened_on: date | None = Field(None, title="行为发生日", examples=["2026-10-10"])
    learnt_on: date | None = Field(None, title="知道或者应当知道之日", examples=["2026-10-12"])
    told_remedies: bool | None = Field(None, title="是否告知权利、机关和期限", examples=[True])
    omission: bool | None = Field(
        None,
        title="行政机关没有处理履职申请",
        description="申请许可、保护、社会保障待遇、信息公开，没有受理、答复或者履行的写是；"
        "查明已经处理的写否",
        examples=[None],
    )
    requested_on: date | None = Field(
        None, title="行政机关收到履职申请之日", description="没有处理的填写", examples=[None]
    )
    duty_within: Within | None = Field(
        None,
        title="规定的履行期限",
        description="如二十个工作日；没有规定的不填",
        examples=[None],
    )
    urgent: bool | None = Field(
        None,
        title="紧急情况下请求保护人身权、财产权",
        description="只在请求保护的没有得到处理时填写",
        examples=[None],
    )
    willingness: Willingness | None = Field(
        None, title="调解意愿", description="各方意愿有变化的填写", examples=["both"]
    )

    def found(self) -> Found:
        """What was found to be otherwise than registered."""
        return Found(
            matter=self.matter,
            respondent=self.respondent,
            act=self.act,
            happened_on=self.happened_on,
            learnt_on=self.learnt_on,
            told_remedies=self.told_remedies,
            omission=self.omission,
            requested_on=self.requested_on,
            duty_within=self.duty_within,
            urgent=self.urgent,
            willingness=self.willingness,
        )


class TakenIn(BaseModel):
    """当事人在枢纽之外申请或者起诉."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    road: Road = Field(
        title="途径", json_schema_extra=worded(Road), examples=["labour_arbitration"]
    )
    organ: str = Field("", title="受理机构", max_length=64, examples=["620702-laodong-zhongcai"])
    on: date | None = Field(
        None, title="申请之日", description="不填为当天", examples=["2026-11-23"]
    )
    applicants: frozenset[UUID] = Field(
        frozenset(),
        title="起诉的当事人",
        description="起诉的填写；提出纠纷的有数人的必填，其他人的期限照算；复议案件的第三人起诉的，填写该第三人",
        examples=[[]],
    )
