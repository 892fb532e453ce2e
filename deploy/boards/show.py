"""Pages of the boards: the catalogue, each board, the cases behind a number, and their exports."""

from collections.abc import AsyncIterator, Iterator
from typing import Annotated, Any, Final, Literal
from urllib.parse import quote

from fastapi import Path, Query
from starlette.responses import Response, StreamingResponse

from deploy.boards.asked import Apart, Asked, Scope, scope_of
from deploy.boards.behind import every, kind_of, listing
from deploy.boards.catalogue import BOARDS, Listed, made
from deploy.boards.counting import APART
from deploy.boards.export import (
    MARK,
    Book,
    Value,
    Words,
    board_book,
    board_csv,
    explain,
    flat,
    line,
    notes,
)
from deploy.boards.lists import Behind, Item
from deploy.boards.sheet import Reckoned
from services.routing.figures.measures import BY_TERMS
from shared.auth import Identity, Role
from shared.casepage.track import ROADS
from shared.errors import Unknown
from shared.frame import PageDep, page_router
from shared.frame.page import HEADERS
from shared.frame.words import moment
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs(Role.SUPERVISOR, Role.ADMINISTRATOR)]
Name = Annotated[str, Path(max_length=40)]
Form = Annotated[Literal["xlsx", "csv"], Query(alias="as")]

AT_ONCE: Final = 50
"""Rows of a list on a page."""

MOST: Final = 20_000
"""Rows of a list in a file; what is left out is told in it."""

CASES: Final = "/desk/boards/cases"

_TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@router.get("/desk/boards")
async def boards(page: PageDep, who: Reader, asked: Annotated[Asked, Query()]) -> Response:
    """看板目录."""
    scope = await scope_of(page, who, asked)
    return page.show(
        "boards/index.html", title="看板", boards=BOARDS.values(), scope=scope, **_filters(scope)
    )


@router.get("/desk/boards/cases")
async def cases(page: PageDep, who: Reader, asked: Annotated[Behind, Query()]) -> Response:
    """数字背后的案卷."""
    kind = kind_of(asked)
    scope = (await scope_of(page, who, asked)).on(kind.road)
    title = kind.title(scope, asked)
    found = await listing(scope, asked, AT_ONCE)
    return page.show(
        "boards/cases.html", title=title, kind=kind, found=found, scope=scope, asked=asked,
        words=_words(scope),
    )  # fmt: skip


@router.get("/desk/boards/cases/export")
async def export_cases(
    page: PageDep, who: Reader, asked: Annotated[Behind, Query()], form: Form
) -> Response:
    """导出清单."""
    kind = kind_of(asked)
    scope = (await scope_of(page, who, asked)).on(kind.road)
    title = kind.title(scope, asked)
    rows = every(scope, asked, MOST)
    first = await anext(rows)
    words = [("清单", title), ("截至", moment(scope.now)), *_words(scope)]
    head: list[Value] = ["纠纷编号", *kind.head, "计数"]
    send = _list_csv if form == "csv" else _list_book
    return _file(send(first, rows, head, words), f"{title}.{form}", form)


@router.get("/desk/boards/{name}")
async def board(
    page: PageDep, name: Name, who: Reader, asked: Annotated[Apart, Query()]
) -> Response:
    """一个看板: its tables, charts, and how each number is reckoned."""
    listed = _listed(name)
    scope = await scope_of(page, who, asked)
    return page.show(
        "boards/board.html",
        title=listed.title,
        listed=listed,
        board=await made(listed, scope, asked),
        boards=BOARDS.values(),
        scope=scope.on(listed.road),
        asked=scope,
        by=asked.by,
        sort=asked.sort,
        apart=[(str(one), BY_TERMS[one]) for one in APART] if name == "rates" else [],
        cases=CASES,
        **_filters(scope),
    )


@router.get("/desk/boards/{name}/export")
async def export_board(
    page: PageDep, name: Name, who: Reader, asked: Annotated[Apart, Query()], form: Form
) -> Response:
    """导出看板."""
    listed = _listed(name)
    scope = await scope_of(page, who, asked)
    found = await made(listed, scope, asked, whole=True)
    said = scope.on(listed.road).words(with_road=bool(listed.road))
    if form == "csv":
        return _file(board_csv(found, listed.title, said), f"{listed.title}.csv", form)
    return _file(board_book(found, listed.title, said).sent(), f"{listed.title}.xlsx", form)


def _listed(name: str) -> Listed:
    if name not in BOARDS:
        raise Unknown("没有这个看板")
    return BOARDS[name]


def _words(scope: Scope) -> Words:
    return scope.words(with_road=bool(scope.road))


def _filters(scope: Scope) -> dict[str, Any]:
    """What may be chosen; a county sees itself alone."""
    counties = [(place.code, place.name) for place in scope.directory.counties()]
    if not (Role.ADMINISTRATOR in scope.who.roles or scope.who.is_city):
        counties = [one for one in counties if one[0] == scope.county]
    else:
        counties = [("", "全市"), *counties]
    return {
        "counties": counties,
        "roads": [("", "全部途径"), *((str(code), says) for code, says in ROADS.items())],
    }


def _file(content: Iterator[str] | AsyncIterator[str | bytes], name: str, form: str) -> Response:
    headers = {**HEADERS, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return StreamingResponse(content, headers=headers, media_type=_TYPES[form])


def _values(item: Item) -> list[Value]:
    return [item.number, *(value for cell in item.cells for value in flat(cell)), item.times]


async def _list_csv(
    first: list[Item], rest: AsyncIterator[list[Item]], head: list[Value], words: Words
) -> AsyncIterator[str]:
    yield MARK + line(head)
    async for items, more in _capped(first, rest):
        yield "".join(line(_values(item)) for item in items)
        if more:
            yield line([more])
    yield line([]) + "".join(line(values) for values in notes(words, [_COUNTED]))


async def _list_book(
    first: list[Item], rest: AsyncIterator[list[Item]], head: list[Value], words: Words
) -> AsyncIterator[bytes]:
    book = Book()
    book.sheet("案卷")
    book.widths(26, *[18] * 9)
    book.row(head, bold=True)
    async for items, more in _capped(first, rest):
        for item in items:
            book.row(_values(item))
        if more:
            book.row([more])
    explain(book, words, [_COUNTED])
    async for piece in book.sent():
        yield piece


async def _capped(
    first: list[Item], rest: AsyncIterator[list[Item]]
) -> AsyncIterator[tuple[list[Item], str]]:
    """Stretches until the cap, and what is said where more was left out."""
    items, n = first, 0
    while True:
        left = MOST - n
        over = len(items) > left
        yield items[:left], f"只列出前{MOST}条，其余请缩小条件再导出" if over else ""
        n += len(items)
        try:
            items = await anext(rest)
        except StopAsyncIteration:
            return


_COUNTED: Final = Reckoned("计数", "各行计数之和即为打开这份清单的数字", "案卷")
