"""本人的起诉期限: until when a party may sue over a decision, from its own service (ALL 45).

The road of a dispute tells the date of the first applicant who was served, and beside it that of
each other one: each reads its own here, and whoever still waits for the decision reads none.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from shared.casepage.answers import DeadlineOut, DisputeOut, FileOut, PageOut
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.routing import (
    Occasion,
    OwnSuitReplaced,
    OwnSuitTold,
    Road,
    RoadNotified,
    SuitFiled,
    SuitReplaced,
)
from shared.law.article import ALL, ARL, Article
from shared.party.papers import own_services, participants_of, spoken_for
from shared.party.periods import OWN_SUIT
from shared.party.session import PartyPage
from shared.party.words import NOBODY_SUES

SERVED: Final = DecisionServed.kind_name()
AGAIN: Final = ServedAgain.kind_name()
DELIVERED: Final = DecisionDelivered.kind_name()
SUED: Final = SuitFiled.kind_name()
REPLACED: Final = SuitReplaced.kind_name()
OWN_REPLACED: Final = OwnSuitReplaced.kind_name()
OVER: Final = frozenset({SUED, REPLACED, OWN_REPLACED})
"""Pages of the road after which nobody is told to sue any more: it was sued, or nothing stands."""
TOLD: Final = frozenset({RoadNotified.kind_name(), OwnSuitTold.kind_name()})


SUERS: Final = """
SELECT case_id, version, body::jsonb ->> 'applicant' AS person_id FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) AND kind = $2
"""
"""Who sued, page by page: a page itself tells no party."""

Suers = Mapping[tuple[UUID, int], str | None]
"""By file and page; None where nobody was named."""


@dataclass(frozen=True, slots=True)
class OwnSuit:
    """起诉期限 of this party; there is no day while it waits for the decision."""

    until: date | None = None
    article: Article = ALL[45]
    served_on: date | None = None


async def own_suit(party: PartyPage, dispute: DisputeOut) -> OwnSuit | None:
    """What the newest decision that is served one by one says to this party.

    Where it was served again before all others had it, that service says it. None where there is no
    decision, where the page of the last service alone tells of it, or it was served again after the
    end: the road then tells the day, that of the first and beside it one's own.
    """
    case = next((one for one in reversed(dispute.files) if _pages(one, SERVED)), None)
    if case is None:
        return None
    pages = _pages(case, SERVED)
    mine = await own_services(party, case, pages)
    had = next((one for one in reversed(pages) if one.version in mine), None)
    if had is None:
        return None if _pages(case, DELIVERED) else OwnSuit()
    if any(_of_decision(one) for one in dispute.files if one is not case):
        return None
    on = mine[had.version].on
    own = next((one for one in reversed(_pages(case, AGAIN)) if one.on == on != had.on), had)
    nobody_sues = any(own.findings.get(one) is True for one in NOBODY_SUES)
    if nobody_sues or await _is_over(party, dispute, case, own):
        return None
    dismissed = own.findings.get("outcome") == "application_dismissed"
    first = dismissed and own.findings.get("compulsory") is True
    until = date.fromisoformat(own.findings["sue_until"])
    return OwnSuit(until, ARL[34] if first else ALL[45], own.on)


def is_of_decision(row: DeadlineOut, file: FileOut) -> bool:
    """Whether what runs in a road are an applicant's days over a decision, the first's or its."""
    said = _told(row, file)
    road = said.get("road", Road.COURT)  # whose own they are, is told nothing but of the court
    return (road, said.get("occasion")) == (Road.COURT, Occasion.DECIDED)


def is_of_refusal(row: DeadlineOut, file: FileOut) -> bool:
    """Whether one's own days in a road are those over a refusal."""
    return _told(row, file).get("occasion") == Occasion.DECLINED


def is_over_paper(row: DeadlineOut) -> bool:
    """Whether they are the days to sue that a road tells of after a reconsideration."""
    return (row.name, row.subject) == ("sue", Road.COURT)


def _of_decision(file: FileOut) -> bool:
    """Whether a decision was served again in what follows a case, and not a refusal."""
    return any(not one.findings.get("sue_article") for one in _pages(file, AGAIN))


def _told(row: DeadlineOut, file: FileOut) -> Mapping[str, Any]:
    """What the page said that told of a period in a road; nothing of any other page."""
    opened = next((one for one in file.pages if one.version == row.opened), None)
    return opened.findings if opened and opened.kind in TOLD else {}


def _pages(file: FileOut, kind: str) -> list[PageOut]:
    return [one for one in file.pages if one.kind == kind]


async def _is_over(party: PartyPage, dispute: DisputeOut, case: FileOut, own: PageOut) -> bool:
    """Whether this party has sued since, or nobody sues over it any more.

    The suit of another, applicant or third person, takes nothing from its days (ALL 25, 45). The
    decision itself takes the place of the direct suit, as the same service is heard.
    """
    roads = [one for one in dispute.files if one.procedure == "triage"]
    ids = [one.case_id for one in roads]
    rows = await party.page.hub.pool.fetch(SUERS, ids, SUED)
    suers = {(row["case_id"], row["version"]): row["person_id"] for row in rows}
    persons = spoken_for(party, await participants_of(party, case))
    return any(
        one.kind in OVER
        and one.at >= own.at
        and one.findings.get("road") != Road.RECONSIDERATION
        and not _is_of_another(one, file, persons, suers)
        for file in roads
        for one in file.pages
    )


def _is_of_another(page: PageOut, file: FileOut, persons: Collection[str], suers: Suers) -> bool:
    """Whether a page ends days of others only.

    A page of old that names nobody tells of everybody. Whoever has days of its own in the road
    reads there whether nobody sues over it any more; what ends those of the road says nothing of
    own days that run on.
    """
    if page.kind == SUED:
        who = suers.get((file.case_id, page.version))
        return who is not None and who not in persons
    rows = (one for one in (*file.running, *file.ended) if one.name == OWN_SUIT)
    own = [one for one in rows if one.subject in persons]
    if page.kind == OWN_REPLACED:
        return all(one.ended_by != page.version for one in own)
    return any(one.ended_by is None or one.ended_by > page.version for one in own)
