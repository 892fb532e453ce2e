"""What must hold of the pages of every file of what follows a case, for 核对, as in `lawful`."""

from dataclasses import replace

from services.reconsideration.domain import (
    aftermath_acts,
    clerical,
    enforcing_acts,
    handing_over,
    letter_acts,
    recommending,
    refusing,
)
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.handing_over import Handing
from services.reconsideration.domain.lawful import enough_to_sue
from shared.contracts.reconsideration.aftermath import (
    Conclusion,
    CorrectionServed,
    DecisionCopied,
    ServedAgain,
)
from shared.contracts.reconsideration.enforcing import EnforcementApplied, EnforcementAwaited
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterReceived,
    RecommendationIssued,
)
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalServed
from shared.law.article import ARL, RULES
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused


def correction_served_on_all(file: Aftermath, fact: CorrectionServed) -> None:
    """补正通知书送达每一名受送达人，各一次; with the last page of several, the respondent, too.

    Raises:
        Refused: As whoever serves it is refused.
    """
    clerical.check_corrected(file, fact.services)
    served = (*file.correction_services, *fact.services)
    named = [one.organ or one.person_id for one in served]
    whole = not (fact.others_unserved or fact.with_decision)
    left_out = whole and None not in named and file.conclusion is not Conclusion.DECLINED
    if left_out or len(set(named)) != len(named):
        raise Refused("补正通知书应当送达每一名受送达人，各一次", RULES[91])


def suit_runs_anew(file: Aftermath, fact: ServedAgain) -> None:
    """重新送达的，起诉期限重新起算; a day off may give more.

    Raises:
        Refused: There is no decision, or there are fewer days than the law gives (ALL 45).
    """
    aftermath_acts.check_served_again(file, fact.service)
    if fact.person_id:
        enough_to_sue(fact.served_on, fact.sue_until, final=file.final)


def refusal_served_in_order(file: Aftermath, fact: RefusalServed) -> None:
    """不予受理决定书送达尚未送达的申请人，起诉期限自收到起算; a day off may give more.

    Raises:
        Refused: Nothing was declined, it was no applicant who waited for it (ARL 34), or there are
            fewer days than the law gives (ALL 45).
    """
    refusing.check(file, fact.service)
    enough_to_sue(fact.served_on, fact.sue_until)


def refusal_corrected_once(file: Aftermath, fact: RefusalCorrected) -> None:
    """不予受理、驳回申请只纠正一次，写明最先送达之日.

    Raises:
        Refused: Nothing was declined or dismissed, it was corrected before, or another day is
            told, or one of before the decision had effect (RULES 132; ARL 75).
    """
    said = refusing.correct(file, fact.head, fact.accepted_case_id, first=fact.first_served_on)
    if said.first_served_on != fact.first_served_on or fact.of_case_id not in {None, file.about}:
        raise Refused("没有写明决定书最先送达之日", RULES[132])


def copied_where_owed(file: Aftermath, fact: DecisionCopied) -> None:
    """只抄告以本级政府工作部门为被申请人的决定书.

    Of old a dismissal that was put right was copied all the same.

    Raises:
        Refused: It is none, or was copied before, or it is not said who is still owed (ARL 79).
    """
    if file.accepted_case_id and not file.copied_on:
        file = replace(file, accepted_case_id=None, copies=bool(file.copies_for))
    told = (one for one in file.to_copy if one not in fact.owed)
    said = aftermath_acts.copy_decision(
        file, fact.head, fact.organ, dict.fromkeys(told, fact.organ)
    )
    if said != fact:
        raise Refused("抄告没有写明尚待抄告的被申请人", ARL[79].par(2))


def letter_received(file: Aftermath, fact: OpinionLetterReceived) -> None:
    """收到的是制发的意见书.

    Raises:
        Refused: No such letter waits, or it went to another organ (ARL 76).
    """
    said = letter_acts.receive(
        *(file, fact.head),
        of_department=fact.copies,
        organ=fact.organ,
        letter_id=fact.opinion_letter_id,
    )
    if fact.issued_page is None:  # one of old
        said = said.model_copy(update={"issued_page": None})
    if said != fact:
        raise Refused("收到的不是制发的意见书", ARL[76])


def correction_reported(file: Aftermath, fact: CorrectionReported) -> None:
    """由收到意见书的机关报送.

    Raises:
        Refused: No such letter waits, or it went to another organ (ARL 76).
    """
    said = letter_acts.report(
        *(file, fact.head, fact.organ, fact.correction_report_id), letter_id=fact.opinion_letter_id
    )
    if said.model_copy(update={"received_page": fact.received_page}) != fact:
        raise Refused("报送的不是该机关收到的意见书", ARL[76])


def letter_unheeded(file: Aftermath, fact: LetterUnheeded) -> None:
    """认定不履行的是已经报送纠正情况的意见书.

    Raises:
        Refused: No such letter was reported on, or it went to another organ (ARL 77).
    """
    said = letter_acts.unheeded(
        *(file, fact.head, fact.organ, fact.reason_id), letter_id=fact.opinion_letter_id
    )
    if said != fact:
        raise Refused("认定不履行的不是该机关的意见书", ARL[77].par(2))


def recommended(file: Aftermath, fact: RecommendationIssued) -> None:
    """建议书写明希望答复的期限，当日的条例列有这一类规定.

    Raises:
        Refused: It is not so (ARR2026 69; ARR2007 57; RULES 48).
    """
    del file
    recommending.recommend(
        *(fact.head, fact.organ, fact.level, fact.recommendation_id),
        general=True,
        answer_by=fact.answer_by,
    )


def handed_over(file: Aftermath, fact: LiabilityHandedOver) -> None:
    """移送依法接受的机关.

    Raises:
        Refused: Nobody is liable by the edition of that day, or it went to another (ARL 84 to 86).
    """
    del file
    said = Handing(
        deed=fact.deed,
        recipient=fact.recipient,
        done_on=fact.done_on,
        official=fact.official,
        duty_crime=fact.duty_crime,
    )
    handing_over.hand_over(fact.head, said, fact.materials_id)


def enforced_after_suit(file: Aftermath, fact: EnforcementAwaited) -> None:
    """起诉、履行期限届满以前不强制执行.

    Raises:
        Refused: It could be enforced before the party's own days are over (ARL 78).
    """
    sue = next((o.open_until for o in file.remedies if o.person_id == fact.person_id), None)
    if file.conclusion is None:  # by its own service; of all of them the end of the case tells
        sue = fact.sue_until
    days = [one for one in (fact.sue_until, sue, fact.perform_by) if one]
    if fact.sue_until != sue or any(fact.enforceable_after < one for one in days):
        raise Refused("起诉、履行期限届满以前不得强制执行", ARL[78])


def applied_as_urged(file: Aftermath, fact: EnforcementApplied) -> None:
    """申请执行以前已经催告，逾期的有正当理由.

    Raises:
        Refused: It is not so (COERCION 53, 54; ALI 156).
    """
    said = (fact.enforcement_application_id, fact.late_reason_id)
    enforcing_acts.apply(file, fact.head, fact.person_id, *said, calendar=CALENDAR, department="")
