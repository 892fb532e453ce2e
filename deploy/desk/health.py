"""运行状况: which parts are at work, and what has not been sent or heard yet."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from starlette.responses import Response

from deploy.compose import offices
from deploy.parts import PARTS
from services.notification.pages.sendings import CHANNELS, STATES
from services.notification.sending.figures import unsent
from shared.auth import Identity, Role
from shared.frame import Page, PageDep, page_router
from shared.presence import seen
from shared.web import needs

router = page_router()

BACK: Final = 5_000
"""So many of the newest pages are looked at: what waits longer, `hub verify` finds."""

UNSENT: Final = """
SELECT count(*) AS pieces, min(o.at) AS since
FROM hub.unsent u JOIN hub.outbox o USING (seq)
"""

UNHEARD: Final = """
WITH newest AS (
  SELECT o.case_id, o.version, o.kind, o.at
  FROM hub.position p JOIN hub.outbox o USING (seq)
  WHERE p.position > (SELECT coalesce(max(position), 0) - $3 FROM hub.position)
)
SELECT l.consumer, count(n.case_id) AS pieces, min(n.at) AS since
FROM unnest($1::text[], $2::text[]) AS l(consumer, kind) JOIN newest n ON n.kind = l.kind
WHERE NOT EXISTS (SELECT FROM hub.inbox i WHERE i.consumer = l.consumer
                  AND i.case_id = n.case_id AND i.version = n.version)
  AND NOT EXISTS (SELECT FROM hub.parked p WHERE p.consumer = l.consumer
                  AND p.case_id = n.case_id AND p.version = n.version)
GROUP BY l.consumer
"""

PARKED: Final = """
SELECT consumer, count(*) AS pieces, min(at) AS since FROM hub.parked
WHERE state IN ('parked', 'waiting') GROUP BY consumer
"""

NOTICES: Final = {state: says for state, says in STATES if state not in {"", "sent", "claimed"}}
"""States of what goes out in which it waits, or waits for somebody."""

OVERDUE: Final = """
SELECT count(*) FROM hub.deadline
WHERE ended IS NULL AND until < $1::timestamptz - interval '1 minute'
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the hub, and whether it is at work."""

    name: str
    term: str
    is_there: bool


@router.get("/desk/health")
async def health(page: PageDep, who: Annotated[Identity, needs(Role.ADMINISTRATOR)]) -> Response:
    """运行状况."""
    del who
    pool, now = page.hub.pool, await page.hub.now()
    terms = {one.name: one.term for one in offices()}
    pairs = [
        (f"{_prefix(page)}.{one.name}.office", kind.kind_name())
        for one in offices()
        for kind in one.listens
    ]
    unheard = await pool.fetch(UNHEARD, [c for c, _ in pairs], [k for _, k in pairs], BACK)
    return page.show(
        "deploy/health.html",
        title="运行状况",
        parts=await _parts(page, terms),
        unsent=await pool.fetchrow(UNSENT),
        unheard={row["consumer"]: row for row in unheard},
        parked={row["consumer"]: row for row in await pool.fetch(PARKED)},
        consumers=[(c, terms[c.split(".")[1]]) for c in dict.fromkeys(c for c, _ in pairs)],
        notices=[row for row in await unsent(pool, now) if row["state"] in NOTICES],
        notice_states=NOTICES,
        notice_channels=dict(CHANNELS),
        overdue=await pool.fetchval(OVERDUE, now),
        shift=_said(await pool.fetchval("SELECT shift FROM hub.clock")),
        now=now,
        back=BACK,
    )


async def _parts(page: Page, terms: dict[str, str]) -> list[Part]:
    there = await seen(page.hub.pool)
    named = {"relay": "传递", "sweep": "时钟"}
    return [
        Part(name, named.get(name) or f"{terms[name.removeprefix('work.')]}承办", number in there)
        for number, name in enumerate(PARTS)
    ]


def _prefix(page: Page) -> str:
    prefix: str = page.request.app.state.prefix
    return prefix


def _said(shift: timedelta) -> str:
    """How far the clock was moved; nothing where it was not."""
    days, hours = shift.days, shift.seconds // 3600
    return f"{days}日{hours}小时" if shift else ""
