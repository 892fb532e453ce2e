"""规则簿的起草、推演、批准和撤回，以及案件适用哪一版 (RULES 50 to 54)."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid5

import pytest

from deploy.compose import make_hub
from deploy.rehearse.live import copy_of
from deploy.rehearse.world import World
from services.routing import rulebook
from services.routing.domain.rulebook_file import RuleBookFile, State
from services.routing.domain.rulebook_text import digest_of
from services.routing.domain.soundness import faults
from services.routing.rulebooks import care, looking
from services.routing.rulebooks.playing import play
from services.routing.store import (
    ROUTINGS,
    RULEBOOKS,
    WHISTLES,
    routing_of,
    rulebook_of,
    whistle_of,
)
from shared.clock import StillClock
from shared.contracts.intake import Channel, DisputeRegistered
from shared.contracts.routing import Road
from shared.db import Pool
from shared.errors import Malformed, Stale
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.work import Act, Hub, Work
from tests.routing.books import DUTY_TEXT, GRID_TEXT, USUAL_TEXT, changed
from tests.routing.cases import CASE, DIRECTORY, head, moment, registered
from tests.routing.test_commands import hear

GRID = rulebook_of(digest_of(GRID_TEXT))
TOMORROW = date(2026, 11, 24)
FIGURES = {"cases": 10, "moved": 3}


async def do(hub: Hub, command: object, case_id: UUID, *args: object, by: str) -> RuleBookFile:
    act = Act(do=partial(_called, command, case_id, args, by), files=[case_id])
    done: RuleBookFile = await hub.act(act)
    return done


def _called(
    command: object, case_id: UUID, args: tuple[object, ...], by: str, work: Work
) -> object:
    return command(work, case_id, *args, by=by)  # type: ignore[operator]  # a command of `care`


async def drafted(hub: Hub, text: str = GRID_TEXT) -> RuleBookFile:
    return await do(hub, care.draft, rulebook_of(digest_of(text)), text, by="admin-1")


async def rehearsed(hub: Hub, text: str = GRID_TEXT) -> RuleBookFile:
    file = await drafted(hub, text)
    return await do(hub, care.rehearse, file.case_id, FIGURES, 6, by="admin-1")


async def approved(hub: Hub, text: str = GRID_TEXT, since: date = TOMORROW) -> RuleBookFile:
    file = await rehearsed(hub, text)
    return await do(hub, care.approve, file.case_id, text, since, by="supervisor-1")


def by_grid(n: int) -> DisputeRegistered:
    """Neighbours' quarrels that the grid reported."""
    case = uuid5(CASE, str(n))
    return registered("linli", channel=Channel.GRID, head=head(case=case))


async def road_of(hub: Hub, n: int) -> tuple[Road | None, str, str]:
    fact = by_grid(n)
    await hear(hub, fact)
    file, _ = await hub.read(ROUTINGS, routing_of(fact.head.case_id))
    return file.road, file.rule, file.rules


# -- drafting


async def test_a_draft_keeps_its_text_and_decides_nothing(hub: Hub, clock: StillClock) -> None:
    """起草的规则簿不影响任何案件 (RULES 50)."""
    file = await drafted(hub)
    assert (file.state, file.title, file.drafted_by) == (State.DRAFTED, "网格先行规则簿", "admin-1")
    assert await looking.text_of(hub, file.text_id, "admin-1", "test") == GRID_TEXT
    clock.forward(timedelta(days=30))
    assert await road_of(hub, 1) == (Road.PEOPLES_MEDIATION, "civil", "2026-01-01")


async def test_the_same_text_is_drafted_once(hub: Hub) -> None:
    first, again = await drafted(hub), await drafted(hub)
    assert (again.case_id, again.version) == (first.case_id, 1)


async def test_what_does_not_read_is_told_and_nothing_is_kept(hub: Hub) -> None:
    """写法有误的，不予起草 (RULES 50)."""
    text = changed(('road = "police"', 'road = "taxi"'))
    line = text[: text.index('"taxi"')].count("\n") + 1
    with pytest.raises(Malformed, match=f"第{line}行，rule 第1项 road"):
        await drafted(hub, text)
    assert await hub.pool.fetchval("SELECT count(*) FROM routing.rulebook") == 0


async def test_what_the_law_forbids_is_refused_with_its_article(hub: Hub) -> None:
    """把拒绝调解的送去人民调解的，不予起草 (PML 17, RULES 50)."""
    old = 'willingness = ["refused"] }]\n\n[[rule]]\nname = "department_refused"'
    text = changed((old, old.replace(" }]", ', risk = ["red"] }]')))
    with pytest.raises(Refused, match="不得送人民调解") as no:
        await drafted(hub, text)
    assert no.value.article.code == "PML 17"


# -- approval


async def test_who_drafted_it_may_not_approve_it(hub: Hub) -> None:
    """由起草人以外的人批准 (RULES 52)."""
    file = await rehearsed(hub)
    with pytest.raises(Refused, match="起草人不得批准") as no:
        await do(hub, care.approve, file.case_id, GRID_TEXT, TOMORROW, by="admin-1")
    assert no.value.article.code == "RULES 52"


async def test_it_is_rehearsed_before_it_is_approved(hub: Hub) -> None:
    """未经推演的，不得批准 (RULES 51, 52)."""
    file = await drafted(hub)
    with pytest.raises(Refused, match="处于“已起草”状态，不得批准规则簿"):
        await do(hub, care.approve, file.case_id, GRID_TEXT, TOMORROW, by="supervisor-1")


async def test_it_comes_into_force_tomorrow_at_the_earliest(hub: Hub) -> None:
    """最早自批准的次日起施行 (RULES 52)."""
    file = await rehearsed(hub)
    with pytest.raises(Refused, match="最早自批准的次日起施行"):
        await do(hub, care.approve, file.case_id, GRID_TEXT, date(2026, 11, 23), by="supervisor-1")
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.edition") == 0


async def test_what_is_approved_is_what_was_drafted(hub: Hub) -> None:
    file = await rehearsed(hub)
    with pytest.raises(Stale):
        await do(hub, care.approve, file.case_id, USUAL_TEXT, TOMORROW, by="supervisor-1")


async def test_a_rule_book_is_approved_once(hub: Hub) -> None:
    file = await approved(hub)
    with pytest.raises(Refused, match="处于“已批准”状态"):
        await do(hub, care.approve, file.case_id, GRID_TEXT, TOMORROW, by="supervisor-2")
    with pytest.raises(Refused, match="不得推演规则簿"):
        await do(hub, care.rehearse, file.case_id, FIGURES, 6, by="admin-1")


# -- which book an act goes by


async def test_triage_goes_by_the_book_in_force_on_its_day_and_keeps_the_edition(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    """分流适用当日施行的规则簿，已分流的不变 (RULES 54)."""
    other = make_hub(db, clock=clock, secret=b"x" * 40)
    assert await road_of(other, 1) == (Road.PEOPLES_MEDIATION, "civil", "2026-01-01")
    await approved(hub)
    assert await road_of(other, 2) == (Road.PEOPLES_MEDIATION, "civil", "2026-01-01")
    clock.move_to(moment("2026-11-24T00:00"))
    new = (Road.ADMINISTRATIVE_MEDIATION, "grid_civil", "2026-11-24")
    assert await road_of(other, 3) == new
    assert await road_of(hub, 4) == new
    file, _ = await hub.read(ROUTINGS, routing_of(by_grid(1).head.case_id))
    assert (file.rule, file.rules) == ("civil", "2026-01-01")


async def test_a_whistle_calls_by_the_duty_list_of_the_book(hub: Hub, clock: StillClock) -> None:
    """职责清单以规则簿为准 (RULES 9, 54)."""
    await approved(hub, DUTY_TEXT)
    clock.forward(timedelta(days=1))
    fact = registered("wuye", head=head(case=uuid5(CASE, "wuye")))
    await hear(hub, fact)
    whistle, _ = await hub.read(WHISTLES, whistle_of(fact.head.case_id))
    assert whistle.lead == "620702-chengguan"
    assert set(whistle.tracks) == {"620702-chengguan", "620702-zhujian"}


async def test_a_book_that_is_withdrawn_gives_way_to_the_one_before_from_tomorrow(
    hub: Hub, clock: StillClock
) -> None:
    """已经施行的，自次日起停止施行 (RULES 53)."""
    file = await approved(hub)
    clock.move_to(moment("2026-12-01T09:00"))
    file = await do(hub, care.withdraw, file.case_id, "转办过多", by="supervisor-1")
    assert (file.state, file.until) == (State.WITHDRAWN, date(2026, 12, 2))
    assert (await road_of(hub, 1))[1] == "grid_civil"
    clock.forward(timedelta(days=1))
    assert (await road_of(hub, 2))[1:] == ("civil", "2026-01-01")


async def test_a_book_that_is_withdrawn_before_its_day_never_begins(
    hub: Hub, clock: StillClock
) -> None:
    """尚未施行的可以撤回 (RULES 53)."""
    file = await approved(hub, since=date(2026, 12, 15))
    await do(hub, care.withdraw, file.case_id, "另行起草", by="supervisor-1")
    clock.move_to(moment("2026-12-20T09:00"))
    assert (await road_of(hub, 1))[1] == "civil"


async def test_what_was_withdrawn_is_not_drafted_again_without_a_change(hub: Hub) -> None:
    """撤回的，修改后另行起草 (RULES 53)."""
    file = await drafted(hub)
    await do(hub, care.withdraw, file.case_id, "不用了", by="admin-1")
    with pytest.raises(Refused, match="修改后另行起草"):
        await drafted(hub)
    with pytest.raises(Refused, match="不得撤回规则簿"):
        await do(hub, care.withdraw, file.case_id, "再撤", by="admin-1")
    assert (await drafted(hub, GRID_TEXT + "# 再起草\n")).state is State.DRAFTED


async def test_a_department_that_went_between_draft_and_approval_is_found_out(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """批准时再核对一次 (RULES 50, 52)."""
    file = await rehearsed(hub, DUTY_TEXT)
    found = faults(rulebook.read_book(DUTY_TEXT, TOMORROW), DIRECTORY)
    assert found == ()
    without = {code: matter for code, matter in DIRECTORY.matters.items() if code != "wuye"}
    monkeypatch.setattr(hub.directory, "matters", without)
    with pytest.raises(Refused, match="名录中没有纠纷类型 wuye"):
        await do(hub, care.approve, file.case_id, DUTY_TEXT, TOMORROW, by="supervisor-1")
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.edition") == 0


# -- rehearsals of cases know it too


async def test_a_rehearsal_of_a_live_case_goes_by_the_books_of_its_days(
    hub: Hub,
) -> None:
    """推演在办案件，适用各日施行的规则簿 (RULES 54)."""
    await approved(hub)
    await hear(hub, by_grid(1))
    world = await copy_of(hub, str(by_grid(1).head.dispute_id))
    assert (await road_of(world, 2))[1] == "civil"
    world.pass_to(moment("2026-11-25T09:00"))
    assert (await road_of(world, 3))[1] == "grid_civil"


async def test_a_rule_book_is_approved_in_a_rehearsal_as_in_the_hub() -> None:
    world = World(moment("2026-11-23T09:00"), CALENDAR, DIRECTORY)
    file = await approved(world)
    assert file.state is State.APPROVED
    assert (await road_of(world, 1))[1] == "civil"
    world.pass_to(moment("2026-11-24T09:00"))
    assert (await road_of(world, 2))[1] == "grid_civil"
    await do(world, care.withdraw, file.case_id, "试行结束", by="supervisor-1")
    world.pass_to(moment("2026-11-25T09:00"))
    assert (await road_of(world, 3))[1] == "civil"


# -- past cases


async def test_past_cases_are_played_by_the_draft_and_by_the_book_of_their_day(
    hub: Hub, clock: StillClock
) -> None:
    """以过去数月登记的纠纷推演 (RULES 51)."""
    for n in range(3):
        await record(hub, by_grid(n))
    await record(hub, registered("wuye", head=head(case=uuid5(CASE, "wuye"))))
    figures = await play(hub, GRID_TEXT, 1)
    assert (figures.cases, figures.moved) == (4, 3)
    await approved(hub)
    clock.move_to(moment("2026-11-24T09:00"))
    later = registered("linli", channel=Channel.GRID, head=head(at="2026-11-24T09:00", case=CASE))
    await record(hub, later)
    again = await play(hub, GRID_TEXT, 1)
    assert (again.cases, again.moved) == (5, 3)  # the last one went by this very book
    clock.move_to(moment("2026-12-23T09:00"))
    assert (await play(hub, GRID_TEXT, 1)).cases == 1  # since 24 November
    assert (await play(hub, GRID_TEXT, 2)).cases == 5


RECORD = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, 1, $2, 'intake', 'intake.registered.v1', $3, $4, 'w', 0, '{}', '', $5)
"""


async def record(hub: Hub, fact: DisputeRegistered) -> None:
    """Leave a registered dispute in the outbox, as intake does."""
    head = fact.head
    body = fact.model_dump_json()
    await hub.pool.execute(RECORD, head.case_id, head.dispute_id, head.on, head.at, body)


async def test_a_rehearsed_book_keeps_its_figures(hub: Hub) -> None:
    """推演的结果留在卷里 (RULES 51)."""
    file = await rehearsed(hub)
    assert (file.state, file.months, file.cases, file.moved) == (State.REHEARSED, 6, 10, 3)
    assert (
        await looking.text_of(hub, file.figures_id, "admin-1", "test")
        == '{"cases": 10, "moved": 3}'
    )
    again = await do(hub, care.rehearse, file.case_id, {"cases": 11, "moved": 4}, 7, by="admin-2")
    assert (again.months, again.cases) == (7, 11)
    found, labels = await hub.read(RULEBOOKS, GRID)
    assert found == again
    assert labels == {}
