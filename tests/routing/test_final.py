"""最终裁决: no way to court is told of it, and none runs on (ARL 10; ALL 13), on a database."""

from datetime import date
from uuid import UUID

from services.reconsideration.store import aftermath_of
from services.routing.roads import suits
from services.routing.store import roads_of, routing_of
from shared.contracts.catalogue import read
from shared.contracts.fact import Head
from shared.contracts.reconsideration import DecisionOverdue
from shared.contracts.reconsideration.served import DecisionServed
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from shared.work import Act
from tests.routing.outcomes import OFFICER, decide
from tests.routing.own_suits import BY_PHONE, COURT, LAST, RESPONDENT, Joint, joint, sound
from tests.routing.town import PENALTY, WINDOW, Town, apply_for_reconsideration, persons

__all__ = ["joint"]

LAW = "《中华人民共和国出境入境管理法》第六十四条第一款"


async def test_no_way_to_court_is_told_of_a_decision_that_is_final_by_law(
    place: Town, db: Pool
) -> None:
    """最终裁决不得起诉，不告知诉讼，没有起诉期限，仍起诉的不妨碍执行；账册相符 (ARL 10)."""
    number, dispute_id = await place.register(**PENALTY)
    file = routing_of(dispute_id)
    case_id = (await apply_for_reconsideration(place, number, dispute_id))["case_id"]
    who = (await persons(place, number))["applicant"]
    await decide(place, case_id, who, final_law=LAW)
    last = (await place.pages(file))[-1]
    assert (last["kind"], last["final"]) == ("routing.suit_replaced.v1", True)
    assert await place.runs(file) == {}
    shown = (await place.get(f"/routings/{file}")).json()
    assert shown["told_road"] != "court"
    case = (await place.get(f"/reconsiderations/{case_id}", *OFFICER)).json()
    assert (case["state"], case["sue_until"]) == ("delivered", None)
    said = {"road": "court", "organ": "甘州区人民法院"}
    await place.do(f"/routings/{file}/application", *WINDOW, **said)
    assert (await place.kinds(file))[-1] == "suit_filed"
    assert "suit_on_record" not in await place.kinds(aftermath_of(UUID(case_id)))
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_each_party_reads_that_nobody_sues_and_until_when_it_performs(
    joint: Joint, db: Pool
) -> None:
    """最终裁决逐一送达、重新送达，都没有起诉期限，当事人读到不能起诉、到哪天履行 (ARL 10, 78)."""
    await joint.seal(final_law=LAW)
    await joint.serve("赵某", "2026-11-23")
    await joint.place.at("2026-12-01")
    await joint.serve("孙某", "2026-12-01")
    await joint.serve_again("赵某", "2026-12-01")
    assert await joint.runs() == {}
    days, page = await joint.reads(BY_PHONE["孙某"])
    assert days == []
    assert "以前告诉您的起诉日子不再算；法律规定这个复议决定是最终的，不能再起诉。" in page
    assert "从收到决定书重新算" not in page
    await joint.serve("", "2026-12-01")
    after = aftermath_of(UUID(joint.case.rpartition("/")[2]))
    [own, other] = [joint.who[one] for one in ("赵某", "孙某")]
    assert ("enforceable", own) not in await joint.place.runs(after), (
        "its day is to be stated first"
    )
    for one in (own, other):
        said = {"person_id": one, "perform_by": "2026-12-10", "request": "请于期限内缴纳。"}
        await joint.place.do(f"{joint.after}/performance-time", *RESPONDENT, **said)
    assert (await joint.place.runs(after))["enforceable", own] == date(2026, 12, 10)
    days, page = await joint.reads(BY_PHONE["赵某"])
    assert days == []
    assert "有要您做的就要照做；过了这天可以强制执行，最后一天是" in page
    assert "您不起诉的" not in page
    await joint.place.at("2026-12-11")
    assert (await joint.place.kinds(after)).count("enforcement_due") == 2
    assert await sound(joint, db)


async def test_days_over_a_silence_end_with_the_decision_that_is_final_after_all(
    joint: Joint, db: Pool
) -> None:
    """逾期未决定告知的起诉期限，作出的决定为最终裁决的，随送达结束 (ARL 10, 34; ALL 13)."""
    await joint.seal(final_law=LAW)
    row = await db.fetchrow(LAST, joint.road)
    await keep_silent(
        joint, read(row["kind"], row["body"]).head, UUID(joint.case.rpartition("/")[2])
    )
    assert COURT in await joint.runs()
    await joint.serve("赵某", "2026-11-23")
    assert await joint.runs() == {}


async def test_what_is_final_takes_no_days_to_sue_over_the_silence_in_another_case(
    joint: Joint, db: Pool
) -> None:
    """另一件复议案逾期不作答复的，对它的起诉期限不因这件的最终裁决结束 (ARL 10, 34; ALL 45)."""
    await joint.seal(final_law=LAW)
    row = await db.fetchrow(LAST, joint.road)
    await keep_silent(joint, read(row["kind"], row["body"]).head, UUID(int=77))
    until = (await joint.runs())[COURT]
    await joint.serve("赵某", "2026-11-23")
    assert await joint.runs() == {COURT: until}
    assert await sound(joint, db)


async def keep_silent(joint: Joint, head: Head, case_id: UUID) -> None:
    """The days to decide this case of the dispute are over, and nothing was decided."""
    silent = DecisionOverdue(head=head.model_copy(update={"case_id": case_id}))
    act = Act(do=lambda work: suits.overdue(work, silent), files=roads_of(silent))
    await joint.place.hub.act(act)


async def test_what_is_final_takes_no_days_to_sue_over_another_decision_of_the_dispute(
    joint: Joint, db: Pool
) -> None:
    """一件纠纷有两件复议案的，一件最终裁决，对另一件决定的起诉期限照算 (ARL 10; ALL 45)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    assert await joint.runs() == {COURT: date(2026, 12, 8)}
    row = await db.fetchrow(LAST, UUID(joint.case.rpartition("/")[2]))
    served = read(row["kind"], row["body"])
    head = served.head.model_copy(update={"case_id": UUID(int=77)})
    other = served.model_copy(update={"head": head, "final": True, "sue_until": None})
    assert isinstance(other, DecisionServed)
    act = Act(do=lambda work: suits.decided(work, other), files=roads_of(other))
    await joint.place.hub.act(act)
    assert await joint.runs() == {COURT: date(2026, 12, 8)}
    assert await sound(joint, db)
