"""最终裁决: a decision over which a law lets nobody sue (ARL 10, 78)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import (
    aftermath_acts,
    decision,
    drafting,
    enforcing_acts,
    falling_due,
    finality,
    lawful,
    lawful_after,
    remedies,
    serving,
    serving_again,
)
from services.reconsideration.domain.debts import Debt
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.schemas.drafting import DraftIn
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    Approval,
    DecisionDelivered,
    DecisionMade,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    NoNeed,
    PartyDuty,
    PartyUrged,
)
from shared.contracts.reconsideration.served import Service
from shared.contracts.service import Manner
from shared.law.article import ALI, ALL, ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft
from tests.reconsideration.following import following
from tests.reconsideration.makers import ANNA, FIELDS, PAPER, RESPONDENT, Walk, day, examined
from tests.reconsideration.papered import made_of, says

LAW = "《中华人民共和国出境入境管理法》第六十四条第一款"
ON = "2026-04-17"


def sealed(final_law_id: UUID | None = PAPER, perform_by: str | None = None) -> Walk:
    """What was upheld, by a decision that a law makes final where its draft names one."""
    owes = PartyDuty(person_id=ANNA, perform_by=day(perform_by) if perform_by else None)
    draft = Draft(outcome=Outcome.UPHELD)
    said = replace(draft.drafted, final_law_id=final_law_id, duties=(owes,))
    walk = examined().then(ReviewersAssigned, ON)
    walk.record(drafting.record_findings(walk.case, walk.head(ON), (draft.finding,)))
    walk.record(drafting.draft(walk.case, walk.head(ON), said, PAPER))
    walk.record(drafting.submit(walk.case, walk.head(ON), adopted=None, departure_id=None))
    walk.record(drafting.approve(walk.case, walk.head(ON), Approval.HEAD, None))
    return walk.record(drafting.seal(walk.case, walk.head(ON), "甘政复决字〔2026〕1号"))


def served_on(on: str) -> Service:
    """送达 on the applicant."""
    return Service(
        standing=Standing.APPLICANT,
        person_id=ANNA,
        manner=Manner.DIRECT,
        shown_on=day(on),
        served_on=day(on),
        receipt_id=PAPER,
    )


def delivered(walk: Walk) -> DecisionDelivered:
    """Its last page, on the same day served on both."""
    on = day("2026-04-20")
    return decision.deliver(walk.case, walk.head("2026-04-20"), on, {ANNA: on}, CALENDAR)


def owed(walk: Walk) -> Debt:
    """What the applicant stands to perform, as the file of what follows reckons it."""
    fact = delivered(walk)
    file = following(outcome=Outcome.UPHELD, remedies=fact.remedies)
    [debt] = falling_due.owed_by(file.file, walk.case, CALENDAR)
    return debt


def test_the_seal_says_by_which_law_it_is_final_as_the_draft_did() -> None:
    """法律规定复议决定为最终裁决的除外：由拟稿写明法律，决定与拟稿一致 (ARL 10)."""
    made = sealed().facts[-1]
    assert isinstance(made, DecisionMade)
    assert made.final_law_id == PAPER
    usual = sealed(None).facts[-1]
    assert isinstance(usual, DecisionMade)
    assert usual.final_law_id is None
    field = DraftIn.model_fields["final_law"]
    assert (field.default, field.title) == (None, "规定复议决定为最终裁决的法律")


def test_nobody_is_given_days_to_sue_over_what_is_final() -> None:
    """最终裁决的，不得起诉，没有起诉期限；其他决定十五日 (ARL 10; ALL 45)."""
    walk, usual, one = sealed(), sealed(None), served_on("2026-04-20")
    fact = serving.serve(walk.case, walk.head("2026-04-20"), one, CALENDAR)
    assert (fact.final, fact.sue_until) == (True, None)
    fact = serving.serve(usual.case, usual.head("2026-04-20"), one, CALENDAR)
    assert (fact.final, fact.sue_until) == (False, day("2026-05-06"))
    last = delivered(walk)
    assert (last.final, [each.open_until for each in last.remedies]) == (True, [None])
    assert walk.record(last).case.sue_until is None
    assert [each.open_until for each in delivered(usual).remedies] == [day("2026-05-06")]


def test_served_again_before_or_after_the_end_it_gives_no_days_either() -> None:
    """最终裁决重新送达的，同样没有起诉期限 (ARL 10, 75)."""
    walk = sealed()
    first = serving.serve(walk.case, walk.head("2026-04-20"), served_on("2026-04-20"), CALENDAR)
    walk.record(first)
    again = served_on("2026-04-23")
    head = walk.head("2026-04-23")
    before = serving_again.serve_again(walk.case, head, again, PAPER, CALENDAR)
    assert (before.final, before.sue_until) == (True, None)
    assert lawful.served_again(walk.case, before) is None
    file = following(outcome=Outcome.UPHELD, remedies=delivered(sealed()).remedies)
    late, said = served_on("2026-08-10"), (file.file, file.head("2026-08-10"))
    after = aftermath_acts.serve_again(*said, late, PAPER, CALENDAR)
    assert (after.final, after.sue_until) == (True, None)
    assert lawful_after.suit_runs_anew(file.file, after) is None
    [remedy] = file.record(after).file.remedies
    assert (remedy.served_on, remedy.open_until) == (day("2026-08-10"), None)


def test_the_books_find_days_to_sue_where_the_law_gives_none() -> None:
    """最终裁决写了起诉期限的，账册不符；其他决定不足十五日的照旧不符 (ARL 10; ALL 45)."""
    walk, usual = sealed(), sealed(None)
    assert lawful.served_on_all(walk.case, delivered(walk)) is None
    with pytest.raises(Refused) as refusal:
        lawful.served_on_all(walk.case, delivered(usual))
    assert refusal.value.article == ARL[10]
    with pytest.raises(Refused):
        lawful.served_on_all(usual.case, delivered(walk))


def test_what_is_final_is_enforced_from_the_day_to_perform() -> None:
    """不履行最终裁决的，履行期限届满起强制执行，不等起诉期限；没有写明的先载明 (ARL 78)."""
    debt = owed(sealed(perform_by="2026-04-25"))
    assert (debt.sue_until, debt.timed) == (None, True)
    assert (debt.enforceable_after, debt.counts_from) == (day("2026-04-25"), day("2026-04-25"))
    assert owed(sealed(None, "2026-04-25")).enforceable_after == day("2026-05-06")
    undated = owed(sealed())
    assert (undated.sue_until, undated.timed) == (None, False)


def test_from_the_first_service_on_it_waits_for_no_suit() -> None:
    """决定一经送达即生效：其他各方尚待送达时，最终裁决同样不等起诉期限 (ARL 10, 75, 78)."""
    walk = sealed(perform_by="2026-04-25")
    one = serving.serve(walk.case, walk.head("2026-04-20"), served_on("2026-04-20"), CALENDAR)
    walk.record(one)
    file = following(outcome=Outcome.UPHELD)
    beside = replace(file.file, conclusion=None, effective_on=day("2026-04-20"))
    [debt] = falling_due.owed_by(beside, walk.case, CALENDAR)
    assert (debt.sue_until, debt.enforceable_after) == (None, day("2026-04-25"))


@pytest.mark.parametrize("law", [LAW, None])
def test_the_paper_says_that_it_is_final_by_which_law_or_until_when_to_sue(
    law: str | None,
) -> None:
    """决定书写明依照哪部法律为最终裁决、不得起诉；其他决定写明十五日 (ARL 10, 78; ALL 45)."""
    duties = (PartyDuty(person_id=ANNA),)
    said = {"final_law_id": PAPER} if law else {}
    matter = made_of(DecisionMade, text=law or "维持。", duties=duties, **said)
    text = says(paper_of(SORTS["decision"], matter))
    assert (f"依照{LAW}的规定，本决定为最终裁决" in text) is bool(law)
    assert ("不得向人民法院提起行政诉讼" in text) is bool(law)
    assert ("可以自收到本决定书之日起" in text) is (law is None)
    assert ("逾期不起诉又不履行的" in text) is (law is None)
    assert "不履行的，依法强制执行" in text


def test_of_joined_cases_each_says_whether_it_is_final() -> None:
    """合并决定的各案，最终裁决的写明是哪一案，其他各案写明十五日 (ARL 10; ARR2026 43; ALL 45)."""
    duties = (PartyDuty(person_id=ANNA),)
    one = made_of(DecisionMade, text=LAW, duties=duties, final_law_id=PAPER)
    usual = made_of(DecisionMade, duties=duties)
    both = says(paper_of(SORTS["decision"], replace(one, cases=[usual, one])))
    assert f"依照{LAW}的规定，案件2的决定为最终裁决" in both
    assert "其他各案申请人、第三人对本决定不服的，可以自收到本决定书之日起" in both
    assert "案件1的申请人安某应当履行本决定；逾期不起诉又不履行的" in both
    assert "案件2的申请人安某应当履行本决定；不履行的" in both
    alone = says(paper_of(SORTS["decision"], replace(one, cases=[one, one])))
    assert "可以自收到本决定书之日起" not in alone


@pytest.mark.parametrize("final_law_id", [PAPER, None])
@pytest.mark.parametrize(
    ("sort", "kind"),
    [("urging", PartyUrged), ("enforcement-application", EnforcementApplied)],
)
def test_who_is_urged_or_enforced_against_is_not_said_to_have_let_days_pass(
    sort: str, kind: type[Fact], final_law_id: UUID | None
) -> None:
    """最终裁决没有起诉期限，催告书、强制执行申请书不写“逾期不起诉” (ARL 10, 78)."""
    file = following().then(kind, "2026-08-25")
    matter = replace(made_of(DecisionMade, final_law_id=final_law_id), own=tuple(file.facts))
    assert ("逾期不起诉又不履行" in says(paper_of(SORTS[sort], matter))) is (not final_law_id)


def test_pages_of_old_name_no_law_and_their_days_to_sue_stand() -> None:
    """此前的各页没有写明的，不是最终裁决，起诉期限照旧 (ARL 10; ALL 45)."""
    old = ServedAgain.model_validate({"head": sealed().head("2026-04-24"), **FIELDS[ServedAgain]})
    assert (old.final, old.sue_until) == (False, day("2026-05-09"))


@pytest.mark.parametrize(
    ("said", "article"),
    [
        ("本案不得起诉", ARL[10]),
        ("《中华人民共和国出境入境管理法》", ARL[10]),
        ("《出境入境管理法》第六十四条和其他规定", ARL[10]),
        ("《外国人入境出境管理条例实施细则》第三条", ALI[2].par(4)),
        ("《某某法实施条例》第十条", ALI[2].par(4)),
        ("《中华人民共和国行政复议法》第二十六条", ARL[26]),
    ],
)
def test_only_a_law_with_its_article_makes_a_decision_final(said: str, article: Article) -> None:
    """法律才可以规定最终裁决，写明法律和条款；国务院的裁决不是复议决定 (ARL 10, 26; ALI 2)."""
    with pytest.raises(Refused) as refusal:
        finality.must_name_law(said)
    assert refusal.value.article == article


@pytest.mark.parametrize(
    "said", [LAW, "《出境入境管理法》第64条", "《某某法》第十条之一第二款第三项"]
)
def test_a_law_and_its_article_are_taken_as_they_are_printed(said: str) -> None:
    """写明一部法律的名称和条、款、项的，照印 (ARL 10)."""
    finality.must_name_law(said)
    text = says(paper_of(SORTS["decision"], made_of(DecisionMade, text=said, final_law_id=PAPER)))
    assert f"依照{said}的规定，本决定为最终裁决" in text


def test_what_dismisses_the_application_rules_on_no_act_and_is_not_final() -> None:
    """驳回行政复议申请的，包括对其中一项，没有作出裁决，不得写为最终裁决 (ARL 33; ALL 13)."""
    walk = examined().then(ReviewersAssigned, ON)
    draft = Draft(outcome=Outcome.APPLICATION_DISMISSED)
    walk.record(drafting.record_findings(walk.case, walk.head(ON), (draft.finding,)))
    said = draft.drafted
    assert drafting.draft(walk.case, walk.head(ON), said, PAPER).final_law_id is None
    final = replace(said, final_law_id=PAPER)
    with pytest.raises(Refused) as refusal:
        drafting.draft(walk.case, walk.head(ON), final, PAPER)
    assert refusal.value.article == ALL[13].par(item=4)
    upheld = Draft(outcome=Outcome.UPHELD).drafted.dispositions
    one_of_two = replace(final, dispositions=(*upheld, *said.dispositions))
    with pytest.raises(Refused):
        finality.check_final(one_of_two)
    assert finality.check_final(replace(one_of_two, final_law_id=None)) is None


def test_whoever_is_to_perform_what_is_final_sues_nobody_and_is_given_a_day() -> None:
    """最终裁决没有起诉期限：载明履行期限必须写明日期，不得以起诉为由不执行 (ARL 10, 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=delivered(sealed()).remedies)
    file.record(falling_due.tell(owed(sealed()), file.head("2026-04-20")))
    organ = {"department": RESPONDENT}
    head = file.head("2026-04-21")
    with pytest.raises(Refused) as refusal:
        enforcing_acts.state_time(file.file, head, None, None, CALENDAR, **organ)
    assert "最终裁决没有写明的" in refusal.value.message
    said = (file.file, head, None, NoNeed.SUED, PAPER)
    sued = {"sued_on": day("2026-04-21"), "docketing_id": PAPER}
    with pytest.raises(Refused) as refusal:
        enforcing_acts.spare(*said, calendar=CALENDAR, **sued, **organ)
    assert refusal.value.message == "最终裁决没有起诉期限，不履行的依法强制执行"
    stated = enforcing_acts.state_time(
        file.file, head, None, day("2026-05-10"), CALENDAR, request_id=PAPER, **organ
    )
    assert (stated.timed, stated.sue_until) == (True, None)
    assert (stated.enforceable_after, stated.counts_from) == (day("2026-05-10"), day("2026-05-10"))


def test_a_page_of_old_that_gives_a_party_no_day_says_nothing_of_its_days() -> None:
    """此前各页没有写起诉期限、也没有写最终裁决的，各人的期限不变 (ARL 10, 75)."""
    known = delivered(sealed(None)).remedies
    said = (known, ANNA, day("2026-04-24"), None)
    assert remedies.remedied(*said, final=False) == known
    [anew] = remedies.remedied(*said, final=True)
    assert (anew.served_on, anew.open_until) == (day("2026-04-24"), None)
