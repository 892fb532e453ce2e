"""A panel at work: recusal, replacement, the meeting, and opinions (ARL 52; RULES 71 to 73)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.consultation.commands.asking import its_roster
from services.consultation.domain import panel, recusal, sitting
from services.consultation.domain.case import Consultation
from services.consultation.store import CONSULTATIONS, ROSTERS, roster_of
from shared.auth.labels import CONTESTED, PANEL
from shared.contracts.consultation import Asker, MemberOpinion
from shared.contracts.reconsideration import Stance
from shared.work import Work


@dataclass(frozen=True, slots=True)
class Voice:
    """What a member said at a meeting; `text` is empty where the minutes say it."""

    member: str
    stance: Stance
    text: str = ""


def ask_recusal(
    work: Work,
    case_id: UUID,
    member: str,
    asker: Asker,
    *,
    reason: str,
    by: str,
    on: date | None = None,
) -> Consultation:
    """提出委员回避: the secretary takes down who asks (RULES 72)."""
    case = work.take(CONSULTATIONS, case_id)
    its_roster(work, case)
    reason_id = paper(work, case, "recusal_reason", reason)
    head = work.head(case, by=by, on=on)
    asked = recusal.ask(case, head, member, asker, reason_id)
    return _awaited(work, work.record(case, asked))


def declare_recusal(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Consultation:
    """申报本人回避: a member does it (RULES 72)."""
    case = work.take(CONSULTATIONS, case_id)
    reason_id = paper(work, case, "recusal_reason", reason)
    asked = recusal.declare(case, work.head(case, by=by, on=on), reason_id)
    return _awaited(work, work.record(case, asked))


def decide_recusal(
    work: Work,
    case_id: UUID,
    member: str,
    *,
    granted: bool,
    reason: str,
    by: str,
    heads: bool = False,
    on: date | None = None,
) -> Consultation:
    """决定委员回避与否, by the director, or who `heads` the body that asks (RULES 72).

    Who is director is read from the roster, which is declared with the act: a term may have ended
    since the file was told. A panel that was seated before there were rosters has none.
    """
    case = work.take(CONSULTATIONS, case_id)
    reason_id = paper(work, case, "recusal_ruling", reason)
    head = work.head(case, by=by, on=on)
    roster = work.find(ROSTERS, roster_of(case.authority))
    director = (roster.director_on(head.on) if roster else None) or ""
    decider = recusal.as_whom(by, director, heads=heads)
    ruling = recusal.Ruling(decider=decider, granted=granted, reason_id=reason_id)
    fact = recusal.decide(case, head, director, member, ruling)
    if granted:
        _seat(work, case_id, (one for one in case.members if one != member))
    return _awaited(work, work.record(case, fact))


def replace_member(
    work: Work,
    case_id: UUID,
    member: str,
    successor: str,
    *,
    reason: str,
    tied: Collection[str] = (),
    by: str,
    on: date | None = None,
) -> Consultation:
    """替换委员 (RULES 71)."""
    case = work.take(CONSULTATIONS, case_id)
    reason_id = paper(work, case, "replacement_reason", reason)
    head = work.head(case, by=by, on=on)
    roster = its_roster(work, case)
    fact = panel.replace(case, head, roster, member, successor, reason_id=reason_id, tied=tied)
    _seat(work, case_id, (*(one for one in case.members if one != member), successor))
    return work.record(case, fact)


def hold_meeting(
    work: Work,
    case_id: UUID,
    chair: str,
    voices: Iterable[Voice],
    *,
    minutes: str,
    tied: Collection[str] = (),
    by: str,
    on: date | None = None,
) -> Consultation:
    """召开案件咨询会议: the secretary records who came and what each thinks (ARR2026 51)."""
    case, said = work.take(CONSULTATIONS, case_id), tuple(voices)
    panel.refuse_bound(case, its_roster(work, case), (one.member for one in said), tied)
    minutes_id = paper(work, case, "consultation_minutes", minutes)
    opinions = [
        MemberOpinion(
            member=one.member,
            stance=one.stance,
            opinion_id=paper(work, case, "member_opinion", one.text) if one.text else None,
        )
        for one in said
    ]
    head = work.head(case, by=by, on=on)
    return work.record(case, sitting.hold_meeting(case, head, chair, opinions, minutes_id))


def speak(
    work: Work, case_id: UUID, stance: Stance, *, text: str, by: str, on: date | None = None
) -> Consultation:
    """提出委员意见: a member's own (RULES 73)."""
    case = work.take(CONSULTATIONS, case_id)
    opinion_id = paper(work, case, "member_opinion", text)
    head = work.head(case, by=by, on=on)
    return work.record(case, sitting.speak(case, head, stance, opinion_id))


def give_opinion(
    work: Work,
    case_id: UUID,
    stance: Stance,
    *,
    text: str,
    tied: Collection[str] = (),
    by: str,
    on: date | None = None,
) -> Consultation:
    """提出咨询意见: the panel's, sent by the secretary (ARL 52)."""
    case = work.take(CONSULTATIONS, case_id)
    roster = its_roster(work, case)
    panel.refuse_bound(case, roster, case.members, tied)
    opinion_id = paper(work, case, "committee_opinion", text)
    head = work.head(case, by=by, on=on)
    fact = sitting.give(case, head, stance, opinion_id)
    panel.check_mixture(case, roster, case.members)
    return work.record(case, fact)


def paper(work: Work, case: Consultation, kind: str, text: str) -> UUID:
    """Keep a text of the file; facts carry its id."""
    return work.document(case.case_id, case.dispute_id, kind, text)


def _awaited(work: Work, case: Consultation) -> Consultation:
    """Let the file say whose recusal waits: the body's heads have it on their list (RULES 72)."""
    work.label(case.case_id, **{CONTESTED: " ".join(case.contested)})
    return case


def _seat(work: Work, case_id: UUID, members: Iterable[str]) -> None:
    work.label(case_id, **{PANEL: " ".join(members)})
