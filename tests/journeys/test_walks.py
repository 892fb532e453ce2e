"""Two walks through the whole hub: a civil trouble, and a statutory one, each to its end."""

import json
from collections.abc import AsyncIterator
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from services.consultation.commands import file_of as consultation_of
from services.mediation.store import mediation_of
from services.routing.store import routing_of, whistle_of
from services.supervision.store import alert_of, watch_of
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from tests.consultation.makers import EXPERTS, THREE
from tests.journeys.city import City, open_city
from tests.reconsideration.deciding import HANDED, road

WINDOW = "620702-window-1"
CENTRE = "620702-centre"
AUTHORITY = "620702-government"
RESPONDENT = "620702-chengguan"


@pytest.fixture
async def city(db: Pool, kafka: str, clock: StillClock) -> AsyncIterator[City]:
    async with open_city(db, kafka, clock) as city:
        yield city


def trouble(**more: str) -> dict[str, Any]:
    return {
        "channel": "window",
        "matter": "wuye",
        "place": "甘州区东街街道",
        "subject": "小区电梯停运两周",
        "content": "三号楼电梯停运两周，物业公司一直未修。",
        "demand": "请求尽快修复电梯。",
        "parties": [
            {"name": "张某某", "phone": "13800000000", "side": "applicant"},
            {"name": "某某物业有限公司", "kind": "legal", "side": "opponent"},
        ],
        **more,
    }


async def register(city: City, key: str, **more: str) -> UUID:
    taken = await city.post(
        Role.WINDOW, WINDOW, "/disputes", trouble(**more), **{"Idempotency-Key": key}
    )
    await city.settle()
    return UUID(taken["case_id"])


async def last(city: City, case_id: UUID, kind: str) -> dict[str, Any]:
    """The body of the last page of a kind in a file."""
    body = await city.hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE case_id = $1 AND kind = $2"
        " ORDER BY version DESC LIMIT 1",
        case_id,
        kind,
    )
    assert body, (kind, await city.kinds(case_id))
    found: dict[str, Any] = json.loads(body)
    return found


async def departments_come_and_answer(city: City, whistle: UUID) -> None:
    """All but the first check in at once; the first is late, and its silence is on record."""
    called = [who for name, who in await city.running(whistle) if name == "check_in"]
    assert len(called) >= 2
    late, *ready = sorted(called)
    for department in ready:
        await city.post(Role.DEPARTMENT, department, f"/whistles/{whistle}/check-in")
    await city.until(date(2026, 11, 25))
    lapse = await last(city, whistle, "routing.check_in_lapsed.v1")
    assert (lapse["department"], lapse["head"]["on"]) == (late, "2026-11-24")
    await city.post(Role.DEPARTMENT, late, f"/whistles/{whistle}/check-in")
    answer = {"finding": "not_solved", "opinion": "已现场核实，需双方协商维修费用。"}
    for department in called:
        await city.post(Role.DEPARTMENT, department, f"/whistles/{whistle}/answer", answer)


async def test_a_civil_trouble_is_mediated_and_its_performance_watched(city: City) -> None:
    """登记、分流、吹哨、报到、反馈、调解、履行 (PML 17, 28, 31)."""
    dispute = await register(city, "civil-0001", matter="linli", willingness="both")
    whistle, mediation = whistle_of(dispute), mediation_of(dispute)
    await departments_come_and_answer(city, whistle)
    await city.post(Role.WINDOW, CENTRE, f"/whistles/{whistle}/closure")
    await city.settle()
    assert await city.running(whistle) == {}
    alert = await last(city, alert_of(whistle), "supervision.alert_raised.v1")
    assert alert["head"]["by"] == "clock"

    committee = (await last(city, mediation, "mediation.proposed.v1"))["committee"]
    act = partial(city.post, Role.MEDIATOR, committee)
    await act(f"/mediations/{mediation}/mediator", {"mediators": ["mediator-07"], "chosen": True})
    await act(
        f"/mediations/{mediation}/session",
        {"present": ["applicant", "opponent"], "record": "双方陈述了维修经过。"},
    )
    await act(
        f"/mediations/{mediation}/agreement",
        {
            "form": "written",
            "content": "物业公司于2026年12月15日前修复电梯。",
            "perform_by": "2026-12-15",
            "parties_on": "2026-11-25",
            "mediator_on": "2026-11-25",
            "sealed_on": "2026-11-25",
        },
    )
    await city.settle()
    watch = watch_of(mediation)
    assert (await city.kinds(watch))[0] == "supervision.agreement_watched.v1"
    confirmation = {
        d for (name, _), d in (await city.running(mediation)).items() if "confirm" in name
    }
    assert confirmation == {date(2026, 12, 25)}  # 三十日 (PML 33)

    await city.until(date(2026, 12, 18))
    await act(f"/mediations/{mediation}/performance", {"performed_on": "2026-12-14"})
    await city.settle()
    assert (await city.kinds(watch))[-1] == "supervision.performed.v1"
    assert await city.running(mediation) == {}
    assert await city.running(watch) == {}


async def apply(city: City, dispute: UUID) -> UUID:
    """The party's own application, at the authority."""
    parties = (await last(city, dispute, "intake.registered.v1"))["parties"]
    taken = await city.post(
        Role.RECONSIDERATION,
        AUTHORITY,
        "/reconsiderations",
        {
            "dispute_id": str(dispute),
            "authority": AUTHORITY,
            "applicants": [parties[0]["person_id"]],
            "respondent": RESPONDENT,
            "act": "penalty",
            "received_on": "2026-11-23",
            "act_done_on": "2026-11-09",
            "learnt_on": "2026-11-10",
            "text": "请求撤销行政处罚决定。",
        },
    )
    return UUID(taken["case_id"])


async def registered_act(city: City, key: str) -> UUID:
    return await register(
        city,
        key,
        matter="chufa",
        respondent=RESPONDENT,
        act="penalty",
        happened_on="2026-11-09",
        learnt_on="2026-11-10",
    )


async def test_an_act_of_the_city_is_reconsidered_to_performance(city: City) -> None:
    """登记、告知、申请、受理、答复、咨询、决定、送达、履行 (ARL 20, 30, 48, 52, 61, 75, 77)."""
    dispute = await registered_act(city, "act-0001")
    told = await last(city, routing_of(dispute), "routing.road_notified.v1")
    assert (told["organs"], told["period"]) == ([AUTHORITY], "60d")
    assert (told["open_until"], told["provisional"]) == ("2027-01-11", True)

    case = await apply(city, dispute)
    officer = partial(city.post, Role.RECONSIDERATION, AUTHORITY)
    head = partial(city.post, Role.RECONSIDERATION_HEAD, AUTHORITY)
    assert await city.running(case) == {("review", ""): date(2026, 11, 30)}
    await officer(f"/reconsiderations/{case}/acceptance")
    await officer(f"/reconsiderations/{case}/copy", {"received_on": "2026-11-23"})
    await city.post(
        Role.DEPARTMENT, RESPONDENT, f"/reconsiderations/{case}/reply", {"text": "答复如下。"}
    )
    heard = {"standing": "applicant", "manner": "telephone", "record": "申请人认为处罚过重。"}
    await officer(f"/reconsiderations/{case}/views", heard)
    question = {"ground": "technical", "question": "认定是否适当？"}
    await officer(f"/reconsiderations/{case}/consultation", question)
    await city.settle()

    adopted = {"opinion_adopted": True}
    *found, draft, submission, approval, seal = road(
        "revoked", text="撤销原处罚决定。", redo=True, submission=adopted
    )
    for path, _, body in (*found, draft):
        await officer(f"/reconsiderations/{case}/{path}", body)
    early = f"/reconsiderations/{case}/{submission[0]}"
    refused = await city.ask(Role.RECONSIDERATION, AUTHORITY, "POST", early, adopted)
    assert refused.status_code == 409
    assert refused.json()["article"]["code"].startswith("ARL 52")

    consultation = consultation_of(case)
    secretary = partial(city.post, Role.SECRETARY, "620702-committee")
    for each in EXPERTS:
        await secretary("/rosters", each)
    await secretary(f"/consultations/{consultation}/panel", {"members": THREE, "speciality": "law"})
    voices = [{"member": one, "stance": "agrees"} for one in THREE]
    meeting = {"chair": THREE[0], "opinions": voices, "minutes": "一致同意拟办意见。"}
    await secretary(f"/consultations/{consultation}/meeting", meeting)
    opinion = {"stance": "agrees", "text": "同意拟办意见。"}
    await secretary(f"/consultations/{consultation}/opinion", opinion)
    await city.settle()
    assert (await city.kinds(case))[-1] == "reconsideration.opinion_recorded.v1"

    for path, who, body in (submission, approval, seal):
        await (head if who == "head" else officer)(f"/reconsiderations/{case}/{path}", body)
    await officer(f"/reconsiderations/{case}/delivery", {"served_on": "2026-11-23", **HANDED})
    await city.settle()
    assert await city.running(case) == {}
    watch = watch_of(case)
    assert (await city.running(watch))["perform", ""] == date(2027, 1, 22)
    performed = {"performed_on": "2026-11-23", "evidence": "已重新作出行政行为。"}
    await officer(f"/watches/{watch}/performance", performed)
    assert await city.running(watch) == {}


async def test_silence_all_the_way_is_recorded_by_the_clock(city: City) -> None:
    """无人办理：视为受理、逾期未发送副本、逾期未决定，各自届满之日为准 (ARL 30, 48, 62).

    没有发送副本，被申请人的答复期限不起算，不视为没有证据 (ARL 48, 70)；届满以后预警，申请人可以在
    十五日内起诉，也可以向上级反映 (ARL 34, 35).
    """
    dispute = await registered_act(city, "silent-0001")
    case = await apply(city, dispute)
    await city.until(date(2027, 3, 31))
    pages = await city.pages(case)
    assert pages[1] == ("reconsideration.accepted.v1", date(2026, 11, 30), "clock")
    overdue = {kind: day for kind, day, _ in pages[2:]}
    assert overdue["reconsideration.overdue.v1"] == date(2026, 12, 9)  # 发送副本七个工作日 (ARL 48)
    assert overdue["reconsideration.decision_overdue.v1"] == date(2027, 1, 29)
    assert {by for _, _, by in pages[1:]} == {"clock"}
    assert "reconsideration.reply_forfeited.v1" not in overdue
    told = await last(city, routing_of(dispute), "routing.road_notified.v1")
    assert (told["road"], told["occasion"], told["sue_article"]) == ("court", "overdue", "ALL 45")
    assert (told["sue_starts_on"], told["sue_until"]) == ("2027-01-29", "2027-02-15")
    alert = await city.pages(alert_of(case))
    assert [kind for kind, _, _ in alert] == ["supervision.alert_raised.v1"] * 2
    raised = await last(city, alert_of(case), "supervision.alert_raised.v1")
    assert raised["level"] == "inspection"
    wrong = await city.post(
        *(Role.RECONSIDERATION, AUTHORITY, f"/reconsiderations/{case}/wrong-report"),
        {"text": "受理后逾期不作答复。"},
    )
    assert wrong["wrong"] == "overdue"
