"""案卷: one dispute page by page, and the list of disputes, as far as one may see."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import ASGITransport, AsyncClient, Response

from services.intake.commands import Taken, take_in
from services.routing.office import OFFICE as ROUTING
from shared.auth import Identity, LocalTokens, Role, visible_files
from shared.casepage import listing
from shared.casepage.answers import PageOut
from shared.casepage.desk.findings import findings
from shared.casepage.few import few_seen
from shared.casepage.listing import Asked, list_disputes
from shared.casepage.routes import router
from shared.clock import StillClock, WallClock
from shared.contracts.catalogue import read
from shared.db import Pool
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Act, Hub
from tests.intake.entries import entry

SECRET = b"x" * 40
CITY = Identity.of("s-1", [Role.SUPERVISOR], county="620700")


class Reader:
    """Somebody who reads over HTTP."""

    def __init__(self, client: AsyncClient, tokens: LocalTokens) -> None:
        self.client = client
        self._tokens = tokens

    async def get(
        self, path: str, role: Role = Role.SUPERVISOR, organ: str = "620700-centre", **headers: str
    ) -> Response:
        token = self._tokens.issue("o-1", [role], organ=organ)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.get(path, headers={"Authorization": f"Bearer {token}", **told})


@pytest.fixture
async def reader(hub: Hub) -> AsyncIterator[Reader]:
    tokens = LocalTokens(SECRET, WallClock())
    app = web_app(title="案卷", routers=[router], hub=hub, tokens=tokens)
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://hub") as client:
        yield Reader(client, tokens)


async def register(hub: Hub, n: int = 1, **said: str) -> Taken:
    [taken] = await take_in(
        hub, [entry(hub, f"key-{n:07}", name=f"甲{n}", phone=f"1380000{n:04}", **said)]
    )
    assert isinstance(taken, Taken)
    return taken


async def route(hub: Hub, taken: Taken) -> None:
    """Let routing hear that the dispute was registered."""
    row = await hub.pool.fetchrow(
        "SELECT kind, body FROM hub.outbox WHERE case_id = $1", taken.case_id
    )
    fact = read(row["kind"], row["body"])
    heard = ROUTING.listens[type(fact)]
    labels = {"county": "620702", "window": "620702-window-1"}
    await hub.act(Act(lambda w: heard.handler(w, fact), files=heard.files(fact), labels=labels))


async def test_the_case_file_says_who_did_what_under_which_article(
    hub: Hub, reader: Reader
) -> None:
    """每一页有办理人、日期和依据 (PLAN 33)."""
    taken = await register(hub)
    answer = await reader.get(f"/disputes/{taken.number}")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["number"], told["dispute_id"]) == (taken.number, str(taken.case_id))
    [file] = told["files"]
    [page] = file["pages"]
    assert (page["term"], page["by"], page["on"]) == ("登记", "officer-1", "2026-11-23")
    assert page["article"]["code"].startswith("RULES ")
    assert page["article"]["text"].startswith("《枢纽办理规则》第")
    assert told["names"]["620702"] == "甘州区"
    assert answer.json() == (await reader.get(f"/disputes/{taken.case_id}")).json()


async def test_running_periods_are_told_with_their_names_and_articles(
    hub: Hub, reader: Reader
) -> None:
    """在走的期限：名称、依据、起算、届满."""
    taken = await register(hub)
    await route(hub, taken)
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    running = [one for file in told["files"] for one in file["running"]]
    assert running
    names = {(file["office"], d["name"]) for file in told["files"] for d in file["running"]}
    assert names == {
        (row["office"], row["name"])
        for row in await hub.pool.fetch("SELECT office, name FROM hub.deadline WHERE ended IS NULL")
    }
    for one in running:
        assert one["term"] != one["name"]
        assert one["article"]["text"].startswith("《")
        assert one["started_on"] == "2026-11-23"
        assert one["until"].endswith("T00:00:00+08:00")


async def test_each_page_of_each_file_has_its_article(hub: Hub, reader: Reader) -> None:
    taken = await register(hub)
    await route(hub, taken)
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    pages = [page for file in told["files"] for page in file["pages"]]
    assert len(pages) == await hub.pool.fetchval("SELECT count(*) FROM hub.outbox")
    assert [page["kind"] for page in pages if page["article"] is None] == []


async def test_only_who_handles_cases_reads_ids_of_people(hub: Hub, reader: Reader) -> None:
    taken = await register(hub)
    path = f"/disputes/{taken.number}"
    by_window = (await reader.get(path, Role.WINDOW, "620702-window-1")).json()
    by_supervisor = (await reader.get(path)).json()
    assert "parties" in by_window["files"][0]["pages"][0]["findings"]
    assert "parties" not in by_supervisor["files"][0]["pages"][0]["findings"]


async def test_who_has_the_file_already_is_told_so(hub: Hub, reader: Reader) -> None:
    """If-None-Match 相符，答 304."""
    taken = await register(hub)
    path = f"/disputes/{taken.number}"
    first = await reader.get(path)
    again = await reader.get(path, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    await route(hub, taken)
    after = await reader.get(path, If_None_Match=first.headers["ETag"])
    assert after.status_code == 200
    assert after.headers["ETag"] != first.headers["ETag"]


async def test_anothers_dispute_is_unknown(hub: Hub, reader: Reader) -> None:
    """他人的纠纷，答 404，与没有一样."""
    taken = await register(hub)
    seen = [
        (await reader.get(f"/disputes/{key}", Role.DEPARTMENT, "620721-gongan")).json()["detail"]
        for key in (taken.number, "620702-20261123-9999999-1", str(uuid4()))
    ]
    assert len(set(seen)) == 1


async def test_a_read_waits_for_the_page_that_was_written(hub: Hub, reader: Reader) -> None:
    """写后即读."""
    taken = await register(hub)
    here = await reader.get(f"/disputes/{taken.number}?after={taken.case_id}:1")
    assert here.status_code == 200
    wrong = await reader.get(f"/disputes/{taken.number}?after=soon")
    assert wrong.status_code == 422


async def test_a_page_that_does_not_come_is_told_as_such(
    hub: Hub, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.casepage.reading.PATIENCE_SECONDS", 0.05)
    taken = await register(hub)
    answer = await reader.get(f"/disputes/{taken.number}?after={taken.case_id}:2")
    assert answer.status_code == 503


async def test_the_list_is_newest_first_and_paged_without_gap_or_double(
    hub: Hub, reader: Reader
) -> None:
    """新的在前，逐页取尽."""
    taken = [await register(hub, n) for n in range(1, 8)]
    numbers: list[str] = []
    cursor = ""
    while True:
        told = (await reader.get(f"/disputes?limit=3&cursor={cursor}")).json()
        assert (told["total"], told["more_than_total"]) == (7, False)
        numbers += [item["number"] for item in told["items"]]
        if not (cursor := told["next"]):
            break
    assert numbers == [one.number for one in reversed(taken)]


async def test_the_list_is_narrowed_by_labels_offices_and_states(hub: Hub, reader: Reader) -> None:
    here = await register(hub, 1, matter="wuye")
    there = await register(hub, 2, place="620721", matter="hunyin")
    await route(hub, here)

    async def found(query: str) -> set[str]:
        told = (await reader.get(f"/disputes?{query}")).json()
        assert told["total"] == len(told["items"])
        return {item["number"] for item in told["items"]}

    assert await found("county=620702") == {here.number}
    assert await found("county=620702,620721") == {here.number, there.number}
    assert await found("matter=hunyin") == {there.number}
    assert await found("window=620702-window-9") == set()
    assert await found("office=routing") == {here.number}
    assert await found("office=intake&state=registered") == {here.number, there.number}
    assert await found("office=intake&state=withdrawn") == set()


async def test_counting_stops_somewhere(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.casepage.listing.MOST", 2)
    for n in range(1, 5):
        await register(hub, n)
    told = await list_disputes(hub.pool, CITY, Asked(limit=1))
    assert (told.total, told.more_than_total) == (2, True)


MANY = """
WITH made AS (SELECT gen_random_uuid() AS id FROM generate_series(1, 2000)), filed AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  SELECT CASE office WHEN 'intake' THEN id ELSE gen_random_uuid() END, office, 'some', '', id, 1,
         'open', '{"county": "620702", "window": "620702-window-1"}'
  FROM made CROSS JOIN unnest(ARRAY['intake', 'routing']) AS of(office))
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
SELECT id, 1, id, 'intake', 'intake.registered.v1', '2026-11-23', now(), 'o', 0, '{}', '', '{}'
FROM made
"""


@pytest.mark.parametrize(
    ("county", "narrowed"), [("620700", "620721"), ("620721", "")], ids=["narrowed", "own"]
)
async def test_a_county_without_disputes_is_not_looked_for_among_those_of_all_others(
    db: Pool, county: str, narrowed: str
) -> None:
    """没有纠纷的县区，数件、列件不翻全市的纠纷：市级按县区筛选的，本县区自己看的 (PLAN 33)."""
    await db.execute(MANY)
    await db.execute("ANALYZE hub.file, hub.outbox")
    who = Identity.of("s-1", [Role.SUPERVISOR], county=county)
    asked = Asked(county=narrowed)
    told = await list_disputes(db, who, asked)
    assert (told.total, told.items) == (0, [])
    async with db.acquire() as conn:
        for ask, of in ((listing.COUNTED, "f.dispute_id"), (listing.LISTED, "o.dispute_id")):
            where = listing.seen(who, asked, await few_seen(conn, who), of)
            sql = ask.format(where=where.text, turn="DESC", limit=51)
            said = await conn.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *where.values)
            assert rows_read(json.loads(said)[0]["Plan"]) < 10, said


async def test_the_disputes_of_a_large_county_are_counted_no_further_than_is_told(db: Pool) -> None:
    """纠纷多的县区，数到够就停，不先把全县的都读一遍 (PLAN 33)."""
    await db.execute(MANY)
    await db.execute("ANALYZE hub.file, hub.outbox")
    who = Identity.of("w-1", [Role.WINDOW], organ="620702-window-1")
    asked = Asked(county="620702")
    told = await list_disputes(db, who, asked)
    assert (told.total, told.more_than_total) == (listing.MOST, True)
    async with db.acquire() as conn:
        where = listing.seen(who, asked, await few_seen(conn, who), "f.dispute_id")
        sql = listing.COUNTED.format(where=where.text, limit=51)
        said = await conn.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *where.values)
    assert rows_read(json.loads(said)[0]["Plan"]) < 60, said


def rows_read(plan: dict[str, Any]) -> int:
    """How many rows are read for a plan, those that were of no use too."""
    inner = plan.get("Plans", [])
    own = plan["Actual Rows"] * (not inner) + plan.get("Rows Removed by Filter", 0)
    return int(own * plan["Actual Loops"]) + sum(rows_read(one) for one in inner)


async def test_a_cursor_that_is_none_of_ours_is_malformed(reader: Reader) -> None:
    assert (await reader.get("/disputes?cursor=!!")).status_code == 422


OFFICES = ("intake", "consultation", "mediation")
LABELS: list[dict[str, str]] = [
    {"county": "620702", "window": "620702-window-1"},
    {"county": "620721", "authority": "620702-government"},
    {"county": "620721", "departments": "620702-gongan 620702-shuiwu"},
    {"county": "620702", "authority": "620721-mediation"},
    {"county": "620702", "authority": "620702-government", "panel": "o-2 o-1"},
    {"county": "620702", "authority": "620702-committee"},
    {
        "county": "620702",
        "authority": "620702-government",
        "departments": "620702-gongan",
        "window": "620702-window-1",
        "beside": "consultation",
    },
    {"county": "620721", "asked": "620702-gongan 620702-centre"},
    {"county": "620702", "window": "620702-window-1", "windows": "620725-window-1 620725-window-2"},
    {},
]
READERS = [
    Identity.of("o-1", roles, organ=organ, county=county, disputes=[UUID(int=1)] if own else [])
    for roles, organ, county, own in [
        *product([[role] for role in Role], ["", "620702-gongan"], ["", "620721"], [False, True]),
        *product([[role] for role in Role], ["620702-government"], [""], [False]),
        ([Role.WINDOW, Role.PARTY], "620702-window-1", "620721", True),
        ([Role.WINDOW], "620725-window-2", "620725", False),
        ([Role.COMMITTEE], "620702-committee", "", False),
        ([Role.SECRETARY], "620702-committee", "", False),
        ([Role.SUPERVISOR], "", "620700", False),
    ]
]


async def test_the_list_shows_what_the_one_rule_of_sight_lets_see(db: Pool) -> None:
    """列表与可见范围的规则一致：逐一身份核对."""
    files: dict[UUID, dict[UUID, dict[str, str]]] = {}
    for n, (first, second, office) in enumerate(product(LABELS, LABELS, OFFICES[1:]), 1):
        dispute = UUID(int=n)
        files[dispute] = {
            dispute: {**first, "office": "intake"},
            uuid4(): {**second, "office": office},
        }
    await put(db, files)
    for who in READERS:
        told = await list_disputes(db, who, Asked(limit=200))
        seen = {item.dispute_id: {file.case_id for file in item.files} for item in told.items}
        expected = {d: set(visible_files(who, d, some)) for d, some in files.items()}
        assert seen == {d: some for d, some in expected.items() if some}, who
        assert told.total == len(seen)


async def test_a_list_narrowed_tells_nothing_of_files_that_one_may_not_see(db: Pool) -> None:
    """按机构、部门缩小范围，也只在看得到的案卷里找：查不出别的机构办到哪一步."""
    files: dict[UUID, dict[UUID, dict[str, str]]] = {}
    for n, (first, second) in enumerate(product(LABELS, LABELS), 1):
        dispute = UUID(int=n)
        files[dispute] = {
            dispute: {**first, "office": "intake"},
            uuid4(): {**second, "office": "mediation"},
        }
    await put(db, files)
    for who in READERS:
        for asked, narrows in (
            (Asked(limit=200, office="mediation"), _of_mediation),
            (Asked(limit=200, office="mediation", state="open"), _of_mediation),
            (Asked(limit=200, department="620702-gongan"), _of_the_police),
        ):
            told = await list_disputes(db, who, asked)
            expected = {
                dispute
                for dispute, some in files.items()
                if any(narrows(some[case]) for case in visible_files(who, dispute, some))
            }
            assert {item.dispute_id for item in told.items} == expected, (who, asked)


def _of_mediation(labels: dict[str, str]) -> bool:
    return labels["office"] == "mediation"


def _of_the_police(labels: dict[str, str]) -> bool:
    return "620702-gongan" in labels.get("departments", "").split()


async def put(db: Pool, files: dict[UUID, dict[UUID, dict[str, str]]]) -> None:
    """Files with these labels, each dispute registered."""
    for dispute, some in files.items():
        for case_id, labels in some.items():
            said = json.dumps({k: v for k, v in labels.items() if k != "office"})
            await db.execute(
                "INSERT INTO hub.file VALUES ($1, $2, 'some', '', $3, 1, 'open', $4)",
                case_id,
                labels["office"],
                dispute,
                said,
            )
        await db.execute(
            "INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by,"
            " part, labels, trace, body) VALUES ($1, 1, $1, 'intake', 'intake.registered.v1',"
            " '2026-11-23', now(), 'o', 0, '{}', '', '{}')",
            dispute,
        )


async def test_lapses_stand_on_the_page_of_the_day_they_expired(
    hub: Hub, clock: StillClock, reader: Reader
) -> None:
    """届满由时钟记录，写明届满之日."""
    taken = await register(hub)
    await route(hub, taken)
    clock.forward(timedelta(days=30))
    files = [row["case_id"] for row in await hub.pool.fetch("SELECT case_id FROM hub.file")]
    await hub.act(Act(lambda w: [w.sweep(case_id) for case_id in files], files=files))
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    lapsed = [d for file in told["files"] for d in file["ended"] if d["ended"] == "lapsed"]
    assert lapsed
    pages = [p for file in told["files"] for p in file["pages"] if p["by"] == "clock"]
    assert {p["on"] for p in pages} - {"2026-11-23"}


async def test_a_period_shows_its_proof_and_what_clocks_told_of_it(
    hub: Hub, clock: StillClock, reader: Reader
) -> None:
    """期限附说明，预警列在其旁 (RULES 16)."""
    taken = await register(hub)
    await route(hub, taken)
    clock.forward(timedelta(hours=1))
    row = await hub.pool.fetchrow(
        "SELECT name, next_at, until FROM hub.deadline"
        " WHERE ended IS NULL AND next_at < until ORDER BY until DESC LIMIT 1"
    )
    clock.move_to(row["next_at"])
    while await Sweep(hub).once():
        pass
    told = (await reader.get(f"/disputes/{taken.number}")).json()
    [one] = [d for f in told["files"] for d in f["running"] if d["name"] == row["name"]]
    assert one["proof"]["sentence"].endswith("。")
    assert one["proof"]["until"] == one["until"]
    assert {rung["kind"] for rung in one["clock"]} == {"clock.warned.v1"}
    assert one["standing_still"] is False
    assert not any(file["straddles"] for file in told["files"])


def test_who_came_to_a_hearing_is_read_out_one_by_one_and_by_no_id() -> None:
    """听证逐名记载的，案卷逐名列出参加、签名；姓名须另行查阅，不显示标识 (ARL 51)."""
    page = PageOut.model_construct(
        kind="reconsideration.hearing_held.v1",
        findings={
            "attended": [
                {"person": str(uuid4()), "came": True, "waived": False, "signed": True},
                {"person": str(uuid4()), "came": False, "waived": True, "signed": False},
            ]
        },
    )
    [told] = findings(page, lambda code: code, {})
    first, second = told.says.split("、")
    assert (told.label, first) == ("出席", "一名当事人：参加：签名")
    assert second.startswith("一名当事人：")
    assert "参加" not in second.removeprefix("一名当事人：")
