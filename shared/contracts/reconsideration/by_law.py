"""法律规定的行政复议期限, where it is shorter than the sixty days of ARL 62."""

from pydantic import BaseModel, ConfigDict


class PeriodByLaw(BaseModel):
    """法律规定的少于六十日的行政复议期限, as who accepts the application cites it (ARL 62)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    law: str
    """The law by its name, in its marks: 《某某法》."""
    provision: str
    """Its provision, as 第三十二条第一款."""
    decide_days: int
    """How long there is to decide, in days; fewer than sixty."""
