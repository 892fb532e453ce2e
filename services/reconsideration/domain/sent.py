"""交邮、递交: when something was sent, and whether that was in its days (ARL 88; CPL 85)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.saying import Point
from shared.law.article import CPL

POSTED: Final = CPL[85].par(4)
"""期间不包括在途时间，在期满前交邮的，不算过期."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """By which way and when it was sent: one of the two."""

    posted_on: date | None = None
    """交邮之日."""
    handed_over_on: date | None = None
    """当面递交之日, of what was put on file later."""

    @property
    def on(self) -> date | None:
        """The day that counts."""
        return self.posted_on or self.handed_over_on

    @property
    def way(self) -> str:
        """In Chinese."""
        return "交邮" if self.posted_on else "递交"


def in_time(sent: Sent, last: date) -> Point:
    """期满前交邮: whether it was sent by the last day, however late it came (CPL 85)."""
    if sent.on is None or sent.on > last:
        text = f"{sent.way}之日{sent.on}晚于期限届满之日{last}，不是期满前{sent.way}"
        return Point(text, POSTED, met=False)
    text = f"{sent.way}之日{sent.on}不晚于期限届满之日{last}，期满前{sent.way}的不算逾期"
    return Point(text, POSTED, met=True)


def is_late(came_on: date, last: date, sent: Sent | None) -> bool:
    """逾期: it came after the last day, and was not sent by then (CPL 85)."""
    return came_on > last and not (sent and in_time(sent, last).met)
