"""账号: `hub accounts` lists the accounts of the demonstration, and says their first passphrase."""

import json
from typing import Annotated

import typer

from deploy.cli.say import FAILED, AsJson
from deploy.local.seeding import passphrase_of
from shared.auth import Role
from shared.directory import load
from shared.sessions.demonstration import posts
from shared.settings import BadSettings, settings


def accounts(
    role: Annotated[Role | None, typer.Option("--as", help="只列这个角色")] = None,
    place: Annotated[str, typer.Option(help="只列区划代码以此开头的，例如 620702")] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """列出演示账号和初始口令 / the accounts of the demonstration; never in production mode.

    改过口令的账号，以改后的为准；管理员新增的账号在页面“账号与会话”中查看。

    例如: `hub accounts --as window --place 620702`
    """
    told = settings()
    if told.production or told.oidc_issuer:
        raise BadSettings("账号由身份提供方管理 / the issuer keeps the accounts, not the hub")
    passphrase = passphrase_of(told.data)
    if passphrase is None:
        typer.echo(
            "还没有演示账号：第一次运行 hub up 时建立 / none yet: run hub up first", err=True
        )
        raise typer.Exit(FAILED)
    found = [
        one
        for one in posts(load(told.directory))
        if role in (None, one.role) and one.organ.startswith(place)
    ]
    if as_json:
        listed = [{"code": one.code, "title": one.title, "role": one.role} for one in found]
        typer.echo(json.dumps({"passphrase": passphrase, "accounts": listed}, ensure_ascii=False))
        return
    for one in found:
        typer.echo(f"{one.code}\t{one.role.term}\t{one.title}")
    typer.echo(f"口令 / passphrase: {passphrase}")
