"""本人推选代表人: each by its own word and day; all have elected once they agree (RULES 173)."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from services.reconsideration.domain.choosing import agreed_on, choose
from services.reconsideration.domain.standing import Persons
from shared.clock import StillClock
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    RepresentativesChosen,
    RepresentativesElected,
    StatutoryAgentJoined,
    ThirdPersonJoined,
)
from shared.law.article import ARL, ARR2026, Article
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration.again import done, no
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day, received
from tests.reconsideration.test_people_acts import CARL, TWELVE, of_many
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

A = Standing.APPLICANT
TWO = TWELVE[:2]
ON = "2026-09-02"
CAME = {"manner": "in_person", "received_on": "2026-09-01", "learnt_on": "2026-08-20"}


def chosen(walk: Walk, who: UUID, *whom: UUID, on: str = ON) -> Walk:
    said = choose(walk.case, walk.head(on), (), whom, PAPER, own=frozenset({who}))
    return walk.record(said)


def why_not(walk: Walk, persons: tuple[UUID, ...], whom: tuple[UUID, ...], own: Persons) -> Article:
    with pytest.raises(Refused) as refusal:
        choose(walk.case, walk.head(ON), persons, whom, PAPER, own=own)
    return refusal.value.article


def test_all_have_elected_on_the_day_on_which_the_last_chose_the_same() -> None:
    """全体申请人各自推选的人相同的，自最后一人推选之日推选出代表人，次序不论 (RULES 173)."""
    walk = of_many(12)
    for one in TWELVE[:11]:
        chosen(walk, one, *TWO)
        assert agreed_on(walk.case, A) is None
    chosen(walk, TWELVE[11], *reversed(TWO), on="2026-09-04")
    assert agreed_on(walk.case, A) == date(2026, 9, 4)
    assert walk.case.participants.representatives == ()


def test_of_several_words_of_one_the_last_counts() -> None:
    """改变推选的，以最后一次为准 (RULES 173)."""
    walk = of_many(12)
    for one in TWELVE[:11]:
        chosen(walk, one, *TWO)
    chosen(walk, TWELVE[11], *TWELVE[1:3])
    assert agreed_on(walk.case, A) is None
    chosen(walk, TWELVE[11], *TWO)
    assert agreed_on(walk.case, A) == date(2026, 9, 2)


def test_the_numbers_are_those_of_an_election_and_nobody_else_may_be_chosen() -> None:
    """推选二至五名，从申请人中推选，各人推选时就照此核对 (ARL 15; ARR2026 17)."""
    walk, own = of_many(12), frozenset({TWELVE[0]})
    assert why_not(walk, (), TWELVE[:1], own) == ARR2026[17]
    assert why_not(walk, (), TWELVE[:6], own) == ARR2026[17]
    assert why_not(walk, (), (TWELVE[0], CARL), own) == ARL[15].par(1)


def test_nobody_chooses_for_another_but_who_acts_for_it_by_law() -> None:
    """推选由本人签名，不能由他人代为推选；法定代理人可以 (ARL 14; ARR2026 17)."""
    walk, own = of_many(12), frozenset({TWELVE[0]})
    assert why_not(walk, TWELVE[1:2], TWO, own) == ARL[15].par(1)
    assert why_not(walk, (), TWO, frozenset({BERT})) == ARL[15].par(1)
    walk.then(StatutoryAgentJoined, ON, applicant=TWELVE[3], agent=BERT)
    chosen(walk, BERT, *TWO)
    [choice] = walk.case.participants.choices
    assert choice.person_id == TWELVE[3]


def test_online_it_is_chosen_today_and_a_letter_on_the_day_on_which_it_came() -> None:
    """网上推选的当日为推选之日，不能填更早；寄来的由收到的人员按收到之日登记 (ARR2026 28)."""
    walk = of_many(12)
    early = walk.head(ON).model_copy(update={"at": datetime(2026, 9, 5, 9, tzinfo=CITY)})
    with pytest.raises(Refused, match="到达之日"):
        choose(walk.case, early, (), TWO, PAPER, own=frozenset({TWELVE[0]}))
    letter = choose(walk.case, early, TWELVE[:1], TWO, PAPER, own=None)
    assert (letter.persons, letter.head.on) == (TWELVE[:1], date(2026, 9, 2))


def test_one_applicant_alone_elects_nobody() -> None:
    """只有一名申请人的，不推选代表人 (ARL 15)."""
    walk = received("2026-09-01")
    assert why_not(walk, (), (ANNA,), frozenset({ANNA})) == ARL[15].par(1)


def test_whoever_comes_in_later_chooses_too_and_all_choose_anew() -> None:
    """有人新加入的，代表人重新推选，以前的推选不算 (RULES 173)."""
    walk = received("2026-09-01", applicants=(ANNA, CARL))
    walk.then(CoApplicantNamed, ON, person_id=BERT)
    chosen(walk, ANNA, CARL)
    walk.then(CoApplicationAnswered, ON, person_id=BERT)
    assert walk.case.participants.choices == ()
    chosen(walk, BERT, CARL)
    assert agreed_on(walk.case, A) is None


def test_who_has_left_is_not_waited_for_and_cannot_be_chosen() -> None:
    """退出的申请人不再推选，也不能当选 (ARL 15, 41)."""
    walk = of_many(3)
    for one in TWELVE[:2]:
        chosen(walk, one, TWELVE[1])
    walk.then(ApplicantsLeft, "2026-09-03", applicants=(TWELVE[2],))
    assert agreed_on(walk.case, A) == date(2026, 9, 2)
    walk.then(ApplicantsLeft, "2026-09-03", applicants=(TWELVE[1],))
    assert why_not(walk, (), TWELVE[1:2], frozenset({TWELVE[0]})) == ARL[15].par(1)


def test_once_elected_the_choices_are_done_with() -> None:
    """推选出来以后，要换代表人的，全体重新推选 (ARL 15; RULES 173)."""
    walk = chosen(of_many(12), TWELVE[0], *TWO)
    walk.then(RepresentativesElected, ON, representatives=TWO)
    assert walk.case.participants.choices == ()
    chosen(walk, TWELVE[0], *TWELVE[2:4])
    assert walk.case.participants.representatives == TWO


def test_third_persons_choose_among_themselves() -> None:
    """第三人超过十人的，可以照样推选 (ARR2026 17(3))."""
    walk = of_many(2)
    walk.then(RepresentativesChosen, ON, persons=TWELVE[:1], representatives=TWELVE[:1])
    for number in range(11):
        walk.then(ThirdPersonJoined, ON, third_person=UUID(int=300 + number))
    thirds = walk.case.participants.third_ids
    for one in thirds:
        chosen(walk, one, *thirds[:2])
    assert agreed_on(walk.case, Standing.THIRD) == date(2026, 9, 2)
    walk.then(RepresentativesElected, ON, standing=Standing.THIRD, representatives=thirds[:2])
    assert [one.standing for one in walk.case.participants.choices] == [A]


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-09-01"), time(9), CITY))


def test_a_third_person_who_joins_later_makes_all_of_them_choose_anew() -> None:
    """第三人新加入的，第三人重新推选，以前的推选不算，申请人的不受影响 (ARR2026 17; RULES 173)."""
    walk = of_many(2)
    walk.then(RepresentativesChosen, ON, persons=TWELVE[:1], representatives=TWELVE[:1])
    for number in range(11):
        walk.then(ThirdPersonJoined, ON, third_person=UUID(int=300 + number))
    thirds = walk.case.participants.third_ids
    chosen(walk, thirds[0], *thirds[:2])
    walk.then(ThirdPersonJoined, ON, third_person=UUID(int=400))
    assert [one.person_id for one in walk.case.participants.choices] == [TWELVE[0]]


def test_the_word_of_whoever_is_gone_is_gone() -> None:
    """退出、由他人承受的，本人的推选不再算，承受人自己推选 (ARL 14, 15, 41)."""
    walk = of_many(3)
    for one in TWELVE[:3]:
        walk.then(RepresentativesChosen, ON, persons=(one,), representatives=(TWELVE[1],))
    walk.then(ApplicantsLeft, "2026-09-03", applicants=(TWELVE[2],))
    assert [one.person_id for one in walk.case.participants.choices] == [*TWO]
    walk.then(ApplicantSucceeded, "2026-09-04", applicant=TWELVE[0], successors=(CARL,))
    assert [one.person_id for one in walk.case.participants.choices] == [TWELVE[1]]


async def test_the_last_word_elects_whether_it_came_online_or_by_letter(door: Door) -> None:
    """有人在网上选、有人寄来的，最后一份一到就推选出来，推选之日是最后一人的那天 (RULES 173)."""
    persons = [str(ANNA), str(BERT)]
    said = {**APPLICATION, **CAME, "applicants": persons}
    taken = await door.post("/reconsiderations", OFFICER, **said)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    door.on("2026-09-04")
    mine = {"representatives": [str(BERT)], "text": "我推选李某"}
    own = await door.post(f"{case}/representatives-choice", PARTY, **mine)
    assert own.status_code == 201, own.text
    there = own.json()["participants"]
    assert there["representatives"] == []
    assert there["choices"][0]["chosen_on"] == "2026-09-04"
    assert await no(door, f"{case}/representatives-choice", **mine) == "ARL 15(1)"
    file = await done(door, f"{case}/representatives-choice", **mine, persons=persons[1:])
    assert file["participants"]["representatives"] == [str(BERT)]
    assert file["participants"]["choices"] == []


async def test_a_paper_that_all_signed_and_sent_is_recorded_on_the_day_it_came(door: Door) -> None:
    """寄来的推选书由办案人员登记，推选之日为收到之日 (ARR2026 17; RULES 173)."""
    said = {**APPLICATION, **CAME, "applicants": [str(ANNA), str(BERT)]}
    taken = await door.post("/reconsiderations", OFFICER, **said)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    door.on("2026-09-04")
    paper = {"representatives": [str(BERT)], "signed_by_all": True, "text": "推选书"}
    file = await done(door, f"{case}/representatives", **paper, on="2026-09-02")
    assert file["participants"]["representatives"] == [str(BERT)]
    days = "SELECT body::jsonb #>> '{head,on}' FROM hub.outbox WHERE kind = $1"
    kind = RepresentativesElected.kind_name()
    assert await door.hub.pool.fetchval(days, kind) == "2026-09-02"
