"""Every error that reaches the door of the web part is answered as a problem 问题说明."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request

from shared.db import ILLEGIBLE
from shared.errors import HubError
from shared.law.procedure import Refused
from shared.logging import logger
from shared.problem.openapi import describe
from shared.problem.telling import AWAY, answer, problem_of

_LOG = logger(__name__)


def install(app: FastAPI) -> None:
    """Let the application answer and describe all its problems in one form."""
    for kind in (Refused, HubError, RequestValidationError, HTTPException, *ILLEGIBLE):
        app.add_exception_handler(kind, _tell)
    for away in AWAY:
        app.add_exception_handler(away, _tell_away)
    app.add_exception_handler(Exception, _tell)  # Starlette raises it again, for the log.
    describe(app)


async def _tell(request: Request, error: Exception) -> JSONResponse:
    headers = error.headers if isinstance(error, HTTPException) else None
    return answer(problem_of(error, request), headers)


async def _tell_away(request: Request, error: Exception) -> JSONResponse:
    _LOG.warning("away", exc_info=error, method=request.method)
    return answer(problem_of(error, request))
