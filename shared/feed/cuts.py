"""Cuts: where a topic lost what it had acknowledged, a consumer must go back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shared.db import Pool

EVERY_SECONDS: Final = 1.0

UNSEEN: Final = """
SELECT cut_id, topic, part, end_offset FROM hub.cut c
WHERE topic = ANY($2::text[]) AND NOT EXISTS (
  SELECT FROM hub.cut_seen s WHERE s.consumer = $1 AND s.cut_id = c.cut_id)
ORDER BY cut_id
"""

SEEN: Final = """
INSERT INTO hub.cut_seen (consumer, cut_id) SELECT $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING
"""

Part = tuple[str, int]
"""Topic and partition."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """The cuts that a consumer has not gone back for yet."""

    pool: Pool
    consumer: str
    topics: Sequence[str]

    async def unseen(self, given: Collection[Part]) -> tuple[list[int], Mapping[Part, int]]:
        """Ids of the cuts in partitions that were given, and the offset to go back to in each.

        A cut in another's partition is left for whoever has it.
        """
        found = await self.pool.fetch(UNSEEN, self.consumer, list(self.topics))
        rows = [row for row in found if (row["topic"], row["part"]) in given]
        back: dict[Part, int] = {}
        for row in rows:
            part = (row["topic"], row["part"])
            back[part] = min(back.get(part, row["end_offset"]), row["end_offset"])
        return [row["cut_id"] for row in rows], back

    async def seen(self, cut_ids: Sequence[int]) -> None:
        """Remember that the consumer went back for these."""
        await self.pool.execute(SEEN, self.consumer, list(cut_ids))
