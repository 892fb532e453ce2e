"""从身份提供方登录: to the issuer and back, by authorization code."""

from typing import Annotated, Final

from fastapi import Query
from starlette.responses import RedirectResponse, Response

from shared.auth import CodeFlow, Unauthenticated
from shared.auth.codeflow import LASTING
from shared.errors import Unknown
from shared.frame import Page, PageDep, page_router
from shared.sessions import cookie
from shared.signin.service import sign_in_of
from shared.signin.signing import Next, place_of

router = page_router()

CARRIED: Final = "hub_signing_in"
"""Cookie of a signing in that is under way at the issuer."""

RETURN: Final = "/sign-in/return"

LONGEST: Final = 4000
Said = Annotated[str, Query(max_length=LONGEST)]


@router.get("/sign-in/issuer")
async def go_to_issuer(page: PageDep, then: Next = "") -> Response:
    """到身份提供方登录."""
    back = page.address_of(RETURN)
    address, carried = await _flow(page).begin(back, cookie.own_path(then))
    answer = _to(address)
    answer.set_cookie(
        CARRIED,
        carried,
        max_age=int(LASTING.total_seconds()),
        path="/sign-in",
        httponly=True,
        samesite="lax",  # the issuer sends the browser back from another site
        secure=page.is_secure,
    )
    return answer


@router.get("/sign-in/return")
async def come_back(page: PageDep, state: Said = "", code: Said = "", error: Said = "") -> Response:
    """从身份提供方返回: a session of the hub is opened.

    Raises:
        Unauthenticated: The issuer says no, or it was not begun in this browser.
    """
    signing, flow = sign_in_of(page.request), _flow(page)
    if error:
        raise Unauthenticated("身份提供方没有确认这次登录，请重新登录")
    carried = page.request.cookies.get(CARRIED, "")
    back = page.address_of(RETURN)
    who, title, then = await flow.finish(carried, state=state, code=code, back=back)
    secret = await signing.sessions.begin(
        who, title=title, instead_of=cookie.secret_of(page.request)
    )
    answer = page.go(place_of(who, then))
    cookie.give(answer, secret, secure=page.is_secure)
    answer.delete_cookie(CARRIED, path="/sign-in")
    return answer


@router.get("/sign-in/leave")
async def leave_issuer(page: PageDep) -> Response:
    """同时退出身份提供方: ends the session there, once that of the hub has ended."""
    address = await _flow(page).leave(page.address_of("/sign-in"))
    return _to(address or "/sign-in")


def _flow(page: Page) -> CodeFlow:
    flow = sign_in_of(page.request).flow
    if flow is None:
        raise Unknown("这里不从身份提供方登录")
    return flow


def _to(address: str) -> Response:
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return RedirectResponse(address, 303, headers=headers)
