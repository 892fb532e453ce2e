"""监测端口: a worker or a relay that runs alone answers whoever watches over it."""

import asyncio
import socket

import pytest

from deploy.local.door import open_door
from deploy.local.ports import LOOPBACK
from deploy.monitored import monitored
from shared import metrics


async def ask(door: socket.socket, said: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(*door.getsockname())
    writer.write(said)
    if not said.endswith(b"\r\n\r\n"):
        writer.write_eof()
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    ("path", "status", "holds"),
    [
        ("/livez", b"200 OK", b'{"status":"ok"}'),
        ("/metrics", b"200 OK", b"hub_lapses_total"),
        ("/disputes", b"404 Not Found", b""),
    ],
)
async def test_it_tells_that_it_lives_and_what_it_counts_and_nothing_else(
    path: str, status: bytes, holds: bytes
) -> None:
    metrics.count("hub_lapses_total", office="toy", deadline="toy")
    door = open_door(LOOPBACK, 0)
    async with monitored(door):
        answer = await ask(door, f"GET {path} HTTP/1.1\r\nHost: hub\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert holds in answer


async def test_who_breaks_off_in_the_middle_disturbs_nobody() -> None:
    door = open_door(LOOPBACK, 0)
    async with monitored(door):
        assert await ask(door, b"GET /liv") == b""
        assert b"200 OK" in await ask(door, b"GET /livez HTTP/1.1\r\n\r\n")


async def test_without_a_port_nothing_listens() -> None:
    async with monitored(None):
        assert True
