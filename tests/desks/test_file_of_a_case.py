"""一件案子的页面: who handles it, how far it is, and what may be done there."""

import re
from datetime import date, timedelta
from functools import partial
from types import SimpleNamespace
from uuid import UUID

import pytest

from services.reconsideration.commands import hearing, proving
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.proving_acts import Said
from services.reconsideration.pages.file import over_on
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.law.period import legal_day
from shared.law.wording import full
from shared.work import Act, Hub, Work
from tests.desks.body import HANDLER, applied, at_work, heard, submitted
from tests.desks.reviewing import cases
from tests.desks.visitor import Visitor
from tests.reconsideration.makers import AUTHORITY
from tests.registering import take_in

LAW = "《中华人民共和国出境入境管理法》第六十四条第一款"


async def test_who_sits_at_a_hearing_and_who_sent_the_draft_up_are_called_by_name(
    hub: Hub, officer: Visitor
) -> None:
    """一件案子的页面上，听证的组成人员、送审的人写姓名 (ARL 50, 61)."""
    known = {HANDLER: "马丽", "fuyi-02": "牛强", "fuyi-03": "何敏", "fuyi-04": "吴静"}
    await at_work(hub, AUTHORITY, **known)
    heard_at, sent = await cases(hub, 2)
    at = hub.clock.now() + timedelta(days=14)
    seats = Panel(host="fuyi-02", officers=(HANDLER, "fuyi-03"), recorder="fuyi-04")
    await heard(hub, heard_at)
    said = {"notice": "定于该日听证。", "place": "听证室", "by": HANDLER}
    plan = partial(hearing.plan, case_id=heard_at, ground=HearingGround.NEEDED, hearing_at=at)
    await hub.act(Act(do=partial(plan, seats=seats, **said), files=[heard_at]))
    page = (await officer.get(f"/desk/reconsideration/files/{heard_at}")).text
    assert f"听证定于{full(legal_day(at))}，尚未举行" in page
    told = page[page.index("<dt>主持人</dt>") :]
    for one in ("牛强（fuyi-02）", "马丽（o-1）、何敏（fuyi-03）", "吴静（fuyi-04）"):
        assert one in told
    await heard(hub, sent)
    await submitted(hub, sent)
    page = (await officer.get(f"/desk/reconsideration/files/{sent}")).text
    assert re.search(r"<dt>送审</dt><dd>[^<]*马丽（o-1）", page)


async def test_the_file_says_from_when_a_surcharge_is_not_counted(
    hub: Hub, officer: Visitor
) -> None:
    """行政处罚案件受理以后，案卷页写明加处罚款自受理之日起不予计算 (APL 73)."""
    case_id = await applied(hub, await take_in(hub, UUID(int=1)))
    path = f"/desk/reconsideration/files/{case_id}"
    assert "加处罚款" not in (await officer.get(path)).text
    await heard(hub, case_id)
    assert "至行政复议期间结束（《行政处罚法》第73条第3款）" in (await officer.get(path)).text


@pytest.mark.parametrize(
    ("kind", "over"),
    [
        ("reconsideration.decided.v1", True),
        ("reconsideration.terminated.v1", True),
        ("reconsideration.suspended.v1", False),
    ],
)
def test_a_surcharge_is_counted_again_from_the_day_on_which_the_case_ends(
    kind: str, *, over: bool
) -> None:
    """作出决定、终止之日，复议期间结束；中止的仍在复议期间 (APL 73)."""
    on = date(2026, 4, 17)
    pages = [SimpleNamespace(kind=kind, on=on)]
    assert over_on(SimpleNamespace(pages=pages)) == (on if over else None)  # type: ignore[arg-type]


async def test_the_draft_stands_beside_what_was_found_and_reading_the_texts_is_on_record(
    hub: Hub, officer: Visitor
) -> None:
    """认定与拟稿逐项对照；看正文的，记录在案 (ARL 61)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    path = f"/desk/reconsideration/files/{case_id}"
    assert "还没有审理认定" in (await officer.get(path)).text
    await submitted(hub, case_id)
    page = (await officer.get(path)).text
    left, right = page[page.index('id="found-1"') :].split('id="draft-1"')
    assert "违反法定程序" in left
    assert re.search(r"主要事实清楚[^<]*</dt><dd>否", left)
    assert "撤销" in right
    assert "未告知陈述" not in page
    assert re.search(r'<a href="[^"]+">被申请人书面答复</a>', page[page.index("证据和材料") :])
    read = "SELECT count(*) FROM hub.documents_read WHERE purpose LIKE '%对照%'"
    assert await hub.pool.fetchval(read) == 0
    both = (await officer.get(f"{path}?texts=true")).text
    assert "未告知陈述、申辩的权利" in both
    assert "撤销行政处罚决定。" in both
    assert await hub.pool.fetchval(read) == 2


async def test_evidence_is_listed_and_chosen_by_its_number_kind_and_side(
    hub: Hub, officer: Visitor
) -> None:
    """证据目录写明种类、谁提出、审查的结果，审查证据时从目录中选择 (ARL 43, 44)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    piece = Said(evidence_kind=EvidenceKind.DOCUMENT, proving=Proving.LEGALITY)

    def submit(work: Work) -> None:
        proving.submit(work, case_id, Standing.APPLICANT, [(piece, "收据一张")], by="w-1")

    await hub.act(Act(do=submit, files=[case_id]))
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    listed = page[page.index("证据目录（1）") :]
    assert "书证" in listed
    assert "尚未审查" in listed
    assert "收据一张" not in page
    form = f"/desk/disputes/{UUID(int=1)}/files/{case_id}/evidence-examination"
    shown = (await officer.get(form)).text
    assert re.search(r'<option value="1"[^>]*>第1号　书证（申请人，', shown)
    done = await officer.fill(form, evidence="1", examined="true", reason="原件核对无误")
    assert done.status_code == 303
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert "尚未审查" not in page[page.index("证据目录（1）") :]


async def test_papers_others_and_parties_stand_on_the_page_of_a_case(
    hub: Hub, officer: Visitor
) -> None:
    """一件案子的页面上有可以制作的文书、当事人和由其他人办理的 (ARL 36)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert f'href="/desk/disputes/{UUID(int=1)}/parties"' in page
    assert "PDF" in page[page.index('<h2 id="made-title">可以制作的文书</h2>') :]
    assert "由其他人办理的（" in page


async def test_a_draft_that_is_made_anew_begins_with_the_one_before(
    hub: Hub, officer: Visitor
) -> None:
    """另拟、重新认定，从现有的拟稿和认定开始，不从空白开始 (ARL 61)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    path = f"/desk/disputes/{UUID(int=1)}/files/{case}"
    assert "撤销行政处罚决定" not in (await officer.get(f"{path}/draft")).text
    await submitted(hub, case)
    draft = (await officer.get(f"{path}/draft")).text
    assert "撤销行政处罚决定。</textarea>" in draft
    assert re.search('<option value="revoked" selected>', draft)
    found = (await officer.get(f"{path}/findings")).text
    assert "作出前未告知陈述、申辩的权利。</textarea>" in found
    assert re.search('<option value="violated" selected>', found)


async def test_a_draft_that_is_made_anew_still_names_the_law_that_makes_it_final(
    hub: Hub, officer: Visitor
) -> None:
    """另拟的，从现有拟稿写明的最终裁决的法律开始，不因没有再填就变成可以起诉 (ARL 10, 61)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    path = f"/desk/disputes/{UUID(int=1)}/files/{case}/draft"
    await submitted(hub, case, final_law=LAW)
    assert LAW in (await officer.get(path)).text


async def test_who_approves_reads_by_which_law_the_draft_is_final_under_its_name(
    hub: Hub, head: Visitor
) -> None:
    """审批的表单上，最终裁决的法律写明是什么，不与决定书正文混在一起 (ARL 10, 61)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    await submitted(hub, case, final_law=LAW)
    page = (await head.get(f"/desk/disputes/{UUID(int=1)}/files/{case}/approval")).text
    assert f"<p>规定最终裁决的法律：{LAW}</p>" in page
    assert "<p>决定书：撤销行政处罚决定。</p>" in page


async def test_the_page_says_that_a_reply_without_evidence_is_none_and_asks_what_came(
    hub: Hub, officer: Visitor
) -> None:
    """只答复不举证的，案卷页面说明，认定的表单可以写明 (ARL 48, 70)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    page = (await officer.get(f"/desk/reconsideration/files/{case}")).text
    assert "被申请人只作了答复，没有提交证据、依据的，视为没有证据、依据" in page
    form = (await officer.get(f"/desk/disputes/{UUID(int=1)}/files/{case}/findings")).text
    assert "被申请人提交了证据、依据" in form
