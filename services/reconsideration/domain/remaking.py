"""重作的相同行为: by which decision an act was not to be made again (ARL 64; ARR2026 58)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from services.reconsideration.domain.carrying import facts_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.following import in_force, of_same_organs
from services.reconsideration.domain.judging import by_procedure
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL
from shared.law.procedure import Refused

_NOT_AGAIN: Final = ARL[64].par(2)


def check_repeated(
    case: Case, finding: Finding, decided: Mapping[str, Sequence[Case]], on: date
) -> None:
    """An act is found to be made again only under a decision that barred it (ARL 64).

    That facts and reasons are the same a person finds; that a decision in force revoked an act of
    these organs, ordered a new one, and not for its procedure alone is seen here. What the hub does
    not know of a decision from elsewhere stands in the text of the finding.

    Args:
        case: The file in which it was found.
        finding: What was found of one act.
        decided: The files of the decisions that were named, by their numbers 字号: several of a
            joint decision, none of one that was annulled; no entry of a number nobody knows.
        on: The day on which it was found.

    Raises:
        Refused: No number is named, or one without the finding; nobody knows it, and it is not
            said to be from elsewhere; it is not delivered, is about other organs or a later day
            than the act, ordered no new act, or revoked for its procedure alone.
    """
    number = finding.repeated_number
    if not (finding.repeats or number or finding.repeated_outside):
        return
    if not (finding.repeats and number):
        text = "认定重作的相同行为的，应当写明责令重作的原决定的字号"
        raise Refused(text, _NOT_AGAIN)
    if not (finding.repeated_outside and number not in decided):
        _check_barred(case, number, decided.get(number), on)


def _check_barred(case: Case, number: str, known: Sequence[Case] | None, on: date) -> None:
    """One and the same file of it was delivered, is about these organs, and barred the new act."""
    files = of_same_organs(case, in_force(number, known, _NOT_AGAIN))
    if not files:
        text = f"{number}的被申请人不是本案的被申请人，不是依该决定重作的行为"
        raise Refused(text, _NOT_AGAIN)
    ordered = [one for one in files if one.redo]
    if not ordered:
        raise Refused(f"{number}没有责令重新作出行政行为", _NOT_AGAIN)
    if all(_may_be_made_again(one, on) for one in ordered):
        text = f"{number}以违反法定程序为由撤销，可以再作相同的行为，不是不得重作的行为"
        raise Refused(text, _NOT_AGAIN)
    if all(_made_before(case, one) for one in ordered):
        raise Refused(f"本案的行政行为作出在{number}以前，不是依该决定重作的行为", _NOT_AGAIN)


def _made_before(case: Case, earlier: Case) -> bool:
    done_on, decided_on = case.act_done_on, earlier.decided_on
    return done_on is not None and decided_on is not None and done_on < decided_on


def _may_be_made_again(earlier: Case, on: date) -> bool:
    """Whether what it ordered to be made anew fell by its procedure alone, as it was found then.

    A decision of the time before findings were kept is not asked: its ground a person knows.
    """
    said = earlier.drafted.draft.dispositions if earlier.drafted else ()
    redone = [found for found, one in zip(earlier.findings, said, strict=False) if one.redo]
    day = earlier.decided_on or on
    return bool(redone) and all(by_procedure(facts_of(earlier, one, day)) for one in redone)
