"""Offices 机构: each has a name for people, and whoever shows them goes by it."""

from pathlib import Path

import pytest

from deploy.compose import NAMES, offices
from deploy.topics import OFFICES
from deploy.watch import COLOURS, called
from shared.law.terms import zh

SERVICES = Path(__file__).parents[2] / "services"


def test_every_office_is_composed_and_has_a_topic() -> None:
    """每个机构都参与组成，都有主题."""
    built = {one.parent.name for one in SERVICES.glob("*/office.py")}
    assert built == set(NAMES)
    assert tuple(one.name for one in offices()) == NAMES == OFFICES


@pytest.mark.parametrize("name", NAMES)
def test_an_office_has_a_chinese_name_that_everybody_shows(name: str) -> None:
    """每个机构有一个中文名称，观看、账册、页面都用它."""
    [office] = offices([name])
    assert zh(name)
    assert all("\u4e00" <= letter <= "\u9fff" for letter in zh(name))
    assert office.term == called(name) == zh(name)


def test_offices_are_told_apart_when_they_are_watched() -> None:
    """观看时每个机构一种颜色."""
    assert set(COLOURS) == set(NAMES)
    assert len(set(COLOURS.values())) == len(NAMES)
