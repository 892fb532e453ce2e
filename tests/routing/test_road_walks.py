"""No whistle, mediation, correction or time moves a statutory date (RULES 58), by many walks."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deploy.rehearse.world import World
from services.mediation import commands as mediation
from services.mediation.store import mediation_of
from services.routing import roads
from services.routing.agents import LISTENS
from services.routing.commands import centre, departments
from services.routing.store import routing_of, whistle_of
from shared.contracts.fact import Head
from shared.contracts.intake import DisputeRegistered, Side, Willingness
from shared.contracts.mediation import Ground
from shared.contracts.routing import Finding, Road
from shared.errors import HubError
from shared.law.calendar import CALENDAR
from shared.law.day import CITY
from shared.law.procedure import Refused
from shared.law.running import Running
from shared.work import Act, Work
from tests.routing.cases import DIRECTORY, DISPUTE, day, registered

BEGINS: Final = datetime(2026, 3, 2, 9, tzinfo=CITY)
FILE, WHISTLE, MEDIATION = routing_of(DISPUTE), whistle_of(DISPUTE), mediation_of(DISPUTE)
LEAD: Final = "620702-renshe"

ACTS: Final = {
    "check_in": partial(departments.check_in, case_id=WHISTLE, department=LEAD, by="o-1"),
    "answer": partial(
        departments.answer,
        case_id=WHISTLE,
        department=LEAD,
        finding=Finding.NOT_SOLVED,
        opinion="未解决",
        by="o-1",
    ),
    "close": partial(centre.close, case_id=WHISTLE, by="o-1"),
    "consent": partial(
        mediation.consent, case_id=MEDIATION, sides=(Side.APPLICANT, Side.OPPONENT), by="m-1"
    ),
    "appoint": partial(
        mediation.appoint, case_id=MEDIATION, mediators=("m-1",), chosen=False, by="m-1"
    ),
    "extend": partial(mediation.extend, case_id=MEDIATION, extended_to=day("2026-07-31"), by="m-1"),
    "agree": partial(
        mediation.agree_orally, case_id=MEDIATION, content="和好", perform_by=None, by="m-1"
    ),
    "fail": partial(mediation.fail, case_id=MEDIATION, ground=Ground.NO_AGREEMENT, by="m-1"),
    "refuse": partial(mediation.refuse, case_id=MEDIATION, side=Side.OPPONENT, by="m-1"),
    "correct_away": partial(
        roads.correct,
        case_id=FILE,
        road=Road.ADMINISTRATIVE_MEDIATION,
        article="PLAN 23",
        reason="由部门调解",
        found={},
        by="w-1",
    ),
    "correct_back": partial(
        roads.correct,
        case_id=FILE,
        road=Road.PEOPLES_MEDIATION,
        article="LDMA 10",
        reason="由调委会调解",
        found={},
        by="w-1",
    ),
}
"""What offices may do to a labour dispute that both sides want mediated."""


def world() -> World:
    """A city in which the dispute was just registered."""
    made = World(BEGINS, CALENDAR, DIRECTORY)
    head = Head(
        dispute_id=DISPUTE, case_id=DISPUTE, version=1, on=BEGINS.date(), at=BEGINS, by="w-1"
    )
    fact = registered(
        "laodong", head=head, willingness=Willingness.BOTH, learnt_on=day("2026-01-12")
    )
    heard = LISTENS[DisputeRegistered]
    run(made, partial(_hear, heard.handler, fact), *heard.files(fact))
    return made


def run(made: World, do: Any, *files: UUID) -> None:  # noqa: ANN401 - any command
    """One act and what follows from it; what the law refuses changes nothing."""
    act = Act(do=do, files=files, labels={"county": "620702", "window": "620702-window-1"})
    asyncio.run(made.run([act]))
    if act.error is not None and not isinstance(act.error, Refused | HubError):
        raise act.error


def _hear(handler: Any, fact: DisputeRegistered, work: Work) -> None:  # noqa: ANN401 - any handler
    handler(work, fact)


def dates(made: World) -> Iterator[tuple[object, ...]]:
    """Everything by which the periods of the party run."""
    held: dict[Any, Running] = made.memory.files[FILE].deadlines
    for one in held.values():
        if not one.lapsed:
            yield one.name, one.subject, one.started_on, one.period, one.article, one.course
            yield one.until, one.provisional


walks = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 15)), max_size=14)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(walks)
def test_whatever_offices_do_the_date_of_arbitration_stays_where_the_law_put_it(
    walk: list[tuple[str, int]],
) -> None:
    """吹哨、调解、延长、调解不成、更正途径，仲裁时效的届满之日不变 (LDMA 27; RULES 58)."""
    made = world()
    before = list(dates(made))
    assert before
    for name, days in walk:
        made.pass_to(made.clock.now() + timedelta(days=days))
        run(made, ACTS[name], FILE, WHISTLE, MEDIATION)
        assert list(dates(made)) == before


def test_the_acts_of_the_walks_come_about() -> None:
    """The walks are worth something: nearly every act comes about in one of these."""
    done: set[str] = set()
    for order in (
        ("check_in", "answer", "appoint", "extend", "agree"),
        ("appoint", "fail"),
        ("correct_away", "correct_back"),
        ("refuse",),
    ):
        made = world()
        for name in order:
            pages = len(made.pages)
            run(made, ACTS[name], FILE, WHISTLE, MEDIATION)
            done |= {name} if len(made.pages) > pages else set()
    assert done == set(ACTS) - {"close", "consent"}
