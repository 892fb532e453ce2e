"""承认第三人请求: whose request an applicant admits, where there are third persons (ARL 15)."""

from typing import Final
from uuid import UUID

from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.people import Power
from shared.party.deed import Ask
from shared.party.entrusted import persons_called
from shared.party.papers import About
from shared.party.session import PartyPage
from shared.party.withdrawing import own_part

PURPOSE: Final = "当事人选择所承认请求的第三人"
"""为什么查阅: the names of those among whom a party chooses."""

_NAMED: Final = "person_id"


async def of_third(party: PartyPage, file: FileOut) -> About | None:
    """For whom this party admits it; None where it may not, or there is no third person."""
    if not await _thirds(party, file):
        return None
    return await own_part(Power.ADMIT)(party, file)


async def which_third(party: PartyPage, file: FileOut) -> Ask | None:
    """哪一名第三人, by name, where there are several; the only one need not be named."""
    thirds = await _thirds(party, file)
    if len(thirds) <= 1:
        return None
    people = await persons_called(party, thirds, PURPOSE)
    options = tuple((str(one), people[one].name) for one in thirds if one in people)
    return Ask(_NAMED, "承认谁的请求？", "choice", required=True, options=options)


async def _thirds(party: PartyPage, file: FileOut) -> list[UUID]:
    """第三人 of the case, without who is no more."""
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    there = answer.body["participants"] if answer.ok else {}
    thirds = (UUID(one["person_id"]) for one in there.get("third_persons", ()))
    return [one for one in thirds if str(one) not in there["heirless"]]
