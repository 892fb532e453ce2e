"""The ruling, its remedies and their dates, performance and enforcement."""

from datetime import date
from uuid import UUID

import pytest

from services.adjudication.domain import ruling
from services.adjudication.domain.states import State
from shared.contracts.adjudication import (
    AdjudicationClosed,
    Matter,
    Remedy,
    RulingOverturned,
    RulingUpheld,
)
from shared.law.article import ALI, ARL, COERCION, ENTERPRISE_NAME
from shared.law.procedure import Refused
from tests.adjudication.makers import ANNA, BERT, CARL, Walk, day, ruled


def test_a_ruling_on_land_may_be_sued_in_thirty_days_and_reviewed_in_sixty() -> None:
    """土地处理决定三十日内起诉 (LAL 14)，六十日内申请行政复议 (ARL 20)."""
    page = ruled().serve(BERT, "2026-06-02")
    assert page.sue_by == date(2026, 7, 2)
    assert page.reconsider_by == date(2026, 8, 3)  # 1 August is a Saturday
    assert page.remedy_until == date(2026, 8, 3)


def test_a_ruling_on_grassland_may_be_sued_in_six_months() -> None:
    """草原法没有规定起诉期限的，六个月 (GRASS 16, ALL 46)."""
    page = ruled(matter=Matter.GRASSLAND).serve(BERT, "2026-06-02")
    assert page.sue_by == page.remedy_until == date(2026, 12, 2)


def test_where_a_right_already_held_is_infringed_review_comes_first() -> None:
    """侵犯已经依法取得的自然资源权利的，应当先申请行政复议 (ARL 23)."""
    walk = ruled(review_first=True)
    page = walk.serve(BERT, "2026-06-02")
    assert page.sue_by is None
    assert page.remedy_until == date(2026, 8, 3)
    with pytest.raises(Refused) as no:
        ruling.take_remedy(walk.case, BERT, Remedy.LITIGATION, head=walk.head("2026-06-10"))
    assert no.value.article == ARL[23].par(1, 2)
    walk.record(
        ruling.take_remedy(walk.case, BERT, Remedy.RECONSIDERATION, head=walk.head("2026-06-10"))
    )
    assert ruling.take_remedy(walk.case, BERT, Remedy.LITIGATION, head=walk.head("2026-09-10"))


def test_review_comes_first_only_in_matters_of_natural_resources() -> None:
    """企业名称裁决不属于复议前置 (ARL 23)."""
    with pytest.raises(Refused) as no:
        ruled(matter=Matter.ENTERPRISE_NAME, review_first=True)
    assert no.value.article == ARL[23].par(1)


def test_each_party_has_its_own_time_from_its_own_service() -> None:
    """救济期限自各当事人收到之日分别计算 (LAL 14)."""
    walk = ruled()
    assert walk.serve(ANNA, "2026-06-02").sue_by == date(2026, 7, 2)
    assert walk.serve(BERT, "2026-06-09").sue_by == date(2026, 7, 9)
    assert walk.case.remedy_until == date(2026, 8, 10)  # 8 August is a Saturday


def test_nobody_is_served_twice_or_without_being_a_party() -> None:
    """向当事人送达一次 (CPL 87)."""
    walk = ruled()
    walk.serve(BERT, "2026-06-02")
    for wrong in (BERT, CARL):
        with pytest.raises(Refused):
            walk.serve(wrong, "2026-06-03")


def test_an_enterprise_changes_its_name_in_thirty_days() -> None:
    """企业名称应当自收到处理决定之日起三十日内变更 (ENTERPRISE_NAME 23)."""
    with pytest.raises(Refused) as no:
        ruled(matter=Matter.ENTERPRISE_NAME, obliged=(BERT,), days=60)
    assert no.value.article == ENTERPRISE_NAME[23].par(2)
    walk = ruled(matter=Matter.ENTERPRISE_NAME, obliged=(BERT,), days=30)
    assert walk.serve(BERT, "2026-06-02").perform_by == date(2026, 7, 2)
    assert walk.serve(ANNA, "2026-06-02").perform_by is None


@pytest.mark.parametrize(("obliged", "days"), [((BERT,), None), ((), 30), ((CARL,), 30)])
def test_what_is_to_be_performed_has_a_debtor_and_a_time(
    obliged: tuple[UUID, ...], days: int | None
) -> None:
    """裁决履行义务的，应当载明义务人和期限."""
    with pytest.raises(Refused):
        ruled(obliged=obliged, days=days)


def test_performance_that_is_due_runs_out_even_while_the_ruling_is_contested() -> None:
    """复议、诉讼期间不停止执行 (ARL 42, ALL 56)."""
    walk = served()
    walk.record(
        ruling.take_remedy(walk.case, BERT, Remedy.RECONSIDERATION, head=walk.head("2026-06-10"))
    )
    assert walk.lapse("perform", "2026-07-02", BERT).case.state is State.CONTESTED


def test_the_court_is_asked_only_when_every_remedy_is_over() -> None:
    """法定期限内不申请复议、不起诉又不履行的，才可申请强制执行 (COERCION 53)."""
    walk = urged("2026-07-06")
    with pytest.raises(Refused) as no:
        enforce(walk, "2026-08-03")
    assert no.value.article == COERCION[53]
    assert walk.record(enforce(walk, "2026-08-04")).case.state is State.ENFORCEMENT


def test_before_the_court_is_asked_the_debtor_is_urged_and_has_ten_working_days() -> None:
    """申请前应当催告，催告书送达十个工作日后 (COERCION 54, 69)."""
    walk = served().lapse("perform", "2026-07-02", BERT)
    with pytest.raises(Refused) as no:
        enforce(walk, "2026-08-10")
    assert no.value.article == COERCION[54]
    walk.record(ruling.urge(walk.case, BERT, head=walk.head("2026-09-21")))
    # 25 to 27 September and 1 to 7 October rest; 22, 23, 24, 28, 29, 30 September, 8 October,
    # 9 October, Saturday 10 October worked for the rest, 12 October.
    assert walk.last_day("urging") == date(2026, 10, 12)


def test_nobody_is_urged_who_owes_nothing_or_still_has_time() -> None:
    """履行期限届满前，不催告 (COERCION 54)."""
    walk = served()
    for party, on in ((ANNA, "2026-07-06"), (BERT, "2026-07-02")):
        with pytest.raises(Refused):
            ruling.urge(walk.case, party, head=walk.head(on))


def test_after_the_organs_three_months_the_party_entitled_has_six() -> None:
    """裁决机关三个月内未申请的，权利人六个月内可以申请 (COERCION 53, ALI 158)."""
    walk = urged("2026-07-06")
    with pytest.raises(Refused) as no:
        enforce(walk, "2026-08-10", by_entitled=True)
    assert no.value.article == ALI[158]
    walk.lapse("remedy", "2026-08-03", BERT).lapse("enforce", "2026-11-03", BERT)
    assert walk.last_day("entitled_enforce") == date(2027, 5, 3)
    with pytest.raises(Refused):
        enforce(walk, "2026-11-04")
    assert enforce(walk, "2026-11-04", by_entitled=True).by_entitled
    walk.lapse("entitled_enforce", "2027-05-03", BERT)
    with pytest.raises(Refused):
        enforce(walk, "2027-05-04", by_entitled=True)


def test_the_organ_has_three_months_from_the_end_of_the_last_remedy() -> None:
    """自救济期限届满之日起三个月 (COERCION 53)."""
    page = ruled(obliged=(BERT,), days=30).serve(BERT, "2026-06-02")
    assert (page.remedy_until, page.enforce_by) == (date(2026, 8, 3), date(2026, 11, 3))


def test_no_time_for_enforcement_runs_against_whoever_is_served_while_it_is_contested() -> None:
    """复议、诉讼期间不起算申请强制执行的期限 (COERCION 53)."""
    walk = ruled(obliged=(BERT,), days=30)
    walk.serve(ANNA, "2026-06-02")
    walk.record(
        ruling.take_remedy(walk.case, ANNA, Remedy.LITIGATION, head=walk.head("2026-06-10"))
    )
    assert walk.serve(BERT, "2026-06-12").enforce_by is None


def test_a_ruling_that_orders_nothing_is_closed_when_it_can_no_longer_be_contested() -> None:
    """只确认权属的，送达全部当事人且救济期满后结案 (RULES 45)."""
    walk = ruled()
    walk.serve(ANNA, "2026-06-02")
    with pytest.raises(Refused):
        ruling.close(walk.case, head=walk.head("2026-09-01"))
    walk.serve(BERT, "2026-06-02")
    with pytest.raises(Refused):
        ruling.close(walk.case, head=walk.head("2026-08-03"))
    page = ruling.close(walk.case, head=walk.head("2026-08-04"))
    assert isinstance(page, AdjudicationClosed)
    assert walk.record(page).case.is_closed


def test_what_is_owed_is_not_closed_but_performed() -> None:
    """有履行义务的，不得径行结案 (RULES 45)."""
    walk = served()
    with pytest.raises(Refused):
        ruling.close(walk.case, head=walk.head("2026-09-01"))
    page = ruling.perform(day("2026-06-20"), head=walk.head("2026-09-01"))
    assert page.performed_on == date(2026, 6, 20)
    assert walk.record(page).case.state is State.PERFORMED


def test_a_ruling_that_stands_can_be_enforced_and_one_that_falls_cannot() -> None:
    """维持的继续执行，撤销的终结 (ALL 69, 70)."""
    for end, state in ((RulingUpheld, State.SERVED), (RulingOverturned, State.OVERTURNED)):
        walk = served()
        head = walk.head("2026-06-10")
        walk.record(ruling.take_remedy(walk.case, BERT, Remedy.RECONSIDERATION, head=head))
        assert walk.then(end, "2026-12-01").case.state is state
        assert walk.case.remedy_until is None


def test_before_service_there_is_nothing_to_contest() -> None:
    """未收到裁决书的，尚不起算救济期限 (ARL 20)."""
    walk = ruled()
    walk.serve(ANNA, "2026-06-02")
    with pytest.raises(Refused):
        ruling.take_remedy(walk.case, BERT, Remedy.LITIGATION, head=walk.head("2026-06-03"))


def served() -> Walk:
    walk = ruled(obliged=(BERT,), days=30)
    walk.serve(BERT, "2026-06-02")
    return walk


def urged(on: str) -> Walk:
    walk = served().lapse("perform", "2026-07-02", BERT)
    walk.record(ruling.urge(walk.case, BERT, head=walk.head(on)))
    return walk.lapse("urging", "2026-07-20", BERT)


def enforce(walk: Walk, on: str, *, by_entitled: bool = False) -> ruling.EnforcementRequested:
    return ruling.request_enforcement(
        walk.case, "620702-fayuan", by_entitled=by_entitled, head=walk.head(on)
    )
