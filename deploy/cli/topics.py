"""主题: `hub topics` makes the topics on a broker of one's own."""

import asyncio
from typing import Annotated

import typer
from aiokafka.errors import KafkaError

from deploy.cli.say import FAILED, AsJson, say
from deploy.run_file import NoHub, adopt
from deploy.topics import ensure_topics, topic_names
from shared.logging import configure


def topics(
    replication: Annotated[int, typer.Option(min=1, help="每个分区的副本数，多台代理时宜为 3")] = 1,
    *,
    as_json: AsJson = False,
) -> None:
    """建立消息主题 / create the topics that are missing, kept for ever.

    已有的主题不变；分区数取自 HUB_PARTITIONS。`hub up` 启动时自行建立，无需此命令。

    例如: `HUB_KAFKA=kafka:9092 hub topics --replication 3`
    """
    told = adopt()
    if not told.kafka:
        raise NoHub("没有消息代理：请设置 HUB_KAFKA，或者先运行 hub up")
    configure("ERROR")
    try:
        asyncio.run(ensure_topics(told, told.kafka, replication=replication))
    except (KafkaError, TimeoutError) as error:
        typer.echo(f"未能建立主题：{error or type(error).__name__}", err=True)
        raise typer.Exit(FAILED) from None
    names = topic_names(told.topic_prefix)
    facts = {"topics": names, "partitions": told.partitions, "replication": replication}
    say(facts, f"主题齐备：{'、'.join(names)}", as_json=as_json)
