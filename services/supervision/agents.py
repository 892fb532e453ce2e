"""What supervision does when an office has decided, agreed, ruled, found, or kept silent."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from services.supervision import commands
from services.supervision.domain.alert import LEVELS
from services.supervision.domain.issued import STEPS
from services.supervision.store import alert_of, enforced_of, obliged_of, owed_by_organ, watch_of
from shared.contracts.adjudication import (
    PerformanceUrged,
    RulingOverturned,
    RulingPerformed,
    RulingServed,
    SettlementReached,
)
from shared.contracts.fact import Fact
from shared.contracts.mediation import AgreementMade, AgreementNotPerformed, AgreementPerformed
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
    DecisionAnnulled,
    ServedAgain,
)
from shared.contracts.reconsideration.enforcing import (
    EnforcementDue,
    EnforcementSpared,
    PartyEnforced,
    PartyPerformed,
)
from shared.contracts.reconsideration.letters import CorrectionUnreported, LetterUnheeded
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.office import Heard, Listens
from shared.work import Work


def watch(fact: Fact) -> Iterable[UUID]:
    """The watch over the file of this fact."""
    return (watch_of(fact.head.case_id),)


def alert_file(fact: Fact) -> Iterable[UUID]:
    """The alert file beside the file of this fact."""
    return (alert_of(fact.head.case_id),)


def watch_served(work: Work, fact: DecisionServed) -> None:
    """决定书送达一个被申请人之后监督其履行, by the day of its own service (ARL 75, 77)."""
    if fact.obliges:
        over = owed_by_organ(fact.head.case_id, fact.organ) if fact.organ else None
        commands.watch_decision(work, fact, fact.respondent, fact.perform_by, over)


def served_watch(fact: DecisionServed) -> Iterable[UUID]:
    """The watch over the respondent who was served."""
    case_id = fact.head.case_id
    return (obliged_of(case_id, fact.organ) if fact.organ else watch_of(case_id),)


def watch_delivered(work: Work, fact: DecisionDelivered) -> None:
    """决定书全部送达之后监督履行, of whoever is not watched since its own service (ARL 77)."""
    if fact.obliges:
        commands.watch_delivered(work, fact)


def delivered_watches(fact: DecisionDelivered) -> Iterable[UUID]:
    """The watch over the file, and those over each other joint respondent."""
    case_id = fact.head.case_id
    return (watch_of(case_id), *(obliged_of(case_id, one) for one in fact.joint_organs))


def watch_served_again(work: Work, fact: ServedAgain) -> None:
    """重新送达一个被申请人之后，履行期限自该日另算 (ARL 75, 77)."""
    if fact.respondent and fact.of_case_id:
        commands.run_anew(work, fact)


def watches_of_served(fact: ServedAgain) -> Iterable[UUID]:
    """The watch over the respondent, and that over the file, where it may be watched with others.

    None where it was a person, or the page is of old.
    """
    if not fact.respondent or fact.of_case_id is None:
        return ()
    return (watch_of(fact.of_case_id), obliged_of(fact.of_case_id, fact.organ))


def watch_mediated(work: Work, fact: MediationDocumentSealed) -> None:
    """调解书生效之后监督履行, where the respondent owes something (ARL 73, 77).

    Organs that owe it jointly are watched together, until the last of their days.
    """
    if fact.obliges:
        watched = (fact, fact.respondent, fact.last_day)
        commands.watch_decision(work, *watched, joint=fact.joint_organs)


def watch_letter(work: Work, fact: CorrectionUnreported) -> None:
    """逾期未报送纠正情况: an alert, and the letter is watched as one that is late (ARL 76, 77)."""
    commands.alert(work, fact)
    commands.watch_decision(work, fact, fact.organ, fact.head.on, fact.opinion_letter_id)


def watch_unheeded(work: Work, fact: LetterUnheeded) -> None:
    """认定不履行意见书之后监督履行; it may be ordered at once: its time was over (ARL 76, 77)."""
    over_on = fact.head.on - timedelta(days=1)
    commands.watch_decision(work, fact, fact.organ, over_on, fact.opinion_letter_id)


def unheeded_watch(fact: LetterUnheeded) -> Iterable[UUID]:
    """The watch over the letter itself."""
    return (watch_of(fact.opinion_letter_id),)


def letter_files(fact: CorrectionUnreported) -> Iterable[UUID]:
    """The alert file beside the file of the letter, and the watch over the letter itself."""
    return (alert_of(fact.head.case_id), watch_of(fact.opinion_letter_id))


def annulled_watch(fact: DecisionAnnulled | AftermathOpened) -> Iterable[UUID]:
    """The watches over the decision that was withdrawn; none where one that stands is at its end.

    Who is served after it was withdrawn is not watched (RULES 92).
    """
    if isinstance(fact, AftermathOpened) and not fact.annulled:
        return ()
    return (watch_of(fact.about), *(obliged_of(fact.about, one) for one in fact.joint))


def end_annulled(work: Work, fact: DecisionAnnulled | AftermathOpened) -> None:
    """终止履行监督: the decision was withdrawn, now or before it was served on all (RULES 92)."""
    if isinstance(fact, DecisionAnnulled) or fact.annulled:
        commands.follow_annulled(work, fact)


def watch_enforcement(work: Work, fact: EnforcementDue) -> None:
    """逾期不起诉又不履行之后监督强制执行 (ARL 78)."""
    commands.watch_enforcement(work, fact)


def enforced(
    fact: EnforcementDue | PartyEnforced | PartyPerformed | EnforcementSpared,
) -> Iterable[UUID]:
    """The watch over what this party has to perform."""
    return (enforced_of(fact.head.case_id, fact.person_id),)


def watch_agreement(work: Work, fact: AgreementMade) -> None:
    """达成协议之后监督履行 (PML 31)."""
    commands.watch_agreement(work, fact, fact.perform_by)


def watch_ruling(work: Work, fact: RulingServed | SettlementReached) -> None:
    """裁决或者调解书之后监督履行, where it sets a day for performing (PLAN 25)."""
    if fact.perform_by is not None:
        commands.watch_ruling(work, fact, fact.perform_by)


def raise_alert(work: Work, fact: Fact) -> None:
    """逾期之后预警 (RULES 14)."""
    commands.alert(work, fact)


def no_files(_: Fact) -> Iterable[UUID]:
    """What is kept of a page is no file."""
    return ()


def keeping(heard: Heard | None) -> Heard:
    """制发监督 of a page, beside what else is done when it is heard (ARL 76 to 79, 85)."""
    if heard is None:
        return Heard(commands.keep_issued, files=no_files)

    def handle(work: Work, fact: Fact) -> None:
        heard.handler(work, fact)
        commands.keep_issued(work, fact)

    return Heard(handle, files=heard.files)


_HEARD: Listens = {
    DecisionServed: Heard(watch_served, files=served_watch),
    DecisionDelivered: Heard(watch_delivered, files=delivered_watches),
    ServedAgain: Heard(watch_served_again, files=watches_of_served),
    MediationDocumentSealed: Heard(watch_mediated, files=watch),
    AgreementMade: Heard(watch_agreement, files=watch),
    AgreementPerformed: Heard(commands.follow_performed, files=watch),
    AgreementNotPerformed: Heard(commands.follow_not_performed, files=watch),
    RulingServed: Heard(watch_ruling, files=watch),
    SettlementReached: Heard(watch_ruling, files=watch),
    RulingPerformed: Heard(commands.follow_performed, files=watch),
    PerformanceUrged: Heard(commands.follow_not_performed, files=watch),
    RulingOverturned: Heard(commands.follow_ended, files=watch),
    **{kind: Heard(raise_alert, files=alert_file) for kind in LEVELS},
    EnforcementDue: Heard(watch_enforcement, files=enforced),
    **dict.fromkeys(
        (PartyEnforced, PartyPerformed), Heard(commands.follow_enforced, files=enforced)
    ),
    EnforcementSpared: Heard(commands.follow_spared, files=enforced),
    CorrectionUnreported: Heard(watch_letter, files=letter_files),
    LetterUnheeded: Heard(watch_unheeded, files=unheeded_watch),
    RespondentSucceeded: Heard(commands.take_over, files=commands.watches_taken_over),
    **dict.fromkeys((DecisionAnnulled, AftermathOpened), Heard(end_annulled, files=annulled_watch)),
}

LISTENS: Listens = {**_HEARD, **{kind: keeping(_HEARD.get(kind)) for kind in STEPS}}
"""What supervision hears."""
