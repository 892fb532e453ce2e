"""日志: one line an act, as JSON, or in colour at a terminal; no personal data can slip in.

Two guards. A key that does not stand in `KNOWN` is dropped, whoever wrote it. And of an exception
the type and the places are kept; its words only where they come from the machine, since those of a
validator or a database repeat what a citizen wrote. Lines of faust, aiokafka and uvicorn go the
same way.
"""

import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext, suppress
from functools import lru_cache, partial
from json.encoder import encode_basestring
from typing import Final, NamedTuple, TextIO
from uuid import UUID

import structlog
from structlog.typing import EventDict, FilteringBoundLogger, Processor, WrappedLogger

KNOWN: Final = frozenset(
    {
        *("event", "level", "logger", "at", "part", "pid"),
        *("dispute", "case", "kind", "version", "position", "office", "by", "organ", "county"),
        *("result", "article", "deadline", "subject", "until", "duty", "consumer", "lane"),
        *("topic", "partition", "offset", "behind", "count", "rows", "attempt", "pause_seconds"),
        *("seconds", "ms", "route", "method", "status", "trace_id", "span_id", "readers"),
        *("error", "sqlstate", "words", "places", "signal", "exit_code", "port", "rule", "purpose"),
    }
)
"""Keys that a line may have. None of them ever holds a name, a number or the words of a person."""

LONGEST: Final = 300
"""Characters that a value may have; longer ones are cut."""

_NUMBERS: Final = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")
_REPORTED: Final = re.compile(r"(reason|exception|value)=.*")
_SPEAKING: Final = frozenset({"aiokafka", "faust", "httpx", "httpcore"})
_QUIET: Final = ("aiokafka", "faust", "kafka", "httpx", "httpcore", "asyncio", "mode")
_ONCE: Final = ("uvicorn", "uvicorn.error")
_TRACE_ID: Final = slice(3, 35)
_STAMP: Final = structlog.processors.TimeStamper(fmt="iso", key="at")


def configure(level: str = "INFO", *, pretty: bool | None = None, part: str = "") -> None:
    """Send all log lines of this process to standard error; `pretty` is guessed from the terminal.

    `part` is named on each line: web, worker, relay.
    """
    pretty = sys.stderr.isatty() if pretty is None else pretty
    chain: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        _STAMP,
        _from_part(part),
        tell_exception,
        keep_known,
    ]
    handler = _wire_stdlib(chain, level.upper(), _renderer(pretty=pretty))
    is_direct = handler.level <= logging.INFO and not pretty
    _Direct.write = partial(_write_acts, handler, part) if is_direct else None
    structlog.configure(
        processors=[*chain, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def logger(name: str) -> FilteringBoundLogger:
    """Whoever writes lines for a module says its `__name__`."""
    found: FilteringBoundLogger = structlog.get_logger(name)
    return found


class ActLine(NamedTuple):
    """What the line of an act tells: whose file, which page, what, by whom, in which trace."""

    office: str
    kind: str
    dispute: UUID
    case: UUID
    version: int
    by: str
    trace: str = ""
    """The traceparent that the page carries on."""


def acts(lines: Iterable[ActLine]) -> None:
    """Write one line for each act, all of a commit at once."""
    if _Direct.write is not None:
        _Direct.write(lines)
        return
    for line in lines:
        told = {"trace_id": line.trace[_TRACE_ID]} if line.trace else {}
        _ACTS.info(
            "act",
            office=line.office,
            kind=line.kind,
            dispute=str(line.dispute),
            case=str(line.case),
            version=line.version,
            by=line.by,
            result="ok",
            **told,
        )


def keep_known(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """Drop keys that are not known, cut long values, and blot out what looks like a number."""
    return {key: _clean(value) for key, value in line.items() if key in KNOWN or key[0] == "_"}


def tell_exception(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """Replace an exception by its type and places, and by its words where they are harmless."""
    given = line.pop("exc_info", None)
    error = _exception(given)
    if error is None:
        return line
    line["error"] = f"{type(error).__module__}.{type(error).__qualname__}"
    frames = traceback.extract_tb(error.__traceback__)
    line["places"] = [f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in frames[-8:]]
    if (state := getattr(error, "sqlstate", None)) is not None:
        line["sqlstate"] = state
    if isinstance(error, OSError) or type(error).__module__.split(".")[0] in _SPEAKING:
        line["words"] = str(error)
    return line


def _exception(given: object) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exc_info()[1] if given else None


def _clean(value: object) -> object:
    if isinstance(value, str):
        return _NUMBERS.sub("***", value)[:LONGEST]
    if isinstance(value, list | tuple):
        return [_clean(one) for one in value]
    if isinstance(value, Mapping):
        return "***"
    return value


def _foreign(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """Of a line that others wrote keep the first, without the exception that it repeats."""
    first = str(line["event"]).strip().split("\n", 1)[0]
    line["event"] = _REPORTED.sub(r"\1=***", first)
    return line


def _from_part(part: str) -> Processor:
    def name(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
        if part:
            line["part"] = part
        return line

    return name


def _renderer(*, pretty: bool) -> Processor:
    if pretty:
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)


def _wire_stdlib(
    chain: list[Processor], level: str, renderer: Processor
) -> "logging.StreamHandler[TextIO]":
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(level)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_foreign, *chain],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in _ONCE:
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True
    # Its lines repeat the query string; `act` and hub_http_seconds say the same without it.
    logging.getLogger("uvicorn.access").disabled = True
    return handler


class _Direct:
    """How acts are written where lines are JSON: a chain of processors costs five times as much."""

    write: Callable[[Iterable[ActLine]], None] | None = None


def _write_acts(
    handler: "logging.StreamHandler[TextIO]", part: str, lines: Iterable[ActLine]
) -> None:
    at = _STAMP(None, "info", {})["at"]
    same = f'"event": "act", "level": "info", "logger": "hub.act", "at": "{at}"'
    same += f', "part": {encode_basestring(part)}' if part else ""
    told = "".join([_line(same, one) for one in lines])
    # What is committed stands, also where nobody reads the log any more.
    with handler.lock or nullcontext(), suppress(OSError, ValueError):
        handler.stream.write(told)
        handler.stream.flush()


def _line(same: str, one: ActLine) -> str:
    """The line of an act as the chain would make it; its fields are all known ones."""
    trace = f', "trace_id": "{one.trace[_TRACE_ID]}"' if one.trace else ""
    return (
        f'{{"office": {_text(one.office)}, "kind": {_text(one.kind)}, "dispute": "{one.dispute}",'
        f' "case": "{one.case}", "version": {one.version}, "by": {_text(one.by)},'
        f' "result": "ok"{trace}, {same}}}\n'
    )


@lru_cache(maxsize=4096)
def _text(value: str) -> str:
    """A text as JSON, cleaned like all others; offices, kinds and officers come again and again."""
    return encode_basestring(str(_clean(value)))


_ACTS: Final = logger("hub.act")
