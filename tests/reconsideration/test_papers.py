"""行政复议文书: each says what its article asks, and whoever makes one leaves a trace."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.papers.grounds import CONSULTED_FOR
from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.sorts import PRINTED, SORTS, sort_of
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    Condition,
    ConsultationGround,
    ConsultationRequested,
    CopySent,
    DecisionExtended,
    DecisionMade,
    OpinionRecorded,
    ReconsiderationTerminated,
    SupplementNotified,
)
from shared.contracts.reconsideration.hearing_held import HearingSet
from shared.contracts.reconsideration.higher import ElevatedFileReceived, ElevationOrdered
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.errors import Unknown
from shared.law.article import ARL
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, OTHER, PAPER, RESPONDENT, day, received
from tests.reconsideration.papered import (
    AUTHORITY_NAME,
    DIRECTORY,
    RESPONDENT_NAME,
    cells,
    made_of,
    says,
)


def test_every_paper_of_the_file_is_by_its_authority_and_dated_the_day_of_its_act() -> None:
    """署名是行政复议机关，成文日期是办理之日；没有编号的是稿."""
    paper = paper_of(SORTS["acceptance"], made_of(ApplicationAccepted))
    assert (paper.organ, paper.dated) == (AUTHORITY_NAME, day("2026-03-05"))
    assert paper.is_draft
    assert "620702-20260302-0000123-5" in paper.numbered


def test_the_notice_to_supplement_lists_everything_and_says_what_silence_means() -> None:
    """补正通知一次性载明需要补正的事项；十个工作日；逾期视为放弃 (ARL 31)."""
    text = "一、身份证明。\n二、处罚决定书复印件。"
    said = says(paper_of(SORTS["supplement"], made_of(SupplementNotified, text=text)))
    for one in ("一、身份证明。", "二、处罚决定书复印件。", "十个工作日", "视为放弃"):
        assert one in said
    assert "《中华人民共和国行政复议法》第三十一条第一款" in said


def test_the_notice_of_acceptance_says_until_when_it_is_decided_and_what_may_be_done() -> None:
    """受理通知写明受理之日、六十日届满之日、查阅、听证、调解、停止执行 (ARL 30, 42, 47, 62)."""
    paper = paper_of(SORTS["acceptance"], made_of(ApplicationAccepted))
    said = says(paper)
    assert paper.addressee == "安某"
    assert "自2026年3月5日起予以受理" in said
    assert "六十日" in said
    assert "2026年5月6日" in said  # the sixtieth day is 4 May, a rest day as is the fifth
    for right in ("查阅、复制", "听证", "调解", "停止执行", "代理人"):
        assert right in said


def test_an_application_deemed_accepted_is_told_as_such() -> None:
    """审查期限届满视为受理的，通知书写明，不写经审查符合条件 (ARL 30)."""
    said = says(paper_of(SORTS["acceptance"], made_of(ApplicationAccepted, by=CLOCK)))
    assert "视为受理" in said
    assert "第三十条第三款" in said
    assert "经审查" not in said


@pytest.mark.parametrize("missing", Condition)
def test_a_refusal_names_the_condition_that_is_missing(missing: Condition) -> None:
    """不予受理决定书写明不符合的条件，引到项 (ARL 30)."""
    item = "一二三四五六七"[list(Condition).index(missing)]
    matter = made_of(ApplicationDeclined, missing=missing, reason_id=PAPER)
    assert f"第三十条第一款第（{item}）项" in says(paper_of(SORTS["declination"], matter))


def test_a_refusal_gives_reasons_the_competent_organ_and_the_ways_that_are_open() -> None:
    """说明理由，告知有管辖权的机关，告知起诉和反映的途径 (ARL 30, 34, 35; ALL 45)."""
    competent = "620700-government"
    fields = {"missing": Condition.JURISDICTION, "reason_id": PAPER, "competent": competent}
    said = says(paper_of(SORTS["declination"], made_of(ApplicationDeclined, **fields)))
    assert "理由如此。" in said
    assert f"有管辖权的行政复议机关是{DIRECTORY.organ(competent).name}" in said
    for way in ("十五日内", "行政诉讼法》第四十五条", "六个月内", "上级行政机关反映"):
        assert way in said


def test_a_refusal_for_another_reason_names_no_other_organ() -> None:
    matter = made_of(ApplicationDeclined, missing=Condition.TIME, reason_id=PAPER)
    assert "有管辖权的行政复议机关" not in says(paper_of(SORTS["declination"], matter))


def test_the_notice_to_reply_goes_to_the_respondent_with_the_copy_and_what_silence_means() -> None:
    """提出答复通知：十个工作日，提交证据、依据，逾期视为没有证据，不得自行收集 (ARL 46, 48, 70)."""
    paper = paper_of(SORTS["reply-notice"], made_of(CopySent))
    assert paper.addressee == RESPONDENT_NAME
    for one in ("十个工作日", "证据、依据", "视为该行政行为没有证据、依据", "自行向申请人", "副本"):
        assert one in says(paper)


def of_two(kind: type[Fact]) -> Matter:
    """A file against two organs that acted in one name, and one more fact."""
    matter = made_of(kind)
    walk = received().then(JointRespondentNamed, "2026-03-02")
    return replace(matter, facts=[*walk.facts, matter.facts[-1]])


def test_the_notice_to_reply_goes_to_every_one_of_joint_respondents() -> None:
    """共同被申请人各有一份答复通知和送达回证，各自计算期限 (ARL 19, 48)."""
    other = DIRECTORY.organ(OTHER).name
    paper = paper_of(SORTS["reply-notice"], of_two(CopySent))
    assert paper.addressee == f"{RESPONDENT_NAME}、{other}"
    assert "各自自收到之日起计算期限" in says(paper)
    assert "各自自收到之日起" not in says(paper_of(SORTS["reply-notice"], made_of(CopySent)))
    receipts = receipts_of(SORTS["reply-notice"], of_two(CopySent))
    assert [cells(one)["受送达人"] for one in receipts] == [RESPONDENT_NAME, other]


def test_who_is_a_respondent_no_longer_stands_on_no_paper() -> None:
    """不再列为被申请人的，文书不再写明 (ARR2026 29)."""
    matter = of_two(CopySent)
    walk = received().then(JointRespondentNamed, "2026-03-02")
    walk.then(JointRespondentLeft, "2026-03-03")
    left = replace(matter, facts=[*walk.facts, matter.facts[-1]])
    assert (matter.respondents, left.respondents) == ((RESPONDENT, OTHER), (RESPONDENT,))


def test_the_notice_of_extension_tells_both_parties_how_long_why_and_what_then() -> None:
    """延长审理期限书面告知当事人：多久、至何日、理由、逾期可以起诉 (ARL 62; ALL 45)."""
    more = {"days": 30, "until": day("2026-06-03")}
    paper = paper_of(SORTS["extension"], made_of(DecisionExtended, **more))
    assert paper.addressee == f"安某，{RESPONDENT_NAME}"
    for one in ("延长30日", "2026年6月3日", "理由如此。", "负责人批准", "十五日内"):
        assert one in says(paper)


def test_the_notice_of_elevation_tells_both_parties_who_handles_the_case_and_why() -> None:
    """提级审理书面告知当事人：哪一种情形、由谁审理、期限重新计算 (ARL 38; ARR2026 40)."""
    paper = paper_of(SORTS["elevation"], made_of(ElevationOrdered, "2026-07-27"))
    assert paper.addressee == f"安某，{RESPONDENT_NAME}"
    for one in (
        "张掖市人民政府决定提级审理",
        "属于新类型案件",
        "五个工作日",
        "重新计算",
        "理由如此。",
    ):
        assert one in says(paper)
    assert "第四十条第一款第（二）项" in says(paper)
    assert paper.organ == "张掖市人民政府"


def test_a_paper_is_by_the_authority_that_handled_the_case_when_it_was_made() -> None:
    """提级以前的文书由下级署名，以后的由上级署名 (ARL 38)."""
    matter = made_of(ApplicationAccepted)
    taken = made_of(ElevatedFileReceived, "2026-07-29").facts[-1]
    page = taken.head.model_copy(update={"version": 3})
    later = made_of(DecisionExtended, "2026-08-03", until=day("2026-10-30")).facts[-1]
    last = later.model_copy(update={"head": later.head.model_copy(update={"version": 4})})
    every = [*matter.facts, taken.model_copy(update={"head": page}), last]
    both = replace(matter, facts=every)
    assert paper_of(SORTS["acceptance"], both).organ == "甘州区人民政府"
    assert paper_of(SORTS["extension"], both).organ == "张掖市人民政府"


def test_the_notice_of_a_hearing_says_when_where_on_what_and_what_absence_means() -> None:
    """听证通知书写明时间、地点、事项，无正当理由不来的视为放弃，负责人应当参加 (ARL 51)."""
    text = "听证时间：2026年3月25日09:00\n听证地点：三楼听证室\n拟听证事项：占道面积"
    paper = paper_of(SORTS["hearing-notice"], made_of(HearingSet, text=text))
    for one in ("三楼听证室", "占道面积", "视为放弃听证权利", "负责人应当参加听证"):
        assert one in says(paper)
    assert "第五十一条第一款" in says(paper)


@pytest.mark.parametrize("ground", ConsultationGround)
def test_the_letter_to_the_committee_names_its_ground_by_the_duty_to_ask(
    ground: ConsultationGround,
) -> None:
    """提请咨询函写明属于第五十二条第二款的哪一项、是否附拟稿 (ARL 52)."""
    item = "一二三四"[list(ConsultationGround).index(ground)]
    bare = made_of(ConsultationRequested, ground=ground)
    letter = says(paper_of(SORTS["consultation"], bare))
    assert f"第五十二条第二款第（{item}）项" in letter
    assert CONSULTED_FOR[ground] in letter
    assert "拟稿" not in letter
    shown = made_of(ConsultationRequested, ground=ground, draft_id=PAPER)
    assert "附行政复议决定书拟稿" in says(paper_of(SORTS["consultation"], shown))
    assert SORTS["consultation"].article == ARL[52].par(2)


def test_the_record_of_an_opinion_goes_by_the_duty_to_record_it() -> None:
    """咨询意见依第五十二条第三款记录在卷 (ARL 52)."""
    record = says(paper_of(SORTS["opinion"], made_of(OpinionRecorded)))
    assert "第五十二条第二款的规定提请" in record
    assert "第五十二条第三款的规定记录" in record
    assert SORTS["opinion"].article == ARL[52].par(3)


def test_everyone_on_whom_a_paper_is_served_signs_a_receipt_of_their_own() -> None:
    """送达回证每名受送达人一件，写明文书、地点、方式、签收 (ARL 88; CPL 87)."""
    matter = made_of(DecisionMade, applicants=(ANNA, BERT))
    made = receipts_of(SORTS["decision"], matter)
    served = [cells(one)["受送达人"] for one in made]
    assert served == ["安某", "甘州区伯某餐饮有限公司", RESPONDENT_NAME]
    first = cells(made[0])
    assert first["文书和文号"].startswith("行政复议决定书")
    assert first["送达地点"] == "甘州区东街街道"
    for manner in ("直接", "留置", "委托", "邮寄", "转交", "电子", "公告"):
        assert f"□{manner}送达" in first["送达方式"]
    assert made[0].dated is None


@pytest.mark.parametrize(
    ("sort", "kind", "who"),
    [
        ("acceptance", ApplicationAccepted, ["安某"]),
        ("reply-notice", CopySent, [RESPONDENT_NAME]),
        ("termination", ReconsiderationTerminated, ["安某", RESPONDENT_NAME]),
    ],
)
def test_a_receipt_is_for_whom_the_paper_is(sort: str, kind: type[Fact], who: list[str]) -> None:
    """受理通知送申请人，答复通知送被申请人，终止通知送双方 (ARL 30, 41, 48)."""
    made = receipts_of(SORTS[sort], made_of(kind))
    assert [cells(one)["受送达人"] for one in made] == who


def test_what_has_not_been_done_cannot_be_told() -> None:
    """还没有作出的决定，没有决定书 (ARL 75)."""
    with pytest.raises(Refused) as refused:
        paper_of(SORTS["decision"], made_of(ApplicationAccepted))
    assert refused.value.article.code == "ARL 75(1)"


def test_a_paper_is_not_made_for_somebody_without_a_name() -> None:
    """申请人姓名没有登记的，不出文书 (ARR2026 27)."""
    matter = made_of(ApplicationAccepted, applicants=(ANNA, UUID(int=99)))
    with pytest.raises(Refused, match="1名申请人"):
        paper_of(SORTS["acceptance"], matter)


@pytest.mark.parametrize(
    ("applicants", "you"), [((ANNA,), "你因"), ((BERT,), "你单位因"), ((ANNA, BERT), "你们因")]
)
def test_applicants_are_spoken_to_as_what_they_are(applicants: tuple[UUID, ...], you: str) -> None:
    """公民称你，单位称你单位，数人称你们."""
    matter = made_of(ApplicationAccepted, applicants=applicants)
    assert says(paper_of(SORTS["acceptance"], matter)).startswith(you)


def test_every_sort_that_is_served_has_its_receipt_and_nothing_else_is_a_sort() -> None:
    """送达的文书各有送达回证；入卷的笔录和送别的机构的函没有 (ARL 88)."""
    unserved = {"oral-application", "views", "hearing-minutes", "inquiry", "inspection"}
    unserved |= {"evidence-list", "opinion", "issuer-explanation"}
    unserved |= {"consultation", "appraisal", "hand-over", "elevation-request", "co-authority"}
    unserved |= {"liability-hand-over", "forwarding", "enforcement-application"}
    unserved |= {"file-reading", "interview-minutes", "entry"}
    unserved |= {"court-above-application", "immediate-enforcement"}
    unserved |= {"work-report", "major-matter"}  # between organs: no period runs from receipt
    unserved |= {"check-result", "mending-notice", "mending-report"}
    unserved |= {"application-copy"}  # who signs for the notice to reply signs for it
    assert {one.sort for one in PRINTED} == {
        *SORTS,
        *(f"{sort}-receipt" for sort in SORTS if sort not in unserved),
    }
    with pytest.raises(Unknown):
        sort_of("verdict")
