"""纠纷编号."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.number import LARGEST, DisputeNumber, as_kept, begins_as_kept, check_digit

FIRST = DisputeNumber.make("620702", date(2026, 11, 23), 1)
COUNTIES = st.integers(100_000, 999_999).map(str)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
NUMBERS = st.builds(DisputeNumber.make, COUNTIES, DAYS, st.integers(1, LARGEST))


def test_the_check_digit_is_that_of_the_standard() -> None:
    """ISO 7064 MOD 11,10: the example of the standard is 0794, check digit 5."""
    assert check_digit("0794") == 5


def test_a_number_shows_county_day_sequence_and_check() -> None:
    assert str(FIRST) == f"620702-20261123-0000001-{check_digit('620702202611230000001')}"
    assert FIRST.digits == str(FIRST).replace("-", "")


@given(NUMBERS)
def test_what_is_written_is_read_again(number: DisputeNumber) -> None:
    assert DisputeNumber.parse(str(number)) == number
    assert DisputeNumber.parse(number.digits) == number


@given(NUMBERS, st.integers(0, 21), st.integers(1, 9))
def test_every_single_wrong_digit_is_found(number: DisputeNumber, at: int, by: int) -> None:
    """一位抄错必能发现."""
    digits = number.digits
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    with pytest.raises(ValueError, match="校验码不符"):
        DisputeNumber.parse(wrong)


def test_nearly_every_exchange_of_neighbours_is_found() -> None:
    """相邻两位颠倒绝大多数能发现."""
    swaps = [
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for sequence in range(1, LARGEST, 39_119)
        for digits in [DisputeNumber.make("620725", date(2026, 3, 14), sequence).digits]
        for at in range(21)
        if digits[at] != digits[at + 1]
    ]
    missed = [each for each in swaps if check_digit(each[:-1]) == int(each[-1])]
    assert len(swaps) > 4_000
    assert len(missed) / len(swaps) < 0.04


@pytest.mark.parametrize("between", [" ", "-", "\uff0d", "—", "\u3000", "\n", " - "])
def test_a_number_may_be_typed_untidily(between: str) -> None:
    wide = {ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)}
    assert DisputeNumber.parse(f" {between.join(str(FIRST).split('-'))} ".translate(wide)) == FIRST


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "应为 22 位数字，现有 0 位"),
        ("620702-20261123-000001-5", "现有 21 位"),
        ("62O702-20261123-0000001-5", "有不是数字的“O”"),
        ("620702-20261123-0000001-²x", "有不是数字的“x”"),
        ("620702202602300000001", "现有 21 位"),
    ],
)
def test_what_is_no_number_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        DisputeNumber.parse(text)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("620702202602300000001", "日期 20260230 不存在"),
        ("620702202602280000000", "顺序号 0 应在"),
        ("020702202602280000001", "区划代码“020702”"),
    ],
)
def test_a_right_check_digit_does_not_save_a_wrong_part(body: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        DisputeNumber.parse(f"{body}{check_digit(body)}")


@pytest.mark.parametrize(("county", "sequence"), [("6207", 1), ("620702", 0), ("620702", 10**7)])
def test_a_number_is_not_made_of_wrong_parts(county: str, sequence: int) -> None:
    with pytest.raises(ValueError, match="应"):
        DisputeNumber.make(county, date(2026, 1, 1), sequence)


@given(NUMBERS)
def test_a_number_is_known_without_dashes_and_in_full_width(number: DisputeNumber) -> None:
    """不写连字符、用全角书写的编号，与回执上的是同一个."""
    wide = str(number).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789-"})
    for typed in (number.digits, f" {number} ", wide, str(number).replace("-", "—")):
        assert as_kept(typed) == str(number)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("6207", "6207"),
        ("620702", "620702"),
        ("62070220261123", "620702-20261123"),
        ("\uff16\uff12\uff10\uff17\uff10\uff12\uff0d\uff12\uff10", "620702-20"),
        ("620702-20261123-0000001", "620702-20261123-0000001"),
        ("甘复 字", "甘复字"),
        ("", ""),
    ],
)
def test_the_beginning_of_a_number_is_known_likewise(typed: str, kept: str) -> None:
    assert begins_as_kept(typed) == kept


def test_what_is_no_number_stays_what_it_is() -> None:
    assert as_kept(" d-17 ") == "D-17"
    assert as_kept("6207022026") == "6207022026"
