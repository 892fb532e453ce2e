"""The rule of supervision for the books: what it keeps of what was issued is what the pages say."""

from typing import Final

from services.supervision.domain.issued import STEPS
from services.supervision.domain.issued_page import page_of
from services.supervision.store import page_in
from shared.contracts.catalogue import KINDS
from shared.db import Conn
from shared.office import Broken, Rule
from shared.verify.find import Finds
from shared.work import HISTORY

HEARD: Final = """
SELECT o.kind AS told, o.body, s.* FROM hub.outbox o
LEFT JOIN supervision.issued s ON s.case_id = o.case_id AND s.version = o.version
WHERE o.kind = ANY($1::text[]) AND NOT o.labels ? $2 AND EXISTS (
  SELECT FROM hub.inbox i WHERE i.case_id = o.case_id AND i.version = o.version
    AND i.consumer LIKE '%.supervision.office')
ORDER BY o.seq
"""

UNTOLD: Final = """
SELECT s.case_id FROM supervision.issued s WHERE NOT EXISTS (
  SELECT FROM hub.outbox o
  WHERE o.case_id = s.case_id AND o.version = s.version AND o.kind = s.kind)
"""


async def differing(conn: Conn) -> Broken:
    """Files of which something else is kept than the pages that were heard make of it."""
    finds = Finds()
    kinds = [kind.kind_name() for kind in STEPS]
    async for row in conn.cursor(HEARD, kinds, HISTORY):
        page = page_of(KINDS[row["told"]].model_validate_json(row["body"]))
        if row["case_id"] is None or page_in(row) != page:
            finds.add(page.case_id)
    for row in await conn.fetch(UNTOLD):
        finds.add(row["case_id"])
    return finds.broken()


RULES: Final = (
    Rule(name="issued", says="制发监督所记与已收件的各页事实一致，不多不少", check=differing),
)
"""What `OFFICE.rules` of supervision holds."""
