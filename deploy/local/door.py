"""端口: the socket on which the hub answers, and ports for servers of its own."""

import secrets
import socket
from typing import Final

from deploy.local import AlreadyRunning
from deploy.local.ports import LOOPBACK

POSTGRES_PORTS: Final = range(15432, 16432)
KAFKA_PORTS: Final = range(19092, 20092)
CONTROLLER_PORTS: Final = range(20092, 21092)
"""Below those that the system hands out to clients, one of whom might sit on a dead server's."""
_BACKLOG: Final = 2048


def first_free(ports: range) -> int:
    """A port that a server can have: the first free one from a place in the range drawn by lot.

    Two hubs that start at once would otherwise find the same one free.
    """
    start = secrets.randbelow(len(ports))
    port: int
    for port in (*ports[start:], *ports[:start]):
        try:
            socket.create_server((LOOPBACK, port)).close()
        except OSError:
            continue
        return port
    raise AlreadyRunning(f"no port free from {ports.start} to {ports.stop - 1}")


def open_door(host: str, port: int) -> socket.socket:
    """The socket on which all web processes listen.

    Raises:
        AlreadyRunning: Somebody else has the port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise AlreadyRunning(
            f"端口 {port} 无法使用：{error.strerror}；请用 HUB_PORT 或者 --port 另选"
            f" / port {port} is taken"
        ) from None
