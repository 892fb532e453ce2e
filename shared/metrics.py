"""指标: what the hub counts and measures, by name. Labels take few values and name no person.

Where several processes answer as one (`PROMETHEUS_MULTIPROC_DIR` is set before they start, to an
empty folder of theirs), `render` answers for all of them; otherwise for this process.
"""

import os
from dataclasses import dataclass
from typing import Final, Literal, get_args

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
"""Content type of what `render` returns."""

Name = Literal[
    "hub_facts_total",
    "hub_acts_total",
    "hub_act_seconds",
    "hub_refused_total",
    "hub_http_seconds",
    "hub_inbox_total",
    "hub_inbox_seconds",
    "hub_parked",
    "hub_relay_behind",
    "hub_relay_sent_total",
    "hub_relay_cuts_total",
    "hub_laid_total",
    "hub_lapses_total",
    "hub_sweep_late_seconds",
    "hub_hotspots_look_seconds",
    "hub_notices_total",
    "hub_notices_unsent",
    "hub_notices_oldest_seconds",
    "hub_stream_readers",
    "hub_stream_let_go_total",
    "hub_stream_position",
    "hub_imported_total",
    "hub_restarts_total",
]
"""Every metric name; `METRICS` says what each means."""

_FAST: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
_SLOW: Final = (1, 10, 60, 300, 1800, 3600, 21600, 86400, 604800)


@dataclass(frozen=True, slots=True)
class Metric:
    """What a metric means, its labels, and how it adds up."""

    kind: type[Counter | Gauge | Histogram]
    meaning: str
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = _FAST
    mode: Literal["max", "livesum", "mostrecent"] = "mostrecent"
    """How a gauge is put together from several processes."""


METRICS: Final[dict[Name, Metric]] = {
    "hub_facts_total": Metric(Counter, "事实: facts recorded", ("office", "kind")),
    "hub_acts_total": Metric(
        Counter,
        "行为: acts, by result ok, known, refused, unknown, stale, malformed, behind, error",
        ("office", "result"),
    ),
    "hub_act_seconds": Metric(
        Histogram, "耗时: a batch with acts of an office, from lock to commit", ("office",)
    ),
    "hub_refused_total": Metric(
        Counter, "依法不予准许: refusals by the statute that says no", ("office", "statute")
    ),
    "hub_http_seconds": Metric(
        Histogram,
        "请求: from a request to the beginning of its answer, by route template",
        ("route", "method", "status"),
    ),
    "hub_inbox_total": Metric(
        Counter,
        "收件: messages heard, by result done, known, refused, parked, behind",
        ("consumer", "result"),
    ),
    "hub_inbox_seconds": Metric(Histogram, "收件耗时: a batch through a mailroom", ("consumer",)),
    "hub_parked": Metric(Gauge, "滞留: parked messages that nobody has settled", ("consumer",)),
    "hub_relay_behind": Metric(Gauge, "待发: facts committed and not yet acknowledged by Kafka"),
    "hub_relay_sent_total": Metric(Counter, "已发: facts that Kafka has acknowledged", ("office",)),
    "hub_relay_cuts_total": Metric(Counter, "截断: logs found shorter than sent", ("office",)),
    "hub_laid_total": Metric(
        Counter, "附带: rows that acts laid beside the files, as notices 通知", ("tray",)
    ),
    "hub_lapses_total": Metric(Counter, "届满: periods that lapsed", ("office", "deadline")),
    "hub_sweep_late_seconds": Metric(
        Histogram, "届满延迟: from the end of a period to its lapse", buckets=_SLOW
    ),
    "hub_hotspots_look_seconds": Metric(
        Histogram, "热点: one look at the messages of the last weeks", buckets=_SLOW
    ),
    "hub_notices_total": Metric(
        Counter,
        "外发: notices queued for a channel, and attempts by result sent, retry, refused, unknown",
        ("channel", "result"),
    ),
    "hub_notices_unsent": Metric(
        Gauge,
        "未发出的通知: by state waiting, claimed, failed (given up), unknown",
        ("channel", "state"),
    ),
    "hub_notices_oldest_seconds": Metric(
        Gauge, "最早待发: how long the oldest notice has waited to go out", ("channel",)
    ),
    "hub_stream_readers": Metric(Gauge, "订阅: readers of streams now", mode="livesum"),
    "hub_stream_let_go_total": Metric(Counter, "断开: readers let go because they were slow"),
    "hub_stream_position": Metric(Gauge, "流位: last position let out to readers", mode="max"),
    "hub_imported_total": Metric(
        Counter, "导入: ledger rows, by result taken, repeated, known, rejected", ("result",)
    ),
    "hub_restarts_total": Metric(
        Counter, "重启: parts that died and were started again", ("part",)
    ),
}


def _made(name: Name) -> Counter | Gauge | Histogram:
    metric = METRICS[name]
    if metric.kind is Histogram:
        return Histogram(name, metric.meaning, metric.labels, buckets=metric.buckets)
    if metric.kind is Gauge:
        return Gauge(name, metric.meaning, metric.labels, multiprocess_mode=metric.mode)
    return Counter(name, metric.meaning, metric.labels)


_REGISTERED: Final[dict[Name, Counter | Gauge | Histogram]] = {n: _made(n) for n in get_args(Name)}


def count(name: Name, n: float = 1, **labels: str) -> None:
    """Add `n` to a counter.

    Raises:
        TypeError: It is no counter.
        ValueError: The labels are not those of `METRICS`.
    """
    metric = _REGISTERED[name]
    if not isinstance(metric, Counter):
        raise TypeError(f"{name} is no counter")
    (metric.labels(**labels) if labels else metric).inc(n)


def observe(name: Name, seconds: float, **labels: str) -> None:
    """Note how long something took.

    Raises:
        TypeError: It measures no spans of time.
        ValueError: The labels are not those of `METRICS`.
    """
    metric = _REGISTERED[name]
    if not isinstance(metric, Histogram):
        raise TypeError(f"{name} measures no seconds")
    (metric.labels(**labels) if labels else metric).observe(seconds)


def gauge(name: Name, value: float, **labels: str) -> None:
    """Set a gauge to `value`.

    Raises:
        TypeError: It is no gauge.
        ValueError: The labels are not those of `METRICS`.
    """
    metric = _REGISTERED[name]
    if not isinstance(metric, Gauge):
        raise TypeError(f"{name} is no gauge")
    (metric.labels(**labels) if labels else metric).set(value)


def render() -> bytes:
    """All metrics as Prometheus reads them; the content type is `CONTENT_TYPE`."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest()
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # upstream
    return generate_latest(registry)


def forget(pid: int) -> None:
    """Let the live gauges of a process that has ended go, so that they add up again."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        multiprocess.mark_process_dead(pid)  # type: ignore[no-untyped-call]  # upstream
