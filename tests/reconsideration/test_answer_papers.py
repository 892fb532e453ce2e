"""文书 of what is answered, refused and listed on the way of a case: each says what it must."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.printed import officers_of, texts_of
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.reconsideration import (
    ApplicationReceived,
    OpinionRecorded,
    Stance,
    Standing,
)
from shared.contracts.reconsideration.access import Excepted, FileAccessGranted, Withheld
from shared.contracts.reconsideration.assigning import RecusalDecided
from shared.contracts.reconsideration.attached import (
    AttachedReviewDropped,
    AttachedReviewRequested,
    Drop,
)
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingHeld,
    HearingPutOff,
    HearingSet,
)
from shared.contracts.reconsideration.higher import ElevationAsked, ElevationDenied
from shared.contracts.reconsideration.inquiring import EvidenceTaken, InspectionEnded
from shared.contracts.reconsideration.pausing import (
    ResumptionOrdered,
    Stay,
    StayEnded,
    Suspension,
)
from shared.contracts.reconsideration.people import ThirdPersonRefused
from shared.contracts.reconsideration.proving import EvidenceExamined, EvidenceSubmitted
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    CITY_GOVERNMENT,
    FILE,
    PAPER,
    accepted,
    received,
    replying,
)
from tests.reconsideration.papered import AUTHORITY_NAME, DIRECTORY, cells, made_of, says
from tests.reconsideration.test_notices import told

CITY_NAME = DIRECTORY.organ(CITY_GOVERNMENT).name


def test_whoever_applies_has_a_receipt_that_says_when_it_came_and_until_when_it_is_reviewed() -> (
    None
):
    """收件回执写明收到之日、五日内审查；不表示受理，不收费 (ARL 30, 87)."""
    matter = made_of(ApplicationReceived)
    said = says(paper_of(SORTS["acknowledgement"], matter))
    for one in ("2026年3月5日收到", "五个工作日内进行审查", "不表示已经受理", "不收取任何费用"):
        assert one in said
    assert matter.reference in said


def test_what_was_received_is_entered_on_a_sheet_that_stays_in_the_file() -> None:
    """收件登记表写明何日、怎样收到、谁对什么行为申请、请求和理由；入卷，不编号 (ARL 22, 30)."""
    matter = made_of(ApplicationReceived, text="请求撤销处罚决定。")
    paper = paper_of(SORTS["entry"], matter)
    assert (paper.record, paper.is_draft, paper.dated) == (True, False, None)
    told = cells(paper)
    assert told["收到日期"] == "2026年3月5日"
    assert "申请人：安某" in told["当事人"]
    assert "被申请人：" in told["当事人"]
    assert "五个工作日" in told["审查期限"]
    assert "请求撤销处罚决定。" in says(paper)


def test_an_elevation_is_asked_of_the_authority_above_and_answered_to_the_one_below() -> None:
    """报请提级：本机关写给上级；不予提级：上级署名，写给下级 (ARL 38; ARR2026 40)."""
    asked = paper_of(SORTS["elevation-request"], made_of(ElevationAsked, "2026-07-20"))
    assert (asked.organ, asked.addressee) == (AUTHORITY_NAME, CITY_NAME)
    assert "第四十条第一款第（二）项" in says(asked)
    matter = made_of(ElevationDenied, "2026-07-27")
    denied = paper_of(SORTS["elevation-refusal"], matter)
    assert (denied.organ, denied.addressee) == (CITY_NAME, AUTHORITY_NAME)
    for one in ("不予提级审理", "理由如此。", "第四十条第二款"):
        assert one in says(denied)
    [receipt] = receipts_of(SORTS["elevation-refusal"], matter)
    assert cells(receipt)["受送达人"] == AUTHORITY_NAME


@pytest.mark.parametrize("cause", Suspension)
def test_the_order_to_resume_is_by_the_authority_above(cause: Suspension) -> None:
    """责令恢复审理：上级署名，写给中止的机关，引到中止的那一项 (ARL 39, 40)."""
    paper = paper_of(SORTS["resumption-order"], made_of(ResumptionOrdered, cause=cause))
    assert (paper.organ, paper.addressee) == (CITY_NAME, AUTHORITY_NAME)
    item = "一二三四五六七八九十"[list(Suspension).index(cause)]
    assert f"第三十九条第一款第（{item}）项" in says(paper)
    assert "没有正当理由" in says(paper)


@pytest.mark.parametrize("replaced", [True, False])
def test_a_recusal_says_who_steps_in_or_that_the_reviewer_stays(replaced: bool) -> None:  # noqa: FBT001 - a parameter
    """回避决定写明认定的关系、由谁接替，或者不回避 (RULES 47)."""
    said = told("recusal", RecusalDecided, replaced=replaced)
    assert ("由fuyi-09接替" in said) is replaced
    assert ("不回避，继续办理" in said) is not replaced
    assert "利害关系" in said


def test_a_third_person_that_is_not_let_in_is_told_why_alone() -> None:
    """不准许参加的，只告知申请参加的那个人，说明理由 (ARL 16)."""
    matter = made_of(ThirdPersonRefused)
    paper = paper_of(SORTS["third-person-refusal"], matter)
    assert paper.addressee == "甘州区伯某餐饮有限公司"
    assert "没有利害关系" in says(paper)
    assert "理由如此。" in says(paper)
    [receipt] = receipts_of(SORTS["third-person-refusal"], matter)
    assert cells(receipt)["受送达人"] == "甘州区伯某餐饮有限公司"


@pytest.mark.parametrize("ground", Stay)
def test_the_end_of_a_stay_names_the_item_that_is_gone(ground: Stay) -> None:
    """恢复执行写明停止执行的是哪一项、已经消除 (ARL 42)."""
    said = told("stay-end", StayEnded, ground=ground)
    assert f"第四十二条第（{'一二三四'[list(Stay).index(ground)]}）项" in said
    assert "自2026年3月5日起恢复执行" in said


def test_whoever_asked_for_a_hearing_in_vain_is_told_why_and_is_heard() -> None:
    """不组织听证的，说明理由，意见仍然听取 (ARL 49, 50)."""
    said = told("hearing-refusal", HearingDenied)
    for one in ("理由如此。", "第五十条第一款", "第四十九条"):
        assert one in said


def test_a_hearing_that_is_put_off_names_the_day_that_it_was_to_be() -> None:
    """延期听证写明原定哪一日，另行提前五日通知 (ARL 51)."""
    walk = replying().then(HearingSet, "2026-03-20").then(HearingPutOff, "2026-03-30")
    matter = replace(made_of(HearingPutOff), facts=walk.facts)
    said = says(paper_of(SORTS["hearing-delay"], matter))
    assert "原定于2026年4月2日举行的听证延期" in said
    assert "另行书面通知" in said


def test_minutes_of_a_hearing_say_when_where_and_whether_the_head_came() -> None:
    """听证笔录写明时间、地点，负责人未到的说明和委托，拒绝签名的理由 (ARL 51; RULES 76)."""
    walk = replying().then(HearingSet, "2026-03-20", hearing_place="三楼听证室")
    walk.then(
        HearingHeld,
        "2026-04-02",
        head_came=False,
        explained=True,
        staff_came=True,
        third_came=False,
        signed=(Standing.APPLICANT,),
        unsigned=(Standing.RESPONDENT,),
        unsigned_reason_id=PAPER,
    )
    names = {"fuyi-01": "李主持", "fuyi-02": "王听证", "fuyi-03": "赵听证", "fuyi-04": "孙记录"}
    matter = replace(made_of(HearingHeld), facts=walk.facts, called=names)
    said = says(paper_of(SORTS["hearing-minutes"], matter))
    assert "2026年4月2日9时在三楼听证室举行听证" in said
    assert "主持人：李主持；听证员：王听证、赵听证；记录员：孙记录" in said
    assert "被申请人的负责人没有参加听证，已说明不能参加的理由，委托工作人员参加" in said
    assert "拒绝签名：被申请人。拒绝签名的情况和理由：理由如此。" in said
    assert texts_of(matter, SORTS["hearing-minutes"]) == [PAPER, PAPER]


def test_papers_call_officers_by_their_posts() -> None:
    """文书写人员的岗位名称，不写账号 (ARL 45; RULES 47)."""
    called = {"fuyi-07": "李复议员", "fuyi-09": "赵复议员", "fuyi-08": "钱复议员"}
    for sort, kind in (("recusal", RecusalDecided), ("inquiry", EvidenceTaken)):
        matter = replace(made_of(kind), called=called)
        codes = officers_of(matter, SORTS[sort])
        assert codes
        said = says(paper_of(SORTS[sort], matter))
        assert all(called[code] in said and code not in said for code in codes), said
    assert set(officers_of(made_of(InspectionEnded), SORTS["inspection"])) <= set(called)


def test_a_hearing_that_is_given_up_is_told_to_all_with_its_reason() -> None:
    """延期的听证不再组织的，写明理由，意见另行听取 (ARL 49, 50)."""
    said = says(paper_of(SORTS["hearing-dropped"], made_of(HearingDropped)))
    assert "不再组织听证" in said
    assert "行政复议法》第四十九条" in said


def test_the_opinion_of_the_committee_is_a_record_with_its_stance() -> None:
    """咨询意见入卷，写明对初步意见的态度；不编号，不是稿 (ARL 52)."""
    matter = made_of(OpinionRecorded, stance=Stance.AGREES)
    paper = paper_of(SORTS["opinion"], matter)
    assert "同意" in says(paper)
    assert not paper.is_draft


def test_whoever_may_read_the_file_is_told_what_is_kept_back_and_why() -> None:
    """查阅复制告知书：可以查阅的，不予查阅的情形和理由、遮盖的文本；写给查阅人 (ARL 47)."""
    kept = (
        Withheld(excepted=Excepted.PRIVACY, evidence=2, reason_id=FILE, redacted_id=PAPER),
        Withheld(excepted=Excepted.BUSINESS_SECRET, reason_id=PAPER),
    )
    matter = made_of(FileAccessGranted, reader=ANNA, evidences=(1, 2), withheld=kept)
    assert texts_of(matter, SORTS["file-access"]) == [FILE, PAPER]
    texts = {FILE: "有病历。", PAPER: "有报价。"}
    paper = paper_of(SORTS["file-access"], replace(matter, texts=texts))
    assert paper.addressee == "安某"
    for one in (
        *("被申请人的书面答复", "编号1、2"),
        *(
            "证据2：个人隐私，提供遮盖后的文本。有病历。",
            "书面答复：商业秘密，不予查阅、复制。有报价。",
        ),
    ):
        assert one in says(paper)
    bare = says(paper_of(SORTS["file-access"], made_of(FileAccessGranted)))
    assert "下列材料涉及" not in bare


def test_the_list_of_evidence_has_every_piece_with_what_it_was_found_to_be() -> None:
    """证据清单逐件写明种类、提出人、待证事项、审查结果；按页码的列到那一件 (ARL 43, 44)."""
    walk = replying().then(EvidenceSubmitted, "2026-03-10")
    walk.then(EvidenceExamined, "2026-03-12")
    walk.then(EvidenceSubmitted, "2026-03-13", evidence=2, standing=None, shows_id=FILE)
    matter = replace(made_of(EvidenceSubmitted), facts=walk.facts, texts={FILE: "监控录像。"})
    sort = SORTS["evidence-list"]
    assert texts_of(matter, sort) == [PAPER, FILE]
    said = says(paper_of(sort, matter))
    assert "证据1（书证，申请人提出" in said
    assert "审查属实" in said
    assert "证据2（书证，行政复议机构调取" in said
    assert "尚未审查）：监控录像。" in said
    first = replace(matter, page=5)
    assert texts_of(first, sort) == [PAPER]
    assert "证据2" not in says(paper_of(sort, first))


def test_each_of_two_that_are_not_let_in_is_told_by_the_page_of_its_own() -> None:
    """两人先后不准许参加的，各按自己那一页告知 (ARL 16)."""
    other = UUID(int=61)
    matter = made_of(ThirdPersonRefused)
    walk = accepted().then(ThirdPersonRefused, "2026-03-06")
    walk.then(ThirdPersonRefused, "2026-03-09", third_person=other)
    people = {**matter.people, other: replace(matter.people[ANNA], name="丙某")}
    both = replace(matter, facts=walk.facts, people=people)
    sort = SORTS["third-person-refusal"]
    assert paper_of(sort, both).addressee == "丙某"
    assert paper_of(sort, replace(both, page=3)).addressee == matter.people[BERT].name


def test_whoever_asked_in_vain_for_a_document_s_review_is_told_why() -> None:
    """认定不是依据的，书面告知理由；自己撤回的、案件终结的不用 (ARL 13)."""
    matter = made_of(AttachedReviewDropped, nth=1, drop=Drop.NO_BASIS, reason_id=PAPER)
    said = says(paper_of(SORTS["attached-refusal"], matter))
    assert "不是本案行政行为所依据的规范性文件" in said
    assert "本机关曾认为有关依据不合法" in said  # nobody asked
    asked = received().then(AttachedReviewRequested, "2026-03-02")
    asked.then(AttachedReviewDropped, "2026-03-05")
    told = replace(matter, facts=asked.facts)
    assert "请求一并对有关规范性文件进行审查" in says(paper_of(SORTS["attached-refusal"], told))
    assert "理由如此。" in said
    for drop in (Drop.WITHDRAWN, Drop.CASE_ENDED):
        other = made_of(AttachedReviewDropped, nth=1, drop=drop, reason_id=PAPER)
        with pytest.raises(Refused):
            paper_of(SORTS["attached-refusal"], other)
