"""一次逾期只计一次: one silence counts once, and what is nobody's default counts against nobody."""

import csv
from collections.abc import Sequence
from datetime import timedelta
from io import StringIO
from uuid import uuid4

from deploy.boards.catalogue import BOARDS
from deploy.boards.export import board_csv
from deploy.boards.sheet import Number, Row, Share
from services.reconsideration.store import AFTERMATHS
from services.routing.store import WHISTLES
from shared.clock import StillClock
from shared.contracts.reconsideration.aftermath import AftermathOpened
from shared.contracts.reconsideration.enforcing import EnforcementAwaited
from shared.contracts.routing import (
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCheckedIn,
    Finding,
    WhistleBlown,
)
from shared.due import How, due_by, periods
from shared.law.deadline import NOBODY, PARTY
from shared.work import Hub
from tests.boards.filling import counted, numbers, scope
from tests.boards.test_whom import DEPARTMENT, WHISTLED, asked, later, overdue, walked
from tests.reconsideration import following
from tests.reconsideration.makers import PAPER, RESPONDENT

CALLED = (WhistleBlown, DepartmentCalled)
ANSWER = {
    DepartmentAnswered: {"department": DEPARTMENT, "finding": Finding.SOLVED, "opinion_id": PAPER}
}


def counts(row: Row) -> Sequence[int]:
    return [cell.n for cell in row.cells if isinstance(cell, Number)]


async def test_one_silence_is_one_overdue_however_far_up_it_is_told(
    hub: Hub, clock: StillClock
) -> None:
    """未报到、未反馈各计一次，报分管领导、报督查不另计；按期率的分母相同 (RULES 30, 165)."""
    silent, late = uuid4(), uuid4()
    for case_id in (silent, late):
        await walked(hub, WHISTLES, case_id, WHISTLED, *CALLED)
    in_time = uuid4()
    await walked(hub, WHISTLES, in_time, WHISTLED, *CALLED, DepartmentCheckedIn)
    for n in range(8):
        if n == 2:  # the leader was to be told by the end of that day
            await walked(hub, WHISTLES, late, WHISTLED, DepartmentCheckedIn)
        await later(hub, clock, 1)
    ended = await hub.pool.fetch("SELECT name, ended FROM hub.deadline WHERE case_id = $1", silent)
    lapsed = {row["name"] for row in ended if row["ended"] == "lapsed"}
    assert lapsed >= {"check_in_leader", "check_in_inspection", "answer_leader"}
    rows = await periods(
        hub.pool, asked(hub, organ=DEPARTMENT), How.OVERDUE, day=None, after=None, limit=99
    )
    found = sorted((row["name"], row["case_id"]) for row in rows)
    assert found == sorted(
        [
            *(("check_in", one) for one in (silent, late)),
            *(("answer", one) for one in (silent, late, in_time)),
        ]
    )
    now = {"now": clock.now(), "until": clock.now().date()}
    board = await BOARDS["due"].make(scope(hub, **now))
    [row] = [one for one in board.sheets[1].rows if "司法" in one.name]
    running, soon, over, still, met = counts(row)
    assert (running, soon, over, still, met) == (0, 0, 5, 4, 1)
    share = row.cells[-1]
    assert isinstance(share, Share)
    assert (share.numerator.n, share.denominator.n) == (1, 6)
    for one in numbers(board):
        assert not one.n or await counted(scope(hub, **now), one) == one.n, one
    text = list(csv.reader(StringIO("".join(board_csv(board, "到期与逾期", [])))))
    [said] = [line for line in text if line[:1] == ["一次逾期"]]
    assert "只计一次" in said[1]
    assert "第165条" in said[4]


async def test_what_is_answered_late_is_owed_no_more_and_was_overdue_once(
    hub: Hub, clock: StillClock
) -> None:
    """逾期之后反馈的，不再列至今仍逾期，逾期仍是一次 (RULES 11, 165)."""
    case_id = uuid4()
    await walked(hub, WHISTLES, case_id, WHISTLED, *CALLED, DepartmentCheckedIn)
    for _ in range(8):
        await later(hub, clock, 1)
    await walked(hub, WHISTLES, case_id, ANSWER, DepartmentAnswered)
    found = (await due_by(hub.pool, asked(hub)))["routing", DEPARTMENT]
    assert (found[How.OVERDUE], found[How.STILL]) == (1, 0)


async def test_an_organ_that_lets_the_three_months_to_enforce_pass_is_overdue(
    hub: Hub, clock: StillClock
) -> None:
    """三个月内没有执行、申请的，算负责执行的机关；起诉、催告的期限不算 (ARL 78; COERCION 53)."""
    case_id, today = uuid4(), clock.now().date()
    said = {
        AftermathOpened: following.FIELDS[AftermathOpened] | {"copies": False, "publishes": False},
        EnforcementAwaited: {
            **following.OWED,
            "served_on": today,
            "sue_until": today + timedelta(15),
            "enforceable_after": today + timedelta(15),
            "counts_from": today + timedelta(15),
        },
    }
    await walked(hub, AFTERMATHS, case_id, said, AftermathOpened, EnforcementAwaited)
    await later(hub, clock, 20)
    assert await overdue(hub, "reconsideration") == {}
    found = await due_by(hub.pool, asked(hub))
    assert found["reconsideration", RESPONDENT][How.RUNNING] == 1
    await later(hub, clock, 100)
    assert await overdue(hub, "reconsideration") == {RESPONDENT: 1}


def test_each_period_that_runs_for_no_organ_says_whom_it_binds(hub: Hub) -> None:
    """当事人、事由各有的期限，写明约束谁：不写明的不会悄悄地谁也不算 (RULES 165)."""
    organs = {"", "department", "organ", "of_organ"}
    unsaid = {
        (office, name, row.name)
        for (office, name), shelf in hub.shelves.items()
        for edition in shelf.editions
        for row in edition.deadlines
        if row.subject not in organs and not row.owed_by
    }
    assert unsaid == set()


def test_what_a_party_lets_pass_and_what_need_not_be_done_is_nobodys_default(hub: Hub) -> None:
    """当事人的期限、可以不行使的权利、法院的期限，不算逾期 (ARL 34; COERCION 54, 56, 59)."""
    found = {
        (office, row.name): row.owed_by
        for (office, _), shelf in hub.shelves.items()
        for row in shelf.editions[-1].deadlines
    }
    party = ("sue_refusal", "enforceable", "heed_urging")
    assert {found["reconsideration", name] for name in party} == {PARTY}
    party = ("answer", "remedy", "perform", "urging", "entitled_enforce")
    assert {found["adjudication", name] for name in party} == {PARTY}
    for office, name in (
        *(("reconsideration", one) for one in ("court_above", "enforce_at_once", "sixty_days")),
        ("adjudication", "enforce"),
        *(("routing", f"{duty}_leader") for duty in ("check_in", "visit", "answer", "finish")),
    ):
        assert found[office, name] == NOBODY, (office, name)
