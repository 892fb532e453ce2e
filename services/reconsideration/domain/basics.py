"""基本情况: what the regulation asks of who applies, and saying it (ARR2026 27; ARR2007 19).

Whoever left it out may say it later, and whoever moves says where papers reach it from then on. It
keeps nobody from being accepted: none of the conditions of acceptance hangs on it (ARL 30).
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.basics import FORMAL, Basic, BasicsStated
from shared.law.article import ARR2007, ARR2026, Article
from shared.law.online import hand_in
from shared.law.procedure import Refused


def article_on(on: date) -> Article:
    """By which provision an application of this day says who applies."""
    return ARR2026[27].par(1, 1) if ARR2026.in_force(on) else ARR2007[19].par(item=1)


def asked_of(kind: PersonKind, on: date) -> tuple[Basic, ...]:
    """What an application of this day must say, in the order of the provision.

    性别 is told by the 公民身份号码; 年龄 of the edition of 2007 as well, whose 工作单位 and
    邮政编码 the hub does not keep. It asked of an organisation no number, of nobody where papers
    reach it, nor how one telephones.
    """
    natural = kind is PersonKind.NATURAL
    head = () if natural else (Basic.HEAD,)
    if ARR2026.in_force(on):
        return (Basic.NUMBER, Basic.ADDRESS, Basic.SERVICE_ADDRESS, Basic.CONTACT, *head)
    return (Basic.NUMBER, Basic.ADDRESS) if natural else (Basic.ADDRESS, *head)


def formal_of(manner: FilingManner | None, on: date, *, agent: bool = False) -> tuple[Basic, ...]:
    """What a written application of this day must come with, of each who applies.

    An oral one is recorded on the spot and signed as a record (ARL 22). Online whoever applies is
    known, and signs by handing it in; the edition of 2007 asked for the signature alone.

    Args:
        manner: How it was made.
        on: The day on which it was brought.
        agent: Of who acts for them: the proof alone.
    """
    if manner is FilingManner.ORAL:
        return ()
    signed = agent or manner is FilingManner.INTERNET
    proof = (Basic.IDENTITY,) if ARR2026.in_force(on) else ()
    return proof if signed else (Basic.SIGNATURE, *proof)


def formal_article(on: date) -> Article:
    """By which provision an application of this day is signed, and shows who applies."""
    return ARR2026[27].par(1) if ARR2026.in_force(on) else ARR2007[19].par(item=4)


def lacking(kind: PersonKind, known: Collection[Basic], on: date) -> tuple[Basic, ...]:
    """What an application of this day must say of somebody and does not."""
    return tuple(one for one in asked_of(kind, on) if one not in known)


def state(
    case: Case,
    head: Head,
    persons: Collection[UUID],
    basics: Collection[Basic],
    by: Persons = None,
) -> BasicsStated:
    """写明基本情况, of those who take part (ARR2026 27; ARR2007 19).

    Args:
        case: The file.
        head: Head of the new page.
        persons: Of whom something is said.
        basics: What of them.
        by: Those whom a party binds that says it itself; None where an officer takes it down.

    Raises:
        Refused: One of them takes no part in the case, or is not whom the party speaks for; or a
            party says another day than today (ARR2026 28).
    """
    if by is not None and not set(basics).isdisjoint(FORMAL):
        says = "签名、盖章或者按指印和身份证明材料，由收到的人员核对以后记载"
        raise Refused(says, formal_article(head.on))
    taking_part = {*case.applicants, *case.participants.in_file}
    if not taking_part.issuperset(persons):
        says = "只写明本案申请人、第三人和他们的代理人的基本情况"
        raise Refused(says, article_on(head.on))
    if by is not None:
        if not by.issuperset(persons):
            raise Refused("当事人只能写明本人的基本情况", article_on(head.on))
        hand_in(head)
    told = tuple(one for one in Basic if one in basics)
    return BasicsStated(head=head, persons=tuple(dict.fromkeys(persons)), basics=told)
