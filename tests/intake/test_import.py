"""台账导入: each row once, whatever happens between; what is not understood comes back."""

import csv
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import typer
from typer.testing import CliRunner

from deploy.compose import make_hub
from services.intake.cli import import_command
from services.intake.importing import ImportOptions, ImportResult, import_ledger, own_source
from services.intake.ledger import LedgerError
from services.intake.store import DISPUTES
from shared.clock import StillClock
from shared.db import Pool
from shared.work import Hub

HEADER = ("编号", "姓名", "主题", "内容", "时间", "属地", "电话", "纠纷类型", "来源")
Row = tuple[str, ...]


def row(number: str, **cells: str) -> Row:
    told = {
        "姓名": f"张{number}",
        "主题": f"第{number}号楼电梯停运",
        "内容": "物业一直未修",
        "时间": "2026-11-02 09:30",
        **cells,
    }
    return (number, *(told.get(name, "") for name in HEADER[1:]))


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: Row, name: str = "台账.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        return path

    return write


def options(path: Path, **more: Any) -> ImportOptions:  # noqa: ANN401 - as its fields
    told = {
        "window": "620700-window-1",
        "source": own_source(path),
        "rejects": path.with_name(f"{path.stem}.rejects.csv"),
        **more,
    }
    return ImportOptions(**told)


def counts(result: ImportResult) -> tuple[int, ...]:
    return (result.registered, result.repeated, result.known, result.rejected)


async def test_a_ledger_goes_in_and_a_second_time_changes_nothing(
    hub: Hub, db: Pool, ledger: Callable[..., Path]
) -> None:
    """同一来源的同一编号只登记一次 (RULES 1)."""
    path = ledger(*(row(f"{n}") for n in range(7)))
    first = await import_ledger(hub, path, options(path, batch=3))
    second = await import_ledger(hub, path, options(path, batch=2))
    assert (counts(first), counts(second)) == ((7, 0, 0, 0), (0, 0, 7, 0))
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == 7
    assert not options(path).rejects.exists()


async def test_an_import_that_was_stopped_goes_on(
    hub: Hub, db: Pool, ledger: Callable[..., Path]
) -> None:
    """中途停止后再次运行，既不遗漏也不重复."""

    def stop(result: ImportResult) -> None:
        if result.read >= 4:
            raise KeyboardInterrupt

    path = ledger(*(row(f"{n}") for n in range(9)))
    with pytest.raises(KeyboardInterrupt):
        await import_ledger(hub, path, options(path, batch=2), stop)
    rest = await import_ledger(hub, path, options(path, batch=2))
    assert counts(rest) == (5, 0, 4, 0)
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 9


async def test_repeats_are_counted_once_however_often_the_ledger_is_read(
    hub: Hub, db: Pool, ledger: Callable[..., Path]
) -> None:
    """台账中的重复件并入首件，再次导入不再计数 (RULES 2)."""
    again = {"姓名": "张伟强", "主题": "三号楼电梯停运两周无人修"}
    path = ledger(row("1", **again), row("2"), row("3", **again), row("4", **again))
    first = await import_ledger(hub, path, options(path))
    second = await import_ledger(hub, path, options(path))
    assert (counts(first), counts(second)) == ((2, 2, 0, 0), (0, 0, 4, 0))
    assert await db.fetchval("SELECT max(repeats) FROM intake.dispute") == 2


async def test_those_who_give_no_name_are_not_taken_for_one(
    hub: Hub, ledger: Callable[..., Path]
) -> None:
    """匿名的来件不认定为同一当事人 (RULES 2)."""
    same = {"姓名": "匿名网友", "主题": "小区夜间施工噪声扰民"}
    path = ledger(row("1", **same), row("2", **same))
    assert counts(await import_ledger(hub, path, options(path))) == (2, 0, 0, 0)


async def test_what_is_rejected_is_mended_and_goes_in(
    hub: Hub, ledger: Callable[..., Path]
) -> None:
    """退回文件更正后可以再次导入，来源不变."""
    path = ledger(row("1"), row("2", 时间="2026年13月1日"), row("3", 主题="", 内容=""))
    first = await import_ledger(hub, path, options(path))
    assert counts(first) == (1, 0, 0, 2)

    rejects = options(path).rejects
    mended = rejects.read_text(encoding="utf-8-sig").replace("13月", "10月")
    rejects.write_text(mended, encoding="utf-8")
    second = await import_ledger(hub, rejects, options(rejects))
    assert counts(second) == (1, 0, 0, 1)
    assert own_source(rejects) == own_source(path)


async def test_the_same_number_with_another_content_comes_back(
    hub: Hub, db: Pool, ledger: Callable[..., Path]
) -> None:
    """同一编号内容不一致的，退回核对."""
    path = ledger(row("1"))
    await import_ledger(hub, path, options(path))
    path = ledger(row("1", 内容="完全是另一件事"))
    assert counts(await import_ledger(hub, path, options(path))) == (0, 0, 0, 1)
    number = await db.fetchval("SELECT number FROM intake.dispute")
    assert number in options(path).rejects.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, {"place": "620700", "county": "620700", "matter": "wuye", "channel": "handover"}),
        ({"属地": "甘州区 东街街道"}, {"county": "620702"}),
        ({"属地": "A市B区"}, {"place": "620700"}),
        ({"来源": "12345热线"}, {"channel": "hotline"}),
        ({"纠纷类型": "医疗纠纷"}, {"matter": "yiliao"}),
        ({"主题": "关于城市发展的几点想法", "内容": "略"}, {"matter": "xinfang"}),
    ],
)
async def test_a_row_is_placed_as_far_as_it_tells(
    hub: Hub, db: Pool, ledger: Callable[..., Path], cells: dict[str, str], told: dict[str, str]
) -> None:
    """不属本市的归市中心；未写类型的按用语推定."""
    path = ledger(row("1", **cells))
    await import_ledger(hub, path, options(path))
    found = await db.fetchrow("SELECT * FROM intake.dispute")
    assert {name: found[name] for name in told} == told
    assert found["imported"]


async def test_a_blotted_out_number_is_kept_and_recognises_nobody(
    hub: Hub, db: Pool, ledger: Callable[..., Path]
) -> None:
    """隐去部分数字的电话照录，不据以认定同一当事人."""
    same = {"电话": "138****0000", "主题": "小区夜间施工噪声扰民"}
    path = ledger(row("1", **same), row("2", **same))
    assert counts(await import_ledger(hub, path, options(path))) == (2, 0, 0, 0)
    assert await db.fetchval("SELECT DISTINCT phone FROM hub.people") == "138****0000"


async def test_what_cannot_be_placed_stands_in_the_text(
    hub: Hub, db: Pool, ledger: Callable[..., Path]
) -> None:
    """查不到的属地和来件时间写入正文，不致遗失."""
    path = ledger(row("1", 属地="A市B区"))
    await import_ledger(hub, path, options(path))
    text = await db.fetchval("SELECT text FROM hub.documents")
    assert "属地：A市B区" in text
    assert "来件时间：2026-11-02 09:30" in text


@pytest.mark.parametrize(("history", "on"), [(False, (2026, 11, 23)), (True, (2026, 11, 2))])
async def test_only_history_bears_its_old_day(
    hub: Hub, db: Pool, ledger: Callable[..., Path], *, history: bool, on: tuple[int, int, int]
) -> None:
    """导入的纠纷自导入之日计时；历史台账保留原日期且不开始期限."""
    path = ledger(row("1"))
    await import_ledger(hub, path, options(path, history=history))
    found = await db.fetchrow("SELECT case_id, registered_on FROM intake.dispute")
    _, labels = await hub.read(DISPUTES, found["case_id"])
    assert found["registered_on"] == date(*on)
    assert ("history" in labels) is history


@pytest.mark.parametrize("wrong", [{"window": "110108-window-1"}, {"rejects": None}])
async def test_an_import_that_cannot_go_right_does_not_begin(
    hub: Hub, ledger: Callable[..., Path], wrong: dict[str, Any]
) -> None:
    """窗口不在名录中、退回文件与台账相同的，不予导入."""
    path = ledger(row("1"))
    told = {name: value or path for name, value in wrong.items()}
    with pytest.raises(LedgerError):
        await import_ledger(hub, path, options(path, **told))


# -- at a terminal


@pytest.fixture
def command(database: str, clock: StillClock) -> typer.Typer:
    @asynccontextmanager
    async def open_hub() -> AsyncIterator[Hub]:
        async with asyncpg.create_pool(database, min_size=1, max_size=2) as pool:
            yield make_hub(pool, clock=clock, secret=b"x" * 40)

    app = typer.Typer()
    app.command()(import_command(open_hub))
    return app


def test_the_command_tells_a_script_what_became_of_the_rows(
    command: typer.Typer, ledger: Callable[..., Path]
) -> None:
    """有退回的行时退出码为 1."""
    path = ledger(row("1"), row("2", 时间="明年"))
    done = CliRunner().invoke(command, [str(path), "--json"])
    told = json.loads(done.stdout.splitlines()[-1])
    assert done.exit_code == 1
    assert (told["registered"], told["rejected"]) == (1, 1)
    assert Path(told["rejects"]).exists()


def test_the_command_tells_a_person_in_lines_that_stand_under_each_other(
    command: typer.Typer, ledger: Callable[..., Path]
) -> None:
    """全部收下时退出码为 0."""
    path = ledger(row("1"), row("2"))
    done = CliRunner().invoke(command, [str(path)])
    assert done.exit_code == 0
    assert "  新登记          2\n  重复件          0\n" in done.stdout


def test_a_command_without_a_hub_says_so(ledger: Callable[..., Path]) -> None:
    """没有正在运行的枢纽时，由命令行给出退出码 3."""

    def open_hub() -> AbstractAsyncContextManager[Hub]:
        raise LookupError("没有正在运行的枢纽")

    app = typer.Typer()
    app.command()(import_command(open_hub))
    done = CliRunner().invoke(app, [str(ledger(row("1")))])
    assert isinstance(done.exception, LookupError)


def test_a_file_that_is_no_ledger_is_used_wrongly(command: typer.Typer, tmp_path: Path) -> None:
    """没有认得的表头，退出码为 2."""
    path = tmp_path / "别的.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert CliRunner().invoke(command, [str(path)]).exit_code == 2
