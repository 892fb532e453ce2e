"""以代理人的身份: for whom a party is an agent, as the case tells it (ARL 14, 17)."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from shared.party.session import PartyPage


def agencies(party: PartyPage, participants: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What of the participants this party is as somebody's agent."""
    for one in participants.get("agents", ()):
        if UUID(one["agent_id"]) in party.session.persons:
            yield one


async def of_case(party: PartyPage, after: Mapping[str, Any]) -> Mapping[str, Any]:
    """Who takes part in the case that a file follows, which says nothing of it itself."""
    answer = await party.get(f"/reconsiderations/{after['about']}")
    return answer.body["participants"] if answer.ok else {}
