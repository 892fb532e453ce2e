"""管辖和复议前置 (ARL 23 to 28)."""

import pytest

from services.routing.domain.jurisdiction import authorities, competent, compulsory_first
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory, Road
from tests.routing.cases import DIRECTORY, day, registered


@pytest.mark.parametrize(
    ("respondent", "organs", "article"),
    [
        ("620702-zhujian", ("620702-government",), "ARL 24(1)(1)"),
        ("620700-zhujian", ("620700-government",), "ARL 24(1)(1)"),
        ("620702-government", ("620700-government",), "ARL 24(1)(2)"),
        ("620702100-government", ("620702-government",), "ARL 24(1)(2)"),
        ("620702001-street", ("620702-government",), "ARL 24(1)(3)"),
        ("620702-gongan", ("620700-government", "620702-government"), "ARL 24(4)"),
        ("620702-shuishou", ("620700-shuishou",), "ARL 27"),
        ("620702-sifa", ("620702-government", "620700-sifa"), "ARL 28"),
    ],
)
def test_the_authority_follows_from_who_acted(
    respondent: str, organs: tuple[str, ...], article: str
) -> None:
    """对谁的行政行为不服，向谁申请复议 (ARL 24, 27, 28)."""
    found = authorities(respondent, DIRECTORY)
    assert found.organs == organs
    assert found.article is not None
    assert found.article.code == article


@pytest.mark.parametrize("nobody", ["620702-fayuan", "620702-centre", "999999-nobody", None])
def test_nothing_is_said_of_whoever_is_no_respondent(nobody: str | None) -> None:
    assert authorities(nobody, DIRECTORY).organs == ()


def test_the_duty_not_performed_came_first_as_the_act_until_the_regulation_changed() -> None:
    """2026年7月1日起，明示拒绝不属于未履行法定职责 (ARR2026 30)."""
    before = compulsory_first(ActKind.INACTION, None, day("2026-06-30"))
    since = compulsory_first(ActKind.INACTION, None, day("2026-07-01"))
    assert before[0] is Compulsory.REQUIRED
    assert since[0] is Compulsory.CONDITIONAL
    assert since[1] is not None
    assert since[1].code == "ARR2026 30"


def test_a_penalty_comes_first_only_where_it_was_given_on_the_spot() -> None:
    """当场处罚复议前置，登记时尚不能判定 (ARL 23)."""
    first, article = compulsory_first(ActKind.PENALTY, None, day("2026-11-23"))
    assert first is Compulsory.CONDITIONAL
    assert article is not None
    assert article.code == "ARL 23(1)(1)"


def test_other_acts_leave_the_choice_free_save_those_of_the_tax_organ() -> None:
    """税款争议由法律规定复议前置 (ARL 23)."""
    on = day("2026-11-23")
    assert compulsory_first(ActKind.EXPROPRIATION, "620702-ziran", on)[0] is Compulsory.FREE
    assert compulsory_first(ActKind.OTHER, "620702-shuishou", on)[0] is Compulsory.CONDITIONAL


def test_a_committee_for_one_trade_takes_no_other_disputes() -> None:
    """行业性人民调解委员会只调解本行业的纠纷 (PML 34)."""
    general = competent(Road.PEOPLES_MEDIATION, registered("jiedai"), DIRECTORY)
    trade = competent(Road.PEOPLES_MEDIATION, registered("hunyin"), DIRECTORY)
    assert general.organs == ("620702100-mediation",)
    assert trade.organs == ("620702-mediation-hunyin", "620702100-mediation")


@pytest.mark.parametrize("place", ["620702001", "620702", "620700"])
def test_a_civil_dispute_goes_to_the_committee_of_its_place_wherever_that_is(place: str) -> None:
    """只知县区或者只知在本市的，由该级人民调解委员会调解 (PML 34)."""
    found = competent(Road.PEOPLES_MEDIATION, registered("jiedai", place=place), DIRECTORY)
    assert found.organs == (f"{place}-mediation",)


@pytest.mark.parametrize(
    ("road", "matter", "organ"),
    [
        (Road.ADJUDICATION, "tudi", "620702-government"),
        (Road.ADJUDICATION, "zhuanli", "620000-shijian"),
        (Road.ADMINISTRATIVE_MEDIATION, "wuye", "620702-zhujian"),
        (Road.LAND_CONTRACT_ARBITRATION, "chengbao", "620702-tudi-zhongcai"),
        (Road.PETITION, "xinfang", "620702-xinfang"),
        (Road.COURT, "linli", "620702-fayuan"),
        (Road.POLICE, "zhian", "620702-gongan"),
    ],
)
def test_every_other_road_leads_to_the_organ_of_the_place(
    road: Road, matter: str, organ: str
) -> None:
    assert competent(road, registered(matter), DIRECTORY).organs == (organ,)
