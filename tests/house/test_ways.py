"""The way to every door of the hub: each path leads to its own, and what leads nowhere says so."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

import httpx
import pytest
from fastapi import FastAPI
from fastapi.dependencies import utils
from fastapi.routing import APIRoute
from starlette.types import Message, Scope

from deploy.doors import routers
from deploy.web import make_app
from shared.auth import LocalTokens, Role
from shared.clock import CITY, StillClock
from shared.settings import Settings

ROUTES: Final = [
    (min(route.methods or ()), route)
    for router in routers()
    for route in router.routes
    if isinstance(route, APIRoute)
]
TOKENS: Final = LocalTokens(b"x" * 40, StillClock(datetime(2026, 11, 23, 9, tzinfo=CITY)))
OFFICER: Final = f"Bearer {TOKENS.issue('o-1', [Role.RECONSIDERATION])}"
ID: Final = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"

every_route = pytest.mark.parametrize(
    ("method", "route"), ROUTES, ids=[f"{method} {route.path}" for method, route in ROUTES]
)


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """The web part with nothing behind it: no database, no hub."""
    made = make_app(Settings())
    made.state.tokens = TOKENS
    return made


@pytest.fixture
async def officer(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://hub", headers={"Authorization": OFFICER}
    ) as client:
        yield client


def place(path: str) -> str:
    """The path with something in its gaps."""
    return re.sub(r"\{.*?\}", ID, path)


async def nothing() -> Message:
    """The body of a request that has none."""
    return {"type": "http.request", "body": b""}


async def nowhere(_: Message) -> None:
    """Where an answer goes that nobody reads."""


@every_route
async def test_the_path_of_a_route_leads_to_it(method: str, route: APIRoute, app: FastAPI) -> None:
    scope: Scope = {
        "type": "http",
        "method": method,
        "path": place(route.path),
        "query_string": b"",
        "headers": [(b"authorization", OFFICER.encode())],
    }
    with suppress(Exception):  # nothing stands behind the doors
        await app(scope, nothing, nowhere)
    assert scope["endpoint"] is route.endpoint
    assert scope["route"].path == route.path


@pytest.mark.parametrize(
    "path", ["/nothing", f"/mediations/{ID}/nothing", "/mediations/", "/nobody/"]
)
async def test_where_there_is_nothing_a_problem_says_so(
    path: str, officer: httpx.AsyncClient
) -> None:
    answer = await officer.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@every_route
async def test_a_method_that_is_not_taken_is_told_apart_from_nothing(
    method: str, route: APIRoute, officer: httpx.AsyncClient
) -> None:
    del method
    answer = await officer.delete(place(route.path))
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["allow"] in ("GET", "POST")


async def test_an_act_waits_for_no_other_thread(
    officer: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = []

    async def elsewhere(call: Callable[..., Any], **given: object) -> object:
        moved.append(call)
        return call(**given)

    monkeypatch.setattr(utils, "run_in_threadpool", elsewhere)
    asked = {"standing": "applicant", "manner": "telephone", "record": "申请人认为处罚过重"}
    answer = await officer.post(f"/reconsiderations/{ID}/views", json=asked)
    assert answer.status_code == 500  # it went as far as the hub, and there is none
    assert not moved
