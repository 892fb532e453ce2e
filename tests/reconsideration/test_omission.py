"""未履行法定职责: silence on what was asked of an organ, and its days to apply (ARR2026 24)."""

import pytest

from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.filing import NO_FINDING, found_on, last_day, proof
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ApplicationAccepted, Condition, TimeFinding
from shared.contracts.routing import Compulsory
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.reconsidering.compulsory import REQUESTED, Response
from shared.law.reconsidering.omission import OMISSIONS, omits
from tests.reconsideration.makers import PAPER, Walk, day, received
from tests.reconsideration.test_drafting_doors import clock, door  # noqa: F401 - fixtures
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door


def silent(act: ActKind = ActKind.LICENCE, on: str = "2026-09-01", **fields: object) -> Walk:
    """Asked on 1 July 2026, a Wednesday; nothing came."""
    said = {"omission": True, "requested_on": day("2026-07-01"), **fields}
    return received(on, act=act, **said)


def test_a_licence_protection_a_benefit_and_information_can_be_withheld_by_silence() -> None:
    """可以未履行的：许可、保护职责、社会保障待遇、信息公开(ARL 11; ARR2026 24)."""
    named = {kind: row.named for kind, row in OMISSIONS.items()}
    assert named == {
        ActKind.LICENCE: True,
        ActKind.INACTION: True,
        ActKind.BENEFIT: True,
        ActKind.DISCLOSURE: False,
    }
    assert [row.article for row in OMISSIONS.values()] == [
        ARL[11].par(item=list(ActKind).index(kind) + 1) for kind in OMISSIONS
    ]
    assert frozenset(OMISSIONS) == REQUESTED


def test_who_was_answered_complains_of_an_act() -> None:
    """答复了的是行政行为；第十一项没有写明行为的，视为未履行 (ARR2026 24)."""
    done = day("2026-07-20")
    assert [omits(ActKind.LICENCE, None, said=said) for said in (None, False, True)] == [
        *(False, False, True)
    ]
    assert [omits(ActKind.INACTION, one, said=None) for one in (None, done)] == [True, False]
    assert not omits(ActKind.INACTION, None, said=False)


@pytest.mark.parametrize("act", [ActKind.LICENCE, ActKind.INACTION, ActKind.BENEFIT])
def test_the_sixty_days_run_from_the_end_of_the_time_to_perform(act: ActKind) -> None:
    """有履行期限的，自履行期限届满之日起六十日 (ARR2026 24)."""
    case = silent(act, duty_within="20wd").case
    shown = proof(case, NO_FINDING, CALENDAR)
    assert shown is not None
    assert (shown.article, shown.reckoning.start) == (ARR2026[24], day("2026-07-29"))
    assert shown.reckoning.last_day == day("2026-09-28")  # 27 September is Mid-Autumn's last day
    assert shown.because == "履行期限届满"


@pytest.mark.parametrize("act", [ActKind.LICENCE, ActKind.INACTION, ActKind.BENEFIT])
def test_where_none_is_set_they_run_from_the_sixtieth_day_after_receipt(act: ActKind) -> None:
    """没有履行期限的，自行政机关收到申请满六十日起 (ARR2026 24)."""
    shown = proof(silent(act).case, NO_FINDING, CALENDAR)
    assert shown is not None
    assert (shown.reckoning.start, shown.because) == (day("2026-08-31"), "行政机关收到申请满60日")
    assert shown.reckoning.last_day == day("2026-10-30")


def test_a_request_for_information_has_the_twenty_working_days_of_its_own_law() -> None:
    """信息公开申请二十个工作日答复，期满未答复的参照计算 (OGI 33)."""
    shown = proof(silent(ActKind.DISCLOSURE).case, NO_FINDING, CALENDAR)
    assert shown is not None
    assert shown.reckoning.start == day("2026-07-29")


def test_before_july_2026_the_regulation_of_2007_says_the_same() -> None:
    """2026年7月以前提出的，依2007年条例 (ARR2007 16)."""
    walk = silent(on="2026-05-11", requested_on=day("2026-03-02"))
    shown = proof(walk.case, NO_FINDING, CALENDAR)
    assert shown is not None
    assert (shown.article, shown.reckoning.start) == (ARR2007[16], day("2026-05-06"))


def test_a_licence_that_was_refused_is_reckoned_as_any_act() -> None:
    """明示拒绝的，自知道之日起 (ARL 20)."""
    fields = {"act": ActKind.LICENCE, "learnt_on": day("2026-07-01")}
    for said in (None, False):
        case = received("2026-08-03", omission=said, **fields).case
        shown = proof(case, NO_FINDING, CALENDAR)
        assert shown is not None
        assert (shown.article, shown.reckoning.last_day) == (ARL[20].par(1), day("2026-08-31"))


def test_what_an_officer_found_goes_before_what_was_said() -> None:
    """查明履行期限另有届满之日的，依查明 (ARR2026 24)."""
    finding = TimeFinding(learnt_on=day("2026-07-15"))
    assert last_day(silent().case, finding, CALENDAR) == day("2026-09-14")  # the 13th: Sunday
    told = silent(requested_on=None, learnt_on=day("2026-07-15")).case
    assert last_day(told, NO_FINDING, CALENDAR) == day("2026-09-14")


def test_the_page_of_acceptance_shows_from_when_the_days_ran() -> None:
    """受理的一页写明申请期限的由来 (ARR2026 24)."""
    walk = silent()
    walk.record(accept(walk.case, walk.head("2026-09-03"), calendar=CALENDAR))
    shown = found_on(walk.facts, CALENDAR)[walk.facts[-1].head.version]
    assert (shown.article, shown.reckoning.start) == (ARR2026[24], day("2026-08-31"))


def test_nobody_applies_before_the_time_to_perform_is_over_unless_it_is_urgent() -> None:
    """履行期限未满，没有不履行的行为，不得受理；紧急情况下请求保护的不受限制 (ARR2026 24)."""
    early = silent(ActKind.INACTION, "2026-08-31")
    with pytest.raises(Refused) as refusal:
        accept(early.case, early.head("2026-09-02"), calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 3)
    for walk in (silent(ActKind.INACTION, "2026-08-31", urgent=True), silent(on="2026-09-01")):
        fact = accept(walk.case, walk.head("2026-09-02"), calendar=CALENDAR)
        assert isinstance(fact, ApplicationAccepted)


def test_no_request_but_one_for_protection_is_urgent() -> None:
    """只有请求保护人身权、财产权的，紧急情况下不必等待 (ARR2026 24; ARR2007 16)."""
    early = silent(ActKind.LICENCE, "2026-08-31", urgent=True)
    with pytest.raises(Refused) as refusal:
        accept(early.case, early.head("2026-09-02"), calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 3)


def test_an_application_over_silence_is_late_after_sixty_days() -> None:
    """逾期提出的不得受理 (ARR2026 24; ARL 30)."""
    walk = silent(on="2026-11-02")
    with pytest.raises(Refused) as refusal:
        accept(walk.case, walk.head("2026-11-03"), calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 4)


def test_what_is_found_of_silence_is_that_reconsideration_comes_first() -> None:
    """法定期限内没有受理、答复、履行的，应当先申请行政复议 (ARL 23; ARR2026 30)."""
    walk = silent(ActKind.BENEFIT)
    fact = find(walk.case, walk.head("2026-09-02"), Examined(), PAPER, calendar=CALENDAR)
    assert fact.compulsory is Compulsory.REQUIRED
    assert walk.record(fact).case.comes_first is True


def test_silence_that_is_presumed_comes_first_as_well_until_an_answer_is_found() -> None:
    """第十一项没有写明行为的，视为未履行，同样应当先申请复议；查明已明示拒绝的除外 (ARR2026 30)."""
    walk = silent(ActKind.INACTION, omission=None)
    assert walk.case.comes_first is True
    said = (walk.head("2026-09-02"), Condition.REQUEST, PAPER)
    assert decline(walk.case, *said, calendar=CALENDAR).compulsory is True
    at = walk.head("2026-09-02")
    found = find(walk.case, at, Examined(), PAPER, calendar=CALENDAR)
    assert found.compulsory is Compulsory.REQUIRED
    answered = Examined(response=Response.REFUSED)
    walk.record(find(walk.case, at, answered, PAPER, calendar=CALENDAR))
    assert walk.case.comes_first is False
    said = (walk.head("2026-09-02"), Condition.REQUEST, PAPER)
    refused = decline(walk.case, *said, calendar=CALENDAR, departure_id=PAPER)
    assert refused.compulsory is False


async def test_the_door_takes_silence_of_what_can_be_asked_for_only(door: Door) -> None:  # noqa: F811
    """只有可以申请的事项，才填写没有处理 (ARL 11; ARR2026 24)."""
    door.on("2026-09-01")
    body = {
        **APPLICATION,
        "manner": "in_person",
        "act": "licence",
        "received_on": "2026-09-01",
        "learnt_on": None,
        "omission": True,
        "requested_on": "2026-07-01",
    }
    for wrong in (
        {"act": "penalty"},
        {"act_done_on": "2026-08-03"},
        {"omission": None},
        {"requested_on": "2026-09-02"},
    ):
        answer = await door.post("/reconsiderations", OFFICER, **{**body, **wrong})
        assert answer.status_code == 422, (wrong, answer.text)
    taken = await door.post("/reconsiderations", OFFICER, **body)
    assert taken.status_code == 201, taken.text
    said = taken.json()
    assert (said["omission"], said["requested_on"]) == (True, "2026-07-01")
    case = f"/reconsiderations/{said['case_id']}"
    assert (await door.post(f"{case}/acceptance", OFFICER)).json()["state"] == "accepted"


async def test_the_door_takes_no_urgency_of_a_licence(door: Door) -> None:  # noqa: F811
    """许可、待遇、信息公开没有紧急情况，写明条文；请求保护的照收 (ARR2026 24)."""
    door.on("2026-08-03")
    said = {"received_on": "2026-08-03", "learnt_on": None, "omission": True, "urgent": True}
    body = {**APPLICATION, **said, "manner": "in_person", "requested_on": "2026-07-01"}
    for act in ("licence", "benefit", "disclosure"):
        no = await door.post("/reconsiderations", OFFICER, **{**body, "act": act})
        assert (no.status_code, no.json()["article"]["code"]) == (409, "ARR2026 24(2)")
    taken = await door.post("/reconsiderations", OFFICER, **{**body, "act": "inaction"})
    assert taken.status_code == 201, taken.text
    case = f"/reconsiderations/{taken.json()['case_id']}"
    assert (await door.post(f"{case}/acceptance", OFFICER)).json()["state"] == "accepted"


async def test_who_waits_for_an_answer_is_told_by_the_door_that_it_is_early(door: Door) -> None:  # noqa: F811
    """收到履职申请未满六十日的，受理被拒绝，写明条文 (ARR2026 24; ARL 30)."""
    door.on("2026-08-03")
    said = {"act": "benefit", "received_on": "2026-08-03", "learnt_on": None, "omission": True}
    body = {**APPLICATION, **said, "requested_on": "2026-07-01"}
    taken = await door.post("/reconsiderations", PARTY, **body)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    answer = await door.post(f"{case}/acceptance", OFFICER)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 30(1)(3)")
    why = {"missing": "request", "reason": "履行期限未满。"}
    assert (await door.post(f"{case}/declination", OFFICER, **why)).status_code == 201
