"""Requests while an application is reviewed 审查: supplemented, severed, accepted (ARL 30, 31)."""

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from services.reconsideration.schemas.fields import (
    PERSON,
    Attachments,
    Code,
    Dated,
    Reasoned,
    Text,
)
from services.reconsideration.schemas.found import TimeFindingIn
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.by_law import PeriodByLaw


class SupplementNoticeIn(Dated):
    """补正通知 (ARL 31)."""

    text: Text = Field(
        title="需要补正的事项", description="一次性载明", examples=["请提交行政处罚决定书复印件"]
    )


class SupplementExtensionIn(Reasoned):
    """延长补正期限 (ARL 31)."""

    until: date = Field(title="延长至", examples=["2026-04-10"])


class SupplementIn(Dated):
    """补正 (ARL 31)."""

    text: Text = Field(title="补正材料", examples=["行政处罚决定书复印件一份"])
    attachments: Attachments = ()


class PeriodByLawIn(PeriodByLaw):
    """法律规定的少于六十日的行政复议期限 (ARL 62)."""

    model_config = ConfigDict(extra="forbid")

    law: str = Field(
        title="法律的名称",
        description="写全称，带书名号，如《某某法》",
        max_length=60,
        pattern="^《[^《》]+》$",
        examples=["《某某法》"],
    )
    provision: str = Field(
        title="条文",
        description="从“第几条”写起，如第三十二条第一款",
        max_length=30,
        pattern="^第.+条",
        examples=["第三十二条第一款"],
    )
    decide_days: int = Field(title="行政复议期限（日）", ge=1, le=365, examples=[30])


class SeveranceIn(Reasoned):
    """分案办理 (ARL 30; RULES 136)."""

    applicants: tuple[UUID, ...] = Field(
        title="分案办理的申请人",
        description="如就同一行政行为重复申请的人；其他申请人的申请在本案接着审查",
        min_length=1,
        examples=[[PERSON]],
    )


class AcceptanceIn(Dated):
    """受理 (ARL 30)."""

    finding: TimeFindingIn | None = Field(
        None, title="查明的申请期限事实", examples=[{"learnt_on": "2026-01-25"}]
    )
    departure: Text | None = Field(
        None,
        title="不采纳审查认定的理由",
        description="审查认定不符合受理条件，仍要受理的必填",
        examples=[None],
    )
    by_law: PeriodByLawIn | None = Field(
        None,
        title="法律规定的行政复议期限",
        description="法律规定少于六十日的填写，作出决定的期限依其规定",
        examples=[None],
    )


class DeclinationIn(Reasoned):
    """不予受理 (ARL 30)."""

    missing: Condition = Field(title="不符合的受理条件", examples=["jurisdiction"])
    competent: Code | None = Field(
        None,
        title="有管辖权的行政复议机关",
        description="不属于本机关管辖的必填",
        examples=["620700-government"],
    )
    finding: TimeFindingIn | None = Field(None, title="查明的申请期限事实", examples=[None])
    departure: Text | None = Field(
        None,
        title="不采纳审查认定的理由",
        description="审查认定符合该项条件，仍不予受理的必填",
        examples=[None],
    )
    compulsory: bool | None = Field(
        None,
        title="是否复议前置",
        description="法律、行政法规规定应当先申请行政复议的写是，起诉期限依行政复议法第34条",
        examples=[False],
    )


class NoFurtherHandlingIn(Dated):
    """不再处理 (ARR2026 37)."""

    text: Text = Field(
        title="不再处理告知书正文",
        description="写明此前的决定，没有新的事实和理由",
        examples=["该事项已于2026年3月2日作出行政复议决定，没有新的事实和理由"],
    )
