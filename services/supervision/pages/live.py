"""城市态势: what moves in the city as it moves, and what stood there at any moment (PLAN 33)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final, TypeVar
from urllib.parse import urlencode

from fastapi import Query
from pydantic import Field
from starlette.responses import Response

from services.supervision.live.counting import By
from services.supervision.live.reading import (
    Narrowed,
    board_at,
    kept_to,
    own_county,
    position_at,
    recorded_at,
)
from services.supervision.live.telling import NAMES, WATCHERS
from services.supervision.pages.happening import ORGANS, Happening
from services.supervision.pages.lines import GROUPS, HEADS, TOTALS, lines_of
from shared.auth import Identity
from shared.contracts.catalogue import KINDS, wording
from shared.contracts.routing import Road
from shared.db import Conn
from shared.errors import Malformed
from shared.frame import Page, PageDep, page_router
from shared.frame.meanings import meanings
from shared.frame.organs import organ_code
from shared.frame.sorting import Order
from shared.law.period import CITY
from shared.law.terms.actors import OFFICES
from shared.problem import problem_of
from shared.problem.model import Problem
from shared.stream.books import Books
from shared.stream.wants import LATE, Filters, Wants
from shared.web import needs

router = page_router()

Watcher = Annotated[Identity, needs(*WATCHERS)]

SHOWN: Final = 60
"""Facts that the page comes with; the script lets the list grow to 200."""

EARLIEST: Final = datetime(2000, 1, 1, tzinfo=CITY)
"""No further back than this is looked."""

NARROWING: Final = ("county", "office", "department", "kind", "road", "matter", "only", "by")
SHOWING: Final = (*NARROWING, "sort", "after")
"""What an address of the page goes on with."""

AskedT = TypeVar("AskedT", bound="Asked")


class Asked(Filters):
    """What the page is asked for: filters, and a moment or a position to go back to."""

    at: str = Field("", title="时刻", description="回看到这一时刻", max_length=40)
    position: int | None = Field(None, ge=0, title="流位", description="回看到这一流位")
    sort: str = Field("", title="次序", description="列名，前加 - 为从多到少", max_length=10)
    after: int = Field(0, ge=0, le=100_000, title="其后", description="前面各页的行数")
    part: str = Field("", title="部分", description="picture 只要态势表和动态", max_length=10)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the picture is taken: a position, and the moment in which it is looked at."""

    position: int
    at: datetime
    live: bool
    top: int
    """The newest position that can be gone back to."""
    unclear: bool = False
    """What was typed is no moment."""


@router.get("/desk/live")
async def live(page: PageDep, who: Watcher, asked: Annotated[Asked, Query()]) -> Response:
    """城市态势: the board of counties and the newest facts, live or as of a moment."""
    asked = within_own(who, asked)
    own, by = own_county(who), By(asked.by or By.COUNTY)
    asked, unknown = _named(page, asked)
    wants = Wants.of(who, asked)
    now = await page.hub.now()
    async with page.hub.pool.acquire() as conn:
        place = await place_of(conn, now, asked)
        board = await board_at(conn, place.position, place.at, Narrowed.to(wants), by)
    books = Books(page.hub.pool)
    newest = await books.last() if place.live else place.position
    facts = [Happening.of(one) for one in await books.newest(wants, newest, SHOWN)]
    order = Order.of(asked.sort, "directory")
    only = wants.departments if by is By.DEPARTMENT and asked.department else wants.counties
    lines = lines_of(board, page.hub.directory, by, only, order=order, after=asked.after)
    return page.show(
        "supervision/live.html",
        title="城市态势" if place.live else "城市态势回看",
        block="picture" if asked.part == "picture" else "",
        status=422 if unknown else 200,
        unknown=unknown or (),
        organs=[(one.code, one.name) for one in page.hub.directory.organs()],
        by=by,
        groups=GROUPS,
        tabs=[(code, says, _turned(asked, place, code)) for code, says in GROUPS.items()],
        cleared=address(Asked(at=asked.at), place),
        heads=[(each, *HEADS[each]) for each in by.columns],
        lines=lines.page,
        total=lines.total if not own or by is not By.COUNTY else None,
        called_total=TOTALS[by],
        order=str(order),
        facts=facts,
        place=place,
        asked=asked,
        own=own,
        choices=_choices(page),
        back=lambda **more: address(asked, **more),
        behind=lambda line: address(asked, place, "/desk/live/cases", line=line, after=None),
        hour=timedelta(hours=1),
        script=_for_the_script(page, newest, asked, by),
    )


def _named(page: Page, asked: Asked) -> tuple[Asked, Problem | None]:
    """With the organ's code where its name was written; and what is wrong with it.

    An organ that nobody knows narrows nothing: a board of noughts would read as the truth.
    """
    try:
        code = organ_code(asked.department, page.hub.directory, "department")
    except Malformed as error:
        return asked.model_copy(update={"department": ""}), problem_of(error, page.request)
    return asked.model_copy(update={"department": code}), None


def within_own(who: Identity, asked: AskedT) -> AskedT:
    """The same, in the county beyond which the reader sees nothing."""
    own = own_county(who)
    return asked.model_copy(update={"county": own}) if own else asked


def address(
    asked: Asked, place: Place | None = None, path: str = "/desk/live", **more: object
) -> str:
    """An address that keeps what is asked for, with more; of a place in the past that one, too."""
    said = {name: value for name in SHOWING if (value := getattr(asked, name))}
    there: dict[str, object] = {}
    if place and not place.live:
        there = {"at": asked.at} if asked.at else {"position": place.position}
    kept = {n: str(v) for n, v in {**said, **there, **more}.items() if v not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def _turned(asked: Asked, place: Place, by: By) -> str:
    """The same board by other lines, in the same order if they have that column."""
    column = Order.of(asked.sort, "").by
    sort = asked.sort if column in by.columns else None
    return address(asked, place, by="" if by is By.COUNTY else by, sort=sort, after=None)


async def place_of(conn: Conn, now: datetime, asked: Asked) -> Place:
    """Where the picture is taken that is asked for: now, at a position, or in a moment."""
    top = await kept_to(conn)
    if asked.position is not None:
        position = min(asked.position, top)
        at = await recorded_at(conn, position)
        return Place(position, (at or now).astimezone(CITY), live=False, top=top)
    if asked.at:
        try:
            moment = datetime.fromisoformat(asked.at)
        except ValueError:
            return Place(top, now, live=True, top=top, unclear=True)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=CITY)
        # Nothing was recorded before; the first days of the calendar have none before them.
        moment = min(max(moment, EARLIEST), now).astimezone(CITY)
        return Place(await position_at(conn, moment, top), moment, live=False, top=top)
    return Place(top, now, live=True, top=top)


def _choices(page: Page) -> Mapping[str, list[tuple[str, str]]]:
    directory = page.hub.directory
    return {
        "county": [("", "全市"), *((one.code, one.name) for one in directory.counties())],
        "office": [("", "全部机构"), *((one.english, one.chinese) for one in OFFICES)],
        "road": [("", "全部途径"), *meanings(Road).items()],
        "matter": [("", "全部类型"), *((k, m.name) for k, m in directory.matters.items())],
        "kind": [("", "全部事项"), *((kind, wording(kind).term) for kind in KINDS)],
        "only": [("", "全部动态"), ("late", "只看预警、逾期和届满")],
    }


def _for_the_script(page: Page, newest: int, asked: Asked, by: By) -> Mapping[str, object]:
    directory = page.hub.directory
    places = {one.code: one.name for one in (directory.city, *directory.counties())}
    said = {name: value for name in NARROWING if (value := getattr(asked, name))}
    return {
        "stream": f"/stream?{urlencode({**said, 'after': newest, 'board': 'true'})}",
        "lines": NAMES[by],
        "kinds": list(KINDS),
        "late": sorted(LATE),
        "organs": list(ORGANS),
        "offices": {one.english: one.chinese for one in OFFICES},
        "names": places | {one.code: one.name for one in directory.organs()},
    }
