"""Registered disputes, routing files and whistles with sensible defaults."""

from datetime import date, datetime
from uuid import UUID, uuid5

from services.routing.domain.duty_list import Summons
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle_case import Whistle, call
from services.routing.rulebook import usual
from shared.contracts.fact import Fact, Head
from shared.contracts.intake import Channel, DisputeRegistered
from shared.contracts.routing import (
    CallRole,
    DepartmentInformed,
    Road,
    Tier,
    WhistleBlown,
    WhistleKind,
)
from shared.directory import load
from shared.law.period import CITY

DIRECTORY = load()
BOOK = usual()
DISPUTE = UUID("00000000-0000-4000-8000-000000000001")
CASE = uuid5(DISPUTE, "intake")
CENTRE = "620702100-centre"


def moment(text: str) -> datetime:
    """A moment in the city, from `2026-11-23T09:20`."""
    return datetime.fromisoformat(text).replace(tzinfo=CITY)


def head(version: int = 1, at: str = "2026-11-23T09:20", case: UUID = CASE) -> Head:
    """Head of a page made at this moment."""
    now = moment(at)
    return Head(
        dispute_id=DISPUTE,
        case_id=case,
        version=version,
        on=now.date(),
        moment=now,
        at=now,
        by="clerk",
    )


def registered(matter: str = "linli", **more: object) -> DisputeRegistered:
    """A dispute registered in 梁家墩镇 of 甘州区."""
    return DisputeRegistered.model_validate(
        {
            "head": head(),
            "number": "6207022026112300000015",
            "window": "620702100-window-1",
            "county": "620702",
            "place": "620702100",
            "channel": Channel.WINDOW,
            "matter": matter,
            "parties": (),
            "text_id": CASE,
            **more,
        }
    )


def routing() -> Routing:
    """A routing file not yet opened."""
    return Routing(procedure=TRIAGE, dispute_id=DISPUTE, case_id=CASE)


def next_head(file: Whistle | Routing, at: str = "2026-11-23T09:20", by: str = "clerk") -> Head:
    """Head of the file's next page, made at this moment."""
    now = moment(at)
    return file.head(by=by, on=now.date(), at=now, moment=now)


def blown(
    summons: Summons | None = None,
    tier: Tier = Tier.ORDINARY,
    road: Road = Road.PEOPLES_MEDIATION,
    at: str = "2026-11-23T09:20",
) -> tuple[Whistle, list[Fact]]:
    """A whistle with its calls, and the pages that made it."""
    summons = summons or Summons("620702-sifa", ("620702-zhujian",))
    file = Whistle(procedure=WHISTLE, dispute_id=DISPUTE, case_id=CASE)
    pages: list[Fact] = []

    def keep(page: Fact) -> None:
        nonlocal file
        file = file.after(page)
        pages.append(page)

    keep(
        WhistleBlown(
            head=next_head(file, at),
            whistle=WhistleKind.DAILY,
            tier=tier,
            centre=CENTRE,
            matter="linli",
            place="620702100",
            road=road,
            organs=("620702100-mediation",),
        )
    )
    for department in summons.called:
        role = CallRole.LEAD if department == summons.lead else CallRole.ASSIST
        keep(call(next_head(file, at), tier, department, role))
    for department in summons.inform:
        keep(DepartmentInformed(head=next_head(file, at), department=department))
    return file, pages


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)
