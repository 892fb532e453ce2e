"""期间的写法: a period as people write it."""

import pytest
from pydantic import TypeAdapter, ValidationError

from shared.law.written import Lasting, Within, any_code_of


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("60日", "60d"),
        ("三十日", "30d"),
        ("一百二十天", "120d"),
        ("二十个工作日", "20wd"),
        ("两个月", "2m"),
        ("15wd", "15wd"),
    ],
)
def test_a_period_is_read_as_a_paper_writes_it(said: str, code: str) -> None:
    """期间写数字或者中文都读得出：三十日、二十个工作日、两个月 (ARL 88)."""
    assert TypeAdapter(Within).validate_python(said) == code
    assert TypeAdapter(Lasting).validate_python(said) == code


def test_what_is_no_period_is_told_how_one_is_written() -> None:
    """读不出的写明写法，不说“格式不符合要求”；年、小时只在问得到的地方收."""
    for said in ("下周", "零日", "2年", "2小时"):
        with pytest.raises(ValidationError, match="期间写作30日、15个工作日或者3个月"):
            TypeAdapter(Within).validate_python(said)
    assert TypeAdapter(Lasting).validate_python("两年") == "2y"
    assert any_code_of("三十分钟") == "30min"


@pytest.mark.parametrize(
    ("said", "code"),
    [(" 60d", "60d"), ("60d\n", "60d"), ("60日 ", "60d"), ("　15wd　", "15wd"), (" 三个月", "3m")],
)
def test_blanks_about_a_period_are_no_part_of_it(said: str, code: str) -> None:
    """期间前后的空白不算，读出的只是期间 (ARL 88)."""
    assert TypeAdapter(Within).validate_python(said) == code
    assert TypeAdapter(Lasting).validate_python(said) == code
