"""What supervision keeps of what was issued is what the pages say, once (ARL 76, 77)."""

import json
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from services.supervision.agents import LISTENS
from services.supervision.domain.issued import STEPS, Sort, Stand
from services.supervision.queries import issued_in
from services.supervision.store import watch_of
from shared.clock import StillClock
from shared.contracts.catalogue import KINDS
from shared.contracts.reconsideration.letters import (
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationIssued,
)
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.contracts.promises import kept
from tests.supervision.hearing import broken, carry
from tests.supervision.watching import WATCH, confirm, delivered, hear, order

ROWS = "SELECT * FROM supervision.issued ORDER BY case_id, version"
PAGE = """
INSERT INTO hub.outbox (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels,
                        trace, body)
VALUES ($1, $2, $1, $3, $4, '2026-11-23', $5, 'o-1', 0, $6, '', $7)
"""


async def tell(hub: Hub, kind: str, labels: str = "{}") -> None:
    """A page of this kind as it was promised, in a file of its own."""
    promised = kept(kind)
    assert promised is not None
    case_id = uuid4()
    head: dict[str, Any] = {**promised["message"]["head"], "case_id": str(case_id)}
    said = {**promised["message"], "head": {**head, "version": 1, "on": "2026-11-23"}}
    body = KINDS[kind].model_validate(said).model_dump_json()
    office = KINDS[kind].office()
    await hub.pool.execute(PAGE, case_id, 1, office, kind, hub.clock.now(), labels, body)


async def test_every_page_of_what_was_issued_is_heard_and_kept_once(hub: Hub) -> None:
    """制发、报送、答复、抄告、公开、移送、责令、约谈、通报，每页收件、留存一次 (ARL 76, 77)."""
    assert set(STEPS) <= set(LISTENS)
    for kind in STEPS:
        await tell(hub, kind.kind_name())
    await carry(hub)
    rows = await hub.pool.fetch(ROWS)
    assert {row["kind"] for row in rows} == {kind.kind_name() for kind in STEPS}
    assert await broken(hub.pool) == {}
    await carry(hub)  # the inbox knows them
    await hub.pool.execute("DELETE FROM hub.inbox")
    await carry(hub)  # from the first page again, though no inbox knows them
    ours = [row for row in await hub.pool.fetch(ROWS) if row["case_id"] in _files(rows)]
    assert ours == rows


def _files(rows: list[Any]) -> set[Any]:
    return {row["case_id"] for row in rows}


async def test_of_files_imported_as_history_nothing_is_kept(hub: Hub) -> None:
    """历史台账不起算期限，也不列入制发监督 (RULES 63)."""
    await tell(hub, OpinionLetterIssued.kind_name(), json.dumps({"history": "yes"}))
    await carry(hub)
    assert await hub.pool.fetch(ROWS) == []
    assert await broken(hub.pool) == {}


async def test_books_that_keep_something_else_are_told(hub: Hub) -> None:
    """核对：漏记、改动、多记的都指出 (RULES 13)."""
    for kind in (OpinionLetterIssued, OpinionLetterReceived, RecommendationIssued):
        await tell(hub, kind.kind_name())
    await carry(hub)
    first, second, _ = await hub.pool.fetch(ROWS)
    await hub.pool.execute("DELETE FROM supervision.issued WHERE case_id = $1", first["case_id"])
    assert await broken(hub.pool) == {"issued": (1, (str(first["case_id"]),))}
    change = "UPDATE supervision.issued SET organs = 'x' WHERE case_id = $1"
    await hub.pool.execute(change, second["case_id"])
    more = 'INSERT INTO supervision.issued SELECT $1, 1, kind, "on", thing, organs, recipient,'
    await hub.pool.execute(f"{more} until, flags FROM supervision.issued LIMIT 1", uuid4())
    [(count, _)] = (await broken(hub.pool)).values()
    assert count == 3


async def test_what_supervision_orders_itself_stands_with_what_was_performed(
    hub: Hub, clock: StillClock
) -> None:
    """逾期履行监督、责令限期履行到履行为止，由监督自己留存 (ARL 77, 83)."""
    await hear(hub, delivered(date(2026, 12, 8)))
    clock.move_to(datetime(2026, 12, 9, 0, 0, tzinfo=CITY))
    await Sweep(hub).once()
    await order(hub, date(2026, 12, 31))
    await carry(hub)
    watch, ordered = await issued_in(hub, [WATCH])
    assert (watch.sort, watch.organs, watch.stand(clock.now())) == (
        *(Sort.PERFORMANCE, "620702-zhujian", Stand.LATE),
    )
    assert (ordered.sort, ordered.organs, ordered.stand(clock.now())) == (
        *(Sort.ORDER, "620702-zhujian", Stand.WAITING),
    )
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=CITY))
    await confirm(hub, date(2026, 12, 29))
    await carry(hub)
    stood = [one.stand(clock.now()) for one in await issued_in(hub, [WATCH])]
    assert stood == [Stand.DONE_LATE, Stand.DONE]
    assert await issued_in(hub, [watch_of(WATCH)]) == []
    assert await broken(hub.pool) == {}
