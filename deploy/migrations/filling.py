"""Filling columns in batches, each in a transaction of its own, so that no lock is held long."""

from typing import Final
from uuid import UUID

from alembic import op
from sqlalchemy import text

TOGETHER: Final = 2_000
"""Case files that are filled at once."""


def fill(update: str, table: str) -> None:
    """Run an update over every row of a table of case files, in order of id.

    What the step did before commits first, and each batch for itself: a step that was broken off is
    begun again, so its columns are added `if_not_exists`, and rows may be filled twice.

    Args:
        update: It calls the table `filled` and ends in a WHERE that may go on.
        table: The table with its schema.
    """
    some = text(
        f"SELECT case_id FROM {table} WHERE case_id > :last ORDER BY case_id LIMIT {TOGETHER}"  # noqa: S608 - a step's own name
    )
    batch = text(f"{update} AND filled.case_id = ANY(:ids)")
    with op.get_context().autocommit_block():
        last = UUID(int=0)
        while ids := op.get_bind().execute(some, {"last": last}).scalars().all():
            op.get_bind().execute(batch, {"ids": list(ids)})
            last = ids[-1]
