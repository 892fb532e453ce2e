"""What the requests of all chapters are made of."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shared.frame.forms import Chosen, Files
from shared.law.written import code_of

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$")]
Officer = Annotated[Code, Chosen("body")]
"""One of the body's people 行政复议人员."""
Handler = Annotated[Code, Chosen("handlers")]
"""One of those who handle the case."""
Text = Annotated[str, Field(min_length=1, max_length=100_000)]
Respondent = Annotated[Code, Chosen("respondents")]
"""One of several respondents 共同被申请人."""
OfSeveral = Annotated[
    Code | None,
    Chosen("respondents"),
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
Within = Annotated[
    Annotated[str, Field(pattern=r"^[1-9]\d{0,2}(d|wd|m)$")],
    BeforeValidator(code_of, json_schema_input_type=str),
]
"""A period 期间 from service on: in words, or as `60d`, `15wd`, `3m`."""

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
