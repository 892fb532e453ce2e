"""条文的写法: a provision as people write it."""

import re
from datetime import date

import pytest

from shared.law.article import STATUTES
from shared.law.quoted import HOW, is_provision, quoted, statute

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("行政复议法第11条", "ARL 11"),
        ("《中华人民共和国行政复议法》第十一条第（一）项", "ARL 11 item 1"),
        ("复议法第三十条第一款第二项", "ARL 30(1)(2)"),
        ("复议法62", "ARL 62"),
        ("民法典第一千零二条", "CCL 1002"),
        ("复议条例第二十条", "ARR2026 20"),
        ("《行政复议法实施条例》（2007）第8条", "ARR2007 8"),
        ("张掖市法治政府建设实施方案第24项", "PLAN 24"),
        ("ARL 11 item 1", "ARL 11 item 1"),
    ],
)
def test_a_provision_is_read_as_it_is_written(said: str, code: str) -> None:
    """条文可以写全称、简称，条号写数字或者中文；程序所用的代号照旧."""
    assert quoted(said, TODAY).code == code


def test_the_edition_is_that_of_the_day_where_none_is_written() -> None:
    """没有写明版本的，为当日施行的版本 (ARR2026 77)."""
    assert quoted("行政复议法实施条例第二十条", date(2026, 6, 30)).code == "ARR2007 20"
    assert quoted("行政复议法实施条例第二十条", date(2026, 7, 1)).code == "ARR2026 20"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("诉讼法第46条", "“诉讼法”可以指《行政诉讼法》、《民事诉讼法》，请写全称"),
        ("行政复议法第九十一条", "《行政复议法》没有第九十一条"),
        ("行政复议法实施条例（2010）第3条", "没有（2010）这一版"),
        ("太空法第3条", "法律名录中没有“太空法”，写法如“行政复议法第十一条第一项”"),
        ("不知道", "没有“不知道”这一条文，写法如“行政复议法第十一条第一项”"),
        ("ARL 91", "没有“ARL 91”这一条文"),
    ],
)
def test_what_is_no_provision_is_told_with_what_is_meant(said: str, told: str) -> None:
    """没有的条文写明没有；几部法律都可以指的，写明是哪几部，不替人选."""
    with pytest.raises(ValueError, match=re.escape(told)):
        quoted(said, TODAY)


def test_every_provision_is_read_back_as_officials_read_it() -> None:
    """页面上写的条文，照样抄进栏目都读得出."""
    for law in STATUTES.values():
        on = law.until or max(law.since, TODAY)
        for article in (law[1], law[7].par(1, 2), law[3].par(item=3)):
            assert quoted(str(article), on) == article, str(article)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("劳动法第三条", "法律名录中没有“劳动法”"),
        ("农村土地承包法第五十一条", "法律名录中没有“农村土地承包法”"),
        ("信访条例第十四条", "法律名录中没有“信访条例”"),
        ("行政复议条例第三条", "法律名录中没有“行政复议条例”"),
    ],
)
def test_a_law_that_is_not_in_the_register_is_not_read_as_another(said: str, told: str) -> None:
    """名录以外的法律，不因字面相近读作名录中的另一部法律."""
    with pytest.raises(ValueError, match=re.escape(f"{told}，{HOW}")):
        quoted(said, TODAY)
    with pytest.raises(ValueError, match="法律名录中没有“承包法”"):
        statute("承包法", TODAY)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("治安处罚法第三条", "PSPL 3"),
        ("信息公开条例第三十三条", "OGI 33"),
        ("行诉法第四十六条", "ALL 46"),
        ("《行诉解释》第六十四条", "ALI 64"),
        ("《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第64条", "ALI 64"),
        ("最高人民法院关于适用行政诉讼法的解释第六十四条", "ALI 64"),
        ("民诉法第八十五条", "CPL 85"),
        ("民诉法解释第十条", "CPI 10"),
        ("国赔法第九条", "STATE_COMPENSATION 9"),
        ("土管法第十四条", "LAL 14"),
        ("环保法第三条", "ENVIRONMENT 3"),
        ("政采法第五十八条", "GPL 58"),
        ("消保法第三十九条", "CONSUMER 39"),
        ("道交法第七十四条", "ROAD 74"),
        ("公安行政案件程序规定第三条", "POLICE_CASES 3"),
        ("枢纽规则第143条", "RULES 143"),
        ("市实施方案第二十四项", "PLAN 24"),
    ],
)
def test_the_short_names_that_officials_use_are_read(said: str, code: str) -> None:
    """公文惯用的简称，照简称所指的法律读."""
    assert quoted(said, TODAY).code == code


@pytest.mark.parametrize("said", ["一" * 20_000, "一" * 20_000 + "x", "行政复议法" * 4_000])
def test_what_is_far_too_long_is_refused_without_being_read(said: str) -> None:
    """超过一百字的不是条文，不再逐字去读，只写明写法."""
    told = "条文超过100字，写法如“行政复议法第十一条第一项”"
    with pytest.raises(ValueError, match=re.escape(told)):
        quoted(said, TODAY)
    with pytest.raises(ValueError, match=re.escape(told)):
        statute(said, TODAY)
    assert is_provision(said) is False
