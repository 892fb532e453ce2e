"""按名称选择: the fields of a form that are chosen from what an office offers."""

from collections.abc import Mapping
from dataclasses import replace

from shared.frame.forms import MANY, Box

Options = tuple[tuple[str, str], ...]
"""What one chooses from: values, each with what it is called."""


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
