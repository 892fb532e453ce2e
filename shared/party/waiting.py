"""在网上收复议文书: the paper that a party may be served online next (CPL 90)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.people import Power
from shared.law.wording import full
from shared.party.addressed import addressed
from shared.party.agencies import agencies, of_case
from shared.party.papers import About, ids_in
from shared.party.session import PartyPage

SUPPLEMENT: Final = "supplement"
"""补正通知书, which all applicants together take by an act of its own."""


async def _unserved(party: PartyPage, file: FileOut) -> Iterator[Mapping[str, Any]]:
    """The papers with a number that this party has not been served yet, the first first."""
    mine = await addressed(party, file)
    return (one for one in mine if any(map(_waits, one["to"])))


def _waits(to: Mapping[str, Any]) -> bool:
    """Whether it is still to be served on this one, who has not died without successor."""
    return to["served_on"] is None and not to["heirless"]


def _is_notice(one: Mapping[str, Any], party: PartyPage, file: FileOut) -> bool:
    """Whether it is 补正通知 to those whom this party is, or for whom it acts, all together."""
    applicants = ids_in(file, "applicants")
    whole = bool(applicants) and applicants <= party.session.persons
    return whole and one["paper"].partition("/")[0] == SUPPLEMENT


async def notice_to(party: PartyPage, file: FileOut) -> About | None:
    """补正通知 that the organ has numbered, to all applicants at once (RULES 130; CPL 90)."""
    waits = await _unserved(party, file)
    return {} if any(_is_notice(one, party, file) for one in waits) else None


async def _waiting(party: PartyPage, file: FileOut) -> Mapping[str, Any] | None:
    """The first paper that this party has not been served yet, where no other act is for it."""
    waits = await _unserved(party, file)
    return next((one for one in waits if not _is_notice(one, party, file)), None)


async def paper_waiting(party: PartyPage, file: FileOut) -> About | None:
    """文书 that the organ has numbered, for this party to be served online (CPL 90)."""
    found = await _waiting(party, file)
    return {"paper": found["paper"]} if found else None


async def name_of_waiting(party: PartyPage, file: FileOut) -> str:
    """What that paper is called, of which day, with its number."""
    found = await _waiting(party, file)
    if found is None:
        return ""
    on = full(date.fromisoformat(found["on"]))
    return f"{found['term']}（{on}，{found['document_number']}）"


async def refusal_to(party: PartyPage, file: FileOut) -> About | None:
    """不予受理决定书 with its number, to an applicant who still waits for it (CPL 90).

    Or to an agent of one with power to receive what is served 代为签收 (ARL 17).
    """
    answer = await party.get(f"/aftermaths/{file.case_id}")
    waiting = frozenset(map(UUID, answer.body["refusal_for"] if answer.ok else ()))
    if not waiting or not answer.body["refusal_number"]:
        return None
    if not party.session.persons.isdisjoint(waiting):
        return {}
    own = agencies(party, await of_case(party, answer.body))
    may = (one for one in own if one["sort"] is None or Power.RECEIVE in one["powers"])
    return (
        {}
        if any(one["principal_id"] and UUID(one["principal_id"]) in waiting for one in may)
        else None
    )
