"""What a window hands in as a ledger, and is told of its import."""

from typing import Final, Literal
from uuid import UUID

from pydantic import AwareDatetime, Base64Bytes, BaseModel, ConfigDict, Field

from services.intake.domain.applicants import Newcomers
from services.intake.schemas.party import Line
from shared.frame.meanings import worded

A_PAGE: Final = 20
"""Imports or rejects on a page."""

MOST_BYTES: Final = 15_000_000
"""Of a ledger's file; what is longer is imported at a terminal."""


class RejectsIn(BaseModel):
    """Which of the rows sent back are wanted, in which order, and which page of them."""

    model_config = ConfigDict(extra="ignore")

    state: Literal["", "open", "mended"] = Field(
        "", title="情况", description="open 待更正的，mended 已登记的；不写的不限"
    )
    sort: Literal["", "open", "place", "-place", "column", "-column"] = Field(
        "",
        title="次序",
        description="open 待更正的在前，place 行次，column 栏目；前加 - 的倒过来；不写的同 open",
    )
    page: int = Field(1, ge=1, le=1000, title="页次")


class LedgerIn(BaseModel):
    """台账文件."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    name: Line = Field(title="文件名", examples=["12345热线十一月.xlsx"])
    content: Base64Bytes = Field(
        title="文件内容",
        description="CSV 或者 XLSX，以 Base64 编码，至多 15 兆字节",
        min_length=1,
        max_length=MOST_BYTES * 4 // 3,
        examples=["57yW5Y+3LOS4u+mimA=="],
    )
    source: str = Field(
        "",
        title="来源名称",
        description="同一来源、同一编号的行只登记一次；不填用文件名",
        max_length=100,
        examples=["12345热线"],
    )
    history: bool = Field(
        default=False, title="历史台账", description="不开始任何期限", examples=[False]
    )


class ImportsIn(BaseModel):
    """How the list of imports is sorted, and where it goes on."""

    model_config = ConfigDict(extra="ignore")

    sort: Literal["", "at", "-at", "name", "-name"] = Field(
        "", title="次序", description="at 时间，name 文件名；前加 - 为倒序；不写的同 -at"
    )
    state: Literal["", "open", "done"] = Field(
        "", title="情况", description="open 未读完或者还有待更正的行，done 已经办完"
    )
    after: UUID | None = Field(
        None, title="下一页", description="上一页最后一次导入的标识", examples=[None]
    )
    limit: int = Field(A_PAGE, ge=1, le=200, title="每页件数")


class ImportOut(BaseModel):
    """一次导入，和已经办到哪里."""

    model_config = ConfigDict(from_attributes=True)

    import_id: UUID = Field(title="导入标识")
    window: str = Field(title="窗口", examples=["620702-window-1"])
    name: str = Field(title="文件名", examples=["12345热线十一月.xlsx"])
    source: str = Field(title="来源名称", examples=["12345热线"])
    history: bool = Field(title="历史台账", examples=[False])
    by: str = Field(title="导入人", examples=["window-07"])
    at: AwareDatetime = Field(title="导入时间")
    total: int = Field(title="共有行数", examples=[420])
    read: int = Field(title="已读行数", examples=[200])
    registered: int = Field(title="新登记", examples=[180])
    repeated: int = Field(title="重复件", examples=[12])
    known: int = Field(title="此前已登记", examples=[5])
    rejected: int = Field(title="退回行", examples=[3])
    mended: int = Field(title="已更正登记", examples=[1])
    ended_at: AwareDatetime | None = Field(title="完成时间", description="空为尚未完成")


class RejectOut(BaseModel):
    """退回行."""

    model_config = ConfigDict(from_attributes=True)

    reject: int = Field(title="序号", examples=[0])
    place: str = Field(title="行号", examples=["17"])
    column: str = Field(title="栏目", examples=["留言时间"])
    reason: str = Field(title="原因", examples=["“昨天”不是日期"])
    columns: tuple[str, ...] = Field(title="表头", examples=[["编号", "主题"]])
    cells: tuple[str, ...] = Field(title="内容", examples=[["17", "路灯不亮"]])
    number: str | None = Field(title="更正后的纠纷编号", examples=[None])


class MendedIn(BaseModel):
    """更正后的一行."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    cells: list[str] = Field(
        title="内容",
        description="按表头的次序",
        min_length=1,
        max_length=200,
        examples=[["17", "路灯不亮"]],
    )
    newcomers: Newcomers | None = Field(
        None,
        title="新的申请人",
        description="没有新的申请人的不填",
        json_schema_extra=worded(Newcomers),
        examples=[None],
    )


class MendedOut(BaseModel):
    """更正登记的结果."""

    number: str = Field(title="纠纷编号", examples=["620702-20261123-0000001-5"])
