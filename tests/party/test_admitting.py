"""承认第三人的请求: an applicant does it on its telephone, if there is a third person."""

from collections import Counter
from collections.abc import AsyncIterator
from functools import partial
from uuid import UUID

import pytest
from starlette.requests import Request

from services.reconsideration.commands import people
from services.reconsideration.store import CASES
from shared.frame import Answer, calling
from shared.people import Person
from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_one_file import NEIGHBOUR, applied, do

WHAT = "承认他要求保留通道的请求"
ADMITTED = "reconsideration.third_request_admitted.v1"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def join(hub: Hub, case_id: UUID, name: str, **more: str) -> str:
    """Somebody takes part as a third person; who it is."""
    third = partial(people.join_third, called=True, interested=True, text="通知")
    await do(hub, case_id, third, Person(name, **more))
    case, _ = await hub.read(CASES, case_id)
    return str(case.participants.third_ids[-1])


async def test_an_applicant_admits_what_a_third_person_asks(hub: Hub, phone: Telephone) -> None:
    """有第三人的才有这一项；只有一名的不必选，有数名的按姓名选哪一名；第三人没有 (ARL 15, 16)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    path = f"/party/act/{case_id}/third-request-admission"
    assert path not in (await phone.get()).text
    assert (await phone.get(path)).status_code == 404
    first = await join(hub, case_id, "赵某", phone=NEIGHBOUR)
    assert path in (await phone.get()).text
    assert "承认谁的请求" not in (await phone.get(path)).text
    await phone.done(path, text=WHAT)
    fact = await last(hub, ADMITTED)
    assert (fact["third_person"], fact["to_be_told"]) == (first, True)
    assert "申请人承认了第三人的请求" in (await phone.get()).text
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        assert path not in (await other.get()).text
        assert (await other.get(path)).status_code == 404

    second = await join(hub, case_id, "钱某")
    form = (await phone.get(path)).text
    assert all(said in form for said in ("承认谁的请求", "赵某", "钱某", first, second))
    unnamed = await phone.fill(path, text=WHAT)
    assert (unnamed.status_code, "第16条" in unnamed.text) == (409, True)
    await phone.done(path, person_id=second, text=WHAT)
    assert (await last(hub, ADMITTED))["third_person"] == second


async def test_a_page_of_a_party_asks_each_door_once(
    hub: Hub, phone: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """办理情况一页上能办的事都要看案卷：同一案卷一次请求只查一次；办了事以后另查 (ARL 15, 17)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    await join(hub, case_id, "赵某", phone=NEIGHBOUR)
    asked: Counter[str] = Counter()

    async def counted(
        request: Request, method: str, path: str, body: object = None, **more: object
    ) -> Answer:
        asked[f"{method} {path}"] += 1
        return await partial(calling.call, **more)(request, method, path, body)

    monkeypatch.setattr("shared.frame.page.call", counted)
    path = f"/party/act/{case_id}/third-request-admission"
    assert path in (await phone.get()).text
    assert asked[f"GET /reconsiderations/{case_id}"] == 1
    assert set(asked.values()) == {1}, asked
    await phone.done(path, text=WHAT)
    assert "申请人承认了第三人的请求" in (await phone.get()).text
    asked.clear()
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        assert (await other.get()).status_code == 200
    assert set(asked.values()) == {1}, asked
