"""管辖: which organ a road leads to, and whether reconsideration must come first (ARL 23 to 28).

The rules of reconsideration stand in `shared.law.reconsidering`; here they meet what was
registered. An organ that the directory does not know is left open, and the window names it.
"""

from datetime import date
from typing import Final

from services.routing.domain.known import Known
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory, Road
from shared.directory import Directory
from shared.directory.model import Organ
from shared.law.article import LDMA, PML, RLCD, Article
from shared.law.reconsidering import compulsory
from shared.law.reconsidering.compulsory import Response
from shared.law.reconsidering.jurisdiction import TAX, Competence, authorities

_SEATED: Final = {
    Road.LABOUR_ARBITRATION: ("laodong-zhongcai", LDMA[21]),
    Road.LAND_CONTRACT_ARBITRATION: ("tudi-zhongcai", RLCD[21]),
    Road.COURT: ("fayuan", None),
    Road.POLICE: ("gongan", PML[25]),
}
"""Organs that a road leads to in whichever county it happened."""


def competent(road: Road, fact: Known, directory: Directory) -> Competence:
    """The organs to which a road leads for this dispute."""
    if road in _SEATED:
        code, article = _SEATED[road]
        return Competence(_in_county(code, fact, directory), article)
    if road is Road.RECONSIDERATION:
        return authorities(fact.respondent, directory)
    if road is Road.PEOPLES_MEDIATION:
        return Competence(_committees(fact.matter, fact.place, directory), PML[34])
    if road in (Road.PETITION, Road.DISCLOSURE):
        named = (fact.respondent,) if fact.respondent else ()
        return Competence(named or _petition_office(road, fact, directory))
    duty = directory.duty(fact.matter, fact.place)
    organ = duty.adjudicator if road is Road.ADJUDICATION else duty.lead
    return Competence((organ.code,) if organ else ())


def compulsory_first(
    act: ActKind | None, respondent: str | None, on: date, *, silent: bool = False
) -> tuple[Compulsory, Article | None]:
    """复议前置: whether reconsideration must come before a suit (ARL 23).

    What was registered seldom decides it alone; then it is conditional, and the window asks on.

    Args:
        act: The head of the act.
        respondent: Code of the organ complained of.
        on: The day of the step, whose edition governs.
        silent: Whether the organ is said not to have acted on what was asked (ARR2026 30); what is
            only presumed must still be asked.
    """
    tax = bool(respondent and respondent.endswith(f"-{TAX}"))
    response = Response.UNANSWERED if silent else None
    first = compulsory.compulsory_first(
        compulsory.Situation(act=act, on=on, response=response, tax_organ=tax)
    )
    return first.compulsory, first.article


def _committees(matter: str, place: str, directory: Directory) -> tuple[str, ...]:
    """The county's committee for this kind of dispute, then the place's own (PML 34).

    A committee for one trade takes no other disputes.
    """
    codes = [each.code for each in directory.mediators_of(place)]
    of_trade = [code for code in codes if code.endswith(f"-mediation-{matter}")]
    general = [code for code in codes if code.endswith("-mediation")]
    return (*of_trade, *general[:1])


def _organ(directory: Directory, code: str) -> Organ | None:
    try:
        return directory.organ(code)
    except LookupError:
        return None


def _petition_office(road: Road, fact: Known, directory: Directory) -> tuple[str, ...]:
    return _in_county("xinfang", fact, directory) if road is Road.PETITION else ()


def _in_county(code: str, fact: Known, directory: Directory) -> tuple[str, ...]:
    return _known(directory, f"{directory.county_of(fact.place).code}-{code}")


def _known(directory: Directory, code: str) -> tuple[str, ...]:
    return (code,) if _organ(directory, code) else ()
