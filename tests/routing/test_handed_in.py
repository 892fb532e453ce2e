"""通过处罚机关申请的途径和期限 (ARL 32; ARR2026 38; RULES 147): on a real database."""

from datetime import date
from uuid import UUID

import pytest

from services.routing.domain.filing import window
from services.routing.store import apart_of, routing_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory, Road
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from tests.routing.cases import day, registered
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

ORGAN = (Role.DEPARTMENT, "620702-chengguan")
OFFICER = (Role.RECONSIDERATION, GOVERNMENT)


class Handed:
    """An application handed in to the organ that fined, on the last day but two of the sixty."""

    def __init__(self, place: Town, number: str, dispute_id: UUID) -> None:
        self.place, self.number, self.dispute_id = place, number, dispute_id
        self.road = routing_of(dispute_id)
        self.case = ""

    async def hand_in(self) -> None:
        who = await persons(self.place, self.number)
        told = await self.place.do(
            "/reconsiderations/handed-in",
            *WINDOW,
            dispute_id=str(self.dispute_id),
            authority=GOVERNMENT,
            applicants=[who["applicant"]],
            respondent="620702-chengguan",
            act="penalty",
            fine="on_the_spot",
            received_on=self.place.clock.now().date().isoformat(),
            act_done_on="2026-10-10",
            learnt_on="2026-10-12",
            text="请求撤销处罚决定。",
        )
        self.case = f"/reconsiderations/{told['case_id']}"

    async def correct(self, told_on: str) -> None:
        said = {"correction": "changed", "text": "改为警告。", "told_on": told_on}
        await self.place.do(f"{self.case}/penalty-correction", *ORGAN, **said)

    async def kinds(self) -> list[str]:
        return await self.place.kinds(self.road)


@pytest.fixture
async def late(place: Town) -> Handed:
    """Handed in on 9 December, where the period ends on the 11th."""
    number, dispute_id = await place.register(**PENALTY)
    await place.at("2026-12-09")
    found = Handed(place, number, dispute_id)
    await found.hand_in()
    return found


async def sound(place: Town, db: Pool) -> bool:
    walk = Walk(place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        return not any(
            [(await check(conn)).count for check in (walk.states, walk.deadlines, walk.dates)]
        )


async def test_who_applied_through_the_organ_is_not_told_that_the_period_is_over(
    place: Town, late: Handed, db: Pool
) -> None:
    """处罚机关收到即为申请，转送在后也不再提示期满；转送后收到不另记一次 (ARL 32; RULES 147)."""
    taken = (await place.pages(late.road))[-1]
    assert (taken["kind"], taken["applied_on"]) == ("routing.road_taken.v1", "2026-12-09")
    assert await place.runs(late.road) == {SUE: date(2027, 4, 12)}
    await place.at("2026-12-14")
    await place.do(f"{late.case}/forwarding", *ORGAN, text="维持处罚，转送。")
    await place.do(f"{late.case}/forwarding-receipt", *OFFICER)
    kinds = await late.kinds()
    assert "application_period_over" not in kinds
    assert kinds.count("road_taken") == 1
    shown = (await place.get(f"/routings/{late.road}")).json()
    assert shown["state"] == "taken"
    assert await sound(place, db)


async def test_the_silence_of_the_organ_takes_nobody_s_period_away(
    place: Town, late: Handed
) -> None:
    """处罚机关逾期不转送的，申请仍在期限内，不提示期满 (ARL 32; RULES 147)."""
    await place.at("2026-12-21")
    assert "forwarding_overdue" in await place.kinds(UUID(late.case.rpartition("/")[2]))
    assert "application_period_over" not in await late.kinds()


async def test_what_the_organ_corrected_is_told_anew_without_those_days(
    place: Town, late: Handed, db: Pool
) -> None:
    """自行纠正的，提交至告知的期间不计入，按余下的期限重新告知 (ARR2026 38(2))；账册相符."""
    await place.at("2026-12-14")
    await late.correct("2026-12-14")
    last = (await place.pages(late.road))[-1]
    assert (last["road"], last["occasion"]) == ("reconsideration", "penalty_corrected")
    assert (last["left_out_from"], last["left_out_until"]) == ("2026-12-09", "2026-12-14")
    # two days were left on the ninth, with the ninth itself three: the 15th, 16th and 17th
    assert (last["period"], last["open_until"]) == ("66d", "2026-12-17")
    assert await place.runs(late.road) == {APPLY: date(2026, 12, 17), SUE: date(2027, 4, 12)}
    assert await sound(place, db)
    case = await apply_for_reconsideration(place, late.number, late.dispute_id, key="town-0002")
    why = {"missing": "request", "reason": "没有具体的请求。"}
    await place.do(f"/reconsiderations/{case['case_id']}/declination", *OFFICER, **why)
    again = (await place.pages(late.road))[-1]
    assert (again["occasion"], again["open_until"]) == ("declined", "2026-12-17")


async def test_who_applied_otherwise_meanwhile_is_not_told_to_apply(
    place: Town, late: Handed
) -> None:
    """已经另行向复议机关申请的，自行纠正后不再告知 (RULES 58, 147)."""
    await place.at("2026-12-10")
    other = await apply_for_reconsideration(place, late.number, late.dispute_id, key="town-0002")
    assert other["case_id"] not in late.case
    await late.correct("2026-12-10")
    assert (await late.kinds())[-1] == "road_taken"


def test_days_at_the_organ_lengthen_no_period_that_was_over_before() -> None:
    """期满以后才提交的，不因自行纠正而延长 (ARL 20; ARR2026 38)."""
    penalty = registered(
        "chufa", act=ActKind.PENALTY, learnt_on=day("2026-10-12"), happened_on=day("2026-10-10")
    )
    said = (Road.RECONSIDERATION, penalty, Compulsory.FREE, day("2026-12-20"), CALENDAR)
    in_time = window(*said, left=(day("2026-12-09"), day("2026-12-14")))
    assert in_time.open_until == day("2026-12-17")
    over = window(*said, left=(day("2026-12-15"), day("2026-12-18")))
    assert over.open_until == window(*said).open_until == day("2026-12-11")


BOTH = [
    {"side": "applicant", "name": "赵某", "phone": "13700000000"},
    {"side": "applicant", "name": "孙某", "phone": "13700000001"},
    {"side": "opponent", "name": "钱某"},
]


async def apply_with(
    place: Town, dispute_id: UUID, whose: list[str], door: str = "", **more: str
) -> UUID:
    """An application of these persons, through the organ that fined or not; its file."""
    on = place.clock.now().date().isoformat()
    said = {
        "dispute_id": str(dispute_id),
        "authority": GOVERNMENT,
        "applicants": whose,
        "respondent": "620702-chengguan",
        "act": "penalty",
        "received_on": on,
        "act_done_on": "2026-10-10",
        "learnt_on": "2026-10-12",
        "text": "请求撤销处罚决定。",
    }
    path, key = f"/reconsiderations{door}", f"{whose[0][:8]}-{on}"
    return UUID((await place.do(path, *WINDOW, key=key, **said, **more))["case_id"])


async def test_who_applies_apart_and_applies_again_goes_on_from_its_own_road(
    place: Town, db: Pool
) -> None:
    """各自申请的，自行纠正后再次申请，接着自己的途径办，不再提示期满 (RULES 147, 148)."""
    number, dispute_id = await place.register(**{**PENALTY, "parties": BOTH})
    told = await place.get(f"/disputes/{number}/parties?purpose=申请复议")
    who = {one["name"]: one["person_id"] for one in told.json()}

    async def apply(name: str, door: str = "", **more: str) -> UUID:
        return await apply_with(place, dispute_id, [who[name]], door, **more)

    await apply("赵某")
    before = await place.kinds(routing_of(dispute_id))
    await place.at("2026-12-09")
    first = await apply("孙某", "/handed-in", fine="on_the_spot")
    await place.at("2026-12-14")
    corrected = {"correction": "changed", "text": "改为警告。", "told_on": "2026-12-14"}
    await place.do(f"/reconsiderations/{first}/penalty-correction", *ORGAN, **corrected)
    own = apart_of(first)
    assert (await place.runs(own))[APPLY] == date(2026, 12, 17)
    second = await apply("孙某")
    assert (await place.pages(second))[0]["follows"] == str(first)
    new = apart_of(second)
    assert (await place.pages(own))[-1]["goes_on_in"] == str(new)
    assert (await place.runs(own), await place.runs(new)) == ({}, {SUE: date(2027, 4, 12)})
    why = {"missing": "request", "reason": "没有具体的请求。"}
    await place.do(f"/reconsiderations/{second}/declination", *OFFICER, **why)
    assert (await place.runs(new))[APPLY] == date(2026, 12, 17)
    await place.at("2026-12-21")
    assert "application_period_over" not in await place.kinds(own)
    assert await place.kinds(routing_of(dispute_id)) == before
    assert await sound(place, db)


async def test_who_applies_again_without_the_others_goes_on_from_the_road_they_had_together(
    place: Town, db: Pool
) -> None:
    """共同申请的一人再次单独申请，接着共同的途径另列，其他人的照旧 (RULES 147, 148)；转送不断开."""
    parties = [*BOTH, {"side": "applicant", "name": "李某", "phone": "13700000002"}]
    number, dispute_id = await place.register(**{**PENALTY, "parties": parties})
    told = await place.get(f"/disputes/{number}/parties?purpose=申请复议")
    who = {one["name"]: one["person_id"] for one in told.json()}
    await apply_with(place, dispute_id, [who["赵某"]])
    await place.at("2026-12-09")
    both, through = [who["孙某"], who["李某"]], {"fine": "on_the_spot"}
    first = await apply_with(place, dispute_id, both, "/handed-in", **through)
    await place.at("2026-12-14")
    corrected = {"correction": "changed", "text": "改为警告。", "told_on": "2026-12-14"}
    await place.do(f"/reconsiderations/{first}/penalty-correction", *ORGAN, **corrected)
    own = apart_of(first)
    assert await place.runs(own) == {APPLY: date(2026, 12, 17), SUE: date(2027, 4, 12)}
    before = await place.pages(own)
    second = await apply_with(place, dispute_id, [who["孙某"]], "/handed-in", **through)
    parted = (await place.pages(apart_of(second)))[0]
    assert (parted["came_from"], parted["left_out_from"]) == (str(own), "2026-12-09")
    assert await place.pages(own) == before, "the other one may still apply in its days"
    again = f"/reconsiderations/{second}"
    await place.do(f"{again}/forwarding", *ORGAN, text="维持处罚，转送。")
    await place.do(f"{again}/forwarding-receipt", *OFFICER)
    pages = await place.pages(second)
    assert [one["follows"] for one in pages if "follows" in one] == [str(first), str(first)]
    assert await sound(place, db)
