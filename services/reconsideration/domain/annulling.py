"""上级撤销复议决定: it is withdrawn from above, and may have to be decided anew (RULES 92)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_acts import of_decision
from services.reconsideration.domain.case import Case
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import DecidedAnew, DecisionAnnulled
from shared.law.article import RULES
from shared.law.procedure import Refused


def annul(
    file: Aftermath,
    head: Head,
    organ: str,
    letter_id: UUID,
    *,
    above: Collection[str],
    decide_anew_by: date | None,
) -> DecisionAnnulled:
    """上级撤销复议决定, as the paper of the government above reaches the file (RULES 92).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Who withdraws it.
        letter_id: Its paper.
        above: The organs above the authority.
        decide_anew_by: Until when the authority is to decide anew, where that is ordered.

    Raises:
        Refused: There is no decision, the organ is not above, or the day to decide is no day to
            come.
    """
    of_decision(file)
    if organ not in above:
        raise Refused("撤销复议决定的，应当是行政复议机关的上级行政机关", RULES[92])
    if decide_anew_by and decide_anew_by <= head.on:
        raise Refused("责令重新作出决定的期限应当晚于撤销之日", RULES[92])
    assert file.about is not None  # noqa: S101 - no file without its first page
    return DecisionAnnulled(
        head=head,
        about=file.about,
        organ=organ,
        letter_id=letter_id,
        decide_anew_by=decide_anew_by,
        joint=file.joint,
    )


def decided_anew(file: Aftermath, new: Case | None, head: Head) -> DecidedAnew:
    """重新作出复议决定, or the new file came to its end otherwise (ARL 41, 73; RULES 92).

    Raises:
        Refused: Nothing was ordered or it is recorded already, or the new file is still open.
    """
    if file.anew_by is None or new is None:
        raise Refused("上级没有责令重新作出决定，或者已经记载", RULES[92])
    if new.decided_on is None and not new.is_closed:
        raise Refused("新的案卷尚未作出行政复议决定", RULES[92])
    if new.decided_on and head.on < new.decided_on:
        raise Refused(f"新的决定于{new.decided_on}作出，不得在此之前记载", RULES[92])
    return DecidedAnew(head=head, decided_case_id=new.case_id)
