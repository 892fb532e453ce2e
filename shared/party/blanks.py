"""要打印出来填的表: papers that a party signs by hand, with what its case knows filled in."""

from dataclasses import dataclass

from shared.casepage.answers import DisputeOut
from shared.party.session import PartyPage


@dataclass(frozen=True, slots=True)
class Blank:
    """One of them."""

    term: str
    path: str
    """Without the ending that says in which form it is wanted."""


async def blanks_of(party: PartyPage, dispute: DisputeOut) -> list[Blank]:
    """Those of the cases of 行政复议 in which this party takes part (ARL 17, 22)."""
    found = []
    for file in dispute.files:
        if file.office != "reconsideration" or "applicants" not in file.labels:
            continue
        answer = await party.get(f"/reconsiderations/{file.case_id}/blanks")
        here = f"/party/forms/{file.case_id}"
        said = answer.body if answer.ok else ()
        found += [Blank(one["term"], f"{here}/{one['sort']}") for one in said]
    return found
