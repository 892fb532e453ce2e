"""The list of disputes: narrowed, counted and paged, as far as one may see."""

import json
from itertools import product
from uuid import UUID, uuid4

import pytest

from shared.auth import Identity, Role, visible_files
from shared.casepage import listing
from shared.casepage.few import few_seen
from shared.casepage.listing import Asked, list_disputes
from shared.db import Pool
from shared.work import Hub
from tests.shared.case_reader import MANY, Reader, reader, register, route, rows_read

__all__ = ["reader"]

CITY = Identity.of("s-1", [Role.SUPERVISOR], county="620700")


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
