"""`hub import`: takes a ledger 台账 in at a terminal, with its progress and what became of it."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from enum import IntEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from services.intake.importing import ImportOptions, ImportResult, import_ledger, own_source
from services.intake.ledger import LedgerError, count_rows, load_mapping
from shared.work import Hub

Opener: TypeAlias = Callable[[], AbstractAsyncContextManager[Hub]]
"""Opens the hub that runs; raises when none does."""


class Exit(IntEnum):
    """Exit codes 退出码 of its own; 2 and 3 are those of every command."""

    DONE = 0
    REJECTED = 1
    STOPPED = 130


File = Annotated[Path, typer.Argument(help="台账：CSV（UTF-8、GB18030）或者 XLSX", exists=True)]
Mapping = Annotated[
    Path | None, typer.Option(help="栏目对照：JSON 或者 TOML，栏目名 = 含义", exists=True)
]
History = Annotated[bool, typer.Option("--history", help="历史台账：不开始任何期限")]
Window = Annotated[str | None, typer.Option(help="首问负责的窗口代码；不填为市综治中心1号窗口")]
Source = Annotated[
    str | None, typer.Option(help="来源名称，同名的同一编号视为同一件；默认用文件名")
]
Rejects = Annotated[Path | None, typer.Option(help="退回文件；默认为“文件名.rejects.csv”")]
Batch = Annotated[int, typer.Option(help="每批行数", min=1, max=2000)]
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 输出 (for scripts)")]


def import_command(open_hub: Opener) -> Callable[..., None]:
    """The command, for a root that knows how to open the hub."""

    def import_(
        file: File,
        *,
        mapping: Mapping = None,
        history: History = False,
        window: Window = None,
        source: Source = None,
        rejects: Rejects = None,
        batch: Batch = 500,
        as_json: AsJson = False,
    ) -> None:
        """导入台账 / take a ledger in; stopped at any time, it goes on when started again.

        同一来源、同一编号的行只登记一次。读不出的行写入退回文件，更正后可以再次导入。

        退出码：0 全部收下，1 有退回的行，2 用法有误，3 没有正在运行的枢纽，130 中途停止。

        例如: `hub import 台账.xlsx --window 620702-window-1 --source 12345热线`
        """
        try:
            columns = load_mapping(mapping) if mapping else {}
            job = _Job(open_hub, file, as_json=as_json)
            result = job.run(
                lambda hub: ImportOptions(
                    window=window or f"{hub.directory.city.code}-window-1",
                    source=source or own_source(file),
                    rejects=rejects or file.with_name(f"{file.stem}.rejects.csv"),
                    mapping=columns,
                    history=history,
                    batch=batch,
                ),
                total=count_rows(file, columns),
            )
        except LedgerError as error:
            raise typer.BadParameter(str(error)) from error
        raise typer.Exit(Exit.REJECTED if result.rejected else Exit.DONE)

    return import_


class _Job:
    """One import at a terminal."""

    def __init__(self, open_hub: Opener, file: Path, *, as_json: bool) -> None:
        self._open_hub = open_hub
        self._file = file
        self._as_json = as_json
        self._so_far = ImportResult()
        self._rejects = file
        self._bar = Progress(
            TextColumn("导入 {task.fields[name]}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]:,.0f} 行/秒"),
            TextColumn("剩余"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=as_json,
        )

    def run(self, options: Callable[[Hub], ImportOptions], *, total: int) -> ImportResult:
        """Run it to its end, or until somebody stops it."""
        try:
            with self._bar:
                task = self._bar.add_task("import", total=total, name=self._file.name, rate=0.0)
                result = asyncio.run(self._import(options, task))
        except KeyboardInterrupt:
            self._tell(self._so_far, stopped=True)
            raise typer.Exit(Exit.STOPPED) from None
        self._tell(result, stopped=False)
        return result

    async def _import(self, options: Callable[[Hub], ImportOptions], task: TaskID) -> ImportResult:
        def show(result: ImportResult) -> None:
            self._so_far = result
            self._bar.update(task, completed=result.read, rate=result.rate)

        async with self._open_hub() as hub:
            chosen = options(hub)
            self._rejects = chosen.rejects
            return await import_ledger(hub, self._file, chosen, show)

    def _tell(self, result: ImportResult, *, stopped: bool) -> None:
        rejects = str(self._rejects) if result.rejected else None
        facts = {**asdict(result), "rate": result.rate, "rejects": rejects, "stopped": stopped}
        typer.echo(json.dumps(facts, ensure_ascii=False) if self._as_json else _said(facts))


def _said(facts: dict[str, object]) -> str:
    head = "已停止，再次运行即从停下处继续：" if facts["stopped"] else ""
    took = f"用时 {facts['seconds']:.1f} 秒，每秒 {facts['rate']:,.0f} 行"
    lines = [
        f"{head}共读 {facts['read']:,} 行，{took}",
        f"  新登记  {facts['registered']:>9,}",
        f"  重复件  {facts['repeated']:>9,}",
        f"  已登记  {facts['known']:>9,}",
        f"  退　回  {facts['rejected']:>9,}",
    ]
    if facts["rejects"]:
        lines.append(f"退回的行在 {facts['rejects']}，更正后可以再次导入")
    return "\n".join(lines)
