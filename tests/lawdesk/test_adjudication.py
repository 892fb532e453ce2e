"""行政裁决 (PLAN 24 and each matter's own statute): whether, by whom, by which edition."""

from itertools import pairwise

import pytest

from services.adjudication.domain.matters import CATALOGUE, names
from services.adjudication.domain.powers import POWERS
from services.adjudication.lawdesk import QUESTIONS
from services.adjudication.lawdesk.adjudication import QUESTION
from tests.lawdesk.reconsidering import ask, cited

WAYS = [
    ("tudi", "2026-09-21", "adjudicate", "LAL 14", "land is decided by the government"),
    ("lindi", "2026-09-21", "adjudicate", "FOREST 22", "forest land is decided by the government"),
    ("caoyuan", "2026-09-21", "adjudicate", "GRASS 16", "grassland is decided by the government"),
    ("kuangqu", "2026-06-15", "adjudicate", "MINERALS 65", "mining areas since 15 June 2026"),
    ("kuangqu", "2026-06-14", "doubtful", "MINERALS 79", "mining areas the day before: doubtful"),
    ("kuangqu", "2025-07-01", "doubtful", "MINERALS1994 36", "doubtful since the new mining law"),
    ("kuangqu", "2025-06-30", "adjudicate", "MINERALS1994 36", "mining areas by the old rules"),
    ("mingcheng", "2026-09-21", "adjudicate", "ENTERPRISE_NAME 21", "a firm's name: registrar"),
    ("caigou", "2026-09-21", "adjudicate", "GPL 55", "procurement: the finance department"),
    ("zhuanli", "2026-09-21", "adjudicate", "PATENT 65", "a patent's infringement"),
    ("xinpinzhong", "2025-05-31", "adjudicate", "VARIETIES2014 39(2)", "varieties, old edition"),
    ("xinpinzhong", "2025-06-01", "adjudicate", "VARIETIES 41(2)", "varieties, new edition"),
    ("shuishi", "2026-09-21", "mediate", "WATER 57", "water between persons is only mediated"),
    ("shuishi_quyu", "2026-09-21", "between", "WATER 56", "water between regions binds them"),
    (
        "zhuanli_xukefei",
        "2026-09-21",
        "state",
        "PATENT 62",
        "a compulsory licence's fee: the State",
    ),
    ("zhuanli_kaifang", "2026-09-21", "mediate", "PATENT 52", "an open licence is only mediated"),
    ("zhuanli_guishu", "2026-09-21", "mediate", "PATENT_RULES 102", "who owns a patent: mediated"),
    ("yaopin_zhuanli", "2026-09-21", "state", "PATENT 76(2)", "a drug's patent: the State"),
    ("butu", "2026-09-21", "state", "LAYOUTS 31", "a layout-design's infringement: the State"),
    ("butu_baochou", "2026-09-21", "state", "LAYOUTS 28", "a layout-design's fee: the State"),
    ("zhongyao_feiyong", "2026-09-21", "state", "CHINESE_MEDICINE 19", "Chinese medicine's fee"),
    ("xinpinzhong_feiyong", "2025-05-31", "state", "VARIETIES2014 11", "a variety's fee, old"),
    ("xinpinzhong_feiyong", "2025-06-01", "state", "VARIETIES 13", "a variety's fee, new"),
    ("shangbiao", "2026-12-31", "penalty", "TRADEMARK2019 60", "a trademark until the end of 2026"),
    ("shangbiao", "2027-01-01", "penalty", "TRADEMARK 74", "a trademark since 2027"),
    ("zhengshou", "2026-09-21", "act", "HOUSE_EXPROPRIATION 26", "expropriation is an act"),
    ("bohui", "2026-09-21", "act", "ARR2026 74", "a mark refused is re-examined"),
    ("laodong", "2026-09-21", "arbitrate", "LDMA 5", "labour is arbitrated"),
    ("chengbao", "2026-09-21", "arbitrate", "RLCD 4", "contracted land is arbitrated"),
    ("minjian", "2026-09-21", "mediate", "PML 2", "civil disputes at a township are mediated"),
    ("haiyu", "2026-09-21", "court", "PLAN 24", "there is no sea here"),
    ("hunyin", "2026-09-21", "none", "PLAN 24", "marriage is not adjudicated"),
    ("wuye", "2026-09-21", "none", "PLAN 24", "no statute, no adjudication"),
    ("tudi", "2019-12-31", "none", "LAL 14", "nor before the statute was in force"),
    ("zzz", "2026-09-21", "unknown", "PLAN 24", "what nobody knows is not adjudicated"),
]


@pytest.mark.parametrize(
    ("matter", "on", "result", "article"), [row[:4] for row in WAYS], ids=[row[4] for row in WAYS]
)
def test_whether_a_matter_is_adjudicated(matter: str, on: str, result: str, article: str) -> None:
    """没有法律规定的，不得裁决 (PLAN 24)."""
    answer = ask(QUESTION, matter=matter, on=on)
    assert (answer.result, article in cited(answer)) == (result, True)


POINTS = [
    ("tudi", "infringement", "court", "LAND_DISPUTES 14", "trespass on land goes to court"),
    ("tudi", "boundary", "between", "LAND_DISPUTES 14", "a boundary of regions is not land"),
    ("tudi", "illegal", "penalty", "LAND_DISPUTES 14", "unlawful use of land is punished"),
    ("tudi", "contract", "arbitrate", "LAND_DISPUTES 14", "a right of contract is arbitrated"),
    ("lindi", "infringement", "court", "PLAN 24", "felling another's trees goes to court"),
    ("caoyuan", "contract", "court", "PLAN 24", "a lease of grassland is no dispute of title"),
    ("zhuanli", "damages", "mediate", "PATENT 65", "a patent's damages are only mediated"),
    ("zhuanli", "ownership", "mediate", "PATENT_RULES 102", "who owns a patent is mediated"),
    ("xinpinzhong", "damages", "mediate", "SEED 72", "a variety's damages are only mediated"),
    ("xinpinzhong", "ownership", "court", "VARIETIES 44", "who owns a variety: court only"),
    ("butu", "damages", "mediate", "LAYOUTS 31", "a layout-design's damages are mediated"),
    ("mingcheng", "damages", "court", "ENTERPRISE_NAME 21", "a name's damages go to court"),
    ("caigou", "unqueried", "court", "GPL 55", "what was not queried is no complaint"),
]


@pytest.mark.parametrize(
    ("matter", "point", "way", "article"), [row[:4] for row in POINTS], ids=[r[4] for r in POINTS]
)
def test_what_is_not_the_matter_itself_is_not_ruled_upon(
    matter: str, point: str, way: str, article: str
) -> None:
    """不予受理的争点 (LAND_DISPUTES 14; PATENT 65; SEED 72)."""
    answer = ask(QUESTION, matter=matter, point=point, on="2026-09-21")
    assert (answer.result, answer.values["way"]) == ("excluded", way)
    assert article in cited(answer)


@pytest.mark.parametrize("matter", ["tudi", "mingcheng", "zhuanli"])
def test_what_a_court_has_taken_is_not_ruled_upon(matter: str) -> None:
    """法院或者仲裁机构已经受理的，不予受理."""
    answer = ask(QUESTION, matter=matter, in_court=True, on="2026-09-21")
    assert (answer.result, answer.values["way"]) == ("excluded", "court")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("集成电路布图设计", "butu"),
        ("商标侵权", "shangbiao"),
        ("民间纠纷", "minjian"),
        ("药品专利", "yaopin_zhuanli"),
    ],
)
def test_a_name_near_to_one_of_the_catalogue_is_asked_back(written: str, code: str) -> None:
    """名称相近的，先提示名录中的名称，不说没有裁决权 (PLAN 24)."""
    answer = ask(QUESTION, matter=written)
    assert (answer.result, answer.values["near"][0]["code"]) == ("unknown", code)
    assert answer.values["near"][0]["name"] in answer.says
    assert "PLAN 24" not in cited(answer)
    assert ask(QUESTION, matter=answer.values["near"][0]["name"]).values["matter"] == code


@pytest.mark.parametrize("written", ["纠纷", "航天器碰撞纠纷"])
def test_a_name_near_to_none_has_no_power_of_the_law(written: str) -> None:
    """没有法律规定的，不得裁决 (PLAN 24)."""
    answer = ask(QUESTION, matter=written)
    assert (answer.result, "PLAN 24" in cited(answer)) == ("unknown", True)
    assert "near" not in answer.values


def test_the_help_lists_every_matter_by_name() -> None:
    """问题的说明列出名录中的全部事项."""
    field = QUESTION.facts.model_fields["matter"]
    assert all(name in str(field.description) for name in names().values())


def test_a_case_that_straddles_two_editions_is_flagged() -> None:
    """没有过渡规定，跨越新旧条例的须人工确认 (VARIETIES 49)."""
    answer = ask(QUESTION, matter="xinpinzhong", received_on="2025-05-20", served_on="2025-07-01")
    assert any("跨越新旧规定" in reason.text for reason in answer.reasons)


@pytest.mark.parametrize(
    ("facts", "organs"),
    [
        pytest.param(
            {"place": "甘州区", "parties": "units"},
            ["620702-government"],
            id="between units the county of the land decides",
        ),
        pytest.param(
            {"place": "甘州区", "parties": "units", "across": "city"},
            ["620700-government"],
            id="across counties the city decides",
        ),
        pytest.param(
            {"place": "甘州区", "across": "province"}, [], id="across cities the province decides"
        ),
    ],
)
def test_which_government_decides(facts: dict[str, str], organs: list[str]) -> None:
    """单位之间由县级以上人民政府，跨区域的由上一级 (LAL 14; LAND_DISPUTES 5 to 7)."""
    answer = ask(QUESTION, matter="tudi", on="2026-09-21", **facts)
    assert [each["code"] for each in answer.values["organs"]] == organs


@pytest.mark.parametrize("matter", ["tudi", "lindi", "caoyuan"])
def test_with_an_individual_the_township_may_decide_too(matter: str) -> None:
    """个人之间、个人与单位之间，乡级或者县级以上 (LAL 14; FOREST 22; GRASS 16)."""
    answer = ask(QUESTION, matter=matter, parties="individual", on="2026-09-21")
    assert answer.values["ranks"] == ["township", "county"]


def test_grassland_follows_the_measures_on_land_and_says_so() -> None:
    """跨县区的草原争议，参照土地权属争议的规定 (LAND_DISPUTES 6)."""
    answer = ask(QUESTION, matter="caoyuan", across="city", on="2026-09-21")
    assert any("参照" in reason.text for reason in answer.reasons)


def test_a_procurement_complaint_goes_to_the_finance_bureau_of_the_level() -> None:
    """同级财政部门 (GPL 55)."""
    answer = ask(QUESTION, matter="政府采购投诉", place="甘州区", on="2026-09-21")
    codes = [each["code"] for each in answer.values["organs"]]
    assert codes == ["620702-caizheng", "620700-caizheng"]


def test_the_right_to_adjudication_is_told_wherever_it_is_given() -> None:
    """推行行政裁决权利告知制度 (PLAN 24)."""
    for matter in POWERS:
        answer = ask(QUESTION, matter=matter, on="2026-09-21")
        assert any("告知当事人" in reason.text for reason in answer.reasons), matter


def test_the_editions_of_a_matter_neither_overlap_nor_leave_a_day() -> None:
    """新旧版本首尾相接."""
    for code in {row.code for row in CATALOGUE}:
        rows = [row for row in CATALOGUE if row.code == code]
        for one, next_one in pairwise(rows):
            assert one.until is not None, code
            assert (next_one.since - one.until).days == 1, code
        assert rows[-1].until is None, code


def test_every_power_of_the_office_stands_in_the_catalogue() -> None:
    """本机构可以裁决的事项都在目录中."""
    assert {row.power.matter for row in CATALOGUE if row.power} == set(POWERS)


def test_the_example_is_answered() -> None:
    assert QUESTIONS == (QUESTION,)
    answer = ask(QUESTION, **QUESTION.example)
    assert (answer.result, answer.values["organs"][0]["code"]) == (
        "adjudicate",
        "620702-government",
    )
