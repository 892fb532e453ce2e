"""附带审查案卷: taken or forwarded, the issuer asked, each period from its own day."""

from datetime import date

import pytest

from services.reconsideration.domain import attached_review as acts
from services.reconsideration.domain.attached_table import ATTACHED, State
from services.reconsideration.pages.following import STEPS
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.attached import Document, Flaw
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewEnded,
    ForwardedDocumentReceived,
    IssuerCorrectionOrdered,
    IssuerExplained,
    IssuerNotified,
)
from shared.law.article import ARL, ARR2026, Article
from shared.law.calendar import CALENDAR
from shared.law.period import day_of_expiry
from tests.reconsideration.makers import AUTHORITY, PAPER, RESPONDENT, day
from tests.reconsideration.reviewing import ABOVE, ReviewWalk, refused


def test_what_is_not_its_own_to_judge_goes_on_within_seven_working_days_of_the_suspension() -> None:
    """无权处理的，自中止之日起七日内转送，七日是工作日，补班照算 (ARL 56, 88)."""
    assert ReviewWalk("2026-09-28").last_day("forward") == date(2026, 10, 13)


def test_of_what_the_authority_doubted_itself_the_periods_cite_their_own_article() -> None:
    """依职权的，转送和处理的期限依第五十七条 (ARL 57)."""
    walk = ReviewWalk("2026-07-06", ex_officio=True)
    assert walk.last_day("forward_ex_officio") == date(2026, 7, 15)
    assert walk.take().last_day("handle_ex_officio") == date(2026, 8, 5)


def test_what_is_its_own_to_judge_is_dealt_with_within_thirty_days_of_the_suspension() -> None:
    """有权处理的三十日，自中止之日起，不自认定有权之日起 (ARL 56; ARR2026 53)."""
    assert ReviewWalk("2026-07-06").take("2026-07-14").last_day("handle") == date(2026, 8, 5)


def test_the_issuer_is_told_within_three_working_days_of_the_suspension() -> None:
    """自中止之日起三日内书面通知制定机关 (ARL 58)."""
    assert ReviewWalk("2026-07-02").take("2026-07-03").last_day("ask_issuer") == date(2026, 7, 7)


def test_who_must_say_whether_it_is_competent_reads_of_the_three_days_before() -> None:
    """三日自中止起算，认定有权处理以前就写在下一步，认定后已经不足 (ARL 58)."""
    assert "三个工作日内通知制定机关" in STEPS["forward"][1]
    assert STEPS["forward_ex_officio"] == STEPS["forward"]
    late = ReviewWalk("2026-07-06").take("2026-07-10")
    assert late.last_day("ask_issuer") == date(2026, 7, 9)


def test_the_issuer_has_ten_working_days_from_the_notice() -> None:
    """制定机关自收到书面通知之日起十日内答复 (ARL 58)."""
    walk = ReviewWalk("2026-09-21").take("2026-09-22").ask("2026-09-23")
    assert walk.last_day("issuer_answers") == date(2026, 10, 14)


def test_the_organ_that_it_was_forwarded_to_has_sixty_days_from_its_receipt() -> None:
    """接受转送的机关自收到之日起六十日内回复，末日逢节假日顺延 (ARL 60)."""
    walk = ReviewWalk("2026-08-03").forward("2026-08-05")
    walk.record(ForwardedDocumentReceived(head=walk.head("2026-08-07")))
    assert walk.last_day("receiver_answers") == date(2026, 10, 8)


@pytest.mark.parametrize("issuer", [RESPONDENT, AUTHORITY])
def test_an_authority_deals_with_its_own_documents_and_those_of_organs_under_it(
    issuer: str,
) -> None:
    """制定机关是本机关或者下级的，有权处理，不得转送 (ARL 56)."""
    walk, above = ReviewWalk(), ABOVE if issuer == RESPONDENT else frozenset()
    assert acts.take(walk.case, walk.head("2026-07-07"), issuer, above).issuer == issuer
    assert (
        refused(
            lambda: acts.forward(
                *(walk.case, walk.head("2026-07-07"), issuer, "620700-government", PAPER),
                above=above,
            )
        )
        == ARL[56]
    )


def test_it_does_not_deal_with_a_document_from_above_or_of_another_place() -> None:
    """制定机关不是本机关或者下级的，无权处理，应当转送 (ARL 56)."""
    walk = ReviewWalk()
    at = walk.head("2026-07-07")
    assert refused(lambda: acts.take(walk.case, at, "620700-government", frozenset())) == ARL[56]
    elsewhere = frozenset({"620721-government"})
    assert refused(lambda: acts.take(walk.case, at, "620721-gongan", elsewhere)) == ARL[56]


def test_a_rule_is_always_forwarded_even_that_of_the_authority_above_it() -> None:
    """依据是规章、法律、法规的，转送有权处理的国家机关 (ARL 57)."""
    walk = ReviewWalk(document=Document.RULE, ex_officio=True)
    at = walk.head("2026-07-07")
    assert refused(lambda: acts.take(walk.case, at, RESPONDENT, ABOVE)) == ARL[57]
    assert walk.forward("2026-07-07").case.state is State.SENT_ON


def test_an_authority_deals_with_its_own_rule_and_with_no_law() -> None:
    """依职权发现本机关的规章不合法的，有权处理，不得转送；法律、法规一律转送 (ARL 57)."""
    walk = ReviewWalk(document=Document.RULE, ex_officio=True)
    at, none = walk.head("2026-07-07"), frozenset[str]()
    assert acts.take(walk.case, at, AUTHORITY, none).issuer == AUTHORITY
    sent = (AUTHORITY, "620000-government", PAPER)
    assert refused(lambda: acts.forward(walk.case, at, *sent, above=none)) == ARL[57]
    law = ReviewWalk(document=Document.LAW, ex_officio=True)
    assert refused(lambda: acts.take(law.case, at, AUTHORITY, none)) == ARL[57]


def test_nothing_is_forwarded_to_the_authority_itself() -> None:
    """转送的应当是其他机关 (ARL 56)."""
    walk = ReviewWalk()
    at = walk.head("2026-07-07")
    to_itself = ("620000-government", AUTHORITY, PAPER)
    assert refused(lambda: acts.forward(walk.case, at, *to_itself, above=frozenset())) == ARL[56]


def test_nothing_is_concluded_before_the_issuer_was_asked() -> None:
    """应当书面通知制定机关，没有通知的不得处理 (ARL 58)."""
    assert refused(lambda: ReviewWalk().take().conclude(Flaw.NONE)) == ARL[58].par(1)


def test_nothing_is_concluded_while_the_issuer_may_still_reply() -> None:
    """制定机关答复期限未满的，不得处理 (ARL 58)."""
    walk = ReviewWalk().take().ask()
    assert refused(lambda: walk.conclude(Flaw.POWERS)) == ARL[58].par(1)


def test_an_issuer_that_keeps_silent_does_not_hold_the_review_up() -> None:
    """制定机关逾期不答复的，记录在案，照常处理；迟到的答复仍收入卷内 (ARL 58)."""
    walk = ReviewWalk().take().ask("2026-07-08").lapse("issuer_answers", "2026-07-22")
    assert walk.facts[-1].organ == RESPONDENT
    walk.reply("2026-07-24")
    assert walk.conclude(Flaw.CONFLICT, "2026-07-27").case.state is State.CORRECTING


def test_an_issuer_that_was_ordered_to_correct_has_sixty_days_and_reports_late_too() -> None:
    """责令制定机关纠正的，六十日内报送纠正情况，逾期的仍应报送 (ARL 59; RULES 117)."""
    walk = ReviewWalk().take().ask().reply().conclude(Flaw.CONFLICT, "2026-07-20")
    ordered = next(one for one in walk.facts if isinstance(one, IssuerCorrectionOrdered))
    [row] = ATTACHED.opens(ordered)
    until = row.until(ordered, CALENDAR)
    assert until is not None
    assert (row.name, day_of_expiry(until)) == ("issuer_corrects", day("2026-09-18"))
    walk.lapse("issuer_corrects", "2026-09-18")
    assert walk.facts[-1].organ == RESPONDENT
    assert walk.correct("2026-09-21").case.state is State.CONCLUDED
    assert walk.case.corrected_on == day("2026-09-21")
    lawful = ReviewWalk().take().ask().reply().conclude(Flaw.NONE, "2026-07-20")
    assert lawful.case.state is State.CONCLUDED


def test_the_issuer_gives_its_reasons_in_person_where_the_body_wants_it() -> None:
    """必要时可以要求制定机关当面说明理由 (ARL 58)."""
    walk = ReviewWalk().take().ask()
    walk.record(IssuerExplained(head=walk.head("2026-07-09"), record_id=PAPER))
    assert walk.case.state is State.ISSUER_TOLD


@pytest.mark.parametrize("flaw", list(Flaw)[1:])
def test_an_unlawful_clause_is_stopped_and_its_issuer_told_to_correct_it(flaw: Flaw) -> None:
    """超越权限或者违反上位法的，决定停止执行并责令纠正 (ARL 59; ARR2026 54)."""
    walk = ReviewWalk().take().ask().reply()
    assert refused(lambda: walk.conclude(flaw, order=False)) == ARL[59]
    assert walk.conclude(flaw).facts[-1].correction_order_id == PAPER


def test_a_lawful_clause_is_not_stopped() -> None:
    """相关条款合法的，不停止执行，在决定书中一并告知 (ARL 59)."""
    walk = ReviewWalk().take().ask().reply()
    assert refused(lambda: walk.conclude(Flaw.NONE, order=True)) == ARL[59]
    assert walk.conclude(Flaw.NONE).case.flaw is Flaw.NONE


@pytest.mark.parametrize(
    ("on", "article"),
    [("2026-06-30", ARL[59]), ("2026-07-01", None)],
)
def test_other_flaws_are_known_since_july_2026(on: str, article: Article | None) -> None:
    """其他违法的情形自2026年7月1日起才有明文 (ARL 59; ARR2026 54)."""
    walk = ReviewWalk("2026-06-08").take("2026-06-09").ask("2026-06-10").reply("2026-06-15")
    if article is None:
        assert walk.conclude(Flaw.OTHER, on).case.state is State.CORRECTING
        return
    assert refused(lambda: walk.conclude(Flaw.OTHER, on)) == article
    assert ARR2026.since > date.fromisoformat(on)


def test_an_opinion_that_comes_late_still_ends_the_review() -> None:
    """逾期未回复的记录在案，仍等待处理意见，迟到的也算回复 (ARL 60)."""
    walk = ReviewWalk("2026-07-06").forward("2026-07-08")
    walk.record(ForwardedDocumentReceived(head=walk.head("2026-07-10")))
    walk.lapse("receiver_answers", "2026-09-08")
    assert (walk.facts[-1].organ, walk.case.state) == ("620000-government", State.AWAITED)
    walk.record(acts.receive_opinion(walk.case, walk.head("2026-09-15"), Flaw.NONE, PAPER))
    assert walk.case.is_closed


def test_who_does_not_answer_in_time_or_does_not_say_that_it_has_it_is_pressed() -> None:
    """六十日届满没有回复的、没有告知收到之日的，可以催告；六十日以内不催告 (ARL 60)."""
    walk = ReviewWalk("2026-07-06").forward("2026-07-08").urge("2026-07-28")
    assert (walk.case.state, walk.case.urged_on) == (State.SENT_ON, day("2026-07-28"))
    walk.have("2026-07-29")
    assert walk.last_day("receiver_answers") == day("2026-09-28")
    assert refused(lambda: walk.urge("2026-08-03")) == ARL[60]
    walk.lapse("receiver_answers", "2026-09-29").urge("2026-09-30").urge("2026-10-20")
    assert (walk.case.state, walk.case.urged_on) == (State.AWAITED, day("2026-10-20"))
    walk.record(acts.receive_opinion(walk.case, walk.head("2026-10-22"), Flaw.NONE, PAPER))
    assert refused(lambda: walk.urge("2026-10-23")) == ARL[60]


def test_nobody_is_asked_twice_and_nothing_is_taken_after_it_was_forwarded() -> None:
    """通知一次；转送以后不再由本机关处理 (ARL 56, 58)."""
    walk = ReviewWalk().take().ask()
    again = IssuerNotified(head=walk.head("2026-07-09"), issuer=RESPONDENT, letter_id=PAPER)
    assert refused(lambda: walk.record(again)) == ARL[58].par(1)
    assert refused(lambda: ReviewWalk().forward().take("2026-07-09")) == ARL[56]


def test_a_review_ends_with_its_case() -> None:
    """案件终结的，附带审查没有对象，随之终结 (ARL 13)."""
    walk = ReviewWalk().take().ask()
    walk.record(AttachedReviewEnded(head=walk.head("2026-07-10", CLOCK)))
    assert walk.case.state is State.DROPPED
