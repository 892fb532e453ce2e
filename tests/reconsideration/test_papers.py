"""行政复议文书: each says what its article asks, and whoever makes one leaves a trace."""

import io
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from docx import Document
from pypdf import PdfReader

from services.reconsideration.office import OFFICE
from services.reconsideration.papers.grounds import CONSULTED_FOR, ENDED_FOR
from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.printed import texts_of
from services.reconsideration.papers.sorts import PRINTED, SORTS, sort_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    Compensation,
    Condition,
    ConsultationGround,
    ConsultationRequested,
    CopySent,
    DecisionExtended,
    DecisionMade,
    OpinionRecorded,
    Outcome,
    ReconsiderationTerminated,
    SupplementNotified,
)
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewDropped,
    Drop,
    Flaw,
)
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.hearing_held import HearingSet
from shared.contracts.reconsideration.higher import ElevatedFileReceived, ElevationOrdered
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.judged import Disposition, FindingsRecorded
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.people import ApplicantSucceeded, ThirdPersonJoined
from shared.contracts.reconsideration.settling import MediationDocumentDrawn
from shared.directory import load
from shared.errors import Unknown
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.paper import Grid, Paper
from shared.people import Person
from shared.web import web_app
from shared.work import Hub
from tests.desks.visitor import building
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    DISPUTE,
    FIELDS,
    FILE,
    OTHER,
    PAPER,
    RESPONDENT,
    day,
    head,
    received,
)
from tests.reconsideration.test_routes import (
    AUTHORITY,
    DEPARTMENT,
    OFFICER,
    PARTY,
    STRANGER,
    Door,
)
from tests.registering import take_in

PEOPLE: Mapping[UUID, Person] = {
    ANNA: Person("安某", address="甘州区东街街道"),
    BERT: Person("甘州区伯某餐饮有限公司", PersonKind.LEGAL),
}
DIRECTORY = load()
AUTHORITY_NAME = DIRECTORY.organ(AUTHORITY).name
RESPONDENT_NAME = DIRECTORY.organ(RESPONDENT).name


def made_of(
    kind: type[Fact],
    on: str = "2026-03-05",
    text: str = "理由如此。",
    applicants: tuple[UUID, ...] = (ANNA,),
    *,
    by: str = "officer-7",
    **more: object,
) -> Matter:
    """A file with an application and one more fact."""
    walk = received(applicants=applicants)
    said = {**FIELDS.get(kind, {}), **more}
    told = kind.model_validate({"head": head(walk.case, on, by=by), **said})
    return Matter(
        reference="620702-20260302-0000123-5",
        facts=[*walk.facts, told],
        people=PEOPLE,
        texts={PAPER: text},
        directory=DIRECTORY,
        calendar=CALENDAR,
    )


def says(paper: Paper) -> str:
    """Everything that stands in its text."""
    return "\n".join(block.text for block in paper.body if not isinstance(block, Grid))


def test_every_paper_of_the_file_is_by_its_authority_and_dated_the_day_of_its_act() -> None:
    """署名是行政复议机关，成文日期是办理之日；没有编号的是稿."""
    paper = paper_of(SORTS["acceptance"], made_of(ApplicationAccepted))
    assert (paper.organ, paper.dated) == (AUTHORITY_NAME, day("2026-03-05"))
    assert paper.is_draft
    assert "620702-20260302-0000123-5" in paper.numbered


def test_the_notice_to_supplement_lists_everything_and_says_what_silence_means() -> None:
    """补正通知一次性载明需要补正的事项；十个工作日；逾期视为放弃 (ARL 31)."""
    text = "一、身份证明。\n二、处罚决定书复印件。"
    said = says(paper_of(SORTS["supplement"], made_of(SupplementNotified, text=text)))
    for one in ("一、身份证明。", "二、处罚决定书复印件。", "十个工作日", "视为放弃"):
        assert one in said
    assert "《中华人民共和国行政复议法》第三十一条第一款" in said


def test_the_notice_of_acceptance_says_until_when_it_is_decided_and_what_may_be_done() -> None:
    """受理通知写明受理之日、六十日届满之日、查阅、听证、调解、停止执行 (ARL 30, 42, 47, 62)."""
    paper = paper_of(SORTS["acceptance"], made_of(ApplicationAccepted))
    said = says(paper)
    assert paper.addressee == "安某"
    assert "自2026年3月5日起予以受理" in said
    assert "六十日" in said
    assert "2026年5月6日" in said  # the sixtieth day is 4 May, a rest day as is the fifth
    for right in ("查阅、复制", "听证", "调解", "停止执行", "代理人"):
        assert right in said


def test_an_application_deemed_accepted_is_told_as_such() -> None:
    """审查期限届满视为受理的，通知书写明，不写经审查符合条件 (ARL 30)."""
    said = says(paper_of(SORTS["acceptance"], made_of(ApplicationAccepted, by=CLOCK)))
    assert "视为受理" in said
    assert "第三十条第三款" in said
    assert "经审查" not in said


@pytest.mark.parametrize("missing", Condition)
def test_a_refusal_names_the_condition_that_is_missing(missing: Condition) -> None:
    """不予受理决定书写明不符合的条件，引到项 (ARL 30)."""
    item = "一二三四五六七"[list(Condition).index(missing)]
    matter = made_of(ApplicationDeclined, missing=missing, reason_id=PAPER)
    assert f"第三十条第一款第（{item}）项" in says(paper_of(SORTS["declination"], matter))


def test_a_refusal_gives_reasons_the_competent_organ_and_the_ways_that_are_open() -> None:
    """说明理由，告知有管辖权的机关，告知起诉和反映的途径 (ARL 30, 34, 35; ALL 45)."""
    competent = "620700-government"
    fields = {"missing": Condition.JURISDICTION, "reason_id": PAPER, "competent": competent}
    said = says(paper_of(SORTS["declination"], made_of(ApplicationDeclined, **fields)))
    assert "理由如此。" in said
    assert f"有管辖权的行政复议机关是{DIRECTORY.organ(competent).name}" in said
    for way in ("十五日内", "行政诉讼法》第四十五条", "六个月内", "上级行政机关反映"):
        assert way in said


def test_a_refusal_for_another_reason_names_no_other_organ() -> None:
    matter = made_of(ApplicationDeclined, missing=Condition.TIME, reason_id=PAPER)
    assert "有管辖权的行政复议机关" not in says(paper_of(SORTS["declination"], matter))


def test_the_notice_to_reply_goes_to_the_respondent_with_the_copy_and_what_silence_means() -> None:
    """提出答复通知：十个工作日，提交证据、依据，逾期视为没有证据，不得自行收集 (ARL 46, 48, 70)."""
    paper = paper_of(SORTS["reply-notice"], made_of(CopySent))
    assert paper.addressee == RESPONDENT_NAME
    for one in ("十个工作日", "证据、依据", "视为该行政行为没有证据、依据", "自行向申请人", "副本"):
        assert one in says(paper)


def of_two(kind: type[Fact]) -> Matter:
    """A file against two organs that acted in one name, and one more fact."""
    matter = made_of(kind)
    walk = received().then(JointRespondentNamed, "2026-03-02")
    return replace(matter, facts=[*walk.facts, matter.facts[-1]])


def test_the_notice_to_reply_goes_to_every_one_of_joint_respondents() -> None:
    """共同被申请人各有一份答复通知和送达回证，各自计算期限 (ARL 19, 48)."""
    other = DIRECTORY.organ(OTHER).name
    paper = paper_of(SORTS["reply-notice"], of_two(CopySent))
    assert paper.addressee == f"{RESPONDENT_NAME}、{other}"
    assert "各自自收到之日起计算期限" in says(paper)
    assert "各自自收到之日起" not in says(paper_of(SORTS["reply-notice"], made_of(CopySent)))
    receipts = receipts_of(SORTS["reply-notice"], of_two(CopySent))
    assert [cells(one)["受送达人"] for one in receipts] == [RESPONDENT_NAME, other]


def test_who_is_a_respondent_no_longer_stands_on_no_paper() -> None:
    """不再列为被申请人的，文书不再写明 (ARR2026 29)."""
    matter = of_two(CopySent)
    walk = received().then(JointRespondentNamed, "2026-03-02")
    walk.then(JointRespondentLeft, "2026-03-03")
    left = replace(matter, facts=[*walk.facts, matter.facts[-1]])
    assert (matter.respondents, left.respondents) == ((RESPONDENT, OTHER), (RESPONDENT,))


def test_the_notice_of_extension_tells_both_parties_how_long_why_and_what_then() -> None:
    """延长审理期限书面告知当事人：多久、至何日、理由、逾期可以起诉 (ARL 62; ALL 45)."""
    more = {"days": 30, "until": day("2026-06-03")}
    paper = paper_of(SORTS["extension"], made_of(DecisionExtended, **more))
    assert paper.addressee == f"安某，{RESPONDENT_NAME}"
    for one in ("延长30日", "2026年6月3日", "理由如此。", "负责人批准", "十五日内"):
        assert one in says(paper)


def test_the_notice_of_elevation_tells_both_parties_who_handles_the_case_and_why() -> None:
    """提级审理书面告知当事人：哪一种情形、由谁审理、期限重新计算 (ARL 38; ARR2026 40)."""
    paper = paper_of(SORTS["elevation"], made_of(ElevationOrdered, "2026-07-27"))
    assert paper.addressee == f"安某，{RESPONDENT_NAME}"
    for one in (
        "张掖市人民政府决定提级审理",
        "属于新类型案件",
        "五个工作日",
        "重新计算",
        "理由如此。",
    ):
        assert one in says(paper)
    assert "第四十条第一款第（二）项" in says(paper)
    assert paper.organ == "张掖市人民政府"


def test_a_paper_is_by_the_authority_that_handled_the_case_when_it_was_made() -> None:
    """提级以前的文书由下级署名，以后的由上级署名 (ARL 38)."""
    matter = made_of(ApplicationAccepted)
    taken = made_of(ElevatedFileReceived, "2026-07-29").facts[-1]
    page = taken.head.model_copy(update={"version": 3})
    later = made_of(DecisionExtended, "2026-08-03", until=day("2026-10-30")).facts[-1]
    last = later.model_copy(update={"head": later.head.model_copy(update={"version": 4})})
    every = [*matter.facts, taken.model_copy(update={"head": page}), last]
    both = replace(matter, facts=every)
    assert paper_of(SORTS["acceptance"], both).organ == "甘州区人民政府"
    assert paper_of(SORTS["extension"], both).organ == "张掖市人民政府"


def test_the_notice_of_a_hearing_says_when_where_on_what_and_what_absence_means() -> None:
    """听证通知书写明时间、地点、事项，无正当理由不来的视为放弃，负责人应当参加 (ARL 51)."""
    text = "听证时间：2026年3月25日09:00\n听证地点：三楼听证室\n拟听证事项：占道面积"
    paper = paper_of(SORTS["hearing-notice"], made_of(HearingSet, text=text))
    for one in ("三楼听证室", "占道面积", "视为放弃听证权利", "负责人应当参加听证"):
        assert one in says(paper)
    assert "第五十一条第一款" in says(paper)


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


@pytest.mark.parametrize("ground", ConsultationGround)
def test_the_letter_to_the_committee_names_its_ground_by_the_duty_to_ask(
    ground: ConsultationGround,
) -> None:
    """提请咨询函写明属于第五十二条第二款的哪一项、是否附拟稿 (ARL 52)."""
    item = "一二三四"[list(ConsultationGround).index(ground)]
    bare = made_of(ConsultationRequested, ground=ground)
    letter = says(paper_of(SORTS["consultation"], bare))
    assert f"第五十二条第二款第（{item}）项" in letter
    assert CONSULTED_FOR[ground] in letter
    assert "拟稿" not in letter
    shown = made_of(ConsultationRequested, ground=ground, draft_id=PAPER)
    assert "附行政复议决定书拟稿" in says(paper_of(SORTS["consultation"], shown))
    assert SORTS["consultation"].article == ARL[52].par(2)


def test_the_record_of_an_opinion_goes_by_the_duty_to_record_it() -> None:
    """咨询意见依第五十二条第三款记录在卷 (ARL 52)."""
    record = says(paper_of(SORTS["opinion"], made_of(OpinionRecorded)))
    assert "第五十二条第二款的规定提请" in record
    assert "第五十二条第三款的规定记录" in record
    assert SORTS["opinion"].article == ARL[52].par(3)


def cells(paper: Paper) -> dict[str, str]:
    [grid] = [block for block in paper.body if isinstance(block, Grid)]
    return dict(grid.rows)


def test_everyone_on_whom_a_paper_is_served_signs_a_receipt_of_their_own() -> None:
    """送达回证每名受送达人一件，写明文书、地点、方式、签收 (ARL 88; CPL 87)."""
    matter = made_of(DecisionMade, applicants=(ANNA, BERT))
    made = receipts_of(SORTS["decision"], matter)
    served = [cells(one)["受送达人"] for one in made]
    assert served == ["安某", "甘州区伯某餐饮有限公司", RESPONDENT_NAME]
    first = cells(made[0])
    assert first["文书和文号"].startswith("行政复议决定书")
    assert first["送达地点"] == "甘州区东街街道"
    for manner in ("直接", "留置", "委托", "邮寄", "转交", "电子", "公告"):
        assert f"□{manner}送达" in first["送达方式"]
    assert made[0].dated is None


@pytest.mark.parametrize(
    ("sort", "kind", "who"),
    [
        ("acceptance", ApplicationAccepted, ["安某"]),
        ("reply-notice", CopySent, [RESPONDENT_NAME]),
        ("termination", ReconsiderationTerminated, ["安某", RESPONDENT_NAME]),
    ],
)
def test_a_receipt_is_for_whom_the_paper_is(sort: str, kind: type[Fact], who: list[str]) -> None:
    """受理通知送申请人，答复通知送被申请人，终止通知送双方 (ARL 30, 41, 48)."""
    made = receipts_of(SORTS[sort], made_of(kind))
    assert [cells(one)["受送达人"] for one in made] == who


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


def test_what_has_not_been_done_cannot_be_told() -> None:
    """还没有作出的决定，没有决定书 (ARL 75)."""
    with pytest.raises(Refused) as refused:
        paper_of(SORTS["decision"], made_of(ApplicationAccepted))
    assert refused.value.article.code == "ARL 75(1)"


def test_a_paper_is_not_made_for_somebody_without_a_name() -> None:
    """申请人姓名没有登记的，不出文书 (ARR2026 27)."""
    matter = made_of(ApplicationAccepted, applicants=(ANNA, UUID(int=99)))
    with pytest.raises(Refused, match="1名申请人"):
        paper_of(SORTS["acceptance"], matter)


@pytest.mark.parametrize(
    ("applicants", "you"), [((ANNA,), "你因"), ((BERT,), "你单位因"), ((ANNA, BERT), "你们因")]
)
def test_applicants_are_spoken_to_as_what_they_are(applicants: tuple[UUID, ...], you: str) -> None:
    """公民称你，单位称你单位，数人称你们."""
    matter = made_of(ApplicationAccepted, applicants=applicants)
    assert says(paper_of(SORTS["acceptance"], matter)).startswith(you)


def test_every_sort_that_is_served_has_its_receipt_and_nothing_else_is_a_sort() -> None:
    """送达的文书各有送达回证；入卷的笔录和送别的机构的函没有 (ARL 88)."""
    unserved = {"oral-application", "views", "hearing-minutes", "inquiry", "inspection"}
    unserved |= {"evidence-list", "opinion", "issuer-explanation"}
    unserved |= {"consultation", "appraisal", "hand-over", "elevation-request", "co-authority"}
    unserved |= {"liability-hand-over", "forwarding", "enforcement-application"}
    unserved |= {"file-reading", "interview-minutes", "entry"}
    unserved |= {"court-above-application", "immediate-enforcement"}
    unserved |= {"work-report", "major-matter"}  # between organs: no period runs from receipt
    unserved |= {"check-result", "mending-notice", "mending-report"}
    unserved |= {"application-copy"}  # who signs for the notice to reply signs for it
    assert {one.sort for one in PRINTED} == {
        *SORTS,
        *(f"{sort}-receipt" for sort in SORTS if sort not in unserved),
    }
    with pytest.raises(Unknown):
        sort_of("verdict")


# -- the door


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    await take_in(hub, DISPUTE)
    await hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '安某', now())",
        ANNA,
        DISPUTE,
    )
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def accepted(door: Door) -> str:
    """The papers of a case that was accepted."""
    case = await door.apply()
    door.on("2026-03-05")
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    return f"{case}/papers/made"


FOR_WORK = "?purpose=制作文书"


async def test_whoever_handles_the_case_gets_the_paper_in_both_forms(door: Door) -> None:
    """办案人员制作 PDF 和 Word 文书，内容相同 (ARL 30)."""
    made = await accepted(door)
    pdf = await door.get(f"{made}/acceptance.pdf{FOR_WORK}", OFFICER)
    assert (pdf.status_code, pdf.headers["content-type"]) == (200, "application/pdf")
    text = PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text().replace("\n", "")
    word = await door.get(f"{made}/acceptance.docx{FOR_WORK}", OFFICER)
    document = Document(io.BytesIO(word.content))
    for told in (text, "".join(line.text for line in document.paragraphs)):
        assert "安某：" in told
        assert "本机关自2026年3月5日起予以受理" in told
    assert pdf.headers["cache-control"] == "private, no-store"
    assert 'attachment; filename="acceptance.pdf"' in pdf.headers["content-disposition"]


async def test_the_making_is_on_record_with_its_template_and_its_purpose(door: Door) -> None:
    """谁、为什么、按哪一版模板制作了哪件文书，记录在案；读取姓名同样."""
    made = await accepted(door)
    answer = await door.get(f"{made}/acceptance-receipt.pdf{FOR_WORK}", OFFICER)
    assert answer.status_code == 200, answer.text
    [row] = await door.hub.pool.fetch("SELECT * FROM hub.papers_made")
    assert (row["maker"], row["purpose"]) == ("officer-7", "制作文书")
    assert row["sort"] == "acceptance-receipt.pdf"
    assert row["form"].startswith("receipt 2026-3 (")
    read = await door.hub.pool.fetch("SELECT reader, purpose, ids FROM hub.people_read")
    assert [(one["reader"], one["purpose"]) for one in read] == [("officer-7", "制作文书")]
    assert str(ANNA) in read[0]["ids"]


@pytest.mark.parametrize(
    ("who", "status"), [(STRANGER, 404), (PARTY, 403), (DEPARTMENT, 403)], ids=str
)
async def test_nobody_else_gets_it(door: Door, who: dict[str, Any], status: int) -> None:
    """别的机关、当事人、被申请人都不能制作；没有读取，也没有记录."""
    made = await accepted(door)
    answer = await door.get(f"{made}/acceptance.pdf{FOR_WORK}", who)
    assert answer.status_code == status
    assert "安某" not in answer.text
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.papers_made") == 0
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.people_read") == 0


async def test_a_paper_needs_its_act_a_sort_and_a_purpose(door: Door) -> None:
    """没有办理的事项、没有的文书种类、没有目的，都不出文书."""
    made = await accepted(door)
    early = await door.get(f"{made}/decision.pdf{FOR_WORK}", OFFICER)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 75(1)")
    assert (await door.get(f"{made}/verdict.pdf{FOR_WORK}", OFFICER)).status_code == 404
    assert (await door.get(f"{made}/acceptance.pdf", OFFICER)).status_code == 422
    assert (await door.get(f"{made}/acceptance.odt{FOR_WORK}", OFFICER)).status_code == 422


async def test_the_case_page_leads_to_each_paper_whose_act_was_done(door: Door, hub: Hub) -> None:
    """案卷页列出可以制作的文书；写明目的后取得；不能制作的人看不到 (ARL 30)."""
    made = await accepted(door)
    case_id = made.split("/")[2]
    where = f"/desk/disputes/{DISPUTE}/papers/made/{case_id}"
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        assert f"{where}/acceptance.pdf" in page
        assert f"{where}/acceptance-receipt.docx" in page
        assert f"{where}/decision.pdf" not in page
        asked = await officer.get(f"{where}/acceptance.pdf")
        assert "制作目的" in asked.text
        got = await officer.get(f"{where}/acceptance.pdf{FOR_WORK}")
        assert got.content.startswith(b"%PDF")
        supervisor = house.visitor(Role.SUPERVISOR, organ="620700")
        assert (
            f"{where}/acceptance.pdf"
            not in (await supervisor.get(f"/desk/disputes/{DISPUTE}")).text
        )
        assert (await supervisor.get(f"{where}/acceptance.pdf{FOR_WORK}")).status_code == 404
        readers = await house.visitor(Role.ADMINISTRATOR).get(f"/desk/disputes/{DISPUTE}/readers")
        assert "制作文书" in readers.text
