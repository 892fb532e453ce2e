"""分类建议 at the command line and at a window's door: answered with reasons, and never kept."""

import json
import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from deploy.hub import app as hub_command
from services.routing.routes.road import router
from services.routing.suggest import read_model
from services.routing.suggest.suggesting import NO_MODEL
from services.routing.suggest.training import Trained, train
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.metrics import render
from shared.settings import settings
from shared.web import web_app
from shared.work import Hub
from tests.routing.labelled import ASKED, messages


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train(messages(), on="2026-11-23")


@pytest.fixture
def file(trained: Trained, tmp_path: Path) -> Path:
    path = tmp_path / "model.json"
    path.write_text(trained.model.dump(), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def untold(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No model but the one that a test names."""
    monkeypatch.delenv("HUB_MODEL", raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


# -- at the command line


def hub(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(hub_command, ["routing", *words])
    return done.exit_code, done.output


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    lines = [f"{m.subject},{m.text},{m.label},随手记的" for m in messages()]
    content = "\n".join(["标题,正文,大类,诉求类型", *lines, "没有分类,这一行没有分类,,随手记的"])
    path.write_text(content, encoding="gb18030")
    return path


def named(path: Path) -> list[str]:
    return [str(path), "--column-text", "正文", "--column-label", "大类"]


def test_a_ledger_with_columns_of_its_own_is_learnt_and_asked(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    code, said = hub("train", *named(ledger), "--out", str(out))
    assert code == 0, said
    assert "学习 60 件" in said
    assert "未分类 1 行" in said
    assert "宏平均 F1" in said
    code, said = hub("suggest", ASKED, "--model", str(out), "--json")
    told = json.loads(said)
    assert (code, told["suggestions"][0]["label"]) == (0, "环境保护")
    assert told["model"] == read_model(out).digest
    code, said = hub("suggest", ASKED, "--model", str(out), "--place", "甘州区")
    assert "甘州" in said


def test_a_model_is_written_only_when_asked_for(ledger: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    code, said = hub("train", *named(ledger), "--json")
    assert (code, json.loads(said)["model"]) == (0, None)
    assert sorted(tmp_path.iterdir()) == before


def test_without_numpy_a_training_says_what_to_install(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "services.routing.suggest.training", None)
    code, said = hub("train", *named(ledger))
    assert (code, "dispute-hub[train]" in said) == (1, True)


@pytest.fixture
def alien(tmp_path: Path) -> Path:
    path = tmp_path / "alien.json"
    path.write_text("{}")
    return path


def test_without_a_model_a_command_says_so(alien: Path) -> None:
    code, said = hub("suggest", "小区停车费太贵")
    assert (code, NO_MODEL in said) == (0, True)
    code, said = hub("suggest", ASKED, "--model", str(alien))
    assert (code, "不是模型文件" in said) == (1, True)
    assert hub("suggest")[0] == 2


# -- at the door


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[httpx.AsyncClient]:
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="分流", routers=[router], hub=hub, tokens=tokens)
    token = tokens.issue("officer-1", [Role.WINDOW], organ="620702-window-1")
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),
        base_url="http://hub",
        headers={"Authorization": f"Bearer {token}"},
    ) as client:
        yield client


async def test_a_hub_without_a_model_answers_with_nothing_and_says_so(
    door: httpx.AsyncClient,
) -> None:
    told = await door.post("/routings/suggestion", json={"text": ASKED})
    assert (told.status_code, told.json()["suggestions"]) == (200, [])
    assert told.json()["note"] == NO_MODEL
    assert told.json()["model"] is None


@pytest.fixture
def written(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Callable[[], str]:
    """All that was logged, printed or counted."""
    caplog.set_level(logging.DEBUG)

    def everything() -> str:
        printed = capfd.readouterr()
        return f"{caplog.text}{printed.out}{printed.err}{render().decode()}"

    return everything


async def test_a_window_is_told_class_reasons_and_departments_and_nothing_is_kept(
    door: httpx.AsyncClient,
    hub: Hub,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    written: Callable[[], str],
) -> None:
    """来件内容不保存，不进日志、事实和指标 (RULES 6)."""
    monkeypatch.setenv("HUB_MODEL", str(file))
    told = await door.post("/routings/suggestion", json={"text": ASKED, "place": "620702"})
    [first, *_] = told.json()["suggestions"]
    assert (told.status_code, first["label"]) == (200, "环境保护")
    assert first["departments"] == ["620702-shengtai"]
    assert first["reasons_for"]
    everywhere = written()
    assert "/routings/suggestion" in everywhere
    assert ASKED[:6] not in everywhere
    assert not any(one["word"] in everywhere for one in first["reasons_for"])
    async with hub.pool.acquire() as conn:
        assert await conn.fetchval("SELECT count(*) FROM hub.outbox") == 0
        assert await conn.fetchval("SELECT count(*) FROM hub.documents") == 0


async def test_a_file_that_is_no_model_leaves_the_hub_working(
    door: httpx.AsyncClient, alien: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_MODEL", str(alien))
    told = await door.post("/routings/suggestion", json={"text": ASKED})
    assert (told.status_code, told.json()["suggestions"]) == (200, [])
    assert "不是模型文件" in told.json()["note"]


async def test_a_place_that_is_none_is_told(door: httpx.AsyncClient) -> None:
    told = await door.post("/routings/suggestion", json={"text": ASKED, "place": "110101"})
    assert told.status_code == 422
