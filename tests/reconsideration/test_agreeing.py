"""Who comes in after all parties agreed to the simplified procedure agrees, too (ARL 53, 55)."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import agreeing, assigning
from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.agreeing import not_agreed
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.domain.gates import lacking
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.standing import Persons
from services.reconsideration.office import OFFICE
from services.reconsideration.pages.steps import step_of
from shared.contracts.reconsideration import CopyReceived, CopySent, Outcome, ReplyFiled
from shared.contracts.reconsideration.assigning import (
    ReviewersAssigned,
    SimplifiedAgreed,
    SimplifiedChosen,
    SimplifiedGround,
    Track,
)
from shared.contracts.reconsideration.joint import JointRespondentNamed
from shared.contracts.reconsideration.judged import FindingsRecorded
from shared.contracts.reconsideration.people import (
    ApplicantSucceeded,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.verify import check, general_rules
from tests.reconsideration.checking import broken, drafted_on
from tests.reconsideration.deciding import Draft, decide, drafted, road
from tests.reconsideration.makers import ANNA, BERT, OTHER, PAPER, RESPONDENT, Walk, accepted
from tests.reconsideration.test_handled import CLERK, clock, done, door
from tests.reconsideration.test_handled import accepted as accepted_there
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, OTHER_PARTY, PARTY, Door

__all__ = ["clock", "door"]

CARL = UUID(int=62)
HEIR = UUID(int=63)
BY_ALL = Choice(ground=SimplifiedGround.CONSENT, agreed=frozenset({ANNA}), respondent_agrees=True)
SPOT = Choice(ground=SimplifiedGround.ON_THE_SPOT)
NOBODY = Agreed()
REVOKE = Draft(outcome=Outcome.REVOKED)
ON = "2026-03-20"


def simplified(choice: Choice = BY_ALL) -> Walk:
    """Simplified on 5 March, copied and replied to."""
    walk = accepted()
    chosen = assigning.choose_simplified(
        walk.case, walk.head("2026-03-05"), choice, PAPER, CALENDAR
    )
    walk.record(chosen).then(CopySent, "2026-03-06")
    walk.then(CopyReceived, "2026-03-06", track=walk.case.track)
    return walk.then(ReplyFiled, "2026-03-10").then(ReviewersAssigned, "2026-03-10")


def joined() -> Walk:
    """BERT is called as a third person afterwards."""
    return simplified().then(ThirdPersonJoined, "2026-03-12", third_person=BERT)


def agree(
    walk: Walk, said: Agreed = NOBODY, persons: Persons = None, organ: str = ""
) -> SimplifiedAgreed:
    return agreeing.agree(walk.case, walk.head(ON), said, PAPER, persons=persons, organ=organ)


def lacks(walk: Walk) -> list[str]:
    """What is lacking of consent, in words."""
    found = lacking(walk.case, walk.head(ON))
    return [one.message for one in found if one.article == ARL[53].par(2)]


def next_act(walk: Walk) -> str:
    now = datetime(2026, 3, 20, 9, tzinfo=CITY)
    return step_of(walk.case, by="officer-7", now=now, calendar=CALENDAR).act


def test_nothing_is_decided_before_a_third_person_who_came_in_later_agrees() -> None:
    """各方同意的简易程序，后参加的第三人同意以前不拟稿，写明缺什么；同意以后作出决定 (ARL 53)."""
    walk = joined()
    assert lacks(walk) == [
        "本案经各方同意适用简易程序，此后参加的1名申请人、第三人尚未同意；不同意的，应当转为普通程序"
    ]
    assert next_act(walk) == "simplified-consent"
    with pytest.raises(Refused) as refusal:
        drafted(Walk.of(walk.case), REVOKE, ON)
    assert refusal.value.article == ARL[53].par(2)
    walk.record(agree(walk, Agreed(persons=(BERT,))))
    assert (lacks(walk), next_act(walk)) == ([], "findings")
    assert decide(walk, REVOKE, ON).case.state is State.DECIDED


def test_what_was_drafted_before_somebody_came_in_waits_for_its_consent() -> None:
    """拟稿以后才参加的，送审以前也须同意 (ARL 53)."""
    walk = drafted(simplified(), REVOKE, "2026-03-11")
    walk.then(ThirdPersonJoined, "2026-03-12", third_person=BERT)
    assert len(lacks(walk)) == 1
    assert lacks(walk.record(agree(walk, Agreed(persons=(BERT,))))) == []


def test_the_four_kinds_of_cases_ask_nobody() -> None:
    """第一款列举的案件不以各方同意为条件，后参加的不必同意 (ARL 53)."""
    walk = simplified(SPOT).then(ThirdPersonJoined, "2026-03-12", third_person=BERT)
    assert lacks(walk) == []
    with pytest.raises(Refused) as refusal:
        agree(walk, Agreed(persons=(BERT,)))
    assert refusal.value.article == ARL[53].par(2)


def test_a_case_that_is_converted_asks_nobody_any_more() -> None:
    """转为普通程序的，不再须各方同意 (ARL 55)."""
    walk = joined()
    walk.record(assigning.convert(walk.case, walk.head(ON), PAPER, CALENDAR))
    assert (walk.case.track, lacks(walk)) == (Track.ORDINARY, [])


def test_for_lack_of_consent_a_case_is_converted_also_after_its_days() -> None:
    """有人没有同意的，三十日、六十日届满也可以转为普通程序，已经逾期的仍是逾期 (ARL 55, 62)."""
    late = joined().lapse("decide_simplified", "2026-04-07")
    fact = assigning.convert(late.case, late.head("2026-04-08"), PAPER, CALENDAR)
    assert fact.overdue is False
    assert assigning.convert(late.case, late.head("2026-05-07"), PAPER, CALENDAR).overdue is True
    late.record(agree(late, Agreed(persons=(BERT,))))
    with pytest.raises(Refused) as refusal:
        assigning.convert(late.case, late.head("2026-04-08"), PAPER, CALENDAR)
    assert refusal.value.article == ARL[55]


def test_a_third_person_who_stays_away_is_not_asked() -> None:
    """第三人不参加，不影响审理 (ARL 16, 53)."""
    walk = joined().then(ThirdPersonAbsent, "2026-03-13", third_person=BERT)
    assert lacks(walk) == []


def test_a_joint_respondent_named_later_agrees_for_itself() -> None:
    """追加的共同被申请人各自同意，不由他机关代替 (ARL 19, 53)."""
    walk = simplified().then(JointRespondentNamed, "2026-03-12", organ=OTHER)
    assert not_agreed(walk.case) == Agreed(organs=(OTHER,))
    assert "1个被申请人尚未同意" in lacks(walk)[0]
    with pytest.raises(Refused):
        agree(walk, organ=RESPONDENT)
    fact = agree(walk, organ=OTHER)
    assert (fact.agreed, fact.agreed_organs) == ((), (OTHER,))
    assert lacks(walk.record(fact)) == []


def test_whoever_takes_the_place_of_one_who_agreed_has_agreed() -> None:
    """承受人承受原当事人的地位，原当事人同意的，不再征询 (ARL 14, 53; RULES 144)."""
    walk = simplified().then(ApplicantSucceeded, "2026-03-12", applicant=ANNA, successors=(HEIR,))
    assert (walk.case.applicants, lacks(walk)) == ((HEIR,), [])


def test_whoever_takes_the_place_of_one_who_had_not_is_asked() -> None:
    """原当事人没有同意的，承受人须同意 (ARL 16, 53; RULES 144)."""
    said = {"applicant": BERT, "successors": (HEIR,), "standing": "third"}
    walk = joined().then(ApplicantSucceeded, "2026-03-13", **said)
    assert not_agreed(walk.case) == Agreed(persons=(HEIR,))


def test_an_heir_who_takes_part_for_itself_too_is_still_asked() -> None:
    """承受人本人也是第三人而没有同意的，仍须同意 (ARL 53; RULES 167)."""
    walk = joined().then(ApplicantSucceeded, "2026-03-13", applicant=ANNA, successors=(BERT,))
    assert not_agreed(walk.case) == Agreed(persons=(BERT,))


@pytest.mark.parametrize("before", [RESPONDENT, OTHER])
def test_the_organ_that_takes_over_the_powers_stands_to_what_was_agreed(before: str) -> None:
    """继续行使职权的机关，以原被申请人的同意为同意；没有同意的，仍须同意 (ARL 19, 53)."""
    walk = simplified().then(JointRespondentNamed, "2026-03-12", organ=OTHER)
    walk.then(
        RespondentSucceeded,
        "2026-03-13",
        before=before,
        respondent="620702-new",
        county="620702",
        powers_lost=PowersLost.ABOLISHED,
        succeeded_on="2026-03-13",
        notice_id=PAPER,
    )
    new = "620702-new" if before == OTHER else OTHER
    assert not_agreed(walk.case) == Agreed(organs=(new,))


def test_nobody_agrees_for_another() -> None:
    """同意各自表示：本人、代理人；不代替他人，也不重复 (ARL 17, 53)."""
    walk = joined().then(ThirdPersonJoined, "2026-03-13", third_person=CARL)
    for said, persons in (
        (Agreed(persons=(CARL,)), frozenset({BERT})),
        (Agreed(persons=(HEIR,)), None),
        (NOBODY, None),
        (NOBODY, frozenset({ANNA})),
    ):
        with pytest.raises(Refused) as refusal:
            agree(walk, said, persons)
        assert refusal.value.article == ARL[53].par(2)
    assert agree(walk, persons=frozenset({BERT})).agreed == (BERT,)
    walk.record(agree(walk, persons=frozenset({BERT})))
    with pytest.raises(Refused):
        agree(walk, persons=frozenset({BERT}))
    assert not_agreed(walk.case) == Agreed(persons=(CARL,))


def test_a_page_of_old_asks_nobody_who_came_in_later() -> None:
    """此前选定的简易程序没有写明须征询后参加的人，照旧办理 (ARL 53)."""
    walk = accepted()
    chosen = assigning.choose_simplified(
        walk.case, walk.head("2026-03-05"), BY_ALL, PAPER, CALENDAR
    )
    assert chosen.asks_newcomers is True
    old = SimplifiedChosen.model_validate(chosen.model_dump(exclude={"asks_newcomers"}))
    walk.record(old).then(ThirdPersonJoined, "2026-03-12", third_person=BERT)
    assert (walk.case.participants.simplified_by, lacks(walk)) == (None, [])


def test_a_decision_before_who_came_in_later_agreed_is_found() -> None:
    """此后参加的人没有同意就作出的简易程序决定，核对查得出来 (ARL 53)."""
    walk = joined().then(FindingsRecorded, ON)
    assert broken(drafted_on(walk, Outcome.REVOKED)) == {"agreed"}


async def chosen_by_all(door: Door) -> tuple[str, dict[str, Any]]:
    """The case, and who is called as a third person once it is simplified by consent."""
    case = await accepted_there(door)
    consent = {"ground": "consent", "reason": "各方书面同意", "agreed": [str(ANNA)]}
    await done(door, f"{case}/simplified", CLERK, **consent, respondent_agrees=True)
    await done(door, f"{case}/copy", CLERK, received_on="2026-03-05")
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    third = {"person": {"name": "卡某"}, "called": True, "interested": True, "text": "通知参加"}
    file = await done(door, f"{case}/third-person", CLERK, **third)
    [person] = file["participants"]["third_persons"]
    return case, {**PARTY, "code": "party-9", "persons": [UUID(person["person_id"])]}


async def test_the_newcomer_agrees_at_its_own_door_and_then_it_is_decided(door: Door) -> None:
    """第三人在网上自己同意，别人不能代替；同意以前不能拟稿，同意以后用印作出决定 (ARL 53)."""
    case, newcomer = await chosen_by_all(door)
    [third] = newcomer["persons"]
    path, said = f"{case}/simplified-consent", {"text": "同意适用简易程序"}
    steps = road("revoked", text="撤销")
    for name, _, body in steps[:2]:
        await done(door, f"{case}/{name}", OFFICER, **body)
    held = await door.post(f"{case}/draft", OFFICER, **steps[2][2])
    assert (held.status_code, held.json()["article"]["code"]) == (409, "ARL 53(2)")
    for who, more in (
        (PARTY, {}),
        (PARTY, {"agreed": [str(third)]}),
        (DEPARTMENT, {}),
        (DEPARTMENT, {"agreed": [str(third)]}),
        (CLERK, {}),
        (newcomer, {"agreed": [str(ANNA)]}),
    ):
        refused = await door.post(path, who, **said, **more)
        assert (refused.status_code, refused.json()["article"]["code"]) == (409, "ARL 53(2)")
    assert (await door.post(path, OTHER_PARTY, **said)).status_code == 404
    file = await done(door, path, newcomer, **said)
    assert file["participants"]["simplified_by"]["persons"] == [str(ANNA), str(third)]
    for name, _, body in steps[2:]:
        file = await done(door, f"{case}/{name}", OFFICER, **body)
    assert file["state"] == "decided"
    rules = [one for one in general_rules(door.hub, [OFFICE], "hub") if one.name == "states"]
    assert [one.broken.count async for one in check(door.hub.pool, rules)] == [0]


async def test_an_officer_takes_down_who_agrees(door: Door) -> None:
    """到场或者书面同意的，由办案人员记载是谁 (ARL 53)."""
    case, newcomer = await chosen_by_all(door)
    third = str(newcomer["persons"][0])
    said = {"text": "电话记录：同意", "agreed": [third]}
    file = await done(door, f"{case}/simplified-consent", CLERK, **said)
    assert file["participants"]["simplified_by"] == {
        "persons": [str(ANNA), third],
        "organs": [DEPARTMENT["organ"]],
    }
