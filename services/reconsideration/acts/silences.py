"""逾期不答复的记载: whose silence the pages of a case tell by now, for the doors of the case page.

A file is told by its pages to whoever may read it, and its row is not at hand there.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from services.reconsideration.domain.deferral import word_of
from services.reconsideration.domain.ordinary.states import ON_HAND
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationReceived, ReplyForfeited
from shared.contracts.reconsideration.deferring import JointReplyDeferred, Missed, ReplyDeferred
from shared.contracts.reconsideration.in_time import JointReplyInTime, ReplyInTime
from shared.contracts.reconsideration.joint import JointReplyForfeited, JointRespondentLeft
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentReplaced,
    RespondentSucceeded,
)
from shared.contracts.reconsideration.served_again import CopyServedAgain, JointCopyServedAgain

Pages = Iterable[tuple[str, Mapping[str, Any]]]
"""Each page of a file: its kind, and what it says."""


def _kinds(*facts: type[Fact]) -> frozenset[str]:
    return frozenset(fact.kind_name() for fact in facts)


_NAMES_FIRST: Final = _kinds(ApplicationReceived, RespondentChanged, RespondentReplaced)
_SILENT: Final = _kinds(ReplyForfeited, JointReplyForfeited)
_TAKEN_BACK: Final = _kinds(
    *(ReplyInTime, CopyServedAgain, ReplyDeferred),
    *(JointReplyInTime, JointCopyServedAgain, JointReplyDeferred),
)
_SUCCEEDED: Final = RespondentSucceeded.kind_name()
_REPLACED: Final = RespondentReplaced.kind_name()
_LEFT: Final = JointRespondentLeft.kind_name()


@dataclass(slots=True)
class _Told:
    first: str = ""
    """列在首位的被申请人."""
    silent: dict[str, str] = field(default_factory=dict)
    """By each respondent that is silent: under whose name that is on file (ARL 19)."""
    given: dict[str, str] = field(default_factory=dict)
    """By which file days were given anew to a respondent, the last time."""

    def turn(self, kind: str, said: Mapping[str, Any]) -> None:
        """What a page adds."""
        who = said.get("organ") or self.first
        if kind in _SILENT:
            self.silent.setdefault(who, who)
        elif kind in _TAKEN_BACK:
            self.silent.pop(who, None)
            if granted := said.get("deferral_case_id"):
                self.given[who] = granted
        elif kind == _SUCCEEDED:
            self._pass(said["before"], said["respondent"])
        elif kind in {_LEFT, _REPLACED}:
            self._forget(who)
        if kind in _NAMES_FIRST:
            self.first = said["respondent"]

    def _pass(self, before: str, new: str) -> None:
        for kept in (self.silent, self.given):
            if before in kept:
                kept[new] = kept.pop(before)
        if before == self.first:
            self.first = new

    def _forget(self, organ: str) -> None:
        self.silent.pop(organ, None)
        self.given.pop(organ, None)


def days_to_ask(state: str, pages: Pages, organ: str) -> Collection[str]:
    """The files in which days to reply may be asked for anew, by their words (ARL 48; CPL 86).

    Args:
        state: Where the case stands.
        pages: Its pages.
        organ: The respondent that asks for itself; empty where an officer takes it down.
    """
    if state not in ON_HAND:
        return ()
    told = _Told()
    for kind, said in pages:
        told.turn(kind, said)
    return [
        word_of(Missed.REPLY, whose, told.given.get(one, ""))
        for one, whose in told.silent.items()
        if organ in ("", one)
    ]
