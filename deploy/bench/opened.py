"""What is opened while pages are measured: each sort of page, at which path and by whom.

Lists are opened at their beginning, far behind it, sorted and narrowed; forms where they may be
sent; and every page where there is something to show, of the filling or of what is in hand.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urlencode

from deploy.bench.at_work import MEDIATORS
from deploy.bench.http import Client
from deploy.bench.life import MEMBERS
from deploy.bench.running import AUTHORITY, CITY, COUNTY, RESPONDENT, WINDOW, Running, settings_of
from deploy.bench.whistles import LEAD
from deploy.boards.catalogue import BOARDS
from shared.auth import Role
from shared.clock import WallClock
from shared.contracts.intake import Side
from shared.party.session import COOKIE, begun, written
from shared.people import Proved, keyed_hash

BOARD: Final = "board "
"""What a sort of boards is called, each with its name behind it: they have a bound of their own."""

PAGES_ON: Final = 20
"""How far behind the first one a far page is."""

NUMBERS: Final = """
SELECT labels->>'number' AS number FROM hub.file
WHERE office = 'intake' AND procedure = 'registration' ORDER BY case_id LIMIT 2000
"""

APPLICATIONS: Final = """
SELECT a.case_id::text AS id, i.labels->>'number' AS number, a.closed
FROM hub.file a JOIN hub.file i ON i.case_id = a.dispute_id
WHERE a.office = 'reconsideration' AND a.procedure IN ('ordinary', 'simplified')
  AND (a.closed OR a.state = 'examining')
ORDER BY a.closed, a.case_id LIMIT 2000
"""
"""Those in which most is on file first, then such as are over."""

FILES: Final = """
SELECT v.case_id::text AS id, i.labels->>'number' AS number
FROM hub.file v JOIN hub.file i ON i.case_id = v.dispute_id
WHERE v.office = $1 AND v.procedure = $2 AND NOT v.closed ORDER BY v.case_id LIMIT 2000
"""

PARTIES: Final = """
SELECT p.person_id, p.dispute_id, p.id_number, i.labels->>'number' AS number
FROM hub.people p JOIN hub.file i ON i.case_id = p.dispute_id
WHERE p.side = 'applicant' AND p.of_file IS NULL ORDER BY p.person_id LIMIT 500
"""

HOTSPOTS: Final = "SELECT case_id::text AS id FROM routing.hotspot ORDER BY case_id LIMIT 100"

NEXT: Final = re.compile(r'<a href="([^"]+)" rel="next">')


class Opened(NamedTuple):
    """A page: its path, with whose token or cookie, and with what form if one is sent."""

    path: str
    token: str = ""
    cookie: str = ""
    form: Mapping[str, str] | None = None


Sort = Callable[[random.Random], Opened]
"""A page of this sort."""


async def open_one(client: Client, one: Opened) -> str:
    """The page."""
    return await client.page(one.path, one.token, cookie=one.cookie, form=one.form)


async def sorts(hub: Running) -> Mapping[str, Sort]:
    """What is opened, each sort as often as every other."""
    found = {**_plain(hub), **await _far(hub)}
    return {**{name: _always(one) for name, one in found.items()}, **await _chosen(hub)}


def _plain(hub: Running) -> Mapping[str, Opened]:
    """Pages and lists that stand at one address."""
    window, lead = hub.token(Role.WINDOW, WINDOW), hub.token(Role.DEPARTMENT, LEAD)
    blamed = hub.token(Role.DEPARTMENT, RESPONDENT)
    overseer = hub.token(Role.SUPERVISOR, f"{CITY}-centre")
    body = hub.token(Role.RECONSIDERATION, AUTHORITY)
    head = hub.token(Role.RECONSIDERATION_HEAD, AUTHORITY)
    mediator = hub.token(Role.MEDIATOR, MEDIATORS)
    mine = "/desk/reconsideration/mine?whose=unassigned"
    return {
        "desk": Opened("/desk", window),
        "list": Opened(f"/desk/disputes?county={COUNTY}", window),
        "list of mediations": Opened("/desk/disputes?office=mediation", mediator),
        "directory": Opened(f"/desk/directory?q={quote('甘州')}", lead),
        "registration": Opened("/desk/window/register", window),
        "queue of a window": Opened("/desk/window", window),
        "queue, running": Opened("/desk/window?tab=running", window),
        "all of a window": Opened("/desk/window?tab=all", window),
        "all of a window, page 20": Opened("/desk/window?tab=all&page=20", window),
        "all of a window by due": Opened("/desk/window?tab=all&sort=due", window),
        "all of a window, narrowed": Opened("/desk/window?tab=all&matter=wuye&mine=true", window),
        "department": Opened("/desk/department", lead),
        "department, narrowed": Opened("/desk/department?duty=answer&sort=-due", lead),
        "owed by a department": Opened("/desk/department/owed", lead),
        "responding": Opened("/desk/reconsideration/responding", blamed),
        "centre": Opened("/desk/centre", overseer),
        "live": Opened("/desk/live", overseer),
        "live by department": Opened("/desk/live?by=department", overseer),
        "live, its cases": Opened(f"/desk/live/cases?line={COUNTY}&column=running", overseer),
        "cases of the body": Opened(mine, body),
        "cases of the body by day": Opened(f"{mine}&sort=-received", body),
        "cases of the body, on hand": Opened(f"{mine}&stage=on_hand", body),
        "following": Opened("/desk/reconsideration/following", body),
        "approvals": Opened("/desk/reconsideration/approvals", head),
        "load of reviewers": Opened("/desk/reconsideration/reviewers", head),
        "overseeing": Opened("/desk/reconsideration/overseeing", head),
        "law desk": Opened("/desk/law", window),
        "notices": Opened("/desk/notices", lead),
        "party": Opened("/party"),
        "decisions": Opened("/party/decisions"),
        **_of_committee(hub),
        **{f"cases of {name}": Opened(path, overseer) for name, path in _behind().items()},
    }


def _of_committee(hub: Running) -> Mapping[str, Opened]:
    secretary = hub.token(Role.SECRETARY, f"{COUNTY}-committee")
    return {
        "committee": Opened("/desk/consultation?tab=seated", secretary),
        "asked of a member": Opened("/desk/consultation/mine", _member(hub)),
        "roster": Opened("/desk/consultation/roster", secretary),
        "load of members": Opened("/desk/consultation/load", secretary),
    }


def _behind() -> Mapping[str, str]:
    """The cases behind numbers of boards, one list of each kind."""
    asked: Mapping[str, Mapping[str, str]] = {
        "roads": {"of": "roads", "open": "true"},
        "figures": {"of": "figures", "measure": "registered"},
        "periods": {"of": "periods", "how": "running", "sort": "-until"},
        "reconsiderations": {"of": "reconsiderations", "measure": "received"},
    }
    return {name: f"/desk/boards/cases?{urlencode(said)}" for name, said in asked.items()}


async def _far(hub: Running) -> Mapping[str, Opened]:
    """Lists far behind their first page, which only the page before leads to."""
    body = hub.token(Role.RECONSIDERATION, AUTHORITY)
    window = hub.token(Role.WINDOW, WINDOW)
    first = {
        "list, far": Opened(f"/desk/disputes?county={COUNTY}", window),
        "cases of the body, far": Opened("/desk/reconsideration/mine?whose=every", body),
    }
    client = await Client.connect(hub.port)
    try:
        return {name: await _turned(client, one) for name, one in first.items()}
    finally:
        client.close()


async def _turned(client: Client, one: Opened) -> Opened:
    for _ in range(PAGES_ON):
        following = NEXT.findall(await open_one(client, one))
        if not following:
            break
        one = one._replace(path=unescape(following[-1]))
    return one


async def _chosen(hub: Running) -> Mapping[str, Sort]:
    """Pages of one file, another one each time."""
    window, lead = hub.token(Role.WINDOW, WINDOW), hub.token(Role.DEPARTMENT, LEAD)
    overseer = hub.token(Role.SUPERVISOR, f"{CITY}-centre")
    body = hub.token(Role.RECONSIDERATION, AUTHORITY)
    numbers = await hub.pool.fetch(NUMBERS)
    applications = await hub.pool.fetch(APPLICATIONS)
    open_ones = [row for row in applications if not row["closed"]]
    whistles = await hub.pool.fetch(FILES, "routing", "whistle")
    panels = await hub.pool.fetch(FILES, "consultation", "consultation")
    hotspots = await hub.pool.fetch(HOTSPOTS)
    boards = [{"name": name} for name in sorted(BOARDS)]
    whistle, panel = "/desk/department/whistles/{id}", "/desk/consultation/files/{id}"
    secretary = hub.token(Role.SECRETARY, f"{COUNTY}-committee")
    parties = [{**row, "cookie": _cookie(hub, row)} for row in await hub.pool.fetch(PARTIES)]
    search = {"phone": "{id_number}"}
    one_of: Mapping[str, tuple[Sequence[Mapping[str, Any]], Opened]] = {
        "case": (numbers, Opened("/desk/disputes/{number}", window)),
        "case seen from above": (numbers, Opened("/desk/disputes/{number}", overseer)),
        "receipt": (numbers, Opened("/desk/window/receipt/{number}", window)),
        "rehearsal": (numbers, Opened("/desk/disputes/{number}/rehearsal", overseer)),
        "press": (numbers, Opened("/desk/press/{number}", overseer)),
        "application opened": (
            numbers, Opened("/desk/disputes/{number}/open/reconsiderations", window),
        ),
        "application": (applications, Opened("/desk/reconsideration/files/{id}", body)),
        "case of a body": (open_ones, Opened("/desk/disputes/{number}", body)),
        "form of views": (open_ones, Opened("/desk/disputes/{number}/files/{id}/views", body)),
        "form of a draft": (open_ones, Opened("/desk/disputes/{number}/files/{id}/draft", body)),
        "whistle": (whistles, Opened(whistle, lead)),
        "form of an answer": (whistles, Opened(f"{whistle}?act=answer", lead)),
        "consultation": (panels, Opened(panel, secretary)),
        "consultation of a member": (panels, Opened(panel, _member(hub))),
        "party's case": (parties, Opened("/party/case", cookie="{cookie}")),
        "search for a party": (parties, Opened("/desk/window", window, form=search)),
        BOARD: (boards, Opened("/desk/boards/{name}", overseer)),
    }  # fmt: skip
    spots = "/desk/boards/cases?of=hotspot&hotspot={id}"
    if hotspots:
        one_of = {**one_of, "cases of a hot spot": (hotspots, Opened(spots, overseer))}
    return {name: some(rows, one) for name, (rows, one) in one_of.items()}


def _member(hub: Running) -> str:
    """The token of whoever sits in every panel."""
    return hub.token(Role.COMMITTEE, f"{COUNTY}-committee", code=MEMBERS[0])


def _cookie(hub: Running, row: Mapping[str, Any]) -> str:
    """What the browser of a party holds that has shown who it is."""
    secret, now = settings_of(hub.place, hub.port).key(), WallClock().now()
    who = Proved(row["dispute_id"], frozenset({row["person_id"]}), Side.APPLICANT)

    def hashed(value: str) -> str | None:
        return keyed_hash(secret, value)

    return f"{COOKIE}={written(begun(row['number'], who, hashed, now, proved=now), hashed)}"


def _always(one: Opened) -> Sort:
    return lambda _: one


def some(rows: Sequence[Mapping[str, Any]], one: Opened) -> Sort:
    """The page of one of these rows, whose values stand where it names them."""

    def of(dice: random.Random) -> Opened:
        row = dice.choice(rows)
        form = one.form and {name: said.format(**row) for name, said in one.form.items()}
        path, cookie = one.path.format(**row), one.cookie.format(**row)
        return Opened(path, one.token, cookie, form)

    return of
