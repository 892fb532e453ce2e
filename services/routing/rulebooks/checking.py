"""规则簿的核对: editions against the pages that made them and went by them (RULES 52 to 54)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from services.routing import rulebook
from services.routing.domain.rulebook import RuleBookError
from services.routing.domain.rulebook_text import digest_of, read_book
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.contracts.routing import (
    DisputeRouted,
    RuleBookApproved,
    RuleBookWithdrawn,
    WhistleBlown,
)
from shared.db import Conn
from shared.editions import Edition, enacted
from shared.office import Broken, Rule

SAMPLES: Final = 5

PAGES: Final = "SELECT kind, body FROM hub.outbox WHERE kind = ANY($1::text[]) ORDER BY seq"

WENT_BY: Final = """
SELECT legal_on, body::jsonb ->> 'rules' AS rules, min(case_id::text) AS case_id, count(*) AS n
FROM hub.outbox WHERE kind = ANY($1::text[]) AND coalesce(body::jsonb ->> 'rules', '') <> ''
GROUP BY 1, 2 ORDER BY 1, 2
"""
"""Pages that name the edition by which they went; those of old name none."""

Told = tuple[UUID, date, str, str]
"""File, first day, digest of the text (empty where it withdraws one), and who did it."""


async def as_approved(conn: Conn) -> Broken:
    """Editions that no approval or withdrawal made, such acts without one, and texts unreadable."""
    rows = [one for one in (await enacted(conn)).rows if _ours(one)]
    pages = await conn.fetch(PAGES, _named(RuleBookApproved, RuleBookWithdrawn))
    held = Counter(map(_of_row, rows))
    made = Counter(_of_pages(read(page["kind"], page["body"]) for page in pages))
    found = [*((held - made) + (made - held)).elements()]
    broken = [str(case_id) for case_id, *_ in found]
    broken += [str(one.case_id) for one in rows if one.body and not _reads(one)]
    return Broken(len(broken), tuple(broken[:SAMPLES]))


async def by_its_day(conn: Conn) -> Broken:
    """Disputes routed and whistles blown by another edition than that of their day."""
    editions = await enacted(conn)
    rows = await conn.fetch(WENT_BY, _named(DisputeRouted, WhistleBlown))
    wrong = [row for row in rows if row["rules"] != rulebook.edition_on(editions, row["legal_on"])]
    samples = tuple(row["case_id"] for row in wrong[:SAMPLES])
    return Broken(sum(row["n"] for row in wrong), samples)


def _ours(edition: Edition) -> bool:
    return (edition.office, edition.name) == (rulebook.OFFICE, rulebook.NAME)


def _named(*kinds: type[Fact]) -> list[str]:
    return [kind.kind_name() for kind in kinds]


def _of_row(edition: Edition) -> Told:
    digest = digest_of(edition.body) if edition.body else ""
    return edition.case_id, edition.since, digest, edition.by


def _of_pages(pages: Iterator[Fact]) -> Iterator[Told]:
    """What an approval puts in force; and what a withdrawal ends, if it ever was approved."""
    for page in pages:
        match page:
            case RuleBookApproved(head=head, since=since, digest=digest):
                yield head.case_id, since, digest, head.by
            case RuleBookWithdrawn(head=head, since=date() as since):
                yield head.case_id, since, "", head.by
            case _:
                pass


def _reads(edition: Edition) -> bool:
    try:
        read_book(edition.body, edition.since)
    except RuleBookError:
        return False
    return True


RULES: Final = (
    Rule(
        name="editions",
        says="施行的规则簿各版与批准、撤回的事实逐一相符",
        check=as_approved,
    ),
    Rule(
        name="by_edition",
        says="分流和吹哨都适用当日施行的规则簿",
        check=by_its_day,
    ),
)
"""What routing's books must hold of its rule books."""
