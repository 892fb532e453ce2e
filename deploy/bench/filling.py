"""Filling 预置: many cases of earlier days, handed to the unit of work in bulk.

They are made by the same commands on the days of four hundred, one after the other, but were never
sent: relay and inbox are told that all this is behind them. One in twenty is of the last days and
waits for its respondent's reply; the others were withdrawn, so nothing of theirs falls due any
more. What the worker keeps of cases for boards is kept of them already.
"""

from datetime import timedelta
from functools import partial
from typing import Final
from uuid import uuid4

import asyncpg

from deploy.bench.life import application, complaint
from deploy.bench.running import WINDOW, settings_of
from deploy.bench.servers import Place
from deploy.compose import make_hub
from services.intake.commands import Entry, register
from services.intake.schemas import DisputeIn
from services.reconsideration.commands import deciding, filing, handling
from services.reconsideration.domain.application import file_of
from services.reconsideration.schemas.filing import ApplicationIn
from services.routing import commands as routing
from services.routing.figures import keeping as figures
from services.routing.store import routing_of, whistle_of
from services.supervision.live import keeping as picture
from shared.clock import StillClock, WallClock
from shared.contracts.intake import DisputeRegistered
from shared.db import Pool
from shared.law.period import legal_day
from shared.people import keyed_hash
from shared.work import Act, Claim, Hub, Work

TOGETHER: Final = 250

DAYS: Final = 400
FRESH_DAYS: Final = 8
"""In so many days nobody's reply is due yet."""

FRESH: Final = 1 / 20
"""How many are of these days, and still at work."""

BEHIND: Final = """
WITH p AS (
  INSERT INTO hub.position SELECT row_number() OVER (ORDER BY seq), seq FROM hub.outbox
  RETURNING position
), gone AS (DELETE FROM hub.unsent), heard AS (
  INSERT INTO hub.inbox SELECT $1, case_id, version FROM hub.outbox WHERE office = 'intake'
  ON CONFLICT DO NOTHING
)
INSERT INTO hub.sent SELECT '', 0, max(position), 0 FROM p
"""


async def fill(place: Place, cases: int) -> None:
    """Make so many cases, and leave nothing to be sent."""
    secret = settings_of(place, 1).key()
    async with asyncpg.create_pool(place.database, min_size=1, max_size=2) as pool:
        now = WallClock().now()
        clock = StillClock(now - timedelta(days=DAYS))
        hub = make_hub(pool, clock=clock, secret=secret)
        for done in range(0, cases, TOGETHER):
            ago = days_ago(done / cases)
            clock.move_to(now - timedelta(days=ago))
            fresh = ago <= FRESH_DAYS
            acts = [_act(hub, secret, withdrawn=not fresh) for _ in range(TOGETHER)]
            await hub.run(acts)
            for act in acts:
                if act.error is not None:
                    raise act.error
        await put_behind(pool, place)
        await figures.rebuild(pool)
        while await picture.step(hub):
            pass
        await pool.execute("VACUUM ANALYZE", timeout=600)


def days_ago(part: float) -> float:
    """How long ago this part of all was made, from the first one on."""
    if part < 1 - FRESH:
        return DAYS - (DAYS - FRESH_DAYS - 1) * part / (1 - FRESH)
    return FRESH_DAYS * (1 - part) / FRESH


async def put_behind(pool: Pool, place: Place) -> None:
    """Tell relay and inbox that all pages so far were sent and heard long since."""
    await pool.execute(BEHIND, f"{place.prefix}.routing.office", timeout=600)
    await pool.execute("VACUUM ANALYZE", timeout=600)


def _act(hub: Hub, secret: bytes, *, withdrawn: bool) -> Act:
    entry = DisputeIn.model_validate(complaint()).entry(
        window=WINDOW,
        key=uuid4().hex,
        by="window-1",
        directory=hub.directory,
        hasher=lambda value: keyed_hash(secret, value) if value else None,
    )
    today = legal_day(hub.clock.now())
    applied = ApplicationIn.model_validate(application(str(entry.key), today - timedelta(days=1)))
    case_id = file_of(entry.key, applied.said())
    return Act(
        do=partial(_live, entry=entry, applied=applied, withdrawn=withdrawn),
        files=(entry.key, routing_of(entry.key), whistle_of(entry.key), case_id),
        claims=(Claim(entry.key, entry.key, entry.digest),),
        numbers=1,
    )


def _live(work: Work, entry: Entry, applied: ApplicationIn, *, withdrawn: bool) -> None:
    register(work, entry, (), mark=entry.digest)
    fact = work.frame.pages[-1].fact
    assert isinstance(fact, DisputeRegistered)  # noqa: S101 - it was registered just now
    routing.triage(work, fact)
    said, who = applied.said(), "reconsideration-1"
    case_id = file_of(entry.key, said)
    filing.receive(work, case_id, entry.key, said, text=applied.text, by=who)
    filing.accept(work, case_id, by=who)
    handling.send_copy(work, case_id, by=who)
    if withdrawn:
        deciding.withdraw(work, case_id, by=who)
        deciding.permit_withdrawal(work, case_id, by=who)
