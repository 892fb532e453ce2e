"""What one decision on several cases says, and what follows it (ARR2026 43; RULES 91, 92, 112)."""

import io
from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from docx import Document
from pypdf import PdfReader

from services.reconsideration.commands import aftermath
from services.reconsideration.store import aftermath_of
from shared.work import Act
from tests.reconsideration.deciding import HANDED
from tests.reconsideration.deciding_together import (
    APPLICANTS,
    CLERK,
    DECIDED,
    NAMES,
    ONE,
    SEAL,
    TO_THE_HEAD,
    broken,
    clock,
    code,
    door,
    go,
    joined,
    number_of,
)
from tests.reconsideration.makers import day
from tests.reconsideration.test_routes import OFFICER, Door

__all__ = ["clock", "door"]


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
