"""Reading the kept lines of closed files: counts and own times are added up by the database.

A file's lines hold at any moment from its last page on; at moments before, and while the lines
were made by another edition of the counting, its pages are read instead.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from services.routing.figures.edition import EDITION
from services.routing.figures.fold import Board, Question
from services.routing.figures.lines import TIMED
from services.routing.figures.measures import By
from services.routing.store import ON_ROAD
from shared.db import Conn

CURRENT: Final = "SELECT EXISTS (SELECT FROM routing.tallied WHERE edition = $1)"

HELD: Final = "t.opened_on BETWEEN $1 AND $2 AND t.known_at <= $3"

_COUNTED: Final = """
SELECT {group}, t.measures, count(*), count(*) FILTER (WHERE t.line = 0)
FROM routing.tally t WHERE {fits} GROUP BY 1, 2
"""

_SPENT: Final = f"""
SELECT {{group}}, t.level, {", ".join(f"string_agg(nullif(t.{duty}, ''), ' ')" for duty in TIMED)}
FROM routing.tally t WHERE {{fits}} AND ({" OR ".join(f"t.{duty} <> ''" for duty in TIMED)})
GROUP BY 1, 2
"""  # noqa: S608 - our own words
"""Apart from the counts: groups of both together are so many that they would be sorted."""

_FILES: Final = "SELECT count(DISTINCT t.seq) FROM routing.tally t WHERE {fits}"

_WHERES: Final = tuple(by.value for by in By if by is not By.MONTH)


class Asked(NamedTuple):
    """What is asked of the kept lines, in the database's words."""

    fits: str
    said: tuple[Any, ...]


async def is_current(conn: Conn) -> bool:
    """Whether lines are kept that were made as the running code counts."""
    found: bool = await conn.fetchval(CURRENT, EDITION)
    return found


async def add_kept(conn: Conn, board: Board, *, times: bool = True) -> None:
    """Add to a board what the closed files give that are kept; own times only where asked for."""
    question, asked = board.question, asked_of(board.question)
    said = {"fits": asked.fits, "group": f"t.{question.by}" if question.by else "''"}
    for group, measures, n, files in await conn.fetch(_COUNTED.format(**said), *asked.said):
        board.add(_groups(question, group), measures.split(), n)
        board.files += 0 if question.narrowed else files
    spent = await conn.fetch(_SPENT.format(**said), *asked.said) if times else ()
    for group, level, *own in spent:
        for duty, minutes in zip(TIMED, own, strict=True):
            many = map(int, (minutes or "").split())
            board.add_times(_groups(question, group), (duty, level), many)
    if question.narrowed:  # of a file, another line than the first may be what counts
        board.files += await conn.fetchval(_FILES.format(**said), *asked.said)


async def kept_cases(
    conn: Conn,
    question: Question,
    measures: frozenset[str],
    after: tuple[date, int],
    limit: int,
    *,
    newest: bool = False,
) -> dict[int, int]:
    """The first pages of kept files of which something is counted as one of these, by day.

    Each with how many times it is counted; `newest` looks back from `after`.
    """
    asked = asked_of(question)
    n = len(asked.said)
    sign, order = ("<", "DESC") if newest else (">", "ASC")
    words = "string_to_array(t.measures, ' ')"
    rows = await conn.fetch(
        f"""
        SELECT t.opened_on, t.seq, sum(
          (SELECT count(*) FROM unnest({words}) w WHERE w = ANY(${n + 1}::text[]))
        ) AS times
        FROM routing.tally t
        WHERE {asked.fits} AND {words} && ${n + 1}::text[]
          AND (t.opened_on, t.seq) {sign} (${n + 2}::date, ${n + 3}::bigint)
        GROUP BY 1, 2 ORDER BY 1 {order}, 2 {order} LIMIT ${n + 4}
        """,  # noqa: S608 - our own words
        *asked.said,
        list(measures),
        *after,
        limit,
    )
    return {row["seq"]: int(row["times"]) for row in rows}


def asked_of(question: Question) -> Asked:
    """The lines that count for a question; a file as a whole does for each department called."""
    said: list[Any] = [*question.days, question.as_of]
    fits = [HELD, "t.measures <> ''"]
    for name in _WHERES:
        if value := getattr(question, name):
            said.append(value)
            called = f"${len(said)} = ANY(string_to_array(t.{name}, ' '))"
            fits.append(called if name == By.DEPARTMENT else f"t.{name} = ${len(said)}")
    if question.road:
        said.append(question.road)
        fits.append(f"t.{ON_ROAD.format(f'${len(said)}')}")
    return Asked(" AND ".join(fits), tuple(said))


def _groups(question: Question, group: str) -> Sequence[str]:
    """The groups of a line; a file as a whole is in those of all departments called."""
    if question.by is not By.DEPARTMENT:
        return [group] if group else []
    return [question.department] if question.department else group.split()
