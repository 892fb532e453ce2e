"""证件号码和电话: read as people write them, checked, and returned in one spelling.

Each function raises `ValueError` with what is wrong in Chinese, so that forms and ledgers can use
it as it stands; the number itself is never repeated.
"""

import re
from datetime import date
from typing import Final

from shared.contracts.intake import PersonKind
from shared.people.person import normalised

_CITIZEN: Final = re.compile(r"[1-9]\d{16}[\dX]")
_CITIZEN_WEIGHTS: Final = tuple(2 ** (17 - place) % 11 for place in range(17))
_CITIZEN_CHECKS: Final = "10X98765432"
_OLDEST: Final = 1880

_CREDIT_SIGNS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT: Final = re.compile(rf"[{_CREDIT_SIGNS}]{{2}}\d{{6}}[{_CREDIT_SIGNS}]{{10}}")
_CREDIT_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(17))

_OFFICIAL: Final = 18
"""Places of a 公民身份号码 and of a 统一社会信用代码; other papers have fewer."""

_LETTERED: Final = re.compile(r"(?=.*\d)(?=.*[A-Z])(?!.*XXX)(?!\d+X$)[A-Z\d()]{5,40}")
_NUMBERED: Final = re.compile(r"(?!(\d)\1+$)(?:\d{8,9}|\d{15})")
"""护照, 来往内地通行证, 居留证件: letters and digits, or as many digits as some of them have."""
_SERVING: Final = re.compile(r"\w{1,4}字第\d{4,12}号")
"""军官证, 士兵证."""

_MOBILE: Final = re.compile(r"1[3-9]\d{9}")
_LANDLINE: Final = re.compile(r"(?:0\d{2,3})?[2-9]\d{6,7}|400\d{7}|1\d{4}")


def citizen_number(text: str) -> str:
    """公民身份号码 of 18 places (GB 11643).

    Raises:
        ValueError: It is none, its birthday is no day, or its check digit is wrong.
    """
    number = normalised(text)
    if not _CITIZEN.fullmatch(number):
        raise ValueError("公民身份号码应为 18 位，前 17 位为数字，末位为数字或者 X")
    if not _is_birthday(number[6:14]):
        raise ValueError("公民身份号码中的出生日期有误")
    total = sum(
        int(digit) * weight for digit, weight in zip(number, _CITIZEN_WEIGHTS, strict=False)
    )
    if number[17] != _CITIZEN_CHECKS[total % 11]:
        raise ValueError("公民身份号码的校验位不符，请核对")
    return number


def sex_of(number: str | None) -> str:
    """性别 as a 公民身份号码 says it, 男 or 女; empty where the number is another paper's."""
    try:
        official = citizen_number(number or "")
    except ValueError:
        return ""
    return "男" if int(official[16]) % 2 else "女"


def credit_code(text: str) -> str:
    """统一社会信用代码 of 18 places (GB 32100).

    Raises:
        ValueError: It is none, or its check character is wrong.
    """
    code = normalised(text)
    if not _CREDIT.fullmatch(code):
        raise ValueError("统一社会信用代码应为 18 位数字或者大写字母（不含 I、O、S、V、Z）")
    total = sum(
        _CREDIT_SIGNS.index(sign) * weight
        for sign, weight in zip(code, _CREDIT_WEIGHTS, strict=False)
    )
    if code[17] != _CREDIT_SIGNS[-total % 31]:
        raise ValueError("统一社会信用代码的校验位不符，请核对")
    return code


def number_of(kind: PersonKind, text: str) -> str:
    """证件号码, checked where it has as many places as the official one of that kind.

    Raises:
        ValueError: It looks official, and is not.
    """
    if len(text.strip()) != _OFFICIAL:
        return text
    return citizen_number(text) if kind is PersonKind.NATURAL else credit_code(text)


def other_number(text: str) -> str:
    """其他证件的号码, in the one spelling by which it is found: a passport's, a permit's.

    Blotted out (E12****78) or miscopied from an official one it is none.

    Raises:
        ValueError: It is none that such a paper has.
    """
    number = normalised(text)
    known = any(one.fullmatch(number) for one in (_LETTERED, _NUMBERED, _SERVING))
    if not known or len(number) == _OFFICIAL:
        raise ValueError("其他证件的号码应为证件上的字母和数字，护照、通行证等一般为 8 至 15 位")
    return number


def mobile(text: str) -> str:
    """手机号 of 11 digits, with or without 86 before it.

    Raises:
        ValueError: It is none.
    """
    number = normalised(text)
    if not _MOBILE.fullmatch(number):
        raise ValueError("手机号应为 11 位数字，以 13 至 19 开头")
    return number


def telephone(text: str) -> str:
    """联系电话: a mobile number, or a landline with or without its area code.

    Raises:
        ValueError: It is neither.
    """
    number = re.sub(r"[()]", "", normalised(text))
    if not _MOBILE.fullmatch(number) and not _LANDLINE.fullmatch(number):
        raise ValueError("联系电话应为 11 位手机号，或者带区号的固定电话")
    return number


def _is_birthday(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= _OLDEST
    except ValueError:
        return False
