"""Facts of an oral application 口头申请 (ARL 22; ARR2007 20)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Checking(StrEnum):
    """How the applicant came to know what was recorded 核对笔录的方式 (ARR2007 20)."""

    READ = "read"  # 交申请人核对
    READ_OUT = "read_out"  # 向申请人宣读


class OralApplicationRecorded(Fact):
    """口头申请笔录: made on the spot, checked by the applicant, signed or said why not (ARL 22)."""

    kind: Literal["reconsideration.oral_recorded.v1"] = "reconsideration.oral_recorded.v1"
    record_id: UUID
    """Document 口头申请笔录, which is the text of the application."""
    difficulty_id: UUID
    """Document with why applying in writing is difficult 书面申请的困难."""
    checking: Checking
    signed: bool
    unsigned_id: UUID | None = None
    """Document with why the applicant did not sign, where it did not."""
