"""Plenary meeting 全体会议 of a committee (ARL 52; ARR2026 51; RULES 142)."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.consultation.domain.roster import Roster
from shared.contracts.consultation import PlenaryHeld, PlenarySubject, Post
from shared.contracts.fact import Head
from shared.law.article import RULES
from shared.law.procedure import Refused

PRESIDING: Final = frozenset({Post.DIRECTOR, Post.DEPUTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plenary:
    """What the secretary records of one."""

    called_on: date
    """通知之日."""
    chair: str
    attended: tuple[str, ...]
    subjects: tuple[PlenarySubject, ...]


def hold(roster: Roster, head: Head, said: Plenary, minutes_id: UUID) -> PlenaryHeld:
    """召开全体会议, as it is recorded afterwards.

    Args:
        roster: The committee's roster.
        head: Head of the new page, of the day of the meeting.
        said: Who was called and came, who presided, what was discussed.
        minutes_id: Document with the minutes.

    Raises:
        Refused: It was called after it met; somebody came twice or is no member of that day; half
            of the members or less came; whoever presided did not, or is neither director nor
            deputy where there is one.
    """
    members = roster.serving_on(head.on)
    if said.called_on > head.on:
        raise Refused("全体会议应当先通知委员，再召开", RULES[142])
    if len(set(said.attended)) < len(said.attended):
        raise Refused("出席的委员不得重复列入", RULES[142])
    for one in said.attended:
        if one not in members:
            raise Refused(f"{one} 不是任期以内的在册委员", RULES[142])
    if len(said.attended) * 2 <= len(members):
        raise Refused("出席的委员未超过在册委员的半数", RULES[142])
    _check_chair(roster, head.on, said)
    return PlenaryHeld(
        head=head,
        committee=roster.committee,
        called_on=said.called_on,
        chair=said.chair,
        attended=said.attended,
        absent=tuple(sorted(members.keys() - set(said.attended))),
        subjects=said.subjects,
        minutes_id=minutes_id,
    )


def _check_chair(roster: Roster, on: date, said: Plenary) -> None:
    if said.chair not in said.attended:
        raise Refused("全体会议由出席的委员主持", RULES[142])
    leading = {code for code, one in roster.serving_on(on).items() if one.post in PRESIDING}
    if leading and said.chair not in leading:
        raise Refused("设有主任、副主任的，全体会议由主任或者副主任主持", RULES[142])
