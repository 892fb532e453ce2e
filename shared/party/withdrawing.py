"""由申请人撤回、承认: of several applicants each for itself, or its agent (ARL 15, 17, 41)."""

from uuid import UUID

from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.people import Power
from shared.party.agencies import agencies
from shared.party.deed import Find
from shared.party.papers import About, for_applicants, ids_in, participants_of
from shared.party.session import PartyPage


def own_part(power: Power) -> Find:
    """Who does it here: of several applicants only those for whom this party may do it."""

    async def find(party: PartyPage, file: FileOut) -> About | None:
        if await for_applicants(power)(party, file) is None:
            return None
        applicants = ids_in(file, "applicants")
        own = set(party.session.persons & applicants)
        for one in agencies(party, await participants_of(party, file)):
            if one["sort"] is None or power in one["powers"]:
                own |= {UUID(one["principal_id"])} & applicants if one["principal_id"] else set()
        return {"applicants": sorted(map(str, own))} if own < applicants else {}

    return find
