"""供当事人填写的文书样式 at the doors: nobody has what is another's."""

import io
from typing import Any, Final
from uuid import UUID

import httpx
import pytest
from docx import Document

from services.reconsideration.papers.blanks import (
    BLANKS,
)
from shared.auth import Role
from shared.contracts.reconsideration import Standing
from shared.work import Hub
from tests.desks.visitor import building
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, RESPONDENT
from tests.reconsideration.papered import RESPONDENT_NAME
from tests.reconsideration.test_papers_doors import FOR_WORK, clock, door
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, STRANGER, Door

__all__ = ["clock", "door"]

WINDOW: Final = {"code": "window-1", "roles": [Role.WINDOW], "organ": "620702-window-1"}


def text_of(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    return "".join(line.text for line in Document(io.BytesIO(answer.content)).paragraphs)


async def with_two(door: Door) -> tuple[str, str]:
    """A case of two applicants, each with a number that is nobody else's business."""
    case = await door.apply()
    await door.hub.pool.execute(
        "UPDATE hub.people SET id_number = '620702199001011234' WHERE person_id = $1", ANNA
    )
    return case, f"{case}/blanks"


@pytest.mark.parametrize("who", [OFFICER, PARTY], ids=["officer", "party"])
async def test_the_handler_and_the_party_have_them_filled_in_on_record(
    door: Door, who: dict[str, Any]
) -> None:
    """办案人员和本人取得填好的样式；制作、读取都记录在案 (ARL 22)."""
    case, blanks = await with_two(door)
    listed = (await door.get(blanks, who)).json()
    own = [name for name, one in BLANKS.items() if Standing.APPLICANT in one.by]
    outside = ["blank-joining"] if who is OFFICER else []
    assert [one["sort"] for one in listed] == [*own, *outside]
    told = text_of(await door.get(f"{blanks}/blank-withdrawal.docx", who))
    assert "安某" in told
    assert RESPONDENT_NAME in told
    pdf = await door.get(f"{blanks}/blank-withdrawal.pdf", who)
    assert pdf.content.startswith(b"%PDF")
    rows = await door.hub.pool.fetch("SELECT case_id, sort FROM hub.papers_made ORDER BY made_id")
    assert [row["sort"] for row in rows] == ["blank-withdrawal.docx", "blank-withdrawal.pdf"]
    assert {row["case_id"] for row in rows} == {UUID(case.split("/")[2])}
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.people_read") == 2


async def test_a_stranger_and_a_department_have_none(door: Door) -> None:
    """别人的、被申请人的，都取不到；没有第三人的，没有第三人用的；没有读取 (ARL 17)."""
    _, blanks = await with_two(door)
    other = {**PARTY, "persons": [BERT], "disputes": [DISPUTE]}
    for who, status in ((STRANGER, 404), (DEPARTMENT, 403), (other, 404)):
        answer = await door.get(f"{blanks}/blank-application.docx", who)
        assert (answer.status_code, "安某" in answer.text) == (status, False)
    assert (await door.get(f"{blanks}/blank-stay-third.pdf", OFFICER)).status_code == 404
    assert (await door.get(f"{blanks}/blank-verdict.pdf", OFFICER)).status_code == 404
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.people_read") == 0


async def test_an_applicant_does_not_have_what_is_a_co_applicants(door: Door) -> None:
    """共同申请的，每人只有自己的姓名、号码；办案人员有全部的 (ARL 17)."""
    _, blanks = await with_two(door)
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = replace(body, $1, $1 || '\",\"' || $2)"
        " WHERE kind = 'reconsideration.received.v1'",
        str(ANNA),
        str(BERT),
    )
    await door.hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '伯某', now())",
        BERT,
        DISPUTE,
    )
    mine = text_of(await door.get(f"{blanks}/blank-election.docx", PARTY))
    assert ("安某" in mine, "伯某" in mine) == (True, False)
    all_of_them = text_of(await door.get(f"{blanks}/blank-election.docx", OFFICER))
    assert ("安某" in all_of_them, "伯某" in all_of_them) == (True, True)


async def test_the_case_page_offers_them_to_the_handler(door: Door, hub: Hub) -> None:
    """案卷页“可以制作的文书”里有供当事人填写的样式 (ARL 22)."""
    case, _ = await with_two(door)
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case.split('/')[2]}/blank-stay"
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        assert f"{where}.pdf" in page
        assert f"{where}-third.pdf" not in page
        got = await officer.get(f"{where}.docx{FOR_WORK}")
        assert "安某" in text_of(got)
        window = house.visitor(Role.WINDOW, organ="620702-window-1")
        register = await window.get("/desk/window/register")
        assert 'href="/party/blanks"' in register.text


async def copied(door: Door) -> str:
    """The forms of a case of which the respondent has been sent the copy."""
    case, blanks = await with_two(door)
    door.on("2026-03-05")
    for act in ("acceptance", "copy"):
        assert (await door.post(f"{case}/{act}", OFFICER)).status_code == 201
    return blanks


RESPONDENTS: Final = [name for name, one in BLANKS.items() if one.by == (Standing.RESPONDENT,)]


async def test_the_respondent_has_its_own_once_it_is_sent_the_copy(door: Door) -> None:
    """发送副本以后，被申请人取得答复书、证据目录等样式，没有申请人的；读取在案 (ARL 46, 48, 51)."""
    blanks = await copied(door)
    listed = (await door.get(blanks, DEPARTMENT)).json()
    assert [one["sort"] for one in listed] == RESPONDENTS
    told = text_of(await door.get(f"{blanks}/blank-reply.docx", DEPARTMENT))
    assert f"答复人（被申请人）：{RESPONDENT_NAME}" in told
    assert "申请人：安某。" in told
    assert "620702199001011234" not in told
    assert (await door.get(f"{blanks}/blank-stay.docx", DEPARTMENT)).status_code == 403
    other = {**DEPARTMENT, "organ": "620702-shijian"}
    assert (await door.get(f"{blanks}/blank-reply.docx", other)).status_code == 404
    assert (await door.get(f"{blanks}/blank-reply.docx", PARTY)).status_code == 404
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.people_read") == 1
    every = {one["sort"] for one in (await door.get(blanks, OFFICER)).json()}
    assert every == set(BLANKS)
    mine = {one["sort"] for one in (await door.get(blanks, PARTY)).json()}
    assert mine.isdisjoint({*RESPONDENTS, "blank-joining"})


async def test_the_page_of_the_case_offers_the_respondent_its_forms(door: Door, hub: Hub) -> None:
    """被申请人的案卷页列出自己的样式，不列申请人的 (ARL 48)."""
    blanks = await copied(door)
    where = f"/desk/disputes/{DISPUTE}/papers/made/{blanks.split('/')[2]}"
    async with building(hub) as house:
        respondent = house.visitor(Role.DEPARTMENT, organ=RESPONDENT)
        page = (await respondent.get(f"/desk/disputes/{DISPUTE}")).text
        assert f"{where}/blank-reply.pdf" in page
        assert f"{where}/blank-stay.pdf" not in page
        got = await respondent.get(f"{where}/blank-absence.docx{FOR_WORK}")
        assert RESPONDENT_NAME in text_of(got)


async def test_who_is_not_in_the_case_asks_to_join_on_a_form_that_names_nobody(
    door: Door, hub: Hub
) -> None:
    """参加行政复议申请书：窗口可以打印本案的，不用登录的有空白的，都不写当事人 (ARL 16)."""
    _, blanks = await with_two(door)
    told = text_of(await door.get(f"{blanks}/blank-joining.docx", WINDOW))
    assert RESPONDENT_NAME in told
    assert "安某" not in told
    assert (await door.get(f"{blanks}/blank-joining.docx", PARTY)).status_code == 404
    async with building(hub) as house:
        anybody = house.visitor(Role.WINDOW, organ="620702-window-1")
        assert "/party/blanks/blank-joining.pdf" in (await anybody.get("/party/blanks")).text
        assert text_of(await anybody.get("/party/blanks/blank-joining.docx")).startswith("参加行政")
