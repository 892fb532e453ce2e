"""Doors of parked messages 滞留件, for administrators."""

from datetime import datetime
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from shared.auth import Identity, Role
from shared.parking.books import Item, Parked
from shared.parking.service import PAGE, Parking, Use, refusal
from shared.web import ERRORS, needs
from shared.work import Hub

LONGEST_PAGE: Final = 500
LONGEST_BODY: Final = 64 * 1024

_EXAMPLE_BODY: Final = '{"kind": "intake.registered.v1", "head": {"version": 1}}'


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ItemOut(_Out):
    """A parked message in a list."""

    parked_id: int = Field(title="序号", examples=[17])
    consumer: str = Field(title="收件方", examples=["hub.routing.office"])
    kind: str = Field(title="事实种类", examples=["intake.registered.v1"])
    case_id: UUID | None = Field(title="案卷", description="消息头没有写明的为空", examples=[None])
    version: int | None = Field(title="页码", examples=[1])
    state: str = Field(
        title="状态", description="parked、waiting、replayed、discarded", examples=["parked"]
    )
    reason: str = Field(title="原因", examples=["办理失败: RuntimeError"])
    at: datetime = Field(title="滞留时间", examples=["2026-11-23T09:00:00+08:00"])
    age_seconds: float = Field(title="已滞留秒数", examples=[3600.0])
    behind: int = Field(title="其后等待的页数", examples=[2])

    @classmethod
    def of(cls, found: Item, now: datetime) -> Self:
        """The answer for a message."""
        age = (now - found.at).total_seconds()
        names = cls.model_fields.keys() - {"age_seconds", "acts"}
        return cls(**{name: getattr(found, name) for name in names}, age_seconds=age)


class ParkedOut(ItemOut):
    """A parked message whole."""

    topic: str = Field(title="主题", examples=["hub.intake"])
    part: int = Field(title="分区", examples=[3])
    offset: int = Field(title="位移", examples=[42])
    headers: dict[str, str] = Field(title="消息头", examples=[{"ce_type": "intake.registered.v1"}])
    body: str = Field(
        title="原文", description="不是 UTF-8 的字节写作转义", examples=[_EXAMPLE_BODY]
    )
    mended: str | None = Field(title="更正后的正文", examples=[None])
    before: int = Field(title="前面的页数", description="同一案卷前面还滞留的", examples=[0])
    acts: list[Use] = Field(
        default=[],
        title="可办的事",
        description="此时可以办的：更正、重办、作废",
        examples=[["mending", "replay", "discard"]],
    )

    @classmethod
    def whole(cls, found: Parked, now: datetime) -> Self:
        """The answer for a message whole, and what may be done with it."""
        acts = [use for use in Use if refusal(found, use) is None]
        return cls.of(found, now).model_copy(update={"acts": acts})


class ListOut(_Out):
    """A page of the list."""

    parked: list[ItemOut] = Field(title="滞留件", description="每条通道的第一件", examples=[[]])
    next: int | None = Field(
        title="下一页", description="作为 after；没有更多时为空", examples=[17]
    )
    consumers: tuple[str, ...] = Field(title="全部收件方", examples=[["hub.routing.office"]])


class DrainedOut(_Out):
    """What came of a replay or a discard."""

    handled: int = Field(title="已办页数", examples=[3])
    left: int = Field(title="仍滞留页数", examples=[0])
    reason: str = Field(title="原因", description="仍滞留的第一件为何未能办理", examples=[""])


class MendingIn(BaseModel):
    """A body that can be read."""

    body: str = Field(
        title="更正后的正文",
        description="事实的 JSON",
        max_length=LONGEST_BODY,
        examples=[_EXAMPLE_BODY],
    )


Administrator = Annotated[Identity, needs(Role.ADMINISTRATOR)]
Sort = Annotated[
    Literal["", "at", "-at"],
    Query(title="次序", description="at 先滞留的在前，-at 后滞留的在前；不写的同 at"),
]
ParkedId = Annotated[int, Path(title="序号", ge=1, examples=[17])]


class _Desk:
    """Where a request uses parked messages: `app.state.parking`, and the time."""

    def __init__(self, request: Request) -> None:
        self.parking: Parking = request.app.state.parking
        self._hub: Hub = request.app.state.hub

    @property
    def now(self) -> datetime:
        """The present moment, as messages were parked by it."""
        return self._hub.clock.now()


async def _at_desk(request: Request) -> _Desk:
    # A coroutine: FastAPI would make the class itself in another thread, and wait for it.
    return _Desk(request)


_DeskDep = Annotated[_Desk, Depends(_at_desk)]

router = APIRouter(prefix="/parked", tags=["滞留件"], responses=ERRORS)


@router.get("", summary="滞留件列表")
async def list_parked(
    _: Administrator,
    desk: _DeskDep,
    consumer: Annotated[str | None, Query(title="收件方", examples=["hub.routing.office"])] = None,
    after: Annotated[int, Query(ge=0, title="上一页的 next", examples=[0])] = 0,
    limit: Annotated[int, Query(ge=1, le=LONGEST_PAGE, title="每页件数", examples=[PAGE])] = PAGE,
    sort: Sort = "",
) -> ListOut:
    """滞留件列表: the first parked message of each lane, oldest or newest first (RULES 40)."""
    newest_first = sort == "-at"
    found = await desk.parking.list(
        consumer or None, after=after, limit=limit + 1, newest_first=newest_first
    )
    shown = found[:limit]
    return ListOut(
        parked=[ItemOut.of(one, desk.now) for one in shown],
        next=shown[-1].parked_id if len(found) > limit else None,
        consumers=desk.parking.consumers,
    )


@router.get("/{parked_id}", summary="滞留件")
async def show_parked(parked_id: ParkedId, _: Administrator, desk: _DeskDep) -> ParkedOut:
    """滞留件: a parked message whole, settled or not (RULES 40)."""
    return ParkedOut.whole(await desk.parking.show(parked_id), desk.now)


@router.post("/{parked_id}/mending", status_code=201, summary="更正滞留件")
async def mend_parked(
    parked_id: ParkedId, body: MendingIn, who: Administrator, desk: _DeskDep
) -> ParkedOut:
    """更正滞留件: give a message a body that can be read; replay it afterwards (RULES 40)."""
    mended = await desk.parking.mend(parked_id, body.body, by=who.code)
    return ParkedOut.whole(mended, desk.now)


@router.post("/{parked_id}/replay", status_code=201, summary="重办滞留件")
async def replay_parked(parked_id: ParkedId, who: Administrator, desk: _DeskDep) -> DrainedOut:
    """重办滞留件: hand it to its office again, and its lane in page order (RULES 40)."""
    return DrainedOut.model_validate(await desk.parking.replay(parked_id, by=who.code))


@router.post("/{parked_id}/discard", status_code=201, summary="作废滞留件")
async def discard_parked(parked_id: ParkedId, who: Administrator, desk: _DeskDep) -> DrainedOut:
    """作废滞留件: never handle it, and let its lane go on (RULES 40)."""
    return DrainedOut.model_validate(await desk.parking.discard(parked_id, by=who.code))
