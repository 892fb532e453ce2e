"""人民调解委员会的组成 (PML 8 to 10, 15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.mediation.domain.fields import Note
from shared.law.article import PML
from shared.law.calendar import Calendar
from shared.law.period import Years
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof

LEAST: Final = 3
MOST: Final = 9
TERM: Final = Prescribed(
    name="committee_term",
    term="人民调解委员会委员任期",
    period=Years(3),
    article=PML[9].par(2),
    because="推选产生",
)
"""委员的任期 (PML 9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """委员会, as far as it was told."""

    members: int | None = None
    women: bool | None = None
    mixed: bool | None = None
    """是否多民族居住地区."""
    minority: bool | None = None
    """是否有人数较少民族的成员."""


def composition(committee: Committee) -> Iterator[tuple[Note, bool]]:
    """组成是否合法, each condition that can be told."""
    if committee.members is not None:
        text = f"委员会由委员三至九人组成，现有{committee.members}人"
        yield Note(text, PML[8].par(2)), LEAST <= committee.members <= MOST
    if committee.women is not None:
        yield Note("委员会应当有妇女成员", PML[8].par(3)), committee.women
    if committee.mixed and committee.minority is not None:
        text = "多民族居住的地区应当有人数较少民族的成员"
        yield Note(text, PML[8].par(3)), committee.minority


STANDING: Final = (
    Note("委员会由委员三至九人组成，应当有妇女成员", PML[8].par(2)),
    Note("委员每届任期三年，可以连选连任", PML[9].par(2)),
    Note("县级司法行政部门统计设立情况，将组成和调整通报所在地基层人民法院", PML[10]),
    Note(
        "调解员偏袒、侮辱、索要财物、泄露隐私的，批评教育、责令改正，情节严重的罢免、解聘", PML[15]
    ),
)
"""What stands of every committee."""


def term(elected_on: date, calendar: Calendar) -> Proof:
    """本届任期 from the day of election (PML 9)."""
    return TERM.proof(elected_on, calendar)
