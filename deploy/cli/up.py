"""启动: `hub up`."""

import json
import os
import sys
from typing import Final

from deploy import run_file
from deploy.local.door import open_door
from deploy.local.screen import Screen
from deploy.local.seeding import passphrase_of
from deploy.local.up import Up
from shared.settings import Settings, settings

_HEADERS: Final = '-H "Idempotency-Key: first-dispute" -H "Content-Type: application/json"'
_DISPUTE: Final = {
    "channel": "window",
    "matter": "wuye",
    "place": "甘州区东街街道",
    "subject": "小区电梯停运两周",
    "content": "三号楼电梯停运两周，物业公司一直未修。",
    "demand": "请求尽快修复电梯。",
    "parties": [{"side": "applicant", "name": "张某", "phone": "13800000000"}],
}
"""What somebody may register to see it move."""


def up() -> None:
    """启动整个枢纽 / start everything on this machine, and keep it running.

    数据都在 HUB_DATA（默认 .hub）之下；设置 HUB_DATABASE_URL、HUB_KAFKA 则使用自己的服务器。
    Ctrl-C 依次停止。同一目录已有枢纽运行时，只告知其地址。

    例如: `HUB_PORT=8080 hub up`
    """
    told = settings()
    screen = Screen()
    lock = run_file.hold(told.data)
    if lock is None:
        _say_running(told, screen)
        return
    try:
        door = open_door(told.host, told.port)
        Up(told, screen, door).run(lambda run: _greet(told, screen, run))
    finally:
        os.close(lock)


def _say_accounts(told: Settings, screen: Screen, run: run_file.Run, hub: str) -> None:
    if (passphrase := passphrase_of(told.data)) is not None:
        screen.say(f"登录 / sign in: {run.address}/sign-in")
        screen.say(f"  口令 / passphrase: {passphrase}    账号 / accounts: {hub} accounts")
    screen.say(f"令牌 / token:\n  TOKEN=$({hub} token --as window)")


def _say_running(told: Settings, screen: Screen) -> None:
    run = run_file.read(told.data)
    if run is None:
        screen.say(
            f"枢纽正在 {told.data} 上启动或者停止 / another one is starting or stopping here"
        )
        return
    screen.say(f"枢纽已在运行：{run.address}，进程 {run.pid} / already running, process {run.pid}")


def _greet(told: Settings, screen: Screen, run: run_file.Run) -> None:
    """Say where it is, how to sign in, and what to try first."""
    hub = os.path.relpath(sys.argv[0]) if "/" in sys.argv[0] else "hub"
    screen.say(f"\n枢纽已就绪 / ready: {run.address}\n", style="bold green")
    if told.production or told.oidc_issuer:
        screen.say(f"登录 / sign in: 令牌由 {told.oidc_issuer} 签发 / tokens come from the issuer")
    else:
        _say_accounts(told, screen, run, hub)
    curl = f'curl -H "Authorization: Bearer $TOKEN" {run.address}'
    screen.say("可以试试 / three things to try:")
    screen.say(f"  {curl}/stream -N &")
    screen.say(f"  {curl}/disputes {_HEADERS} -d '{json.dumps(_DISPUTE, ensure_ascii=False)}'")
    screen.say(f"  {hub} clock forward 3d")
    screen.say(f"接口说明 / API: {run.address}/openapi.json    停止 / stop: Ctrl-C\n")
