"""公开决定书: a text in which a natural person can still be read is not made public (RULES 49)."""

import pytest

from services.reconsideration.commands.publishing import must_be_left_out
from shared.contracts.intake import PersonKind
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.people import Person

ANNA = Person(
    "安建国",
    id_number="620702199001011234",
    phone="0936-8212345",
    service_address="兰州市城关区",
    address="张掖市甘州区东街1号",
)
SHOP = Person("张掖市安和餐饮店", PersonKind.LEGAL, "92620702MA72ABCD1X", "13809360000", "南街2号")
PUBLIC = "申请人某某不服甘州区城市管理综合执法局的处罚，本机关决定撤销。"


def refusal(text: str, *people: Person, others: bool = False) -> str:
    with pytest.raises(Refused) as refused:
        must_be_left_out(text, people, others=others)
    assert refused.value.article == RULES[49]
    return refused.value.message


@pytest.mark.parametrize(
    ("left", "term"),
    [
        ("申请人安建国不服", "姓名"),
        ("申请人安 建 国不服", "姓名"),
        ("证件号码620702199001011234", "证件号码"),
        ("电话09368212345", "联系方式"),
        ("住张掖市甘州区东街１号", "住所"),
        ("送达至兰州市城关区", "住所"),
        ("1. 13912345678，证人", "手机号码"),
        ("另有证人，电话13912345678", "手机号码"),
        ("证人身份证11010519491231002x", "公民身份号码"),
    ],
)
def test_nothing_of_a_natural_person_stands_in_what_is_public(left: str, term: str) -> None:
    """姓名、证件号码、联系方式、住所，换了写法也是 (ARL 79; RULES 49)."""
    said = refusal(f"{PUBLIC}{left}", ANNA)
    assert term in said
    assert "安建国" not in said  # a refusal is logged


def test_names_of_organs_and_of_firms_stay() -> None:
    """行政机关、法人的名称不隐去；隐去以后就可以公开."""
    assert must_be_left_out(f"{PUBLIC}张掖市安和餐饮店", [ANNA, SHOP], others=False) is None


def test_a_word_that_is_a_name_may_mean_something_else_but_a_number_may_not() -> None:
    """与姓名相同的字样另有所指的，核对后可以公开；号码、住所不行."""
    other = Person("建设", phone="09368212345")
    text = "建设工程规划许可"
    assert "核对" in refusal(text, other)
    assert must_be_left_out(text, [other], others=True) is None
    assert "联系方式" in refusal(f"{text}，电话09368212345", other, others=True)
