"""`hub track`: the way of a dispute as a table."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from deploy.cli.track import track_page
from deploy.hub import app
from shared.settings import explained, settings

TOLD: dict[str, Any] = {
    "number": "620702-20261123-0000001-5",
    "dispute_id": "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11",
    "stages": [
        {
            "since": "2026-11-23",
            "until": None,
            "term": "分流",
            "road": "行政裁决",
            "state_term": "已告知",
            "ended": "",
            "corrections": [{"on": "2026-11-25", "was": "人民调解", "road": "行政裁决"}],
            "running": [
                {
                    "term": "当事人起诉期限",
                    "subject": "行政复议",
                    "article": {"text": "《行政诉讼法》第46条第1款"},
                    "statutory": True,
                    "provisional": True,
                    "last_day": "2027-04-12",
                    "warned_on": [],
                }
            ],
        },
        {
            "since": "2026-11-23",
            "until": "2026-11-25",
            "term": "人民调解程序",
            "road": "人民调解",
            "state_term": "调解未成",
            "ended": "调解不成",
            "corrections": [],
            "running": [],
        },
    ],
}


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A data folder of one's own, and no other setting."""
    for name, _, _ in explained():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


def answering(monkeypatch: pytest.MonkeyPatch, answer: httpx.Response) -> list[str]:
    """Let a hub answer so; the paths that it was asked for."""
    asked: list[str] = []

    def get(_: httpx.Client, path: str) -> httpx.Response:
        asked.append(path)
        return answer

    monkeypatch.setattr(httpx.Client, "get", get)
    return asked


def ask(*more: str) -> Any:  # noqa: ANN401 - what the runner gives
    words = ["track", TOLD["number"], "--url", "http://127.0.0.1:1", *more]
    return CliRunner().invoke(app, words)


def test_stages_and_dates_stand_in_two_tables() -> None:
    """各段和在走的期限：更正、终结、法定、暂定."""
    lines = track_page(TOLD).splitlines()
    assert any("行政裁决（2026-11-25 由人民调解更正）" in line for line in lines)
    assert any("2026-11-25" in line and line.endswith("调解不成") for line in lines)
    assert lines[-1].split() == [
        *("2027-04-12", "当事人起诉期限", "行政复议"),
        *("《行政诉讼法》第46条第1款", "分流", "法定、暂定"),
    ]


def test_where_nothing_runs_the_page_says_so() -> None:
    stages = [{**one, "running": []} for one in TOLD["stages"]]
    assert track_page({**TOLD, "stages": stages}).endswith("没有在走的期限")


def test_the_hub_is_asked_for_the_number_and_a_script_gets_json(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = answering(monkeypatch, httpx.Response(200, json=TOLD))
    done = ask("--json")
    assert (done.exit_code, asked) == (0, [f"/disputes/{TOLD['number']}/track"])
    assert '"行政裁决"' in done.stdout


def test_what_may_not_be_seen_is_told_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, httpx.Response(404, json={"detail": "没有这件纠纷，或者您无权查看"}))
    done = ask()
    assert (done.exit_code, "您无权查看" in done.output) == (1, True)


def test_where_no_hub_runs_the_code_is_three() -> None:
    assert CliRunner().invoke(app, ["track", "x"]).exit_code == 3
    assert ask().exit_code == 3
