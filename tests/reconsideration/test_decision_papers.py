"""行政复议决定书、调解书、终止通知: what they say, to whom, and by which article (ARL 59 to 78)."""

from dataclasses import replace
from uuid import uuid4

import pytest

from services.reconsideration.papers.grounds import ENDED_FOR
from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.printed import texts_of
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    Compensation,
    DecisionMade,
    Outcome,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewDropped,
    Drop,
    Flaw,
)
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import Disposition, FindingsRecorded
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.people import ApplicantSucceeded, ThirdPersonJoined
from shared.contracts.reconsideration.settling import MediationDocumentDrawn
from tests.reconsideration.makers import ANNA, BERT, FIELDS, FILE, PAPER, day, head, received
from tests.reconsideration.papered import RESPONDENT_NAME, cells, made_of, says


def test_the_mediation_document_says_what_was_agreed_until_when_and_when_it_has_effect() -> None:
    """调解书写明协议、履行期限，签字、盖章后生效 (ARL 73, 77)."""
    dated = made_of(MediationDocumentDrawn, text="退还罚款三百元。", perform_by=day("2026-04-30"))
    said = says(paper_of(SORTS["mediation"], dated))
    for one in ("退还罚款三百元。", "2026年4月30日之前（含当日）履行", "即具有法律效力", "签字"):
        assert one in said
    undated = says(paper_of(SORTS["mediation"], made_of(MediationDocumentDrawn)))
    assert "（含当日）履行" not in undated


@pytest.mark.parametrize(
    ("sort", "kind", "what"),
    [("decision", DecisionMade, "本决定"), ("mediation", MediationDocumentDrawn, "本调解书")],
)
def test_the_paper_tells_each_party_what_it_owes_and_by_the_day_that_the_file_keeps(
    sort: str, kind: type[Fact], what: str
) -> None:
    """当事人应当履行的、至哪一日，写在送达给他的文书里，与案卷一致 (ARL 75, 78)."""
    by = day("2026-08-20")
    duties = (PartyDuty(person_id=ANNA, perform_by=by), PartyDuty(person_id=BERT))
    matter = made_of(kind, applicants=(ANNA, BERT), duties=duties)
    lines = [one for one in says(paper_of(SORTS[sort], matter)).splitlines() if "强制执行" in one]
    assert [one[: one.index("；")] for one in lines] == [
        f"申请人安某应当在2026年8月20日之前（含当日）履行{what}",
        f"申请人甘州区伯某餐饮有限公司应当履行{what}",
    ]
    kept = {one.person_id: one.perform_by for one in matter.facts[-1].duties}  # type: ignore[attr-defined]
    assert kept == {ANNA: by, BERT: None}
    nobody = says(paper_of(SORTS[sort], made_of(kind, duties=())))
    assert "强制执行" not in nobody


def test_a_third_person_who_owes_is_called_so() -> None:
    """第三人应当履行的，写明是第三人 (ARL 78)."""
    matter = made_of(DecisionMade, duties=(PartyDuty(person_id=BERT),))
    joined = ThirdPersonJoined(
        head=matter.facts[-1].head, **{**FIELDS[ThirdPersonJoined], "third_person": BERT}
    )
    matter = replace(matter, facts=[*matter.facts[:-1], joined, matter.facts[-1]])
    assert "第三人甘州区伯某餐饮有限公司应当履行本决定" in says(paper_of(SORTS["decision"], matter))


def test_the_decision_says_what_compensation_is_granted() -> None:
    """赔偿方式、数额写在决定书里；逐项决定的写明是哪一项 (ARL 72; ARR2026 63)."""
    one = Disposition(
        outcome=Outcome.REVOKED,
        compensation=Compensation.GRANTED,
        compensation_manner=CompensationManner.PAYMENT,
        compensation_yuan="3000.50",
    )
    said = says(paper_of(SORTS["decision"], made_of(DecisionMade, dispositions=(one,))))
    assert "被申请人应当支付赔偿金3000.50元" in said
    open_ = one.model_copy(
        update={"compensation_manner": CompensationManner.UNFIXED, "compensation_yuan": None}
    )
    both = says(paper_of(SORTS["decision"], made_of(DecisionMade, dispositions=(one, open_))))
    assert "第1项：被申请人应当支付赔偿金3000.50元" in both
    assert "第2项：赔偿方式尚不能确定，理由如前" in both


def test_a_decision_on_several_cases_tells_each_partys_duty_with_its_case() -> None:
    """合并作出的决定书，当事人应当履行的写明是哪一案 (ARR2026 43; ARL 78)."""
    owing = made_of(DecisionMade, duties=(PartyDuty(person_id=ANNA),))
    both = replace(owing, cases=[made_of(DecisionMade), owing])
    said = says(paper_of(SORTS["decision"], both))
    assert "案件2的申请人安某应当履行本决定" in said
    assert "案件1的申请人" not in said


def test_the_decision_has_parties_text_effect_and_the_way_to_court() -> None:
    """决定书写明当事人、决定、送达即生效、十五日内起诉；有红头和版记 (ARL 75; ALL 45)."""
    matter = made_of(DecisionMade, text="决定：撤销该处罚。", applicants=(ANNA, BERT))
    paper = paper_of(SORTS["decision"], matter)
    assert (paper.name, paper.red, paper.printed) == ("行政复议决定书", True, True)
    for one in (
        *("申请人：安某，住甘州区东街街道。", "申请人：甘州区伯某餐饮有限公司。"),
        *(f"被申请人：{RESPONDENT_NAME}。", "决定：撤销该处罚。"),
        *("一经送达，即发生法律效力", "十五日内"),
    ):
        assert one in says(paper)
    assert "履行本决定" not in says(paper)


def test_the_decision_bears_the_number_it_was_sealed_with_and_says_what_was_found() -> None:
    """用印后不再是稿：写明字号、各项认定和逐项决定；送达回证写明同一字号 (ARL 61, 75)."""
    two = (
        Disposition(outcome=Outcome.UPHELD),
        Disposition(outcome=Outcome.REVOKED, redo=True, compensation=Compensation.RESTORED),
    )
    sealed = made_of(DecisionMade, document_number="甘政复决字〔2026〕7号", dispositions=two)
    ids = (BERT, FILE)
    found = FindingsRecorded.model_validate(
        {
            "head": head(received().case, "2026-03-04"),
            "findings": [{"text_id": one} for one in ids],
        }
    )
    texts = {PAPER: "决定如下。", BERT: "第一项处罚事实清楚。", FILE: "第二项处罚未告知权利。"}
    matter = replace(sealed, facts=[*sealed.facts[:-1], found, sealed.facts[-1]], texts=texts)
    assert texts_of(matter, SORTS["decision"]) == [PAPER, *ids]
    paper = paper_of(SORTS["decision"], matter)
    assert (paper.is_draft, paper.numbered) == (False, "甘政复决字〔2026〕7号")
    for one in (
        *("本机关经审理认定：第一项处罚事实清楚。", "第二项处罚未告知权利。", "决定如下。"),
        *(
            "第1项：维持该行政行为。",
            "第2项：撤销该行政行为，责令被申请人重新作出",
        ),
    ):
        assert one in says(paper)
    [first, *_] = receipts_of(SORTS["decision"], matter)
    assert cells(first)["文书和文号"] == "行政复议决定书（甘政复决字〔2026〕7号）"


def test_the_decision_tells_what_the_attached_reviews_found() -> None:
    """附带审查的结果在行政复议决定书中一并告知 (ARL 59)."""
    sealed = made_of(DecisionMade)
    results = [
        AttachedResultRecorded.model_validate(
            {"head": sealed.facts[-1].head, **FIELDS[AttachedResultRecorded], **said}
        )
        for said in ({}, {"nth": 2, "flaw": Flaw.POWERS, "by_other": True})
    ]
    matter = replace(sealed, facts=[*sealed.facts[:-1], *results, sealed.facts[-1]])
    said = says(paper_of(SORTS["decision"], matter))
    assert "第1份文件，本机关经附带审查，认为相关条款合法" in said
    assert "第2份文件，有权处理的机关经附带审查，认为相关条款不合法（超越制定机关" in said
    assert "附带审查" not in says(paper_of(SORTS["decision"], sealed))


def test_the_decision_tells_why_a_document_was_not_reviewed() -> None:
    """不是行政行为所依据的，决定书写明不附带审查的理由；撤回的写明撤回 (ARL 13(1))."""
    sealed, reason = made_of(DecisionMade), uuid4()
    drops = [
        AttachedReviewDropped(head=sealed.facts[-1].head, nth=nth, drop=drop, reason_id=reason)
        for nth, drop in ((1, Drop.NO_BASIS), (2, Drop.WITHDRAWN), (3, Drop.CASE_ENDED))
    ]
    matter = replace(sealed, facts=[*sealed.facts[:-1], *drops, sealed.facts[-1]])
    assert texts_of(matter, SORTS["decision"]).count(reason) == 1
    told = replace(matter, texts={**matter.texts, reason: "处罚未援引该通知。"})
    said = says(paper_of(SORTS["decision"], told))
    assert (
        "关于附带审查：第1份文件，经审查，不是本案行政行为所依据的规范性文件，本机关不再附带审查。"
        "理由：处罚未援引该通知。\n第2份文件，申请人已撤回附带审查申请，本机关不再附带审查。\n"
    ) in said
    assert "第3份文件" not in said


def test_a_decision_that_orders_something_says_until_when() -> None:
    """责令履行的写明期限；责令重作的写明不得作出相同行为 (ARL 64, 77)."""
    redo = made_of(DecisionMade, redo=True, perform_within="15wd")
    assert "十五个工作日内履行本决定" in says(paper_of(SORTS["decision"], redo))
    assert "不得以同一事实和理由" in says(paper_of(SORTS["decision"], redo))
    dated = made_of(DecisionMade, outcome=Outcome.PERFORMANCE_ORDERED, perform_by=day("2026-07-01"))
    assert "2026年7月1日之前（含当日）履行本决定" in says(paper_of(SORTS["decision"], dated))


@pytest.mark.parametrize(
    ("on", "place"), [("2026-06-30", "第四十九条第一款"), ("2026-07-01", "第五十八条第一款")]
)
def test_a_new_act_that_is_ordered_without_a_day_is_due_in_sixty(on: str, place: str) -> None:
    """责令重作而没有写明期限的，写明六十日，另有规定的从其规定 (ARR2026 58; ARR2007 49)."""
    said = says(paper_of(SORTS["decision"], made_of(DecisionMade, on, redo=True)))
    assert "自收到本决定书之日起六十日内重新作出行政行为；法律、法规、规章另有规定" in said
    assert place in said
    for dated in ({"perform_within": "15wd"}, {"perform_by": day("2026-08-31")}):
        other = made_of(DecisionMade, on, redo=True, **dated)
        assert "六十日内重新作出" not in says(paper_of(SORTS["decision"], other))
    redo = made_of(DecisionMade, on, redo=True)
    joint = says(
        paper_of(SORTS["decision"], replace(redo, cases=[made_of(DecisionMade, on), redo]))
    )
    assert "案件2的被申请人应当自收到本决定书之日起六十日内重新作出" in joint
    assert "案件1的被申请人应当" not in joint


def test_a_decision_that_finds_an_act_unlawful_says_what_is_to_be_made_good() -> None:
    """确认违法并责令采取补救措施的，决定书写明，逐项决定中也写明 (ARL 72, 77)."""
    one = Disposition(outcome=Outcome.CONFIRMED_ILLEGAL, remedial=True)
    said = {"outcome": Outcome.CONFIRMED_ILLEGAL, "perform_within": "30d"}
    single = says(paper_of(SORTS["decision"], made_of(DecisionMade, dispositions=(one,), **said)))
    assert "被申请人应当对确认违法的行为采取补救措施" in single
    assert "三十日内履行本决定" in single
    two = (one, Disposition(outcome=Outcome.CONFIRMED_ILLEGAL))
    both = says(paper_of(SORTS["decision"], made_of(DecisionMade, dispositions=two, **said)))
    assert "第1项：确认该行政行为违法，责令被申请人采取补救措施" in both
    assert "第2项：确认该行政行为违法。" in both
    plain = made_of(DecisionMade, outcome=Outcome.CONFIRMED_ILLEGAL)
    assert "补救措施" not in says(paper_of(SORTS["decision"], plain))


def test_a_decision_that_dismisses_the_application_is_called_so() -> None:
    """驳回行政复议申请的，用其名称 (ARL 33)."""
    matter = made_of(DecisionMade, outcome=Outcome.APPLICATION_DISMISSED)
    assert paper_of(SORTS["decision"], matter).name == "驳回行政复议申请决定书"


def test_the_notice_of_termination_says_why_and_what_a_settlement_bars() -> None:
    """终止通知写明准予撤回；和解撤回的，写明不得再以同一事实和理由申请 (ARL 41, 74)."""
    plain = says(paper_of(SORTS["termination"], made_of(ReconsiderationTerminated)))
    assert "准予撤回" in plain
    assert "第四十一条第（一）项" in plain
    assert "不得再以同一事实和理由" not in plain
    settled = made_of(ReconsiderationTerminated, settled=True)
    assert "不得再以同一事实和理由" in says(paper_of(SORTS["termination"], settled))


@pytest.mark.parametrize("ground", Termination)
def test_the_notice_of_termination_names_its_ground_and_its_item(ground: Termination) -> None:
    """五种终止各写各的情形、各引各的一项；只有撤回的写明仍可起诉 (ARL 41; ALI 58)."""
    item = "一二三四五"[list(Termination).index(ground)]
    said = says(paper_of(SORTS["termination"], made_of(ReconsiderationTerminated, ground=ground)))
    assert f"第四十一条第（{item}）项" in said
    assert ENDED_FOR[ground] in said
    assert ("仍可以对原行政行为" in said) is (ground is Termination.WITHDRAWN)


def test_the_heir_and_the_third_person_stand_in_the_decision_and_sign_for_it() -> None:
    """承受申请人地位的人、第三人写入决定书，各有送达回证 (ARL 14, 16, 75)."""
    matter = made_of(DecisionMade)
    walk = received().then(ApplicationAccepted, "2026-03-05")
    walk.then(ApplicantSucceeded, "2026-03-10")
    walk.then(ThirdPersonJoined, "2026-03-11", third_person=ANNA)
    matter = replace(matter, facts=[*walk.facts, matter.facts[-1]])
    paper = says(paper_of(SORTS["decision"], matter))
    heir = "申请人：甘州区伯某餐饮有限公司。"
    third = "第三人：安某，住甘州区东街街道。"
    assert paper.index(heir) < paper.index("被申请人：") < paper.index(third)
    made = receipts_of(SORTS["decision"], matter)
    served = [cells(one)["受送达人"] for one in made]
    assert served == ["甘州区伯某餐饮有限公司", RESPONDENT_NAME, "安某"]
