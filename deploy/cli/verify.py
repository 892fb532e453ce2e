"""核对: `hub verify` checks the books against each other."""

import asyncio
from typing import Annotated, Any

import typer
from aiokafka.errors import KafkaError

from deploy.cli.columns import columns
from deploy.cli.say import FAILED, AsJson, say
from deploy.compose import offices, open_hub
from deploy.run_file import NoHub, adopt
from shared.logging import configure
from shared.settings import Settings
from shared.verify import WARNINGS, Checked, check, general_rules

_TITLES = ("规则", "内容", "结果", "处数", "用时", "案卷")


def verify(
    rule: Annotated[list[str] | None, typer.Option(help="只核对这条规则，可多次")] = None,
    *,
    topics: Annotated[bool, typer.Option(help="是否通读消息主题")] = True,
    as_json: AsJson = False,
) -> None:
    """核对账册：页码、流位、主题、收件、期限、状态 / check the books against each other.

    枢纽运行时也可以核对。有不符的，退出码为 1；只有提示的，退出码为 0。

    例如: `hub verify`，`hub verify --rule pages --rule deadlines --json`
    """
    told = adopt()
    if told.database_url is None:
        raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
    configure("WARNING")
    try:
        found = asyncio.run(_check(told, rule or [], topics=topics))
    except KafkaError as away:
        typer.echo(f"消息代理暂时无法访问：{type(away).__name__}", err=True)
        raise typer.Exit(FAILED) from None
    holds = all(one.holds or one.rule.name in WARNINGS for one in found)
    text = columns(_TITLES, [_row(one) for one in found])
    verdict = "账册相符" if holds else "账册不符"
    facts = {"holds": holds, "rules": [_facts(one) for one in found]}
    say(facts, f"{text}\n{verdict}", as_json=as_json)
    if not holds:
        raise typer.Exit(FAILED)


async def _check(told: Settings, only: list[str], *, topics: bool) -> list[Checked]:
    async with open_hub(told) as hub:
        known = offices()
        kafka = told.kafka if topics else None
        rules = [
            *general_rules(hub, known, told.topic_prefix, kafka),
            *(rule for office in known for rule in office.rules),
        ]
        if strange := set(only) - {rule.name for rule in rules}:
            raise typer.BadParameter(f"没有规则 {'、'.join(sorted(strange))}")
        chosen = [rule for rule in rules if not only or rule.name in only]
        return [one async for one in check(hub.pool, chosen)]


def _row(one: Checked) -> tuple[object, ...]:
    verdict = "相符" if one.holds else "提示" if one.rule.name in WARNINGS else "不符"
    samples = " ".join(one.broken.samples[:1])
    return (
        one.rule.name,
        one.rule.says,
        verdict,
        one.broken.count,
        f"{one.seconds:.1f}秒",
        samples,
    )


def _facts(one: Checked) -> dict[str, Any]:
    return {
        "rule": one.rule.name,
        "says": one.rule.says,
        "holds": one.holds,
        "warning": one.rule.name in WARNINGS,
        "count": one.broken.count,
        "samples": one.broken.samples,
        "seconds": round(one.seconds, 3),
    }
