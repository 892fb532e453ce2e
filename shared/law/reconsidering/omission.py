"""未履行法定职责: which heads of ARL 11 can be an omission, as one table (ARR2026 24, 30).

An omission is silence on what was asked of an organ: a licence, protection, a benefit, information.
Who was refused in words complains of an act, and its days run as those of any act do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.contracts.intake import ActKind
from shared.law.article import ARL, Article


@dataclass(frozen=True, slots=True)
class Omissible:
    """一类可以未履行的职责."""

    article: Article
    """The head of ARL 11."""
    asked: str
    """What is asked of the organ, in Chinese."""
    named: bool
    """Whether ARR2026 24 (before it ARR2007 16) names the head; else its days are read alike."""
    presumed: bool = False
    """Whether, where no act is told of, it is taken for an omission: of this head it mostly is."""


OMISSIONS: Final[Mapping[ActKind, Omissible]] = {
    ActKind.LICENCE: Omissible(ARL[11].par(item=3), "行政许可", named=True),
    ActKind.INACTION: Omissible(
        ARL[11].par(item=11), "保护人身权、财产权、受教育权等合法权益", named=True, presumed=True
    ),
    ActKind.BENEFIT: Omissible(
        ARL[11].par(item=12), "抚恤金、社会保险待遇或者最低生活保障等社会保障", named=True
    ),
    # Head 14 has a time of its own in OGI 33; ARR2026 30 names it for who must apply first.
    ActKind.DISCLOSURE: Omissible(ARL[11].par(item=14), "公开政府信息", named=False),
}
"""可以未履行的行政行为类别, by head; of the others there is nothing that a party asks for."""


def omits(act: ActKind | None, done_on: date | None, *, said: bool | None) -> bool:
    """是否未履行法定职责: as it was said; where nothing was, as the head presumes (ARR2026 24).

    Args:
        act: The head of the act.
        done_on: The day of an act, where one is told of.
        said: Whether the organ is said not to have acted on what was asked; None: not said.
    """
    if said is not None:
        return said
    row = OMISSIONS.get(act) if act else None
    return bool(row and row.presumed and done_on is None)


def at_once(act: ActKind | None, *, urgent: bool) -> bool:
    """紧急情况下请求保护人身权、财产权, of head 11 alone: nobody waits (ARR2026 24; ARR2007 16)."""
    return urgent and act is ActKind.INACTION
