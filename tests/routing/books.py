"""Rule books for tests: the one that comes with the hub, with something changed."""

from datetime import date

from services.routing.domain.rulebook import RuleBook
from services.routing.domain.rulebook_text import read_book
from services.routing.rulebook import OWN

USUAL_TEXT = OWN.read_text(encoding="utf-8")
SINCE = date(2026, 11, 24)

BY_GRID = """
[[rule]]
name = "grid_civil"
road = "administrative_mediation"
article = "PLAN 23"
reason = "网格上报的民间纠纷，由部门先行调解"
whistle = true
when = [{ channel = ["grid"], nature = ["civil"], willingness = ["both", "unknown"] }]

"""
"""A rule that sends what the grid reports to the departments."""

BY_URBAN_MANAGEMENT = """
[[duty]]
matter = "wuye"
lead = "chengguan"
assist = ["zhujian"]
"""
"""Property management is led by another department."""

AT = '[[rule]]\nname = "civil_refused"'


def changed(*pairs: tuple[str, str], more: str = "") -> str:
    """The usual text with some words replaced, each of which stands there, and more at its end."""
    text = USUAL_TEXT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text + more


GRID_TEXT = changed((AT, BY_GRID + AT), ("通用规则簿", "网格先行规则簿"))
DUTY_TEXT = changed(("通用规则簿", "城管主办规则簿"), more=BY_URBAN_MANAGEMENT)


def book(text: str = GRID_TEXT) -> RuleBook:
    """A rule book as it would be in force."""
    return read_book(text, SINCE)
