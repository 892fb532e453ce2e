"""轨迹: `hub track NUMBER` prints the way of a dispute through the offices."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

import httpx
import typer

from deploy.cli.columns import columns
from deploy.cli.say import FAILED, AsJson, say
from deploy.run_file import NoHub
from deploy.watch import address_of, token_of
from shared.auth import Role

_STAGES: Final = ("自", "至", "程序", "途径", "状态", "如何终结")
_DATES: Final = ("届满", "期限", "对象", "依据", "程序", "备注")


def track(
    dispute: Annotated[str, typer.Argument(help="纠纷编号或者标识")],
    *,
    role: Annotated[Role, typer.Option("--as", help="演示角色")] = Role.SUPERVISOR,
    url: Annotated[str, typer.Option(help="枢纽地址，不填则为本机正在运行的")] = "",
    token: Annotated[str, typer.Option(help="令牌，也可用 HUB_TOKEN；不填则自行签发演示令牌")] = "",
    as_json: AsJson = False,
) -> None:
    """查看纠纷走过的途径和在走的期限 / the way of a dispute, and the dates that run on it.

    例如: `hub track 620702-20261123-0000001-5`
    """
    address = address_of(url)
    headers = {"Authorization": f"Bearer {token_of(token, role)}"}
    try:
        with httpx.Client(base_url=address, headers=headers, timeout=10) as client:
            answer = client.get(f"/disputes/{dispute}/track")
    except httpx.TransportError:
        raise NoHub(f"{address} 没有应答") from None
    told: dict[str, Any] = answer.json()
    if answer.status_code != httpx.codes.OK:
        typer.echo(told.get("detail") or f"HTTP {answer.status_code}", err=True)
        raise typer.Exit(FAILED)
    say(told, track_page(told), as_json=as_json)


def track_page(told: Mapping[str, Any]) -> str:
    """The track as a table of stages, and one of the dates that run."""
    stages = columns(_STAGES, [_stage(one) for one in told["stages"]])
    dates = sorted(_dates(told["stages"]))
    running = columns(_DATES, dates) if dates else "没有在走的期限"
    return f"{told['number'] or told['dispute_id']}\n\n{stages}\n\n在走的期限\n\n{running}"


def _stage(one: Mapping[str, Any]) -> tuple[str, ...]:
    turns = "；".join(f"{c['on']} 由{c['was']}更正" for c in one["corrections"])
    road = f"{one['road']}（{turns}）" if turns else one["road"]
    return (one["since"], one["until"] or "", one["term"], road, one["state_term"], one["ended"])


def _dates(stages: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    for stage in stages:
        for one in stage["running"]:
            article = one["article"]["text"] if one["article"] else ""
            last = one["last_day"] or "停止计算"
            yield (last, one["term"], one["subject"], article, stage["term"], _note(one))


def _note(one: Mapping[str, Any]) -> str:
    said = (
        "法定" if one["statutory"] else "",
        "暂定" if one["provisional"] else "",
        "已预警" if one["warned_on"] else "",
    )
    return "、".join(filter(None, said))
