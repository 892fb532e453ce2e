"""成页: what is written with less work says what it said."""

from collections.abc import Mapping
from typing import Annotated

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup
from pydantic import BaseModel, Field

from shared.frame.choosing import offered
from shared.frame.forms import Chosen, boxes
from shared.frame.rendering import SHORT, Templates, choices, organs_typed
from shared.frame.words import name_in, time_tag
from tests.directories import CITY


def shown(source: str, **values: object) -> str:
    """A page of one template, made as those of the desks are."""
    made = Templates(loader=DictLoader({"one": source}), autoescape=True, undefined=StrictUndefined)
    return made.get_template("one").render(**values)


def test_what_was_typed_becomes_no_part_of_a_page() -> None:
    """群众写的内容原样显示，不成为页面的标签；自己的标签照旧."""
    typed = "<b>\"甲\" & '乙'</b>"
    assert shown("{{ typed }}", typed=typed) == (
        "&lt;b&gt;&#34;甲&#34; &amp; &#39;乙&#39;&lt;/b&gt;"
    )
    assert shown("{{ ours }}{{ n }}", ours=Markup("<i>丙</i>"), n=3) == "<i>丙</i>3"
    macro = "{% macro cell(c) %}<td>{{ c }}</td>{% endmacro %}{{ cell(typed) }}{{ cell('丁') }}"
    assert shown(macro, typed="<") == "<td>&lt;</td><td>丁</td>"


def test_a_condition_that_does_not_hold_writes_nothing_and_makes_no_value() -> None:
    """条件不成立又没有另写的，什么也不写；缺的值仍然报错."""
    source = "<p{{ ' hidden' if gone }}>{{ '甲' if gone else '乙' }}{{ '丙' ~ ('丁' if gone) }}</p>"
    assert shown(source, gone=False) == "<p>乙丙</p>"
    assert shown(source, gone=True) == "<p hidden>甲丙丁</p>"
    assert "cond_expr_undefined(" not in Templates(autoescape=True).compile(source, raw=True)
    with pytest.raises(UndefinedError):
        shown("{{ missing }}")
    with pytest.raises(UndefinedError):
        shown("{{ '甲' if missing }}")


def test_what_a_door_answered_is_read_by_its_keys_and_a_dict_stays_one() -> None:
    """页面按字段名读取答复；字段与字典自己的方法同名的，仍然用方括号."""
    one: Mapping[str, object] = {"name": "甲", "items": "乙"}
    source = "{{ one.name }}{% for key, said in one.items() %} {{ key }}={{ said }}{% endfor %}"
    assert shown(source, one=one) == "甲 name=甲 items=乙"
    assert shown("{{ one['items'] }}{{ one.get('no', '丙') }}", one=one) == "乙丙"
    with pytest.raises(UndefinedError):
        shown("{{ one.other }}", one=one)


def test_one_chooses_by_name_and_the_chosen_one_is_marked() -> None:
    """选项按名称列出，已选的标明；长的名单与短的一样."""
    offered = [("", "（请选择）"), ("a", "甲"), ('b"', "<乙>")]
    assert choices(offered, "a") == (
        '<option value="">（请选择）</option>\n<option value="a" selected>甲</option>\n'
        '<option value="b&#34;">&lt;乙&gt;</option>\n'
    )
    assert '<option value="" selected>（请选择）' in choices(offered, "")
    assert '<option value="b&#34;" selected>&lt;乙&gt;' in choices(offered, 'b"')
    assert "selected" not in choices(offered, "c")
    long = [*offered, *((f"c{n}", f"第{n}个") for n in range(SHORT))]
    for _ in range(2):
        every = choices(long, "c7")
        assert every.count("<option ") == SHORT + 3
        assert every.count(" selected>") == 1
        assert '<option value="c7" selected>第7个</option>' in every
    assert '<option value="c8" selected>第8个</option>' in choices(iter(long), "c8")


def test_an_organ_is_typed_by_its_name_and_the_list_is_written_once() -> None:
    """机关按名称填写；同名的按代码，名称列在旁边；同一名单只写一次."""
    asked: list[str] = []

    def typed(code: str) -> str:
        asked.append(code)
        return {"1-a": "甲局"}.get(code, code)

    written = organs_typed(typed)
    for _ in range(2):
        assert written([("1-a", "甲局"), ("1-b", "乙<所>")]) == (
            '<option value="甲局"></option><option value="1-b">乙&lt;所&gt;</option>'
        )
    assert asked == ["1-a", "1-b"]


def test_codes_and_moments_are_said_as_before() -> None:
    """代码按名录称呼，名录没有的原样；时刻供人看，也供机器读."""
    name = name_in(CITY)
    said = [name(one) for one in ("620702", "620702-chengguan", "620702", "nobody")]
    assert said == ["甘州区", "甘州区城市管理综合执法局", "甘州区", "nobody"]
    assert time_tag("2026-03-02T01:05:00+00:00") == (
        '<time datetime="2026-03-02T09:05:00+08:00">2026年3月2日 09:05</time>'
    )


def test_a_form_is_read_off_its_model_once() -> None:
    """一张表单的栏目只从模型读一次，各人所见的选项不留在其中."""
    assert boxes(Asked) is boxes(Asked)
    assert [(one.name, one.label, one.required) for one in boxes(Asked)] == [
        ("matter", "类型", True),
        ("remark", "备注", False),
    ]
    [matter, _] = offered(boxes(Asked), {"matters": (("a", "甲"),)})
    assert matter.options == (("", "（请选择）"), ("a", "甲"))
    assert boxes(Asked)[0].options == ()
    assert [one.name for one in boxes(Asked, "of/")] == ["of/matter", "of/remark"]


class Asked(BaseModel):
    """A body that a door takes."""

    matter: Annotated[str, Field(title="类型"), Chosen("matters")]
    remark: str = Field("", title="备注")
