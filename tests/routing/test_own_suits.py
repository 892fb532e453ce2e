"""各申请人的起诉期限 (ARL 75; ALL 45): each from its own receipt, on a real database."""

import re
from datetime import date
from uuid import UUID

import pytest

from services.routing.roads import suits
from services.routing.store import roads_of
from shared.contracts.catalogue import read
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.db import Pool
from shared.work import Act
from shared.work.clockfile import clock_file
from tests.party.telephone import telephone
from tests.routing.own_suits import BY_PHONE, COURT, LAST, OFFICER, Joint, joint, sound
from tests.routing.town import WINDOW

__all__ = ["joint"]


async def test_each_of_several_applicants_is_warned_of_its_own_days_and_they_lapse_apart(
    joint: Joint, db: Pool
) -> None:
    """先收到的按途径预警，后收到的自本人收到之日另算、另行预警，各自届满 (ARL 75; ALL 45)."""
    place = joint.place
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    assert await joint.runs() == {COURT: date(2026, 12, 8)}
    await place.at("2026-12-01")
    await joint.serve("孙某", "2026-12-01")
    runs = {COURT: date(2026, 12, 8), joint.own("孙某"): date(2026, 12, 16)}
    assert await joint.runs() == runs
    told = (await place.pages(joint.road))[-1]
    assert (told["kind"], told["person_id"]) == ("routing.own_suit_told.v1", joint.who["孙某"])
    assert (told["sue_starts_on"], told["sue_article"]) == ("2026-12-01", "ALL 45")
    pages = await place.pages(joint.road)
    await joint.serve("", "2026-12-01")
    assert await place.pages(joint.road) == pages, "the last service tells nobody a second time"
    await place.at("2026-12-09")
    assert await joint.runs() == {joint.own("孙某"): date(2026, 12, 16)}
    await place.at("2026-12-16")
    rung = await place.pages(clock_file(joint.road, "routing"))
    assert [one["warning"] for one in rung if one["deadline"] == "sue_own"][-1] == "last_workday"
    await place.at("2026-12-17")
    last = (await place.pages(joint.road))[-1]
    assert (last["kind"], last["person_id"]) == (
        *("routing.own_suit_period_over.v1", joint.who["孙某"]),
    )
    assert await joint.runs() == {}
    assert await sound(joint, db)


async def test_served_again_before_the_others_have_it_ones_days_run_anew_at_once(
    joint: Joint, db: Pool
) -> None:
    """其他各方尚待送达的，重新送达的起诉期限随即自重新送达起算，不等最后一名 (ARL 75; ALL 45)."""
    place = joint.place
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await place.at("2026-12-01")
    await joint.serve_again("赵某", "2026-12-01")
    assert await joint.runs() == {COURT: date(2026, 12, 16)}
    assert (await joint.reads("13700000000"))[0] == ["2026年12月16日"]
    assert (await joint.reads("13700000001"))[0] == [], "it still waits for the decision"
    await place.at("2026-12-03")
    await joint.serve("孙某", "2026-12-03")
    runs = {COURT: date(2026, 12, 16), joint.own("孙某"): date(2026, 12, 18)}
    assert await joint.runs() == runs, "nothing counts the day of what was no service"
    await joint.serve("", "2026-12-03")
    assert await joint.runs() == runs
    assert (await joint.reads("13700000001"))[0] == ["2026年12月18日"]
    assert await sound(joint, db)


async def test_the_suit_of_one_leaves_the_other_his_days(joint: Joint, db: Pool) -> None:
    """一人起诉，其他申请人的十五日照算，案卷记明是谁起诉 (ALL 45; ARL 78; RULES 58)."""
    place = joint.place
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await place.at("2026-12-01")
    await joint.serve("孙某", "2026-12-01")
    await joint.serve("", "2026-12-01")
    said = {"road": "court", "organ": "甘州区人民法院"}
    path = f"/routings/{joint.road}/application"
    unsaid = await place.ask(path, *WINDOW, key="unsaid-01", **said)
    assert (unsaid.status_code, "谁已经起诉" in unsaid.text) == (422, True)
    await joint.sue("孙某")
    suit = (await place.pages(joint.road))[-1]
    assert (suit["applicant"], suit["others_left"]) == (joint.who["孙某"], True)
    assert await joint.runs() == {COURT: date(2026, 12, 8)}
    after = await place.pages(UUID(joint.after.rpartition("/")[2]))
    [noted] = [one for one in after if one["kind"] == "reconsideration.suit_on_record.v1"]
    assert noted["applicant"] == joint.who["孙某"]
    assert (await joint.reads("13700000000"))[0] == ["2026年12月8日"]
    assert (await joint.reads("13700000001"))[0] == []
    await joint.sue("赵某")
    assert await joint.runs() == {}
    assert await sound(joint, db)


async def test_who_is_first_served_after_the_others_days_are_over_has_fifteen_of_its_own(
    joint: Joint, db: Pool
) -> None:
    """结案以后找到的申请人，其他人已经起诉的，仍自本人收到起十五日 (ARL 75; RULES 145)."""
    place = joint.place
    await joint.seal()
    await joint.lose("孙某")
    await joint.serve("赵某", "2026-11-23")
    await joint.serve("", "2026-11-23")
    await joint.sue()
    assert await joint.runs() == {}
    await joint.find("孙某", "2026-12-14")
    assert await joint.runs() == {joint.own("孙某"): date(2026, 12, 29)}
    page = await place.pages(UUID(joint.after.rpartition("/")[2]))
    again = next(one for one in page if one["kind"] == "reconsideration.served_again.v1")
    assert (again["never_before"], again["first_served_on"]) == (True, "2026-11-23")
    assert (await joint.reads("13700000001"))[0] == ["2026年12月29日"]
    assert (await joint.reads("13700000000"))[0] == []
    await place.at("2026-12-30")
    assert (await place.kinds(joint.road))[-1] == "own_suit_period_over"
    assert await sound(joint, db)


async def test_where_nobody_had_the_decision_who_is_found_is_told_the_road(
    joint: Joint, db: Pool
) -> None:
    """申请人均曾记为无承受人的，找到后途径告知起诉，取代直接起诉 (ALL 45; RULES 145)."""
    await joint.seal()
    await joint.lose("赵某")
    await joint.lose("孙某")
    await joint.serve("", "2026-11-23")
    assert COURT not in await joint.runs()
    await joint.find("孙某", "2026-12-14")
    assert await joint.runs() == {COURT: date(2026, 12, 29)}
    told = (await joint.place.pages(joint.road))[-1]
    assert (told["occasion"], told["person_id"]) == ("decided", joint.who["孙某"])
    await joint.find("赵某", "2026-12-16")
    runs = {COURT: date(2026, 12, 29), joint.own("赵某"): date(2026, 12, 31)}
    assert await joint.runs() == runs
    assert await sound(joint, db)


async def test_an_earlier_receipt_that_comes_to_light_leaves_the_other_its_own_days(
    joint: Joint,
) -> None:
    """另一申请人更早收到的，途径改按较早之日，原来的一名申请人的期限照旧 (ARL 75)."""
    await joint.place.at("2026-11-26")
    await joint.seal()
    await joint.place.at("2026-12-01")
    await joint.serve("赵某", "2026-12-01")
    await joint.serve("孙某", "2026-11-27")
    runs = {COURT: date(2026, 12, 14), joint.own("赵某"): date(2026, 12, 16)}
    assert await joint.runs() == runs
    async with telephone(joint.place.hub) as own:
        await own.sign_in(joint.number, "13700000000")
        assert "2026年12月16日" in (await own.get()).text


async def test_a_refusal_gives_each_its_own_days_until_it_is_corrected(
    joint: Joint, db: Pool
) -> None:
    """不予受理决定书各自送达、各自计算；纠正以后都不再算 (ARL 34, 35; RULES 132)."""
    place = joint.place
    why = {"missing": "request", "reason": "没有具体的复议请求。", "compulsory": True}
    await place.do(f"{joint.case}/declination", *OFFICER, **why)
    await place.do(f"{joint.case}/papers/numbers/declination", *OFFICER)
    said = {"manner": "post", "receipt": "签收。"}
    for name, on in (("赵某", "2026-11-23"), ("孙某", "2026-11-25")):
        await place.at(on)
        whom = {"person_id": joint.who[name], "shown_on": on}
        await place.do(f"{joint.after}/refusal-service", *OFFICER, **whom, **said)
    runs = await joint.runs()
    assert (runs[COURT], runs[joint.own("孙某")]) == (date(2026, 12, 8), date(2026, 12, 10))
    own = (await place.pages(joint.road))[-1]
    assert (own["occasion"], own["sue_article"]) == ("declined", "ARL 34")
    page = (await joint.reads("13700000001"))[1]
    assert re.findall(r"人民法院起诉，最后一天是\s*<strong[^>]*>([^（<]+)", page) == [
        *("2026年12月10日", "2027年4月12日"),  # and the act itself, for which the choice was free
    ]
    case_id = UUID(joint.case.rpartition("/")[2])
    row = await place.hub.pool.fetchrow(LAST, joint.road)
    gone = RefusalCorrected(
        head=read(row["kind"], row["body"]).head,
        accepted_case_id=joint.road,
        first_served_on=date(2026, 11, 23),
        of_case_id=case_id,
    )
    await place.hub.act(Act(do=lambda work: suits.corrected(work, gone), files=roads_of(gone)))
    assert set(await joint.runs()) == set(runs) - {COURT, joint.own("孙某")}
    assert await sound(joint, db)


@pytest.mark.parametrize("first", ["赵某", "孙某"])
async def test_who_has_not_sued_has_days_anew_from_the_service_made_again(
    joint: Joint, db: Pool, first: str
) -> None:
    """一人起诉以后，向没有起诉的人重新送达的，其本人的期限自重新送达起算 (ARL 75; ALL 45)."""
    place, order = joint.place, sorted(BY_PHONE, key=lambda name: name != first)
    await joint.seal()
    for name, on in zip(order, ("2026-11-23", "2026-11-25"), strict=True):
        await place.at(on)
        await joint.serve(name, on)
    await joint.sue("赵某")
    await place.at("2026-12-01")
    await joint.serve_again("孙某", "2026-12-01")
    assert await joint.runs() == {joint.own("孙某"): date(2026, 12, 16)}
    assert (await joint.reads(BY_PHONE["孙某"]))[0] == ["2026年12月16日"]
    assert (await joint.reads(BY_PHONE["赵某"]))[0] == []
    pages = await place.pages(joint.road)
    await joint.serve_again("赵某", "2026-12-01")
    assert await place.pages(joint.road) == pages, "who has sued is told nothing more"
    await joint.sue("孙某")
    assert await joint.runs() == {}
    assert (await joint.reads(BY_PHONE["孙某"]))[0] == []
    assert await sound(joint, db)


async def test_who_has_sued_is_not_told_to_sue_as_an_earlier_receipt_comes_to_light(
    joint: Joint, db: Pool
) -> None:
    """已经起诉的，另一申请人更早收到的，只告知后者，不再告知起诉的人 (ARL 75; ALL 45)."""
    await joint.place.at("2026-11-26")
    await joint.seal()
    await joint.place.at("2026-12-01")
    await joint.serve("赵某", "2026-12-01")
    await joint.sue("赵某")
    await joint.serve("孙某", "2026-11-27")
    assert await joint.runs() == {COURT: date(2026, 12, 14)}
    assert await sound(joint, db)
