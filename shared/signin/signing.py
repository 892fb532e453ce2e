"""登录、退出、修改口令: the pages of everybody who works at a desk."""

from typing import Annotated, Final
from urllib.parse import quote

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity, Role, Unauthenticated
from shared.errors import Malformed, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.problem import problem_of
from shared.sessions import cookie
from shared.signin.service import sign_in_of
from shared.web import needs

router = page_router()

LONGEST_NEXT: Final = 2000
Next = Annotated[str, Query(alias="next", max_length=LONGEST_NEXT)]
Reader = Annotated[Identity, needs()]


@router.get("/sign-in")
async def sign_in(page: PageDep, then: Next = "") -> Response:
    """登录页; whoever is signed in already goes on to where they wanted."""
    if page.session is not None:
        return page.go(place_of(page.session.who, then))
    return _shown(page, Form({"next": [then]}))


@router.post("/sign-in")
async def submit(page: PageDep) -> Response:
    """登录 with account and passphrase, where the hub keeps the accounts.

    Raises:
        Unknown: The issuer keeps them.
    """
    signing, form = sign_in_of(page.request), await page.form()
    if not signing.by_account:
        raise Unknown("账号由身份提供方管理，请从身份提供方登录")
    had = cookie.secret_of(page.request)
    try:
        secret = await signing.accounts.sign_in(
            form.get("code"), _untrimmed(form, "passphrase"), instead_of=had
        )
    except Unauthenticated as error:
        return _shown(page, form, error)
    who = (await signing.sessions.find(secret)).who
    answer = page.go(place_of(who, form.get("next")))
    cookie.give(answer, secret, secure=page.is_secure)
    return answer


@router.post("/sign-out")
async def sign_out(page: PageDep) -> Response:
    """退出; of no consequence where the session has ended already."""
    signing = sign_in_of(page.request)
    if page.session is not None:
        await page.form()
        await signing.sessions.sign_out(page.session)
    answer = page.go("/sign-in/out")
    cookie.take_away(answer, secure=page.is_secure)
    return answer


@router.get("/sign-in/out")
async def signed_out(page: PageDep) -> Response:
    """已退出."""
    return page.show("signin/out.html", title="已退出登录", signing=sign_in_of(page.request))


@router.get("/desk/passphrase")
async def passphrase(page: PageDep, who: Reader) -> Response:
    """修改口令."""
    del who
    return page.show("signin/passphrase.html", title="修改口令")


@router.post("/desk/passphrase")
async def change_passphrase(page: PageDep, who: Reader) -> Response:
    """修改口令: the other sessions of the account end."""
    del who
    form = await page.form()
    try:
        await _change(page, form)
    except Malformed as error:
        faults = problem_of(error, page.request)
        return page.show(
            "signin/passphrase.html", title="修改口令", status=faults.status, faults=faults
        )
    return page.go(cookie.HOME, told="口令已修改，其他地方的登录已经结束")


async def _change(page: Page, form: Form) -> None:
    if page.session is None:
        raise Malformed("用令牌访问的没有口令可改")
    if _untrimmed(form, "new") != _untrimmed(form, "again"):
        raise Malformed("两次输入的新口令不一致", "again")
    accounts = sign_in_of(page.request).accounts
    await accounts.change_passphrase(page.session, _untrimmed(form, "old"), _untrimmed(form, "new"))


def _untrimmed(form: Form, name: str) -> str:
    """A passphrase as typed: blanks belong to it."""
    return form.values.get(name, [""])[-1]


def place_of(who: Identity, then: str) -> str:
    """Where somebody goes after signing in; a party has no desk."""
    path = cookie.own_path(then)
    return "/party" if path == cookie.HOME and who.roles == {Role.PARTY} else path


def _shown(page: Page, typed: Form, error: Unauthenticated | None = None) -> Response:
    signing = sign_in_of(page.request)
    then = cookie.own_path(typed.get("next"))
    return page.show(
        "signin/sign_in.html",
        title="登录",
        status=401 if error else 200,
        signing=signing,
        then=then,
        at_issuer=f"/sign-in/issuer?next={quote(then, safe='/')}",
        typed=typed,
        faults=problem_of(error, page.request) if error else (),
    )
