"""观看: what `hub watch` prints, and how it takes a broken line up again."""

import json
from collections.abc import Iterator
from itertools import islice

import httpx
import pytest
from rich.cells import cell_len

from deploy import watch
from deploy.watch import Event, TurnedAway, events, follow, row
from shared.directory import load

TOLD = {
    "position": 42,
    "office": "routing",
    "term": "报到",
    "labels": {"county": "620702", "number": "620702-20261123-0000017-3"},
    "fact": {"head": {"at": "2026-11-23T01:02:03Z", "by": "clock"}},
}


def test_the_lines_of_a_stream_become_events() -> None:
    lines = [
        "retry: 1000",
        "id: 7",
        "",
        ": 9",
        "id: 9",
        "",
        "id: 10",
        "event: a",
        'data: {"x":1}',
        "",
    ]
    assert list(events(lines)) == [Event("7", ""), Event("9", ""), Event("10", '{"x":1}')]


def test_a_fact_is_a_line_in_columns_that_line_up() -> None:
    directory = load()
    line = row(TOLD, directory)
    assert line.plain.split() == [
        *("09:02:03", "甘州区", "分流", "报到", "620702-20261123-0000017-3", "时钟"),
    ]
    bare = row({**TOLD, "labels": {}, "term": "逾期未按责令履行"}, directory)
    starts = [cell_len(one.plain[: one.plain.rindex("时钟")]) for one in (line, bare)]
    assert starts[0] == starts[1]
    assert str(line.style) == watch.COLOURS["routing"]


class Lines(httpx.SyncByteStream):
    """A body that breaks off after what it has said."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __iter__(self) -> Iterator[bytes]:
        yield self._text.encode()
        raise httpx.ReadError("broken")


def test_a_line_that_breaks_is_taken_up_where_it_broke(monkeypatch: pytest.MonkeyPatch) -> None:
    """断线后从已收到的流位续读."""
    monkeypatch.setattr(watch, "PAUSES_SECONDS", (0,))
    asked: list[str | None] = []
    said = iter(["id: 3\ndata: a\n\nid: 5\n\n", "id: 6\ndata: b\n\n"])

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers.get("Last-Event-ID"))
        if len(asked) == 2:
            return httpx.Response(503)
        return httpx.Response(200, stream=Lines(next(said)))

    with httpx.Client(transport=httpx.MockTransport(answer), base_url="http://hub") as client:
        found = list(islice(follow(client, "/stream", {}, None), 2))
    assert found == [Event("3", "a"), Event("6", "b")]
    assert asked == [None, "5", "5"]


def test_whoever_is_turned_away_is_told_why() -> None:
    detail = {"detail": "没有这件纠纷，或者您无权查看"}
    transport = httpx.MockTransport(lambda _: httpx.Response(404, text=json.dumps(detail)))
    with (
        httpx.Client(transport=transport, base_url="http://hub") as client,
        pytest.raises(TurnedAway, match="无权查看"),
    ):
        next(follow(client, "/stream", {}, None))


def test_where_nobody_ever_answered_nothing_is_tried_again() -> None:
    def refuse(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with (
        httpx.Client(transport=httpx.MockTransport(refuse), base_url="http://hub") as client,
        pytest.raises(httpx.ConnectError),
    ):
        next(follow(client, "/stream", {}, None))
