"""What follows a case that is at its end: copies, publication, service again (ARL 75, 79)."""

import pytest

from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import publishing
from services.reconsideration.domain.joint import Joint
from shared.contracts.reconsideration import (
    DecisionDelivered,
    ReconsiderationTerminated,
    Remedy,
)
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    Conclusion,
    DecisionPublished,
    DecisionWithheld,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.closing import annul, article, copy
from tests.reconsideration.following import ABOVE, Following, following, service
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    day,
    decided,
    replying,
)

ABOVE_OTHER = "620700-shijian"


def opened(walk: Walk, on: str, *, of_department: bool = True) -> AftermathOpened:
    departments = walk.case.respondents if of_department else ()
    return acts.open_file(walk.case, walk.head(on), departments=departments)


def test_a_delivered_decision_opens_what_follows_it() -> None:
    """决定书送达后，抄告、公开的期限自送达起 (ARL 79; RULES 90)."""
    walk = decided().then(DecisionDelivered, "2026-07-20")
    fact = opened(walk, "2026-07-20")
    assert (fact.conclusion, fact.copies, fact.publishes) == (Conclusion.DELIVERED, True, True)
    file = Following().record(fact)
    assert file.last_day("copy_decision") == "2026-07-27"
    assert file.last_day("publish") == "2026-08-17"


def test_only_a_department_of_this_government_is_told_of_above() -> None:
    """以本级人民政府工作部门为被申请人的，才抄告 (ARL 79)."""
    walk = decided().then(DecisionDelivered, "2026-07-20")
    file = Following().record(opened(walk, "2026-07-20", of_department=False))
    with pytest.raises(Refused) as refusal:
        copy(file)
    assert article(refusal) == ARL[79].par(2)
    assert not {one.name for one in file.file.procedure.opens(file.facts[0])} & {"copy_decision"}


def test_where_there_is_no_decision_nothing_is_copied_published_or_annulled() -> None:
    """终止的案件没有可以抄告、公开的决定书 (ARL 41, 79)."""
    walk = replying().then(ReconsiderationTerminated, "2026-07-20")
    file = Following().record(opened(walk, "2026-07-20"))
    assert not file.file.procedure.opens(file.facts[0])
    head = file.head("2026-07-21")
    for act in (
        lambda: copy(file),
        lambda: publishing.publish(file.file, head, PAPER),
        lambda: publishing.withhold(file.file, head, PAPER),
        lambda: annul(file),
        lambda: acts.serve_again(file.file, head, service("2026-07-21"), PAPER, CALENDAR),
    ):
        with pytest.raises(Refused):
            act()


def test_the_copy_goes_to_the_department_above_the_respondent_once() -> None:
    """抄告被申请人的上一级主管部门 (ARL 79)."""
    file = following()
    with pytest.raises(Refused) as refusal:
        copy(file, organ="620700-gongan")
    assert article(refusal) == ARL[79].par(2)
    file.record(copy(file))
    with pytest.raises(Refused, match="已于"):
        copy(file)


def test_the_copy_is_due_from_the_first_service_and_the_end_asks_for_none_again() -> None:
    """决定书一经送达即发生法律效力，抄告不等送达最后一名，结案时不再另行计算 (ARL 75, 79)."""
    walk = decided().then(DecisionServed, "2026-07-14")
    departments = walk.case.respondents
    with pytest.raises(Refused, match="没有发生法律效力"):
        copy(Following().then(AftermathBegun, "2026-07-14"))
    fact = acts.take_effect(walk.case, walk.head("2026-07-14"), departments=departments)
    file = Following().then(AftermathBegun, "2026-07-14").record(fact)
    assert (file.file.effective_on, file.last_day("copy_decision")) == (
        *(day("2026-07-14"), "2026-07-21"),
    )
    with pytest.raises(Refused, match="尚未送达每一方"):
        Following().record(file.facts[0]).record(fact).then(DecisionPublished, "2026-07-15")
    file.record(copy(file))
    walk.then(DecisionDelivered, "2026-08-20")
    said = (walk.case, walk.head("2026-08-20"))
    end = acts.open_file(*said, departments=departments, effective=True)
    assert (end.copies, end.publishes) == (False, True)
    names = {one.name for one in file.file.procedure.opens(end)}
    assert ("copy_decision" in names, file.record(end).file.copied_on) == (
        *(False, day("2026-07-22")),
    )


def both_delivered() -> Walk:
    """Decided against two organs that acted together."""
    walk = decided().then(DecisionDelivered, "2026-07-20")
    walk.case = walk.but(joint=(Joint(organ=OTHER),))
    return walk


def test_a_joint_respondent_that_is_a_department_is_told_of_above_whoever_is_named_first() -> None:
    """共同被申请人中有本级政府工作部门的，即应抄告，不论列在第几位 (ARL 19, 79)."""
    walk = both_delivered()
    fact = acts.open_file(walk.case, walk.head("2026-07-20"), departments={OTHER})
    assert (fact.joint, fact.copies, fact.copies_for) == ((OTHER,), True, (OTHER,))
    file = Following().record(fact)
    assert file.last_day("copy_decision") == "2026-07-27"
    head = file.head("2026-07-22")
    with pytest.raises(Refused, match="应当抄告被申请人的上一级主管部门"):
        acts.copy_decision(file.file, head, ABOVE, {OTHER: ABOVE_OTHER})
    file.record(acts.copy_decision(file.file, head, ABOVE_OTHER, {OTHER: ABOVE_OTHER}))
    assert file.file.copied_on == day("2026-07-22")


def test_the_copy_is_owed_until_the_department_above_each_joint_respondent_has_one() -> None:
    """共同被申请人各自的上一级主管部门都抄告了，期限才告终结 (ARL 79; RULES 93)."""
    walk = both_delivered()
    file = Following().record(opened(walk, "2026-07-20"))
    above: dict[str, str | None] = {RESPONDENT: ABOVE, OTHER: ABOVE_OTHER}
    row = file.file.procedure.by_name["copy_decision"]
    first = acts.copy_decision(file.file, file.head("2026-07-21"), ABOVE_OTHER, above)
    assert first.owed == (RESPONDENT,)
    assert not row.is_closed_by(first)
    assert row not in file.file.procedure.closes(first)
    assert file.record(first).file.copied_on is None
    with pytest.raises(Refused, match="应当抄告被申请人的上一级主管部门"):
        acts.copy_decision(file.file, file.head("2026-07-22"), ABOVE_OTHER, above)
    last = acts.copy_decision(file.file, file.head("2026-07-22"), ABOVE, above)
    assert last.owed == ()
    assert row in file.file.procedure.closes(last)
    assert file.record(last).file.copied_on == day("2026-07-22")
    with pytest.raises(Refused, match="已于2026-07-22抄告"):
        acts.copy_decision(file.file, file.head("2026-07-23"), ABOVE, above)


def test_one_department_above_both_is_told_once() -> None:
    """共同被申请人的上一级主管部门是同一个的，抄告一次 (ARL 79)."""
    file = Following().record(opened(both_delivered(), "2026-07-20"))
    above: dict[str, str | None] = {RESPONDENT: ABOVE, OTHER: ABOVE}
    fact = acts.copy_decision(file.file, file.head("2026-07-22"), ABOVE, above)
    assert fact.owed == ()


def test_a_file_of_old_owes_the_copy_above_the_respondent_named_first() -> None:
    """以前开立的后续案卷，抄告第一被申请人的上一级主管部门 (ARL 79)."""
    assert following().file.to_copy == (RESPONDENT,)
    assert following(copies=False).file.to_copy == ()


def test_it_is_settled_once_if_a_decision_is_made_public() -> None:
    """公开或者写明不公开的理由，办理一次 (ARL 79)."""
    for kind in (DecisionPublished, DecisionWithheld):
        file = following().then(kind, "2026-07-21")
        with pytest.raises(Refused) as refusal:
            publishing.publish(file.file, file.head("2026-07-22"), PAPER)
        assert article(refusal) == ARL[79].par(1)


def test_served_again_the_days_to_sue_run_anew() -> None:
    """重新送达的，起诉期限自重新送达之日起十五日 (ARL 75; ALL 45)."""
    file = following()
    again = service("2026-08-10")
    fact = acts.serve_again(file.file, file.head("2026-08-10"), again, PAPER, CALENDAR)
    assert (fact.person_id, fact.sue_until) == (ANNA, day("2026-08-25"))
    organ = service("2026-08-10", None)
    fact = acts.serve_again(file.file, file.head("2026-08-10"), organ, PAPER, CALENDAR)
    assert fact.sue_until is None
    early = service("2026-07-19", BERT)
    with pytest.raises(Refused) as refusal:
        acts.serve_again(file.file, file.head("2026-08-10"), early, PAPER, CALENDAR)
    assert article(refusal) == ARL[75].par(2)


def test_served_again_only_that_party_has_other_days_and_the_first_of_all_is_told() -> None:
    """重新送达只改该当事人的起诉期限；各方中最先送达之日随之写明 (ARL 75; ALL 45)."""
    both = tuple(
        Remedy(person_id=who, served_on=day(on), sue_until=day(until))
        for who, on, until in (
            (ANNA, "2026-07-20", "2026-08-04"),
            (BERT, "2026-07-22", "2026-08-06"),
        )
    )
    file = following(remedies=both)
    for who, on, first in (
        (ANNA, "2026-08-10", "2026-07-22"),
        (BERT, "2026-08-12", "2026-08-10"),
        (None, "2026-08-13", "2026-08-10"),
    ):
        done = service(on, who)
        fact = acts.serve_again(file.file, file.head(on), done, PAPER, CALENDAR)
        assert fact.first_served_on == day(first)
        file.record(fact)
    assert [one.sue_until for one in file.file.remedies] == [day("2026-08-25"), day("2026-08-27")]


def test_what_is_annulled_is_copied_and_published_no_more() -> None:
    """已被上级撤销的决定，抄告、公开的期限随之结束 (RULES 92)."""
    file = following()
    ended = {one.name for one in file.file.procedure.closes(annul(file))}
    assert ended == {
        *("copy_decision", "publish", "serve_correction"),
        *("enforceable", "heed_urging", "enforce_party"),
        *("enforce_at_once", "court_above", "apply_again"),
    }


def test_silence_about_copy_or_publication_is_recorded_and_they_are_still_owed() -> None:
    """逾期未抄告、未公开的记录在卷，仍须办理 (RULES 13)."""
    file = following().lapse("copy_decision", "2026-07-27").lapse("publish", "2026-08-17")
    assert file.record(copy(file)).file.copied_on == day("2026-07-22")


def test_the_file_remembers_what_the_case_was() -> None:
    """后续案卷写明结案方式、决定和文号 (RULES 90)."""
    walk = decided(document_number="甘政复决字〔2026〕1号").then(DecisionDelivered, "2026-07-20")
    file = Following().record(opened(walk, "2026-07-20")).file
    assert (file.about, file.document_number, file.opened_on) == (
        walk.case.case_id,
        "甘政复决字〔2026〕1号",
        day("2026-07-20"),
    )
