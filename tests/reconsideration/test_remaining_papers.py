"""文书 that go along, hand over, part or ask on the way: each says what its article asks."""

import io
from dataclasses import replace
from functools import partial

import pytest
from docx import Document
from pypdf import PdfReader

from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.printed import texts_of
from services.reconsideration.papers.sorts import SORTS, sort_of
from services.reconsideration.papers.writing import content_of
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationSupplemented,
    CopySent,
    FilingManner,
    SupplementNoticeReceived,
    SupplementNotified,
)
from shared.contracts.reconsideration.assigning import SimplifiedChosen
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    EnforcementRefused,
    ImmediateEnforcementAsked,
)
from shared.contracts.reconsideration.enforcing import EnforcementApplied, PartyUrged
from shared.contracts.reconsideration.higher import ElevationOrdered
from shared.contracts.reconsideration.inquiring import AppraisalDenied
from shared.contracts.reconsideration.joint import JointRespondentNamed
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.people import ApplicantsLeft
from shared.contracts.reconsideration.proving import (
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.errors import Unknown
from shared.paper import Paper
from shared.people import Person
from tests.reconsideration.following import following
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    CITY_GOVERNMENT,
    FIELDS,
    FILE,
    OTHER,
    PAPER,
    day,
    received,
)
from tests.reconsideration.papered import (
    AUTHORITY_NAME,
    DIRECTORY,
    PEOPLE,
    RESPONDENT_NAME,
    cells,
    made_of,
    says,
)
from tests.reconsideration.shelved import of_file
from tests.reconsideration.test_papers_doors import FOR_WORK, clock, door
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door

__all__ = ["clock", "door"]

FIRM = PEOPLE[BERT].name


def both_forms(paper: Paper) -> tuple[str, str]:
    """What its PDF and its DOCX say, without blanks."""
    pdf = PdfReader(io.BytesIO(content_of((paper,), "pdf")))
    printed = "".join(page.extract_text() for page in pdf.pages)
    document = Document(io.BytesIO(content_of((paper,), "docx")))
    typed = "".join(line.text for line in document.paragraphs)
    return "".join(printed.split()), "".join(typed.split())


def served_on(sort: str, matter: Matter) -> list[str]:
    return [cells(one)["受送达人"] for one in receipts_of(SORTS[sort], matter)]


# -- the copy


def copied(*, orally: bool = False) -> Matter:
    """A copy that is sent of an application that was supplemented once."""
    walk = received(manner=FilingManner.ORAL if orally else FilingManner.IN_PERSON)
    if orally:
        walk.then(OralApplicationRecorded, "2026-03-02", **FIELDS[OralApplicationRecorded])
    walk.then(SupplementNotified, "2026-03-03").then(SupplementNoticeReceived, "2026-03-03")
    walk.then(ApplicationSupplemented, "2026-03-04", text_id=BERT)
    matter = made_of(CopySent, "2026-03-06")
    copy = matter.facts[-1]
    at = copy.head.model_copy(update={"version": walk.facts[-1].head.version + 1})
    texts = {PAPER: "请求撤销处罚决定。", BERT: "补正：处罚决定书复印件一份。"}
    whom = {ANNA: Person("安某", PersonKind.NATURAL, "620702199001011234", "13811112222", "东街")}
    facts = [*walk.facts, copy.model_copy(update={"head": at})]
    return replace(matter, facts=facts, texts=texts, people=whom)


def test_the_copy_repeats_the_application_and_not_the_numbers_of_who_applies() -> None:
    """申请书副本写明申请人、请求和理由、补正；身份证件号码和电话不发给被申请人 (ARL 48)."""
    matter, sort = copied(), SORTS["application-copy"]
    assert texts_of(matter, sort) == [matter.received.text_id, BERT]
    paper = paper_of(sort, replace(matter, page=matter.facts[-1].head.version))
    assert (paper.name, paper.organ, paper.is_draft) == ("行政复议申请书副本", "", False)
    lines = [one.text for one in paper.body]
    assert lines.index("（2026年3月2日收到）") + 1 == lines.index("请求撤销处罚决定。")
    for told in both_forms(paper):
        for one in ("申请人：安某，住东街", RESPONDENT_NAME, "请求撤销处罚决定。", "2026年3月2日"):
            assert one in told
        assert "2026年3月4日收到的补正" in told
        assert "处罚决定书复印件一份" in told
        assert "第四十八条" in told
        assert "620702199001011234" not in told
        assert "13811112222" not in told
        assert "不得送达" not in told


def test_of_an_oral_application_it_is_the_record_that_is_copied() -> None:
    """口头申请的，发送行政复议申请笔录复印件 (ARL 48)."""
    matter = copied(orally=True)
    assert paper_of(SORTS["application-copy"], matter).name == "行政复议申请笔录复印件"
    notice = says(paper_of(SORTS["reply-notice"], matter))
    assert "附件：行政复议申请笔录复印件。" in notice
    assert "申请书副本" not in notice


@pytest.mark.parametrize(
    ("manner", "name"),
    [
        (FilingManner.IN_PERSON, "行政复议申请书副本"),
        (FilingManner.ORAL, "行政复议申请笔录复印件"),
    ],
)
def test_an_application_that_goes_on_anew_is_copied_with_what_supplemented_it(
    manner: FilingManner, name: str
) -> None:
    """接续原案的，副本连同此前的补正发送；口头申请的仍是笔录复印件 (ARL 31, 35, 48)."""
    matter = made_of(CopySent, "2026-03-06")
    before = {"came_from": FILE, "brought_on": day("2026-02-02"), "supplement_id": BERT}
    anew = matter.received.model_copy(update={**before, "manner": manner})
    texts = {PAPER: "请求撤销处罚决定。", BERT: "补正：处罚决定书复印件一份。"}
    matter = replace(matter, facts=[anew, *matter.facts[1:]], texts=texts)
    assert texts_of(matter, SORTS["application-copy"]) == [PAPER, BERT]
    paper = paper_of(SORTS["application-copy"], matter)
    assert paper.name == name
    assert f"（此前收到的补正）\n{texts[BERT]}" in says(paper)


def test_in_the_simplified_procedure_the_copy_is_sent_under_its_own_article() -> None:
    """简易程序的副本依照第五十四条发送，与答复通知书一致 (ARL 54)."""
    matter = copied()
    chosen = FIELDS[SimplifiedChosen]
    head = matter.facts[-2].head.model_copy(update={"on": day("2026-03-05")})
    simplified = SimplifiedChosen.model_validate({"head": head, **chosen})
    matter = replace(matter, facts=[*matter.facts[:-1], simplified, matter.facts[-1]])
    for sort in ("application-copy", "reply-notice"):
        said = says(paper_of(SORTS[sort], matter))
        assert "第五十四条第一款" in said
        assert "第四十八条" not in said


def test_who_signs_for_the_notice_to_reply_signs_for_the_copy() -> None:
    """答复通知书的送达回证写明所附副本；副本不另编号、不另送达 (ARL 48; CPL 87)."""
    [receipt] = receipts_of(SORTS["reply-notice"], copied())
    assert cells(receipt)["文书和文号"].endswith("，附行政复议申请书副本")
    [plain] = receipts_of(SORTS["hand-over-notice"], made_of(ElevationOrdered, "2026-07-27"))
    assert "附" not in cells(plain)["文书和文号"]
    with pytest.raises(Unknown):
        sort_of("application-copy-receipt")


async def test_the_body_makes_the_copy_beside_the_notice(door: Door) -> None:
    """发送副本以后，行政复议机构制作副本；被申请人不自己制作，副本不编号 (ARL 48)."""
    case = await door.apply()
    door.on("2026-03-05")
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    early = await door.get(f"{case}/papers/made/application-copy.docx{FOR_WORK}", OFFICER)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 48")
    assert (await door.post(f"{case}/copy", OFFICER)).status_code == 201
    got = await door.get(f"{case}/papers/made/application-copy.docx{FOR_WORK}", OFFICER)
    assert got.status_code == 200, got.text
    assert "安某" in "".join(one.text for one in Document(io.BytesIO(got.content)).paragraphs)
    refused = await door.get(f"{case}/papers/made/application-copy.docx{FOR_WORK}", DEPARTMENT)
    assert refused.status_code == 403
    numbers = await door.get(f"{case}/papers/numbers/application-copy", OFFICER)
    assert numbers.status_code == 404


# -- above and below


@pytest.mark.parametrize(
    ("on", "said"),
    [("2026-07-27", "自收到本通知之日起五个工作日内移送"), ("2026-03-27", "及时移送案件材料")],
)
def test_the_authority_below_is_told_to_hand_the_file_over(on: str, said: str) -> None:
    """提级审理的，通知下级五个工作日内移送案件材料，送下级一件回证 (ARL 38; ARR2026 40)."""
    matter = made_of(ElevationOrdered, on)
    paper = paper_of(SORTS["hand-over-notice"], matter)
    above = DIRECTORY.organ(CITY_GOVERNMENT).name
    assert (paper.organ, paper.addressee) == (above, AUTHORITY_NAME)
    assert said in says(paper)
    assert ("重新计算" in says(paper)) is (on > "2026-07-01")
    assert "第三十八条第一款" in says(paper)
    assert served_on("hand-over-notice", matter) == [AUTHORITY_NAME]


# -- some of several


def test_for_whom_it_ends_and_for_whom_it_goes_on_both_are_told() -> None:
    """部分申请人退出：写明对谁终止、引到项，对其他人继续审理；退出的人也有回证 (ARL 41, 74)."""
    matter = made_of(ApplicantsLeft, applicants=(ANNA, BERT))
    left = matter.facts[-1].model_copy(update={"applicants": (BERT,)})
    matter = replace(matter, facts=[*matter.facts[:-1], left])
    paper = paper_of(SORTS["partial-termination"], matter)
    assert paper.name == "行政复议终止决定书"
    for told in both_forms(paper):
        assert f"对{FIRM}终止行政复议" in told
        for one in ("第四十一条第（一）项", "理由如此。", "继续审理", "2026年3月5日", "待编"):
            assert one in told
        assert "不得再以同一事实和理由" in told
    assert served_on("partial-termination", matter) == [FIRM, "安某", RESPONDENT_NAME]


def test_all_of_them_are_told_that_one_application_goes_on_apart() -> None:
    """分案办理的，告知另案的人和留下的人，写明理由 (ARL 30; RULES 136)."""
    matter = made_of(ApplicationSevered, applicants=(ANNA, BERT))
    severed = matter.facts[-1].model_copy(update={"applicants": (BERT,)})
    matter = replace(matter, facts=[*matter.facts[:-1], severed])
    said = says(paper_of(SORTS["severance"], matter))
    for one in (
        f"将{FIRM}的申请另立一案",
        "安某的申请在本案继续审查",
        "理由如此。",
        "第三十条第一款",
    ):
        assert one in said
    assert served_on("severance", matter) == [FIRM, "安某"]


def test_after_acceptance_they_are_told_that_both_are_accepted_and_still_due() -> None:
    """受理后分案的，写明已经受理、期限不变；邮寄的以交邮之日为准 (ARL 33; CPL 85)."""
    matter = made_of(ApplicationSevered, "2026-03-25", applicants=(ANNA, BERT))
    posted = partial(received, manner=FilingManner.POST, posted_on=day("2026-02-25"))
    walk = posted(applicants=(ANNA, BERT)).then(ApplicationAccepted, "2026-03-05")
    walk.then(ApplicationSevered, "2026-03-25")
    said = says(paper_of(SORTS["severance"], replace(matter, facts=walk.facts)))
    for one in ("本机关已经受理", "另立一案审理", "第三十三条", "期限不因分案改变"):
        assert one in said
    assert "提出申请的日期仍是2026年2月25日，不因分案改变" in said
    assert "是否受理" not in said
    unread = received(applicants=(ANNA, BERT), manner=FilingManner.POST)
    unread.then(ApplicationSevered, "2026-03-06")
    said = says(paper_of(SORTS["severance"], replace(matter, facts=unread.facts)))
    assert "本机关已经收到" in said
    assert "提出申请的日期不因分案改变" in said


# -- evidence


@pytest.mark.parametrize("organ", ["", OTHER])
def test_the_respondent_that_may_add_to_its_evidence_is_told_on_what(organ: str) -> None:
    """同意补充证据：写给提出申请的被申请人，写明由谁提出了什么 (ARL 46)."""
    matter = made_of(FurtherEvidenceAllowed, organ=organ)
    walk = received().then(JointRespondentNamed, "2026-03-02")
    matter = replace(matter, facts=[*walk.facts, matter.facts[-1]])
    name = DIRECTORY.organ(organ).name if organ else RESPONDENT_NAME
    paper = paper_of(SORTS["further-evidence"], matter)
    assert paper.addressee == name
    for one in ("申请人提出了", "理由如此。", "第四十六条第二款", "同意你机关就此补充证据"):
        assert one in says(paper)
    assert served_on("further-evidence", matter) == [name]


def test_the_respondent_that_may_not_is_told_why() -> None:
    """不同意补充证据：写明理由，不得自行收集证据 (ARL 46)."""
    matter = made_of(FurtherEvidenceRefused, reason_id=PAPER)
    paper = paper_of(SORTS["further-evidence-refusal"], matter)
    assert paper.addressee == RESPONDENT_NAME
    for one in ("不同意补充证据", "理由如此。", "第四十六条第一款"):
        assert one in says(paper)
    assert served_on("further-evidence-refusal", matter) == [RESPONDENT_NAME]


@pytest.mark.parametrize(
    ("on", "place"),
    [("2026-07-27", "实施条例》第四十六条"), ("2026-03-27", "实施条例》第三十七条")],
)
def test_whoever_asked_for_an_appraisal_in_vain_is_told_why(on: str, place: str) -> None:
    """不同意鉴定：写明理由，依当日的条例，送各方 (ARR2026 46; ARR2007 37)."""
    matter = made_of(AppraisalDenied, on)
    said = says(paper_of(SORTS["appraisal-refusal"], matter))
    for one in ("不同意委托鉴定", "理由如此。", place):
        assert one in said
    assert served_on("appraisal-refusal", matter) == ["安某", RESPONDENT_NAME]


# -- at the court


def test_the_court_above_is_asked_by_the_organ_that_enforces_and_under_which_article() -> None:
    """向上一级人民法院申请复议：负责的机关署名，写明收到裁定之日、依据 (COERCION 56, 58)."""
    file = following().then(EnforcementRefused, "2026-12-01").then(CourtAboveAsked, "2026-12-04")
    refused = next(one for one in file.facts if isinstance(one, EnforcementRefused))
    matter = of_file(file.facts)
    paper = paper_of(SORTS["court-above-application"], matter)
    assert paper.organ == DIRECTORY.organ(refused.organ).name
    got = refused.received_on
    for one in ("被申请执行人：安某", "理由如此。", f"{got.year}年{got.month}月{got.day}日收到"):
        assert one in says(paper)
    place = "第五十八条第三款" if refused.ask_article == "COERCION 58(3)" else "第五十六条第二款"
    assert place in says(paper)
    assert (SORTS["court-above-application"].is_served, paper.dated) == (False, day("2026-12-04"))


def test_an_application_to_a_court_tells_of_what_came_before_it_alone() -> None:
    """先前的申请书重新制作，不写其后的裁定、催告，只写当时已有的 (COERCION 54, 56, 58)."""
    file = following().then(PartyUrged, "2026-11-02").then(EnforcementApplied, "2026-11-16")
    applied = len(file.facts)
    file.then(EnforcementRefused, "2026-12-01", received_on=day("2026-12-01"))
    asked = len(file.then(CourtAboveAsked, "2026-12-04").facts)
    before = of_file(file.facts)
    file.then(EnforcementRefused, "2026-12-28", received_on=day("2026-12-28"), askable=False)
    later = of_file(file.then(PartyUrged, "2026-12-29").facts)
    for sort, page, told in (
        ("court-above-application", asked, "2026年12月1日收到"),
        ("enforcement-application", applied, "2026年11月2日"),
    ):
        again = paper_of(SORTS[sort], replace(later, page=page))
        assert again == paper_of(SORTS[sort], replace(before, page=page))
        assert told in says(again)
        assert "2026年12月2" not in says(again)


def test_what_is_urgent_is_asked_of_the_court_at_once() -> None:
    """立即执行申请书：写明为保障公共安全的紧急情况 (COERCION 59)."""
    file = following().then(ImmediateEnforcementAsked, "2026-12-04", organ=AUTHORITY)
    paper = paper_of(SORTS["immediate-enforcement"], of_file(file.facts))
    for one in ("为保障公共安全", "第五十九条", "理由如此。", "立即执行"):
        assert one in says(paper)
    assert paper.organ == AUTHORITY_NAME
