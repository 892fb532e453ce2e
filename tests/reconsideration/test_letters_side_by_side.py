"""数份意见书 to one organ: each has its own days, silence and place on the desk (ARL 76)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.pages.offers import OFFERS
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    OpinionLetterIssued,
    OpinionLetterReceived,
)
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.sweep import Sweep
from tests.reconsideration.afterwards import HEAD, LABELS, ORGAN, case, done, served
from tests.reconsideration.following import LETTER, following
from tests.reconsideration.makers import PAPER, RESPONDENT, day
from tests.reconsideration.test_days_anew import anew
from tests.reconsideration.test_drafting_doors import CLERK
from tests.reconsideration.test_papers_served_clocks import numbered, serve
from tests.reconsideration.test_pausing_doors import clock, door
from tests.reconsideration.test_reported_late import owed_letters, stands
from tests.reconsideration.test_routes import Door
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

OTHER = UUID(int=99)
SAID = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}


@pytest.fixture
async def after(door: Door, case: str) -> str:
    """A letter that its organ has had since 11 March, so that the last day is 11 May."""
    path = await served(door, case)
    door.on("2026-03-11")
    await done(door, f"{path}/opinion-letter", HEAD, **SAID)
    await done(door, f"{path}/opinion-letter-receipt", CLERK, organ=RESPONDENT)
    await done(door, f"{path}/opinion-letter-copy", CLERK, organ="620700-chengguan")
    return path


async def another(door: Door, after: str, on: str) -> dict[str, Any]:
    """A second letter, of which the service on this day was none."""
    door.on(on)
    await Sweep(door.hub).once()
    await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    paper = await numbered(door, after, "opinion-letter")
    await serve(door, paper, on, organ=RESPONDENT)
    return paper


async def letters(door: Door, after: str) -> list[dict[str, Any]]:
    file = (await door.get(after, HEAD)).json()
    return list(file["letters"])


async def test_a_letter_is_served_again_whatever_became_of_the_one_before(
    door: Door, after: str
) -> None:
    """前一份逾期未报的，不妨碍后一份重新送达，也不因此视为补报；两份逾期都在清单上 (ARL 76, 77)."""
    paper = await another(door, after, "2026-06-01")
    door.on("2026-06-03")
    await anew(door, paper, "2026-06-02", organ=RESPONDENT)
    assert await stands(door) == [
        (date(2026, 3, 11), "lapsed", False),
        (date(2026, 6, 1), "met", False),
        (date(2026, 6, 2), None, False),
    ]
    door.on("2026-08-05")
    await Sweep(door.hub).once()
    silent = [one["silent_on"] for one in await letters(door, after)]
    assert silent == ["2026-05-11", "2026-08-03"]
    assert await owed_letters(door) == [True, True]
    offered = await OFFERS["unreported"](door.hub, UUID(after.split("/")[2]), LABELS)
    first = offered[0][0]
    await done(door, f"{after}/correction-report", ORGAN, letter=first, text="补报：已纠正。")
    assert await owed_letters(door) == [True]
    assert await broken(door.hub) == {}


async def test_what_is_served_again_lets_the_days_of_the_other_letter_run(
    door: Door, after: str
) -> None:
    """后一份重新送达的，只有它的期限重新起算；前一份照算，期满记为前一份逾期 (ARL 76, 77)."""
    paper = await another(door, after, "2026-04-20")
    door.on("2026-04-22")
    await anew(door, paper, "2026-04-21", organ=RESPONDENT)
    assert await stands(door) == [
        (date(2026, 3, 11), None, False),
        (date(2026, 4, 20), "met", False),
        (date(2026, 4, 21), None, False),
    ]
    door.on("2026-05-12")
    await Sweep(door.hub).once()
    assert [one["silent_on"] for one in await letters(door, after)] == ["2026-05-11", None]
    assert await owed_letters(door) == [True, False]
    assert await broken(door.hub) == {}


async def test_a_report_hides_no_other_letter_that_was_received_on_its_day(
    door: Door, after: str
) -> None:
    """同日收到两份、只就一份报送的，另一份逾期仍列在清单上，补报以后才不再列 (ARL 76)."""
    await another(door, after, "2026-03-11")
    first = (await letters(door, after))[0]["letter_id"]
    await done(door, f"{after}/correction-report", ORGAN, letter=first, text="已纠正。")
    assert await owed_letters(door) == [False]
    door.on("2026-05-12")
    await Sweep(door.hub).once()
    assert [one["silent_on"] for one in await letters(door, after)] == [None, "2026-05-11"]
    assert await owed_letters(door) == [True]
    await done(door, f"{after}/correction-report", ORGAN, text="补报：已纠正。")
    assert await owed_letters(door) == []


def test_the_days_that_are_over_first_are_those_of_the_letter_received_first() -> None:
    """期满的是先收到的一份，不是最近制发的、也不是尚未收到的一份；此后期满的是后一份 (ARL 76)."""
    file = following().then(OpinionLetterIssued, "2026-07-21")
    file.then(OpinionLetterReceived, "2026-07-23")
    file.then(OpinionLetterIssued, "2026-09-01", opinion_letter_id=OTHER)
    file.lapse("report_correction", "2026-09-21", RESPONDENT)
    silent = {one.letter_id: one.silent_on for one in file.file.letters}
    assert silent == {LETTER: day("2026-09-21"), OTHER: None}
    file.then(OpinionLetterReceived, "2026-09-22", opinion_letter_id=OTHER)
    file.lapse("report_correction", "2026-11-23", RESPONDENT)
    assert [one.silent_on for one in file.file.letters] == [day("2026-09-21"), day("2026-11-23")]


def test_days_run_on_of_a_letter_received_later_than_the_one_reported_on() -> None:
    """已经报送的一份不会逾期，期满的是另一份 (ARL 76)."""
    file = following().then(OpinionLetterIssued, "2026-07-21")
    file.then(OpinionLetterReceived, "2026-07-23")
    file.then(OpinionLetterIssued, "2026-07-24", opinion_letter_id=OTHER)
    file.then(OpinionLetterReceived, "2026-07-27", opinion_letter_id=OTHER)
    file.then(CorrectionReported, "2026-08-03", opinion_letter_id=LETTER)
    file.lapse("report_correction", "2026-09-25", RESPONDENT)
    assert [one.silent_on for one in file.file.letters] == [None, day("2026-09-25")]


def test_a_service_again_of_old_speaks_of_every_letter_to_its_organ() -> None:
    """此前的重新送达没有写明原起算的收件页：按原来的读法，各份期限都止 (ARL 76)."""
    row = AFTERMATH.by_name["report_correction"]
    head = following().head("2026-10-09")
    old = OpinionLetterServedAgain(head=head, opinion_letter_id=PAPER, organ=RESPONDENT)
    assert [row.speaks_of(old, RESPONDENT, page) for page in (3, 7)] == [True, True]
    new = old.model_copy(update={"received_page": 7})
    assert [row.speaks_of(new, RESPONDENT, page) for page in (3, 7)] == [False, True]
