"""What is passed over 略过: records that an office does not hear, acknowledged in their turn.

Faust commits the first run of acknowledged offsets without asking what lies before it. Whoever
acknowledged a record at once while an earlier one is still being dealt with would have that one
committed too, and a crash would lose it.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from faust.types import TP


class PassedOver:
    """For each partition what came, in order, from the first record that is still dealt with."""

    def __init__(self, ack: Callable[[Any], bool]) -> None:
        """`ack` acknowledges a record."""
        self._ack = ack
        self._lines: dict[TP, deque[tuple[Any, bool]]] = defaultdict(deque)

    def came(self, message: Any, *, wanted: bool) -> None:  # noqa: ANN401 - faust carries no types
        """A record came; one that is not wanted is acknowledged once all before it are."""
        line = self._lines[message.tp]
        if line and _anew(line[-1][0], message):
            line.clear()
        line.append((message, wanted))
        self.go_on(message.tp)

    def go_on(self, tp: TP) -> None:
        """Acknowledge what nothing stands before any more."""
        line = self._lines[tp]
        while line and not (line[0][1] and not line[0][0].acked):
            message, wanted = line.popleft()
            if not wanted:
                self._ack(message)


def _anew(last: Any, message: Any) -> bool:  # noqa: ANN401 - faust carries no types
    """Whether the partition was given anew, or is read again from further back."""
    return bool(message.generation_id != last.generation_id or message.offset <= last.offset)
