"""A browser, a town that it can open, and people who sign in."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Final

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from deploy.local.ports import free_port
from shared.auth import Identity, Role
from shared.clock import StillClock
from shared.sessions.cookie import COOKIE
from shared.work import Hub
from tests.desks.chromium import Program, find, running
from tests.desks.looking import Faults
from tests.desks.town import DeskTown, desk_town, officer
from tests.desks.visitor import Building, Visitor, building
from tests.reconsideration.makers import AUTHORITY

SignIn = Callable[..., Awaitable[Page]]

PATIENCE_MS: Final = 30_000
"""How long a page may take before a test gives it up: machines that do much else are slow."""

expect.set_options(timeout=PATIENCE_MS)

HERE: Final[Any] = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
"""Where the browser stands."""


@pytest.fixture(scope="session")
def chromium_program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Where the browser is, and how it is started."""
    return find(tmp_path_factory.mktemp("program"))


@pytest.fixture(scope="session")
def chromium(chromium_program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Chromium for all tests; the fixture is its address."""
    with running(chromium_program, tmp_path_factory.mktemp("chromium")) as address:
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


async def first_page(context: BrowserContext, town: DeskTown, faults: Faults) -> Page:
    """A page in a window just opened, on the same day as the hub's."""
    context.set_default_timeout(PATIENCE_MS)
    context.on("page", faults.watch)
    await context.clock.set_fixed_time(town.clock.now())
    return await context.new_page()


async def let_in(context: BrowserContext, town: DeskTown, who: Identity) -> None:
    """Let somebody be signed in there, whoever was before."""
    cookie = {"name": COOKIE, "value": await town.secret_of(who), "url": town.address}
    await context.add_cookies([{**cookie, "httpOnly": True}])  # type: ignore[typeddict-item] - as Playwright says


@pytest.fixture
async def opened(browser: Browser, town: DeskTown, faults: Faults) -> AsyncIterator[SignIn]:
    """Opens windows of the browser, wide or narrow, in which nobody is signed in yet."""
    contexts: list[BrowserContext] = []

    async def open_one(*, width: int = 1280, height: int = 800, **more: object) -> Page:
        context = await browser.new_context(
            base_url=town.address,
            **HERE,
            viewport={"width": width, "height": height},
            **more,  # type: ignore[arg-type] - what Playwright's own method takes
        )
        contexts.append(context)
        return await first_page(context, town, faults)

    yield open_one
    for context in contexts:
        await context.close()


@pytest.fixture
def sign_in(opened: SignIn, town: DeskTown) -> SignIn:
    """Opens windows of the browser in which somebody of a role and an organ is signed in."""

    async def enter(role: Role, organ: str, *, code: str = "", **window: object) -> Page:
        page = await opened(**window)
        await let_in(page.context, town, officer(role, organ, code=code))
        return page

    return enter


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    """The pages of every office over a fresh database, without a browser."""
    async with building(hub) as found:
        yield found


@pytest.fixture(name="officer")
def officer_of_the_body(house: Building) -> Visitor:
    """An officer of the reconsideration body, at its desk."""
    return house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)


@pytest.fixture
def head(house: Building) -> Visitor:
    """The head of that body."""
    return house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
