"""The periods of a file as the case page shows them: date, proof, warnings, and what moved it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from asyncpg import Record

from shared.casepage.answers import (
    ArticleOut,
    ClockOut,
    DeadlineOut,
    ExclusionOut,
    ExtensionOut,
    PageOut,
)
from shared.casepage.ringing import KINDS, Rung, called, says
from shared.casepage.table import Table
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Exclusion, Extension
from shared.law.coursetext import course_in
from shared.law.day import CITY, NEVER
from shared.law.proof import Proof
from shared.law.running import Running

DEADLINES: Final = """
SELECT case_id, name, subject, article, period, started_on, moment, until, provisional, course,
       opened, ended, ended_by
FROM hub.deadline WHERE case_id = ANY($1::uuid[]) ORDER BY until NULLS LAST, name, subject
"""

Place = tuple[UUID, str, str, int]
"""File, name, subject and opening page of a period."""


def rung(pages: Iterable[Record]) -> dict[Place, list[ClockOut]]:
    """What clocks told of each period, from the pages of clock files."""
    found: dict[Place, list[ClockOut]] = {}
    for page in pages:
        if kind := KINDS.get(page["kind"]):
            fact = kind.model_validate_json(page["body"])
            place = (fact.of_case_id, fact.deadline, fact.subject, fact.opened)
            found.setdefault(place, []).append(_clock(page, fact))
    return found


def deadline_out(
    table: Table,
    row: Record,
    pages: Mapping[int, PageOut],
    told: Mapping[Place, list[ClockOut]],
    calendar: Calendar,
) -> DeadlineOut:
    """A period as it is answered; `pages` are the file's pages by number."""
    running = _running(row)
    edition = table.edition_on(running.started_on)
    term = table.deadline_term(running.name, running.started_on)
    article = Article.parse(running.article)
    reckoning = running.reckon(calendar)  # on the calendar that now is
    opened = pages.get(running.opened)
    opened_on = opened.on if opened else running.started_on
    said = opened.findings if opened else {}
    because = table.because_of(running.name, running.started_on, opened_on, said)
    proof = reckoning and Proof(
        term=term,
        article=article,
        because=because or (opened.term if opened else ""),
        reckoning=reckoning,
        rule=running.name,
        edition=edition,
    )
    return DeadlineOut(
        name=running.name,
        term=term,
        subject=running.subject,
        article=article_out(article),
        period=running.period,
        edition=edition,
        started_on=running.started_on,
        until=None if running.until == NEVER else running.until,
        standing_still=running.standing_still and row["ended"] is None,
        provisional=running.provisional,
        exclusions=[_exclusion(one) for one in running.course.exclusions],
        extensions=[_extension(one) for one in running.course.extensions],
        clock=told.get((row["case_id"], *running.key), []),
        proof=proof.data() if proof else None,
        opened=running.opened,
        ended=row["ended"],
        ended_by=row["ended_by"],
    )


def _exclusion(one: Exclusion) -> ExclusionOut:
    return ExclusionOut(
        after=one.after,
        until=one.until,
        reason=one.reason,
        article=article_out(one.article),
        approved_by=one.approved_by,
    )


def _extension(one: Extension) -> ExtensionOut:
    return ExtensionOut(
        by=str(one.by),
        reason=one.reason,
        article=article_out(one.article),
        approved_by=one.approved_by,
        on=one.on,
    )


def article_out(article: Article) -> ArticleOut:
    """An article as it is answered."""
    return ArticleOut(code=article.code, text=str(article))


def _clock(page: Record, fact: Rung) -> ClockOut:
    return ClockOut(
        kind=page["kind"],
        term=called(fact),
        says=says(fact),
        on=page["legal_on"],
        at=page["at"].astimezone(CITY),
        warning=getattr(fact, "warning", None),
        until_before=getattr(fact, "until_before", None),
        until=fact.until,
        notice=getattr(fact, "notice_number", None),
    )


def _running(row: Record) -> Running:
    return Running(
        name=row["name"],
        subject=row["subject"],
        opened=row["opened"],
        until=_city(row["until"]) or NEVER,  # midnight is midnight in the city
        started_on=row["started_on"],
        article=row["article"],
        period=row["period"],
        provisional=row["provisional"],
        moment=_city(row["moment"]),
        course=course_in(row["course"]),
    )


def _city(moment: datetime | None) -> datetime | None:
    return moment.astimezone(CITY) if moment else None
