"""What an officer found about the filing period 查明的申请期限事实, as a request says it."""

from datetime import date
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from shared.contracts.reconsideration import LeftOut, TimeFinding, TimeLeftOut


class TimeLeftOutIn(TimeLeftOut):
    """不计入申请期限的一段期间 (ARL 20)."""

    model_config = ConfigDict(extra="forbid")

    reason: LeftOut = Field(title="事由", examples=["obstacle"])
    first: date = Field(title="第一日", description="当日不计入", examples=["2026-02-02"])
    last: date = Field(title="最后一日", description="当日不计入", examples=["2026-02-11"])

    article: str = Field(
        "", title="法条", description="由枢纽写明，不填", max_length=0, examples=[""]
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("最后一日不得早于第一日")
        return self


class TimeFindingIn(TimeFinding):
    """查明的申请期限事实 (ARL 20)."""

    learnt_on: date | None = Field(
        None, title="查明的知道或者应当知道之日", examples=["2026-01-25"]
    )
    excluded_days: int = Field(
        0,
        title="不计入申请期限的日数",
        description="仅知道总数的填写；知道起止的填写各段期间",
        ge=0,
        le=7300,
        examples=[0],
    )
    exclusions: tuple[TimeLeftOutIn, ...] = Field(
        (),
        title="不计入申请期限的各段期间",
        max_length=20,
        examples=[[{"reason": "obstacle", "first": "2026-02-02", "last": "2026-02-11"}]],
    )
    posted_on: date | None = Field(
        None,
        title="查明的交邮之日",
        description="邮寄而邮戳不清的，依邮件查询等查明",
        examples=[None],
    )
    filing_days: int = Field(60, title="法律规定的申请期限（日）", ge=60, le=7300, examples=[60])

    @model_validator(mode="after")
    def _once(self) -> Self:
        if self.excluded_days and self.exclusions:
            raise ValueError("不计入的期间，写明起止的不再写日数")
        return self
