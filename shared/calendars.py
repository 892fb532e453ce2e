"""城市的工作日历: the years that the release knows, and the notices that were loaded since.

Every batch of acts reads in its first statement which notice was loaded last, and a process that
has not got it takes it up there and then; so no deadline is opened on an old calendar once a
notice is in force, and nothing has to be started anew.
"""

from typing import Final

from shared.db import Conn
from shared.errors import Malformed
from shared.law.calendar import Calendar
from shared.law.notice import Notice

NEWEST: Final = """
SELECT DISTINCT ON (year) notice_id, body FROM hub.notice ORDER BY year, notice_id DESC
"""

PUT: Final = "INSERT INTO hub.notice (year, body, loaded_by) VALUES ($1, $2, $3)"

ALONE: Final = "LOCK TABLE hub.notice IN SHARE ROW EXCLUSIVE MODE"
"""Two clerks who load at once go one after the other."""


async def loaded(conn: Conn, printed: Calendar) -> tuple[int, Calendar]:
    """The last notice loaded (its number, 0 if none), and the calendar that knows them all.

    Args:
        conn: The database.
        printed: The calendar of the years that the release knows.
    """
    rows = await conn.fetch(NEWEST)
    calendar = printed
    for row in rows:
        calendar = calendar.with_notice(Notice.parse(row["body"]))
    return max((row["notice_id"] for row in rows), default=0), calendar


async def _holds(conn: Conn, notice: Notice) -> bool:
    rows = await conn.fetch(NEWEST)
    return any(Notice.parse(row["body"]) == notice for row in rows)


async def put(conn: Conn, printed: Calendar, text: str, by: str) -> tuple[Notice, bool]:
    """Load the text of a notice; whether it was not loaded yet.

    A year that a release has brought may be loaded too: what ran before is reckoned anew on it.

    Raises:
        Malformed: It is no notice, contradicts itself, or leaves out a year; told in Chinese.
    """
    try:
        notice = Notice.parse(text)
    except ValueError as error:
        raise Malformed(str(error), "notice") from None
    async with conn.transaction():
        await conn.execute(ALONE)
        _, known = await loaded(conn, printed)
        if await _holds(conn, notice):
            return notice, False
        first, last = known.known_from.year, known.known_until.year
        if not first <= notice.year <= last + 1:
            raise Malformed(
                f"现有{first}年至{last}年的放假安排，不能跳过{last + 1}年载入{notice.year}年的",
                "year",
            )
        try:
            known.with_notice(notice)
        except ValueError as error:
            raise Malformed(str(error), "notice") from None
        await conn.execute(PUT, notice.year, text, by)
    return notice, True
