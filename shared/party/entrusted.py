"""本人委托的代理人: with which powers, and which of them a party changes or ends (ARL 17)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from shared.auth import PARTICIPANTS
from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.people import AgentSort, Power
from shared.frame import Form
from shared.frame.meanings import meanings
from shared.party.deed import Ask
from shared.party.papers import About, ids_in
from shared.party.session import PartyPage, PartySession
from shared.people import Person, read_people

PURPOSE: Final = "当事人选择本人委托的代理人"
"""为什么查阅: the names of those among whom a party chooses."""

_NAMED: Final = "agent_id"
_BETWEEN: Final = "/"
_SORTS: Final = meanings(AgentSort)

SPECIAL: Final = (
    (Power.RECEIVE.value, "可以替您收文书吗？"),
    (Power.CHANGE.value, "可以替您改复议的要求吗？"),
    (Power.ADMIT.value, "可以替您承认第三人的请求吗？"),
    (Power.WITHDRAW.value, "可以替您撤回申请吗？"),
    (Power.SETTLE.value, "可以替您调解、和解吗？"),
)
"""What an agent may do only where the paper says so (ARL 17)."""


async def of_own_agent(party: PartyPage, file: FileOut) -> About | None:
    """The only one of its own; of several the form asks which; None where there is none."""
    own = await _own(party, file)
    if not own:
        return None
    return _about(own[0]) if len(own) == 1 else {}


async def which_agent(party: PartyPage, file: FileOut) -> Ask | None:
    """哪一位代理人, by name, where this party entrusted several (ARL 17)."""
    own = await _own(party, file)
    if len(own) <= 1:
        return None
    people = await persons_called(party, {UUID(one["agent_id"]) for one in own}, PURPOSE)
    options = tuple(
        (_BETWEEN.join(_about(one).values()), f"{person.name}（{_SORTS[AgentSort(one['sort'])]}）")
        for one in own
        if (person := people.get(UUID(one["agent_id"])))
    )
    return Ask(_NAMED, "哪一位代理人？", "choice", required=True, options=options)


async def persons_called(
    party: PartyPage, persons: Collection[UUID], purpose: str
) -> Mapping[UUID, Person]:
    """Those among whom a party chooses, by name; the reading is on record."""
    hub = party.page.hub
    async with hub.pool.acquire() as conn, conn.transaction():
        return await read_people(
            conn, set(persons), reader=party.who.code, purpose=purpose, at=hub.clock.now()
        )


def entrusted(form: Form, _: PartySession) -> dict[str, Any]:
    """委托代理人: who, with which powers, and until when."""
    return {
        "person": form.body("name", "id_number", "phone", "address"),
        "powers": _powers(form),
        "identified": form.get("identified") == "true",
        **form.body("sort", "until", "text"),
    }


def repowered(form: Form, _: PartySession) -> dict[str, Any]:
    """变更代理权限, of which of several."""
    return {"powers": _powers(form), **form.body("until", "text"), **_named_agent(form)}


def ended(form: Form, _: PartySession) -> dict[str, Any]:
    """解除代理, of which of several."""
    return {**form.body("text"), **_named_agent(form)}


def _powers(form: Form) -> list[str]:
    return [Power.ACT.value, *(power for power, _ in SPECIAL if form.get(power) == "true")]


def _named_agent(form: Form) -> dict[str, Any]:
    """Which of several was chosen, as the door takes it; nothing where there was no choice."""
    agent, _, principal = form.get(_NAMED).partition(_BETWEEN)
    return {_NAMED: agent, "principal_id": principal} if agent else {}


async def _own(party: PartyPage, file: FileOut) -> Sequence[Mapping[str, Any]]:
    """Those whom this party entrusted itself; a statutory agent nobody entrusted."""
    persons = party.session.persons
    if persons.isdisjoint(ids_in(file, "applicants") | ids_in(file, PARTICIPANTS)):
        return ()
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    agents = answer.body["participants"]["agents"] if answer.ok else ()
    return [
        one
        for one in agents
        if one["sort"] is not None and one["principal_id"] and UUID(one["principal_id"]) in persons
    ]


def _about(agent: Mapping[str, Any]) -> dict[str, str]:
    return {_NAMED: agent["agent_id"], "principal_id": agent["principal_id"]}
