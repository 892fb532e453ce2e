"""法律服务台: `hub law` answers questions about the law, with proofs; it needs no server."""

import inspect
import json
import sys
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer
import yaml
from typer.core import TyperCommand

from deploy.cli.diagram import diagram
from deploy.cli.say import USED_WRONGLY, AsJson, say
from deploy.lawdesk import questions
from deploy.lawdesk.answers import AnswerOut, QuestionOut
from deploy.lawdesk.asking import BadFacts, Fault, ask, inner
from deploy.lawdesk.line import example, option
from deploy.lawdesk.page import faults_page, help_page, list_page, page
from deploy.plain_yaml import load as load_yaml
from shared.clock import WallClock
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.lawdesk import Question, Setting
from shared.settings import settings

_ANYTHING: Final = {"ignore_unknown_options": True, "allow_extra_args": True}
"""Unknown options are told in Chinese with all other faults, not by the parser alone."""

FactsFile = Annotated[
    Path | None, typer.Option("--facts", help="事实，YAML 文件，字段相同；选项优先")
]
Svg = Annotated[Path | None, typer.Option("--svg", help="把第一个期限画成图，写到这个文件")]

app = typer.Typer(add_completion=False, rich_markup_mode="markdown")


@app.callback(invoke_without_command=True)
def law(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """法律服务台：列出可以提的问题，或者回答其中一个 / ask about the law, with proofs.

    不需要启动枢纽。退出码：0 已答复，2 事实不全或者有误。

    例如: `hub law rules --procedure ordinary`，`hub law deadline --help`
    """
    if ctx.invoked_subcommand is None:
        listed = [QuestionOut.of(one).model_dump(mode="json") for one in questions()]
        say({"questions": listed}, list_page(questions()), as_json=as_json)


def here() -> Setting:
    """Today in the city, its calendar and its organs."""
    return Setting(WallClock().now().date(), CALENDAR, load(settings().directory))


def command_of(question: Question[Any]) -> typer.Typer:
    """A command line of one question, its options those of its facts."""
    alone = typer.Typer(add_completion=False, rich_markup_mode="markdown")
    _add(alone, question)
    return alone


def _add(group: typer.Typer, question: Question[Any]) -> None:
    def run(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - as the signature says
        file, as_json, svg = (given.pop(name) for name in ("facts_file", "as_json", "svg"))
        try:
            facts = _written(given, _file(file), _strangers(ctx.args))
            answer = ask(question, facts, here())
        except BadFacts as bad:
            _refuse(bad, as_json=as_json)
        if svg and answer.proofs:
            svg.write_text(answer.proofs[0].svg(), encoding="utf-8")
        elif svg:
            typer.echo("答复中没有期限，没有画图", err=True)
        told = AnswerOut.of(question, answer).model_dump(mode="json")
        say(told, page(question, answer), as_json=as_json)

    parameters = [
        inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        *_options(question),
        *(
            inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind
            )
            for name, kind, default in (
                ("facts_file", FactsFile, None),
                ("svg", Svg, None),
                ("as_json", AsJson, False),
            )
        ),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    told = f"{question.term}：{question.says}\n\n例如: `{example(question)}`"
    form = _helping(question)
    group.command(question.name, cls=form, help=told, context_settings=_ANYTHING)(run)


def _helping(question: Question[Any]) -> type[TyperCommand]:
    """A command whose help lines up in Chinese; a table of options would cut their texts."""

    class Helping(TyperCommand):
        def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own
            del ctx, formatter
            typer.echo(help_page(question))

    return Helping


def _options(question: Question[Any]) -> Iterator[inspect.Parameter]:
    for name, field in question.facts.model_fields.items():
        if any(inner(field.annotation)):
            continue  # only a file can hold it
        kind = option(name, field)
        yield inspect.Parameter(
            f"fact_{name}", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind
        )


def _file(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        read = load_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        said = f"没有这个文件，或者不是 UTF-8 文本：{path}"
        raise BadFacts([Fault("--facts", "--facts", said)]) from None
    except yaml.YAMLError as error:
        raise BadFacts([Fault("--facts", "--facts", f"不是 YAML：{error}")]) from None
    if not isinstance(read, dict):
        raise BadFacts(
            [Fault("--facts", "--facts", "应为若干字段，每行一个，如 start: 2026-11-23")]
        )
    return {str(name): value for name, value in read.items()}


def _written(
    given: Mapping[str, Any], file: Mapping[str, Any], strangers: Mapping[str, Any]
) -> dict[str, Any]:
    told = {n.removeprefix("fact_"): v for n, v in given.items() if v not in (None, [])}
    return {**file, **strangers, **told}


def _strangers(words: Sequence[str]) -> dict[str, Any]:
    """What stands on the command line and is no option: unknown fields, or stray words."""
    found: dict[str, Any] = {}
    for number, word in enumerate(words):
        if word.startswith("--"):
            found[word[2:].partition("=")[0].replace("-", "_")] = ""
        elif number == 0 or not words[number - 1].startswith("--"):
            found[word] = ""
    return found


def _refuse(bad: BadFacts, *, as_json: bool) -> typing.NoReturn:
    if as_json:
        faults = [
            {"field": f.field, "title": f.title, "message": f.message, "changes": f.changes}
            for f in bad.faults
        ]
        sys.stdout.write(json.dumps({"faults": faults}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(faults_page(bad.faults) + "\n")
    raise typer.Exit(USED_WRONGLY)


app.command("diagram")(diagram)
for _question in questions():
    _add(app, _question)
