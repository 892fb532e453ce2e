"""要打印出来填的表: a party prints them, empty before it applies, and with its own data after."""

from services.reconsideration.papers.blanks import EMPTY
from services.reconsideration.papers.blanks.making import GAP
from shared.work import Hub
from tests.party.telephone import OPPONENT, Telephone, registered
from tests.party.test_served import applied, phone
from tests.reconsideration.test_blanks_doors import text_of

__all__ = ["phone"]


async def test_anybody_prints_the_empty_ones(phone: Telephone) -> None:
    """没有案卷也不登录，可以打印空白的五种；别的没有 (ARL 15, 16, 17, 22)."""
    assert 'href="/party/blanks"' in (await phone.get("/party")).text
    page = await phone.get("/party/blanks")
    assert page.status_code == 200, page.text
    assert len(EMPTY) == 5
    for blank in EMPTY:
        assert f"/party/blanks/{blank.name}.pdf" in page.text
        assert blank.term in page.text
        assert GAP in text_of(await phone.get(f"/party/blanks/{blank.name}.docx"))
    pdf = await phone.get("/party/blanks/blank-head.pdf")
    assert pdf.content.startswith(b"%PDF")
    for wrong in ("blank-stay", "blank-head-third", "acceptance"):
        assert (await phone.get(f"/party/blanks/{wrong}.pdf")).status_code == 404


async def test_a_party_has_them_on_its_page_once_it_has_applied(hub: Hub, phone: Telephone) -> None:
    """申请以后，本人的页面上有填好的样式；对方登录的没有 (ARL 22)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    assert "/party/forms/" not in (await phone.get()).text
    case_id = await applied(phone, taken.number)
    page = (await phone.get()).text
    assert f"/party/forms/{case_id}/blank-withdrawal.pdf" in page
    told = text_of(await phone.get(f"/party/forms/{case_id}/blank-application.docx"))
    assert "摊位在划定的区域以内" in told
    assert (await phone.get(f"/party/forms/{case_id}/blank-stay-third.docx")).status_code == 404
    await phone.sign_in(taken.number, OPPONENT)
    assert "/party/forms/" not in (await phone.get()).text
    refused = await phone.get(f"/party/forms/{case_id}/blank-application.docx")
    assert (refused.status_code, "摊位" in refused.text) == (404, False)
