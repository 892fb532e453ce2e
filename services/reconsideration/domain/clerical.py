"""补正笔误: slips of the pen in a paper that was served, and the service of that (RULES 91)."""

from collections.abc import Sequence
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.heirless import everybody
from services.reconsideration.domain.together import is_published
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import (
    ClericalErrorsCorrected,
    Conclusion,
    CorrectionServed,
)
from shared.contracts.reconsideration.served import Service
from shared.law.article import RULES
from shared.law.procedure import Refused


def correct(
    file: Aftermath,
    case: Case,
    head: Head,
    paper_id: UUID,
    *,
    substance: bool,
    leads_still: bool = True,
) -> ClericalErrorsCorrected:
    """补正笔误, from the first service of the paper on (RULES 91).

    Args:
        file: What follows the case.
        case: The case; of a joint decision the leading one 主案 (ARR2026 43).
        head: Head of the new page.
        paper_id: The paper 补正通知书.
        substance: Whether it would change what is decided.
        leads_still: Whether a joint decision has effect in its leading case; where it fell there
            alone, any other file of it corrects what is left.

    Raises:
        Refused: It would change what the paper says, another case leads a joint decision, or an
            earlier correction is not served yet.
    """
    if substance:
        raise Refused("补正只改文字、计算和格式的笔误，不得改变决定的内容", RULES[91])
    # whether decided is asked first: a joint draft may never have been sealed
    if case.decided_with and leads_still and not is_published(case):
        raise Refused("合并作出的决定是同一份文书，在主案补正，各案随之补正", RULES[91])
    return correct_along(file, case, head, paper_id)


def correct_along(
    file: Aftermath, case: Case, head: Head, paper_id: UUID
) -> ClericalErrorsCorrected:
    """随主案补正: the same in each file of a joint decision, whose parties are served there.

    Raises:
        Refused: An earlier correction is not served yet.
    """
    if file.corrected_on and left(file, case):
        raise Refused(f"{file.corrected_on}的补正通知书尚未送达各方", RULES[91])
    return ClericalErrorsCorrected(head=head, correction_id=paper_id)


def serve_correction(
    file: Aftermath, case: Case, head: Head, services: Sequence[Service]
) -> CorrectionServed:
    """送达补正通知书, on some or all who had the paper; of a refusal, on applicants (RULES 91).

    Whoever has no decision yet is served both: the decision first, or on the same day.

    Raises:
        Refused: Nothing was corrected, nobody is named, somebody twice, who is none of them or has
            it already, who was served before it was made, or who has no decision yet.
    """
    check_corrected(file, services)
    named, waiting = _named(services), left(file, case)
    if not named or len(set(named)) < len(named) or not set(named) <= set(waiting):
        raise Refused("补正通知书应当送达原文书的、尚未送达的受送达人，各一次", RULES[91])
    later = _without_decision(file, case)
    if not later.isdisjoint(named):
        raise Refused("决定书尚未向其送达，先送达决定书，或者两份一并送达", RULES[91])
    rest = set(waiting) - set(named)
    return CorrectionServed(
        head=head,
        services=tuple(services),
        others_unserved=bool(rest - later),
        with_decision=bool(rest & later),
    )


def left_to_nobody(file: Aftermath, case: Case, head: Head) -> CorrectionServed | None:
    """送达完毕: who waited last for the correction is no more, and it is served on the others.

    The page names no service; None while somebody waits, or nothing was corrected (RULES 91, 145).
    """
    if file.corrected_on is None or left(file, case):
        return None
    return CorrectionServed(head=head, services=())


def left(file: Aftermath, case: Case) -> tuple[UUID | str | None, ...]:
    """On whom the correction in hand is still to be served; on all whom its paper is for."""
    has_it = _named(file.correction_services)
    return tuple(one for one in served_with(file, case) if one not in has_it)


def served_with(file: Aftermath, case: Case) -> tuple[UUID | str | None, ...]:
    """原文书的受送达人: persons and organs, None for the respondent named first.

    No respondent ever had a refusal 不予受理决定书 (ARL 30, 34); whoever is no more and has no
    successor is served with nothing (RULES 145).
    """
    if file.conclusion is Conclusion.DECLINED:
        return tuple(one for one in case.applicants if one not in file.heirless)
    gone = case.participants.heirless if file.conclusion is None else file.heirless
    persons = (one for one in everybody(case) if one not in gone)
    return (None, *persons, *case.respondents[1:])


def _without_decision(file: Aftermath, case: Case) -> set[UUID | str | None]:
    """Who waits for the decision itself, while it has effect for others (ARL 75)."""
    if file.conclusion is not None:
        return set()
    return set(served_with(file, case)) - set(_named(case.services))


def _named(services: Sequence[Service]) -> list[UUID | str | None]:
    return [one.organ or one.person_id for one in services]


def check_corrected(file: Aftermath, services: Sequence[Service]) -> None:
    """补正在前，送达在后.

    Raises:
        Refused: Nothing was corrected, or somebody was served before it was.
    """
    if file.corrected_on is None:
        raise Refused("没有尚待送达的补正通知书", RULES[91])
    if any(one.shown_on < file.corrected_on for one in services):
        raise Refused(f"补正于{file.corrected_on}作出，不得在此之前送达", RULES[91])
