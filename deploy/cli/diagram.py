"""程序图: `hub law diagram` draws a procedure table."""

from datetime import date, datetime
from typing import Annotated

import typer

from deploy.cli.columns import columns
from deploy.cli.say import USED_WRONGLY
from deploy.diagram import editions_of, procedures
from deploy.diagram.chart import charts, since
from deploy.diagram.mermaid import mermaid
from deploy.diagram.svg import svg as drawn
from shared.clock import WallClock
from shared.law.procedure import Procedure


def diagram(
    name: Annotated[str, typer.Argument(help="程序，如 ordinary；不填则列出全部")] = "",
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="哪一天有效的版本，不填为今天")
    ] = None,
    *,
    svg: Annotated[
        bool, typer.Option("--svg/--mermaid", help="输出 SVG 图，或者 mermaid 文本")
    ] = False,
    track: Annotated[
        bool, typer.Option("--track", help="画每个部门、当事人各自的环节，如果程序有")
    ] = False,
) -> None:
    """画出一个程序：环节、行为和行为人、期限、期满的后果 / draw a procedure table.

    例如: `hub law diagram ordinary --svg`，`hub law diagram whistle --track --mermaid`
    """
    if not name:
        rows = [(one.name, one.term, since(one)) for one in procedures()]
        typer.echo(columns(("程序", "名称", "版本"), rows))
        return
    try:
        found = charts(_edition(name, on.date() if on else WallClock().now().date()))
        chart = found[1] if track else found[0]
    except LookupError as error:
        told = "这个程序没有各自的环节" if isinstance(error, IndexError) else str(error)
        typer.echo(f"hub law diagram: {told}", err=True)
        raise typer.Exit(USED_WRONGLY) from None
    typer.echo(drawn(chart) if svg else mermaid(chart), nl=False)


def _edition(name: str, on: date) -> Procedure:
    """The edition of a table that is in force on a day; the first one before that."""
    editions = editions_of(name)
    return next((one for one in reversed(editions) if one.since <= on), editions[0])
