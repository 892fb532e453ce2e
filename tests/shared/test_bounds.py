"""收件的限度: what never ends is not read to its end, and fills neither disk nor memory."""

from collections.abc import AsyncIterator

import httpx
import pytest

from shared import bounds
from shared.auth import Role
from shared.settings import Settings
from shared.signin import install_sign_in
from shared.work import Hub
from tests.desks.visitor import Building, building

MULTIPART = {"Content-Type": "multipart/form-data; boundary=b"}
HEAD = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
PIECE = bytes(1 << 16)


class Endless:
    """A body that never ends, and how much of it was taken."""

    def __init__(self) -> None:
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield HEAD
        while True:
            self.taken += len(PIECE)
            yield PIECE


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        install_sign_in(found.app, hub.pool, Settings(), found.app.state.tokens)
        yield found


async def _send(house: Building, path: str, headers: dict[str, str]) -> tuple[httpx.Response, int]:
    body = Endless()
    answer = await house.client.post(path, content=body, headers=headers)
    return answer, body.taken


@pytest.mark.parametrize("path", ["/sign-in", "/party"])
async def test_of_a_strangers_form_little_is_read(house: Building, path: str) -> None:
    """未登录的，表单超过一兆字节不再读取，以页面说明."""
    answer, taken = await _send(house, path, MULTIPART)
    assert answer.status_code == 413
    assert "请求内容过大" in answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert taken <= bounds.OF_STRANGERS + len(PIECE)


async def test_of_an_officers_form_or_message_no_more_is_read_than_any_act_needs(
    house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """已登录的，超过办理所需的不再读取."""
    monkeypatch.setattr(bounds, "OF_PAGES", 3 << 20)
    monkeypatch.setattr(bounds, "OF_DOORS", 2 << 20)
    clerk = house.headers_of(Role.WINDOW)
    for path, kind, most in (
        ("/desk/window/import", MULTIPART, bounds.OF_PAGES),
        ("/disputes", {"Content-Type": "application/json"}, bounds.OF_DOORS),
    ):
        answer, taken = await _send(house, path, {**clerk, **kind, "Idempotency-Key": "k-0001"})
        assert answer.status_code == 413, path
        assert bounds.OF_STRANGERS < taken <= most + len(PIECE)
