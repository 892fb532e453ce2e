"""Each of several respondents at the hearing, with agents of its own (ARL 17, 51; ARR2026 18)."""

from uuid import UUID

from services.reconsideration.domain import (
    agency,
    hearing_acts,
    joint_acts,
    joint_hearing,
)
from shared.contracts.reconsideration import (
    Standing,
)
from shared.contracts.reconsideration.hearing_held import HearingSet, JointAttended
from shared.contracts.reconsideration.joint import (
    JointRespondentLeft,
)
from shared.contracts.reconsideration.people import AgentNamed, AgentSort, Power
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.respondent import (
    RespondentReplaced,
)
from shared.law.article import ARL, ARR2026, RULES
from tests.reconsideration.jointly import THIRD, both, heard
from tests.reconsideration.makers import (
    ANNA,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    day,
)
from tests.reconsideration.test_changing import refused


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
