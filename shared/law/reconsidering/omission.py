"""未履行法定职责: which heads of ARL 11 can be an omission, as one table (ARR2026 24, 30).

An omission is silence on what was asked of an organ: a licence, protection, a benefit, information.
Who was refused in words complains of an act, and its days run as those of any act do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.contracts.intake import ActKind
from shared.law.article import ARL, ARR2026, Article, arr
from shared.law.procedure import Refused


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """所述: what is said of an organ that was asked, at whichever window, page or desk."""

    act: ActKind | None
    done_on: date | None = None
    """行为作出之日; there is none of an organ that kept silent."""
    learnt_on: date | None = None
    """知道之日; of an organ that kept silent, the day on which its time to perform was over."""
    omission: bool | None = None
    requested_on: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限 as a code, `20wd`."""
    urgent: bool = False

    @property
    def silent(self) -> bool:
        """是否未履行法定职责."""
        return omits(self.act, self.done_on, said=self.omission)


class Slip(StrEnum):
    """What of it does not go together, or was left out 所述的不一致."""

    UNSAID = "unsaid"  # 没有说明是否没有处理
    NOTHING_ASKED = "nothing_asked"  # 该类行为没有可以申请的事项
    ACTED = "acted"  # 没有处理的，没有作出行为之日
    ANSWERED = "answered"  # 处理了的，不问履职申请的情况
    UNDATED = "undated"  # 没有说明机关何时收到申请
    NOT_URGENT = "not_urgent"  # 不是请求保护的，没有紧急情况


def slips(said: Said) -> Mapping[str, Slip]:
    """What does not go together, by the field of `Said` where it is to be mended."""
    return dict(_slips(said))


def _slips(said: Said) -> Iterator[tuple[str, Slip]]:
    if said.act in OMISSIONS and said.omission is None:
        yield "omission", Slip.UNSAID
    if said.omission and said.act not in OMISSIONS:
        yield "omission", Slip.NOTHING_ASKED
    if said.omission and said.done_on:
        yield "done_on", Slip.ACTED
    if not said.silent:
        only = ("requested_on", "duty_within", "urgent")
        yield from ((name, Slip.ANSWERED) for name in only if getattr(said, name))
        return
    if said.omission and not (said.requested_on or said.learnt_on):
        yield "requested_on", Slip.UNDATED
    if said.urgent and not at_once(said.act, urgent=True):
        yield "urgent", Slip.NOT_URGENT


def check(said: Said, on: date) -> None:
    """能否这样说; what nobody said, and what nobody knows, is no contradiction.

    Args:
        said: What is said.
        on: The day of the step, whose edition of the regulation is cited.

    Raises:
        Refused: It contradicts itself (ARR2026 24; ARR2007 16).
    """
    for slip in slips(said).values():
        if slip in _CONTRADICTS:
            raise refusal(slip, on)


def refusal(slip: Slip, on: date) -> Refused:
    """What is said of a contradiction, with the provision in force on that day."""
    because, paragraph = _CONTRADICTS[slip]
    return Refused(because, article_on(on).par(paragraph))


def article_on(on: date) -> Article:
    """未履行职责的申请期限, the article of the edition of that day (ARR2026 24; ARR2007 16)."""
    edition = arr(on)
    return edition[24 if edition is ARR2026 else 16]


_CONTRADICTS: Final = {
    Slip.NOTHING_ASKED: (
        "没有处理的，只在申请许可、请求保护、申请社会保障待遇、申请信息公开时填写",
        1,
    ),
    Slip.ACTED: ("行政机关没有处理的，没有作出行为之日；已经作出行为的，不写没有处理", 1),
    Slip.ANSWERED: ("收到履职申请之日、履行期限、紧急情况，只在没有处理履职申请时填写", 1),
    Slip.NOT_URGENT: ("只有紧急情况下请求保护人身权、财产权的，才不必等待履行期限届满", 2),
}
"""What does not go together, in Chinese, and the paragraph that says so."""
