"""供当事人填写的文书样式: each says what its article asks."""

import io
import re
from dataclasses import replace
from typing import Final
from uuid import UUID

import pytest
from docx import Document
from pypdf import PdfReader

from services.reconsideration.papers.basics import GAP
from services.reconsideration.papers.blanks import (
    BLANKS,
    PRINTED_BLANKS,
    Blank,
    blank_of,
    called,
)
from services.reconsideration.papers.blanks.making import LINE, blank_paper, blank_papers
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.sorts import PRINTED, SORTS
from services.reconsideration.papers.writing import content_of
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import ApplicationReceived, CopySent, Standing
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.errors import Unknown
from shared.paper import Paper, Paragraph
from shared.people import Person
from tests.reconsideration.makers import ANNA, BERT
from tests.reconsideration.papered import AUTHORITY_NAME, RESPONDENT_NAME, made_of

CARL: Final = UUID(int=77)
STORY: Final = "请求撤销处罚决定。摊位在划定的区域以内。"
PEOPLE: Final = {
    ANNA: Person("安某", PersonKind.NATURAL, "620702199001011234", "13811112222", "甘州区东街"),
    BERT: Person("甘州区伯某餐饮有限公司", PersonKind.LEGAL, "91620702MA0000000X", None, "南街"),
    CARL: Person("柯某", address="甘州区西街"),
}
EVERY: Final = [(blank, one) for blank in BLANKS.values() for one in blank.by]
every = pytest.mark.parametrize(
    ("blank", "standing"), EVERY, ids=[called(blank, one)[0] for blank, one in EVERY]
)


def whole() -> Matter:
    """A case with a citizen and a firm as applicants, and a third person."""
    matter = made_of(ThirdPersonJoined, applicants=(ANNA, BERT), third_person=CARL)
    return replace(matter, people=PEOPLE, texts={matter.received.text_id: STORY})


def says(paper: Paper) -> str:
    return "\n".join(one.text for one in paper.body if isinstance(one, Paragraph))


def of(name: str, matter: Matter | None = None) -> str:
    blank, standing = blank_of(name)
    return says(blank_paper(blank, standing, matter or whole()))


@every
def test_each_is_made_of_a_case_and_of_none(blank: Blank, standing: Standing) -> None:
    """有案卷的填好已知的，没有案卷的留点线；都没有文号、署名和印章."""
    full = blank_paper(blank, standing, whole())
    empty = blank_paper(blank, standing, None)
    for paper in (full, empty):
        assert not paper.is_draft
        assert (paper.organ, paper.number, paper.dated, paper.red) == ("", "", None, False)
        assert "……年……月……日" in says(paper)
        assert GAP in says(paper)
        is_respondents = standing is Standing.RESPONDENT
        signed = "被申请人（盖章）" if is_respondents else "签名、盖章或者按指印"
        signed = "单位（盖章）" if blank.name == "blank-head" else signed
        assert re.search(f"{signed}.*\\n日期：……年……月……日", says(paper))
    assert AUTHORITY_NAME in says(full) or blank.name == "blank-settlement"
    assert RESPONDENT_NAME in says(full)
    assert full.reference in full.numbered
    assert empty.numbered == ""
    for one in PEOPLE.values():
        assert one.name not in says(empty)


@every
def test_it_names_those_who_sign_it_and_nobody_of_the_other_side(
    blank: Blank, standing: Standing
) -> None:
    """申请人的写申请人，第三人的写第三人，被申请人的写被申请人，互不写对方的情况 (ARL 14, 16)."""
    told = says(blank_paper(blank, standing, whole()))
    is_third = standing is Standing.THIRD
    signer, stranger = ("柯某", "安某") if is_third else ("甘州区伯某餐饮有限公司", "柯某")
    if blank.of_outsider:
        assert signer not in told
    elif not (is_third and blank.name == "blank-head"):  # a citizen has no head
        assert signer in told
    if standing is Standing.RESPONDENT:  # it has the copy: who applied, without their numbers
        assert f"：{RESPONDENT_NAME}" in told
        assert "91620702MA0000000X" not in told
    assert stranger not in told
    assert STORY not in told or blank.retells


@every
def test_both_forms_say_the_same_and_bear_no_draft(blank: Blank, standing: Standing) -> None:
    """PDF 和 Word 内容相同，不写“稿” (ARL 22)."""
    paper = blank_paper(blank, standing, whole())
    pdf = PdfReader(io.BytesIO(content_of((paper,), "pdf")))
    printed = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    document = Document(io.BytesIO(content_of((paper,), "docx")))
    typed = "".join("".join(line.text.split()) for line in document.paragraphs)
    for told in (printed, typed):
        assert "".join(paper.name.split()) in told
        assert RESPONDENT_NAME in told
        assert "不得送达" not in told
    assert typed.startswith(paper.name)


def test_the_application_states_the_four_items() -> None:
    """基本情况、被申请人、请求和事实理由、日期；代理人；身份证明 (ARR2026 27)."""
    told = of("blank-application")
    citizen = "安某，性别……，身份证号码620702199001011234，住所甘州区东街，送达地址"
    assert citizen in told
    assert "联系方式13811112222" in told
    firm = "伯某餐饮有限公司，统一社会信用代码91620702MA0000000X，住所南街"
    assert firm in told
    assert "法定代表人或者主要负责人" in told
    assert f"被申请人：{RESPONDENT_NAME}。" in told
    assert STORY in told
    assert "委托代理人" in told
    assert "身份证明" in told
    assert "分别申请" in told
    empty = says(blank_paper(BLANKS["blank-application"], Standing.APPLICANT, None))
    assert "申请人（公民）" in empty
    assert "申请人（法人或者其他组织）" in empty
    assert LINE in empty


def test_each_organisation_has_a_paper_of_its_head_of_its_own() -> None:
    """每个单位一件法定代表人身份证明，公民没有；没有单位的留空 (ARR2026 27)."""
    blank, whose = BLANKS["blank-head"], Standing.APPLICANT
    matter = replace(whole(), people={**PEOPLE, ANNA: Person("安某公司", PersonKind.LEGAL)})
    told = [says(one) for one in blank_papers(blank, whose, matter)]
    assert [("安某公司" in one, "伯某" in one) for one in told] == [(True, False), (False, True)]
    assert len(blank_papers(BLANKS["blank-stay"], whose, matter)) == 1
    alone = replace(whole(), people={ANNA: PEOPLE[ANNA]})
    [empty] = blank_papers(blank, whose, alone)
    assert "安某" not in says(empty)


def test_a_third_person_does_not_say_that_it_objects() -> None:
    """第三人不是不服的人，写明是其参加的案件 (ARL 16)."""
    assert f"第三人参加的不服{RESPONDENT_NAME}" in of("blank-stay-third")
    assert f"申请人不服{RESPONDENT_NAME}" in of("blank-stay")


def test_the_power_of_attorney_states_matter_powers_and_term() -> None:
    """委托事项、权限和期限；至多二名；变更、撤回、和解另写明 (ARL 17)."""
    told = of("blank-entrustment")
    for said in ("委托事项", "代理权限", "委托期限", "至多委托二名", "撤回行政复议申请"):
        assert said in told
    third = of("blank-entrustment-third")
    assert "撤回行政复议申请" not in third
    assert "第三人" in third


def test_the_election_is_signed_by_all_and_says_what_needs_consent() -> None:
    """超过十人推选二至五人，全体签名；变更、撤回应当经同意 (ARL 15; ARR2026 17)."""
    told = of("blank-election")
    for said in ("超过十人", "二至五人", "全体申请人签名", "应当经被代表的申请人同意"):
        assert said in told
    assert told.count("签名、盖章或者按指印：") == 2


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("blank-head", ("91620702MA0000000X", "职务", "法定代表人", "单位（盖章）")),
        ("blank-attached", ("规范性文件的名称", "制定机关", "理由", "尚不知道", "不含规章")),
        (
            "blank-request",
            ("代替原来的全部请求", "□确认无效", "释明", "第六十一条", "被代表的申请人同意"),
        ),
        ("blank-stay", ("停止执行", "理由", "第四十二条")),
        ("blank-file-access", ("书面答复", "证据", "依据", "查阅", "复制", "国家秘密")),
        ("blank-hearing", ("听证", "事项", "理由", "视为放弃听证权利")),
        ("blank-settlement", ("自愿", "国家利益", "社会公共利益", "他人合法权益", "撤回")),
        ("blank-withdrawal", ("理由", "自愿", "同一事实和理由", "真实意愿")),
        ("blank-joining", ("第三人", "利害关系", "第十六条第一款", "身份证明")),
        (
            "blank-reply",
            ("事实", "依据", "程序", "合法性、适当性", "请求", "十个工作日内", "第四十八条"),
        ),
        ("blank-reply-evidence", ("待证事项", "依据", "其他有关材料", "第四十四条第一款")),
        ("blank-staff", ("本机关工作人员", "不得仅委托律师", "权限", "期限", "第十八条第二款")),
        ("blank-further-evidence", ("没有提出", "第四十六条第二款", "自行向申请人", "第三人")),
        ("blank-absence", ("负责人应当参加听证", "理由", "工作人员", "第五十一条第三款")),
    ],
)
def test_each_holds_what_its_article_asks(name: str, asked: tuple[str, ...]) -> None:
    """逐件写明法条所问的 (ARL 13, 15, 16, 42, 46 to 48, 50, 51, 74; ARR2026 18, 27, 41, 53, 61)."""
    told = of(name)
    for said in asked:
        assert said in told, said


def test_the_names_are_no_sort_of_an_authority_and_each_is_offered() -> None:
    """样式与行政复议机关的文书不同名；申请人的随申请、第三人的随参加列出."""
    offered = {one.sort: one.on for one in PRINTED_BLANKS}
    assert offered.keys() == {called(blank, one)[0] for blank, one in EVERY}
    assert offered["blank-stay"] == (ApplicationReceived,)
    assert offered["blank-stay-third"] == (ThirdPersonJoined,)
    assert offered["blank-joining"] == (ApplicationReceived,)
    assert offered["blank-reply"] == (CopySent,)
    assert offered.keys().isdisjoint({one.sort for one in PRINTED} | SORTS.keys())
    for wrong in ("blank-hearing-third", "blank-joining-third", "acceptance", "blank-verdict"):
        with pytest.raises(Unknown):
            blank_of(wrong)
