"""The stream 事实流: every fact as it happens, to everyone who may follow it.

Each web process reads all topics without a group and lets out contiguous positions only; what
Kafka does not bring in time is read from the outbox. Readers who ask for the same and may see the
same share one copy of the bytes. Whoever is too slow is let go and resumes by the last position.
"""

from shared.stream.broadcast import Broadcast
from shared.stream.service import Stream

__all__ = ["Broadcast", "Stream"]
