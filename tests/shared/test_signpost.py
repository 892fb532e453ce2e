"""The signpost: it saves trials, and changes nothing of what is found."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.types import Message, Scope

from shared.signpost import Signpost

PATHS = ("/a", "/a/{x}", "/a/b", "/a/{x}/b", "/a/{x}/{y}", "/c/{x}", "/c/b")


def answering(path: str) -> Callable[[], Awaitable[str]]:
    async def answer() -> str:
        return path

    return answer


def made(*paths: str) -> FastAPI:
    """An application that answers with the template that was found."""
    app = FastAPI(redirect_slashes=False)
    for path in paths:
        app.get(path)(answering(path))
    return app


async def found(app: FastAPI, path: str, method: str = "GET") -> tuple[int, object]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        answer = await client.request(method, path)
        return answer.status_code, answer.json()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/a", "/a/", "/a/b", "/a/b/", "/a/1", "/a/1/b", "/a/1/2", "/a/b/b", "/a/1/2/3"),
        *("/a//b", "//a", "/b", "/c", "/c/1", "/c/b", "/a/{}", "/{}/b", "/openapi.json", "/docs/"),
    ],
)
async def test_what_is_found_is_what_would_be_found_without_it(path: str, method: str) -> None:
    plain, short = made(*PATHS), made(*PATHS)
    short.router.middleware_stack = Signpost(short.router)
    assert await found(short, path, method) == await found(plain, path, method)


async def test_only_routes_that_can_match_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    app = made(*PATHS, *(f"/a/{{x}}/{n}" for n in range(50)))
    app.router.middleware_stack = Signpost(app.router)
    tried = []
    plain = APIRoute.matches

    def matches(self: APIRoute, scope: Scope) -> object:
        tried.append(self.path)
        return plain(self, scope)

    monkeypatch.setattr(APIRoute, "matches", matches)
    assert await found(app, "/a/1/7") == (200, "/a/{x}/{y}")
    assert tried == ["/a/{x}", "/a/{x}/{y}"]


@pytest.mark.parametrize("path", ["/{x}", "/{x}/a", "/a/{x:path}", "/a/b{x}"])
def test_a_path_that_no_word_tells_is_refused_from_the_start(path: str) -> None:
    router = APIRouter()
    router.get(path)(answering(path))
    with pytest.raises(ValueError, match="no signpost"):
        Signpost(router)


async def test_the_start_of_a_process_is_the_whole_routers_also_where_there_is_a_first_page() -> (
    None
):
    """有首页的应用照常启动、停止."""
    begun = []

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        begun.append("up")
        yield
        begun.append("down")

    app = made("/", "/a")
    app.router.lifespan_context = lifespan
    app.router.middleware_stack = Signpost(app.router)
    said = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    told: list[Message] = []

    async def receive() -> Message:
        return next(said)

    async def send(message: Message) -> None:
        told.append(message)

    await app({"type": "lifespan"}, receive, send)
    assert begun == ["up", "down"]
    assert [one["type"] for one in told] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]
