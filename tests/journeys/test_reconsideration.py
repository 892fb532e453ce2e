"""Roads of a reconsideration over HTTP, broker and clock, each to where the law lets it end."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time
from functools import partial
from uuid import UUID

import pytest

from deploy.compose import offices
from services.consultation.commands import file_of as consultation_of
from services.supervision.store import alert_of, watch_of
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from shared.law.period import CITY
from shared.verify import WARNINGS, check, general_rules
from tests.consultation.makers import EXPERTS, THREE
from tests.journeys.city import City, open_city
from tests.journeys.reconsidering import Walk, application, applied, registered
from tests.journeys.test_walks import AUTHORITY, RESPONDENT, last
from tests.reconsideration.deciding import CONSENT, RIGHT, road

DECIDE = ("decide", "")


@pytest.fixture
def clock() -> StillClock:
    """The first Monday of a year whose holidays are known."""
    return StillClock(datetime.combine(date(2026, 1, 5), time(9), CITY))


@pytest.fixture
async def city(db: Pool, kafka: str, clock: StillClock) -> AsyncIterator[City]:
    """The city; what a road has left in the books is what `hub verify` asks of them."""
    async with open_city(db, kafka, clock) as city:
        yield city
        await city.settle()
        own = [rule for office in offices() for rule in office.rules]
        every = [*general_rules(city.hub, offices(), city.prefix, None), *own]
        rules = [rule for rule in every if rule.name not in WARNINGS]  # this clock stands
        found = [one async for one in check(city.hub.pool, rules) if not one.holds]
        assert [(one.rule.name, one.broken.samples) for one in found] == []


async def test_a_suspension_over_the_spring_festival_is_no_part_of_the_sixty_days(
    city: City,
) -> None:
    """春节期间中止，恢复后接着计算，清明节后的第一个工作日届满 (ARL 39, 62)."""
    await city.until(date(2026, 1, 19))
    walk = await applied(city, "spring-0001", "2026-01-12")
    await walk.examined()
    assert (await city.running(walk.case))[DECIDE] == date(2026, 3, 20)
    await city.until(date(2026, 2, 10))
    await walk.head("suspension", {"cause": "prevented", "text": "申请人被困在外地，中止。"})
    assert await walk.refused("draft", road("revoked")[2][2]) == "ARL 39(1)(5)"
    await city.until(date(2026, 2, 25))
    await walk.officer("suspension-cause-gone", {"reason": "申请人已经返回。"})
    await walk.head("resumption", {"text": "恢复审理。"})
    assert (await city.running(walk.case))[DECIDE] == date(2026, 4, 7)
    await city.until(date(2026, 4, 7))
    decided = await walk.decided("revoked", reviewers=True)
    assert decided["head"]["on"] == "2026-04-07"
    assert "reconsideration.decision_overdue.v1" not in await city.kinds(walk.case)


async def test_the_heir_of_an_applicant_who_died_goes_on_and_is_served(city: City) -> None:
    """申请人死亡，中止，近亲属承受后恢复，决定送达承受人 (ARL 14, 39, 75)."""
    walk = await applied(city, "heir-0001", "2026-01-02")
    await walk.examined()
    await walk.head("suspension", {"cause": "death", "text": "申请人死亡，中止。"})
    await city.until(date(2026, 1, 12))
    body = {
        "applicant_id": walk.applicants[0],
        "succession": "relatives",
        "relation": "spouse",
        "persons": [{"name": "王某某", "phone": "13800000001"}],
        "text": "结婚证，妻子声明参加行政复议。",
    }
    await walk.officer("succession", body)
    await walk.head("resumption", {"text": "恢复审理。"})
    await walk.decided("upheld")
    served = await walk.delivered()
    [remedy] = served["remedies"]
    assert remedy["person_id"] not in walk.applicants
    token = partial(city.tokens.issue, "party-1", [Role.PARTY])
    path = f"/reconsiderations/{walk.case}"

    async def sees(person: str) -> int:
        said = token(disputes=[str(walk.dispute)], persons=[person])
        answer = await city.client.get(path, headers={"Authorization": f"Bearer {said}"})
        return answer.status_code

    assert (await sees(remedy["person_id"]), await sees(walk.applicants[0])) == (200, 404)


async def test_of_twelve_applicants_two_to_five_speak_and_withdraw_with_consent(city: City) -> None:
    """申请人超过十人的推选二至五名代表人，撤回须经同意 (ARL 15; ARR2026 17)."""
    await city.until(date(2026, 7, 6))
    parties = [{"name": f"村民{n}", "side": "applicant"} for n in "甲乙丙丁戊己庚辛壬癸子丑"]
    walk = await applied(city, "twelve-0001", "2026-07-01", parties=parties)
    assert len(walk.applicants) == 12
    await walk.examined()
    paper = {"signed_by_all": True, "text": "推选书。"}
    one = {"representatives": walk.applicants[:1], **paper}
    assert await walk.refused("representatives", one) == "ARR2026 17"
    await walk.officer("representatives", {"representatives": walk.applicants[:2], **paper})
    assert await walk.refused("withdrawal") == "ARL 15(2)"
    await walk.officer("withdrawal", {"consented": True})
    ended = {"ground": "withdrawn", "text": "准予撤回，终止。"}
    assert await walk.refused("termination", ended) == "ARL 41 item 1"
    await walk.head("termination", {**ended, "applicants": walk.applicants})
    await city.settle()
    assert (await city.kinds(walk.case))[-1] == "reconsideration.terminated.v1"
    assert await city.running(walk.case) == {}


async def counselled(city: City, walk: Walk, stance: str = "agrees") -> None:
    """The committee that was asked meets and gives its opinion, all on this day."""
    await city.settle()
    room = f"/consultations/{consultation_of(walk.case)}"
    secretary = partial(city.post, Role.SECRETARY, "620702-committee")
    for each in EXPERTS:
        await secretary("/rosters", each)
    await secretary(f"{room}/panel", {"members": THREE, "speciality": "law"})
    voices = [{"member": one, "stance": stance} for one in THREE]
    said = {"chair": THREE[0], "opinions": voices, "minutes": "一致的意见。"}
    await secretary(f"{room}/meeting", said)
    await secretary(f"{room}/opinion", {"stance": stance, "text": "咨询意见。"})
    await city.settle()


async def test_against_the_committee_the_handler_says_why_and_all_discuss_it(city: City) -> None:
    """不采纳咨询意见的，说明理由，集体讨论通过 (ARL 52, 61; ARR2026 52)."""
    await city.until(date(2026, 7, 6))
    walk = await applied(city, "against-0001", "2026-07-01")
    await walk.examined()
    await walk.officer("consultation", {"ground": "technical", "question": "鉴定是否可信？"})
    await counselled(city, walk, "disagrees")
    *before, submission, _, seal = road("revoked")
    for path, _, body in before:
        await walk.officer(path, body)
    for untold in ({}, {"opinion_adopted": False}):
        assert (await walk.refused(submission[0], untold)).startswith("ARR2026 52")
    why = {"opinion_adopted": False, "departure": "另有两份鉴定与拟办意见一致。"}
    await walk.officer(submission[0], why)
    together = {"approval": "collective", "minutes": "集体讨论，同意拟办意见。"}
    await walk.head("approval", together)
    await walk.officer(seal[0], seal[2])
    decided = await last(city, walk.case, "reconsideration.decided.v1")
    assert (decided["approval"], decided["opinion_adopted"]) == ("collective", False)
    assert decided["departure_id"]


async def test_a_mediation_broken_before_the_seal_leaves_the_days_as_they_were(city: City) -> None:
    """调解书用印前一方反悔，及时作出决定，期限不变 (ARL 73)."""
    walk = await applied(city, "broken-0001", "2026-01-02")
    await walk.examined()
    before = (await city.running(walk.case))[DECIDE]
    willing = {"applicants_willing": True, "respondent_willing": True, "record": "双方同意。"}
    await walk.officer("mediation", willing)
    document = {"text": "减收罚款。", "harmless": True, "obliges": True, "perform_by": "2026-03-02"}
    await walk.head("mediation-document", document)
    await walk.officer("mediation-signature", {"standing": "applicant"})
    assert await walk.refused("mediation-seal") == "ARL 73(1)"
    repented = {"breach": "repented", "standing": "respondent", "record": "被申请人反悔。"}
    await walk.officer("mediation-failure", repented)
    assert (await city.running(walk.case))[DECIDE] == before
    assert (await walk.decided("revoked", redo=True))["outcome"] == "revoked"
    await walk.delivered()
    assert (await city.kinds(watch_of(walk.case)))[0] == "supervision.watch_opened.v1"


async def test_an_act_made_again_on_the_same_facts_is_revoked_again(city: City) -> None:
    """以同一事实和理由重作的，再次撤销并责令重新作出 (ARL 64; ARR2026 58)."""
    await city.until(date(2026, 7, 6))
    first = await applied(city, "again-0001", "2026-07-01")
    await first.examined()
    made = await first.decided("revoked", redo=True, found={"facts_clear": False})
    await first.delivered()
    await city.until(date(2026, 9, 1))
    days = {"act_done_on": "2026-08-28", "learnt_on": "2026-08-28"}
    body = application(city, first.dispute, first.applicants, **days)
    taken = await city.post(Role.RECONSIDERATION, AUTHORITY, "/reconsiderations", body)
    first.case = again = UUID(taken["case_id"])
    await first.examined()
    same = {**RIGHT, "repeats": True, "repeated_number": made["document_number"]}
    reviewers, findings, draft, *_ = road("revoked", found=same)
    await first.officer(reviewers[0], reviewers[2])
    await first.officer(findings[0], findings[2])
    assert await first.refused(draft[0], draft[2]) == "ARR2026 58(3)"
    decided = await first.decided("revoked", redo=True, found=same, reviewers=False)
    assert decided["redo"] is True
    await first.delivered()
    assert (await city.running(watch_of(again)))["perform", ""] == date(2026, 11, 2)


async def test_a_step_of_july_goes_by_the_regulation_of_july(city: City) -> None:
    """2026年7月1日起的步骤适用新条例，直到用印 (ARR2007 32, 51; ARR2026 39, 52, 58, 77).

    六月：审理人员两名，任何决定都不得对申请人更为不利，不问咨询意见的采纳。七月：可以由一人审理，
    只有变更不得更为不利，应当说明采纳情况，没有写明期限的六十日内重新作出行政行为。
    """
    await city.until(date(2026, 6, 24))
    walk = await applied(city, "straddle-0001", "2026-06-22")
    await walk.officer("acceptance")
    await walk.head("simplified", {"ground": "on_the_spot", "reason": "当场处罚，事实清楚。"})
    one = {"reviewers": ["fuyi-07"]}
    assert await walk.refused("reviewers", one) == "ARR2007 32"
    await walk.officer("copy", {"received_on": "2026-06-24"})
    await walk.respondent("reply", {"text": "答复如下。"})
    await walk.officer("consultation", {"ground": "technical", "question": "鉴定是否可信？"})
    await counselled(city, walk)
    worse = road("revoked", redo=True, found={"procedure": "violated", "worse": True})
    (door, _, two), (findings, _, found), (draft, _, drafted), *_ = worse
    await walk.officer(door, two)
    await walk.officer(findings, found)
    assert await walk.refused(draft, drafted) == "ARR2007 51"
    await city.until(date(2026, 7, 1))
    await walk.officer("reviewers", {**one, "reason": "另一名调离，由一人审理。"})
    assert (await city.running(walk.case))["decide_simplified", ""] == date(2026, 7, 24)
    await walk.officer(draft, drafted)
    assert await walk.refused("submission") == "ARR2026 52"
    await walk.officer("submission", {"opinion_adopted": True})
    await walk.head("approval", dict(CONSENT))
    await walk.officer("seal")
    served = await walk.delivered()
    decided = await last(city, walk.case, "reconsideration.decided.v1")
    assert (decided["head"]["on"], decided["opinion_adopted"]) == ("2026-07-01", True)
    assert (served["redo"], served["perform_by"]) == (True, "2026-08-31")  # the 30th is a Sunday


async def test_after_an_elevation_in_the_middle_the_same_file_goes_on_at_the_city(
    city: City,
) -> None:
    """中途提级，移送逾期预警，审理期限自市政府收到材料之日重新计算 (ARL 38; ARR2026 40)."""
    await city.until(date(2026, 7, 6))
    walk = await applied(city, "elevated-0001", "2026-07-01")
    await walk.examined()
    assert (await city.running(walk.case))[DECIDE] == date(2026, 9, 4)
    await city.until(date(2026, 7, 13))
    await walk.head(
        "elevation-request", {"ground": "guiding", "text": "具有法律适用指导意义，报请提级。"}
    )
    assert await walk.refused("elevation", {"text": "提级。"}) == "ARL 38(1)"
    await city.until(date(2026, 7, 20))
    path, above = f"/reconsiderations/{walk.case}", "620700-government"
    order = {"text": "由市政府提级审理，请移送案件材料。"}
    await city.post(Role.RECONSIDERATION_HEAD, above, f"{path}/elevation", order)
    assert await walk.refused("draft", road("revoked")[2][2]) == "ARR2026 40(3)"
    await city.until(date(2026, 7, 28))
    alert = await last(city, alert_of(walk.case), "supervision.alert_raised.v1")
    assert (alert["act"], alert["head"]["by"]) == ("hand_over", "clock")
    await walk.officer("file-transfer", {"text": "申请书、答复、听取意见记录，共一卷。"})
    await city.post(Role.RECONSIDERATION, above, f"{path}/elevated-file-receipt")
    assert await city.running(walk.case) == {DECIDE: date(2026, 9, 28)}
    views = {"manner": "telephone", "record": "补充意见。"}
    late = await city.ask(Role.RECONSIDERATION, AUTHORITY, "POST", f"{path}/views", views)
    reads = await city.ask(Role.RECONSIDERATION, AUTHORITY, "GET", path)
    assert (late.status_code, reads.status_code) == (404, 200)
    walk.authority = above
    decided = await walk.decided("revoked", redo=True)
    assert decided["document_number"].startswith("张政")
    served = await walk.delivered()
    assert (served["authority"], served["head"]["case_id"]) == (above, str(walk.case))
    assert (await city.kinds(watch_of(walk.case)))[0] == "supervision.watch_opened.v1"


async def test_the_organ_that_fined_keeps_silent_and_is_reported_and_still_sends_it_on(
    city: City,
) -> None:
    """处罚机关五个工作日未转送，记录预警，仍须转送，不得再自行纠正 (ARL 32; ARR2026 38)."""
    await city.until(date(2026, 7, 6))
    walk = await registered(city, "organ-0001", "2026-07-02")
    days = {"act_done_on": "2026-07-02", "learnt_on": "2026-07-02"}
    body = application(city, walk.dispute, walk.applicants, **days, fine="on_the_spot")
    path = "/reconsiderations/handed-in"
    taken = await city.post(Role.DEPARTMENT, RESPONDENT, path, body | {"manner": "in_person"})
    walk.case = UUID(taken["case_id"])
    await city.until(date(2026, 7, 14))
    silence = await last(city, walk.case, "reconsideration.forwarding_overdue.v1")
    assert (silence["organ"], silence["head"]["on"]) == (RESPONDENT, "2026-07-13")
    alert = await last(city, alert_of(walk.case), "supervision.alert_raised.v1")
    assert alert["head"]["by"] == "clock"
    late = {"correction": "revoked", "text": "撤销处罚。"}
    where = f"/reconsiderations/{walk.case}/penalty-correction"
    answer = await city.ask(Role.DEPARTMENT, RESPONDENT, "POST", where, late)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARR2026 38(1)")
    await walk.respondent("forwarding", {"text": "现予转送。", "received_on": "2026-07-14"})
    assert (await city.running(walk.case))["review", ""] == date(2026, 7, 21)
    await walk.officer("acceptance")
    assert (await city.kinds(walk.case))[-1] == "reconsideration.accepted.v1"


async def test_who_settled_and_withdrew_does_not_come_back_on_the_same_facts(city: City) -> None:
    """和解撤回准予后，同一事实和理由不得再申请 (ARL 74)."""
    walk = await applied(city, "settled-0001", "2026-01-02")
    await walk.examined()
    await walk.officer("settlement", {"text": "减收罚款，申请人撤回申请。"})
    await walk.officer("withdrawal", {"settled": True})
    ended = {"ground": "withdrawn", "text": "准予撤回，终止。"}
    assert await walk.refused("termination", ended) == "ARL 74(1)"
    await walk.head("termination", ended | {"harmless": True})
    await city.until(date(2026, 1, 12))
    days = {"act_done_on": "2026-01-02", "learnt_on": "2026-01-02"}
    body = application(city, walk.dispute, walk.applicants, **days)
    taken = await city.post(Role.RECONSIDERATION, AUTHORITY, "/reconsiderations", body)
    walk.case = UUID(taken["case_id"])
    assert await walk.refused("acceptance") == "ARL 74(2)"
    await walk.head("declination", {"missing": "untried", "reason": "和解撤回后再次申请。"})
    await city.settle()
    assert await city.kinds(watch_of(walk.case)) == []
