"""数份意见书、建议书 to one organ: each is served, copied and answered by itself (ARL 76, 79)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import lawful_after, recommending
from services.reconsideration.domain import letter_acts as acts
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.pages.offers import OFFERS
from services.reconsideration.queries.following import Beside, Sieve, beside_cases
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.deadlines import STILL_OWED
from shared.frame.sorting import Order
from shared.law.procedure import Refused
from shared.sweep import Sweep
from tests.reconsideration.afterwards import (
    HEAD,
    LABELS,
    ORGAN,
    beside,
    case,
    done,
    held,
    refused,
    served,
)
from tests.reconsideration.following import ABOVE, LETTER, Following, following
from tests.reconsideration.makers import PAPER, RESPONDENT, day
from tests.reconsideration.test_drafting_doors import CLERK
from tests.reconsideration.test_papers_served_clocks import numbered, serve
from tests.reconsideration.test_pausing_doors import clock, door
from tests.reconsideration.test_reported_late import owed_letters
from tests.reconsideration.test_routes import Door
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

OTHER = UUID(int=99)
SAID = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
RULE = {"organ": RESPONDENT, "level": "rule", "general": True, "text": "统一告知格式。"}
STANDS = """
SELECT ended, made_good IS NOT NULL FROM hub.deadline WHERE name = $1 AND subject = $2
ORDER BY opened
"""
RUNS, MET, LATE, LATE_DONE = (None, False), ("met", False), ("lapsed", False), ("lapsed", True)


def two() -> Following:
    """Two letters on their way to one organ, issued on pages 2 and 3."""
    file = following().then(OpinionLetterIssued, "2026-07-21")
    return file.then(OpinionLetterIssued, "2026-07-22", opinion_letter_id=OTHER)


async def stands(door: Door, name: str, organ: str = RESPONDENT) -> list[tuple[str | None, bool]]:
    """The periods of this name for an organ: how each ended, and whether it is made good."""
    return [tuple(row) for row in await door.hub.pool.fetch(STANDS, name, organ)]


async def listed(door: Door) -> tuple[Sequence[Beside], int]:
    """The list of the body, as it is shown."""
    sieve = Sieve("every")
    return await beside_cases(
        door.hub, LABELS["authority"], "fuyi-07", sieve, Order("due"), limit=9
    )


async def offered(door: Door, after: str, name: str) -> list[str]:
    found = await OFFERS[name](door.hub, UUID(after.split("/")[2]), LABELS)
    return [one for one, _ in found]


@pytest.fixture
async def after(door: Door, case: str) -> str:
    """Served, copied, and decided not to be published: nothing is due but what letters ask."""
    path = await served(door, case)
    await done(door, f"{path}/copy", CLERK, organ=ABOVE)
    await done(door, f"{path}/withholding", HEAD, reason="涉及未成年人。")
    return path


def test_which_of_two_letters_is_received_and_copied_is_said() -> None:
    """同一机关有两份在送达、抄告的，写明是哪一份；各自的期限从各自的一页起算 (ARL 76, 79)."""
    file = two()
    said = (file.file, file.head("2026-07-23"))
    with pytest.raises(Refused, match="应当写明是哪一份"):
        acts.receive(*said, of_department=True)
    got = acts.receive(*said, of_department=True, letter_id=OTHER)
    assert (got.opinion_letter_id, got.issued_page) == (OTHER, 3)
    lawful_after.letter_received(file.file, got)
    with pytest.raises(Refused):
        lawful_after.letter_received(file.file, got.model_copy(update={"issued_page": 2}))
    row = AFTERMATH.by_name["serve_letter"]
    assert [row.speaks_of(got, RESPONDENT, page) for page in (2, 3)] == [False, True]
    file.record(got)
    file.record(acts.receive(file.file, file.head("2026-07-24"), of_department=True))
    up = (file.file, file.head("2026-07-24"), ABOVE, {RESPONDENT: ABOVE})
    with pytest.raises(Refused, match="应当写明是哪一份"):
        acts.copy_up(*up)
    told = acts.copy_up(*up, letter_id=LETTER)
    assert (told.opinion_letter_id, told.received_page) == (LETTER, 5)
    copies = AFTERMATH.by_name["copy_letter"]
    assert [copies.speaks_of(told, RESPONDENT, page) for page in (4, 5)] == [False, True]


def test_which_of_two_letters_was_not_performed_is_said() -> None:
    """两份都按期报送的，认定不履行写明是哪一份 (ARL 77)."""
    file = two().then(OpinionLetterReceived, "2026-07-23", opinion_letter_id=LETTER)
    file.then(OpinionLetterReceived, "2026-07-23", opinion_letter_id=OTHER)
    for one in (LETTER, OTHER):
        file.then(CorrectionReported, "2026-08-03", opinion_letter_id=one)
    said = (file.file, file.head("2026-08-04"), RESPONDENT, PAPER)
    with pytest.raises(Refused, match="应当写明是哪一份"):
        acts.unheeded(*said)
    found = acts.unheeded(*said, letter_id=LETTER)
    assert found.opinion_letter_id == LETTER
    lawful_after.letter_unheeded(file.file, found)


def test_pages_of_old_speak_of_every_letter_to_their_organ() -> None:
    """此前的收到、抄告、答复没有写明起算的一页：按原来的读法，该机关的期限都止 (ARL 76, 79)."""
    head = following().head("2026-10-09")
    names = {"opinion_letter_id": PAPER, "recommendation_id": PAPER, "answer_id": PAPER}
    old_ones = (
        ("serve_letter", OpinionLetterReceived, RESPONDENT),
        ("copy_letter", OpinionLetterCopied, ABOVE),
        ("answer_recommendation", RecommendationAnswered, RESPONDENT),
    )
    for name, kind, organ in old_ones:
        old = kind.model_validate({"head": head, "organ": organ, **names})
        row = AFTERMATH.by_name[name]
        assert [row.speaks_of(old, RESPONDENT, page) for page in (3, 7)] == [True, True]
        assert row.is_closed_by(old)


def test_the_recommendation_that_states_the_earlier_day_is_unanswered_first() -> None:
    """两份建议书各到其写明的日期；先到期的先记为逾期，不论先后制作 (RULES 48)."""
    file = following().then(RecommendationIssued, "2026-07-21", answer_by=day("2026-09-30"))
    file.then(
        *(RecommendationIssued, "2026-07-22"),
        recommendation_id=OTHER,
        answer_by=day("2026-08-31"),
    )
    file.lapse("answer_recommendation", "2026-08-31", RESPONDENT)
    silent = {one.letter_id: one.silent_on for one in file.file.recommendations}
    assert silent == {PAPER: None, OTHER: day("2026-08-31")}
    newest = recommending.answer(file.file, file.head("2026-09-01"), None, PAPER)
    assert (newest.recommendation_id, newest.issued_page) == (OTHER, 3)
    first = recommending.answer(file.file, file.head("2026-09-01"), None, PAPER, letter_id=PAPER)
    assert (first.recommendation_id, first.issued_page) == (PAPER, 2)


async def test_the_answer_to_one_recommendation_leaves_the_other_owed(
    door: Door, after: str
) -> None:
    """同一机关的两份建议书各有期限、各自答复；答复后一份的，前一份仍逾期未答复 (RULES 48)."""
    await done(door, f"{after}/recommendation", HEAD, **RULE, answer_by="2026-03-31")
    await done(door, f"{after}/recommendation", HEAD, **RULE, answer_by="2026-06-30")
    assert await stands(door, "answer_recommendation") == [RUNS, RUNS]
    door.on("2026-04-01")
    await Sweep(door.hub).once()
    assert await beside(door, late="overdue") == ["answer_recommendation"]
    answer = f"{after}/recommendation-answer"
    first, second = await offered(door, after, "unanswered")
    told = await done(door, answer, ORGAN, letter=second, text="采纳。")
    assert [one["answered_on"] for one in told["recommendations"]] == [None, "2026-04-01"]
    assert await stands(door, "answer_recommendation") == [LATE, MET]
    owed = f"SELECT count(*) FROM hub.deadline WHERE {STILL_OWED}"  # noqa: S608 - our own words
    assert await door.hub.pool.fetchval(owed) == 1
    assert await beside(door, late="overdue") == ["answer_recommendation"]
    assert await owed_letters(door) == [True]
    assert await refused(door, answer, ORGAN, letter=second, text="再答。") == "RULES 48"
    await done(door, answer, ORGAN, letter=first, text="补答：采纳。")
    assert await stands(door, "answer_recommendation") == [LATE_DONE, MET]
    assert await beside(door) == []
    assert await owed_letters(door) == []
    assert await broken(door.hub) == {}
    assert await held(door)


async def test_a_late_letter_stays_on_the_list_until_it_is_reported_on_itself(
    door: Door, after: str
) -> None:
    """逾期未报的一份，不因后一份报送而从承办人的清单上消失，补报以后才不再列出 (ARL 76)."""
    for on in ("2026-03-11", "2026-06-01"):
        door.on(on)
        await Sweep(door.hub).once()
        await done(door, f"{after}/opinion-letter", HEAD, **SAID)
        await done(door, f"{after}/opinion-letter-receipt", CLERK)
        await done(door, f"{after}/opinion-letter-copy", CLERK, organ=ABOVE)
    assert await beside(door, late="overdue") == ["report_correction"]
    report = f"{after}/correction-report"
    await done(door, report, ORGAN, text="后一份已纠正。")
    assert await stands(door, "report_correction") == [LATE, MET]
    assert await beside(door, late="overdue") == ["report_correction"]
    await done(door, report, ORGAN, text="补报：已纠正。")
    assert await beside(door) == []
    assert await broken(door.hub) == {}


async def test_each_of_two_letters_is_served_copied_and_reported_on_by_itself(
    door: Door, after: str
) -> None:
    """前一份六十日未满的，可以另行制发；各自送达、抄告、报送，各有期限 (ARL 76, 79)."""
    for _ in (1, 2):
        await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    first, second = await offered(door, after, "unreceived")
    receipt, copy = f"{after}/opinion-letter-receipt", f"{after}/opinion-letter-copy"
    assert await refused(door, receipt, CLERK, organ=RESPONDENT) == "ARL 76"
    await done(door, receipt, CLERK, letter=second)
    assert await stands(door, "serve_letter") == [RUNS, MET]
    door.on("2026-03-18")
    await Sweep(door.hub).once()
    assert await stands(door, "serve_letter") == [LATE, MET]
    await done(door, receipt, CLERK, letter=first)
    assert await stands(door, "serve_letter") == [LATE_DONE, MET]
    assert await stands(door, "copy_letter") == [LATE, RUNS]
    assert await refused(door, copy, CLERK, organ=ABOVE) == "ARL 79(2)"
    await done(door, copy, CLERK, organ=ABOVE, letter=first)
    assert await stands(door, "copy_letter") == [LATE, MET]
    assert await beside(door, late="overdue") == ["copy_letter"]
    assert await offered(door, after, "uncopied") == [second]
    await done(door, copy, CLERK, organ=ABOVE)
    assert await stands(door, "copy_letter") == [LATE_DONE, MET]
    assert await stands(door, "report_correction") == [RUNS, RUNS]
    await done(door, f"{after}/correction-report", ORGAN, letter=first, text="已纠正。")
    assert await stands(door, "report_correction") == [RUNS, MET]
    await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert await offered(door, after, "unfound") == [first, second]
    assert await beside(door) == []
    assert await broken(door.hub) == {}
    assert await held(door)


async def test_each_of_two_letters_begins_its_days_with_its_own_record_of_service(
    door: Door, after: str
) -> None:
    """两份意见书各有送达回证，各自从本份送达之日起六十日 (ARL 76, 88; RULES 131)."""
    papers: list[dict[str, Any]] = []
    for _ in (1, 2):
        await done(door, f"{after}/opinion-letter", HEAD, **SAID)
        papers.append(await numbered(door, after, "opinion-letter"))
    door.on("2026-03-13")
    await serve(door, papers[1], "2026-03-12", organ=RESPONDENT)
    await serve(door, papers[0], "2026-03-13", organ=RESPONDENT)
    file = (await door.get(after, HEAD)).json()
    assert [one["received_on"] for one in file["letters"]] == ["2026-03-13", "2026-03-12"]
    assert await stands(door, "serve_letter") == [MET, MET]
    assert await stands(door, "report_correction") == [RUNS, RUNS]
    door.on("2026-05-12")
    await Sweep(door.hub).once()
    file = (await door.get(after, HEAD)).json()
    assert [one["silent_on"] for one in file["letters"]] == [None, "2026-05-11"]
    assert await broken(door.hub) == {}


async def test_a_late_letter_stays_to_be_served_though_a_later_one_was_received(
    door: Door, after: str
) -> None:
    """逾期未送达的一份，不因后一份收到而从承办人的清单上消失，点开的就是这一份 (ARL 76)."""
    await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    door.on("2026-03-18")
    await Sweep(door.hub).once()
    assert await beside(door, late="overdue") == ["serve_letter"]
    await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    first, second = await offered(door, after, "unreceived")
    await done(door, f"{after}/opinion-letter-receipt", CLERK, letter=second)
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ=ABOVE)
    assert await beside(door, late="overdue") == ["serve_letter"]
    [row], _ = await listed(door)
    assert (row.letter, row.letter_to) == (first, RESPONDENT)
    await done(door, f"{after}/opinion-letter-receipt", CLERK, letter=row.letter)
    assert await stands(door, "serve_letter") == [LATE_DONE, MET]
    assert await beside(door, late="overdue") == []


async def test_two_letters_of_one_day_are_told_apart_by_name(door: Door, after: str) -> None:
    """同一日向同一机关制发的两份，选择时写明第几份 (ARL 76)."""
    for _ in (1, 2):
        await done(door, f"{after}/opinion-letter", HEAD, **SAID)
    found = await OFFERS["unreceived"](door.hub, UUID(after.split("/")[2]), LABELS)
    names = [name for _, name in found]
    assert [name.partition("（")[2] for name in names] == [
        "2026年3月10日制发，第1份）",
        "2026年3月10日制发，第2份）",
    ]
