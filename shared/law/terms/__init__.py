"""术语, the only source of names: English, 中文, and the article that the word is taken from.

One term, one word: neither language has it twice. A word that is missing is added here first.
"""

from typing import Final

from shared.law.terms.actors import CHANNELS, OFFICES, ROADS, ROLES, TELLER
from shared.law.terms.acts import (
    ADJUDICATION_ACTS,
    INTAKE_ACTS,
    MEDIATION_ACTS,
    RECONSIDERATION_ACTS,
    SERVICE,
    SUPERVISION_ACTS,
    WHISTLE_ACTS,
)
from shared.law.terms.standing import DECISIONS, FILES, STATES
from shared.law.terms.term import Term

TERMS: Final = (
    *(*OFFICES, TELLER, *ROADS, *ROLES, *CHANNELS, *FILES, *STATES),
    *(*INTAKE_ACTS, *WHISTLE_ACTS, *MEDIATION_ACTS, *ADJUDICATION_ACTS),
    *(*RECONSIDERATION_ACTS, *DECISIONS, *SERVICE, *SUPERVISION_ACTS),
)
"""Every term."""

_BY_ENGLISH: Final = {term.english: term for term in TERMS}


def term(english: str) -> Term:
    """The term of that English name.

    Raises:
        LookupError: There is none; add it to the table first.
    """
    return _BY_ENGLISH[english]


def zh(english: str) -> str:
    """中文, the Chinese for that English name.

    Raises:
        LookupError: There is none; add it to the table first.
    """
    return term(english).chinese
