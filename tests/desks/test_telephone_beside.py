"""撤回以后更正联系方式: what was seen of the file beside the dispute is what counts (RULES 166)."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.intake.domain.contacts import contacts_of
from shared.auth import Role
from shared.db import Pool
from shared.work import Hub
from tests.desks.test_window import registered
from tests.desks.visitor import Building, Visitor, building, hidden

PHONE_OF = "SELECT phone FROM hub.people WHERE person_id = $1"


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def withdrawn(window: Visitor, db: Pool) -> tuple[str, UUID, UUID]:
    """The number of a dispute that was withdrawn, its file, and a party of it."""
    number = await registered(window)
    [(file, person)] = await db.fetch("SELECT dispute_id, person_id FROM hub.people LIMIT 1")
    door = f"/desk/disputes/{number}/files/{file}/withdrawal"
    assert (await window.fill(door, reason="自行和好")).status_code == 303
    return number, file, person


@pytest.mark.parametrize("earlier", [0, 1])
async def test_of_two_forms_open_at_once_the_later_is_told_that_the_file_moved(
    house: Building, db: Pool, earlier: int
) -> None:
    """撤回以后，同一表单开了两份的，先交的记入旁边的卷，后交的须重新读取 (RULES 166)."""
    window = house.visitor(Role.WINDOW)
    number, file, person = await withdrawn(window, db)
    door = f"/desk/disputes/{number}/files/{file}/contact-correction"
    for n in range(earlier):
        done = await window.fill(door, person_id=str(person), phone=f"1390000001{n}")
        assert done.status_code == 303
    one, other = [hidden(await window.get(door)) for _ in range(2)]
    first = await window.send(door, {**one, "person_id": str(person), "phone": "13900000002"})
    assert first.status_code == 303
    assert first.headers["Location"].endswith(f"#file-{contacts_of(file)}")
    assert f'id="file-{contacts_of(file)}"' in (await window.get(f"/desk/disputes/{number}")).text
    second = await window.send(door, {**other, "person_id": str(person), "phone": "13900000003"})
    assert second.status_code == 412
    assert await db.fetchval(PHONE_OF, person) == "13900000002"
    anew = {**hidden(second), "person_id": str(person), "phone": "13900000003"}
    assert (await window.send(door, anew)).status_code == 303
    assert await db.fetchval(PHONE_OF, person) == "13900000003"


async def test_the_page_that_an_answer_says_is_the_one_to_go_by_at_the_same_door(
    house: Building, db: Pool
) -> None:
    """撤回以后，答复的 ETag 是旁边的卷的页码，再办时凭它；卷还没有的，凭第0页 (RULES 166)."""
    number, file, person = await withdrawn(house.visitor(Role.WINDOW), db)

    async def corrected(seen: str, phone: str) -> tuple[int, str | None]:
        answer = await house.client.post(
            f"/disputes/{number}/contact-correction",
            json={"person_id": str(person), "phone": phone},
            headers={**house.headers_of(Role.WINDOW), "If-Match": seen},
        )
        return answer.status_code, answer.headers.get("ETag")

    assert await corrected('"0"', "13900000001") == (201, '"1"')
    assert await corrected('"1"', "13900000002") == (201, '"2"')
    assert (await corrected('"1"', "13900000003"))[0] == 412
    assert await db.fetchval(PHONE_OF, person) == "13900000002"
    stood = "SELECT version FROM hub.file WHERE case_id = $1"
    assert await db.fetchval(stood, contacts_of(file)) == 2
    assert await db.fetchval(stood, file) == 2
