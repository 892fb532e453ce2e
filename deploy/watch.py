"""观看: `hub watch` shows in a terminal what happens, as it happens."""

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final

import httpx
import typer
from rich.cells import set_cell_size
from rich.console import Console
from rich.text import Text

from deploy.cli.say import FAILED
from deploy.cli.token import sign
from deploy.run_file import NoHub, read
from shared.auth import Role
from shared.clock import CITY
from shared.directory import Directory, load
from shared.law.terms import zh
from shared.settings import settings

COLOURS: Final = {
    "intake": "cyan",
    "routing": "yellow",
    "mediation": "green",
    "adjudication": "magenta",
    "reconsideration": "bright_blue",
    "consultation": "bright_magenta",
    "supervision": "bright_red",
    "notification": "bright_white",
}
"""An office by its colour; what it is called stands in `terms`."""

COLUMNS: Final = (
    ("时间", 8), ("县区", 8), ("机构", 12), ("事实", 22), ("纠纷编号", 26), ("办理人", 20),
)  # fmt: skip
"""Titles and widths, a Chinese character taking two."""

SILENCE_SECONDS: Final = 45.0
"""Three beats missed: the line is dead."""

PAUSES_SECONDS: Final = (0.5, 1.0, 2.0, 5.0)
TOKEN: Final = "HUB_TOKEN"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the stream: its position, and what it says unless it only moves the place."""

    position: str
    data: str


class TurnedAway(Exception):
    """The hub answered, and not with a stream."""


def events(lines: Iterable[str]) -> Iterator[Event]:
    """The events in the lines of a stream, also those that only say where it stands."""
    position, data = "", []
    for line in lines:
        if line.startswith("id:"):
            position = line[3:].strip()
        elif line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        elif not line:
            if position or data:
                yield Event(position, "\n".join(data))
            data = []


def row(told: Mapping[str, Any], directory: Directory) -> Text:
    """One line for a fact, in columns."""
    labels, head = told["labels"], told["fact"]["head"]
    try:
        county = directory.place(labels.get("county", "")).name
    except LookupError:
        county = labels.get("county", "")
    at = datetime.fromisoformat(head["at"]).astimezone(CITY)
    by = "时钟" if head["by"] == "clock" else head["by"]
    term = told["term"] + ("（暂定）" if told["fact"].get("provisional") else "")
    office = told["office"]
    cells = (f"{at:%H:%M:%S}", county, called(office), term, labels.get("number", "—"), by)
    return Text(_line(cells), style=COLOURS.get(office, "white"))


def called(office: str) -> str:
    """What an office is called; its code where the hub is newer than who watches it."""
    try:
        return zh(office)
    except LookupError:
        return office


def _line(cells: Iterable[str]) -> str:
    widths = (width for _, width in COLUMNS)
    return "  ".join(set_cell_size(c, w) for c, w in zip(cells, widths, strict=True)).rstrip()


def follow(
    client: httpx.Client, path: str, params: Mapping[str, str], after: str | None
) -> Iterator[Event]:
    """Every event since `after`, for ever; a line that breaks is taken up where it broke.

    Raises:
        TurnedAway: The hub does not give this stream.
        httpx.TransportError: Nobody answers, and nobody did before.
    """
    attempt, reached = 0, False
    while True:
        headers = {"Last-Event-ID": after} if after else {}
        try:
            with client.stream("GET", path, params=params, headers=headers) as answer:
                _admitted(answer)
                attempt, reached = 0, True
                for event in events(answer.iter_lines()):
                    after = event.position or after
                    if event.data:
                        yield event
        except httpx.TransportError:
            if not reached:
                raise
        time.sleep(PAUSES_SECONDS[min(attempt, len(PAUSES_SECONDS) - 1)])
        attempt += 1


def _admitted(answer: httpx.Response) -> None:
    if answer.status_code in {httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.BAD_GATEWAY}:
        raise httpx.ReadError("not ready")
    if answer.status_code != httpx.codes.OK:
        answer.read()
        try:
            told = answer.json()
        except ValueError:
            told = {}
        raise TurnedAway(told.get("detail") or f"HTTP {answer.status_code}")


def address_of(url: str) -> str:
    """Where the hub is: as given, or as the one that runs here says.

    Raises:
        NoHub: None is given and none runs.
    """
    if url:
        return url
    run = read(settings().data)
    if run is None:
        raise NoHub("没有正在运行的枢纽：请先运行 hub up，或者以 --url 指明地址")
    return run.address


def token_of(given: str, role: Role) -> str:
    """The token to show: as given, from the environment, or one for demonstrations."""
    return given or os.environ.get(TOKEN, "") or sign(settings(), role)[0]


def _show(found: Iterator[Event], *, as_json: bool) -> None:
    if as_json:
        for event in found:
            typer.echo(event.data)
        return
    console = Console(highlight=False, soft_wrap=True)
    directory = load(settings().directory)
    console.print(Text(_line(title for title, _ in COLUMNS), style="bold"))
    for event in found:
        console.print(row(json.loads(event.data), directory))


def watch(
    dispute: Annotated[str, typer.Argument(help="纠纷编号，不填则为全部")] = "",
    *,
    office: Annotated[str, typer.Option(help="机构，逗号分隔")] = "",
    department: Annotated[str, typer.Option(help="部门代码，逗号分隔")] = "",
    window: Annotated[str, typer.Option(help="窗口代码，逗号分隔")] = "",
    kind: Annotated[str, typer.Option(help="事实种类，逗号分隔")] = "",
    county: Annotated[str, typer.Option(help="县区代码，逗号分隔")] = "",
    after: Annotated[str, typer.Option(help="从这一流位之后看起，0 为从头")] = "",
    role: Annotated[Role, typer.Option("--as", help="演示角色")] = Role.SUPERVISOR,
    url: Annotated[str, typer.Option(help="枢纽地址，不填则为本机正在运行的")] = "",
    token: Annotated[str, typer.Option(help="令牌，也可用 HUB_TOKEN；不填则自行签发演示令牌")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="逐行输出 JSON (for scripts)")] = False,
) -> None:
    """实时观看发生的事实 / watch facts as they happen; resumes by itself.

    例如: `hub watch --county 620702 --kind intake.registered`
    """
    asked = {"office": office, "department": department, "window": window}
    asked |= {"kind": kind, "county": county}
    params = {name: value for name, value in asked.items() if value}
    path = f"/disputes/{dispute}/stream" if dispute else "/stream"
    headers = {"Authorization": f"Bearer {token_of(token, role)}", "Accept": "text/event-stream"}
    timeout = httpx.Timeout(10, read=SILENCE_SECONDS)
    address = address_of(url)
    try:
        with httpx.Client(base_url=address, headers=headers, timeout=timeout) as client:
            _show(follow(client, path, params, after or None), as_json=as_json)
    except KeyboardInterrupt:
        return
    except TurnedAway as error:
        typer.echo(f"枢纽未准许观看：{error}", err=True)
        raise typer.Exit(FAILED) from None
    except httpx.TransportError:
        raise NoHub(f"{address} 没有应答") from None
