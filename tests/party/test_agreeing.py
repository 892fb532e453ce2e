"""同意适用简易程序: a third person that was called later agrees on its telephone (ARL 53)."""

from services.reconsideration.commands import assigning
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.store import CASES
from shared.contracts.reconsideration.assigning import SimplifiedGround
from shared.work import Hub
from tests.party.telephone import Telephone, last, registered, settle, telephone
from tests.party.test_admitting import join, phone
from tests.party.test_one_file import NEIGHBOUR, applied, do

__all__ = ["phone"]


async def test_a_third_person_called_later_agrees_and_nobody_else_is_asked(
    hub: Hub, phone: Telephone
) -> None:
    """各方同意适用简易程序以后参加的第三人，自己表示同意；已经同意的申请人不再问 (ARL 16, 53)."""
    taken = await registered(hub)
    await settle(hub)
    case_id = await applied(hub, phone, taken.number)
    agreed = frozenset((await hub.read(CASES, case_id))[0].applicants)
    choice = Choice(ground=SimplifiedGround.CONSENT, agreed=agreed, respondent_agrees=True)
    await do(hub, case_id, assigning.choose_simplified, choice, reason="各方书面同意")
    path = f"/party/act/{case_id}/simplified-consent"
    third = await join(hub, case_id, "赵某", phone=NEIGHBOUR)
    assert path not in (await phone.get()).text
    assert (await phone.get(path)).status_code == 404
    async with telephone(hub) as other:
        await other.sign_in(taken.number, NEIGHBOUR)
        assert path in (await other.get()).text
        assert "没有您的同意，不会按简易程序作决定" in (await other.get(path)).text
        await other.done(path, text="我同意适用简易程序")
        assert (await last(hub, "reconsideration.simplified_agreed.v1"))["agreed"] == [third]
        after = (await other.get()).text
        assert "也同意按简易程序办" in after
        assert path not in after
