"""跨站请求: no page acts for a form that did not come from a page of the same session."""

import re
from typing import Final

from fastapi.routing import APIRoute

from deploy.web import pages
from shared.auth import Identity, Role
from shared.settings import Settings
from shared.signin import install_sign_in
from shared.work import Hub
from tests.desks.visitor import building

ID: Final = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"
FILLED: Final = {"key": "ab" * 32, "parked_id": "17", "reject": "17", "row": "17"}
"""What stands in gaps of paths that take no id of a file."""

ACTING: Final = [
    route
    for one in pages()
    for route in one.router.routes
    if isinstance(route, APIRoute) and "POST" in route.methods and route.path.startswith("/desk")
]
EVERYBODY: Final = Identity.of(
    "o-1", set(Role) - {Role.PARTY}, organ="620702-window-1", county="620700"
)


async def test_a_forged_form_is_refused_by_every_page_that_acts(hub: Hub) -> None:
    """伪造的表单，任何页面都不办理."""
    async with building(hub) as house:
        install_sign_in(house.app, hub.pool, Settings(), house.app.state.tokens)
        secret = await house.app.state.sessions.begin(EVERYBODY, title="一人多岗")
        cookie = {"Cookie": f"hub_session={secret}"}
        for route in ACTING:
            path = re.sub(r"\{(\w+)\}", lambda gap: FILLED.get(gap[1], ID), route.path)
            for typed in ({}, {"_csrf": "made-up"}):
                answer = await house.client.post(path, data=typed, headers=cookie)
                assert answer.status_code == 401, (route.path, answer.status_code)
    count = "SELECT count(*) FROM hub.outbox"
    assert await hub.pool.fetchval(count) == 0
