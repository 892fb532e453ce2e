"""管辖: which organ a road leads to, and whether reconsideration must come first (ARL 23 to 28).

The directory says who stands above whom; here stands which article makes it competent. An organ
that the directory does not know is left open, and the window names it to the party.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.contracts.intake import ActKind, DisputeRegistered
from shared.contracts.routing import Compulsory, Road
from shared.directory import Directory
from shared.directory.model import Form, Kind, Organ, Role
from shared.law.article import ARL, ARR2026, LDMA, PML, RLCD, Article

TAX: Final = "shuishou"
"""Ending of the codes of tax organs, whose amount disputes go to reconsideration first."""


@dataclass(frozen=True, slots=True)
class Competence:
    """管辖机关: its codes, of which the party chooses, and the article that says so."""

    organs: tuple[str, ...] = ()
    article: Article | None = None


_SEATED: Final = {
    Road.LABOUR_ARBITRATION: ("laodong-zhongcai", LDMA[21]),
    Road.LAND_CONTRACT_ARBITRATION: ("tudi-zhongcai", RLCD[21]),
    Road.COURT: ("fayuan", None),
    Road.POLICE: ("gongan", PML[25]),
}
"""Organs that a road leads to in whichever county it happened."""


def competent(road: Road, fact: DisputeRegistered, directory: Directory) -> Competence:
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


def authorities(respondent: str | None, directory: Directory) -> Competence:
    """行政复议机关: who reviews the acts of an organ (ARL 24, 27, 28).

    Nothing is said of an organ that is no respondent in a reconsideration.
    """
    organ = _organ(directory, respondent) if respondent else None
    if organ is None or organ.kind not in (Kind.DEPARTMENT, Kind.GOVERNMENT, Kind.STREET):
        return Competence()
    codes = tuple(each.code for each in directory.authorities_of(organ.code))
    return Competence(codes, _article(organ))


def _article(organ: Organ) -> Article:
    """Which provision makes the authority competent."""
    if Role.BODY in organ.roles:
        return ARL[28]
    match organ.kind, organ.form:
        case Kind.GOVERNMENT, _:
            return ARL[24].par(1, 2)
        case Kind.STREET, _:
            return ARL[24].par(1, 3)
        case _, Form.VERTICAL:
            return ARL[27]
        case _, Form.BRANCH:
            return ARL[24].par(4)
        case _:
            return ARL[24].par(1, 1)


_FIRST: Final[dict[ActKind, tuple[Compulsory, int]]] = {
    ActKind.PENALTY: (Compulsory.CONDITIONAL, 1),  # 当场作出的才前置
    ActKind.RESOURCE_TITLE: (Compulsory.CONDITIONAL, 2),  # 侵犯已经依法取得的权利的才前置
    ActKind.LICENCE: (Compulsory.CONDITIONAL, 3),  # 法定期限内不予答复的才前置
    ActKind.BENEFIT: (Compulsory.CONDITIONAL, 3),
    ActKind.INACTION: (Compulsory.REQUIRED, 3),
    ActKind.DISCLOSURE: (Compulsory.CONDITIONAL, 4),  # 不予公开的才前置
}
"""Heads of acts for which ARL 23 may put reconsideration first, with its item."""


def compulsory_first(
    act: ActKind | None, respondent: str | None, on: date
) -> tuple[Compulsory, Article | None]:
    """复议前置: whether reconsideration must come before a suit (ARL 23).

    What was registered seldom decides it alone; then it is conditional, and the window asks on.
    Since the 2026 regulation an express refusal is no inaction in this sense (ARR2026 30).
    """
    if act in _FIRST:
        first, item = _FIRST[act]
        if act is ActKind.INACTION and ARR2026.in_force(on):
            return Compulsory.CONDITIONAL, ARR2026[30]
        return first, ARL[23].par(1, item)
    if respondent and respondent.endswith(f"-{TAX}"):
        return Compulsory.CONDITIONAL, ARL[23].par(1, 5)
    return Compulsory.FREE, None


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


def _petition_office(road: Road, fact: DisputeRegistered, directory: Directory) -> tuple[str, ...]:
    return _in_county("xinfang", fact, directory) if road is Road.PETITION else ()


def _in_county(code: str, fact: DisputeRegistered, directory: Directory) -> tuple[str, ...]:
    return _known(directory, f"{directory.county_of(fact.place).code}-{code}")


def _known(directory: Directory, code: str) -> tuple[str, ...]:
    return (code,) if _organ(directory, code) else ()
