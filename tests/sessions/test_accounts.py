"""账号: passphrases, wrong ones, and what an administrator does to accounts."""

import asyncio
import re
from datetime import timedelta
from html import unescape

import pytest

from shared.auth import Role
from shared.sessions import account
from shared.sessions.log import Event, put
from shared.sessions.passphrase import hash_of as passphrase_hash
from shared.settings import Settings
from shared.signin.watching import LINES
from shared.work import Hub
from tests.sessions.desk import CHIEF, WINDOW, Browser, Desk

PLACE = {"organ": WINDOW.organ, "county": ""}


@pytest.fixture
def desk(hub: Hub) -> Desk:
    return Desk(hub)


@pytest.fixture
async def chief(desk: Desk) -> Browser:
    return await desk.browser("chief", CHIEF)


def given_on(text: str) -> str:
    found = re.search(r'class="given">([^<]+)<', text)
    assert found, text
    return found[1]


async def test_wrong_passphrases_make_the_pauses_grow(desk: Desk) -> None:
    """口令连续输错，暂停登录的时间逐次加长；登录成功后重新计算."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    for _ in range(account.FREE_TRIES + 1):
        wrong = await browser.sign_in("w-1", "not-the-one")
        assert (wrong.status_code, account.WRONG in wrong.text) == (401, True)
    assert "暂停登录" in (await browser.sign_in("w-1", given)).text
    desk.clock.forward(timedelta(seconds=31))
    assert account.WRONG in (await browser.sign_in("w-1", "not-the-one")).text
    desk.clock.forward(timedelta(seconds=31))
    assert "暂停登录" in (await browser.sign_in("w-1", given)).text
    desk.clock.forward(timedelta(seconds=30))
    assert (await browser.sign_in("w-1", given)).status_code == 303
    assert await desk.pool.fetchval("SELECT failed FROM hub.account") == 0
    refused = [one for one in await desk.events() if one[1] == "refused"]
    assert len(refused) == account.FREE_TRIES + 2


def test_a_pause_is_a_quarter_of_an_hour_at_most() -> None:
    """暂停最长十五分钟，免得别人把账号一直锁住."""
    pauses = [account.pause_after(failed).total_seconds() for failed in range(20)]
    assert pauses[:8] == [0, 0, 0, 0, 0, 30, 60, 120]
    assert pauses[-1] == 15 * 60


async def test_many_tries_at_once_are_each_counted(desk: Desk) -> None:
    """同时试多个口令，一个也不少算."""
    await desk.post_of("w-1")
    browser = await desk.browser()
    tried = await asyncio.gather(*(browser.sign_in("w-1", f"guess-{n}") for n in range(8)))
    assert sum("暂停登录" in one.text for one in tried) == 8 - account.FREE_TRIES - 1


async def test_who_guesses_does_not_learn_whether_there_is_such_an_account(desk: Desk) -> None:
    """没有的账号、停用的账号、错的口令，说法一样."""
    given = await desk.post_of("w-1")
    await desk.sign_in.accounts.disable("w-1", by="chief")
    browser = await desk.browser()
    for code, passphrase in (("nobody", given), ("w-1", given), ("w-1", "wrong")):
        answer = await browser.sign_in(code, passphrase)
        assert account.WRONG in answer.text
        assert f'value="{code}"' in answer.text
        assert passphrase not in answer.text


async def test_a_disabled_account_is_out_at_once(desk: Desk, chief: Browser) -> None:
    """停用立即生效，已经登录的也不能再用."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    await browser.sign_in("w-1", given)
    done = await chief.fill("/desk/accounts/w-1/disable", "/desk/accounts/w-1")
    assert done.status_code == 303
    assert (await browser.get("/desk")).status_code == 303
    assert (await browser.sign_in("w-1", given)).status_code == 401
    await chief.fill("/desk/accounts/w-1/enable", "/desk/accounts/w-1")
    assert (await browser.get("/desk")).status_code == 303
    assert (await browser.sign_in("w-1", given)).status_code == 303
    assert ("w-1", "disabled", "chief") in await desk.events()


async def test_a_changed_role_ends_what_was_opened_with_the_old_one(
    desk: Desk, chief: Browser
) -> None:
    """角色变更后须重新登录，按新角色办理."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    await browser.sign_in("w-1", given)
    typed = {"title": "甘州区公安分局", "roles": ["department"], "organ": "620702-gongan"}
    await chief.fill("/desk/accounts/w-1/change", "/desk/accounts/w-1", **typed)
    assert (await browser.get("/desk")).status_code == 303
    await browser.sign_in("w-1", given)
    assert "部门承办人员" in (await browser.get("/desk")).text
    shown = await chief.get("/desk/accounts/w-1")
    assert "变更名称、角色或者机构" in shown.text
    assert "；张掖市公安局甘州分局<" in shown.text


async def test_a_new_account_changes_its_passphrase_before_anything_else(
    desk: Desk, chief: Browser
) -> None:
    """管理员给的口令，首次登录先改."""
    typed = {"code": "w-9", "title": WINDOW.title, "roles": ["window"], **PLACE}
    given = given_on((await chief.fill("/desk/accounts", "/desk/accounts/new", **typed)).text)
    browser = await desk.browser()
    await browser.sign_in("w-9", given)
    assert (await browser.get("/desk")).headers["location"] == "/desk/passphrase"
    assert (await browser.get("/disputes")).status_code == 401
    own = {"old": given, "new": "half a dozen plain words", "again": "half a dozen plain words"}
    changed = await browser.fill("/desk/passphrase", "/desk/passphrase", **own)
    assert changed.status_code == 303
    assert (await browser.get("/desk")).status_code == 200
    again = await desk.browser()
    assert (await again.sign_in("w-9", given)).status_code == 401
    assert (await again.sign_in("w-9", own["new"])).status_code == 303


async def test_a_passphrase_that_will_not_do_is_told_why(desk: Desk) -> None:
    """不合要求的新口令说明原因，原口令照旧."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    await browser.sign_in("w-1", given)
    own = {"old": given, "new": "half a dozen plain words", "again": "half a dozen plain words"}
    for typed, said in (
        ({"old": "wrong"}, "原口令不正确"),
        ({"new": "short", "again": "short"}, "口令须为 10 至 128 个字符"),
        ({"new": "aaaaaaaaaaaa", "again": "aaaaaaaaaaaa"}, "重复的字符过多"),
        ({"again": "something else altogether"}, "两次输入的新口令不一致"),
    ):
        answer = await browser.fill("/desk/passphrase", "/desk/passphrase", **(own | typed))
        assert answer.status_code == 422
        assert said in answer.text
    assert (await (await desk.browser()).sign_in("w-1", given)).status_code == 303


async def test_a_passphrase_renewed_meanwhile_is_the_one_that_holds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """修改口令的同时管理员重置的，以重置的为准."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    await browser.sign_in("w-1", given)
    renewed = []

    async def hashed(passphrase: str) -> str:
        if not renewed:
            renewed.append("")
            renewed[0] = await desk.sign_in.accounts.renew("w-1", by="chief")
        return passphrase_hash(passphrase)

    monkeypatch.setattr(account, "hashed", hashed)
    own = {"old": given, "new": "half a dozen plain words", "again": "half a dozen plain words"}
    late = await browser.fill("/desk/passphrase", "/desk/passphrase", **own)
    assert late.status_code == 422
    other = await desk.browser()
    assert (await other.sign_in("w-1", own["new"])).status_code == 401
    assert (await other.sign_in("w-1", renewed[0])).status_code == 303


async def test_who_signs_in_while_the_account_is_changed_has_the_new_role_or_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """登录的同时账号变更的，不会留下按旧角色登录的会话."""
    given = await desk.post_of("w-1")
    changing: list[asyncio.Task[None]] = []
    as_before = desk.sign_in.sessions.begin_in
    told = account.AccountIn("甘州区公安分局", frozenset({Role.DEPARTMENT}), "620702-gongan")

    async def begin_in(*args: object, **more: object) -> str:
        changing.append(asyncio.create_task(desk.sign_in.accounts.change("w-1", told, by="chief")))
        await asyncio.wait(changing, timeout=0.3)
        return await as_before(*args, **more)

    monkeypatch.setattr(desk.sign_in.sessions, "begin_in", begin_in)
    browser = await desk.browser()
    await browser.sign_in("w-1", given)
    await changing[0]
    assert (await browser.get("/desk")).status_code == 303


async def test_changing_a_passphrase_ends_the_other_sessions(desk: Desk) -> None:
    """改了口令，其他地方的登录随即结束，自己的还在."""
    given = await desk.post_of("w-1")
    mine, other = await desk.browser(), await desk.browser()
    for one in (mine, other):
        await one.sign_in("w-1", given)
    own = {"old": given, "new": "half a dozen plain words", "again": "half a dozen plain words"}
    await mine.fill("/desk/passphrase", "/desk/passphrase", **own)
    assert (await mine.get("/desk")).status_code == 200
    assert (await other.get("/desk")).status_code == 303


async def test_a_renewed_passphrase_lifts_the_lock_and_ends_the_old_one(
    desk: Desk, chief: Browser
) -> None:
    """重置口令后旧口令失效，暂停解除."""
    given = await desk.post_of("w-1")
    browser = await desk.browser()
    for _ in range(account.FREE_TRIES + 1):
        await browser.sign_in("w-1", "not-the-one")
    new = given_on((await chief.fill("/desk/accounts/w-1/renew", "/desk/accounts/w-1")).text)
    assert (await browser.sign_in("w-1", given)).status_code == 401
    assert (await browser.sign_in("w-1", new)).status_code == 303
    assert new not in str(await desk.pool.fetch("SELECT * FROM hub.account, hub.account_log"))


async def test_an_administrator_ends_a_session_at_once(desk: Desk, chief: Browser) -> None:
    """管理员结束会话，下一次操作即须重新登录."""
    browser = await desk.browser("w-1")
    listed = await chief.get("/desk/sessions?q=w-1")
    [path] = re.findall(r'action="(/desk/sessions/[0-9a-f]{64}/end)"', listed.text)
    assert (await chief.fill(path, "/desk/sessions")).status_code == 303
    assert (await browser.get("/desk")).status_code == 303
    assert (await chief.fill(path, "/desk/sessions")).status_code == 404
    assert ("w-1", "ended", "chief") in await desk.events()
    log = await chief.get("/desk/sign-ins?q=w-1")
    assert WINDOW.organ not in log.text, "an organ is called by its name"
    assert "会话被结束" in log.text


async def test_sign_ins_are_read_from_both_ends(desk: Desk, chief: Browser) -> None:
    """登录与变更记录可以从新到旧，也可以从旧到新，翻页不漏不重，次序留在地址里."""
    every = [f"第{number:03}件" for number in range(LINES + 5)]
    async with desk.pool.acquire() as conn:
        for detail in every:
            at = desk.clock.now()
            await put(conn, "w-1", Event.CHANGED, by="chief", at=at, detail=detail)
    for sort, expected in (("", every[::-1]), ("&sort=at", every), ("&sort=-at", every[::-1])):
        first = await chief.get(f"/desk/sign-ins?q=w-1{sort}")
        [path] = re.findall(r'href="([^"]+)" rel="next"', first.text)
        assert unescape(path).startswith(f"/desk/sign-ins?q=w-1{sort}&cursor=")
        second = await chief.get(unescape(path))
        assert 'rel="next"' not in second.text
        assert re.findall(r"第\d{3}件", first.text + second.text) == expected, sort


async def test_all_sessions_of_somebody_end_together(desk: Desk, chief: Browser) -> None:
    """一并结束一人的全部会话，别人的不动."""
    own = [await desk.browser("w-1") for _ in range(2)]
    other = await desk.browser("w-2")
    await chief.fill("/desk/sessions/end-all", "/desk/sessions", code="w-1")
    assert [(await one.get("/desk")).status_code for one in (*own, other)] == [303, 303, 200]


async def test_an_administrator_does_not_lock_the_own_door(desk: Desk) -> None:
    """不得停用自己的账号，不得取消自己的管理员角色."""
    given = await desk.post_of("chief", CHIEF)
    chief = await desk.browser()
    await chief.sign_in("chief", given)
    done = await chief.fill("/desk/accounts/chief/disable", "/desk/accounts/chief")
    assert "不得停用自己的账号" in done.text
    typed = {"title": "窗口", "roles": ["window"], **PLACE}
    kept = await chief.fill("/desk/accounts/chief/change", "/desk/accounts/chief", **typed)
    assert "不得取消自己的系统管理员角色" in kept.text
    assert (await chief.get("/desk/accounts")).status_code == 200


async def test_what_is_wrong_with_a_new_account_is_told_and_the_rest_is_kept(
    desk: Desk, chief: Browser
) -> None:
    """新增账号填错，说明原因，已填的保留."""
    await desk.post_of("w-1")
    for typed, said in (
        ({"code": "620102198001011234"}, "不得使用证件号码或者手机号"),
        ({"code": "w-1"}, "已有这个账号"),
        ({"roles": []}, "至少选择一个角色"),
        ({"roles": ["party"]}, "至少选择一个角色"),
        ({"organ": "nowhere"}, "没有这个机构代码"),
        ({"title": ""}, "岗位名称"),
    ):
        whole = {"code": "w-7", "title": "甘州区二号窗口", "roles": ["window"], **PLACE} | typed
        answer = await chief.fill("/desk/accounts", "/desk/accounts/new", **whole)
        assert answer.status_code == 422, typed
        assert said in answer.text
        assert not re.search(r"<li><a [^>]*>[a-z]+：", answer.text)  # names of fields are no words
        assert f'value="{whole["title"]}"' in answer.text
    assert await desk.pool.fetchval("SELECT count(*) FROM hub.account") == 1


async def test_accounts_are_found_by_word_role_and_place(desk: Desk, chief: Browser) -> None:
    """按账号、岗位、角色、区划查找，条件写在地址里."""
    await desk.post_of("w-1")
    await desk.post_of("chief-1", CHIEF)
    for query, found in (
        ("q=1号窗口", {"w-1"}),
        ("role=administrator", {"chief-1"}),
        ("place=620702", {"w-1"}),
        ("place=620702&role=administrator", set()),
        ("sort=-code", {"w-1", "chief-1"}),
    ):
        page = await chief.get(f"/desk/accounts?{query}")
        assert set(re.findall(r'href="/desk/accounts/([\w-]+-1)"', page.text)) == found, query


async def test_accounts_and_sessions_are_the_administrators_alone(desk: Desk) -> None:
    """账号与会话只归系统管理员."""
    others = frozenset(Role) - {Role.ADMINISTRATOR}
    browser = await desk.browser("o-1", account.AccountIn("岗位", others, "620702-window-1"))
    for path in ("/desk/accounts", "/desk/accounts/new", "/desk/sessions", "/desk/sign-ins"):
        assert (await browser.get(path)).status_code == 403
    token = await browser.token()
    for path in (
        *(f"/desk/accounts/w-1/{act}" for act in ("renew", "change", "disable", "enable")),
        *("/desk/accounts", "/desk/sessions/end-all", f"/desk/sessions/{'0' * 64}/end"),
    ):
        assert (await browser.post(path, data={"_csrf": token})).status_code == 403


async def test_beside_an_issuer_no_account_of_the_hub_holds(hub: Hub) -> None:
    """设置了身份提供方的，本系统的账号不能登录，以前登录的也失效."""
    before = Desk(hub)
    given = await before.post_of("w-1")
    browser = await before.browser()
    await browser.sign_in("w-1", given)
    kept = browser.secret
    told = Settings(secret="s" * 40, oidc_issuer="https://id.example", oidc_audience="hub")
    after = await Desk(hub, told).browser()
    assert (await after.sign_in("w-1", given)).status_code == 404
    after.carry(kept)
    assert (await after.get("/desk")).status_code == 303
