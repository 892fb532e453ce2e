"""登记委员: the acts on a committee's roster (RULES 70, 74)."""

from dataclasses import asdict
from typing import Final
from uuid import UUID

from services.consultation.domain.roster import Expert, Roster
from shared.contracts.consultation import (
    ConsultationTimesSet,
    ExpertChanged,
    ExpertEnded,
    ExpertRegistered,
    Post,
)
from shared.contracts.fact import Head
from shared.law.article import RULES
from shared.law.period import WorkingDays
from shared.law.procedure import Refused

LONGEST: Final = 20
"""Working days that a committee may set for each of its two periods (RULES 74)."""


def register(
    roster: Roster, head: Head, committee: str, code: str, expert: Expert
) -> ExpertRegistered:
    """登记委员 (RULES 70).

    Raises:
        Refused: The term ends before it begins, or there is a director already.
    """
    _check(roster, head, code, expert)
    return ExpertRegistered(head=head, committee=committee, expert=code, **asdict(expert))


def change(roster: Roster, head: Head, code: str, expert: Expert) -> ExpertChanged:
    """变更委员登记 (RULES 70).

    Raises:
        Refused: As above.
    """
    _check(roster, head, code, expert)
    return ExpertChanged(head=head, committee=roster.committee, expert=code, **asdict(expert))


def end(roster: Roster, head: Head, code: str, reason_id: UUID) -> ExpertEnded:
    """委员退出 (RULES 70)."""
    return ExpertEnded(head=head, committee=roster.committee, expert=code, reason_id=reason_id)


def set_times(roster: Roster, head: Head, seat: int, speak: int) -> ConsultationTimesSet:
    """设定咨询时限, both in working days (RULES 74).

    Raises:
        Refused: One is no day at all, or longer than twenty.
    """
    if not all(1 <= days <= LONGEST for days in (seat, speak)):
        raise Refused("咨询的时限各为一个以上、二十个以下工作日", RULES[74])
    return ConsultationTimesSet(
        head=head,
        committee=roster.committee,
        seat_within=WorkingDays(seat).code,
        speak_within=WorkingDays(speak).code,
    )


def _check(roster: Roster, head: Head, code: str, expert: Expert) -> None:
    if expert.term_until < expert.term_from:
        raise Refused("任期的最后一日不得早于第一日", RULES[70])
    if expert.post is Post.DIRECTOR and roster.director_on(head.on) not in {None, code}:
        raise Refused("委员会主任只有一人，已登记在册", RULES[70])
