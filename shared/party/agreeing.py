"""同意适用简易程序: whether a party that came in later is still to agree to it (ARL 53)."""

from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.assigning import SimplifiedChosen
from shared.contracts.reconsideration.people import Power
from shared.party.agencies import agencies
from shared.party.papers import About
from shared.party.session import PartyPage


async def of_consent(party: PartyPage, file: FileOut) -> About | None:
    """For itself, or for whom it is an agent; None where neither is asked, or no more."""
    if not any(page.kind == SimplifiedChosen.kind_name() for page in file.pages):
        return None
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    there = answer.body["participants"] if answer.ok else {}
    if not (so_far := there.get("simplified_by")):
        return None
    may = (
        one for one in agencies(party, there) if one["sort"] is None or Power.ACT in one["powers"]
    )
    own = {*map(str, party.session.persons), *(one["principal_id"] for one in may)}
    third = (one["person_id"] for one in there["third_persons"] if one["takes_part"])
    asked = {*answer.body["applicants"], *third}.difference(so_far["persons"], there["heirless"])
    return {} if own & asked else None
