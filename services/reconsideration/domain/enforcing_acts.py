"""强制执行: who enforces against which party, from when, and what became of it (ARL 78)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import IN_FORCE
from services.reconsideration.domain.at_court import (
    must_be_refused,
    must_be_suit,
    must_not_have_sued,
    said_so,
)
from services.reconsideration.domain.debts import OPEN, Debt, Stand, may_be_of
from services.reconsideration.domain.falling_due import debt as reckoned
from services.reconsideration.domain.falling_due import tell
from services.reconsideration.domain.whose import may_apply_again, must_be_due, of_party
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementSpared,
    NoNeed,
    PartyEnforced,
    PartyPerformed,
    PartyUrged,
    SuitOnRecord,
)
from shared.law.article import ALI, ARL, COERCION, RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.suing import ENFORCE, URGE


def state_time(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    perform_by: date | None,
    calendar: Calendar,
    *,
    request_id: UUID | None = None,
    department: str,
) -> EnforcementAwaited:
    """载明当事人应当履行、履行期限, as the paper, or the act that it upholds, gives it (ARL 78).

    Over a decision one may say that the party has to perform and no day is set: its days to sue are
    waited for. A mediation document and 最终裁决 leave none, so that the day is stated; where the
    paper sets none, the organ asks for performance and gives the time it takes (`request_id`).

    Raises:
        Refused: It is another organ's affair, is enforced already, the three months are over, which
            no day begins anew (ALI 156), the day is none to perform, or none is stated or runs.
    """
    debt = of_party(file, person_id, department)
    if perform_by is None and (debt.sue_until is None or debt.stand is not Stand.UNSTATED):
        text = (
            "写明履行期限的最后一日；调解书、最终裁决没有写明的，"
            "由负责的机关给必要的准备时间，书面请求履行"
        )
        raise Refused(text, ARL[78])
    if debt.stand not in (Stand.UNSTATED, Stand.AWAITED, Stand.DUE):
        raise Refused("已经催告或者申请执行，不再载明履行期限", ARL[78])
    if debt.lapsed_on:
        text = f"三个月已于{debt.lapsed_on}届满，不因载明履行期限重新起算；有正当理由的在申请时写明"
        raise Refused(text, ALI[156])
    if perform_by and perform_by < debt.served_on and file.conclusion is Conclusion.MEDIATED:
        raise Refused(f"调解书于{debt.served_on}生效，履行期限不得早于该日", ARL[73])
    said = (debt.person_id, debt.organ, debt.served_on, debt.sue_until, calendar)
    return tell(reckoned(*said, perform_by=perform_by), head, request_id)


def note_suit(
    file: Aftermath, head: Head, filed_on: date, applicant: UUID | None = None
) -> SuitOnRecord | None:
    """记载有起诉记录; None where it says nothing new of the decision or of who is to perform.

    The first over the decision is on record whoever brought it: boards tell how often decisions
    are sued over (ALL 45). Later ones only where they can be those of a party that is still to
    perform (ARL 78).
    """
    if file.state not in IN_FORCE:
        return None
    fact = SuitOnRecord(head=head, filed_on=filed_on, applicant=applicant)
    new = [one for one in file.debts if one.suit_on is None and may_be_of(one, fact)]
    return fact if new or _is_first_over_it(file, filed_on) else None


def _is_first_over_it(file: Aftermath, filed_on: date) -> bool:
    """Whether nobody sued over the decision before, and somebody could on that day (ALL 45)."""
    if file.outcome is None or file.sued_on or file.since is None or filed_on < file.since:
        return False
    return filed_on <= max((one.sue_until for one in file.remedies), default=filed_on)


def urge(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    demand_id: UUID,
    calendar: Calendar,
    *,
    perform_until: date | None = None,
    not_sued: bool = False,
    department: str,
) -> PartyUrged:
    """催告, dated when the demand was served (COERCION 35, 54).

    The demand states until when to perform; where it is not told, the ten working days are meant.

    Raises:
        Refused: It is another organ's affair, the days still run, a demand runs already, the day
            that it states lies before its service, or a suit is on record and nobody says that it
            is not this party's.
    """
    debt = of_party(file, person_id, department)
    must_be_due(debt)
    must_not_have_sued(debt, not_sued=not_sued)
    if debt.stand is Stand.URGED:
        raise Refused("已经催告，催告期未满", COERCION[54])
    if debt.stand is Stand.APPLIED:
        raise Refused("已经申请人民法院强制执行，不再催告", COERCION[54])
    if perform_until and perform_until < head.on:
        raise Refused(f"催告书于{head.on}送达，履行期限不得早于该日", COERCION[35])
    return PartyUrged(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        demand_id=demand_id,
        perform_until=perform_until or URGE.period.last_day(head.on, calendar),
        not_sued=said_so(debt, not_sued=not_sued),
    )


def apply(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    paper_id: UUID,
    late_reason_id: UUID | None,
    *,
    calendar: Calendar,
    not_sued: bool = False,
    department: str,
) -> EnforcementApplied:
    """申请人民法院强制执行, or again what it did not accept (ARL 78; COERCION 53, 54, 56).

    Raises:
        Refused: It is another organ's affair, the days still run, nobody was urged for ten working
            days, a suit is on record and nobody says that it is not this party's, or the three
            months are over and no good reason is told.
    """
    debt = of_party(file, person_id, department)
    if not (again := may_apply_again(debt)):
        must_be_due(debt)
    must_not_have_sued(debt, not_sued=not_sued)
    if debt.stand is Stand.APPLIED:
        raise Refused("已经申请人民法院强制执行", COERCION[53])
    if debt.stand is Stand.DUE:
        raise Refused("申请人民法院强制执行前，应当催告", COERCION[54])
    if debt.stand is Stand.URGED:
        raise Refused("催告书送达未满十个工作日", COERCION[54])
    last = ENFORCE.period.last_day(debt.counts_from, calendar) if again else None
    over = debt.lapsed_on or (last if last and head.on > last else None)
    if over and late_reason_id is None:
        text = f"三个月已于{over}届满，没有正当理由的人民法院不予受理；有的，写明理由"
        raise Refused(text, ALI[156])
    return EnforcementApplied(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        enforcement_application_id=paper_id,
        late_reason_id=late_reason_id,
        not_sued=said_so(debt, not_sued=not_sued),
    )


def enforce(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    record_id: UUID,
    concealment_id: UUID | None = None,
    *,
    not_sued: bool = False,
    department: str,
) -> PartyEnforced:
    """强制执行完毕: by the court that was asked, else by the organ itself (ARL 78).

    Raises:
        Refused: It is another organ's affair, the days still run, nobody was urged, the days of
            the demand still run and nothing shows that things are moved or hidden (COERCION 37), or
            a suit is on record and nobody says that it is not this party's.
    """
    debt = of_party(file, person_id, department)
    must_be_due(debt)
    if debt.stand is Stand.DUE:
        raise Refused("作出强制执行决定前，应当事先催告", COERCION[35])
    if debt.stand is not Stand.APPLIED and concealment_id is None and _is_urged(debt, head.on):
        until = f"至{debt.urged_until}" if debt.urged_until else ""
        text = f"催告书给的履行期限{until}，期满前只有有证据证明有转移或者隐匿财物迹象的才能执行"
        raise Refused(text, COERCION[37])
    if debt.stand is not Stand.APPLIED:  # the court itself knows who has sued
        must_not_have_sued(debt, not_sued=not_sued)
    return PartyEnforced(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        by_court=debt.stand is Stand.APPLIED,
        enforcement_record_id=record_id,
        concealment_id=concealment_id,
    )


def perform(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    performed_on: date,
    evidence_id: UUID,
    *,
    department: str,
) -> PartyPerformed:
    """当事人履行 (ARL 78).

    Raises:
        Refused: It is another organ's affair, or the day has not come.
    """
    debt = of_party(file, person_id, department)
    if performed_on > head.on:
        raise Refused("履行之日不得晚于记载之日", ARL[78])
    return PartyPerformed(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        performed_on=performed_on,
        evidence_id=evidence_id,
    )


def of_whom(file: Aftermath, person_id: UUID | None, no_need: NoNeed) -> tuple[UUID | None, ...]:
    """哪几名当事人: that nothing is owed may be said of all who are still there at once."""
    still = tuple(one.person_id for one in file.debts if one.stand in OPEN)
    return still if person_id is None and no_need is NoNeed.NOTHING and still else (person_id,)


def spare(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    no_need: NoNeed,
    reason_id: UUID,
    *,
    calendar: Calendar,
    sued_on: date | None,
    refused_on: date | None = None,
    docketing_id: UUID | None = None,
    department: str,
) -> EnforcementSpared:
    """不需要强制执行 (ARL 78; COERCION 40, 58).

    Raises:
        Refused: It is another organ's affair, or what is said cannot be.
    """
    debt = of_party(file, person_id, department)
    if no_need is NoNeed.REFUSED:
        refused_on = refused_on or debt.refused_on
    if no_need is NoNeed.ANNULLED:
        raise Refused("决定被撤销的，记载撤销即可", RULES[92])
    must_be_refused(debt, no_need, refused_on, head.on, calendar)
    must_be_suit(debt, no_need, sued_on, docketing_id, file.conclusion)
    return EnforcementSpared(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        no_need=no_need,
        sued_on=sued_on,
        refused_on=refused_on,
        docketing_id=docketing_id,
        reason_id=reason_id,
    )


def fallen(debt: Debt, head: Head, letter_id: UUID) -> EnforcementSpared:
    """不再强制执行: the decision was withdrawn from above (RULES 92; COERCION 40)."""
    return EnforcementSpared(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        no_need=NoNeed.ANNULLED,
        reason_id=letter_id,
    )


def _is_urged(debt: Debt, on: date) -> bool:
    """在催告期间; of a demand of old, which tells no day, until its ten working days are over."""
    if debt.urged_until is None:
        return debt.stand is Stand.URGED
    return on <= debt.urged_until
