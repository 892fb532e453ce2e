"""One whistle at the desks: who is called, where its page is, and how an act is done there."""

from services.routing.store import whistle_of
from tests.desks.visitor import Visitor, hidden
from tests.routing.cases import CASE

LEAD, ASSIST, OTHER = "620702-sifa", "620702-zhujian", "620702-chengguan"
PAGE = f"/desk/department/whistles/{whistle_of(CASE)}"


async def act(who: Visitor, name: str, **typed: str | list[str]) -> None:
    """Do an act by its form; it must succeed."""
    page = await who.get(f"{PAGE}?act={name}")
    done = await who.send(f"{PAGE}/{name}", {**hidden(page), **typed})
    assert done.status_code == 303, done.text
