"""报送纠正情况 on one of two letters to an organ ends the days of that one alone (ARL 76)."""

from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.pages.offers import OFFERS
from services.reconsideration.queries.responding import Sieve, owed
from shared.contracts.reconsideration.letters import CorrectionReported
from shared.deadlines import STILL_OWED
from shared.frame.sorting import Order
from shared.sweep import Sweep
from tests.reconsideration.afterwards import HEAD, LABELS, ORGAN, case, done, held, served
from tests.reconsideration.following import following
from tests.reconsideration.makers import PAPER, RESPONDENT
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_routes import Door
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

STANDS = """
SELECT started_on, ended, made_good IS NOT NULL AS good FROM hub.deadline
WHERE name = 'report_correction' ORDER BY opened
"""
OWED = f"SELECT started_on FROM hub.deadline WHERE name = 'report_correction' AND {STILL_OWED}"  # noqa: S608 - our own words
FIRST, SECOND = date(2026, 3, 11), date(2026, 6, 1)


@pytest.fixture
async def after(door: Door, case: str) -> str:
    """Two letters to one organ: the first one's days are over, the second one's run."""
    path = await served(door, case)
    for on in (FIRST, SECOND):
        door.on(on.isoformat())
        await Sweep(door.hub).once()
        said = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
        await done(door, f"{path}/opinion-letter", HEAD, **said)
        await done(door, f"{path}/opinion-letter-receipt", CLERK, organ=RESPONDENT)
        if on == FIRST:
            above = {"organ": "620700-chengguan"}
            await done(door, f"{path}/opinion-letter-copy", CLERK, **above)
    assert await owed_letters(door) == [True, False]
    return path


async def owed_letters(door: Door) -> list[bool]:
    """What the desk of the organ shows of letters: whether each is late."""
    found, _ = await owed(door.hub, RESPONDENT, Sieve("letters"), Order("due"), limit=9)
    return [one.lapsed for one in found]


async def stands(door: Door) -> list[tuple[date, str | None, bool]]:
    return [tuple(row) for row in await door.hub.pool.fetch(STANDS)]


async def still_owed(door: Door) -> list[date]:
    return [row["started_on"] for row in await door.hub.pool.fetch(OWED)]


async def test_a_late_report_makes_its_own_letter_good_while_a_later_one_runs(
    door: Door, after: str
) -> None:
    """逾期后就前一份报告的，该份不再列为至今仍逾期；后一份的六十日照算 (ARL 76)."""
    assert await still_owed(door) == [FIRST]
    offered = await OFFERS["unreported"](door.hub, UUID(after.split("/")[2]), LABELS)
    first, _ = (one for one, _ in offered)
    await done(door, f"{after}/correction-report", ORGAN, letter=first, text="补报：已纠正。")
    assert await stands(door) == [(FIRST, "lapsed", True), (SECOND, None, False)]
    assert await still_owed(door) == []
    assert await owed_letters(door) == [False]
    assert await broken(door.hub) == {}
    assert await held(door)


async def test_a_report_on_the_newest_letter_leaves_the_late_one_owed(
    door: Door, after: str
) -> None:
    """就后一份报告的，只此一份报告；前一份仍逾期未报，补报以后才不再欠 (ARL 76)."""
    await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert await stands(door) == [(FIRST, "lapsed", False), (SECOND, "met", False)]
    assert await still_owed(door) == [FIRST]
    assert await owed_letters(door) == [True]
    assert await broken(door.hub) == {}
    await done(door, f"{after}/correction-report", ORGAN, text="补报：已纠正。")
    assert await stands(door) == [(FIRST, "lapsed", True), (SECOND, "met", False)]
    assert await owed_letters(door) == []
    assert await broken(door.hub) == {}
    assert await held(door)


def test_a_report_of_old_speaks_of_every_letter_to_its_organ() -> None:
    """此前的报告没有写明起算的收件页：按原来的读法，后一份期限照算的不止，否则各份都止 (ARL 76)."""
    row = AFTERMATH.by_name["report_correction"]
    head = following().head("2026-10-09")
    said = {"opinion_letter_id": PAPER, "organ": RESPONDENT, "correction_report_id": PAPER}
    old = CorrectionReported(head=head, **said)
    assert [row.speaks_of(old, RESPONDENT, page) for page in (3, 7)] == [True, True]
    assert row.is_closed_by(old)
    assert not row.is_closed_by(old.model_copy(update={"next_runs_on": True}))
    new = old.model_copy(update={"next_runs_on": True, "received_page": 3})
    assert [row.speaks_of(new, RESPONDENT, page) for page in (3, 7)] == [True, False]
    assert row.is_closed_by(new)
