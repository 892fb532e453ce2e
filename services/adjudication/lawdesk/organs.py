"""裁决机关 by name: the organs of the directory that a rank in a place stands for."""

from services.adjudication.domain.catalogue import Decider, Row
from services.adjudication.domain.competence import Competence, Rank
from services.adjudication.lawdesk.facts import AdjudicationFacts
from shared.directory import Directory, Level
from shared.lawdesk import Setting

_GOVERNED = (Decider.GOVERNMENT, Decider.HOLDER)


def organs_of(
    row: Row, who: Competence | None, facts: AdjudicationFacts, setting: Setting
) -> list[dict[str, str]]:
    """Code and name of each, lowest first; none without a place that the directory knows."""
    directory = setting.directory
    place = directory.find_place(facts.place) if facts.place else None
    if who is None or place is None:
        return []
    codes = [_code(row, rank, place.code, directory) for rank in who.ranks]
    return [{"code": code, "name": directory.organ(code).name} for code in codes if code]


def _code(row: Row, rank: Rank, place: str, directory: Directory) -> str:
    """The organ's code; empty where the directory has none of that rank."""
    match rank:
        case Rank.TOWNSHIP:
            at = place if directory.place(place).level is Level.TOWNSHIP else ""
        case Rank.COUNTY:
            at = directory.county_of(place).code
        case Rank.CITY:
            at = directory.city.code
        case Rank.PROVINCE | Rank.STATE:
            return ""
    if not at:
        return ""
    if row.decider in _GOVERNED:
        return directory.government_of(at).code
    matter = directory.matters.get(row.code)
    return directory.department(matter.lead, at).code if matter else ""
