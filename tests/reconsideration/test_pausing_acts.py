"""A suspended case on a real database: what stands still, what goes on, what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

import pytest

from services.reconsideration.commands import deciding, drafting, filing, handling, hearing, pausing
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.pausing_acts import Found
from shared.clock import StillClock
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    ConsultationGround,
    Outcome,
    Stance,
    Standing,
    ViewsManner,
)
from shared.contracts.reconsideration.pausing import Stay, Suspension, Termination
from shared.errors import Malformed
from shared.law.article import ARL
from shared.law.period import CITY, day_of_expiry
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.reconsideration.acting import SAID
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, PAPER, day

APPLIED = replace(SAID, received_on=day("2026-01-12"), learnt_on=day("2026-01-05"))
FILE = file_of(DISPUTE, APPLIED)
RUNNING = "SELECT name, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"


class Desk:
    """An officer with one case, at a hub whose clock the test sets."""

    def __init__(self, hub: Hub, clock: StillClock) -> None:
        self.hub, self.clock = hub, clock

    async def do(
        self, today: str, command: Callable[..., Case], *args: object, **more: object
    ) -> Case:
        self.clock.move_to(datetime.combine(day(today), time(10), CITY))
        more.setdefault("by", "officer-7")

        def run(work: object) -> Case:
            return command(work, FILE, *args, **more)

        case: Case = await self.hub.act(Act(do=run, files=[FILE]))
        return case

    async def sweep(self, on: str) -> None:
        self.clock.move_to(datetime.combine(day(on), time(0, 1), CITY))
        await Sweep(self.hub).once()

    async def pages(self) -> list[tuple[str, str]]:
        rows = await self.hub.pool.fetch(
            "SELECT kind, by FROM hub.outbox WHERE case_id = $1 ORDER BY version", FILE
        )
        return [(row["kind"].split(".")[1], row["by"]) for row in rows]

    async def running(self) -> dict[str, date | None]:
        """The last day of every period that runs; None for one that stands still."""
        rows = await self.hub.pool.fetch(RUNNING, FILE)
        return {row["name"]: day_of_expiry(row["until"]) if row["until"] else None for row in rows}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-01-12"), time(9), CITY))


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> Desk:
    """Accepted on 12 January 2026; the respondent received its copy on 3 February."""
    desk = Desk(hub, clock)
    await desk.do("2026-01-12", filing.receive, DISPUTE, APPLIED, text="请求撤销处罚")
    await desk.do("2026-01-12", filing.accept)
    await desk.do("2026-01-15", handling.send_copy)
    await desk.do("2026-02-03", handling.receive_copy)
    return desk


async def suspend(desk: Desk, on: str = "2026-02-06", cause: Suspension = Suspension.DEATH) -> Case:
    return await desk.do(on, pausing.suspend, cause, text="本案中止审理", by="head-1")


async def test_the_days_of_a_suspension_over_the_spring_festival_are_not_counted(
    desk: Desk,
) -> None:
    """中止期间不计入期限，恢复后接着计算 (ARL 39, 48, 62, 88).

    Reply: 4, 5 and 6 February are three of ten working days; seven are left from 3 March on, so
    the last is 11 March. Decision: 12 January and 60 days is 13 March; 7 February to 2 March are 24
    days, so 6 April, a rest day of 清明: 7 April. Neither festival nor make-up Saturdays count.
    """
    assert await desk.running() == {"decide": day("2026-03-13"), "reply": day("2026-02-24")}
    await suspend(desk)
    assert await desk.running() == {
        "decide": None,
        "reply": None,
        "sixty_days": day("2026-04-07"),
    }
    await desk.do("2026-03-02", pausing.resume, text="近亲属参加行政复议")
    assert await desk.running() == {"decide": day("2026-04-07"), "reply": day("2026-03-11")}


async def test_nothing_lapses_while_a_case_is_suspended(desk: Desk) -> None:
    """中止期间不发生逾期 (ARL 39, 70)."""
    await suspend(desk, cause=Suspension.OTHER_CASE)
    await desk.sweep("2026-06-30")
    assert (await desk.pages())[-1] == ("suspended", "head-1")
    await desk.do("2026-06-30", pausing.resume, text="另案已经审结")
    await desk.sweep("2026-07-10")  # 7 working days from 1 July: 9 July
    assert ("reply_forfeited", CLOCK) in await desk.pages()


async def test_while_it_lasts_the_acts_of_handling_are_refused(desk: Desk) -> None:
    """中止期间不得办理，写明法条 (ARL 39)."""
    await suspend(desk)
    draft = Draft(outcome=Outcome.APPLICATION_DISMISSED).drafted
    for command, args, more in (
        (handling.hear_views, (Standing.APPLICANT, ViewsManner.TELEPHONE), {"record": "意见"}),
        (handling.request_opinion, (ConsultationGround.TECHNICAL,), {"question": "？"}),
        (deciding.extend, (10,), {"reason": "复杂"}),
        (drafting.record_findings, ([("经查。", {})],), {}),
        (drafting.draft, (draft,), {"text": "驳回"}),
        (drafting.seal, (), {}),
    ):
        with pytest.raises(Refused) as refusal:
            await desk.do("2026-02-24", command, *args, **more)
        assert refusal.value.article == ARL[39].par(1, 1), command.__name__
    assert (await desk.pages())[-1] == ("suspended", "head-1")


async def test_what_parties_send_while_it_lasts_is_received_with_its_day(desk: Desk) -> None:
    """中止的是审理：期间送来的答复、证据、申请照收，记其收到之日 (ARL 39, 43, 48, 50)."""
    await suspend(desk)
    case = await desk.do("2026-02-24", handling.file_reply, text="答复")
    assert case.state is State.EXAMINING
    case = await desk.do("2026-02-25", hearing.ask, text="请求听证")
    assert case.hearing_asked_on == day("2026-02-25")
    assert [page for page, _ in await desk.pages()][-2:] == ["reply_filed", "hearing_requested"]


async def test_the_committee_is_heard_while_the_case_is_suspended(desk: Desk) -> None:
    """咨询不因中止而落空 (ARL 39, 52)."""
    await desk.do(
        "2026-02-05", handling.request_opinion, ConsultationGround.TECHNICAL, question="是否适当"
    )
    await suspend(desk)
    case = await desk.do("2026-02-24", handling.record_opinion, PAPER, PAPER, Stance.AGREES)
    assert case.stance is Stance.AGREES


async def test_a_withdrawal_is_made_and_permitted_while_the_case_is_suspended(desk: Desk) -> None:
    """中止期间可以撤回，准予后终止 (ARL 39, 41)."""
    await suspend(desk, cause=Suspension.MISSING)
    await desk.do("2026-02-24", deciding.withdraw)
    case = await desk.do("2026-02-25", pausing.terminate)
    assert (case.state, await desk.running()) == (State.TERMINATED, {})


async def test_a_copy_received_during_a_suspension_counts_from_the_resumption(
    hub: Hub, clock: StillClock
) -> None:
    """期限自恢复审理之日起计算 (ARL 39, 48)."""
    desk = Desk(hub, clock)
    await desk.do("2026-01-12", filing.receive, DISPUTE, APPLIED, text="请求撤销处罚")
    await desk.do("2026-01-12", filing.accept)
    await desk.do("2026-01-13", handling.send_copy)
    await suspend(desk)
    with pytest.raises(Refused):
        await desk.do("2026-02-24", handling.receive_copy)
    await desk.do("2026-03-02", pausing.resume, text="恢复审理")
    with pytest.raises(Refused):
        await desk.do("2026-03-02", handling.receive_copy, on=day("2026-02-05"))
    await desk.do("2026-03-02", handling.receive_copy)
    assert (await desk.running())["reply"] == day("2026-03-16")


async def test_after_sixty_days_the_clock_says_that_termination_is_due_and_a_person_decides(
    desk: Desk,
) -> None:
    """中止满六十日，原因仍未消除的，决定终止 (ARL 41; RULES 67)."""
    await suspend(desk)
    await desk.sweep("2026-04-08")
    assert (await desk.pages())[-1] == ("sixty_days_suspended", CLOCK)
    assert await desk.running() == {"decide": None, "reply": None, "terminate": day("2026-04-14")}
    found = Found(ground=Termination.SIXTY_DAYS)
    with pytest.raises(Malformed):
        await desk.do("2026-04-08", pausing.terminate, found)
    case = await desk.do("2026-04-08", pausing.terminate, found, text="中止满六十日，终止")
    assert (case.state, await desk.running()) == (State.TERMINATED, {})


async def test_who_does_not_terminate_is_seen_and_may_still_resume(desk: Desk) -> None:
    """逾期未终止的记录在卷；近亲属其后参加的恢复审理 (ARL 39, 41; RULES 13, 71)."""
    await suspend(desk)
    await desk.sweep("2026-04-15")
    assert (await desk.pages())[-2:] == [("sixty_days_suspended", CLOCK), ("overdue", CLOCK)]
    await desk.do("2026-04-15", pausing.resume, text="近亲属参加行政复议")
    assert set(await desk.running()) == {"decide", "reply"}


async def test_a_cause_that_is_gone_and_is_not_followed_by_resumption_is_seen(desk: Desk) -> None:
    """原因消除而不及时恢复的，记录在卷；调休上班的周六计入 (ARL 39; RULES 66)."""
    await suspend(desk)
    await desk.do("2026-02-24", pausing.find_cause_gone, reason="近亲属来函")
    assert await desk.running() == {"decide": None, "reply": None, "resume": day("2026-03-02")}
    await desk.sweep("2026-03-03")
    assert (await desk.pages())[-1] == ("overdue", CLOCK)


async def test_the_order_of_the_organ_above_is_put_on_file_and_followed(desk: Desk) -> None:
    """责令恢复审理 (ARL 40)."""
    ordered = partial(pausing.record_resumption_order, acting=AUTHORITY)
    await suspend(desk, cause=Suspension.OTHER)
    with pytest.raises(Refused) as refusal:
        await desk.do("2026-02-24", ordered, "620702-chengguan", text="责令")
    assert refusal.value.article == ARL[40]
    case = await desk.do("2026-02-24", ordered, "620700-government", text="责令恢复")
    assert case.suspended_for[0].ordered_on == day("2026-02-24")
    case = await desk.do("2026-02-25", pausing.resume, text="恢复审理")
    assert (case.suspended_for, "resume" in await desk.running()) == ((), False)


async def test_a_stay_is_asked_refused_granted_and_ended_while_the_case_is_suspended(
    desk: Desk,
) -> None:
    """停止执行不因中止而不能申请 (ARL 39, 42)."""
    await suspend(desk)
    with pytest.raises(Refused):  # a party says no other day than today
        await desk.do(
            "2026-02-24",
            *(pausing.ask_stay, Standing.APPLICANT),
            text="请停",
            on=day("2026-02-10"),
            persons=frozenset({ANNA}),
        )
    await desk.do("2026-02-24", pausing.ask_stay, text="房屋一旦拆除无法恢复")
    assert (await desk.running())["answer_stay"] == day("2026-03-02")
    await desk.do("2026-02-25", pausing.refuse_stay, reason="不会造成难以恢复的后果")
    case = await desk.do("2026-02-26", pausing.stay, text="本机关暂不执行")
    assert case.stay is Stay.RESPONDENT
    case = await desk.do("2026-02-27", pausing.end_stay, reason="情形消除")
    assert (case.stay, "answer_stay" in await desk.running()) == (None, False)


async def test_what_was_learnt_of_suspensions_is_read_back(desk: Desk) -> None:
    await suspend(desk, cause=Suspension.OTHER_CASE)
    await suspend(desk, on="2026-02-09")
    await desk.do("2026-02-24", pausing.find_cause_gone, Suspension.DEATH, reason="已查明")
    await desk.do("2026-02-25", pausing.resume, Suspension.DEATH, text="恢复审理")
    case = await desk.do("2026-02-26", pausing.stay, Stay.AUTHORITY, text="停止执行")
    assert [(one.cause, one.since, one.gone_on, one.until) for one in case.suspensions] == [
        (Suspension.OTHER_CASE, day("2026-02-06"), None, None),
        (Suspension.DEATH, day("2026-02-09"), day("2026-02-24"), day("2026-02-25")),
    ]
    assert await desk.running() == {"decide": None, "reply": None}
