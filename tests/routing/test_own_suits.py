"""各申请人的起诉期限 (ARL 75; ALL 45): each from its own receipt, on a real database."""

import re
from datetime import date
from uuid import UUID

import httpx
import pytest

from services.reconsideration.store import aftermath_of
from services.routing.roads import suits
from services.routing.store import roads_of, routing_of
from shared.auth import Role
from shared.contracts.catalogue import read
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from shared.work import Act
from shared.work.clockfile import clock_file
from tests.party.telephone import telephone
from tests.reconsideration.deciding import road
from tests.routing.test_severed_roads import BOTH
from tests.routing.town import GOVERNMENT, PENALTY, WINDOW, Town

OFFICER = (Role.RECONSIDERATION, GOVERNMENT)
HEAD = (Role.RECONSIDERATION_HEAD, GOVERNMENT)
RESPONDENT = (Role.DEPARTMENT, "620702-chengguan")
COURT = ("sue", "court")
BY_PHONE = {"赵某": "13700000000", "孙某": "13700000001"}
OVER_DECISION = r"您不服复议决定的，可以向人民法院起诉，最后一天是\s*<strong[^>]*>([^（<]+)"


class Joint:
    """An application of 赵某 and 孙某 together, each of whom is served by itself."""

    def __init__(self, place: Town, number: str, dispute_id: UUID, who: dict[str, str]) -> None:
        self.place, self.number, self.dispute_id, self.who = place, number, dispute_id, who
        self.road = routing_of(dispute_id)
        self.case = ""
        self.both: tuple[str, ...] = tuple(who[one] for one in ("赵某", "孙某") if one in who)

    @property
    def after(self) -> str:
        return f"/aftermaths/{aftermath_of(UUID(self.case.rpartition('/')[2]))}"

    def own(self, name: str) -> tuple[str, str]:
        """The period of one of them."""
        return "sue_own", self.who[name]

    async def apply(self) -> None:
        told = await self.place.do(
            "/reconsiderations",
            *WINDOW,
            dispute_id=str(self.dispute_id),
            authority=GOVERNMENT,
            applicants=list(self.both),
            respondent="620702-chengguan",
            act="penalty",
            received_on=self.place.clock.now().date().isoformat(),
            act_done_on="2026-10-10",
            learnt_on="2026-10-12",
            text="请求撤销处罚决定。",
        )
        self.case = f"/reconsiderations/{told['case_id']}"

    async def seal(self, **draft: object) -> None:
        """From acceptance to the decision, which nobody has yet."""
        do, case = self.place.do, self.case
        await do(f"{case}/acceptance", *OFFICER)
        await do(f"{case}/copy", *OFFICER)
        await do(f"{case}/copy-receipt", *RESPONDENT)
        await do(f"{case}/reply", *RESPONDENT, text="处罚依据充分。")
        heard = {"manner": "telephone", "record": "认为过重。", "persons": list(self.both)}
        await do(f"{case}/views", *OFFICER, **heard)
        owed = [{"person_id": one} for one in self.both]
        for step, by, body in road("upheld", text="决定。", duties=owed, **draft):
            await do(f"{case}/{step}", *(HEAD if by == "head" else OFFICER), **body)

    async def serve(self, name: str, on: str) -> None:
        """Served on an applicant, or on the respondent where none is named."""
        whom = {"standing": "applicant", "person_id": self.who.get(name)}
        said = {"shown_on": on, "manner": "direct", "receipt": "签收。"}
        body = {**said, **(whom if name else {"standing": "respondent"})}
        await self.place.do(f"{self.case}/service", *OFFICER, **body)

    async def serve_again(self, name: str, on: str) -> None:
        """Before everybody has it: what was no service is made again."""
        whom = {"standing": "applicant", "person_id": self.who[name]}
        said = {"shown_on": on, "manner": "direct", "receipt": "签收。", "reason": "他人误签。"}
        await self.place.do(f"{self.case}/service-again", *OFFICER, **whom, **said)

    async def lose(self, name: str) -> None:
        gone = {"ending": "died", "gone_on": "2026-11-20", "text": "户籍注销证明。"}
        path, whom = f"{self.case}/addressee-gone", self.who[name]
        await self.place.do(path, *OFFICER, person_id=whom, **gone)

    async def find(self, name: str, on: str) -> None:
        """Found after the end, and served for the first time."""
        await self.place.at(on)
        whom = {"person_id": self.who[name]}
        await self.place.do(f"{self.after}/addressee-found", *OFFICER, **whom, reason="同名误记。")
        said = {"shown_on": on, "manner": "direct", "receipt": "签收。", "reason": "记载有误。"}
        body = {"standing": "applicant", **whom, **said}
        await self.place.do(f"{self.after}/service", *OFFICER, **body)

    async def sue(self, *names: str) -> None:
        whose = [self.who[one] for one in names or ("赵某",)]
        said = {"road": "court", "organ": "甘州区人民法院", "applicants": whose}
        path = f"/routings/{self.road}/application"
        await self.place.do(path, *WINDOW, key=f"sued-{whose[0]}", **said)

    async def says_sued(self, *names: str) -> httpx.Response:
        """The answer to a window that says so, of somebody or of nobody by name."""
        said = {"road": "court", "organ": "甘州区人民法院", "key": f"says-{len(names)}-01"}
        whose = {"applicants": [self.who[one] for one in names]} if names else {}
        return await self.place.ask(f"/routings/{self.road}/application", *WINDOW, **said, **whose)

    async def succeed(self, dead: str, heir: str) -> str:
        """近亲属承受 in the case alone; who takes over."""
        said = {"applicant_id": self.who[dead], "succession": "relatives", "relation": "spouse"}
        came = [{"name": heir, "phone": "13700000005"}]
        path = f"{self.case}/succession"
        told = await self.place.do(path, *OFFICER, persons=came, text="户口簿。", **said)
        [new] = set(told["applicants"]) - set(self.who.values())
        self.who[heir] = new
        self.both = tuple(told["applicants"])
        return str(new)

    async def runs(self) -> dict[tuple[str, str], date]:
        return await self.place.runs(self.road)

    async def reads(self, phone: str) -> tuple[list[str], str]:
        """Until when one of them may sue over the decision, as its page says, and that page."""
        async with telephone(self.place.hub) as own:
            await own.sign_in(self.number, phone)
            page = (await own.get()).text
        return [one.strip() for one in re.findall(OVER_DECISION, page)], page


async def applied(place: Town, **parties: object) -> Joint:
    number, dispute_id = await place.register(**{**PENALTY, **parties})
    told = await place.get(f"/disputes/{number}/parties?purpose=申请复议")
    who = {one["name"]: one["person_id"] for one in told.json()}
    found = Joint(place, number, dispute_id, who)
    await found.apply()
    return found


@pytest.fixture
async def joint(place: Town) -> Joint:
    return await applied(place, parties=BOTH)


async def sound(joint: Joint, db: Pool) -> bool:
    walk = Walk(joint.place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        checks = [(await check(conn)).count for check in (walk.states, walk.deadlines, walk.dates)]
    return not any(checks)


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


LAST = "SELECT kind, body FROM hub.outbox WHERE case_id = $1 ORDER BY version DESC LIMIT 1"


async def annul(joint: Joint, **said: object) -> None:
    """The government above withdraws the decision."""
    text = {"organ": "620700-government", "text": "撤销该行政复议决定。"}
    await joint.place.do(f"{joint.after}/annulment", *HEAD, **{**text, **said})
    await joint.place.hear()


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
