"""Cases on the lists of a reconsideration body, as its pages show them."""

import re
from uuid import UUID

from shared.work import Hub
from tests.desks.body import applied
from tests.registering import take_in

MINE, APPROVALS = "/desk/reconsideration/mine", "/desk/reconsideration/approvals"

ROW = re.compile(r'data-row="([^"]+)"')


async def cases(hub: Hub, many: int, first: int = 1) -> list[UUID]:
    numbers = range(first, first + many)
    return [await applied(hub, await take_in(hub, UUID(int=n))) for n in numbers]


def rows(text: str) -> list[str]:
    return ROW.findall(text)
