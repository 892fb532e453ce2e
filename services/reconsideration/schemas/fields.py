"""What the requests of all chapters are made of."""

from datetime import date
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from shared.contracts.reconsideration.enforcing import PartyDuties, PartyDuty
from shared.frame.forms import Chosen, Files

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$")]
Officer = Annotated[
    Code, Chosen("body", "本机构还没有行政复议人员的登录岗位，请系统管理员在“账号”中添加。")
]
"""One of the body's people 行政复议人员."""
Handler = Annotated[Code, Chosen("handlers", "本案还没有指定行政复议人员，先指定。")]
"""One of those who handle the case."""
Text = Annotated[str, Field(min_length=1, max_length=100_000)]
ONE_OF_SEVERAL: Final = Chosen("respondents", "只有一个被申请人，不用选择。")
Respondent = Annotated[Code, ONE_OF_SEVERAL]
"""One of several respondents 共同被申请人."""
OfSeveral = Annotated[
    Code | None,
    ONE_OF_SEVERAL,
    Field(
        title="哪一个被申请人",
        description="有共同被申请人的，办案人员记载时写明；不填为列在首位的",
        examples=[None],
    ),
]
Digest = Annotated[str, Field(description="已经上传的附件的 SHA-256", pattern=r"^[0-9a-f]{64}$")]
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
Attachments = Annotated[
    tuple[Digest, ...],
    Files(),
    Field(
        title="附件",
        description="照片、扫描件",
        max_length=20,
        examples=[[DIGEST]],
    ),
]
PERSON = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"


class Dated(BaseModel):
    """An act of a legal day 法律上的日期."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = Field(
        None, title="法律上的日期", description="行为之日；不填为当天", examples=["2026-03-02"]
    )


class Reasoned(Dated):
    """An act with its reasons 理由."""

    reason: Text = Field(title="理由", examples=["案情复杂，需进一步核实"])


class PartyDutyIn(PartyDuty):
    """一名当事人应当履行的 (ARL 78)."""

    model_config = ConfigDict(extra="forbid")

    person_id: UUID = Field(title="申请人或者第三人", examples=[PERSON])
    perform_by: date | None = Field(
        None,
        title="当事人履行期限的最后一日",
        description="文书或者所维持的行政行为写明的填写",
        examples=["2026-05-20"],
    )


class ObligesParties(BaseModel):
    """当事人应当履行的内容: said as the paper is drawn up, or not yet (ARL 78)."""

    duties: tuple[PartyDutyIn, ...] = Field(
        (),
        title="应当履行的当事人",
        description="调解书、变更的内容或者所维持的行政行为要求申请人、第三人履行的，每人一行",
        max_length=1000,
        examples=[[]],
    )
    nothing_owed: bool = Field(
        default=False,
        title="没有需要当事人履行的内容",
        description="两项都不填的，为尚未写明，送达以后列入后续清单，由承办人载明",
        examples=[True],
    )

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if self.nothing_owed and self.duties:
            raise ValueError("没有需要当事人履行的内容的，不写应当履行的当事人")
        return self

    def owed(self) -> PartyDuties:
        """What the domain takes of it: None where nothing is said yet."""
        said = tuple(PartyDuty(**one.model_dump()) for one in self.duties)
        return said if said or self.nothing_owed else None
