"""A database at a step of its history, and rows as the hub wrote them before an upgrade."""

from alembic.config import Config

from deploy.migrations.run import FOLDER


def history(url: str = "") -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    return config


PROPOSAL = {
    "head": {"by": "village-1"},
    "text_id": "00000000-0000-4000-8000-000000000007",
}

OLD_CASE = """
INSERT INTO reconsideration.ordinary (case_id, dispute_id, state, version, tracks, authority,
  county, applicants, respondent, told_remedies, real_estate, extended_days, reply_forfeited,
  applicant_heard, hearing_held, withdrawn, settled, redo, stance)
VALUES ($1, $1, 'examining', 9, '{}', '620702-government', '620702', '[]', '620702-chengguan',
  true, false, 0, false, true, false, false, false, false, 'agrees')
"""

OLD_PERIOD = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional)
VALUES ($1, 'close', '', 1, $1, 'routing', 'RULES 17', '10wd', '2026-11-23', now(), false)
"""

OLD_WHISTLE = """
INSERT INTO routing.whistle (case_id, dispute_id, state, version, whistle, tier)
VALUES ($1, $1, 'awaiting_signature', 1, 'daily', 'ordinary')
"""

OLD_PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, 'routing', $3, '2026-11-23', now(), 'village-1', 0, '{}', '', $4)
"""

KEPT_FILE = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
VALUES ($1, $2, $3, '2024-01-01', $1, 3, $4, $5)
"""

OLD_DUTY = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional)
VALUES ($1, $2, '', 1, $1, $3, 'RULES 1', '5wd', '2026-11-23', now(), false)
"""

OLD_AFTERMATH = """
INSERT INTO reconsideration.aftermath (case_id, dispute_id, state, version, about, authority,
                                       respondent, copies, publishes, document_number, letters,
                                       recommendations)
VALUES ($1, $1, 'following', 3, $2, '620702-government', '620702-chengguan', true, true, '', '[]',
        '[]')
"""
