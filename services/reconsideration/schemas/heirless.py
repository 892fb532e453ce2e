"""Requests about parties that are no more and have no successor 送达不能 (RULES 145)."""

from datetime import date
from uuid import UUID

from pydantic import Field

from services.reconsideration.domain.heirless import Lost
from services.reconsideration.schemas.fields import PERSON, Dated, Reasoned, Text
from shared.contracts.reconsideration.heirless import Ending


class AddresseeGoneIn(Dated):
    """记载无承受人不再送达 (RULES 145)."""

    person_id: UUID = Field(
        title="申请人或者第三人",
        description="审理中的申请人没有承受人的，办理终止或者部分申请人退出",
        examples=[PERSON],
    )
    ending: Ending = Field(title="没有承受人的情形", examples=["died"])
    gone_on: date = Field(title="死亡、终止之日", examples=["2026-04-25"])
    text: Text = Field(
        title="依据",
        description="怎样查明死亡、终止，怎样查明没有承受人或者承受人放弃",
        examples=["派出所户籍注销证明；村民委员会证明没有近亲属。"],
    )

    def said(self) -> Lost:
        """What the domain takes of it."""
        return Lost(person_id=self.person_id, ending=self.ending, gone_on=self.gone_on)


class AddresseeFoundIn(Reasoned):
    """撤销无承受人的记载 (RULES 145)."""

    person_id: UUID = Field(title="记载有误的申请人、第三人", examples=[PERSON])
