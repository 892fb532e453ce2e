"""下一步: what the page of a case names as next, and that nothing is next once it is closed."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from services.reconsideration.domain.ordinary.states import CLOSED, State
from services.reconsideration.domain.unfinished import check_nothing_open
from services.reconsideration.pages.steps import Step, step_of
from shared.contracts.reconsideration import (
    ConsultationRequested,
    CopyReceived,
    CopySent,
    OpinionRecorded,
    Outcome,
    ReplyFiled,
    Standing,
    SupplementNotified,
    ViewsHeard,
)
from shared.contracts.reconsideration.assigning import ComplexityFound, ReviewersAssigned
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
)
from shared.contracts.reconsideration.higher import FileHandedOver
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.judged import FindingsRecorded
from shared.contracts.reconsideration.pausing import (
    ReconsiderationSuspended,
    Suspension,
    SuspensionCauseGone,
)
from shared.contracts.reconsideration.people import (
    ThirdPersonJoined,
    ThirdPersonRefused,
    ThirdPersonRequested,
)
from shared.contracts.reconsideration.proving import EvidenceExamined, EvidenceSubmitted
from shared.law.article import ARL, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration.deciding import RIGHT, Draft, drafted
from tests.reconsideration.makers import (
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
    decided,
    examined,
)
from tests.reconsideration.makers import received as received_first
from tests.reconsideration.taken_up import ordered, received

NOW = datetime.combine(day("2026-08-03"), time(10), CITY)


def step(walk: Walk, now: datetime = NOW) -> Step:
    return step_of(walk.case, by="officer-7", now=now, calendar=CALENDAR)


def test_a_hearing_is_the_next_step_until_it_is_held() -> None:
    """应当听证的，定下、通知、举行之后才到审理认定；通知最迟哪一日收到写在下一步 (ARL 50, 51)."""
    walk = examined().then(ReviewersAssigned, "2026-03-09").then(ComplexityFound, "2026-03-23")
    now = datetime(2026, 3, 24, 10, tzinfo=CITY)
    assert step(walk, now).act == "hearing-notice"
    walk.then(HearingSet, "2026-03-24")
    due = step(walk, now)
    assert (due.act, "最迟2026-03-26收到" in due.says) == ("hearing-notice-receipt", True), due.says
    for who in (Standing.APPLICANT, Standing.RESPONDENT):
        walk.then(HearingNotified, "2026-03-25", standing=who)
    assert step(walk, now).act == "hearing"
    off = Walk.of(walk.case).then(HearingPutOff, "2026-03-30")
    assert step(off, now).act == "hearing-notice"
    assert "延期" in step(off, now).says
    assert step(walk.then(HearingHeld, "2026-04-02"), now).act == "findings"


def test_a_request_of_a_hearing_is_answered_before_the_findings() -> None:
    """申请人请求听证的，先答复 (ARL 50)."""
    asked = examined().then(ReviewersAssigned, "2026-03-09").then(HearingRequested, "2026-03-23")
    assert step(asked).act == "hearing-notice"
    assert "不组织并说明理由" in step(asked).says
    assert step(asked.then(HearingDenied, "2026-03-24")).act == "findings"


@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_case_has_no_next_step(state: State) -> None:
    """已办结的案件没有下一步，后续事项见后续案卷 (RULES 90)."""
    case = replace(received().case, state=state)
    assert step_of(case, by="officer-7", now=NOW, calendar=CALENDAR) == Step("已办结")
    followed = step_of(case, by="officer-7", now=NOW, calendar=CALENDAR, followed=True)
    refused = "已决定不予受理，决定书的送达在后续案卷办理"
    assert followed == Step(refused if state is State.DECLINED else "已办结，后续见后续案卷")


def test_a_case_that_stands_still_says_what_it_waits_for_and_ends_after_sixty_days() -> None:
    """中止期间写明等待什么；原因消除的恢复审理，满六十日仍未消除的终止 (ARL 39, 41)."""
    walk = examined().then(ReconsiderationSuspended, "2026-06-03", cause=Suspension.DEATH)
    last, after = (datetime.combine(day(on), time(10), CITY) for on in ("2026-08-03", "2026-08-04"))
    waits = step(walk, last)
    assert (waits.act, "近亲属" in waits.says) == ("suspension-cause-gone", True)
    assert [str(one.article) for one in waits.lacks] == [str(ARL[39].par(1, 1))]
    assert (step(walk, after).says, step(walk, after).act) == ("终止行政复议", "termination")
    gone = Walk.of(walk.case).then(SuspensionCauseGone, "2026-07-31", cause=Suspension.DEATH)
    assert step(gone, after).act == "resumption"
    other = examined().then(ReconsiderationSuspended, "2026-06-03", cause=Suspension.OTHER_CASE)
    assert "其他案件" in step(other, after).says


def test_between_the_order_and_the_receipt_the_file_is_handed_over_and_nothing_else() -> None:
    """决定提级以后先移送案件材料，再等上级收到，收到以后才审理 (ARR2026 40)."""
    walk = ordered()
    assert step(walk) == Step("移送案件材料", "file-transfer")
    walk.then(FileHandedOver, "2026-08-03")
    assert step(walk) == Step("等待上级收到案件材料")
    assert step(received()).says == "指定行政复议人员"


def test_from_acceptance_on_the_next_step_follows_where_the_case_stands() -> None:
    """受理后先送副本，再指定人员、听取意见、等待答复、审查证据，然后认定 (ARL 36, 43, 48)."""
    walk = accepted()
    assert (step(walk).act, step(walk).says) == ("copy", "发送申请书副本")
    walk.then(CopySent, "2026-03-06")
    assert step(walk).act == "copy-receipt"
    walk.then(CopyReceived, "2026-03-06")
    assert step(walk).act == "reviewers"
    walk.then(ReviewersAssigned, "2026-03-06")
    assert step(walk).act == "views"
    walk.then(ViewsHeard, "2026-03-06")
    assert (step(walk).act, step(walk).says) == ("", "等待被申请人书面答复")
    walk.then(ReplyFiled, "2026-03-09")
    assert step(walk).act == "findings"
    walk.then(EvidenceSubmitted, "2026-03-09")
    assert step(walk).act == "evidence-examination"
    walk.then(EvidenceExamined, "2026-03-09")
    assert step(walk).act == "findings"


def test_whoever_asks_to_take_part_is_answered_next_and_before_the_decision() -> None:
    """申请作为第三人参加的，先答复，再听取意见；没有答复的不能作出决定 (ARL 16)."""
    walk = accepted().then(CopySent, "2026-03-06").then(CopyReceived, "2026-03-06")
    walk.then(ReviewersAssigned, "2026-03-06").then(ThirdPersonRequested, "2026-03-06")
    assert step(walk).act == "third-person"
    with pytest.raises(Refused, match="申请作为第三人参加，尚未答复") as refusal:
        check_nothing_open(walk.case, day("2026-03-09"))
    assert refusal.value.article == ARL[16].par(1)
    refused = Walk.of(walk.case).then(ThirdPersonRefused, "2026-03-09")
    joined = walk.then(ThirdPersonJoined, "2026-03-09")
    for answered in (refused, joined):
        check_nothing_open(answered.case, day("2026-03-09"))
        assert step(answered).act == "views"


def test_who_is_added_as_respondent_has_its_copy_and_its_reply_before_anything_is_found() -> None:
    """追加的共同被申请人先送副本、登记收到、等它答复，然后才审理认定 (ARL 19, 48)."""
    walk = accepted().then(CopySent, "2026-03-06").then(CopyReceived, "2026-03-06")
    walk.then(ReviewersAssigned, "2026-03-06").then(ViewsHeard, "2026-03-06")
    walk.then(ReplyFiled, "2026-03-09").then(JointRespondentNamed, "2026-03-10")
    assert (step(walk).act, step(walk).says) == ("copy", "向追加的共同被申请人发送申请书副本")
    walk.then(JointCopySent, "2026-03-10")
    assert (step(walk).act, step(walk).says) == ("copy-receipt", "登记共同被申请人收到副本")
    walk.then(JointCopyReceived, "2026-03-11")
    assert (step(walk).act, step(walk).says) == ("", "等待共同被申请人书面答复")
    walk.then(JointReplyFiled, "2026-03-12")
    assert step(walk).act == "findings"


def test_the_receipt_of_each_copy_is_asked_for_by_the_name_of_its_respondent() -> None:
    """共同被申请人逐一登记收到副本，下一步写明是哪一个；只有一个被申请人的不必写 (ARL 19, 48)."""
    one = accepted().then(CopySent, "2026-03-06")
    assert (step(one).act, step(one).organ) == ("copy-receipt", "")
    walk = accepted().then(JointRespondentNamed, "2026-03-05")
    walk.then(CopySent, "2026-03-06").then(JointCopySent, "2026-03-06")
    assert (step(walk).act, step(walk).organ) == ("copy-receipt", RESPONDENT)
    walk.then(CopyReceived, "2026-03-06")
    assert (step(walk).act, step(walk).organ) == ("copy-receipt", OTHER)
    walk.then(JointCopyReceived, "2026-03-06")
    assert (step(walk).act, step(walk).organ) == ("reviewers", "")


def test_a_decision_is_served_on_one_party_after_the_other() -> None:
    """作出决定以后逐一送达，不是一次记载全部 (ARL 75, 88)."""
    assert step(decided()) == Step("逐一送达行政复议决定书", "service")


def test_the_receipt_of_a_supplement_notice_is_for_the_body_to_record() -> None:
    """发出补正通知以后，由复议机构登记申请人收到之日 (ARL 31)."""
    walk = received_first().then(SupplementNotified, "2026-03-04")
    assert step(walk).act == "supplement-notice-receipt"


def test_a_draft_is_made_before_the_committee_is_asked_and_goes_up_with_its_opinion() -> None:
    """先拟稿，再提请咨询，等到咨询意见以后送审 (ARL 52, 61; ARR2026 52)."""
    walk = examined().then(ReviewersAssigned, "2026-03-26")
    walk.then(ComplexityFound, "2026-03-27", grave=False, technical=True)
    walk.then(FindingsRecorded, "2026-03-27")
    now = datetime.combine(day("2026-04-20"), time(10), CITY)
    assert step(walk, now).act == "draft"
    assert [one.article for one in step(walk, now).lacks] == [ARL[52].par(2)]
    drafted(walk, Draft(outcome=Outcome.REVOKED), "2026-04-17")
    assert step(walk, now).act == "consultation"
    walk.then(ConsultationRequested, "2026-04-17")
    assert (step(walk, now).act, step(walk, now).says) == ("", "等待行政复议委员会的咨询意见")
    assert step(walk.then(OpinionRecorded, "2026-04-20"), now).act == "submission"


def test_who_asks_in_vain_that_an_act_be_void_is_led_to_another_request_before_a_draft() -> None:
    """不属于无效的，下一步先释明、登记变更后的请求，写明缺什么；写明拒绝的才拟稿 (ARR2026 61)."""
    asked = {"text_id": PAPER, **RIGHT, "asks_invalid": True, "evidence_submitted": True}

    def found(**said: object) -> Walk:
        walk = examined().then(ReviewersAssigned, "2026-03-26")
        return walk.then(FindingsRecorded, "2026-07-20", findings=({**asked, **said},))

    waits = step(found())
    assert (waits.act, "释明" in waits.says) == ("request", True)
    assert [one.article for one in waits.lacks] == [ARR2026[61].par(1, 1)]
    assert step(found(insists_invalid=True)) == Step("拟稿", "draft")
    assert step(found(grave=True)) == Step("拟稿", "draft"), "it is void"
    before = datetime.combine(day("2026-06-29"), time(10), CITY)
    assert step(found(), before) == Step("拟稿", "draft"), "no article asked for it"
