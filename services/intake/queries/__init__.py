"""Read views of intake: a dispute by its number, who came before, what is alike, the queue."""

from services.intake.queries.numbers import case_of, moment, today
from services.intake.queries.people import Known, people_of, read_these
from services.intake.queries.queue import Asked, Count, Queue, Queued, Tab, queue
from services.intake.queries.similar import Alike, alike

__all__ = [
    "Alike",
    "Asked",
    "Count",
    "Known",
    "Queue",
    "Queued",
    "Tab",
    "alike",
    "case_of",
    "moment",
    "people_of",
    "queue",
    "read_these",
    "today",
]
