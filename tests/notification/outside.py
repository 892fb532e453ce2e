"""The world outside: a real mail server and a real gateway, which take, refuse, or fall silent."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

Letterbox = list[Message]


class Taking:
    """Takes mail, and answers as it is told to."""

    def __init__(self) -> None:
        self.box: Letterbox = []
        self.at_recipient = ""
        self.at_text = ""

    async def handle_RCPT(  # noqa: N802 - as the library calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if self.at_recipient:
            return self.at_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as the library calls it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del server, session
        if self.at_text:
            return self.at_text
        content = envelope.original_content or b""
        self.box.append(message_from_bytes(content, policy=default))
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[tuple[str, Taking]]:
    """A mail server on a free port, with what it took."""
    taking = Taking()
    controller = Controller(taking, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{controller.port}", taking
    finally:
        controller.stop()


@asynccontextmanager
async def deaf_mail_server() -> AsyncIterator[tuple[str, list[bytes]]]:
    """Takes the text to its end, and hangs up without an answer."""
    taken: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := await reader.readline():
            if line.upper().startswith(b"DATA"):
                writer.write(b"354 go on\r\n")
                taken.append(await reader.readuntil(b"\r\n.\r\n"))
                break
            writer.write(b"250 OK\r\n")
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}", taken


@asynccontextmanager
async def closed_mail_server() -> AsyncIterator[str]:
    """Lets nobody in."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"554 not you\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"


class Posts:
    """What a gateway was posted: headers and body of each; one key is delivered once."""

    def __init__(self) -> None:
        self.taken: list[tuple[dict[str, str], bytes]] = []
        self.delivered: set[str] = set()
        self.status = 200
        self.says = b""
        """The body of its answers."""
        self.answers: Callable[[], bool] = lambda: True
        """Whether it answers, or hangs up once it has taken it."""
        self.came = asyncio.Event()
        """Set once something was posted."""
        self.waits = asyncio.Event()
        """Set when it may answer what it has taken."""
        self.waits.set()


@asynccontextmanager
async def gateway() -> AsyncIterator[tuple[str, Posts]]:
    """A gateway on a free port."""
    posts = Posts()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        pairs = (line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        headers = {name.lower(): said for name, said in pairs}
        body = await reader.readexactly(int(headers["content-length"]))
        posts.taken.append((headers, body))
        if posts.status == 200:
            posts.delivered.add(headers["idempotency-key"])
        posts.came.set()
        await posts.waits.wait()
        if posts.answers():
            status = f"HTTP/1.1 {posts.status} said\r\n"
            head = f"{status}Content-Length: {len(posts.says)}\r\nConnection: close\r\n\r\n"
            writer.write(head.encode() + posts.says)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/notices", posts


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
