"""重作的相同行为: by which decision an act was not to be made again (ARL 64; ARR2026 58)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from services.reconsideration.domain.carrying import facts_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.following import in_force
from services.reconsideration.domain.judging import by_procedure
from services.reconsideration.domain.ordinary import State
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL
from shared.law.procedure import Refused

_NOT_AGAIN: Final = ARL[64].par(2)

Heir = Callable[[str], str]
"""继续行使其职权的机关, by code; the organ itself where it is still there (ARL 19)."""


def itself(organ: str) -> str:
    """Where nobody took anything over."""
    return organ


def check_repeated(
    case: Case,
    finding: Finding,
    decided: Mapping[str, Sequence[Case]],
    on: date,
    heir: Heir = itself,
) -> None:
    """An act is found to be made again only under a decision that barred it (ARL 64).

    That facts and reasons are the same a person finds; that a decision in force revoked an act of
    these organs, ordered a new one, and not for its procedure alone is seen here. It binds each of
    several that acted together, and whoever took over the powers of one (ARL 19). What the hub does
    not know of a decision from elsewhere stands in the text of the finding.

    Args:
        case: The file in which it was found.
        finding: What was found of one act.
        decided: The files of the decisions that were named, by their numbers 字号: several of a
            joint decision, none of one that was annulled; no entry of a number nobody knows.
        on: The day on which it was found.
        heir: Which organ exercises the powers of one now.

    Raises:
        Refused: No number is named, or one without the finding; nobody knows it, and it is not
            said to be from elsewhere; no respondent has it yet, it is about other organs or a later
            day than the act, ordered no new act, or revoked for its procedure alone.
    """
    number = finding.repeated_number
    if not (finding.repeats or number or finding.repeated_outside):
        return
    if not (finding.repeats and number):
        text = "认定重作的相同行为的，应当写明责令重作的原决定的字号"
        raise Refused(text, _NOT_AGAIN)
    if not (finding.repeated_outside and number not in decided):
        _check_barred(case, number, decided.get(number), on, heir)


def _check_barred(
    case: Case, number: str, known: Sequence[Case] | None, on: date, heir: Heir
) -> None:
    """One and the same file of it binds these organs, by its service, and barred the new act."""
    has_effect = in_force(number, known, _NOT_AGAIN)
    if not any(map(_bound, has_effect)):
        raise Refused(f"{number}尚未送达被申请人，不是不得重作的行为", _NOT_AGAIN)
    here = {heir(organ) for organ in case.respondents}
    files = [one for one in has_effect if here & {heir(organ) for organ in _bound(one)}]
    if not files:
        text = (
            f"{number}的被申请人不是本案的被申请人，也没有由其继续行使职权，不是依该决定重作的行为"
        )
        raise Refused(text, _NOT_AGAIN)
    ordered = [one for one in files if one.redo]
    if not ordered:
        raise Refused(f"{number}没有责令重新作出行政行为", _NOT_AGAIN)
    if all(_may_be_made_again(one, on) for one in ordered):
        text = f"{number}以违反法定程序为由撤销，可以再作相同的行为，不是不得重作的行为"
        raise Refused(text, _NOT_AGAIN)
    if all(_made_before(case, one) for one in ordered):
        raise Refused(f"本案的行政行为作出在{number}以前，不是依该决定重作的行为", _NOT_AGAIN)


def _bound(earlier: Case) -> set[str]:
    """Which respondents have it: the bar speaks to whom it was served on (ARL 64, 75)."""
    if earlier.state is State.DELIVERED:
        return set(earlier.respondents)
    served = [one for one in earlier.services if one.standing is Standing.RESPONDENT]
    return {one.organ or earlier.respondent for one in served}


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
