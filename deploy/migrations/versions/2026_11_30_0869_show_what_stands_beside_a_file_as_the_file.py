"""Show what supervision wrote beside a file to nobody who may not see it (ARL 52; RULES 65).

What stands beside a consultation bears its label from now on, with its clock file and its alerts;
their ids come from the case. What stands beside a reconsideration is read by the respondents to
whom it speaks, and by no other. Whoever was asked to explain reads that also where the case went to
another.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from alembic import op
from sqlalchemy import text

from shared.law.casefile import derived

revision = "2026_11_30_0869"
down_revision = "2026_11_30_0868"
branch_labels = None
depends_on = None

CONSULTED = "SELECT case_id FROM hub.file WHERE office = 'consultation' AND procedure <> 'clock'"
LABELLED = """
UPDATE hub.file SET labels = labels || CAST(:labels AS jsonb)
WHERE office = 'supervision' AND case_id = ANY(CAST(:files AS uuid[]))
"""
CALLED = """
SELECT p.case_id, p.tracks, f.labels ->> 'departments' AS departments
FROM supervision.press p JOIN hub.file f ON f.case_id = p.case_id
JOIN hub.file a ON a.case_id = p.about
WHERE a.office = 'reconsideration' AND f.labels ->> 'departments' <> ''
"""

ASKED = """
UPDATE hub.file f SET labels = f.labels || jsonb_build_object('asked', a.asked)
FROM (
  SELECT p.case_id, string_agg(t.key, ' ' ORDER BY t.key) AS asked
  FROM supervision.press p JOIN hub.file b USING (case_id), jsonb_each_text(p.tracks) t
  WHERE t.value IN ('explanation_asked', 'unexplained', 'explained')
    AND t.key <> ALL (string_to_array(coalesce(b.labels ->> 'departments', ''), ' '))
  GROUP BY p.case_id
) AS a
WHERE a.case_id = f.case_id
"""
FOUND = """
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_asked ON hub.file
USING gin (string_to_array(labels ->> 'asked', ' ')) WHERE labels ? 'asked'
"""


def beside(case_id: UUID) -> Iterator[UUID]:
    """What supervision may have written beside a consultation."""
    press = derived(case_id, "press")
    yield from (press, clock_of(press), derived(press, "alert"), derived(case_id, "alert"))


def clock_of(press: UUID) -> UUID:
    """The clock file of a press."""
    return derived(press, "clock:supervision")


def addressed(departments: str, tracks: Iterable[str]) -> str:
    """Those of the departments that a press speaks to."""
    pressed = frozenset(tracks)
    return " ".join(one for one in departments.split() if one in pressed)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    bind = op.get_bind()

    def label(files: Iterable[UUID], **labels: Any) -> None:  # noqa: ANN401 - as JSON has it
        said = {"labels": json.dumps(labels), "files": [str(one) for one in files]}
        bind.execute(text(LABELLED), said)

    consulted = bind.execute(text(CONSULTED)).scalars().all()
    label([one for case_id in consulted for one in beside(case_id)], beside="consultation")
    for case_id, tracks, departments in bind.execute(text(CALLED)).all():
        files = (case_id, clock_of(case_id), derived(case_id, "alert"))
        label(files, departments=addressed(departments, tracks))
    op.execute(ASKED)
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_asked")  # half-made
        op.execute(FOUND)
