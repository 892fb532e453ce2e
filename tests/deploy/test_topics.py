"""主题: `hub topics` makes the topics on a broker of one's own."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from typer.testing import CliRunner, Result

from deploy.hub import app
from deploy.local.ports import free_port
from deploy.topics import topic_names
from shared.settings import explained, settings


@pytest.fixture(autouse=True)
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Topics of one's own, and no other setting."""
    for name, _, _ in explained():
        monkeypatch.delenv(name, raising=False)
    mine = f"c{uuid4().hex[:10]}"
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    monkeypatch.setenv("HUB_TOPIC_PREFIX", mine)
    monkeypatch.setenv("HUB_PARTITIONS", "3")
    settings.cache_clear()
    yield mine
    settings.cache_clear()


def topics(*words: str) -> Result:
    return CliRunner().invoke(app, ["topics", *words])


@pytest.mark.kafka
def test_topics_are_made_once_and_a_second_time_changes_nothing(
    kafka: str, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_KAFKA", kafka)
    for _ in range(2):
        done = topics("--json")
        assert done.exit_code == 0, done.output
        told = json.loads(done.stdout)
        assert told == {"topics": topic_names(prefix), "partitions": 3, "replication": 1}


@pytest.mark.kafka
def test_another_number_of_partitions_than_the_topics_have_is_refused(
    kafka: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_KAFKA", kafka)
    assert topics().exit_code == 0
    monkeypatch.setenv("HUB_PARTITIONS", "5")
    settings.cache_clear()
    done = topics()
    assert done.exit_code == 1
    assert "HUB_PARTITIONS=3" in done.stderr


@pytest.mark.kafka
def test_more_replicas_than_brokers_is_told_in_one_line(
    kafka: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_KAFKA", kafka)
    done = topics("--replication", "3")
    assert done.exit_code == 1
    assert "InvalidReplicationFactor" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broker_that_is_not_there_is_told_and_none_at_all_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert topics().exit_code == 3
    monkeypatch.setenv("HUB_KAFKA", f"127.0.0.1:{free_port()}")
    settings.cache_clear()
    done = topics()
    assert (done.exit_code, "未能建立主题" in done.stderr) == (1, True)
