"""文书编号: each paper once, from the register of its authority, without gaps (RULES 69)."""

import asyncio
import io
from datetime import datetime, time
from pathlib import Path

import pytest
from docx import Document

from services.reconsideration.domain import numbering
from services.reconsideration.domain.numbering import PAPER, Kind, NumberedPaper
from services.reconsideration.papers.making import TEMPLATES, own_series_of, series_of
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.routes import papers
from shared.auth import Role
from shared.clock import CITY, StillClock
from shared.contracts.reconsideration.numbering import NumberGiven, Series
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.paper import BadTemplate
from shared.settings import settings
from shared.work import Hub
from tests.desks.visitor import building, hidden
from tests.reconsideration.checking import found
from tests.reconsideration.makers import AUTHORITY, DISPUTE, FILE, day, head
from tests.reconsideration.test_papers_doors import FOR_WORK, accepted, door
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door

__all__ = ["door"]

SUPPLEMENT = {"text": "请补交处罚决定书"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


def given(nth: int = 1) -> NumberGiven:
    paper = NumberedPaper(procedure=PAPER, dispute_id=FILE, case_id=FILE)
    return NumberGiven(
        head=head(paper, "2026-03-05"),  # type: ignore[arg-type]
        authority=AUTHORITY,
        series=Series.PAPER,
        year=2026,
        nth=nth,
        document_number=f"甘政复受字〔2026〕{nth}号",
        numbered_case_id=FILE,
        paper_sort="acceptance",
    )


def test_a_paper_that_has_its_number_gets_no_other() -> None:
    """一件文书只编一次 (RULES 69)."""
    blank = NumberedPaper(procedure=PAPER, dispute_id=FILE, case_id=FILE)
    at = head(blank, "2026-03-05")  # type: ignore[arg-type]
    paper = blank.after(numbering.bear(blank, at, given(), 2))
    assert (paper.document_number, paper.sort, paper.page) == (
        "甘政复受字〔2026〕1号",
        "acceptance",
        2,
    )
    with pytest.raises(Refused) as refusal:
        numbering.bear(paper, at, given(2), 2)
    assert refusal.value.article == RULES[69]


def test_each_sort_that_is_numbered_by_itself_has_a_series_that_no_other_has() -> None:
    """每种文书各有字，互不相同；笔录和决定书没有."""
    said = [series_of(sort, None) for sort in SORTS.values() if sort.is_numbered]
    assert all(said)
    assert len(set(said)) == len(said)
    rest = {sort.name for sort in SORTS.values() if not sort.is_numbered}
    records = {"views", "hearing-minutes", "oral-application", "inquiry", "inspection"}
    records |= {"evidence-list", "opinion", "issuer-explanation", "entry"}
    records |= {"file-reading", "interview-minutes"}
    assert rest == {"decision", "application-copy", *records}
    assert all(not series_of(SORTS[name], None) for name in rest)


def test_a_city_that_says_another_word_counts_on_in_the_same_series(tmp_path: Path) -> None:
    """市里的模板可以另写字，没有写的仍用随枢纽的."""
    folder = tmp_path / "reconsideration"
    folder.mkdir()
    own = (TEMPLATES / "acceptance.toml").read_text()
    there = folder / "acceptance.toml"
    there.write_text(own.replace("复受字", "行复受字"))
    assert series_of(SORTS["acceptance"], tmp_path) == "行复受字"
    there.write_text(own.replace('series = "复受字"', ""))
    assert series_of(SORTS["acceptance"], tmp_path) == "复受字"
    kinds = [Kind(Series.PAPER, said, "acceptance") for said in ("复受字", "行复受字")]
    register = numbering.Numbers(procedure=numbering.NUMBERING, dispute_id=FILE, case_id=FILE)
    told = []
    for kind in kinds:
        at = head(register, "2026-03-05")  # type: ignore[arg-type]
        said = {"authority": AUTHORITY, "word": "甘政", "case_id": FILE}
        fact = numbering.give(register, at, kind=kind, **said)  # type: ignore[arg-type]
        register = register.after(fact)
        told.append(fact.document_number)
    assert told == ["甘政复受字〔2026〕1号", "甘政行复受字〔2026〕2号"]


@pytest.mark.parametrize(
    ("said", "other"),
    [("复补字", "补正通知书"), ("复决字", "行政复议决定书"), ("复驳字", "决定书")],
)
def test_a_word_that_another_sort_has_numbers_nothing(
    tmp_path: Path, said: str, other: str
) -> None:
    """市里的模板写了别种文书或者决定书的字的，不编号，写明是哪两种 (RULES 69)."""
    folder = tmp_path / "reconsideration"
    folder.mkdir()
    own = (TEMPLATES / "acceptance.toml").read_text()
    assert own_series_of(SORTS["acceptance"], tmp_path) == "复受字"
    (folder / "acceptance.toml").write_text(own.replace("复受字", said))
    with pytest.raises(BadTemplate, match=f"受理通知书.*{other}"):
        own_series_of(SORTS["acceptance"], tmp_path)
    if said == "复补字":
        with pytest.raises(BadTemplate, match="补正通知书和受理通知书"):
            own_series_of(SORTS["supplement"], tmp_path)


# -- the door


async def test_a_paper_is_a_draft_until_it_is_numbered_and_bears_its_number_then(
    door: Door,
) -> None:
    """编号以前是稿，编号以后文书和送达回证都写明字号；再问还是这个号 (RULES 69)."""
    made = await accepted(door)
    numbers = made.replace("/made", "/numbers")
    before = await door.get(f"{numbers}/acceptance", OFFICER)
    assert before.json() == {"document_number": "", "may_number": True}
    first = await door.post(f"{numbers}/acceptance", OFFICER)
    number = {"document_number": "甘政复受字〔2026〕1号", "may_number": True}
    assert (first.status_code, first.json()) == (201, number)
    again = await door.post(f"{numbers}/acceptance", OFFICER)
    assert again.json() == first.json()
    assert (await door.get(f"{numbers}/acceptance", OFFICER)).json() == first.json()
    for sort in ("acceptance", "acceptance-receipt"):
        word = await door.get(f"{made}/{sort}.docx{FOR_WORK}", OFFICER)
        assert "甘政复受字〔2026〕1号" in text_of(word.content)
        assert "尚未编号" not in text_of(word.content)
    assert await found(door.hub) == {}


async def test_each_act_has_a_paper_of_its_own_and_numbers_have_no_gap(
    door: Door,
) -> None:
    """再次发出的补正通知另编下一号，各种文书各自连续；账册相符 (RULES 69)."""
    told = []
    for act in ("penalty", "compulsion"):
        answer = await door.post("/reconsiderations", PARTY, **APPLICATION | {"act": act})
        case = f"/reconsiderations/{answer.json()['case_id']}"
        assert (await door.post(f"{case}/supplement-notice", OFFICER, **SUPPLEMENT)).is_success
        answers = await asyncio.gather(
            *(door.post(f"{case}/papers/numbers/supplement", OFFICER) for _ in range(3))
        )
        told += sorted({one.json()["document_number"] for one in answers})
    assert told == ["甘政复补字〔2026〕1号", "甘政复补字〔2026〕2号"]
    assert await found(door.hub) == {}
    await door.hub.pool.execute(
        "DELETE FROM hub.outbox WHERE kind = 'reconsideration.paper_numbered.v1'"
        " AND body::jsonb ->> 'document_number' = $1",
        told[0],
    )
    assert await found(door.hub) == {"papers": 1}


async def test_a_number_that_two_papers_bear_is_found(door: Door) -> None:
    """同一机关的一个字号编给了两件文书的，核对时查得出来 (RULES 69)."""
    made = await accepted(door)
    case = made.removesuffix("/papers/made")
    assert (await door.post(f"{case}/copy", OFFICER)).is_success
    numbers = f"{case}/papers/numbers"
    for sort in ("acceptance", "reply-notice"):
        assert (await door.post(f"{numbers}/{sort}", OFFICER)).status_code == 201
    assert await found(door.hub) == {}
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = replace(body, '复答字', '复受字')"
        " WHERE body::jsonb ->> 'paper_sort' = 'reply-notice'"
    )
    assert await found(door.hub) == {"once": 2}


async def test_a_city_whose_templates_give_two_sorts_one_word_is_told_at_the_door(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """两种文书同一个字的，编号时拒绝，不用掉一个号 (RULES 69)."""
    made = await accepted(door)
    folder = tmp_path / "reconsideration"
    folder.mkdir()
    own = (TEMPLATES / "acceptance.toml").read_text()
    (folder / "acceptance.toml").write_text(own.replace("复受字", "复补字"))
    city = settings().model_copy(update={"papers": tmp_path})
    monkeypatch.setattr(papers, "settings", lambda: city)
    numbers = made.replace("/made", "/numbers")
    no = await door.post(f"{numbers}/acceptance", OFFICER)
    assert no.status_code == 422
    assert "补正通知书" in no.json()["detail"]
    monkeypatch.undo()
    first = await door.post(f"{numbers}/acceptance", OFFICER)
    assert first.json()["document_number"] == "甘政复受字〔2026〕1号"


async def test_nobody_else_numbers_and_nothing_is_numbered_before_its_act(
    door: Door,
) -> None:
    """当事人、被申请人不能编号；没有办理的、入卷的笔录、决定书不在这里编号 (ARL 75)."""
    made = await accepted(door)
    numbers = made.replace("/made", "/numbers")
    for who in (PARTY, DEPARTMENT):
        assert (await door.post(f"{numbers}/acceptance", who)).status_code == 403
    early = await door.post(f"{numbers}/extension", OFFICER)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 62(1)")
    for sort in ("views", "decision", "verdict", "acceptance-receipt"):
        assert (await door.post(f"{numbers}/{sort}", OFFICER)).status_code == 404
    kind = "reconsideration.number_given.v1"
    given_now = "SELECT count(*) FROM hub.outbox WHERE kind = $1"
    assert await door.hub.pool.fetchval(given_now, kind) == 0


async def test_on_the_page_a_paper_is_numbered_by_one_button(
    door: Door,
    hub: Hub,
) -> None:
    """制作文书的页面写明还是稿，点编号即得字号；不是办案人员的看不到 (RULES 69)."""
    made = await accepted(door)
    case_id = made.split("/")[2]
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case_id}/acceptance.pdf"
    numbering_at = f"/desk/disputes/{DISPUTE}/papers/numbers/{case_id}/acceptance"
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        asked = await officer.get(where)
        assert "现在制作的是稿" in asked.text
        assert numbering_at in asked.text
        done = await officer.send(numbering_at, hidden(asked))
        assert (done.status_code, done.headers["location"]) == (303, where)
        page = (await officer.get(where)).text
        assert "甘政复受字〔2026〕1号" in page
        assert "现在制作的是稿" not in page
        receipt = await officer.get(where.replace("acceptance.pdf", "acceptance-receipt.pdf"))
        assert numbering_at not in receipt.text
        supervisor = house.visitor(Role.SUPERVISOR, organ="620700")
        assert (await supervisor.send(numbering_at, hidden(asked))).status_code == 404


def text_of(content: bytes) -> str:
    """Everything that a Word document says, head and tables too."""
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    heads = (line.text for one in document.sections for line in one.header.paragraphs)
    return "\n".join([*(line.text for line in document.paragraphs), *cells, *heads])
