"""找条文: what of the hub stands on each article, and how an article is found."""

import pytest

from deploy.lawdesk.rules import every_rule
from deploy.lawdesk.standing import every_article, number_of, search, words_of
from deploy.lawdesk.unclocked import every_unclocked
from shared.law import readings, rules
from shared.law.article import ARL


def codes(said: str, statute: str = "") -> list[str]:
    return [one.article.code for one in search(said, statute)]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("20", 20),
        ("第20条", 20),
        ("第二十条", 20),
        ("十", 10),
        ("一百零三", 103),
        ("第三十五项", 35),
        ("补正", None),
        ("第条", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_people_write_it(said: str, number: int | None) -> None:
    """条号写成数字、汉字都认得."""
    assert number_of(said) == number


def test_a_number_right_behind_a_title_is_a_word_of_its_own() -> None:
    assert words_of("《行政复议法》第二十条 期限") == ["行政复议法", "第二十条", "期限"]
    assert words_of("复议法20") == ["复议法", "20"]
    assert words_of("ARL 20") == ["arl", "20"]


def test_an_article_is_found_by_statute_number_words_and_pinyin() -> None:
    """按法律名称、代号、拼音首字母和条号，都找到同一条."""
    for said in ("行政复议法 20", "ARL 20", "xzfyf 20", "复议法第二十条", "xingzhengfuyi 20"):
        assert "ARL 20" in codes(said), said
    assert codes("ARL 20") == ["ARL 20"]
    assert "ARL 31" in codes("补正")
    assert codes("补正", "ARL")[0].startswith("ARL ")
    assert codes("没有这样的词") == []


def test_nothing_said_means_every_article_in_the_order_of_the_register() -> None:
    every = codes("")
    assert len(every) == len(set(every)) == len(every_article())
    of_arl = codes("", "ARL")
    assert of_arl == sorted(of_arl, key=lambda code: int(code.split()[1]))


def test_every_period_every_reading_and_every_rule_stands_on_its_article() -> None:
    """每一条期限、每一种读法、每一条本市规则，都列在所依据的条文上."""
    there = {(one.article, one.term) for found in every_article().values() for one in found.stands}
    periods = {(one.deadline.article, one.deadline.term) for one in every_rule()}
    beside = {(one.rule.article, one.rule.term) for one in every_unclocked()}
    open_ones = {(one.article, one.term) for one in readings.REGISTER}
    own = {(one.serves, one.title) for one in rules.REGISTER}
    assert (periods | beside | open_ones | own) - there == set()


def test_what_stands_on_the_sixty_days_is_told_with_its_procedure() -> None:
    """《行政复议法》第62条上有普通程序作出决定的期限，可以据此计算."""
    found = every_article()["ARL", 62]
    assert found.article == ARL[62]
    decide = [one for one in found.stands if one.rule == "reconsideration.ordinary.decide"]
    assert {(one.sort, one.says) for one in decide} == {("期限", "60日")}
