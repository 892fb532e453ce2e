"""少有纠纷的县区: what one there may see is known at once, not asked of every dispute.

Most disputes that somebody of a county may see bear it, and the row itself says so. Where the
county has hardly any, a count would go through all of the city and look for a file of each: so the
files are asked once which disputes they are of. A county's own disputes do not tell all: a window
sees what it took in for others, and files of its county's mediators and authorities over disputes
of elsewhere.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from shared.auth import Identity
from shared.casepage.sight import Where, own_files, sees_county
from shared.db import Conn

FEW: Final = 1_000
"""So many disputes of a county are still few; beyond them a count of it ends early by itself."""

MOST: Final = 10_000
"""Beyond so many files of theirs, a list of disputes helps no more."""

IN_COUNTY: Final = """
SELECT count(*) FROM (
  SELECT FROM hub.file WHERE office = 'intake' AND labels ->> 'county' = $1 LIMIT $2) n
"""

THEIRS: Final = "SELECT v.dispute_id FROM hub.file v WHERE {own} LIMIT {limit}"


async def few_seen(conn: Conn, who: Identity, in_county: str = IN_COUNTY) -> Sequence[UUID] | None:
    """All disputes that they may see, where these are few; None where they are many.

    Whoever sees what is of a county sees many where that has many. Others see their organ's own
    files alone, of which there may be few in the largest county. `in_county` counts the disputes of
    a county, `$2` at most: whoever has a table of them knows.
    """
    many = not who.county or await conn.fetchval(in_county, who.county, FEW + 1) > FEW
    if many and sees_county(who):
        return None
    where = Where()
    own = own_files(where, who)
    if own in {"true", "false"}:
        return None
    most = FEW if many else MOST
    rows = await conn.fetch(THEIRS.format(own=own, limit=most + 1), *where.values)
    return list({row["dispute_id"] for row in rows}) if len(rows) <= most else None
