"""文书 of what is sent on, enforced, read and ordered: each says what its article asks."""

from dataclasses import replace
from uuid import uuid4

import pytest

from services.reconsideration.papers.deriving import based_on
from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.outgoing import outgoing
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.papers.whom import persons_of
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import DecisionMade, FilingManner
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.contracts.reconsideration.aftermath import AftermathBegun
from shared.contracts.reconsideration.enforcing import EnforcementApplied, PartyUrged
from shared.contracts.reconsideration.forwarding import (
    ApplicationForwarded,
    ApplicationHandedIn,
    Fine,
)
from shared.contracts.reconsideration.inquiring import EvidenceTaken, Inquiry
from shared.contracts.supervision import (
    ComplianceWatchOpened,
    CriticismCirculated,
    InterviewNotified,
    OfficialInterviewed,
    PerformanceOrdered,
    PerformanceTakenOver,
)
from tests.reconsideration.following import following
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    CITY_GOVERNMENT,
    FILE,
    OTHER,
    PAPER,
    RESPONDENT,
    day,
    head,
    received,
)
from tests.reconsideration.papered import (
    AUTHORITY_NAME,
    DIRECTORY,
    RESPONDENT_NAME,
    cells,
    made_of,
    says,
)
from tests.reconsideration.shelved import of_file

CITY_NAME = DIRECTORY.organ(CITY_GOVERNMENT).name


def watching(kind: type[Fact], *, joint: tuple[str, ...] = (), **said: object) -> Matter:
    """A watch over a decision that was to be performed by the end of July, and what was done."""
    case = received().case
    opened = ComplianceWatchOpened(
        head=head(case, "2026-07-01").model_copy(update={"version": 1}),
        watched=FILE,
        obliged=RESPONDENT,
        joint=joint,
        perform_by=day("2026-07-31"),
    )
    at = head(case, "2026-08-05").model_copy(update={"version": 2})
    return of_file([opened, kind.model_validate({"head": at, **said})])


@pytest.mark.parametrize("organ", [AUTHORITY, CITY_GOVERNMENT])
def test_the_order_to_perform_is_by_who_orders_it_and_says_until_when(organ: str) -> None:
    """责令履行通知书：行政复议机关或者上级署名，写给被申请人，写明期限和后果 (ARL 77, 83)."""
    said = {"perform_by": day("2026-08-31"), "order_id": PAPER, "organ": organ}
    matter = watching(PerformanceOrdered, **said)
    paper = paper_of(SORTS["performance-order"], matter)
    signed = DIRECTORY.organ(organ).name
    assert (paper.organ, paper.addressee) == (signed, RESPONDENT_NAME)
    for one in (
        "2026年7月31日以前",
        "2026年8月31日之前（含当日）",
        "第七十七条第二款",
        "理由如此。",
    ):
        assert one in says(paper)
    [receipt] = receipts_of(SORTS["performance-order"], matter)
    assert cells(receipt)["受送达人"] == RESPONDENT_NAME


@pytest.mark.parametrize(
    ("kind", "sort", "said"),
    [
        (PerformanceOrdered, "performance-order", {"perform_by": "2026-08-31", "order_id": PAPER}),
        (CriticismCirculated, "criticism", {"circular_id": PAPER}),
    ],
)
def test_joint_respondents_are_each_ordered_to_perform(
    kind: type[Fact], sort: str, said: dict[str, object]
) -> None:
    """责令履行、通报批评写给每一个共同被申请人，各有送达回证 (ARL 19, 77)."""
    matter = watching(kind, joint=(OTHER,), organ=AUTHORITY, **said)
    names = [RESPONDENT_NAME, DIRECTORY.organ(OTHER).name]
    assert paper_of(SORTS[sort], matter).addressee == "、".join(names)
    receipts = receipts_of(SORTS[sort], matter)
    assert [cells(one)["受送达人"] for one in receipts] == names


def test_the_order_is_written_to_whoever_has_the_powers_by_then() -> None:
    """由其他机关继续行使职权以后责令的，写给该机关；以前责令的，写给原机关 (ARL 19, 77)."""
    said = {"perform_by": day("2026-08-31"), "order_id": PAPER, "organ": AUTHORITY}
    matter = watching(PerformanceOrdered, **said)
    opened, ordered = matter.own
    later = ordered.head.model_copy(update={"version": 3})
    taken = PerformanceTakenOver(
        head=later, before=RESPONDENT, respondent=OTHER, succeeded_on=day("2026-08-06")
    )
    sort = SORTS["performance-order"]
    assert paper_of(sort, replace(matter, own=[opened, ordered, taken])).addressee == (
        RESPONDENT_NAME
    )
    first = taken.model_copy(update={"head": ordered.head})
    after = replace(matter, own=[opened, first, ordered.model_copy(update={"head": later})])
    paper, new = paper_of(sort, after), DIRECTORY.organ(OTHER).name
    assert paper.addressee == new
    [receipt] = receipts_of(sort, after)
    assert cells(receipt)["受送达人"] == new
    [unserved] = outgoing(FILE, replace(matter, own=[opened, ordered, taken]))
    assert [(one.organ, one.now) for one in unserved.to] == [(RESPONDENT, OTHER)]


@pytest.mark.parametrize("organ", [AUTHORITY, CITY_GOVERNMENT])
def test_the_notice_of_an_interview_says_when_where_and_on_what_to_each_respondent(
    organ: str,
) -> None:
    """约谈通知书：通知的机关署名，写给每个被申请人，写明时间、地点、事项，各有回证 (ARL 77, 83)."""
    said = {
        "interview_at": "2026-08-12T09:00:00+08:00",
        "interview_notice_id": PAPER,
        "organ": organ,
    }
    text = "约谈时间：2026年8月12日09:00\n约谈地点：三楼会议室\n约谈事项：履行情况"
    matter = watching(InterviewNotified, joint=(OTHER,), **said)
    matter = replace(matter, texts={PAPER: text})
    paper = paper_of(SORTS["interview-notice"], matter)
    names = [RESPONDENT_NAME, DIRECTORY.organ(OTHER).name]
    assert (paper.organ, paper.addressee) == (DIRECTORY.organ(organ).name, "、".join(names))
    for one in ("2026年8月12日09:00", "三楼会议室", "第七十七条第二款", "2026年7月31日以前"):
        assert one in says(paper)
    assert paper.is_draft
    receipts = receipts_of(SORTS["interview-notice"], matter)
    assert [cells(one)["受送达人"] for one in receipts] == names


def test_an_interview_has_its_minutes_and_criticism_its_circular() -> None:
    """约谈记录入卷、签名，不编号；通报批评写给被申请人，是文号待编的稿 (ARL 77)."""
    minutes = paper_of(
        SORTS["interview-minutes"], watching(OfficialInterviewed, minutes_id=PAPER, organ=AUTHORITY)
    )
    assert not minutes.is_draft
    assert f"约谈{RESPONDENT_NAME}的有关负责人" in says(minutes)
    circular = paper_of(
        SORTS["criticism"], watching(CriticismCirculated, circular_id=PAPER, organ=AUTHORITY)
    )
    assert circular.is_draft
    assert circular.addressee == RESPONDENT_NAME
    assert "予以通报批评" in says(circular)


@pytest.mark.parametrize(
    ("organ", "name"), [(AUTHORITY, AUTHORITY_NAME), (RESPONDENT, RESPONDENT_NAME)]
)
def test_the_demand_states_until_when_how_and_what_may_be_said(organ: str, name: str) -> None:
    """催告书写明期限、方式、金额和陈述申辩权；负责强制执行的机关署名 (COERCION 35, 54)."""
    matter = of_file(following().then(PartyUrged, "2026-08-05", organ=organ).facts)
    paper = paper_of(SORTS["urging"], matter)
    assert (paper.organ, paper.addressee) == (name, "安某")
    for one in ("2026年8月19日之前（含当日）", "陈述权和申辩权", "第三十五条", "理由如此。"):
        assert one in says(paper)
    [receipt] = receipts_of(SORTS["urging"], matter)
    assert cells(receipt)["受送达人"] == "安某"


def test_the_court_is_asked_with_what_was_decided_urged_and_is_owed() -> None:
    """强制执行申请书：依据、申请事项、催告情况、附件，负责人签名 (COERCION 54, 55)."""
    file = following(document_number="甘政复决字〔2026〕7号").then(PartyUrged, "2026-08-05")
    file.then(EnforcementApplied, "2026-08-25", organ=AUTHORITY)
    paper = paper_of(SORTS["enforcement-application"], of_file(file.facts))
    told = says(paper)
    assert "被申请执行人：安某，住所：甘州区东街街道" in told
    for one in ("甘政复决字〔2026〕7号", "2026年8月5日送达", "第五十五条", "负责人（签名）"):
        assert one in told
    assert paper.addressee.endswith("人民法院")


def test_what_is_sent_on_is_by_the_organ_that_fined_before_the_authority_has_it() -> None:
    """转送函：由处罚机关署名，写给行政复议机关，收到以前就可以制作 (ARL 32)."""
    walk = received()
    handed = ApplicationHandedIn(
        head=head(walk.case, "2026-03-02").model_copy(update={"version": 1}),
        organ=RESPONDENT,
        authority=AUTHORITY,
        county="620702",
        applicants=(ANNA,),
        act=ActKind.PENALTY,
        fine=Fine.ON_THE_SPOT,
        manner=FilingManner.IN_PERSON,
        text_id=PAPER,
    )
    sent = ApplicationForwarded(
        head=head(walk.case, "2026-03-05").model_copy(update={"version": 2}),
        organ=RESPONDENT,
        forwarding_letter_id=PAPER,
    )
    matter = replace(made_of(DecisionMade), facts=[handed, sent])
    paper = paper_of(SORTS["forwarding"], matter)
    assert (paper.organ, paper.addressee) == (RESPONDENT_NAME, AUTHORITY_NAME)
    assert "第三十二条第二款" in says(paper)


def test_whoever_read_the_file_signs_a_record_of_it() -> None:
    """阅卷记录：谁查阅、复制了什么，签名入卷；代理人查阅的写代理人 (ARL 47)."""
    matter = made_of(FileAccessGranted, reader=BERT, evidences=(1, 2))
    assert BERT in persons_of(matter, SORTS["file-reading"])
    paper = paper_of(SORTS["file-reading"], matter)
    assert not paper.is_draft
    assert "同意甘州区伯某餐饮有限公司查阅、复制" in says(paper)
    assert "编号1、2" in says(paper)


@pytest.mark.parametrize(
    ("inquiries", "name"),
    [
        ((Inquiry.QUESTION,), "行政复议询问笔录"),
        ((Inquiry.COPY, Inquiry.QUESTION), "行政复议调查笔录"),
    ],
)
def test_a_record_of_questions_is_called_so(inquiries: tuple[Inquiry, ...], name: str) -> None:
    """只询问有关人员的，制作询问笔录，由被询问人签名 (ARL 45)."""
    paper = paper_of(SORTS["inquiry"], made_of(EvidenceTaken, inquiries=inquiries))
    assert paper.name == name
    assert ("被询问人（签名或者盖章）" in says(paper)) is (name == "行政复议询问笔录")


def test_a_letter_that_goes_out_before_the_decision_is_of_that_case() -> None:
    """随案开立的后续案卷，文书取原案卷的当事人 (ARL 76)."""
    begun = AftermathBegun(
        head=head(received().case, "2026-03-09"),
        about=FILE,
        authority=AUTHORITY,
        respondent=RESPONDENT,
    )
    assert based_on(begun) == FILE
    assert based_on(begun.model_copy(update={"about": (other := uuid4())})) == other
