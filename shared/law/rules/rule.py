"""规则: what one rule says, whence it comes, and which provision it fills in."""

from dataclasses import dataclass
from enum import StrEnum

from shared.law.article import Article
from shared.law.period import Period


class Basis(StrEnum):
    """依据: whence a rule comes, and so who may change it."""

    PLAN = "市实施方案"
    PRACTICE = "本地做法"
    PROPOSED = "拟定，待市里确认"


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: one rule with its text, its periods, and the provision that it fills in."""

    number: int
    title: str
    text: str
    basis: Basis
    serves: Article
    periods: tuple[Period, ...] = ()
