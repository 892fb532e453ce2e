"""增列的申请人: who joined a dispute finds it by its number and the own telephone (RULES 168)."""

from services.intake.commands import Taken, take_in
from services.intake.domain.applicants import Newcomers
from shared.people import Person
from shared.work import Hub
from tests.intake.entries import entry
from tests.party.telephone import settle, telephone

ZHANG, LI = Person("张三丰", phone="13811112222"), Person("李四海", phone="13933334444")


async def test_who_joined_finds_the_dispute_by_number_and_own_telephone(hub: Hub) -> None:
    """加进来的申请人凭编号和本人的电话查得到办理情况，写明须本人申请的各自申请 (RULES 168)."""
    [first] = await take_in(hub, [entry(hub, "key-0000001", people=(ZHANG,))])
    assert isinstance(first, Taken)
    async with telephone(hub) as stranger:
        assert (await stranger.look_up(first.number, "13933334444")).status_code != 303
    both = entry(hub, "key-0000002", people=(ZHANG, LI), newcomers=Newcomers.ADD)
    [joined] = await take_in(hub, [both])
    assert isinstance(joined, Taken)
    assert joined.number == first.number
    await settle(hub)
    async with telephone(hub) as phone:
        await phone.sign_in(first.number, "13933334444")
        page = (await phone.get()).text
    assert "这件事加了一位一起提出的人" in page
    assert "张三丰" not in page
