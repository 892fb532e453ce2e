"""The transaction of a batch: how it is planned, and that nothing of that outlives it."""

import pytest

from shared.db import Conn, Pool
from shared.relay.relay import BY_KEYS
from shared.work.transaction import transaction


async def planned(conn: Conn) -> dict[str, str]:
    """How a connection plans, by the names of what the relay sets."""
    return {name: await conn.fetchval(f"SHOW {name}") for name in BY_KEYS}


async def test_a_batch_plans_as_the_relay_does_and_whoever_comes_next_as_before(db: Pool) -> None:
    async with db.acquire() as conn:
        before = await planned(conn)
        async with transaction(conn):
            assert await planned(conn) == BY_KEYS
        assert await planned(conn) == before
        with pytest.raises(ArithmeticError):
            async with transaction(conn):
                raise ArithmeticError
        assert await planned(conn) == before
    assert BY_KEYS["jit"] == "off"
