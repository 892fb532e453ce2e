"""复议决定送达以后的起诉期限 (ARL 75; ALL 45; RULES 58), on a real database."""

from datetime import date, datetime
from uuid import UUID

from services.reconsideration.store import aftermath_of
from services.routing.roads import suits
from services.routing.store import roads_of, routing_of
from shared.auth import Role
from shared.contracts.fact import Head
from shared.contracts.reconsideration import DecisionDelivered, Outcome, Remedy, Standing
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.service import Manner
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.law.day import CITY
from shared.verify.walk import Walk
from shared.work import Act
from shared.work.clockfile import clock_file
from tests.routing.outcomes import COURT, OFFICER, ON_THE_SPOT, decide, seal
from tests.routing.town import (
    APPLY,
    GOVERNMENT,
    PENALTY,
    SUE,
    WINDOW,
    Town,
    apply_for_reconsideration,
    persons,
)


async def serve_decision(place: Town, case_id: str, on: str, applicant: str = "") -> None:
    """Served by itself on an applicant, or on the respondent."""
    said = {"shown_on": on, "manner": "direct", "receipt": "签收。"}
    whom = {"standing": "applicant", "person_id": applicant}
    body = {**said, **(whom if applicant else {"standing": "respondent"})}
    await place.do(f"/reconsiderations/{case_id}/service", *OFFICER, **body)


async def test_once_an_applicant_has_the_decision_its_days_run_whoever_is_still_to_be_served(
    place: Town, db: Pool
) -> None:
    """一经送达即发生效力：申请人收到之日起十五日，不等其他人 (ARL 75; ALL 45)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    applicant = (await persons(place, number))["applicant"]
    await seal(place, case_id, applicant)
    assert await place.runs(file) == {SUE: date(2027, 4, 12)}
    await serve_decision(place, case_id, "2026-11-23", applicant)
    assert await place.runs(file) == {COURT: date(2026, 12, 8)}
    told = (await place.pages(file))[-1]
    assert (told["occasion"], told["sue_starts_on"]) == ("decided", "2026-11-23")
    assert told["decision_id"] == case_id
    await place.at("2026-12-08")
    assert [one["deadline"] for one in await place.pages(clock_file(file, "routing"))][-1] == "sue"
    await place.at("2026-12-09")
    before = await place.kinds(file)
    assert before[-1] == "suit_period_over"
    await serve_decision(place, case_id, "2026-12-09")
    assert (await place.kinds(UUID(case_id)))[-1] == "delivered"
    assert await place.kinds(file) == before, "the last service tells nothing anew"
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_until_an_applicant_has_it_the_service_on_the_others_tells_no_days(
    place: Town,
) -> None:
    """申请人尚未收到的，其他人送达不起算申请人的期限 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    applicant = (await persons(place, number))["applicant"]
    await seal(place, case_id, applicant)
    await serve_decision(place, case_id, "2026-11-23")
    assert await place.runs(file) == {SUE: date(2027, 4, 12)}
    await place.at("2026-12-01")
    await serve_decision(place, case_id, "2026-12-01", applicant)
    assert (await place.kinds(file))[-2:] == ["suit_replaced", "road_notified"]
    assert await place.runs(file) == {COURT: date(2026, 12, 16)}


async def test_who_has_sued_over_the_decision_is_told_nothing_by_the_last_service(
    place: Town,
) -> None:
    """收到决定后已经起诉的，其他人送达不再告知期限 (ALL 45; RULES 58)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    applicant = (await persons(place, number))["applicant"]
    await seal(place, case_id, applicant)
    await serve_decision(place, case_id, "2026-11-23", applicant)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    await serve_decision(place, case_id, "2026-11-23")
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert await place.runs(file) == {}


def heard(case_id: str, dispute_id: UUID, on: str) -> DecisionServed:
    """The page of a service on an applicant, the first of all on that day."""
    day = date.fromisoformat(on)
    at = datetime(2026, 11, 23, 9, tzinfo=CITY)
    return DecisionServed(
        head=Head(
            dispute_id=dispute_id, case_id=UUID(case_id), version=90, on=day, at=at, by="officer-1"
        ),
        standing=Standing.APPLICANT,
        manner=Manner.POST,
        shown_on=day,
        served_on=day,
        receipt_id=UUID(case_id),
        outcome=Outcome.UPHELD,
        first_served_on=day,
    )


async def test_an_earlier_service_that_comes_to_light_is_told_and_a_page_heard_again_is_not(
    place: Town,
) -> None:
    """另一申请人先收到、后记载的，以先收到之日告知；同一页再听一次不重复 (ALL 45)；旧页不告知."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    files = roads_of(heard(case_id, dispute_id, "2026-11-20"))

    async def hear(fact: DecisionServed) -> dict[tuple[str, str], date]:
        await place.hub.act(Act(do=lambda work: suits.decided(work, fact), files=files))
        return await place.runs(file)

    of_old = {"outcome": None, "first_served_on": None}
    first = heard(case_id, dispute_id, "2026-11-20")
    assert set(await hear(first.model_copy(update=of_old))) == {SUE}
    assert await hear(first) == {COURT: date(2026, 12, 7)}
    assert await hear(heard(case_id, dispute_id, "2026-11-19")) == {COURT: date(2026, 12, 4)}
    pages = await place.pages(file)
    for again in (first, heard(case_id, dispute_id, "2026-11-19")):
        await hear(again)
    assert await place.pages(file) == pages
    gone = RefusalCorrected(
        head=first.head,
        accepted_case_id=file,
        first_served_on=date(2026, 11, 16),  # of a third person, whose days are its own
        of_case_id=UUID(case_id),
    )
    await place.hub.act(Act(do=lambda work: suits.corrected(work, gone), files=roads_of(gone)))
    assert await place.runs(file) == {}, "what runs over this decision is over with it"


async def test_the_day_of_a_third_person_is_not_told_where_no_applicant_is_left(
    place: Town,
) -> None:
    """申请人均无承受人的，第三人的送达之日不作为申请人的告知 (ALL 45; RULES 145)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    on = date(2026, 11, 20)
    fact = DecisionDelivered(
        head=heard(case_id, dispute_id, "2026-11-20").head,
        outcome=Outcome.UPHELD,
        authority="620700-government",
        respondent="620702-market",
        served_on=on,
        remedies=(Remedy(person_id=UUID(case_id), served_on=on, sue_until=date(2026, 12, 7)),),
    )

    async def hear(fact: DecisionDelivered) -> dict[tuple[str, str], date]:
        await place.hub.act(Act(do=lambda work: suits.decided(work, fact), files=roads_of(fact)))
        return await place.runs(file)

    assert set(await hear(fact.model_copy(update={"without_applicants": True}))) == {SUE}
    assert await hear(fact) == {COURT: date(2026, 12, 7)}, "a page of old does not say whose it is"


async def test_the_decision_puts_fifteen_days_in_the_place_of_the_direct_suit(
    place: Town, db: Pool
) -> None:
    """复议决定送达后，直接起诉期限不再适用，改为十五日 (ALL 45)；账册相符."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    await decide(place, case["case_id"], (await persons(place, number))["applicant"])
    assert (await place.kinds(file))[-2:] == ["suit_replaced", "road_notified"]
    assert await place.runs(file) == {("sue", "court"): date(2026, 12, 8)}
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_who_is_told_that_nothing_more_is_handled_is_told_what_is_open(
    place: Town, db: Pool
) -> None:
    """告知不再处理的，途径不停在已经申请；决定的十五日照旧，不告知直接起诉 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    await decide(place, case["case_id"], (await persons(place, number))["applicant"])
    await place.at("2026-11-25")
    again = await apply_for_reconsideration(place, number, dispute_id, key="town-0002")
    assert (await place.get(f"/routings/{file}")).json()["state"] == "taken"
    path = f"/reconsiderations/{again['case_id']}/no-further-handling"
    await place.do(path, *OFFICER, text="已经决定，没有新的事实。")
    shown = (await place.get(f"/routings/{file}")).json()
    assert (shown["state"], shown["told_road"], shown["sue_until"]) == (
        *("notified", "court"),
        "2026-12-08",
    )
    assert await place.runs(file) == {APPLY: date(2026, 12, 11), COURT: date(2026, 12, 8)}
    apply, court = (await place.pages(file))[-2:]
    assert (apply["road"], apply["occasion"], apply["sue_until"]) == (
        *("reconsideration", "declined"),
        None,
    )
    assert (court["road"], court["sue_starts_on"], court["sue_article"]) == (
        *("court", "2026-11-23"),
        "ALL 45",
    )
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_what_is_told_again_is_still_known_to_be_of_its_decision(place: Town) -> None:
    """告知不再处理后重新告知的，仍是同一决定的期限：已经起诉的，其他人送达不再告知 (ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    await decide(place, case_id, (await persons(place, number))["applicant"])
    await place.at("2026-11-25")
    again = await apply_for_reconsideration(place, number, dispute_id, key="town-0002")
    path = f"/reconsiderations/{again['case_id']}/no-further-handling"
    await place.do(path, *OFFICER, text="已经决定，没有新的事实。")
    told = (await place.pages(file))[-1]
    assert (told["occasion"], told["decision_id"]) == ("declined", case_id)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    served = heard(case_id, dispute_id, "2026-11-23")
    act = Act(do=lambda work: suits.decided(work, served), files=roads_of(served))
    await place.hub.act(act)
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert await place.runs(file) == {}


async def test_served_again_the_way_to_court_is_open_from_the_service_that_counts(
    place: Town,
) -> None:
    """重新送达的，起诉期限自重新送达起算，分流案卷随之改期；已经起诉的不再告知 (ARL 75; ALL 45)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    await decide(place, case["case_id"], applicant)
    assert await place.runs(file) == {("sue", "court"): date(2026, 12, 8)}
    again = f"/aftermaths/{aftermath_of(UUID(case['case_id']))}/service"
    said = {
        "standing": "applicant",
        "person_id": applicant,
        "manner": "direct",
        "receipt": "签收。",
        "reason": "前次由他人误签。",
    }
    officer = (Role.RECONSIDERATION, GOVERNMENT)
    await place.at("2026-12-01")
    await place.do(again, *officer, shown_on="2026-12-01", **said)
    assert await place.runs(file) == {("sue", "court"): date(2026, 12, 16)}
    last = (await place.pages(file))[-1]
    assert (last["occasion"], last["sue_starts_on"]) == ("decided", "2026-12-01")
    await place.do(f"/routings/{file}/application", *WINDOW, road="court", organ="甘州区人民法院")
    await place.at("2026-12-02")
    await place.do(again, *officer, shown_on="2026-12-02", **said)
    assert (await place.kinds(file))[-1] == "suit_filed"


async def test_what_was_dismissed_is_told_by_its_own_article_again_when_it_is_served_again(
    place: Town,
) -> None:
    """前置而驳回申请的，重新送达后仍依复议法第三十四条告知起诉期限 (ARL 34, 75)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case = await apply_for_reconsideration(place, number, dispute_id)
    applicant = (await persons(place, number))["applicant"]
    seen = {**ON_THE_SPOT, "interest": "none"}
    await decide(place, case["case_id"], applicant, "application_dismissed", **seen)
    assert (await place.pages(file))[-1]["sue_article"] == "ARL 34"
    again = f"/aftermaths/{aftermath_of(UUID(case['case_id']))}/service"
    to = {"standing": "applicant", "person_id": applicant, "manner": "direct"}
    said = {**to, "receipt": "签收。", "reason": "前次由他人误签。"}
    await place.at("2026-12-01")
    await place.do(again, *OFFICER, shown_on="2026-12-01", **said)
    assert await place.runs(file) == {COURT: date(2026, 12, 16)}
    assert (await place.pages(file))[-1]["sue_article"] == "ARL 34"
