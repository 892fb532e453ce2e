"""驳回申请决定在送达每一方以前纠正的 (ARL 29, 35, 75; RULES 132), on a real database."""

from datetime import date
from uuid import UUID

from services.reconsideration.books import RULES as BOOKS
from shared.db import Pool
from tests.reconsideration.deciding import road
from tests.routing.own_suits import BY_PHONE, COURT, HEAD, OFFICER, RESPONDENT, Joint, joint, sound
from tests.routing.test_dates_of_refusals import correct
from tests.routing.town import SUE

__all__ = ["joint"]


async def dismiss(joint: Joint) -> None:
    """From acceptance to the seal: the application is dismissed, nobody has the decision yet."""
    do, case = joint.place.do, joint.case
    await do(f"{case}/acceptance", *OFFICER)
    await do(f"{case}/copy", *OFFICER)
    await do(f"{case}/copy-receipt", *RESPONDENT)
    await do(f"{case}/reply", *RESPONDENT, text="处罚依据充分。")
    heard = {"manner": "telephone", "record": "认为过重。", "persons": list(joint.both)}
    await do(f"{case}/views", *OFFICER, **heard)
    found = {"text": "审查认定。", "interest": "none", "on_the_spot": False}
    await do(f"{case}/conditions", *OFFICER, **found)
    for step, by, body in road("application_dismissed", text="驳回申请。"):
        await do(f"{case}/{step}", *(HEAD if by == "head" else OFFICER), **body)


async def test_over_a_dismissal_that_was_put_right_who_is_served_later_is_not_told_to_sue(
    joint: Joint, db: Pool
) -> None:
    """纠正以后，已经送达的起诉期限不再计算；以后送达的不告知起诉，送达完毕照样结案.

    一名申请人已经收到，另一名还没有：受理期间谁也不得起诉 (ARL 29, 35, 75; RULES 132)。
    """
    place = joint.place
    await dismiss(joint)
    await joint.serve("赵某", "2026-11-23")
    assert await joint.runs() == {SUE: date(2027, 4, 12), COURT: date(2026, 12, 8)}
    new = await correct(place, joint.after)
    assert set(await joint.runs()) == {SUE}
    pages = await place.pages(joint.road)
    assert (pages[-1]["kind"], pages[-1]["road"]) == ("routing.suit_replaced.v1", "court")
    assert pages[-1]["decision_id"] == str(new)
    assert (await place.pages(new))[0]["applicants"] == list(joint.both)
    await place.at("2026-12-21")
    await joint.serve("孙某", "2026-12-21")
    await joint.serve("", "2026-12-21")
    served = (await place.pages(UUID(joint.case.rpartition("/")[2])))[-3:]
    assert [one["corrected"] for one in served] == [True, True, True]
    assert [one["kind"] for one in await place.pages(joint.road)][len(pages) :] == []
    assert set(await joint.runs()) == {SUE}
    for phone in ("13700000000", "13700000001"):
        assert (await joint.reads(phone))[0] == []
    after = (await place.get(joint.after, *OFFICER)).json()
    assert (after["state"], after["publishes"]) == ("following", False)
    assert await sound(joint, db)
    async with db.acquire() as conn:
        assert [one.name for one in BOOKS if (await one.check(conn)).count] == []


async def test_who_still_waits_for_the_dismissal_is_not_offered_to_report_it(joint: Joint) -> None:
    """驳回申请决定书送达一名申请人的，只有收到的人的页面上可以向上级反映 (ARL 35; RULES 172)."""
    await dismiss(joint)

    async def offered() -> list[bool]:
        pages = [(await joint.reads(one))[1] for one in BY_PHONE.values()]
        return ["/wrong-report" in one for one in pages]

    assert await offered() == [False, False]
    await joint.serve("赵某", "2026-11-23")
    assert await offered() == [True, False]
    await joint.serve("孙某", "2026-11-23")
    assert await offered() == [True, True]
    await joint.serve("", "2026-11-23")
    assert await offered() == [True, True]
