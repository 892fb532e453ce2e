"""命令行: the root of the `hub` command.

A command stands here by name, place and one line of help; its module is loaded when it is called,
so that `hub --help` costs no more than Typer itself. The place is a function, or a `typer.Typer`
with commands of its own. Exit codes: 0 done, 1 failed or found wrong, 2 used wrongly, 3 no hub
runs.
"""

import importlib
import sys
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "up": (
        "deploy.cli.up:up",
        "启动整个枢纽：数据库、消息代理、投递、承办与网页 (start everything)",
    ),
    "status": (
        "deploy.cli.status:status",
        "查看正在运行的枢纽 (what runs, and whether it is ready)",
    ),
    "token": ("deploy.cli.token:token", "签发演示令牌 (sign a token of a role)"),
    "accounts": (
        "deploy.cli.accounts:accounts",
        "列出演示账号和口令 (the accounts of the demonstration)",
    ),
    "import": ("deploy.cli.importing:import_ledger", "导入台账 (take a ledger in)"),
    "watch": ("deploy.watch:watch", "在终端里看事实流 (follow the facts in a terminal)"),
    "track": ("deploy.cli.track:track", "看一件纠纷走过的途径和在走的期限 (the way of a dispute)"),
    "verify": ("deploy.cli.verify:verify", "核对账册 (check the books against each other)"),
    "parked": (
        "deploy.cli.parked:app",
        "查看、更正、重办、作废滞留件 (messages that could not be handled)",
    ),
    "clock": ("deploy.cli.clock:app", "查看、推进枢纽时钟 (show the clock, or move it on)"),
    "calendar": (
        "deploy.cli.calendar:app",
        "载入放假通知、查看一年的工作日 (the calendar of working days)",
    ),
    "law": ("deploy.cli.law:app", "法律服务台：提问法律问题，附期限说明 (ask about the law)"),
    "rehearse": (
        "deploy.cli.rehearse:rehearse",
        "推演剧本，或者一件纠纷无人办理时的后果 (play a case under a virtual clock)",
    ),
    "demo": (
        "deploy.cli.demo:demo",
        "演示城里的一天：虚构纠纷经各部门接口走一遍 (play a day of the city)",
    ),
    "routing": (
        "deploy.cli.routing:app",
        "分流说明、规则簿及其推演、分类建议 (explain a road, rule books, suggestions)",
    ),
    "migrate": ("deploy.cli.migrate:migrate", "升级数据库结构 (bring the database up to date)"),
    "topics": (
        "deploy.cli.topics:topics",
        "在自己的消息代理上建立主题 (create the topics on a broker)",
    ),
    "asyncapi": ("deploy.asyncapi:asyncapi", "输出 AsyncAPI 文档 (print the AsyncAPI document)"),
    "web": ("deploy.cli.parts:web", "单独启动网页服务 (serve offices over HTTP)"),
    "work": ("deploy.cli.parts:work", "单独启动承办进程 (let offices hear facts)"),
    "relay": ("deploy.cli.parts:relay", "单独启动投递进程 (send facts to Kafka)"),
}
"""Every command: where it is, and what `hub --help` says of it."""


class Lazy(TyperGroup):
    """Knows commands by name and loads only the one that is called."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  # Typer's own
        super().__init__(**attributes)
        for name, (_, said) in COMMANDS.items():
            self.commands[name] = TyperCommand(name, help=said)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  # as there
        """Put the command itself in the place of its name."""
        name, command, rest = super().resolve_command(ctx, args)
        return (name, load(name), rest) if name in COMMANDS else (name, command, rest)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  # as there
        """Run the command; an error that is no fault of the program is told in one line."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            from deploy.cli.say import exit_code_of  # noqa: PLC0415  # only when it went wrong

            code = exit_code_of(error)
            if code is None:
                raise
            typer.echo(f"{ctx.info_name}: {error}", err=True)
            raise typer.Exit(code) from None


def load(name: str) -> Any:  # noqa: ANN401  # a command of Typer's
    """The command of this name, ready to run."""
    module, _, attribute = COMMANDS[name][0].partition(":")
    found = getattr(importlib.import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        group = typer.Typer(add_completion=False, rich_markup_mode="markdown")
        group.command(name)(found)
        found = group
    return typer.main.get_command(found)


app = typer.Typer(
    cls=Lazy,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a frame's variables may hold passwords
    rich_markup_mode="markdown",
)


@app.callback()
def hub() -> None:
    """矛盾纠纷化解与行政复议枢纽 / the dispute hub.

    例如 / for example: `hub up`，`hub token --as window`，`hub clock forward 3d`。

    退出码 / exit codes: 0 成功，1 失败或者发现问题，2 用法有误，3 没有正在运行的枢纽。
    """


if __name__ == "__main__":
    sys.exit(app())
