"""What pages load of others: pinned and checked, told when it is missing."""

import json
from pathlib import Path

import pytest

from shared.frame.vendor import FETCHED, SERVED, NotFetched, vendor_files

LOCK = FETCHED.parent / "package-lock.json"


def test_every_file_that_is_served_was_fetched() -> None:
    """安装时已取来."""
    assert set(vendor_files()) == set(SERVED)
    assert all(path.stat().st_size for path in vendor_files().values())


def test_what_was_not_fetched_is_named_with_what_to_do(tmp_path: Path) -> None:
    """缺少的文件说明名称和办法，中英文各一遍."""
    for name, inner in SERVED.items():
        if name != "echarts.min.js":
            (tmp_path / inner).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / inner).touch()
    with pytest.raises(NotFetched) as told:
        vendor_files(tmp_path)
    assert "缺少前端文件 echarts.min.js（" in str(told.value)
    assert "run `make install`" in str(told.value)


def test_the_lock_checks_every_package_and_names_no_host() -> None:
    """锁定文件逐包校验，不写任何主机."""
    packages = json.loads(LOCK.read_text())["packages"]
    assert "://" not in LOCK.read_text()
    assert all(one["integrity"] for path, one in packages.items() if path)
