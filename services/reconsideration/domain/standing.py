"""For whom a party acts 以谁的名义: an applicant for itself, and for nobody else (ARL 14).

`persons` are those for whom a party's token speaks; None where an officer takes the act down.
"""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.case import Case
from shared.law.article import ARL
from shared.law.procedure import Refused

Persons = frozenset[UUID] | None


def apply_as_oneself(applicants: Collection[UUID], persons: Persons) -> None:
    """以本人名义申请 (ARL 14).

    Raises:
        Refused: Somebody else is named as applicant.
    """
    if persons is not None and not persons.issuperset(applicants):
        raise Refused("当事人只能以本人名义申请行政复议；共同申请的，请到窗口办理", ARL[14])


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
