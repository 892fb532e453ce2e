"""退回: disputes whose whistle was given back, while that is the last word on it (RULES 19)."""

from typing import Final

from shared.casepage.sight import Where

UNDER_WAY: Final = """EXISTS (
  SELECT FROM hub.file w WHERE w.dispute_id = o.case_id AND w.procedure = 'whistle'
    AND (w.state LIKE 'awaiting%' OR w.state = 'blown'))"""
"""Whether a whistle of the dispute is at work."""

STILL_TRIED: Final = """EXISTS (
  SELECT FROM hub.file l WHERE l.dispute_id = o.case_id AND l.procedure = 'ladder'
    AND l.state IN ('trying', 'going_up'))"""
"""Whether the dispute is tried on the ladder still: only then is there anything to see to."""

LAST_WORD: Final = """(
  SELECT w.state FROM hub.file w
  JOIN hub.outbox p ON p.case_id = w.case_id AND p.version = w.version
  WHERE w.dispute_id = o.case_id AND w.procedure = 'whistle' ORDER BY p.seq DESC LIMIT 1)"""
"""How the whistle stands that moved last: one that was blown or closed after a return is newer.

So is one beside which the request that was returned was a duplicate, once it is closed.
"""


def given_back(where: Where) -> str:
    """Of the disputes `o`, those in which a window sees to what came back."""
    returned = where.any_file("v.office = 'routing'", "v.state = 'returned'")
    left = f"NOT {UNDER_WAY} AND {STILL_TRIED} AND {LAST_WORD} = 'returned'"
    return f"{returned} AND o.state = 'registered' AND {left}"
