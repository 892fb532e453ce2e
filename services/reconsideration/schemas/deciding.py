"""Requests that end a reconsideration: extension, service, withdrawal (ARL 41, chapter 5)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.schemas.fields import PERSON, Code, Dated, Reasoned
from services.reconsideration.schemas.serving import ConditionMet, Receipt
from shared.contracts.service import Manner
from shared.frame.forms import But, Chosen


class ExtensionIn(Reasoned):
    """延长审理期限 (ARL 62)."""

    days: int = Field(title="延长的日数", ge=1, le=30, examples=[30])


class DeliveryIn(BaseModel):
    """一并送达行政复议决定书 (ARL 75, 88)."""

    model_config = ConfigDict(extra="forbid")

    served_on: date = Field(title="被申请人收到之日", examples=["2026-04-20"])
    applicants: dict[UUID, date] | None = Field(
        None,
        title="各申请人、第三人收到之日",
        description="不填为与被申请人同日",
        examples=[{PERSON: "2026-04-21"}],
    )
    joint: Annotated[
        dict[Code, date] | None,
        Chosen("beside_first", "没有其他共同被申请人，不用填写。"),
    ] = Field(
        None,
        title="其他共同被申请人收到之日",
        description="不填为与列在首位的同日",
        examples=[None],
    )
    manner: Annotated[
        Manner,
        But((Manner.LATER, Manner.NOTICE, Manner.AGENT)),
        Field(
            title="送达方式",
            description="各方以同一方式送达的；公告、代理人签收或者方式不同的，逐一记载",
            examples=["direct"],
        ),
    ]
    condition_met: ConditionMet = False
    receipt: Receipt


class WithdrawalIn(Dated):
    """撤回行政复议申请 (ARL 41, 74)."""

    settled: bool = Field(
        default=False,
        title="是否因和解撤回",
        description="因和解撤回的，不得再以同一事实和理由申请",
        examples=[False],
    )
    consented: bool = Field(
        default=False,
        title="被代表的申请人是否同意",
        description="推选了代表人的，撤回应当经被代表的申请人同意",
        examples=[False],
    )
    applicants: frozenset[UUID] = Field(
        frozenset(),
        title="撤回的申请人",
        description="申请人有数人、只有部分撤回的填写；不填为全部申请人",
        examples=[[]],
    )
