"""意见书、建议书 and 移送 after a case (ARL 76, 84 to 86; ARR2026 69; RULES 48)."""

from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import lawful_after, recommending
from services.reconsideration.domain import letter_acts as acts
from services.reconsideration.domain.handing_over import Handing, hand_over
from shared.contracts.reconsideration.aftermath import DecisionAnnulled
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    Deed,
    Flaw,
    LetterUnheeded,
    Level,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    Recipient,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import ABOVE, LETTER, Following, following
from tests.reconsideration.makers import AUTHORITY, PAPER, RESPONDENT, day

OTHER = UUID(int=99)
JOINT = "620702-shijian"
RUNS = {"next_runs_on": True}


def issue(
    flaw: Flaw, on: str = "2026-07-21", organ: str = RESPONDENT, above: str = AUTHORITY
) -> OpinionLetterIssued:
    file = following("2026-03-02")
    return acts.issue(
        *(file.file, file.head(on), organ, flaw, LETTER), above={above}, calendar=CALENDAR
    )


def received(on: str = "2026-07-23") -> Following:
    file = following().then(OpinionLetterIssued, "2026-07-21")
    return file.then(OpinionLetterReceived, on)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


@pytest.mark.parametrize("flaw", [Flaw.ILLEGAL, Flaw.IMPROPER])
def test_an_illegal_or_improper_act_is_told_its_organ(flaw: Flaw) -> None:
    """行政行为违法或者不当的，可以制发意见书 (ARL 76)."""
    assert issue(flaw).flaw is flaw


def test_care_afterwards_was_a_ground_until_june_2026() -> None:
    """需要做好善后工作的，只有2007年条例写过 (ARR2007 57)."""
    assert issue(Flaw.AFTERMATH, on="2026-06-30").flaw is Flaw.AFTERMATH
    with pytest.raises(Refused) as refusal:
        issue(Flaw.AFTERMATH, on="2026-07-01")
    assert article(refusal) == ARL[76]


def test_a_letter_goes_to_the_respondent_or_another_organ_below() -> None:
    """被申请人或者其他下级行政机关 (ARL 76)."""
    assert issue(Flaw.ILLEGAL, organ="620702-zhujian").organ == "620702-zhujian"
    with pytest.raises(Refused) as refusal:
        issue(Flaw.ILLEGAL, organ="620725-zhujian", above="620725-government")
    assert article(refusal) == ARL[76]


def test_sixty_days_run_from_the_receipt_of_the_letter() -> None:
    """自收到意见书之日起六十日内报送纠正情况 (ARL 76)."""
    assert received("2026-07-23").last_day("report_correction") == "2026-09-21"


def test_a_letter_is_received_once_and_not_before_it_was_issued() -> None:
    """收到在制发之后 (ARL 76)."""
    file = following().then(OpinionLetterIssued, "2026-07-21")
    with pytest.raises(Refused):
        acts.receive(file.file, file.head("2026-07-20"), of_department=True)
    file.record(acts.receive(file.file, file.head("2026-07-23"), of_department=True))
    with pytest.raises(Refused) as refusal:
        acts.receive(file.file, file.head("2026-07-24"), of_department=True)
    assert article(refusal) == ARL[76]


@pytest.mark.parametrize(
    ("organ", "of_department", "copies"),
    [(RESPONDENT, True, True), (RESPONDENT, False, False), ("620702-zhujian", True, False)],
)
def test_a_letter_to_a_department_of_this_government_is_copied_above(
    organ: str, *, of_department: bool, copies: bool
) -> None:
    """意见书同时抄告被申请人的上一级主管部门 (ARL 79)."""
    file = following().then(OpinionLetterIssued, "2026-07-21", organ=organ)
    fact = acts.receive(file.file, file.head("2026-07-23"), of_department=of_department)
    assert fact.copies is copies
    file.record(fact)
    if copies:
        assert file.last_day("copy_letter") == "2026-07-30"
        file.record(acts.copy_up(file.file, file.head("2026-07-24"), ABOVE, {organ: ABOVE}))
    with pytest.raises(Refused) as refusal:
        acts.copy_up(file.file, file.head("2026-07-24"), ABOVE, {organ: ABOVE})
    assert article(refusal) == ARL[79].par(2)


def test_a_letter_to_a_joint_respondent_is_one_to_a_respondent_and_is_copied_above() -> None:
    """向共同被申请人制发的意见书，不论是否下级都可制发，并抄告其上一级主管部门 (ARL 19, 76, 79)."""
    file = following(joint=(JOINT,))
    head = file.head("2026-07-21")
    said = (file.file, head, JOINT, Flaw.ILLEGAL, LETTER)
    file.record(acts.issue(*said, above=(), calendar=CALENDAR))
    fact = acts.receive(file.file, file.head("2026-07-23"), of_department=True)
    assert (fact.organ, fact.copies) == (JOINT, True)
    file.record(fact)
    [owed] = acts.to_copy(file.file)
    assert owed.organ == JOINT
    above = {JOINT: "620700-shijian"}
    with pytest.raises(Refused) as refusal:
        acts.copy_up(file.file, file.head("2026-07-24"), ABOVE, above)
    assert article(refusal) == ARL[79].par(2)
    file.record(acts.copy_up(file.file, file.head("2026-07-24"), above[JOINT], above))
    assert file.file.letters[0].copied_on == day("2026-07-24")


def test_an_organ_reports_on_its_own_letter_and_late_is_better_than_never() -> None:
    """逾期的仍应报送纠正情况 (ARL 76)."""
    file = received()
    with pytest.raises(Refused) as refusal:
        acts.report(file.file, file.head("2026-08-01"), "620702-zhujian", PAPER)
    assert article(refusal) == ARL[76]
    file.lapse("report_correction", "2026-09-21", RESPONDENT)
    late = acts.report(file.file, file.head("2026-10-09"), RESPONDENT, PAPER)
    assert file.record(late).file.letters[0].answered_on == day("2026-10-09")
    with pytest.raises(Refused):
        acts.report(file.file, file.head("2026-10-10"), RESPONDENT, PAPER)


def test_silence_names_the_organ_that_kept_it() -> None:
    """期满没有报送的记录在卷，写明是哪个机关 (ARL 76)."""
    file = received().lapse("report_correction", "2026-09-21", RESPONDENT)
    last = file.facts[-1]
    assert isinstance(last, CorrectionUnreported)
    assert (last.organ, last.opinion_letter_id) == (RESPONDENT, LETTER)


def test_a_letter_reported_on_and_not_performed_is_found_so_once() -> None:
    """按期报送而不纠正的，认定不履行意见书，以便责令限期履行 (ARL 77)."""
    file = received()

    def found(on: str, organ: str | None = None) -> LetterUnheeded:
        return acts.unheeded(file.file, file.head(on), organ, PAPER)

    with pytest.raises(Refused, match="没有按期报送了纠正情况") as refusal:
        found("2026-08-01")
    assert article(refusal) == ARL[77].par(2)
    file.then(CorrectionReported, "2026-08-03")
    for on, organ in (("2026-08-02", None), ("2026-08-04", "620702-zhujian")):
        with pytest.raises(Refused):
            found(on, organ)
    fact = found("2026-08-04")
    assert (fact.organ, fact.opinion_letter_id) == (RESPONDENT, LETTER)
    file.record(fact)
    with pytest.raises(Refused):
        found("2026-08-05")


def test_a_letter_on_which_nothing_came_in_time_is_watched_since() -> None:
    """逾期未报送的，期满已经立履行监督，迟报以后不再认定 (ARL 76, 77)."""
    file = received().lapse("report_correction", "2026-09-21", RESPONDENT)
    file.then(CorrectionReported, "2026-10-09")
    assert acts.to_find(file.file) == ()


def test_letters_to_several_organs_each_have_sixty_days_of_their_own() -> None:
    """几个机关的意见书各自计算六十日，各自报送 (ARL 76)."""
    file = received().then(
        *(OpinionLetterIssued, "2026-07-24"), opinion_letter_id=OTHER, organ="620702-zhujian"
    )
    file.then(
        *(OpinionLetterReceived, "2026-07-27"), opinion_letter_id=OTHER, organ="620702-zhujian"
    )
    with pytest.raises(Refused, match="哪一个机关"):
        acts.report(file.file, file.head("2026-08-01"), None, PAPER)
    told = acts.report(file.file, file.head("2026-08-01"), "620702-zhujian", PAPER)
    assert told.opinion_letter_id == OTHER
    row = file.file.procedure.by_name["report_correction"]
    assert row.is_closed_by(told)
    assert row.subject_of(told) == "620702-zhujian"


def test_a_letter_to_one_organ_does_not_wait_for_that_to_another() -> None:
    """向数个机关制发的意见书各自送达、各自抄告，一份不等另一份 (ARL 76, 79; RULES 93, 95)."""
    file = following(joint=(JOINT,)).then(OpinionLetterIssued, "2026-07-21")
    said = (file.file, file.head("2026-07-22"), JOINT, Flaw.ILLEGAL, OTHER)
    file.record(acts.issue(*said, above=(), calendar=CALENDAR))
    runs = file.file.procedure.by_name["serve_letter"]
    assert [runs.subject_of(one) for one in file.facts[-2:]] == [RESPONDENT, JOINT]
    with pytest.raises(Refused, match="哪一个机关"):
        acts.receive(file.file, file.head("2026-07-23"), of_department=True)
    got = acts.receive(file.file, file.head("2026-07-23"), of_department=True, organ=JOINT)
    assert (got.opinion_letter_id, got.organ) == (OTHER, JOINT)
    first = acts.receive(file.record(got).file, file.head("2026-07-24"), of_department=True)
    assert (first.opinion_letter_id, first.organ) == (LETTER, RESPONDENT)
    file.record(first)
    above = {RESPONDENT: ABOVE, JOINT: "620700-shijian"}
    told = acts.copy_up(file.file, file.head("2026-07-27"), "620700-shijian", above)
    assert (told.opinion_letter_id, told.of_organ) == (OTHER, JOINT)
    row = file.file.procedure.by_name["copy_letter"]
    assert [row.subject_of(one) for one in (first, told)] == [RESPONDENT, JOINT]
    same = dict.fromkeys((RESPONDENT, JOINT), ABOVE)
    with pytest.raises(Refused, match="哪一个机关"):
        acts.copy_up(file.file, file.head("2026-07-27"), ABOVE, same)
    named = acts.copy_up(file.file, file.head("2026-07-27"), ABOVE, same, of_organ=JOINT)
    assert file.record(named).file.letters[1].copied_on == day("2026-07-27")
    assert [one.organ for one in acts.to_copy(file.file)] == [RESPONDENT]


def test_a_copy_of_old_that_names_no_organ_ends_the_one_that_ran() -> None:
    """此前的抄告没有写明是哪一个机关的意见书，只有一份待抄告 (ARL 79)."""
    file = received()
    told = OpinionLetterCopied.model_validate(
        {"head": file.head("2026-07-24"), "opinion_letter_id": LETTER, "organ": ABOVE}
    )
    row = file.file.procedure.by_name["copy_letter"]
    assert (row.subject_of(told), row.is_closed_by(told)) == ("", True)
    assert acts.to_copy(file.record(told).file) == ()


def again(
    file: Following, organ: str = RESPONDENT, *, on: str = "2026-08-03"
) -> OpinionLetterIssued:
    head = file.head(on)
    return acts.issue(
        *(file.file, head, organ, Flaw.ILLEGAL, OTHER), above={AUTHORITY}, calendar=CALENDAR
    )


def test_an_organ_may_have_another_letter_while_the_days_of_the_first_run() -> None:
    """发现另一行为违法的，可以向同一机关另行制发，不等上一份送达、报送 (ARL 76)."""
    file = following().then(OpinionLetterIssued, "2026-07-21")
    assert again(file).opinion_letter_id == OTHER
    file.then(OpinionLetterReceived, "2026-07-23")
    assert again(file).opinion_letter_id == OTHER
    file.then(CorrectionReported, "2026-08-02")
    assert again(file).opinion_letter_id == OTHER


def test_whose_silence_is_on_record_may_have_another_letter() -> None:
    """逾期没有报送的，仍可以就另一违法行为向其制发意见书，各自计算期限 (ARL 76)."""
    file = received().lapse("report_correction", "2026-09-21", RESPONDENT)
    file.record(again(file, on="2026-09-22"))
    got = acts.receive(file.file, file.head("2026-09-23"), of_department=False)
    assert file.record(got).last_day("report_correction") == "2026-11-23"  # 22 November: Sunday
    file.lapse("report_correction", "2026-11-23", RESPONDENT)
    assert [one.silent_on for one in file.file.letters] == [day("2026-09-21"), day("2026-11-23")]


def test_a_late_report_names_its_letter_and_the_next_one_s_days_run_on() -> None:
    """就逾期的一份补报的写明是哪一份，另一份的六十日照算；不写明的为最近收到的一份 (ARL 76)."""
    file = received().lapse("report_correction", "2026-09-21", RESPONDENT)
    file.record(again(file, on="2026-09-22"))
    file.record(acts.receive(file.file, file.head("2026-09-23"), of_department=False))
    said = (file.file, file.head("2026-10-09"), RESPONDENT, PAPER)
    row = file.file.procedure.by_name["report_correction"]
    newest = acts.report(*said)
    assert (newest.opinion_letter_id, newest.received_page) == (OTHER, 6)
    late = acts.report(*said, letter_id=LETTER)
    assert (late.opinion_letter_id, late.received_page) == (LETTER, 3)
    assert [row.speaks_of(late, RESPONDENT, page) for page in (3, 6)] == [True, False]
    lawful_after.correction_reported(file.file, late)
    for wrong in (late.model_copy(update={"next_runs_on": False}), newest.model_copy(update=RUNS)):
        with pytest.raises(Refused):
            lawful_after.correction_reported(file.file, wrong)
    with pytest.raises(Refused) as another:
        acts.report(file.file, file.head("2026-10-09"), "620702-zhujian", PAPER, letter_id=LETTER)
    assert article(another) == ARL[76]
    assert [one.answered_on for one in file.record(late).file.letters] == [day("2026-10-09"), None]
    with pytest.raises(Refused):
        acts.report(file.file, file.head("2026-10-10"), RESPONDENT, PAPER, letter_id=LETTER)
    done = acts.report(file.file, file.head("2026-10-10"), None, PAPER)
    assert (done.opinion_letter_id, row.is_closed_by(done)) == (OTHER, True)


def test_letters_go_on_when_the_decision_is_annulled() -> None:
    """决定被撤销，意见书的期限照旧 (ARL 76)."""
    file = received().then(DecisionAnnulled, "2026-08-03")
    assert "report_correction" not in {
        one.name for one in file.file.procedure.closes(file.facts[-1])
    }
    file.then(CorrectionReported, "2026-08-04")
    assert file.file.letters[0].answered_on == day("2026-08-04")
    found = acts.unheeded(file.file, file.head("2026-08-05"), None, PAPER)
    assert file.record(found).file.letters[0].unheeded_on == day("2026-08-05")


def recommend(
    level: Level, on: str, *, general: bool = True, answer_by: str = "2027-01-31"
) -> RecommendationIssued:
    file = following("2026-03-02")
    return recommending.recommend(
        *(file.head(on), RESPONDENT, level, PAPER),
        general=general,
        answer_by=day(answer_by),
    )


def test_a_recommendation_is_about_a_general_problem() -> None:
    """带有普遍性的问题，才以建议书提出 (ARR2026 69)."""
    assert recommend(Level.RULE, "2026-07-21").level is Level.RULE
    with pytest.raises(Refused) as refusal:
        recommend(Level.RULE, "2026-07-21", general=False)
    assert article(refusal) == ARR2026[69]


def test_normative_documents_belong_to_it_since_july_2026() -> None:
    """2026年6月30日以前没有列入规范性文件 (ARR2007 57)."""
    assert recommend(Level.DOCUMENT, "2026-07-01").level is Level.DOCUMENT
    with pytest.raises(Refused) as refusal:
        recommend(Level.DOCUMENT, "2026-06-30")
    assert article(refusal) == ARR2007[57].par(2)


def test_a_recommendation_says_until_when_an_answer_is_hoped_for() -> None:
    """建议书写明希望答复的期限，逾期催告 (RULES 48)."""
    with pytest.raises(Refused) as refusal:
        recommend(Level.RULE, "2026-07-21", answer_by="2026-07-21")
    assert article(refusal) == RULES[48]
    file = following().then(RecommendationIssued, "2026-07-21", answer_by=day("2026-08-31"))
    assert file.last_day("answer_recommendation") == "2026-08-31"
    file.lapse("answer_recommendation", "2026-08-31", RESPONDENT)
    last = file.facts[-1]
    assert isinstance(last, RecommendationUnanswered)
    assert last.organ == RESPONDENT
    answered = recommending.answer(file.file, file.head("2026-09-02"), RESPONDENT, PAPER)
    assert file.record(answered).file.recommendations[0].answered_on == day("2026-09-02")


def hand(deed: Deed, to: Recipient, **said: Any) -> Recipient:  # noqa: ANN401 - fields of it
    done = day(said.pop("done", "2026-07-10"))
    handing = Handing(deed=deed, recipient=to, done_on=done, **said)
    return hand_over(following().head("2026-07-21"), handing, PAPER).recipient


def refuses(deed: Deed, to: Recipient, **said: Any) -> Article:  # noqa: ANN401 - as above
    with pytest.raises(Refused) as refusal:
        hand(deed, to, **said)
    return article(refusal)


def test_deeds_of_organs_go_to_the_supervisory_or_the_appointing_organ() -> None:
    """向监察机关或者任免机关、单位移送违法的事实材料 (ARL 85)."""
    for to in (Recipient.SUPERVISORY, Recipient.APPOINTING):
        assert hand(Deed.NO_REPLY, to) is to
    assert refuses(Deed.NO_REPLY, Recipient.POLICE) == ARL[85]


def test_what_anybody_did_goes_to_the_police_unless_an_official_did_it() -> None:
    """扰乱秩序的，依法给予治安管理处罚 (ARL 84)."""
    assert hand(Deed.ORDER_DISTURBED, Recipient.POLICE) is Recipient.POLICE
    assert refuses(Deed.ORDER_DISTURBED, Recipient.APPOINTING) == ARL[84]
    official = hand(Deed.ORDER_DISTURBED, Recipient.APPOINTING, official=True)
    assert official is Recipient.APPOINTING


def test_a_clue_of_official_crime_goes_to_the_supervisory_organ_alone() -> None:
    """涉嫌职务违法、职务犯罪的问题线索，应当移送监察机关 (ARL 86)."""
    assert hand(Deed.ABUSE, Recipient.SUPERVISORY, duty_crime=True) is Recipient.SUPERVISORY
    assert refuses(Deed.ABUSE, Recipient.APPOINTING, duty_crime=True) == ARL[86]


def test_a_clue_about_the_act_itself_goes_to_the_supervisory_organ_alone() -> None:
    """办案中发现的任何职务违法、职务犯罪线索都应当移送，不限于第80条至第84条的行为 (ARL 86)."""
    for done in ("2025-03-10", "2026-07-10"):
        said = Handing(deed=Deed.DUTY_CRIME, recipient=Recipient.SUPERVISORY, done_on=day(done))
        fact = hand_over(following().head("2026-07-21"), said, PAPER)
        assert (fact.recipient, fact.duty_crime) == (Recipient.SUPERVISORY, True)
    for to in (Recipient.APPOINTING, Recipient.POLICE):
        assert refuses(Deed.DUTY_CRIME, to) == ARL[86]
    assert refuses(Deed.DUTY_CRIME, Recipient.SUPERVISORY, official=False) == ARL[86]


def test_an_attack_on_a_reviewer_has_an_article_of_its_own_since_july_2026() -> None:
    """2026年6月30日以前的条例没有专条 (ARR2026 72)."""
    assert hand(Deed.REVIEWER_ATTACKED, Recipient.POLICE) is Recipient.POLICE
    old = refuses(Deed.REVIEWER_ATTACKED, Recipient.POLICE, done="2026-06-30")
    assert old == ARL[85]
    assert refuses(Deed.NO_REPLY, Recipient.APPOINTING, done="2026-07-22") == ARL[85]
