"""请求一起审查的文件: which of them a party may withdraw, and which one is meant (ARL 13)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.people import Power
from shared.party.deed import Ask
from shared.party.papers import About, for_applicants, ids_in
from shared.party.session import PartyPage

MEANT: Final = "nth"


async def _own(party: PartyPage, file: FileOut) -> Sequence[Mapping[str, Any]]:
    """Those that this party asked for, or all applicants together, without a result yet."""
    if await for_applicants(Power.ACT)(party, file) is None:
        return []
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    return [
        one
        for one in (answer.body["attached"] if answer.ok else ())
        if not one["ex_officio"]
        and one["dropped_on"] is None
        and one["flaw"] is None
        and not party.session.persons.isdisjoint(
            set(map(UUID, one["asked_by"])) or ids_in(file, "applicants")
        )
    ]


async def of_own_request(party: PartyPage, file: FileOut) -> About | None:
    """申请人请求附带审查的文件 that has no result yet; None where there is none (ARL 13)."""
    own = await _own(party, file)
    if not own:
        return None
    return {MEANT: own[0]["nth"]} if len(own) == 1 else {}


async def which_document(party: PartyPage, file: FileOut) -> Ask | None:
    """哪一份文件, by its number and day, where this party has several open."""
    own = await _own(party, file)
    if len(own) <= 1:
        return None
    options = tuple((str(one[MEANT]), f"第{one[MEANT]}份，{one['since']}提出") for one in own)
    return Ask(MEANT, "撤回哪一份？", "choice", required=True, options=options)
