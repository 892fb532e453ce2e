"""联系方式更正卷: telephones put right once the dispute was withdrawn (RULES 166).

What is withdrawn moves no more; whoever was a party of it still looks it up, and takes its papers,
by number and telephone. So what was wrong of the telephone stands in a file beside it.
"""

from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.intake import ContactCorrected
from shared.law.article import RULES
from shared.law.casefile import derived
from shared.law.procedure import Move, Procedure


class State(StrEnum):
    """Where the file stands: it only grows."""

    KEPT = "kept"  # 记录中


class Role(StrEnum):
    """Who writes in it."""

    WINDOW = "window"  # 窗口


CONTACTS: Final = Procedure(
    name="contacts",
    term="联系方式更正卷",
    since=date(2026, 1, 1),
    moves=(Move((None, State.KEPT), ContactCorrected, State.KEPT, Role.WINDOW, RULES[166]),),
    deadlines=(),
    patient={State.KEPT: "当场更正，不设期限"},
)


def contacts_of(case_id: UUID) -> UUID:
    """Id of the file beside a dispute in which its parties' telephones are put right."""
    return derived(case_id, CONTACTS.name)
