"""登录与会话: what a cookie opens, for how long, and from where it is taken."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import pytest
from asyncpg.connection import LoggedQuery

from shared.auth import Role
from shared.db import Pool
from shared.errors import Away
from shared.sessions import AccountIn, csrf
from shared.settings import Settings
from shared.work import Hub
from tests.sessions.desk import CHIEF, ORIGIN, WINDOW, Desk


@pytest.fixture
def desk(hub: Hub) -> Desk:
    return Desk(hub)


async def test_who_signs_in_goes_on_to_the_page_that_was_wanted(desk: Desk) -> None:
    """登录后回到原来要去的页面，姓名处显示岗位."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    sent = await browser.get("/desk/disputes?sort=-number")
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        "/sign-in?next=/desk/disputes%3Fsort%3D-number",
    )
    form = await browser.get(sent.headers["location"])
    assert 'name="next" value="/desk/disputes?sort=-number"' in form.text
    went = await browser.sign_in("w-1", given, "/desk/disputes?sort=-number")
    assert (went.status_code, went.headers["location"]) == (303, "/desk/disputes?sort=-number")
    page = await browser.get("/desk")
    assert WINDOW.title in page.text
    assert "窗口人员" in page.text
    assert await desk.events() == [("w-1", "added", "chief"), ("w-1", "signed_in", "w-1")]


async def test_the_cookie_is_for_no_script_and_no_other_site(desk: Desk) -> None:
    """会话 Cookie 不给脚本读取，不随外站请求发送."""
    given = await desk.post_of("w-1")
    said = (await (await desk.browser()).sign_in("w-1", given)).headers["set-cookie"]
    flags = {part.strip().lower() for part in said.split(";")[1:]}
    assert flags == {"httponly", "path=/", "samesite=lax"}


async def test_over_tls_the_cookie_goes_over_nothing_else(hub: Hub) -> None:
    """对外为 https 的，Cookie 只经加密连接发送."""
    told = Settings(secret="s" * 40, public_url="https://hub.example")
    desk = Desk(hub, told)
    given = await desk.post_of("w-1")
    said = (await (await desk.browser()).sign_in("w-1", given)).headers["set-cookie"]
    assert "Secure" in said
    chosen = await (await desk.browser("w-1")).fill("/desk/theme", theme="dark")
    assert "Secure" in chosen.headers["set-cookie"]


async def test_the_hub_keeps_the_hash_of_a_secret_and_not_the_secret(desk: Desk) -> None:
    """数据库里没有可以直接冒用的会话."""
    browser = await desk.browser("w-1")
    row = str(dict(await desk.pool.fetchrow("SELECT * FROM hub.session")))
    assert browser.secret not in row


async def test_signing_in_begins_anew_and_ends_what_the_browser_had(desk: Desk) -> None:
    """登录时换用新的会话，登录前的不能沿用."""
    given = await desk.post_of("w-1")
    browser = await desk.browser("somebody-else")
    foisted = browser.secret
    went = await browser.fill("/sign-in", code="w-1", passphrase=given)
    assert went.status_code == 303
    assert browser.secret != foisted
    other = await desk.browser()
    other.carry(foisted)
    assert (await other.get("/desk")).status_code == 303


async def test_a_session_ends_when_nobody_uses_it_for_half_an_hour(desk: Desk) -> None:
    """空闲三十分钟，会话结束；使用则续."""
    browser = await desk.browser("w-1")
    for _ in range(3):
        desk.clock.forward(timedelta(minutes=29))
        assert (await browser.get("/desk")).status_code == 200
    desk.clock.forward(timedelta(minutes=30))
    assert (await browser.get("/desk")).status_code == 303


async def test_whoever_types_into_a_form_is_at_work(desk: Desk) -> None:
    """只在填写、没有提交的，也算使用：页面每分钟报一次；多久算空闲，页面也知道 (WCAG 2.2.1)."""
    browser = await desk.browser("w-1")
    page = (await browser.get("/desk")).text
    assert 'data-idle="1770" data-stay="/desk/at-work"' in page
    assert "frame/staying.js" in page
    for _ in range(3):
        desk.clock.forward(timedelta(minutes=29))
        token = await desk.pool.fetchval("SELECT csrf FROM hub.session WHERE code = 'w-1'")
        assert (await browser.post("/desk/at-work", data={"_csrf": token})).status_code == 204
    desk.clock.forward(timedelta(minutes=29))
    assert (await browser.post("/desk/at-work", data={"_csrf": "x"})).status_code == 401
    assert (await browser.get("/desk")).status_code == 200


async def test_a_page_that_asks_by_itself_is_nobody_at_work(desk: Desk) -> None:
    """页面自动续接、自动查看有无更新，都不算使用."""
    browser = await desk.browser("w-1")
    desk.clock.forward(timedelta(minutes=20))
    await browser.get("/desk", headers={"Accept": "text/event-stream"})
    assert (await browser.get("/desk", headers={"Hub-Waiting": "1"})).status_code == 200
    desk.clock.forward(timedelta(minutes=10))
    assert (await browser.get("/desk")).status_code == 303


async def test_a_script_that_looks_for_news_is_nobody_at_work_and_is_not_led_to_the_sign_in_page(
    desk: Desk,
) -> None:
    """页面定时查看有无新通知，不算使用；会话结束后也不把登录页塞进原页面."""
    browser = await desk.browser("w-1")
    by_script = {"Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors"}
    desk.clock.forward(timedelta(minutes=20))
    assert (await browser.get("/desk/notices/count", headers=by_script)).status_code == 200
    desk.clock.forward(timedelta(minutes=10))
    assert (await browser.get("/desk/notices/count", headers=by_script)).status_code == 401
    busy = await desk.browser("w-2")
    for _ in range(2):
        desk.clock.forward(timedelta(minutes=20))
        token = {"X-CSRF-Token": await _token_kept(desk), **by_script}
        assert (await busy.post("/disputes/similar", json={}, headers=token)).status_code == 200


async def _token_kept(desk: Desk) -> str:
    """What the forms of the newest session carry, without opening a page."""
    newest = "SELECT csrf FROM hub.session WHERE code = 'w-2'"
    return str(await desk.pool.fetchval(newest))


async def test_a_session_ends_after_twelve_hours_however_busy_it_is(desk: Desk) -> None:
    """会话最长十二小时."""
    browser = await desk.browser("w-1")
    for _ in range(35):
        desk.clock.forward(timedelta(minutes=20))
        assert (await browser.get("/desk")).status_code == 200
    desk.clock.forward(timedelta(minutes=20))
    assert (await browser.get("/desk")).status_code == 303


async def test_what_is_sent_after_the_end_is_refused_and_led_back_to_its_form(desk: Desk) -> None:
    """会话中途结束，提交的表单不受理，登录后回到原页面."""
    browser = await desk.browser("w-1")
    token = await browser.token()
    desk.clock.forward(timedelta(hours=1))
    headers = {"Referer": f"{ORIGIN}/desk/disputes?sort=number"}
    typed = {"_csrf": token, "theme": "dark"}
    answer = await browser.post("/desk/theme", data=typed, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["content-type"].startswith("text/html")
    assert "会话已结束" in answer.text
    assert "/sign-in?next=/desk/disputes%3Fsort%3Dnumber" in answer.text
    assert "hub_theme" not in answer.headers.get("set-cookie", "")


async def test_what_could_not_be_done_leads_back_to_its_form_and_not_to_where_it_was_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """数据库暂时无法访问的，从说明页回到填写的页面；只收表单的地址打不开."""
    browser = await desk.browser("chief", CHIEF)

    async def away(*_: object, **__: object) -> None:
        raise Away("数据库暂时无法访问")

    await desk.post_of("w-1")
    monkeypatch.setattr(desk.sign_in.accounts, "change", away)
    form = "/desk/accounts/w-1"
    typed = {"title": "窗口", "roles": ["window"], "organ": WINDOW.organ}
    answer = await browser.fill(f"{form}/change", form, **typed)
    assert answer.status_code == 503
    assert f'<a class="button" href="{form}">' in answer.text
    assert f'data-form-at="{form}"' in answer.text
    assert (await browser.get(f"{form}/change")).status_code == 405
    assert "data-form-at" not in (await browser.get(form)).text


async def test_light_or_dark_is_chosen_where_one_is(desk: Desk) -> None:
    """换明暗不离开正在看的列表，条件照旧."""
    browser = await desk.browser("w-1")
    where = "/desk/disputes?county=620702"
    went = await browser.fill("/desk/theme", where, theme="dark")
    assert went.headers["location"] == where
    assert 'data-theme="dark"' in (await browser.get(where)).text


async def test_a_part_of_a_page_is_not_led_to_the_sign_in_page(desk: Desk) -> None:
    """页面局部刷新时会话已结束的，不把登录页塞进原页面."""
    browser = await desk.browser()
    for header in ("HX-Request", "Hub-Waiting"):
        assert (await browser.get("/desk", headers={header: "true"})).status_code == 401


async def test_signing_out_ends_the_session_at_the_hub_too(desk: Desk) -> None:
    """退出即失效，留存的 Cookie 也不能再用."""
    browser = await desk.browser("w-1")
    kept = browser.secret
    left = await browser.fill("/sign-out")
    assert left.headers["location"] == "/sign-in/out"
    assert not browser.secret
    assert (await browser.get("/sign-in/out")).status_code == 200
    browser.carry(kept)
    assert (await browser.get("/desk")).status_code == 303
    assert (await desk.events())[-1] == ("w-1", "signed_out", "w-1")


async def test_a_form_without_the_sessions_token_changes_nothing(desk: Desk) -> None:
    """没有本会话标记的表单不受理，别人会话的标记也不行."""
    browser, other = await desk.browser("w-1"), await desk.browser("w-2")
    for token in ("", "guessed", await other.token()):
        answer = await browser.post("/desk/theme", data={"_csrf": token, "theme": "dark"})
        assert answer.status_code == 401
        assert csrf.STALE in answer.text
        await browser.post("/sign-out", data={"_csrf": token})
    assert (await browser.get("/desk")).status_code == 200
    assert (await browser.fill("/desk/theme", theme="dark")).status_code == 303


async def test_a_door_takes_a_cookie_only_with_the_header(desk: Desk) -> None:
    """用 Cookie 调用接口须带 X-CSRF-Token；令牌不需要."""
    browser = await desk.browser("w-1")
    refused = await browser.post("/disputes", json={})
    assert (refused.status_code, refused.json()["detail"]) == (401, csrf.STALE)
    token = await browser.token()
    headers = {"X-CSRF-Token": token, "Idempotency-Key": "csrf-0001"}
    assert (await browser.post("/disputes", json={}, headers=headers)).status_code == 422
    assert (await browser.get("/disputes")).status_code == 200


async def test_another_site_signs_nobody_in(desk: Desk) -> None:
    """外站不能替人登录."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    typed = {"code": "w-1", "passphrase": given}
    for foreign in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        answer = await browser.post("/sign-in", data=typed, headers=foreign)
        assert answer.status_code == 401
        assert not browser.secret


FOREIGN = (
    "https://elsewhere.example/desk",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/desk\r\nSet-Cookie: a=b",
    "javascript:alert(1)",
    "desk",
    "",
    "/sign-out",
)


async def test_signing_in_leads_to_pages_of_the_hub_only(desk: Desk) -> None:
    """登录后只去本系统的页面."""
    browser = await desk.browser("w-1")
    for said in FOREIGN:
        answer = await browser.get("/sign-in", params={"next": said})
        assert answer.headers["location"] == "/desk", said


async def test_the_role_of_a_session_is_held_against_each_page_and_door(desk: Desk) -> None:
    """凭会话只能做本角色的事."""
    browser = await desk.browser("w-1")
    assert (await browser.get("/desk/accounts")).status_code == 403
    headers = {"X-CSRF-Token": await browser.token()}
    assert (await browser.post("/mediations", json={}, headers=headers)).status_code != 403
    path = "/whistles/7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11/check-in"
    assert (await browser.post(path, json={}, headers=headers)).status_code == 403


NOWHERE = (
    "/desk/accounts?q=%00",
    "/desk/accounts/%00",
    "/desk/sign-ins?q=%00",
    "/desk/sign-ins?sort=nonsense",
    "/desk/sign-ins?cursor=99999999999999999999",
    "/desk/find?q=%00",
    "/desk/disputes/%00",
    "/desk/parked?sort=nonsense",
    "/desk/parked?after=99999999999999999999",
    "/desk/parked/99999999999999999999",
    "/disputes/a%00",
)


async def test_what_no_text_and_no_number_can_be_is_told_as_such(desk: Desk) -> None:
    """地址或者内容中有不能识别的字符、过大的数的，如实说明，不算系统错误."""
    browser = await desk.browser("chief", CHIEF)
    assert (await browser.get("/desk/sign-ins?sort=at&cursor=9999999999")).status_code == 200
    for path in NOWHERE:
        assert (await browser.get(path)).status_code == 422, path
    assert (await (await desk.browser()).sign_in("w\x00-1", "x")).status_code == 422


async def test_a_party_goes_to_its_own_pages(desk: Desk) -> None:
    """当事人登录后到当事人页面."""
    party = AccountIn("当事人", frozenset({Role.PARTY}), "")
    browser = await desk.browser("p-1", party)
    assert (await browser.get("/sign-in")).headers["location"] == "/party"


@pytest.mark.parametrize("path", ["/desk", "/desk/notices"])
async def test_a_session_asks_the_database_once_for_a_page(desk: Desk, path: str) -> None:
    """验会话只读一行、只问一次，页面再问接口时不再问，不拖慢页面."""
    browser = await desk.browser("w-1")
    plan = await desk.pool.fetch(
        "EXPLAIN SELECT 1 FROM hub.session WHERE session_id = '\\x00' AND ended IS NULL"
    )
    assert "pk_session" in str(plan)
    await browser.get(path)
    before = await desk.pool.fetchval("SELECT xmin::text FROM hub.session")
    async with heard(desk.pool) as queries:
        assert (await browser.get(path)).status_code == 200
    assert len([one for one in queries if "hub.session" in one]) == 1, queries
    assert await desk.pool.fetchval("SELECT xmin::text FROM hub.session") == before


@asynccontextmanager
async def heard(pool: Pool) -> AsyncIterator[list[str]]:
    """Every query that the database is asked meanwhile, by whichever connection."""
    queries: list[str] = []

    def hear(told: LoggedQuery) -> None:
        queries.append(told.query)

    async with AsyncExitStack() as held:  # all at once, so that each is heard
        conns = [await held.enter_async_context(pool.acquire()) for _ in range(pool.get_max_size())]
        for conn in conns:
            conn.add_query_logger(hear)
    try:
        yield queries
    finally:
        async with AsyncExitStack() as held:
            for _ in range(pool.get_max_size()):
                (await held.enter_async_context(pool.acquire())).remove_query_logger(hear)
