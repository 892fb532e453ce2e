"""表单: what was typed, made into the body of a door."""

from collections.abc import Iterator
from typing import get_args
from uuid import UUID

import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

from deploy.doors import routers
from services.notification.schemas import ResendingsIn
from services.reconsideration.schemas.overseeing import WorkCheckIn
from services.reconsideration.schemas.pausing import TerminationIn
from services.reconsideration.schemas.people import PartialTerminationIn
from services.reconsideration.schemas.reviewing import AcceptanceIn
from services.reconsideration.schemas.serving import PaperServiceIn, ServiceIn
from services.routing.schemas.asked import MeetingIn, ReturnIn
from shared.contracts.service import Manner
from shared.errors import Malformed
from shared.frame import Form
from shared.frame.filled import body_of, rows_of, typed_of
from shared.frame.forms import Box, boxes
from shared.frame.organs import coded, spoken_in
from tests.directories import CITY


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


class Leaving(BaseModel):
    """A door that takes several persons, whose order says nothing."""

    applicants: frozenset[UUID] = Field(title="退出的申请人", min_length=1)
    others: frozenset[UUID] | None = None
    usual: frozenset[str] = frozenset({"a"})


def test_persons_whose_order_says_nothing_are_chosen_as_others_are() -> None:
    """部分申请人撤回、退出的，逐一选定是谁 (ARL 41)：当事人的名单可以选，不是一个文本栏."""
    shown = boxes(Leaving)
    assert [(box.kind, box.value) for box in shown] == [
        ("parties", ""),
        ("parties", ""),
        ("lines", "a"),
    ]
    two = [str(UUID(int=n)) for n in (1, 2)]
    body = body_of(Form({"applicants": two}), shown)
    assert Leaving.model_validate(body).applicants == {UUID(int=1), UUID(int=2)}
    for door in (PartialTerminationIn, TerminationIn):
        [box] = [one for one in boxes(door) if one.name == "applicants"]
        assert (box.kind, box.none) == ("parties", ""), "who says none at all says nothing"


class Heir(BaseModel):
    """One of several."""

    name: str
    post: str = "member"


class Recorded(BaseModel):
    """A group that begins with something in it."""

    writing_hard: bool
    signed: bool = True
    days: int = 60


class Handed(BaseModel):
    """A door with an optional group and several rows."""

    recorded: Recorded | None = None
    heirs: tuple[Heir, ...] = ()


def test_a_group_in_which_only_that_stands_with_which_it_began_is_not_said() -> None:
    """没有人填写的一组栏目，预填的内容不成为认定."""
    shown = boxes(Handed)
    begun = {"recorded/signed": ["true"], "recorded/days": ["60"], "heirs/0/post": ["member"]}
    assert body_of(Form({**begun, "recorded/writing_hard": [""]}), shown) == {}
    said = body_of(Form({**begun, "recorded/writing_hard": ["false"]}), shown)
    assert said == {"recorded": {"writing_hard": False, "signed": True, "days": "60"}}
    unsigned = body_of(Form({**begun, "recorded/signed": ["false"]}), shown)
    assert unsigned == {"recorded": {"signed": False, "days": "60"}}


def test_what_is_a_yes_where_nothing_is_said_stands_in_the_form_as_a_yes() -> None:
    """不填即为“是”的栏目，表单上选着“是”，没有“不填”一项."""
    [recorded, _] = boxes(Handed)
    hard, signed, _ = recorded.inner
    assert [code for code, _ in hard.options] == ["", "true", "false"]
    assert ([code for code, _ in signed.options], signed.value) == (["true", "false"], "true")


def test_one_more_row_is_shown_when_it_is_asked_for() -> None:
    """“再加一行”多出一行，已经填写的都在；不加的，后面留两行."""
    [_, heirs] = boxes(Handed)
    typed = {f"heirs/{n}/name": [name] for n, name in enumerate(("孙某", "李某"))}
    assert rows_of(Form(), heirs) == 2
    assert rows_of(Form(typed), heirs) == 4
    empty = {f"heirs/{n}/name": [""] for n in (2, 3)}
    assert rows_of(Form(typed | empty | {"more": ["heirs"]}), heirs) == 5
    assert rows_of(Form({"heirs/999999999/name": ["孙某"]}), heirs) == 200


def test_rows_that_were_said_are_typed_row_by_row() -> None:
    """已有的几行恢复到表单，一行一行照旧."""
    said = {"heirs": [{"name": "孙某", "post": "member"}, {"name": "李某", "post": "chair"}]}
    assert body_of(typed_of(said), boxes(Handed)) == said


class Attached(BaseModel):
    """A door that takes codes of organs, in rows too."""

    issuer: str
    others: tuple[str, ...] = ()
    text: str = ""


def test_an_organ_is_named_in_full_or_chosen_and_what_is_no_organ_is_told_at_its_field() -> None:
    """机关可以写全称，换成代码；查不到的写明从列表中选择，不说“格式不符合要求”."""
    shown = boxes(Attached)
    name, other = CITY.organ("620000-government").name, CITY.organ("620702-sifa").name
    typed = Form({"issuer": [name], "others": [f"{other}\n620702-gongan"], "text": [other]})
    assert body_of(coded(typed, shown, CITY), shown) == {
        "issuer": "620000-government",
        "others": ["620702-sifa", "620702-gongan"],
        "text": other,
    }
    with pytest.raises(Malformed, match="请从列表中选择") as no:
        coded(Form({"issuer": ["某某政府"]}), shown, CITY)
    assert no.value.field == "issuer"


def test_a_field_shows_the_name_by_which_the_organ_is_found_again() -> None:
    """填好的机关显示全称，交上去仍是代码；重名的、名录里没有的，照原样."""
    shows, shown = spoken_in(CITY), boxes(Attached)
    for one in CITY.organs():
        typed = Form({"issuer": [shows(one.code)]})
        assert coded(typed, shown, CITY).get("issuer") == one.code
    assert shows("620702-sifa") == CITY.organ("620702-sifa").name
    assert shows("某某政府") == "某某政府"


def _boxes_of(shown: tuple[Box, ...]) -> Iterator[Box]:
    for one in shown:
        yield one
        yield from _boxes_of(one.inner)


def _answers(model: type[BaseModel], path: tuple[str, ...]) -> list[object]:
    """The examples of a field, as its model gives them."""
    field = model.model_fields[path[0]]
    if path[1:]:
        [inner] = [m for m in _models(field.annotation) if path[1] in m.model_fields]
        return _answers(inner, path[1:])
    return list(field.examples or ())


def _models(hint: object) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for part in get_args(hint):
        yield from _models(part)


def _unnamed(model: type[BaseModel]) -> Iterator[str]:
    """The fields of a form that are answered by an organ and ask for its bare code."""
    codes = {one.code for one in CITY.organs()}
    for box in _boxes_of(boxes(model)):
        path = tuple(part for part in box.name.split("/") if part != "@")
        said = {str(one) for one in _answers(model, path)}
        if said & codes and not (box.organs or box.chosen or box.options):
            yield box.name


def test_every_field_that_is_answered_by_an_organ_names_it() -> None:
    """凡以机关作答的栏目，都按名称查找、显示，不让人填代码."""
    bodies = {
        route.body_field.field_info.annotation
        for router in routers()
        for route in router.routes
        if isinstance(route, APIRoute) and route.body_field
    }
    models = [
        one
        for one in bodies
        if isinstance(one, type) and issubclass(one, BaseModel) and one is not ResendingsIn
    ]  # what is sent again is chosen on a page of its own
    assert WorkCheckIn in models
    assert {one.__name__: [*_unnamed(one)] for one in models if [*_unnamed(one)]} == {}


class Found(BaseModel):
    """A group that says two things, of which one must be said."""

    law: str
    more: str = ""


class Finding(BaseModel):
    """A door that takes a group, or takes it for nothing said."""

    found: Found
    by_law: Found | None = Field(None, title="另外的规定")


def test_a_group_that_may_be_left_empty_marks_none_of_its_fields_as_due() -> None:
    """可以整组不填的，组内的栏目不标“必填”，只写明填写这一组的必填."""
    due, may = boxes(Finding)
    assert [one.required for one in due.inner] == [True, False]
    assert [one.required for one in may.inner] == [False, False]
    assert [one.help for one in may.inner] == ["填写“另外的规定”的，必填。", ""]


def test_how_a_law_and_its_provision_are_written_is_told_by_an_example() -> None:
    """法律名称、条文怎样写，有例子 (ARL 62)."""
    [by_law] = [one for one in boxes(AcceptanceIn) if one.name == "by_law"]
    helps = {one.name: one.help for one in by_law.inner}
    assert "如《某某法》" in helps["by_law/law"]
    assert "如第三十二条第一款" in helps["by_law/provision"]


def test_programs_are_told_what_each_word_means_which_a_form_offers_by_its_name() -> None:
    """接口说明列出各个代码的意思；表单上只有名称，不写代码."""
    told = ReturnIn.model_json_schema()["properties"]["reason"]["description"]
    assert told.startswith("false 情况不实，duplicate ")
    assert MeetingIn.model_json_schema()["properties"]["chair"]["description"] == (
        "不填为综治中心；centre 综治中心，leader 本级负责人或者政法委"
    )
    [chair] = [one for one in boxes(MeetingIn) if one.name == "chair"]
    assert chair.help == "不填为综治中心"
    assert dict(chair.options)["centre"] == "综治中心"


@pytest.mark.parametrize("door", [ServiceIn, PaperServiceIn])
def test_telling_later_is_offered_as_no_manner_of_service(door: type[BaseModel]) -> None:
    """事后补充告知不是送达文书的方式，表单不列 (CPL 87)."""
    [manner] = [one for one in boxes(door) if one.name == "manner"]
    offered = {code for code, _ in manner.options if code}
    assert offered == {one.value for one in Manner} - {"later"}
