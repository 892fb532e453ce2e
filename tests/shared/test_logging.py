import io
import json
import logging
import sys
from collections.abc import Iterator
from uuid import UUID

import pytest
import structlog

from shared.logging import KNOWN, ActLine, acts, configure, logger

TRACE = f"00-{'a' * 32}-{'b' * 16}-01"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written, as JSON; the settings of all loggers come back afterwards."""
    written = io.StringIO()
    root = logging.getLogger()
    kept = (root.handlers[:], root.level)
    access = logging.getLogger("uvicorn.access").disabled
    monkeypatch.setattr(sys, "stderr", written)
    configure(pretty=False, part="web")
    # Whoever has written acts before keeps its way of writing for ever.
    monkeypatch.setattr("shared.logging._ACTS", logger("hub.act"))
    yield written
    root.handlers, root.level = kept[0], kept[1]
    monkeypatch.setattr("shared.logging._Direct.write", None)
    logging.getLogger("uvicorn.access").disabled = access
    structlog.reset_defaults()


def _read(lines: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


LINE = ActLine("intake", "intake.registered.v1", UUID(int=1), UUID(int=2), 1, "o-1", TRACE)


def test_an_act_is_one_line_with_dispute_case_and_kind(lines: io.StringIO) -> None:
    acts([LINE, LINE._replace(version=2, trace="")])
    first, second = _read(lines)
    assert first["dispute"] == str(UUID(int=1))
    assert first["case"] == str(UUID(int=2))
    assert (first["kind"], first["part"]) == ("intake.registered.v1", "web")
    assert first["trace_id"] == "a" * 32
    assert (second["version"], "trace_id" in second) == (2, False)


def test_an_act_is_told_the_same_by_the_short_way_as_by_the_chain(
    lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts([LINE])
    monkeypatch.setattr("shared.logging._Direct.write", None)
    acts([LINE])
    short, chained = _read(lines)
    assert short.pop("at")
    assert chained.pop("at")
    assert short == chained
    assert short.keys() <= KNOWN


def test_a_code_that_looks_like_a_citizens_number_does_not_get_into_the_line_of_an_act(
    lines: io.StringIO,
) -> None:
    acts([LINE._replace(by="13912345678"), LINE._replace(by='a"b\nc')])
    first, second = _read(lines)
    assert (first["by"], second["by"]) == ("***", 'a"b\nc')


def test_acts_are_left_out_where_only_warnings_are_wanted(
    lines: io.StringIO,
) -> None:
    configure("WARNING", pretty=False)
    acts([LINE])
    assert lines.getvalue() == ""


def test_what_is_not_on_the_list_is_dropped(lines: io.StringIO) -> None:
    logger("test").info("taken", name="张三", address="东街1号", office="intake")
    [line] = _read(lines)
    assert not {"name", "address"} & line.keys()
    assert line["office"] == "intake"


@pytest.mark.parametrize("number", ["13912345678", "11010519491231002X"])
def test_what_looks_like_a_citizens_number_is_blotted_out(lines: io.StringIO, number: str) -> None:
    logger("test").warning(f"call {number}", subject=[number], error={"phone": number})
    assert number not in lines.getvalue()


def test_of_an_exception_type_and_places_are_told_but_not_its_words(lines: io.StringIO) -> None:
    logger("test").error("failed", exc_info=_raised(ValueError("input_value='张三'")))
    logging.getLogger("faust").error("Crashed reason=%r", ValueError("张三"))
    logging.getLogger("asyncio").error("never retrieved\nfuture: exception=张三")
    assert "张三" not in lines.getvalue()
    first = _read(lines)[0]
    assert first["error"] == "builtins.ValueError"
    assert "_raised" in str(first["places"])


def test_the_machines_own_words_are_kept(lines: io.StringIO) -> None:
    logger("test").error("away", exc_info=ConnectionRefusedError(111, "Connection refused"))
    assert "Connection refused" in str(_read(lines)[0]["words"])


def test_lines_of_others_go_the_same_way_and_requests_are_not_repeated(lines: io.StringIO) -> None:
    logging.getLogger("aiokafka.client").warning("Node 1 is away")
    logging.getLogger("aiokafka.client").info("chatter")
    logging.getLogger("uvicorn.access").warning("GET /disputes?name=张三")
    [line] = _read(lines)
    assert (line["event"], line["logger"]) == ("Node 1 is away", "aiokafka.client")
