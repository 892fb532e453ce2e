"""公开决定书: what of the persons in a case may not stand in the text (ARL 79; RULES 49)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from shared.contracts.intake import PersonKind
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.people import Person, normalised

_NUMBERS: Final = re.compile(r"(?<!\d)(?:\d{17}[\dX]|1[3-9]\d{9})(?!\d)")
"""公民身份号码 and mobile numbers, whoever's they are: as they are written, and without blanks."""

SHORTEST: Final = 2
"""Signs of a name or a number that are looked for; one alone stands in any text."""


def must_be_left_out(text: str, people: Sequence[Person], *, others: bool) -> None:
    """Nothing of a natural person stands in what is made public; an organ's name may.

    Args:
        text: What is to be public.
        people: The persons of the cases that the decision decides, and what was said of them ever.
        others: Whether somebody saw to it that words which are a party's name mean something else
            there; numbers and addresses mean nothing else.

    Raises:
        Refused: A name, an address, or a number stands in it. It says which sort, not whose.
    """
    said = normalised(text)
    written = unicodedata.normalize("NFKC", text).upper()
    found = ["公民身份号码或者手机号码"] if any(map(_NUMBERS.search, (said, written))) else []
    natural = [one for one in people if one.kind is PersonKind.NATURAL]
    names = [*(one.name for one in natural), *(one.head_name for one in people)]
    for term, values in (
        ("姓名", [] if others else names),
        ("证件号码", [one.id_number for one in natural]),
        ("联系方式", [one.phone for one in natural]),
        ("住所", [where for one in natural for where in (one.address, one.service_address)]),
    ):
        bare = [normalised(value) for value in values if value]
        if any(len(one) >= SHORTEST and one in said for one in bare):
            found.append(term)
    if found:
        says = f"拟公开的文本里还有自然人的{'、'.join(found)}，隐去以后再公开"
        hint = "；与姓名相同的字样另有所指的，核对后写明" if "姓名" in found else ""
        raise Refused(says + hint, RULES[49])
