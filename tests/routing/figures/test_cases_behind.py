"""数字背后的案卷: kept and open files in one order of days, however many pages it is read in."""

from services.routing.figures import measures as m
from services.routing.figures.fold import Question
from services.routing.figures.keeping import rebuild
from services.routing.figures.reading import Place, cases
from shared.contracts.routing import WhistleClosed, WhistleEnd
from shared.db import Pool
from tests.routing.figures.files import LEAD, Book, moment, together
from tests.routing.figures.test_doors import put
from tests.routing.figures.test_kept import number

CLOSED = ("02 a", "02 b", "04 a", "05 a", "05 c", "07 a")
"""Of which day of November, and which of that day."""
OPEN = ("02 c", "03 a", "05 b", "06 a", "08 a")

NOVEMBER = Question(
    as_of=moment("2026-12-01T09:00"),
    start=moment("2026-11-02T00:00").date(),
    until=moment("2026-11-30T00:00").date(),
)


def whistle(name: str) -> Book:
    book = Book(name).blow(f"2026-11-{name[:2]}T09:00").call(LEAD)
    if name in CLOSED:
        book.put(WhistleClosed, f"2026-11-{name[:2]}T11:00", end=WhistleEnd.SOLVED)
    return book


async def walked(db: Pool, *, newest: bool, limit: int) -> list[str]:
    """All pages of so many files; each of them counts once."""
    named = {whistle(name).case_id: name for name in (*CLOSED, *OPEN)}
    found: list[str] = []
    after: Place | None = None
    while True:
        files = await cases(db, NOVEMBER, m.WHISTLES, after=after, limit=limit, newest=newest)
        found += [named[file.case_id] for file in files[:limit]]
        assert {file.times for file in files} == {1}
        if len(files) <= limit:
            return found
        after = files[limit - 1].place


async def test_open_files_stand_between_the_kept_ones_by_day_on_every_page(db: Pool) -> None:
    """已结的与未结的按首页之日排在一起，同日的也不漏，正序倒序、每页几件都一样 (RULES 61)."""
    await put(db, together(map(whistle, sorted((*CLOSED, *OPEN)))))
    await number(db)
    assert await rebuild(db) == 6
    order = ["02 a", "02 b", "02 c", "03 a", "04 a", "05 a", "05 b", "05 c", "06 a", "07 a", "08 a"]
    for limit in (1, 2, 3, 20):
        assert await walked(db, newest=False, limit=limit) == order
        assert await walked(db, newest=True, limit=limit) == order[::-1]
