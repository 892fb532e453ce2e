"""How any paper is served 送达, and what begins to run with it (ARL 88; RULES 130, 131)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands import attached_review, filing, handling, hearing, letters
from services.reconsideration.commands.pages import head_of
from services.reconsideration.domain import acceptance, letter_acts
from services.reconsideration.domain import papers_served as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.papers_served import Addressee, Outgoing, PapersServed
from services.reconsideration.domain.serving import Serving, by_manner
from services.reconsideration.domain.standing import speaks_for
from services.reconsideration.store import AFTERMATHS, CASES, SERVICES, services_of
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import (
    CopyReceived,
    Standing,
    SupplementNoticeReceived,
    SupplementNoticeServedAgain,
)
from shared.contracts.reconsideration.attached_review import (
    ForwardedDocumentReceived,
    IssuerNoticeReceived,
)
from shared.contracts.reconsideration.people import Power
from shared.law.article import CPL, RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.work import Work


def serve(
    work: Work, case: Case, paper: Outgoing, said: Serving, *, receipt: str, by: str
) -> PapersServed:
    """送达一件文书于一名受送达人, by its own manner, with its 送达回证 (ARL 88; CPL 87-95).

    Args:
        work: The unit of work, with the file of the paper and that of its services.
        case: The case whose paper it is, or from whose file the paper's derives, as it stands.
        paper: The paper.
        said: Manner, day and who signed; and on whom, where several are left.
        receipt: What the 送达回证 says.
        by: Who records it.
    """
    file, to, said, head = _on(work, case, paper, said, by)
    receipt_id = work.document(file.case_id, file.dispute_id, "service_receipt", receipt)
    fact = acts.serve(file, head, paper, to, said=said, receipt_id=receipt_id)
    file = work.record(file, fact)
    _begin(_Begun(work, file, paper, to, head.on, by))
    return file


def serve_again(
    work: Work, case: Case, paper: Outgoing, said: Serving, *, receipt: str, reason: str, by: str
) -> PapersServed:
    """重新送达一件文书于一名受送达人; arguments as those of `serve` (ARL 31, 88; CPL 87).

    `reason` says why the service before was none. The days that run from it run anew.

    Raises:
        Refused: Days run from the receipt of this paper that a second one does not let run anew.
    """
    if is_received_once(paper):
        raise Refused(f"期限自收到{paper.term}起算，收到之日已经记入案卷，不重新送达", RULES[131])
    file, to, said, head = _on(work, case, paper, said, by)
    receipt_id = work.document(file.case_id, file.dispute_id, "service_receipt", receipt)
    reason_id = work.document(file.case_id, file.dispute_id, "service_again", reason)
    documents = {"receipt_id": receipt_id, "reason_id": reason_id}
    file = work.record(file, acts.serve_again(file, head, paper, to, said=said, **documents))
    if (again := _AGAIN.get(paper.sort)) and paper.is_newest:
        again(_Begun(work, file, paper, to, head.on, by))
    return file


def is_received_once(paper: Outgoing) -> bool:
    """收到之日已经记入案卷: days run from its receipt that a second one lets not run anew."""
    return paper.sort in _BEGINS and paper.sort not in _AGAIN


def _on(
    work: Work, case: Case, paper: Outgoing, said: Serving, by: str
) -> tuple[PapersServed, Addressee, Serving, Head]:
    """The file, on whom it is served, what is said of it, and the head of its page."""
    file = _file(work, paper)
    to = acts.addressee_of(file, paper, person_id=said.person_id, organ=said.organ)
    said = replace(said, standing=to.standing, person_id=to.person_id, organ=to.organ or None)
    done = by_manner(case, said, work.calendar, today=work.today)
    return file, to, said, work.head(file, by=by, on=done.on)


def receive(
    work: Work,
    case: Case,
    paper: Outgoing,
    *,
    persons: frozenset[UUID],
    by: str,
    on: date | None = None,
) -> PapersServed:
    """同意电子送达并网上签收, for itself and for whom it may receive papers (CPL 90; ARL 17).

    Raises:
        Refused: It is written to none of them, or they have it.
    """
    file = _file(work, paper)
    own = speaks_for(case, persons, work.today, Power.RECEIVE) or frozenset()
    mine = [one for one in paper.to if one.person_id in own]
    waiting = [one for one in mine if not acts.is_served(file.services, paper, one)]
    if not waiting:
        says = f"{paper.term}已经送达" if mine else f"不是{paper.term}的受送达人"
        raise Refused(says, CPL[90].par(1))
    for to in waiting:
        head = work.head(file, by=by, on=on)
        fact = acts.serve(file, head, paper, to, said=acts.online(head, to), receipt_id=None)
        file = work.record(file, fact)
        _begin(_Begun(work, file, paper, to, head.on, by))
    return file


def _file(work: Work, paper: Outgoing) -> PapersServed:
    """文书送达, beside the file of the paper: whoever sees that one sees it."""
    about = work.look(paper.about)
    case_id, labels = services_of(paper.about), work.labels_of(paper.about)
    file = work.open(SERVICES, case_id, about.dispute_id, labels=labels)
    work.label(file.case_id, **labels)
    return file


def go_along(work: Work, about: UUID) -> None:
    """文书送达随案: who sees the file of the papers sees their services, and nobody else."""
    if (file := work.find(SERVICES, services_of(about))) is not None:
        work.label(file.case_id, **work.labels_of(about))


@dataclass(frozen=True, slots=True)
class _Begun:
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


def _begin(done: _Begun) -> None:
    """收到之日: days that the law lets run from receipt begin with the service (RULES 131).

    Only of the newest paper of its sort, and where its own file does not tell of the receipt yet.
    """
    begins = _BEGINS.get(done.paper.sort)
    if begins and done.paper.is_newest and done.to.had_on is None:
        begins(done)


def _supplement(done: _Begun) -> None:
    """补正期限 of ten days, from the day on which the last of the applicants has it (ARL 31)."""
    on = acts.whole_side(done.file, done.paper, Standing.APPLICANT)
    case = done.work.take(CASES, done.about)
    if on and done.allows(case, SupplementNoticeReceived):
        filing.receive_supplement_notice(done.work, done.about, done.paper, by=done.by, on=on)


def _supplement_again(done: _Begun) -> None:
    """补正期限 anew, where the last of the applicants has the notice only now (ARL 31).

    What was extended to a day that lies later stays: nobody loses days by what was no service.
    """
    on = acts.whole_side(done.file, done.paper, Standing.APPLICANT)
    case = done.work.take(CASES, done.about)
    if on is None or not done.allows(case, SupplementNoticeServedAgain):
        return
    if not (on == case.notice_received_on or acceptance.runs_longer(case, on, done.work.calendar)):
        head = head_of(done.work, case, done.by, on)
        done.work.record(case, SupplementNoticeServedAgain(head=head))


def _reply(done: _Begun) -> None:
    """答复期限 of ten days or five, of each respondent from its own copy (ARL 48, 54)."""
    case = done.work.take(CASES, done.about)
    if done.to.organ == case.respondent:
        waits = done.allows(case, CopyReceived)
    else:
        sent = (one for one in case.joint if one.organ == done.to.organ)
        waits = any(one.sent_on and one.copied_on is None for one in sent)
    if waits:
        handling.receive_copy(done.work, done.about, by=done.by, on=done.on, organ=done.to.organ)


def _hearing(done: _Begun) -> None:
    """听证通知: a side has it once the last of it has, by the day of the hearing (ARL 51)."""
    case, to = done.work.take(CASES, done.about), done.to
    on = to.standing and acts.whole_side(done.file, done.paper, to.standing, to.organ)
    if to.standing and on and case.hearing and on <= case.hearing.on:
        hearing.notify(
            done.work, done.about, to.standing, by=done.by, on=on, organ=to.organ or None
        )


def _issuer(done: _Begun) -> None:
    """制定机关答复的十日 (ARL 58)."""
    if done.allows(done.work.look(done.about), IssuerNoticeReceived):
        attached_review.receive_issuer_notice(done.work, done.about, by=done.by, on=done.on)


def _forwarded(done: _Begun) -> None:
    """接受转送的机关处理的六十日 (ARL 60)."""
    if done.allows(done.work.look(done.about), ForwardedDocumentReceived):
        attached_review.receive_forwarded(done.work, done.about, by=done.by, on=done.on)


def _letter(done: _Begun) -> None:
    """报送纠正情况的六十日 (ARL 76)."""
    organ = done.to.organ
    if letter_acts.on_its_way(done.work.take(AFTERMATHS, done.about), organ):
        letters.receive_letter(done.work, done.about, organ, by=done.by, on=done.on)


_BEGINS: Final[Mapping[str, Callable[[_Begun], None]]] = {
    "supplement": _supplement,
    "reply-notice": _reply,
    "hearing-notice": _hearing,
    "issuer-notice": _issuer,
    "document-forwarding": _forwarded,
    "opinion-letter": _letter,
}
"""What the service of a paper begins, by its sort: the page of receipt on the paper's own file."""

_AGAIN: Final[Mapping[str, Callable[[_Begun], None]]] = {"supplement": _supplement_again}
"""What begins anew as it is served again, likewise."""
