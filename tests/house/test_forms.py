"""Every form of a desk 表单, held against the house: what a clerk reads beside a field."""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from deploy.compose import offices
from deploy.lawdesk import questions
from deploy.lawdesk.asked import form_of
from deploy.web import make_app
from services.consultation.pages.roster import ENTRY
from services.intake.schemas.typed import BOXES, party_boxes
from services.reconsideration.pages.overseeing import CHECK, TIMES
from services.reconsideration.pages.taking_in import TakenIn
from services.routing.pages.hotspot import ACTS
from shared.casepage.doors import Doors
from shared.directory import load
from shared.frame.choosing import MATTERS, PLACES
from shared.frame.forms import Box, boxes
from shared.settings import Settings

CODE: Final = re.compile(r"[A-Za-z_]{3,}|\d(?:wd|d|m|y)(?![A-Za-z])")
"""What no clerk writes: a word or a period of programs."""


def forms() -> Iterator[tuple[str, tuple[Box, ...]]]:
    """Each form of a desk with what it is called here."""
    doors = Doors(make_app(Settings()).routes, offices())
    for door in (*doors.acts, *doors.openings):
        yield door.path, boxes(door.model) if door.model else ()
    yield "登记", (*BOXES.values(), *party_boxes(0).values())
    yield "收件", boxes(TakenIn)
    yield "委员名册", ENTRY
    for doing in ACTS.values():
        yield doing.term, doing.boxes
    for asked in questions():
        yield asked.name, form_of(asked, load())
    for opening in (TIMES, CHECK):
        yield opening.title, boxes(opening.asks)


def every(shown: tuple[Box, ...]) -> Iterator[Box]:
    for box in shown:
        yield box
        yield from every(box.inner)


@pytest.fixture(scope="module")
def shown() -> list[tuple[str, Box]]:
    found = [(name, box) for name, form in forms() for box in every(form)]
    assert len(found) > 500
    return found


def test_no_field_of_a_desk_tells_a_clerk_of_codes(shown: list[tuple[str, Box]]) -> None:
    """栏目的名称和说明写中文，不写程序用的代码."""
    told = {
        f"{name} {box.name}": text
        for name, box in shown
        for text in (box.label, box.help)
        if CODE.search(text) or "代码" in box.label
    }
    assert told == {}


def test_where_there_is_nothing_to_choose_no_code_is_typed(shown: list[tuple[str, Box]]) -> None:
    """可选的栏目没有可选的，写明原因和先做什么；只有机关可以改为输入名称查找."""
    chosen = [(name, box) for name, box in shown if box.chosen]
    assert len(chosen) > 40
    typed = {f"{name} {box.name}" for name, box in chosen if not (box.nothing or box.organs)}
    assert typed == set()
    app = make_app(Settings())
    of_files = app.state.frame.offers.keys()
    assert {box.chosen for _, box in chosen} <= of_files | {MATTERS, PLACES}
    opened = [boxes(one.model) for one in Doors(app.routes, offices()).openings if one.model]
    before = {box.chosen for form in opened for box in every(form)}
    assert before.isdisjoint(of_files), "before a file is there, no office offers anything"
