"""Doors of the stream: all that a reader may follow, and one dispute."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from fastapi.responses import StreamingResponse

from shared.auth import Identity
from shared.disputes import dispute_of, files_of
from shared.sessions import Session
from shared.stream.answer import EventStream
from shared.stream.page import EXAMPLE
from shared.stream.service import Stream
from shared.stream.wants import Filters, Wants
from shared.web import ERRORS, DeskDep, needs

router = APIRouter(tags=["事实流"])

ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "事件流：每个事实一个事件，每十五秒一次心跳；"
        "登录会话结束的，以 ended 事件告知后断开",
        "content": {"text/event-stream": {"schema": {"type": "string"}, "example": EXAMPLE}},
    },
    **{status: ERRORS[status] for status in (401, 404, 422, 503)},
}


class Follower:
    """Where a reader comes in: the stream of this process, its session and its last position."""

    def __init__(self, stream: Stream, since: int | None, session: Session | None) -> None:
        self._stream = stream
        self._since = since
        self._session = session

    async def answer(self, wants: Wants) -> EventStream:
        """The stream from where this reader left it."""
        stream, since = self._stream, self._since
        if since is not None and since > stream.broadcast.position:
            since = min(since, await stream.books.last())  # another process was ahead of us
        return EventStream(stream, wants, since, self._session.key if self._session else None)


async def _follower(
    request: Request,
    after: Annotated[
        int | None, Query(ge=0, title="流位", description="同 Last-Event-ID", examples=[42])
    ] = None,
    last_event_id: Annotated[
        int | None,
        Header(alias="Last-Event-ID", ge=0, title="流位", description="已收到的最后一个事件"),
    ] = None,
) -> Follower:
    # A coroutine: FastAPI would make the class itself in another thread, and wait for it.
    since = after if last_event_id is None else last_event_id
    session = getattr(request.state, "session", None)
    return Follower(request.app.state.stream, since, session)


FollowerDep = Annotated[Follower, Depends(_follower)]


@router.get("/stream", response_class=StreamingResponse, responses=ANSWERS)
async def follow_all(
    who: Annotated[Identity, needs()],
    asked: Annotated[Filters, Query()],
    follower: FollowerDep,
) -> EventStream:
    """事实流: every fact that the reader may see, live and in order (PLAN 33)."""
    return await follower.answer(Wants.of(who, asked))


@router.get("/disputes/{number}/stream", response_class=StreamingResponse, responses=ANSWERS)
async def follow_dispute(
    number: Annotated[str, Path(title="纠纷编号", description="编号或者标识")],
    who: Annotated[Identity, needs()],
    asked: Annotated[Filters, Query()],
    desk: DeskDep,
    follower: FollowerDep,
) -> EventStream:
    """一件纠纷的事实流: what happens to one dispute, to whoever may see it (PLAN 33)."""
    async with desk.hub.pool.acquire() as conn:
        dispute_id = await dispute_of(conn, number)
        await files_of(conn, who, dispute_id)
    return await follower.answer(Wants.of(who, asked, dispute_id))
