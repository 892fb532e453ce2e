"""状态: `hub status`."""

import http.client
import json
from urllib.parse import urlsplit

import typer

from deploy.cli.say import FAILED, AsJson, say
from deploy.run_file import NoHub, is_held, read
from shared.settings import settings


def what_is_missing(address: str) -> list[str] | None:
    """What `GET /readyz` still misses; nothing when it is ready, None when it does not answer."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=2)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        body = json.loads(answer.read())
    except (OSError, ValueError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return [] if answer.status == http.HTTPStatus.OK else list(map(str, body.get("missing", ["?"])))


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
    missing = what_is_missing(run.address)
    ready = missing == []
    facts = {
        "address": run.address,
        "pid": run.pid,
        "started_at": run.started_at,
        "kafka": run.kafka,
        "ready": ready,
        "missing": ["web"] if missing is None else missing,
    }
    state = "已就绪" if ready else f"尚未就绪（缺 {'、'.join(missing or ['web'])}）"
    text = f"{state}：{run.address}，进程 {run.pid}，自 {run.started_at} 起运行"
    say(facts, text, as_json=as_json)
    if not ready:
        raise typer.Exit(FAILED)
