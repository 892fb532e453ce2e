"""送达: by which manner and on which day a paper is served, and who has a decision (ARL 75, 88).

What a manner asks for (CPL 87 to 95) is one for every paper: `by_manner`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.decision import effects, performance_day
from services.reconsideration.domain.remedies import sue_by
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import Power
from shared.contracts.reconsideration.served import (
    Announced,
    DecisionAnnounced,
    DecisionServed,
    Service,
)
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL, RULES, Article
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.service import Served, served

KNOWN: Final = "已经记载无承受人，不再向其送达；记载有误的，先撤销这一记载"
"""Why nothing is served on a party that is no more (RULES 145)."""

_AGAIN: Final = "已经向其送达；前一次不成其为送达的，写明理由，记载重新送达"

OF_CITIZENS: Final[dict[Manner, Article]] = {
    Manner.FAMILY: CPL[88].par(2),
    Manner.PASSED_ON: CPL[94],
}
"""Manners that only a citizen can be served by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """送达, as whoever records it says it."""

    standing: Standing | None
    """None for whoever is no party, to whom some papers are written."""
    person_id: UUID | None = None
    manner: Manner
    shown_on: date
    """What the evidence shows; of a public notice, the day of its publication."""
    condition_met: bool = False
    """What the manner also asks for, as `shared.law.service` has it, was there."""
    receiver_id: UUID | None = None
    organ: str | None = None
    """Which of several respondents, None for the one named first; or the organ that is no party."""

    @property
    def on_organ(self) -> bool:
        """Whether it is an organ that is served."""
        return self.standing is Standing.RESPONDENT or self.person_id is None

    def of_other(self, case: Case) -> str:
        """The other joint respondent whom it is about; empty where it is about none."""
        return "" if self.organ in {None, case.respondent} else str(self.organ)


def service(
    case: Case, said: Serving, receipt_id: UUID, calendar: Calendar, *, today: date
) -> Service:
    """送达之日 of one party by the manner in which it was served (ARL 88; CPL 87-95).

    Raises:
        Refused: It is no party of this case, the manner is not for it, what the manner asks for
            is not there, or the period of the public notice is not over.
    """
    standing = _must_be_served(case, said)
    done = by_manner(case, said, calendar, today=today)
    return Service(
        standing=standing,
        person_id=said.person_id,
        manner=said.manner,
        shown_on=said.shown_on,
        served_on=done.on,
        receiver_id=said.receiver_id,
        receipt_id=receipt_id,
        organ=said.of_other(case),
    )


def by_manner(case: Case, said: Serving, calendar: Calendar, *, today: date) -> Served:
    """送达之日 of any paper by the manner in which it was served (ARL 88; CPL 87-95).

    Args:
        case: The case whose paper it is, or from whose file the paper's derives.
        said: What whoever records it says.
        calendar: The city's calendar.
        today: The day on which it is recorded.

    Raises:
        Refused: The manner is not for whoever is served, what it asks for is not there, or the
            period of the public notice is not over.
    """
    _check_manner(case, said)
    done = _counted(said.manner, said.shown_on, calendar, condition_met=said.condition_met)
    if done.proof and done.on > today:
        raise Refused(f"公告期于{done.on}届满，届满之日才视为送达", done.article)
    return done


def _counted(manner: Manner, shown_on: date, calendar: Calendar, *, condition_met: bool) -> Served:
    done = served(manner, shown_on, calendar)
    if done.condition and not condition_met:
        raise Refused(f"这一送达方式应当具备：{done.condition}", done.article)
    return done


def _must_be_served(case: Case, said: Serving) -> Standing:
    parties: dict[Standing, tuple[UUID | None, ...]] = {
        Standing.APPLICANT: case.applicants,
        Standing.THIRD: case.participants.every_third,
        Standing.RESPONDENT: (None,),
    }
    if said.organ and (said.standing is not Standing.RESPONDENT):
        raise Refused("写明机关的，只是向被申请人送达", ARL[75].par(2))
    others = {"", *case.respondents[1:]}
    standing = said.standing
    if (
        standing is None
        or said.person_id not in parties[standing]
        or said.of_other(case) not in others
    ):
        raise Refused("不是本案应当送达的申请人、第三人或者被申请人", ARL[75].par(2))
    return standing


def _check_manner(case: Case, said: Serving) -> None:
    """A manner for citizens, or by an agent; 补充告知 is none, for it tells what is served."""
    if said.manner is Manner.LATER:
        raise Refused("补充告知不是送达文书的方式", CPL[87].par(1))
    if said.on_organ and said.manner in OF_CITIZENS:
        raise Refused("受送达人是机关，不适用这一送达方式", OF_CITIZENS[said.manner])
    if (said.manner is Manner.AGENT) is not (said.receiver_id is not None):
        raise Refused("由代理人签收的写明是哪一名代理人，其他方式不写", CPL[88].par(2))
    if said.receiver_id and not _may_receive(case, said):
        raise Refused("签收的不是该当事人有权签收的代理人", CPL[88].par(2))


def _may_receive(case: Case, said: Serving) -> bool:
    """Whether this agent acts for this very party and may receive papers (ARL 14, 17)."""
    return any(
        one.agent_id == said.receiver_id
        and one.principal_id == said.person_id
        and one.standing is said.standing
        and one.organ == said.of_other(case)
        and one.may(Power.RECEIVE, said.shown_on)
        for one in case.participants.agents
    )


def serve(
    case: Case,
    head: Head,
    done: Service,
    calendar: Calendar,
    *,
    annulled: bool = False,
    corrected: bool = False,
) -> DecisionServed:
    """送达决定书于一名当事人 (ARL 75; ALL 45).

    Args:
        case: The case, decided.
        head: Head of the new page.
        done: The service.
        calendar: The city's calendar.
        annulled: Whether the decision fell meanwhile; nobody sues over it any more (RULES 92).
        corrected: Whether the application it dismissed was accepted meanwhile (RULES 172).

    Raises:
        Refused: There is no decision yet, it was made later, this party was served already, or it
            is no more and has no successor.
    """
    if case.decided_on is None:
        raise Refused("尚未作出行政复议决定，不得送达", ARL[75])
    if done.shown_on < case.decided_on:
        raise Refused(f"决定于{case.decided_on}作出，不得在此之前送达", ARL[75])
    if done.person_id in case.participants.heirless:
        raise Refused(KNOWN, RULES[145])
    known = case.served_organs if done.organ else case.served_days
    if (done.organ or done.person_id) in known:
        raise Refused(_AGAIN, ARL[75].par(2))
    notice = announced_to(case, done.person_id) if done.manner is Manner.NOTICE else None
    if notice and notice.announced_on != done.shown_on:
        raise Refused(f"卷内记载于{notice.announced_on}发出公告，日期不一致", CPL[95].par(1))
    after = replace(case, services=(*case.services, done))
    return DecisionServed(
        head=head,
        others_unserved=someone_waits(after),
        annulled=annulled,
        corrected=corrected,
        **done.model_dump(),
        **effects(case),
        **(_of_person(case, done, calendar) if done.person_id else _of_organ(case, done, calendar)),
    )


def _of_person(case: Case, done: Service, calendar: Calendar) -> dict[str, Any]:
    """起诉期限 of whom it was served on, and the first of the days of all applicants (ALL 45)."""
    days = [case.served_days[one] for one in case.applicants if one in case.served_days]
    first = min((done.served_on, *days)) if done.standing is Standing.APPLICANT else None
    return {"sue_until": sue_by(case, done.served_on, calendar), "first_served_on": first}


def _of_organ(case: Case, done: Service, calendar: Calendar) -> dict[str, Any]:
    """履行期限 of this respondent, from its own service (ARL 75, 77)."""
    until = performance_day(case, done.served_on, calendar)
    return {"respondent": done.organ or case.respondent, "perform_by": until}


def announce(
    case: Case,
    head: Head,
    person_id: UUID,
    reason_id: UUID,
    calendar: Calendar,
    *,
    condition_met: bool,
) -> DecisionAnnounced:
    """公告送达决定书: from this day its period runs, and at its end it counts as served (CPL 95).

    Args:
        case: The file.
        head: Head of the new page, of the day on which the notice was published.
        person_id: The applicant or third person.
        reason_id: Document with why, and what was tried before.
        calendar: The city's calendar.
        condition_met: 下落不明或者其他方式无法送达.

    Raises:
        Refused: It is no person who is still to be served, the notice lies before the decision, one
            was published before, or what it asks for is not there.
    """
    if case.decided_on is None or head.on < case.decided_on:
        raise Refused("尚未作出行政复议决定，不得公告送达", ARL[75])
    if person_id not in case.addressees or person_id in case.served_days:
        raise Refused("不是尚待送达的申请人、第三人", CPL[95].par(1))
    if announced_to(case, person_id):
        raise Refused("已经发出公告，公告期满视为送达", CPL[95].par(1))
    done = _counted(Manner.NOTICE, head.on, calendar, condition_met=condition_met)
    notice = Announced(person_id=person_id, announced_on=head.on, served_on=done.on)
    return DecisionAnnounced(
        head=head,
        standing=Standing.APPLICANT if person_id in case.applicants else Standing.THIRD,
        person_id=person_id,
        served_on=done.on,
        reason_id=reason_id,
        others_unserved=someone_waits(replace(case, announced=(*case.announced, notice))),
    )


def announced_to(case: Case, person_id: UUID | None) -> Announced | None:
    """公告送达 on this person, where one was published."""
    return next((one for one in case.announced if one.person_id == person_id), None)


def someone_waits(case: Case) -> bool:
    """Whether somebody is to be served for whom no public notice runs (ARL 75; CPL 95)."""
    left = (who for who in unserved(case) if announced_to(case, who) is None)
    return bool(unserved_organs(case)) or any(True for _ in left)


def unserved(case: Case) -> Iterator[UUID | None]:
    """On whom the decision is still to be served; None for the respondent."""
    return (who for who in (None, *case.addressees) if who not in case.served_days)


def unserved_organs(case: Case) -> tuple[str, ...]:
    """On which other joint respondents it is still to be served (ARL 19, 75)."""
    return tuple(one for one in case.respondents[1:] if one not in case.served_organs)
