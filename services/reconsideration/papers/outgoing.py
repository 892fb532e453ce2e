"""受送达人: whom a paper is written to, and the papers of a file that are served one by one."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.papers_served import Addressee, OneService, Outgoing
from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.sorts import SORTS, Sort, To
from services.reconsideration.papers.whom import leaving, organs_of
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    Standing,
    SupplementNoticeReceived,
    SupplementNoticeServedAgain,
)
from shared.contracts.reconsideration.aftermath import AftermathOpened, Conclusion
from shared.contracts.reconsideration.attached_review import (
    ForwardedDocumentReceived,
    IssuerNoticeReceived,
)
from shared.contracts.reconsideration.hearing import is_turned_anew
from shared.contracts.reconsideration.hearing_held import HearingNotified
from shared.contracts.reconsideration.joint import JointCopyReceived, JointCopySent
from shared.contracts.reconsideration.letters import OpinionLetterIssued, OpinionLetterReceived
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served_again import (
    CopyServedAgain,
    ForwardedDocumentServedAgain,
    HearingNoticeServedAgain,
    IssuerNoticeServedAgain,
    JointCopyServedAgain,
    OpinionLetterServedAgain,
)
from shared.contracts.supervision import PerformanceTakenOver

REFUSAL: Final = "declination"
"""The sort of 不予受理决定书."""


def addressees(sort: Sort, matter: Matter, fact: Fact) -> tuple[Addressee, ...]:
    """On whom the paper of this page is served, in the order of its 送达回证."""
    matter = matter.at(fact)
    applicants = tuple(_applicant(one) for one in (*leaving(fact), *matter.applicant_ids))
    organs = tuple(_organ(one, matter) for one in matter.respondents)
    match sort.to:
        case To.APPLICANTS:
            return applicants
        case To.SERVED if matter.beside(AftermathOpened).conclusion is Conclusion.DECLINED:
            return applicants
        case To.RESPONDENT:
            return organs + tuple(_copied_later(organs, matter, fact))
        case To.THIRD | To.PERSON:
            return (_person(getattr(fact, sort.names), matter),)
        case To.ORGAN:
            return tuple(_organ(one, matter) for one in organs_of(matter, sort, fact))
        case _:
            return applicants + organs + tuple(_third(one) for one in matter.third_ids)


def _copied_later(organs: tuple[Addressee, ...], matter: Matter, fact: Fact) -> Iterator[Addressee]:
    """Those named beside the respondent since, who are sent the same copy (ARL 19, 48)."""
    if not isinstance(fact, CopySent):
        return
    for page in matter.facts:
        if page.head.version <= fact.head.version:
            continue
        if isinstance(page, CopySent) and not is_turned_anew(page.kind, page.head.by):
            return  # from here on it is the next copy that is sent
        if isinstance(page, JointCopySent) and page.organ not in {one.organ for one in organs}:
            yield Addressee(standing=Standing.RESPONDENT, organ=page.organ)


def outgoing(
    about: UUID,
    matter: Matter,
    services: Sequence[OneService] = (),
    *,
    heirless: Collection[UUID] = (),
) -> Iterator[Outgoing]:
    """The papers of a file whose service is recorded here, the first first, numbers left out.

    Args:
        about: The file.
        matter: What is known of it.
        services: What is recorded of their services: whom one was served on stays its addressee.
        heirless: Who is no more and has no successor, by now (RULES 145).
    """
    seen: set[tuple[str, UUID | None]] = set()
    found = []
    for fact in reversed(matter.pages):
        for sort in SORTS.values():
            if sort.served_here and sort.tells(fact):
                place = sort.name, _letter_of(fact)
                paper = _paper(about, sort, matter, fact, services)
                to = tuple(replace(one, heirless=one.person_id in heirless) for one in paper.to)
                found.append(replace(paper, to=to, is_newest=place not in seen))
                seen.add(place)
    yield from reversed(found)


def refusal(about: UUID, matter: Matter) -> Outgoing:
    """不予受理决定书 of a case, whose service stands in the file of what follows.

    Raises:
        Refused: Nothing was declined.
    """
    return _paper(about, SORTS[REFUSAL], matter, told(matter, SORTS[REFUSAL]), ())


def _paper(
    about: UUID, sort: Sort, matter: Matter, fact: Fact, services: Sequence[OneService]
) -> Outgoing:
    to = addressees(sort, matter, fact)
    to += tuple(
        _person(one.person_id, matter) if one.person_id else _organ(one.organ, matter)
        for one in services
        if (one.sort, one.page) == (sort.name, fact.head.version)
        and not any(known.is_one(one.person_id, one.organ) for known in to)
    )
    since = [page for page in matter.pages if page.head.version > fact.head.version]
    return Outgoing(
        about=about,
        sort=sort.name,
        term=sort.term,
        page=fact.head.version,
        on=fact.head.on,
        authority=matter.authority_on(fact),
        letter_id=_letter_of(fact),
        to=tuple(
            replace(
                one, had_on=_had_on(sort, one, matter, fact), now=reduce(_heir, since, one).organ
            )
            for one in to
        ),
    )


def _heir(to: Addressee, page: Fact) -> Addressee:
    """Who stands in its place with this page: what is its own is the successor's (ARL 19)."""
    if isinstance(page, RespondentSucceeded | PerformanceTakenOver) and page.before == to.organ:
        return replace(to, organ=page.respondent)
    return to


def _letter_of(fact: Fact) -> UUID | None:
    """Which letter 意见书 a page issues or tells of: each stands by itself (ARL 76)."""
    return fact.opinion_letter_id if isinstance(fact, _OF_LETTERS) else None


_OF_LETTERS: Final = (OpinionLetterIssued, OpinionLetterReceived, OpinionLetterServedAgain)


def _had_on(sort: Sort, to: Addressee, matter: Matter, fact: Fact) -> date | None:
    """The day on which a page after that of the paper tells that this one has it."""
    of_it, had_on = _RECEIPTS.get(sort.name, ()), None
    for page in matter.pages:
        if page.head.version <= fact.head.version:
            continue
        if _letter_of(page) not in {None, _letter_of(fact)}:
            continue
        if sort.tells(page):
            break  # from here on it is the next paper that is received
        then, to = matter.at(page), _heir(to, page)
        if any(isinstance(page, kind) and is_its(page, to, then) for kind, is_its in of_it):
            had_on = had_on or page.head.on
        anew = _ANEW.get(sort.name, ())
        if had_on and any(
            isinstance(page, kind) and is_its(page, to, then) for kind, is_its in anew
        ):
            had_on = page.head.on
    return had_on


_Tells = tuple[type[Fact], Callable[[Any, Addressee, Matter], bool]]
"""A page that tells of a receipt, and whether it tells of this one's."""


def _is_all(_page: Fact, _to: Addressee, _matter: Matter) -> bool:
    return True


def _is_first(page: CopyReceived | CopyServedAgain, to: Addressee, _matter: Matter) -> bool:
    return page.respondent == to.organ


def _is_organ(
    page: JointCopyReceived
    | JointCopyServedAgain
    | OpinionLetterReceived
    | OpinionLetterServedAgain,
    to: Addressee,
    _matter: Matter,
) -> bool:
    return page.organ == to.organ


def _is_side(
    page: HearingNotified | HearingNoticeServedAgain, to: Addressee, matter: Matter
) -> bool:
    own = not to.organ or to.organ == (page.organ or matter.respondent)
    return page.standing is to.standing and own


_RECEIPTS: Final[Mapping[str, tuple[_Tells, ...]]] = {
    "supplement": ((SupplementNoticeReceived, _is_all),),
    "reply-notice": ((CopyReceived, _is_first), (JointCopyReceived, _is_organ)),
    "hearing-notice": ((HearingNotified, _is_side),),
    "issuer-notice": ((IssuerNoticeReceived, _is_all),),
    "document-forwarding": ((ForwardedDocumentReceived, _is_all),),
    "opinion-letter": ((OpinionLetterReceived, _is_organ),),
}
"""Pages that tell of the receipt of a paper, by its sort."""

_ANEW: Final[Mapping[str, tuple[_Tells, ...]]] = {
    "supplement": ((SupplementNoticeServedAgain, _is_all),),
    "reply-notice": ((CopyServedAgain, _is_first), (JointCopyServedAgain, _is_organ)),
    "hearing-notice": ((HearingNoticeServedAgain, _is_side),),
    "issuer-notice": ((IssuerNoticeServedAgain, _is_all),),
    "document-forwarding": ((ForwardedDocumentServedAgain, _is_all),),
    "opinion-letter": ((OpinionLetterServedAgain, _is_organ),),
}
"""Pages that tell that it was received only now: the service before was none."""


def _applicant(person_id: UUID) -> Addressee:
    return Addressee(standing=Standing.APPLICANT, person_id=person_id)


def _third(person_id: UUID) -> Addressee:
    return Addressee(standing=Standing.THIRD, person_id=person_id)


def _person(person_id: UUID, matter: Matter) -> Addressee:
    if person_id in matter.applicant_ids:
        return _applicant(person_id)
    if person_id in matter.third_ids:
        return _third(person_id)
    return Addressee(person_id=person_id)


def _organ(code: str, matter: Matter) -> Addressee:
    standing = Standing.RESPONDENT if code in matter.respondents else None
    return Addressee(standing=standing, organ=code)
