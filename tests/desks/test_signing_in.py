"""登录、账号与会话 in a browser: by keyboard, on a narrow window, and ended in the middle."""

from playwright.async_api import Page, expect

from shared.auth import Role
from shared.sessions import AccountIn
from shared.sessions.cookie import COOKIE
from shared.signin import SignIn as Signing
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, look
from tests.desks.town import DeskTown, officer

CHIEF = AccountIn("系统管理员", frozenset({Role.ADMINISTRATOR}), "620700-centre")
OWN = "half a dozen plain words"


async def enter(page: Page, code: str, passphrase: str) -> None:
    """Type into the sign-in page by keyboard alone, once the page has put the cursor there."""
    await expect(page.locator("[name=code]")).to_be_focused()
    await page.keyboard.type(code)
    await page.keyboard.press("Tab")
    await page.keyboard.type(passphrase)
    await page.keyboard.press("Enter")


async def test_a_session_that_ends_in_the_middle_loses_nothing_that_was_typed(
    opened: SignIn, town: DeskTown, faults: Faults
) -> None:
    """会话中途结束，重新登录后回到原页面，填写的内容还在."""
    faults.forgive("401")
    faults.forgive("422")
    signing: Signing = town.app.state.sign_in
    given = await signing.accounts.add("chief", CHIEF, by="chief")
    page = await opened()
    await page.goto("/desk/accounts/new")
    await look(page, "sign-in")
    await enter(page, "chief", given)
    await page.wait_for_url("**/desk/passphrase")
    await look(page, "passphrase")
    for name, said in (("old", given), ("new", OWN), ("again", OWN)):
        await page.fill(f"[name={name}]", said)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/desk")
    await page.goto("/desk/accounts/new")
    await page.fill("[name=code]", "w-1")
    await page.fill("[name=title]", "甘州区综治中心1号窗口")
    await page.check("[name=roles][value=window]")
    await page.fill("[name=organ]", "nowhere")
    await page.click("main button.main")
    await expect(page.locator(".faults")).to_contain_text("没有这个机构代码")
    await page.fill("[name=organ]", "620702-window-1")
    await signing.sessions.end_all("chief", by="somebody")
    await page.click("main button.main")
    await expect(page.locator("main")).to_contain_text("会话已结束")
    await axe(page)
    await page.get_by_role("link", name="重新登录").click()
    await enter(page, "chief", OWN)
    await page.wait_for_url("**/desk/accounts/new")
    await expect(page.locator("[name=title]")).to_have_value("甘州区综治中心1号窗口")
    await expect(page.locator("[name=roles][value=window]")).to_be_checked()
    await expect(page.locator("[name=organ]")).to_have_value("620702-window-1")
    await page.click("main button.main")
    await expect(page.locator(".given")).to_have_count(1)
    await page.goto("/desk/accounts/new")
    await expect(page.locator("[name=title]")).to_have_value("")
    assert await page.locator(".restored").count() == 0
    assert [one.title for one in (await signing.accounts.find("w-1"))[1]] == [
        "甘州区综治中心1号窗口"
    ]


async def test_who_signs_in_next_does_not_read_what_somebody_else_typed(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """同一台机器换人登录，看不到前一人没有提交成功的内容；本人回来仍可恢复."""
    faults.forgive("422")
    page = await sign_in(Role.ADMINISTRATOR, "620700-centre", code="chief")
    mine = await page.context.cookies()
    await page.goto("/desk/accounts/new")
    await page.fill("[name=code]", "w-1")
    await page.fill("[name=title]", "甘州区综治中心1号窗口")
    await page.fill("[name=organ]", "nowhere")
    await page.click("main button.main")
    await expect(page.locator(".faults")).to_be_visible()
    title = page.locator("[name=title]")
    other = officer(Role.ADMINISTRATOR, "620700-centre", code="deputy")
    theirs = {"name": COOKIE, "value": await town.secret_of(other), "url": town.address}
    for cookies, said in (([theirs], ""), (mine, "甘州区综治中心1号窗口")):
        await page.context.add_cookies(cookies)  # type: ignore[arg-type] - as they were read
        await page.goto("/desk/accounts/new")
        await expect(title).to_have_value(said)
        assert await page.locator(".restored").count() == bool(said)


async def test_the_pages_of_accounts_and_sessions_can_be_used_by_everybody(
    sign_in: SignIn, town: DeskTown
) -> None:
    """账号与会话各页无障碍检查没有问题，360 像素宽不左右滚动."""
    signing: Signing = town.app.state.sign_in
    await signing.accounts.add("chief", CHIEF, by="chief")
    page = await sign_in(Role.ADMINISTRATOR, "620700-centre", code="chief", width=360, height=740)
    for name, path in (
        ("accounts", "/desk/accounts"),
        ("new-account", "/desk/accounts/new"),
        ("account", "/desk/accounts/chief"),
        ("sessions", "/desk/sessions"),
        ("sign-ins", "/desk/sign-ins"),
        ("passphrase", "/desk/passphrase"),
    ):
        answer = await page.goto(path)
        assert answer is not None
        assert (answer.status, page.url.endswith(path)) == (200, True)
        await look(page, name)
