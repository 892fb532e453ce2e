"""One decision on several joined cases at the doors: all or none, one number (ARR2026 43)."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.reconsideration.commands import handling
from services.reconsideration.store import CASES, NUMBERS, numbers_of
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import Stance
from shared.work import Act, Work
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.deciding_together import (
    CLERK,
    DECIDED,
    ONE,
    SEAL,
    TO_THE_HEAD,
    TOGETHER,
    broken,
    clock,
    code,
    door,
    go,
    join,
    joined,
    number_of,
    ready,
)
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, day
from tests.reconsideration.test_routes import OFFICER, Door

__all__ = ["clock", "door"]


async def kinds(door: Door, case_id: str) -> list[str]:
    rows = await door.hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", UUID(case_id)
    )
    return [row["kind"].split(".")[1] for row in rows]


async def test_one_decision_is_made_on_every_joined_file_under_one_number(door: Door) -> None:
    """合并作出决定：一个字号，各案各有一页，分别送达，各按自己的日期 (ARR2026 43; RULES 112)."""
    first, second = await joined(door, "upheld", "revoked")
    made = await go(door, first, *TO_THE_HEAD, SEAL)
    other = (await door.get(f"/reconsiderations/{second}", CLERK)).json()
    assert [(one["outcome"], one["document_number"], one["state"]) for one in (made, other)] == [
        ("upheld", ONE, "decided"),
        ("revoked", ONE, "decided"),
    ]
    assert (made["decided_with"], other["decided_with"]) == ([second], [first])
    register, _ = await door.hub.read(NUMBERS, numbers_of(AUTHORITY))
    assert (register.given, register.version) == ({"decision/2026": 1}, 1)
    for case_id, served_on in ((first, DECIDED), (second, "2026-09-23")):
        door.on(served_on)
        done = await go(door, case_id, ("delivery", CLERK, {"served_on": served_on, **HANDED}))
        assert done["state"] == "delivered"
    later = (await door.get(f"/reconsiderations/{first}", CLERK)).json()["sue_until"]
    assert (later, done["sue_until"]) == ("2026-10-08", "2026-10-08")
    assert await broken(door) == {}


async def test_cases_joined_one_by_one_all_name_each_other(door: Door) -> None:
    """先后合并的，各案互相写明；已经合并的不再合并 (ARR2026 43)."""
    first, second, third = [await ready(door, nth) for nth in range(3)]
    assert (await join(door, first, 1)).status_code == 201
    assert (await join(door, third, 0)).status_code == 201
    for case_id in (first, second, third):
        file = (await door.get(f"/reconsiderations/{case_id}", CLERK)).json()
        assert set(file["joined"]) == {first, second, third} - {case_id}
    assert [(await kinds(door, one)).count("cases_joined") for one in (first, second, third)] == [
        *(2, 2, 1)
    ]
    assert code(await join(door, second, 2)) == (409, "ARR2026 43(1)")
    assert await broken(door) == {}


@pytest.mark.parametrize(
    ("hinder", "path", "cited"),
    [
        (("findings", CLERK, {"findings": [{"text": "另查。", "procedure": "violated"}]}), 1, 112),
        (("withdrawal", OFFICER, {}), 3, 41),
    ],
)
async def test_what_one_file_lacks_holds_the_decision_back_on_all_and_says_where(
    door: Door, hinder: tuple[str, dict[str, Any], dict[str, Any]], path: int, cited: int
) -> None:
    """一案不具备条件的，各案都不作出，写明是哪一案、哪一条 (RULES 112; ARL 41)."""
    first, second = await joined(door, "upheld", "revoked")
    steps = (*TO_THE_HEAD, SEAL)
    await go(door, first, *steps[:path])
    await go(door, second, hinder)
    name, who, body = steps[path]
    answer = await door.post(f"/reconsiderations/{first}/{name}", who, **body)
    assert answer.status_code == 409, answer.text
    assert f" {cited}" in answer.json()["article"]["code"]
    assert number_of(1) in answer.json()["detail"]
    assert "decided" not in {*await kinds(door, first), *await kinds(door, second)}
    assert await door.hub.pool.fetchval("SELECT count(*) FROM reconsideration.numbers") == 0


async def test_each_file_says_for_itself_whether_the_committee_s_opinion_was_adopted(
    door: Door,
) -> None:
    """提请过咨询的一案，送审时说明采纳情况；没有说明的，各案都不送审 (ARR2026 52)."""
    first, second = await joined(door, "upheld", "revoked")
    asked = {"ground": "technical", "question": "是否适当"}
    await go(door, second, ("consultation", CLERK, asked))
    await go(door, first, TOGETHER)
    answer = await door.post(f"/reconsiderations/{first}/submission", CLERK)
    assert (code(answer)[0], number_of(1) in answer.json()["detail"]) == (409, True)
    assert code(answer)[1].startswith("ARL 52")

    def record(work: Work) -> None:
        opinion = (uuid4(), uuid4(), Stance.AGREES)
        handling.record_opinion(work, UUID(second), *opinion, by=CLOCK, on=day(DECIDED))

    await door.hub.act(Act(do=record, files=[UUID(second)]))
    path = f"/reconsiderations/{first}/submission"
    assert code(await door.post(path, CLERK)) == (409, "ARR2026 52")
    stranger = {"case_id": str(uuid4()), "opinion_adopted": True}
    assert (await door.post(path, CLERK, others=[stranger])).status_code == 422
    said = {"others": [{"case_id": second, "opinion_adopted": True}]}
    await go(door, first, ("submission", CLERK, said))
    files = [(await door.hub.read(CASES, UUID(one)))[0] for one in (first, second)]
    assert [one.drafted and one.drafted.opinion_adopted for one in files] == [None, True]


async def test_a_case_that_ends_between_draft_and_seal_is_left_out_by_drafting_anew(
    door: Door,
) -> None:
    """合并拟稿后一案撤回终止的，主案不得用印；退回以后其余各案另行作出决定 (RULES 113)."""
    first, second, third = await joined(door, "upheld", "revoked", "upheld")
    await go(door, first, *TO_THE_HEAD)
    await go(door, second, ("withdrawal", OFFICER, {}))
    ended = {"ground": "withdrawn", "text": "准予撤回"}
    await go(door, second, ("termination", OFFICER, ended))
    assert code(await door.post(f"/reconsiderations/{first}/seal", CLERK)) == (409, "RULES 113")
    await go(door, first, ("return", OFFICER, {"reason": "一案已经终止"}))
    assert (await kinds(door, third))[-1] == "returned"
    for case_id in (first, third):
        _, _, draft, *_ = road("upheld")
        await go(door, case_id, ("draft", CLERK, draft[2]))
    made = await go(door, first, *TO_THE_HEAD, SEAL)
    assert (made["document_number"], made["decided_with"]) == (ONE, [third])
    assert await broken(door) == {}


async def test_a_file_that_follows_goes_up_and_is_sealed_only_with_its_leading_one(
    door: Door,
) -> None:
    """并入主案的，在主案送审、审批、用印；另行拟稿的单独作出决定 (RULES 112, 113)."""
    first, second = await joined(door, "upheld", "revoked")
    await go(door, first, TOGETHER)
    alone = await door.post(f"/reconsiderations/{second}/submission", CLERK)
    assert code(alone) == (409, "RULES 112")
    _, _, draft, submission, approval, _ = road("revoked")
    await go(door, second, ("draft", CLERK, draft[2]), ("submission", CLERK, submission[2]))
    assert code(await door.post(f"/reconsiderations/{first}/submission", CLERK)) == (
        *(409, "RULES 112"),
    )
    made = await go(door, second, ("approval", OFFICER, approval[2]), SEAL)
    assert (made["document_number"], made["decided_with"]) == (ONE, [])


async def test_two_who_seal_at_once_give_one_number(door: Door) -> None:
    """两人同时用印的，只作出一次决定，只编一个字号 (RULES 69, 112)."""
    first, second = await joined(door, "upheld", "revoked")
    await go(door, first, *TO_THE_HEAD)
    doors = [f"/reconsiderations/{one}/seal" for one in (first, first, second)]
    answers = await asyncio.gather(*(door.post(one, CLERK) for one in doors))
    assert sorted(one.status_code for one in answers) == [201, 409, 409]
    register, _ = await door.hub.read(NUMBERS, numbers_of(AUTHORITY))
    assert register.given == {"decision/2026": 1}
    assert [(await kinds(door, one)).count("decided") for one in (first, second)] == [1, 1]
    assert await broken(door) == {}


async def test_the_seal_and_a_withdrawal_on_another_file_do_not_wait_for_each_other_forever(
    door: Door,
) -> None:
    """用印与另一案的撤回同时办理的，先后各得其结果，各案或者都作出或者都不作出 (RULES 112)."""
    first, second, third = await joined(door, "upheld", "revoked", "upheld")
    await go(door, first, *TO_THE_HEAD)
    sealed, *_ = await asyncio.gather(
        door.post(f"/reconsiderations/{first}/seal", CLERK),
        door.post(f"/reconsiderations/{third}/withdrawal", OFFICER),
        door.post(f"/reconsiderations/{second}/withdrawal", OFFICER),
    )
    made = [(await kinds(door, one)).count("decided") for one in (first, second, third)]
    assert made == ([1, 1, 1] if sealed.status_code == 201 else [0, 0, 0])
    assert await broken(door) == {}


async def test_an_elevated_case_is_decided_no_more_with_those_below(door: Door) -> None:
    """提级审理的案件由上级作出决定，其余各案退回后仍可合并作出决定 (ARR2026 40; RULES 113)."""
    first, second, third = await joined(door, "upheld", "revoked", "upheld")
    await go(door, first, *TO_THE_HEAD)
    above = {**OFFICER, "code": "city-1", "organ": CITY_GOVERNMENT}
    asked = {"ground": "novel", "text": "新类型案件"}
    await go(door, second, ("elevation-request", OFFICER, asked))
    ordered = {"ground": "novel", "text": "提级审理"}
    await go(door, second, ("elevation", above, ordered))
    assert code(await door.post(f"/reconsiderations/{first}/seal", CLERK))[0] == 409
    await go(door, second, ("file-transfer", CLERK, {"text": "移送"}))
    await go(door, second, ("elevated-file-receipt", above, {}))
    up, _ = await door.hub.read(CASES, UUID(second))
    assert (up.authority, up.joined, up.drafted) == (CITY_GOVERNMENT, (), None)
    assert code(await door.post(f"/reconsiderations/{first}/seal", CLERK)) == (409, "RULES 113")
    await go(door, first, ("return", OFFICER, {"reason": "一案已经提级"}))
    for case_id in (first, third):
        _, _, draft, *_ = road("upheld")
        await go(door, case_id, ("draft", CLERK, draft[2]))
    made = await go(door, first, *TO_THE_HEAD, SEAL)
    assert made["decided_with"] == [third]
    assert await broken(door) == {}
