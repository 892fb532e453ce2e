"""What the way to the seal asked of a decision, for whoever checks the books 核对 (ARL 36 to 72).

Each function is the one that refused at the seal, of the file as it stood before its page. A
decision of the time before there were drafts says nothing of its dispositions: of such a page none
of this is asked. That a step is missing altogether is told by `lawful.sealed_as_approved`.
"""

from services.reconsideration.domain import gates
from services.reconsideration.domain.agreeing import check_agreed
from services.reconsideration.domain.carrying import check_findings
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import check_countersigned
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.unfinished import check_nothing_open
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.judged import Disposition


def _had_draft(made: DecisionMade) -> bool:
    return "dispositions" in made.model_fields_set


def carried_by_findings(case: Case, made: DecisionMade) -> None:
    """认定支持决定: the kind of decision, compensation and what is ordered, act by act.

    Raises:
        Refused: The findings ask for another decision than the draft, or it is for the worse
            (ARL 63 to 72).
    """
    if _had_draft(made) and case.drafted and case.findings:
        check_findings(case, made.head.on, case.drafted.draft)


def reviewed_by_enough(case: Case, made: DecisionMade) -> None:
    """指定的行政复议人员足够，回避都已决定.

    Raises:
        Refused: They are too few (ARL 36; ARR2026 39), or a recusal is not decided (RULES 47).
    """
    if _had_draft(made):
        gates.check_reviewers(case, made.head)


def agreed_by_all(case: Case, _: DecisionMade) -> None:
    """此后参加的当事人都已同意适用简易程序.

    Raises:
        Refused: One of them has not, where it stands upon the consent of all (ARL 53).
    """
    check_agreed(case)


def nothing_open(case: Case, made: DecisionMade) -> None:
    """已经开始的事项都已了结.

    Raises:
        Refused: A withdrawal, talks, a hearing, an appraisal or a request has no end yet
            (ARL 38, 41, 46, 47, 50, 51, 73).
    """
    if _had_draft(made):
        check_nothing_open(case, made.head.on)


def all_replied(case: Case, made: DecisionMade) -> None:
    """被申请人都已答复，或者答复期限届满; of a page of old only the others beside it are asked.

    Raises:
        Refused: One of them could still reply (ARL 48).
    """
    said = made.dispositions or (Disposition(outcome=made.outcome),)
    check = gates.check_replied if _had_draft(made) else gates.check_joint_replied
    check(case, dismisses=Draft(dispositions=said).dismisses)


def countersigned_by_all(case: Case, _: DecisionMade) -> None:
    """共同作出决定的机关都已会签.

    Raises:
        Refused: One of those that were called in has not (ARR2026 32).
    """
    if case.co_authorities and case.drafted:
        check_countersigned(case, case.drafted)


def adoption_told(case: Case, made: DecisionMade) -> None:
    """咨询意见在卷的，写明是否采纳，不采纳的有理由.

    Raises:
        Refused: It is not said, or not why (ARR2026 52).
    """
    if _had_draft(made):
        gates.check_adoption(
            *(case, made.head.on), adopted=made.opinion_adopted, departure_id=made.departure_id
        )
