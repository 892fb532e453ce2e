"""网上办理: what a party does online happens on the day on which it arrives, and on no other.

Whatever way it came before that day (by post, by hand) somebody else received it, and records it.
"""

from shared.contracts.fact import Head
from shared.law.article import CPL, Article
from shared.law.day import legal_day
from shared.law.procedure import Refused
from shared.law.service import Sending, received


def hand_in(head: Head, article: Article | None = None) -> None:
    """网上递交: received when it arrives, at any hour (ARR2026 28).

    Args:
        head: Head of the page.
        article: By which an application is dated, where it is none for reconsideration.

    Raises:
        Refused: It says an earlier day.
    """
    arrival = received(head.at, Sending.ONLINE)
    if head.on != arrival.on:
        says = f"网上递交的，到达之日（{arrival.on}）为收到之日，不得填写更早的日期"
        raise Refused(says, article or arrival.article)


def be_served(head: Head) -> None:
    """电子送达: whoever consents has the paper when it arrives in their system (CPL 90; ARL 88).

    Raises:
        Refused: It says another day.
    """
    today = legal_day(head.at)
    if head.on != today:
        says = f"电子送达，到达之日（{today}）为送达日期；以其他方式更早收到的，由送达的机关登记"
        raise Refused(says, CPL[90].par(2))
