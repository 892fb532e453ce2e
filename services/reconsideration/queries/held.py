"""中止: whether a case stands still, as a query finds it."""

from typing import Final

HELD: Final = """(o.suspensions <> '[]'
           AND jsonb_path_exists(o.suspensions, '$[*] ? (@.until == null)'))"""
"""Whether a case `o` is suspended (ARL 39)."""
