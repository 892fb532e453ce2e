"""What the requests of all chapters are made of."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shared.law.written import code_of

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=100_000)]


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
