"""制发和移送: what was issued, until when it is owed, what came of it (ARL 76 to 79; RULES 48)."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.supervision.domain.alert import LEVELS
from services.supervision.domain.issued import OWED_FOR, Issued, Sort, Stand, Step, issued
from services.supervision.domain.issued_page import page_of
from services.supervision.pages.issued import LIGHTS, NAMED, Line, lines_of
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
    Conclusion,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionTookEffect,
    DecisionWithheld,
)
from shared.contracts.reconsideration.findings import Outcome
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    Deed,
    Flaw,
    LetterUnheeded,
    Level,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    Recipient,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.contracts.supervision import (
    AlertLevel,
    ComplianceWatchOpened,
    CriticismCirculated,
    InterviewNotified,
    OfficialInterviewed,
    OrderLapsed,
    PerformanceLapsed,
    PerformanceOrdered,
    PerformanceRunsAnew,
    Performed,
    WatchEnded,
)
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, end_of
from shared.law.procedure import AsStated

CASE, PAPER, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
ORGAN, ABOVE, AUTHORITY = "620702-chengguan", "620700-chengguan", "620702-government"
LETTER = {"opinion_letter_id": PAPER, "organ": ORGAN}
ADVICE = {"recommendation_id": PAPER, "organ": ORGAN}
ENDED: dict[str, Any] = {
    "about": OTHER,
    "conclusion": Conclusion.DELIVERED,
    "authority": AUTHORITY,
    "respondent": ORGAN,
}


def file(*told: tuple[type[Fact], str, dict[str, Any]]) -> list[Fact]:
    """The pages of one file."""
    return [
        kind.model_validate({"head": _head(n, on), **said})
        for n, (kind, on, said) in enumerate(told, 1)
    ]


def _head(version: int, on: str) -> Head:
    day = date.fromisoformat(on)
    at = datetime.combine(day, time(9), CITY)
    return Head(dispute_id=CASE, case_id=CASE, version=version, on=day, at=at, by="o-1")


def found(pages: list[Fact]) -> list[Issued]:
    """The same whatever the order in which they are heard."""
    said = issued(map(page_of, pages), CALENDAR)
    assert issued(map(page_of, reversed(pages)), CALENDAR) == said
    return said


def shown(pages: list[Fact], now: str) -> list[Line]:
    return lines_of(found(pages), datetime.combine(date.fromisoformat(now), time(9), CITY))


def last(day: str) -> datetime:
    """The moment at which a period with this last day is over."""
    return end_of(date.fromisoformat(day))


def test_a_letter_says_until_when_it_is_reported_on_and_what_came_of_it() -> None:
    """意见书：送往的机关、收到后六十日的报送期限、是否报送、是否履行 (ARL 76, 77)."""
    begun = [(OpinionLetterIssued, "2026-08-03", {**LETTER, "flaw": Flaw.ILLEGAL})]
    [fresh] = shown(file(*begun), "2026-08-04")
    assert (fresh.organs, fresh.until, fresh.became) == ((ORGAN,), None, "尚未报告")
    begun.append((OpinionLetterReceived, "2026-08-05", LETTER))
    [waiting] = shown(file(*begun), "2026-08-06")
    assert (waiting.until, waiting.light) == (last("2026-10-08"), "yellow")  # 4 October is a rest
    report = {**LETTER, "correction_report_id": OTHER}
    [reported] = shown(file(*begun, (CorrectionReported, "2026-10-08", report)), "2026-10-09")
    assert (reported.became, reported.light) == ("已报告（2026年10月8日）", "green")
    unheeded = (LetterUnheeded, "2026-10-12", {**LETTER, "reason_id": OTHER})
    [bad] = shown(file(*begun, (CorrectionReported, "2026-10-08", report), unheeded), "2026-10-13")
    assert (bad.became, bad.light) == ("认定不履行意见书", "red")
    of_another = {**report, "opinion_letter_id": OTHER}
    [alone] = shown(file(*begun, (CorrectionReported, "2026-09-06", of_another)), "2026-09-07")
    assert alone.became == "尚未报告"


def test_a_letter_that_is_served_again_is_reported_on_from_that_day() -> None:
    """重新送达意见书的，六十日自重新送达之日重新起算 (ARL 76; RULES 164)."""
    begun = [
        (OpinionLetterIssued, "2026-08-03", {**LETTER, "flaw": Flaw.ILLEGAL}),
        (OpinionLetterReceived, "2026-08-05", LETTER),
        (OpinionLetterServedAgain, "2026-08-12", LETTER),
    ]
    [waiting] = shown(file(*begun), "2026-10-10")
    assert (waiting.until, waiting.light) == (last("2026-10-12"), "yellow")  # the 11th is a Sunday


def test_a_letter_that_is_reported_on_late_says_so_and_when() -> None:
    """逾期未报送纠正情况的写明逾期；逾期以后报送的，写明逾期后已报告和报送之日 (ARL 76)."""
    begun = (
        (OpinionLetterIssued, "2026-08-03", {**LETTER, "flaw": Flaw.ILLEGAL}),
        (OpinionLetterReceived, "2026-08-05", LETTER),
    )
    silent = (CorrectionUnreported, "2026-10-08", LETTER)
    for pages in (file(*begun), file(*begun, silent)):  # the page may still be on its way
        [late] = shown(pages, "2026-10-09")
        assert (late.became, late.light) == ("逾期未报告", "red")
    report = (CorrectionReported, "2026-10-20", {**LETTER, "correction_report_id": OTHER})
    [done] = shown(file(*begun, silent, report), "2026-10-21")
    assert (done.became, done.light) == ("逾期后已报告（2026年10月20日）", "green")


def test_a_recommendation_says_by_when_an_answer_is_hoped_for_and_whether_it_came() -> None:
    """建议书：希望答复的期限、是否答复；逾期未答复的预警报部门负责人 (RULES 14, 48)."""
    said = {**ADVICE, "level": Level.RULE, "answer_by": date(2026, 10, 10)}
    begun = (RecommendationIssued, "2026-08-03", said)
    silent = (RecommendationUnanswered, "2026-10-10", ADVICE)
    answered = (RecommendationAnswered, "2026-10-20", {**ADVICE, "answer_id": OTHER})
    [waiting] = shown(file(begun), "2026-10-10")
    assert (waiting.until, waiting.light) == (last("2026-10-10"), "yellow")
    [late] = shown(file(begun, silent), "2026-10-11")
    assert (late.became, late.light) == ("逾期未答复", "red")
    [done] = shown(file(begun, silent, answered), "2026-10-21")
    assert (done.became, done.light) == ("逾期后已答复（2026年10月20日）", "green")
    assert LEVELS[RecommendationUnanswered] is AlertLevel.HEAD


def test_copies_and_publication_are_owed_from_the_effect_of_the_decision() -> None:
    """生效后同时抄告上一级主管部门，公开决定书；几名共同被申请人的逐一 (ARL 79; RULES 93, 94)."""
    effect = {key: ENDED[key] for key in ("about", "authority", "respondent")}
    pages = [
        (DecisionTookEffect, "2026-08-03", {**effect, "outcome": Outcome.REVOKED, "copies": True}),
        (AftermathOpened, "2026-08-04", {**ENDED, "publishes": True}),
    ]
    copy, public = shown(file(*pages), "2026-08-05")
    assert (copy.term, copy.until, copy.became) == ("抄告决定书", last("2026-08-10"), "尚未抄告")
    assert (public.term, public.until) == ("公开决定书", last("2026-09-01"))
    pages.append((DecisionCopied, "2026-08-07", {"organ": ABOVE, "owed": (ORGAN,)}))
    first, left, _ = shown(file(*pages), "2026-08-11")
    assert (first.organs, first.became) == ((ABOVE,), "已抄告（2026年8月7日）")
    assert (left.organs, left.until, left.became) == ((), last("2026-08-10"), "逾期未抄告")
    withheld = (DecisionWithheld, "2026-08-12", {"reason_id": OTHER})
    assert shown(file(*pages, withheld), "2026-08-13")[-1].became == "决定不予公开（2026年8月12日）"
    text = (DecisionPublished, "2026-09-02", {"public_text_id": OTHER})
    assert shown(file(*pages, text), "2026-09-03")[-1].became == "逾期后已公开（2026年9月2日）"


def test_a_letter_is_copied_above_and_nothing_is_owed_over_what_fell() -> None:
    """意见书同时抄告；决定被撤销、驳回申请已纠正的，不再抄告、公开 (ARL 79; RULES 92, 93, 132)."""
    got = (OpinionLetterReceived, "2026-08-05", {**LETTER, "copies": True})
    copied = (OpinionLetterCopied, "2026-08-06", {**LETTER, "organ": ABOVE})
    [waits] = shown(file(got), "2026-08-06")
    assert (waits.term, waits.organs, waits.until) == ("抄告意见书", (), last("2026-08-12"))
    [done] = shown(file(got, copied), "2026-08-07")
    assert (done.organs, done.became) == ((ABOVE,), "已抄告（2026年8月6日）")
    opened = (AftermathOpened, "2026-08-04", {**ENDED, "copies": True, "publishes": True})
    fell = {"about": OTHER, "organ": "620700-government", "letter_id": OTHER}
    over = shown(file(opened, (DecisionAnnulled, "2026-08-06", fell)), "2026-12-01")
    assert [(one.became, one.light) for one in over] == [("复议决定被撤销", "grey")] * 2
    right = (RefusalCorrected, "2026-08-06", {"accepted_case_id": OTHER})
    over = shown(file(opened, right), "2026-12-01")
    assert [(one.became, one.light) for one in over] == [("不予受理或者驳回申请已纠正", "grey")] * 2


def test_what_is_handed_over_is_shown_as_it_was_done() -> None:
    """移送违法事实材料：何日、移送何机关，没有答复的期限 (ARL 85, 86)."""
    said = {"deed": Deed.ABUSE, "done_on": date(2026, 8, 1), "materials_id": OTHER}
    pages = file((LiabilityHandedOver, "2026-08-06", {**said, "recipient": Recipient.SUPERVISORY}))
    [over] = shown(pages, "2026-12-01")
    assert (over.on, over.recipient, over.until) == (date(2026, 8, 6), "监察机关", None)
    assert (over.became, over.light) == ("", "grey")


WATCH = (ComplianceWatchOpened, "2026-08-03", {"watched": OTHER, "obliged": ORGAN})
ORDERED = {"perform_by": date(2026, 9, 30), "order_id": OTHER, "organ": AUTHORITY}


def test_performance_orders_interviews_and_criticism_stand_with_whom_they_go_to() -> None:
    """履行、责令履行、约谈、通报批评：对谁，何时以前，是否履行、约谈 (ARL 77, 83)."""
    until = {**WATCH[2], "perform_by": date(2026, 8, 31)}
    pages = [
        (ComplianceWatchOpened, "2026-08-03", until),
        (PerformanceLapsed, "2026-08-31", {}),
        (PerformanceOrdered, "2026-09-02", ORDERED),
        *(
            (InterviewNotified, "2026-09-03", {**_meeting(), "organ": AUTHORITY}),
            (OfficialInterviewed, "2026-09-07", {"minutes_id": OTHER, "organ": AUTHORITY}),
        ),
        (CriticismCirculated, "2026-09-08", {"circular_id": OTHER, "organ": AUTHORITY}),
    ]
    lines = shown(file(*pages), "2026-09-09")
    assert {one.organs for one in lines} == {(ORGAN,)}
    assert [(one.term, one.became) for one in lines] == [
        ("履行监督", "逾期未履行"),
        ("责令限期履行", "尚未履行"),
        ("约谈", "已约谈（2026年9月7日）"),
        ("通报批评", ""),
    ]
    pages.append((OrderLapsed, "2026-09-30", {}))
    assert shown(file(*pages), "2026-10-01")[1].became == "逾期未履行"
    again = (PerformanceOrdered, "2026-10-09", {**ORDERED, "perform_by": date(2026, 10, 31)})
    performed = (Performed, "2026-10-22", {"performed_on": date(2026, 10, 20)})
    ended = {one.on: one.became for one in shown(file(*pages, again, performed), "2026-10-23")}
    late, in_time = "逾期后已履行（2026年10月20日）", "已履行（2026年10月20日）"
    assert ended[date(2026, 8, 3)] == ended[date(2026, 9, 2)] == late
    assert ended[date(2026, 10, 9)] == in_time


def _meeting() -> dict[str, Any]:
    return {"interview_at": datetime(2026, 9, 7, 9, tzinfo=CITY), "interview_notice_id": OTHER}


def test_a_service_made_again_gives_a_new_day_and_an_end_leaves_nothing_owed() -> None:
    """重新送达的，履行期限另算，此前的责令不再计；终止监督的，不再欠 (ARL 75, 77; RULES 92)."""
    lapsed = (PerformanceLapsed, "2026-08-31", {})
    ordered = (PerformanceOrdered, "2026-09-02", ORDERED)
    anew = {"organ": ORGAN, "served_on": date(2026, 9, 5), "perform_by": date(2026, 10, 5)}
    runs = file(WATCH, lapsed, ordered, (PerformanceRunsAnew, "2026-09-06", anew))
    watch, order = shown(runs, "2026-10-05")
    assert (watch.until, watch.became) == (last("2026-10-05"), "尚未履行")
    assert (order.became, order.light) == ("履行期限重新起算", "grey")
    over = shown(file(WATCH, lapsed, ordered, (WatchEnded, "2026-09-06", {})), "2026-12-01")
    assert [one.became for one in over] == ["终止履行监督"] * 2
    [joint] = shown(file((*WATCH[:2], {**WATCH[2], "joint": (ABOVE,)})), "2026-08-04")
    assert joint.organs == (ORGAN, ABOVE)


def test_an_interview_falls_with_the_watch_and_with_the_period_it_was_for() -> None:
    """约谈前已经履行的，或者履行期限重新起算的，不再约谈，不显示逾期 (ARL 77, 83)."""
    notified = (InterviewNotified, "2026-09-03", {**_meeting(), "organ": AUTHORITY})
    performed = (Performed, "2026-09-04", {"performed_on": date(2026, 9, 4)})
    anew = {"organ": ORGAN, "served_on": date(2026, 9, 4), "perform_by": date(2026, 10, 5)}
    runs = (PerformanceRunsAnew, "2026-09-04", anew)
    for over, said in ((performed, "履行"), (runs, "履行期限重新起算")):
        interview = shown(file(WATCH, notified, over), "2026-09-08")[-1]
        assert (interview.term, interview.became, interview.light) == ("约谈", said, "grey")
    held = (OfficialInterviewed, "2026-09-07", {"minutes_id": OTHER, "organ": AUTHORITY})
    late = (Performed, "2026-09-08", {"performed_on": date(2026, 9, 8)})
    kept = shown(file(WATCH, notified, held, late), "2026-09-09")[-1]
    assert kept.became == "已约谈（2026年9月7日）"


def test_what_is_owed_is_owed_as_long_as_the_table_of_the_file_says() -> None:
    """监督所计的期限，与复议后续案卷程序表的一致 (ARL 76; RULES 93, 94)."""
    rows = {
        (Sort.LETTER, Step.RECEIVED): ("report_correction",),
        (Sort.LETTER_COPY, Step.BEGUN): ("copy_letter",),
        (Sort.COPY, Step.BEGUN): ("copy_decision",),
        (Sort.PUBLICATION, Step.BEGUN): ("publish",),
    }
    table = AFTERMATH.by_name
    assert {key: table[name].within for key, (name,) in rows.items()} == OWED_FOR
    assert table["answer_recommendation"].within == AsStated("answer_by")
    assert NAMED.keys() == set(Sort)
    assert LIGHTS.keys() == set(Stand)
