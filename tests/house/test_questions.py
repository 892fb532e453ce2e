"""Every question of the law desk 法律服务台, held against the house."""

import json
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from pydantic import BaseModel
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from deploy.diagram import procedures
from deploy.hub import app
from deploy.lawdesk import questions
from deploy.lawdesk.answers import AnswerOut
from deploy.lawdesk.asking import ask, changes_of, inner
from deploy.lawdesk.line import example
from deploy.lawdesk.page import page
from shared.directory import load
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from shared.lawdesk import Question, Setting

SETTING: Final = Setting(date(2026, 11, 23), CALENDAR, load())
ROOT: Final = Path(__file__).parents[2]
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
every_question = pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)


def models(facts: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The form of a question and every form inside of it."""
    yield facts
    for field in facts.model_fields.values():
        for each in inner(field.annotation):
            yield from models(each)


def typed(asked: Question[Any], *more: str) -> Result:
    """The example of a question, typed at a terminal."""
    return CliRunner().invoke(app, [*shlex.split(example(asked))[1:], *more])


@every_question
def test_the_example_of_a_question_is_answered_with_one_of_its_results(
    asked: Question[Any],
) -> None:
    answer = ask(asked, asked.example, SETTING)
    assert answer.result in asked.results
    assert HAN.search(answer.says)
    assert answer.says in page(asked, answer).replace("\n", "")


@every_question
def test_every_article_that_an_answer_cites_exists(asked: Question[Any]) -> None:
    answer = ask(asked, asked.example, SETTING)
    assert all(Article.parse(one.code) == one for one in answer.articles)


@every_question
def test_an_answer_holds_nothing_but_plain_json(asked: Question[Any]) -> None:
    answer = ask(asked, asked.example, SETTING)
    told = json.dumps(AnswerOut.of(asked, answer).model_dump())
    assert json.loads(told)["result"] == answer.result


@every_question
def test_the_example_of_the_help_page_runs_at_a_terminal(
    asked: Question[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = typed(asked, "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["result"] in asked.results


@every_question
def test_an_answer_as_a_page_has_no_line_that_a_terminal_would_break(
    asked: Question[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    answer = ask(asked, asked.example, SETTING)
    lines = page(asked, answer).split("\n")
    assert max(cell_len(line) for line in lines) <= 84


@every_question
def test_every_fact_says_in_chinese_what_it_is_and_what_it_would_change(
    asked: Question[Any],
) -> None:
    for model in models(asked.facts):
        for name, field in model.model_fields.items():
            assert HAN.search(field.description or ""), name
            assert HAN.search(changes_of(field)), name


@every_question
def test_no_fact_has_the_name_of_what_every_door_has(asked: Question[Any]) -> None:
    assert not {"svg", "ctx", "facts_file", "as_json"} & set(asked.facts.model_fields)


@every_question
def test_a_question_and_its_results_speak_chinese(asked: Question[Any]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", asked.name)
    assert all(HAN.search(said) for said in (asked.term, asked.says, *asked.results.values()))


def test_a_question_has_a_name_and_a_term_of_its_own() -> None:
    names = [one.name for one in questions()]
    assert len(names) == len(set(names)) == len({one.term for one in questions()})
    assert "diagram" not in names


def test_every_table_with_periods_has_them_listed_by_its_name() -> None:
    (rules,) = [one for one in questions() if one.name == "rules"]
    held = {one.name for one in procedures() if one.deadlines}
    listed = ask(rules, {}, SETTING).values["rules"]
    assert {one["procedure"] for one in listed if one["clock"]} == held
