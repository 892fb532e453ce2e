"""分流: `hub routing` learns suggestions and asks for one, keeps rule books, explains a road."""

from pathlib import Path
from typing import Annotated, Final

import typer

from deploy.cli import rules
from deploy.cli.figures import bars_, figures_
from deploy.cli.hotspots import hotspots
from deploy.cli.say import AsJson, say
from deploy.cli.suggestion_page import suggestion_page, told
from deploy.cli.training_page import account, account_page
from services.intake.ledger import Field, LedgerError, Row, read_ledger
from services.intake.ledger.columns import ALIASES, plain
from services.routing.suggest import Labelled, Scorer, read_model, suggest
from shared.clock import WallClock
from shared.directory import load
from shared.errors import Malformed
from shared.settings import settings

MOST_CHARACTERS: Final = 20_000
"""Of a message; the same as the desk takes."""

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode="markdown")

Ledger = Annotated[
    Path, typer.Argument(help="已分类的台账：CSV（UTF-8、GB18030）或者 XLSX", exists=True)
]
TextColumn = Annotated[str | None, typer.Option(help="内容所在的栏；不填按常用栏名认")]
SubjectColumn = Annotated[str | None, typer.Option(help="主题所在的栏；不填按常用栏名认")]
LabelColumn = Annotated[str | None, typer.Option(help="类别所在的栏，如“一级分类”")]
Out = Annotated[Path | None, typer.Option(help="模型写到这个文件；不填只评测，不写")]
Seed = Annotated[int, typer.Option(help="分组的次序", min=0)]
Said = Annotated[str, typer.Argument(help="来件内容", show_default=False)]
File = Annotated[Path | None, typer.Option(help="来件内容在这个文件里", exists=True)]
Subject = Annotated[str, typer.Option(help="来件主题")]
ModelFile = Annotated[Path | None, typer.Option(help="模型文件；不填用 HUB_MODEL")]
Place = Annotated[str | None, typer.Option(help="发生地的代码或者名称；不填为全市")]


@app.callback()
def routing() -> None:
    """分流：分流说明、规则簿及其推演；分类建议离线训练，只供参考 / explain, rules, suggestions.

    例如: `hub routing explain 编号`，`hub routing rehearse 新稿.toml --months 6`，
    `hub routing train 台账.csv --out model.json`
    """


app.command("figures")(figures_)
app.command("bars")(bars_)
app.add_typer(rules.app, name="rules")
app.command("rehearse")(rules.rehearse)
app.command("explain")(rules.explain)


@app.command("train")
def train_(
    file: Ledger,
    *,
    column_text: TextColumn = None,
    column_subject: SubjectColumn = None,
    column_label: LabelColumn = None,
    out: Out = None,
    seed: Seed = 0,
    as_json: AsJson = False,
) -> None:
    """训练：从已分类的台账学习，五折交叉验证，按需写出模型 / learn from a labelled ledger.

    不需要启动枢纽；需要安装 train 附加组件。内容相近的来件始终分在同一折。

    例如: `hub routing train 台账.csv --column-label 一级分类 --out model.json`
    """
    try:
        from services.routing.suggest.training import train  # noqa: PLC0415 - it needs numpy
    except ModuleNotFoundError as error:
        raise Malformed("训练需要 numpy，请安装：pip install 'dispute-hub[train]'") from error
    named = {Field.TEXT: column_text, Field.SUBJECT: column_subject, Field.MATTER: column_label}
    now = WallClock().now()
    try:
        read = list(read_ledger(file, _mapping(named), now=now))
    except LedgerError as error:
        raise typer.BadParameter(str(error)) from error
    rows = [row for row in read if isinstance(row, Row)]
    labelled = [Labelled(row.subject, row.text, row.matter) for row in rows if row.matter]
    trained = train(labelled, on=now.date().isoformat(), seed=seed)
    if out:
        out.write_text(trained.model.dump(), encoding="utf-8")
    facts = account(
        trained, out, unlabelled=len(rows) - len(labelled), rejected=len(read) - len(rows)
    )
    say(facts, account_page(trained, facts), as_json=as_json)


@app.command("suggest")
def suggest_(
    text: Said = "",
    *,
    file: File = None,
    subject: Subject = "",
    model: ModelFile = None,
    place: Place = None,
    as_json: AsJson = False,
) -> None:
    """建议：来件可能属于哪一类、哪些部门、有何风险、为什么 / what a message may be about.

    不需要启动枢纽；内容不保存，也不进日志。

    例如: `hub routing suggest "小区物业乱收停车费" --model model.json`
    """
    if bool(text) == bool(file):
        raise typer.BadParameter("请给出来件内容，或者用 --file 指定文件，二者取一")
    directory = load(settings().directory)
    where = directory.find_place(place) if place else directory.city
    if where is None:
        raise typer.BadParameter(f"名录中没有“{place}”")
    chosen = model or settings().model
    scorer = Scorer(read_model(chosen)) if chosen else None
    content = file.read_text(encoding="utf-8-sig") if file else text
    found = suggest(scorer, subject, content[:MOST_CHARACTERS], directory, where.code)
    say(told(found), suggestion_page(found, directory), as_json=as_json)


app.command("hotspots")(hotspots)


def _mapping(chosen: dict[Field, str | None]) -> dict[str, str]:
    """The columns that were named, in the place of those that usually mean the same."""
    mapping = {name: "" for name, field in ALIASES.items() if chosen.get(field)}
    return mapping | {plain(name): field.value for field, name in chosen.items() if name}
