"""Facts of companion clock files: what rings or is refused beside a case, not in it.

Nobody's If-Match breaks because of them. A clock file belongs to one case file and one office.
"""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class HearingRefused(Fact):
    """依法不予办理: what an office would have done on hearing a fact, the law refused (RULES 5)."""

    kind: Literal["clock.refused.v1"] = "clock.refused.v1"
    office_name: str
    """The office that heard the fact."""
    heard_kind: str
    """Kind of the fact heard."""
    heard_case_id: UUID
    heard_version: int
    article: str
    """Code of the article that refused it."""
