"""规则簿: `hub routing rules` keeps them, `rehearse` plays one on past cases, `explain` a road."""

import asyncio
import getpass
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar
from uuid import UUID

import typer

from deploy.cli.rules_page import explained, listed, rehearsed
from deploy.cli.say import FAILED, AsJson, say
from deploy.compose import open_hub
from deploy.run_file import NoHub, adopt
from services.routing.domain.rulebook_file import RuleBookFile
from services.routing.domain.rulebook_text import digest_of
from services.routing.rulebooks import care, looking
from services.routing.rulebooks.explained import ExplanationOut
from services.routing.rulebooks.picture import as_svg
from services.routing.rulebooks.playing import play
from services.routing.rulebooks.replay import MOST_MONTHS
from services.routing.rulebooks.schemas import BookOut, FiguresOut, ListedOut
from services.routing.store import RULEBOOKS, rulebook_of
from shared.auth import Identity, Role
from shared.disputes import dispute_of
from shared.errors import Malformed
from shared.law.procedure import Refused
from shared.logging import configure
from shared.work import Act, Hub

T = TypeVar("T")

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="markdown")

Number = Annotated[UUID, typer.Argument(help="规则簿编号，见 hub routing rules list")]
By = Annotated[str, typer.Option(help="经办人代码，记入规则簿卷", show_default="本机用户")]

_DAYS: Final = ["%Y-%m-%d"]


@app.callback()
def rules() -> None:
    """规则簿：起草、推演、由第二人批准、撤回 / rule books under care.

    例如: `hub routing rules list`，`hub routing rules draft 新稿.toml`
    """


@app.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """列出起草过的规则簿，现行的标明 / list rule books; which is in force.

    例如: `hub routing rules list --json`
    """

    async def found(hub: Hub) -> tuple[list[ListedOut], str, str]:
        book, _ = await looking.current(hub)
        return [ListedOut.shown(one) for one in await looking.every(hub)], book.edition, book.title

    books, edition, title = _run(found)
    facts = {
        "edition": edition,
        "title": title,
        "rulebooks": [one.model_dump(mode="json") for one in books],
    }
    say(facts, listed(books, edition, title), as_json=as_json)


@app.command()
def show(
    number: Annotated[UUID | None, typer.Argument(help="规则簿编号；不填为现行的一份")] = None,
) -> None:
    """输出规则簿正文，可存为文件后修改 / print the text of one, or of the one in force.

    例如: `hub routing rules show > 新稿.toml`
    """

    async def text(hub: Hub) -> str:
        if number is None:
            return (await looking.current(hub))[1]
        return (await _text(hub, number, _who("")))[1]

    typer.echo(_run(text), nl=False)


@app.command()
def draft(
    file: Annotated[
        typer.FileText, typer.Argument(encoding="utf-8-sig", help="规则簿，- 为标准输入")
    ],
    by: By = "",
    *,
    as_json: AsJson = False,
) -> None:
    """起草一份规则簿；写法有误的指出第几行 / put a draft down.

    例如: `hub routing rules draft 新稿.toml --by admin-1`
    """
    text = file.read()
    case_id = rulebook_of(digest_of(text))
    act = partial(care.draft, case_id=case_id, text=text, by=_who(by))
    _tell(_run(lambda hub: _do(hub, act, case_id)), "已起草", as_json=as_json)


@app.command()
def approve(
    number: Number,
    since: Annotated[datetime, typer.Option(formats=_DAYS, help="施行日，最早为明天")],
    by: By = "",
    *,
    as_json: AsJson = False,
) -> None:
    """批准一份推演过的规则簿，须为起草人以外的人 / let it come into force.

    例如: `hub routing rules approve 编号 --since 2026-12-01 --by supervisor-1`
    """

    async def approved(hub: Hub) -> RuleBookFile:
        _, text = await _text(hub, number, _who(by))
        act = partial(care.approve, case_id=number, text=text, since=since.date(), by=_who(by))
        return await _do(hub, act, number)

    _tell(_run(approved), f"已批准，自{since.date()}起施行", as_json=as_json)


@app.command()
def withdraw(
    number: Number,
    reason: Annotated[str, typer.Option(help="撤回理由")],
    by: By = "",
    *,
    as_json: AsJson = False,
) -> None:
    """撤回一份规则簿；已经施行的，自明日起恢复前一版 / withdraw one.

    例如: `hub routing rules withdraw 编号 --reason 试行期间转办过多`
    """
    act = partial(care.withdraw, case_id=number, reason=reason, by=_who(by))
    _tell(_run(lambda hub: _do(hub, act, number)), "已撤回", as_json=as_json)


def rehearse(
    draft: Annotated[str, typer.Argument(help="规则簿文件，或者已起草的编号")],
    months: Annotated[int, typer.Option(min=1, max=MOST_MONTHS, help="过去几个月")] = 6,
    svg: Annotated[Path | None, typer.Option(help="把变动画成图，写到这个文件")] = None,
    by: By = "",
    *,
    as_json: AsJson = False,
) -> None:
    """推演规则簿：过去几个月登记的纠纷，哪些会改走别的途径 / play a rule book on past cases.

    给出文件的只看不记；给出编号的，结果记入规则簿卷，之后才能批准。

    例如: `hub routing rehearse 新稿.toml --months 6 --svg 变动.svg`
    """
    path, who = Path(draft), _who(by)
    if path.is_file():
        text = _read(path)
        figures = _run(lambda hub: play(hub, text, months, path.name))
    else:
        number = _number(draft)
        figures = _run(lambda hub: _rehearsed(hub, number, months, who))
    if svg:
        svg.write_text(as_svg(figures), encoding="utf-8")
    say(figures.model_dump(mode="json"), rehearsed(figures), as_json=as_json)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed(f"{path.name}：应为 UTF-8 编码") from None


def _number(draft: str) -> UUID:
    try:
        return UUID(draft)
    except ValueError:
        raise Malformed(f"找不到规则簿文件 {draft}，也不是规则簿编号") from None


async def _rehearsed(hub: Hub, number: UUID, months: int, by: str) -> FiguresOut:
    """Play a draft that is under care, and keep the figures in its file."""
    _, text = await _text(hub, number, by)
    figures = await play(hub, text, months)
    told = figures.model_dump(mode="json")
    act = partial(care.rehearse, case_id=number, figures=told, months=months, by=by)
    await _do(hub, act, number)
    return figures


def explain(
    number: Annotated[str, typer.Argument(help="纠纷编号")], *, as_json: AsJson = False
) -> None:
    """说明一件纠纷为什么走这条途径：各条规则哪些条件符合、差在哪里 / explain a road.

    例如: `hub routing explain 620702-20261123-0000001-5`
    """

    async def found(hub: Hub) -> ExplanationOut:
        async with hub.pool.acquire() as conn:
            dispute_id = await dispute_of(conn, number)
        case_id = await looking.routing_file_of(hub, dispute_id)
        return ExplanationOut.of(await looking.explained(hub, case_id))

    one = _run(found)
    say(one.model_dump(mode="json"), explained(one), as_json=as_json)


# -- how they run


def _who(by: str) -> str:
    """The code of whoever acts, as it may stand in a fact."""
    return Identity.of(by or f"terminal-{getpass.getuser()}", [Role.ADMINISTRATOR]).code


async def _text(hub: Hub, number: UUID, by: str) -> tuple[RuleBookFile, str]:
    file, _ = await hub.read(RULEBOOKS, number)
    return file, await looking.text_of(hub, file.text_id, by, "rulebook")


async def _do(hub: Hub, command: Callable[..., RuleBookFile], case_id: UUID) -> RuleBookFile:
    act = Act(do=command, files=[case_id], name="routing.rulebook")
    done: RuleBookFile = await hub.act(act)
    return done


def _run(use: Callable[[Hub], Awaitable[T]]) -> T:
    async def used() -> T:
        told = adopt()
        if told.database_url is None:
            raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
        async with open_hub(told) as hub:
            return await use(hub)

    configure("WARNING")
    try:
        return asyncio.run(used())
    except Refused as refused:
        typer.echo(f"依法不予准许：{refused}", err=True)
        raise typer.Exit(FAILED) from None


def _tell(file: RuleBookFile, done: str, *, as_json: bool) -> None:
    facts: dict[str, Any] = BookOut.of(file).model_dump(mode="json")
    say(facts, f"{done}：{file.title}\n编号 {file.case_id}", as_json=as_json)
