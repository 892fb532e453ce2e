"""What a board is asked for: county, days, road, all in the address; and as far as one may see."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from services.routing.figures.fold import Question
from services.routing.figures.measures import By
from services.routing.figures.sight import seen_by
from shared.auth import Identity
from shared.casepage.track import ROADS
from shared.directory import Directory
from shared.errors import Malformed
from shared.frame import Page
from shared.law.day import legal_day
from shared.work import Hub

CITY_WIDE: Final = "全市"

ANY_ROAD: Final = "*"
"""Of a board or a list whose numbers can be narrowed to a road; others have one, or none."""


class Asked(BaseModel):
    """看板的条件."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    county: str = Field("", title="县区", max_length=12)
    start: str = Field("", alias="from", title="自哪一日", max_length=10)
    until: str = Field("", alias="to", title="至哪一日", max_length=10)
    road: str = Field("", title="途径", max_length=40)


class Apart(Asked):
    """The same, and by what numbers are put apart, or in which order they stand."""

    by: str = Field("", title="分组", max_length=20)
    sort: str = Field("", title="排序", max_length=10)
    cursor: str = Field("", title="下一页", max_length=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is asked, as far as whoever asks may have it answered, and of which moment."""

    hub: Hub
    who: Identity
    county: str
    start: date
    until: date
    """The last day, counted in."""
    road: str
    now: datetime

    @property
    def directory(self) -> Directory:
        """组织名录."""
        return self.hub.directory

    @property
    def today(self) -> date:
        """The legal day of the moment."""
        return legal_day(self.now)

    @property
    def said(self) -> dict[str, str]:
        """The conditions, as an address says them."""
        said = {"county": self.county, "from": f"{self.start}", "to": f"{self.until}"}
        return {name: value for name, value in (said | {"road": self.road}).items() if value}

    def address(self, path: str, **more: str) -> str:
        """A page of the same conditions."""
        return f"{path}?{urlencode({**self.said, **more})}"

    def question(self, by: By | None = None) -> Question:
        """As the figures are asked (RULES 61)."""
        asked = Question(
            as_of=self.now,
            start=self.start,
            until=self.until,
            by=by,
            county=self.county,
            road=self.road,
        )
        return seen_by(self.who, asked)

    def on(self, road: str) -> "Scope":
        """The same on the road that a board or a list has: any that is asked for, or its own."""
        return self if road == ANY_ROAD else replace(self, road=road)

    def words(self, *, with_road: bool) -> list[tuple[str, str]]:
        """The conditions, as a report says them."""
        place = self.directory.place(self.county).name if self.county else CITY_WIDE
        road = [("途径", ROADS.get(self.road, "全部"))] if with_road else []
        return [("县区", place), ("期间", f"{self.start}至{self.until}"), *road]


async def scope_of(page: Page, who: Identity, asked: Asked) -> Scope:
    """The scope of a request; from the first of this month until today if no days are said.

    Raises:
        Unknown: It names a county that is not theirs, or that there is not.
        Malformed: A day is none, or the first comes after the last.
    """
    now = await page.hub.now()
    today = legal_day(now)
    start = day_in(asked.start, "from") or today.replace(day=1)
    until = day_in(asked.until, "to") or max(today, start)
    if start > until:
        raise Malformed("期间的起日晚于止日", "from")
    county = asked.county
    if county and county not in {place.code for place in page.hub.directory.counties()}:
        raise Malformed(f"名录中没有县区“{county}”", "county")
    if asked.road and asked.road not in ROADS:
        raise Malformed(f"没有途径“{asked.road}”", "road")
    own = seen_by(who, Question(as_of=now, county=county)).county
    return Scope(
        hub=page.hub, who=who, county=own, start=start, until=until, road=asked.road, now=now
    )


def day_in(text: str, name: str) -> date | None:
    """The day that a field of the address says; None where it says none.

    Raises:
        Malformed: It is no day.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Malformed(f"日期“{text}”无法识别，应如2026-11-28", name) from None
