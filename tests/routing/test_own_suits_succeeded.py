"""Who takes over from a dead applicant sues in its place (ARL 14, 29, 78)."""

from datetime import date
from uuid import UUID

from shared.db import Pool
from tests.routing.own_suits import Joint, applied, joint, sound
from tests.routing.town import Town

__all__ = ["joint"]


async def test_who_takes_over_from_a_dead_applicant_sues_in_its_place(
    joint: Joint, db: Pool
) -> None:
    """承受申请人地位的人起诉的，记明是其本人起诉，死者不再算作尚未起诉的人 (ARL 14, 29, 78)."""
    place = joint.place
    heir = await joint.succeed("赵某", "周某")
    await joint.seal()
    await joint.serve("周某", "2026-11-23")
    await place.at("2026-11-25")
    await joint.serve("孙某", "2026-11-25")
    await joint.serve("", "2026-11-25")
    dead = await joint.says_sued("赵某")
    assert (dead.status_code, "不是本途径的申请人" in dead.text) == (422, True)
    await joint.sue("周某")
    suit = (await place.pages(joint.road))[-1]
    assert (suit["applicant"], suit["others_left"]) == (heir, True)
    after = await place.pages(UUID(joint.after.rpartition("/")[2]))
    [noted] = [one for one in after if one["kind"] == "reconsideration.suit_on_record.v1"]
    assert noted["applicant"] == heir
    assert await joint.runs() == {joint.own("孙某"): date(2026, 12, 10)}
    await joint.sue("孙某")
    assert not (await place.pages(joint.road))[-1]["others_left"]
    assert await joint.runs() == {}
    assert await sound(joint, db)


async def test_a_suit_told_of_nobody_by_name_is_that_of_who_took_over_and_not_of_the_dead(
    place: Town, db: Pool
) -> None:
    """只有一名申请人而没有写明谁起诉的，记为承受人起诉，其期限结束、强制执行前查明 (ARL 14, 78)."""
    alone = await applied(place)
    heir = await alone.succeed("赵某", "周某")
    await alone.seal()
    await alone.serve("周某", "2026-11-23")
    await alone.serve("", "2026-11-23")
    said = await alone.says_sued()
    assert said.status_code == 201, said.text
    await place.hear()
    suit = (await place.pages(alone.road))[-1]
    assert (suit["applicant"], suit["others_left"]) == (heir, False)
    assert await alone.runs() == {}
    after = await place.pages(UUID(alone.after.rpartition("/")[2]))
    [noted] = [one for one in after if one["kind"] == "reconsideration.suit_on_record.v1"]
    [debt] = [one for one in after if one["kind"] == "reconsideration.enforcement_awaited.v1"]
    assert (noted["applicant"], debt["person_id"]) == (heir, heir)
    assert await sound(alone, db)
