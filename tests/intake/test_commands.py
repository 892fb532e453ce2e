"""收件: new, known already, or a repeat; each on a real database."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from services.intake.commands import (
    Changed,
    Entry,
    NewApplicants,
    Taken,
    gathered,
    take_in,
    withdraw,
)
from services.intake.domain.applicants import Newcomers
from services.intake.store import DISPUTES, find_number
from shared.clock import StillClock
from shared.db import Pool
from shared.law.procedure import Refused
from shared.number import DisputeNumber
from shared.people import Person
from shared.work import Act, Hub
from tests.intake.entries import PHONE, entry


async def taken(hub: Hub, *entries: Entry) -> list[Taken]:
    found = await take_in(hub, entries)
    return [one if isinstance(one, Taken) else _raise(one) for one in found]


def _raise(error: BaseException) -> Taken:
    raise error


async def kinds(db: Pool) -> Sequence[str]:
    return [row["kind"] for row in await db.fetch("SELECT kind FROM hub.outbox ORDER BY seq")]


async def test_a_dispute_gets_a_number_that_proves_itself(hub: Hub, db: Pool) -> None:
    """纠纷编号含县区、日期和校验码 (RULES 1)."""
    [one] = await taken(hub, entry(hub, "a-0000001"))
    number = DisputeNumber.parse(one.number)
    assert (number.county, str(number.day)) == ("620702", "2026-11-23")
    assert await find_number(db, one.number) == one.case_id
    assert (one.version, one.repeat, one.again) == (1, False, False)


async def test_who_the_parties_are_and_what_they_say_is_in_no_fact(hub: Hub, db: Pool) -> None:
    """姓名、电话和诉求正文不进入事实."""
    await taken(hub, entry(hub, "a-0000001", name="王二麻", text="电梯把人困住"))
    body = await db.fetchval("SELECT body FROM hub.outbox")
    assert not any(secret in body for secret in ("王二麻", "13800000000", "电梯"))
    assert await db.fetchval("SELECT name FROM hub.people") == "王二麻"
    assert "电梯把人困住" in await db.fetchval("SELECT text FROM hub.documents")


async def test_the_same_key_with_the_same_content_answers_the_same_number(
    hub: Hub, db: Pool
) -> None:
    """同一幂等键、同一内容，编号相同，不重复登记 (RULES 1)."""
    [first] = await taken(hub, entry(hub, "a-0000001"))
    [second] = await taken(hub, entry(hub, "a-0000001"))
    assert second == Taken(first.case_id, first.number, 1, again=True)
    assert await kinds(db) == ["intake.registered.v1"]


async def test_the_same_key_with_another_content_is_refused(hub: Hub, db: Pool) -> None:
    """同一幂等键、不同内容，不予办理."""
    [first] = await taken(hub, entry(hub, "a-0000001"))
    [other] = await take_in(hub, [entry(hub, "a-0000001", text="另一件事")])
    assert isinstance(other, Changed)
    assert other.number == first.number
    assert await db.fetchval("SELECT count(*) FROM hub.documents") == 1


async def test_another_windows_equal_key_is_another_dispute(hub: Hub) -> None:
    """幂等键以窗口为界."""
    one, two = await taken(
        hub,
        entry(hub, "a-0000001"),
        entry(hub, "a-0000001", window="620725-window-1", phone="13900000000"),
    )
    assert one.number != two.number


async def test_what_comes_in_again_is_counted_on_the_first(hub: Hub, db: Pool) -> None:
    """同一当事人就同一事项再次提出，为重复件，并入首件 (RULES 2)."""
    [first] = await taken(hub, entry(hub, "a-0000001"))
    [again] = await taken(hub, entry(hub, "b-0000001", window="620725-window-1", text="再次反映"))
    assert again == Taken(first.case_id, first.number, 2, repeat=True)
    dispute, _ = await hub.read(DISPUTES, first.case_id)
    assert (dispute.repeats, dispute.window) == (1, "620702-window-1")
    assert await db.fetchval("SELECT count(*) FROM hub.documents") == 2
    assert await kinds(db) == ["intake.registered.v1", "intake.repeated.v1"]


async def test_a_repeat_handed_in_again_is_not_counted_twice(hub: Hub) -> None:
    """重复件本身重发，不再计数 (RULES 2)."""
    [first] = await taken(hub, entry(hub, "a-0000001"))
    await taken(hub, entry(hub, "b-0000001"))
    [again] = await taken(hub, entry(hub, "b-0000001"))
    assert again == Taken(first.case_id, first.number, 2, repeat=True, again=True)


async def test_repeats_within_one_batch_are_found(hub: Hub, db: Pool) -> None:
    """同一批台账内的重复件同样并入首件 (RULES 2)."""
    batch = [entry(hub, f"a-{n % 4:07}") for n in range(8)]
    found = await taken(hub, *batch)
    assert len({one.number for one in found}) == 1
    assert [one.repeat for one in found] == [False, True, True, True] * 2
    assert (await kinds(db)).count("intake.repeated.v1") == 3


async def test_many_windows_at_once_open_one_dispute(hub: Hub, db: Pool) -> None:
    """同时提交的同一来件和重复件，只立一卷 (RULES 1, 2)."""
    found = await asyncio.gather(
        *(take_in(hub, [entry(hub, f"a-{n % 5:07}")], run=gathered) for n in range(20))
    )
    assert {one.number for [one] in found if isinstance(one, Taken)} == {found[0][0].number}
    assert sorted(await kinds(db)) == ["intake.registered.v1"] + ["intake.repeated.v1"] * 4


@pytest.mark.parametrize(
    "other",
    [
        {"phone": "13900000000"},
        {"matter": "xuexiao", "subject": "学校收费没有票据"},
        {"opponents": ("某物业公司",), "subject": "物业公司乱收停车费"},
    ],
)
async def test_another_party_or_another_matter_is_another_dispute(
    hub: Hub, other: dict[str, str]
) -> None:
    """当事人不同或者事项不同的，不是重复件 (RULES 2)."""
    one, two = await taken(hub, entry(hub, "a-0000001"), entry(hub, "b-0000001", **other))
    assert one.number != two.number
    assert not two.repeat


async def test_the_place_alone_that_is_not_known_makes_no_matter_the_same(hub: Hub) -> None:
    """只知在本市、别无所指的，不以纠纷类型认定重复 (RULES 2)."""
    one, two = await taken(
        hub,
        entry(hub, "a-0000001", place="620700"),
        entry(hub, "b-0000001", place="620700", subject="路灯坏了三个月"),
    )
    assert one.number != two.number


async def test_after_a_withdrawal_the_matter_may_be_brought_anew(hub: Hub) -> None:
    """撤回后再次提出的，另行登记；其后再来的并入新件 (RULES 2, 3)."""
    [first] = await taken(hub, entry(hub, "a-0000001"))
    act = Act(do=lambda w: withdraw(w, first.case_id, "已和解", by="o-1"), files=[first.case_id])
    await hub.act(act)
    [second] = await taken(hub, entry(hub, "b-0000001"))
    [third] = await taken(hub, entry(hub, "c-0000001"))
    assert second.number != first.number
    assert third == Taken(second.case_id, second.number, 2, repeat=True)
    with pytest.raises(Refused):
        await hub.act(Act(do=act.do, files=[first.case_id]))


async def test_after_a_year_the_matter_is_a_new_dispute(hub: Hub, clock: StillClock) -> None:
    """超过一年再次提出的，另行登记 (RULES 2)."""
    [first] = await taken(hub, entry(hub, "a-0000001"))
    clock.forward(timedelta(days=366))
    [second] = await taken(hub, entry(hub, "b-0000001"))
    assert second.number != first.number


async def test_a_file_bears_the_labels_by_which_it_is_seen(hub: Hub) -> None:
    """异地代收：案卷标明县区和首问负责的窗口 (RULES 1)."""
    [one] = await taken(hub, entry(hub, "a-0000001", window="620725-window-1", place="620702001"))
    _, labels = await hub.read(DISPUTES, one.case_id)
    assert labels == {
        "county": "620702",
        "window": "620725-window-1",
        "matter": "wuye",
        "number": one.number,
    }


async def test_history_is_marked_and_never_the_first_of_what_is_new(hub: Hub) -> None:
    """历史台账只作留存，新来的同一事项另行登记."""
    [old] = await taken(hub, entry(hub, "a-0000001", history=True))
    [new] = await taken(hub, entry(hub, "b-0000001"))
    _, labels = await hub.read(DISPUTES, old.case_id)
    assert labels["history"]
    assert new.number != old.number


ZHANG, LI = Person("张三丰", phone=PHONE), Person("李四海", phone="13900000001")
WANG = Person("王五湖", phone="13900000002")


async def applicants(db: Pool, case_id: UUID) -> list[str]:
    rows = await db.fetch("SELECT name FROM hub.people WHERE dispute_id = $1 ORDER BY at", case_id)
    return [row["name"] for row in rows]


async def test_who_comes_along_anew_is_asked_about_and_not_lost(hub: Hub, db: Pool) -> None:
    """另有新的申请人、没有说怎么办的，告知在先的编号，不登记、不计数 (RULES 168)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    [asked] = await take_in(hub, [entry(hub, "b-0000001", people=(ZHANG, LI))])
    assert isinstance(asked, NewApplicants)
    assert first.number in str(asked)
    assert "第2名" in str(asked)
    assert await kinds(db) == ["intake.registered.v1"]


async def test_who_comes_along_anew_joins_the_dispute_that_is_there(hub: Hub, db: Pool) -> None:
    """选择增列的，并入首件计数，新的申请人加进该件；其后他自己再来的也是重复件 (RULES 2, 168)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    both = entry(hub, "b-0000001", people=(ZHANG, LI), newcomers=Newcomers.ADD)
    [joined] = await taken(hub, both)
    assert joined == Taken(first.case_id, first.number, 3, repeat=True, added=1)
    assert await applicants(db, first.case_id) == ["张三丰", "李四海"]
    assert await kinds(db) == [
        *("intake.registered.v1", "intake.repeated.v1", "intake.applicant_added.v1")
    ]
    body = await db.fetchval("SELECT body FROM hub.outbox WHERE version = 3")
    assert "李四海" not in body
    [again] = await taken(hub, entry(hub, "c-0000001", people=(LI,)))
    assert (again.case_id, again.repeat, again.added) == (first.case_id, True, 0)
    [resent] = await taken(hub, both)
    assert (resent.number, resent.again) == (first.number, True)
    assert await applicants(db, first.case_id) == ["张三丰", "李四海"]


async def test_who_comes_along_anew_may_be_registered_apart(hub: Hub, db: Pool) -> None:
    """选择另行登记的另立一件；以后一起再来的并入另立的一件，各自再来的并入各自的 (RULES 2, 168)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    apart = entry(hub, "b-0000001", people=(ZHANG, LI), newcomers=Newcomers.APART)
    [second] = await taken(hub, apart)
    assert second.case_id != first.case_id
    assert not second.repeat
    assert await applicants(db, second.case_id) == ["张三丰", "李四海"]
    found = await taken(
        hub,
        entry(hub, "c-0000001", people=(LI, ZHANG)),
        entry(hub, "d-0000001", people=(ZHANG,)),
        entry(hub, "e-0000001", people=(LI,)),
    )
    assert [one.case_id for one in found] == [second.case_id, first.case_id, second.case_id]


async def test_fewer_than_are_there_repeat_it(hub: Hub) -> None:
    """来的人比首件少的，是重复件 (RULES 2)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG, LI)))
    [again] = await taken(hub, entry(hub, "b-0000001", people=(LI,)))
    assert (again.case_id, again.repeat) == (first.case_id, True)


async def test_two_windows_at_once_add_somebody_once(hub: Hub, db: Pool) -> None:
    """两个窗口同时增列同一人，只增列一次 (RULES 168)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    each = [
        entry(hub, f"b-000000{n}", people=(ZHANG, LI), newcomers=Newcomers.ADD) for n in range(3)
    ]
    found = await asyncio.gather(*(take_in(hub, [one], run=gathered) for one in each))
    added = [one.added for [one] in found if isinstance(one, Taken)]
    assert sorted(added) == [0, 0, 1]
    assert await applicants(db, first.case_id) == ["张三丰", "李四海"]


async def test_who_was_overtaken_is_looked_at_again_and_not_lost(hub: Hub, db: Pool) -> None:
    """同时看到首件、同时增列的两件，后一件另看一遍再计入，不因在先的一件而丢失 (RULES 2, 168)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    each = [
        entry(hub, f"b-000000{n}", people=(ZHANG, new), text=new.name, newcomers=Newcomers.ADD)
        for n, new in enumerate((LI, WANG))
    ]
    found = await taken(hub, *each)
    assert [(one.case_id, one.added, one.again) for one in found] == [(first.case_id, 1, False)] * 2
    assert await applicants(db, first.case_id) == ["张三丰", "李四海", "王五湖"]
    assert (await kinds(db)).count("intake.repeated.v1") == 2
    assert [one.again for one in await taken(hub, *each)] == [True, True]


async def test_two_with_one_telephone_repeat_what_they_registered_apart(hub: Hub, db: Pool) -> None:
    """夫妻共用一个电话、另行登记的，以后一起来、她独自来的都并入另立的一件 (RULES 2, 168)."""
    wife = Person("李四海", phone=PHONE)
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    apart = [
        entry(hub, f"b-000000{n}", people=(ZHANG, wife), newcomers=Newcomers.APART)
        for n in range(2)
    ]
    [second] = await taken(hub, apart[0])
    assert second.case_id != first.case_id
    found = await taken(
        hub,
        apart[1],
        entry(hub, "c-0000001", people=(wife,)),
        entry(hub, "d-0000001", people=(ZHANG,)),
    )
    assert [one.case_id for one in found] == [second.case_id, second.case_id, first.case_id]
    assert (await kinds(db)).count("intake.registered.v1") == 2


async def test_nobody_joins_what_was_taken_back(hub: Hub) -> None:
    """首件已经撤回的，不能增列，另行登记 (RULES 3, 168)."""
    [first] = await taken(hub, entry(hub, "a-0000001", people=(ZHANG,)))
    await hub.act(
        Act(do=lambda w: withdraw(w, first.case_id, None, by="o-1"), files=[first.case_id])
    )
    both = entry(hub, "b-0000001", people=(ZHANG, LI), newcomers=Newcomers.ADD)
    [second] = await taken(hub, both)
    assert second.case_id != first.case_id
    assert not second.repeat
