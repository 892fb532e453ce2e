"""谁看哪些数字: the city all, a county its own, a department its own."""

from services.routing.figures.fold import Question
from shared.auth import Identity, Role
from shared.errors import Unknown


def seen_by(who: Identity, asked: Question) -> Question:
    """The question as far as whoever asks may have it answered.

    Raises:
        Unknown: It names a county or a department that is not theirs.
    """
    if who.is_over_all:
        return asked
    if Role.SUPERVISOR in who.roles:
        return _within(asked, "county", who.county)
    return _within(asked, "department", who.organ)


def _within(asked: Question, name: str, own: str) -> Question:
    if not own or getattr(asked, name) not in ("", own):
        raise Unknown("没有这些数字，或者不在您的查看范围内")
    return asked.narrowed_to(name, own)
