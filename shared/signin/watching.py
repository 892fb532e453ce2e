"""会话与登录记录: who is signed in now, and who signed in when; sessions may be ended."""

from typing import Annotated, Final, Literal

from fastapi import Path, Query
from starlette.responses import Response

from shared.db import HIGHEST
from shared.errors import Unknown
from shared.frame import PageDep, page_router
from shared.frame.sorting import Order
from shared.sessions import log
from shared.sessions.log import Event
from shared.sessions.session import PAGE
from shared.signin.accounts import Administrator, Number, Words
from shared.signin.service import sign_in_of

router = page_router()

Sort = Literal[
    "", "title", "-title", "code", "-code", "begun", "-begun", "seen", "-seen", "until", "-until"
]

LINES: Final = 50
Key = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


@router.get("/desk/sessions")
async def sessions(
    page: PageDep,
    _: Administrator,
    q: Words = "",
    sort: Sort = "",
    number: Annotated[Number, Query(alias="page")] = 1,
) -> Response:
    """正在登录的会话."""
    order = Order.of(sort, "-begun")
    found = await sign_in_of(page.request).sessions.live(
        q.strip(), by=order.by, down=order.down, page=number
    )
    return page.show(
        "signin/sessions.html",
        title="会话",
        sessions=found[:PAGE],
        sort=str(order),
        more=page.with_query(page=number + 1) if len(found) > PAGE else "",
    )


@router.post("/desk/sessions/{key}/end")
async def end_session(page: PageDep, key: Key, who: Administrator) -> Response:
    """结束一个会话.

    Raises:
        Unknown: It has ended already.
    """
    await page.form()
    keeper = sign_in_of(page.request).sessions
    found = await keeper.of_key(bytes.fromhex(key))
    if found is None:
        raise Unknown("这个会话已经结束")
    await keeper.end(found, by=who.code)
    return page.go("/desk/sessions", told=f"{found.title}的会话已经结束")


@router.post("/desk/sessions/end-all")
async def end_all(page: PageDep, who: Administrator) -> Response:
    """结束一人的全部会话."""
    code = (await page.form()).get("code")
    count = await sign_in_of(page.request).sessions.end_all(code, by=who.code)
    told = f"已结束 {code} 的 {count} 个会话" if count else f"{code} 没有正在使用的会话"
    return page.go(page.came_from, told=told)


@router.get("/desk/sign-ins")
async def sign_ins(
    page: PageDep,
    _: Administrator,
    q: Words = "",
    event: Words = "",
    sort: Literal["", "at", "-at"] = "",
    cursor: Annotated[int, Query(ge=0, le=HIGHEST)] = 0,
) -> Response:
    """登录与变更记录: newest first unless the address says otherwise."""
    known = {str(one): one.term for one in Event}
    order = Order.of(sort, "-at")
    lines = await log.read(
        page.hub.pool,
        code=q.strip(),
        event=event if event in known else "",
        cursor=cursor,
        limit=LINES + 1,
        oldest_first=not order.down,
    )
    return page.show(
        "signin/log.html",
        title="登录与变更记录",
        lines=lines[:LINES],
        sort=str(order),
        events=[("", "全部事项"), *known.items()],
        more=page.with_query(cursor=lines[LINES - 1].entry_id) if len(lines) > LINES else "",
    )
