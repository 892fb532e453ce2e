"""证据: when a piece is put in, and added to late (ARL 43, 46, 48)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.proving import Reply, reply
from services.reconsideration.domain.evidence import Evidence
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.joint_acts import acting_as, still_replying
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.saying import Norm
from services.reconsideration.domain.standing import Persons, standing_of
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.proving import (
    EvidenceKind,
    EvidenceSubmitted,
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
    FurtherEvidenceRequested,
    Proving,
)
from shared.law.article import ARL
from shared.law.calendar import Calendar
from shared.law.day import NEVER
from shared.law.online import hand_in
from shared.law.period import day_of_expiry, parse_period
from shared.law.procedure import Refused

_FURTHER = ARL[46].par(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of a piece as it is put in (ARL 43, 44)."""

    evidence_kind: EvidenceKind
    proving: Proving
    attachments: tuple[str, ...] = ()
    collected_on: date | None = None
    """取得之日, of the respondent's pieces."""


def as_oneself(case: Case, head: Head, standing: Standing, persons: Persons) -> Standing:
    """As what a party does something by itself; an officer says for whom it is taken down.

    Args:
        case: The file.
        head: Head of the new page.
        standing: For whom, as it was said; a party is what it is.
        persons: Whom the party's act binds; None where an officer takes it down.

    Raises:
        Refused: It takes no part, or what it does online is to be dated back (ARR2026 28).
    """
    if persons is None:
        return standing
    own = standing_of(case, persons)
    if own is None:
        raise Refused("由申请人、第三人或者其代理人本人提出", ARL[43].par(1))
    hand_in(head)
    return own


def submit_late(
    case: Case, standing: Standing, on: date, calendar: Calendar, organ: str = ""
) -> bool:
    """补充证据: whether evidence of this day is late, and so needs the leave of the body.

    The law sets applicants and third persons no time; each respondent has that of its reply, with
    which its evidence came (CPL 85), or of the days given anew (CPL 86). `organ` is another one
    than the first.

    Raises:
        Refused: It is late, and the body did not consent (ARL 46): the leave of another respondent
            is not its own; or it has not received the copy yet, from which its time runs (ARL 48).
    """
    other = next((one for one in case.joint if one.organ == organ), None)
    replies = organ in still_replying(case) if other else case.state is State.REPLYING
    if standing is not Standing.RESPONDENT or replies or on == (other or case.evidence).in_time_on:
        return False
    if _in_days_given(case, other or case.evidence, on, calendar):
        return False
    leave = has_leave(case, standing, organ)
    said = Reply(
        track=case.track,
        copied_on=other.copied_on if other else case.evidence.copied_on,
        submitted_on=on,
        new_reasons=leave,
        consented=leave,
        third_party_evidence=None,
        own_act=None,
        left_out=tuple(one.left_out for one in case.suspensions),
    )
    ruling = reply(said, on, calendar)
    if ruling.norm is Norm.UNCLEAR:
        raise Refused("被申请人收到申请书副本以后，才提交证据", ARL[48])
    if ruling.norm is Norm.BARRED:
        raise Refused(ruling.says.removesuffix("。"), _FURTHER)
    return bool(ruling.values["late"])


def _in_days_given(case: Case, one: Evidence | Joint, on: date, calendar: Calendar) -> bool:
    """Whether this day lies in the days to reply that were given anew 顺延 (ARL 48; CPL 86)."""
    if one.deferred_on is None:
        return False
    left_out = [each.left_out for each in case.suspensions]
    days = parse_period(one.deferred_days).reckon(one.deferred_on, calendar, exclusions=left_out)
    return one.deferred_on <= on and (days.until == NEVER or on <= day_of_expiry(days.until))


def has_leave(case: Case, standing: Standing | None, organ: str) -> bool:
    """Whether this respondent may add to its evidence now: the body consented (ARL 46)."""
    return standing is Standing.RESPONDENT and bool(case.leave_of(organ).further_since)


def submit(
    case: Case,
    head: Head,
    standing: Standing | None,
    said: Said,
    shows_id: UUID,
    *,
    late: bool,
    leave: bool = False,
    organ: str = "",
    pieces: int = 1,
) -> EvidenceSubmitted:
    """提出证据: one piece (ARL 43).

    With leave the respondent adds to its evidence in its days too: what it has collected since
    acceptance; anything else is what it had to hand in anyhow (ARL 46).

    Args:
        case: The file.
        head: Head of the new page.
        standing: Who puts it in; None for what the body took itself.
        said: What it is.
        shows_id: Document that says what the piece is and shows.
        late: As `submit_late` found.
        leave: As `has_leave` found, before the first of several pieces used it up.
        organ: Which other joint respondent puts it in, if one does.
        pieces: How many are put in together, of the first of them; 0 of the others.
    """
    return EvidenceSubmitted(
        head=head,
        evidence=len(case.evidence.pieces) + 1,
        standing=standing,
        evidence_kind=said.evidence_kind,
        proving=said.proving,
        shows_id=shows_id,
        attachments=said.attachments,
        collected_on=said.collected_on,
        supplements=late or (leave and since_acceptance(case, said.collected_on)),
        organ=organ,
        pieces=pieces,
    )


def whose_leave(case: Case, organ: str | None) -> str:
    """谁申请补充证据: of whose request the body decides; of the only one, if none is named.

    Returns:
        The code of one of the others; empty for the respondent named first.

    Raises:
        Refused: Several have asked and none is named, or it is no respondent of this case.
    """
    asked = case.further_asked
    if organ is None and len(asked) > 1:
        raise Refused("有数个被申请人申请补充证据，应当写明答复谁的申请", _FURTHER)
    acting = acting_as(case, organ or next(iter(asked), None), "")
    return "" if acting == case.respondent else acting


def ask_further(case: Case, head: Head, text_id: UUID, organ: str = "") -> FurtherEvidenceRequested:
    """申请补充证据, of each respondent for itself; `organ` is one of the others (ARL 19, 46).

    Raises:
        Refused: It has asked already, or the body has consented.
    """
    if on := case.leave_of(organ).further_asked_on:
        raise Refused(f"已于{on}申请补充证据，尚未答复", _FURTHER)
    _refuse_allowed(case, organ)
    return FurtherEvidenceRequested(head=head, text_id=text_id, organ=organ)


def allow_further(
    case: Case, head: Head, raised_by: Standing, reason_id: UUID, organ: str = ""
) -> FurtherEvidenceAllowed:
    """同意补充证据, once to each respondent, for what was not brought at the act (ARL 46).

    Raises:
        Refused: It was brought by the respondent itself, or the body has consented already.
    """
    if raised_by is Standing.RESPONDENT:
        text = "申请人或者第三人提出作出行政行为时没有提出的理由或者证据的，才可以同意补充"
        raise Refused(text, _FURTHER)
    _refuse_allowed(case, organ)
    return FurtherEvidenceAllowed(head=head, raised_by=raised_by, reason_id=reason_id, organ=organ)


def refuse_further(
    case: Case, head: Head, reason_id: UUID, organ: str = ""
) -> FurtherEvidenceRefused:
    """不同意补充证据 to one respondent (ARL 46).

    Raises:
        Refused: It has not asked.
    """
    if case.leave_of(organ).further_asked_on is None:
        raise Refused("没有尚未答复的补充证据申请", _FURTHER)
    return FurtherEvidenceRefused(head=head, reason_id=reason_id, organ=organ)


def _refuse_allowed(case: Case, organ: str) -> None:
    if on := case.leave_of(organ).further_since:
        raise Refused(f"已于{on}同意补充证据，证据尚未提交", _FURTHER)


def since_acceptance(case: Case, collected_on: date | None) -> bool:
    """Whether a piece was collected after the case was accepted (ARL 46)."""
    return bool(case.accepted_on and collected_on and collected_on >= case.accepted_on)
