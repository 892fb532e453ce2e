"""Particulars 基本情况 of those who apply, for tests."""

from uuid import UUID

from shared.contracts.reconsideration.basics import Basic
from tests.reconsideration.makers import ANNA
from tests.reconsideration.test_routes import APPLICATION, Door

N, A, S, C, H = Basic.NUMBER, Basic.ADDRESS, Basic.SERVICE_ADDRESS, Basic.CONTACT, Basic.HEAD
REGISTERED = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, phone, address, at)
VALUES ($1, $2, 'applicant', $3, $4, '13811112222', '登记的地址', $5)
ON CONFLICT (person_id) DO UPDATE
SET kind = excluded.kind, phone = excluded.phone, address = excluded.address, id_number = NULL
"""


async def registered(door: Door, who: UUID = ANNA, kind: str = "natural") -> None:
    values = (who, UUID(APPLICATION["dispute_id"]), kind, "安某", door.clock.now())
    await door.hub.pool.execute(REGISTERED, *values)
