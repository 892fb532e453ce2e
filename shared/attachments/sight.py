"""Who may see the attachments of a case: whoever may see the case itself."""

import json
from typing import Final
from uuid import UUID

from shared.auth import Identity, may_see
from shared.db import Conn
from shared.errors import Unknown

_FILE: Final = "SELECT dispute_id, office, labels FROM hub.file WHERE case_id = $1"


async def must_see(conn: Conn, who: Identity, case_id: UUID) -> None:
    """Let pass whoever sees the case.

    Raises:
        Unknown: There is no such case, or they do not see it.
    """
    row = await conn.fetchrow(_FILE, case_id)
    if row is not None:
        labels = {**json.loads(row["labels"]), "office": row["office"]}
        if may_see(who, row["dispute_id"], labels):
            return
    raise Unknown("没有这份案卷，或者您无权查看")
