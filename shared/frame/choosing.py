"""按名称选择: fields of a form that are chosen from what an office, or the directory, offers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from shared.directory import Directory, Nature, Place
from shared.frame.forms import MANY, Box

Options = tuple[tuple[str, str], ...]
"""What one chooses from: values, each with what it is called."""

MATTERS: Final = "matters"
"""纠纷类型: said by a field that is chosen from the catalogue of matters."""

PLACES: Final = "places"
"""发生地: said by a field that is chosen from the city's places."""


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
    """The form with what its fields are chosen from; what is offered nowhere stays to be typed."""
    return tuple(_offered(one, offers.get(one.chosen, ()), offers) for one in shown)


def _offered(box: Box, options: Options, offers: Mapping[str, Options]) -> Box:
    if not options:
        return replace(box, inner=offered(box.inner, offers))
    if box.kind in MANY:
        return replace(box, kind="several", options=options)
    blank = ("", "（请选择）" if box.required else "（不填）")
    return replace(box, kind="choice", options=(blank, *options))
