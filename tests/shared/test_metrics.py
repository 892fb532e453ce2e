import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from shared.metrics import METRICS, Name, count, gauge, observe, render

PERSONAL = {"name", "phone", "dispute", "case", "by", "organ", "person"}


def test_every_metric_has_a_meaning_and_labels_of_few_values() -> None:
    assert set(METRICS) == set(get_args(Name))
    assert all(metric.meaning for metric in METRICS.values())
    assert not any(PERSONAL & set(metric.labels) for metric in METRICS.values())


def test_what_is_counted_is_rendered() -> None:
    count("hub_imported_total", 3, result="test")
    gauge("hub_relay_behind", 7)
    observe("hub_act_seconds", 0.02, office="test")
    told = render().decode()
    assert 'hub_imported_total{result="test"} 3.0' in told
    assert "hub_relay_behind 7.0" in told
    assert 'hub_act_seconds_bucket{le="0.02",office="test"} 1.0' in told


def test_a_label_that_the_table_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="label"):
        count("hub_imported_total", result="taken", county="620702")


def test_a_gauge_is_no_counter() -> None:
    with pytest.raises(TypeError, match="no counter"):
        count("hub_relay_behind")
    with pytest.raises(TypeError, match="no gauge"):
        gauge("hub_imported_total", 1)
    with pytest.raises(TypeError, match="no seconds"):
        observe("hub_imported_total", 1)


def test_processes_that_share_a_folder_answer_as_one(tmp_path: Path) -> None:
    shared = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}

    def told(code: str) -> str:
        asked = [sys.executable, "-c", f"from shared.metrics import *\n{code}"]
        return subprocess.run(asked, env=shared, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own interpreter

    for number in (2, 3):
        told(f"count('hub_imported_total', {number}, result='taken')\ngauge('hub_relay_behind', 9)")
    answer = told("print(render().decode())")
    assert 'hub_imported_total{result="taken"} 5.0' in answer
    assert "hub_relay_behind 9.0" in answer
