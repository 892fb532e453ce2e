"""主题前缀: stays what it was when a database lived its first day.

Consumers are named by it, and what they have handled is kept under their names: under new names
every office would do again what it has done. What the relay has sent tells the prefix.
"""

from typing import Final

import asyncpg

from shared.settings import BadSettings

OTHERS: Final = """
SELECT min(split_part(topic, '.', 1)) FROM hub.sent WHERE topic <> '' AND topic NOT LIKE $1 || '.%'
"""


async def refuse_another_prefix(url: str, prefix: str) -> None:
    """Let nobody work on a database that has lived under another prefix.

    Raises:
        BadSettings: It has.
    """
    conn = await asyncpg.connect(url, timeout=10)
    try:
        before: str | None = await conn.fetchval(OTHERS, prefix)
    except (asyncpg.UndefinedTableError, asyncpg.InvalidSchemaNameError):
        return  # it has not lived at all
    finally:
        await conn.close()
    if before is not None:
        raise BadSettings(
            f"这个数据库的主题前缀是 {before}，不能改为 {prefix}：收件记录以前缀命名，"
            f"改名后各机构会把办过的事重办一遍；请设置 HUB_TOPIC_PREFIX={before}"
            " / this database has lived under another topic prefix"
        )
