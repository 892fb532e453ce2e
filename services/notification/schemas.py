"""What notices look like over HTTP."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from services.notification.store import Row
from shared.contracts.catalogue import wording

_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
_ID = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"

Weight = Literal["", "urgent", "owed", "known"]
State = Literal["", "waiting", "claimed", "sent", "failed", "unknown"]
Way = Literal["", "mail", "gateway"]
Sort = Literal["", "at", "-at"]


class NoticesIn(BaseModel):
    """What a list of notices is narrowed to."""

    model_config = ConfigDict(extra="ignore")

    weight: Weight = Field("", title="轻重", description="urgent 紧急，owed 须办，known 知悉")
    kind: str = Field("", title="种类", max_length=80, examples=["routing.called.v1"])
    unread: bool = Field(False, title="只看未读")  # noqa: FBT003 - a default
    sort: Sort = Field(
        "", title="次序", description="未读的总在前；at 最早的在前，-at 最新的在前；不写的同 -at"
    )
    cursor: str = Field("", title="下一页", max_length=200, description="上一页回答中的 next")
    limit: int = Field(50, ge=1, le=200, title="每页条数")


class ReadingsIn(BaseModel):
    """阅知多条的内容."""

    model_config = _STRICT

    notices: tuple[UUID, ...] = Field(
        title="通知", description="通知标识", min_length=1, max_length=200, examples=[[_ID]]
    )


class NoticeOut(BaseModel):
    """一条通知."""

    notice_id: UUID = Field(title="通知标识", examples=[_ID])
    role: str = Field(title="岗位", examples=["department"])
    organ: str = Field(title="机构", description="监督人员为区划代码", examples=["620702-gongan"])
    kind: str = Field(title="种类", examples=["routing.called.v1"])
    term: str = Field(title="名称", examples=["召集部门"])
    weight: str = Field(title="轻重", examples=["owed"])
    case_id: UUID = Field(title="案卷编号", examples=[_ID])
    page: int = Field(title="页码", examples=[2])
    dispute_id: UUID = Field(title="纠纷标识", examples=[_ID])
    number: str = Field(title="纠纷编号", examples=["620702-20261123-0000001-5"])
    matter: str = Field(title="纠纷类型", examples=["邻里纠纷"])
    says: str = Field(title="内容", examples=["召集甘州区司法局，1个工作日内报到"])
    article: str = Field(title="依据", examples=["RULES 9"])
    until: AwareDatetime | None = Field(
        title="截止", description="按记录时的期限", examples=["2026-11-24T16:00:00+00:00"]
    )
    made_at: AwareDatetime = Field(title="通知时间", examples=["2026-11-23T01:20:00+00:00"])
    read_at: AwareDatetime | None = Field(title="阅知时间", examples=[None])
    read_by: str | None = Field(title="阅知人", examples=[None])

    @classmethod
    def of(cls, row: Row) -> "NoticeOut":
        """The answer for a notice."""
        said = {name: getattr(row, name) for name in cls.model_fields if name in Row.__slots__}
        return cls(**said, term=wording(row.kind).term, page=row.version)


class NoticesOut(BaseModel):
    """本岗位的通知."""

    items: tuple[NoticeOut, ...] = Field(title="通知")
    unread: int = Field(title="未读", description="最多数到一百", examples=[3])
    next: str | None = Field(title="下一页", examples=[None])


class ReadingsOut(BaseModel):
    """阅知多条的结果."""

    read: int = Field(title="此次阅知", examples=[2])
    unread: int = Field(title="未读", examples=[0])


class SendingsIn(BaseModel):
    """What a list of what goes out is narrowed to."""

    model_config = ConfigDict(extra="ignore")

    state: State = Field("", title="状态")
    channel: Way = Field("", title="渠道", description="mail 邮件，gateway 消息网关")
    sort: Sort = Field("", title="次序", description="at 最早的在前，-at 最新的在前；不写的同 -at")
    cursor: str = Field("", title="下一页", max_length=200, description="上一页回答中的 next")
    limit: int = Field(50, ge=1, le=200, title="每页条数")


class SendingOut(BaseModel):
    """一次外发."""

    model_config = ConfigDict(from_attributes=True)

    sending_id: UUID = Field(title="外发标识", examples=[_ID])
    notice_id: UUID = Field(title="通知标识", examples=[_ID])
    channel: str = Field(title="渠道", examples=["mail"])
    organ: str = Field(title="机构", examples=["620702-gongan"])
    address: str = Field(title="地址", examples=["zhiban@example.gov.cn"])
    state: str = Field(
        title="状态",
        description="waiting 待发，claimed 正在发，sent 已发出，failed 未发出，unknown 结果不明",
        examples=["sent"],
    )
    attempts: int = Field(title="次数", examples=[1])
    made_at: AwareDatetime = Field(title="排队时间", examples=["2026-11-23T01:20:00+00:00"])
    next_at: AwareDatetime = Field(title="下次", examples=["2026-11-23T01:20:00+00:00"])
    ended_at: AwareDatetime | None = Field(title="结束时间", examples=[None])
    result: str = Field(title="答复", description="对方的答复，不含通知内容", examples=["250"])
    number: str = Field(title="纠纷编号", examples=["620702-20261123-0000001-5"])
    says: str = Field(title="内容", examples=["召集甘州区司法局，1个工作日内报到"])
    resent_by: str | None = Field(title="重新发送人", examples=["admin-1"])
    resent_at: AwareDatetime | None = Field(title="重新发送时间", examples=[None])
    doubtful_since: AwareDatetime | None = Field(
        title="存疑的发送",
        description="网关没有答复、又已近一个月的最早一次发送：可能收下过，不能重新发送",
        examples=[None],
    )

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "SendingOut":
        """The answer for a row."""
        return cls(**{name: row[name] for name in cls.model_fields})


class ResendingsIn(BaseModel):
    """重新发送的内容: 逐件指定，或者一个渠道未发出的全部."""

    model_config = _STRICT

    sendings: tuple[UUID, ...] = Field(
        (), title="外发", description="外发标识", max_length=200, examples=[[_ID]]
    )
    channel: Way = Field("", title="渠道", description="这一渠道未发出的全部", examples=["gateway"])

    @model_validator(mode="after")
    def _one_of_both(self) -> "ResendingsIn":
        if bool(self.sendings) == bool(self.channel):
            raise ValueError("写明重新发送哪几件，或者哪个渠道的全部，只写一种")
        return self


class ResendingsOut(BaseModel):
    """重新发送的结果."""

    model_config = ConfigDict(from_attributes=True)

    resent: int = Field(title="重新排队", examples=[2])
    failed: int = Field(
        title="仍未发出",
        description="渠道没有设置、机构没有登记地址的，以及网关可能收下过的",
        examples=[0],
    )
    doubtful: int = Field(
        title="网关可能收下过的", description="仍未发出的当中，不能重新发送的", examples=[0]
    )


class UnsentOut(BaseModel):
    """一个渠道一种状态的件数."""

    channel: str = Field(title="渠道", examples=["mail"])
    state: str = Field(title="状态", examples=["waiting"])
    many: int = Field(title="件数", examples=[4])
    doubtful: int = Field(
        title="网关可能收下过的", description="未发出的当中，不能重新发送的", examples=[0]
    )
    oldest: datetime = Field(title="最早", examples=["2026-11-23T01:20:00+00:00"])


class SendingsOut(BaseModel):
    """外发队列."""

    items: tuple[SendingOut, ...] = Field(title="外发")
    unsent: tuple[UnsentOut, ...] = Field(title="未发出的件数")
    next: str | None = Field(title="下一页", examples=[None])


class AttemptsIn(BaseModel):
    """What the attempts at a sending are narrowed to, and which of them."""

    model_config = ConfigDict(extra="ignore")

    outcome: Literal["", "sent", "retry", "refused", "unknown", "broken"] = Field(
        "",
        title="结果",
        description="sent 已发出，retry 未发出，refused 被拒收，unknown 不明，broken 中断",
    )
    sort: Literal["", "attempt", "-attempt"] = Field(
        "", title="次序", description="-attempt 最近的在前；不写的从第一次起"
    )
    after: int = Field(
        0, ge=0, le=100_000, title="其后", description="接着哪一次列，写上一页最后一条的次数"
    )
    limit: int = Field(200, ge=1, le=200, title="每页条数")


class AttemptOut(BaseModel):
    """一次发送."""

    attempt: int = Field(title="第几次", examples=[1])
    began_at: AwareDatetime = Field(title="开始", examples=["2026-11-23T01:20:00+00:00"])
    ended_at: AwareDatetime | None = Field(title="结束", examples=[None])
    outcome: str = Field(
        title="结果",
        description="sent 已发出，retry 未发出，refused 被拒收，unknown 不明，空为中断",
        examples=["sent"],
    )
    answer: str = Field(title="答复", examples=["250"])
    resent_by: str | None = Field(
        title="由谁重新发送", description="自动发送的为空", examples=[None]
    )
