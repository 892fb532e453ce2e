"""基本情况: asked of who applies, and printed (ARR2026 27)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from services.reconsideration.domain.basics import (
    article_on,
    asked_of,
    lacking,
    state,
)
from services.reconsideration.papers.blanks import blank_of
from services.reconsideration.papers.blanks.making import blank_paper, blank_papers
from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import ApplicationAccepted
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.law.article import ARR2007, ARR2026
from shared.law.procedure import Refused
from shared.people import Person, sex_of
from tests.reconsideration.makers import ANNA, BERT, OTHER, accepted, day
from tests.reconsideration.papered import cells, made_of, says
from tests.reconsideration.particulars import A, C, H, N, S

NUMBER = "11010519491231002X"
ANNAS = Person("安某", PersonKind.NATURAL, NUMBER, "13811112222", "东街", "南街一号")
FIRM = Person(
    "甘州区伯某餐饮有限公司",
    PersonKind.LEGAL,
    "91620702MA0000000X",
    None,
    "西街",
    None,
    "伯某",
    "经理",
)


def test_each_edition_asks_of_a_citizen_and_of_an_organisation_what_it_lists() -> None:
    """2026年条例要送达地址和联系方式；2007年条例没有；单位都要写负责人 (ARR2026 27; ARR2007 19)."""
    before, since = day("2026-06-30"), day("2026-07-01")
    assert asked_of(PersonKind.NATURAL, since) == (N, A, S, C)
    assert asked_of(PersonKind.LEGAL, since) == (N, A, S, C, H)
    assert asked_of(PersonKind.NATURAL, before) == (N, A)
    assert asked_of(PersonKind.LEGAL, before) == (A, H)
    assert article_on(since) == ARR2026[27].par(1, 1)
    assert article_on(before) == ARR2007[19].par(item=1)
    assert lacking(PersonKind.LEGAL, {N, A, C}, since) == (S, H)


def test_only_of_who_takes_part_and_by_oneself_only_of_oneself() -> None:
    """只写明本案参加人的基本情况；当事人自己写的，只写本人的 (ARR2026 27)."""
    case = accepted("2026-09-01").then(ThirdPersonJoined, "2026-09-02").case
    head = case.head(by="o-1", on=day("2026-09-03"), at=datetime(2026, 9, 3, 1, tzinfo=UTC))
    assert state(case, head, [ANNA, BERT], {S}).basics == (S,)
    with pytest.raises(Refused) as stranger:
        state(case, head, [OTHER], {S})
    assert stranger.value.article == ARR2026[27].par(1, 1)
    with pytest.raises(Refused, match="只能写明本人"):
        state(case, head, [BERT], {S}, frozenset({ANNA}))
    late = case.head(by="party", on=day("2026-09-03"), at=datetime(2026, 9, 5, 1, tzinfo=UTC))
    with pytest.raises(Refused, match="到达之日"):
        state(case, late, [ANNA], {S}, frozenset({ANNA}))


def test_the_sex_is_read_off_the_number_and_off_no_other_paper() -> None:
    """性别从公民身份号码看出来，不另外问；其他证件看不出来 (GB 11643)."""
    assert (sex_of(NUMBER), sex_of("110105194912310011")) == ("女", "男")
    assert (sex_of("E12345678"), sex_of(None)) == ("", "")


def test_the_application_form_prints_what_was_said_and_leaves_dots_for_the_rest() -> None:
    """申请书印上性别、住所、送达地址、负责人的姓名和职务，没有写的留点线 (ARR2026 27(1)(1))."""
    matter = replace(
        made_of(ApplicationAccepted, applicants=(ANNA, BERT)), people={ANNA: ANNAS, BERT: FIRM}
    )
    said = says(blank_paper(*blank_of("blank-application"), matter))
    assert f"申请人：安某，性别女，身份证号码{NUMBER}，住所东街，送达地址南街一号" in said
    assert "法定代表人或者主要负责人伯某，职务经理" in said
    assert "住所西街，送达地址…" in said
    [own] = blank_papers(*blank_of("blank-head"), matter)
    assert "伯某（姓名）" in says(own)
    assert "任经理职务" in says(own)


def test_the_record_of_an_oral_application_says_who_applies() -> None:
    """口头申请的，当场记录申请人的基本情况 (ARL 22(3))."""
    matter = replace(made_of(OralApplicationRecorded), people={ANNA: ANNAS})
    said = says(paper_of(SORTS["oral-application"], matter))
    assert f"性别女，身份证号码{NUMBER}" in said
    assert "送达地址南街一号" in said


def test_papers_are_served_at_the_address_that_was_named_for_it_else_at_home() -> None:
    """送达回证的送达地点是写明的送达地址，没有写的是住所；别的文书不写送达地址 (ARL 88)."""
    both = {ANNA: ANNAS, BERT: FIRM}
    matter = replace(made_of(ApplicationAccepted, applicants=(ANNA, BERT)), people=both)
    places = [cells(one)["送达地点"] for one in receipts_of(SORTS["acceptance"], matter)]
    assert places == ["南街一号", "西街"]
    assert "南街一号" not in says(paper_of(SORTS["acceptance"], matter))
