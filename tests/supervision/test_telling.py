"""态势的播报: to whom the numbers of the board are told, and that they are those of the page."""

import json
from typing import Any, Literal

from services.supervision.live.counting import By
from services.supervision.live.keeping import step
from services.supervision.live.reading import Narrowed, board_at, kept_to
from services.supervision.live.telling import BoardTeller
from shared.auth import Identity, Role
from shared.stream.wants import Filters, Wants
from shared.work import Hub
from tests.routing.town import Town
from tests.supervision.test_picture import place

__all__ = ["place"]


def wants(
    role: Role, county: str, asked: str = "", by: Literal["", "centre", "department"] = ""
) -> Wants:
    """What somebody wants who follows the stream with the board, and asks for a county."""
    who = Identity.of("one", [role], county=county)
    return Wants.of(who, Filters(board=True, county=asked, by=by))


def told(event: bytes) -> Any:  # noqa: ANN401 - what a script reads
    first, second = event.decode().strip().split("\n")
    assert first == "event: board"
    return json.loads(second.removeprefix("data: "))


async def test_the_numbers_told_are_those_of_the_board_within_the_readers_county(
    hub: Hub, place: Town
) -> None:
    """城市看全市，县区只看本县区，问别的县区也一样；其他岗位不播报；没有新事实不重算 (PLAN 33)."""
    del place
    top = await hub.pool.fetchval("SELECT max(position) FROM hub.position")
    while await step(hub, top - 1):
        pass
    teller = BoardTeller(hub)
    city = told(await teller(wants(Role.SUPERVISOR, "620700")))
    async with hub.pool.acquire() as conn:
        position = await kept_to(conn)
        board = await board_at(conn, position, await hub.now(), Narrowed())
    assert city["position"] == position
    assert city["counties"] == {county: counts.told(By.COUNTY) for county, counts in board.items()}
    assert set(city["counties"]) > {"620702"}
    for asked in ("", "620721"):
        own = told(await teller(wants(Role.SUPERVISOR, "620702", asked)))
        assert own["counties"] == {"620702": city["counties"]["620702"]}
    assert await teller(wants(Role.DEPARTMENT, "620702")) == b""
    first = await teller(wants(Role.SUPERVISOR, "620700"))
    assert await teller(wants(Role.SUPERVISOR, "620700")) is first
    await step(hub, top)
    assert told(await teller(wants(Role.SUPERVISOR, "620700")))["position"] == top


async def test_whoever_looks_on_by_centre_or_department_is_told_those_lines(
    hub: Hub, place: Town
) -> None:
    """按综治中心、部门看的，播报的是这些行，与页面的数字相同 (PLAN 33)."""
    del place
    while await step(hub):
        pass
    teller = BoardTeller(hub)
    for by, name in ((By.CENTRE, "centres"), (By.DEPARTMENT, "departments")):
        said = told(await teller(wants(Role.SUPERVISOR, "620700", by=by.value)))
        async with hub.pool.acquire() as conn:
            board = await board_at(conn, said["position"], await hub.now(), Narrowed(), by)
        assert said[name] == {line: counts.told(by) for line, counts in board.items()}
        assert said[name]
        assert "counties" not in said
