"""What the bars of one whistle answer over HTTP: spans, duties, and who held it (RULES 61)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from services.routing.figures.parts import Bars, Duty, End, Outcome, Stage, Whose, term
from shared.contracts.routing import CallRole
from shared.law.day import in_city


class SegmentOut(BaseModel):
    """一段时间."""

    model_config = ConfigDict(from_attributes=True)

    start: datetime = Field(title="自", examples=["2026-11-23T09:00:00+08:00"])
    end: datetime = Field(title="至", examples=["2026-11-23T10:00:00+08:00"])
    whose: Whose = Field(
        title="归属",
        description="own 本部门，others 其他部门，party 当事人，centre 综治中心",
        examples=["own"],
    )
    stage: Stage = Field(title="环节", examples=["check_in"])

    @computed_field(title="名称", examples=["待报到，归本部门"])  # type: ignore[prop-decorator]
    @property
    def term(self) -> str:
        """Stage and owner in words."""
        return f"{term(self.stage)}，归{term(self.whose)}"


class MetOut(BaseModel):
    """一项职责."""

    model_config = ConfigDict(from_attributes=True)

    duty: Duty = Field(title="职责", examples=["check_in"])
    outcome: Outcome = Field(
        title="履行情况",
        description="in_time 按期，late 逾期，running 尚未到期，released 不再要求",
        examples=["in_time"],
    )
    done_at: datetime | None = Field(title="履行时刻", examples=["2026-11-23T10:00:00+08:00"])


class BarOut(BaseModel):
    """一个部门的时间条."""

    model_config = ConfigDict(from_attributes=True)

    department: str = Field(title="部门", examples=["620702-sifa"])
    name: str = Field(default="", title="部门名称", examples=["甘州区司法局"])
    role: CallRole = Field(title="主办或者协办", examples=["lead"])
    turn: int = Field(title="第几次", examples=[1])
    called_at: datetime = Field(title="召集时刻", examples=["2026-11-23T09:00:00+08:00"])
    until: datetime = Field(title="终止时刻，或者所问的时刻")
    end: End | None = Field(title="终止原因", description="仍在办理的为空", examples=["done"])
    segments: list[SegmentOut] = Field(title="各段，首尾相接")
    duties: list[MetOut] = Field(title="各项职责")


class HeldOut(SegmentOut):
    """哨在谁手里."""

    organs: tuple[str, ...] = Field(title="经手机构", examples=[["620702-sifa"]])


class BarsOut(BaseModel):
    """时间条和经手人."""

    case_id: UUID = Field(title="案卷编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    as_of: datetime = Field(title="截至时刻", examples=["2026-11-27T09:00:00+08:00"])
    bars: list[BarOut] = Field(title="各部门的时间条")
    held: list[HeldOut] = Field(title="自何时至何时在谁手里")
    closed_at: datetime | None = Field(title="办结时刻", examples=["2026-11-27T11:00:00+08:00"])
    text: str = Field(title="文字说明", description="与图所示相同")

    @classmethod
    def of(
        cls, case_id: UUID, as_of: datetime, found: Bars, names: Mapping[str, str], text: str
    ) -> Self:
        """The answer for one whistle."""
        bars = [BarOut.model_validate(bar) for bar in found.bars]
        return cls(
            case_id=case_id,
            as_of=in_city(as_of),
            bars=[bar.model_copy(update={"name": names[bar.department]}) for bar in bars],
            held=[HeldOut.model_validate(one) for one in found.held],
            closed_at=found.closed_at,
            text=text,
        )
