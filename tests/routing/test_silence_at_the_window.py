"""登记时所述的不作为 in routing: period, suit, and what a correction leaves (ARR2026 24, 30)."""

import pytest

from services.routing.domain import correcting, telling
from services.routing.domain.filing import Window, window
from services.routing.domain.jurisdiction import compulsory_first
from services.routing.domain.road import choose, notified, routed
from services.routing.domain.road_file import Routing
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory, DisputeRouted, Road
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.reconsidering.omission import OMISSIONS
from tests.routing.cases import BOOK, CASE, DIRECTORY, day, head, next_head, registered, routing

ON = "2026-11-23"
SILENT: dict[str, object] = {
    "respondent": "620702-chengguan",
    "act": ActKind.LICENCE,
    "omission": True,
    "requested_on": day("2026-09-01"),
    "duty_within": "20wd",
}


def shown(compulsory: Compulsory = Compulsory.CONDITIONAL, **facts: object) -> Window:
    fact = registered("xuke", **{**SILENT, **facts})
    return window(Road.RECONSIDERATION, fact, compulsory, day(ON), CALENDAR)


def page_of(**facts: object) -> DisputeRouted:
    fact = registered("chufa", **{**SILENT, **facts})
    return routed(fact, choose(fact, DIRECTORY, BOOK), DIRECTORY, BOOK, head(at=f"{ON}T09:20"))


def file_of(**facts: object) -> Routing:
    return routing().after(page_of(**facts))


@pytest.mark.parametrize("act", OMISSIONS)
def test_who_was_not_answered_has_sixty_days_from_the_end_of_the_organ_s_time(
    act: ActKind,
) -> None:
    """许可、保护、待遇、信息公开没有处理的，自履行期限届满之日起六十日 (ARR2026 24)."""
    found = shown(act=act)
    assert found.article is not None
    assert found.article.code == "ARR2026 24"
    assert (found.starts_on, found.open_until) == (day("2026-09-29"), day("2026-11-30"))


def test_who_was_answered_has_sixty_days_from_knowing() -> None:
    """已经答复的是行政行为，自知道之日起 (ARL 20)."""
    acted = {"omission": False, "requested_on": None, "duty_within": None}
    found = shown(**acted, learnt_on=day("2026-10-12"))
    assert found.article is not None
    assert (found.article.code, found.open_until) == ("ARL 20(1)", day("2026-12-11"))


def test_an_answer_that_is_dated_is_no_silence_whatever_head_it_is_of() -> None:
    """第十一项写明行为之日的，不推定为未履行 (ARR2026 24)."""
    told = {**SILENT, "act": ActKind.INACTION, "omission": None, "duty_within": None}
    days = {"requested_on": None, "learnt_on": day("2026-10-12"), "happened_on": day("2026-10-09")}
    found = shown(**{**told, **days})
    assert found.article is not None
    assert found.article.code == "ARL 20(1)"


def test_silence_that_is_said_comes_first_and_what_is_presumed_must_be_asked() -> None:
    """法定期限内没有受理、答复、履行的，先申请复议；没有说明的，须查明 (ARL 23; ARR2026 30)."""
    assert page_of().compulsory is Compulsory.REQUIRED
    assert page_of().compulsory_article == "ARR2026 30(1)"
    unsaid = page_of(act=ActKind.INACTION, omission=None)
    assert unsaid.compulsory is Compulsory.CONDITIONAL
    answered = compulsory_first(ActKind.LICENCE, None, day(ON))
    assert answered[0] is Compulsory.CONDITIONAL


def test_silence_that_comes_first_has_no_direct_suit_beside() -> None:
    """应当先申请复议的，不告知直接起诉期限 (ARL 23)."""
    assert shown(Compulsory.REQUIRED).sue_until is None


def test_a_suit_over_silence_runs_six_months_from_the_two_months_or_the_time_that_is_set() -> None:
    """接到申请两个月内不履行的，其后六个月；另有规定的从其规定 (ALL 47; ALI 66)."""
    usual = shown(act=ActKind.INACTION, omission=None, duty_within=None, told_remedies=False)
    assert usual.suit_article is not None
    assert usual.suit_article.code == "ALI 66"
    assert usual.suit is not None
    assert (usual.suit.start, usual.sue_until) == (
        day("2026-11-02"),
        day("2027-05-03"),
    )  # 2 May is a Sunday
    stated = shown(act=ActKind.INACTION, omission=None)
    assert stated.suit is not None
    assert stated.suit.start == day("2026-09-29")
    assert shown(act=ActKind.INACTION, omission=None, urgent=True).suit is None


def test_the_reason_says_from_when_one_may_apply_where_the_organ_kept_silent() -> None:
    """没有处理的，分流理由写明申请期限从何时起 (ARR2026 24)."""
    assert "自其履行期限届满之日起算" in page_of().reason
    answered = {"omission": False, "requested_on": None, "duty_within": None}
    assert "履行期限" not in page_of(**answered).reason
    assert page_of().road is Road.RECONSIDERATION


def test_in_an_emergency_nobody_is_told_to_wait() -> None:
    """紧急情况下请求保护人身权、财产权的，不受履行期限的限制，可以立即申请 (ARR2026 24)."""
    told = {"act": ActKind.INACTION, "omission": True, "urgent": True}
    reason = page_of(**told).reason
    assert "可以立即申请" in reason
    assert "届满之日起算" not in reason
    assert "届满之日起算" in page_of(**{**told, "urgent": False}).reason


def test_what_is_told_is_that_of_the_organ_s_time_even_while_it_still_runs() -> None:
    """履行期限未满的，也告知何时起可以申请 (ARR2026 24)."""
    fact = registered("chufa", **{**SILENT, "requested_on": day("2026-11-20")})
    choice = choose(fact, DIRECTORY, BOOK)
    assert choice.told is not None
    told = notified(fact, choice.told, DIRECTORY, CALENDAR, head(at=f"{ON}T09:20"))
    assert (told.starts_on, told.period_article) == (day("2026-12-18"), "ARR2026 24")
    assert told.starts_on is not None
    assert told.open_until is not None
    assert told.open_until > told.starts_on > told.head.on


def test_a_correction_that_finds_an_answer_leaves_nothing_of_the_silence() -> None:
    """查明已经答复的，收到申请之日、履行期限不再适用，知道之日另行查明 (ARR2026 24)."""
    file = file_of(learnt_on=day("2026-09-29"))
    known = correcting.as_found(file, {"omission": False})
    kept = (known.omission, known.requested_on, known.duty_within, known.learnt_on)
    assert kept == (False, None, None, None)
    told = correcting.as_found(file, {"omission": False, "learnt_on": day("2026-10-12")})
    assert told.learnt_on == day("2026-10-12")
    other = correcting.as_found(file, {"act": ActKind.PENALTY})
    assert (other.omission, other.requested_on, other.duty_within) == (None, None, None)


def test_a_correction_that_finds_silence_leaves_no_day_of_an_act() -> None:
    """查明没有处理的，没有作出行为之日 (ARR2026 24)."""
    answered = {"omission": None, "requested_on": None, "duty_within": None}
    file = file_of(**answered, happened_on=day("2026-10-09"), learnt_on=day("2026-10-12"))
    found = {"omission": True, "requested_on": day("2026-09-01")}
    known = correcting.as_found(file, found)  # type: ignore[arg-type]  # names by test
    assert (known.happened_on, known.omission) == (None, True)
    told = telling.tell(
        Road.RECONSIDERATION,
        telling.opened_by(Road.RECONSIDERATION, known.act),
        known,
        DIRECTORY,
        CALENDAR,
        head=next_head(file),
    )
    assert (told.starts_on, told.period_article) == (day("2026-11-02"), "ARR2026 24")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ({"act": ActKind.PENALTY, "omission": True}, "ARR2026 24(1)"),
        ({"happened_on": day("2026-10-09"), "omission": True}, "ARR2026 24(1)"),
        ({"omission": False, "requested_on": day("2026-09-01")}, "ARR2026 24(1)"),
        ({"urgent": True}, "ARR2026 24(2)"),
    ],
)
def test_a_correction_that_contradicts_itself_is_refused(
    found: dict[str, object], code: str
) -> None:
    """自相矛盾的不予更正，写明条文 (ARR2026 24)."""
    file = file_of()
    known = correcting.as_found(file, found)  # type: ignore[arg-type]  # names by test
    with pytest.raises(Refused) as refusal:
        correcting.correct(
            file,
            known,
            Road.PETITION,
            DIRECTORY,
            article=telling.OPENED_BY[Road.PETITION],
            reason_id=CASE,
            came_from=None,
            head=next_head(file),
        )
    assert refusal.value.article.code == code
