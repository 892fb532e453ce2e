"""文书 of the files that derive from a case: each says what its article asks, by whose it is."""

import pytest

from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.printed import texts_of
from services.reconsideration.papers.sorts import SORTS, aftermath, attached, correction
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
)
from shared.contracts.reconsideration.attached import Flaw
from shared.contracts.reconsideration.attached_review import AttachedReviewMoved, IssuerExplained
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    DirectlyAccepted,
    Wrong,
    WrongReported,
)
from shared.contracts.reconsideration.letters import (
    OpinionLetterCopied,
    OpinionLetterIssued,
)
from shared.law.procedure import Refused
from tests.reconsideration.following import Following, following
from tests.reconsideration.makers import (
    AUTHORITY,
    CITY_GOVERNMENT,
    FILE,
    PAPER,
    head,
    received,
)
from tests.reconsideration.papered import (
    AUTHORITY_NAME,
    DIRECTORY,
    RESPONDENT_NAME,
    says,
)
from tests.reconsideration.reviewing import ReviewWalk
from tests.reconsideration.shelved import of_file, signed_by, written

CITY_NAME = DIRECTORY.organ(CITY_GOVERNMENT).name
SHELVES = (*correction.SORTS, *attached.SORTS, *aftermath.SORTS)


def reported(kind: type[Fact], wrong: Wrong = Wrong.DECLINED, **fields: object) -> Matter:
    """A report to the authority above, and what it did about it."""
    case = received().case
    of = {"authority": CITY_GOVERNMENT, "below": AUTHORITY, "county": "620702"}
    first = WrongReported(
        head=head(case, "2026-07-06").model_copy(update={"version": 1}),
        **{"of_case_id": FILE, "wrong": wrong, "text_id": PAPER, **of},  # type: ignore[arg-type]
    )
    said = {"below": AUTHORITY, "until": "2026-07-31", "accepted_case_id": FILE}
    said |= {"letter_id": PAPER, "reason_id": PAPER, **fields}
    known = {name: value for name, value in said.items() if name in kind.model_fields}
    at = head(case, "2026-07-10").model_copy(update={"version": 2})
    return of_file([first, kind.model_validate({"head": at, **known})])


# -- from above


@pytest.mark.parametrize(
    ("wrong", "name", "done"),
    [
        (Wrong.DECLINED, "责令受理通知书", "受理该行政复议申请"),
        (Wrong.NOT_HANDLED, "责令受理通知书", "受理该行政复议申请"),
        (Wrong.ABANDONED, "责令受理通知书", "受理该行政复议申请"),
        (Wrong.DISMISSED, "责令纠正通知书", "予以纠正"),
        (Wrong.OVERDUE, "责令限期作出行政复议决定通知书", "作出行政复议决定"),
    ],
)
def test_the_order_to_correct_is_by_the_authority_above_and_says_what_until_when(
    wrong: Wrong, name: str, done: str
) -> None:
    """责令纠正：上级署名，写给下级，写明怎样纠正、期限，并送下级一件回证 (ARL 35)."""
    matter = reported(CorrectionOrdered, wrong)
    paper = written("correction-order", matter)
    assert (paper.name, paper.organ, paper.addressee) == (name, CITY_NAME, AUTHORITY_NAME)
    assert f"2026年7月31日之前（含当日）{done}" in says(paper)
    assert "第三十五条" in says(paper)
    assert signed_by("correction-order", matter) == [AUTHORITY_NAME]


def test_who_reported_in_vain_is_told_the_good_reason() -> None:
    """不予责令纠正的，告知申请人正当理由 (ARL 35)."""
    paper = written("correction-refusal", reported(CorrectionDenied))
    assert (paper.organ, paper.addressee) == (CITY_NAME, "安某")
    for one in ("有正当理由", "理由如此。", AUTHORITY_NAME):
        assert one in says(paper)


def test_the_parties_are_told_that_the_authority_above_accepts_directly() -> None:
    """直接受理：上级署名，送各方当事人，抄送下级 (ARL 35)."""
    matter = reported(DirectlyAccepted)
    paper = written("direct-acceptance", matter)
    assert (paper.organ, paper.copies) == (CITY_NAME, (AUTHORITY_NAME,))
    assert "自2026年7月10日起直接受理" in says(paper)
    assert signed_by("direct-acceptance", matter) == ["安某", RESPONDENT_NAME]


# -- documents that are reviewed along


def test_the_issuer_is_asked_in_writing_and_has_ten_working_days() -> None:
    """书面通知制定机关：十日内书面答复，必要时当面说明；送达制定机关 (ARL 58)."""
    matter = of_file(ReviewWalk().take().ask().facts)
    paper = written("issuer-notice", matter)
    assert (paper.organ, paper.addressee) == (AUTHORITY_NAME, RESPONDENT_NAME)
    for one in ("十个工作日内", "第五十六条", "第五十八条第一款", "理由如此。", "附带审查"):
        assert one in says(paper)
    assert signed_by("issuer-notice", matter) == [RESPONDENT_NAME]


def test_what_the_authority_doubts_itself_is_asked_and_sent_on_under_its_own_article() -> None:
    """本机关认为依据不合法的，引第五十七条，不写申请人申请 (ARL 57)."""
    walk = ReviewWalk(ex_officio=True).take().ask()
    said = says(written("issuer-notice", of_file(walk.facts)))
    assert "第五十七条" in said
    assert "申请人依照" not in said


def test_a_document_is_sent_on_to_whoever_may_deal_with_it_with_sixty_days() -> None:
    """转送函：转送有权处理的机关，六十日内回复，本案中止 (ARL 56, 60)."""
    matter = of_file(ReviewWalk().forward().facts)
    paper = written("document-forwarding", matter)
    assert paper.addressee == matter.organ("620000-government")
    for one in ("无权处理", "六十日内", "第六十条", "第三十九条第一款第（九）项"):
        assert one in says(paper)
    assert signed_by("document-forwarding", matter) == [paper.addressee]


def test_who_does_not_answer_is_pressed_and_told_what_is_not_known_of_it() -> None:
    """催告回复函：写明何日转送、收到、六十日已满；没有告知收到之日的，请其告知 (ARL 60)."""
    silent = ReviewWalk().forward().urge("2026-08-03")
    paper = written("opinion-urging", of_file(silent.facts))
    assert (paper.name, paper.addressee) == ("催告回复函", "甘肃省人民政府")
    for one in ("2026年7月8日", "尚未告知收到之日", "六十日内", "第六十条"):
        assert one in says(paper)
    late = ReviewWalk().forward().have("2026-07-10").lapse("receiver_answers", "2026-09-08")
    told = says(written("opinion-urging", of_file(late.urge("2026-09-09").facts)))
    assert "于2026年7月10日收到转送，六十日的回复期限已经届满" in told
    assert "尚未告知" not in told
    assert signed_by("opinion-urging", of_file(late.facts)) == [paper.addressee]


def test_what_was_found_of_a_document_is_told_and_only_what_is_unlawful_is_ordered_away() -> None:
    """相关条款合法的在决定书中告知，没有责令纠正决定书；不合法的停止执行并责令纠正 (ARL 59)."""
    told = ReviewWalk().take().ask().reply()
    lawful = of_file(told.conclude(Flaw.NONE).facts)
    assert "相关条款合法" in says(written("document-conclusion", lawful))
    with pytest.raises(Refused) as refused:
        written("document-order", lawful)
    assert refused.value.article.code == "ARL 59"
    against = of_file(ReviewWalk().take().ask().reply().conclude(Flaw.CONFLICT).facts)
    assert "不合法（与上位法相抵触）" in says(written("document-conclusion", against))
    order = written("document-order", against)
    assert order.addressee == RESPONDENT_NAME
    assert "停止该条款的执行，予以纠正" in says(order)


def test_what_the_issuer_says_in_person_is_a_record_of_the_file() -> None:
    """制定机关当面说明理由的，制作笔录入卷，不编号，不是稿 (ARL 58)."""
    walk = ReviewWalk().take().ask()
    walk.record(IssuerExplained(head=walk.head("2026-07-13"), record_id=PAPER))
    paper = written("issuer-explanation", of_file(walk.facts))
    assert RESPONDENT_NAME in says(paper)
    assert not paper.is_draft


def test_a_review_that_moved_with_its_case_is_signed_by_whoever_has_it_then() -> None:
    """附带审查随案移交以后的文书由上级署名，以前的由下级署名 (ARL 38)."""
    walk = ReviewWalk().take()
    moved = AttachedReviewMoved(
        head=walk.head("2026-07-08"), authority=CITY_GOVERNMENT, below=AUTHORITY
    )
    later = of_file(walk.record(moved).ask("2026-07-09").facts)
    assert written("issuer-notice", later).organ == CITY_NAME


# -- all of them


def of_sort(name: str) -> Matter:
    """A file with the page of which a sort of paper tells."""
    sort = SORTS[name]
    if sort in correction.SORTS:
        return reported(sort.of)
    if sort in aftermath.SORTS:
        file = following()
        if sort.of is OpinionLetterCopied:
            file.then(OpinionLetterIssued, "2026-07-21")
        return of_file(file.then(sort.of, "2026-07-22").facts)
    if name == "document-forwarding":
        return of_file(ReviewWalk().forward().facts)
    if name == "opinion-urging":
        return of_file(ReviewWalk().forward().urge("2026-08-03").facts)
    walk = ReviewWalk().take().ask()
    walk.record(IssuerExplained(head=walk.head("2026-07-13"), record_id=PAPER))
    return of_file(walk.reply().conclude(Flaw.POWERS).facts)


@pytest.mark.parametrize("name", [one.name for one in SHELVES])
def test_every_sort_of_a_derived_file_names_the_parties_of_its_case(name: str) -> None:
    """另立案卷的每一种文书都写明原案的当事人和纠纷编号，引的条文都有."""
    matter = of_sort(name)
    paper = written(name, matter)
    assert "安某" in paper.addressee + says(paper)
    assert paper.reference == matter.reference
    assert texts_of(matter, SORTS[name]) == ([PAPER] if SORTS[name].text else [])


def test_a_paper_of_the_case_is_none_of_a_file_that_derives_from_it() -> None:
    """后续案卷里没有决定书：决定在原案卷 (ARL 75)."""
    matter = of_file(following().facts)
    with pytest.raises(Refused, match="还没有应当制作行政复议决定书"):
        written("decision", matter)


def test_the_first_page_says_whose_file_it_is() -> None:
    """后续案卷由结案时的行政复议机关办理，其文书由该机关署名 (RULES 90)."""
    file = Following().then(AftermathOpened, "2026-07-20", authority=CITY_GOVERNMENT)
    file.then(OpinionLetterIssued, "2026-07-21")
    assert written("opinion-letter", of_file(file.facts)).organ == CITY_NAME
