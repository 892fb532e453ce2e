"""行政复议文书 at the doors: who makes one, in which form, and what is put on record."""

import io
from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any

import httpx
import pytest
from docx import Document
from pypdf import PdfReader

from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.desks.visitor import building
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, STRANGER, Door
from tests.registering import take_in


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    await take_in(hub, DISPUTE)
    await hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '安某', now())",
        ANNA,
        DISPUTE,
    )
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def accepted(door: Door) -> str:
    """The papers of a case that was accepted."""
    case = await door.apply()
    door.on("2026-03-05")
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    return f"{case}/papers/made"


FOR_WORK = "?purpose=制作文书"


async def test_whoever_handles_the_case_gets_the_paper_in_both_forms(door: Door) -> None:
    """办案人员制作 PDF 和 Word 文书，内容相同 (ARL 30)."""
    made = await accepted(door)
    pdf = await door.get(f"{made}/acceptance.pdf{FOR_WORK}", OFFICER)
    assert (pdf.status_code, pdf.headers["content-type"]) == (200, "application/pdf")
    text = PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text().replace("\n", "")
    word = await door.get(f"{made}/acceptance.docx{FOR_WORK}", OFFICER)
    document = Document(io.BytesIO(word.content))
    for told in (text, "".join(line.text for line in document.paragraphs)):
        assert "安某：" in told
        assert "本机关自2026年3月5日起予以受理" in told
    assert pdf.headers["cache-control"] == "private, no-store"
    assert 'attachment; filename="acceptance.pdf"' in pdf.headers["content-disposition"]


async def test_the_making_is_on_record_with_its_template_and_its_purpose(door: Door) -> None:
    """谁、为什么、按哪一版模板制作了哪件文书，记录在案；读取姓名同样."""
    made = await accepted(door)
    answer = await door.get(f"{made}/acceptance-receipt.pdf{FOR_WORK}", OFFICER)
    assert answer.status_code == 200, answer.text
    [row] = await door.hub.pool.fetch("SELECT * FROM hub.papers_made")
    assert (row["maker"], row["purpose"]) == ("officer-7", "制作文书")
    assert row["sort"] == "acceptance-receipt.pdf"
    assert row["form"].startswith("receipt 2026-3 (")
    read = await door.hub.pool.fetch("SELECT reader, purpose, ids FROM hub.people_read")
    assert [(one["reader"], one["purpose"]) for one in read] == [("officer-7", "制作文书")]
    assert str(ANNA) in read[0]["ids"]


@pytest.mark.parametrize(
    ("who", "status"), [(STRANGER, 404), (PARTY, 403), (DEPARTMENT, 403)], ids=str
)
async def test_nobody_else_gets_it(door: Door, who: dict[str, Any], status: int) -> None:
    """别的机关、当事人、被申请人都不能制作；没有读取，也没有记录."""
    made = await accepted(door)
    answer = await door.get(f"{made}/acceptance.pdf{FOR_WORK}", who)
    assert answer.status_code == status
    assert "安某" not in answer.text
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.papers_made") == 0
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.people_read") == 0


async def test_a_paper_needs_its_act_a_sort_and_a_purpose(door: Door) -> None:
    """没有办理的事项、没有的文书种类、没有目的，都不出文书."""
    made = await accepted(door)
    early = await door.get(f"{made}/decision.pdf{FOR_WORK}", OFFICER)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 75(1)")
    assert (await door.get(f"{made}/verdict.pdf{FOR_WORK}", OFFICER)).status_code == 404
    assert (await door.get(f"{made}/acceptance.pdf", OFFICER)).status_code == 422
    assert (await door.get(f"{made}/acceptance.odt{FOR_WORK}", OFFICER)).status_code == 422


async def test_the_case_page_leads_to_each_paper_whose_act_was_done(door: Door, hub: Hub) -> None:
    """案卷页列出可以制作的文书；写明目的后取得；不能制作的人看不到 (ARL 30)."""
    made = await accepted(door)
    case_id = made.split("/")[2]
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case_id}"
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        assert f"{where}/acceptance.pdf" in page
        assert f"{where}/acceptance-receipt.docx" in page
        assert f"{where}/decision.pdf" not in page
        asked = await officer.get(f"{where}/acceptance.pdf")
        assert "制作目的" in asked.text
        got = await officer.get(f"{where}/acceptance.pdf{FOR_WORK}")
        assert got.content.startswith(b"%PDF")
        supervisor = house.visitor(Role.SUPERVISOR, organ="620700")
        assert (
            f"{where}/acceptance.pdf"
            not in (await supervisor.get(f"/desk/disputes/{DISPUTE}")).text
        )
        assert (await supervisor.get(f"{where}/acceptance.pdf{FOR_WORK}")).status_code == 404
        readers = await house.visitor(Role.ADMINISTRATOR).get(f"/desk/disputes/{DISPUTE}/readers")
        assert "制作文书" in readers.text
