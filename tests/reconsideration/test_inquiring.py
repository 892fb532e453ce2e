"""调查取证、鉴定、现场勘验: by two, with papers; time left out (ARL 45; ARR2026 45, 46)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from services.reconsideration.domain import assigning, decision
from services.reconsideration.domain import inquiring_acts as acts
from services.reconsideration.domain.inquiring_acts import Visit
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.contracts.reconsideration import ApplicationAccepted, Outcome, Standing
from shared.contracts.reconsideration.assigning import (
    ConvertedToOrdinary,
    RecusalDecided,
    SimplifiedChosen,
)
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    AppraisalEnded,
    AppraisalRequested,
    Appraiser,
    EvidenceTaken,
    Inquiry,
    InspectionBegun,
    InspectionEnded,
)
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.course import Exclusion
from shared.law.period import day_of_expiry
from shared.law.procedure import Procedure, Refused
from shared.law.running import Running, begun, followed
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import PAPER, Walk, accepted, day, examined

TWO = ("fuyi-07", "fuyi-08")
ASK = (Inquiry.QUESTION,)
NUMBER = "甘政复决字〔2026〕1号"


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def take(walk: Walk, who: tuple[str, ...] = TWO, *, shown: bool = True) -> EvidenceTaken:
    visit = Visit(inquirers=who, shown=shown)
    return acts.take(walk.case, walk.head("2026-04-01"), visit, ASK, PAPER, unsigned_id=None)


def begin(walk: Walk, on: str, appraiser: Appraiser = Appraiser.AGREED) -> AppraisalBegun:
    return acts.begin_appraisal(walk.case, walk.head(on), appraiser, Standing.APPLICANT, PAPER)


def end(walk: Walk, on: str, number: int | None = None) -> AppraisalEnded:
    return acts.end_appraisal(walk.case, walk.head(on), number, PAPER, delivered=False)


def running(walk: Walk, name: str = "decide", table: Procedure = ORDINARY) -> Running:
    """The period of this name as the pages so far have left it."""
    row, found = table.by_name[name], None
    held: dict[tuple[str, str], tuple[Exclusion, ...]] = {}
    for fact in walk.facts:
        for other in table.deadlines:
            if other.name == name and other.is_opened_by(fact):
                found = begun(other, fact, CALENDAR)
                assert found is not None
                if still := other.held_before(fact, held):
                    found = found.held_from_the_start(still)
            elif found and other.name == name:
                found = followed(found, other, fact)
        held = _held(walk, table, fact.head.version)
    assert found is not None
    return found.dated(row.warnings, CALENDAR)


def _held(
    walk: Walk, table: Procedure, version: int
) -> dict[tuple[str, str], tuple[Exclusion, ...]]:
    """What holds up the simplified period up to a page."""
    row, one = table.by_name["decide_simplified"], None
    for fact in walk.facts[:version]:
        one = begun(row, fact, CALENDAR) if row.is_opened_by(fact) else one
        one = followed(one, row, fact) if one else None
    return {(row.name, ""): one.still_held} if one else {}


def test_evidence_is_taken_by_two_who_show_their_papers() -> None:
    """调查取证不得少于两人，并出示工作证件 (ARL 45)."""
    walk = examined()
    assert refused(lambda: take(walk, ("fuyi-07",))) == ARL[45].par(2)
    assert refused(lambda: take(walk, ("fuyi-07", "fuyi-07"))) == ARL[45].par(2)
    assert refused(lambda: take(walk, shown=False)) == ARL[45].par(2)
    assert take(walk).inquirers == TWO


def test_whoever_was_recused_takes_no_evidence() -> None:
    """已经决定回避的，不得调查取证 (ARL 45; RULES 47)."""
    walk = examined().then(RecusalDecided, "2026-03-23", reviewer="fuyi-08")
    assert refused(lambda: take(walk)) == RULES[47]


def test_the_record_of_an_inquiry_is_signed_or_says_why_not() -> None:
    """调查笔录签名，没有签名的记明理由 (ARL 45; RULES 76)."""
    walk = examined()
    visit = Visit(inquirers=TWO, shown=True, signed=False)
    head = walk.head("2026-04-01")
    assert (
        refused(lambda: acts.take(walk.case, head, visit, ASK, PAPER, unsigned_id=None))
        == RULES[76]
    )
    assert acts.take(walk.case, head, visit, ASK, PAPER, unsigned_id=PAPER).unsigned_id


def test_an_appraisal_begins_when_a_party_has_applied_for_it() -> None:
    """鉴定由当事人申请，行政复议机构审查同意 (ARR2026 46)."""
    walk = examined()
    assert refused(lambda: begin(walk, "2026-07-02")) == ARR2026[46]
    walk.then(AppraisalRequested, "2026-07-02")
    assert begin(walk, "2026-07-02").appraisal == 1
    walk.then(AppraisalDenied, "2026-07-02")
    assert refused(lambda: begin(walk, "2026-07-03")) == ARR2026[46]


def test_since_july_2026_no_party_orders_an_appraisal_by_itself() -> None:
    """当事人自行委托鉴定的规定已经取消 (ARR2026 46; ARR2007 37)."""
    walk = examined()
    assert begin(walk, "2026-06-30", Appraiser.OWN).appraiser is Appraiser.OWN
    assert refused(lambda: begin(walk, "2026-07-01", Appraiser.OWN)) == ARR2026[46]


def test_a_refused_appraisal_was_asked_for_and_a_repeated_request_waits() -> None:
    """鉴定申请须有答复 (ARR2026 46)."""
    walk = examined()
    on = walk.head("2026-07-02")
    assert refused(lambda: acts.deny_appraisal(walk.case, on, PAPER)) == ARR2026[46]
    walk.then(AppraisalRequested, "2026-07-02")
    head = walk.head("2026-07-03")
    assert (
        refused(lambda: acts.ask_appraisal(walk.case, head, Standing.APPLICANT, PAPER))
        == ARR2026[46]
    )
    assert acts.ask_appraisal(walk.case, head, Standing.RESPONDENT, PAPER)


def test_an_answer_to_one_side_leaves_the_request_of_the_other_unanswered() -> None:
    """鉴定申请逐一答复：答复一方的，另一方的仍待答复 (ARR2026 46; ARR2007 37)."""
    walk = examined().then(AppraisalRequested, "2026-06-01", standing=Standing.APPLICANT)
    walk.then(AppraisalRequested, "2026-06-01", standing=Standing.RESPONDENT)
    case, head = walk.case, walk.head("2026-06-02")
    third = (Standing.THIRD,)
    assert refused(lambda: acts.deny_appraisal(case, head, PAPER)) == ARR2007[37]
    assert refused(lambda: acts.deny_appraisal(case, head, PAPER, third)) == ARR2007[37]
    denied = acts.deny_appraisal(case, head, PAPER, (Standing.APPLICANT,))
    assert case.after(denied).evidence.appraisal_asked == (Standing.RESPONDENT,)
    assert refused(lambda: begin(walk, "2026-06-02")) == ARR2007[37]
    begun = acts.begin_appraisal(
        *(case, head, Appraiser.NAMED, Standing.APPLICANT, PAPER),
        answers=(Standing.APPLICANT, Standing.RESPONDENT),
    )
    assert case.after(begun).evidence.appraisal_asked == ()


def test_what_a_party_commissions_itself_answers_nobody_else() -> None:
    """当事人自行委托鉴定的，不是对他人申请的答复 (ARR2007 37)."""
    walk = examined().then(AppraisalRequested, "2026-06-01", standing=Standing.RESPONDENT)
    own = begin(walk, "2026-06-02", Appraiser.OWN)
    assert walk.case.after(own).evidence.appraisal_asked == (Standing.RESPONDENT,)
    assert (
        refused(
            lambda: acts.begin_appraisal(
                *(walk.case, walk.head("2026-06-02"), Appraiser.OWN, Standing.APPLICANT, PAPER),
                answers=(Standing.RESPONDENT,),
            )
        )
        == ARR2007[37]
    )


def test_pages_of_old_answered_whoever_waited() -> None:
    """原有的页面没有写明答复哪一方，视为全部答复 (ARR2026 46)."""
    walk = examined().then(AppraisalRequested, "2026-07-02", standing=Standing.RESPONDENT)
    walk.then(AppraisalDenied, "2026-07-02")
    assert walk.case.evidence.appraisal_asked == ()


def test_the_time_of_an_appraisal_is_not_counted_into_the_period_to_decide() -> None:
    """鉴定所用时间不计入审理期限，首尾两日都不计入 (ARR2026 46)."""
    walk = accepted("2026-07-06")  # its sixty days end on Friday, 4 September
    assert day_of_expiry(running(walk).until) == day("2026-09-04")
    walk.then(AppraisalBegun, "2026-07-20")
    assert running(walk).standing_still
    walk.then(AppraisalEnded, "2026-07-24")
    assert day_of_expiry(running(walk).until) == day("2026-09-09")
    assert [str(one.article) for one in running(walk).course.exclusions] == [str(ARR2026[46])]


def test_the_time_of_an_inspection_is_not_counted_either_and_overlapping_days_count_once() -> None:
    """现场勘验所用时间不计入审理期限，与鉴定重叠的只扣一次 (ARR2026 45)."""
    walk = accepted("2026-07-06").then(AppraisalBegun, "2026-07-20")
    walk.then(InspectionBegun, "2026-07-22").then(InspectionEnded, "2026-07-23")
    walk.then(AppraisalEnded, "2026-07-24")
    assert day_of_expiry(running(walk).until) == day("2026-09-09")
    walk.then(InspectionBegun, "2026-07-27").then(InspectionEnded, "2026-07-27")
    assert day_of_expiry(running(walk).until) == day("2026-09-10")


def test_an_appraisal_holds_up_neither_the_reply_nor_the_copy() -> None:
    """鉴定、勘验只停审理期限 (ARR2026 45, 46)."""
    stopped = {AppraisalBegun, InspectionBegun}
    assert {
        row.name
        for row in ORDINARY.deadlines
        if stopped & {kind for pause in row.pauses for kind in pause.starts}
    } == {"decide", "decide_simplified"}


def test_an_appraisal_goes_by_the_edition_of_its_own_day() -> None:
    """鉴定、勘验依其开始之日的条例 (ARR2007 34, 37; ARR2026 45, 46)."""
    walk = accepted("2026-06-22").then(InspectionBegun, "2026-06-23")
    walk.then(InspectionEnded, "2026-06-24").then(AppraisalBegun, "2026-07-06")
    told = [one.article for one in running(walk, table=ORDINARY_2007).course.exclusions]
    assert told == [ARR2007[34].par(3), ARR2026[46]]
    assert [one.article for one in walk.case.left_out] == [ARR2026[46], ARR2007[34].par(3)]


def test_an_extension_is_reckoned_with_the_time_left_out() -> None:
    """延长期限的计算，扣除鉴定所用时间 (ARL 62; ARR2026 46)."""
    walk = accepted("2026-07-06").then(AppraisalBegun, "2026-07-20")
    walk.then(AppraisalEnded, "2026-07-24")
    told = decision.extend(walk.case, walk.head("2026-08-03"), 10, PAPER, CALENDAR)
    assert told.until == day("2026-09-20")  # ten days after 9 September, a Saturday off


def test_an_appraisal_that_lasts_goes_on_holding_up_the_case_that_is_converted() -> None:
    """转为普通程序时鉴定尚未结束的，期限仍不计算 (ARL 55; ARR2026 46)."""
    walk = accepted("2026-07-06").then(SimplifiedChosen, "2026-07-06", runs_from=day("2026-07-06"))
    walk.then(AppraisalBegun, "2026-07-20")
    walk.record(assigning.convert(walk.case, walk.head("2026-07-22"), PAPER, CALENDAR))
    assert isinstance(walk.facts[-1], ConvertedToOrdinary)
    assert running(walk).standing_still
    walk.then(AppraisalEnded, "2026-07-24")
    assert day_of_expiry(running(walk).until) == day("2026-09-09")


def test_a_conversion_counts_the_days_of_an_appraisal_that_is_over_as_left_out() -> None:
    """转为普通程序之前鉴定所用时间，照样扣除 (ARL 55; ARR2026 46)."""
    walk = accepted("2026-07-06").then(SimplifiedChosen, "2026-07-06", runs_from=day("2026-07-06"))
    walk.then(AppraisalBegun, "2026-07-20").then(AppraisalEnded, "2026-07-24")
    walk.record(assigning.convert(walk.case, walk.head("2026-07-27"), PAPER, CALENDAR))
    assert day_of_expiry(running(walk).until) == day("2026-09-09")


def test_of_several_appraisals_each_is_ended_by_itself() -> None:
    """数项鉴定各自结束，全部结束以前不计算 (ARR2026 46)."""
    walk = accepted("2026-07-06").then(AppraisalBegun, "2026-07-20")
    walk.then(AppraisalBegun, "2026-07-21", appraisal=2)
    assert refused(lambda: end(walk, "2026-07-24")) == ARR2026[46]
    walk.record(end(walk, "2026-07-24", 1))
    assert running(walk).standing_still
    walk.record(end(walk, "2026-07-28"))
    assert running(walk).standing_still is False
    assert refused(lambda: end(walk, "2026-07-29")) == ARR2026[46]


def test_an_appraisal_does_not_end_before_it_began() -> None:
    """鉴定的结束不早于开始 (ARR2026 46)."""
    walk = accepted("2026-07-06").then(AppraisalBegun, "2026-07-20")
    assert refused(lambda: end(walk, "2026-07-17")) == ARR2026[46]


def test_one_inspection_ends_before_the_next_begins_and_is_made_by_two() -> None:
    """现场勘验由两人以上进行，前一次结束再开始下一次 (ARL 45; ARR2026 45)."""
    walk = accepted("2026-07-06").then(InspectionBegun, "2026-07-20")
    head = walk.head("2026-07-21")
    assert refused(lambda: acts.begin_inspection(walk.case, head, PAPER)) == ARR2026[45]
    alone = Visit(inquirers=("fuyi-07",), shown=True)
    assert refused(lambda: acts.end_inspection(walk.case, head, alone, PAPER, None)) == ARL[45].par(
        2
    )
    two = Visit(inquirers=TWO, shown=True)
    walk.record(acts.end_inspection(walk.case, head, two, PAPER, None))
    assert (
        refused(lambda: acts.end_inspection(walk.case, walk.head("2026-07-21"), two, PAPER, None))
        == ARR2026[45]
    )


@pytest.mark.parametrize(
    ("kind", "article"),
    [
        (AppraisalBegun, ARR2007[37]),
        (AppraisalRequested, ARR2007[37]),
        (InspectionBegun, ARR2007[34].par(3)),
    ],
)
def test_no_decision_is_sealed_while_an_appraisal_or_an_inspection_is_open(
    kind: type[ApplicationAccepted], article: Article
) -> None:
    """鉴定、勘验没有结束，申请没有答复的，不作出决定 (ARR2007 34, 37)."""
    walk = deciding.approved(examined(), Draft(outcome=Outcome.REVOKED)).then(kind, "2026-04-17")
    head = walk.head("2026-04-17")
    assert refused(lambda: deciding.drafting.seal(walk.case, head, NUMBER)) == article


def test_the_period_left_out_never_brings_the_decision_nearer() -> None:
    """不计入的时间只会推迟届满之日 (ARR2026 46)."""
    plain = day_of_expiry(running(accepted("2026-07-06")).until)
    for first in range(0, 50, 7):
        walk = accepted("2026-07-06")
        begin_on = date(2026, 7, 6) + timedelta(days=first)
        walk.then(AppraisalBegun, begin_on.isoformat())
        walk.then(AppraisalEnded, (begin_on + timedelta(days=2)).isoformat())
        assert day_of_expiry(running(walk).until) > plain
