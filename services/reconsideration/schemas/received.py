"""What a received application is answered with: the file, and what was applied for before."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.repeating import Before
from services.reconsideration.schemas.file import CaseOut


class EarlierOut(BaseModel):
    """此前就同一行政行为的申请 (ARL 30)."""

    model_config = ConfigDict(extra="forbid")

    number: str = Field(title="纠纷编号", description="自己的才告知，别人的为空", examples=[""])
    state: str = Field(title="状态", examples=["accepted"])
    open: bool = Field(title="是否正在审查或者审理", examples=[True])
    bars: bool = Field(title="是否因此不能受理", description="没有另行认定以前", examples=[True])
    because: str = Field(title="说明", examples=["行政复议机关已经受理，正在审理"])

    @classmethod
    def of(cls, one: Before, number: str) -> Self:
        """What is told of one, with its number where it is the reader's own."""
        return cls(
            number=number,
            state=str(one.file.state),
            open=one.is_open,
            bars=one.bars,
            because=one.finding.because,
        )


class ReceivedOut(CaseOut):
    """收到的申请，和此前就同一行政行为的申请 (ARL 22, 30)."""

    earlier: tuple[EarlierOut, ...] = Field((), title="此前就同一行政行为的申请")

    @classmethod
    def with_earlier(cls, case: Case, earlier: tuple[EarlierOut, ...]) -> Self:
        """The answer for a file, with what came before it."""
        return cls.of(case).model_copy(update={"earlier": earlier})
