"""Requests of a hearing 听证 (ARL 50, 51)."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.domain.attending import Attendance
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.schemas.fields import PERSON, Code, Dated, Officer, OfSeveral, Text
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import (
    HearingGround,
    JointAttended,
    PersonAttended,
)
from shared.frame.forms import ROWS_MORE, Rows
from shared.law.day import in_city

Line = Annotated[str, Field(min_length=1, max_length=200)]
Officers = Annotated[tuple[Officer, ...], Field(max_length=20)]


class HearingRequestIn(Dated):
    """申请听证 (ARL 50)."""

    text: Text = Field(title="听证的请求和理由", examples=["请求当面对质现场照片"])


class HearingNoticeIn(Dated):
    """决定组织听证，通知当事人 (ARL 50, 51)."""

    ground: HearingGround = Field(title="组织听证的情形", examples=["grave"])
    hearing_at: AwareDatetime = Field(
        title="听证的时间",
        description="通知应当在举行的五个工作日前送到各方",
        examples=["2026-03-25T09:00:00+08:00"],
    )
    place: Line = Field(title="听证的地点", examples=["区政府三楼听证室"])
    matter: Text = Field(title="拟听证事项", examples=["认定占道经营的证据是否充分"])
    online: str | None = Field(
        None,
        title="线上参加的网址",
        description="与外面的网络会议室一起举行的填写；只记载网址",
        pattern=r"^https://[^\s]+$",
        max_length=300,
        examples=["https://meeting.example/r/88"],
    )
    host: Officer = Field(title="主持人", description="行政复议人员", examples=["fuyi-07"])
    officers: Officers = Field(
        title="听证员", description="行政复议人员，二名以上", examples=[["fuyi-08", "fuyi-09"]]
    )
    recorder: Officer = Field(title="记录员", examples=["fuyi-10"])

    def panel(self) -> Panel:
        """Who is to sit."""
        return Panel(host=self.host, officers=self.officers, recorder=self.recorder)

    def notice(self) -> str:
        """听证通知书: what the law wants told in writing, and how to come online (ARL 51)."""
        lines = [
            f"听证时间：{in_city(self.hearing_at):%Y年%-m月%-d日%H:%M}",
            f"听证地点：{self.place}",
            f"拟听证事项：{self.matter}",
            *([f"线上参加：{self.online}"] if self.online else []),
        ]
        return "\n".join(lines)


class HearingReceiptIn(Dated):
    """收到听证通知 (ARL 51)."""

    standing: Standing = Field(title="哪一方", examples=["applicant"])
    organ: OfSeveral = None


class JointAttendedIn(BaseModel):
    """一个其他共同被申请人参加听证的情况 (ARL 19, 51)."""

    model_config = ConfigDict(extra="forbid")

    organ: Code = Field(title="共同被申请人", examples=["620702-shijian"])
    head_came: bool = Field(title="负责人参加听证", examples=[True])
    explained: bool = Field(default=False, title="负责人不能参加的，说明了理由", examples=[False])
    staff_came: bool = Field(default=False, title="工作人员参加听证", examples=[True])
    signed: bool = Field(default=False, title="在听证笔录上签名", examples=[True])


class PersonAttendedIn(BaseModel):
    """申请人、第三人中的一名参加听证的情况 (ARL 51; RULES 76)."""

    model_config = ConfigDict(extra="forbid")

    person: UUID = Field(title="当事人", examples=[PERSON])
    came: bool = Field(title="参加听证", description="本人或者其代理人参加的", examples=[True])
    waived: bool = Field(
        default=False,
        title="申请人无正当理由没有参加，视为放弃听证权利",
        examples=[False],
    )
    signed: bool = Field(default=False, title="在听证笔录上签名", examples=[True])


Persons = Annotated[
    tuple[PersonAttendedIn, ...],
    Rows(ROWS_MORE, of="applicants", field="person", least=2),
    Field(
        title="申请人、第三人逐名参加的情况",
        description="申请人或者第三人有数名的，该方逐名记载；推选了代表人的，记载代表人，其他人没有到场的清空；只有一名的不填",
        max_length=1000,
        examples=[[]],
    ),
]
"""A row for each of several applicants to begin with."""


class HearingIn(Dated):
    """举行听证 (ARL 50, 51; RULES 76)."""

    head_came: bool = Field(title="被申请人的负责人参加听证", examples=[True])
    explained: bool = Field(default=False, title="负责人不能参加的，说明了理由", examples=[False])
    staff_came: bool = Field(default=False, title="被申请人的工作人员参加听证", examples=[True])
    third_came: bool = Field(default=False, title="第三人参加听证", examples=[False])
    signed: tuple[Standing, ...] = Field(
        title="在听证笔录上签名的各方",
        description="逐名记载的一方不必选择",
        examples=[["applicant", "respondent"]],
    )
    unsigned: tuple[Standing, ...] = Field((), title="拒绝签名的各方", examples=[["respondent"]])
    unsigned_reason: Text | None = Field(
        None, title="拒绝签名的情况和理由", description="有一方拒绝签名的必填", examples=[None]
    )
    minutes: Text = Field(title="听证笔录", examples=["主持人宣布听证开始……"])
    persons: Persons = ()
    joint: tuple[JointAttendedIn, ...] = Field(
        (),
        title="其他共同被申请人",
        description="有共同被申请人的，逐一记载",
        max_length=20,
        examples=[[]],
    )
    host: Officer | None = Field(
        None, title="主持人", description="与听证通知相同的，三项都不填", examples=[None]
    )
    officers: Officers = Field((), title="听证员", examples=[[]])
    recorder: Officer | None = Field(None, title="记录员", examples=[None])

    @model_validator(mode="after")
    def _all_who_sat_or_none(self) -> Self:
        if len({bool(one) for one in (self.host, self.officers, self.recorder)}) > 1:
            raise ValueError("组成人员有变更的，主持人、听证员、记录员都应当填写")
        return self

    def attendance(self) -> Attendance:
        """Who came, and who signed."""
        return Attendance(
            head_came=self.head_came,
            explained=self.explained,
            staff_came=self.staff_came,
            third_came=self.third_came,
            signed=frozenset(self.signed),
            unsigned=frozenset(self.unsigned),
            persons=tuple(PersonAttended(**one.model_dump()) for one in self.persons),
            joint=tuple(JointAttended(**one.model_dump()) for one in self.joint),
        )

    def panel(self) -> Panel | None:
        """Who sat, where that was not who the notice named."""
        if self.host is None or self.recorder is None:
            return None
        return Panel(host=self.host, officers=self.officers, recorder=self.recorder)


class HearingWaiverIn(Dated):
    """视为放弃听证权利 (ARL 51)."""

    record: Text = Field(
        title="申请人没有参加的情况",
        description="写明等候、联系的经过，以及申请人没有正当理由",
        examples=["等候三十分钟，电话无人接听，事前事后没有说明理由"],
    )
