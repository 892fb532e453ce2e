"""Registered disputes, routing files and whistles with sensible defaults."""

from datetime import date, datetime
from uuid import UUID, uuid4

from services.routing.domain import answering, calling
from services.routing.domain.calling import Call, plan
from services.routing.domain.duty_list import Summons
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.domain.times import USUAL
from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle_case import Whistle
from services.routing.rulebook import usual
from shared.contracts.fact import Fact, Head
from shared.contracts.intake import Channel, DisputeRegistered, Risk
from shared.contracts.routing import Finding, Road, Rung, Tier, Why
from shared.directory import load
from shared.law.period import CITY

DIRECTORY = load()
BOOK = usual()
DISPUTE = UUID("00000000-0000-4000-8000-000000000001")
CASE = DISPUTE
"""The intake file of a dispute bears its id."""
CENTRE = "620702100-centre"


def moment(text: str) -> datetime:
    """A moment in the city, from `2026-11-23T09:20`."""
    return datetime.fromisoformat(text).replace(tzinfo=CITY)


def head(version: int = 1, at: str = "2026-11-23T09:20", case: UUID = CASE) -> Head:
    """Head of a page made at this moment."""
    now = moment(at)
    return Head(
        dispute_id=case,
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


def call_for(
    summons: Summons, tier: Tier, road: Road, risk: Risk = Risk.BLUE, whistler: str = ""
) -> Call:
    """What a whistle of 梁家墩镇's centre says."""
    return Call(
        tier=tier,
        centre=CENTRE,
        matter="linli",
        place="620702100",
        road=road,
        organs=("620702100-mediation",),
        risk=risk,
        level=Rung.TOWNSHIP,
        planned=plan(summons.lead, summons.assist, Why.DUTY_LIST, "linli"),
        inform=summons.inform,
        whistler=whistler,
    )


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

    call = call_for(summons, tier, road)
    keep(calling.blown(call, USUAL, "", next_head(file, at)))
    for planned in call.planned:
        keep(calling.called(planned, tier, USUAL, next_head(file, at)))
    for department in summons.inform:
        keep(calling.informed(department, next_head(file, at)))
    return file, pages


def checked_in(file: Whistle, *departments: str, at: str = "2026-11-23T09:20") -> Whistle:
    """The whistle once these have come."""
    for department in departments:
        file = file.after(answering.check_in(file, department, head=next_head(file, at)))
    return file


def answered(
    file: Whistle, department: str, finding: Finding, at: str = "2026-11-23T09:20"
) -> Whistle:
    """The whistle once this department has come and answered."""
    if file.tracks[department] == "called":
        file = checked_in(file, department, at=at)
    page = answering.answer(file, department, finding, uuid4(), head=next_head(file, at))
    return file.after(page)


def finished(file: Whistle, department: str) -> Whistle:
    """The whistle once this department has finished, and with it perhaps the whole."""
    page = answering.finish(file, department, uuid4(), head=next_head(file))
    file = file.after(page)
    if department != file.lead:
        return file
    return file.after(answering.finished(file, uuid4(), USUAL, head=next_head(file)))


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)
