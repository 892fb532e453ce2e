"""What supervision is asked and answers over HTTP."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.supervision import AlertLevel
from shared.law.day import in_city
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


class InterviewNoticeIn(BaseModel):
    """通知约谈的内容."""

    model_config = _STRICT

    interview_at: AwareDatetime = Field(title="约谈的时间", examples=["2026-12-03T09:00:00+08:00"])
    place: str = Field(
        title="约谈的地点", min_length=1, max_length=200, examples=["区政府三楼会议室"]
    )
    matter: str = Field(
        title="约谈的事项和参加的人员",
        min_length=1,
        max_length=_PAPER,
        examples=["没有按期履行行政复议决定的情况和原因，请分管负责人参加。"],
    )

    def notice(self) -> str:
        """约谈通知书: when, where and on what."""
        return "\n".join(
            (
                f"约谈时间：{in_city(self.interview_at):%Y年%-m月%-d日%H:%M}",
                f"约谈地点：{self.place}",
                f"约谈事项：{self.matter}",
            )
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


class CriticismIn(BaseModel):
    """通报批评的内容."""

    model_config = _STRICT

    on: date | None = Field(
        default=None, title="通报之日", description="缺省为今天", examples=["2026-12-03"]
    )
    text: str = Field(
        title="通报",
        min_length=1,
        max_length=_PAPER,
        examples=["你单位经责令仍未履行行政复议决定，予以通报批评。"],
    )


class NoteIn(BaseModel):
    """批注的内容."""

    model_config = _STRICT

    about: UUID = Field(title="所涉案卷", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    text: str = Field(
        title="批注", min_length=1, max_length=_PAPER, examples=["注意与同村另两件一并研究。"]
    )


class UrgingIn(NoteIn):
    """督办的内容."""

    organ: str = Field(title="承办机构", max_length=64, examples=["620702-zhujian"])
    text: str = Field(
        title="督办意见",
        min_length=1,
        max_length=_PAPER,
        examples=["请于本周内到场核实并反馈办理结果。"],
    )


class ExplanationRequestIn(NoteIn):
    """要求说明的内容."""

    organ: str = Field(title="承办机构", max_length=64, examples=["620702-zhujian"])
    within: str | None = Field(
        default=None,
        title="说明期限",
        description="期间代码，3wd 为三个工作日，5d 为五日；缺省依本市设定",
        pattern=r"^[1-9]\d?(wd|d)$",
        examples=["3wd"],
    )
    text: str = Field(
        title="需要说明的事项",
        min_length=1,
        max_length=_PAPER,
        examples=["请说明逾期未报到的原因和下一步安排。"],
    )


class ExplanationIn(BaseModel):
    """说明情况的内容."""

    model_config = _STRICT

    organ: str = Field(
        "",
        title="说明的机构",
        description="本岗位可以代表几个机构的写明是哪个；不填为其中待说明的",
        max_length=64,
        examples=["620702-zhujian"],
    )
    text: str = Field(
        title="情况说明",
        min_length=1,
        max_length=_PAPER,
        examples=["承办人当日参加防汛值守，已于次日到场，拟于周五前反馈。"],
    )


class OwedOut(BaseModel):
    """待说明的事项."""

    model_config = ConfigDict(from_attributes=True)

    case_id: UUID = Field(title="督办卷", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    dispute_id: UUID = Field(title="纠纷标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    about: UUID = Field(title="所涉案卷", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    number: str = Field(title="纠纷编号", examples=["620702-20261123-000017-3"])
    organ: str = Field(title="应当说明的机构", examples=["620702-zhujian"])
    asked_at: datetime = Field(title="要求之时", examples=["2026-11-23T09:00:00+08:00"])
    until: datetime = Field(title="届满之时", examples=["2026-11-27T00:00:00+08:00"])
    late: bool = Field(title="已经逾期", examples=[False])
    text_id: UUID = Field(
        title="需要说明的事项",
        description="文书编号",
        examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"],
    )


class OwedIn(BaseModel):
    """What of the list of what is owed is wanted, from which end, and where it goes on."""

    model_config = ConfigDict(extra="ignore")

    sort: Literal["", "due", "-due"] = Field(
        "", title="次序", description="due 先到期的在前，-due 后到期的在前；不写的同 due"
    )
    late: Literal["", "overdue", "in_time"] = Field(
        "", title="逾期", description="overdue 已逾期的，in_time 未逾期的；不写的不限"
    )
    cursor: str = Field("", title="下一页", max_length=200, description="上一页回答中的 next")
    limit: int = Field(50, ge=1, le=200, title="每页件数")


class OwedListOut(BaseModel):
    """本机构待说明的事项."""

    items: tuple[OwedOut, ...] = Field(title="待说明的事项")
    next: str | None = Field(title="下一页", examples=[None])


class PressOut(FileOut):
    """督办卷."""

    about: UUID = Field(title="所涉案卷", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    urges: int = Field(title="督办次数", examples=[1])
    requests: int = Field(title="要求说明次数", examples=[1])
    notes: int = Field(title="批注次数", examples=[0])
    tracks: dict[str, str] = Field(
        title="各机构", description="各承办机构所处状态", examples=[{"620702-zhujian": "urged"}]
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
