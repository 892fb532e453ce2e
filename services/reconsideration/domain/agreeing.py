"""此后参加的当事人同意适用简易程序: asked where all parties agreed to it (ARL 53; RULES 167)."""

from typing import Final
from uuid import UUID

from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration.assigning import SimplifiedAgreed
from shared.law.article import ARL
from shared.law.procedure import Refused

_BY_CONSENT: Final = ARL[53].par(2)


def not_agreed(case: Case) -> Agreed:
    """尚未同意的当事人; nobody where the procedure does not stand upon the consent of all.

    A third person who stays away is none of them (ARL 16), nor is who is no more (RULES 145).
    """
    so_far = case.participants.simplified_by
    if so_far is None:
        return Agreed()
    there = (*case.participants.left_of(case.applicants), *case.third_persons)
    return Agreed(
        persons=tuple(one for one in dict.fromkeys(there) if one not in so_far.persons),
        organs=tuple(one for one in case.respondents if one not in so_far.organs),
    )


def all_agreed(case: Case) -> bool:
    """Whether nobody is left whose consent the simplified procedure still lacks."""
    return not_agreed(case) == Agreed()


def check_agreed(case: Case) -> None:
    """各方同意适用简易程序, also those who came in later.

    Raises:
        Refused: One of them has not agreed, and the case is not converted (ARL 53, 55).
    """
    if all_agreed(case):
        return
    waiting = not_agreed(case)
    who = [f"{len(waiting.persons)}名申请人、第三人"] if waiting.persons else []
    who += [f"{len(waiting.organs)}个被申请人"] if waiting.organs else []
    text = f"本案经各方同意适用简易程序，此后参加的{'、'.join(who)}尚未同意"
    raise Refused(f"{text}；不同意的，应当转为普通程序", _BY_CONSENT)


def agree(
    case: Case, head: Head, said: Agreed, text_id: UUID, *, persons: Persons, organ: str
) -> SimplifiedAgreed:
    """同意适用简易程序, each for itself (ARL 53; RULES 167).

    Args:
        case: The file.
        head: Head of the new page.
        said: Who agrees; a party and a department that name nobody do so for themselves.
        text_id: Document in which they do.
        persons: Whom a party's act binds; None where somebody else acts.
        organ: Code of the department that agrees for itself; empty where somebody else acts.

    Raises:
        Refused: Nobody is to agree any more, nobody is named, or one who agrees is not asked, or
            is another than whoever acts.
    """
    may = _own(not_agreed(case), persons, organ)
    if may == Agreed():
        text = "没有尚待其同意的：本案不是经各方同意适用简易程序，或者已经同意"
        raise Refused(text, _BY_CONSENT)
    if said == Agreed():
        if persons is None and not organ:
            raise Refused("应当写明是哪些当事人同意适用简易程序", _BY_CONSENT)
        said = may
    if not (set(said.persons) <= set(may.persons) and set(said.organs) <= set(may.organs)):
        raise Refused("同意适用简易程序由尚未同意的当事人各自表示，不代替他人", _BY_CONSENT)
    return SimplifiedAgreed(
        head=head,
        agreed=tuple(one for one in may.persons if one in said.persons),
        agreed_organs=tuple(one for one in may.organs if one in said.organs),
        text_id=text_id,
    )


def _own(waiting: Agreed, persons: Persons, organ: str) -> Agreed:
    """Those for whom whoever acts may agree: an officer takes down whom it is told of."""
    if organ:
        return Agreed(organs=tuple(one for one in waiting.organs if one == organ))
    if persons is not None:
        return Agreed(persons=tuple(one for one in waiting.persons if one in persons))
    return waiting
