"""法律服务台 over HTTP: one route for each question, open to everyone."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from http import HTTPStatus
from typing import Annotated, Any, Final

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.models import Example
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field, create_model
from starlette.exceptions import HTTPException

from deploy.lawdesk import questions
from deploy.lawdesk.answers import AnswerOut, QuestionOut
from deploy.lawdesk.asking import BadFacts, Fault, answer_to, faults_of, inner
from shared.calendars import loaded
from shared.clock import WallClock
from shared.db import LOST
from shared.directory import load
from shared.door import LAW_DESK
from shared.law.calendar import CALENDAR
from shared.lawdesk import Question, Setting
from shared.problem import ERRORS, TOO_LARGE, FieldFault, Problem, answer
from shared.work import Hub

LONGEST: Final = 64 * 1024
"""Bytes of facts at most: whoever asks is not known, and no example comes near it."""

PATIENCE_SECONDS: Final = 1.0
"""How long the database is waited for."""

_SVG: Final = "image/svg+xml"
_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    404: ERRORS[404],
    413: TOO_LARGE,
    422: ERRORS[422],
}
_FORMS: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "答复；要图的，为第一个期限的图", "content": {_SVG: {}}},
    304: {"description": "答复没有变化"},
    **_ERRORS,
}
_PICTURE: Final = "为 true 的，答复第一个期限的图（SVG）"


class Asked(BaseModel):
    """法律问题 that may be asked."""

    questions: tuple[QuestionOut, ...] = Field(title="问题")


async def setting(request: Request) -> Setting:
    """Today, the calendar and the organs as the hub that is asked has them.

    A question needs no database: while that is away, notices loaded since are not known.
    """
    hub: Hub | None = getattr(request.app.state, "hub", None)
    if hub is None:
        return Setting(WallClock().now().date(), CALENDAR, load())
    shift, calendar = timedelta(), hub.calendar
    with suppress(*LOST):
        async with asyncio.timeout(PATIENCE_SECONDS), hub.pool.acquire() as conn:
            _, calendar = await loaded(conn, calendar)
            shift = await conn.fetchval("SELECT shift FROM hub.clock")
    return Setting((hub.clock.now() + shift).date(), calendar, hub.directory)


SettingDep = Annotated[Setting, Depends(setting)]
SvgQuery = Annotated[bool, Query(title="图", description=_PICTURE)]


class _Route(APIRoute):
    """Tells every fault with what the field would change, and reads no endless body."""

    def get_route_handler(self) -> Callable[[Request], Any]:
        plain = super().get_route_handler()
        facts = FACTS.get(self.path)

        async def handle(request: Request) -> Response:
            _measured(request)
            try:
                done: Response = await plain(request)
            except BadFacts as bad:
                return _refused(bad.faults, request)
            except RequestValidationError as error:
                if facts is None or any(one["type"] == "json_invalid" for one in error.errors()):
                    raise
                stripped = [{**one, "loc": one["loc"][1:]} for one in error.errors()]
                return _refused(faults_of(facts, stripped), request)
            return _kept(request, done)

        return handle


def _measured(request: Request) -> None:
    length = request.headers.get("content-length", "")
    endless = "transfer-encoding" in request.headers
    if endless or (length.isdecimal() and int(length) > LONGEST):
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _refused(faults: list[Fault] | tuple[Fault, ...], request: Request) -> Response:
    place: Any = "query" if request.method == "GET" else "body"
    return answer(
        Problem(
            type="urn:hub:problem:malformed",
            title="内容不符合要求",
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
            detail=f"有 {len(faults)} 处事实未说明或者有误，请逐项更正",
            instance=request.url.path,
            fields=tuple(
                FieldFault(
                    place=place,
                    pointer="#/" + one.field.replace(".", "/") if one.field else "#",
                    title=one.title,
                    message=one.message,
                    changes=one.changes,
                )
                for one in faults
            ),
        )
    )


def _kept(request: Request, done: Response) -> Response:
    """An answer may be kept, but is asked again: it hangs on the day and on the calendar."""
    if request.method != "GET":
        done.headers["Cache-Control"] = "no-store"
        return done
    tag = f'"{hashlib.sha256(done.body).hexdigest()[:32]}"'
    kept = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("If-None-Match") == tag:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=kept)
    done.headers.update(kept)
    return done


def _answered(question: Question[Any], facts: Any, at: Setting, *, svg: bool) -> Any:  # noqa: ANN401 - facts of any question
    found = answer_to(question, facts, at)
    if not svg:
        return AnswerOut.of(question, found)
    if not found.proofs:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return Response(found.proofs[0].svg(), media_type=_SVG)


def _add(router: APIRouter, question: Question[Any]) -> None:
    """One route for facts in the body; one more for facts in the query, where they are flat."""

    async def post(facts: Any, at: SettingDep, svg: SvgQuery = False) -> Any:  # noqa: ANN401, FBT002 - as FastAPI takes it
        return _answered(question, facts, at, svg=svg)

    async def get(facts: Any, at: SettingDep) -> Any:  # noqa: ANN401 - likewise
        said = facts.model_dump(exclude={"svg"}, exclude_unset=True)
        return _answered(question, question.facts.model_validate(said), at, svg=facts.svg)

    path = f"{LAW_DESK}/{question.name}"
    FACTS[path] = question.facts
    example: Example = {"summary": question.says, "value": dict(question.example)}
    body = Body(openapi_examples={"例": example})
    post.__annotations__["facts"] = Annotated[question.facts, body]
    doors: list[tuple[str, Callable[..., Any]]] = [("POST", post)]
    if not any(one for f in question.facts.model_fields.values() for one in inner(f.annotation)):
        get.__annotations__["facts"] = Annotated[_query(question), Query()]
        doors.append(("GET", get))
    for method, door in doors:
        door.__doc__ = f"{question.term}：{question.says}"
        router.add_api_route(
            path,
            door,
            methods=[method],
            name=f"{question.name}_{method.lower()}",
            response_model=AnswerOut,
            responses=_FORMS,
        )


def _query(question: Question[Any]) -> type[BaseModel]:
    svg = (bool, Field(default=False, title="图", description=_PICTURE))
    made: Mapping[str, Any] = {"svg": svg}
    return create_model(f"{question.facts.__name__}Query", __base__=question.facts, **made)


FACTS: Final[dict[str, type[BaseModel]]] = {}
"""What is asked for under each path."""

router: Final = APIRouter(tags=["法律服务台"], route_class=_Route)


@router.get(LAW_DESK)
async def asked() -> Asked:
    """法律服务台可以提的问题，附所需事实和示例."""
    return Asked(questions=tuple(QuestionOut.of(one) for one in questions()))


for _question in questions():
    _add(router, _question)
