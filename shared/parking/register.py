"""The register of a consumer 登记册: a file that belongs to no dispute, and only grows."""

from enum import StrEnum
from functools import cache
from typing import Final
from uuid import UUID, uuid5

from shared.contracts.parked import ParkedDiscarded, ParkedMended, ParkedReplayed
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure
from shared.work import Shelf

REGISTERS: Final = UUID("6a7d2f0c-5c0e-4d53-9b64-3b1f7e0f4a11")


class State(StrEnum):
    """Where a register stands."""

    KEPT = "kept"  # 登记中


class Role(StrEnum):
    """Who writes in it."""

    ADMINISTRATOR = "administrator"  # 系统管理员


REGISTER: Final = Procedure(
    name="parked",
    term="滞留件登记册",
    moves=tuple(
        Move((None, State.KEPT), use, State.KEPT, Role.ADMINISTRATOR, RULES[40])
        for use in (ParkedMended, ParkedReplayed, ParkedDiscarded)
    ),
    deadlines=(),
    patient={State.KEPT: "只作登记，不设期限"},
)


@cache
def register_shelf(office: str) -> Shelf[CaseFile]:
    """The shelf of an office's registers; they have no table of their own."""
    return Shelf(office=office, name=REGISTER.name, value=CaseFile, editions=(REGISTER,))


def register_of(consumer: str) -> UUID:
    """Id of the register of a consumer."""
    return uuid5(REGISTERS, consumer)
