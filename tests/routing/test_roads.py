"""法定期限和更正途径 (RULES 58, 59): pages and periods of a routing file, without a database."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from services.routing.domain import correcting, telling
from services.routing.domain.correcting import Found
from services.routing.domain.road import choose, notified, routed
from services.routing.domain.road_file import TRIAGE, Routing, State
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind, DisputeRegistered, Willingness
from shared.contracts.routing import (
    Occasion,
    Road,
    RoadTaken,
    RoutingEnded,
    SuitFiled,
    SuitReplaced,
)
from shared.law.article import ALL, ARL, RULES
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.running import Running, begun
from tests.routing.cases import BOOK, DIRECTORY, day, next_head, registered, routing

PENALTY: dict[str, object] = {
    "act": ActKind.PENALTY,
    "respondent": "620702-zhujian",
    "learnt_on": day("2026-10-12"),
}


def filed(dispute: DisputeRegistered) -> tuple[Routing, list[Fact]]:
    """The routing file of a dispute as triage leaves it, with its pages."""
    choice = choose(dispute, DIRECTORY, BOOK)
    first = routed(dispute, choice, DIRECTORY, BOOK, next_head(routing()))
    file, pages = routing().after(first), [first]
    if choice.told:
        page = notified(dispute, choice.told, DIRECTORY, CALENDAR, next_head(file))
        return file.after(page), [*pages, page]
    return file, list[Fact](pages)


def running(page: Fact) -> dict[str, Running]:
    """The periods that a page starts."""
    rows = (begun(row, page, CALENDAR) for row in TRIAGE.opens(page))
    return {one.name: one for one in rows if one}


def refusal(dispute: DisputeRegistered, road: Road, **found: object) -> str:
    """The article for which the road may not be corrected."""
    file, _ = filed(dispute)
    known = correcting.as_found(file, Found(**found))  # type: ignore[typeddict-item]  # names by test
    with pytest.raises(Refused) as no:
        correcting.check(file, known, road, DIRECTORY)
    return no.value.article.code


def test_both_dates_run_from_their_own_start_with_their_own_article() -> None:
    """申请期限和直接起诉期限均自知道之日起算，各引其法 (ARL 20, ALL 46)."""
    _, pages = filed(registered("chufa", **PENALTY))
    rows = running(pages[-1])
    apply, sue = rows["apply"], rows["sue"]
    assert (apply.started_on, apply.period, apply.article) == (
        day("2026-10-12"),
        "60d",
        "ARL 20(1)",
    )
    assert (sue.started_on, sue.period, sue.article) == (day("2026-10-12"), "6m", "ALL 46(1)")
    assert apply.subject == sue.subject == "reconsideration"
    proof = apply.reckon(CALENDAR)
    assert proof is not None
    assert proof.last_day == day("2026-12-11")


def test_a_date_in_a_year_without_a_notice_is_provisional_and_the_other_is_not() -> None:
    """2027年的放假安排尚未公布，起诉期限为暂定."""
    file, pages = filed(registered("chufa", **PENALTY))
    rows = running(pages[-1])
    assert (rows["apply"].provisional, rows["sue"].provisional) == (False, True)
    assert (file.provisional, file.sue_provisional) == (False, True)


def test_what_was_over_before_it_was_told_is_told_and_does_not_run() -> None:
    """告知时已经届满的，只告知 (ARL 20)."""
    file, pages = filed(registered("chufa", **{**PENALTY, "learnt_on": day("2026-08-03")}))
    assert file.open_until == day("2026-10-08")
    assert set(running(pages[-1])) == {"sue"}


@pytest.mark.parametrize(
    ("matter", "period", "article"),
    [("laodong", "1y", "LDMA 27(1)"), ("chengbao", "2y", "RLCD 18")],
)
def test_arbitration_runs_beside_a_mediation(matter: str, period: str, article: str) -> None:
    """双方同意调解的，仲裁时效照常列入 (LDMA 27, RLCD 18)."""
    dispute = registered(matter, willingness=Willingness.BOTH, learnt_on=day("2026-05-06"))
    file, pages = filed(dispute)
    assert file.road is Road.PEOPLES_MEDIATION
    row = running(pages[-1])["apply"]
    assert (row.period, row.article, row.started_on) == (period, article, day("2026-05-06"))


def test_whoever_was_told_nothing_gains_no_time_by_being_told_again() -> None:
    """未告知的，自首次告知起算，再次告知不重新起算 (ARL 20)."""
    file, pages = filed(registered("chufa", **PENALTY, told_remedies=False))
    again = telling.tell(
        Road.RECONSIDERATION,
        ARL[11],
        file,
        DIRECTORY,
        CALENDAR,
        head=next_head(file, "2026-12-15T09:00"),
        occasion=Occasion.MEDIATION_OVER,
        told_on=file.told_on,
    )
    first, second = running(pages[-1])["apply"], running(again)["apply"]
    assert (first.until, first.started_on) == (second.until, second.started_on)
    assert first.started_on == day("2026-11-23")


def test_only_what_the_party_does_ends_a_period() -> None:
    """吹哨、调解、更正途径都不停止法定期限；申请、起诉才记为已办 (RULES 58)."""
    ends = {row.name: {kind.__name__ for kind in row.ends} for row in TRIAGE.deadlines}
    assert ends == {
        "apply": {"RoadNotified", "RoadTaken", "SuitFiled"},
        "sue": {"RoadNotified", "SuitFiled", "SuitReplaced"},
        "sue_own": {"OwnSuitTold", "SuitFiled", "OwnSuitReplaced"},
    }
    assert [row for row in TRIAGE.deadlines if row.pauses or row.prolongings] == []


def test_an_application_ends_its_own_period_and_leaves_the_suit_running() -> None:
    """申请复议后撤回的，在法定期限内仍可起诉 (ALI 58)."""
    file, _ = filed(registered("chufa", **PENALTY))
    apply, sue, own = TRIAGE.deadlines
    page = RoadTaken(head=next_head(file), road=Road.RECONSIDERATION)
    assert [one.is_closed_by(page) for one in (apply, sue, own)] == [True, False, False]
    suit = SuitFiled(head=next_head(file))
    assert [one.is_closed_by(suit) for one in (apply, sue, own)] == [True, True, True]
    assert apply.subject_of(suit) == ""
    assert sue.is_closed_by(SuitReplaced(head=next_head(file), road=Road.RECONSIDERATION))


def test_the_suit_of_one_of_several_ends_no_days_of_another() -> None:
    """数人中一人起诉的，只有其本人的期限不再计算；都起诉了的，途径才不再告知 (ALL 45; RULES 58)."""
    file, _ = filed(registered("chufa", **PENALTY))
    apply, sue, own = TRIAGE.deadlines
    anna, bert = UUID(int=91), UUID(int=92)
    said = {"applicant": anna, "others_left": True, "road_runs_on": True}
    first = SuitFiled(head=next_head(file), **said)
    assert [one.is_closed_by(first) for one in (apply, sue, own)] == [False, False, True]
    assert own.subject_of(first) == str(anna)
    file = file.after(first)
    assert (file.sued, file.suers) == (False, (anna,))
    last = SuitFiled(head=next_head(file), applicant=bert)
    assert [one.is_closed_by(last) for one in (apply, sue, own)] == [True, True, True]
    file = file.after(last)
    assert (file.sued, file.suers) == (True, (anna, bert))
    assert own.subject_of(SuitFiled(head=next_head(file))) == "", "a page of old speaks of all"


def test_the_decision_has_fifteen_days_of_its_own() -> None:
    """收到复议决定书之日起十五日内起诉，遇休假日顺延 (ALL 45, CPL 85)."""
    file, _ = filed(registered("chufa", **PENALTY))
    head = next_head(file, "2026-11-30T09:00")
    page = telling.tell_suit(day("2026-11-27"), file, DIRECTORY, CALENDAR, head)
    [row] = running(page).values()
    assert (row.name, row.subject, row.article) == ("sue", "court", ALL[45].code)
    assert (page.sue_until, page.organs) == (date(2026, 12, 14), ("620702-fayuan",))


def test_to_mediation_a_road_is_not_corrected_once_a_party_clearly_refuses() -> None:
    """一方明确拒绝的，不得调解 (PML 17)."""
    dispute = registered("linli", willingness=Willingness.REFUSED)
    assert refusal(dispute, Road.PEOPLES_MEDIATION) == "PML 17"
    told = registered("linli")
    found = {"willingness": Willingness.REFUSED}
    assert refusal(told, Road.ADMINISTRATIVE_MEDIATION, **found) == "PML 17"


def test_a_party_that_has_changed_its_mind_may_be_mediated() -> None:
    """其后各方同意的，可以调解 (PML 17)."""
    file, _ = filed(registered("linli", willingness=Willingness.REFUSED))
    known = correcting.as_found(file, {"willingness": Willingness.BOTH})
    correcting.check(file, known, Road.PEOPLES_MEDIATION, DIRECTORY)


@pytest.mark.parametrize(
    ("road", "article"),
    [
        (Road.RECONSIDERATION, "ARL 11"),
        (Road.ADJUDICATION, "PLAN 24"),
        (Road.LABOUR_ARBITRATION, "LDMA 2"),
        (Road.LAND_CONTRACT_ARBITRATION, "RLCD 2"),
        (Road.PEOPLES_MEDIATION, "RULES 59"),
    ],
)
def test_what_no_statute_opens_for_the_matter_is_refused_with_its_article(
    road: Road, article: str
) -> None:
    """没有行政行为的不得改为复议，法律未规定裁决的不得改为裁决，与原途径相同的不必更正."""
    assert refusal(registered("linli"), road) == article


def test_after_withdrawal_application_and_for_history_nothing_is_corrected() -> None:
    """已经撤回、已经申请、历史台账的，不得更正 (RULES 59)."""
    file, _ = filed(registered("linli"))
    ended = file.after(RoutingEnded(head=next_head(file)))
    taken = file.after(SuitFiled(head=next_head(file)))
    history, _ = filed(registered("linli", history=True))
    assert (ended.is_closed, taken.state) == (True, State.TAKEN)
    for one in (ended, taken, history):
        with pytest.raises(Refused) as no:
            correcting.check(one, one, Road.COURT, DIRECTORY)
        assert no.value.article == RULES[59]


def test_a_correction_keeps_both_roads_the_rule_and_finds_the_new_organs() -> None:
    """更正写明原途径、所依规则、理由和新的受理机关 (RULES 59)."""
    file, _ = filed(registered("linli"))
    known = correcting.as_found(file, {"matter": "tudi"})
    page = correcting.correct(
        file,
        known,
        Road.ADJUDICATION,
        DIRECTORY,
        article=RULES[59],
        reason_id=uuid4(),
        came_from=None,
        head=next_head(file),
    )
    after = file.after(page)
    assert (page.was, page.rule, page.matter) == (Road.PEOPLES_MEDIATION, "civil", "tudi")
    assert (after.road, after.was, after.rule) == (Road.ADJUDICATION, page.was, "civil")
    assert page.organs == ("620702-government",)
    assert correcting.to_tell(after, Road.ADJUDICATION, DIRECTORY) == (Road.ADJUDICATION,)


def test_what_a_statute_opens_is_told_even_where_the_new_road_is_mediation() -> None:
    """改为调解的，法定途径仍然告知 (RULES 7)."""
    file, _ = filed(registered("laodong", learnt_on=day("2026-05-06")))
    told = correcting.to_tell(file, Road.PEOPLES_MEDIATION, DIRECTORY)
    assert told == (Road.LABOUR_ARBITRATION,)
