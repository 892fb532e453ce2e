"""命令行: what commands answer, and with which exit code they end."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from deploy import run_file
from deploy.cli.clock import parse_span
from deploy.hub import COMMANDS, app, load
from shared.auth import Role, token_book
from shared.clock import WallClock
from shared.settings import Settings, explained, settings

ROOT = Path(__file__).parents[2]
ELSEWHERE = run_file.Run(
    pid=1,
    address="http://127.0.0.1:1",
    database_url="postgresql://there",
    kafka="there:1",
    started_at="2026-11-23T09:00:00+08:00",
)


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A data folder of one's own, and no other setting."""
    for name, _, _ in explained():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


def hub(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_help_names_every_command_and_loads_none_of_them() -> None:
    said = (
        "import sys\nfrom deploy.hub import app\ntry: app(['--help'])\nexcept SystemExit: pass\n"
        "print({'pydantic', 'asyncpg', 'sqlalchemy', 'fastapi', 'faust'} & set(sys.modules))"
    )
    asked = [sys.executable, "-c", said]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own text
    assert done.stdout.endswith("set()\n")
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_in_chinese_with_an_example(name: str) -> None:
    command = load(name)
    pages = [command, *getattr(command, "commands", {}).values()]
    assert all("例如: `" in (page.help or "") for page in pages)


def test_a_word_that_is_no_command_is_wrong_use() -> None:
    assert hub("staus").exit_code == 2
    assert hub("work", "nosuch").exit_code == 2
    assert hub("clock", "forward", "soon").exit_code == 2


def test_without_a_hub_a_command_says_how_to_get_one() -> None:
    for words in (("status",), ("clock", "show"), ("migrate",), ("relay",)):
        done = hub(*words)
        assert done.exit_code == 3, words
        assert "hub up" in done.stderr


def test_a_wrong_setting_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_PORT", "eight")
    done = hub("status")
    assert done.exit_code == 1
    assert "HUB_PORT" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_told_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("HUB_PORT", str(other.getsockname()[1]))
        done = hub("up")
    assert done.exit_code == 1
    assert "HUB_PORT" in done.stderr
    assert not (tmp_path / "postgres").exists()
    assert not run_file.is_held(tmp_path)


def test_what_a_killed_hub_left_is_not_believed(tmp_path: Path) -> None:
    run_file.write(tmp_path, ELSEWHERE)
    assert run_file.read(tmp_path) is None
    assert hub("status").exit_code == 3


def test_a_running_hub_lends_its_addresses_and_keeps_them_to_its_owner(tmp_path: Path) -> None:
    lock = run_file.hold(tmp_path)
    assert lock is not None
    run_file.write(tmp_path, ELSEWHERE)
    assert (tmp_path / run_file.NAME).stat().st_mode & 0o777 == 0o600
    found = run_file.addressed()
    assert found.database_url
    assert found.database_url.get_secret_value() == "postgresql://there"
    assert found.kafka == "there:1"
    os.close(lock)


def test_a_second_hub_on_the_same_folder_names_the_first_and_does_no_harm(tmp_path: Path) -> None:
    lock = run_file.hold(tmp_path)
    assert lock is not None
    run_file.write(tmp_path, ELSEWHERE)
    done = hub("up")
    assert (done.exit_code, ELSEWHERE.address in done.stdout) == (0, True)
    assert run_file.read(tmp_path) == ELSEWHERE
    os.close(lock)


@pytest.mark.parametrize("role", Role)
def test_a_token_holds_and_says_where_its_bearer_stands(role: Role) -> None:
    done = hub("token", "--as", role, "--json")
    assert done.exit_code == 0
    signed = json.loads(done.stdout)
    who = asyncio.run(token_book(settings()).verify(signed["token"]))
    assert (who.roles, who.organ) == (frozenset({role}), signed["organ"])
    assert bool(who.organ) is (role is not Role.PARTY)


def test_a_token_names_no_citizen() -> None:
    done = hub("token", "--as", "window", "--code", "13800138000")
    assert done.exit_code == 1
    assert "人员代码" in done.stderr


def test_with_an_issuer_the_hub_signs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_OIDC_ISSUER", "https://issuer.example")
    monkeypatch.setenv("HUB_OIDC_AUDIENCE", "hub")
    assert hub("token", "--as", "window").exit_code == 1


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("3d", timedelta(days=3)),
        ("1d12h", timedelta(days=1, hours=12)),
        ("90分钟", timedelta(minutes=90)),
        ("2周3小时", timedelta(weeks=2, hours=3)),
    ],
)
def test_a_span_is_read_as_people_write_it(text: str, span: timedelta) -> None:
    assert parse_span(text) == span


def test_the_clock_is_moved_on_and_never_back(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_DATABASE_URL", database)
    monkeypatch.setenv("HUB_KAFKA", "127.0.0.1:1")
    assert hub("clock", "forward", "3d").exit_code == 0
    shown = json.loads(hub("clock", "show", "--json").stdout)
    assert shown["shift_seconds"] == timedelta(days=3).total_seconds()
    yesterday = (WallClock().now() - timedelta(days=1)).isoformat()
    assert hub("clock", "to", yesterday).exit_code == 1
    week = (WallClock().now() + timedelta(days=7)).isoformat()
    moved = json.loads(hub("clock", "to", week, "--json").stdout)
    assert moved["now"][:10] == week[:10]


def test_in_production_the_clock_stands(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "deploy.cli.clock.addressed",
        lambda: Settings(database_url=database, kafka="k:1").model_copy(  # type: ignore[arg-type]
            update={"production": True}
        ),
    )
    assert hub("clock", "forward", "3d").exit_code == 1
    assert json.loads(hub("clock", "show", "--json").stdout)["shift_seconds"] == 0


def test_the_example_of_the_environment_names_every_setting() -> None:
    example = (ROOT / "deploy" / "env.example").read_text()
    assert [name for name, _, _ in explained() if f"# {name}=" not in example] == []


def test_a_reader_that_has_seen_enough_ends_a_command_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    asked = [sys.executable, "-m", "deploy.hub", "law"]
    done = subprocess.run(asked, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)  # noqa: S603  # our own words
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_accounts_are_listed_with_the_passphrase_of_the_data_folder(tmp_path: Path) -> None:
    """演示账号和口令，第一次启动之后可以列出."""
    assert hub("accounts").exit_code == 1
    (tmp_path / "passphrase").write_text("abcd-efgh-2345\n")
    done = hub("accounts", "--as", "window", "--place", "620702", "--json")
    told = json.loads(done.stdout)
    assert told["passphrase"] == "abcd-efgh-2345"  # noqa: S105 - a test's own
    assert "620702-window-1" in {one["code"] for one in told["accounts"]}
    assert {one["role"] for one in told["accounts"]} == {"window"}


def test_no_accounts_are_told_where_an_issuer_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """设置了身份提供方的，没有演示账号."""
    monkeypatch.setenv("HUB_OIDC_ISSUER", "https://id.example")
    monkeypatch.setenv("HUB_OIDC_AUDIENCE", "hub")
    assert hub("accounts").exit_code == 1
