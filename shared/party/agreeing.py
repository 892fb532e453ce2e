"""同意适用简易程序: whether a party that came in later is still to agree to it (ARL 53)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shared.casepage.answers import FileOut
from shared.casepage.desk.show import today_of
from shared.contracts.reconsideration.assigning import SimplifiedChosen
from shared.contracts.reconsideration.people import Power
from shared.party.agencies import agencies
from shared.party.papers import About
from shared.party.session import PartyPage


async def of_consent(party: PartyPage, file: FileOut) -> About | None:
    """For itself, for whom it is an agent, or whom it represents; None where none is asked."""
    if not any(page.kind == SimplifiedChosen.kind_name() for page in file.pages):
        return None
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    there = answer.body["participants"] if answer.ok else {}
    if not (so_far := there.get("simplified_by")):
        return None
    own = _bound(party, answer.body, await today_of(party.page))
    third = (one["person_id"] for one in there["third_persons"] if one["takes_part"])
    asked = {*answer.body["applicants"], *third}.difference(so_far["persons"], there["heirless"])
    return {} if own & asked else None


def _bound(party: PartyPage, case: Mapping[str, Any], on: date) -> set[str]:
    """Whom it binds, as the door reckons: its principals, and those whom it represents (ARL 15)."""
    there = case["participants"]
    may = (one for one in agencies(party, there) if _may_act(one, on))
    principals = {one["principal_id"] for one in may}.difference(there["heirless"])
    own = {*map(str, party.session.persons), *principals}
    applicants = case["applicants"] if own.intersection(there["representatives"]) else ()
    represents = own.intersection(there["third_representatives"])
    third = (one["person_id"] for one in there["third_persons"] if represents)
    return own.union(applicants, third)


def _may_act(agent: Mapping[str, Any], on: date) -> bool:
    """代理权限之内、期限之内; a statutory agent has all of it, and no term (ARL 14, 17)."""
    if agent["sort"] is None:
        return True
    is_over = agent["until"] is not None and date.fromisoformat(agent["until"]) < on
    return Power.ACT in agent["powers"] and not is_over
