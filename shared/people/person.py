"""A person 自然人、法人或者其他组织 as a value, and what recognises one without naming them."""

import hmac
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from shared.contracts.intake import PersonKind

_ABROAD: Final = re.compile(r"(?:\+|00)?86(1[3-9]\d{9})")
_DOTS: Final = frozenset("·•・‧∙⋅_.")
_LEFT_OUT: Final = frozenset({"Cf", "Pd", "Zs", "Cc"})
"""Marks that some write inside a name or number and some leave out: blanks, dashes, joiners."""


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """Who a party is. It never shows itself in a log: its `repr` is empty."""

    name: str
    """姓名或者名称."""

    kind: PersonKind = PersonKind.NATURAL
    id_number: str | None = None
    """公民身份号码, 统一社会信用代码, or the number of another paper."""

    phone: str | None = None
    address: str | None = None
    """住所."""
    service_address: str | None = None
    """送达地址, at which papers reach it; None where it named none (ARR2026 27)."""
    head_name: str | None = None
    """法定代表人或者主要负责人 of an organisation, by name."""
    head_post: str | None = None
    """And that one's post 职务."""

    def __repr__(self) -> str:
        return "Person(…)"

    @property
    def basics(self) -> "Basics":
        """What of it may be said, or said anew, once it is registered, beside its address."""
        return Basics(
            service_address=self.service_address,
            head_name=self.head_name,
            head_post=self.head_post,
        )

    @property
    def reached_at(self) -> str | None:
        """Where papers are served on it: at the address that it named for this, else its own."""
        return self.service_address or self.address


@dataclass(frozen=True, slots=True, repr=False)
class Basics:
    """基本情况 beyond name, number and telephone; None where nothing is said of it (ARR2026 27)."""

    address: str | None = None
    service_address: str | None = None
    head_name: str | None = None
    head_post: str | None = None

    def __repr__(self) -> str:
        return "Basics(…)"

    def __bool__(self) -> bool:
        return any((self.address, self.service_address, self.head_name, self.head_post))


def normalised(value: str) -> str:
    """One spelling for what is the same: width, case, blanks, dots, 86 before a mobile number."""
    bare = "".join(
        sign
        for sign in unicodedata.normalize("NFKC", value)
        if sign not in _DOTS and unicodedata.category(sign) not in _LEFT_OUT
    )
    found = _ABROAD.fullmatch(bare)
    return found[1] if found else bare.upper()


def keyed_hash(secret: str | bytes, value: str) -> str:
    """Hash of a name or number, the same for each way of writing it; useless without the secret."""
    key = secret.encode() if isinstance(secret, str) else secret
    return hmac.digest(key, normalised(value).encode(), "sha256").hex()
