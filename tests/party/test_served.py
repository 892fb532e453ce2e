"""送达回证: papers that a party takes on its page, on which day, and who else sees them."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Final
from uuid import UUID, uuid4

import pytest

from services.adjudication import commands as adjudicating
from services.adjudication.store import adjudication_of
from services.reconsideration.commands import assigning, deciding, filing, hearing
from services.reconsideration.domain import decision
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.serving import Serving
from services.reconsideration.store import CASES, aftermath_of
from services.routing.roads import take_elsewhere
from shared.clock import CITY, StillClock
from shared.contracts.reconsideration import (
    Condition,
    CopyReceived,
    CopySent,
    DecisionMade,
    ReplyFiled,
    Standing,
    ViewsHeard,
)
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.contracts.routing import Road
from shared.contracts.service import Manner
from shared.work import Hub, Work
from tests.desks.body import at_work
from tests.party.telephone import (
    OPPONENT,
    Telephone,
    last,
    number,
    officer,
    registered,
    settle,
    taken_at_the_window,
    telephone,
)
from tests.reconsideration.makers import AUTHORITY, FIELDS

MISSING: Final = "请补交处罚决定书复印件"
STORY: Final = "地界在水渠以东，有1998年的承包合同"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def applied(phone: Telephone, number: str) -> UUID:
    """An application for reconsideration, handed in online; its file."""
    await phone.sign_in(number)
    page = await phone.get("/party/reconsideration")
    act = {"respondent": "620702-chengguan", "act": "penalty", "learnt_on": "2026-11-02"}
    said = {"request": "请求撤销处罚决定", "facts": "摊位在划定的区域以内"}
    for typed in ({**act, "told_remedies": "true", "go": "next"}, {**said, "go": "next"}):
        page = await phone.send("/party/reconsideration", page, **typed)
    sent = await phone.send("/party/reconsideration", page, go="send")
    return UUID(sent.headers["location"].split("/")[3])


async def test_a_notice_is_taken_online_read_and_answered(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """补正通知：同意才显示，当天送达，自次日起十个工作日补正，可以反复看 (ARL 31; CPL 90)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.notify_supplement, case_id, text=MISSING)
    clock.move_to(datetime(2026, 11, 25, 20, tzinfo=CITY))
    await phone.sign_in(taken.number)
    path = f"/party/act/{case_id}/supplement-notice-receipt"
    assert path not in (await phone.get()).text, "it is a draft"
    await number(hub, case_id, "supplement", "reconsideration.supplement_notified.v1", "复补字")
    assert path in (await phone.get()).text
    asked = await phone.get(path)
    assert "电子送达" in asked.text
    assert "不同意就不用点" in asked.text
    assert MISSING not in asked.text
    receipt = await phone.done(path)
    fact = await last(hub, "reconsideration.supplement_notice_received.v1")
    assert fact["head"]["on"] == "2026-11-25"
    assert fact["head"]["by"].startswith("party-")
    [paper] = re.findall(r'href="(/party/paper/[^"]+)"', receipt)
    page = (await phone.get()).text
    assert paper in page
    assert path not in page, "it is served once"
    assert re.search(r"您要把材料补齐，最后一天是\s*<strong[^>]*>2026年12月9日", page)
    shown = (await phone.get(paper)).text
    assert MISSING in shown
    assert "2026年11月25日" in shown
    assert await hub.pool.fetchval(READ, fact["head"]["by"]) == 1


async def test_a_refusal_is_taken_online_and_the_days_to_sue_are_told(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """不予受理决定书：同意才显示，当天送达，自次日起十五日可以起诉 (ARL 34; CPL 90)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    why = {"missing": Condition.INTEREST, "compulsory": True}
    await officer(hub, filing.decline, case_id, reason=MISSING, **why)
    await settle(hub)
    clock.move_to(datetime(2026, 11, 25, 20, tzinfo=CITY))
    await phone.sign_in(taken.number)
    path = f"/party/act/{aftermath_of(case_id)}/refusal-receipt"
    assert path not in (await phone.get()).text, "a draft is not served"
    await number(hub, case_id, *REFUSAL)
    assert path in (await phone.get()).text
    asked = await phone.get(path)
    assert "电子送达" in asked.text
    assert MISSING not in asked.text
    receipt = await phone.done(path)
    fact = await last(hub, "reconsideration.refusal_served.v1")
    assert (fact["manner"], fact["served_on"]) == ("electronic", "2026-11-25")
    [paper] = re.findall(r'href="(/party/paper/[^"]+)"', receipt)
    await settle(hub)
    page = (await phone.get()).text
    assert paper in page
    assert path not in page, "it is served once"
    until = r"您不服不予受理的，可以向人民法院起诉，最后一天是\s*<strong[^>]*>2026年12月10日"
    assert re.search(until, page)
    shown = (await phone.get(paper)).text
    assert MISSING in shown
    [made] = re.findall(r'href="(/party/served/[^"]+)"', shown)
    assert (await phone.get(made)).content[:4] == b"%PDF"
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        assert (await other.get(made)).status_code == 404
        assert "不予受理" not in (await other.get()).text
        assert (await other.get(paper)).status_code == 404
        assert (await other.get(path)).status_code == 404


async def test_an_agent_with_power_to_receive_takes_and_reads_a_refusal_for_its_principal(
    hub: Hub, phone: Telephone
) -> None:
    """有权代收文书的代理人可以网上签收不予受理决定书，此后可以看；无权的不可以 (ARL 17; CPL 90)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    lacks = {**ENTRUSTED, "name": "赵某", "phone": "13700002222", "receive": "false"}
    for said in (ENTRUSTED, lacks):
        await phone.done(f"/party/act/{case_id}/agent", **said)
    await officer(hub, filing.decline, case_id, reason=MISSING, missing=Condition.INTEREST)
    await settle(hub)
    await number(hub, case_id, *REFUSAL)
    path = f"/party/act/{aftermath_of(case_id)}/refusal-receipt"
    async with telephone(hub) as other:
        await other.sign_in(taken.number, lacks["phone"])
        assert path not in (await other.get()).text
    async with telephone(hub) as agent:
        await agent.sign_in(taken.number, ENTRUSTED["phone"])
        assert path in (await agent.get()).text
        receipt = await agent.done(path)
        [paper] = re.findall(r'href="(/party/paper/[^"]+)"', receipt)
        assert MISSING in (await agent.get(paper)).text
    applicant = await hub.pool.fetchval(APPLICANT_OF, case_id)
    assert (await last(hub, "reconsideration.refusal_served.v1"))["person_id"] == applicant


APPLICANT_OF = "SELECT labels->>'applicants' FROM hub.file WHERE case_id = $1"
REFUSAL = ("declination", "reconsideration.declined.v1", "复不受字")
ENTRUSTED = {
    "name": "杨某",
    "phone": "13700001111",
    "sort": "lawyer",
    "receive": "true",
    "change": "false",
    "admit": "false",
    "withdraw": "false",
    "settle": "false",
    "identified": "true",
    "text": "委托代为参加行政复议。",
}


async def test_what_is_missing_is_supplied_online(hub: Hub, phone: Telephone) -> None:
    """补正：说明不补的后果，没填的当即告知，补了即重新审查；窗口送达的通知也看得到 (ARL 31)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.notify_supplement, case_id, text=MISSING)
    await taken_at_the_window(hub, case_id)
    path = f"/party/act/{case_id}/supplement"
    page = (await phone.get()).text
    assert path in page
    [paper] = re.findall(r'href="(/party/paper/[^"]+)"', page)
    assert MISSING in (await phone.get(paper)).text
    form = await phone.get(path)
    assert "超过期限没有正当理由不补的，当作放弃申请" in form.text
    empty = await phone.send(path, form, text=" ")
    assert (empty.status_code, "faults" in empty.text) == (422, True)
    await phone.done(path, text="处罚决定书复印件一份")
    assert (await last(hub, "reconsideration.supplemented.v1"))["head"]["on"] == "2026-11-23"
    assert "您补的材料收到了" in (await phone.get()).text
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        assert "补正" not in (await other.get()).text
        assert (await other.get(paper)).status_code == 404
        assert (await other.get(path)).status_code == 404


async def test_an_applicant_asks_for_another_reviewer_once_there_is_one(
    hub: Hub, phone: Telephone
) -> None:
    """申请回避：指定了行政复议人员才有这一项，说明谁来决定，交了有回执 (RULES 47)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    path = f"/party/act/{case_id}/recusal"
    assert path not in (page := (await phone.get()).text)
    assert "办案人员：" not in page
    team = Team(reviewers=("fuyi-07", "fuyi-08"))
    await officer(hub, assigning.assign, case_id, team=team)
    await at_work(hub, AUTHORITY, **{"fuyi-07": "区政府复议承办七"})
    assert path in (page := (await phone.get()).text)
    assert "办案人员：区政府复议承办七、fuyi-08。" in page
    form = (await phone.get(path)).text
    assert "由复议机构的负责人决定" in form
    assert "现在的办案人员：区政府复议承办七、fuyi-08。" in form
    await phone.done(path, tie="interest", reason="是对方负责人的配偶")
    fact = await last(hub, "reconsideration.recusal_requested.v1")
    assert (fact["asked_by"], fact["tie"]) == ("applicant", "interest")
    assert fact["reviewer"] is None
    assert "配偶" not in str(fact)
    assert "叫“回避”" in (await phone.get()).text


async def test_an_applicant_asks_for_an_appraisal(hub: Hub, phone: Telephone) -> None:
    """申请鉴定：受理以后才有这一项，说明费用由谁承担，以申请人的名义记下 (ARR2026 46)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    path = f"/party/act/{case_id}/appraisal-request"
    assert path not in (await phone.get()).text
    await officer(hub, filing.accept, case_id)
    assert path in (await phone.get()).text
    assert "鉴定费由当事人承担" in (await phone.get(path)).text
    await phone.done(path, text="签名不是我写的，申请笔迹鉴定")
    assert (await last(hub, "reconsideration.appraisal_requested.v1"))["standing"] == "applicant"


async def test_an_applicant_asks_for_a_hearing_and_reads_the_notice_once_it_is_served(
    hub: Hub, phone: Telephone
) -> None:
    """请求听证；收到通知后看得到时间、地点和线上网址，对方的收到之日不当作自己的 (ARL 50, 51)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    path = f"/party/act/{case_id}/hearing-request"
    assert "通知了您又没有正当理由不来的，当作不要听证了" in (await phone.get(path)).text
    await phone.done(path, text="请求当面对质")
    assert "想开听证会" in (await phone.get()).text
    at = datetime(2026, 12, 14, 9, tzinfo=CITY)
    seats = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")
    notice = "听证地点：三楼听证室\n线上参加：https://meeting.example/r/88"
    ground = HearingGround.ASKED
    await officer(
        *(hub, hearing.plan, case_id), ground=ground, hearing_at=at, seats=seats, notice=notice
    )
    await officer(hub, hearing.notify, case_id, standing=Standing.RESPONDENT)
    assert "/party/paper/" not in (await phone.get()).text
    await officer(hub, hearing.notify, case_id, standing=Standing.APPLICANT)
    [paper] = re.findall(r'href="(/party/paper/[^"]+)"', (await phone.get()).text)
    assert "https://meeting.example/r/88" in (await phone.get(paper)).text


def decide(work: Work, case_id: UUID, *, by: str) -> Case:
    """A decision, by pages that say no more of the road to it than they must."""
    case = work.take(CASES, case_id)
    paper_id = work.document(case_id, case.dispute_id, "decision", "撤销该处罚决定。")
    for kind in (CopySent, CopyReceived, ReplyFiled, ViewsHeard, DecisionMade):
        said = {**FIELDS.get(kind, {}), "head": work.head(case, by=by)}
        if kind is DecisionMade:
            said["paper_id"] = paper_id
        case = work.record(case, kind.model_validate(said))
    return case


async def test_a_decision_is_read_by_whom_it_was_served_on_before_the_others_have_it(
    hub: Hub, phone: Telephone
) -> None:
    """决定书一经送达本人即可查阅，不等全部送达；送达他人的不当作送达本人 (ARL 75)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    third = uuid4()
    await officer(hub, join, case_id, third=third)
    await officer(hub, decide, case_id)
    served = partial(officer, hub, deciding.serve, case_id, receipt="签收。")
    day = date(2026, 11, 23)
    organ = Serving(standing=Standing.RESPONDENT, manner=Manner.DIRECT, shown_on=day)
    other = replace(organ, standing=Standing.THIRD, person_id=third)
    await served(said=other)
    assert "/party/paper/" not in (await phone.get()).text
    (own,) = (await hub.read(CASES, case_id))[0].applicants
    await served(said=replace(organ, standing=Standing.APPLICANT, person_id=own))
    [paper] = re.findall(r'href="(/party/paper/[^"]+)"', (await phone.get()).text)
    assert "撤销该处罚决定" in (await phone.get(paper)).text
    await served(said=organ)
    assert (await hub.read(CASES, case_id))[0].state == "delivered"
    assert re.findall(r'href="(/party/paper/[^"]+)"', (await phone.get()).text) == [paper]


def deliver_of_old(work: Work, case_id: UUID, *, served_on: date, by: str) -> None:
    """As services were recorded together before each had a record of its own."""
    case = work.take(CASES, case_id)
    head = work.head(case, by=by, on=served_on)
    days = dict.fromkeys(case.addressees, served_on)
    work.record(case, decision.deliver(case, head, served_on, days, work.calendar))


async def test_who_has_it_with_the_page_of_the_last_service_reads_the_day_of_the_road(
    hub: Hub, phone: Telephone
) -> None:
    """此前一并记载送达的，没有自己的送达记录，按途径告知的期限 (ALL 45; RULES 60)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    await officer(hub, decide, case_id)
    organ = Serving(standing=Standing.RESPONDENT, manner=Manner.DIRECT, shown_on=date(2026, 11, 23))
    await officer(hub, deciding.serve, case_id, said=organ, receipt="签收。")
    await officer(hub, deliver_of_old, case_id, served_on=date(2026, 11, 23))
    await settle(hub)
    await phone.sign_in(taken.number)
    page = (await phone.get()).text
    assert not re.findall(OVER_DECISION, page)
    assert re.search(r"您可以直接向人民法院起诉，最后一天是\s*<strong[^>]*>2026年12月8日", page)


OVER_DECISION: Final = r"您不服复议决定的，可以向人民法院起诉，最后一天是\s*<strong[^>]*>([^（<]+)"


async def test_whoever_has_the_decision_reads_its_own_days_to_sue_before_the_others_have_it(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """起诉期限自本人收到之日起十五日，不等其他人送达；起诉以后不再提醒 (ARL 75; ALL 45)."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.accept, case_id)
    third = uuid4()
    await officer(hub, join, case_id, third=third)
    await officer(hub, decide, case_id)
    clock.move_to(datetime(2026, 11, 25, 10, tzinfo=CITY))
    served = partial(officer, hub, deciding.serve, case_id, receipt="签收。")
    organ = Serving(standing=Standing.RESPONDENT, manner=Manner.DIRECT, shown_on=date(2026, 11, 23))
    await served(said=replace(organ, standing=Standing.THIRD, person_id=third))
    await settle(hub)
    await phone.sign_in(taken.number)
    assert not re.findall(OVER_DECISION, (await phone.get()).text), "it has not got it yet"
    (own,) = (await hub.read(CASES, case_id))[0].applicants
    mine = replace(organ, standing=Standing.APPLICANT, person_id=own, shown_on=date(2026, 11, 24))
    await served(said=mine)
    await settle(hub)
    page = (await phone.get()).text
    assert re.findall(OVER_DECISION, page) == ["2026年12月9日"]
    assert "自次日起算十五日" in page
    assert "您可以直接向人民法院起诉" not in page, "one day, and it is its own"
    await served(said=organ)
    await settle(hub)
    assert re.findall(OVER_DECISION, (await phone.get()).text) == ["2026年12月9日"]
    (road,) = [
        row["case_id"]
        for row in await hub.pool.fetch(
            "SELECT case_id FROM routing.routing WHERE told_road = 'court'"
        )
    ]
    sue = partial(take_elsewhere, road=Road.COURT, organ="甘州区人民法院", on=None)
    await officer(hub, sue, road)
    assert not re.findall(OVER_DECISION, (await phone.get()).text), "it has sued"


def join(work: Work, case_id: UUID, *, third: UUID, by: str) -> Case:
    """A third person takes part."""
    case = work.take(CASES, case_id)
    said = {**FIELDS[ThirdPersonJoined], "head": work.head(case, by=by), "third_person": third}
    return work.record(case, ThirdPersonJoined.model_validate(said))


async def test_adjudication_is_applied_for_and_the_other_side_takes_its_copy(
    hub: Hub, phone: Telephone
) -> None:
    """网上申请裁决；副本发出后对方同意的网上签收，申请人没有这一项 (PLAN 24; CPL 90)."""
    taken = await registered(hub, matter="tudi", place="620702100")
    await settle(hub)
    await phone.sign_in(taken.number)
    assert "/party/adjudication" in (await phone.get()).text
    short = await phone.fill("/party/adjudication", text="")
    assert (short.status_code, "faults" in short.text) == (422, True)
    await phone.done("/party/adjudication", text=STORY)
    assert (await last(hub, "adjudication.applied.v1"))["head"]["by"].startswith("party-")
    case_id = adjudication_of(taken.case_id)
    await officer(hub, adjudicating.accept, case_id)
    path = f"/party/act/{case_id}/copy-receipt"
    async with telephone(hub) as other:
        await other.sign_in(taken.number, OPPONENT)
        assert path not in (await other.get()).text, "the organ has sent nothing yet"
        await officer(hub, adjudicating.send_copy, case_id)
        assert path not in (await phone.get()).text
        assert (await phone.get(path)).status_code == 404
        assert path in (await other.get()).text
        receipt = await other.done(path)
        [paper] = re.findall(r'href="(/party/paper/[^"]+)"', receipt)
        assert STORY in (await other.get(paper)).text
        page = (await other.get()).text
        assert path not in page
        assert "您可以交书面答辩，最后一天是" in page
    assert (await phone.get(paper)).status_code == 404
    assert "您可以交书面答辩" not in (await phone.get()).text


async def test_where_nobody_was_told_the_right_there_is_no_form_for_it(
    hub: Hub, phone: Telephone
) -> None:
    """法律没有授权行政机关裁决的，没有申请裁决的页面 (PLAN 24)."""
    taken = await registered(hub)
    await settle(hub)
    await phone.sign_in(taken.number)
    assert "/party/adjudication" not in (await phone.get()).text
    assert (await phone.get("/party/adjudication")).status_code == 404


READ: Final = "SELECT count(*) FROM hub.documents_read WHERE reader = $1"
