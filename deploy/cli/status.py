"""状态: `hub status`."""

import http.client
from urllib.parse import urlsplit

import typer

from deploy.cli.say import FAILED, AsJson, say
from deploy.run_file import NoHub, is_held, read
from shared.settings import settings


def answers_ready(address: str) -> bool:
    """Whether `GET /readyz` is answered by 200."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=2)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def status(*, as_json: AsJson = False) -> None:
    """查看正在运行的枢纽 / what runs, and whether it is ready.

    就绪时退出码为 0，尚未就绪为 1，没有运行为 3。

    例如: `hub status --json`
    """
    folder = settings().data
    run = read(folder)
    if run is None:
        if is_held(folder):
            say({"ready": False}, "枢纽正在启动 / starting", as_json=as_json)
            raise typer.Exit(FAILED)
        raise NoHub("没有正在运行的枢纽：请先运行 hub up")
    ready = answers_ready(run.address)
    facts = {
        "address": run.address,
        "pid": run.pid,
        "started_at": run.started_at,
        "kafka": run.kafka,
        "ready": ready,
    }
    state = "已就绪" if ready else "尚未就绪"
    text = f"{state}：{run.address}，进程 {run.pid}，自 {run.started_at} 起运行"
    say(facts, text, as_json=as_json)
    if not ready:
        raise typer.Exit(FAILED)
