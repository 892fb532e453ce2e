"""Tables of reconsideration 行政复议, in its own schema."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

from services.reconsideration.domain.ordinary.states import CLOSED
from shared.db import case_table

ORDINARY: Final = case_table(
    "ordinary",
    Column("authority", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("applicants", JSONB, nullable=False),
    Column("respondent", Text, nullable=False),
    Column("joint", JSONB, nullable=False, server_default="[]"),
    Column("act", Text),
    Column("received_on", Date),
    Column("act_done_on", Date),
    Column("learnt_on", Date),
    Column("told_remedies", Boolean, nullable=False),
    Column("remedies_learnt_on", Date),
    Column("real_estate", Boolean, nullable=False),
    Column("omission", Boolean),
    Column("requested_on", Date),
    Column("duty_within", Text),
    Column("urgent", Boolean, nullable=False, server_default=text("false")),
    Column("posted_on", Date),
    Column("postmark_unclear", Boolean, nullable=False, server_default=text("false")),
    Column("copy_due", Boolean, nullable=False, server_default=text("true")),
    Column("manner", Text),
    Column("request", JSONB),
    Column("act_id", Uuid),
    Column("joint_act_ids", JSONB, nullable=False, server_default="[]"),
    Column("follows", Uuid),
    Column("text_id", Uuid),
    Column("handed_in_on", Date),
    Column("corrected_told_on", Date),
    Column("forwarding_overdue_on", Date),
    Column("notice_received_on", Date),
    Column("supplement_until", Date),
    Column("supplemented_on", Date),
    Column("supplement", JSONB),
    Column("accepted_on", Date),
    Column("copy_sent_on", Date),
    Column("runs_from", Date),
    Column("by_law", JSONB),
    Column("participants", JSONB, nullable=False, server_default="{}"),
    Column("gone", JSONB, nullable=False, server_default="[]"),
    Column("joined", JSONB, nullable=False, server_default="[]"),
    Column("co_authorities", JSONB, nullable=False, server_default="[]"),
    Column("conditions", JSONB, nullable=False, server_default="[]"),
    Column("groundless", Text),
    Column("compulsory", Text),
    Column("respondents_told", JSONB, nullable=False, server_default="[]"),
    Column("track", Text, nullable=False, server_default="ordinary"),
    Column("converted_on", Date),
    Column("grave", Boolean, nullable=False, server_default=text("false")),
    Column("technical", Boolean, nullable=False, server_default=text("false")),
    Column("reviewers", JSONB, nullable=False, server_default="[]"),
    Column("recused", JSONB, nullable=False, server_default="[]"),
    Column("recusals_pending", Integer, nullable=False, server_default="0"),
    Column("recusals_named", JSONB, nullable=False, server_default="[]"),
    Column("elevated", JSONB, nullable=False, server_default="{}"),
    Column("extended_days", Integer, nullable=False),
    Column("overdue_on", Date),
    Column("reply_forfeited", Boolean, nullable=False),
    Column("applicant_heard", Boolean, nullable=False),
    Column("third_heard", Boolean, nullable=False, server_default=text("false")),
    Column("heard", JSONB, nullable=False, server_default="[]"),
    Column("evidence", JSONB, nullable=False, server_default="{}"),
    Column("hearing_held", Boolean, nullable=False),
    Column("consultation_ground", Text),
    Column("questions", JSONB, nullable=False, server_default="[]"),
    Column("asked_draft_id", Uuid),
    Column("stance", Text),
    Column("claims", JSONB, nullable=False, server_default="[]"),
    Column("hearing_asked_on", Date),
    Column("hearing_asked_id", Uuid),
    Column("hearing", JSONB),
    Column("hearing_put_off_on", Date),
    Column("hearing_waived", Boolean, nullable=False, server_default=text("false")),
    Column("opinion_id", Uuid),
    Column("suspensions", JSONB, nullable=False, server_default="[]"),
    Column("stay", Text),
    Column("stayed_on", Date),
    Column("stay_id", Uuid),
    Column("stays_asked", JSONB, nullable=False, server_default="[]"),
    Column("suit", JSONB),
    Column("attached", JSONB, nullable=False, server_default="[]"),
    Column("talks", JSONB),
    Column("refilings", JSONB, nullable=False, server_default="[]"),
    Column("withdrawn", Boolean, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("findings", JSONB, nullable=False, server_default="[]"),
    Column("drafted", JSONB),
    Column("decided_on", Date),
    Column("document_number", Text, nullable=False, server_default=""),
    Column("outcome", Text),
    Column("redo", Boolean, nullable=False),
    Column("perform_within", Text),
    Column("perform_by", Date),
    Column("compensation", Text),
    Column("duties", JSONB),
    Column("services", JSONB, nullable=False, server_default="[]"),
    Column("announced", JSONB, nullable=False, server_default="[]"),
    Column("sue_until", Date),
    schema="reconsideration",
)
"""A row for each case 行政复议案件; its columns are the fields of `domain.case.Case`."""
Index(None, ORDINARY.c.act_id)
Index(
    "ix_ordinary_joint_act_ids",
    ORDINARY.c.joint_act_ids,
    postgresql_using="gin",
    postgresql_where=text("joint_act_ids <> '[]'"),
)
"""Acts of several organs, of which one is named now (ARL 30)."""
Index("ix_ordinary_dispute", ORDINARY.c.dispute_id)
Index("ix_ordinary_received", ORDINARY.c.received_on)
"""Earlier files of the same dispute, of which a new application asks (ARL 74)."""
Index(
    "ix_ordinary_document_number",
    ORDINARY.c.document_number,
    postgresql_where=ORDINARY.c.document_number != "",
)
"""The decision that others who apply are answered by (ARR2026 65)."""
Index(
    "ix_ordinary_on_hand",
    ORDINARY.c.authority,
    postgresql_where=ORDINARY.c.state.not_in([str(state) for state in CLOSED]),
)
"""What an authority still has before it, for the desks of its body."""
Index(
    "ix_ordinary_responding",
    ORDINARY.c.respondent,
    postgresql_where=ORDINARY.c.state.not_in([str(state) for state in CLOSED]),
)
"""What a department has to answer, for its own desk."""
Index(
    "ix_ordinary_joint",
    ORDINARY.c.joint,
    postgresql_using="gin",
    postgresql_ops={"joint": "jsonb_path_ops"},
    postgresql_where=text("joint <> '[]'"),
)
"""The same for those that are named beside the first respondent; few cases have any (ARL 19)."""
CO_DECIDED: Final = "co_authorities <> '[]'"
"""Several authorities decide it together; few cases are so (ARR2026 32)."""
Index(
    "ix_ordinary_co_authorities",
    ORDINARY.c.co_authorities,
    postgresql_using="gin",
    postgresql_where=text(CO_DECIDED),
)
"""What lies before another authority, for the desk of its head."""
ELEVATING: Final = """(state IN ('accepted', 'copied', 'replying', 'examining')
  AND jsonb_path_exists(elevated, '$.asked[*] ? (@.until == null)'))"""
"""The authority above has not answered yet whether it takes the case up."""
Index(
    "ix_ordinary_elevating",
    ORDINARY.c.elevated["above"].astext,
    postgresql_where=text(ELEVATING),
)

AFTERMATH: Final = case_table(
    "aftermath",
    Column("about", Uuid),
    *(Column("begun_on", Date), Column("effective_on", Date)),
    Column("conclusion", Text),
    Column("opened_on", Date),
    Column("authority", Text, nullable=False),
    Column("respondent", Text, nullable=False),
    Column("joint", JSONB, nullable=False, server_default="[]"),
    Column("outcome", Text),
    Column("document_number", Text, nullable=False),
    Column("copies", Boolean, nullable=False),
    Column("copies_for", JSONB, nullable=False, server_default="[]"),
    Column("copied_on", Date),
    Column("publishes", Boolean, nullable=False),
    Column("published_on", Date),
    Column("withheld_on", Date),
    Column("remedies", JSONB, nullable=False, server_default="[]"),
    Column("compulsory", Boolean),
    Column("refusal_id", Uuid),
    Column("refusal_for", JSONB, nullable=False, server_default="[]"),
    Column("refusals", JSONB, nullable=False, server_default="[]"),
    Column("heirless", JSONB, nullable=False, server_default="[]"),
    Column("accepted_case_id", Uuid),
    Column("corrected_on", Date),
    Column("correction_services", JSONB, nullable=False, server_default="[]"),
    *(Column("anew", Boolean, nullable=False, server_default="false"), Column("anew_by", Date)),
    *(Column("sued_on", Date), Column("by_court", Boolean, nullable=False, server_default="false")),
    Column("letters", JSONB, nullable=False),
    Column("recommendations", JSONB, nullable=False),
    Column("debts", JSONB, nullable=False, server_default="[]"),
    schema="reconsideration",
)
"""A row for each 后续案卷; its columns are the fields of `domain.aftermath.Aftermath`."""
for _letters in ("letters", "recommendations"):
    Index(
        f"ix_aftermath_{_letters}",
        AFTERMATH.c[_letters],
        postgresql_using="gin",
        postgresql_ops={_letters: "jsonb_path_ops"},
    )
"""Letters by the organ that they name, for its own desk."""
Index(
    "ix_aftermath_published",
    AFTERMATH.c.published_on,
    AFTERMATH.c.case_id,
    postgresql_where=text("published_on IS NOT NULL AND state <> 'annulled'"),
)
"""Decisions that anybody may read, in the order of their publication (ARL 79)."""
Index("ix_aftermath_annulled", AFTERMATH.c.about, postgresql_where=text("state = 'annulled'"))
"""Decisions that were set aside from above, which nobody may rely upon (ARR2026 65)."""

SUED: Final = "(sued_on IS NOT NULL OR by_court)"
"""Somebody sued over the decision: a judgment says so even where nobody told of the suit."""
Index("ix_aftermath_sued", AFTERMATH.c.about, postgresql_where=text(SUED))

ENFORCING: Final = """(state IN ('effective', 'following') AND jsonb_path_exists(debts,
  '$[*] ? (@.stand == "performance_unstated" || @.stand == "enforceable"
    || @.stand == "party_urged" || @.stand == "urging_unheeded"
    || @.stand == "enforcement_applied" || @.stand == "court_refused")'))"""
"""Some party did neither sue nor perform, and it is not enforced, or nobody said yet by when."""
Index("ix_aftermath_enforcing", AFTERMATH.c.respondent, postgresql_where=text(ENFORCING))

_UNSTATED: Final = """state IN ('effective', 'following')
    AND jsonb_path_exists(debts, '$[*] ? (@.stand == "performance_unstated")')"""
_PAPERS_OPEN: Final = """state IN ('effective', 'following') AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]') OR anew OR anew_by IS NOT NULL"""
_LETTERS_OPEN: Final = """jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)')"""

UNFINISHED: Final = f"({_PAPERS_OPEN} OR {_LETTERS_OPEN})"
"""Something of the file itself is still to be done or awaited, whatever its parties perform."""

FOLLOWING_OPEN: Final = f"""(
  {_PAPERS_OPEN}
  OR outcome IS DISTINCT FROM 'upheld' AND {ENFORCING} OR {_UNSTATED}
  OR {_LETTERS_OPEN})"""
"""Something is still to be done or awaited there; what was upheld, its own organ enforces."""
Index("ix_aftermath_unfinished", AFTERMATH.c.authority, postgresql_where=text(FOLLOWING_OPEN))

CORRECTION: Final = case_table(
    "correction",
    Column("of_case_id", Uuid, nullable=False),
    Column("wrong", Text, nullable=False),
    Column("authority", Text, nullable=False),
    Column("below", Text, nullable=False),
    Column("reported_on", Date, nullable=False),
    Column("correct_by", Date),
    Column("case_id_after", Uuid),
    schema="reconsideration",
)
"""A row for each report; its columns are the fields of `domain.correction.Correction`."""

ORDERED: Final = "(state = 'correction_ordered')"
"""The authority below is still to put it right."""
Index("ix_correction_ordered", CORRECTION.c.below, postgresql_where=text(ORDERED))
REPORTED: Final = "(state = 'wrong_reported')"
"""The authority above has not dealt with it yet."""
Index("ix_correction_reported", CORRECTION.c.authority, postgresql_where=text(REPORTED))

NUMBERS: Final = case_table(
    "numbers",
    Column("authority", Text, nullable=False),
    Column("given", JSONB, nullable=False),
    schema="reconsideration",
)
"""A row for each register 文号登记; its columns are the fields of `domain.numbering.Numbers`."""
PAPERS: Final = case_table(
    "numbered_papers",
    Column("of_case", Uuid),
    Column("sort", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("document_number", Text, nullable=False),
    schema="reconsideration",
)
"""A row for each paper that has its number; its columns are those of `NumberedPaper`."""

PAPERS_SERVED: Final = case_table(
    "papers_served",
    Column("about", Uuid),
    Column("services", JSONB, nullable=False),
    schema="reconsideration",
)
"""A row for each file of services 文书送达; its columns are the fields of `PapersServed`."""
