"""Cases in the simplified procedure 简易程序, for tests."""

from services.reconsideration.domain import assigning
from services.reconsideration.domain.assigning import Choice
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    Outcome,
    ReplyFiled,
)
from shared.contracts.reconsideration.assigning import (
    ConvertedToOrdinary,
    SimplifiedChosen,
    SimplifiedGround,
)
from shared.law.calendar import CALENDAR
from shared.law.readings import READINGS, Readings
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import PAPER, Walk, accepted

SPOT = Choice(ground=SimplifiedGround.ON_THE_SPOT)
REVOKE = Draft(outcome=Outcome.REVOKED)


def choose(walk: Walk, choice: Choice = SPOT, on: str = "2026-03-05") -> SimplifiedChosen:
    return assigning.choose_simplified(walk.case, walk.head(on), choice, PAPER, CALENDAR)


def convert(walk: Walk, on: str, readings: Readings = READINGS) -> ConvertedToOrdinary:
    return assigning.convert(walk.case, walk.head(on), PAPER, CALENDAR, readings)


def chosen(choice: Choice = SPOT, act: ActKind = ActKind.PENALTY) -> Walk:
    """Accepted on Thursday, 5 March, and simplified the same day."""
    walk = accepted(act=act)
    return walk.record(choose(walk, choice))


def replied(on: str = "2026-03-12") -> Walk:
    walk = chosen().then(CopySent, "2026-03-09")
    walk.then(CopyReceived, "2026-03-09", track=walk.case.track)
    return walk.then(ReplyFiled, on)
