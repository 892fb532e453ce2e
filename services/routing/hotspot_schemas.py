"""What is asked and answered about hot spots 热点 over HTTP."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from services.routing.hotspots.explain import explained
from services.routing.hotspots.file import HotSpot, State
from services.routing.watching.listing import Member
from shared.web import FileOut


class HotSpotsAsked(BaseModel):
    """热点列表的范围."""

    model_config = ConfigDict(extra="ignore")

    county: str = Field("", title="县区", examples=["620702"])
    state: State | None = Field(State.HOT, title="状态", examples=["hot"])
    since: date | None = Field(None, title="自某日起有记录的", examples=["2026-11-01"])
    cursor: str = Field("", title="下一页", description="上一页回答中的 next")
    limit: int = Field(50, ge=1, le=200, title="每页件数")


class ExclusionIn(BaseModel):
    """排除热点的理由."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    reason: str = Field(
        title="理由", min_length=1, max_length=2_000, examples=["系两个小区的不同问题。"]
    )


class HotSpotOut(FileOut):
    """热点."""

    model_config = ConfigDict(from_attributes=True)

    county: str = Field(title="县区", description="来件只称全市的为全市", examples=["620702"])
    place: str = Field(title="地点", description="乡镇、县区或者全市", examples=["620702100"])
    places: tuple[str, ...] = Field(title="来件所称各地", examples=[["620702100", "620702"]])
    matters: tuple[str, ...] = Field(title="登记的纠纷类型", examples=[["wuye"]])
    window_from: date = Field(title="窗口首日", examples=["2026-10-27"])
    window_until: date = Field(title="窗口末日", examples=["2026-11-23"])
    count: int = Field(title="窗口内来件", examples=[7])
    parties: int = Field(title="不同当事人", examples=[6])
    expected: float = Field(title="按以往应有件数", examples=[0.4])
    score: float = Field(
        title="分值", description="偶然达到这一件数的概率，以10为底的负对数", examples=[4.2]
    )
    swell: float = Field(title="全市来件为平时的倍数", examples=[1.1])
    words: tuple[str, ...] = Field(title="共同词语", examples=[["电梯停运", "维修基金"]])
    found_on: date = Field(title="发现之日", examples=["2026-11-20"])
    told_on: date = Field(title="最近记录之日", examples=["2026-11-23"])

    @computed_field(title="说明", examples=["2026-10-27至2026-11-23来件7件，6名当事人……"])  # type: ignore[prop-decorator]
    @property
    def says(self) -> str:
        """Why it is one, as a supervisor reads it."""
        return explained(self)


class HotSpotsOut(BaseModel):
    """热点列表，分值高的在前."""

    items: tuple[HotSpotOut, ...] = Field(title="热点")
    next: str | None = Field(title="下一页", examples=[None])


class MemberOut(BaseModel):
    """反映热点问题的一件纠纷."""

    model_config = ConfigDict(from_attributes=True)

    dispute_id: UUID = Field(title="纠纷标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    on: date = Field(title="登记之日", examples=["2026-11-20"])
    number: str = Field(title="纠纷编号", examples=["620702-20261123-0000001-5"])
    matter: str = Field(title="纠纷类型", examples=["wuye"])
    place: str = Field(title="发生地", examples=["620702100"])
    state: str = Field(title="登记状态", examples=["registered"])


class HotSpotWholeOut(HotSpotOut):
    """热点和反映它的纠纷."""

    disputes: int = Field(title="所涉纠纷件数", examples=[7])
    members: tuple[MemberOut, ...] = Field(title="您有权查看的纠纷")

    @classmethod
    def with_members(cls, file: HotSpot, members: list[Member]) -> Self:
        """The answer for a file and the disputes that the reader may see."""
        told = HotSpotOut.of(file).model_dump(exclude={"says"})
        seen = tuple(MemberOut.model_validate(one) for one in members)
        return cls(**told, disputes=len(file.disputes), members=seen)
