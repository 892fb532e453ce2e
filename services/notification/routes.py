"""The doors of notices: what was told to this desk, that it was read, and what goes out."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query

from services.notification import commands, queries
from services.notification.queries import Asked
from services.notification.schemas import (
    AttemptOut,
    AttemptsIn,
    NoticeOut,
    NoticesIn,
    NoticesOut,
    ReadingsIn,
    ReadingsOut,
    ResendingsIn,
    ResendingsOut,
    SendingOut,
    SendingsIn,
    SendingsOut,
    UnsentOut,
)
from services.notification.sending.again import send_again
from services.notification.sending.figures import unsent
from services.notification.sending.queue import KNOWN
from services.notification.sending.sender import open_addresses
from services.notification.store import OFFICERS
from shared.auth import Identity, Role
from shared.settings import settings
from shared.web import ERRORS, DeskDep, needs

router = APIRouter(tags=["通知"], responses=ERRORS)

Officer = Annotated[Identity, needs(*OFFICERS)]
Administrator = Annotated[Identity, needs(Role.ADMINISTRATOR)]
Id = Annotated[UUID, Path(title="通知标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])]


@router.get("/notices")
async def read_notices(
    asked: Annotated[NoticesIn, Query()], who: Officer, desk: DeskDep
) -> NoticesOut:
    """查看本岗位的通知，未读的在前 (RULES 75)."""
    rows, following = await queries.list_notices(desk.hub.pool, who, Asked(**asked.model_dump()))
    unread = await queries.unread_of(desk.hub.pool, who)
    items = tuple(NoticeOut.of(row) for row in rows)
    return NoticesOut(items=items, unread=unread, next=following)


@router.post("/notices/{notice_id}/reading", status_code=201)
async def read_notice(notice_id: Id, who: Officer, desk: DeskDep) -> NoticeOut:
    """阅知一条通知，记录何人何时 (RULES 75)."""
    now = await desk.hub.now()
    return NoticeOut.of(await commands.read_one(desk.hub.pool, who, notice_id, now))


@router.post("/notices/readings", status_code=201)
async def read_several(body: ReadingsIn, who: Officer, desk: DeskDep) -> ReadingsOut:
    """阅知多条通知 (RULES 75)."""
    pool = desk.hub.pool
    read = await commands.read_many(pool, who, body.notices, await desk.hub.now())
    return ReadingsOut(read=read, unread=await queries.unread_of(pool, who))


@router.get("/notices/sendings")
async def read_sendings(
    asked: Annotated[SendingsIn, Query()], who: Administrator, desk: DeskDep
) -> SendingsOut:
    """查看外发队列和未发出的 (RULES 75)."""
    del who
    pool, now = desk.hub.pool, await desk.hub.now()
    rows, following = await queries.list_sendings(
        pool,
        asked.state,
        asked.channel,
        sort=asked.sort,
        cursor=asked.cursor,
        limit=asked.limit,
        known_since=now - KNOWN,
    )
    return SendingsOut(
        items=tuple(SendingOut.of(row) for row in rows),
        unsent=tuple(UnsentOut(**row) for row in await unsent(pool, now)),
        next=following,
    )


@router.post("/notices/sendings/resendings", status_code=201)
async def resend(body: ResendingsIn, who: Administrator, desk: DeskDep) -> ResendingsOut:
    """重新发送确知未发出的通知，记录何人何时；已发出、不明、网关可能收下过的不再发 (RULES 75)."""
    book, now = open_addresses(settings(), desk.hub), await desk.hub.now()
    pool, chosen = desk.hub.pool, body.sendings
    done = await send_again(pool, book, chosen, body.channel, by=who.code, now=now)
    return ResendingsOut.model_validate(done)


@router.get("/notices/sendings/{sending_id}")
async def read_attempts(
    sending_id: Id, asked: Annotated[AttemptsIn, Query()], who: Administrator, desk: DeskDep
) -> list[AttemptOut]:
    """查看一次外发的每次发送 (RULES 75)."""
    del who
    rows = await queries.attempts_of(desk.hub.pool, sending_id, **asked.model_dump())
    return [AttemptOut(**row) for row in rows]
