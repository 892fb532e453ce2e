"""共同被申请人: of few cases, and the others are counted without looking for them (ARL 19)."""

import json
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from services.reconsideration import queries as reconsideration
from shared.work import Hub
from tests.boards.filling import TODAY, filled, scope

ORGANS = [f"620702-organ{n}" for n in range(5)]

COPIES = """
INSERT INTO reconsideration.ordinary
SELECT (jsonb_populate_record(o, jsonb_build_object(
  'case_id', gen_random_uuid(), 'respondent', said ->> 0, 'joint', said -> 1))).*
FROM reconsideration.ordinary o CROSS JOIN jsonb_array_elements($1::text::jsonb) said
WHERE o.case_id = (
  SELECT case_id FROM reconsideration.ordinary WHERE decided_on IS NOT NULL LIMIT 1)
"""


def said_of(seed: int, n: int) -> list[tuple[str, list[dict[str, str]]]]:
    """The respondent of each case and, of some, others beside it."""
    dice = Random(seed)  # noqa: S311 - no secret
    found = []
    for _ in range(n):
        first, *others = dice.sample(ORGANS, dice.choice([1, 1, 1, 1, 2, 3]))
        found.append((first, [{"organ": one} for one in others]))
    return found


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for one in plan.get("Plans", ()):
        yield from nodes(one)


async def test_each_respondent_has_its_cases_and_only_those_with_others_are_looked_through(
    hub: Hub,
) -> None:
    """按被申请人分列的件数与逐件数出的相等，只有共同被申请人的案件才逐个展开 (ARL 19)."""
    await filled(hub)
    cases = said_of(7, 400)
    await hub.pool.execute(COPIES, json.dumps(cases))
    asked = reconsideration.Asked(start=scope(hub).start, until=TODAY)
    found = (await reconsideration.resulted(hub.pool, asked)).by_respondent
    wanted = Counter(organ for first, others in cases for organ in (first, *map(_code, others)))
    assert {one: found[one]["received"] for one in ORGANS} == wanted
    assert {one: found[one]["decided"] for one in ORGANS} == wanted
    said = await hub.pool.fetchval(
        f"EXPLAIN (ANALYZE, FORMAT JSON) {reconsideration.RESULTED}", *asked.said
    )
    [walk] = [
        one
        for one in nodes(json.loads(said)[0]["Plan"])
        if one.get("Function Name") == "jsonb_array_elements"
    ]
    assert walk["Actual Loops"] == sum(1 for _, others in cases if others)


def _code(one: dict[str, str]) -> str:
    return one["organ"]
