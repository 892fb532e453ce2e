"""Leave days at the organ that fined out of the period to apply, and say whose evidence was whose.

A page by which a respondent was replaced told nothing of what the one before had put in, so that it
stood as if the new one had proved something with it (ARL 70). Which pieces they were, the pages of
the file tell: those of the one named first, put in before it was replaced.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Row, text

revision = "2026_11_29_0843"
down_revision = "2026_11_29_0842"
branch_labels = None
depends_on = None

REPLACED, PUT_IN = (
    f"reconsideration.{what}.v1" for what in ("respondent_replaced", "evidence_submitted")
)

PAGES = """
SELECT page.case_id, page.kind, page.body FROM hub.outbox page
WHERE page.kind IN (:replaced, :put_in) AND page.case_id IN (
  SELECT o.case_id FROM reconsideration.ordinary o
  JOIN hub.outbox told ON told.case_id = o.case_id AND told.kind = :replaced
  WHERE o.evidence -> 'pieces' <> '[]')
ORDER BY page.case_id, page.version
"""

PIECES = "SELECT evidence FROM reconsideration.ordinary WHERE case_id = :case_id FOR UPDATE"

FOUND = """
UPDATE reconsideration.ordinary SET evidence = CAST(:evidence AS jsonb) WHERE case_id = :case_id
"""


def _whose(pages: Iterator[Row[Any]]) -> dict[int, str]:
    """Which respondent put in which piece, by number; empty for the one named first now."""
    whose: dict[int, str] = {}
    for page in pages:
        said = json.loads(page.body)
        if page.kind == PUT_IN:
            if said["standing"] == "respondent":
                whose[said["evidence"]] = said.get("organ", "")
            continue
        before, new = said["before"], said["respondent"]
        for number, organ in whose.items():
            if organ in {"", before}:
                whose[number] = before
            elif organ == new:
                whose[number] = ""
    return whose


def _say(case_id: UUID, whose: dict[int, str]) -> None:
    evidence = op.get_bind().execute(text(PIECES), {"case_id": case_id}).scalar_one()
    pieces = evidence.get("pieces", [])
    told = [{**one, "organ": whose.get(one["number"], one.get("organ", ""))} for one in pieces]
    if told != pieces:
        said = json.dumps({**evidence, "pieces": told}, ensure_ascii=False)
        op.get_bind().execute(text(FOUND), {"case_id": case_id, "evidence": said})


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name in ("left_out_from", "left_out_until"):
        op.add_column("routing", sa.Column(name, sa.Date()), schema="routing")
    kinds = {"replaced": REPLACED, "put_in": PUT_IN}
    pages = op.get_bind().execute(text(PAGES), kinds).all()
    for case_id, of_case in groupby(pages, attrgetter("case_id")):
        _say(case_id, _whose(of_case))
