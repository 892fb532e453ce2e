"""文书 of the acts between application and decision: each says what its article asks."""

from dataclasses import replace

import pytest

from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.sorts import SORTS, To, case, sort_of
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationAccepted,
    ConsultationRequested,
    CopySent,
    Standing,
    SupplementExtended,
    ViewsHeard,
    ViewsManner,
)
from shared.contracts.reconsideration.assigning import (
    ConvertedToOrdinary,
    SimplifiedChosen,
    SimplifiedGround,
)
from shared.contracts.reconsideration.hearing_held import HearingHeld, PersonAttended
from shared.contracts.reconsideration.higher import FileHandedOver
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    EvidenceTaken,
    InspectionEnded,
)
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.pausing import (
    ENDS_IN_SIXTY,
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    Stay,
    StayRefused,
    Suspension,
)
from shared.contracts.reconsideration.people import CasesJoined, Joinder, ThirdPersonJoined
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.respondent import RespondentChangeTold
from shared.contracts.reconsideration.settling import WithdrawalRefused
from shared.errors import Unknown
from tests.reconsideration.makers import ANNA, BERT, FIELDS, PAPER, day, received
from tests.reconsideration.papered import DIRECTORY, RESPONDENT_NAME, cells, made_of, says

ITEMS = "一二三四五六七八九十"


def told(sort: str, kind: type[Fact], **more: object) -> str:
    """What the paper of a sort says of an act."""
    return says(paper_of(SORTS[sort], made_of(kind, **more)))  # type: ignore[arg-type]  # by name


def test_a_longer_time_to_supplement_is_told_with_its_day() -> None:
    """延长补正期限的，写明至何日 (ARL 31)."""
    said = told("supplement-extension", SupplementExtended, until=day("2026-03-31"))
    for one in ("延长至2026年3月31日", "理由如此。", "第三十一条第二款"):
        assert one in said


def test_who_did_not_supplement_is_told_that_the_application_counts_as_abandoned() -> None:
    """视为放弃的，记录在案并告知还可以怎么办 (ARL 31; ALL 46)."""
    said = told("abandonment", ApplicationAbandoned)
    for one in ("视为你自2026年3月5日起放弃", "第三十一条第二款", "六个月内"):
        assert one in said


@pytest.mark.parametrize(
    ("sort", "kind"), [("abandonment", ApplicationAbandoned), ("not-handled", NotHandledAgain)]
)
def test_who_is_not_accepted_by_another_name_is_told_of_the_way_upward(
    sort: str, kind: type[Fact]
) -> None:
    """视为放弃、不再处理的告知书写明可以向上级行政机关反映 (ARL 35; RULES 146)."""
    said = told(sort, kind)
    assert "可以向上级行政机关反映" in said
    assert "第三十五条" in said


def test_the_record_of_an_oral_application_is_checked_and_signed() -> None:
    """口头申请笔录写明核对方式，留签名处；入卷，不编号，不是稿 (ARL 22)."""
    paper = paper_of(SORTS["oral-application"], made_of(OralApplicationRecorded))
    for one in ("理由如此。", "向申请人宣读", "申请人（签名或者盖章）"):
        assert one in says(paper)
    assert not paper.is_draft
    assert "没有签名" in told("oral-application", OralApplicationRecorded, signed=False)


def test_who_named_a_wrong_respondent_is_told_the_right_one_with_the_provision() -> None:
    """告知书写明应当以谁为被申请人、依据哪一条、不变更的后果 (ARL 19, 30, 33)."""
    said = told("respondent-change", RespondentChangeTold)
    for one in (RESPONDENT_NAME, "第十九条第一款", "不予受理", "第三十三条"):
        assert one in said


@pytest.mark.parametrize("called", [True, False])
def test_a_third_person_is_called_or_let_in_and_told_its_rights(called: bool) -> None:  # noqa: FBT001 - a parameter
    """第三人参加通知书：通知参加的和申请参加的各写各的 (ARL 16, 17, 47)."""
    matter = made_of(ThirdPersonJoined, called=called)
    paper = paper_of(SORTS["third-person"], matter)
    assert paper.addressee == "甘州区伯某餐饮有限公司"
    assert ("通知你（单位）作为第三人" in says(paper)) is called
    assert ("准予参加" in says(paper)) is not called
    assert "不影响案件的审理" in says(paper)
    [receipt] = receipts_of(SORTS["third-person"], matter)
    assert cells(receipt)["受送达人"] == "甘州区伯某餐饮有限公司"


@pytest.mark.parametrize("ground", Joinder)
def test_cases_that_are_joined_keep_their_periods(ground: Joinder) -> None:
    """合并审理写明情形和项，期限分别计算 (ARR2026 43)."""
    said = told("joinder", CasesJoined, ground=ground)
    assert f"第四十三条第（{ITEMS[list(Joinder).index(ground)]}）项" in said
    assert "分别计算" in said


@pytest.mark.parametrize("ground", SimplifiedGround)
def test_the_simplified_procedure_is_told_with_its_ground_and_its_periods(
    ground: SimplifiedGround,
) -> None:
    """适用简易程序的，写明情形、五日答复、三十日审结和届满之日 (ARL 53, 54, 62)."""
    said = told("simplified", SimplifiedChosen, ground=ground, runs_from=day("2026-03-05"))
    place = "第五十三条第二款"
    if ground is not SimplifiedGround.CONSENT:
        place = f"第五十三条第一款第（{ITEMS[list(SimplifiedGround).index(ground)]}）项"
    for one in (place, "五个工作日内", "三十日内", "2026年4月7日"):  # the 4th to the 6th rest
        assert one in said


def test_in_the_simplified_procedure_the_respondent_replies_in_five_days() -> None:
    """适用简易程序的，答复通知写明五日 (ARL 54)."""
    matter = made_of(CopySent)
    walk = received().then(ApplicationAccepted, "2026-03-05").then(SimplifiedChosen, "2026-03-05")
    short = replace(matter, facts=[*walk.facts, matter.facts[-1]])
    simplified = says(paper_of(SORTS["reply-notice"], short))
    assert "五个工作日" in simplified
    assert "第五十四条第一款" in simplified
    assert "十个工作日" in says(paper_of(SORTS["reply-notice"], matter))


@pytest.mark.parametrize(("act", "told_of"), [("penalty", True), ("licence", False)])
def test_the_respondent_is_told_from_when_a_surcharge_is_not_counted(
    act: str, *, told_of: bool
) -> None:
    """行政处罚案件，答复通知写明加处罚款自受理之日起不予计算 (APL 73)."""
    matter = made_of(CopySent)
    walk = received(act=act).then(ApplicationAccepted, "2026-03-05")
    accepted_one = replace(matter, facts=[*walk.facts, matter.facts[-1]])
    text = says(paper_of(SORTS["reply-notice"], accepted_one))
    assert ("加处罚款的数额自2026年3月5日起" in text) is told_of
    assert ("第七十三条第三款" in text) is told_of


def test_the_turn_to_the_ordinary_procedure_says_from_when_sixty_days_run() -> None:
    """转为普通程序的，写明理由、六十日自何日起 (ARL 55, 62)."""
    said = told("conversion", ConvertedToOrdinary, runs_from=day("2026-03-05"))
    for one in ("理由如此。", "六十日", "自2026年3月5日起计算", "负责人批准"):
        assert one in said


@pytest.mark.parametrize("cause", Suspension)
def test_a_suspension_names_its_item_and_only_three_causes_end_it_in_sixty_days(
    cause: Suspension,
) -> None:
    """十种中止各引各的一项；满六十日终止的只有三种 (ARL 39, 41)."""
    said = told("suspension", ReconsiderationSuspended, cause=cause)
    assert f"第三十九条第一款第（{ITEMS[list(Suspension).index(cause)]}）项" in said
    assert ("满六十日" in said) is (cause in ENDS_IN_SIXTY)
    assert "第四十条" in said


@pytest.mark.parametrize(
    ("sort", "kind"),
    [
        ("suspension", ReconsiderationSuspended),
        ("resumption", ReconsiderationResumed),
        ("resumption-order", ResumptionOrdered),
    ],
)
def test_who_is_no_more_or_cannot_act_is_named(sort: str, kind: type[Fact]) -> None:
    """因申请人死亡等中止、恢复的，写明是哪一申请人 (ARL 39)."""
    named = told(sort, kind, cause=Suspension.DEATH, applicant=BERT)
    assert "（甘州区伯某餐饮有限公司）" in named
    assert "（甘州区伯某餐饮有限公司）" not in told(sort, kind, cause=Suspension.DEATH)


def test_when_a_case_goes_on_the_parties_are_told() -> None:
    """恢复审理书面告知，期限继续计算 (ARL 39)."""
    said = told("resumption", ReconsiderationResumed, cause=Suspension.TALKS)
    assert "第三十九条第二款" in said
    assert "继续计算" in said


@pytest.mark.parametrize("ground", Stay)
def test_a_stay_names_its_item(ground: Stay) -> None:
    """停止执行的四种情形各引各的一项 (ARL 42)."""
    said = told("stay", ExecutionStayed, ground=ground)
    assert f"第四十二条第（{ITEMS[list(Stay).index(ground)]}）项" in said


@pytest.mark.parametrize(
    ("sort", "kind", "place"),
    [
        ("stay-refusal", StayRefused, "第四十二条第（三）项"),
        ("withdrawal-refusal", WithdrawalRefused, "第四十一条第（一）项"),
    ],
)
def test_what_is_refused_is_told_with_its_reason(sort: str, kind: type[Fact], place: str) -> None:
    """不予停止执行、不准予撤回的，说明理由 (ARL 41, 42)."""
    said = told(sort, kind)
    assert "理由如此。" in said
    assert place in said


def test_the_record_of_what_was_heard_says_of_whom_and_how() -> None:
    """听取意见笔录写明听取谁的意见、方式和内容 (ARL 49)."""
    said = told(
        "views", ViewsHeard, standing=Standing.THIRD, manner=ViewsManner.TELEPHONE, text="太重。"
    )
    for one in ("第三人", "电话", "太重。"):
        assert one in said


def test_the_minutes_of_a_hearing_say_who_sat_who_came_and_who_signed() -> None:
    """听证笔录写明组成人员、到场和签名，负责人没有来的写明 (ARL 50, 51; RULES 76)."""
    said = told("hearing-minutes", HearingHeld, head_came=False, unsigned=(Standing.RESPONDENT,))
    for one in ("主持人：", "听证员：", "负责人没有参加听证", "拒绝签名：被申请人"):
        assert one in said


def test_the_minutes_say_of_each_of_several_applicants_whether_it_came_and_signed() -> None:
    """申请人有数名的，听证笔录逐名写明参加、签名、放弃 (ARL 51; RULES 76)."""
    each = (
        PersonAttended(person=ANNA, came=True, signed=False),
        PersonAttended(person=BERT, came=False, waived=True),
    )
    both = {"applicants": (ANNA, BERT), "unsigned": (Standing.APPLICANT,)}
    said = told(
        "hearing-minutes", HearingHeld, attended=each, signed=(Standing.RESPONDENT,), **both
    )
    for one in ("参加听证，拒绝签名", "没有参加听证，视为放弃听证权利", "第五十一条第二款"):
        assert one in said
    assert "已签名或者盖章：被申请人" in said
    assert "拒绝签名：申请人" not in said


@pytest.mark.parametrize(
    ("sort", "kind"), [("inquiry", EvidenceTaken), ("inspection", InspectionEnded)]
)
def test_the_record_of_what_was_taken_says_who_took_it_and_who_did_not_sign(
    sort: str, kind: type[Fact]
) -> None:
    """调查、勘验笔录写明人员和内容，没有签名的写明 (ARL 45; ARR2026 45)."""
    said = told(sort, kind, inquirers=("fuyi-07", "fuyi-08"))
    assert "fuyi-07、fuyi-08" in said
    assert "没有签名" not in said
    assert "没有签名" in told(sort, kind, unsigned_id=BERT)


def test_an_appraisal_is_commissioned_in_writing_and_says_who_pays() -> None:
    """鉴定委托书写明事项、费用由谁承担，时间不计入审理期限 (ARR2026 46)."""
    said = told("appraisal", AppraisalBegun, payer=Standing.APPLICANT, text="占道面积。")
    for one in ("占道面积。", "鉴定费用由申请人承担", "不计入行政复议审理期限"):
        assert one in said


def test_the_file_goes_to_the_authority_above_with_a_letter() -> None:
    """移送函写明移送给谁、清单；2026年7月以前依法律第38条，期限不重新计算 (ARL 38; ARR2026 40)."""
    above = {"organ": "620700-government"}
    paper = paper_of(SORTS["hand-over"], made_of(FileHandedOver, "2026-07-20", **above))
    assert paper.addressee == DIRECTORY.organ("620700-government").name
    assert "第四十条第三款" in says(paper)
    assert "重新计算" in says(paper)
    before = says(paper_of(SORTS["hand-over"], made_of(FileHandedOver, "2026-06-30", **above)))
    assert ("第三十八条第一款" in before, "重新计算" in before) == (True, False)


def test_the_committee_is_asked_in_writing() -> None:
    """提请咨询函写明咨询事项，送行政复议委员会，不用送达回证 (ARL 52)."""
    paper = paper_of(SORTS["consultation"], made_of(ConsultationRequested, text="是否适当？"))
    assert paper.addressee == "行政复议委员会"
    assert "是否适当？" in says(paper)
    with pytest.raises(Unknown):
        sort_of("consultation-receipt")


@pytest.mark.parametrize("sort", [one for one in SORTS.values() if one.to is To.FILE])
def test_what_stays_in_the_file_is_served_on_nobody(sort: object) -> None:
    """入卷的笔录没有送达回证."""
    with pytest.raises(Unknown):
        sort_of(f"{sort.name}-receipt")  # type: ignore[attr-defined]


def test_every_sort_is_made_of_its_act() -> None:
    """案卷的每一种文书都能从它的办理事项制作，引的条文都有；另立的案卷的见 test_shelf_papers."""
    made = {}
    for sort in case.SORTS:
        fields = {} if sort.of in FIELDS else {"reason_id": PAPER, "missing": "time"}
        fields |= {"to_be_told": True} if sort.only == ("to_be_told", True) else {}
        made[sort.name] = says(paper_of(sort, made_of(sort.of, third_person=BERT, **fields)))  # type: ignore[arg-type]
    assert all(made.values())
    assert len(made) == len(case.SORTS)


def test_what_goes_to_all_parties_is_written_to_the_third_person_too() -> None:
    """第三人是当事人，中止、延期、听证、终止的文书写明第三人 (ARL 16, 39, 51)."""
    matter = made_of(ThirdPersonJoined, third_person=BERT)
    paused = replace(matter, facts=(*matter.facts, *made_of(ReconsiderationSuspended).facts[-1:]))
    third = matter.person(BERT, "第三人").name
    assert paper_of(SORTS["suspension"], paused).addressee == f"安某，{RESPONDENT_NAME}，{third}"
    alone = paper_of(SORTS["suspension"], made_of(ReconsiderationSuspended))
    assert alone.addressee == f"安某，{RESPONDENT_NAME}"
