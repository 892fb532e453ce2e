"""The way to court after a reconsideration, with the days of its own (ARL 34; ALL 45; RULES 60)."""

from datetime import date
from uuid import UUID

from services.routing.domain import telling
from services.routing.domain.receipts import Receipt
from services.routing.domain.road_file import Routing, State
from services.routing.roads import own
from services.routing.roads.finding import open_file
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import DecisionDelivered, DecisionOverdue, Outcome
from shared.contracts.reconsideration.aftermath import DecisionAnnulled, ServedAgain
from shared.contracts.reconsideration.higher import ElevatedCaseEnded, EndAbove
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalServed
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.contracts.routing import Compulsory, Occasion, Road, SuitReplaced
from shared.law.prescribed import Prescribed
from shared.law.suing import SUE_DECISION, SUE_NO_DECISION
from shared.work import Work


def decided(work: Work, fact: DecisionServed | DecisionDelivered) -> None:
    """复议决定送达: its own fifteen days take the place of the direct suit (ALL 45; RULES 60).

    Of a decision that fell before it was served on all, nobody is told how to sue, nor over a
    dismissal that was corrected by then (RULES 92, 172).
    """
    if fact.annulled or fact.corrected:
        return
    file, served_on = open_file(work, fact), _first_served(fact)
    if file is not None and served_on is not None:
        _tell_decision(work, file, fact, fact.head.case_id, served_on)


def _tell_decision(
    work: Work,
    file: Routing,
    fact: DecisionServed | DecisionDelivered | ServedAgain,
    case_id: UUID,
    served_on: date,
) -> None:
    """The road tells the days from the first service on an applicant, whenever others are served.

    A decision has effect for each as it is served, so each other one is told its own (ARL 75). What
    was told of this decision is told again only where an earlier day comes to light and nobody has
    sued. Where the choice was free and the application met no conditions, nothing was decided of
    the act itself: they run beside the direct suit, as after a refusal (ARL 33; ALI 133). Where a
    law makes it 最终裁决, no way to court is told, and none runs on (ARL 10).
    """
    if fact.final:
        _end_all(work, file, case_id)
        return
    dismissed, found = fact.outcome is Outcome.APPLICATION_DISMISSED, own.receipts(fact, case_id)
    rule = _rule(file, fact.compulsory) if dismissed else SUE_DECISION
    if file.decision_id != case_id or _comes_earlier(work, file, served_on, rule):
        if fact.qualifies or rule is SUE_NO_DECISION:
            file = _replace_suit(work, file, case_id)
        said = (served_on, file, work.directory, work.calendar, work.head(file, by=CLOCK))
        whose = own.first_of(found, served_on)
        page = telling.tell_suit(*said, rule=rule, decision_id=case_id, whose=whose)
        file = own.record(work, file, page, rule)
    own.tell_each(work, file, found, rule, Occasion.DECIDED)


def _end_all(work: Work, file: Routing, case_id: UUID) -> None:
    """最终裁决: neither over the act nor over the decision does anybody sue (ARL 10; ALL 13).

    A dispute may have another case, over whose decision, refusal or silence the days run on.
    """
    file = _replace_suit(work, file, case_id, final=True)
    first = file.first_to_sue
    told = file.decision_id or (first.of_case_id if first else file.overdue_id)
    if told in {None, case_id}:
        _replace_suit(work, file, case_id, Road.COURT, final=True)


def _first_served(fact: DecisionServed | DecisionDelivered) -> date | None:
    """The first service on an applicant, as far as it tells; on anybody of a page of old."""
    if isinstance(fact, DecisionServed) or fact.without_applicants:
        return fact.first_served_on
    return fact.first_served_on or min((one.served_on for one in fact.remedies), default=None)


def _comes_earlier(work: Work, file: Routing, served_on: date, rule: Prescribed) -> bool:
    """Whether the days to sue are over sooner than was told, and nobody has sued yet."""
    told = file.sue_until if file.told_road is Road.COURT and not file.sued else None
    return told is not None and rule.period.reckon(served_on, work.calendar).last_day < told


def refused(work: Work, fact: RefusalServed | ServedAgain) -> None:
    """不予受理决定书送达: fifteen days from its receipt, by the article that it names (ARL 34).

    Of several applicants the road tells the first one's, as of a decision; the direct suit runs on
    beside them, where the choice was free (ALL 46). Once one has sued or applied anew, only who has
    the refusal later than others is told anything.
    """
    file, first = open_file(work, fact), fact.first_served_on
    if file is None or first is None:
        return
    rule, of = telling.suit_rule(fact.sue_article), fact.of_case_id
    found = own.receipts(fact, of)
    if file.state is not State.TAKEN:
        whose = own.first_of(found, first)
        file = _tell_no_decision(work, file, first, Occasion.DECLINED, rule, whose=whose)
    elif all(one.of_case_id != of for one in file.told_to):
        return
    own.tell_each(work, file, found, rule, Occasion.DECLINED)


def corrected(work: Work, fact: RefusalCorrected) -> None:
    """不予受理或者驳回申请已纠正: nobody sues over what is none any more (ARL 29, 35; RULES 132).

    What runs at the court since another day is of another decision, and runs on; where it is known
    to be of this one, it is over from whichever day it runs.
    """
    since, file = fact.first_served_on, open_file(work, fact)
    if file is not None and since is not None:
        of_this = file.decision_id is not None and file.decision_id == fact.of_case_id
        said = (Road.COURT, None if of_this else since)
        file = _replace_suit(work, file, fact.accepted_case_id, *said)
        own.end_each(work, file, fact.of_case_id, fact.accepted_case_id)


def annulled(work: Work, fact: DecisionAnnulled) -> None:
    """复议决定被撤销: over what is none any more nobody sues, and no day runs on (RULES 92)."""
    file = open_file(work, fact)
    if file is None:
        return
    if file.decision_id == fact.about:
        file = _replace_suit(work, file, fact.about, Road.COURT)
    own.end_each(work, file, fact.about, fact.about)


def overdue(work: Work, fact: DecisionOverdue) -> None:
    """受理后超过复议期限不作答复: fifteen days from the end of that period (ARL 34; ALL 45).

    Who has sued meanwhile is told nothing more.
    """
    file = open_file(work, fact)
    if file is None or file.sued:
        return
    rule = _rule(file, fact.compulsory)
    over = (fact.head.on, Occasion.OVERDUE, rule)
    _tell_no_decision(work, file, *over, overdue_id=fact.head.case_id)


def _rule(file: Routing, found: bool | None) -> Prescribed:  # noqa: FBT001 - told or not
    """By which article there are fifteen days: as the authority found, else as was registered."""
    registered = file.compulsory is Compulsory.REQUIRED
    return telling.without_decision(first=registered if found is None else found)


def _tell_no_decision(
    work: Work,
    file: Routing,
    start: date,
    occasion: Occasion,
    rule: Prescribed,
    *,
    whose: Receipt | None = None,
    overdue_id: UUID | None = None,
) -> Routing:
    """The way to court that no decision opens; the same day is not told twice."""
    said = (start, file, work.directory, work.calendar, work.head(file, by=CLOCK))
    page = telling.tell_suit(
        *said, occasion=occasion, rule=rule, whose=whose, overdue_id=overdue_id
    )
    if file.told_road is Road.COURT and file.sue_until == page.sue_until:
        return file
    return own.record(work, file, page, rule)


def served_again(work: Work, fact: ServedAgain) -> None:
    """重新送达: the days to sue run from the first service that counts now (ARL 75; ALL 45).

    Who has the paper, a decision or a refusal, for the first time is told its own days, whatever
    the others did with theirs, and so is who has not sued, where others did. Otherwise who has sued
    or applied elsewhere since is told nothing more, and the road tells no day that lies before the
    one that was told. A refusal that is served again tells what its first service did.
    """
    file, first, case_id = open_file(work, fact), fact.first_served_on, fact.of_case_id
    if file is None or first is None:
        return
    if case_id and not fact.sue_article and (fact.never_before or fact.final):
        _tell_decision(work, file, fact, case_id, first)
    elif fact.never_before:
        refused(work, fact)
    elif fact.person_id in file.suers:
        return
    elif file.state is State.TAKEN:
        _tell_beside_suers(work, file, fact)
    elif fact.sue_article:
        refused(work, fact)
    else:
        _tell_decision_again(work, file, fact, first)


def _tell_beside_suers(work: Work, file: Routing, fact: ServedAgain) -> None:
    """Who has not sued is told its own days; those that the road told of its void service end."""
    if not file.suers or file.sued or not fact.of_case_id:
        return
    found, first = own.receipts(fact, fact.of_case_id), file.first_to_sue
    if first and any(one.person_id == first.person_id and one != first for one in found):
        file = _replace_suit(work, file, fact.of_case_id, Road.COURT)
    rule = telling.suit_rule(fact.sue_article or file.sue_article)
    occasion = Occasion.DECLINED if fact.sue_article else Occasion.DECIDED
    own.tell_each(work, file, found, rule, occasion)


def _tell_decision_again(work: Work, file: Routing, fact: ServedAgain, first: date) -> None:
    """The road tells the days that are over later now, and each its own."""
    case_id = fact.of_case_id
    rule, found = telling.suit_rule(file.sue_article), own.receipts(fact, case_id)
    said = (first, file, work.directory, work.calendar, work.head(file, by=CLOCK))
    whose = own.first_of(found, first)
    page = telling.tell_suit(*said, rule=rule, decision_id=case_id, whose=whose)
    told = file.sue_until if file.told_road is Road.COURT else None
    if told and page.sue_until and page.sue_until > told:
        file = own.record(work, file, page, rule)
    own.tell_each(work, file, found, rule, Occasion.DECIDED)


def ended_above(work: Work, fact: ElevatedCaseEnded) -> None:
    """上级办结提级案件: its paper says until when to sue, and the direct suit is over (ALL 45)."""
    if fact.end is EndAbove.TERMINATED:
        return
    if file := open_file(work, fact):
        _replace_suit(work, file, fact.head.case_id)


def mediated(work: Work, fact: MediationDocumentSealed) -> None:
    """复议调解书生效: nobody sues over the act, the document itself is enforced (ARL 73, 78)."""
    if file := open_file(work, fact):
        _replace_suit(work, file, fact.head.case_id)


def _replace_suit(
    work: Work,
    file: Routing,
    case_id: UUID,
    road: Road = Road.RECONSIDERATION,
    since: date | None = None,
    *,
    final: bool = False,
) -> Routing:
    """The suit of this road is over, where it runs: that reconsideration has come to its own end.

    Of the suits that run since another day than `since`, where one is named, none is.
    """
    runs = (one for one, _ in work.running(file.case_id) if since in {None, one.started_on})
    if all((one.name, one.subject) != ("sue", road) for one in runs):
        return file
    head = work.head(file, by=CLOCK)
    page = SuitReplaced(head=head, road=road, decision_id=case_id, final=final)
    return work.record(file, page)
