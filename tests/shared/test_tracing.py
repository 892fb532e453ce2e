"""A trace runs from the window's request to the last handler, by what travels on Kafka."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from uuid import UUID

import httpx
import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from deploy.compose import offices
from deploy.doors import routers
from services.routing.store import whistle_of
from shared import tracing
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.mailroom import Mailroom
from shared.parked import Letter
from shared.relay import headers_of
from shared.web import web_app
from shared.work import Hub

CALLER = f"00-{'c' * 32}-{'d' * 16}-01"

TROUBLE = {
    "channel": "window",
    "matter": "linli",
    "place": "甘州区东街街道",
    "subject": "楼道堆物",
    "content": "楼道长期堆放杂物。",
    "demand": "请求清理。",
    "willingness": "both",
    "parties": [
        {"name": "张某某", "phone": "13800000000", "side": "applicant"},
        {"name": "李某某", "side": "opponent"},
    ],
}


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """What is told of spans."""
    kept = InMemorySpanExporter()
    tracing.trace_to(SimpleSpanProcessor(kept), "test")
    yield kept
    tracing.stop()


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[httpx.AsyncClient]:
    """A window of the whole hub."""
    tokens = LocalTokens(b"x" * 40, clock)
    app = web_app(title="test", routers=routers(), hub=hub, tokens=tokens)
    token = tokens.issue("window-7", [Role.WINDOW], organ="620702-window-1")
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "trace-0001"}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://hub", headers=headers
    ) as client:
        yield client


async def carry(hub: Hub) -> None:
    """Hand every page to whoever hears it, as Kafka's records would, until nothing is new."""
    rooms = [Mailroom(hub, one, f"hub.{one.name}.office") for one in offices() if one.listens]
    since = 0
    while rows := await hub.pool.fetch(
        "SELECT seq AS position, * FROM hub.outbox WHERE seq > $1 ORDER BY seq", since
    ):
        since = rows[-1]["position"]
        letters = [
            Letter.read(
                f"hub.{row['office']}", 0, row["seq"], headers_of(row), row["body"].encode()
            )
            for row in rows
        ]
        for room in rooms:
            await room.take_in(letters)


async def register(door: httpx.AsyncClient, hub: Hub, **headers: str) -> UUID:
    answer = await door.post("/disputes", json=TROUBLE, headers=headers)
    assert answer.status_code == 201, answer.text
    await carry(hub)
    return UUID(answer.json()["case_id"])


def ancestors(spans: Sequence[ReadableSpan], span: ReadableSpan) -> list[str]:
    """The names of the spans that a span stands under, nearest first."""
    by_id = {each.context.span_id: each for each in spans if each.context}
    names = []
    above = span.parent
    while above and above.span_id in by_id:
        names.append(by_id[above.span_id].name)
        above = by_id[above.span_id].parent
    return names


async def test_one_trace_runs_from_the_request_to_the_whistle(
    door: httpx.AsyncClient, hub: Hub, spans: InMemorySpanExporter
) -> None:
    case_id = await register(door, hub)
    told = spans.get_finished_spans()
    assert {span.context.trace_id for span in told if span.context} == {
        int(trace[3:35], 16) for (trace,) in await hub.pool.fetch("SELECT trace FROM hub.outbox")
    }
    assert len({span.context.trace_id for span in told if span.context}) == 1
    page = await hub.pool.fetchval(
        "SELECT trace FROM hub.outbox WHERE case_id = $1 AND version = 1", whistle_of(case_id)
    )
    [blower] = [span for span in told if span.context and f"{span.context.span_id:016x}" in page]
    assert ancestors(told, blower)[-2:] == ["intake.register", "POST /disputes"]
    assert blower.resource.attributes["service.name"] == "dispute-hub"


async def test_a_trace_that_the_caller_began_goes_on(
    door: httpx.AsyncClient, hub: Hub, spans: InMemorySpanExporter
) -> None:
    await register(door, hub, traceparent=CALLER)
    [asked] = [span for span in spans.get_finished_spans() if span.name == "POST /disputes"]
    assert asked.parent
    assert f"{asked.parent.span_id:016x}" == "d" * 16
    traces = await hub.pool.fetch("SELECT DISTINCT substr(trace, 4, 32) FROM hub.outbox")
    assert [row[0] for row in traces] == ["c" * 32]


async def test_no_span_tells_who_somebody_is(
    door: httpx.AsyncClient, hub: Hub, spans: InMemorySpanExporter
) -> None:
    await register(door, hub)
    told = "".join(span.to_json() for span in spans.get_finished_spans())
    assert "intake.register" in told
    assert not [word for word in ("张某某", "李某某", "13800000000", "楼道") if word in told]


async def test_without_a_collector_the_callers_trace_is_handed_on_as_it_is(
    door: httpx.AsyncClient, hub: Hub
) -> None:
    await register(door, hub, traceparent=CALLER)
    assert {row["trace"] for row in await hub.pool.fetch("SELECT trace FROM hub.outbox")} == {
        CALLER
    }


async def test_what_is_no_traceparent_does_not_get_to_the_offices(
    door: httpx.AsyncClient, hub: Hub
) -> None:
    await register(door, hub, traceparent="13800000000")
    traces = {row["trace"] for row in await hub.pool.fetch("SELECT trace FROM hub.outbox")}
    assert len(traces) == 1
    assert tracing.known(traces.pop())


def test_without_a_collector_neither_sdk_nor_exporter_is_loaded() -> None:
    asked = (
        "import sys, shared.work, shared.web, shared.tracing;"
        "print({'opentelemetry.sdk', 'opentelemetry.exporter'} & sys.modules.keys())"
    )
    said = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"
