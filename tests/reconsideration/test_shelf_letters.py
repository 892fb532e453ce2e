"""文书 of letters, recommendations and corrections of slips (ARL 76, 79, 84 to 86; RULES 91)."""

import pytest

from shared.contracts.reconsideration.aftermath import (
    ClericalErrorsCorrected,
    Conclusion,
    DecisionCopied,
    DecisionTookEffect,
)
from shared.contracts.reconsideration.letters import (
    Deed,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    Recipient,
    RecommendationIssued,
)
from shared.contracts.reconsideration.letters import Flaw as LetterFlaw
from shared.law.procedure import Refused
from shared.paper import Paper
from tests.reconsideration.following import ABOVE, Following, following
from tests.reconsideration.makers import (
    BERT,
    PAPER,
    day,
)
from tests.reconsideration.papered import (
    AUTHORITY_NAME,
    DIRECTORY,
    RESPONDENT_NAME,
    says,
)
from tests.reconsideration.shelved import of_file, signed_by, written


def test_an_opinion_letter_goes_to_the_organ_and_gives_it_sixty_days() -> None:
    """意见书：写给有关机关，六十日内报送纠正情况，被申请人应当履行 (ARL 76, 77)."""
    matter = of_file(following().then(OpinionLetterIssued, "2026-07-21").facts)
    paper = written("opinion-letter", matter)
    assert (paper.organ, paper.addressee) == (AUTHORITY_NAME, RESPONDENT_NAME)
    for one in ("行政行为违法", "六十日内", "第七十六条", "第七十七条第二款", "理由如此。"):
        assert one in says(paper)
    assert signed_by("opinion-letter", matter) == [RESPONDENT_NAME]


def test_a_letter_to_another_organ_threatens_nothing_that_is_for_the_respondent() -> None:
    """写给其他下级机关的意见书不写被申请人不履行的后果；善后的引旧条例 (ARL 76; ARR2007 57)."""
    other = following("2026-05-20").then(
        OpinionLetterIssued, "2026-05-21", organ="620702-shijian", flaw=LetterFlaw.AFTERMATH
    )
    said = says(written("opinion-letter", of_file(other.facts)))
    assert "第七十七条" not in said
    assert "需要做好善后工作" in said
    assert "实施条例》第五十七条第一款" in said


def test_a_decision_and_a_letter_are_copied_to_the_department_above() -> None:
    """决定书、意见书抄告被申请人的上一级主管部门 (ARL 79)."""
    file = following(document_number="甘政复决字〔2026〕7号").then(DecisionCopied, "2026-07-22")
    of_decision = written("decision-copy", of_file(file.facts))
    assert of_decision.addressee == DIRECTORY.organ(ABOVE).name
    assert "《行政复议决定书》（甘政复决字〔2026〕7号）" in says(of_decision)
    number = "甘政复决字〔2026〕8号"
    sooner = Following().then(DecisionTookEffect, "2026-07-14", document_number=number)
    before_all = written("decision-copy", of_file(sooner.then(DecisionCopied, "2026-07-15").facts))
    assert "《行政复议决定书》（甘政复决字〔2026〕8号）" in says(before_all)
    file.then(OpinionLetterIssued, "2026-07-23").then(OpinionLetterCopied, "2026-07-28")
    of_letter = says(written("letter-copy", of_file(file.facts)))
    assert f"2026年7月23日向{RESPONDENT_NAME}制发行政复议意见书" in of_letter
    assert "第七十九条第二款" in of_letter


@pytest.mark.parametrize(
    ("on", "place"),
    [("2026-07-21", "实施条例》第六十九条"), ("2026-05-21", "实施条例》第五十七条第二款")],
)
def test_a_recommendation_is_signed_by_the_body_and_says_until_when_it_is_answered(
    on: str, place: str
) -> None:
    """建议书由行政复议机构署名，写明希望答复的期限，依当日的条例 (ARR2026 69; RULES 48, 110)."""
    file = following("2026-05-20").then(RecommendationIssued, on, level="law")
    paper = written("recommendation", of_file(file.facts))
    assert paper.organ == DIRECTORY.body_of("620702").name
    assert place in says(paper)
    assert "2027年12月31日之前" in says(paper)


@pytest.mark.parametrize(
    ("fields", "name", "place"),
    [
        ({}, "违法事实材料移送函", "第八十五条"),
        (
            {"recipient": Recipient.SUPERVISORY, "duty_crime": True},
            "问题线索移送函",
            "第八十六条",
        ),
        (
            {
                "deed": Deed.DUTY_CRIME,
                "recipient": Recipient.SUPERVISORY,
                "duty_crime": True,
            },
            "问题线索移送函",
            "第八十六条",
        ),
        (
            {"deed": Deed.ORDER_DISTURBED, "recipient": Recipient.POLICE},
            "违法事实材料移送函",
            "第八十四条",
        ),
    ],
)
def test_material_is_handed_to_whoever_deals_with_it(
    fields: dict[str, object], name: str, place: str
) -> None:
    """移送违法事实材料、问题线索：写明行为、依据，写给接受移送的机关 (ARL 84, 85, 86)."""
    file = following().then(LiabilityHandedOver, "2026-07-22", **fields)
    paper = written("liability-hand-over", of_file(file.facts))
    assert paper.name == name
    assert place in says(paper)
    assert paper.addressee.startswith(("公职人员任免机关", "监察机关", "公安机关"))


@pytest.mark.parametrize(
    ("conclusion", "name"),
    [
        (Conclusion.DELIVERED, "《行政复议决定书》"),
        (Conclusion.MEDIATED, "《行政复议调解书》"),
        (Conclusion.TERMINATED, "《行政复议终止决定书》"),
    ],
)
def test_slips_of_the_pen_are_put_right_in_the_paper_with_which_the_case_ended(
    conclusion: Conclusion, name: str
) -> None:
    """笔误补正写明是哪一件文书，不改变决定，期限不重新起算，送各方 (RULES 91)."""
    file = following(conclusion=conclusion).then(ClericalErrorsCorrected, "2026-07-22")
    matter = of_file(file.facts)
    said = says(written("clerical-correction", matter))
    for one in (name, "不改变决定的内容", "不因补正重新起算"):
        assert one in said
    assert signed_by("clerical-correction", matter) == ["安某", RESPONDENT_NAME]


def test_a_slip_in_a_refusal_is_told_to_the_applicants_alone() -> None:
    """不予受理决定书的补正通知书，送达回证只列申请人 (RULES 91; ARL 34)."""
    file = following(conclusion=Conclusion.DECLINED).then(ClericalErrorsCorrected, "2026-07-22")
    assert signed_by("clerical-correction", of_file(file.facts)) == ["安某"]


def test_of_several_letters_each_page_has_its_own_and_another_page_has_none() -> None:
    """两份意见书各按自己那一页制作，不写页码的按最近的；别的页写明不是 (RULES 69)."""
    file = following().then(OpinionLetterIssued, "2026-07-21", opinion_letter_id=BERT)
    file.then(OpinionLetterIssued, "2026-09-28", organ="620702-shijian")
    texts = {BERT: "第一份。", PAPER: "第二份。"}

    def of_page(page: int | None) -> Paper:
        return written("opinion-letter", of_file(file.facts, texts=texts, page=page))

    first, newest = of_page(2), of_page(None)
    assert (first.addressee, first.dated) == (RESPONDENT_NAME, day("2026-07-21"))
    assert "第一份。" in says(first)
    assert "第二份。" in says(newest)
    assert of_page(3) == newest
    with pytest.raises(Refused, match="案卷第1页不是应当制作行政复议意见书的办理事项"):
        of_page(1)
