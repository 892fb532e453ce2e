"""收到之日: what begins to run as a paper is served, by a page of its own file (RULES 131)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands import attached_review, filing, handling, hearing, letters
from services.reconsideration.domain import letter_acts
from services.reconsideration.domain import papers_served as acts
from services.reconsideration.domain.papers_served import Addressee, Outgoing, PapersServed
from services.reconsideration.store import AFTERMATHS, CASES
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import CopyReceived, Standing, SupplementNoticeReceived
from shared.contracts.reconsideration.attached_review import (
    ForwardedDocumentReceived,
    IssuerNoticeReceived,
)
from shared.law.casefile import CaseFile
from shared.work import Work


@dataclass(frozen=True, slots=True)
class Begun:
    """A service that was just recorded."""

    work: Work
    file: PapersServed
    paper: Outgoing
    to: Addressee
    on: date
    by: str

    @property
    def about(self) -> UUID:
        """Case file of the paper."""
        return self.paper.about

    def allows(self, file: CaseFile, receipt: type[Fact]) -> bool:
        """Whether the table has a row for this page of receipt where the file stands."""
        rows = (move for move in file.procedure.moves if move.on is receipt)
        return any(file.state in row.sources() for row in rows)


def begin(done: Begun) -> None:
    """收到之日: days that the law lets run from receipt begin with the service (RULES 131).

    Only of the newest paper of its sort, and where its own file does not tell of the receipt yet.
    """
    begins = _BEGINS.get(done.paper.sort)
    if begins and done.paper.is_newest and done.to.had_on is None:
        begins(done)


def _supplement(done: Begun) -> None:
    """补正期限 of ten days, from the day on which the last of the applicants has it (ARL 31)."""
    on = acts.whole_side(done.file, done.paper, Standing.APPLICANT)
    case = done.work.take(CASES, done.about)
    if on and done.allows(case, SupplementNoticeReceived):
        filing.receive_supplement_notice(done.work, done.about, done.paper, by=done.by, on=on)


def _reply(done: Begun) -> None:
    """答复期限 of ten days or five, of each respondent from its own copy (ARL 48, 54).

    Where another organ exercises its powers since, the days are that one's (ARL 19).
    """
    case, organ = done.work.take(CASES, done.about), done.to.now
    if organ == case.respondent:
        waits = done.allows(case, CopyReceived)
    else:
        sent = (one for one in case.joint if one.organ == organ)
        waits = any(one.sent_on and one.copied_on is None for one in sent)
    if waits:
        handling.receive_copy(done.work, done.about, by=done.by, on=done.on, organ=organ)


def _hearing(done: Begun) -> None:
    """听证通知: a side has it once the last of it has, by the day of the hearing (ARL 51)."""
    case, to = done.work.take(CASES, done.about), done.to
    on = to.standing and acts.whole_side(done.file, done.paper, to.standing, to.organ)
    if to.standing and on and case.hearing and on <= case.hearing.on:
        hearing.notify(done.work, done.about, to.standing, by=done.by, on=on, organ=to.now or None)


def _issuer(done: Begun) -> None:
    """制定机关答复的十日 (ARL 58)."""
    if done.allows(done.work.look(done.about), IssuerNoticeReceived):
        attached_review.receive_issuer_notice(done.work, done.about, by=done.by, on=done.on)


def _forwarded(done: Begun) -> None:
    """接受转送的机关处理的六十日 (ARL 60)."""
    if done.allows(done.work.look(done.about), ForwardedDocumentReceived):
        attached_review.receive_forwarded(done.work, done.about, by=done.by, on=done.on)


def _letter(done: Begun) -> None:
    """报送纠正情况的六十日 (ARL 76)."""
    sent, letter = done.work.take(AFTERMATHS, done.about), done.paper.letter_id
    if any(one.letter_id == letter for one in letter_acts.on_its_way(sent)):
        letters.receive_letter(done.work, done.about, letter=letter, by=done.by, on=done.on)


_BEGINS: Final[Mapping[str, Callable[[Begun], None]]] = {
    "supplement": _supplement,
    "reply-notice": _reply,
    "hearing-notice": _hearing,
    "issuer-notice": _issuer,
    "document-forwarding": _forwarded,
    "opinion-letter": _letter,
}
"""What the service of a paper begins, by its sort: the page of receipt on the paper's own file."""
