"""共同被申请人 on the desks of the body and of its head (ARL 19, 73)."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from services.reconsideration.commands import (
    aftermath,
    drafting,
    filing,
    handling,
    letters,
    people,
    proving,
    settling,
)
from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.queries.approvals import waiting
from services.reconsideration.store import AFTERMATHS, aftermath_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.letters import Flaw
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.desks.body import applied, heard, submitted
from tests.desks.visitor import Building
from tests.reconsideration.deciding import AGREED
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, OTHER, RESPONDENT
from tests.registering import take_in


@pytest.fixture
async def case_id(hub: Hub) -> UUID:
    """A case against two organs; one of them has replied."""
    found = await applied(hub, await take_in(hub, UUID(int=1)), joint=(OTHER,))
    await heard(hub, found)
    return found


async def sign(hub: Hub, case_id: UUID, standing: Standing, organ: str | None = None) -> None:
    def act(work: Work) -> None:
        settling.sign(work, case_id, standing, by="o-1", organ=organ)

    await hub.act(Act(do=act, files=[case_id]))


async def test_a_mediation_document_waits_for_the_seal_once_everyone_has_signed(
    hub: Hub, case_id: UUID
) -> None:
    """调解书在全体被申请人、参加的第三人都签字以后才等待盖章 (ARL 19, 73)."""

    def draw_up(work: Work) -> None:
        third = {"called": True, "interested": True, "text": "通知参加"}
        people.join_third(work, case_id, BERT, by="o-1", **third)  # type: ignore[arg-type] - as they are
        willing = {"applicants_willing": True, "respondent_willing": True, "record": "都愿意"}
        settling.begin(work, case_id, by="o-1", **willing)  # type: ignore[arg-type] - as they are
        agreed = Agreed(harmless=True, obliges=False)
        settling.draw_up(work, case_id, agreed, text="调解书", by="o-1")

    await hub.act(Act(do=draw_up, files=[case_id]))
    await sign(hub, case_id, Standing.APPLICANT)
    await sign(hub, case_id, Standing.RESPONDENT)
    assert await waiting(hub, AUTHORITY, "mediation", limit=9) == []
    await sign(hub, case_id, Standing.RESPONDENT, OTHER)
    assert await waiting(hub, AUTHORITY, "mediation", limit=9) == []
    await sign(hub, case_id, Standing.THIRD)
    assert [one.file_id for one in await waiting(hub, AUTHORITY, "mediation", limit=9)] == [case_id]


async def test_a_period_of_one_of_several_respondents_bears_its_name(
    hub: Hub, house: Building, case_id: UUID
) -> None:
    """案卷上答复期限写明是哪一个被申请人的 (ARL 48)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert f"共同被申请人书面答复　{hub.directory.organ(OTHER).name}" in page
    assert "等待共同被申请人书面答复" in page


async def test_the_desk_leads_to_the_receipt_of_each_copy_by_name(
    hub: Hub, house: Building
) -> None:
    """共同被申请人逐一登记收到副本，下一步点开就是该机关的，办完接着下一个 (ARL 19, 48)."""
    found = await applied(hub, await take_in(hub, UUID(int=2)), joint=(OTHER,))

    def go_on(work: Work) -> None:
        filing.accept(work, found, by="w-1")
        handling.send_copy(work, found, by="w-1")

    await hub.act(Act(do=go_on, files=[found]))
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    for organ in (RESPONDENT, OTHER):
        page = (await officer.get(f"/desk/reconsideration/files/{found}")).text
        [link] = {unescape(one) for one in LINK.findall(page) if "&organ=" in unescape(one)}
        assert link.endswith(f"organ={organ}")
        assert f"收到副本：{hub.directory.organ(organ).name}" in page
        form = await officer.get(link)
        assert SELECTED.findall(organs_in(form.text)) == [organ]
        assert (await officer.fill(link, organ=organ)).status_code == 303
    page = (await officer.get(f"/desk/reconsideration/files/{found}")).text
    assert "指定行政复议人员" in page


LINK = re.compile(r'href="([^"]+)"')
SELECT = re.compile(r'<select[^>]* name="organ".*?</select>', re.DOTALL)
SELECTED = re.compile(r'<option value="([^"]+)" selected')
OPTIONS = re.compile(r'<option value="([^"]+)"')


def organs_in(form: str) -> str:
    """The list of a form from which its organ is chosen."""
    [found] = SELECT.findall(form)
    return str(found)


async def test_each_of_several_respondents_is_ticked_who_agrees_to_the_simplified_procedure(
    hub: Hub, house: Building
) -> None:
    """各方同意适用简易程序的，共同被申请人按名称逐一选择，少一个都不行 (ARL 19, 53)."""
    dispute = await take_in(hub, UUID(int=3))
    found = await applied(hub, dispute, joint=(OTHER,))

    def accept(work: Work) -> None:
        filing.accept(work, found, by="w-1")

    await hub.act(Act(do=accept, files=[found]))
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    form = f"/desk/disputes/{dispute}/files/{found}/simplified"
    page = (await officer.get(form)).text
    for organ in (RESPONDENT, OTHER):
        assert f'name="agreed_organs" value="{organ}"' in page
    said = {"ground": "consent", "agreed": str(ANNA), "reason": "各方书面同意"}
    alone = await officer.fill(form, **said, respondent_agrees="true", agreed_organs=RESPONDENT)
    assert "没有各方同意" in alone.text
    assert (await officer.fill(form, **said, agreed_organs=[RESPONDENT, OTHER])).status_code == 303


async def test_the_desk_says_which_respondent_was_silent(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """逾期不答复的，案卷和办案页面写明是哪一个被申请人 (ARL 70)."""
    found = await applied(hub, await take_in(hub, UUID(int=2)), joint=(OTHER,))
    today = hub.clock.now().date()

    def go_on(work: Work) -> None:
        filing.accept(work, found, by="w-1")
        handling.send_copy(work, found, by="w-1", received_on=today)

    await hub.act(Act(do=go_on, files=[found]))
    clock.forward(timedelta(days=20))
    await Sweep(hub).once()
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    names = [hub.directory.organ(one).name for one in (RESPONDENT, OTHER)]
    page = (await officer.get(f"/desk/reconsideration/files/{found}")).text
    assert f"被申请人{names[0]}：逾期未答复" in page
    assert f"共同被申请人{names[1]}：逾期未答复" in page
    [number] = {one.split("/")[3] for one in LINK.findall(page) if f"#file-{found}" in one}
    whole = (await officer.get(f"/desk/disputes/{number.partition('#')[0]}")).text
    silent = whole[whole.index("逾期不答复") :]
    assert all(name in silent for name in names)


async def test_each_request_to_add_evidence_is_answered_by_name_at_the_desk(
    hub: Hub, house: Building, case_id: UUID
) -> None:
    """办案页面写明哪一个被申请人申请补充证据，答复时从被申请人中选择 (ARL 19, 46)."""

    def ask(work: Work) -> None:
        for organ in (RESPONDENT, OTHER):
            proving.ask_further(work, case_id, text="申请补充", by="d-1", organ=organ)

    await hub.act(Act(do=ask, files=[case_id]))
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    here = f"/desk/reconsideration/files/{case_id}"
    page = (await officer.get(here)).text
    assert page.count("申请补充证据，尚未答复") >= 2
    [form] = {unescape(one) for one in LINK.findall(page) if "further-evidence?" in one}
    choice = organs_in((await officer.get(form)).text)
    assert OPTIONS.findall(choice) == [RESPONDENT, OTHER]
    said = {"raised_by": "applicant", "reason": "复议中才提出"}
    sent = await officer.fill(form, organ=OTHER, **said)
    assert sent.status_code == 303, sent.text
    page = (await officer.get(here)).text
    name = hub.directory.organ(OTHER).name
    assert re.search(rf"共同被申请人{name}：[^<]*同意补充证据，尚未提交", page)


async def test_the_copy_of_a_letter_is_offered_above_whom_it_went_to(
    hub: Hub, house: Building, case_id: UUID
) -> None:
    """意见书抄告收到的机关的上一级主管部门，清单和表单写明是哪一个 (ARL 19, 76, 79)."""
    beside = aftermath_of(case_id)

    def issue(work: Work) -> None:
        aftermath.begin(work, case_id, beside, by="o-1")
        letters.issue_letter(work, beside, OTHER, Flaw.ILLEGAL, text="请纠正。", by="o-1")
        letters.receive_letter(work, beside, by="o-1")

    await hub.act(Act(do=issue, files=[case_id, beside]))
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get("/desk/reconsideration/following")).text
    both = "、".join(hub.directory.organ(one).name for one in (RESPONDENT, OTHER))
    assert both in page
    [link] = {unescape(one) for one in LINK.findall(page) if "opinion-letter-copy" in one}
    above = "620700-shijian"
    [sent] = (await hub.read(AFTERMATHS, beside))[0].letters
    assert link.endswith(f"organ={above}&letter={sent.letter_id}")
    assert f"抄告意见书：{hub.directory.organ(above).name}" in page
    form = (await officer.get(link)).text
    assert f"（{hub.directory.organ(OTHER).name}）" in organs_in(form)
    assert SELECTED.findall(organs_in(form)) == [above]
    assert (await officer.fill(link, organ=above)).status_code == 303


async def test_the_page_of_a_case_says_with_which_other_authorities_it_is_decided(
    hub: Hub, house: Building, case_id: UUID
) -> None:
    """税务机关与其他机关共同作出的，案卷页面写明还由谁共同决定、依据哪一款 (ARR2026 32(2))."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    tax = await applied(hub, await take_in(hub, UUID(int=2)), joint=("620702-shuishou",))
    page = (await officer.get(f"/desk/reconsideration/files/{tax}")).text
    assert "共同作出行政复议决定（《行政复议法实施条例》第32条第2款）" in page
    assert "送审以前通知共同办理：国家税务总局张掖市税务局。" in page
    plain = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert "共同作出行政复议决定" not in plain


async def test_the_other_authority_is_called_in_and_signs_at_the_desks(
    hub: Hub, house: Building
) -> None:
    """承办人从名称中选择、通知共同办理；对方负责人在待审批中会签 (ARR2026 32(2); RULES 155)."""
    other = "620700-shuishou"
    name = hub.directory.organ(other).name
    dispute = await take_in(hub, UUID(int=2))
    tax = await applied(hub, dispute, joint=("620702-shuishou",))
    await heard(hub, tax)

    def reply(work: Work) -> None:
        handling.file_reply(work, tax, text="答复。", by="d-1", organ="620702-shuishou")

    await hub.act(Act(do=reply, files=[tax]))
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    here = f"/desk/reconsideration/files/{tax}"
    [link] = {
        unescape(one) for one in LINK.findall((await officer.get(here)).text) if "co-auth" in one
    }
    form = await officer.get(link)
    assert OPTIONS.findall(organs_in(form.text)) == [other]
    assert (await officer.fill(link, organ=other, text="请共同办理。")).status_code == 303
    await submitted(hub, tax)

    def approve(work: Work) -> None:
        drafting.approve(work, tax, consent=AGREED, by="h-1")

    await hub.act(Act(do=approve, files=[tax]))
    assert f"{name}：尚未会签" in (await officer.get(here)).text
    head = house.visitor(Role.RECONSIDERATION_HEAD, organ=other)
    assert "其他机关送请会签的" in (await head.get("/desk/reconsideration/approvals")).text
    first = await head.get("/desk/reconsideration/approvals/next")
    page = (await head.get(first.headers["location"])).text
    [sign] = {unescape(one) for one in LINK.findall(page) if "/countersignature?" in one}
    said = {"signer": "李某某", "post": "局长", "consent": "同意。"}
    assert (await head.fill(sign, **said)).status_code == 303
    assert f"{name}：已会签" in (await officer.get(here)).text
