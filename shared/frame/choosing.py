"""按名称选择: fields of a form that are chosen from what an office, or the directory, offers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from shared.directory import Directory, Nature, Place
from shared.frame.forms import DAYS, MANY, NOTHING, Box, Chosen

Options = tuple[tuple[str, str], ...]
"""What one chooses from: values, each with what it is called."""

MATTERS: Final = "matters"
"""纠纷类型: said by a field that is chosen from the catalogue of matters."""

PLACES: Final = "places"
"""发生地: said by a field that is chosen from the city's places."""

A_MATTER: Final = Chosen(MATTERS, "组织名录中没有纠纷类型，请系统管理员补充名录。")
A_PLACE: Final = Chosen(PLACES, "组织名录中没有区划，请系统管理员补充名录。")

ELSEWHERE: Final = "由办理这一事项的人员选择。"
"""What stands in the place of a choice for whoever does not act here, and is offered nothing."""


def known_to(directory: Directory, first: Nature | None = None) -> dict[str, Options]:
    """名录: what every form offers by name, whatever its file.

    Args:
        directory: The city's places and matters.
        first: Matters of this nature stand before the others.
    """
    matters = sorted(directory.matters.values(), key=lambda one: one.nature is not first)
    return {
        MATTERS: tuple((one.code, one.name) for one in matters),
        PLACES: tuple((one.code, _called(one, directory)) for one in directory.places.values()),
    }


def _called(place: Place, directory: Directory) -> str:
    """A township with its county before it."""
    within = directory.county_of(place.code)
    return place.name if within is place else f"{within.name}{place.name}"


def offered(shown: tuple[Box, ...], offers: Mapping[str, Options]) -> tuple[Box, ...]:
    """The form with what its fields are chosen from.

    A word that is not among the offers was not asked for yet. One that offers nothing leaves no
    field: a code is never typed, and an organ is found by its name.
    """
    return tuple(
        _offered(one, offers[one.chosen])
        if one.chosen in offers
        else replace(one, inner=offered(one.inner, offers))
        for one in shown
    )


def unoffered(shown: tuple[Box, ...]) -> tuple[Box, ...]:
    """The form as it is read by whoever does not act here, with nothing to choose from."""
    return tuple(
        replace(one, kind=NOTHING, nothing=ELSEWHERE)
        if one.nothing and not one.options
        else replace(one, inner=unoffered(one.inner))
        for one in shown
    )


def _offered(box: Box, options: Options) -> Box:
    if not options:
        return replace(box, kind=NOTHING) if box.nothing else box
    if box.kind == DAYS:
        return replace(box, options=options)
    if box.kind in MANY:
        return replace(box, kind="several", options=options)
    blank = ("", "（请选择）" if box.required else "（不填）")
    return replace(box, kind="choice", options=(blank, *options))
