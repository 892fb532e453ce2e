"""A browser, a town that it can open, and people who sign in."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from deploy.local.ports import free_port
from shared.auth import Role
from shared.clock import StillClock
from shared.work import Hub
from tests.desks.chromium import running
from tests.desks.looking import Faults
from tests.desks.town import DeskTown, desk_town, officer

SignIn = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Chromium for all tests; the fixture is its address."""
    with running(tmp_path_factory.mktemp("chromium")) as address:
        yield address


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """That Chromium, reached from the loop of this test."""
    async with async_playwright() as playwright:
        found = await playwright.chromium.connect_over_cdp(chromium)
        try:
            yield found
        finally:
            await found.close()  # only the line to it


@pytest.fixture
async def town(hub: Hub, clock: StillClock) -> AsyncIterator[DeskTown]:
    """The hub with its pages, on a port of its own, over a fresh database."""
    async with desk_town(hub, clock, free_port()) as found:
        yield found


@pytest.fixture
def faults() -> Iterator[Faults]:
    """What the browser complained of; the test fails of it at its end."""
    found = Faults()
    yield found
    assert not found.left(), "\n".join(found.left())


@pytest.fixture
async def opened(browser: Browser, town: DeskTown, faults: Faults) -> AsyncIterator[SignIn]:
    """Opens windows of the browser, wide or narrow, in which nobody is signed in yet."""
    contexts: list[BrowserContext] = []

    async def open_one(*, width: int = 1280, height: int = 800, **more: object) -> Page:
        context = await browser.new_context(
            base_url=town.address,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": height},
            **more,  # type: ignore[arg-type] - what Playwright's own method takes
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("page", faults.watch)
        return await context.new_page()

    yield open_one
    for context in contexts:
        await context.close()


@pytest.fixture
def sign_in(opened: SignIn, town: DeskTown) -> SignIn:
    """Opens windows of the browser in which somebody of a role and an organ is signed in."""

    async def enter(role: Role, organ: str, *, code: str = "", **window: object) -> Page:
        page = await opened(**window)
        who = officer(role, organ, code=code)
        if hasattr(town.app.state, "sessions"):
            cookie = {"name": "hub_session", "value": await town.secret_of(who)}
            await page.context.add_cookies([{**cookie, "url": town.address, "httpOnly": True}])  # type: ignore[typeddict-item] - as Playwright says
        else:
            await page.context.set_extra_http_headers(
                {"Authorization": f"Bearer {town.token(who)}"}
            )
        return page

    return enter
