"""条文的写法: a provision as people write it."""

import re
from datetime import date

import pytest

from shared.law.article import STATUTES
from shared.law.quoted import quoted

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
    for statute in STATUTES.values():
        on = statute.until or max(statute.since, TODAY)
        for article in (statute[1], statute[7].par(1, 2), statute[3].par(item=3)):
            assert quoted(str(article), on) == article, str(article)
