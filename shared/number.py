"""纠纷编号: county, day of registration, a sequence that may have gaps, and a check digit.

The check digit is ISO 7064 MOD 11,10, which finds every single wrong digit and nearly every pair
of neighbours that changed places: a number read out over the telephone shows its own mistake.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

LENGTH: Final = 22
LARGEST: Final = 9_999_999
COUNTY: Final = re.compile(r"[1-9][0-9]{5}")
BETWEEN: Final = re.compile(r"[\s\-‐‑‒–—―−_]+")  # noqa: RUF001 - all dashes that offices type


def check_digit(digits: str) -> int:
    """校验码 of a row of digits (ISO 7064 MOD 11,10)."""
    product = 10
    for digit in digits:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (11 - product) % 10


@dataclass(frozen=True, slots=True, order=True)
class DisputeNumber:
    """纠纷编号, written 620702-20261123-0000001-5."""

    county: str
    day: date
    sequence: int

    @classmethod
    def make(cls, county: str, day: date, sequence: int) -> Self:
        """The number of a dispute registered in a county on a day.

        Raises:
            ValueError: The county is no six-digit code, or the sequence does not fit.
        """
        if not COUNTY.fullmatch(county):
            raise ValueError(f"区划代码“{county}”应为六位数字")
        if not 1 <= sequence <= LARGEST:
            raise ValueError(f"顺序号 {sequence} 应在 1 至 {LARGEST} 之间")
        return cls(county, day, sequence)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a number as people type it: spaces, dashes and full-width digits allowed.

        Raises:
            ValueError: It is no dispute number; says why in Chinese.
        """
        digits = BETWEEN.sub("", unicodedata.normalize("NFKC", text))
        if strange := re.search(r"[^0-9]", digits):
            raise ValueError(f"纠纷编号中有不是数字的“{strange[0]}”")
        if len(digits) != LENGTH:
            raise ValueError(f"纠纷编号应为 {LENGTH} 位数字，现有 {len(digits)} 位")
        if check_digit(digits[:-1]) != int(digits[-1]):
            raise ValueError("纠纷编号校验码不符，请核对是否抄错")
        try:
            day = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
        except ValueError:
            raise ValueError(f"纠纷编号中的日期 {digits[6:14]} 不存在") from None
        return cls.make(digits[:6], day, int(digits[14:21]))

    @property
    def digits(self) -> str:
        """All 22 digits without dashes, for bar codes and addresses."""
        body = f"{self.county}{self.day:%Y%m%d}{self.sequence:07}"
        return f"{body}{check_digit(body)}"

    def __str__(self) -> str:
        return _dashed(self.digits)


def as_kept(text: str) -> str:
    """A number as the hub keeps it, however it was typed: without dashes, or in full width.

    What is no whole number stays what it is, in capitals and without spaces.
    """
    said = "".join(unicodedata.normalize("NFKC", text).split()).upper().replace("—", "-")
    return _dashed(digits) if len(digits := _digits(text)) == LENGTH else said


def begins_as_kept(text: str) -> str:
    """The beginning of a number, likewise."""
    return _dashed(digits) if 0 < len(digits := _digits(text)) <= LENGTH else as_kept(text)


def _digits(text: str) -> str:
    """The digits of a number as people type it; empty where there is anything else in it."""
    digits = BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    return digits if re.fullmatch(r"[0-9]*", digits) else ""


def _dashed(digits: str) -> str:
    """In the four parts of a number, as many as there are."""
    parts = (digits[:6], digits[6:14], digits[14:21], digits[21:])
    return "-".join(part for part in parts if part)
