"""Who may open the attachments of a case, and who may hand them in."""

import json
from typing import Final
from uuid import UUID

from shared.auth import Identity, may_see
from shared.db import Conn
from shared.disputes import files_of_many
from shared.errors import Unknown

_FILE: Final = "SELECT dispute_id, office, labels FROM hub.file WHERE case_id = $1"
_HIDDEN: Final = "没有这份案卷，或者您无权查看"


async def must_read(conn: Conn, who: Identity, case_id: UUID) -> None:
    """Let pass whoever reads the file among those of its dispute, as its papers are read.

    Raises:
        Unknown: There is no such case, or they do not see it.
    """
    row = await conn.fetchrow(_FILE, case_id)
    if row is not None:
        seen = await files_of_many(conn, who, [row["dispute_id"]])
        if case_id in {file.case_id for file in seen.get(row["dispute_id"], ())}:
            return
    raise Unknown(_HIDDEN)


async def must_see(conn: Conn, who: Identity, case_id: UUID) -> None:
    """Let pass whoever sees the case by itself; what lies behind another file is only read.

    Raises:
        Unknown: There is no such case, or they do not see it.
    """
    row = await conn.fetchrow(_FILE, case_id)
    if row is not None:
        labels = {**json.loads(row["labels"]), "office": row["office"]}
        if may_see(who, row["dispute_id"], labels):
            return
    raise Unknown(_HIDDEN)
