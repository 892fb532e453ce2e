"""升级: `hub migrate`."""

from deploy.cli.say import AsJson, say
from deploy.migrations.run import head, upgrade
from deploy.run_file import NoHub, adopt


def migrate(*, as_json: AsJson = False) -> None:
    """升级数据库结构 / bring the database to the newest form.

    已是最新时什么也不做。几个进程同时升级时依次进行。

    例如: `HUB_DATABASE_URL=postgresql://… hub migrate --json`
    """
    url = adopt().database_url
    if url is None:
        raise NoHub("没有数据库：请设置 HUB_DATABASE_URL，或者先运行 hub up")
    changed = upgrade(url.get_secret_value())
    text = f"已升级到 {head()}" if changed else f"已是最新：{head()}"
    say({"changed": changed, "revision": head()}, text, as_json=as_json)
