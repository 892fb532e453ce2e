"""Joint respondents 共同被申请人, in the domain (ARL 19, 48, 54, 70; ARR2026 20, 29)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import (
    access,
    agency,
    hearing_acts,
    joint_acts,
    joint_hearing,
    lawful_deciding,
    proving_acts,
    serving,
    settling_acts,
)
from services.reconsideration.domain.application import (
    Application,
    act_of,
    acts_of,
    file_of,
    receive,
)
from services.reconsideration.domain.changing import change, in_order, tell_to_change
from services.reconsideration.domain.decision import deliver
from services.reconsideration.domain.jurisdiction import Together, decides_with
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary.joint import Stand
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.respondent import Acting
from services.reconsideration.domain.serving import Serving
from services.reconsideration.domain.talks import Talks
from shared.contracts.fact import CLOCK
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ConsultationRequested,
    CopyReceived,
    CopySent,
    DecisionMade,
    FilingManner,
    OpinionRecorded,
    Outcome,
    ReplyFiled,
    ReplyForfeited,
    Standing,
    ViewsHeard,
)
from shared.contracts.reconsideration.access import FileAccessRequested
from shared.contracts.reconsideration.assigning import ConvertedToOrdinary, SimplifiedChosen
from shared.contracts.reconsideration.drafting import DecisionDrafted
from shared.contracts.reconsideration.hearing_held import HearingSet, JointAttended
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointReplyForfeited,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.pausing import ReconsiderationSuspended, Suspension
from shared.contracts.reconsideration.people import AgentNamed, AgentSort, Power
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.respondent import (
    Capacity,
    RespondentChangeTold,
    RespondentReplaced,
)
from shared.contracts.reconsideration.settling import MediationBegun, MediationDocumentDrawn
from shared.contracts.service import Manner
from shared.directory import load
from shared.law.article import ARL, ARR2007, ARR2026, RULES
from shared.law.calendar import CALENDAR
from shared.law.reconsidering.jurisdiction import authorities
from tests.reconsideration.deciding import Draft, approved, decide
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    CITY_GOVERNMENT,
    DISPUTE,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
    received,
)
from tests.reconsideration.test_changing import refused

THIRD = "620702-gongan"
TOGETHER = Acting(organ=RESPONDENT, capacity=Capacity.JOINT, others=(OTHER,))


def named(walk: Walk, on: str, organ: str = OTHER) -> Walk:
    return walk.record(joint_acts.name(walk.case, walk.head(on), organ, PAPER))


def both(on: str = "2026-03-02") -> Walk:
    """Accepted against two organs that acted in one name."""
    walk = named(received(on), on)
    return walk.then(*accepted_on(on))


def accepted_on(on: str) -> tuple[type, str]:
    return type(accepted(on).facts[-1]), on


def sent(on: str = "2026-03-04") -> Walk:
    return both().then(CopySent, on).then(JointCopySent, on)


def heard(first: str, second: str) -> Walk:
    """Both have their copies, each on its own day, and the applicant was heard."""
    walk = sent().then(CopyReceived, first).then(JointCopyReceived, second)
    return walk.then(ViewsHeard, second)


def test_organs_that_acted_in_one_name_are_all_respondents() -> None:
    """以共同的名义作出同一行政行为的，共同作出的机关都是被申请人 (ARL 19)."""
    case = both().case
    assert case.respondents == (RESPONDENT, OTHER)
    assert dict(case.tracks) == {OTHER: Stand.NAMED}


def test_a_file_against_one_organ_has_that_respondent_alone() -> None:
    """只有一个被申请人的，案卷没有共同被申请人 (ARL 19)."""
    case = accepted().case
    assert (case.respondents, case.joint, dict(case.tracks)) == ((RESPONDENT,), (), {})


def test_no_organ_is_named_twice() -> None:
    """同一机关不得重复列为被申请人 (ARL 19)."""
    walk = both()
    assert refused(lambda: named(walk, "2026-03-03")) == ARL[19].par(2)
    assert refused(lambda: named(walk, "2026-03-03", RESPONDENT)) == ARL[19].par(2)


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


def test_who_acted_too_and_is_not_named_is_told_to_the_applicant() -> None:
    """漏列共同作出的机关的，告知申请人 (ARL 19; ARR2026 29)."""
    walk = received("2026-09-23")
    fact = tell_to_change(walk.case, walk.head("2026-09-24"), TOGETHER, PAPER)
    assert isinstance(fact, RespondentChangeTold)
    assert fact.respondent_organs == (RESPONDENT, OTHER)
    both_named = named(received("2026-09-23"), "2026-09-23")
    at = both_named.head("2026-09-24")
    right = refused(lambda: tell_to_change(both_named.case, at, TOGETHER, PAPER))
    assert right == ARL[19].par(2)


def test_a_change_names_all_who_were_told_and_nobody_else() -> None:
    """变更后应当列明告知的全部被申请人 (ARR2026 29)."""
    walk = received("2026-09-23")
    told = Acting(organ=OTHER, capacity=Capacity.JOINT, others=(THIRD,))
    walk.record(tell_to_change(walk.case, walk.head("2026-09-24"), told, PAPER))
    at = walk.head("2026-09-25")
    alone = refused(lambda: change(walk.case, at, OTHER, "620702", PAPER))
    assert alone == ARR2026[29]
    fact = change(walk.case, at, OTHER, "620702", PAPER, joint=(THIRD,))
    assert fact is not None
    assert fact.respondent == OTHER


def test_who_was_named_first_stays_first_when_another_one_is_added() -> None:
    """追加的，在先的被申请人不变，没有变更的一页 (ARL 19)."""
    case = received("2026-09-23").case
    assert in_order(case, OTHER, (RESPONDENT,)) == (RESPONDENT, (OTHER,))
    at = received("2026-09-23").head("2026-09-24")
    assert change(case, at, RESPONDENT, "620702", PAPER, joint=(OTHER,)) is None
    assert refused(lambda: change(case, at, RESPONDENT, "620702", PAPER)) == ARR2026[29]


def test_who_is_added_in_handling_has_the_copy_in_seven_days_of_its_own() -> None:
    """审理中追加的，自追加之日起七日内发送副本，其余的答复仍然有效 (ARL 48)."""
    walk = accepted().then(CopySent, "2026-03-06").then(CopyReceived, "2026-03-06")
    walk.then(ReplyFiled, "2026-03-10")
    named(walk, "2026-03-16")
    assert walk.last_day("send_joint_copy") == day("2026-03-25")
    assert (walk.case.state, walk.case.evidence.reply_id) == (State.EXAMINING, PAPER)
    assert joint_acts.still_replying(walk.case) == ()
    early = named(accepted(), "2026-03-06").facts[-1]
    assert isinstance(early, JointRespondentNamed)
    assert not early.copy_due


def test_what_was_judged_and_drafted_without_the_added_one_binds_it_not() -> None:
    """追加以前的认定、拟稿对追加的被申请人不作数 (ARL 61)."""
    walk = approved(
        heard("2026-03-05", "2026-03-05")
        .then(ReplyFiled, "2026-03-12")
        .then(JointReplyFiled, "2026-03-12"),
        Draft(outcome=Outcome.REVOKED),
    )
    assert any(isinstance(one, DecisionDrafted) for one in walk.facts)
    case = named(walk, "2026-04-17", THIRD).case
    assert (case.findings, case.drafted, case.talks) == ((), None, None)


def test_an_opinion_given_without_the_added_one_is_asked_for_anew() -> None:
    """追加共同被申请人的，此前的咨询意见不作数，应当另行提请 (ARL 52; RULES 151)."""
    walk = heard("2026-03-05", "2026-03-05").then(ReplyFiled, "2026-03-12")
    walk.then(ConsultationRequested, "2026-03-13").then(OpinionRecorded, "2026-03-20")
    case = named(walk, "2026-03-23", THIRD).case
    assert (case.stance, case.consultation_ground, case.technical) == (None, None, True)
    early = named(received(), "2026-03-03").facts[-1]
    assert isinstance(early, JointRespondentNamed)
    assert not early.asks_anew


def test_who_was_wrongly_named_leaves_and_the_others_stay() -> None:
    """更换的，不再列为共同被申请人，其余不变 (ARR2026 29)."""
    walk = named(heard("2026-03-05", "2026-03-10"), "2026-03-11", THIRD)
    walk.record(joint_acts.leave(walk.case, walk.head("2026-03-12"), OTHER, PAPER))
    assert walk.case.respondents == (RESPONDENT, THIRD)
    assert ORDINARY.by_name["joint_reply"].is_closed_by(walk.facts[-1])
    gone = refused(lambda: joint_acts.leave(walk.case, walk.head("2026-03-12"), OTHER, PAPER))
    assert gone == ARL[19].par(2)


def test_once_it_is_decided_nobody_is_named_or_replies() -> None:
    """作出决定以后，不再列入，不再答复 (ARL 48)."""
    walk = heard("2026-03-05", "2026-03-05").then(ReplyFiled, "2026-03-12")
    walk.then(JointReplyFiled, "2026-03-12")
    decided = decide(walk, Draft(outcome=Outcome.UPHELD), "2026-03-16")
    assert refused(lambda: named(Walk.of(decided.case), "2026-03-17", THIRD)) == ARL[19].par(2)


@pytest.mark.parametrize("first", [RESPONDENT, OTHER])
def test_whoever_is_named_first_it_is_the_same_act_and_the_same_application(first: str) -> None:
    """列的先后不同，仍是同一行政行为、同一申请 (ARL 30)."""
    second = OTHER if first == RESPONDENT else RESPONDENT
    one = Application(
        authority=AUTHORITY,
        applicants=(ANNA,),
        respondent=RESPONDENT,
        joint=(OTHER,),
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=day("2026-03-02"),
        act_number="甘联罚〔2026〕1号",
    )
    other = replace(one, respondent=first, joint=(second,))
    assert act_of(one) == act_of(other)
    alone = replace(one, respondent=first, joint=())
    assert act_of(alone) in acts_of(one)
    known = Walk().record(receive(Walk().head("2026-03-02"), one, "620702", PAPER)).case
    assert set(known.act_ids) == set(acts_of(one)) >= set(acts_of(alone))
    stranger = replace(one, respondent=THIRD, joint=())
    assert set(known.act_ids).isdisjoint(acts_of(stranger))
    assert set(known.act_ids).isdisjoint(acts_of(replace(alone, act_number="甘联罚〔2026〕2号")))
    assert file_of(DISPUTE, one) == file_of(DISPUTE, other)


def test_the_regulation_of_2007_has_its_own_article_on_who_is_wrongly_named() -> None:
    """2026年6月30日以前，依据是旧条例 (ARR2007 22)."""
    assert ORDINARY_2007.track is not None
    rows = [m for m in ORDINARY_2007.all_moves() if m.on is JointRespondentLeft]
    assert {row.article for row in rows} == {ARR2007[22]}


def decided() -> Walk:
    walk = heard("2026-03-05", "2026-03-05").then(ReplyFiled, "2026-03-12")
    walk.then(JointReplyFiled, "2026-03-12")
    draft = Draft(outcome=Outcome.PERFORMANCE_ORDERED, perform_within="30d")
    return decide(walk, draft, "2026-03-16")


def served_on(walk: Walk, on: str, organ: str | None = None) -> Walk:
    said = Serving(
        standing=Standing.RESPONDENT, manner=Manner.DIRECT, shown_on=day(on), organ=organ
    )
    one = serving.service(walk.case, said, PAPER, CALENDAR, today=day("2026-12-31"))
    return walk.record(serving.serve(walk.case, walk.head(on), one, CALENDAR))


def test_the_decision_is_served_on_each_of_them_on_its_own_day() -> None:
    """决定书逐一送达每一个被申请人，各一次 (ARL 75)."""
    walk = served_on(decided(), "2026-03-17")
    assert serving.unserved_organs(walk.case) == (OTHER,)
    served_on(walk, "2026-03-20", OTHER)
    assert (walk.case.served_days, walk.case.served_organs) == (
        {None: day("2026-03-17")},
        {OTHER: day("2026-03-20")},
    )
    assert refused(lambda: served_on(walk, "2026-03-21", OTHER)) == ARL[75].par(2)
    assert refused(lambda: served_on(walk, "2026-03-21", THIRD)) == ARL[75].par(2)


def test_each_performs_within_its_own_period_from_its_own_service() -> None:
    """责令履行的，各自自收到决定书之日起计算 (ARL 66, 77)."""
    walk = decided()
    days = {ANNA: day("2026-03-17")}
    at, first = walk.head("2026-03-20"), day("2026-03-17")
    alone = refused(lambda: deliver(walk.case, at, first, days, CALENDAR))
    assert alone == ARL[75].par(2)
    fact = deliver(walk.case, at, first, days, CALENDAR, joint={OTHER: day("2026-03-20")})
    [other] = fact.joint_served
    assert (fact.perform_by, other.perform_by) == (day("2026-04-16"), day("2026-04-20"))
    assert (fact.joint_organs, fact.last_day) == ((OTHER,), day("2026-04-20"))


def test_the_mediation_document_has_effect_when_each_of_them_has_signed() -> None:
    """调解书经各方当事人签字才生效，共同被申请人各签 (ARL 73)."""
    walk = both().then(MediationBegun, "2026-03-05").then(MediationDocumentDrawn, "2026-03-06")
    for standing, organ in (
        (Standing.APPLICANT, None),
        (Standing.RESPONDENT, None),
    ):
        at = walk.head("2026-03-06")
        walk.record(settling_acts.sign(walk.case, at, standing, (), organ))
    at = walk.head("2026-03-09")
    assert refused(lambda: settling_acts.seal(walk.case, at)) == ARL[73].par(1)
    walk.record(settling_acts.sign(walk.case, at, Standing.RESPONDENT, (), OTHER))
    again = refused(
        lambda: settling_acts.sign(
            walk.case, walk.head("2026-03-09"), Standing.RESPONDENT, (), OTHER
        )
    )
    assert again == ARL[73].par(1)
    assert settling_acts.seal(walk.case, walk.head("2026-03-09")).joint == (OTHER,)


def test_what_was_drawn_up_with_one_who_left_is_drawn_up_and_signed_anew() -> None:
    """共同被申请人退出以前制作的调解书不再生效，调解继续，重新制作、签字 (ARL 73)."""
    walk = both().then(MediationBegun, "2026-03-05").then(MediationDocumentDrawn, "2026-03-06")
    walk.record(settling_acts.sign(walk.case, walk.head("2026-03-06"), Standing.APPLICANT, ()))
    walk.record(settling_acts.sign(walk.case, walk.head("2026-03-06"), Standing.RESPONDENT, ()))
    walk.record(joint_acts.leave(walk.case, walk.head("2026-03-09"), OTHER, PAPER))
    assert walk.case.talks == Talks(since=day("2026-03-05"))
    at = walk.head("2026-03-09")
    assert refused(lambda: settling_acts.seal(walk.case, at)) == ARL[73].par(1)


def test_who_left_has_no_notice_of_the_hearing_any_more() -> None:
    """退出的共同被申请人再列入的，听证另行通知 (ARL 51)."""
    walk = hearing()
    walk.record(hearing_acts.notify(walk.case, walk.head("2026-03-06"), Standing.RESPONDENT, OTHER))
    walk.record(joint_acts.leave(walk.case, walk.head("2026-03-09"), OTHER, PAPER))
    assert walk.case.hearing is not None
    assert walk.case.hearing.joint_notified == {}


def test_who_is_named_first_from_beside_keeps_its_agents_its_evidence_and_its_notice() -> None:
    """改列在首位的共同被申请人，其代理人、证据、听证通知不变 (ARL 17, 43, 51)."""
    walk = heard("2026-03-05", "2026-03-05")
    walk.then(AgentNamed, "2026-03-05", standing=Standing.RESPONDENT, principal=None)
    own = {"standing": Standing.RESPONDENT, "principal": None, "organ": OTHER, "agent": ANNA}
    walk.then(AgentNamed, "2026-03-05", **own)
    walk.then(
        EvidenceSubmitted, "2026-03-05", evidence=2, organ=OTHER, standing=Standing.RESPONDENT
    )
    walk.then(HearingSet, "2026-03-05")
    for organ, on in ((None, "2026-03-06"), (OTHER, "2026-03-09")):
        at = walk.head(on)
        walk.record(hearing_acts.notify(walk.case, at, Standing.RESPONDENT, organ))
    walk.then(RespondentReplaced, "2026-03-10", before=RESPONDENT, respondent=OTHER)
    case = walk.then(JointRespondentLeft, "2026-03-10").case
    assert [(one.agent_id, one.organ) for one in case.participants.agents] == [(ANNA, "")]
    assert [one.organ for one in case.evidence.pieces] == [""]
    assert case.hearing is not None
    assert case.hearing.notified == {Standing.RESPONDENT: day("2026-03-09")}
    assert (case.respondents, case.hearing.joint_notified) == ((OTHER,), {})


def hearing() -> Walk:
    return both().then(HearingSet, "2026-03-05")


def test_each_of_them_has_the_notice_of_the_hearing_in_time() -> None:
    """共同被申请人每一个都应当收到听证通知 (ARL 51)."""
    walk = hearing()
    assert walk.case.hearing is not None
    for standing, organ in ((Standing.APPLICANT, None), (Standing.RESPONDENT, RESPONDENT)):
        at = walk.head("2026-03-06")
        walk.record(hearing_acts.notify(walk.case, at, standing, organ))
    plan = walk.case.hearing
    assert refused(lambda: joint_hearing.all_notified(walk.case, plan)) == ARL[51].par(1)
    walk.record(hearing_acts.notify(walk.case, walk.head("2026-03-09"), Standing.RESPONDENT, OTHER))
    told = walk.case.hearing
    assert told is not None
    assert joint_hearing.all_notified(walk.case, told) == (day("2026-03-09"),)
    stranger = (walk.case, walk.head("2026-03-09"), Standing.RESPONDENT, THIRD)
    assert refused(lambda: hearing_acts.notify(*stranger)) == ARL[19].par(2)


def test_the_head_of_each_comes_or_it_is_said_that_he_did_not() -> None:
    """每一个共同被申请人参加、签名的情况都应当记载 (ARL 51; RULES 76)."""
    case = both().case
    came = JointAttended(organ=OTHER, head_came=True, signed=True)
    away = JointAttended(organ=OTHER, head_came=False, explained=True)
    mute = JointAttended(organ=OTHER, head_came=False, staff_came=True)
    assert (came.came, away.came, mute.came) == (True, False, True)
    joint_hearing.check_attended(case, (came,), explained=False)
    joint_hearing.check_attended(case, (away,), explained=False)
    left_out = refused(lambda: joint_hearing.check_attended(case, (), explained=False))
    assert left_out == ARL[51].par(3)
    unsaid = refused(lambda: joint_hearing.check_attended(case, (mute,), explained=False))
    assert unsaid == RULES[76]


def agent(walk: Walk, organ: str | None, who: UUID, sort: AgentSort = AgentSort.STAFF) -> Walk:
    said = agency.Entrusting(
        standing=Standing.RESPONDENT, sort=sort, powers=(Power.ACT,), organ=organ
    )
    at = walk.head("2026-09-10")
    return walk.record(agency.name(walk.case, at, said, who, PAPER, persons=None))


def test_each_of_them_names_agents_of_its_own() -> None:
    """每个被申请人各自指定一至二名工作人员，不得仅委托律师 (ARR2026 18)."""
    walk = both("2026-09-01")
    for nth, organ in enumerate((None, None, OTHER, OTHER)):
        agent(walk, organ, UUID(int=nth))
    assert len(walk.case.participants.agents_of(None)) == 2
    assert len(walk.case.participants.agents_of(None, OTHER)) == 2
    assert refused(lambda: agent(walk, OTHER, UUID(int=9))) == ARR2026[18].par(2)
    alone = both("2026-09-01")
    agent(alone, None, UUID(int=1))
    lawyer = refused(lambda: agent(alone, OTHER, UUID(int=2), AgentSort.LAWYER))
    assert lawyer == ARR2026[18].par(2)


def test_with_who_is_wrongly_named_go_its_agents() -> None:
    """不再列为被申请人的，其代理人不再参加 (ARR2026 29)."""
    walk = agent(agent(both("2026-09-01"), None, UUID(int=1)), OTHER, UUID(int=2))
    walk.record(joint_acts.leave(walk.case, walk.head("2026-09-11"), OTHER, PAPER))
    assert [one.agent_id for one in walk.case.participants.agents] == [UUID(int=1)]


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


def test_a_decision_that_did_not_wait_for_one_of_them_is_found_in_the_books() -> None:
    """没有等共同被申请人答复就决定的，核对时查得出来 (ARL 48)."""
    walk = heard("2026-03-05", "2026-03-10").then(ReplyFiled, "2026-03-12")
    made = Walk.of(walk.case).then(DecisionMade, "2026-03-16").facts[-1]
    assert isinstance(made, DecisionMade)
    assert refused(lambda: lawful_deciding.all_replied(walk.case, made)) == ARL[48]
    walk.then(JointReplyFiled, "2026-03-13")
    lawful_deciding.all_replied(walk.case, made)


TAX, BRANCH = "620702-shuishou", "620702-shengtai"
ABOVE_TAX = "620700-shuishou"


@pytest.mark.parametrize(
    ("respondents", "authority", "on", "others"),
    [
        ((TAX, RESPONDENT), AUTHORITY, "2026-07-01", ((ABOVE_TAX,),)),
        ((TAX, RESPONDENT), ABOVE_TAX, "2026-07-01", ((AUTHORITY,),)),
        ((TAX, BRANCH), ABOVE_TAX, "2026-07-01", ((CITY_GOVERNMENT, AUTHORITY),)),
        ((TAX, RESPONDENT), AUTHORITY, "2026-06-30", None),
        ((TAX, RESPONDENT), "620721-government", "2026-07-01", None),
        ((TAX, "620702-nobody"), ABOVE_TAX, "2026-07-01", None),
        ((RESPONDENT, "620700-gongan"), AUTHORITY, "2026-07-01", None),
        ((TAX,), ABOVE_TAX, "2026-07-01", None),
        ((RESPONDENT, BRANCH), AUTHORITY, "2026-07-01", None),
    ],
    ids=[
        *("to the government", "to the tax office above", "either of two", "before July 2026"),
        *("over none of them", "unknown", "no vertical organ", "alone", "one over both"),
    ],
)
def test_with_vertical_organs_the_authorities_over_each_decide_together(
    respondents: tuple[str, ...],
    authority: str,
    on: str,
    others: tuple[tuple[str, ...], ...] | None,
) -> None:
    """税务等机关与其他机关共同作出的，由有管辖权的机关共同作出决定 (ARR2026 32(2))."""
    directory = load()
    found = [authorities(one, directory) for one in respondents]
    together = decides_with(found, authority, day(on))
    if others is None:
        assert together is None
    else:
        assert together == Together(ARR2026[32].par(2), others)
