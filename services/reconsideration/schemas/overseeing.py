"""Requests and answers of work reports and checks of governments below (ARR2026 66, 67)."""

from datetime import date

from pydantic import Field

from services.reconsideration.domain.overseeing_acts import LONGEST, Check
from services.reconsideration.schemas.fields import Code, Dated, Text
from shared.contracts.reconsideration.overseeing import Checking, Cycle
from shared.web import FileOut


class WorkReportTimesIn(Dated):
    """确定报告周期 (RULES 149)."""

    cycle: Cycle = Field(title="报告周期", description="由本级人民政府确定", examples=["year"])
    within_days: int = Field(
        title="期间届满后几日内提交", description="自然日", ge=1, le=LONGEST, examples=[31]
    )
    first: date = Field(
        title="第一个报告期间的首日",
        description="某月的一日",
        le=date(2999, 12, 1),
        examples=["2026-07-01"],
    )


class WorkReportIn(Dated):
    """工作报告 (ARR2026 66(2))."""

    text: Text = Field(
        title="工作报告正文",
        description="统计数据由枢纽计算，提交时写入报告；这里写分析、问题和建议",
        examples=["本期行政复议案件主要集中在行政处罚领域。"],
    )


class MajorMatterIn(Dated):
    """请示报告重大事项 (ARR2026 67)."""

    text: Text = Field(title="请示报告正文", examples=["关于一起重大行政复议案件的情况报告。"])


class WorkCheckIn(Dated):
    """检查下级行政复议工作 (ARR2026 67)."""

    below: Code = Field(title="被检查的下级人民政府", examples=["620702-government"])
    checking: Checking = Field(title="检查方式", examples=["regular"])
    period_from: date = Field(title="检查哪一期间的工作：自", examples=["2026-07-01"])
    period_until: date = Field(title="检查哪一期间的工作：至", examples=["2026-09-30"])
    text: Text = Field(title="检查情况", examples=["抽查案卷20件，2件未在法定期限内发送副本。"])

    def check(self) -> Check:
        """What is recorded, as a command takes it."""
        return Check(**{name: getattr(self, name) for name in Check.__slots__})


class CheckResultIn(Dated):
    """反馈检查结果 (ARR2026 67)."""

    text: Text = Field(title="反馈意见正文", examples=["行政复议工作符合规定。"])


class MendingRequiredIn(Dated):
    """反馈检查结果并要求整改 (ARR2026 67; RULES 150)."""

    until: date = Field(title="报送整改情况的最后一日", examples=["2026-12-31"])
    text: Text = Field(
        title="反馈意见正文",
        description="检查发现的问题和整改要求",
        examples=["两件案件逾期发送副本，应当建立期限台账。"],
    )


class MendingReportIn(Dated):
    """报送整改情况 (RULES 150)."""

    text: Text = Field(title="整改情况", examples=["已经建立期限台账，逐件核对。"])


class WorkReportsOut(FileOut):
    """工作报告登记."""

    authority: str = Field(title="人民政府", examples=["620702-government"])
    cycle: Cycle = Field(title="报告周期", examples=["year"])
    within_days: int = Field(title="期间届满后几日内提交", examples=[31])
    next_from: date | None = Field(title="下一份报告的期间：自", examples=["2026-07-01"])
    next_until: date | None = Field(title="下一份报告的期间：至", examples=["2027-06-30"])
    due_on: date | None = Field(title="提交的最后一日", examples=["2027-07-31"])
    reported_until: date | None = Field(title="已经报告至", examples=["2026-06-30"])


class WorkCheckOut(FileOut):
    """一次检查."""

    authority: str = Field(title="检查的人民政府", examples=["620700-government"])
    below: str = Field(title="被检查的人民政府", examples=["620702-government"])
    checked_on: date | None = Field(title="检查之日", examples=["2026-11-02"])
    mend_by: date | None = Field(title="报送整改情况的最后一日", examples=["2026-12-31"])
