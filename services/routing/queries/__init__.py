"""Read views of routing: what departments and centres owe, and how matters were ruled on."""

from services.routing.queries.owed import Owed, owed, precedents

__all__ = ["Owed", "owed", "precedents"]
