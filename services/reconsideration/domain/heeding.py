"""What the findings on file 审查认定 ask of acceptance, refusal and decision (ARL 30, 33).

A person decides, and may depart from a finding with a reason; time and jurisdiction, which the hub
reckons itself, bind in any case, and stand in `acceptance`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.admission import Review, Step, Treatment, treat
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conditions import NOT_MET, Finding
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.admissibility import Verdict
from shared.law.article import ARL, Article
from shared.law.procedure import Refused

_MET: Final = {Verdict.MET: True, Verdict.UNMET: False, Verdict.OPEN: None}
RECKONED: Final = frozenset({Condition.TIME, Condition.JURISDICTION})
"""What acceptance reckons anew on its own day."""


def _found(case: Case, on: date) -> Iterator[Finding]:
    """What was found; who was told to name another respondent, and has not, names a wrong one."""
    if wrong := bool(case.respondents_told):
        told = treat(Review(on=on, findings=(), wrong_respondent=True, refuses_change=True))
        yield Finding(Condition.PARTIES, met=False, because="", article=told.article)
    for each in case.conditions:
        if wrong and each.condition is Condition.PARTIES:
            continue
        article = Article.parse(each.article)
        yield Finding(each.condition, _MET[each.verdict], "", article)


def heed_on_acceptance(case: Case, on: date, departure_id: UUID | None) -> None:
    """符合认定的才受理, unless it is said why not (ARL 30).

    Raises:
        Refused: A condition was found not to be met.
    """
    findings = tuple(each for each in _found(case, on) if each.condition not in RECKONED)
    treated = treat(Review(on=on, findings=findings))
    if treated.step is not Step.DECLINE or departure_id is not None:
        return
    [first, *_] = (each for each in findings if each.met is False)
    says = f"审查认定{NOT_MET[first.condition]}；仍要受理的，应当写明不采纳认定的理由"
    raise Refused(says, first.article)


def heed_on_refusal(case: Case, missing: Condition, on: date) -> None:
    """不符合认定的才不予受理, where nobody says why what was found is not followed (ARL 30).

    Raises:
        Refused: The condition was found to be met.
    """
    found = (each for each in _found(case, on) if each.condition is missing)
    met = next((each for each in found if each.met), None)
    if met is not None:
        says = "审查认定符合该项受理条件；仍不予受理的，应当写明不采纳认定的理由"
        raise Refused(says, met.article)


def asks_to_dismiss(case: Case, on: date) -> bool:
    """受理后发现不符合条件: what was found asks that the application be dismissed (ARL 33)."""
    findings = tuple(_found(case, on))
    return bool(findings) and _treated(case, on, findings).step is Step.DISMISS


def is_to_be_dismissed(case: Case, on: date) -> bool:
    """Whether what was found, or the draft on file, dismisses the application 驳回申请 (ARL 33).

    That judges the application and not the act: no hearing need be held for it (ARL 50).
    """
    return asks_to_dismiss(case, on) or bool(case.drafted and case.drafted.draft.dismisses)


def _treated(case: Case, on: date, findings: tuple[Finding, ...]) -> Treatment:
    return treat(Review(on=on, findings=findings, accepted=True, groundless=case.groundless))


def heed_on_decision(case: Case, on: date, *, dismisses: bool) -> None:
    """受理后发现不符合条件的，驳回申请; who meets them all is not dismissed (ARL 33; ARR2026 37).

    Raises:
        Refused: The findings on file ask for the other.
    """
    findings = tuple(_found(case, on))
    if not findings:
        return
    treated = _treated(case, on, findings)
    if treated.step is Step.DISMISS and not dismisses:
        raise Refused("审查认定应当驳回行政复议申请，不得作出其他决定", treated.article)
    if treated.step is not Step.DISMISS and dismisses:
        raise Refused("审查认定符合受理条件，不得驳回行政复议申请", ARL[33])
