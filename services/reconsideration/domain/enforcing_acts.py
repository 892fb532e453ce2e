"""强制执行: who enforces against which party, from when, and what became of it (ARL 78)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import State
from services.reconsideration.domain.debts import OPEN, Debt, Stand, may_be_sued
from services.reconsideration.domain.falling_due import debt as reckoned
from services.reconsideration.domain.falling_due import tell
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


def state_time(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    perform_by: date,
    calendar: Calendar,
    *,
    department: str,
) -> EnforcementAwaited:
    """载明当事人的履行期限, as the paper, or the act that it upholds, gives it (ARL 78).

    Raises:
        Refused: It is another organ's affair, is enforced already, or the day is none to perform.
    """
    debt = _of(file, person_id, department)
    if debt.stand not in (Stand.AWAITED, Stand.DUE):
        raise Refused("已经催告或者申请执行，不再载明履行期限", ARL[78])
    if perform_by < debt.served_on and file.conclusion is Conclusion.MEDIATED:
        raise Refused(f"调解书于{debt.served_on}生效，履行期限不得早于该日", ARL[73])
    said = (debt.person_id, debt.organ, debt.served_on, debt.sue_until, calendar)
    return tell(reckoned(*said, perform_by=perform_by), head)


def note_suit(file: Aftermath, head: Head, filed_on: date) -> SuitOnRecord | None:
    """记载有起诉记录; None where the suit can be nobody's who is still to perform (ARL 78)."""
    if file.state is not State.FOLLOWING:
        return None
    new = [one for one in file.debts if one.suit_on is None and may_be_sued(one, filed_on)]
    return SuitOnRecord(head=head, filed_on=filed_on) if new else None


def urge(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    demand_id: UUID,
    *,
    not_sued: bool = False,
    department: str,
) -> PartyUrged:
    """催告, dated when the demand was served (COERCION 35, 54).

    Raises:
        Refused: It is another organ's affair, the days still run, a demand runs already, or a suit
            is on record and nobody says that it is not this party's.
    """
    debt = _of(file, person_id, department)
    _must_be_due(debt)
    _must_not_have_sued(debt, not_sued=not_sued)
    if debt.stand is Stand.URGED:
        raise Refused("已经催告，催告期未满", COERCION[54])
    if debt.stand is Stand.APPLIED:
        raise Refused("已经申请人民法院强制执行，不再催告", COERCION[54])
    return PartyUrged(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        demand_id=demand_id,
        not_sued=_told(debt, not_sued=not_sued),
    )


def apply(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    paper_id: UUID,
    late_reason_id: UUID | None,
    *,
    not_sued: bool = False,
    department: str,
) -> EnforcementApplied:
    """申请人民法院强制执行 (ARL 78; COERCION 53, 54).

    Raises:
        Refused: It is another organ's affair, the days still run, nobody was urged for ten working
            days, a suit is on record and nobody says that it is not this party's, or the three
            months are over and no good reason is told.
    """
    debt = _of(file, person_id, department)
    _must_be_due(debt)
    _must_not_have_sued(debt, not_sued=not_sued)
    if debt.stand is Stand.APPLIED:
        raise Refused("已经申请人民法院强制执行", COERCION[53])
    if debt.stand is Stand.DUE:
        raise Refused("申请人民法院强制执行前，应当催告", COERCION[54])
    if debt.stand is Stand.URGED:
        raise Refused("催告书送达未满十个工作日", COERCION[54])
    if debt.lapsed_on and late_reason_id is None:
        text = f"三个月已于{debt.lapsed_on}届满，没有正当理由的人民法院不予受理；有的，写明理由"
        raise Refused(text, ALI[156])
    return EnforcementApplied(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        enforcement_application_id=paper_id,
        late_reason_id=late_reason_id,
        not_sued=_told(debt, not_sued=not_sued),
    )


def enforce(
    file: Aftermath,
    head: Head,
    person_id: UUID | None,
    record_id: UUID,
    *,
    not_sued: bool = False,
    department: str,
) -> PartyEnforced:
    """强制执行完毕: by the court that was asked, else by the organ itself (ARL 78).

    Raises:
        Refused: It is another organ's affair, the days still run, nobody was urged, or a suit is
            on record and nobody says that it is not this party's.
    """
    debt = _of(file, person_id, department)
    _must_be_due(debt)
    if debt.stand is Stand.DUE:
        raise Refused("作出强制执行决定前，应当事先催告", COERCION[35])
    if debt.stand is not Stand.APPLIED:  # the court itself knows who has sued
        _must_not_have_sued(debt, not_sued=not_sued)
    return PartyEnforced(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        by_court=debt.stand is Stand.APPLIED,
        enforcement_record_id=record_id,
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
    debt = _of(file, person_id, department)
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
    sued_on: date | None,
    department: str,
) -> EnforcementSpared:
    """不需要强制执行 (ARL 78; COERCION 40, 58).

    Raises:
        Refused: It is another organ's affair, or what is said cannot be.
    """
    debt = _of(file, person_id, department)
    if no_need is NoNeed.ANNULLED:
        raise Refused("决定被上级撤销的，记载撤销即可", RULES[92])
    if no_need is NoNeed.REFUSED and debt.stand is not Stand.APPLIED:
        raise Refused("尚未申请人民法院强制执行", COERCION[58])
    if (no_need is NoNeed.SUED) is (sued_on is None):
        raise Refused("起诉的写明起诉之日，其他情形不写", ARL[78])
    if sued_on and debt.sue_until is None:
        raise Refused("调解书没有起诉期限，不履行的由行政复议机关执行", ARL[78].par(item=3))
    if sued_on and debt.sue_until and sued_on > debt.sue_until:
        raise Refused(f"起诉期限已于{debt.sue_until}届满，逾期起诉不影响执行", ARL[78])
    return EnforcementSpared(
        head=head,
        person_id=debt.person_id,
        organ=debt.organ,
        no_need=no_need,
        sued_on=sued_on,
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


def _of(file: Aftermath, person_id: UUID | None, department: str) -> Debt:
    """What a party owes; the only one that owes anything, where none is named."""
    still = [one for one in file.debts if one.stand in OPEN]
    found = [one for one in still if person_id in (None, one.person_id)]
    if not found:
        raise Refused("该当事人没有尚待执行的事项", ARL[78])
    if len(found) > 1:
        raise Refused("有几名当事人，请写明是哪一名", ARL[78])
    [debt] = found
    _must_be_theirs(debt, department, file.respondents)
    return debt


def _must_be_theirs(debt: Debt, department: str, respondents: Collection[str]) -> None:
    """由负责的机关办理; organs that acted together each may (ARL 19)."""
    theirs = respondents if debt.organ in respondents else (debt.organ,)
    if department and department not in theirs:
        raise Refused("变更决定、调解书由行政复议机关执行，维持决定由作出行为的机关执行", ARL[78])


def _must_be_due(debt: Debt) -> None:
    """逾期不起诉又不履行的，才强制执行."""
    if debt.stand is Stand.AWAITED:
        raise Refused(f"起诉、履行的期限至{debt.enforceable_after}，届满前不得强制执行", ARL[78])


def _must_not_have_sued(debt: Debt, *, not_sued: bool) -> None:
    """逾期不起诉的，才强制执行: whose the suit on record is must be said first (ARL 78)."""
    if debt.suit_on and not not_sued:
        text = (
            f"{debt.suit_on}有起诉记录，没有写明是哪一名当事人；查明该当事人没有起诉的写明，"
            "已经起诉的记载不需要强制执行"
        )
        raise Refused(text, ARL[78])


def _told(debt: Debt, *, not_sued: bool) -> bool:
    """It is kept only where there was something to say it of."""
    return not_sued and debt.suit_on is not None
