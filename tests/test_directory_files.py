"""组织名录 from a file of one's own: what it says, and what is wrong in it."""

from pathlib import Path

import pytest

from shared.directory import Directory, DirectoryError, load
from tests.directories import CITY, MATTER, SMALL


def small(folder: Path, text: str = SMALL, matters: str = MATTER) -> Directory:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    (folder / "own.json").write_text(matters, encoding="utf-8")
    return load(folder / "own.toml", folder / "own.json")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('gongan = "某省公安厅"', r"guiding gongan：名录中没有这个部门"),
        ('sifa = "某省司法厅"', r"guiding sifa：\[above\] 里已经写了它的上一级"),
    ],
)
def test_a_wrong_department_above_is_told_with_its_field(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(DirectoryError, match=message):
        small(tmp_path, f"{SMALL}\n[guiding]\n{line}\n")


def test_an_unknown_code_is_said_in_chinese() -> None:
    for ask in (CITY.place, CITY.organ, CITY.matter):
        with pytest.raises(LookupError, match="名录中没有"):
            ask("620799")


def test_a_file_of_ones_own_replaces_the_directory(tmp_path: Path) -> None:
    own = small(tmp_path)
    assert own.organ("990102100-government").name == "柳林镇人民政府"
    assert own.duty("linli", "990102100").lead.name == "东岸区司法局"
    found = own.find_place("清河市柳林镇")
    assert found is not None
    assert found.code == "990102100"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"990102"', '"99O102"', r"own.toml 第8行，county 第1项 code：“99O102”应为六位数字"),
        ('name = "东岸区"', "", r"第7行，county 第1项 name：必须填写"),
        ('name = "东岸区"', "name = 5", r"第9行，county 第1项 name：应为文字"),
        ('100 = "柳林镇"', '10 = "柳林镇"', r"第13行，county 第1项 10：乡镇代码应为三位数字"),
        ('"990102"', '"990100"', r"区划代码 990100 重复"),
        ('code = "sifa"', 'code = "司法"', r"第16行，department 第1项 code"),
        ('name = "司法局"', 'name = "司法局"\nform = "x"', r"第18行.*form：“x”应为 ordinary"),
        ('government = "某省人民政府"', "", r"的上级 990000-government 不在名录中"),
        ("[city]", "[city", r"写法有误"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_field(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    with pytest.raises(DirectoryError, match=message):
        small(tmp_path, SMALL.replace(right, wrong, 1))


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"lead": "sifa"', '"lead": "shui"', r"own.json 第1行，matter 第1项 lead：没有代码"),
        ('"civil"', '"adjudication"', r"matter 第1项 adjudicator：行政裁决事项须写明裁决机关"),
        ('"civil"', '"court"', r"nature：“court”应为 civil"),
        ("}]", "}, ]", r"own.json：写法有误"),
    ],
)
def test_a_wrong_matter_is_told_with_its_field(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    with pytest.raises(DirectoryError, match=message):
        small(tmp_path, matters=MATTER.replace(right, wrong, 1))


def test_whom_to_call_is_the_organ_else_the_window_else_the_service_line(tmp_path: Path) -> None:
    """联系电话：机构自己的；没有的，登记窗口的；再没有，12345."""
    numbers = """
[telephone]
990102-sifa = "0999-5550101"
990102-window-1 = "0999-5550102-8"
"""
    own = small(tmp_path, SMALL + numbers)
    assert own.contact("990102-sifa", "990102-window-1").telephone == "0999-5550101"
    fallen = own.contact("990102-centre", "990102-window-1")
    assert (fallen.name, fallen.telephone) == ("东岸区综治中心", "0999-5550102-8")
    assert fallen.answers == "东岸区综治中心1号窗口"
    assert own.contact("990102-centre", "990102100-window-1").telephone == "12345"
    assert own.contact("990102-gone").name == "990102-gone"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('990102-sifa = "5550101"', r"own.toml 第27行，telephone 990102-sifa：“5550101”应为区号"),
        ('990102-sifa = ""', r"telephone 990102-sifa：应为文字"),
        ("990102-sifa = 12345", r"telephone 990102-sifa：应为文字"),
        ('990102-shui = "12345"', r"第27行，telephone 990102-shui：名录中没有这个机构"),
    ],
)
def test_a_wrong_telephone_is_told_with_line_and_field(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(DirectoryError, match=message):
        small(tmp_path, f"{SMALL}\n[telephone]\n{line}\n")


def test_a_number_begins_with_the_word_of_its_organ_or_its_name(tmp_path: Path) -> None:
    """文号以机关代字开头；名录没有写的，用机构全称 (RULES 69)."""
    own = small(tmp_path, f'{SMALL}\n[words]\n990102-government = "东政"\n')
    assert own.word_of("990102-government") == "东政"
    assert own.word_of("990102-sifa") == own.organ("990102-sifa").name
    assert own.word_of("990102-gone") == "990102-gone"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('990102-shui = "东税"', r"words 990102-shui：名录中没有这个机构"),
        ('990102-sifa = ""', r"words 990102-sifa：应为文字"),
        (
            '990102-sifa = "东政"\n990102-government = "东政"',
            r"机关代字“东政”不止一个机构使用，文号会重复",
        ),
    ],
)
def test_a_wrong_word_is_told_with_its_line(tmp_path: Path, lines: str, message: str) -> None:
    """两个机关不得用同一机关代字 (RULES 69)."""
    with pytest.raises(DirectoryError, match=message):
        small(tmp_path, f"{SMALL}\n[words]\n{lines}\n")


def test_legal_aid_is_asked_of_the_county_else_the_city_else_the_service_line(
    tmp_path: Path,
) -> None:
    """法律援助机构：争议发生地、复议机构所在地的；没有写的，市里的；再没有，12348 (ARR2026 19)."""
    assert [one.name for one in CITY.legal_aid("620702001", "620700")] == [
        "甘州区法律援助中心",
        "张掖市法律援助中心",
    ]
    assert len(CITY.legal_aid("620702", "620702001")) == 1
    none = small(tmp_path).legal_aid("990102")
    assert [(one.name, one.telephone) for one in none] == [("法律援助机构", "12348")]
    aid = '[[legal_aid]]\ncode = "990100"\nname = "清河市法律援助中心"\n'
    own = small(tmp_path, f'{SMALL}\n{aid}telephone = "0999-5550199"\n')
    assert [one.telephone for one in own.legal_aid("990102100", "nowhere")] == ["0999-5550199"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('code = "990199"\nname = "中心"', r"legal_aid 第1项 code：990199 不是本市"),
        ('code = "990100"', r"legal_aid 第1项 name：必须填写"),
        ('code = "990100"\nname = "中心"\ntelephone = "5"', r"telephone：“5”应为区号"),
    ],
)
def test_a_wrong_office_of_legal_aid_is_told_with_its_field(
    tmp_path: Path, lines: str, message: str
) -> None:
    with pytest.raises(DirectoryError, match=message):
        small(tmp_path, f"{SMALL}\n[[legal_aid]]\n{lines}\n")
