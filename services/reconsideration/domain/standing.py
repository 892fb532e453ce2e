"""For whom a party acts 以谁的名义: an applicant for itself, and for nobody else (ARL 14).

`persons` are those for whom a party's token speaks; None where an officer takes the act down.
"""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.application import Application
from services.reconsideration.domain.case import Case
from shared.contracts.fact import Head
from shared.contracts.reconsideration import FilingManner
from shared.law.article import ARL, ARR2026
from shared.law.day import legal_day
from shared.law.procedure import Refused

Persons = frozenset[UUID] | None


def apply_as_oneself(applicants: Collection[UUID], persons: Persons) -> None:
    """以本人名义申请 (ARL 14).

    Raises:
        Refused: Somebody else is named as applicant.
    """
    if persons is not None and not persons.issuperset(applicants):
        raise Refused("当事人只能以本人名义申请行政复议；共同申请的，请到窗口办理", ARL[14])


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
    arrive_today(head, persons)


def arrive_today(head: Head, persons: Persons) -> None:
    """到达之日为收到之日: what a party hands in online is received when it arrives (ARR2026 28).

    Raises:
        Refused: It says an earlier day.
    """
    today = legal_day(head.at)
    if persons is not None and head.on < today:
        arrival = ARR2026[28].par(1) if today >= ARR2026.since else ARL[22].par(2)
        raise Refused(f"网上递交的，到达之日（{today}）为收到之日，不得填写更早的日期", arrival)


def supplement_as_applicant(case: Case, persons: Persons) -> None:
    """由申请人补正 (ARL 31).

    Raises:
        Refused: None of the applicants does.
    """
    if persons is not None and persons.isdisjoint(case.applicants):
        raise Refused("补正申请材料须由申请人办理", ARL[31])


def withdraw_as_applicants(case: Case, persons: Persons) -> None:
    """由申请人撤回 (ARL 41).

    Raises:
        Refused: Not all of the applicants do.
    """
    if persons is not None and not persons.issuperset(case.applicants):
        raise Refused("撤回申请须由申请人办理；申请人有数人的，请共同到窗口办理", ARL[41])
