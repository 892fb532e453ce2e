"""演示账号: a post for each organ of the directory, one passphrase a data folder."""

import re
from pathlib import Path

from deploy.local.seeding import passphrase_of, seed_accounts
from shared.auth import Identity, Role
from shared.directory import Kind, load
from shared.sessions.demonstration import posts
from shared.settings import Settings
from shared.work import Hub
from tests.sessions.desk import Desk

POSTS = list(posts(load()))


def test_every_organ_that_works_at_a_desk_has_its_post() -> None:
    """每个窗口、中心、部门、调委会、委员会、复议机关、裁决机关都有账号."""
    city = load()
    of = {role: {one.organ for one in POSTS if one.role is role} for role in Role}
    windows = {one.code for one in city.windows()}
    centres = {one.code for one in city.organs(Kind.CENTRE)}
    assert of[Role.WINDOW] == windows
    assert of[Role.SUPERVISOR] | of[Role.GRID] == centres
    assert not of[Role.SUPERVISOR] & of[Role.GRID]
    assert of[Role.MEDIATOR] == {one.code for one in city.organs(Kind.MEDIATION)}
    assert of[Role.SECRETARY] == of[Role.COMMITTEE]
    assert of[Role.COMMITTEE] == {one.code for one in city.organs(Kind.COMMITTEE)}
    assert "620702-gongan" in of[Role.DEPARTMENT]
    assert "620702-government" in of[Role.RECONSIDERATION] & of[Role.RECONSIDERATION_HEAD]
    assert "620702-government" in of[Role.ADJUDICATOR]
    assert [one.code for one in POSTS if one.role is Role.ADMINISTRATOR] == ["administrator"]


def test_the_code_of_a_post_may_stand_in_a_fact_and_belongs_to_one_post() -> None:
    """账号代码可以写进案卷，各不相同."""
    codes = [Identity.of(one.code, [one.role], organ=one.organ).code for one in POSTS]
    assert len(set(codes)) == len(codes)


async def test_accounts_are_made_once_and_a_passphrase_is_made_for_each_data_folder(
    database: str, hub: Hub, tmp_path: Path
) -> None:
    """第一次启动建立账号，口令随机，只有数据目录的主人能读."""
    told = Settings(data=tmp_path)
    await seed_accounts(told, database)
    passphrase = passphrase_of(tmp_path)
    assert passphrase is not None
    assert re.fullmatch(r"\w{4}-\w{4}-\w{4}", passphrase)
    assert (tmp_path / "passphrase").stat().st_mode & 0o077 == 0
    desk = Desk(hub)
    for code in ("620702-window-1", "620702-government-head", "administrator"):
        assert (await (await desk.browser()).sign_in(code, passphrase)).status_code == 303
    await desk.sign_in.accounts.disable("620702-window-1", by="administrator")
    await seed_accounts(told, database)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.account") == len(POSTS)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.account WHERE disabled") == 1
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    await hub.pool.execute("TRUNCATE hub.account")
    await seed_accounts(Settings(data=elsewhere), database)
    assert passphrase_of(elsewhere) != passphrase


async def test_beside_an_issuer_no_account_is_made(database: str, tmp_path: Path, hub: Hub) -> None:
    """设置了身份提供方的，不建立演示账号."""
    told = Settings(data=tmp_path, oidc_issuer="https://id.example", oidc_audience="hub")
    await seed_accounts(told, database)
    assert passphrase_of(tmp_path) is None
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.account") == 0
