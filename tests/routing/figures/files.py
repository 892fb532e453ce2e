"""Whistle files for counting: pages at given moments, as the facts' own words have them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.intake import Channel, DisputeRegistered
from shared.contracts.routing import (
    CallRole,
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCheckedIn,
    Finding,
    Road,
    Rung,
    Tier,
    WhistleBlown,
    WhistleKind,
)
from shared.law.day import CITY

LEAD, ASSIST = "620702-sifa", "620702-zhujian"
PLACE, CENTRE = "620702100", "620702100-centre"
ROOT = UUID("00000000-0000-4000-8000-00000000000f")
PAPER = UUID("00000000-0000-4000-8000-0000000000aa")


def moment(text: str) -> datetime:
    """A moment in the city, from `2026-11-23T09:20`."""
    return datetime.fromisoformat(text).replace(tzinfo=CITY)


class Book:
    """A file being written, page by page."""

    def __init__(self, name: str = "one", at: str = "2026-11-23T09:00") -> None:
        self.case_id = uuid5(ROOT, name)
        self.dispute_id = uuid5(ROOT, f"dispute of {name}")
        self.pages: list[Fact] = []
        self._at = moment(at)

    def put(self, kind: type[Fact], at: str | datetime = "", **more: Any) -> "Book":  # noqa: ANN401 - any field
        """The next page, at this moment or that of the page before."""
        if at:
            self._at = at if isinstance(at, datetime) else moment(at)
        recorded = more.pop("recorded", self._at)
        by = CLOCK if "lapse" in kind.kind_name() else "clerk"
        head = Head(
            dispute_id=self.dispute_id,
            case_id=self.case_id,
            version=len(self.pages) + 1,
            on=self._at.astimezone(CITY).date(),
            moment=self._at,
            at=recorded,
            by=by,
        )
        self.pages.append(kind(kind=kind.kind_name(), head=head, **more))
        return self

    def blow(self, at: str | datetime = "", **more: Any) -> "Book":  # noqa: ANN401 - any field
        """吹哨."""
        said = {
            "whistle": WhistleKind.DAILY,
            "tier": Tier.ORDINARY,
            "centre": CENTRE,
            "matter": "linli",
            "place": PLACE,
            "road": Road.PEOPLES_MEDIATION,
            "level": Rung.TOWNSHIP,
        }
        return self.put(WhistleBlown, at, **said | more)

    def call(self, code: str = LEAD, at: str | datetime = "", **more: Any) -> "Book":  # noqa: ANN401 - any field
        """召集: the lead with a time to finish, others to assist."""
        lead = code == LEAD
        said = {"role": CallRole.LEAD if lead else CallRole.ASSIST}
        return self.put(
            DepartmentCalled,
            at,
            department=code,
            **said | {"finish": "4wd" if lead else None} | more,
        )

    def come(self, code: str = LEAD, at: str | datetime = "") -> "Book":
        """报到."""
        return self.put(DepartmentCheckedIn, at, department=code)

    def answer(
        self,
        code: str = LEAD,
        at: str | datetime = "",
        finding: Finding = Finding.SOLVED,
    ) -> "Book":
        """反馈."""
        return self.put(DepartmentAnswered, at, department=code, finding=finding, opinion_id=PAPER)


def dispute(name: str, at: str, place: str = PLACE, matter: str = "linli") -> list[Fact]:
    """A registered dispute."""
    book = Book(f"intake {name}", at)
    return book.put(
        DisputeRegistered,
        number="6207022026112300000015",
        window=f"{place}-window-1",
        county=place[:6],
        place=place,
        channel=Channel.WINDOW,
        matter=matter,
        parties=(),
        text_id=PAPER,
    ).pages


def together(books: Iterable[Book]) -> list[Fact]:
    """The pages of several files."""
    return [page for book in books for page in book.pages]
