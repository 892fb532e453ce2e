"""表单: what was typed, made into the body of a door."""

import pytest
from pydantic import BaseModel

from shared.errors import Malformed
from shared.frame import Form
from shared.frame.forms import body_of, boxes, typed_of


class Asked(BaseModel):
    """A door that takes none for something else than nothing said, and one that does not."""

    again: list[str] | None = None
    heads: list[str] = []


class Sitting(BaseModel):
    """A door that takes several of something, and none of them for nothing said."""

    officers: tuple[str, ...] = ()
    usual: tuple[str, ...] = ("a", "b")


def said(**typed: str) -> dict[str, object]:
    return body_of(Form({name: [value] for name, value in typed.items()}), boxes(Asked))


def test_none_is_said_only_where_the_door_takes_it_for_something_else() -> None:
    """能区分“不填”和“一个也没有”的栏目，可以表示一个也没有."""
    assert [(box.name, bool(box.none)) for box in boxes(Asked)] == [
        ("again", True),
        ("heads", False),
    ]
    assert said() == {}
    assert said(**{"again.none": "true", "heads.none": "true"}) == {"again": []}
    assert said(again="a\nb") == {"again": ["a", "b"]}


def test_none_and_some_at_once_is_told_and_not_guessed() -> None:
    """既选择又表示一个也没有的，退回核对，不替人决定."""
    with pytest.raises(Malformed) as no:
        said(again="a", **{"again.none": "true"})
    assert no.value.field == "again"


def test_a_body_that_says_none_is_typed_as_none() -> None:
    """已有内容恢复到表单，一个也没有的照旧."""
    assert body_of(typed_of({"again": []}), boxes(Asked)) == {"again": []}


def test_several_that_are_usual_stand_in_the_form_each_on_a_line_and_none_as_nothing() -> None:
    """几项的栏目，预填的每行一个；没有的空着，原样交上不成为内容."""
    shown = boxes(Sitting)
    assert [box.value for box in shown] == ["", "a\nb"]
    typed = Form({box.name: [box.value] for box in shown})
    assert Sitting(**body_of(typed, shown)) == Sitting()  # type: ignore[arg-type]
