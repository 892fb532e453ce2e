"""One decision on several joined cases at the doors: all or none, one number (ARR2026 43)."""

import asyncio
import io
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, time
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from docx import Document
from pypdf import PdfReader

from services.reconsideration.books import RULES
from services.reconsideration.commands import aftermath, handling
from services.reconsideration.office import OFFICE
from services.reconsideration.store import CASES, NUMBERS, aftermath_of, numbers_of
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as private
from shared.casepage.routes import router as case_files
from shared.clock import StillClock
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import Stance
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Act, Hub, Work
from tests.reconsideration.deciding import CONSENT, HANDED, road
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, day
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, Door
from tests.registering import take_in

CLERK = {**OFFICER, "code": "fuyi-07", "roles": [Role.RECONSIDERATION]}
DISPUTES = tuple(UUID(int=9_100_000 + n) for n in range(3))
APPLICANTS = tuple(UUID(int=700 + n) for n in range(3))
NAMES = ("李某", "钱某", "孙某")
ON = "2026-09-01"
DECIDED = "2026-09-21"
ONE = "甘政复决字〔2026〕1号"

PARTY_OF = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)
VALUES ($1, $2, 'applicant', 'natural', $3, $4)
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(ON), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    routers = [*(load() for load in OFFICE.routers), case_files, private]
    app = web_app(title="复议", routers=routers, hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


def number_of(nth: int) -> str:
    return f"620702-20261123-{DISPUTES[nth].int % 10**7:07}-5"


async def ready(door: Door, nth: int) -> str:
    """The case of one of the disputes, ready to be drafted."""
    door.on(ON)
    dispute_id = await take_in(door.hub, DISPUTES[nth])
    label = "UPDATE hub.file SET labels = labels || jsonb_build_object('number', $2::text) WHERE {}"
    of_intake = "dispute_id = $1 AND office = 'intake'"
    await door.hub.pool.execute(label.format(of_intake), dispute_id, number_of(nth))
    known = (APPLICANTS[nth], dispute_id, NAMES[nth], door.clock.now())
    await door.hub.pool.execute(PARTY_OF, *known)
    said = {"dispute_id": str(dispute_id), "applicants": [str(APPLICANTS[nth])]}
    dates = {"received_on": ON, "learnt_on": "2026-08-20", "manner": "in_person"}
    taken = await door.post("/reconsiderations", OFFICER, **{**APPLICATION, **dates, **said})
    assert taken.status_code == 201, taken.text
    case_id = taken.json()["case_id"]
    await door.hub.pool.execute(label.format("case_id = $1"), UUID(case_id), number_of(nth))
    await go(
        door,
        case_id,
        ("acceptance", OFFICER, {}),
        ("copy", CLERK, {"received_on": ON}),
        ("reply", DEPARTMENT, {"text": "答复如下"}),
        ("views", CLERK, {"manner": "telephone", "record": "处罚过重"}),
    )
    return str(case_id)


async def go(
    door: Door, case_id: str, *steps: tuple[str, dict[str, Any], dict[str, Any]]
) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for path, who, body in steps:
        answer = await door.post(f"/reconsiderations/{case_id}/{path}", who, **body)
        assert answer.status_code == 201, (path, answer.text)
        said = answer.json()
    return said


async def join(door: Door, case_id: str, *others: int) -> httpx.Response:
    said = {"numbers": [number_of(nth) for nth in others], "ground": "several_parties"}
    return await door.post(
        f"/reconsiderations/{case_id}/joinder", OFFICER, **said, reason="同一次执法"
    )


async def drafted(door: Door, case_id: str, outcome: str) -> None:
    """Findings and a draft of its own."""
    named, found, draft, *_ = road(outcome)
    await go(door, case_id, *((path, CLERK, body) for path, _, body in (named, found, draft)))


async def joined(door: Door, *outcomes: str) -> list[str]:
    """Cases that are joined, each drafted by itself."""
    ids = [await ready(door, nth) for nth in range(len(outcomes))]
    assert (await join(door, ids[0], *range(1, len(ids)))).status_code == 201
    door.on(DECIDED)
    for case_id, outcome in zip(ids, outcomes, strict=True):
        await drafted(door, case_id, outcome)
    return ids


TOGETHER = ("joint-draft", CLERK, {"text": "各案合并决定如下。"})
TO_THE_HEAD = (TOGETHER, ("submission", CLERK, {}), ("approval", OFFICER, dict(CONSENT)))
SEAL = ("seal", CLERK, {})


async def kinds(door: Door, case_id: str) -> list[str]:
    rows = await door.hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", UUID(case_id)
    )
    return [row["kind"].split(".")[1] for row in rows]


async def broken(door: Door) -> dict[str, tuple[str, ...]]:
    """What the books find wrong."""
    async with door.hub.pool.acquire() as conn:
        told = {rule.name: await rule.check(conn) for rule in RULES}
    return {name: found.samples for name, found in told.items() if found.count}


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("article", {}).get("code", "")


async def test_one_decision_is_made_on_every_joined_file_under_one_number(door: Door) -> None:
    """合并作出决定：一个字号，各案各有一页，分别送达，各按自己的日期 (ARR2026 43; RULES 112)."""
    first, second = await joined(door, "upheld", "revoked")
    made = await go(door, first, *TO_THE_HEAD, SEAL)
    other = (await door.get(f"/reconsiderations/{second}", CLERK)).json()
    assert [(one["outcome"], one["document_number"], one["state"]) for one in (made, other)] == [
        ("upheld", ONE, "decided"),
        ("revoked", ONE, "decided"),
    ]
    assert (made["decided_with"], other["decided_with"]) == ([second], [first])
    register, _ = await door.hub.read(NUMBERS, numbers_of(AUTHORITY))
    assert (register.given, register.version) == ({"decision/2026": 1}, 1)
    for case_id, served_on in ((first, DECIDED), (second, "2026-09-23")):
        door.on(served_on)
        done = await go(door, case_id, ("delivery", CLERK, {"served_on": served_on, **HANDED}))
        assert done["state"] == "delivered"
    later = (await door.get(f"/reconsiderations/{first}", CLERK)).json()["sue_until"]
    assert (later, done["sue_until"]) == ("2026-10-08", "2026-10-08")
    assert await broken(door) == {}


async def test_cases_joined_one_by_one_all_name_each_other(door: Door) -> None:
    """先后合并的，各案互相写明；已经合并的不再合并 (ARR2026 43)."""
    first, second, third = [await ready(door, nth) for nth in range(3)]
    assert (await join(door, first, 1)).status_code == 201
    assert (await join(door, third, 0)).status_code == 201
    for case_id in (first, second, third):
        file = (await door.get(f"/reconsiderations/{case_id}", CLERK)).json()
        assert set(file["joined"]) == {first, second, third} - {case_id}
    assert [(await kinds(door, one)).count("cases_joined") for one in (first, second, third)] == [
        *(2, 2, 1)
    ]
    assert code(await join(door, second, 2)) == (409, "ARR2026 43(1)")
    assert await broken(door) == {}


@pytest.mark.parametrize(
    ("hinder", "path", "cited"),
    [
        (("findings", CLERK, {"findings": [{"text": "另查。", "procedure": "violated"}]}), 1, 112),
        (("withdrawal", OFFICER, {}), 3, 41),
    ],
)
async def test_what_one_file_lacks_holds_the_decision_back_on_all_and_says_where(
    door: Door, hinder: tuple[str, dict[str, Any], dict[str, Any]], path: int, cited: int
) -> None:
    """一案不具备条件的，各案都不作出，写明是哪一案、哪一条 (RULES 112; ARL 41)."""
    first, second = await joined(door, "upheld", "revoked")
    steps = (*TO_THE_HEAD, SEAL)
    await go(door, first, *steps[:path])
    await go(door, second, hinder)
    name, who, body = steps[path]
    answer = await door.post(f"/reconsiderations/{first}/{name}", who, **body)
    assert answer.status_code == 409, answer.text
    assert f" {cited}" in answer.json()["article"]["code"]
    assert number_of(1) in answer.json()["detail"]
    assert "decided" not in {*await kinds(door, first), *await kinds(door, second)}
    assert await door.hub.pool.fetchval("SELECT count(*) FROM reconsideration.numbers") == 0


async def test_each_file_says_for_itself_whether_the_committee_s_opinion_was_adopted(
    door: Door,
) -> None:
    """提请过咨询的一案，送审时说明采纳情况；没有说明的，各案都不送审 (ARR2026 52)."""
    first, second = await joined(door, "upheld", "revoked")
    asked = {"ground": "technical", "question": "是否适当"}
    await go(door, second, ("consultation", CLERK, asked))
    await go(door, first, TOGETHER)
    answer = await door.post(f"/reconsiderations/{first}/submission", CLERK)
    assert (code(answer)[0], number_of(1) in answer.json()["detail"]) == (409, True)
    assert code(answer)[1].startswith("ARL 52")

    def record(work: Work) -> None:
        opinion = (uuid4(), uuid4(), Stance.AGREES)
        handling.record_opinion(work, UUID(second), *opinion, by=CLOCK, on=day(DECIDED))

    await door.hub.act(Act(do=record, files=[UUID(second)]))
    path = f"/reconsiderations/{first}/submission"
    assert code(await door.post(path, CLERK)) == (409, "ARR2026 52")
    stranger = {"case_id": str(uuid4()), "opinion_adopted": True}
    assert (await door.post(path, CLERK, others=[stranger])).status_code == 422
    said = {"others": [{"case_id": second, "opinion_adopted": True}]}
    await go(door, first, ("submission", CLERK, said))
    files = [(await door.hub.read(CASES, UUID(one)))[0] for one in (first, second)]
    assert [one.drafted and one.drafted.opinion_adopted for one in files] == [None, True]


async def test_a_case_that_ends_between_draft_and_seal_is_left_out_by_drafting_anew(
    door: Door,
) -> None:
    """合并拟稿后一案撤回终止的，主案不得用印；退回以后其余各案另行作出决定 (RULES 113)."""
    first, second, third = await joined(door, "upheld", "revoked", "upheld")
    await go(door, first, *TO_THE_HEAD)
    await go(door, second, ("withdrawal", OFFICER, {}))
    ended = {"ground": "withdrawn", "text": "准予撤回"}
    await go(door, second, ("termination", OFFICER, ended))
    assert code(await door.post(f"/reconsiderations/{first}/seal", CLERK)) == (409, "RULES 113")
    await go(door, first, ("return", OFFICER, {"reason": "一案已经终止"}))
    assert (await kinds(door, third))[-1] == "returned"
    for case_id in (first, third):
        _, _, draft, *_ = road("upheld")
        await go(door, case_id, ("draft", CLERK, draft[2]))
    made = await go(door, first, *TO_THE_HEAD, SEAL)
    assert (made["document_number"], made["decided_with"]) == (ONE, [third])
    assert await broken(door) == {}


async def test_a_file_that_follows_goes_up_and_is_sealed_only_with_its_leading_one(
    door: Door,
) -> None:
    """并入主案的，在主案送审、审批、用印；另行拟稿的单独作出决定 (RULES 112, 113)."""
    first, second = await joined(door, "upheld", "revoked")
    await go(door, first, TOGETHER)
    alone = await door.post(f"/reconsiderations/{second}/submission", CLERK)
    assert code(alone) == (409, "RULES 112")
    _, _, draft, submission, approval, _ = road("revoked")
    await go(door, second, ("draft", CLERK, draft[2]), ("submission", CLERK, submission[2]))
    assert code(await door.post(f"/reconsiderations/{first}/submission", CLERK)) == (
        *(409, "RULES 112"),
    )
    made = await go(door, second, ("approval", OFFICER, approval[2]), SEAL)
    assert (made["document_number"], made["decided_with"]) == (ONE, [])


async def test_two_who_seal_at_once_give_one_number(door: Door) -> None:
    """两人同时用印的，只作出一次决定，只编一个字号 (RULES 69, 112)."""
    first, second = await joined(door, "upheld", "revoked")
    await go(door, first, *TO_THE_HEAD)
    doors = [f"/reconsiderations/{one}/seal" for one in (first, first, second)]
    answers = await asyncio.gather(*(door.post(one, CLERK) for one in doors))
    assert sorted(one.status_code for one in answers) == [201, 409, 409]
    register, _ = await door.hub.read(NUMBERS, numbers_of(AUTHORITY))
    assert register.given == {"decision/2026": 1}
    assert [(await kinds(door, one)).count("decided") for one in (first, second)] == [1, 1]
    assert await broken(door) == {}


async def test_the_seal_and_a_withdrawal_on_another_file_do_not_wait_for_each_other_forever(
    door: Door,
) -> None:
    """用印与另一案的撤回同时办理的，先后各得其结果，各案或者都作出或者都不作出 (RULES 112)."""
    first, second, third = await joined(door, "upheld", "revoked", "upheld")
    await go(door, first, *TO_THE_HEAD)
    sealed, *_ = await asyncio.gather(
        door.post(f"/reconsiderations/{first}/seal", CLERK),
        door.post(f"/reconsiderations/{third}/withdrawal", OFFICER),
        door.post(f"/reconsiderations/{second}/withdrawal", OFFICER),
    )
    made = [(await kinds(door, one)).count("decided") for one in (first, second, third)]
    assert made == ([1, 1, 1] if sealed.status_code == 201 else [0, 0, 0])
    assert await broken(door) == {}


async def test_an_elevated_case_is_decided_no_more_with_those_below(door: Door) -> None:
    """提级审理的案件由上级作出决定，其余各案退回后仍可合并作出决定 (ARR2026 40; RULES 113)."""
    first, second, third = await joined(door, "upheld", "revoked", "upheld")
    await go(door, first, *TO_THE_HEAD)
    above = {**OFFICER, "code": "city-1", "organ": CITY_GOVERNMENT}
    asked = {"ground": "novel", "text": "新类型案件"}
    await go(door, second, ("elevation-request", OFFICER, asked))
    ordered = {"ground": "novel", "text": "提级审理"}
    await go(door, second, ("elevation", above, ordered))
    assert code(await door.post(f"/reconsiderations/{first}/seal", CLERK))[0] == 409
    await go(door, second, ("file-transfer", CLERK, {"text": "移送"}))
    await go(door, second, ("elevated-file-receipt", above, {}))
    up, _ = await door.hub.read(CASES, UUID(second))
    assert (up.authority, up.joined, up.drafted) == (CITY_GOVERNMENT, (), None)
    assert code(await door.post(f"/reconsiderations/{first}/seal", CLERK)) == (409, "RULES 113")
    await go(door, first, ("return", OFFICER, {"reason": "一案已经提级"}))
    for case_id in (first, third):
        _, _, draft, *_ = road("upheld")
        await go(door, case_id, ("draft", CLERK, draft[2]))
    made = await go(door, first, *TO_THE_HEAD, SEAL)
    assert made["decided_with"] == [third]
    assert await broken(door) == {}


async def paper(door: Door, case_id: str, sort: str, form: str) -> httpx.Response:
    path = f"/reconsiderations/{case_id}/papers/made/{sort}.{form}?purpose=%E5%88%B6%E4%BD%9C"
    return await door.get(path, CLERK)


def text_of(answer: httpx.Response, form: str) -> str:
    assert answer.status_code == 200, answer.text
    if form == "pdf":
        return "".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages)
    document = Document(io.BytesIO(answer.content))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def within(words: Sequence[str], text: str) -> list[str]:
    bare = "".join(text.split())
    return [one for one in words if one not in bare]


@pytest.mark.parametrize("form", ["docx", "pdf"])
async def test_the_paper_names_every_case_its_parties_and_what_is_decided_of_it(
    door: Door, form: str
) -> None:
    """合并的决定书写明各案编号、各方当事人和各案的决定，字号一个 (ARL 75; ARR2026 43)."""
    first, second = await joined(door, "upheld", "revoked")
    await go(door, first, *TO_THE_HEAD, SEAL)
    said = [text_of(await paper(door, one, "decision", form), form) for one in (first, second)]
    for text in said:
        words = (*NAMES[:2], number_of(0), number_of(1), "维持", "撤销", "各案合并决定如下", ONE)
        assert within(words, text) == []
    receipts = [
        text_of(await paper(door, one, "decision-receipt", form), form) for one in (first, second)
    ]
    assert [NAMES[nth] in "".join(receipts[nth].split()) for nth in (0, 1)] == [True, True]
    assert NAMES[1] not in receipts[0]


async def test_the_books_find_a_number_that_is_on_files_which_are_not_decided_together(
    door: Door,
) -> None:
    """核对账册能发现：同一字号在没有合并的案卷上，或者合并的一案没有决定 (RULES 112)."""
    first, second = await joined(door, "upheld", "revoked")
    await go(door, first, *TO_THE_HEAD, SEAL)
    without = "UPDATE hub.outbox SET body = (body::jsonb - 'leading' - 'together')::text WHERE {}"
    follows = f"kind = 'reconsideration.decided.v1' AND case_id = '{second}'"
    async with door.hub.pool.acquire() as conn:
        body = await conn.fetchval(f"SELECT body FROM hub.outbox WHERE {follows}")  # noqa: S608
        await conn.execute("ALTER TABLE hub.outbox DISABLE TRIGGER USER")
        await conn.execute(without.format(follows))
    assert set((await broken(door))["together"]) == {first, second}
    async with door.hub.pool.acquire() as conn:
        await conn.execute(f"UPDATE hub.outbox SET body = $1 WHERE {follows}", body)  # noqa: S608
    assert await broken(door) == {}
    async with door.hub.pool.acquire() as conn:
        await conn.execute(f"DELETE FROM hub.outbox WHERE {follows}")  # noqa: S608
    assert (await broken(door))["together"] == (first,)


async def effective(door: Door) -> list[str]:
    """What follows each of two cases of one decision, which has effect in both."""
    ids = await joined(door, "revoked", "upheld")
    await go(door, ids[0], *TO_THE_HEAD, SEAL)
    found = []
    for case_id in ids:
        await go(door, case_id, ("delivery", CLERK, {"served_on": DECIDED, **HANDED}))
        about = UUID(case_id)
        do = partial(aftermath.open_file, about=about, on=day(DECIDED), first=day(DECIDED))
        await door.hub.act(Act(do=do, files=[about, aftermath_of(about)], name="tests.opened"))
        found.append(str(aftermath_of(about)))
    return found


async def test_a_joint_decision_is_corrected_from_the_leading_file_in_all_or_in_none(
    door: Door,
) -> None:
    """合并作出的决定在主案补正，各案随之补正、各自送达；有一案未送达的，都不补正 (RULES 91)."""
    leading, other = await effective(door)
    said = {"text": "“2025年”应为“2026年”。"}
    no = await door.post(f"/aftermaths/{other}/correction", OFFICER, **said)
    assert code(no) == (409, "RULES 91")
    await door.hub.pool.execute(UNSERVED, UUID(other))
    early = await door.post(f"/aftermaths/{leading}/correction", OFFICER, **said)
    assert (code(early), "尚未送达任何一方" in early.text) == ((409, "RULES 91"), True)
    await door.hub.pool.execute(UNSERVED.replace("meanwhile", "following"), UUID(other))
    made = await door.post(f"/aftermaths/{leading}/correction", OFFICER, **said)
    assert made.status_code == 201, made.text
    done = {"manner": "direct", "shown_on": DECIDED, "receipt": "签收。"}
    for after, person in zip((leading, other), APPLICANTS, strict=False):
        assert (await door.get(f"/aftermaths/{after}", CLERK)).json()["corrected_on"] == DECIDED
        each: list[dict[str, Any]] = [
            {"standing": "respondent", **done},
            {"standing": "applicant", "person_id": str(person), **done},
        ]
        answer = await door.post(f"/aftermaths/{after}/correction-service", CLERK, services=each)
        assert (answer.status_code, answer.json()["corrected_on"]) == (201, None)
    assert not await broken(door)


async def test_where_it_fell_in_the_leading_case_alone_the_rest_is_corrected_from_another(
    door: Door,
) -> None:
    """主案部分被撤销的，其余各案仍可补正 (ARR2026 43; RULES 91, 92)."""
    leading, other = await effective(door)
    annulled = {"organ": "620700-government", "text": "撤销。", "cases": []}
    fell = await door.post(f"/aftermaths/{leading}/annulment", OFFICER, **annulled)
    assert fell.status_code == 201, fell.text
    said = {"text": "“2025年”应为“2026年”。"}
    made = await door.post(f"/aftermaths/{other}/correction", OFFICER, **said)
    assert (made.status_code, made.json().get("corrected_on")) == (201, DECIDED), made.text
    assert not await broken(door)


UNSERVED = """
WITH held AS (UPDATE hub.file SET state = 'meanwhile' WHERE case_id = $1)
UPDATE reconsideration.aftermath SET state = 'meanwhile' WHERE case_id = $1
"""
"""As a file stands in which nobody has the decision yet."""


@pytest.mark.parametrize(("cases", "fallen"), [(None, 2), ([], 1)], ids=["all", "this alone"])
async def test_a_joint_decision_falls_on_all_its_files_unless_some_are_named(
    door: Door, cases: list[str] | None, fallen: int
) -> None:
    """合并作出的决定被撤销的，各案一并记载；只撤销本案部分的，选一个也没有 (RULES 92)."""
    leading, other = await effective(door)
    said = {"organ": "620700-government", "text": "撤销。", "cases": cases}
    path = f"/aftermaths/{other}/annulment"
    strange = await door.post(path, OFFICER, **{**said, "cases": [str(uuid4())]})
    assert (strange.status_code, strange.json()["article"]["code"]) == (409, "RULES 92")
    answer = await door.post(path, OFFICER, **said)
    assert answer.status_code == 201, answer.text
    states = "SELECT state FROM reconsideration.aftermath WHERE state = 'annulled'"
    assert len(await door.hub.pool.fetch(states)) == fallen
    annulled = (await door.get(f"/aftermaths/{leading}", OFFICER)).json()["state"] == "annulled"
    assert annulled is (fallen == 2)
