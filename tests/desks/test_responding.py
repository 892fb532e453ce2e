"""应诉的复议案: what a department owes as a respondent, by due time, with what is to be done."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from services.reconsideration.commands import (
    aftermath,
    agency,
    deciding,
    drafting,
    filing,
    handling,
    proving,
)
from services.reconsideration.domain.agency import Entrusting
from services.reconsideration.pages import responding
from services.reconsideration.pages.enforcing import steps_of
from services.reconsideration.store import aftermath_of, numbers_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration import Outcome, Remedy, Standing
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.people import AgentSort, Power
from shared.law.article import ARR2026
from shared.law.period import legal_day
from shared.people import Person
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.desks.body import applied, heard, submitted
from tests.desks.visitor import Building, Visitor, two_pages
from tests.reconsideration.deciding import AGREED, HANDED
from tests.reconsideration.makers import ANNA, AUTHORITY, OTHER, RESPONDENT
from tests.registering import take_in

HERE = "/desk/reconsideration/responding"
ROW = re.compile(r'data-row="([^"]+)"')


@pytest.fixture
def officer(house: Building) -> Visitor:
    return house.visitor(Role.DEPARTMENT, organ=RESPONDENT)


def rows(text: str) -> list[str]:
    return ROW.findall(text)


async def copied(hub: Hub, n: int) -> UUID:
    """A case of which the respondent has just got the copy."""
    case_id = await applied(hub, await take_in(hub, UUID(int=n)))
    today = legal_day(hub.clock.now())

    def go_on(work: Work) -> None:
        filing.accept(work, case_id, by="w-1")
        handling.send_copy(work, case_id, by="w-1", received_on=today)

    await hub.act(Act(do=go_on, files=[case_id]))
    return case_id


async def test_a_respondent_finds_its_ten_days_to_reply_on_its_desk(
    hub: Hub, officer: Visitor
) -> None:
    """收到副本的，书面答复的十个工作日列在应诉的复议案中，点开就是答复 (ARL 48)."""
    assert "本单位没有应诉的复议案" in (await officer.get(HERE)).text
    unheard = await applied(hub, await take_in(hub, UUID(int=1)))
    case_id = await copied(hub, 2)
    page = (await officer.get(HERE)).text
    assert rows(page) == [str(case_id)]
    assert str(unheard) not in page
    assert "书面答复" in page
    assert "剩10个工作日" in page
    assert "复议期间加处罚款不予计算" in page
    assert re.search(rf'href="/desk/disputes/[^"]+/files/{case_id}/reply\?back={HERE}"', page)
    assert (await officer.get(f"{HERE}?what=letters")).text.count("data-row") == 0


async def test_what_is_due_first_stands_first_and_the_list_goes_on_page_by_page(
    hub: Hub, officer: Visitor, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """先到期的在前，可以倒过来，翻页不重不漏."""
    monkeypatch.setattr(responding, "EACH", 2)
    found = []
    for n in (1, 2, 3):
        found.append(str(await copied(hub, n)))
        clock.forward(timedelta(days=1))
    assert rows(await two_pages(officer, f"{HERE}?sort=due")) == found
    assert rows(await two_pages(officer, f"{HERE}?sort=-received")) == found[::-1]


async def test_who_let_the_days_pass_may_still_hand_its_reply_in(
    hub: Hub, officer: Visitor, clock: StillClock
) -> None:
    """逾期没有答复的，清单上可以补交；交了就不再列，材料中看得到 (ARL 48, 70)."""
    case_id = await copied(hub, 1)
    assert "补交书面答复" not in (await officer.get(HERE)).text
    clock.forward(timedelta(days=20))
    await Sweep(hub).once()
    page = (await officer.get(HERE)).text
    [form] = re.findall(r'href="([^"]+/late-reply\?[^"]+)"', page)
    assert "逾期不答复的后果不变" in (await officer.get(form)).text
    await hub.act(
        Act(
            do=lambda work: handling.file_late_reply(work, case_id, text="处罚有据", by="d-1"),
            files=[case_id],
        )
    )
    assert "补交书面答复" not in (await officer.get(HERE)).text
    shown = (await officer.get(form.split("/late-reply")[0].split("/files/")[0])).text
    assert "逾期书面答复" in shown


async def test_a_case_that_only_waits_says_for_what(hub: Hub, officer: Visitor) -> None:
    """已经答复的仍在清单上，写明等待什么 (ARL 48)."""
    case_id = await copied(hub, 1)
    await hub.act(
        Act(
            do=lambda work: handling.file_reply(work, case_id, text="处罚有据", by="d-1"),
            files=[case_id],
        )
    )
    page = (await officer.get(HERE)).text
    assert rows(page) == [str(case_id)]
    assert "等待行政复议机关审理" in page
    assert ("没有在走的期限" in page, "停止计算" in page) == (True, False), "it is not suspended"
    assert rows((await officer.get(f"{HERE}?what=owed")).text) == []


async def staffed(hub: Hub, case_id: UUID, organ: str | None = None) -> None:
    """A respondent names one of its staff as agent."""
    said = Entrusting(
        standing=Standing.RESPONDENT, sort=AgentSort.STAFF, powers=(Power.ACT,), organ=organ
    )

    def name(work: Work) -> None:
        whom = Person("钱某", phone="13900000003")
        agency.name_agent(work, case_id, said, whom, text="授权委托书。", by="d-1")

    await hub.act(Act(do=name, files=[case_id]))


async def test_who_named_nobody_of_its_staff_is_told_so_on_its_own_list(
    hub: Hub, house: Building, officer: Visitor
) -> None:
    """没有指定工作人员作代理人的，清单上同样提示，共同被申请人各自提示 (ARR2026 18)."""
    case_id = await both_copied(hub, 1)
    second = house.visitor(Role.DEPARTMENT, organ=OTHER)
    asked = "应当指定一至二名工作人员作为代理人，不得仅委托律师"
    page = (await officer.get(HERE)).text
    assert f"{asked}（{ARR2026[18].par(2)}），尚未指定" in page
    assert f"/files/{case_id}/respondent-agent?back=" in page
    await staffed(hub, case_id)
    assert asked not in (await officer.get(HERE)).text
    assert asked in (await second.get(HERE)).text
    await staffed(hub, case_id, OTHER)
    assert asked not in (await second.get(HERE)).text


async def both_copied(hub: Hub, n: int) -> UUID:
    """A case against two organs, both of which have just got the copy."""
    case_id = await applied(hub, await take_in(hub, UUID(int=n)), joint=(OTHER,))
    today = legal_day(hub.clock.now())

    def go_on(work: Work) -> None:
        filing.accept(work, case_id, by="w-1")
        handling.send_copy(work, case_id, by="w-1", received_on=today)

    await hub.act(Act(do=go_on, files=[case_id]))
    return case_id


async def replied(hub: Hub, case_id: UUID, organ: str) -> None:
    """One of the respondents has replied for itself."""

    def reply(work: Work) -> None:
        handling.file_reply(work, case_id, text="处罚有据", by="d-1", organ=organ)

    await hub.act(Act(do=reply, files=[case_id]))


async def test_each_of_several_respondents_has_its_own_days_on_its_own_desk(
    hub: Hub, house: Building, officer: Visitor
) -> None:
    """共同被申请人各自的清单上列着自己的答复期限，一个答复了，另一个的还在 (ARL 19, 48)."""
    case_id = await both_copied(hub, 1)
    second = house.visitor(Role.DEPARTMENT, organ=OTHER)
    await replied(hub, case_id, RESPONDENT)
    page = (await officer.get(HERE)).text
    assert rows(page) == [str(case_id)]
    assert "等待行政复议机关审理" in page
    assert rows((await officer.get(f"{HERE}?what=owed")).text) == []
    page = (await second.get(f"{HERE}?what=owed")).text
    assert rows(page) == [str(case_id)]
    assert "共同被申请人书面答复" in page
    assert "剩10个工作日" in page
    back = f"{HERE}%3Fwhat%3Dowed"
    assert re.search(rf'href="/desk/disputes/[^"]+/files/{case_id}/reply\?back={back}"', page)


async def test_one_of_several_respondents_that_replied_waits_while_another_one_still_replies(
    hub: Hub, house: Building, officer: Visitor
) -> None:
    """共同被申请人先答复的，不再等它答复；在先的被申请人的期限仍在 (ARL 19, 48)."""
    case_id = await both_copied(hub, 1)
    second = house.visitor(Role.DEPARTMENT, organ=OTHER)
    await replied(hub, case_id, OTHER)
    page = (await second.get(HERE)).text
    assert rows(page) == [str(case_id)]
    assert "等待行政复议机关审理" in page
    assert rows((await second.get(f"{HERE}?what=owed")).text) == []
    assert rows((await officer.get(f"{HERE}?what=owed")).text) == [str(case_id)]


async def allowed(hub: Hub, case_id: UUID, organ: str) -> None:
    """The body lets one of the respondents add to its evidence."""

    def allow(work: Work) -> None:
        said = {"reason": "复议中才提出照片系事后拍摄", "organ": organ, "by": "o-1"}
        proving.allow_further(work, case_id, Standing.APPLICANT, **said)

    await hub.act(Act(do=allow, files=[case_id]))


async def test_who_may_add_to_its_evidence_finds_it_on_its_own_desk_alone(
    hub: Hub, house: Building, officer: Visitor, clock: StillClock
) -> None:
    """同意补充证据的，列在该被申请人的清单上，点开就是提交，其他被申请人的没有 (ARL 19, 46)."""
    case_id = await both_copied(hub, 1)
    desks = {RESPONDENT: officer, OTHER: house.visitor(Role.DEPARTMENT, organ=OTHER)}
    for organ in desks:
        await replied(hub, case_id, organ)
    clock.forward(timedelta(days=20))
    for organ, other in ((OTHER, RESPONDENT), (RESPONDENT, OTHER)):
        await allowed(hub, case_id, organ)
        page = (await desks[organ].get(f"{HERE}?what=owed")).text
        assert rows(page) == [str(case_id)]
        here = f"{HERE}%3Fwhat%3Dowed"
        door = rf'href="(/desk/disputes/[^"]+/files/{case_id}/respondent-evidence)\?back={here}"'
        [form] = re.findall(door, page)
        assert "补充证据" in page
        assert rows((await desks[other].get(f"{HERE}?what=owed")).text) == []
        assert "等待行政复议机关审理" in (await desks[other].get(HERE)).text
        piece = {"evidence_kind": "record", "shows": "原始数据", "collected_on": "2026-01-05"}
        typed = {f"pieces/0/{name}": value for name, value in piece.items()}
        sent = await desks[organ].fill(form, **typed)
        assert sent.status_code == 303, sent.text
        assert rows((await desks[organ].get(f"{HERE}?what=owed")).text) == []


async def test_another_department_and_the_body_see_none_of_it(hub: Hub, house: Building) -> None:
    """只有被申请人自己的案件，别的岗位没有这一页."""
    await copied(hub, 1)
    stranger = house.visitor(Role.DEPARTMENT, organ="620702-shijian")
    assert rows((await stranger.get(HERE)).text) == []
    window = house.visitor(Role.WINDOW)
    assert (await window.get(HERE)).status_code == 403


async def upheld(hub: Hub, n: int) -> UUID:
    """A fine that was upheld, served on all today; the file of what follows."""
    case_id = await applied(hub, await take_in(hub, UUID(int=n)))
    await heard(hub, case_id)
    await submitted(hub, case_id, Outcome.UPHELD, (PartyDuty(person_id=ANNA),))
    after, today = aftermath_of(case_id), legal_day(hub.clock.now())
    until = today + timedelta(days=15)
    remedy = Remedy(person_id=ANNA, served_on=today, sue_until=until)

    def go_on(work: Work) -> None:
        drafting.approve(work, case_id, consent=AGREED, by="o-2")
        drafting.seal(work, case_id, by="o-1")
        deciding.deliver(work, case_id, served_on=today, **HANDED, by="o-1")
        aftermath.open_file(work, case_id, on=today, remedies=(remedy,))

    await hub.act(Act(do=go_on, files=[case_id, numbers_of(AUTHORITY), after]))
    return after


async def test_a_party_that_neither_sued_nor_performed_is_on_the_list_of_the_organ_of_the_act(
    hub: Hub, officer: Visitor, clock: StillClock
) -> None:
    """维持的行政行为，当事人逾期不起诉又不履行的，由作出的机关催告、申请强制执行 (ARL 78)."""
    after = await upheld(hub, 1)
    assert rows((await officer.get(HERE)).text) == []
    clock.forward(timedelta(days=18))
    await Sweep(hub).once()
    page = (await officer.get(HERE)).text
    assert rows(page) == [f"{after}-enforceable{ANNA}"]
    assert "待强制执行" in page
    assert "申请人　" in page
    assert "申请人民法院强制执行期限" in page
    link = re.search(
        rf'href="(/desk/disputes/[^"]+/files/{after}/urging)\?back={HERE}&amp;person_id={ANNA}"',
        page,
    )
    assert link is not None
    form = (await officer.get(link.group(1))).text
    assert "催告书正文" in form
    assert "申请人或者第三人" in form
    assert re.search(r"申请人民法院强制执行期限</dt><dd>[^<]+　一名当事人", form), "no code"
    assert rows((await officer.get(f"{HERE}?what=enforcing")).text) == rows(page)
    assert rows((await officer.get(f"{HERE}?what=letters")).text) == []


async def test_after_urging_the_organ_is_led_to_what_it_may_do_next(
    hub: Hub, officer: Visitor, clock: StillClock
) -> None:
    """催告、申请以后依次办理；申请立即执行以前没有其裁定，逾期不再向上申请 (COERCION 58, 59)."""
    after = await upheld(hub, 1)
    clock.forward(timedelta(days=18))
    await Sweep(hub).once()

    async def offered() -> set[str]:
        page = (await officer.get(f"{HERE}?what=enforcing")).text
        door = rf'href="(/desk/disputes/[^"]+/files/{after}/([a-z-]+))\?back='
        for path, _ in re.findall(door, page):
            assert (await officer.get(path)).status_code == 200, path
        return {act for _, act in re.findall(door, page)}

    async def do(act: str, **typed: str) -> None:
        [dispute] = set(
            re.findall(r"/desk/disputes/([^/\"]+)/files/", (await officer.get(HERE)).text)
        )
        sent = await officer.fill(f"/desk/disputes/{dispute}/files/{after}/{act}", **typed)
        assert sent.status_code == 303, sent.text

    ends = {"party-performance", "no-enforcement"}
    assert await offered() == {"urging", "performance-time", *ends}
    await do("urging", text="请缴纳罚款。")
    assert await offered() == {"enforcement", *ends}
    clock.forward(timedelta(days=18))
    await Sweep(hub).once()
    assert await offered() == {"enforcement-application", "enforcement", "urging", *ends}
    await do("enforcement-application", text="申请执行。")
    court = {"court-refusal", "immediate-enforcement"}
    assert await offered() == {"enforcement", *court, *ends}
    today = legal_day(clock.now()).isoformat()
    await do("court-refusal", court_refusal="not_enforced", received_on=today, text="不准予。")
    assert await offered() == {"court-above", *ends}
    page = (await officer.get(HERE)).text
    assert "向上一级人民法院申请复议的期限" in page
    clock.forward(timedelta(days=15))
    await Sweep(hub).once()
    assert "court-above" in await offered(), "the fifteenth day is one of the days"
    last = legal_day(clock.now())
    over = steps_of("court_refused", last + timedelta(days=1), last, "not_enforced", urgent=False)
    assert {act for act, _ in over} == ends
    assert over[0][0] == "no-enforcement", "what is left to do then comes first"
    await do("court-above", text="请求复议。")
    assert await offered() == {"enforcement", *court, *ends}
    today = last.isoformat()
    await do("immediate-enforcement", reason="建筑随时可能坍塌。")
    assert await offered() == {"enforcement", "court-refusal", "immediate-ruling", *ends}
    await do("court-refusal", court_refusal="not_enforced", received_on=today, text="不准予。")
    assert await offered() == ends, "over what the court above ruled itself nobody is asked"
    main = re.findall(
        r'class="button main" href="[^"?]*/([a-z-]+)\?', (await officer.get(HERE)).text
    )
    assert main == ["no-enforcement"]
