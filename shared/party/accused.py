"""是谁作出的决定: whose name stands under an act, and who is the respondent for it (ARL 19)."""

from typing import Final

from shared.directory import Directory, Kind, Organ
from shared.frame import Form

ACTING: Final = frozenset({Kind.GOVERNMENT, Kind.STREET, Kind.DEPARTMENT, Kind.UNIT})
"""Organs that do administrative acts."""

WITHOUT_GRANT: Final = "{unit}（没有授权，算{organ}作的决定）"
"""What a unit is called that acts for whoever set it up (ARR2026 21)."""

COUNTY_DIGITS: Final = 6


def named_near(directory: Directory, county: str) -> tuple[tuple[str, str], ...]:
    """Whose name may stand under an act in a county, or the city: codes, and what is read."""
    near = (county, directory.city.code)
    return tuple(
        (one.code, _called(directory, one))
        for one in directory.organs()
        if one.kind in ACTING and one.place[:COUNTY_DIGITS] in near
    )


def accused(directory: Directory, form: Form) -> tuple[str, list[str]]:
    """被申请人, and who beside it: an organ and its own unit without a grant are one (ARR2026 21).

    One that was chosen for both is left to the door, which refuses it.
    """
    said = (form.get("respondent"), form.get("joint"))
    first, other = (_answering(directory, code) for code in said)
    is_one = other == first and said[0] != said[1]
    return first, [other] if other and not is_one else []


def _answering(directory: Directory, code: str) -> str:
    """Who answers for whose name stands under it: of a unit without a grant who set it up."""
    unit = next((one for one in directory.organs(Kind.UNIT) if one.code == code), None)
    return unit.parent or code if unit and not unit.granted else code


def _called(directory: Directory, organ: Organ) -> str:
    answers = _answering(directory, organ.code)
    if answers == organ.code:
        return organ.name
    return WITHOUT_GRANT.format(unit=organ.name, organ=directory.organ(answers).name)
