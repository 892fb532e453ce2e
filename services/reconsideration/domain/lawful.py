"""What must hold of the pages of every file of this office, for whoever checks the books 核对.

Each function asks what the act itself asked, of the file as it stood before the page. A decision of
the time before there were drafts says nothing of its dispositions: of such a page the road to the
seal is not asked.
"""

from datetime import date, timedelta

from services.reconsideration.domain import (
    access,
    attached_review,
    decision,
    drafting,
    finality,
    gates,
    higher_acts,
    inquiring_acts,
    serving_again,
    settling_acts,
)
from services.reconsideration.domain.attached_acts import heed_results
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.pausing_acts import refuse_while_suspended
from shared.contracts.reconsideration import DecisionDelivered, DecisionExtended, DecisionMade
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.attached_review import AttachedReviewConcluded
from shared.contracts.reconsideration.higher import (
    ElevatedCaseEnded,
    ElevatedFileReceived,
    ElevationOrdered,
    Initiative,
)
from shared.contracts.reconsideration.inquiring import EvidenceTaken
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.law.article import ALL, ARL, ARR2026, RULES
from shared.law.procedure import Refused
from shared.law.suing import SUE_DECISION


def sealed_as_approved(case: Case, made: DecisionMade) -> None:
    """认定、拟稿、送审、审批在前，用印的就是同意的.

    Raises:
        Refused: A step is missing or dated after the next one, or other words were sealed (ARL 61).
    """
    if "dispositions" not in made.model_fields_set:
        return
    same = drafting.as_approved(case, made.head, made.document_number) == made
    road = case.drafted
    days = (road.drafted_on, road.submitted_on, road.approved_on, made.head.on) if road else ()
    told = [one for one in days if one]
    if not (same and case.findings and told == sorted(told)):
        raise Refused("用印的不是依次认定、拟稿、送审、同意的内容", ARL[61])


def not_suspended(case: Case, made: DecisionMade) -> None:
    """中止期间不作出决定.

    Raises:
        Refused: The case was suspended on that day (ARL 39).
    """
    refuse_while_suspended(case, made.head.on)


def not_handed_over(case: Case, made: DecisionMade) -> None:
    """决定提级以后，上级收到材料以前没有作出决定.

    Raises:
        Refused: The authority below decided what it had to hand over (ARR2026 40).
    """
    del made
    higher_acts.refuse_while_handed_over(case)


def elevated_on_a_ground(case: Case, ordered: ElevationOrdered) -> None:
    """决定提级的，由原办理机关移送，报请的是下级提出的.

    Raises:
        Refused: It names another authority than the one that handled the case, or another
            initiative than the file shows (ARL 38).
    """
    lower = ordered.initiative is Initiative.LOWER
    if ordered.below != case.authority or lower is not case.elevated.is_asked:
        raise Refused("提级的机关、来由与案卷不符", ARL[38])


def taken_up_as_ordered(case: Case, received: ElevatedFileReceived) -> None:
    """收到提级案件材料的，是决定提级的机关，材料已经移送.

    Raises:
        Refused: Nothing was ordered or handed over, or to another authority, or on an earlier day;
            or the procedure that it names is another one (ARR2026 40).
    """
    made = higher_acts.receive_file(case, received.head, received.authority)
    of_old = made.model_copy(update={"consults_anew": False, "grave": False})  # did not say so yet
    if received not in (made, of_old):
        raise Refused("收到的提级案件与案卷不符", ARR2026[40].par(3))


def applicant_heard(case: Case, made: DecisionMade) -> None:
    """听取申请人的意见.

    Raises:
        Refused: Neither heard in the ordinary procedure, nor is it said why not (ARL 49).
    """
    gates.check_heard(case, made.head.on)


def evidence_examined(case: Case, made: DecisionMade) -> None:
    """证据经审查才作为根据.

    Raises:
        Refused: A piece in the list was not examined before the decision (ARL 43).
    """
    said = made.dispositions or (Disposition(outcome=made.outcome),)
    gates.check_examined(case, made.head.on, [one.outcome for one in said])


def taken_by_two(case: Case, fact: EvidenceTaken) -> None:
    """调查取证不少于两人.

    Raises:
        Refused: They were fewer, or one of them was recused (ARL 45).
    """
    inquiring_acts.check_inquirers(case, fact.head.on, fact.inquirers, shown=True)


def late_with_leave(case: Case, fact: EvidenceSubmitted) -> None:
    """被申请人逾期的证据，经同意才补充.

    Of pieces that come together the first one that is added tells of the leave; the page before is
    no leave. A page of old may rest on one leave that was given for all respondents.

    Raises:
        Refused: It is said to be added with leave, and nobody gave one (ARL 46).
    """
    leave = case.leave_of(fact.organ).further_since or case.evidence.further_since
    if fact.supplements and leave is None and not _with_one_added(case, fact):
        raise Refused("未经行政复议机构同意而补充证据", ARL[46].par(2))


def _with_one_added(case: Case, fact: EvidenceSubmitted) -> bool:
    added = [
        one for one in case.evidence.pieces if one.supplements and one.submitted_on == fact.head.on
    ]
    if fact.pieces == 0:
        return any(one.organ == fact.organ for one in added)
    return any(one.number == fact.evidence - 1 for one in added)


def shown_but_excepted(case: Case, fact: FileAccessGranted) -> None:
    """同意查阅，只有法定的情形除外.

    Raises:
        Refused: Nobody of the parties reads, or something is kept back for no ground (ARL 47).
    """
    access.check_grant(case, fact.reader, fact.withheld, fact.head.on)


def hearing_held(case: Case, made: DecisionMade) -> None:
    """应当听证的已经听证.

    Raises:
        Refused: It was neither held nor given up (ARL 50).
    """
    said = made.dispositions or (Disposition(outcome=made.outcome),)
    gates.check_hearing_held(case, dismisses=Draft(dispositions=said).dismisses)


def opinion_on_file(case: Case, made: DecisionMade) -> None:
    """应当咨询的已有咨询意见.

    Raises:
        Refused: There is none (ARL 52).
    """
    del made
    gates.check_consulted(case)


def results_heeded(case: Case, made: DecisionMade) -> None:
    """附带审查有结果以后才决定，认定不合法的依据不作依据.

    Raises:
        Refused: One has no result, or no finding follows it (ARL 56 to 59).
    """
    said = made.dispositions or (Disposition(outcome=made.outcome),)
    heed_results(case, dismisses=Draft(dispositions=said).dismisses)


def stopped_and_corrected(review: Review, fact: AttachedReviewConcluded) -> None:
    """先问制定机关；不合法的条款停止执行、责令纠正，合法的不.

    Raises:
        Refused: Another thing was done (ARL 58, 59).
    """
    order_id = fact.correction_order_id
    attached_review.conclude(review, fact.head, fact.flaw, fact.conclusion_id, order_id)


def extended_in_bounds(case: Case, fact: DecisionExtended) -> None:
    """延长累计不超过三十日，简易程序不延长.

    Raises:
        Refused: More in all, or in the simplified procedure, or too late (ARL 62).
    """
    decision.check_extension(case, fact.days)


def served_on_all(case: Case, fact: DecisionDelivered) -> None:
    """送达每一个被申请人、每一名申请人和第三人，各有起诉期限.

    Raises:
        Refused: One is left out or served before the decision (ARL 75), or has fewer days to sue
            than the law gives (ALL 45); a day off may give more.
    """
    served = {one.person_id: one.served_on for one in fact.remedies}
    others = {one.organ: one.served_on for one in fact.joint_served}
    decision.check_service(case, fact.served_on, served, others)
    for one in fact.remedies:
        enough_to_sue(one.served_on, one.open_until, final=finality.is_final(case))


def served_again(case: Case, fact: ServedAgain) -> None:
    """其他各方尚待送达时重新送达的，此前已经向其送达，起诉期限重新起算.

    Raises:
        Refused: It was not served before (ARL 75), or has fewer days than the law gives (ALL 45).
    """
    known, article = case.participants.heirless, ARL[75].par(2)
    serving_again.check_again(case.services, known, fact.service, article)
    if fact.person_id:
        enough_to_sue(fact.served_on, fact.sue_until, final=finality.is_final(case))


def enough_to_sue(served_on: date, until: date | None, *, final: bool = False) -> None:
    """十五日以上; a day off may give more. 最终裁决的没有起诉期限.

    Raises:
        Refused: There are fewer days than the law gives (ALL 45), or any where it gives none
            (ARL 10).
    """
    if final:
        if until is not None:
            raise Refused("法律规定行政复议决定为最终裁决的，没有起诉期限", ARL[10])
        return
    if until is None or until < served_on + timedelta(days=SUE_DECISION.period.n):
        raise Refused("起诉期限不足十五日", ALL[45])


def signed_by_all(case: Case, sealed: MediationDocumentSealed) -> None:
    """各方都签字以后才加盖印章.

    Raises:
        Refused: One had not signed, or another document was sealed than they signed (ARL 73).
    """
    if settling_acts.seal(case, sealed.head) != sealed:
        raise Refused("加盖印章的不是各方签字的调解书", ARL[73].par(1))


def ended_above_once_handed_over(case: Case, fact: ElevatedCaseEnded) -> None:
    """上级办结在移送案件材料之后，由决定提级的上级办结.

    Raises:
        Refused: The file was with the authority below, or another one ended it (RULES 118).
    """
    higher_acts.end_above(
        *(case, fact.head, fact.end),
        ended_on=fact.ended_on,
        document_number=fact.document_number,
        letter_id=fact.letter_id,
        organ=case.authority,
        has_desk=False,
    )
    if fact.organ != case.elevated.above:
        raise Refused("上级办结的不是决定提级的机关", RULES[118])
