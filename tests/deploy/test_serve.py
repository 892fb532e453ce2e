"""网页服务: whose word is taken on where a request came from."""

import pytest
from fastapi import FastAPI, Request

from deploy.serve import config_of
from shared.settings import Settings

PROXY, CALLER = "198.51.100.1", "203.0.113.5"


async def asked_through(proxy: str, settings: Settings) -> str:
    """Who the application thinks has asked, where `proxy` says that it was somebody else."""
    seen: list[str] = []
    app = FastAPI()

    @app.get("/")
    async def who(request: Request) -> None:
        seen.append(f"{request.url.scheme} {request.client.host if request.client else ''}")

    config = config_of(app, settings)
    config.load()
    said = [(b"x-forwarded-for", CALLER.encode()), (b"x-forwarded-proto", b"https")]
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/",
        "raw_path": b"/",
        "query_string": b"",
        "headers": said,
        "client": (proxy, 4711),
        "server": ("hub", 80),
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_: object) -> None:
        return None

    await config.loaded_app(scope, receive, send)  # type: ignore[arg-type] - plain dicts
    return seen[0]


@pytest.mark.parametrize(
    ("settings", "proxy", "seen"),
    [
        (Settings(), PROXY, f"http {PROXY}"),
        (Settings(proxies="198.51.100.0/24, 192.0.2.1"), PROXY, f"https {CALLER}"),
        (Settings(proxies="192.0.2.1"), PROXY, f"http {PROXY}"),
    ],
)
async def test_only_a_named_proxy_is_believed_on_who_asks(
    settings: Settings, proxy: str, seen: str
) -> None:
    """只信配置中的前置代理；别人自称的地址不算，输错次数记在真正的来处."""
    assert await asked_through(proxy, settings) == seen
