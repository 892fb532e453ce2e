"""One Alembic history for the schema `hub` and the schema of every office; it only goes forward."""
