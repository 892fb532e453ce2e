"""没有报送、答复的意见书、建议书, as often as the powers go over (ARL 19, 76, 77; RULES 48)."""

from datetime import timedelta
from importlib import import_module
from itertools import pairwise
from uuid import UUID

from services.reconsideration.store import AFTERMATHS
from services.supervision.agents import LISTENS
from services.supervision.store import WATCHES, watch_of
from shared.contracts.reconsideration.letters import CorrectionUnreported
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.sweep import Sweep
from tests.reconsideration.afterwards import HEAD, LABELS, case, done
from tests.reconsideration.makers import RESPONDENT
from tests.reconsideration.test_drafting_doors import CLERK
from tests.reconsideration.test_letters_to_one_organ import ABOVE, RULE, SAID, after, listed
from tests.reconsideration.test_pausing_doors import clock, door
from tests.reconsideration.test_routes import Door, hear
from tests.reconsideration.test_succeeding import NEW
from tests.reconsideration.test_succeeding_later import moved
from tests.shared.test_verify_owing import broken

__all__ = ["after", "case", "clock", "door"]

NEWER, NEWEST = "620702-jiaoyu", "620702-nongye"
UPGRADE = "deploy.migrations.versions.2026_11_30_0898_know_whose_silence_the_first_bears"
FORGET = """
UPDATE reconsideration.aftermath
SET letters = (SELECT jsonb_agg(one - 'borne_by') FROM jsonb_array_elements(letters) AS one),
    recommendations = (
      SELECT jsonb_agg(one - 'borne_by') FROM jsonb_array_elements(recommendations) AS one)
"""


async def go_over(door: Door, after: str, *line: str) -> None:
    """The powers go from each of these organs to the next one."""
    on = door.hub.clock.now().date().isoformat()
    for before, new in pairwise(line):
        said = moved(on, before=before, respondent=new)
        await done(door, f"{after}/respondent-succession", HEAD, **said)
        await hear(door, RespondentSucceeded, LISTENS, LABELS)


async def silent(door: Door, after: str, organ: str) -> UUID:
    """A letter to this organ, of which nobody reported in time; the letter."""
    await done(door, f"{after}/opinion-letter", HEAD, **{**SAID, "organ": organ})
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    file, _ = await door.hub.read(AFTERMATHS, UUID(after.rpartition("/")[2]))
    door.on((door.hub.clock.now() + timedelta(days=75)).date().isoformat())
    await Sweep(door.hub).once()
    await hear(door, CorrectionUnreported, LISTENS, LABELS)
    return file.letters[-1].letter_id


async def obliged(door: Door, letter: UUID) -> tuple[str, str]:
    """Whom the watch over a letter binds, and who sees it."""
    file, labels = await door.hub.read(WATCHES, watch_of(letter))
    return file.obliged, labels["departments"]


async def test_the_watch_over_a_silent_letter_follows_every_succession(
    door: Door, after: str
) -> None:
    """意见书发给承受机关后逾期未报送的，再承受、三承受的都由其履行，监督案随之 (ARL 19, 76, 77)."""
    await go_over(door, after, RESPONDENT, NEW)
    letter = await silent(door, after, NEW)
    assert await obliged(door, letter) == (NEW, NEW)
    for line in ((NEW, NEWER), (NEWER, NEWEST), (NEWEST, RESPONDENT)):
        await go_over(door, after, *line)
        assert await obliged(door, letter) == (line[1], line[1])
    file, _ = await door.hub.read(AFTERMATHS, UUID(after.rpartition("/")[2]))
    assert [(one.organ, one.bearer) for one in file.letters] == [(NEW, RESPONDENT)]
    assert await broken(door.hub) == {}


async def test_powers_that_come_back_bring_what_was_silent_back(door: Door, after: str) -> None:
    """职权又划回逾期的机关的，仍由其自己履行 (ARL 19, 76, 77)."""
    letter = await silent(door, after, RESPONDENT)
    await go_over(door, after, RESPONDENT, NEW, RESPONDENT)
    assert await obliged(door, letter) == (RESPONDENT, RESPONDENT)
    file, _ = await door.hub.read(AFTERMATHS, UUID(after.rpartition("/")[2]))
    assert [one.borne_by for one in file.letters] == [""]
    assert await broken(door.hub) == {}


async def test_the_list_names_whoever_performs_now(door: Door, after: str) -> None:
    """后续清单写明现在由谁履行，不写已经撤销的机关 (ARL 19, 76)."""
    await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ=ABOVE)
    await go_over(door, after, RESPONDENT, NEW, NEWER)
    [row], _ = await listed(door)
    assert (row.what, row.respondents) == ("aftermath", [NEWER])
    door.on((door.hub.clock.now() + timedelta(days=75)).date().isoformat())
    await Sweep(door.hub).once()
    await hear(door, CorrectionUnreported, LISTENS, LABELS)
    rows, _ = await listed(door)
    assert {one.what: list(one.respondents) for one in rows} == {
        "aftermath": [NEWER],
        "watch": [NEWER],
    }
    await go_over(door, after, NEWER, NEWEST)
    rows, _ = await listed(door)
    assert {one.what: list(one.respondents) for one in rows} == {
        "aftermath": [NEWEST],
        "watch": [NEWEST],
    }


async def test_a_file_of_before_learns_who_bears_a_silence(door: Door, after: str) -> None:
    """升级前逾期以后已经承受的意见书、建议书，按其页补记由谁履行；又划回的不记 (ARL 19, 76)."""
    await silent(door, after, RESPONDENT)
    soon = (door.hub.clock.now() + timedelta(days=1)).date().isoformat()
    await done(door, f"{after}/recommendation", HEAD, **RULE, answer_by=soon)
    door.on((door.hub.clock.now() + timedelta(days=9)).date().isoformat())
    await Sweep(door.hub).once()
    await go_over(door, after, RESPONDENT, NEW, NEWER)
    await door.hub.pool.execute(FORGET)
    assert await broken(door.hub) != {}
    for fill in import_module(UPGRADE).BEAR:
        await door.hub.pool.execute(fill)
    file, _ = await door.hub.read(AFTERMATHS, UUID(after.rpartition("/")[2]))
    assert [one.bearer for one in (*file.letters, *file.recommendations)] == [NEWER, NEWER]
    assert await broken(door.hub) == {}
    await go_over(door, after, NEWER, RESPONDENT)
    await door.hub.pool.execute(FORGET)
    for fill in import_module(UPGRADE).BEAR:
        await door.hub.pool.execute(fill)
    assert await broken(door.hub) == {}
