"""Keep what was issued as supervision heard it, and what was issued before (ARL 76 to 79, 85).

Supervision listens to more from this release on. What was told before is filled in from the pages,
as a hearing would have kept it, and its inbox says so, or `hub verify` would look for it for ever.
What it listened to already may still be on its way: it is kept once, whichever comes first. Of
files imported as history nothing is owed, and nothing is kept.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text

from shared.settings import settings

revision = "2026_11_30_0881"
down_revision = "2026_11_30_0880"
branch_labels = None
depends_on = None

NEW = (
    "reconsideration.opinion_letter_issued.v1",
    "reconsideration.opinion_letter_received.v1",
    "reconsideration.opinion_letter_served_again.v1",
    "reconsideration.opinion_letter_copied.v1",
    "reconsideration.correction_reported.v1",
    "reconsideration.recommendation_issued.v1",
    "reconsideration.recommendation_answered.v1",
    "reconsideration.decision_took_effect.v1",
    "reconsideration.decision_copied.v1",
    "reconsideration.published.v1",
    "reconsideration.withheld.v1",
    "reconsideration.liability_handed_over.v1",
    "supervision.watch_opened.v1",
    "supervision.performance_runs_anew.v1",
    "supervision.performance_lapsed.v1",
    "supervision.performance_ordered.v1",
    "supervision.order_lapsed.v1",
    "supervision.performed.v1",
    "supervision.watch_ended.v1",
    "supervision.interview_notified.v1",
    "supervision.interviewed.v1",
    "supervision.criticised.v1",
)
HEARD = (
    "reconsideration.correction_unreported.v1",
    "reconsideration.letter_unheeded.v1",
    "reconsideration.recommendation_unanswered.v1",
    "reconsideration.aftermath_opened.v1",
    "reconsideration.annulled.v1",
)

TOLD = """
INSERT INTO supervision.issued
  (case_id, version, kind, "on", thing, organs, recipient, until, flags)
SELECT case_id, version, kind,
       coalesce((said ->> 'performed_on')::date, legal_on),
       coalesce(said ->> 'opinion_letter_id', said ->> 'recommendation_id')::uuid,
       concat_ws(' ', coalesce(nullif(said ->> 'obliged', ''), nullif(said ->> 'organ', '')),
         CASE WHEN kind = 'supervision.watch_opened.v1' THEN (
           SELECT string_agg(j.organ, ' ' ORDER BY j.n)
           FROM jsonb_array_elements_text(said -> 'joint') WITH ORDINALITY j(organ, n)) END),
       coalesce(said ->> 'recipient', ''),
       coalesce((said ->> 'interview_at')::timestamptz,
         (coalesce(said ->> 'answer_by', said ->> 'perform_by')::date + 1)::timestamp
           AT TIME ZONE 'Asia/Shanghai'),
       concat_ws(' ', CASE WHEN (said ->> 'copies')::bool THEN 'copies' END,
         CASE WHEN (said ->> 'publishes')::bool THEN 'publishes' END,
         CASE WHEN jsonb_array_length(said -> 'owed') > 0 THEN 'owed' END)
FROM (
  SELECT case_id, version, kind, legal_on, body::jsonb AS said FROM hub.outbox
  WHERE kind = ANY(CAST(:kinds AS text[])) AND NOT labels ? 'history'
) AS page
ON CONFLICT DO NOTHING
"""

PASSED_BY = """
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT :prefix || '.supervision.office', o.case_id, o.version FROM hub.outbox o
WHERE o.kind = ANY(CAST(:kinds AS text[]))
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "issued",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("thing", sa.Uuid()),
        sa.Column("organs", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "version", name="pk_issued"),
        schema="supervision",
        if_not_exists=True,
    )
    bind = op.get_bind()
    bind.execute(text(TOLD), {"kinds": [*NEW, *HEARD]})
    bind.execute(text(PASSED_BY), {"prefix": settings().topic_prefix, "kinds": [*NEW]})
