"""分案以后各走各的途径 (RULES 136): on a real database, every office hearing the others."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.store import aftermath_of, severed_of
from services.routing.domain import parting
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.store import apart_of, routing_of
from shared.auth import Role
from shared.contracts.reconsideration import ApplicationReceived
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import ANNA, BERT, DISPUTE, received
from tests.routing.town import GOVERNMENT, PENALTY, SUE, WINDOW, Town

OFFICER = (Role.RECONSIDERATION, GOVERNMENT)
HEAD = (Role.RECONSIDERATION_HEAD, GOVERNMENT)
ABOVE = (Role.RECONSIDERATION_HEAD, "620700-government")
COURT = ("sue", "court")
WHY = {"missing": "untried", "reason": "同一申请已经受理。", "compulsory": False}
BOTH = [
    {"side": "applicant", "name": "赵某", "phone": "13700000000"},
    {"side": "applicant", "name": "孙某", "phone": "13700000001"},
    {"side": "opponent", "name": "钱某"},
]


class Severed:
    """A joint application of two, of which that of the second went on in a file of its own."""

    def __init__(self, place: Town, number: str, dispute_id: UUID, who: Mapping[str, str]) -> None:
        self.place, self.number, self.dispute_id, self.who = place, number, dispute_id, who
        self.road = routing_of(dispute_id)
        self.case = self.own = UUID(int=0)

    async def sever(self) -> None:
        told = await self.place.do(
            "/reconsiderations",
            *WINDOW,
            dispute_id=str(self.dispute_id),
            authority=GOVERNMENT,
            applicants=[self.who["赵某"], self.who["孙某"]],
            respondent="620702-chengguan",
            act="penalty",
            received_on=self.place.clock.now().date().isoformat(),
            act_done_on="2026-10-10",
            learnt_on="2026-10-12",
            text="请求撤销处罚决定。",
        )
        self.case = UUID(told["case_id"])
        said = {"applicants": [self.who["孙某"]], "reason": "孙某已经申请过。"}
        await self.place.do(f"/reconsiderations/{self.case}/severance", *OFFICER, **said)
        self.own = severed_of(self.case, {UUID(self.who["孙某"])})

    @property
    def apart(self) -> UUID:
        return apart_of(self.own)

    async def decline(self, case: UUID, who: str, on: str = "2026-11-23") -> str:
        """Declined, and served on one applicant; the path of what follows."""
        path = f"/reconsiderations/{case}"
        await self.place.do(f"{path}/declination", *OFFICER, **WHY)
        await self.place.do(f"{path}/papers/numbers/declination", *OFFICER)
        after = f"/aftermaths/{aftermath_of(case)}"
        said = {"person_id": self.who[who], "manner": "post", "receipt": "签收。", "shown_on": on}
        await self.place.do(f"{after}/refusal-service", *OFFICER, **said)
        return after

    async def decide(self, case: UUID, who: str) -> None:
        path, respondent = f"/reconsiderations/{case}", (Role.DEPARTMENT, "620702-chengguan")
        await self.place.do(f"{path}/acceptance", *OFFICER)
        await self.place.do(f"{path}/copy", *OFFICER)
        await self.place.do(f"{path}/copy-receipt", *respondent)
        await self.place.do(f"{path}/reply", *respondent, text="处罚依据充分。")
        told = {"manner": "telephone", "record": "认为过重。"}
        await self.place.do(f"{path}/views", *OFFICER, **told)
        owed = [{"person_id": self.who[who]}]
        for step, by, body in road("upheld", text="决定。", duties=owed):
            await self.place.do(f"{path}/{step}", *(HEAD if by == "head" else OFFICER), **body)
        served = {"served_on": "2026-11-23", "applicants": {self.who[who]: "2026-11-23"}, **HANDED}
        await self.place.do(f"{path}/delivery", *OFFICER, **served)

    async def states(self) -> tuple[str, str]:
        """Where the road of those who stayed stands, and that of who was severed."""
        asked = "SELECT state FROM routing.routing WHERE case_id = $1"
        fetched = [
            await self.place.hub.pool.fetchval(asked, one) for one in (self.road, self.apart)
        ]
        return fetched[0], fetched[1]

    async def files_of(self, who: str) -> list[str]:
        """The routing files that a party reads."""
        told = {"disputes": [str(self.dispute_id)], "persons": [self.who[who]]}
        answer = await self.place.get(f"/disputes/{self.number}", Role.PARTY, "", **told)
        files = answer.json()["files"]
        return [one["case_id"] for one in files if one["procedure"] == "triage"]


@pytest.fixture
async def two(place: Town) -> Severed:
    number, dispute_id = await place.register(**{**PENALTY, "parties": BOTH})
    told = await place.get(f"/disputes/{number}/parties?purpose=申请复议")
    who = {one["name"]: one["person_id"] for one in told.json()}
    found = Severed(place, number, dispute_id, who)
    await found.sever()
    return found


async def test_what_was_severed_has_a_road_of_its_own_with_the_days_that_run(two: Severed) -> None:
    """分案以后途径另列一卷，直接起诉期限接着算，不重新起算 (RULES 136; ALI 58)."""
    assert await two.states() == ("taken", "taken")
    assert await two.place.kinds(two.apart) == ["road_parted"]
    assert await two.place.runs(two.apart) == await two.place.runs(two.road)
    assert await two.place.runs(two.apart) == {SUE: date(2027, 4, 12)}
    [page] = await two.place.pages(two.apart)
    assert (page["applicants"], page["sue_starts_on"]) == ([two.who["孙某"]], "2026-10-12")


async def test_what_a_refusal_tells_is_told_to_whom_it_refuses(two: Severed, db: Pool) -> None:
    """只对一人不予受理的，只告知其起诉；其他人的申请仍在办理，不受影响 (ARL 34；RULES 136)."""
    before = await two.place.kinds(two.road)
    await two.decline(two.own, "孙某")
    assert await two.place.kinds(two.road) == before
    assert await two.states() == ("taken", "notified")
    assert (await two.place.runs(two.apart))[COURT] == date(2026, 12, 8)
    assert set(await two.place.runs(two.road)) == {SUE}
    async with db.acquire() as conn:
        walk = Walk(two.place.hub.shelves, CALENDAR)
        for check in (walk.states, walk.deadlines, walk.dates):
            assert (await check(conn)).count == 0


async def test_the_open_application_keeps_nobody_else_from_being_told(two: Severed) -> None:
    """其余申请人先被不予受理的，照样告知；被分出的仍在办理 (ARL 34；RULES 136)."""
    await two.decline(two.case, "赵某")
    assert await two.states() == ("notified", "taken")
    assert (await two.place.runs(two.road))[COURT] == date(2026, 12, 8)
    assert set(await two.place.runs(two.apart)) == {SUE}


async def test_a_decision_replaces_the_direct_suit_of_whom_it_concerns_only(two: Severed) -> None:
    """对其余申请人作出的决定，不取代被分出的人的直接起诉期限 (ALL 45)."""
    await two.decide(two.case, "赵某")
    assert await two.place.runs(two.road) == {COURT: date(2026, 12, 8)}
    assert await two.place.runs(two.apart) == {SUE: date(2027, 4, 12)}
    assert await two.states() == ("notified", "taken")


async def test_each_reads_of_its_own_road(two: Severed) -> None:
    """各人只看到自己的途径和期限；窗口都看得到 (RULES 58, 136)."""
    assert await two.files_of("赵某") == [str(two.road)]
    assert await two.files_of("孙某") == [str(two.apart)]
    assert await two.files_of("钱某") == [str(two.road)]
    shown = (await two.place.get(f"/disputes/{two.number}")).json()
    roads = {one["case_id"] for one in shown["files"] if one["procedure"] == "triage"}
    assert roads == {str(two.road), str(two.apart)}


async def test_who_was_severed_says_of_its_own_road_that_it_sued(two: Severed) -> None:
    """被分出的人起诉，只记在自己的途径上，不影响其他人的期限 (RULES 58)."""
    said = {"road": "court", "organ": "620702-fayuan"}
    party = {"disputes": [str(two.dispute_id)], "persons": [two.who["孙某"]]}
    headers = two.place._as(Role.PARTY, "", **party)  # noqa: SLF001 - as the town asks
    answers = [
        await two.place.web.post(
            f"/routings/{file}/application",
            json=said,
            headers={**headers, "Idempotency-Key": f"sued-{file}"},
        )
        for file in (two.road, two.apart)
    ]
    assert [one.status_code for one in answers] == [404, 201]
    await two.place.hear()
    assert await two.place.runs(two.apart) == {}
    assert set(await two.place.runs(two.road)) == {SUE}
    [suit] = [one for one in await two.place.pages(two.apart) if "suit_filed" in one["kind"]]
    assert suit["applications"] == [str(two.own)]


async def test_a_refusal_that_is_put_right_goes_on_along_the_road_of_its_own(two: Severed) -> None:
    """不予受理纠正以后，途径随新案卷另列，原卷终止，其他人的不动 (ARL 35；RULES 132)."""
    after = await two.decline(two.own, "孙某")
    before = await two.place.kinds(two.road)
    await two.place.at("2026-11-25")
    wrong = {"text": "没有正当理由不予受理。"}
    report = await two.place.do(f"/reconsiderations/{two.own}/wrong-report", *OFFICER, **wrong)
    path = f"/corrections/{report['case_id']}"
    order = {"until": "2026-12-04", "justified": False, "text": "责令受理。"}
    await two.place.do(f"{path}/order", *ABOVE, **order)
    done = await two.place.do(f"{path}/correction", *OFFICER)
    new = apart_of(UUID(done["case_id_after"]))
    assert await two.states() == ("taken", "withdrawn")
    assert (await two.place.pages(two.apart))[-1]["goes_on_in"] == str(new)
    assert await two.place.runs(new) == {SUE: date(2027, 4, 12)}
    assert await two.place.runs(two.apart) == {}
    assert await two.place.kinds(two.road) == before
    assert set(await two.files_of("孙某")) == {str(two.apart), str(new)}
    told = (await two.place.get(after, *OFFICER)).json()
    assert told["accepted_case_id"] == done["case_id_after"]


async def test_who_was_severed_applies_again_apart_from_the_others(two: Severed) -> None:
    """被分出的人再次申请，仍是另列一卷，其他人的途径不动 (RULES 136)."""
    await two.decline(two.own, "孙某")
    before = await two.place.kinds(two.road)
    again = await two.place.do(
        "/reconsiderations",
        *WINDOW,
        key="again-0001",
        dispute_id=str(two.dispute_id),
        authority=GOVERNMENT,
        applicants=[two.who["孙某"]],
        respondent="620702-chengguan",
        act="penalty",
        received_on=two.place.clock.now().date().isoformat(),
        act_done_on="2026-10-10",
        learnt_on="2026-10-12",
        text="再次请求撤销处罚决定。",
    )
    assert await two.place.kinds(two.road) == before
    assert await two.place.kinds(apart_of(UUID(again["case_id"]))) == ["road_parted"]
    assert await two.states() == ("taken", "taken")
    # over the refusal one may still sue; to apply is done, and nobody is told that it is too late
    assert await two.place.runs(two.apart) == {
        COURT: date(2026, 12, 8),
        SUE: date(2027, 4, 12),
    }


async def apply_apart(two: Severed, name: str) -> UUID:
    """One of those who brought the dispute applies by oneself, and nobody else with it."""
    place = two.place
    on = place.clock.now().date().isoformat()
    said = {
        "authority": GOVERNMENT,
        "applicants": [two.who[name]],
        "respondent": "620702-chengguan",
        "act": "penalty",
        "received_on": on,
        "act_done_on": "2026-10-10",
        "learnt_on": "2026-10-12",
        "text": f"{name}请求撤销处罚决定。",
    }
    key = f"apart-{two.who[name]}"
    told = await place.do(
        "/reconsiderations", *WINDOW, key=key, dispute_id=str(two.dispute_id), **said
    )
    return UUID(told["case_id"])


async def test_who_applies_by_oneself_is_told_nothing_of_another_s_decision(place: Town) -> None:
    """各自申请的，后申请的另列途径；先申请的收到决定，只告知他自己 (RULES 148; ARL 34)."""
    number, dispute_id = await place.register(**{**PENALTY, "parties": BOTH})
    told = await place.get(f"/disputes/{number}/parties?purpose=申请复议")
    who = {one["name"]: one["person_id"] for one in told.json()}
    two = Severed(place, number, dispute_id, who)
    two.case = await apply_apart(two, "赵某")
    assert await place.kinds(two.road) == ["routed", "road_notified", "road_taken"]
    two.own = await apply_apart(two, "孙某")
    assert await place.kinds(two.road) == ["routed", "road_notified", "road_taken"]
    assert await place.kinds(two.apart) == ["road_parted"]
    assert await place.runs(two.apart) == await place.runs(two.road) == {SUE: date(2027, 4, 12)}
    await two.decide(two.case, "赵某")
    assert COURT in await place.runs(two.road)
    assert await place.runs(two.apart) == {SUE: date(2027, 4, 12)}
    assert await two.files_of("赵某") == [str(two.road)]
    assert await two.files_of("孙某") == [str(two.apart)]


def test_what_goes_on_from_an_application_keeps_its_road_whoever_took_over() -> None:
    """承受人接着办的、与先申请的人共同申请的，仍用原来的分流案卷 (RULES 148; ARL 14)."""
    first, other = UUID(int=501), UUID(int=502)
    before = Routing(
        procedure=TRIAGE, dispute_id=DISPUTE, case_id=UUID(int=500), applications=(first,)
    )

    def alone(*applicants: UUID, came_from: UUID | None = None) -> bool:
        [fact] = received(applicants=applicants, came_from=came_from).facts
        assert isinstance(fact, ApplicationReceived)
        return parting.alone(before, fact, {ANNA})

    assert (alone(BERT), alone(BERT, came_from=other)) == (True, True)
    assert not alone(BERT, came_from=first)
    assert not alone(ANNA)
    assert not alone(ANNA, BERT)
