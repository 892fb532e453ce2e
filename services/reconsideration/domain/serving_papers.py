"""送达一件文书: on one to whom it is written, anew, and online (ARL 88; CPL 87, 90)."""

from uuid import UUID

from services.reconsideration.domain.papers_served import (
    Addressee,
    Outgoing,
    PapersServed,
    must_be_numbered,
)
from services.reconsideration.domain.serving import KNOWN, Serving
from shared.contracts.fact import Head
from shared.contracts.reconsideration.served import PaperServed
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL, RULES
from shared.law.online import be_served
from shared.law.procedure import Refused


def serve(
    file: PapersServed,
    head: Head,
    paper: Outgoing,
    to: Addressee,
    *,
    said: Serving,
    receipt_id: UUID | None,
) -> PaperServed:
    """送达一件文书于一名受送达人 (ARL 88; CPL 87).

    Args:
        file: The services of the papers of its file.
        head: Head of the next page, of the day on which it was served.
        paper: The paper.
        to: On whom.
        said: The manner, what the evidence shows, and who signed.
        receipt_id: Document 送达回证的记载; None of what a party took online itself.

    Raises:
        Refused: It is a draft, it was served before it was made, it was served already, the file
            of the paper tells of another day, or whoever it is has no successor.
    """
    _check(paper, to, said)
    if (known := file.service_of(paper, to)) is not None:
        raise Refused(f"{paper.term}已于{known.served_on}向其送达", CPL[87].par(2))
    if to.had_on is not None and to.had_on != head.on:
        raise Refused(f"案卷已记载其于{to.had_on}收到{paper.term}，送达之日应当一致", RULES[131])
    return _page(head, paper, to, said, receipt_id=receipt_id)


def serve_again(
    file: PapersServed,
    head: Head,
    paper: Outgoing,
    to: Addressee,
    *,
    said: Serving,
    receipt_id: UUID,
    reason_id: UUID,
) -> PaperServed:
    """重新送达一件文书于一名受送达人; arguments as those of `serve` (ARL 88; CPL 87).

    The document `reason_id` says why the service before was none.

    Raises:
        Refused: It was not served before, or later than now, or as `serve` says.
    """
    _check(paper, to, said)
    if (before := file.service_of(paper, to)) is None:
        raise Refused(f"此前没有记载向其送达{paper.term}，不是重新送达", CPL[87].par(2))
    if head.on < before.served_on:
        raise Refused(f"此前记载于{before.served_on}送达，重新送达不得早于该日", CPL[87].par(2))
    return _page(head, paper, to, said, receipt_id=receipt_id, reason_id=reason_id)


def _check(paper: Outgoing, to: Addressee, said: Serving) -> None:
    must_be_numbered(paper)
    if to.heirless:
        raise Refused(KNOWN, RULES[145])
    if said.shown_on < paper.on:
        raise Refused(f"{paper.term}于{paper.on}作出，不得在此之前送达", ARL[88].par(1))


def _page(
    head: Head,
    paper: Outgoing,
    to: Addressee,
    said: Serving,
    *,
    receipt_id: UUID | None,
    reason_id: UUID | None = None,
) -> PaperServed:
    return PaperServed(
        head=head,
        about=paper.about,
        paper_sort=paper.sort,
        paper=paper.term,
        page=paper.page,
        document_number=paper.number,
        standing=to.standing,
        person_id=to.person_id,
        organ=to.organ,
        manner=said.manner,
        shown_on=said.shown_on,
        served_on=head.on,
        receiver_id=said.receiver_id,
        receipt_id=receipt_id,
        reason_id=reason_id,
    )


def online(head: Head, to: Addressee) -> Serving:
    """同意电子送达, 网上签收: on the day on which the party takes it (CPL 90).

    Raises:
        Refused: It says another day.
    """
    be_served(head)
    return Serving(
        standing=to.standing,
        person_id=to.person_id,
        manner=Manner.ELECTRONIC,
        shown_on=head.on,
        condition_met=True,
    )
