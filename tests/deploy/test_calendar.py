"""工作日历: `hub calendar` on a real database."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from deploy.cli.almanac import drawn
from deploy.cli.calendar import app
from shared.law.calendar import CALENDAR
from shared.settings import settings
from tests.work.clocking import NOTICE_2027

RUNNER = CliRunner()


def call(*args: str) -> tuple[int, str]:
    result = RUNNER.invoke(app, args)
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def told(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A hub's database and no running hub, whatever was read of the settings before."""
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    monkeypatch.setenv("HUB_DATABASE_URL", database)
    settings.cache_clear()
    yield database
    settings.cache_clear()


def test_a_year_stands_in_columns_whatever_is_chinese_in_it() -> None:
    lines = drawn(CALENDAR.year(2026)).plain.splitlines()
    january = next(line for line in lines if "1休 2休 3休 4班" in line)
    heads = next(line for line in lines if line.startswith("一"))
    sunday = cell_len(heads[: heads.index("日")])
    assert cell_len(january[: january.index(" 4班")]) == sunday
    assert "春节：2月15日至2月23日放假，共9天；2月14日、2月28日上班" in lines


def test_a_year_without_a_notice_says_that_it_is_provisional() -> None:
    """放假安排尚未公布的，暂定."""
    assert "暂定" in drawn(CALENDAR.year(2027)).plain


async def test_a_notice_is_loaded_once_and_then_shown(told: str, tmp_path: Path) -> None:
    """载入通知 (RULES 17)."""
    file = tmp_path / "2027.json"
    file.write_text(NOTICE_2027, encoding="utf-8")
    code, said = await asyncio.to_thread(call, "load", str(file), "--by", "admin-1", "--json")
    assert (code, json.loads(said)["new"]) == (0, True)
    code, said = await asyncio.to_thread(call, "load", str(file), "--by", "admin-2", "--json")
    assert (code, json.loads(said)["new"]) == (0, False)
    conn = await asyncpg.connect(told)
    rows = await conn.fetch("SELECT year, loaded_by, done_at FROM hub.notice")
    await conn.close()
    assert [(row["year"], row["loaded_by"]) for row in rows] == [(2027, "admin-1")]
    assert rows[0]["done_at"] is not None
    code, said = await asyncio.to_thread(call, "show", "2027", "--json")
    shown = json.loads(said)
    assert (shown["provisional"], shown["notice"]["number"]) == (False, "国办发明电〔2026〕9号")
    assert shown["days"][0] == {"on": "2027-01-01", "kind": "holiday", "name": "元旦"}
