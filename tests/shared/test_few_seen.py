"""少有案卷的机关: in the largest county, what few disputes an organ sees is known at once."""

import json
from uuid import UUID

from shared.auth import Identity, Role
from shared.casepage import listing
from shared.casepage.few import few_seen
from shared.casepage.listing import Asked, list_disputes
from shared.db import Pool
from tests.shared.case_reader import MANY, rows_read

COMMITTEE = "620702-mediation"

MEDIATED = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
SELECT gen_random_uuid(), 'mediation', 'peoples', '', dispute_id, 1, 'asked',
       '{"county": "620702", "authority": "620702-mediation"}'
FROM hub.file WHERE office = 'intake' ORDER BY case_id LIMIT 3
RETURNING dispute_id
"""
"""Three of the two thousand disputes are before the committee."""

OWN = 'UPDATE hub.file SET labels = labels || \'{"authority": "620702-mediation"}\''
"""It has files of all."""


async def test_a_mediator_of_a_large_county_is_told_of_own_disputes_without_all_others(
    db: Pool,
) -> None:
    """大县区的调解员只看得到本调解委员会的几件，数件、列件不翻全县区的纠纷 (PML 15; PLAN 33)."""
    await db.execute(MANY)
    mediated: set[UUID] = {row["dispute_id"] for row in await db.fetch(MEDIATED)}
    await db.execute("ANALYZE hub.file, hub.outbox")
    who = Identity.of("m-1", [Role.MEDIATOR], organ=COMMITTEE)
    for asked in (Asked(office="mediation"), Asked()):
        told = await list_disputes(db, who, asked)
        assert (told.total, {one.dispute_id for one in told.items}) == (3, mediated)
        async with db.acquire() as conn:
            few = await few_seen(conn, who)
            assert set(few or ()) == mediated
            for ask, of in ((listing.COUNTED, "f.dispute_id"), (listing.LISTED, "o.dispute_id")):
                old, new = (listing.seen(who, asked, ids, of) for ids in (None, few))
                found = [
                    await conn.fetch(ask.format(where=one.text, turn="DESC", limit=51), *one.values)
                    for one in (old, new)
                ]
                assert found[0] == found[1]
                sql = ask.format(where=new.text, turn="DESC", limit=51)
                said = await conn.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *new.values)
                assert rows_read(json.loads(said)[0]["Plan"]) < 100, said


async def test_whoever_sees_many_is_asked_no_list_of_them(db: Pool) -> None:
    """看得到全县区纠纷的，或者本机关案卷很多的，不先取出全部编号 (PLAN 33)."""
    await db.execute(MANY)
    await db.execute(OWN)
    window = Identity.of("w-1", [Role.WINDOW], organ="620702-window-1")
    mediator = Identity.of("m-1", [Role.MEDIATOR], organ=COMMITTEE)
    city = Identity.of("s-1", [Role.SUPERVISOR], county="620700")
    async with db.acquire() as conn:
        assert [await few_seen(conn, one) for one in (window, mediator, city)] == [None] * 3
    assert (await list_disputes(db, mediator, Asked())).total == 1000
