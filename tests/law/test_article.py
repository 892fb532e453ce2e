"""法条引用, citations."""

from datetime import date

import pytest

from shared.law.article import (
    ALI,
    ARL,
    ARR2007,
    ARR2026,
    PLAN,
    PSPL,
    RULES,
    STATUTES,
    Article,
    arr,
    governing,
)


def test_an_article_reads_as_the_statute_is_cited() -> None:
    assert str(ARL[30].par(1, 2)) == "《行政复议法》第30条第1款第2项"
    assert str(ARL[62]) == "《行政复议法》第62条"
    assert str(ARL[11].par(item=3)) == "《行政复议法》第11条第3项"
    assert str(PLAN[25]) == "《张掖市法治政府建设实施方案》第25项"


def test_a_superseded_edition_says_its_year() -> None:
    """实施条例有新旧两版，旧版注明年份 (ARR2026 77)."""
    assert str(ARR2007[8]) == "《行政复议法实施条例》（2007）第8条"
    assert str(ARR2026[17]) == "《行政复议法实施条例》第17条"


@pytest.mark.parametrize(
    ("article", "code"),
    [
        (ARL[30], "ARL 30"),
        (ARL[30].par(2), "ARL 30(2)"),
        (ARL[30].par(1, 2), "ARL 30(1)(2)"),
        (ARL[11].par(item=3), "ARL 11 item 3"),
        (ARR2026[40].par(2), "ARR2026 40(2)"),
        (STATUTES["PATENT_RULES"][98], "PATENT_RULES 98"),
    ],
)
def test_a_citation_is_written_and_read_back(article: Article, code: str) -> None:
    assert article.code == code
    assert Article.parse(code) == article


def test_every_article_of_every_edition_survives_the_round_trip() -> None:
    for statute in STATUTES.values():
        for number in range(1, (statute.articles or 99) + 1):
            article = statute[number].par(1, 2)
            assert Article.parse(article.code) == article


@pytest.mark.parametrize(
    "code", ["", "ARL", "ARL30", "arl 30", "ARL 30(1", "ARL 30()", "ARL 30 ", "ARL 30(1)(2)(3)"]
)
def test_what_is_no_citation_is_not_read(code: str) -> None:
    with pytest.raises(ValueError, match="not a citation"):
        Article.parse(code)


@pytest.mark.parametrize("code", ["ARL 91", "ARL 0", "ARR 3", "ARR2007 67", "RULES 199"])
def test_an_article_that_does_not_exist_is_not_found(code: str) -> None:
    with pytest.raises(LookupError):
        Article.parse(code)


def test_the_last_article_exists_and_the_next_does_not() -> None:
    """行政复议法共九十条 (ARL 90)."""
    assert ARL[90].number == 90
    with pytest.raises(LookupError, match="ARL has no article 91"):
        ARL[91]


def test_the_same_article_is_the_same_key() -> None:
    assert len({ARL[30].par(1), ARL[30].par(1), ARL[30].par(2)}) == 2


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2024, 1, 1), ARR2007),
        (date(2026, 6, 30), ARR2007),
        (date(2026, 7, 1), ARR2026),
        (date(2026, 11, 23), ARR2026),
    ],
)
def test_the_day_of_the_step_chooses_the_edition_of_the_regulation(
    day: date, edition: object
) -> None:
    """实施条例 2026 年 7 月 1 日起施行新版 (ARR2026 77)."""
    assert arr(day) is edition


def test_before_the_regulation_was_made_it_governs_nothing() -> None:
    with pytest.raises(LookupError):
        arr(date(2007, 7, 31))


def test_an_edition_governs_from_its_first_day_to_its_last() -> None:
    """复议法自 2024 年 1 月 1 日起施行 (ARL 90)."""
    assert not ARL.in_force(date(2023, 12, 31))
    assert ARL.in_force(date(2024, 1, 1))
    assert ARL.in_force(date(2026, 11, 23))
    assert not PSPL.in_force(date(2025, 12, 31))
    assert PSPL.in_force(date(2026, 1, 1))
    assert ARR2007.in_force(date(2026, 6, 30))
    assert not ARR2007.in_force(date(2026, 7, 1))
    assert ALI.in_force(date(2018, 2, 8))


def test_no_two_editions_share_a_key() -> None:
    assert all(statute.key == key for key, statute in STATUTES.items())
    assert len({(s.title, s.edition) for s in STATUTES.values()}) == len(STATUTES)
    assert RULES.key in STATUTES


@pytest.mark.parametrize(
    ("statute", "day", "edition"),
    [
        ("PSPL", "2025-12-31", "PSPL2012"),
        ("PSPL", "2026-01-01", "PSPL"),
        ("VARIETIES", "2025-05-31", "VARIETIES2014"),
        ("VARIETIES", "2025-06-01", "VARIETIES"),
        ("TRADEMARK2019", "2027-01-01", "TRADEMARK"),
        ("ARR2026", "2026-06-30", "ARR2007"),
    ],
)
def test_the_day_of_a_step_chooses_the_edition_of_a_statute(
    statute: str, day: str, edition: str
) -> None:
    """以程序步骤之日施行的版本为准 (PSPL 144; ARR2026 77)."""
    assert governing(STATUTES[statute], date.fromisoformat(day)) is STATUTES[edition]


def test_a_day_before_every_known_edition_has_none() -> None:
    with pytest.raises(LookupError):
        governing(STATUTES["ECOLOGY"], date(2026, 8, 14))


def test_a_statute_whose_text_nobody_has_is_cited_with_a_warning() -> None:
    """没有原文的，条数不明，引用时说明未经核对."""
    order_121 = STATUTES["COMPLAINTS2026"]
    assert str(order_121[16]) == "《市场监督管理投诉举报处理办法》第16条（未核对原文）"
    assert Article.parse("COMPLAINTS2026 99") == order_121[99]
    with pytest.raises(LookupError):
        order_121[0]


def test_of_every_statute_either_the_text_was_read_or_the_register_says_why_not() -> None:
    for statute in STATUTES.values():
        assert (statute.articles is None) is bool(statute.unread), statute.key


@pytest.mark.parametrize(
    ("key", "before", "since"),
    [
        pytest.param("PATENT_DISPUTES", "2025-01-31", "2025-02-01", id="order 81"),
        pytest.param("COMPLAINTS2026", "2026-04-14", "2026-04-15", id="order 121"),
        pytest.param("ENFORCEMENT_SUPERVISION", "2026-01-31", "2026-02-01", id="supervision"),
        pytest.param("MINERALS_LAW", "2025-06-30", "2025-07-01", id="the mining law of 2024"),
    ],
)
def test_what_nobody_has_read_is_in_force_from_its_day(key: str, before: str, since: str) -> None:
    """条数不明的，施行日期仍然明确."""
    statute = STATUTES[key]
    assert not statute.in_force(date.fromisoformat(before))
    assert statute.in_force(date.fromisoformat(since))
