"""继续行使职权的机关, where there is a decision: what follows goes on with it (ARL 19, 77)."""

from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import State
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.changing import check_heir, is_bound
from services.reconsideration.domain.debts import enforced_by
from shared.contracts.fact import Head
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.law.article import ARL
from shared.law.procedure import Refused


def succeed(
    file: Aftermath,
    case: Case,
    head: Head,
    before: str,
    respondent: str,
    *,
    notice_id: UUID,
    county: str,
    powers_lost: PowersLost,
    since: date,
) -> RespondentSucceeded:
    """继续行使职权的机关 performs, reports and enforces what was the one before's (ARL 19, 77).

    The days that run are its own, and so is what was ordered: the law gives it no others. Arguments
    as those of `changing.succeed`, with the file of what follows the case.

    Raises:
        Refused: As there; or the case is on hand, or the one before is still to be served.
    """
    check_heir(case, head, before, respondent, among=file.respondents, since=since)
    named = case.respondents[file.respondents.index(before)]
    if file.state is State.MEANWHILE or not (file.conclusion or is_bound(case, named)):
        says = "该机关尚未收到决定书、调解书的，在本案中记载继续行使其职权的机关"
        raise Refused(says, ARL[19].par(4))
    return RespondentSucceeded(
        head=head,
        before=before,
        respondent=respondent,
        county=county,
        powers_lost=powers_lost,
        succeeded_on=since,
        notice_id=notice_id,
        bound_as=named if named != before else "",
        **_handed(file, case.case_id, before),
    )


def hand_on(file: Aftermath, head: Head, told: RespondentSucceeded) -> RespondentSucceeded | None:
    """What the case told of a respondent, in the file beside it; None where it says no more.

    While the case is on hand the file follows its respondents anyhow (RULES 116): only letters that
    the one before still has to answer make it a page.
    """
    waits = any(one.bearer == told.before for one in (*file.letters, *file.recommendations))
    follows = file.state is State.MEANWHILE
    if not (waits if follows else told.before in file.respondents):
        return None
    said = _handed(file, told.head.case_id, told.before)
    return told.model_copy(update={"head": head, **said})


def _handed(file: Aftermath, about: UUID, before: str) -> dict[str, Any]:
    """What goes over, however often it has before; a silence stays that of whoever kept it."""
    letters = (one.letter_id for one in file.letters if one.bearer == before)
    parties = (one.person_id for one in enforced_by(file.debts, before))
    return {
        "about": about,
        "opinion_letters": tuple(letters),
        "enforces_for": tuple(parties),
    }
