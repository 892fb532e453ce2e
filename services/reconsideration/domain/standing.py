"""For whom a party acts 以谁的名义: for itself, and for whom it represents (ARL 14 to 17).

`persons` are those for whom a party's token speaks; None where an officer takes the act down.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.application import Application
from services.reconsideration.domain.case import Case
from shared.contracts.fact import Head
from shared.contracts.reconsideration import FilingManner, Standing
from shared.contracts.reconsideration.people import Power
from shared.law.article import ARL, CPL, Article
from shared.law.online import be_served, hand_in
from shared.law.procedure import Refused

Persons = frozenset[UUID] | None


def speaks_for(case: Case, persons: Persons, on: date, power: Power = Power.ACT) -> Persons:
    """Whom a party's act binds: itself, its principals, and all whom it represents (ARL 15, 17).

    Args:
        case: The file.
        persons: Who acts; None for an officer, and so is the answer.
        on: The day, on which an agent's term may be over.
        power: What is done; not all of it may be done for those who are represented.
    """
    if persons is None:
        return None
    return case.participants.bound(persons, case.applicants, power, on)


def standing_of(case: Case, persons: frozenset[UUID]) -> Standing | None:
    """As what they take part; None for whoever does not."""
    if not persons.isdisjoint(case.applicants):
        return Standing.APPLICANT
    return None if persons.isdisjoint(case.participants.third_ids) else Standing.THIRD


def apply_as_oneself(applicants: Collection[UUID], persons: Persons) -> None:
    """以本人名义申请 (ARL 14).

    Raises:
        Refused: Somebody else is named as applicant.
    """
    if persons is not None and not persons.issuperset(applicants):
        raise Refused(
            "当事人只能以本人名义申请行政复议；共同申请的，交上申请以后写明其他人，由各人自己确认",
            ARL[14],
        )


def apply_online(said: Application, head: Head, persons: Persons) -> None:
    """网上申请: a party that hands in its own application does so by internet (ARL 22).

    Raises:
        Refused: It says another manner, or that it arrived earlier.
    """
    if persons is not None and said.manner is not FilingManner.INTERNET:
        raise Refused(
            "当事人自行在网上递交的，申请方式为互联网；邮寄或者当面递交的，由收到的机关或者窗口登记",
            ARL[22].par(2),
        )
    if persons is not None:
        hand_in(head)


def supplement_as_applicant(case: Case, head: Head, persons: Persons) -> None:
    """由申请人补正; online it arrives today (ARL 31; ARR2026 28).

    Raises:
        Refused: None of the applicants does, or it says an earlier day.
    """
    if persons is None:
        return
    if persons.isdisjoint(case.applicants):
        raise Refused("补正申请材料须由申请人办理", ARL[31])
    hand_in(head)


def be_served_as_applicants(case: Case, head: Head, persons: Persons) -> None:
    """由申请人同意并网上签收 (ARL 88; CPL 90).

    Raises:
        Refused: Not all of the applicants consent, or it says another day.
    """
    if persons is None:
        return
    if not persons.issuperset(case.applicants):
        raise Refused("电子送达须经受送达人同意；申请人有数人的，请共同到窗口签收", CPL[90].par(1))
    be_served(head)


def act_as_applicants(
    case: Case, persons: Persons, what: str, article: Article, named: Collection[UUID] = ()
) -> tuple[UUID, ...]:
    """由申请人变更、撤回、承认: what is theirs to do, each for itself, or all of them (ARL 15, 17).

    Args:
        case: The file.
        persons: Those for whom a party speaks; None where an officer takes it down.
        what: What is done, in Chinese.
        article: Where the law speaks of it.
        named: Of several applicants those who do it; empty where all do.

    Returns:
        Those who do it, in the order of the file; empty where nobody is named.

    Raises:
        Refused: Not all of them do, or one is no applicant.
    """
    if not set(named) <= set(case.applicants):
        raise Refused(f"{what}的应当是本案的申请人", article)
    if persons is not None and not persons.issuperset(named or case.applicants):
        raise Refused(f"{what}须由申请人办理；申请人有数人的，请共同到窗口办理", article)
    return tuple(one for one in case.applicants if one in named)


def withdraw_as_applicants(
    case: Case, persons: Persons, named: Collection[UUID] = ()
) -> tuple[UUID, ...]:
    """由申请人撤回, each of several for itself (ARL 41).

    Raises:
        Refused: Not all of them do, or one is no applicant.
    """
    return act_as_applicants(case, persons, "撤回申请", ARL[41].par(item=1), named)
