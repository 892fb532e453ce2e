"""组织名录: the city's organs as data."""

import pytest

from shared.directory import Kind, Level, Nature, Role
from tests.directories import CITY


def test_the_city_has_its_six_counties_by_national_code() -> None:
    assert CITY.city.code == "620700"
    assert {each.code: each.name for each in CITY.counties()} == {
        "620702": "甘州区",
        "620721": "肃南裕固族自治县",
        "620722": "民乐县",
        "620723": "临泽县",
        "620724": "高台县",
        "620725": "山丹县",
    }
    assert [each.short for each in CITY.counties() if each.autonomous] == ["肃南"]


def test_every_place_has_a_centre_a_window_and_a_government() -> None:
    for code in CITY.places:
        assert CITY.centre_of(code).kind is Kind.CENTRE
        assert CITY.organs(Kind.WINDOW, code)
        assert CITY.government_of(code).kind is Kind.GOVERNMENT


def test_every_organ_stands_under_one_that_exists() -> None:
    for organ in CITY.organs():
        assert organ.parent is None or CITY.organ(organ.parent).code == organ.parent
        assert organ.code.isascii()


def test_city_and_counties_have_authority_body_and_committee() -> None:
    """复议机关、复议机构、咨询委员会 (ARL 4, 52)."""
    for place in [CITY.city, *CITY.counties()]:
        assert Role.AUTHORITY in CITY.government_of(place.code).roles
        assert Role.BODY in CITY.body_of(place.code).roles
        assert CITY.committee_of(place.code).kind is Kind.COMMITTEE


def test_a_street_office_is_sent_out_by_its_county_government() -> None:
    assert CITY.organ("620702001-street").kind is Kind.STREET
    assert CITY.government_of("620702001").code == "620702-government"
    assert CITY.government_of("620702100").code == "620702100-government"


def test_mediation_committees_of_a_township_stand_before_those_of_its_county() -> None:
    found = [each.code for each in CITY.mediators_of("620722101")]
    assert found[0] == "620722101-mediation"
    assert {"620722-mediation", "620722-mediation-yiliao"} <= set(found[1:])


def test_every_place_has_a_mediation_committee_that_takes_any_civil_dispute() -> None:
    """市、县（区）、乡镇、街道各有人民调解委员会 (PML 8, 34)."""
    for place in CITY.places.values():
        own = CITY.organ(f"{place.code}-mediation")
        assert own in CITY.mediators_of(place.code)
        assert own.parent == f"{CITY.county_of(place.code).code}-sifa"


def test_windows_include_the_hotline() -> None:
    codes = [each.code for each in CITY.windows()]
    assert "620702-window-1" in codes
    assert codes[-1] == "620700-hotline"


@pytest.mark.parametrize(
    ("organ", "authorities"),
    [
        ("620722-gongan", ["民乐县人民政府"]),
        ("620702-gongan", ["张掖市人民政府", "甘州区人民政府"]),
        ("620722-shengtai", ["张掖市人民政府", "民乐县人民政府"]),
        ("620722-shuishou", ["国家税务总局张掖市税务局"]),
        ("620700-shuishou", ["国家税务总局甘肃省税务局"]),
        ("620722-sifa", ["民乐县人民政府", "张掖市司法局"]),
        ("620702001-street", ["甘州区人民政府"]),
        ("620721200-government", ["肃南裕固族自治县人民政府"]),
        ("620721-government", ["张掖市人民政府"]),
        ("620700-government", ["甘肃省人民政府"]),
        ("620000-government", ["甘肃省人民政府"]),
    ],
)
def test_the_authority_follows_from_whose_organ_it_is(organ: str, authorities: list[str]) -> None:
    """行政复议管辖 (ARL 24, 27, 28; ARR 2026 21)."""
    found = CITY.authorities_of(organ)
    assert [each.name for each in found] == authorities
    assert all(Role.AUTHORITY in each.roles for each in found)


def test_a_centre_is_no_respondent() -> None:
    with pytest.raises(LookupError, match="不是行政复议的被申请人"):
        CITY.authorities_of("620702-centre")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("620722", "620722"),
        ("张掖市", "620700"),
        ("甘肃省张掖市甘州区大满镇朝元村三社", "620702102"),
        (" 甘州区　大满 镇 ", "620702102"),
        ("甘州大满", "620702102"),
        ("张掖市大满镇", "620702102"),
        ("梁家墩镇六号村", "620702100"),
        ("甘州", "620702"),
        ("甘州区东大街88号", "620702"),
        ("肃南县马蹄", "620721200"),
        ("肃南裕固族自治县祁丰藏族乡", "620721205"),
        ("山丹马场一场", "620725"),
        ("临泽县\n沙河镇", "620723101"),
        ("从民乐县城到临泽县的班车", "620722"),
        ("高台县城关镇", "620724100"),
    ],
)
def test_an_untidy_address_finds_its_most_specific_place(text: str, code: str) -> None:
    found = CITY.find_place(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text", ["", "A市A2区", "武山县山丹镇", "兰州市城关区", "某市民乐街12号", "高台小区物业"]
)
def test_an_address_elsewhere_is_no_place_of_the_city(text: str) -> None:
    assert CITY.find_place(text) is None


def test_the_county_of_a_township_is_the_county() -> None:
    assert CITY.county_of("620702102").code == "620702"
    assert CITY.county_of("620702").level is Level.COUNTY
    assert CITY.county_of("620700").level is Level.CITY


def test_a_township_matter_is_answered_by_the_county_departments() -> None:
    """职责清单."""
    duty = CITY.duty("wuye", "620702102")
    assert duty.lead.code == "620702-zhujian"
    assert [each.code for each in duty.assist] == ["620702-chengguan", "620702-sifa"]
    assert duty.adjudicator is None


def test_who_adjudicates_is_named_by_the_law_alone() -> None:
    """行政裁决须有法律依据."""
    land, patent = CITY.duty("tudi", "620722101"), CITY.duty("zhuanli", "620722")
    assert land.lead.code == "620722-ziran"
    assert land.adjudicator == CITY.organ("620722-government")
    assert patent.adjudicator == CITY.organ("620000-shijian")
    for matter in CITY.matters.values():
        assert (matter.adjudicator is not None) == (matter.nature is Nature.ADJUDICATION)
        assert matter.nature is not Nature.ADJUDICATION or matter.basis.startswith("《")
        for place in ("620700", "620721", "620721205"):
            decider = CITY.duty(matter.code, place).adjudicator
            assert decider is None or Role.ADJUDICATOR in decider.roles


def test_a_copy_goes_up_from_every_department_of_a_government() -> None:
    """抄告：市、县（区）政府的每个工作部门都有上一级主管部门，省级部门在这里没有 (ARL 79)."""
    for place in [CITY.city, *CITY.counties()]:
        government = CITY.government_of(place.code).code
        theirs = [one.code for one in CITY.organs() if CITY.is_department_of(one.code, government)]
        assert len(theirs) > 20
        for code in theirs:
            above = CITY.department_above(code)
            assert above is not None, code
            assert CITY.organ(above).kind is Kind.DEPARTMENT
            assert CITY.organ(above).level is not CITY.organ(code).level
    assert CITY.department_above("620700-gongan") == "620000-gongan"
    assert CITY.department_above("620722-gongan") == "620700-gongan"
    assert CITY.department_above("620000-gongan") is None
    assert CITY.department_above("620700-chengguan") == CITY.department_above("620700-zhujian")
    guiding = CITY.organ("620000-gongan")
    assert (guiding.name, guiding.parent, guiding.roles) == (
        *("甘肃省公安厅", "620000-government"),
        frozenset(),
    )
    names = [one.name for one in CITY.organs()]
    assert len(names) == len(set(names))
