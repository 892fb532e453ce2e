"""下一页的标记: a place in a list as one word, and what is told of a word of others."""

import pytest

from shared.errors import Malformed
from shared.frame.paging import as_text, as_word, place_of, reading_place, word_for


@pytest.mark.parametrize("text", ["", "2026-11-23.7", "1/2026-11-23T09:00:00+08:00/甘州区"])
def test_a_place_is_one_word_of_an_address_and_is_read_back(text: str) -> None:
    word = as_word(text)
    assert as_text(word) == text
    assert word == "" or word.replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize(
    "wrong", ["不是标记", "AAA", as_word("{}"), as_word("[1]"), word_for(["7", None])]
)
def test_of_a_word_that_says_no_place_the_reader_is_told_to_begin_anew(wrong: str) -> None:
    """标记无法识别的，请从第一页重新查询，不作为故障."""
    with pytest.raises(Malformed, match="从第一页重新查询"):
        place_of(wrong)


def test_what_else_goes_wrong_is_not_taken_for_a_word_of_others() -> None:
    with pytest.raises(LookupError), reading_place():
        raise LookupError
