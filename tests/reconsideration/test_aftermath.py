"""What follows a case that is at its end: correction, service again, copies, being set aside."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import annulling, clerical, lawful_after, publishing
from services.reconsideration.domain.aftermath_table import AFTERMATH, State
from services.reconsideration.domain.drafted import JointDraft
from services.reconsideration.domain.joint import Joint
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationDeclined,
    Condition,
    DecisionDelivered,
    Outcome,
    ReconsiderationTerminated,
    Remedy,
)
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    ClericalErrorsCorrected,
    Conclusion,
    CorrectionServed,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionTookEffect,
    DecisionWithheld,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.law.article import ALL, ARL, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.terms import zh
from tests.reconsideration.deciding import Draft, decide
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
    examined,
    received,
    replying,
)

CITY = "620700-government"
ABOVE_OTHER = "620700-shijian"


def opened(walk: Walk, on: str, *, of_department: bool = True) -> AftermathOpened:
    departments = walk.case.respondents if of_department else ()
    return acts.open_file(walk.case, walk.head(on), departments=departments)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def copy(file: Following, organ: str = ABOVE, above: str | None = ABOVE) -> Fact:
    return acts.copy_decision(file.file, file.head("2026-07-22"), organ, {RESPONDENT: above})


def annul(file: Following, organ: str = CITY, **said: object) -> DecisionAnnulled:
    anew = day(str(said["anew"])) if "anew" in said else None
    head = file.head("2026-08-03")
    return annulling.annul(file.file, head, organ, PAPER, above={CITY}, decide_anew_by=anew)


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


def test_a_correction_puts_slips_right_and_changes_nothing() -> None:
    """补正只改笔误，不得改变决定的内容 (RULES 91)."""
    file = following()
    with pytest.raises(Refused) as refusal:
        clerical.correct(file.file, decided().case, file.head("2026-07-22"), PAPER, substance=True)
    assert article(refusal) == RULES[91]
    file.record(
        clerical.correct(file.file, decided().case, file.head("2026-07-22"), PAPER, substance=False)
    )
    assert file.last_day("serve_correction") == "2026-07-29"


def test_a_correction_is_served_on_all_before_the_next_one() -> None:
    """补正通知书送达原文书的每一名受送达人 (RULES 91)."""
    case = decided().case
    file = following().then(ClericalErrorsCorrected, "2026-07-22")
    head = file.head("2026-07-24")
    for partly in ([], [service("2026-07-23"), service("2026-07-23")]):
        with pytest.raises(Refused):
            clerical.serve_correction(file.file, case, head, partly)
    with pytest.raises(Refused):
        clerical.serve_correction(
            file.file, case, head, [service("2026-07-21"), service("2026-07-23", None)]
        )
    with pytest.raises(Refused):
        clerical.correct(file.file, case, head, PAPER, substance=False)
    all_of_them = [service("2026-07-23"), service("2026-07-24", None)]
    fact = clerical.serve_correction(file.file, case, head, all_of_them)
    assert file.record(fact).file.corrected_on is None
    assert isinstance(fact, CorrectionServed)


def test_a_correction_is_served_on_each_as_it_is_and_runs_until_the_last() -> None:
    """补正通知书可以分次送达，期限到已收到原文书的最后一名为止 (RULES 91)."""
    case = decided().case
    file = following().then(ClericalErrorsCorrected, "2026-07-22")
    row = file.file.procedure.by_name["serve_correction"]
    one = clerical.serve_correction(
        file.file, case, file.head("2026-07-23"), [service("2026-07-23")]
    )
    assert (one.others_unserved, row.is_closed_by(one)) == (True, False)
    assert lawful_after.correction_served_on_all(file.file, one) is None
    file.record(one)
    assert file.file.corrected_on == day("2026-07-22")
    with pytest.raises(Refused):  # 各一次
        clerical.serve_correction(
            file.file,
            case,
            file.head("2026-07-24"),
            [service("2026-07-24"), service("2026-07-24", None)],
        )
    with pytest.raises(Refused):
        clerical.correct(file.file, case, file.head("2026-07-24"), PAPER, substance=False)
    organ = [service("2026-07-24", None)]
    last = clerical.serve_correction(file.file, case, file.head("2026-07-24"), organ)
    assert (last.others_unserved, row.is_closed_by(last)) == (False, True)
    assert lawful_after.correction_served_on_all(file.file, last) is None
    assert (file.record(last).file.corrected_on, file.file.correction_services) == (None, ())


def test_a_correction_waits_for_no_service_of_the_decision_on_others() -> None:
    """决定书最先送达以后即可补正；尚未收到决定书的，两份一并送达 (ARL 75; RULES 91)."""
    case = replace(decided().case, services=(service("2026-07-20"),))
    file = Following().then(DecisionTookEffect, "2026-07-20")
    fact = clerical.correct(file.file, case, file.head("2026-07-21"), PAPER, substance=False)
    file.record(fact)
    with pytest.raises(Refused) as both:
        clerical.serve_correction(
            file.file, case, file.head("2026-07-22"), [service("2026-07-22", None)]
        )
    assert (article(both), "一并送达" in both.value.message) == (RULES[91], True)
    first = [service("2026-07-22")]
    page = clerical.serve_correction(file.file, case, file.head("2026-07-22"), first)
    assert (page.others_unserved, page.with_decision) == (False, True)
    row = file.file.procedure.by_name["serve_correction"]
    assert row.is_closed_by(page), "nobody who has the decision waits for it"
    assert file.record(page).file.corrected_on == day("2026-07-21")
    had = replace(case, services=(*case.services, service("2026-08-03", None)))
    organ = [service("2026-08-03", None)]
    last = clerical.serve_correction(file.file, had, file.head("2026-08-03"), organ)
    assert lawful_after.correction_served_on_all(file.file, last) is None
    assert file.record(last).file.corrected_on is None


def test_a_joint_decision_is_corrected_from_its_leading_file_alone() -> None:
    """合并作出的决定在主案补正，各案随之补正，各自送达 (ARR2026 43; RULES 91)."""
    case = decide(examined(), Draft(outcome=Outcome.UPHELD)).case
    assert case.drafted is not None
    leads = JointDraft(leading=case.case_id, together=(case.case_id, UUID(int=77)))
    follows = replace(leads, leading=UUID(int=77))
    first, other = (
        replace(case, drafted=replace(case.drafted, joint=one)) for one in (leads, follows)
    )
    file = following()
    head = file.head("2026-07-22")
    with pytest.raises(Refused, match="在主案补正") as elsewhere:
        clerical.correct(file.file, other, head, PAPER, substance=False)
    assert article(elsewhere) == RULES[91]
    fallen = clerical.correct(file.file, other, head, PAPER, substance=False, leads_still=False)
    assert fallen.head == head, "in the leading case it fell alone"
    assert clerical.correct(file.file, first, head, PAPER, substance=False).head == head
    file.record(clerical.correct_along(file.file, other, head, PAPER))
    with pytest.raises(Refused, match="尚未送达各方"):
        clerical.correct_along(file.file, other, file.head("2026-07-23"), PAPER)


def test_a_correction_of_a_refusal_is_served_on_the_applicants_alone() -> None:
    """不予受理决定书的补正通知书只送达申请人，被申请人没有收到过原文书 (RULES 91; ARL 34)."""
    refused = {"missing": Condition.INTEREST, "reason_id": PAPER}
    case = received("2026-07-06").then(ApplicationDeclined, "2026-07-20", **refused).case
    file = following(conclusion=Conclusion.DECLINED, refusal_for=(ANNA,))
    file.then(ClericalErrorsCorrected, "2026-07-22")
    head = file.head("2026-07-24")
    with_respondent = [service("2026-07-23"), service("2026-07-24", None)]
    with pytest.raises(Refused) as refusal:
        clerical.serve_correction(file.file, case, head, with_respondent)
    assert article(refusal) == RULES[91]
    fact = clerical.serve_correction(file.file, case, head, [service("2026-07-23")])
    assert [one.person_id for one in fact.services] == [ANNA]
    assert lawful_after.correction_served_on_all(file.file, fact) is None
    decision = following().then(ClericalErrorsCorrected, "2026-07-22")
    with pytest.raises(Refused):  # a decision had its respondent
        lawful_after.correction_served_on_all(decision.file, fact)


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


def test_only_from_above_is_a_served_decision_withdrawn() -> None:
    """上级行政机关撤销已经送达的复议决定 (RULES 92)."""
    file = following()
    with pytest.raises(Refused) as refusal:
        annul(file, organ="620725-government")
    assert article(refusal) == RULES[92]
    with pytest.raises(Refused):
        annul(file, anew="2026-08-03")
    file.record(annul(file, anew="2026-09-30"))
    for kind in (DecisionCopied, DecisionPublished, ClericalErrorsCorrected):
        with pytest.raises(Refused):
            file.then(kind, "2026-08-04")


def test_what_took_effect_is_set_aside_before_all_have_it_and_nothing_more_follows() -> None:
    """一经送达即生效，也即可被撤销；其后送达每一方的，不再抄告、公开 (ARL 75; RULES 92)."""
    walk = decided().then(DecisionServed, "2026-07-14")
    departments = walk.case.respondents
    with pytest.raises(Refused, match="没有送达的行政复议决定书"):
        annul(Following().then(AftermathBegun, "2026-07-14"))
    effect = acts.take_effect(walk.case, walk.head("2026-07-14"), departments=departments)
    file = Following().record(effect)
    file.record(annul(file, anew="2026-09-30"))
    assert file.file.state is State.ANNULLED
    walk.then(DecisionDelivered, "2026-08-20")
    said = (walk.case, walk.head("2026-08-20"))
    end = acts.open_file(*said, departments=departments, effective=True, annulled=True)
    assert (end.copies, end.publishes, end.annulled) == (False, False, True)
    file.record(end)
    assert (file.file.state, file.file.opened_on, file.file.anew_by) == (
        *(State.ANNULLED, day("2026-08-20"), day("2026-09-30")),
    )
    with pytest.raises(Refused):
        file.record(copy(file))


def test_what_is_to_be_decided_anew_has_its_day_until_it_is_recorded() -> None:
    """责令重新作出决定的，期限届满之日是上级写明的；新的案卷办结以后才记载 (RULES 92)."""
    file = following()
    file.record(annul(file, anew="2026-09-30"))
    assert (file.file.anew_by, file.last_day("decide_anew")) == (day("2026-09-30"), "2026-09-30")
    head = file.head("2026-09-20")
    for new in (None, examined().case):
        with pytest.raises(Refused) as refusal:
            annulling.decided_anew(file.file, new, head)
        assert article(refusal) == RULES[92]
    file.record(annulling.decided_anew(file.file, decided().case, head))
    assert file.file.anew_by is None
    with pytest.raises(Refused):
        annulling.decided_anew(file.file, decided().case, file.head("2026-09-21"))
    ended = following()
    ended.record(annul(ended))
    assert not ended.file.owes_decision, "nothing was ordered"


def test_what_is_to_be_decided_anew_without_a_day_is_owed_until_it_is_recorded() -> None:
    """判决重新作出决定，可以不写明期限；记载以前仍应作出 (ALL 70)."""
    file = following()
    judgment = annulling.annul(
        *(file.file, file.head("2026-08-03"), "", PAPER),
        above=(),
        decide_anew_by=None,
        decide_anew=True,
        by_court=True,
    )
    file.record(judgment)
    assert (file.file.owes_decision, file.file.anew_by) == (True, None)
    file.record(annulling.decided_anew(file.file, decided().case, file.head("2026-09-20")))
    assert not file.file.owes_decision
    old = following().then(DecisionAnnulled, "2026-08-03", decide_anew_by=day("2026-09-30"))
    assert old.file.owes_decision, "pages of old say the day alone"


def test_a_judgment_annuls_a_decision_as_the_government_above_does() -> None:
    """人民法院生效裁判撤销、变更复议决定，可以判决重新作出 (ALL 70, 77; RULES 92)."""
    file = following()
    court = "620700-fayuan"

    def judged(organ: str, anew: str | None = None) -> DecisionAnnulled:
        return annulling.annul(
            *(file.file, file.head("2026-08-03"), organ, PAPER),
            above={court},
            decide_anew_by=day(anew) if anew else None,
            by_court=True,
        )

    for refused in (lambda: judged(CITY), lambda: judged(court, "2026-08-03")):
        with pytest.raises(Refused) as refusal:
            refused()
        assert article(refusal) == ALL[70]
    assert judged("").organ == "", "a court elsewhere"
    fact = judged(court, "2026-10-09")
    assert (fact.by_court, fact.organ) == (True, court)
    assert file.record(fact).file.anew_by == day("2026-10-09")
    [move] = [one for one in AFTERMATH.moves if one.on is DecisionAnnulled]
    assert zh(move.by) == "上级行政机关或者人民法院"


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
