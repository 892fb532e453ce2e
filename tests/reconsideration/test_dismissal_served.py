"""驳回申请决定一经送达即可反映、即可纠正: what waits for no service on others (ARL 35, 75)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import (
    aftermath_acts,
    decision,
    lawful_after,
    refusing,
    serving,
)
from services.reconsideration.domain import correcting as acts
from services.reconsideration.domain.aftermath_table import State
from shared.contracts.reconsideration import DecisionMade, Outcome, Standing
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.contracts.reconsideration.served import DecisionServed
from shared.law.article import ARL, RULES
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import Following, service
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    CITY_GOVERNMENT,
    PAPER,
    RESPONDENT,
    Walk,
    day,
    examined,
)

CARL = UUID(int=12)
DISMISSED = Outcome.APPLICATION_DISMISSED


def dismissed(*more: UUID) -> Walk:
    """Decided on 17 April; served on nobody yet."""
    walk = examined()
    if more:
        walk.case = walk.but(applicants=(ANNA, *more))
    walk.then(ThirdPersonJoined, "2026-04-01", third_person=CARL)
    return walk.then(DecisionMade, "2026-04-17", outcome=DISMISSED)


def served(walk: Walk, person: UUID | None, on: str) -> Walk:
    standing = {CARL: Standing.THIRD, None: Standing.RESPONDENT}.get(person, Standing.APPLICANT)
    said = {"standing": standing, "person_id": person, "sue_until": day("2026-05-06")}
    return walk.then(DecisionServed, on, shown_on=day(on), served_on=day(on), **said)


def report(walk: Walk, *persons: UUID) -> Wrong:
    whose = frozenset(persons) or None
    said = (walk.case, walk.head("2026-04-24"), (CITY_GOVERNMENT,), PAPER, whose)
    return acts.report(*said).wrong


def test_a_dismissal_is_reported_by_whoever_has_it_while_others_still_wait() -> None:
    """驳回申请决定一经送达申请人即生效，不待公告送达第三人期满，即可向上级反映 (ARL 35, 75)."""
    walk = dismissed(BERT)
    for who in (None, CARL):
        with pytest.raises(Refused) as nobody:
            report(served(walk, who, "2026-04-18"))
        assert nobody.value.article == ARL[35]
    served(walk, ANNA, "2026-04-20")
    assert (report(walk), report(walk, ANNA), report(walk, ANNA, BERT)) == (Wrong.DISMISSED,) * 3
    with pytest.raises(Refused, match="还没有送达反映的申请人") as other:
        report(walk, BERT)
    assert other.value.article == ARL[75].par(2)
    assert report(served(walk, BERT, "2026-04-22"), BERT) is Wrong.DISMISSED


def test_what_was_decided_of_the_act_itself_is_no_dismissal_however_it_is_served() -> None:
    """不是驳回申请的决定，送达以后也不能以驳回申请反映 (ARL 35)."""
    walk = examined().then(DecisionMade, "2026-04-17", outcome=Outcome.UPHELD)
    with pytest.raises(Refused) as upheld:
        report(served(walk, ANNA, "2026-04-20"))
    assert upheld.value.article == ARL[35]


def in_force(walk: Walk) -> Following:
    """What follows, from the first service, on the respondent on 18 April."""
    head = walk.head("2026-04-18")
    effect = aftermath_acts.take_effect(walk.case, head, departments={RESPONDENT})
    return Following().record(effect)


def test_a_dismissal_is_put_right_before_everybody_has_it() -> None:
    """送达每一方以前即可纠正一次，写明最先送达申请人之日；核对同样要求 (ARL 35; RULES 132)."""
    walk = served(served(dismissed(), None, "2026-04-18"), ANNA, "2026-04-20")
    file = in_force(walk)
    for first in (None, day("2026-04-17")):
        with pytest.raises(Refused, match="还没有送达申请人"):
            refusing.correct(file.file, file.head("2026-05-06"), PAPER, first=first)
    first = day("2026-04-20")
    fact = refusing.correct(file.file, file.head("2026-05-06"), PAPER, first=first)
    assert fact.first_served_on == first
    lawful_after.refusal_corrected_once(file.file, fact)
    early = fact.model_copy(update={"first_served_on": day("2026-04-17")})
    with pytest.raises(Refused):
        lawful_after.refusal_corrected_once(file.file, early)
    file.record(fact)
    assert (file.file.state, file.file.accepted_case_id) == (State.EFFECTIVE, PAPER)
    for again in (
        lambda: refusing.correct(file.file, file.head("2026-05-07"), PAPER, first=first),
        lambda: refusing.check_dismissed(file.file),
    ):
        with pytest.raises(Refused) as twice:
            again()
        assert twice.value.article == RULES[132]


def test_who_is_served_after_it_was_put_right_is_told_so_and_it_is_made_public_no_more() -> None:
    """纠正以后送达的写明已经纠正，不再公开；以前的页没有写的，读作没有纠正 (RULES 132)."""
    walk = served(served(dismissed(), None, "2026-04-18"), ANNA, "2026-04-20")
    one = service("2026-05-20", CARL, standing=Standing.THIRD)
    said = (walk.case, walk.head("2026-05-20"), one, CALENDAR)
    page = serving.serve(*said, corrected=True)
    assert (page.corrected, page.annulled, serving.serve(*said).corrected) == (True, False, False)
    walk.record(page)
    days = {who: on for who, on in walk.case.served_days.items() if who}
    end = (walk.case, walk.head("2026-05-20"), day("2026-04-18"), days, CALENDAR)
    last = decision.deliver(*end, corrected=True)
    assert (last.corrected, decision.deliver(*end).corrected) == (True, False)
    closed = walk.record(last)
    opening = (closed.case, closed.head("2026-05-20"))
    opened = [
        aftermath_acts.open_file(*opening, departments=(), effective=True, corrected=corrected)
        for corrected in (True, False)
    ]
    assert [one.publishes for one in opened] == [False, True]
