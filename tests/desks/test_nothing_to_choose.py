"""没有可选的: where a form offers nothing, it says so and what to do, and no code is typed."""

import re
from html import unescape
from uuid import UUID

import pytest

from services.reconsideration.schemas.aftermath import AnnulmentIn, CopyIn
from services.reconsideration.schemas.letters import CorrectionReportIn
from services.reconsideration.schemas.respondent import SuccessionIn
from shared.auth import Role
from shared.frame.choosing import ELSEWHERE, offered, unoffered
from shared.frame.forms import NOTHING, boxes
from shared.work import Hub
from tests.consultation.test_pages import COMMITTEE
from tests.desks.body import HANDLER, applied, heard
from tests.desks.called import text_of
from tests.desks.test_named_on_desks import choices
from tests.desks.visitor import Building, Visitor, hidden
from tests.reconsideration.makers import AUTHORITY, OTHER, RESPONDENT
from tests.registering import take_in

DISPUTE = UUID(int=1)
FILES = f"/desk/disputes/{DISPUTE}/files"
NO_HANDLER = "本案还没有指定行政复议人员，先指定。"


@pytest.fixture
def head(house: Building) -> Visitor:
    return house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY, code="head")


async def test_whose_recusal_is_decided_is_not_typed_where_nobody_handles_the_case(
    hub: Hub, head: Visitor
) -> None:
    """没有指定办案人员的，“被要求回避的人员”写明先指定，没有填代码的栏目 (RULES 47)."""
    case_id = await applied(hub, await take_in(hub, DISPUTE))
    path = f"{FILES}/{case_id}/recusal-decision"
    page = await head.get(path)
    assert f'<p class="label">被要求回避的人员</p><p class="quiet">{NO_HANDLER}</p>' in page.text
    assert 'name="reviewer"' not in page.text
    said = {**hidden(page), "reason": "查明属实。", "tie": "kin", "replaced": "true"}
    left_out = await head.send(path, said)
    assert left_out.status_code == 422
    assert '<a href="#f-reviewer">' in left_out.text
    assert 'id="f-reviewer"' in left_out.text
    refused = await head.send(path, {**said, "reviewer": HANDLER})
    assert refused.status_code == 409, "the door answers as before whoever sends a code"


async def test_a_piece_of_evidence_is_not_typed_where_none_is_listed(
    hub: Hub, house: Building
) -> None:
    """证据目录还是空的，“证据编号”写明先登记证据 (ARL 43, 44)."""
    case_id = await applied(hub, await take_in(hub, DISPUTE))
    await heard(hub, case_id)
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get(f"{FILES}/{case_id}/evidence-examination")).text
    assert "证据目录还是空的，先登记收到的证据。" in text_of(page)
    assert 'name="evidence"' not in page


async def test_only_of_several_respondents_one_is_chosen(hub: Hub, house: Building) -> None:
    """只有一个被申请人的，没有“哪一个被申请人”的栏目；有共同被申请人的，按名称选 (ARL 19)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    alone = await applied(hub, await take_in(hub, DISPUTE))
    page = (await officer.get(f"{FILES}/{alone}/views")).text
    assert "只有一个被申请人，不用选择。" in text_of(page)
    assert 'name="organ"' not in page
    several = await applied(hub, await take_in(hub, UUID(int=2)), joint=(OTHER,))
    form = await officer.get(f"/desk/disputes/{UUID(int=2)}/files/{several}/views")
    assert {*choices(form, "organ").values()} == {"", RESPONDENT, OTHER}


async def test_the_days_of_other_respondents_are_asked_of_organs_and_of_no_person(
    hub: Hub, house: Building
) -> None:
    """“其他共同被申请人收到之日”逐一写机关的名称，不列当事人；没有的不填 (ARL 19, 75)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    alone = await applied(hub, await take_in(hub, DISPUTE))
    several = await applied(hub, await take_in(hub, UUID(int=2)), joint=(OTHER,))
    page = (await officer.get(f"{FILES}/{alone}/delivery")).text
    assert "没有其他共同被申请人，不用填写。" in text_of(page)
    assert 'name="joint/' not in page
    page = (await officer.get(f"/desk/disputes/{UUID(int=2)}/files/{several}/delivery")).text
    assert re.findall(r'name="joint/([^"]+)"', page) == [OTHER]
    assert hub.directory.organ(OTHER).name in text_of(page)


async def test_who_does_not_act_there_is_offered_nothing_of_the_file(
    hub: Hub, house: Building
) -> None:
    """不办理这一事项的人员，看到的表单不列案卷里可选的内容，也没有填代码的栏目 (ARL 43)."""
    case_id = await applied(hub, await take_in(hub, DISPUTE), joint=(OTHER,))
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    page = (await overseer.get(f"{FILES}/{case_id}/evidence-examination")).text
    assert unescape(ELSEWHERE) in text_of(page)
    assert 'name="evidence"' not in page


def test_a_case_or_a_letter_is_never_chosen_among_the_parties() -> None:
    """没有合并决定的案卷、没有待报送的意见书的，不把当事人的名单当作可选的 (ARL 76; RULES 92)."""
    nothing = {"decided_with": (), "unreported": (), "above_decision": ()}
    [cases] = [one for one in offered(boxes(AnnulmentIn), nothing) if one.name == "cases"]
    assert (cases.kind, cases.nothing) == (NOTHING, "没有与本案合并作出决定的其他案卷。")
    [letter] = [one for one in offered(boxes(CorrectionReportIn), nothing) if one.name == "letter"]
    assert (letter.kind, letter.nothing) == (NOTHING, "没有待报送纠正情况的意见书。")
    [organ] = [one for one in offered(boxes(CopyIn), nothing) if one.name == "organ"]
    assert (organ.kind, organ.organs) == ("text", True), "an organ is found by its name"


def test_what_was_offered_stays_for_whoever_does_not_act() -> None:
    """名录里的纠纷类型、机关，谁看都按名称列出."""
    [cases] = [one for one in unoffered(boxes(AnnulmentIn)) if one.name == "cases"]
    assert (cases.kind, cases.nothing) == (NOTHING, ELSEWHERE)
    [other] = [one for one in unoffered(boxes(SuccessionIn)) if one.name == "respondent"]
    assert other.kind == "text"


async def test_a_member_is_put_on_the_roster_by_name(hub: Hub, house: Building) -> None:
    """登记委员：从委员会的登录岗位中按名称选；还没有岗位的，写明请管理员添加 (RULES 70)."""
    secretary = house.visitor(Role.SECRETARY, organ=COMMITTEE)
    path = "/desk/consultation/roster/new"
    page = (await secretary.get(path)).text
    assert "本委员会还没有委员的登录岗位" in text_of(page)
    assert 'name="expert"' not in page
    known = "INSERT INTO hub.post (code, title, roles, organ) VALUES ($1, $2, $3, $4)"
    await hub.pool.execute(known, "committee-9", "石磊", str(Role.COMMITTEE), COMMITTEE)
    await hub.pool.execute(known, "elsewhere-1", "丁一", str(Role.COMMITTEE), "620700-committee")
    shown = choices(await secretary.get(path), "expert")
    assert shown == {"（请选择）": "", "石磊（committee-9）": "committee-9"}
