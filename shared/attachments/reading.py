"""Reading an attachment 查阅附件; there is no other road to its bytes, and it leaves its trace."""

from typing import Final
from uuid import UUID

from starlette.responses import Response

from shared.attachments.sight import must_read
from shared.attachments.sniffing import ENDINGS, SHOWN
from shared.auth import Identity
from shared.errors import Unknown
from shared.work import Hub

# One statement, so that nothing is read without its record.
_READ: Final = """
WITH found AS (
    SELECT case_id, sha256, content, media_type FROM hub.attachment
    WHERE case_id = $1 AND sha256 = $2
), logged AS (
    INSERT INTO hub.attachment_read (reader, purpose, case_id, sha256, at)
    SELECT $3, $4, case_id, sha256, $5 FROM found
)
SELECT content, media_type FROM found
"""


async def read_attachment(
    hub: Hub, who: Identity, case_id: UUID, digest: str, *, purpose: str
) -> Response:
    """The file as it was handed in, so sent that a browser runs nothing of it.

    Raises:
        Unknown: It was not handed in, or belongs to a case that `who` may not see.
    """
    async with hub.pool.acquire() as conn, conn.transaction():
        await must_read(conn, who, case_id)
        now = hub.clock.now()
        row = await conn.fetchrow(_READ, case_id, digest, who.code, purpose, now)
    if row is None:
        raise Unknown("没有上传这份附件")
    kind = row["media_type"]
    manner = "inline" if kind in SHOWN else "attachment"
    headers = {
        "Content-Disposition": f'{manner}; filename="{digest[:12]}.{ENDINGS[kind]}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return Response(row["content"], media_type=kind, headers=headers)
