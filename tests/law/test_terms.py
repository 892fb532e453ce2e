"""术语, the one table of names."""

import re
from collections import Counter

import pytest

from shared.law.article import ARL
from shared.law.terms import DECISIONS, OFFICES, TERMS, term, zh


def test_one_term_has_one_word_in_each_language() -> None:
    for language in ("english", "chinese"):
        words = Counter(getattr(each, language) for each in TERMS)
        assert [word for word, times in words.items() if times > 1] == []


def test_english_is_a_name_in_the_code_and_chinese_is_chinese() -> None:
    for each in TERMS:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", each.english), each
        assert re.fullmatch(r"[\u4e00-\u9fff]+", each.chinese), each


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("register", "登记"),
        ("receive", "收到"),
        ("accept", "受理"),
        ("supplement", "补正"),
        ("deliver", "送达"),
        ("suspend", "中止"),
        ("terminate", "终止"),
        ("uphold", "维持"),
        ("revoke", "撤销"),
        ("consult", "咨询"),
        ("blow_whistle", "吹哨"),
        ("check_in", "报到"),
    ],
)
def test_the_house_words_are_these(english: str, chinese: str) -> None:
    assert zh(english) == chinese


def test_a_term_knows_its_article() -> None:
    assert term("uphold").article == ARL[68]


def test_a_missing_term_is_not_made_up() -> None:
    with pytest.raises(LookupError):
        zh("rubber_stamp")


def test_there_are_seven_offices() -> None:
    assert len(OFFICES) == 7


def test_every_kind_of_decision_cites_the_reconsideration_law() -> None:
    assert all(each.article and each.article.statute is ARL for each in DECISIONS)
