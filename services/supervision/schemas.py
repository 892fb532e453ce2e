"""What supervision is asked and answers over HTTP."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.supervision import AlertLevel
from shared.web import FileOut

_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
_PAPER = 20_000


class PerformanceIn(BaseModel):
    """履行的内容."""

    model_config = _STRICT

    performed_on: date = Field(title="履行之日", examples=["2026-12-01"])
    evidence: str = Field(
        title="履行证明",
        description="据以认定已经履行的材料",
        min_length=1,
        max_length=_PAPER,
        examples=["被申请人已于12月1日重新作出行政行为，附文书和送达回证。"],
    )


class OrderIn(BaseModel):
    """责令限期履行的内容."""

    model_config = _STRICT

    perform_by: date = Field(title="责令履行的期限", examples=["2026-12-31"])
    text: str = Field(
        title="责令履行通知书",
        min_length=1,
        max_length=_PAPER,
        examples=["责令你单位于2026年12月31日前履行行政复议决定。"],
    )


class InterviewIn(BaseModel):
    """约谈的内容."""

    model_config = _STRICT

    on: date | None = Field(
        default=None, title="约谈之日", description="缺省为今天", examples=["2026-12-03"]
    )
    minutes: str = Field(
        title="约谈记录",
        min_length=1,
        max_length=_PAPER,
        examples=["约谈被申请人分管负责人，其承诺一周内履行。"],
    )


class WatchOut(FileOut):
    """履行监督案."""

    watched: UUID = Field(title="所监督的案卷", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    obliged: str | None = Field(title="应当履行的被申请人", examples=["620702-zhujian"])
    perform_by: date | None = Field(title="履行期限", examples=["2026-12-31"])
    performed_on: date | None = Field(title="履行之日", examples=["2026-12-01"])
    interviews: int = Field(title="约谈次数", examples=[0])


class AlertOut(FileOut):
    """预警卷."""

    level: AlertLevel = Field(
        title="层级",
        description="head 部门负责人，leader 分管领导，inspection 督查",
        examples=["head"],
    )
    silences: int = Field(title="预警次数", examples=[1])
