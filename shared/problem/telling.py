"""What went wrong, told as a problem 问题说明 with its status and headers."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, get_args

from aiokafka.errors import KafkaConnectionError, KafkaTimeoutError
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request

from shared.auth import Forbidden, Unauthenticated
from shared.db import ILLEGIBLE, UNABLE
from shared.errors import Away, HubError, Malformed, Stale, Unknown
from shared.law.procedure import Refused
from shared.problem.chinese import said
from shared.problem.model import MEDIA_TYPE, Cited, FieldFault, Needed, Place, Problem
from shared.problem.titles import located

_Teller = Callable[[Any, Request], Problem]

AWAY: Final = (
    Away,
    ConnectionError,
    *UNABLE,
    KafkaConnectionError,
    KafkaTimeoutError,
    TimeoutError,
)
"""Errors that mean that the database or the broker does not answer, or cannot work."""

RETRY_SECONDS: Final = 2

_KINDS: Final[dict[type[HubError], tuple[str, int, str]]] = {
    Unauthenticated: ("unauthenticated", 401, "身份未经确认"),
    Forbidden: ("forbidden", 403, "权限不足"),
    Unknown: ("unknown", 404, "未找到"),
    Stale: ("stale", 412, "案卷已有更新"),
    Malformed: ("malformed", 422, "内容不符合要求"),
}
_PROTOCOL: Final = {
    400: ("malformed", "请求无法识别"),
    401: ("unauthenticated", "身份未经确认"),
    403: ("forbidden", "权限不足"),
    404: ("unknown", "未找到"),
    405: ("method", "不支持这种请求方法"),
    406: ("format", "没有这种格式的答复"),
    413: ("too-large", "请求内容过大"),
    415: ("format", "不支持这种内容格式"),
}
_AWAY_DETAIL: Final = "数据库或者消息服务暂时无法访问，本次请求未受理，请稍后再试"
_ERROR_DETAIL: Final = "系统内部错误，本次请求未受理，已记入日志"


def problem_of(error: Exception, request: Request) -> Problem:
    """The problem that an error is to the one who asked; nothing of its own words if not ours."""
    for kind, tell in _TELLERS:
        if isinstance(error, kind):
            return tell(error, request)
    return _problem("error", 500, "系统内部错误", _ERROR_DETAIL, request)


def answer(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The problem as an answer, with the headers that its status asks for."""
    more = dict(headers or {})
    if problem.status == HTTPStatus.UNAUTHORIZED:
        more["WWW-Authenticate"] = "Bearer"
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        more["Retry-After"] = str(RETRY_SECONDS)
    body = problem.model_dump(mode="json", exclude_defaults=True)
    return JSONResponse(body, problem.status, more, MEDIA_TYPE)


def _problem(
    kind: str,
    status: int,
    title: str,
    detail: str,
    request: Request,
    *,
    article: Cited | None = None,
    fields: tuple[FieldFault, ...] = (),
    needed: tuple[Needed, ...] = (),
) -> Problem:
    return Problem(
        type=f"urn:hub:problem:{kind}",
        title=title,
        status=status,
        detail=detail,
        instance=request.url.path,
        article=article,
        fields=fields,
        needed=needed,
    )


def _refused(error: Refused, request: Request) -> Problem:
    cited = Cited(code=error.article.code, text=str(error.article))
    return _problem("refused", 409, "依法不予准许", error.message, request, article=cited)


def _protocol(error: HTTPException, request: Request) -> Problem:
    kind, title = _PROTOCOL.get(error.status_code, ("error", "请求未能办理"))
    return _problem(kind, error.status_code, title, title, request)


def _away(error: Exception, request: Request) -> Problem:
    detail = error.message if isinstance(error, Away) else _AWAY_DETAIL
    return _problem("away", 503, "服务暂不可用", detail, request)


def _illegible(_: Exception, request: Request) -> Problem:
    kind, status, title = _KINDS[Malformed]
    return _problem(kind, status, title, "内容中有不能识别的字符，请重新输入", request)


def _ours(error: HubError, request: Request) -> Problem:
    kind, status, title = _KINDS[type(error)]
    return _problem(kind, status, title, error.message, request)


def _forbidden(error: Forbidden, request: Request) -> Problem:
    needed = tuple(Needed(role=role.value, term=role.term) for role in error.needed)
    kind, status, title = _KINDS[Forbidden]
    return _problem(kind, status, title, error.message, request, needed=needed)


def _malformed(error: Malformed, request: Request) -> Problem:
    fields: tuple[FieldFault, ...] = ()
    if error.field:
        steps = [int(s) if s.isdigit() else s for s in error.field.split(".")]
        pointer, title = located(request.scope.get("route"), "body", steps, unknown=True)
        fault = FieldFault(place="body", pointer=pointer, title=title, message=error.message)
        fields = (fault,)
    kind, status, title = _KINDS[Malformed]
    return _problem(kind, status, title, error.message, request, fields=fields)


def _invalid(error: RequestValidationError, request: Request) -> Problem:
    found = [_fault(one, request.scope.get("route")) for one in error.errors()]
    # A union fails once for each of its members; the field is told of once.
    fields = tuple({(one.place, one.pointer): one for one in reversed(found)}.values())[::-1]
    kind, status, title = _KINDS[Malformed]
    detail = f"有 {len(fields)} 处内容不符合要求，请逐项更正"
    return _problem(kind, status, title, detail, request, fields=fields)


def _fault(error: Mapping[str, Any], route: object) -> FieldFault:
    kind = str(error["type"])
    first, *steps = error["loc"] or ("body",)
    place: Place = next((known for known in get_args(Place) if known == first), "body")
    steps = [] if kind == "json_invalid" else steps
    pointer, title = located(route, place, steps, unknown=kind == "extra_forbidden")
    message = said(kind, error.get("ctx") or {})
    return FieldFault(place=place, pointer=pointer, title=title, message=message)


_TELLERS: Final[tuple[tuple[type[Exception] | tuple[type[Exception], ...], _Teller], ...]] = (
    (Refused, _refused),
    (RequestValidationError, _invalid),
    (HTTPException, _protocol),
    (AWAY, _away),
    (ILLEGIBLE, _illegible),
    (Malformed, _malformed),
    (Forbidden, _forbidden),
    (tuple(_KINDS), _ours),
)
