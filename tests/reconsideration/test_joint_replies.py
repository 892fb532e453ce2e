"""Each of several respondents replies in days of its own (ARL 19, 48, 54, 70; RULES 114)."""

from services.reconsideration.domain import (
    access,
    joint_acts,
    proving_acts,
)
from services.reconsideration.domain.ordinary import ORDINARY, State
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    Outcome,
    ReplyFiled,
    ReplyForfeited,
    Standing,
)
from shared.contracts.reconsideration.access import FileAccessRequested
from shared.contracts.reconsideration.assigning import ConvertedToOrdinary, SimplifiedChosen
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointReplyForfeited,
)
from shared.contracts.reconsideration.pausing import ReconsiderationSuspended, Suspension
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.jointly import THIRD, both, heard, named, sent
from tests.reconsideration.makers import (
    ANNA,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
)
from tests.reconsideration.test_changing import refused


def test_each_has_its_own_ten_days_from_its_own_copy() -> None:
    """各自收到副本，各自计算十日 (ARL 48)."""
    walk = sent().then(CopyReceived, "2026-03-05")
    assert walk.last_day("reply") == day("2026-03-19")
    walk.then(JointCopyReceived, "2026-03-10")
    assert walk.last_day("joint_reply") == day("2026-03-24")


def test_in_the_simplified_procedure_each_has_five_days_and_ten_once_converted() -> None:
    """简易程序各五日；转为普通程序的，合为十日 (ARL 48, 54, 55)."""
    walk = both().then(SimplifiedChosen, "2026-03-02")
    walk.then(CopySent, "2026-03-03").then(JointCopySent, "2026-03-03")
    fact = joint_acts.receive_copy(walk.case, walk.head("2026-03-05"), OTHER)
    walk.record(fact)
    assert walk.last_day("joint_reply_simplified") == day("2026-03-12")
    [longer] = ORDINARY.by_name["joint_reply_simplified"].prolongings
    assert (longer.starts, longer.by) == ((ConvertedToOrdinary,), longer.by)
    assert str(longer.by) == "5个工作日"


def test_the_period_of_one_is_not_that_of_another() -> None:
    """一个机关答复，不使其他机关的期限终结 (ARL 48)."""
    walk = named(heard("2026-03-05", "2026-03-10"), "2026-03-10", THIRD)
    row = ORDINARY.by_name["joint_reply"]
    own = joint_acts.reply(walk.case, walk.head("2026-03-11"), OTHER, PAPER)
    assert (row.is_closed_by(own), row.subject_of(own)) == (True, OTHER)
    first = Walk.of(walk.case).then(ReplyFiled, "2026-03-11").facts[-1]
    assert not row.is_closed_by(first)


def test_no_decision_is_made_while_one_of_them_may_still_reply() -> None:
    """有一个共同被申请人尚未答复、期限未满的，不得作出决定 (ARL 48)."""
    walk = heard("2026-03-05", "2026-03-10").then(ReplyFiled, "2026-03-12")
    assert walk.case.state is State.EXAMINING
    upheld = Draft(outcome=Outcome.UPHELD)
    assert refused(lambda: decide(Walk.of(walk.case), upheld, "2026-03-16")) == ARL[48]
    walk.then(JointReplyFiled, "2026-03-13")
    assert decide(walk, upheld, "2026-03-16").case.outcome is Outcome.UPHELD


def test_the_application_is_dismissed_without_waiting_for_any_of_them() -> None:
    """驳回申请不待答复 (ARL 33)."""
    walk = heard("2026-03-05", "2026-03-10")
    dismissed = decide(walk, Draft(outcome=Outcome.APPLICATION_DISMISSED), "2026-03-16")
    assert dismissed.case.outcome is Outcome.APPLICATION_DISMISSED


def test_the_silence_of_one_is_recorded_for_that_one() -> None:
    """一个机关逾期不答复，只记该机关 (ARL 70)."""
    walk = heard("2026-03-05", "2026-03-10").then(ReplyFiled, "2026-03-12")
    row = ORDINARY.by_name["joint_reply"]
    lapse = row.lapsed(walk.head("2026-03-24"), OTHER)
    assert isinstance(lapse, JointReplyForfeited)
    case = walk.record(lapse).case
    assert [(one.organ, one.forfeited) for one in case.joint] == [(OTHER, True)]
    assert not case.reply_forfeited


def test_where_one_of_them_replied_the_act_is_not_without_evidence() -> None:
    """有一个机关依法答复的，不视为没有证据、依据，可以维持 (ARL 70; RULES 114)."""
    walk = heard("2026-03-05", "2026-03-10").then(JointReplyFiled, "2026-03-12")
    walk.then(ReplyForfeited, "2026-03-19", by=CLOCK)
    assert not walk.case.unanswered
    assert decide(walk, Draft(outcome=Outcome.UPHELD), "2026-03-30").case.outcome is Outcome.UPHELD


def test_the_late_evidence_of_one_does_not_stand_in_for_a_bare_reply_of_the_other() -> None:
    """逾期机关的证据，不代替另一机关的举证 (ARL 70; RULES 114)."""
    walk = heard("2026-03-05", "2026-03-10").then(JointReplyFiled, "2026-03-12")
    walk.then(ReplyForfeited, "2026-03-19", by=CLOCK)
    walk.then(EvidenceSubmitted, "2026-03-23", standing=Standing.RESPONDENT)
    assert walk.case.proving == ()
    walk.then(
        EvidenceSubmitted, "2026-03-23", evidence=2, organ=OTHER, standing=Standing.RESPONDENT
    )
    assert walk.case.proving == (2,)


def test_where_none_of_them_replied_the_act_is_without_evidence() -> None:
    """都没有答复的，视为没有证据、依据，不得维持 (ARL 70)."""
    walk = heard("2026-03-05", "2026-03-10").then(ReplyForfeited, "2026-03-19", by=CLOCK)
    walk.then(JointReplyForfeited, "2026-03-24", by=CLOCK)
    assert walk.case.unanswered
    upheld = Draft(outcome=Outcome.UPHELD)
    assert refused(lambda: decide(walk, upheld, "2026-03-30")) == ARL[70]


def test_a_reply_that_comes_too_late_is_kept_and_changes_nothing() -> None:
    """迟到的答复收入案卷，可以查阅；逾期不答复的后果不变 (ARL 48, 70)."""
    walk = heard("2026-03-05", "2026-03-10")

    def late(organ: str, on: str) -> Walk:
        return walk.record(joint_acts.reply_late(walk.case, walk.head(on), organ, PAPER))

    assert refused(lambda: late(RESPONDENT, "2026-03-12")) == ARL[48]
    walk.then(ReplyForfeited, "2026-03-19", by=CLOCK)
    walk.then(JointReplyForfeited, "2026-03-24", by=CLOCK)
    walk.then(ReconsiderationSuspended, "2026-03-25", cause=Suspension.PREVENTED)
    late(RESPONDENT, "2026-03-26")
    late(OTHER, "2026-03-26")
    kept = (walk.case.evidence.reply_id, walk.case.joint[0].reply_id)
    assert (kept, walk.case.replies) == ((PAPER, PAPER), (PAPER,))
    assert (walk.case.unanswered, walk.case.proving, walk.case.state) == (True, (), "examining")
    assert refused(lambda: late(OTHER, "2026-03-27")) == ARL[48]


def test_one_reply_of_all_takes_everyone_in_its_own_time() -> None:
    """共同答复，全体都已收到副本、都在期限以内 (ARL 48)."""
    walk = sent().then(CopyReceived, "2026-03-05")
    assert refused(lambda: joint_acts.all_together(walk.case)) == ARL[48]
    walk.then(JointCopyReceived, "2026-03-06")
    assert joint_acts.all_together(walk.case) == (RESPONDENT, OTHER)
    walk.then(JointReplyFiled, "2026-03-09")
    assert refused(lambda: joint_acts.all_together(walk.case)) == ARL[48]
    assert refused(lambda: joint_acts.all_together(accepted().case)) == ARL[48]


def test_a_department_acts_for_itself_and_for_no_other() -> None:
    """各机关只以自己的名义收到、答复 (ARL 19)."""
    case = sent().case
    assert joint_acts.acting_as(case, None, OTHER) == OTHER
    assert joint_acts.acting_as(case, None, RESPONDENT) == RESPONDENT
    assert joint_acts.acting_as(case, OTHER, "") == OTHER
    assert joint_acts.acting_as(case, None, "") == RESPONDENT
    assert refused(lambda: joint_acts.acting_as(case, OTHER, RESPONDENT)) == ARL[19].par(2)
    assert refused(lambda: joint_acts.acting_as(case, THIRD, "")) == ARL[19].par(2)


def test_each_hands_in_evidence_in_the_days_of_its_own_reply() -> None:
    """证据在各自的答复期限内提交，记明由哪一个机关提出 (ARL 48)."""
    walk = sent().then(CopyReceived, "2026-03-05")
    early = (walk.case, Standing.RESPONDENT, day("2026-03-06"), CALENDAR, OTHER)
    assert refused(lambda: proving_acts.submit_late(*early)) == ARL[48]
    walk.then(JointCopyReceived, "2026-03-10").then(ReplyFiled, "2026-03-12")
    on = day("2026-03-20")
    assert not proving_acts.submit_late(walk.case, Standing.RESPONDENT, on, CALENDAR, OTHER)
    first = (walk.case, Standing.RESPONDENT, on, CALENDAR)
    assert refused(lambda: proving_acts.submit_late(*first)) == ARL[46].par(2)


def test_the_replies_of_all_of_them_are_read() -> None:
    """每个被申请人的书面答复都可以查阅 (ARL 47)."""
    walk = heard("2026-03-05", "2026-03-05").then(JointReplyFiled, "2026-03-12")
    assert walk.case.has_to_read
    walk.then(FileAccessRequested, "2026-03-12")
    fact = access.grant(walk.case, walk.head("2026-03-13"), None, (), ())
    walk.record(fact)
    shown = access.readable(walk.case, frozenset({ANNA}), day("2026-03-13"))
    assert [one.document_id for one in shown] == [PAPER]
