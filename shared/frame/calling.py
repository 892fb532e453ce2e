"""Asking one of the hub's own doors from within: the same route, rule and refusal, no wire."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.types import Message, Scope

from shared.frame.naming import told_by_name
from shared.problem.model import MEDIA_TYPE, FieldFault, Problem
from shared.work import Hub

_OF_THE_PAGE: Final = frozenset({"route", "endpoint", "path_params", "router"})
"""What a router wrote into the scope of the page; the door's own router writes it anew."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door answered."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return self.status < HTTPStatus.BAD_REQUEST

    @property
    def problem(self) -> Problem | None:
        """Why it was not done; None where it was."""
        return None if self.ok else Problem.model_validate(self.body)

    @property
    def faults(self) -> "Problem | tuple[()]":
        """What `ui.faults` shows above a form."""
        return self.problem or ()

    @property
    def fields(self) -> tuple[FieldFault, ...]:
        """What is wrong with which field."""
        return self.problem.fields if self.problem else ()


async def call(
    request: Request,
    method: str,
    path: str,
    body: object = None,
    *,
    query: Mapping[str, object] | None = None,
    if_match: int | str | None = None,
    key: str = "",
) -> Answer:
    """Ask a door as whoever asked for the page; nothing of the page's own body is read.

    Whom a refusal speaks of is called by name.
    """
    content = b"" if body is None else json.dumps(body, default=str).encode()
    scope = _scope(request, method, path, query or {}, _headers(request, if_match, key))
    said = False
    begun: dict[str, Any] = {}
    parts: list[bytes] = []

    async def receive() -> Message:
        nonlocal said
        if said:
            return {"type": "http.disconnect"}
        said = True
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            begun.update(message)
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    await request.app.router(scope, receive, send)
    headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in begun["headers"]}
    answer = Answer(begun["status"], _read(b"".join(parts), headers), headers)
    if (no := answer.problem) is None:
        return answer
    hub: Hub = request.app.state.hub
    told = await told_by_name(no, hub.pool, hub.directory)
    return replace(answer, body=told.model_dump(mode="json"))


def _headers(request: Request, if_match: int | str | None, key: str) -> dict[str, str]:
    headers = {"content-type": "application/json", "accept": "application/json"}
    if if_match not in (None, ""):
        headers["if-match"] = f'"{if_match}"'
    if key:
        headers["idempotency-key"] = key
    if trace := request.headers.get("traceparent"):
        headers["traceparent"] = trace
    return headers


def _scope(
    request: Request,
    method: str,
    path: str,
    query: Mapping[str, object],
    headers: Mapping[str, str],
) -> Scope:
    asked = {name: str(value) for name, value in query.items() if value not in (None, "")}
    kept = {k: v for k, v in request.scope.items() if k not in _OF_THE_PAGE}
    return {
        **kept,
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": urlencode(asked).encode(),
        "headers": [(k.encode(), v.encode("latin-1")) for k, v in headers.items()],
        "state": dict(request.scope.get("state", {})),
    }


def _read(content: bytes, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON
    kind = headers.get("content-type", "")
    if kind.startswith(("application/json", MEDIA_TYPE)):
        return json.loads(content) if content else None
    return content
