"""送达不予受理决定书: by its officers, or taken by the applicant online (ARL 34, 88; CPL 90)."""

from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands.aftermath import open_file, take_effect, turn
from services.reconsideration.commands.aftermath import paper as document
from services.reconsideration.domain import refusing, serving
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.correcting import is_dismissed
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.papers_served import Outgoing
from services.reconsideration.domain.serving import Serving
from services.reconsideration.domain.standing import speaks_for
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import ApplicationDeclined, Standing
from shared.contracts.reconsideration.people import Power
from shared.contracts.service import Manner
from shared.errors import Unknown
from shared.law.article import CPL
from shared.law.online import be_served
from shared.law.procedure import Refused
from shared.work import Work

ONLINE: Final = "受送达人同意以电子方式送达，在网上签收。"


def serve(
    work: Work, case_id: UUID, paper: Outgoing, said: Serving, *, receipt: str, by: str
) -> Aftermath:
    """送达不予受理决定书于一名申请人, whose fifteen days run from that day (ARL 34, 88)."""
    file = work.take(AFTERMATHS, case_id)
    return _serve(work, file, paper, said, receipt=receipt, by=by)


def serve_beside(
    work: Work,
    about: UUID,
    declined: ApplicationDeclined,
    paper: Outgoing,
    said: Serving,
    *,
    receipt: str,
    by: str,
) -> Aftermath:
    """The same from the case: where nothing follows it yet, that file is opened today (RULES 90).

    So a refusal can be served that was declined before refusals had such a file.
    """
    file = open_file(work, about, on=work.today, refusal=declined)
    return _serve(work, file, paper, said, receipt=receipt, by=by)


def receive(
    work: Work,
    case_id: UUID,
    paper: Outgoing,
    *,
    persons: frozenset[UUID],
    by: str,
    on: date | None = None,
) -> Aftermath:
    """收到不予受理决定书, each of these applicants by itself, which consents to it (CPL 90).

    Raises:
        Refused: None of them waits for it, or it says another day than today.
    """
    file, head = turn(work, case_id, by, on)
    case = _case(work, file)
    be_served(head)
    own = speaks_for(case, persons, head.on, Power.RECEIVE) or persons
    if not (mine := [one for one in file.refusal_for if one in own]):
        raise Refused("没有等您签收的不予受理决定书", CPL[90].par(1))
    for one in mine:
        said = Serving(
            standing=Standing.APPLICANT,
            person_id=one,
            manner=Manner.ELECTRONIC,
            shown_on=head.on,
            condition_met=True,
        )
        file = _serve(work, file, paper, said, receipt=ONLINE, by=by)
    return file


def correct(work: Work, about: UUID, where: UUID, *, on: date) -> None:
    """不予受理或者驳回申请已纠正: the application is handled in `where` (ARL 35; RULES 132).

    Whatever was heard first, a refusal is at its end: what follows it is opened here with nobody
    to serve, where that is still to be heard. What follows a dismissal is opened by its service
    alone, the first of all, which waits for no other (ARL 75). A case that was late, and is
    dismissed in its own file since, is no dismissal that was corrected.

    Raises:
        Unknown: The service of the dismissal is still to be heard.
    """
    case = work.take(CASES, about)
    if case.state is State.DECLINED:
        file = open_file(work, about, on=on)
    elif is_dismissed(case) and where != about:
        file = _followed(work, about)
    else:
        return
    days = [case.served_days[one] for one in case.applicants if one in case.served_days]
    said = (file, work.head(file, by=CLOCK, on=on), where)
    work.record(file, refusing.correct(*said, first=min(days, default=None)))


def _followed(work: Work, about: UUID) -> Aftermath:
    """What follows a dismissal, opened here where its first service is still to be heard (ARL 75).

    Raises:
        Unknown: A page of old told of all services at once, and is still to be heard.
    """
    take_effect(work, about)
    file = work.find(AFTERMATHS, aftermath_of(about))
    if file is None or file.since is None:
        raise Unknown("送达决定之后的案卷尚未开立")
    return file


def _case(work: Work, file: Aftermath) -> Case:
    assert file.about is not None  # noqa: S101 - no file without its first page
    return work.take(CASES, file.about)


def _serve(
    work: Work, file: Aftermath, paper: Outgoing, said: Serving, *, receipt: str, by: str
) -> Aftermath:
    receipt_id = document(work, file, "service_receipt", receipt)
    done = serving.service(_case(work, file), said, receipt_id, work.calendar, today=work.today)
    file, head = turn(work, file.case_id, by, done.served_on)
    return work.record(file, refusing.serve(file, head, done, work.calendar, paper))
