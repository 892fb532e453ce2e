"""变更账号: what an administrator does to an account; each deed stands in the log."""

from starlette.responses import Response

from shared.errors import Malformed
from shared.frame import PageDep, page_router
from shared.signin.accounts import Administrator, said, show_one, show_passphrase
from shared.signin.service import sign_in_of

router = page_router()


@router.post("/desk/accounts/{code}/change")
async def change(page: PageDep, code: str, who: Administrator) -> Response:
    """变更名称、角色或者机构: its sessions end."""
    form = await page.form()
    try:
        await sign_in_of(page.request).accounts.change(code, said(page, form), by=who.code)
    except Malformed as error:
        return await show_one(page, code, form, error)
    return page.go(f"/desk/accounts/{code}", told="账号已变更，用它登录的会话已经结束")


@router.post("/desk/accounts/{code}/disable")
async def disable(page: PageDep, code: str, who: Administrator) -> Response:
    """停用: at once."""
    await page.form()
    try:
        await sign_in_of(page.request).accounts.disable(code, by=who.code)
    except Malformed as error:
        return await show_one(page, code, error=error)
    return page.go(f"/desk/accounts/{code}", told="账号已停用，用它登录的会话已经结束")


@router.post("/desk/accounts/{code}/enable")
async def enable(page: PageDep, code: str, who: Administrator) -> Response:
    """恢复使用."""
    await page.form()
    await sign_in_of(page.request).accounts.enable(code, by=who.code)
    return page.go(f"/desk/accounts/{code}", told="账号已恢复使用")


@router.post("/desk/accounts/{code}/renew")
async def renew(page: PageDep, code: str, who: Administrator) -> Response:
    """重置口令: the new one is shown this once."""
    await page.form()
    given = await sign_in_of(page.request).accounts.renew(code, by=who.code)
    return show_passphrase(page, code, given, "口令已重置")
