"""Random days of a whistle in the hub in memory: whatever is tried, what must hold holds."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from deploy.rehearse.world import World
from services.routing.commands import blowing, centre, climbing, departments
from services.routing.commands.triage import triage
from services.routing.domain.closing import Said
from services.routing.domain.precedent import precedent_of
from services.routing.domain.whistle import WHISTLE, Standing, State
from services.routing.domain.whistle_case import Whistle
from services.routing.store import LADDERS, WHISTLES, files_of, ladder_of, whistle_of
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.intake import Urgency
from shared.contracts.routing import (
    AnswerLapsed,
    CallRole,
    CheckInLapsed,
    CompetenceDisputed,
    DepartmentCalled,
    DepartmentFinished,
    DepartmentOverdue,
    DepartmentRefused,
    ExtensionAsked,
    ExtensionDenied,
    ExtensionGranted,
    Finding,
    ReturnReason,
)
from shared.errors import HubError
from shared.law.calendar import CALENDAR
from shared.law.day import NEVER
from shared.law.period import WorkingDays
from shared.law.procedure import Refused
from shared.law.running import Running
from shared.work import Act, Work
from tests.routing.cases import CASE, DIRECTORY, moment, registered

CODES = tuple(f"620702-{name}" for name in ("sifa", "zhujian", "gongan", "chengguan"))
W = whistle_of(CASE)
FILES = (*files_of(CASE), *(precedent_of("620702", "linli", code) for code in CODES))

Doing = Callable[[Work], object]


def acts(code: str, other: str, finding: Finding) -> dict[str, Doing]:
    """What a department, another one and the centre may try."""
    by = {"by": "officer-1"}
    text = {"basis": "职责清单", "reason": "理由"}
    good = Said(reached=True, solved=True, satisfied=True)
    bad = Said(reached=True, solved=False, satisfied=False)
    alone = Said(reached=True, solved=True, satisfied=False, again=[other])
    return {
        "check_in": partial(departments.check_in, case_id=W, department=code, **by),
        "visit": partial(
            departments.visit, case_id=W, department=code, record="到场", pictures=(), **by
        ),
        "answer": partial(
            departments.answer, case_id=W, department=code, finding=finding, opinion="意见", **by
        ),
        "finish": partial(departments.finish, case_id=W, department=code, evidence="依据", **by),
        "refuse": partial(departments.refuse, case_id=W, department=code, **text, **by),
        "dispute": partial(
            departments.dispute, case_id=W, department=code, competent=other, **text, **by
        ),
        "wait": partial(departments.wait, case_id=W, department=code, what="合同", **by),
        "go_on": partial(departments.go_on, case_id=W, department=code, **by),
        "more": partial(
            departments.ask_for_more,
            case_id=W,
            department=code,
            more=WorkingDays(3),
            reason="检测",
            **by,
        ),
        "grant": partial(centre.grant, case_id=W, department=code, **by),
        "deny": partial(centre.deny, case_id=W, department=code, reason="理由", **by),
        "uphold": partial(centre.uphold, case_id=W, department=code, **text, **by),
        "rule_out": partial(
            centre.rule_out, case_id=W, department=code, instead=other, **text, **by
        ),
        "recall": partial(blowing.recall, case_id=W, department=code, task="", **by),
        "satisfied": partial(centre.call_back, case_id=W, said=good, note="", **by),
        "unsatisfied": partial(centre.call_back, case_id=W, said=bad, note="", **by),
        "unsatisfied_with_one": partial(centre.call_back, case_id=W, said=alone, note="", **by),
        "unreached": partial(centre.call_back, case_id=W, said=Said(reached=False), note="", **by),
        "close": partial(centre.close, case_id=W, **by),
        "false": partial(
            blowing.give_back, case_id=W, reason=ReturnReason.FALSE, text="不实", **by
        ),
        "withdraw": partial(blowing.withdraw, dispute_id=CASE),
        "nothing": lambda _: None,
    }


NAMES = tuple(acts(CODES[0], CODES[1], Finding.SOLVED))
USUAL = (
    "check_in",
    "answer",
    "finish",
    "satisfied",
    "unsatisfied",
    "dispute",
    "uphold",
    "rule_out",
    "more",
    "wait",
)
OFTEN = [*NAMES[:-3], *(name for name in USUAL for _ in range(4)), *NAMES[-3:]]
"""What ends a whistle at once is tried seldom, what carries it on often."""

STEPS = st.lists(
    st.tuples(
        st.sampled_from(OFTEN),
        st.sampled_from([*CODES[:2] * 4, *CODES]),
        st.sampled_from(CODES),
        st.sampled_from([Finding.SOLVED, *Finding]),
        st.sampled_from([0, 0, 0, 1, 1, 5, 20, 30, 75]),
    ),
    max_size=60,
)


def lived(urgency: Urgency, steps: list[tuple[str, str, str, Finding, int]]) -> World:
    """A city in which a dispute is registered and then this is tried, hours apart."""
    world = World(moment("2026-09-22T09:20"), CALENDAR, DIRECTORY)
    begun = registered(urgency=urgency)
    head = begun.head.model_copy(update={"at": world.clock.now(), "on": world.clock.now().date()})
    fact = begun.model_copy(update={"head": head})
    labels = {"county": "620702", "number": "n"}
    run(world, Act(do=partial(triage, fact=fact), files=FILES, labels=labels))
    for name, code, other, finding, hours in steps:
        world.pass_to(world.clock.now() + timedelta(hours=hours))
        run(world, Act(do=acts(code, other, finding)[name], files=FILES, labels=labels))
        check(world)
    return world


def run(world: World, act: Act) -> None:
    world._try(act)  # noqa: SLF001 - as `run`, but what is no answer of the law must surface
    world._hear()  # noqa: SLF001 - as above
    if act.error and not isinstance(act.error, (Refused, HubError)):
        raise act.error


def whistle(world: World, number: int = 1) -> Whistle | None:
    file = world.memory.files.get(whistle_of(CASE, number))
    return file.value if file else None  # type: ignore[return-value]  # it is on that shelf


def running(world: World, case_id: UUID) -> list[Running]:
    file = world.memory.files.get(case_id)
    return [one for one in file.deadlines.values() if not one.lapsed] if file else []


def check(world: World) -> None:
    """What holds after every step."""
    for number in range(1, 4):
        file = whistle(world, number)
        if file is None:
            return
        clocks = running(world, file.case_id)
        assert all(one.until > one_began(one) for one in clocks)
        if file.is_closed:
            assert clocks == []
            continue
        leads = [code for code, part in file.parts.items() if part.role == CallRole.LEAD]
        standing = [code for code in leads if file.tracks[code] != Standing.RULED_OUT]
        assert standing == [file.lead]
        check_nobody_fails_who_waits(world, file)
        for one in clocks:
            if one.subject:
                assert file.tracks[one.subject] not in (Standing.RULED_OUT, Standing.INFORMED)


def check_nobody_fails_who_waits(world: World, file: Whistle) -> None:
    """While the party is awaited neither the centre's time to close runs nor the level's."""
    if not any(part.waiting for part in file.parts.values()):
        return
    closing = [one for one in running(world, file.case_id) if one.name == "close"]
    assert all(one.until == NEVER for one in closing)
    assert not [one for one in running(world, ladder_of(CASE)) if one.name == "level"]


def one_began(one: Running) -> object:
    return one.moment or moment(f"{one.started_on}T00:00")


@settings(max_examples=60)
@given(st.sampled_from(Urgency), STEPS)
def test_there_is_one_lead_no_clock_runs_backward_and_what_is_closed_rests(
    urgency: Urgency, steps: list[tuple[str, str, str, Finding, int]]
) -> None:
    """主办只有一个；期限不为负；办结之后不再计期 (RULES 9, 12, 27)."""
    world = lived(urgency, steps)
    for number in range(1, 4):
        file = whistle(world, number)
        pages = [p.fact for p in world.pages if file and p.fact.head.case_id == file.case_id]
        assert [page.head.version for page in pages] == list(range(1, len(pages) + 1))


@settings(max_examples=60)
@given(STEPS)
def test_nobody_is_blamed_for_time_that_was_not_theirs(
    steps: list[tuple[str, str, str, Finding, int]],
) -> None:
    """等待当事人、等待裁定的时间不计；期限内申请延期的，决定之前不作逾期 (RULES 27 to 29)."""
    world = lived(Urgency.ORDINARY, steps)
    pages = [page.fact for page in world.pages]
    for page in pages:
        if isinstance(page, AnswerLapsed):
            call = last_call(pages, page)
            days = CALENDAR.workdays_between(call.head.on, page.head.on)
            lost = days_of_others(pages, page, call)
            assert days - lost >= WorkingDays(2).n, (page, call)
        if isinstance(page, AnswerLapsed) or late_finish(page):
            assert page.head.on >= open_to(pages, page), page
        if isinstance(page, CheckInLapsed):
            own = [p for p in before(pages, page) if isinstance(p, DepartmentRefused)]
            assert all(p.head.version < page.head.version for p in own)


def before(pages: list[Fact], page: Fact) -> list[Fact]:
    """The department's own pages before this one."""
    here = [p for p in pages if p.head.case_id == page.head.case_id]
    return [
        p
        for p in here
        if p.head.version < page.head.version
        and getattr(p, "department", None) == getattr(page, "department", "")
    ]


def late_finish(page: Fact) -> bool:
    return isinstance(page, DepartmentOverdue) and page.duty == "finish"


def open_to(pages: list[Fact], page: Fact) -> date:
    """The day before which no lapse is recorded, since the centre had not decided a request."""
    own = [p for p in before(pages, page) if p.head.version > last_call(pages, page).head.version]
    asked = [p for p in own if isinstance(p, ExtensionAsked)]
    if not asked:
        return date.min
    decided = [p.head.on for p in own if isinstance(p, ExtensionGranted | ExtensionDenied)]
    return min([CALENDAR.workday_after(asked[-1].head.on, 1), *decided])


def last_call(pages: list[Fact], page: Fact) -> DepartmentCalled:
    return [p for p in before(pages, page) if isinstance(p, DepartmentCalled)][-1]


def days_of_others(pages: list[Fact], page: Fact, call: Fact) -> int:
    """Working days after the call in which something else was awaited."""
    kinds = {
        "routing.refused.v1": "competence_upheld",
        "routing.competence_disputed.v1": "competence_upheld",
        "routing.party_awaited.v1": "party",
    }
    days, since = set(), None
    own = [p for p in before(pages, page) if p.head.version > call.head.version]
    for p in [*own, page]:
        if since is not None and p.kind not in kinds:
            ends = p.kind in (
                "routing.competence_upheld.v1",
                "routing.party_came.v1",
                "routing.wait_lapsed.v1",
            )
            if ends or p is page:
                at = since
                while at < p.head.on:
                    at += timedelta(days=1)
                    if not CALENDAR.is_rest(at):
                        days.add(at)
                since = None
        if p.kind in kinds:
            since = p.head.on
    return len(days)


@settings(max_examples=40)
@given(STEPS)
def test_a_solved_whistle_has_evidence_and_a_callback(
    steps: list[tuple[str, str, str, Finding, int]],
) -> None:
    """不得自行销号：已解决的都有依据和回访 (RULES 24, 36)."""
    world = lived(Urgency.ORDINARY, steps)
    pages = [page.fact for page in world.pages]
    for page in pages:
        if page.kind == "routing.whistle_closed.v1" and page.end == "solved":  # type: ignore[attr-defined]
            own = [p for p in pages if p.head.case_id == page.head.case_id]
            assert any(isinstance(p, DepartmentFinished) for p in own)
            assert any(p.kind == "routing.called_back.v1" for p in own)


@settings(max_examples=40)
@given(STEPS)
def test_the_ladder_only_climbs_and_a_dispute_has_at_most_one_open_whistle(
    steps: list[tuple[str, str, str, Finding, int]],
) -> None:
    """逐级上报，不倒退；同一纠纷至多一个未办结的哨 (RULES 19, 37)."""
    world = lived(Urgency.ORDINARY, steps)
    levels = [p.fact.level for p in world.pages if p.fact.kind == "routing.level_reached.v1"]  # type: ignore[attr-defined]
    assert all(above.reaches(below) for below, above in pairwise(levels))
    files = [whistle(world, number) for number in range(1, 10)]
    assert sum(1 for file in files if file and not file.is_closed) <= 1
    assert LADDERS.name == world.memory.files[ladder_of(CASE)].shelf.name


def test_every_lapse_of_the_table_is_a_move_of_it() -> None:
    """期限届满本身是表中的一步."""
    moves = {move.on for move in WHISTLE.all_moves()}
    assert {row.lapse for row in WHISTLE.deadlines} <= moves
    assert {CheckInLapsed, DepartmentOverdue, CompetenceDisputed} <= moves


def test_what_nobody_does_climbs_to_the_city_and_ends_there() -> None:
    """无人办理的，逐级上报至市级，市级期满终止 (RULES 37)."""
    world = lived(Urgency.ORDINARY, [])
    world.pass_to(moment("2026-11-30T09:00"))
    ladder = world.memory.files[ladder_of(CASE)].value
    reached = [p.fact for p in world.pages if p.fact.kind == "routing.level_reached.v1"]
    assert [(str(p.level), str(p.head.on)) for p in reached] == [  # type: ignore[attr-defined]
        ("township", "2026-09-22"),
        ("leadership", "2026-09-24"),
        ("county", "2026-09-29"),
        ("city", "2026-10-12"),
    ]
    assert ladder.state == "no_longer_tried"
    file = whistle(world)
    assert file
    assert (file.state, file.level, file.centre) == (State.BLOWN, "city", "620700-centre")
    assert all(one.until != NEVER for one in running(world, W))
    assert reached[-1].head.by == CLOCK
    assert climbing.LADDERS is LADDERS
    assert WHISTLES.name == "whistle"
