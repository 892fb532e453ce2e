"""What supervision writes beside a file is read by whoever may see that file, and by no other."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.consultation.store import files_of
from services.routing.store import whistle_of
from services.supervision.store import alert_of, press_of
from shared.auth import Role
from shared.clock import StillClock
from shared.work import Hub
from tests.consultation.makers import hear, of_request, requested
from tests.desks.visitor import building
from tests.routing.town import PENALTY, Town, apply_for_reconsideration, town

AUTHORITY, RESPONDENT, WINDOW = "620702-government", "620702-chengguan", "620702-window-1"
SUPERVISOR = (Role.SUPERVISOR, "620702-centre")
BODY = (Role.RECONSIDERATION, AUTHORITY)
CALLED = (Role.DEPARTMENT, RESPONDENT)
TOWNSHIP = (Role.GRID, "620702001-centre")
LABELLED = """
UPDATE hub.file SET labels = labels || jsonb_build_object($2::text, $3::text) WHERE case_id = $1
"""
ASKING = "/presses/explanation-request"
SAID = {"within": "1wd", "text": "请说明尚未办理的原因"}


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    async with town(hub, clock) as found:
        yield found


async def seen(place: Town, role: Role, organ: str, dispute: UUID) -> set[str]:
    """The files of a dispute that somebody is shown; none where it may see no such dispute."""
    told = (await place.get(f"/disputes/{dispute}", role, organ)).json()
    return {one["case_id"] for one in told.get("files", [])}


async def texts(place: Town, case_id: UUID, dispute: UUID) -> list[str]:
    """Where what was written in a file is read."""
    rows = await place.hub.pool.fetch(
        "SELECT document_id FROM hub.documents WHERE case_id = $1", case_id
    )
    return [f"/disputes/{dispute}/papers/{row['document_id']}?purpose=查阅" for row in rows]


async def answers(place: Town, role: Role, organ: str, *paths: str) -> set[int]:
    return {(await place.get(path, role, organ)).status_code for path in paths}


async def test_what_is_written_beside_a_consultation_stays_with_those_who_see_it(
    hub: Hub, place: Town
) -> None:
    """就咨询卷督办的内容和预警，窗口和被申请人看不到，复议机构和监督人员看得到 (ARL 52)."""
    _, dispute = await place.register(**PENALTY)
    head = of_request(UUID(int=77)).model_copy(update={"dispute_id": dispute})
    await hear(hub, requested(UUID(int=77), head=head), departments=RESPONDENT, window=WINDOW)
    case_id = next(iter(files_of(head)))
    press = press_of(case_id)
    said = {"about": str(case_id), **SAID}
    for nobody in (RESPONDENT, WINDOW):  # they could neither read nor answer what they are asked
        refused = await place.ask(ASKING, *SUPERVISOR, **said, organ=nobody)
        assert (refused.status_code, "承办机构" in refused.text) == (409, True)
    await place.do(ASKING, *SUPERVISOR, **said, organ=AUTHORITY)
    await place.at("2026-11-25")
    beside = {str(case_id), str(press), str(alert_of(press))}
    paths = (f"/presses/{press}", *await texts(place, press, dispute))
    for role, organ in ((Role.WINDOW, WINDOW), CALLED):
        assert not await seen(place, role, organ, dispute) & beside, role
        assert await answers(place, role, organ, *paths) == {404}
    for role, organ in (SUPERVISOR, BODY):
        assert beside <= await seen(place, role, organ, dispute), role
        assert await answers(place, role, organ, *paths) == {200}


async def test_a_respondent_reads_no_more_beside_the_case_than_what_it_is_asked_itself(
    place: Town,
) -> None:
    """就复议案卷向复议机关提出的督办和说明，被申请人看不到；要求其自己说明的看得到 (RULES 65)."""
    number, dispute = await place.register(**PENALTY)
    case = await apply_for_reconsideration(place, number, dispute)
    said = {"about": case["case_id"], **SAID}
    press = press_of(UUID(case["case_id"]))
    await place.do("/presses/note", *SUPERVISOR, about=case["case_id"], text="关注")
    await place.do(ASKING, *SUPERVISOR, **said, organ=AUTHORITY)
    await place.do(f"/presses/{press}/explanation", *BODY, text="正在研究")
    paths = (f"/presses/{press}", *await texts(place, press, dispute))
    # as once the copy of the application was sent to it
    await place.hub.pool.execute(LABELLED, UUID(case["case_id"]), "departments", RESPONDENT)
    await place.do("/presses/note", *SUPERVISOR, about=case["case_id"], text="继续关注")
    assert case["case_id"] in await seen(place, *CALLED, dispute)
    assert str(press) not in await seen(place, *CALLED, dispute)
    assert await answers(place, *CALLED, *paths) == {404}
    for role, organ in (SUPERVISOR, BODY):
        assert await answers(place, role, organ, *paths) == {200}
    await place.do(ASKING, *SUPERVISOR, **said, organ=RESPONDENT)
    assert str(press) in await seen(place, *CALLED, dispute)
    await place.do(f"/presses/{press}/explanation", *CALLED, text="已经答复")
    await place.do("/presses/note", *SUPERVISOR, about=case["case_id"], text="知悉")
    assert await answers(place, *CALLED, f"/presses/{press}") == {200}
    assert await answers(place, *CALLED, *paths[1:]) == {404}  # also after it was addressed
    own = [one for one in await texts(place, press, dispute) if one not in paths]
    told = [(await place.get(one, *CALLED)).json().get("text") for one in own]
    assert told.count(None) == len(told) - 2  # no note
    assert {SAID["text"], "已经答复"} <= set(told)
    async with building(place.hub) as house:
        for role, organ, count in ((*CALLED, 2), (*BODY, 7)):
            page = (await house.visitor(role, organ=organ).get(f"/desk/disputes/{number}")).text
            names = [one.partition("?")[0].rpartition("/")[2] for one in (*paths[1:], *own)]
            listed = [one for one in names if f"papers/{one}" in page]
            assert len(listed) == count, role


async def test_whoever_was_asked_explains_also_where_the_case_went_up_meanwhile(
    hub: Hub, place: Town
) -> None:
    """要求乡镇综治中心说明以后，事项升级并再次督办的，仍由其查看、说明 (RULES 65)."""
    _, dispute = await place.register(matter="wuye")
    case_id = whistle_of(dispute)
    press = press_of(case_id)
    await hub.pool.execute(LABELLED, case_id, "authority", TOWNSHIP[1])
    asked = await place.ask(ASKING, *SUPERVISOR, about=str(case_id), **SAID, organ=TOWNSHIP[1])
    assert asked.status_code == 201, asked.text
    paths = (f"/presses/{press}", *await texts(place, press, dispute))
    await hub.pool.execute(LABELLED, case_id, "authority", "620702-centre")
    noted = await place.ask("/presses/note", *SUPERVISOR, about=str(case_id), text="已经升级")
    assert noted.status_code == 201
    owed = (await place.get("/explanations", *TOWNSHIP)).json()["items"]
    assert [one["case_id"] for one in owed] == [str(press)]
    assert await answers(place, *TOWNSHIP, *paths) == {200}
    assert await answers(place, Role.GRID, "620702002", *paths) == {404}
    done = await place.ask(f"/presses/{press}/explanation", *TOWNSHIP, text="升级前已到场两次")
    assert (done.status_code, done.json()["tracks"][TOWNSHIP[1]]) == (201, "explained")
