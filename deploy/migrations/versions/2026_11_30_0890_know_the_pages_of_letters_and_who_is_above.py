"""Know from which pages the days of each letter run, and who stands above whoever is watched.

Several letters to one organ stand side by side, each with days of its own (ARL 76; RULES 48). Each
learns the page of its issue, of its receipt, and of the newest service of it; a recommendation the
day that it states. Open watches learn which departments are above (ARL 77), from the directory of
this installation. The way back is a backup, as for every step.
"""

from alembic import op
from sqlalchemy import text

from deploy.migrations.filling import fill
from shared.directory import load
from shared.settings import settings

revision = "2026_11_30_0890"
down_revision = "2026_11_30_0888"
branch_labels = None
depends_on = None

PAGE = """(SELECT max(p.version) FROM hub.outbox p
  WHERE p.case_id = filled.case_id AND p.kind IN ({kinds})
    AND p.body::jsonb -> '{named}' = one -> 'letter_id')"""

LETTERS = "opinion_letter_id"
ISSUED = "'reconsideration.opinion_letter_issued.v1'"
RECEIVED = "'reconsideration.opinion_letter_received.v1'"
AGAIN = "'reconsideration.opinion_letter_served_again.v1'"
RECOMMENDED = "'reconsideration.recommendation_issued.v1'"


def page(named: str, *kinds: str) -> str:
    """The newest page of these kinds that names the letter."""
    return PAGE.format(kinds=", ".join(kinds), named=named)


STATED = f"""(SELECT p.body::jsonb -> 'answer_by' FROM hub.outbox p
  WHERE p.case_id = filled.case_id AND p.kind = {RECOMMENDED}
    AND p.body::jsonb -> 'recommendation_id' = one -> 'letter_id')"""  # noqa: S608 - our own words

FILL = """
UPDATE reconsideration.aftermath AS filled SET {column} = (
  SELECT jsonb_agg(one || jsonb_build_object(
    'issued_page', {issued}, 'answer_by', {answer_by}, 'received_page', {received},
    'runs_page', {runs}) ORDER BY nth)
  FROM jsonb_array_elements(filled.{column}) WITH ORDINALITY AS each (one, nth))
WHERE filled.{column} <> '[]'
"""

FILLS = (
    FILL.format(
        column="letters",
        issued=page(LETTERS, ISSUED),
        answer_by="NULL",
        received=page(LETTERS, RECEIVED),
        runs=page(LETTERS, RECEIVED, AGAIN),
    ),
    FILL.format(
        column="recommendations",
        issued=page("recommendation_id", RECOMMENDED),
        answer_by=STATED,
        received="NULL",
        runs="NULL",
    ),
)


WATCHED = """
FROM hub.file WHERE office = 'supervision' AND procedure = 'compliance'
  AND state IN ('due', 'overdue', 'ordered', 'defied') AND NOT labels ? 'superiors'
"""
WHOSE = f"""
SELECT DISTINCT labels ->> 'departments', coalesce(labels ->> 'authority', '') {WATCHED}
  AND labels ? 'departments'
"""
TOLD = f"""
UPDATE hub.file SET labels = labels || jsonb_build_object('superiors', CAST(:above AS text))
WHERE case_id IN (SELECT case_id {WATCHED} AND labels ->> 'departments' = :watched
  AND coalesce(labels ->> 'authority', '') = :authority)
"""  # noqa: S608 - our own words


def tell_who_is_above() -> None:
    """The departments above each respondent that is watched: none of them, nor the authority."""
    bind = op.get_bind()
    if not (found := bind.execute(text(WHOSE)).all()):
        return
    directory = load(settings().directory)
    for watched, authority in found:
        organs = watched.split()
        above = dict.fromkeys(up for one in organs for up in directory.departments_above(one))
        said = " ".join(up for up in above if up not in (*organs, authority))
        names = {"above": said, "watched": watched, "authority": authority}
        bind.execute(text(TOLD), names)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for update in FILLS:
        fill(update, "reconsideration.aftermath")
    tell_who_is_above()
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_superiors")
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_superiors ON hub.file "
            "USING gin (string_to_array(labels ->> 'superiors', ' ')) "
            "WHERE labels ? 'superiors'"
        )
