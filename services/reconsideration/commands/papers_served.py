"""How any paper is served 送达, and what begins to run with it (ARL 88; RULES 130, 131)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from services.reconsideration.commands.begun import Begun, begin
from services.reconsideration.commands.days_anew import AGAIN
from services.reconsideration.domain import papers_served as acts
from services.reconsideration.domain import serving_papers
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.papers_served import Addressee, Outgoing, PapersServed
from services.reconsideration.domain.serving import Serving, by_manner
from services.reconsideration.domain.standing import speaks_for
from services.reconsideration.store import SERVICES, services_of
from shared.contracts.fact import Head
from shared.contracts.reconsideration.people import Power
from shared.law.article import CPL
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
    fact = serving_papers.serve(file, head, paper, to, said=said, receipt_id=receipt_id)
    file = work.record(file, fact)
    begin(Begun(work, file, paper, to, head.on, by))
    return file


def serve_again(
    work: Work, case: Case, paper: Outgoing, said: Serving, *, receipt: str, reason: str, by: str
) -> PapersServed:
    """重新送达一件文书于一名受送达人; arguments as those of `serve` (ARL 31, 88; CPL 87).

    `reason` says why the service before was none. The days that run from it run anew (RULES 164).
    """
    file, to, said, head = _on(work, case, paper, said, by)
    receipt_id = work.document(file.case_id, file.dispute_id, "service_receipt", receipt)
    reason_id = work.document(file.case_id, file.dispute_id, "service_again", reason)
    documents = {"receipt_id": receipt_id, "reason_id": reason_id}
    file = work.record(
        file, serving_papers.serve_again(file, head, paper, to, said=said, **documents)
    )
    if (again := AGAIN.get(paper.sort)) and paper.is_newest:
        again(Begun(work, file, paper, to, head.on, by))
    return file


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
        fact = serving_papers.serve(
            file, head, paper, to, said=serving_papers.online(head, to), receipt_id=None
        )
        file = work.record(file, fact)
        begin(Begun(work, file, paper, to, head.on, by))
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
