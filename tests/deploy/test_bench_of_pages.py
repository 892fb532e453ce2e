"""测量: a bench measures pages that were shown, and nothing else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import pytest

from deploy.bench.http import Answered, Client
from deploy.bench.opened import NEXT, Opened, open_one, some

DICE = Random(0)  # noqa: S311 - which of one row


@asynccontextmanager
async def answering(status: str, heard: list[bytes]) -> AsyncIterator[Client]:
    """A client of a server that gives every request this answer."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(10_000))
        body = "甘州区".encode()
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        client = await Client.connect(server.sockets[0].getsockname()[1])
        try:
            yield client
        finally:
            client.close()


@pytest.mark.parametrize("status", ["404 Not Found", "303 See Other", "500 Internal Server Error"])
async def test_a_page_that_is_not_shown_ends_the_bench(status: str) -> None:
    """答复不是200的页面不计入测量，测量即告失败."""
    async with answering(status, []) as client:
        with pytest.raises(Answered, match=rf"GET /desk: {status[:3]} 甘州区"):
            await open_one(client, Opened("/desk", "token"))


async def test_a_party_opens_its_page_by_its_cookie_and_a_search_is_a_form() -> None:
    """当事人凭会话打开本人的页面；按号码查件是提交的表单，号码不进网址."""
    heard: list[bytes] = []
    rows = [{"cookie": "hub_party=sealed", "id_number": "E1 2"}]
    case = some(rows, Opened("/party/case", cookie="{cookie}"))
    search = some(rows, Opened("/desk/window", "token", form={"phone": "{id_number}"}))
    for sort in (case, search):
        async with answering("200 OK", heard) as client:
            assert await open_one(client, sort(DICE)) == "甘州区"
    assert heard[0].startswith(b"GET /party/case HTTP/1.1\r\n")
    assert b"\r\nCookie: hub_party=sealed\r\n" in heard[0]
    assert heard[1].startswith(b"POST /desk/window HTTP/1.1\r\n")
    assert b"\r\nAuthorization: Bearer token\r\n" in heard[1]
    assert heard[1].endswith(b"\r\n\r\nphone=E1+2")


def test_a_list_is_turned_over_by_what_leads_on() -> None:
    """列表翻页只认下一页的链接."""
    page = '<a href="/desk?a=1" rel="prev">回到首页</a><a href="/desk?b=2" rel="next">下一页</a>'
    assert NEXT.findall(page) == ["/desk?b=2"]
