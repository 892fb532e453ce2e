"""The case file as it is answered: files, pages, periods."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

_CASE = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"


class Out(BaseModel):
    """What is answered; field docstrings are its descriptions."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class ArticleOut(Out):
    """法条: as rows hold it, and as it is read."""

    code: str = Field(title="代码", examples=["ARL 30(1)"])
    text: str = Field(title="条文", examples=["《行政复议法》第30条第1款"])


class PageOut(Out):
    """一页: who did what, when, under which article."""

    version: int = Field(title="页码", examples=[2])
    kind: str = Field(title="事实", examples=["reconsideration.accepted.v1"])
    term: str = Field(title="名称", examples=["受理"])
    article: ArticleOut | None = Field(None, title="依据")
    on: date = Field(title="法律上的日期", examples=["2026-11-23"])
    moment: AwareDatetime | None = Field(None, title="法律上的时刻")
    at: AwareDatetime = Field(title="记录时间", examples=["2026-11-23T09:00:00+08:00"])
    by: str = Field(title="办理人代码", examples=["fuyi-07"])
    findings: dict[str, Any] = Field(title="认定内容", examples=[{"deemed": False}])
    proof: dict[str, Any] | None = Field(
        None, title="期限说明", description="该页所认定的期限如何得出，如申请期限"
    )


class ExclusionOut(Out):
    """不计入的期间: why, since when, until when."""

    after: date = Field(title="自该日之次日起", examples=["2026-11-23"])
    until: date | None = Field(None, title="至该日止", description="空为尚未恢复")
    reason: str = Field(title="事由", examples=["行政复议中止"])
    article: ArticleOut = Field(title="依据")
    approved_by: str = Field("", title="批准人代码", examples=["fuyi-01"])


class ExtensionOut(Out):
    """延长: by how much, why, who approved it."""

    by: str = Field(title="延长的期间", examples=["30日"])
    reason: str = Field(title="事由", examples=["情况复杂"])
    article: ArticleOut = Field(title="依据")
    approved_by: str = Field("", title="批准人代码", examples=["fuyi-01"])
    on: date | None = Field(None, title="批准日", examples=["2026-11-23"])


class ClockOut(Out):
    """时钟所记: a warning that was given, or a date that a notice moved or made firm."""

    kind: str = Field(title="事实", examples=["clock.warned.v1"])
    term: str = Field(title="名称", examples=["期限预警"])
    says: str = Field(
        title="说明",
        examples=["届满之日仍为2027年1月18日，没有变动；按国办发明电〔2026〕9号由暂定转为确定"],
    )
    on: date = Field(title="日期", examples=["2026-11-23"])
    at: AwareDatetime = Field(title="记录时间", examples=["2026-11-23T00:00:01+08:00"])
    warning: str | None = Field(None, title="预警", examples=["last_workday"])
    until_before: AwareDatetime | None = Field(None, title="原届满时刻")
    until: AwareDatetime = Field(title="届满时刻", examples=["2026-12-01T00:00:00+08:00"])
    notice: str | None = Field(None, title="放假通知的发文字号")


class DeadlineOut(Out):
    """期限: what runs until when, or how it ended."""

    name: str = Field(title="期限", examples=["review"])
    term: str = Field(title="名称", examples=["受理审查"])
    subject: str = Field("", title="对象", description="部门、当事人等，空为整个案卷")
    article: ArticleOut | None = Field(None, title="依据")
    period: str = Field(title="期间", examples=["5wd"])
    started_on: date = Field(title="起算日", examples=["2026-11-23"])
    edition: str = Field("", title="程序版本", description="期限开始时施行的版本")
    until: AwareDatetime | None = Field(
        None,
        title="届满时刻",
        description="停止计算时为空",
        examples=["2026-12-01T00:00:00+08:00"],
    )
    standing_still: bool = Field(default=False, title="停止计算")
    provisional: bool = Field(default=False, title="暂定", description="相关年度的放假安排尚未公布")
    exclusions: list[ExclusionOut] = Field(default_factory=list, title="不计入的期间")
    extensions: list[ExtensionOut] = Field(default_factory=list, title="延长")
    clock: list[ClockOut] = Field(default_factory=list, title="预警与变动")
    proof: dict[str, Any] | None = Field(
        None, title="期限说明", description="日期如何得出；文书载明日期的为空"
    )
    opened: int = Field(title="起于页码", examples=[1])
    ended: str | None = Field(None, title="结果", examples=["met"])
    """`met` 按期办理, `lapsed` 届满, `closed` 随案卷终结; null while it runs."""
    ended_by: int | None = Field(None, title="止于页码", examples=[2])


class FileOut(Out):
    """案卷: one procedure of one office, page by page."""

    case_id: UUID = Field(title="案卷编号", examples=[_CASE])
    office: str = Field(title="机构", examples=["reconsideration"])
    procedure: str = Field(title="程序", examples=["ordinary"])
    term: str = Field(title="程序名称", examples=["行政复议"])
    edition: str = Field(title="程序版本", description="立卷时施行的版本", examples=["2024-01-01"])
    straddles: bool = Field(
        default=False, title="跨版本", description="各步骤适用过不止一个版本，请核对过渡适用"
    )
    state: str = Field(title="状态", examples=["accepted"])
    version: int = Field(title="页码", description="最后一页的页码", examples=[2])
    labels: dict[str, str] = Field(title="标签", examples=[{"county": "620702"}])
    pages: list[PageOut] = Field(title="各页")
    running: list[DeadlineOut] = Field(title="在走的期限")
    ended: list[DeadlineOut] = Field(title="已结束的期限")


class DisputeOut(Out):
    """纠纷: every file of it that the reader may see."""

    dispute_id: UUID = Field(title="纠纷标识", examples=[_CASE])
    number: str | None = Field(None, title="纠纷编号", examples=["620702-20261123-000017-3"])
    position: int = Field(title="流位", description="从这里起续读事实流，不缺页", examples=[42])
    names: dict[str, str] = Field(title="名称对照", examples=[{"620702": "甘州区"}])
    """What the codes in the labels are called."""
    files: list[FileOut] = Field(title="案卷")


class StandOut(Out):
    """办理情况: where one file of a dispute stands."""

    case_id: UUID = Field(title="案卷编号", examples=[_CASE])
    office: str = Field(title="机构", examples=["mediation"])
    procedure: str = Field(title="程序", examples=["peoples"])
    state: str = Field(title="状态", examples=["proposed"])
    version: int = Field(title="页码", examples=[1])


class ListedOut(Out):
    """一件纠纷, as a list shows it."""

    dispute_id: UUID = Field(title="纠纷标识", examples=[_CASE])
    number: str | None = Field(None, title="纠纷编号", examples=["620702-20261123-000017-3"])
    registered_on: date = Field(title="登记日", examples=["2026-11-23"])
    registered_at: AwareDatetime = Field(title="登记时间")
    labels: dict[str, str] = Field(title="标签", examples=[{"county": "620702"}])
    files: list[StandOut] = Field(title="办理情况")


class ListOut(Out):
    """纠纷列表: newest first, a page of it, and how many there are."""

    items: list[ListedOut] = Field(title="本页")
    total: int = Field(title="总数", examples=[209])
    more_than_total: bool = Field(
        title="总数已封顶", description="真时实际件数多于 total", examples=[False]
    )
    next: str | None = Field(None, title="下一页", description="作为 cursor 再次请求")
