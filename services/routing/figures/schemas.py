"""What the figures answer over HTTP: every number named in Chinese, with how it is reckoned."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.routing.figures import measures as m
from services.routing.figures.measures import BY_TERMS, LEVEL_TERMS, MEASURES, RISE_TERMS, By, Rise
from services.routing.figures.parts import Duty, term
from services.routing.figures.telling import Ranking, Step, Time, Told
from shared.contracts.routing import Rung


class Narrowed(BaseModel):
    """What the numbers are narrowed to."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    start: date | None = Field(
        None,
        alias="from",
        title="自哪一日",
        description="案卷首页之日，含本日；不填为最早",
        examples=["2026-11-01"],
    )
    until: date | None = Field(
        None, alias="to", title="至哪一日", description="含本日", examples=["2026-11-30"]
    )
    as_of: datetime | None = Field(
        None,
        title="截至时刻",
        description="只计算此刻已经记录的事实；不写时区的按北京时间，不填为现在",
        examples=["2026-11-03T09:00:00"],
    )
    county: str = Field("", title="县区", examples=["620702"])
    township: str = Field("", title="乡镇、街道", examples=["620702100"])
    department: str = Field("", title="部门", examples=["620702-sifa"])
    matter: str = Field("", title="纠纷类型", examples=["linli"])
    level: Rung | None = Field(None, title="层级", examples=["township"])
    centre: str = Field("", title="综治中心", examples=["620702100-centre"])
    whistler: str = Field("", title="吹哨单位", examples=["620702100-centre"])


class FiguresAsked(Narrowed):
    """What is asked of the board."""

    by: By | None = Field(None, title="分组", description="不填只答总数", examples=["department"])


class CasesAsked(Narrowed):
    """Which cases are asked for."""

    measure: str = Field(title="计数项目", examples=["check_in_late"])
    cursor: str = Field("", title="下一页", description="上一页回答中的 next")
    limit: int = Field(50, ge=1, le=200, title="每页件数")


class CountOut(BaseModel):
    """一项计数."""

    measure: str = Field(title="计数项目", examples=["check_in_late"])
    term: str = Field(title="名称", examples=["报到：逾期"])
    n: int = Field(title="数", examples=[3])


class RatioOut(BaseModel):
    """比率，连同分子、分母和区间."""

    name: str = Field(title="比率", examples=["response"])
    term: str = Field(title="名称", examples=["响应率"])
    numerator: int = Field(title="分子", examples=[45])
    denominator: int = Field(title="分母", examples=[50])
    value: float | None = Field(title="值", description="没有分母的没有值", examples=[0.9])
    low: float | None = Field(title="区间下限", description="威尔逊区间，95%", examples=[0.786])
    high: float | None = Field(title="区间上限", examples=[0.957])
    aside: list[CountOut] = Field(title="另列，不计入分母")

    @classmethod
    def of(cls, told: Told) -> Self:
        """The answer for a ratio."""
        share = told.share
        return cls(
            name=told.ratio.name,
            term=told.ratio.term,
            numerator=share.numerator,
            denominator=share.denominator,
            value=share.value,
            low=share.low,
            high=share.high,
            aside=counts(told.aside),
        )


def counts(counted: Mapping[str, int]) -> list[CountOut]:
    """Counts by name, in the order of the catalogue."""
    return [
        CountOut(measure=name, term=term, n=counted[name])
        for name, term in MEASURES.items()
        if counted.get(name)
    ]


class TimeOut(BaseModel):
    """部门自己所用的时间."""

    duty: Duty = Field(title="职责", examples=["check_in"])
    term: str = Field(title="名称", examples=["报到"])
    level: str = Field(title="层级", examples=["township"])
    n: int = Field(title="件数", examples=[48])
    median_minutes: int = Field(title="中位数，分钟", examples=[95])
    ninetieth_minutes: int = Field(title="第九十百分位数，分钟", examples=[1260])

    @classmethod
    def of(cls, time: Time) -> Self:
        """The answer for own time on a duty."""
        return cls(
            duty=time.duty,
            term=term(time.duty),
            level=time.level,
            n=time.n,
            median_minutes=time.median,
            ninetieth_minutes=time.ninetieth,
        )


class StepOut(BaseModel):
    """四级七天的一级."""

    level: Rung = Field(title="层级", examples=["village"])
    term: str = Field(title="名称", examples=["村（社区）"])
    counts: list[CountOut] = Field(title="到达本级的去向")
    solved: RatioOut = Field(title="本级化解率")

    @classmethod
    def of(cls, step: Step) -> Self:
        """The answer for one level."""
        found = [
            CountOut(measure=m.of_rise(step.level, rise), term=RISE_TERMS[rise], n=step.n[rise])
            for rise in Rise
        ]
        return cls(
            level=step.level,
            term=LEVEL_TERMS[step.level],
            counts=found,
            solved=RatioOut.of(step.solved),
        )


class ScoreOut(BaseModel):
    """评分."""

    model_config = ConfigDict(from_attributes=True)

    value: float | None = Field(title="分", description="满分一百", examples=[86.5])
    parts: tuple[str, ...] = Field(title="各项", examples=[["响应率45/50，占30分"]])
    why_not: str = Field(title="不评分的理由", examples=[""])


class BandOut(BaseModel):
    """吹哨率提示."""

    model_config = ConfigDict(from_attributes=True)

    place: str = Field(
        title="位置", description="below、inside、above、unknown", examples=["inside"]
    )
    says: str = Field(title="说明", examples=["吹哨率在2%至40%以内"])


class GroupOut(BaseModel):
    """一组的数字."""

    group: str = Field(title="组", description="不分组的为空", examples=["620702-sifa"])
    name: str = Field(title="名称", examples=["甘州区司法局"])
    counts: list[CountOut] = Field(title="计数")
    ratios: list[RatioOut] = Field(title="比率")
    times: list[TimeOut] = Field(title="部门自己所用的时间")
    ladder: list[StepOut] = Field(title="四级七天")
    score: ScoreOut | None = Field(title="评分", description="部门和吹哨单位有评分")
    band: BandOut | None = Field(title="吹哨率提示", description="综治中心有提示")


class RankedOut(BaseModel):
    """一个名次."""

    group: str = Field(title="组", examples=["620702-sifa"])
    name: str = Field(title="名称", examples=["甘州区司法局"])
    numerator: int = Field(title="分子", examples=[45])
    denominator: int = Field(title="分母", examples=[50])
    value: float = Field(title="收缩后的比率", examples=[0.88])
    low: float = Field(title="区间下限", examples=[0.79])
    high: float = Field(title="区间上限", examples=[0.95])
    first: int = Field(title="名次至少", description="按区间，最前可能的名次", examples=[1])
    last: int = Field(title="名次至多", description="按区间，最后可能的名次", examples=[4])


class TooFewOut(BaseModel):
    """件数不足，不排名."""

    group: str = Field(title="组", examples=["620702-wenlv"])
    name: str = Field(title="名称", examples=["甘州区文体广电和旅游局"])
    denominator: int = Field(title="分母", examples=[3])


class RankingOut(BaseModel):
    """排名."""

    name: str = Field(title="比率", examples=["response"])
    term: str = Field(title="名称", examples=["响应率"])
    mean: float | None = Field(title="全体平均", examples=[0.85])
    weight: float | None = Field(title="全体平均相当于多少件", examples=[40.0])
    least: int = Field(title="排名的最低件数", examples=[20])
    ranked: list[RankedOut] = Field(title="名次")
    too_few: list[TooFewOut] = Field(title="件数不足，不排名")

    @classmethod
    def of(cls, found: Ranking, names: Mapping[str, str]) -> Self:
        """The answer for a ranking."""
        return cls(
            name=found.ratio.name,
            term=found.ratio.term,
            mean=found.mean,
            weight=found.weight,
            least=found.least,
            ranked=[
                RankedOut(
                    group=one.group,
                    name=names[one.group],
                    numerator=one.share.numerator,
                    denominator=one.share.denominator,
                    value=one.value,
                    low=one.low,
                    high=one.high,
                    first=one.first,
                    last=one.last,
                )
                for one in found.ranked
            ],
            too_few=[
                TooFewOut(group=group, name=names[group], denominator=n)
                for group, n in found.too_few
            ],
        )


class ReckonedOut(BaseModel):
    """怎样计算."""

    name: str = Field(title="比率或者项目", examples=["response"])
    term: str = Field(title="名称", examples=["响应率"])
    how: str = Field(title="算法", examples=["按期报到数除以按期和逾期报到数之和"])
    article: str = Field(title="依据", description="条文代码", examples=["RULES 4"])
    article_text: str = Field(title="依据的名称", examples=["《枢纽办理规则》第4条"])


class FiguresOut(BaseModel):
    """看板."""

    as_of: datetime = Field(title="截至时刻", examples=["2026-11-03T09:00:00+08:00"])
    start: date | None = Field(title="自哪一日", examples=["2026-11-01"])
    until: date | None = Field(title="至哪一日", examples=["2026-11-30"])
    by: By | None = Field(title="分组", examples=["department"])
    by_term: str = Field(title="分组的名称", examples=["部门"])
    narrowed: dict[str, str] = Field(title="限于", examples=[{"county": "620702"}])
    files: int = Field(title="所计案卷数", examples=[812])
    whole: GroupOut = Field(
        title="总数", description="召集几个部门的哨，总数计一件，各部门各计一件"
    )
    groups: list[GroupOut] = Field(title="分组")
    rankings: list[RankingOut] = Field(title="排名")
    reckoned: list[ReckonedOut] = Field(title="怎样计算")


def by_term(by: By | None) -> str:
    """What a grouping is called."""
    return BY_TERMS[by] if by else "总数"


class CaseOut(BaseModel):
    """一件案卷."""

    case_id: UUID = Field(title="案卷编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    dispute_id: UUID = Field(title="纠纷标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    number: str = Field(title="纠纷编号", examples=["620702-20261124-0000001-0"])
    first_on: date = Field(title="案卷首页之日", examples=["2026-11-24"])
    times: int = Field(title="计几次", description="各案卷的次数之和即为该数字", examples=[1])


class CasesOut(BaseModel):
    """一个数字背后的案卷."""

    measure: str = Field(title="计数项目", examples=["check_in_late"])
    term: str = Field(title="名称", examples=["报到：逾期"])
    as_of: datetime = Field(title="截至时刻", examples=["2026-11-03T09:00:00+08:00"])
    items: list[CaseOut] = Field(title="案卷")
    next: str | None = Field(title="下一页", examples=[None])
