"""公开决定书: a text in which a natural person can still be read is not made public (RULES 49)."""

from dataclasses import replace

import pytest

from services.reconsideration.commands.leaving_out import must_be_left_out, without
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


DECISION = (
    "申请人：安建国，住张掖市甘州区东街1号。委托代理人安 建军，电话0936 - 8212 345。"
    "安建国认为东街1号的处罚不当；安建军代为陈述。证人电话139 1234 5678。"
)
ARMY = Person("安建军", phone="13800000000")


def test_a_text_that_is_begun_leaves_out_what_the_check_would_refuse() -> None:
    """起稿的文本隐去姓名、住所、号码，代理人也是，换了写法也是；同姓的仍分得清 (RULES 49)."""
    said = without(DECISION, [ANNA, ARMY, SHOP])
    assert must_be_left_out(said, [ANNA, ARMY, SHOP], others=False) is None
    assert said.startswith("申请人：某某甲，住某处。委托代理人某某乙，电话（联系方式略）。")
    assert said.endswith("某某甲认为东街1号的处罚不当；某某乙代为陈述。证人电话（号码略）。")
    assert without("安建国不服", [ANNA, ARMY]) == "某某不服"


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("安建国、安建到场", ("安建国", "安建"), "某某甲、某某乙到场"),
        ("建设工程规划许可", ("建设",), "某某工程规划许可"),
        ("张掖市安和餐饮店负责人李四", (), "张掖市安和餐饮店负责人某某"),
        ("王某某不服", ("某某",), "王○○○不服"),
    ],
)
def test_what_is_left_out_is_the_longest_word_and_no_name_is_made_of_a_hole(
    text: str, names: tuple[str, ...], left: str
) -> None:
    """姓名互相包含的，隐去较长的；与姓名相同的字样也隐去，由审读的人恢复；单位名称保留."""
    people = [*map(Person, names), replace(SHOP, head_name="李四")]
    assert without(text, people) == left
    assert must_be_left_out(left, people, others=False) is None


def test_nothing_is_begun_where_no_text_would_pass() -> None:
    """隐去以后仍不能公开的，不起稿."""
    assert without("某某、○○不服", [Person("某某"), Person("○○")]) == ""
