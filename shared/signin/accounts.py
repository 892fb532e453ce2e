"""账号: the administrator's list of accounts, one account, and a new one."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from shared.auth import Identity, Role
from shared.auth.identity import LONGEST_TITLE
from shared.errors import Malformed
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.organs import organ_code
from shared.problem import problem_of
from shared.sessions import AccountIn, log
from shared.sessions.account import PAGE
from shared.signin.service import sign_in_of
from shared.web import needs

router = page_router()

Administrator = Annotated[Identity, needs(Role.ADMINISTRATOR)]
Words = Annotated[str, Query(max_length=80)]
Number = Annotated[int, Query(ge=1, le=10_000)]

HISTORY: Final = 30


class Asked(BaseModel):
    """What the address of the list says."""

    q: str = Field(default="", max_length=80)
    role: str = Field(default="", max_length=80)
    place: str = Field(default="", max_length=80)
    sort: str = Field(default="code", max_length=80)
    page: int = Field(default=1, ge=1, le=10_000)


@router.get("/desk/accounts")
async def accounts(page: PageDep, _: Administrator, asked: Annotated[Asked, Query()]) -> Response:
    """账号列表."""
    signing = sign_in_of(page.request)
    total, found = await signing.accounts.find(
        asked.q.strip(), role=asked.role, place=asked.place, sort=asked.sort, page=asked.page
    )
    return page.show(
        "signin/accounts.html",
        title="账号",
        signing=signing,
        total=total,
        accounts=found,
        sort=asked.sort,
        more=page.with_query(page=asked.page + 1) if asked.page * PAGE < total else "",
        roles=[("", "全部角色"), *role_options()],
        places=[("", "全市"), *_places(page)],
    )


@router.get("/desk/accounts/new")
async def new_account(page: PageDep, _: Administrator) -> Response:
    """新增账号."""
    return show_new(page, Form())


@router.post("/desk/accounts")
async def add_account(page: PageDep, who: Administrator) -> Response:
    """新增账号: its first passphrase is shown this once."""
    form = await page.form()
    code = form.get("code")
    try:
        given = await sign_in_of(page.request).accounts.add(code, said(page, form), by=who.code)
    except Malformed as error:
        return show_new(page, form, error)
    return show_passphrase(page, code, given, "账号已新增")


@router.get("/desk/accounts/{code}")
async def account(page: PageDep, code: str, _: Administrator) -> Response:
    """一个账号: as it is, and what was done with it."""
    return await show_one(page, code)


async def show_one(
    page: Page, code: str, typed: Form | None = None, error: Malformed | None = None
) -> Response:
    """The page of an account, with what was typed and what is wrong with it."""
    found = await sign_in_of(page.request).accounts.one(code)
    kept = Form(
        {
            "title": [found.title],
            "organ": [found.organ],
            "county": [found.county],
            "roles": sorted(found.roles),
        }
    )
    history = await log.read(page.hub.pool, code=code, limit=HISTORY)
    about = {"account": found, "history": history}
    title = f"账号 {code}"
    return _show(page, "signin/account.html", title, typed=typed or kept, error=error, about=about)


def show_new(page: Page, typed: Form, error: Malformed | None = None) -> Response:
    """The form of a new account."""
    return _show(page, "signin/new_account.html", "新增账号", typed=typed, error=error, about={})


def _show(
    page: Page,
    template: str,
    title: str,
    *,
    typed: Form,
    error: Malformed | None,
    about: Mapping[str, Any],
) -> Response:
    faults = problem_of(error, page.request) if error else None
    return page.show(
        template,
        title=title,
        status=faults.status if faults else 200,
        typed=typed,
        faults=faults or (),
        roles=role_options(),
        organs=[(one.code, one.name) for one in page.frame.directory.organs()],
        **about,
    )


def show_passphrase(page: Page, code: str, given: str, what: str) -> Response:
    """A passphrase that the hub made, shown once: nothing keeps it."""
    return page.show("signin/given.html", title="口令", told=what, code=code, given=given)


def said(page: Page, form: Form) -> AccountIn:
    """What the form says of an account.

    Raises:
        Malformed: A role, the organ or the title is missing, or there is none such.
    """
    known: Mapping[str, Role] = {str(role): role for role in Role if role is not Role.PARTY}
    roles = frozenset(known[word] for word in form.all("roles") if word in known)
    title = form.get("title")
    if not 0 < len(title) <= LONGEST_TITLE:
        raise Malformed(f"岗位名称须为 1 至 {LONGEST_TITLE} 个字", "title")
    if not roles:
        raise Malformed("至少选择一个角色", "roles")
    organ = organ_code(form.get("organ"), page.frame.directory, "organ")
    try:
        found = page.frame.directory.organ(organ)
    except LookupError:
        raise Malformed("组织名录中没有这个机构代码", "organ") from None
    county = form.get("county")
    if county and county not in page.frame.directory.places:
        raise Malformed("组织名录中没有这个区划代码", "county")
    return AccountIn(title, roles, found.code, county)


def role_options() -> list[tuple[str, str]]:
    """The roles of officers: a party has no account, but looks up its dispute."""
    return [(str(role), role.term) for role in Role if role is not Role.PARTY]


def _places(page: Page) -> list[tuple[str, str]]:
    known = page.frame.directory
    return [(one.code, one.name) for one in (known.city, *known.counties())]
