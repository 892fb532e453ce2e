"""Facts of parties on whom nothing can be served any more 送达不能 (ARL 14, 75; RULES 144, 145)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing


class Ending(StrEnum):
    """Why nobody takes the place of a party 没有承受人的情形, as of an applicant (ARL 41)."""

    DIED = "died"  # 死亡且没有近亲属参加
    ENDED = "ended"  # 终止且没有承受人参加


class AddresseeGone(Fact):
    """无承受人不再送达: a party is no more, and nobody takes its place (ARL 14, 75; RULES 145).

    Before the decision a third person leaves with it; afterwards nothing is served on the party.
    """

    kind: Literal["reconsideration.addressee_gone.v1"] = "reconsideration.addressee_gone.v1"
    person_id: UUID
    """The applicant or third person."""
    standing: Standing
    ending: Ending
    gone_on: date
    """死亡、终止之日."""
    basis_id: UUID
    """Document that says how it is known that there is no successor."""
    unserved: tuple[UUID, ...] = ()
    """Of a refusal, the applicants on whom it is still to be served; empty of anything else."""
    others_unserved: bool = True
    """Whether somebody is still to be served for whom no public notice runs; of old, maybe."""


class AddresseeFound(Fact):
    """撤销无承受人的记载: what was recorded of a party was wrong (ARL 14, 75; RULES 145)."""

    kind: Literal["reconsideration.addressee_found.v1"] = "reconsideration.addressee_found.v1"
    person_id: UUID
    standing: Standing
    reason_id: UUID
    refusal_for: tuple[UUID, ...] = ()
    """The applicant to whom a refusal is owed again, where nobody else waited for it."""
    alone_unserved: bool = False
    """Whether nobody else waits for the decision, so that to serve it is owed again (RULES 23)."""
    announced: bool = False
    """公告送达: whether a notice was published to it, so its end is recorded again (RULES 143)."""
    served_on: date | None = None
    """公告期满之日 of that notice, while it runs."""
