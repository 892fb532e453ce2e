"""Create the tables of `hub`.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_23_0900"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute("CREATE SEQUENCE hub.number INCREMENT BY 1000 START WITH 1000")
    op.create_table(
        "claim",
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claim")),
        schema="hub",
    )
    op.create_table(
        "clock",
        sa.Column("one", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("shift", sa.Interval(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_clock")),
        schema="hub",
    )
    op.create_table(
        "cut",
        sa.Column("cut_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("end_offset", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column(
            "at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("cut_id", name=op.f("pk_cut")),
        schema="hub",
    )
    op.create_table(
        "cut_seen",
        sa.Column("consumer", sa.Text(), nullable=False),
        sa.Column("cut_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("consumer", "cut_id", name=op.f("pk_cut_seen")),
        schema="hub",
    )
    op.create_table(
        "deadline",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("opened", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "name", "subject", "opened", name=op.f("pk_deadline")),
        schema="hub",
    )
    op.create_index(
        "ix_deadline_running",
        "deadline",
        ["until"],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("ended IS NULL"),
    )
    op.create_table(
        "documents",
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_documents")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_documents_dispute_id"), "documents", ["dispute_id"], unique=False, schema="hub"
    )
    op.create_table(
        "documents_read",
        sa.Column("read_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("read_id", name=op.f("pk_documents_read")),
        schema="hub",
    )
    op.create_table(
        "file",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column(
            "labels",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_file")),
        schema="hub",
        postgresql_with={"fillfactor": "80"},
    )
    op.create_index(
        "ix_file_authority",
        "file",
        [sa.literal_column("(labels ->> 'authority')")],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("labels ? 'authority'"),
    )
    op.create_index(
        "ix_file_departments",
        "file",
        [sa.literal_column("string_to_array(labels ->> 'departments', ' ')")],
        unique=False,
        schema="hub",
        postgresql_using="gin",
        postgresql_where=sa.text("labels ? 'departments'"),
    )
    op.create_index(op.f("ix_file_dispute_id"), "file", ["dispute_id"], unique=False, schema="hub")
    op.create_index(
        "ix_file_number",
        "file",
        [sa.literal_column("(labels ->> 'number')")],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("office = 'intake'"),
    )
    op.create_table(
        "inbox",
        sa.Column("consumer", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("consumer", "case_id", "version", name=op.f("pk_inbox")),
        schema="hub",
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("legal_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("labels", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("trace", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("case_id", "version", name=op.f("uq_outbox_case_id_version")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_outbox_dispute_id"), "outbox", ["dispute_id"], unique=False, schema="hub"
    )
    op.create_index(
        "ix_outbox_registered",
        "outbox",
        ["seq"],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("kind = 'intake.registered.v1'"),
    )
    op.create_table(
        "parked",
        sa.Column("parked_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("consumer", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("record_offset", sa.BigInteger(), nullable=False),
        sa.Column("headers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("mended", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("parked_id", name=op.f("pk_parked")),
        schema="hub",
    )
    op.create_index(
        "ix_parked_lane",
        "parked",
        ["consumer", "case_id"],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("state IN ('parked', 'waiting')"),
    )
    op.create_index(
        "uq_parked_record",
        "parked",
        ["consumer", "topic", "part", "record_offset"],
        unique=True,
        schema="hub",
    )
    op.create_table(
        "people",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("name_hash", sa.Text(), nullable=True),
        sa.Column("id_hash", sa.Text(), nullable=True),
        sa.Column("phone_hash", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_people")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_people_dispute_id"), "people", ["dispute_id"], unique=False, schema="hub"
    )
    op.create_table(
        "people_read",
        sa.Column("read_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("read_id", name=op.f("pk_people_read")),
        schema="hub",
    )
    op.create_table(
        "position",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_position")),
        sa.UniqueConstraint("seq", name=op.f("uq_position_seq")),
        schema="hub",
    )
    op.create_table(
        "sent",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_offset", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "part", "position", name=op.f("pk_sent")),
        schema="hub",
    )
    op.create_table(
        "unsent",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_unsent")),
        schema="hub",
    )
    op.execute("INSERT INTO hub.clock (shift) VALUES ('0')")
