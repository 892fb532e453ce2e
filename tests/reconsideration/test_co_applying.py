"""共同申请: who is named applies once it confirms, and on that day (ARL 14, 20, 22; ARR2026 28)."""

from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.claiming import claiming
from services.reconsideration.domain.co_applying import answer, name
from services.reconsideration.domain.people_acts import must_elect
from services.reconsideration.domain.severing import apart
from services.reconsideration.domain.standing import Persons
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    Condition,
)
from shared.contracts.reconsideration.admissibility import ConditionsFound, Verdict
from shared.contracts.reconsideration.capacity import Applicant, CapacityStated, Paper, Through
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.people import RepresentativesElected
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, Walk, received

DAY, LAST, LATE = "2026-09-01", "2026-09-08", "2026-09-09"
LEARNT = date(2026, 7, 10)
"""Sixty days from it end on the eighth of September."""
CLARA = UUID(int=71)


def named(*persons: UUID) -> Walk:
    walk = received(DAY, learnt_on=LEARNT)
    for one in persons:
        walk.then(CoApplicantNamed, DAY, person_id=one)
    return walk


def confirmed(on: str, person_id: UUID = BERT) -> Walk:
    return named(person_id).then(CoApplicationAnswered, on, person_id=person_id)


def accepting(walk: Walk, on: str) -> ApplicationAccepted:
    return accept(walk.case, walk.head(on), calendar=CALENDAR, competent=(AUTHORITY,))


def test_a_party_names_no_more_than_a_form_of_registration_takes_and_a_window_does() -> None:
    """网上最多写明200名共同申请人，答复不申请的也算；多的由窗口、复议机构记录 (ARL 22)."""
    own, crowd = frozenset({ANNA}), tuple(UUID(int=1000 + n) for n in range(200))
    walk = named(*crowd[:199])
    assert name(walk.case, walk.head(DAY), crowd[199], own).person_id == crowd[199]
    walk.then(CoApplicantNamed, DAY, person_id=crowd[199])
    walk.then(CoApplicationAnswered, DAY, person_id=crowd[0], agrees=False)
    with pytest.raises(Refused, match="网上最多写明200名共同申请人") as refusal:
        name(walk.case, walk.head(DAY), BERT, own)
    assert refusal.value.article == ARL[14].par(1)
    assert name(walk.case, walk.head(DAY), crowd[0], own).person_id == crowd[0]
    assert name(walk.case, walk.head(DAY), BERT, None).person_id == BERT


def test_who_is_named_is_no_applicant_before_it_confirms() -> None:
    """写明的共同申请人本人确认以前不是申请人；确认的是，答复不申请的不是 (ARL 14)."""
    walk = named(BERT, CLARA)
    assert walk.case.applicants == (ANNA,)
    assert walk.case.participants.unconfirmed == (BERT, CLARA)
    assert walk.case.participants.in_file == ()
    walk.then(CoApplicationAnswered, "2026-09-02", person_id=BERT)
    walk.then(CoApplicationAnswered, "2026-09-02", person_id=CLARA, agrees=False)
    assert walk.case.applicants == (ANNA, BERT)
    assert walk.case.participants.unconfirmed == ()
    days = {one.person_id: one.confirmed_on for one in walk.case.participants.co_applicants}
    assert days == {BERT: date(2026, 9, 2), CLARA: None}


@pytest.mark.parametrize(
    ("persons", "person_id", "says"),
    [
        (frozenset({BERT}), CLARA, "申请人写明"),
        (frozenset({ANNA}), ANNA, "已经是本案的申请人"),
        (frozenset({ANNA}), BERT, "等待本人确认"),
    ],
)
def test_an_applicant_names_whoever_does_not_apply_already(
    persons: Persons, person_id: UUID, says: str
) -> None:
    """由申请人写明；已经是申请人的、已经写明的不再写明 (ARL 14)."""
    walk = named(BERT)
    with pytest.raises(Refused, match=says) as refusal:
        name(walk.case, walk.head(DAY), person_id, persons)
    assert refusal.value.article == ARL[14].par(1)


def answering(case: Case, walk: Walk, person_id: UUID | None, persons: Persons) -> UUID:
    head = walk.head(DAY)
    return answer(case, head, person_id, PAPER, agrees=True, persons=persons).person_id


def test_nobody_confirms_for_another() -> None:
    """本人确认，不能由写明他的申请人代为确认；书面确认由收到的人员登记，写明是哪一名 (ARL 14)."""
    walk = named(BERT, CLARA)
    for person_id, persons in (
        (BERT, frozenset({ANNA})),
        (CLARA, frozenset({BERT})),
        (None, frozenset({ANNA})),
        (None, None),
        (ANNA, None),
    ):
        with pytest.raises(Refused, match="本人确认"):
            answering(walk.case, walk, person_id, persons)
    assert answering(walk.case, walk, None, frozenset({BERT})) == BERT
    assert answering(walk.case, walk, CLARA, None) == CLARA


def test_the_day_on_which_each_confirms_is_the_day_of_its_application() -> None:
    """申请期限内确认的一并受理；逾期确认的，先分案办理，其他人的不因此逾期 (ARL 20, 30)."""
    assert accepting(confirmed(LAST), LATE)
    walk = confirmed(LATE)
    with pytest.raises(Refused, match="先分案办理") as refusal:
        accepting(walk, LATE)
    assert refusal.value.article == ARL[30].par(1, 4)
    with pytest.raises(Refused, match="不得以逾期为由"):
        decline(walk.case, walk.head(LATE), Condition.TIME, PAPER, calendar=CALENDAR)


def found(walk: Walk) -> ConditionsFound:
    return find(
        walk.case, walk.head(LATE), Examined(), PAPER, calendar=CALENDAR, competent=(AUTHORITY,)
    )


def test_whether_all_were_in_time_is_left_open_where_one_was_not() -> None:
    """审查认定：有人逾期确认的，期限一项不能对全体认定为符合 (ARL 20, 30)."""
    verdicts = [
        {one.condition: one.verdict for one in found(confirmed(on)).conditions}[Condition.TIME]
        for on in (LAST, LATE)
    ]
    assert verdicts == [Verdict.MET, Verdict.OPEN]


def test_whoever_is_severed_was_late_in_a_file_of_its_own() -> None:
    """分案办理以后，逾期确认的按本人确认之日，可以逾期不予受理 (ARL 20; RULES 136)."""
    walk = confirmed(LATE)
    own = Walk().record(apart(walk.case, Walk().head(LATE), (BERT,)))
    assert own.case.applicants == (BERT,)
    said = decline(own.case, own.head(LATE), Condition.TIME, PAPER, calendar=CALENDAR)
    assert isinstance(said, ApplicationDeclined)
    first = Walk().record(apart(walk.case, Walk().head(LATE), (ANNA,)))
    assert accepting(first, LATE)


def test_eleven_who_confirmed_must_elect_and_who_confirms_later_is_not_yet_represented() -> None:
    """申请人超过十人的推选代表人，没有确认的不计；此后确认的没有参加推选 (ARR2026 17)."""
    others = [UUID(int=100 + one) for one in range(10)]
    walk = named(*others)
    for one in others[:9]:
        walk.then(CoApplicationAnswered, "2026-09-02", person_id=one)
    assert must_elect(walk.case, date(2026, 9, 2)) is False
    chosen = (ANNA, others[0])
    walk.then(RepresentativesElected, "2026-09-02", representatives=chosen)
    walk.then(CoApplicationAnswered, "2026-09-03", person_id=others[9])
    assert walk.case.participants.representatives == ()
    assert must_elect(walk.case, date(2026, 9, 3)) is True


def test_after_acceptance_nobody_confirms_any_more() -> None:
    """受理以后不再确认为共同申请人，可以自行申请 (ARL 22)."""
    walk = named(BERT).then(ApplicationAccepted, "2026-09-02")
    with pytest.raises(Refused):
        walk.then(CoApplicationAnswered, "2026-09-03", person_id=BERT)


def test_what_was_said_and_claimed_before_is_not_said_by_who_confirms_later() -> None:
    """确认以前别人写明的身份、提出的赔偿请求，不算确认的人的 (ARL 14, 72; ARR2026 27)."""
    firm = {"applicant_sort": Applicant.LEGAL, "papers": (Paper.APPOINTMENT,)}
    walk = received(DAY, learnt_on=LEARNT).then(CapacityStated, DAY, through=Through.HEAD, **firm)
    walk.then(CompensationClaimed, DAY, applicants=())
    walk.then(CoApplicantNamed, DAY, person_id=BERT)
    walk.then(CoApplicationAnswered, DAY, person_id=BERT)
    said = walk.case.participants.stated_of(ANNA)
    assert said is not None
    assert (said.sort, said.person_id) == (Applicant.LEGAL, ANNA)
    assert walk.case.participants.stated_of(BERT) is None
    assert claiming(walk.case) == {ANNA}
    assert accepting(walk, DAY)


def test_what_several_are_together_is_said_of_whoever_confirms_too() -> None:
    """农户等几个人算一个申请人的，写明的身份也是确认的人的 (ARR2026 13)."""
    household = {"applicant_sort": Applicant.HOUSEHOLD, "papers": (Paper.CERTIFICATE,)}
    walk = received(DAY).then(CapacityStated, DAY, through=Through.CERTIFIED, **household)
    walk.then(CoApplicantNamed, DAY, person_id=BERT)
    walk.then(CoApplicationAnswered, DAY, person_id=BERT)
    said = walk.case.participants.stated_of(BERT)
    assert said is not None
    assert said.sort is Applicant.HOUSEHOLD
