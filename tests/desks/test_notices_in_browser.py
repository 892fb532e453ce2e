"""通知 in a browser: a desk reads what came, an administrator sends again what did not go out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from services.notification.sending.queue import Queue
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.intake import Urgency
from shared.settings import settings
from shared.work import Hub
from tests.desks.conftest import SignIn
from tests.desks.looking import fits, look
from tests.notification.telling import tell
from tests.routing.cases import registered
from tests.routing.hearing import hear, hear_all

LEAD = "620702-sifa"
HOME = "/desk/notices/sendings"
REFUSED = """
UPDATE notification.sending
SET state = 'failed', result = CASE channel WHEN 'mail' THEN '550' ELSE '422' END
"""
WAITING = "SELECT count(*) FROM notification.sending WHERE state = 'waiting'"


@pytest.fixture
def reachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mail server and a gateway are set up, and the lead has an address with both."""
    book = tmp_path / "addresses.toml"
    book.write_text(f'[organ."{LEAD}"]\nmail = "zhiban@sifa.example"\ngateway = "sifa"\n')
    told = {"SMTP": "smtp://127.0.0.1:9", "SMTP_FROM": "hub@hub.example", "ADDRESSES": str(book)}
    for name, said in {
        **told,
        "GATEWAY": "http://127.0.0.1:9/",
        "GATEWAY_SECRET": "s" * 40,
    }.items():
        monkeypatch.setenv(f"HUB_{name}", said)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("reachable")
async def test_what_came_is_read_and_what_did_not_go_out_is_sent_again(
    hub: Hub, clock: StillClock, sign_in: SignIn
) -> None:
    """部门阅知通知；系统管理员看到未发出的原因，重新发送一件、一个渠道的全部；窄屏同样可用."""
    await hear(hub, registered(urgency=Urgency.URGENT))
    await hear_all(hub)
    await tell(hub)
    both = {"mail": {LEAD: "zhiban@sifa.example"}, "gateway": {LEAD: "sifa"}}
    await Queue(hub.pool).plan(both, clock.now())
    await hub.pool.execute(REFUSED)

    lead = await sign_in(Role.DEPARTMENT, LEAD)
    await lead.goto("/desk/notices")
    await expect(lead.get_by_text("召集甘州区司法局").first).to_be_visible()
    await look(lead, "notices")

    admin = await sign_in(Role.ADMINISTRATOR, "620700-centre", width=360)
    await admin.goto(f"{HOME}?state=failed")
    await expect(admin.get_by_text("没有这个邮箱或者不收")).to_be_visible()
    await look(admin, "sendings")
    await admin.locator(".notices").get_by_role("button", name="重新发送").first.click()
    await expect(admin.get_by_text("已重新排队1件")).to_be_visible()
    assert await hub.pool.fetchval(WAITING) == 1
    await admin.get_by_role("button", name="全部重新发送").click()
    await expect(admin.get_by_text("没有符合条件的外发")).to_be_visible()
    assert await hub.pool.fetchval(WAITING) == len(both)
    await fits(admin)
