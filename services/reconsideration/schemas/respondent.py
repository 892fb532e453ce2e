"""Requests of a respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29)."""

from datetime import date

from pydantic import Field

from services.reconsideration.schemas.fields import Code, Dated, Text
from shared.contracts.reconsideration.respondent import Capacity, PowersLost


class ChangeNoticeIn(Dated):
    """告知变更被申请人 (ARR2026 29)."""

    text: Text = Field(
        title="告知书", examples=["所列被申请人有误，请变更为作出处罚决定的行政机关"]
    )
    organ: Code | None = Field(
        None,
        title="作出行政行为的机关、组织",
        description="不填为所列被申请人",
        examples=["620702-shijian"],
    )
    capacity: Capacity = Field(Capacity.OWN, title="以什么身份作出", examples=["own"])
    others: tuple[Code, ...] = Field(
        (), title="共同作出的其他机关、组织", max_length=20, examples=[[]]
    )
    behind: Code | None = Field(
        None,
        title="委托、设立、批准或者继续行使职权的机关",
        description="由它作被申请人的必填",
        examples=[None],
    )


class SuccessionIn(Dated):
    """继续行使职权的机关作被申请人 (ARL 19)."""

    respondent: Code = Field(title="继续行使职权的机关", examples=["620702-shijian"])
    powers_lost: PowersLost = Field(title="职权转移的原因", examples=["powers_moved"])
    succeeded_on: date = Field(title="继续行使职权之日", examples=["2026-03-09"])
    text: Text = Field(
        title="被申请人承受告知书",
        examples=["按照机构改革方案，原机关的职权由新的机关继续行使"],
    )
    before: Code | None = Field(
        None,
        title="被撤销或者职权变更的被申请人",
        description="不填为列在首位的被申请人",
        examples=[None],
    )


class RespondentIn(Dated):
    """变更被申请人 (ARR2026 29)."""

    respondent: Code = Field(title="变更后的被申请人", examples=["620702-shijian"])
    joint: tuple[Code, ...] = Field(
        (),
        title="变更后的其他共同被申请人",
        description="追加、更换的，写明变更后的全部",
        max_length=20,
        examples=[[]],
    )
    text: Text = Field(title="变更申请", examples=["同意变更被申请人"])
