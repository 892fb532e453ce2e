"""送达一名当事人, as whoever records it says it (ARL 75, 88; CPL 87 to 95)."""

from dataclasses import fields
from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.serving import Serving
from services.reconsideration.schemas.fields import PERSON, OfSeveral, Text
from shared.contracts.reconsideration import Standing
from shared.contracts.service import Manner


class ServiceIn(BaseModel):
    """送达一名当事人 (ARL 75, 88)."""

    model_config = ConfigDict(extra="forbid")

    standing: Standing = Field(title="受送达人的地位", examples=["applicant"])
    person_id: UUID | None = Field(
        None, title="申请人或者第三人", description="被申请人不填", examples=[PERSON]
    )
    organ: OfSeveral = None
    manner: Manner = Field(title="送达方式", examples=["direct"])
    shown_on: date = Field(
        title="回证载明的日期",
        description="签收、留置、系统到达之日；公告的，发出公告之日，期满才能记载",
        examples=["2026-04-21"],
    )
    condition_met: bool = Field(
        default=False,
        title="具备该方式的条件",
        description="留置、同住家属、单位、代理人、代收人、电子、公告、委托、转交送达的，核实后写是",
        examples=[False],
    )
    receiver_id: UUID | None = Field(
        None, title="签收的代理人", description="代理人签收的填写", examples=[None]
    )
    receipt: Text = Field(
        title="送达回证的记载",
        description="谁签收、见证人或者录像、拒收事由、公告的原因和经过",
        examples=["受送达人本人在送达回证上签名。"],
    )

    def serving(self) -> Serving:
        """What the domain takes of it."""
        return Serving(**self.model_dump(include={one.name for one in fields(Serving)}))
