"""向上级反映: an applicant tells the authority above what it holds wrong (ARL 35; RULES 172)."""

from typing import Final

from shared.casepage.answers import FileOut
from shared.contracts.reconsideration.people import Power
from shared.party.deed import Ask, Deed, texts
from shared.party.papers import About, for_applicants, spoken_for
from shared.party.session import PartyPage
from shared.party.suing import DELIVERED, SERVED

_AS_APPLICANT: Final = for_applicants(Power.ACT)


async def who_has_it(party: PartyPage, file: FileOut) -> About | None:
    """An act of an applicant; while a decision is still served on others, of who has it (ARL 75).

    Whoever represents them all speaks for who has it.
    """
    found = await _AS_APPLICANT(party, file)
    kinds = {one.kind for one in file.pages}
    if found is None or SERVED not in kinds or DELIVERED in kinds:
        return found
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    if not answer.ok:
        return found
    there, services = answer.body["participants"], answer.body["services"]
    own = spoken_for(party, there)
    has = any(one["person_id"] in own for one in services)
    return found if has or not own.isdisjoint(there["representatives"]) else None


REPORT_WRONG: Final = Deed(
    title="向上级反映",
    says="没有正当理由不受理、不再处理、当作放弃或者驳回您的申请，或者到期没有作决定的，"
    "您可以向上级机关反映；上级认为确实不对的，会要求改正，必要时直接受理。"
    "去法院起诉的日子照算，不会因为反映停下来。",
    button="交上我的反映",
    done="您反映的情况已经交给上级",
    body=texts("text"),
    asks=(Ask("text", "是怎么回事，您为什么觉得不对", "textarea", required=True),),
    whole=False,
    about=who_has_it,
)
