"""The web's frame: who asks, one act or one read for each request, and what is open to all."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Annotated, Any, ParamSpec, Self, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Path, Request, Response
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase
from pydantic import BaseModel, ConfigDict, Field

from shared import tracing
from shared.auth import Identity, Role, Tokens, may_act, may_answer_along, may_see
from shared.door import PUBLIC, SPAN, Guarded, Watched
from shared.errors import Malformed, Unknown
from shared.law.calendar import BeyondCalendar
from shared.law.casefile import CaseFile
from shared.problem import ERRORS, install
from shared.signpost import Signpost
from shared.work import Act, Claim, Hub, Shelf, Work

__all__ = [
    "ERRORS",
    "PUBLIC",
    "CaseId",
    "Desk",
    "DeskDep",
    "FileOut",
    "needs",
    "web_app",
]

V = TypeVar("V", bound=CaseFile)
T = TypeVar("T")
P = ParamSpec("P")


class _ByToken(SecurityBase):
    """Asks nothing, for the door has asked; the description says by it that a token is wanted."""

    scheme_name = "HTTPBearer"
    model = HTTPBearer(description="OIDC 令牌；本机演示用 hub token 签发")


class _Needs(_ByToken):
    """Who asks, who must have one of these roles."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self.roles = roles

    async def __call__(self, request: Request) -> Identity:
        who: Identity = request.state.who
        if self.roles:
            who.require(self.roles)
        return who


def needs(*roles: Role) -> Any:  # noqa: ANN401 - what FastAPI takes in an annotation
    """A dependency: who asks, who must have one of these roles; any role when none is named."""
    return Depends(_Needs(roles))


class Desk:
    """What a request works at: it runs acts and reads files for whoever asks."""

    def __init__(self, request: Request, response: Response) -> None:
        self.who: Identity = request.state.who
        self.hub: Hub = request.app.state.hub
        self.request = request
        self._response = response
        self._let_in = may_act
        self._goes_by: tuple[UUID, ...] = ()

    @property
    def from_beside(self) -> "Desk":
        """The same for an act that whoever only reads the file does, too."""
        self._let_in = may_see
        return self

    @property
    def from_asked(self) -> "Desk":
        """The same for the answer of whoever is asked whether it applies, too (ARL 14, 22)."""
        self._let_in = may_answer_along
        return self

    def going_by(self, *files: UUID) -> "Desk":
        """The same for an act that goes by what these files say, whoever may read them."""
        self._goes_by = files
        return self

    async def act(
        self,
        files: Sequence[UUID],
        command: Callable[..., V],
        *args: object,
        **more: object,
    ) -> V:
        """Run `command(work, *args, **more)` on these files, and say the new page as ETag.

        Raises:
            Refused: The law does not allow it.
            Unknown: There is no such file, or none that this reader may see.
            Stale: If-Match names another page.
        """
        return await self.run(files, partial(_call, command, args, more))

    async def act_on(
        self, command: Callable[..., V], case_id: UUID, body: BaseModel, who: Identity
    ) -> V:
        """Run `command` on one file, with the fields of the body under their own names."""
        said = {name: getattr(body, name) for name in type(body).model_fields}
        return await self.act([case_id], command, case_id, **said, by=who.code)

    async def run(
        self,
        files: Sequence[UUID],
        do: Callable[[Work], V],
        *,
        claims: Iterable[Claim] = (),
        numbers: int = 0,
    ) -> V:
        """The same for an act that claims keys or takes numbers."""
        act = Act(
            do=do,
            files=(*files, *self._goes_by),
            goes_by=self._goes_by,
            name=_name_of(self.request),
            claims=tuple(claims),
            numbers=numbers,
            viewer=partial(self._let_in, self.who),
            if_match=self._if_match(files),
            trace=trace_of(self.request),
        )
        value: V = await self.hub.act(act)
        self._response.headers["ETag"] = f'"{value.version}"'
        self._response.headers["Hub-Page"] = f"{value.case_id}/{value.version}"
        return value

    async def read(self, shelf: Shelf[V], case_id: UUID) -> V:
        """A file of this office as it stands.

        Raises:
            Unknown: There is no such file, or none that this reader may see.
        """
        value, labels = await self.hub.read(shelf, case_id)
        if not may_see(self.who, value.dispute_id, {**labels, "office": shelf.office}):
            raise Unknown("没有这份案卷")
        self._response.headers["ETag"] = f'"{value.version}"'
        return value

    def _if_match(self, files: Sequence[UUID]) -> tuple[UUID, int] | None:
        said = self.request.headers.get("If-Match", "").strip()
        if not said or said == "*" or not files:
            return None
        number = said.removeprefix("W/").strip('"')
        if not number.isdecimal():
            raise Malformed('If-Match 须为案卷页码，例如 "5"', "If-Match")
        return files[0], int(number)


class _AtDesk(_ByToken):
    # A coroutine: FastAPI would make a plain class in another thread, and wait for it.
    async def __call__(self, request: Request, response: Response) -> Desk:
        return Desk(request, response)


DeskDep = Annotated[Desk, Depends(_AtDesk())]
"""The desk of a request."""


def _call(command: Callable[..., V], args: tuple[Any, ...], more: dict[str, Any], work: Work) -> V:
    try:
        return command(work, *args, **more)
    except (BeyondCalendar, OverflowError):
        raise Malformed("日期或者期间过远，不能计算") from None


def _name_of(request: Request) -> str:
    """Office and act of a route, as `services.intake.routes.withdraw` is `intake.withdraw`."""
    door = request.scope["endpoint"]
    return f"{door.__module__.split('.')[1]}.{door.__name__}"


def trace_of(request: Request) -> str:
    """The trace that this request belongs to, or a new one (W3C traceparent)."""
    span = request.scope.get(SPAN)
    said = tracing.known(request.headers.get("traceparent"))
    return tracing.traceparent(span, said) or (
        f"00-{secrets.token_hex(16)}-{secrets.token_hex(8)}-01"
    )


CaseId = Annotated[UUID, Path(title="案卷编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])]
"""The file that a path names."""


class FileOut(BaseModel):
    """A case file 案卷 as every office answers it."""

    model_config = ConfigDict(use_attribute_docstrings=True, from_attributes=True)

    case_id: UUID = Field(title="案卷编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    dispute_id: UUID = Field(title="纠纷标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    state: str = Field(title="状态", examples=["accepted"])
    version: int = Field(title="页码", description="最后一页的页码，即 ETag", examples=[3])

    @classmethod
    def of(cls, value: CaseFile) -> Self:
        """The answer for a file."""
        return cls.model_validate(value)


def web_app(
    *,
    title: str,
    routers: Iterable[APIRouter],
    hub: Hub | None = None,
    tokens: Tokens | None = None,
) -> FastAPI:
    """An application with these routers; every route but the public ones asks who it is."""
    app = FastAPI(
        title=title,
        version="1",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        # Its own would tell what a citizen wrote: bodies, and the words of exceptions.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.hub = hub
    app.state.tokens = tokens
    app.add_middleware(Guarded)
    app.add_middleware(Watched)  # the last one added stands outermost
    install(app)
    for router in routers:
        app.router.routes.extend(router.routes)  # flat: an included router matches twice
    app.router.middleware_stack = Signpost(app.router)
    return app
