"""复议决定被撤销: from above or in court; it may have to be decided anew (RULES 92; ALL 70)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_acts import of_decision
from services.reconsideration.domain.case import Case
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import DecidedAnew, DecisionAnnulled
from shared.law.article import ALL, RULES
from shared.law.procedure import Refused


def annul(
    file: Aftermath,
    head: Head,
    organ: str,
    letter_id: UUID,
    *,
    above: Collection[str],
    decide_anew_by: date | None,
    decide_anew: bool = False,
    by_court: bool = False,
    obliges: bool | None = None,
    joint: tuple[str, ...] | None = None,
) -> DecisionAnnulled:
    """复议决定被撤销, as the paper that says so reaches the file (RULES 92; ALL 70, 77, 79).

    What a court says of the decision it says of the act reviewed, too, where it was upheld; of the
    decision it is the same (ALL 79).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Who withdraws it; of a court that the directory does not know, empty.
        letter_id: Its paper.
        above: Who may: the organs above the authority, or the courts.
        decide_anew_by: Until when the authority is to decide anew, where a day is set.
        decide_anew: Whether it is to decide anew, with a day that is set or none (ALL 70).
        by_court: Whether it is a judgment in force that annuls or changes the decision.
        obliges: Whether the decision gave a respondent anything to perform.
        joint: The other respondents as the decision names them; those of the file if not said.

    Raises:
        Refused: There is no decision, the organ is not one of them, or the day to decide is no day
            to come.
    """
    of_decision(file)
    if organ not in above and not (by_court and not organ):
        who = "人民法院" if by_court else "行政复议机关的上级行政机关"
        raise _not_so(f"撤销复议决定的，应当是{who}", by_court=by_court)
    if decide_anew_by and decide_anew_by <= head.on:
        raise _not_so("重新作出决定的期限应当晚于撤销之日", by_court=by_court)
    assert file.about is not None  # noqa: S101 - no file without its first page
    return DecisionAnnulled(
        head=head,
        about=file.about,
        organ=organ,
        letter_id=letter_id,
        decide_anew=decide_anew or decide_anew_by is not None,
        decide_anew_by=decide_anew_by,
        joint=file.joint if joint is None else joint,
        by_court=by_court,
        obliges=obliges,
    )


def _not_so(why: str, *, by_court: bool) -> Refused:
    """A court annuls by the Litigation Law, the government above by our rule."""
    return Refused(why, ALL[70] if by_court else RULES[92])


def decided_anew(file: Aftermath, new: Case | None, head: Head) -> DecidedAnew:
    """重新作出复议决定, or the new file came to its end otherwise (ARL 41, 73; RULES 92).

    Raises:
        Refused: Nothing was ordered or it is recorded already, or the new file is still open.
    """
    if not file.owes_decision or new is None:
        raise Refused("没有责令、判决重新作出决定，或者已经记载", RULES[92])
    if new.decided_on is None and not new.is_closed:
        raise Refused("新的案卷尚未作出行政复议决定", RULES[92])
    if new.decided_on and head.on < new.decided_on:
        raise Refused(f"新的决定于{new.decided_on}作出，不得在此之前记载", RULES[92])
    return DecidedAnew(head=head, decided_case_id=new.case_id)
