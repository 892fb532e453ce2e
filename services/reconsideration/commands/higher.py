"""提级审理, and who reads the file of an elevated case (ARL 38; ARR2026 40)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands import deferral
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import higher_acts as acts
from services.reconsideration.domain.case import Case
from shared.auth.labels import ABOVE, AUTHORITIES, CO_AUTHORITIES
from shared.contracts.reconsideration.higher import (
    ElevatedCaseEnded,
    ElevatedFileReceived,
    Elevation,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    EndAbove,
    FileHandedOver,
)
from shared.directory.model import Level
from shared.law.article import ARL
from shared.work import Work


def under(work: Work, authority: str) -> dict[str, str]:
    """The labels of a file of this authority: whose it is, and whose heads read it (ARL 38, 40)."""
    return {"authority": authority, ABOVE: " ".join(work.directory.authorities_above(authority))}


def let_read(work: Work, case: Case, *organs: str) -> None:
    """Let these authorities read the file beside the one that handles it, as its label says."""
    labels = work.labels_of(case.case_id)
    handles = labels.get("authority", case.authority)
    every = dict.fromkeys((*labels.get(AUTHORITIES, "").split(), *organs))
    work.label(case.case_id, **{AUTHORITIES: " ".join(one for one in every if one != handles)})


def let_read_no_more(work: Work, case: Case, organ: str) -> None:
    """Take that right from an authority, unless the case went through its hands or goes there."""
    if organ in (case.elevated.above, *case.elevated.before):
        return
    named = work.labels_of(case.case_id).get(AUTHORITIES, "").split()
    work.label(case.case_id, **{AUTHORITIES: " ".join(one for one in named if one != organ)})


def let_decide_alone(work: Work, case: Case) -> None:
    """Once it is taken up from above nobody decides with that authority (ARL 38; ARR2026 32)."""
    for organ in case.co_authorities:
        let_read_no_more(work, case, organ)
    if case.co_authorities:
        work.label(case.case_id, **{CO_AUTHORITIES: ""})


def ask(
    work: Work,
    case_id: UUID,
    ground: Elevation,
    *,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """报请提级审理; the authority above reads the file from here on (ARL 38)."""
    case, head = turn(work, case_id, by, on, ElevationAsked)
    text_id = paper(work, case, "elevation_request", text)
    fact = acts.ask(case, head, ground, work.directory.authorities_above(case.authority), text_id)
    let_read(work, case, fact.asked_of)
    return work.record(case, fact)


def deny(
    work: Work,
    case_id: UUID,
    organ: str,
    *,
    acting: str,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """不予提级审理, put on file by an officer of `acting` (ARL 38)."""
    case, head = turn(work, case_id, by, on, ElevationDenied)
    acts.refuse_others(case, organ, acting, "提级与否", ARL[38].par(1))
    reason_id = paper(work, case, "elevation_denial", reason)
    return work.record(case, acts.deny(case, head, organ, reason_id))


def order(
    work: Work,
    case_id: UUID,
    organ: str,
    ground: Elevation | None = None,
    *,
    acting: str,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """决定提级审理, as it is decided above or as its notice comes in below (ARL 38)."""
    case, head = turn(work, case_id, by, on, ElevationOrdered)
    acts.refuse_others(case, organ, acting, "提级与否", ARL[38].par(1))
    letter_id = paper(work, case, "elevation", text)
    above = work.directory.authorities_above(case.authority)
    fact = acts.order(case, head, ground, organ, letter_id, above=above)
    let_read(work, case, organ)
    return work.record(case, fact)


def hand_over(
    work: Work, case_id: UUID, organ: str, *, text: str, by: str, on: date | None = None
) -> Case:
    """移送案件材料, with the list `text` (ARR2026 40)."""
    case, head = turn(work, case_id, by, on, FileHandedOver)
    letter_id = paper(work, case, "file_transfer", text)
    return work.record(case, acts.hand_over(case, head, organ, letter_id))


def receive_file(
    work: Work,
    case_id: UUID,
    organ: str,
    requests: Sequence[UUID] = (),
    *,
    by: str,
    on: date | None = None,
) -> Case:
    """收到提级案件的材料: the file is its own now, and the one below reads on (ARR2026 40).

    What was asked in `requests` goes along (CPL 86).
    """
    case, head = turn(work, case_id, by, on, ElevatedFileReceived)
    fact = acts.receive_file(case, head, organ)
    let_decide_alone(work, case)
    work.label(case_id, **under(work, fact.authority))
    case = work.record(case, fact)
    let_read(work, case, fact.below)
    deferral.go_along(work, case, requests)
    return case


def end_above(
    work: Work,
    case_id: UUID,
    organ: str,
    *,
    end: EndAbove,
    ended_on: date,
    document_number: str,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """上级办结提级案件, by what the authority above told, `text` (ARR2026 40; RULES 118)."""
    case, head = turn(work, case_id, by, on, ElevatedCaseEnded)
    letter_id = paper(work, case, "end_above", text)
    above = case.elevated.above
    has_desk = bool(above) and work.directory.organ(above).level is not Level.PROVINCE
    fact = acts.end_above(
        *(case, head, end),
        ended_on=ended_on,
        document_number=document_number,
        letter_id=letter_id,
        organ=organ,
        has_desk=has_desk,
    )
    return work.record(case, fact)
