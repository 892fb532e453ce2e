"""Where a Faust agent goes back to when a topic has lost its newest records."""

from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import pytest
from faust.types import TP

from shared.db import Pool
from shared.feed.agent import _go_back
from shared.feed.cuts import Cuts

pytestmark = pytest.mark.filterwarnings("default")  # faust and mode use what Python has deprecated

END = 100
"""Where the cut topic ended."""


class Reader:
    """As much of Faust's consumer as decides what is read next."""

    def __init__(self, position: int, read: int | None) -> None:
        self.tp = TP("hub.toy", 0)
        self.at = self.committed = position
        self._read_offset: dict[TP, int | None] = defaultdict(lambda: None, {self.tp: read})
        self._committed_offset: dict[TP, int] = {}

    def assignment(self) -> set[TP]:
        return {self.tp}

    async def position(self, _: TP) -> int:
        return self.at

    async def seek(self, tp: TP, offset: int) -> None:
        self.at = offset
        self._read_offset[tp] = offset

    async def _commit(self, offsets: dict[TP, int]) -> None:
        self.committed = offsets[self.tp]

    def hears(self, offset: int) -> bool:
        """Whether a record that now lies at this offset will be heard; Faust drops older ones."""
        return self.at <= offset >= (self._read_offset[self.tp] or 0)


@pytest.mark.parametrize(
    ("position", "read"),
    [(150, 149), (0, 149), (END, 149), (40, 39), (0, None)],
    ids=["went on", "began anew", "waits at the end", "was behind", "has just begun"],
)
async def test_what_is_sent_again_is_heard_wherever_the_reader_stood(
    db: Pool, position: int, read: int | None
) -> None:
    await db.execute(
        "INSERT INTO hub.cut (topic, part, end_offset, position) VALUES ('hub.toy', 0, $1, 7)", END
    )
    reader: Any = Reader(position, read)
    cuts = Cuts(db, "hub.toy.office", ["hub.toy"])
    await _go_back(SimpleNamespace(consumer=reader), cuts)
    assert all(reader.hears(offset) for offset in range(END, 151))
    assert reader.at == reader.committed <= END
    reader.at = 150
    await _go_back(SimpleNamespace(consumer=reader), cuts)
    assert reader.at == 150, "once"
