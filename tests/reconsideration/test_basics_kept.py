"""基本情况: kept apart, changed, and told where they are lacking (ARL 31; ARR2026 27)."""

import json
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.reconsideration.domain.basics import (
    formal_article,
    formal_of,
    state,
)
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.severing import apart
from services.reconsideration.papers.making import receipts_of
from services.reconsideration.papers.reading import Asked, read_matter
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.queries.basics import lacking_of
from services.reconsideration.store import CASES
from shared.auth import Identity, Role
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.basics import FORMAL, Basic
from shared.law.article import ARR2007, ARR2026
from shared.law.procedure import Refused
from shared.people import Person, read_people
from shared.work import Hub
from tests.desks.visitor import Building, building
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, Walk, accepted, day, received
from tests.reconsideration.papered import cells
from tests.reconsideration.particulars import A, C, H, N, S, registered
from tests.reconsideration.test_papers_doors import clock, door
from tests.reconsideration.test_routes import APPLICATION, OFFICER, OTHER_PARTY, PARTY, Door

__all__ = ["clock", "door"]

WINDOW = {"code": "window-1", "roles": [Role.WINDOW], "organ": "620702-window-1"}


async def person(hub: Hub, who: UUID) -> Person:
    async with hub.pool.acquire() as conn:
        found = await read_people(conn, [who], reader="o", purpose="核对", at=hub.clock.now())
    return found[who]


async def newest(hub: Hub) -> dict[str, object]:
    text = await hub.pool.fetchval("SELECT body FROM hub.outbox ORDER BY seq DESC LIMIT 1")
    found: dict[str, object] = json.loads(text)
    return found


async def test_what_the_application_says_is_kept_with_the_party_and_on_no_page(door: Door) -> None:
    """申请书写明的送达地址存在当事人信息里，不写进案卷的事实 (ARR2026 27)."""
    await registered(door)
    basics = [{"person_id": str(ANNA), "service_address": "南街一号", "address": "东街"}]
    answer = await door.post("/reconsiderations", PARTY, **APPLICATION, basics=basics)
    assert answer.status_code == 201, answer.text
    kept = await person(door.hub, ANNA)
    assert (kept.address, kept.service_address) == ("东街", "南街一号")
    bodies = await door.hub.pool.fetch("SELECT body FROM hub.outbox")
    assert not any("南街一号" in row["body"] for row in bodies)


async def test_an_application_says_it_of_its_own_applicants_only(door: Door) -> None:
    """申请书只写申请人的基本情况，每人写一次 (ARR2026 27)."""
    for wrong in ([BERT], [ANNA, ANNA]):
        basics = [{"person_id": str(one), "service_address": "南街"} for one in wrong]
        answer = await door.post("/reconsiderations", PARTY, **APPLICATION, basics=basics)
        assert (answer.status_code, "每名申请人填一次" in answer.text) == (422, True)


async def test_who_moves_says_so_and_the_newest_word_counts(door: Door) -> None:
    """送达地址有变更的随时写明，以最后写明的为准；没有再写的一项照旧 (ARR2026 27; ARL 88)."""
    await registered(door)
    path = await door.apply()
    said = {"persons": [str(ANNA)], "service_address": "南街一号", "head_name": "安某"}
    first = await door.post(f"{path}/basics", OFFICER, **said)
    assert first.status_code == 201, first.text
    moved = {"persons": [str(ANNA)], "service_address": "北街二号"}
    assert (await door.post(f"{path}/basics", PARTY, **moved)).status_code == 201
    kept = await person(door.hub, ANNA)
    assert (kept.service_address, kept.head_name, kept.address) == (
        "北街二号",
        "安某",
        "登记的地址",
    )
    fact = await newest(door.hub)
    assert (fact["persons"], fact["basics"]) == ([str(ANNA)], ["service_address"])
    nothing = await door.post(f"{path}/basics", OFFICER, persons=[str(ANNA)])
    assert (nothing.status_code, "至少写明一项" in nothing.text) == (422, True)
    strange = await door.post(f"{path}/basics", OTHER_PARTY, **moved)
    assert strange.status_code in {404, 409}


async def test_a_record_says_what_it_said_when_it_was_signed(door: Door) -> None:
    """笔录重新打印，写的是签字时核对过的地址；以后的文书写最新的地址 (ARL 22; CPL 88)."""
    await registered(door)
    said = {
        "manner": "oral",
        "oral": {"writing_hard": True, "difficulty": "不识字", "checking": "read_out"},
        "basics": [{"person_id": str(ANNA), "service_address": "南街一号"}],
    }
    answer = await door.post("/reconsiderations", WINDOW, **(APPLICATION | said))
    assert answer.status_code == 201, answer.text
    case_id = UUID(answer.json()["case_id"])
    door.on("2026-03-03")
    moved = {"persons": [str(ANNA)], "service_address": "北街二号"}
    path = f"/reconsiderations/{case_id}"
    assert (await door.post(f"{path}/basics", OFFICER, **moved)).status_code == 201
    assert (await door.post(f"{path}/acceptance", OFFICER)).status_code == 201
    who = Identity.of(**OFFICER)
    named = []
    for sort in ("oral-application", "acceptance"):
        matter = await read_matter(door.hub, who, Asked(case_id, SORTS[sort]), purpose="制作文书")
        named.append(matter.people[ANNA].service_address)
    assert named == ["南街一号", "北街二号"]


async def places(door: Door, case_id: UUID, sort: str = "acceptance") -> tuple[str | None, str]:
    """Where a paper says that a party lives, and where its receipt says that it had it."""
    asked = Asked(case_id, SORTS[sort])
    said = (door.hub, Identity.of(**OFFICER), asked)
    matter = await read_matter(*said, purpose="制作文书", receipts=True)
    [receipt] = receipts_of(SORTS[sort], matter)
    return matter.people[ANNA].address, cells(receipt)["送达地点"]


async def test_what_a_party_says_later_changes_no_paper_of_before(door: Door) -> None:
    """编号、送达以后再打印，仍是当天的地址；没有送达的，送到最新的地址 (CPL 87)."""
    await registered(door)
    lives = {"service_address": "南街一号", "address": "东街"}
    basics = [{"person_id": str(ANNA), **lives}]
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION, basics=basics)
    case_id = UUID(taken.json()["case_id"])
    path = f"/reconsiderations/{case_id}"
    moved: dict[str, object] = {"persons": [str(ANNA)]}
    steps: list[tuple[str, str, dict[str, object]]] = [
        ("2026-03-03", "acceptance", {}),
        ("2026-03-04", "papers/numbers/acceptance", {}),
        ("2026-03-05", "basics", moved | {"service_address": "北街", "address": "西街"}),
    ]
    for on, step, body in steps:
        door.on(on)
        assert (await door.post(f"{path}/{step}", OFFICER, **body)).status_code == 201, step
    assert await places(door, case_id) == ("东街", "北街")
    door.on("2026-03-06")
    said = {
        "paper": "acceptance/2",
        "manner": "direct",
        "shown_on": "2026-03-06",
        "receipt": "签收。",
    }
    served = await door.post(f"{path}/paper-service", OFFICER, **said)
    assert served.status_code == 201, served.text
    door.on("2026-03-09")
    last = moved | {"service_address": "中街"}
    assert (await door.post(f"{path}/basics", OFFICER, **last)).status_code == 201
    assert await places(door, case_id) == ("东街", "北街")


async def test_what_is_lacking_is_told_all_at_once_and_without_a_name(door: Door) -> None:
    """没有写明的一次性列出，引条文，不写姓名；写明以后就不再列 (ARL 31; ARR2026 27)."""
    await registered(door, kind="legal")
    door.on("2026-09-01")
    now = APPLICATION | {"received_on": "2026-09-01", "learnt_on": "2026-08-20"}
    answer = await door.post("/reconsiderations", PARTY, **now)
    path = f"/reconsiderations/{answer.json()['case_id']}"
    case, _ = await door.hub.read(CASES, UUID(answer.json()["case_id"]))
    lacks = await lacking_of(door.hub, case)
    [one] = lacks.each
    assert one.basics == (N, S, H)
    assert lacks.defect.startswith(
        "申请书没有写明申请人的身份证号码或者统一社会信用代码、送达地址、"
    )
    assert ("第27条第1款第1项" in lacks.defect, "安某" in lacks.defect) == (True, False)
    said = {"service_address": "南街", "head_name": "伯某", "head_post": "经理"}
    done = await door.post(f"{path}/basics", WINDOW, persons=[str(ANNA)], **said)
    assert done.status_code == 201, done.text
    [left] = (await lacking_of(door.hub, case)).each
    assert left.basics == (N,)


def test_a_written_application_is_signed_and_shows_who_applies() -> None:
    """书面申请要签名并交身份证明；2007年条例只要签名；口头的有笔录 (ARR2026 27)."""
    new, old = day("2026-09-01"), day("2026-03-02")
    assert formal_of(FilingManner.POST, new) == FORMAL
    assert formal_of(FilingManner.INTERNET, new) == (Basic.IDENTITY,)
    assert formal_of(FilingManner.ORAL, new) == ()
    assert formal_of(FilingManner.POST, old) == (Basic.SIGNATURE,)
    assert formal_article(old) == ARR2007[19].par(item=4)


def test_only_who_takes_them_in_records_a_signature_and_a_proof() -> None:
    """签名、身份证明由收到的人员核对记载，当事人不能自己写 (ARR2026 27)."""
    walk = accepted("2026-09-02")
    head = walk.head("2026-09-03")
    with pytest.raises(Refused) as refusal:
        state(walk.case, head, [ANNA], [Basic.SIGNATURE], frozenset({ANNA}))
    assert refusal.value.article == ARR2026[27].par(1)
    walk.record(state(walk.case, head, [ANNA], [Basic.IDENTITY, Basic.ADDRESS]))
    walk.record(state(walk.case, walk.head("2026-09-04"), [ANNA], [Basic.SIGNATURE]))
    [handed] = walk.case.participants.handed
    assert (handed.person_id, handed.formal) == (ANNA, FORMAL)


def test_what_was_handed_in_goes_along_with_the_application() -> None:
    """分案、改由他机关办理的，已经核对的签名、身份证明不再重交 (ARR2026 27; RULES 136)."""
    walk = received(applicants=(ANNA, BERT))
    for who in (ANNA, BERT):
        walk.record(state(walk.case, walk.head("2026-03-03"), [who], [Basic.SIGNATURE]))
    new = Walk().record(apart(walk.case, Walk().head("2026-03-04"), {ANNA}))
    for page in with_application(walk.case, new.case):
        new.record(page(new.head("2026-03-04")))
    assert [one.person_id for one in new.case.participants.handed] == [ANNA]


async def test_signature_proof_and_who_acts_are_listed_until_they_are_there(door: Door) -> None:
    """没有签名、身份证明的，代理人没有写明的，一次列出，不影响受理；补齐以后不再列 (ARR2026 27)."""
    await registered(door)
    door.on("2026-09-01")
    now = APPLICATION | {"received_on": "2026-09-01", "learnt_on": "2026-08-20"}
    basics = [{"person_id": str(ANNA), "address": "东街", "identified": True}]
    said = {**now, "manner": "in_person", "basics": basics}
    answer = await door.post("/reconsiderations", WINDOW, **said)
    assert answer.status_code == 201, answer.text
    case_id = UUID(answer.json()["case_id"])
    path = f"/reconsiderations/{case_id}"
    agent = {"principal_id": str(ANNA), "sort": "lawyer", "powers": ["act"], "identified": True}
    named = {"person": {"name": "钱某"}, "text": "授权委托书"}
    assert (await door.post(f"{path}/agent", WINDOW, **agent, **named)).status_code == 201
    case, _ = await door.hub.read(CASES, case_id)
    applicant, lawyer = (await lacking_of(door.hub, case)).each
    assert applicant.formal == (Basic.SIGNATURE,)
    assert (lawyer.agent, lawyer.basics, lawyer.formal) == (True, (N, A, S, C), ())
    defect = (await lacking_of(door.hub, case)).defect
    assert "没有申请人的签名、盖章或者按指印" in defect
    assert "委托代理人的身份证号码" in defect
    assert "第27条第2款" in defect
    assert "钱某" not in defect
    signed = await door.post(f"{path}/basics", OFFICER, persons=[str(ANNA)], signed=True)
    assert signed.status_code == 201, signed.text
    case, _ = await door.hub.read(CASES, case_id)
    assert [one.agent for one in (await lacking_of(door.hub, case)).each if one.formal] == []
    assert (await door.post(f"{path}/acceptance", OFFICER)).status_code == 201


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def test_the_desk_says_what_is_lacking_and_leads_to_both_forms(
    house: Building, door: Door
) -> None:
    """案件页列出没有写明的，可以补写，也可以写进补正通知 (ARL 31; ARR2026 27)."""
    await registered(door)
    door.on("2026-09-01")
    now = APPLICATION | {"received_on": "2026-09-01", "learnt_on": "2026-08-20"}
    case_id = (await door.post("/reconsiderations", PARTY, **now)).json()["case_id"]
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert "申请书没有写明的基本情况" in page
    assert "身份证号码或者统一社会信用代码、送达地址" in page
    assert "supplement-notice?text=" in page
    assert f"/files/{case_id}/basics?persons={ANNA}" in page
