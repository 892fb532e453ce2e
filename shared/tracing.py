"""追踪: one trace from a window's request to the last handler, told to a collector (OTLP/HTTP).

A trace travels as W3C traceparent: in the request, in the outbox, in the headers on Kafka. Whoever
hears a fact goes on with the trace that the fact carries, and so do the facts recorded then. Where
no collector is set neither SDK nor exporter is loaded, and the traceparent is handed on as it is.
A span tells kinds, ids and results; it has no words of a person, so none of an exception either.
"""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
    from opentelemetry.trace import Span, Tracer

SERVICE: Final = "dispute-hub"
PATH: Final = "/v1/traces"
PATIENCE_SECONDS: Final = 2.0
"""How long a collector may take over a batch: a process that ends waits no longer for it."""

_TRACEPARENT: Final = re.compile(
    r"00-(?!0{32})(?P<trace>[0-9a-f]{32})-(?!0{16})(?P<span>[0-9a-f]{16})-(?P<flags>[0-9a-f]{2})"
)


class _State:
    """What this process traces with; nothing until `start`."""

    tracer: "Tracer | None" = None
    provider: "TracerProvider | None" = None


def start(address: str, part: str) -> None:
    """Send spans to the collector at `address`, in batches, as this part of the hub."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - half a
        OTLPSpanExporter,  # second, and only where somebody collects
    )
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - likewise

    endpoint = address if address.endswith(PATH) else address.rstrip("/") + PATH
    exporter = OTLPSpanExporter(endpoint=endpoint, timeout=PATIENCE_SECONDS)
    trace_to(BatchSpanProcessor(exporter), part)


def trace_to(processor: "SpanProcessor", part: str) -> None:
    """Hand spans to this processor."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - only where spans are wanted
    from opentelemetry.sdk.trace import TracerProvider as Provider  # noqa: PLC0415 - likewise

    resource = Resource.create({"service.name": SERVICE, "service.instance.id": part})
    _State.provider = Provider(resource=resource, shutdown_on_exit=False)
    _State.provider.add_span_processor(processor)
    _State.tracer = _State.provider.get_tracer(SERVICE)


def stop() -> None:
    """Send what is left, and trace no more."""
    provider, _State.provider, _State.tracer = _State.provider, None, None
    if provider is not None:
        provider.shutdown()


def is_on() -> bool:
    """Whether anybody collects."""
    return _State.tracer is not None


def begin(name: str, parent: str = "") -> "Span | None":
    """A span under the traceparent `parent`, of a new trace if there is none; None if untraced."""
    if _State.tracer is None:
        return None
    return _State.tracer.start_span(name, _context(parent))


def end(span: "Span | None", *, failed: bool = False, **told: str | int) -> None:
    """Close a span with what is told of it; the words of an error are not."""
    if span is None:
        return
    from opentelemetry.trace import StatusCode  # noqa: PLC0415 - loaded when there is a span

    for name, value in told.items():
        span.set_attribute(f"hub.{name}", value)
    if failed:
        span.set_status(StatusCode.ERROR)
    span.end()


def traceparent(span: "Span | None", otherwise: str) -> str:
    """What facts recorded under this span carry on; `otherwise` where nothing is traced."""
    if span is None:
        return otherwise
    at = span.get_span_context()
    return f"00-{at.trace_id:032x}-{at.span_id:016x}-{at.trace_flags:02x}"


def known(said: str | None) -> str:
    """A traceparent as somebody said it, or nothing if it is none: it goes on to every office."""
    return said if said and _TRACEPARENT.fullmatch(said) else ""


def _context(parent: str) -> "Context":
    from opentelemetry.context import Context as Empty  # noqa: PLC0415 - as above
    from opentelemetry.trace import (  # noqa: PLC0415 - as above
        NonRecordingSpan,
        SpanContext,
        TraceFlags,
        set_span_in_context,
    )

    if (found := _TRACEPARENT.fullmatch(parent)) is None:
        return Empty()
    trace, span, flags = (int(found[part], 16) for part in ("trace", "span", "flags"))
    at = SpanContext(trace, span, is_remote=True, trace_flags=TraceFlags(flags))
    return set_span_in_context(NonRecordingSpan(at), Empty())
