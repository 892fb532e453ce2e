"""依生效决定直接作出决定: by which decision others who apply may be answered (ARR2026 65)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused

_BY: Final = ARR2026[65].par(1)


def check_effective(
    case: Case, finding: Finding, effective: Mapping[str, Sequence[Case]], on: date
) -> None:
    """The decision that a finding names is one that the case may be decided by (ARR2026 65).

    That the acts are the same, or were done on one fact for several parties, a person finds; that
    the same organs did them is seen here.

    Args:
        case: The file in which it was found.
        finding: What was found of one act.
        effective: The files of the decisions that were named, by their numbers 字号: several of a
            joint decision, none of one that was annulled.
        on: The day on which it was found; until June 2026 none could be named.

    Raises:
        Refused: No number is named, nobody knows it, that decision is served on nobody yet, one of
            these applicants asked for it, other organs did the act, or it says something else.
    """
    if finding.effective_decision is None and not finding.effective_number:
        return
    if not ARR2026.in_force(on):
        _check_unnamed(finding)
        return
    if finding.effective_decision is None or not finding.effective_number:
        raise Refused("依生效决定直接作出决定的，应当写明该决定的字号和种类", _BY)
    number = finding.effective_number
    files = known(number, effective.get(number), _BY)
    _check_others(case, number, files)
    _check_named(case, number, files, finding.effective_decision)


def known(number: str, files: Sequence[Case] | None, article: Article) -> Sequence[Case]:
    """The files of the decision of this number 字号.

    Raises:
        Refused: Nobody knows it, or it was set aside from above or by a court.
    """
    if not files:
        raise Refused(
            f"没有字号为{number}的行政复议决定，或者该决定已被上级撤销、被人民法院撤销", article
        )
    return files


def in_force(number: str, files: Sequence[Case] | None, article: Article) -> list[Case]:
    """Those of them in which it has effect, by its first service 送达 on anybody (ARL 75).

    Raises:
        Refused: As of `known`, or it is served on nobody in any of them.
    """
    served = [one for one in known(number, files, article) if _has_effect(one)]
    if not served:
        raise Refused(f"{number}尚未送达任何一方，没有发生法律效力", article)
    return served


def _has_effect(one: Case) -> bool:
    """决定书一经送达，即发生法律效力: a file of all services at once has none of each (ARL 75)."""
    return one.state is State.DELIVERED or bool(one.services)


def _check_unnamed(finding: Finding) -> None:
    """A finding of old may tell the kind, which decided nothing; a name would be relied upon."""
    if finding.effective_number:
        text = "2026年6月30日以前没有依生效决定直接作出决定的规定，应当另行审理"
        raise Refused(text, ARL[61].par(1))


def _check_others(case: Case, number: str, files: Sequence[Case]) -> None:
    """申请人以外的人: whoever asked in any of its files is no other person."""
    asked = {one for file in files for one in file.applicants}
    if not asked.isdisjoint(case.applicants):
        raise Refused(f"{number}是对本案申请人作出的，不是申请人以外的人", _BY)


def _check_named(case: Case, number: str, files: Sequence[Case], outcome: Outcome) -> None:
    """One and the same file of it has effect, is about these organs' act, and says this."""
    organs = set(case.respondents)  # in whatever order they were named
    same = [one for one in in_force(number, files, _BY) if set(one.respondents) == organs]
    if not same:
        text = f"{number}的被申请人不是本案的被申请人，不是同一或者同样行政行为"
        raise Refused(text, ARR2026[65].par(2))
    if not any(outcome in (one.outcome, *one.outcomes) for one in same):
        raise Refused(f"{number}决定的不是所填的种类", _BY)
