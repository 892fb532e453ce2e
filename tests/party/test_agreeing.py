"""同意适用简易程序: a third person that was called later agrees on its telephone (ARL 53)."""

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest

from services.reconsideration.commands import assigning
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.store import CASES
from shared.contracts.reconsideration.assigning import SimplifiedChosen, SimplifiedGround
from shared.party import agreeing
from shared.party.session import PartyPage
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


FIRST, SECOND, AGENT, CLIENT = (str(UUID(int=n)) for n in range(1, 5))
AGENCY = {"agent_id": AGENT, "principal_id": SECOND, "sort": "lawyer", "powers": ["act"]}
LAST = "2026-03-10"


@pytest.mark.parametrize(
    ("who", "there", "offered"),
    [
        (FIRST, {"third_representatives": [FIRST]}, True),
        (FIRST, {"representatives": [FIRST]}, False),
        (FIRST, {}, False),
        (AGENT, {"agents": [{**AGENCY, "until": "2026-03-11"}]}, True),
        (AGENT, {"agents": [{**AGENCY, "until": LAST}]}, True),
        (AGENT, {"agents": [{**AGENCY, "until": "2026-03-09"}]}, False),
        (AGENT, {"agents": [{**AGENCY, "until": None, "sort": None, "powers": []}]}, True),
        (
            AGENT,
            {
                "agents": [{**AGENCY, "principal_id": FIRST, "until": LAST}],
                "third_representatives": [FIRST],
            },
            True,
        ),
    ],
)
async def test_whoever_represents_the_newcomer_is_asked_and_an_agent_in_its_term(
    monkeypatch: pytest.MonkeyPatch, who: str, there: Mapping[str, object], *, offered: bool
) -> None:
    """代表人为后参加的第三人表示同意；委托期限已满的代理人不再问 (ARL 15, 17, 53)."""
    nobody: dict[str, object] = dict.fromkeys(
        ("agents", "heirless", "representatives", "third_representatives"), ()
    )
    third = [{"person_id": one, "takes_part": True} for one in (FIRST, SECOND)]
    agreed = {"persons": [CLIENT, FIRST], "organs": []}
    case = {**nobody, "third_persons": third, "simplified_by": agreed, **there}
    body = {"applicants": [CLIENT], "participants": case}

    async def call(*_: object) -> Any:  # noqa: ANN401 - what a door answers
        return SimpleNamespace(ok=True, body=body)

    async def today(_: object) -> date:
        return date.fromisoformat(LAST)

    monkeypatch.setattr(agreeing, "today_of", today)
    page, session = SimpleNamespace(), SimpleNamespace(persons={UUID(who)})
    party = cast("PartyPage", SimpleNamespace(page=page, session=session, get=call))
    pages = [SimpleNamespace(kind=SimplifiedChosen.kind_name())]
    file = cast("Any", SimpleNamespace(pages=pages, case_id=UUID(int=9)))
    assert (await agreeing.of_consent(party, file) == {}) is offered
