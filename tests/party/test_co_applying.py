"""共同申请 on the telephone: one names another, who confirms by its own (ARL 14, 22)."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from services.intake.commands import Party
from services.reconsideration.commands import co_applying
from services.reconsideration.queries.basics import lacking_of
from services.reconsideration.store import CASES
from shared.contracts.intake import Side
from shared.people import Person
from shared.work import Hub
from tests.party.telephone import (
    APPLICANT,
    OPPONENT,
    Telephone,
    last,
    officer,
    registered,
    settle,
    telephone,
)
from tests.party.test_acts import PENALTY, REQUEST

NEIGHBOUR, PARTNER = "13700000001", "13700000004"
NAMED, ANSWERED = (
    "reconsideration.co_applicant_named.v1",
    "reconsideration.co_application_answered.v1",
)
YES = {"agrees": "true", "text": "我一起申请"}


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def applied(hub: Hub, phone: Telephone, number: str) -> UUID:
    """The application of one, not yet accepted."""
    page = await (await phone.sign_in(number)).get("/party/reconsideration")
    for typed in ({**PENALTY, "go": "next"}, {**REQUEST, "go": "next"}, {"go": "send"}):
        page = await phone.send("/party/reconsideration", page, **typed)
    assert page.status_code == 303, page.text
    return UUID((await last(hub, "reconsideration.received.v1"))["head"]["case_id"])


@pytest.fixture
async def case(hub: Hub, phone: Telephone) -> tuple[str, UUID]:
    taken = await registered(hub)
    await settle(hub)
    return taken.number, await applied(hub, phone, taken.number)


def naming(case_id: UUID) -> str:
    return f"/party/act/{case_id}/co-applicant"


async def applicants_of(hub: Hub, case_id: UUID) -> tuple[UUID, ...]:
    return (await hub.read(CASES, case_id))[0].applicants


async def test_who_is_named_reads_the_application_alone_and_applies_once_it_confirms(
    hub: Hub, phone: Telephone, case: tuple[str, UUID]
) -> None:
    """写明的人凭自己的手机看申请书、自己确认；确认以前不算申请，案卷看不到 (ARL 14, 22)."""
    number, case_id = case
    assert "写了还不算他申请" in (await phone.get(naming(case_id))).text
    await phone.done(naming(case_id), name="赵某", phone=NEIGHBOUR)
    fact = await last(hub, NAMED)
    assert "赵某" not in str(fact)
    assert len(await applicants_of(hub, case_id)) == 1
    async with telephone(hub) as other:
        await other.sign_in(number, NEIGHBOUR)
        sent = await other.get()
        path = f"/party/co-application/{case_id}"
        assert (sent.status_code, sent.headers["location"]) == (303, path)
        page = (await other.get(path)).text
        assert "请求撤销处罚决定" in page
        assert "马某" in page
        assert "甘州区" in page
        assert (await other.get(naming(case_id))).status_code == 404
        receipt = await other.done(path, **YES)
        assert "答复" in receipt
        assert "收到行政复议申请" in (await other.get()).text
        assert (await other.get(path)).status_code == 404
    said = await last(hub, ANSWERED)
    assert (said["person_id"], said["agrees"]) == (fact["person_id"], True)
    assert UUID(fact["person_id"]) in await applicants_of(hub, case_id)


async def test_who_does_not_apply_reads_nothing_any_more(
    hub: Hub, phone: Telephone, case: tuple[str, UUID]
) -> None:
    """答复不申请的，不是申请人，此后什么也看不到 (ARL 14)."""
    number, case_id = case
    await phone.done(naming(case_id), name="赵某", phone=NEIGHBOUR)
    async with telephone(hub) as other:
        await other.sign_in(number, NEIGHBOUR)
        path = f"/party/co-application/{case_id}"
        empty = await other.fill(path, agrees="false", text="")
        assert empty.status_code == 422
        assert 'value="false" checked' in empty.text
        done = await other.fill(path, agrees="false", text="我不申请")
        assert (done.status_code, done.headers["location"]) == (303, "/party")
        assert (await other.get(path)).status_code == 404
        assert (await other.get()).status_code == 404
    assert len(await applicants_of(hub, case_id)) == 1
    assert (await last(hub, ANSWERED))["agrees"] is False


async def test_a_party_of_the_dispute_is_the_same_person_and_sees_no_file_before(
    hub: Hub, phone: Telephone
) -> None:
    """写明的是已经登记的当事人的，就是他本人；确认以前看不到别人的复议案卷 (ARL 14)."""
    taken = await registered(hub, more=(Party(Side.APPLICANT, Person("杨某", phone=PARTNER)),))
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    async with telephone(hub) as other:
        await other.sign_in(taken.number, PARTNER)
        path = f"/party/co-application/{case_id}"
        assert path not in (await other.get()).text
        await phone.done(naming(case_id), name="杨某", phone=PARTNER)
        page = (await other.get()).text
        assert path in page
        assert "收到行政复议申请" not in page
        await other.done(path, **YES)
        assert "收到行政复议申请" in (await other.get()).text
    persons = await hub.pool.fetch(OF_PHONE, hub.hasher(PARTNER))
    assert [row["person_id"] for row in persons] == [UUID((await last(hub, NAMED))["person_id"])]


OF_PHONE = "SELECT person_id FROM hub.people WHERE phone_hash = $1"


async def test_one_s_own_telephone_confirms_for_nobody_else_and_the_other_side_is_not_shut_out(
    hub: Hub, phone: Telephone, case: tuple[str, UUID]
) -> None:
    """不能写自己的电话替别人确认，填过的留着；写了对方的电话，对方照样能查，也不能确认 (ARL 14)."""
    number, case_id = case
    refused = await phone.fill(naming(case_id), name="赵某", phone=APPLICANT)
    assert refused.status_code == 422
    assert "这是您自己的电话" in refused.text
    assert 'value="赵某"' in refused.text
    await phone.done(naming(case_id), name="赵某", phone=OPPONENT)
    async with telephone(hub) as other:
        await other.sign_in(number, OPPONENT)
        assert f"/party/co-application/{case_id}" not in (await other.get()).text


async def test_the_body_reads_who_has_not_confirmed_and_a_paper_confirms(
    hub: Hub, case: tuple[str, UUID], phone: Telephone
) -> None:
    """没有确认的列入补正；本人签名的确认书交来的，由收到的人员登记 (ARL 31; ARR2026 27)."""
    _, case_id = case
    await phone.done(naming(case_id), name="赵某")
    lacks = await lacking_of(hub, (await hub.read(CASES, case_id))[0])
    assert "写明的共同申请人1名没有本人签名、确认" in lacks.defect
    assert "《行政复议法实施条例》第27条第1款" in lacks.defect
    person = UUID((await last(hub, NAMED))["person_id"])
    said = {"person_id": person, "agrees": True, "text": "赵某签名的确认书"}
    await officer(hub, co_applying.answer_co_application, case_id, **said)
    assert person in await applicants_of(hub, case_id)
    lacks = await lacking_of(hub, (await hub.read(CASES, case_id))[0])
    assert "共同申请人" not in lacks.defect


async def test_one_telephone_confirms_for_one_person_alone(hub: Hub, phone: Telephone) -> None:
    """一个电话只凭它确认一个人：别人合用的，写确认书；请谁确认，页面写明姓名 (ARL 14)."""
    taken = await registered(hub, more=(Party(Side.APPLICANT, Person("杨某", phone=PARTNER)),))
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    path = f"/party/co-application/{case_id}"
    for name, tel in (("钱某", PARTNER), ("赵某", NEIGHBOUR), ("孙某", NEIGHBOUR)):
        await phone.done(naming(case_id), name=name, phone=tel)
    assert len((await hub.read(CASES, case_id))[0].participants.unconfirmed) == 3
    async with telephone(hub) as other:
        await other.sign_in(taken.number, PARTNER)
        assert path not in (await other.get()).text
        assert (await other.get(path)).status_code == 404
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        page = (await other.get(path)).text
        assert "把您（赵某）也写成了申请人" in page
        assert "孙某" not in page
        await other.done(path, **YES)
    assert len(await applicants_of(hub, case_id)) == 2
    assert len((await hub.read(CASES, case_id))[0].participants.unconfirmed) == 2


async def test_of_two_with_one_telephone_each_is_asked_by_name(hub: Hub, phone: Telephone) -> None:
    """登记时两个人留的是一个电话的，一个一个地问，写明是谁 (ARL 14, 22)."""
    pair = (Party(Side.APPLICANT, Person(name, phone=PARTNER)) for name in ("杨某", "钱某"))
    taken = await registered(hub, more=tuple(pair))
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    path = f"/party/co-application/{case_id}"
    rows = await hub.pool.fetch(OF_PHONE, hub.hasher(PARTNER))
    for row in rows:
        await officer(hub, co_applying.name_co_applicant, case_id, who=row["person_id"])
    async with telephone(hub) as other:
        await other.sign_in(taken.number, PARTNER)
        for _ in rows:
            await other.done(path, **YES)
        assert (await other.get(path)).status_code == 404
    assert len(await applicants_of(hub, case_id)) == 3
