"""核对复议案卷 in the database: books of a whole road hold, what is cut from them is found."""

import json

from tests.reconsideration.checking import found
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import (
    PAPER,
)
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    clock,
    door,
    go,
)
from tests.reconsideration.test_drafting_doors import (
    examined as examined_at_the_door,
)
from tests.reconsideration.test_routes import Door


async def test_the_books_of_a_whole_road_hold_and_what_is_cut_from_them_is_found(
    door: Door,  # noqa: F811 - the fixture
) -> None:
    """逐案核对数据库中的案卷；改动一页，下一次核对就查得出来 (ARL 14, 49, 61)."""
    case = await examined_at_the_door(door)
    await go(door, case, road("revoked"))
    assert await found(door.hub) == {}
    own = case.split("/")[2]
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = jsonb_set(body::jsonb, '{standing}', $2::text::jsonb)::text"
        " WHERE case_id = $1 AND kind = 'reconsideration.views_heard.v1'",
        *(own, json.dumps("respondent")),
    )
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = jsonb_set(body::jsonb, '{paper_id}', $2::text::jsonb)::text"
        " WHERE case_id = $1 AND kind = 'reconsideration.drafted.v1'",
        *(own, json.dumps(str(PAPER))),
    )
    await door.hub.pool.execute(
        "UPDATE hub.file SET labels = labels - 'applicants' WHERE case_id = $1", own
    )
    assert await found(door.hub) == {"views": 1, "sealed": 1, "applicants": 1}
