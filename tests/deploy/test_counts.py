"""计数: counts lie in memory where there is room, and nothing of them is left behind."""

from pathlib import Path

import pytest

from deploy.local import counts


def test_counts_lie_in_memory_and_what_a_killed_hub_left_is_cleared_away(tmp_path: Path) -> None:
    memory, link = tmp_path / "memory", tmp_path / "data" / "metrics"
    memory.mkdir()
    link.parent.mkdir()
    left = counts.make_room(link, memory)
    (left / "counter_1.db").touch()
    fresh = counts.make_room(link, memory)
    assert (fresh.parent, link.readlink(), list(fresh.iterdir())) == (memory, fresh, [])
    assert list(memory.iterdir()) == [fresh]
    counts.clear_away(link)
    assert [*memory.iterdir(), *link.parent.iterdir()] == []


def test_counts_lie_in_the_data_folder_where_memory_is_missing_or_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "metrics"
    assert counts.make_room(link, tmp_path / "nowhere") == link
    (link / "counter_1.db").touch()
    monkeypatch.setattr(counts, "ROOM_BYTES", 1 << 62)
    assert counts.make_room(link, tmp_path) == link
    assert list(link.iterdir()) == []
    counts.clear_away(link)
    assert not link.exists()
