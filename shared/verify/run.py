"""Running rules over one snapshot of the books."""

import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from shared.db import Pool
from shared.office import Broken, Rule


@dataclass(frozen=True, slots=True)
class Checked:
    """What a rule found, and how long it looked."""

    rule: Rule
    broken: Broken
    seconds: float

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return self.broken.count == 0


async def check(pool: Pool, rules: Iterable[Rule]) -> AsyncIterator[Checked]:
    """Check rule after rule, each as it is done, all on the same snapshot."""
    async with (
        pool.acquire() as conn,
        conn.transaction(isolation="repeatable_read", readonly=True),
    ):
        for rule in rules:
            began = time.perf_counter()
            broken = await rule.check(conn)
            yield Checked(rule, broken, time.perf_counter() - began)
