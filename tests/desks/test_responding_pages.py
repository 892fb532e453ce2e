"""应诉的复议案: each page says how many there are in all, and goes on where the last one ended."""

import re
from datetime import timedelta
from uuid import UUID

from services.reconsideration.commands import letters
from services.reconsideration.queries.responding import Sieve, owed
from services.reconsideration.store import AFTERMATHS
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration.letters import Flaw
from shared.frame.sorting import Order
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.desks.test_responding import HERE, copied, rows, upheld
from tests.desks.visitor import Building
from tests.reconsideration.makers import RESPONDENT

SEVERAL = """
UPDATE reconsideration.aftermath SET debts = (
  SELECT jsonb_agg(debts -> 0 || jsonb_build_object('person_id', lpad(n::text, 32, '0')::uuid)
    ORDER BY n DESC)
  FROM generate_series(101, 128) n)
WHERE case_id = $1
"""
"""Twenty-eight parties are to be enforced against, of none of whom a period runs yet."""


async def three(hub: Hub, clock: StillClock) -> list[UUID]:
    """Three cases, of each of which the copy came a day later."""
    cases = []
    for n in range(1, 4):
        cases.append(await copied(hub, n))
        clock.move_to(clock.now() + timedelta(days=1))
    return cases


async def test_each_page_says_how_many_there_are_in_all(hub: Hub, clock: StillClock) -> None:
    """逐页列出，顺序不断，各页的件数都是全部件数；倒序亦同."""
    first, second, third = await three(hub, clock)
    for order, expected in (
        (Order("due"), [first, second, third]),
        (Order("due", down=True), [third, second, first]),
        (Order("received", down=True), [third, second, first]),
    ):
        pages = [
            await owed(hub, RESPONDENT, Sieve(), order, limit=1, skip=skip) for skip in range(3)
        ]
        assert [[one.case_id for one in rows] for rows, _ in pages] == [[one] for one in expected]
        assert [total for _, total in pages] == [3, 3, 3]


async def test_the_number_is_that_of_what_the_list_is_narrowed_to(
    hub: Hub, clock: StillClock
) -> None:
    """筛选以后，件数是筛选所剩的，不是全部的."""
    first, _, _ = await three(hub, clock)
    await hub.pool.execute("UPDATE hub.deadline SET ended = 'met' WHERE case_id <> $1", first)
    narrowed = {}
    for what in ("", "owed", "letters"):
        rows, narrowed[what] = await owed(
            hub, RESPONDENT, Sieve(what), Order("due"), limit=2, skip=0
        )
        assert len(rows) == min(narrowed[what], 2)
    assert narrowed == {"": 3, "owed": 1, "letters": 0}


async def test_parties_of_one_case_with_the_same_day_each_stand_on_one_page(
    hub: Hub, clock: StillClock
) -> None:
    """一案数十名当事人期限相同的，次序也固定，逐页翻到，不重不漏 (ARL 78)."""
    after = await upheld(hub, 1)
    clock.forward(timedelta(days=18))
    await Sweep(hub).once()
    await hub.pool.execute(SEVERAL, after)
    pages = [
        await owed(hub, RESPONDENT, Sieve("enforcing"), Order("due"), limit=4, skip=skip)
        for skip in range(0, 28, 4)
    ]
    assert [total for _, total in pages] == [28] * 7
    parties = [one.party for found, _ in pages for one in found]
    assert parties == [f"00000000-0000-0000-0000-000000000{n}" for n in range(101, 129)]


async def test_two_letters_to_one_organ_are_two_rows_that_keep_their_places(
    hub: Hub, house: Building
) -> None:
    """同一机关的两份意见书各占一行；页面自行更新时，一行不顶替另一行 (ARL 76)."""
    after = await upheld(hub, 1)

    def issue(work: Work) -> None:
        letters.issue_letter(work, after, RESPONDENT, Flaw.ILLEGAL, text="请纠正。", by="o-2")

    def receive(work: Work) -> None:
        for one in work.take(AFTERMATHS, after).letters:
            letters.receive_letter(work, after, letter=one.letter_id, by="o-1")

    for do in (issue, issue, receive):
        await hub.act(Act(do=do, files=[after]))
    file, _ = await hub.read(AFTERMATHS, after)
    page = await house.visitor(Role.DEPARTMENT, organ=RESPONDENT).get(f"{HERE}?what=letters")
    assert rows(page.text) == [
        f"{after}-report_correction{one}" for one in sorted(str(k.letter_id) for k in file.letters)
    ]
    assert len(file.letters) == 2
    said = re.findall(r'aria-label="([^"]*报送纠正情况[^"]*)"', page.text)
    assert len(set(said)) == 2, "each is heard with the letter that it is about"
    assert all("制发，第" in one for one in said)
