"""意见书 to an organ that was succeeded: each keeps days of its own with the heir (ARL 19, 76)."""

from services.reconsideration.domain import succeeding
from services.reconsideration.queries.responding import Sieve as OwedSieve
from services.reconsideration.queries.responding import owed
from shared.contracts.reconsideration.aftermath import AftermathBegun
from shared.contracts.reconsideration.letters import OpinionLetterIssued, OpinionLetterReceived
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.deadlines import STILL_OWED
from shared.frame.sorting import Order
from shared.sweep import Sweep
from tests.reconsideration.afterwards import HEAD, ORGAN, beside, case, done, held
from tests.reconsideration.following import FIELDS, Following
from tests.reconsideration.makers import OTHER, RESPONDENT
from tests.reconsideration.test_drafting_doors import CLERK
from tests.reconsideration.test_letters_to_one_organ import (
    ABOVE,
    LATE,
    LATE_DONE,
    MET,
    RUNS,
    SAID,
    after,
    listed,
    offered,
    stands,
)
from tests.reconsideration.test_pausing_doors import clock, door
from tests.reconsideration.test_routes import Door
from tests.reconsideration.test_succeeding import NEW
from tests.reconsideration.test_succeeding_later import moved
from tests.reconsideration.two_respondents import THIRD
from tests.shared.test_verify_owing import broken

__all__ = ["after", "case", "clock", "door"]

ABOVE_NEW = "620700-gongan"


async def asked_of(door: Door, organ: str) -> list[str]:
    """The letters on the list of an organ."""
    found, _ = await owed(door.hub, organ, OwedSieve("letters"), Order("due"), limit=9)
    return [one.letter for one in found]


async def test_each_letter_keeps_its_own_days_with_the_successor(door: Door, after: str) -> None:
    """数份意见书一并由继续行使职权的机关报送，各有期限；报送一份，另一份照算 (ARL 19, 76)."""
    for _ in (1, 2):
        await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    first, second = await offered(door, after, "unreceived")
    for one in (first, second):
        await done(door, f"{after}/opinion-letter-receipt", CLERK, letter=one)
        await done(door, f"{after}/opinion-letter-copy", CLERK, organ=ABOVE, letter=one)
    door.on("2026-03-11")
    await done(door, f"{after}/respondent-succession", HEAD, **moved("2026-03-11"))
    assert await stands(door, "report_correction", NEW) == [RUNS, RUNS]
    assert sorted(await asked_of(door, NEW)) == sorted([first, second])
    report = f"{after}/correction-report"
    await done(door, report, THIRD, letter=first, text="已纠正。")
    assert await stands(door, "report_correction", NEW) == [MET, RUNS]
    assert await asked_of(door, NEW) == [second]
    await done(door, report, THIRD, text="已纠正。")
    assert await stands(door, "report_correction", NEW) == [MET, MET]
    assert await broken(door.hub) == {}
    assert await held(door)


async def test_what_was_late_before_the_succession_is_done_for_the_successor(
    door: Door, after: str
) -> None:
    """承受以前逾期未送达、未抄告的，承受以后办理即已补办，清单指向承受的机关 (ARL 19, 76, 79)."""
    for _ in (1, 2):
        await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    first, second = await offered(door, after, "unreceived")
    await done(door, f"{after}/opinion-letter-receipt", CLERK, letter=first)
    door.on("2026-03-18")
    await Sweep(door.hub).once()
    await done(door, f"{after}/respondent-succession", HEAD, **moved("2026-03-18"))
    [row], _ = await listed(door)
    assert (row.duty, row.letter, row.letter_to) == ("copy_letter", first, NEW)
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ=ABOVE_NEW, letter=first)
    [row], _ = await listed(door)
    assert (row.duty, row.letter, row.letter_to) == ("serve_letter", second, NEW)
    receipt = {"organ": row.letter_to, "letter": row.letter}
    await done(door, f"{after}/opinion-letter-receipt", CLERK, **receipt)
    assert await stands(door, "copy_letter") == [LATE_DONE]
    assert await stands(door, "serve_letter") == [MET, LATE_DONE]
    late = f"SELECT count(*) FROM hub.deadline WHERE {STILL_OWED}"  # noqa: S608 - our own words
    assert await door.hub.pool.fetchval(late) == 0
    assert await beside(door, late="overdue") == []
    assert await broken(door.hub) == {}
    assert await held(door)


async def test_powers_that_come_back_bring_the_letter_back(door: Door, after: str) -> None:
    """职权又划回原机关的，意见书由原机关报送，期限照旧 (ARL 19, 76)."""
    await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ=ABOVE)
    door.on("2026-03-11")
    path = f"{after}/respondent-succession"
    await done(door, path, HEAD, **moved("2026-03-11"))
    await done(door, path, HEAD, **moved("2026-03-11", respondent=RESPONDENT))
    assert await stands(door, "report_correction") == [RUNS]
    assert await stands(door, "report_correction", NEW) == [MET]
    door.on("2026-05-12")
    await Sweep(door.hub).once()
    assert await stands(door, "report_correction") == [LATE]
    await done(door, f"{after}/correction-report", ORGAN, text="补报：已纠正。")
    assert await stands(door, "report_correction") == [LATE_DONE]
    assert await broken(door.hub) == {}


def test_a_letter_goes_over_as_often_as_the_powers_do() -> None:
    """案卷先已随案的，其后各次承受仍把意见书转给继续行使职权的机关 (ARL 19, 76; RULES 116)."""
    file = Following().then(AftermathBegun, "2026-07-01")
    file.then(OpinionLetterIssued, "2026-07-02").then(OpinionLetterReceived, "2026-07-03")
    for before, respondent in ((RESPONDENT, OTHER), (OTHER, NEW)):
        said = {**FIELDS[RespondentSucceeded], "before": before, "respondent": respondent}
        told = RespondentSucceeded.model_validate({"head": file.head("2026-07-06"), **said})
        told = told.model_copy(update={"about": None})
        page = succeeding.hand_on(file.file, file.head("2026-07-06"), told)
        assert page is not None
        file.record(page).then(AftermathBegun, "2026-07-06", respondent=NEW)
    assert [one.organ for one in file.file.letters] == [NEW]
