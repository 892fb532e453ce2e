"""法律服务台 at a terminal: options made from the facts, and everything wrong told at once."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from deploy.cli.law import command_of
from deploy.lawdesk.line import example
from tests.lawdesk.toy import TOY


def toy(*words: str) -> Result:
    return CliRunner().invoke(command_of(TOY), words)


def test_facts_are_options_of_the_form() -> None:
    done = toy("--start", "2026-09-30", "--posted", "--colour", "red", "--fine-yuan", "3", "--json")
    assert (done.exit_code, json.loads(done.stdout)["values"]["last_day"]) == (0, "2026-11-30")
    assert json.loads(done.stdout)["assumed"] == []


def test_a_list_is_an_option_more_than_once() -> None:
    words = ("--start", "2026-09-30", "--colour", "blue")
    assert toy(*words, "--days", "2026-10-01", "--days", "2026-10-02").exit_code == 0
    assert "不计入的日子" in toy(*words).stderr


def test_what_is_wrong_is_told_at_once_in_chinese_and_is_wrong_use() -> None:
    done = toy("--strat", "2026-09-30", "--colour", "green", "--fine-yuan=x")
    assert done.exit_code == 2
    assert done.stderr.startswith("有 4 处")
    assert all(name in done.stderr for name in ("start", "strat", "red、blue", "应为整数"))
    assert "申请期限由此起算" in done.stderr


def test_for_a_program_what_is_wrong_is_json_too() -> None:
    done = toy("--json")
    assert done.exit_code == 2
    (fault,) = json.loads(done.stdout)["faults"]
    assert (fault["field"], fault["changes"]) == ("start", "申请期限由此起算")


def test_a_file_holds_what_no_option_can_and_options_come_first(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(
        "start: 2026-01-05\nparts:\n  - name: 甲\n    since: 2026-01-05\n", encoding="utf-8"
    )
    done = toy("--facts", str(file), "--start", "2026-09-30", "--json")
    answer = json.loads(done.stdout)
    assert (answer["values"]["last_day"], answer["values"]["parts"]) == ("2026-11-30", 1)


@pytest.mark.parametrize("text", ["[1, 2]", "{", "\x00"])
def test_a_file_that_holds_no_facts_is_told_so(text: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    done = toy("--facts", str(file))
    assert (done.exit_code, "--facts" in done.stderr) == (2, True)


def test_the_picture_of_the_first_period_is_written_to_a_file(tmp_path: Path) -> None:
    picture = tmp_path / "period.svg"
    assert toy("--start", "2026-09-30", "--svg", str(picture)).exit_code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_help_is_chinese_with_the_choices_and_an_example_that_runs() -> None:
    done = toy("--help")
    assert all(
        word in done.output for word in ("示例问题", "--[no-]posted", "red、blue", "在期限内")
    )
    assert "parts" in done.output
    assert toy(*example(TOY).split()[3:]).exit_code == 0
