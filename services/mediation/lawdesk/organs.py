"""调解组织 by name: committees and departments of the directory that answer in a place."""

from services.mediation.domain.fields import Field, Kind
from services.mediation.domain.matters import FIELDS
from services.mediation.lawdesk.facts import MediationFacts
from shared.directory import Directory
from shared.lawdesk import Setting


def code_of(written: str, directory: Directory) -> str:
    """The matter by its code or its name, in the directory or in the table of fields."""
    text = written.strip()
    for code, matter in directory.matters.items():
        if text in (code, matter.name):
            return code
    return next((field.code for field in FIELDS if text == field.term), text)


def organs_of(field: Field, facts: MediationFacts, setting: Setting) -> list[dict[str, str]]:
    """Code and name of each; none without a place, or where the directory has none."""
    directory = setting.directory
    place = directory.find_place(facts.place) if facts.place else None
    if place is None:
        return []
    if field.kind is Kind.PEOPLES:
        return [{"code": o.code, "name": o.name} for o in directory.mediators_of(place.code)]
    matter = directory.matters.get(code_of(facts.matter, directory))
    if matter is None or not field.department or field.kind is not Kind.ADMINISTRATIVE:
        return []
    lead = directory.duty(matter.code, place.code).lead
    return [{"code": lead.code, "name": lead.name}]
