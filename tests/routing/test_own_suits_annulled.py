"""Over a decision that was annulled nobody is told to sue (ALL 45; RULES 92)."""

from uuid import UUID

from shared.db import Pool
from tests.routing.own_suits import BY_PHONE, COURT, Joint, annul, joint, sound

__all__ = ["joint"]


async def test_over_a_decision_that_was_annulled_nobody_is_warned_to_sue(
    joint: Joint, db: Pool
) -> None:
    """复议决定被撤销的，对它的起诉期限不再计算、不再届满，各申请人都是 (RULES 92; ALL 45)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await joint.place.at("2026-11-25")
    await joint.serve("孙某", "2026-11-25")
    assert set(await joint.runs()) == {COURT, joint.own("孙某")}
    await joint.place.at("2026-11-28")
    await annul(joint)
    assert await joint.runs() == {}
    assert [(await joint.reads(one))[0] for one in ("13700000000", "13700000001")] == [[], []]
    await joint.place.at("2026-12-16")
    kinds = await joint.place.kinds(joint.road)
    assert {"suit_period_over", "own_suit_period_over"}.isdisjoint(kinds)
    assert await sound(joint, db)


async def test_who_is_served_after_the_decision_was_annulled_is_not_told_to_sue(
    joint: Joint, db: Pool
) -> None:
    """撤销以后才送达的，不再告知起诉，本人的页面也不写起诉的日子 (RULES 92; ARL 75)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await joint.place.at("2026-11-25")
    await annul(joint)
    pages = await joint.place.pages(joint.road)
    await joint.place.at("2026-11-27")
    await joint.serve("孙某", "2026-11-27")
    await joint.serve("", "2026-11-27")
    served = (await joint.place.pages(UUID(joint.case.rpartition("/")[2])))[-3:]
    assert [one["kind"].split(".")[1] for one in served] == [
        *("decision_served", "decision_served", "delivered"),
    ]
    assert all(one["annulled"] for one in served)
    assert (await joint.place.pages(joint.road), await joint.runs()) == (pages, {})
    assert (await joint.reads("13700000001"))[0] == []
    assert await sound(joint, db)


async def test_the_decision_that_is_made_anew_has_days_of_its_own(joint: Joint) -> None:
    """责令重新作出决定的，只有原决定的期限不再计算 (RULES 92; ALL 70)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await annul(joint, decide_anew=True)
    pages = await joint.place.pages(joint.road)
    told = [one for one in pages if one["kind"] == "routing.suit_replaced.v1"][-1]
    assert told["road"] == "court"
    assert told["decision_id"] == joint.case.rpartition("/")[2]


async def test_over_a_decision_that_was_annulled_who_is_left_reads_no_day_to_sue(
    joint: Joint, db: Pool
) -> None:
    """先收到的人已经起诉的，决定被撤销以后，其余申请人的页面同样不再写起诉的日子 (RULES 92)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await joint.place.at("2026-11-25")
    await joint.serve("孙某", "2026-11-25")
    await joint.sue("赵某")
    assert (await joint.reads(BY_PHONE["孙某"]))[0] == ["2026年12月10日"]
    await joint.place.at("2026-11-28")
    await annul(joint)
    assert "suit_replaced" not in (await joint.place.kinds(joint.road))[-2:]
    assert await joint.runs() == {}
    assert (await joint.reads(BY_PHONE["孙某"]))[0] == []
    assert await sound(joint, db)
