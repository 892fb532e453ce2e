"""What is decided or agreed against several respondents, and its service (ARL 48, 73, 75, 77)."""

from services.reconsideration.domain import (
    joint_acts,
    lawful_deciding,
    serving,
    settling_acts,
)
from services.reconsideration.domain.decision import deliver
from services.reconsideration.domain.serving import Serving
from services.reconsideration.domain.talks import Talks
from shared.contracts.reconsideration import (
    DecisionMade,
    Outcome,
    ReplyFiled,
    Standing,
)
from shared.contracts.reconsideration.joint import (
    JointReplyFiled,
)
from shared.contracts.reconsideration.settling import MediationBegun, MediationDocumentDrawn
from shared.contracts.service import Manner
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.jointly import THIRD, both, heard
from tests.reconsideration.makers import (
    ANNA,
    OTHER,
    PAPER,
    Walk,
    day,
)
from tests.reconsideration.test_changing import refused


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


def test_a_decision_that_did_not_wait_for_one_of_them_is_found_in_the_books() -> None:
    """没有等共同被申请人答复就决定的，核对时查得出来 (ARL 48)."""
    walk = heard("2026-03-05", "2026-03-10").then(ReplyFiled, "2026-03-12")
    made = Walk.of(walk.case).then(DecisionMade, "2026-03-16").facts[-1]
    assert isinstance(made, DecisionMade)
    assert refused(lambda: lawful_deciding.all_replied(walk.case, made)) == ARL[48]
    walk.then(JointReplyFiled, "2026-03-13")
    lawful_deciding.all_replied(walk.case, made)
