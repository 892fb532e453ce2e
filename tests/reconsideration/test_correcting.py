"""Reports to the authority above: order, direct acceptance, correction (ARL 35)."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from uuid import UUID

import httpx
import pytest

from services.reconsideration.books.repeated import accepted_twice
from services.reconsideration.commands.filing import competent_over
from services.reconsideration.domain import correcting as acts
from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.correction import CORRECTION, Correction
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    Condition,
    DecisionDelivered,
    DecisionMade,
    DecisionOverdue,
    FilingManner,
    Outcome,
    SupplementNoticeReceived,
    SupplementNotified,
)
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    CorrectionOverdue,
    DirectlyAccepted,
    Wrong,
    WrongCorrected,
    WrongReported,
)
from shared.contracts.reconsideration.higher import AcceptedAbove
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.directory import load
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    CITY_GOVERNMENT,
    DISPUTE,
    PAPER,
    Walk,
    accepted,
    day,
    examined,
    received,
    replying,
)
from tests.reconsideration.test_higher_doors import (
    ABOVE,
    NEIGHBOUR,
    done,
    offered,
    running,
    why_not,
)
from tests.reconsideration.test_routes import APPLICATION, OFFICER, OTHER_PARTY, PARTY, Door
from tests.registering import take_in

REPORT = {"text": "没有正当理由不予受理。"}
ORDER = {"until": "2026-03-20", "justified": False, "text": "责令受理。"}


def declined() -> Walk:
    return received().then(
        ApplicationDeclined, "2026-03-05", missing=Condition.INTEREST, reason_id=PAPER
    )


def not_handled() -> Walk:
    walk = received("2026-09-01", learnt_on="2026-08-25")
    return walk.then(NotHandledAgain, "2026-09-03")


def abandoned() -> Walk:
    walk = received().then(SupplementNotified, "2026-03-03")
    walk.then(SupplementNoticeReceived, "2026-03-04")
    return walk.then(ApplicationAbandoned, "2026-03-18")


def dismissed() -> Walk:
    walk = examined().then(DecisionMade, "2026-04-17", outcome=Outcome.APPLICATION_DISMISSED)
    return walk.then(DecisionDelivered, "2026-04-20", outcome=Outcome.APPLICATION_DISMISSED)


def late() -> Walk:
    return replying().then(DecisionOverdue, "2026-05-06")


def reported(walk: Walk, on: str = "2026-05-07") -> WrongReported:
    return acts.report(walk.case, walk.head(on), (CITY_GOVERNMENT,), PAPER, None)


def file(wrong: Wrong = Wrong.DECLINED) -> Correction:
    return Correction(
        procedure=CORRECTION,
        dispute_id=DISPUTE,
        case_id=UUID(int=9),
        wrong=wrong,
        authority=CITY_GOVERNMENT,
        below=AUTHORITY,
        reported_on=day("2026-03-06"),
    )


def test_what_was_declined_dismissed_or_left_undecided_is_reported_and_nothing_else() -> None:
    """不予受理、驳回申请或者受理后超过期限不作答复的，有权向上级反映 (ARL 35)."""
    assert reported(declined()).wrong is Wrong.DECLINED
    assert reported(dismissed()).wrong is Wrong.DISMISSED
    assert reported(late()).wrong is Wrong.OVERDUE
    upheld = examined().then(DecisionMade, "2026-04-17", outcome=Outcome.UPHELD)
    for walk in (received(), accepted(), replying(), upheld):
        with pytest.raises(Refused) as refusal:
            reported(walk)
        assert refusal.value.article == ARL[35]


@pytest.mark.parametrize(
    ("wrong", "closed"), [(Wrong.NOT_HANDLED, not_handled), (Wrong.ABANDONED, abandoned)]
)
def test_what_was_closed_unaccepted_by_another_name_has_the_same_way_upward(
    wrong: Wrong, closed: Callable[[], Walk]
) -> None:
    """告知不再处理、视为放弃，同样没有受理，可以反映、责令纠正、直接受理 (ARL 35; RULES 146)."""
    walk = closed()
    assert reported(walk, "2026-09-07").wrong is wrong
    head = walk.head("2026-09-10")
    said = (file(wrong), walk.case, head, day("2026-09-20"), PAPER)
    assert acts.order(*said, justified=False).until == day("2026-09-20")
    with pytest.raises(Refused, match="有正当理由的"):
        acts.order(*said, justified=True)
    assert wrong in acts.NEW_FILE
    fact = directly(file(wrong), walk.case, head, UUID(int=8), PAPER)
    assert fact.accepted_case_id == UUID(int=8)
    with pytest.raises(Refused, match="不再责令纠正"):
        acts.order(file(), walk.case, head, day("2026-09-20"), PAPER, justified=False)


def test_the_nearest_authority_above_is_told_and_only_by_an_applicant() -> None:
    """申请人有权向上级行政机关反映 (ARL 35)."""
    walk = declined()
    fact = reported(walk)
    assert (fact.authority, fact.below) == (CITY_GOVERNMENT, AUTHORITY)
    head, above = walk.head("2026-03-06"), (CITY_GOVERNMENT,)
    with pytest.raises(Refused):
        acts.report(walk.case, head, above, PAPER, frozenset({BERT}))
    with pytest.raises(Refused):
        acts.report(walk.case, head, (), PAPER, frozenset({ANNA}))
    assert acts.report(walk.case, head, above, PAPER, frozenset({ANNA})) == acts.report(
        walk.case, head, above, PAPER, None
    )


def test_only_what_had_no_good_reason_is_ordered_to_be_corrected() -> None:
    """无正当理由的，上级应当责令纠正 (ARL 35)."""
    head = Walk().head("2026-03-10")
    for wrong, walk in (
        (Wrong.DECLINED, declined()),
        (Wrong.DISMISSED, dismissed()),
        (Wrong.OVERDUE, late()),
    ):
        said = (file(wrong), walk.case, head, day("2026-03-20"), PAPER)
        assert acts.order(*said, justified=False).until == day("2026-03-20")
        with pytest.raises(Refused) as refusal:
            acts.order(*said, justified=True)
        assert refusal.value.article == ARL[35]
    with pytest.raises(Refused):
        acts.order(file(), declined().case, head, day("2026-03-09"), PAPER, justified=False)


def test_a_report_that_is_stale_is_ordered_to_be_corrected_no_more() -> None:
    """反映的情形已经不存在，或者案件已经不由被反映的机关办理的，不再责令纠正 (ARL 35)."""
    one, walk = file(Wrong.OVERDUE), late()
    head, until = walk.head("2026-05-11"), day("2026-05-20")
    order = partial(acts.order, one, head=head, until=until, letter_id=PAPER, justified=False)
    assert order(case=walk.case).below == AUTHORITY
    elsewhere = replace(walk.case, authority=CITY_GOVERNMENT)
    for case in (elsewhere, walk.then(DecisionMade, "2026-05-08", outcome=Outcome.UPHELD).case):
        with pytest.raises(Refused, match=r"不再责令纠正|才可以依照本条") as refusal:
            order(case=case)
        assert refusal.value.article == ARL[35]


def test_the_day_of_the_order_bounds_the_correction() -> None:
    """责令纠正写明期限 (ARL 35)."""
    walk = declined()
    head, until = walk.head("2026-03-10"), day("2026-03-20")
    fact = acts.order(file(), walk.case, head, until, PAPER, justified=False)
    [row] = CORRECTION.opens(fact)
    until = row.until(fact, CALENDAR)
    assert (row.name, row.lapse) == ("correct", CorrectionOverdue)
    assert until is not None
    assert until.date() == day("2026-03-21")


def test_only_whoever_was_ordered_says_that_it_is_put_right_once_the_case_is_decided() -> None:
    """逾期不作答复的，作出决定才算纠正 (ARL 35)."""
    one, walk = file(Wrong.OVERDUE), late()
    head = walk.head("2026-05-11")
    for organ, case in ((CITY_GOVERNMENT, dismissed().case), (AUTHORITY, walk.case)):
        with pytest.raises(Refused) as refusal:
            acts.correct(one, case, head, walk.case.case_id, organ=organ)
        assert refusal.value.article == ARL[35]
    walk.then(DecisionMade, "2026-05-11", outcome=Outcome.UPHELD)
    assert acts.correct(one, walk.case, head, walk.case.case_id, organ=AUTHORITY).head == head


def test_a_late_case_that_the_authority_above_accepts_has_sixty_days_anew() -> None:
    """上级直接受理逾期未决的案件，期限自直接受理之日起 (ARL 35, 62)."""
    walk = late()
    walk.record(acts.take_over(walk.case, walk.head("2026-05-11"), CITY_GOVERNMENT))
    assert (walk.case.authority, walk.case.overdue_on) == (CITY_GOVERNMENT, None)
    assert walk.last_day("decide") == day("2026-07-10")
    with pytest.raises(Refused):
        acts.take_over(dismissed().case, walk.head("2026-05-11"), CITY_GOVERNMENT)


@pytest.mark.parametrize("late_by_post", [False, True], ids=["in person", "by post"])
def test_what_is_accepted_after_all_was_brought_when_it_was_brought_first(
    *, late_by_post: bool
) -> None:
    """纠正、直接受理的，提出之日仍是原申请提出之日，不因收到在后而逾期 (ARL 20, 35)."""
    posted = {"manner": FilingManner.POST, "posted_on": "2026-02-27"} if late_by_post else {}
    old = received(learnt_on="2026-01-05", **posted)
    old.then(ApplicationDeclined, "2026-03-05", missing=Condition.INTEREST, reason_id=PAPER)
    new = Walk()
    fact = acts.again(old.case, new.head("2026-04-20"), CITY_GOVERNMENT)
    new.record(fact)
    assert brought_on(new.case) == brought_on(old.case)
    assert brought_on(new.case) == day("2026-02-27" if late_by_post else "2026-03-02")
    assert new.case.received_on == day("2026-04-20")
    assert accept(new.case, new.head("2026-04-20"), calendar=CALENDAR).time is None


def test_whoever_accepts_directly_is_competent_over_the_new_file_and_nobody_else_is() -> None:
    """上级直接受理的，对该案有管辖权；责令下级受理的，仍由下级管辖 (ARL 24, 35)."""
    old, directory = declined(), load()
    above, below = Walk(), Walk()
    above.record(acts.again(old.case, above.head("2026-03-16"), CITY_GOVERNMENT))
    below.record(acts.again(old.case, below.head("2026-03-16"), AUTHORITY))
    assert above.case.elevated.before == (AUTHORITY,)
    assert competent_over(directory, above.case) == (CITY_GOVERNMENT,)
    assert below.case.elevated.before == ()
    assert competent_over(directory, below.case) == (AUTHORITY,)


directly = partial(acts.accept_directly, organ=CITY_GOVERNMENT)


def test_a_report_from_before_the_case_came_above_takes_it_over_no_second_time() -> None:
    """案件已经提级或者由上级直接受理的，此前的反映不再直接受理 (ARL 35, 38)."""
    one, walk = file(Wrong.OVERDUE), late()
    head, where = walk.head("2026-05-11"), walk.case.case_id
    assert directly(one, walk.case, head, where, PAPER).accepted_case_id == where
    came = walk.then(AcceptedAbove, "2026-05-11")
    late_again = Walk.of(came.case).then(DecisionOverdue, "2026-07-13")
    for again in (came, late_again):
        head = again.head("2026-07-14")
        for act in (
            partial(directly, one, again.case, head, where, PAPER),
            partial(acts.take_over, again.case, head, CITY_GOVERNMENT),
        ):
            with pytest.raises(Refused) as refusal:
                act()
            assert refusal.value.article == ARL[35]


def test_what_is_late_no_more_is_not_accepted_directly() -> None:
    """已经作出决定的，不再以逾期为由直接受理；不予受理的，仍可直接受理 (ARL 35)."""
    done, head = dismissed().case, Walk().head("2026-05-11")
    with pytest.raises(Refused):
        directly(file(Wrong.OVERDUE), done, head, done.case_id, PAPER)
    with pytest.raises(Refused):
        directly(file(Wrong.OVERDUE), replying().case, head, done.case_id, PAPER)
    for wrong, walk in ((Wrong.DECLINED, declined()), (Wrong.DISMISSED, dismissed())):
        fact = directly(file(wrong), walk.case, head, UUID(int=8), PAPER)
        assert fact.accepted_case_id == UUID(int=8)


def test_each_act_about_a_report_has_a_row_and_closes_it_or_sets_a_day() -> None:
    """反映以后，责令、不予责令、直接受理或者纠正 (ARL 35)."""
    kinds = {move.on for move in CORRECTION.moves}
    assert kinds == {
        *(WrongReported, CorrectionOrdered, CorrectionDenied, DirectlyAccepted),
        *(WrongCorrected, CorrectionOverdue),
    }
    assert {move.article for move in CORRECTION.moves} == {ARL[35]}
    assert "correct" not in ORDINARY.by_name


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


@pytest.fixture
async def case(door: Door) -> str:
    """Declined on the day on which it was received, for want of an interest."""
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION)
    path = f"/reconsiderations/{taken.json()['case_id']}"
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{path}/declination", OFFICER, **reason)
    return path


async def told(door: Door, case: str) -> str:
    """Reported by the applicant on 9 March; the path of the report."""
    door.on("2026-03-09")
    file = await done(door, f"{case}/wrong-report", PARTY, **REPORT)
    return f"/corrections/{file['case_id']}"


async def test_the_page_of_a_case_offers_the_report_only_where_there_is_something_to_report(
    door: Door, case: str
) -> None:
    """不予受理的案卷可以向上级反映，正在审理的不能 (ARL 35)."""
    assert await offered(door, case, PARTY) == {"wrong-report", "paper-receipt"}
    assert "wrong-report" in await offered(door, case, OFFICER)
    again = {**APPLICATION, "act_done_on": "2026-02-02"}
    taken = await door.post("/reconsiderations", PARTY, **again)
    other = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{other}/acceptance", OFFICER)
    assert "wrong-report" not in await offered(door, other, PARTY)
    await told(door, case)
    assert await offered(door, case, ABOVE) == set()


async def test_what_is_reported_is_read_above_and_below_and_by_the_applicant_alone(
    door: Door, case: str
) -> None:
    """向上级反映的，上级、被反映的机关和申请人可以查阅 (ARL 35)."""
    above = {**ABOVE, "code": "officer-8", "roles": [Role.RECONSIDERATION]}
    assert (await door.get(case, above)).status_code == 404
    assert (await door.post(f"{case}/wrong-report", OTHER_PARTY, **REPORT)).status_code == 404
    path = await told(door, case)
    again = await done(door, f"{case}/wrong-report", PARTY, **REPORT)
    assert again["version"] == 1
    for who, status in ((ABOVE, 200), (OFFICER, 200), (PARTY, 200), (NEIGHBOUR, 404)):
        assert (await door.get(path, who)).status_code == status
    assert (await door.get(case, above)).status_code == 200
    assert (await door.post(f"{path}/order", OFFICER, **ORDER)).status_code == 404


async def test_what_was_declined_and_is_ordered_to_be_accepted_goes_on_in_a_new_file(
    door: Door, case: str
) -> None:
    """责令纠正后受理，六十日自受理之日起 (ARL 35, 62)."""
    path = await told(door, case)
    assert await why_not(door, f"{path}/order", ABOVE, **{**ORDER, "justified": True}) == "ARL 35"
    await done(door, f"{path}/order", ABOVE, **ORDER)
    assert await running(door, path) == {"correct": day("2026-03-20")}
    door.on("2026-03-16")
    assert await why_not(door, f"{path}/correction", ABOVE) == "ARL 35"
    put = await done(door, f"{path}/correction", OFFICER)
    assert put["state"] == "put_right"
    new = f"/reconsiderations/{put['case_id_after']}"
    assert new != case
    found = (await door.get(new, PARTY)).json()
    assert (found["state"], found["authority"]) == ("accepted", AUTHORITY)
    assert found["accepted_on"] == "2026-03-16"
    assert (await running(door, new))["decide"] == day("2026-05-15")
    assert (await door.get(case, PARTY)).json()["state"] == "declined"


async def test_what_was_not_handled_or_abandoned_goes_on_in_a_new_file_when_corrected(
    door: Door,
) -> None:
    """不再处理、视为放弃经反映责令纠正的，在新案卷受理；案卷页可以反映 (ARL 35; RULES 146)."""
    door.on("2026-09-01")
    dates = {"act_done_on": "2026-08-20", "learnt_on": "2026-08-25", "received_on": "2026-09-01"}
    paths = []
    for nth in range(2):
        said = {**APPLICATION, **dates, "act_done_on": f"2026-08-2{nth}"}
        taken = await door.post("/reconsiderations", PARTY, **said)
        assert taken.status_code == 201, taken.text
        paths.append(f"/reconsiderations/{taken.json()['case_id']}")
    once, left = paths
    await done(door, f"{once}/no-further-handling", OFFICER, text="此前已经决定。")
    await done(door, f"{left}/supplement-notice", OFFICER, text="请补交身份证明。")
    await done(door, f"{left}/papers/numbers/supplement", OFFICER)
    await done(door, f"{left}/supplement-notice-receipt", OFFICER)
    door.on("2026-09-21")
    await Sweep(door.hub).once()
    for case, state in ((once, "not_handled"), (left, "abandoned")):
        assert (await door.get(case, PARTY)).json()["state"] == state
        assert "wrong-report" in await offered(door, case, PARTY)
        report = await done(door, f"{case}/wrong-report", PARTY, text="有新的事实。")
        assert report["wrong"] == state
        path = f"/corrections/{report['case_id']}"
        await done(door, f"{path}/order", ABOVE, **{**ORDER, "until": "2026-09-30"})
        put = await done(door, f"{path}/correction", OFFICER)
        new = (await door.get(f"/reconsiderations/{put['case_id_after']}", PARTY)).json()
        assert (new["state"], new["accepted_on"]) == ("accepted", "2026-09-21")
        assert (await door.get(case, PARTY)).json()["state"] == state


async def test_the_authority_above_accepts_directly_what_was_declined_below(
    door: Door, case: str
) -> None:
    """必要时，上级行政复议机关可以直接受理 (ARL 35)."""
    path = await told(door, case)
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{taken['case_id_after']}"
    found = (await door.get(new, ABOVE)).json()
    assert (found["state"], found["authority"]) == ("accepted", CITY_GOVERNMENT)
    assert (await door.get(new, OFFICER)).status_code == 200
    assert (await door.post(f"{new}/copy", OFFICER)).status_code == 404
    await done(door, f"{new}/copy", ABOVE, received_on="2026-03-09")


@pytest.mark.parametrize("way", ["direct-acceptance", "correction"])
async def test_what_must_be_accepted_as_ordered_is_not_accepted_twice(
    door: Door, case: str, way: str
) -> None:
    """上级责令受理、直接受理的，核对时不作为重复受理 (ARL 30, 35)."""
    other = await door.post("/reconsiderations", PARTY, **APPLICATION, act_done_on="2026-02-02")
    await done(door, f"/reconsiderations/{other.json()['case_id']}/acceptance", OFFICER)
    path = await told(door, case)
    if way == "direct-acceptance":
        await done(door, f"{path}/{way}", ABOVE, text="由本机关直接受理。")
    else:
        await done(door, f"{path}/order", ABOVE, **ORDER)
        await done(door, f"{path}/{way}", OFFICER)
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET act_id = $1", UUID(int=12))
    assert not (await accepted_twice(door.hub.pool)).count


async def test_the_authority_below_accepts_nothing_in_the_name_of_the_one_above(
    door: Door, case: str
) -> None:
    """直接受理由上级决定，被反映的机关不得代为受理 (ARL 35)."""
    path = await told(door, case)
    said = {"text": "由上级直接受理。"}
    assert await why_not(door, f"{path}/direct-acceptance", OFFICER, **said) == "ARL 35"
    assert (await done(door, f"{path}/direct-acceptance", ABOVE, **said))["case_id_after"]


async def test_what_was_attached_to_the_application_goes_on_with_it_in_the_new_file(
    door: Door,
) -> None:
    """直接受理的，一并提出的附带审查申请转入新案卷 (ARL 13, 35)."""
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    document = {"document": "local", "text": "请求审查《某区市容管理办法》第八条"}
    await done(door, f"{case}/attached-request", PARTY, **document)
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{case}/declination", OFFICER, **reason)
    path = await told(door, case)
    file = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{file['case_id_after']}"
    found = (await door.get(new, ABOVE)).json()
    assert [(one["nth"], one["document"]) for one in found["attached"]] == [(1, "local")]
    assert (found["state"], found["elevated"]["before"]) == ("accepted", [AUTHORITY])


async def test_a_stay_that_was_asked_for_with_the_application_is_owed_an_answer_in_the_new_file(
    door: Door,
) -> None:
    """一并申请停止执行、没有答复的，转入新案卷，自受理之日起计算答复期限 (ARL 35, 42; RULES 68).

    受理以前请求听证的，同样转入，仍待答复 (ARL 50).
    """
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{case}/stay-request", PARTY, text="执行以后难以恢复。")
    await done(door, f"{case}/hearing-request", PARTY, text="请求当面陈述。")
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{case}/declination", OFFICER, **reason)
    path = await told(door, case)
    await done(door, f"{path}/order", ABOVE, **ORDER)
    put = await done(door, f"{path}/correction", OFFICER)
    new = f"/reconsiderations/{put['case_id_after']}"
    asked = (await door.get(new, PARTY)).json()
    assert (asked["stay_asked_on"], asked["hearing_asked_on"]) == ("2026-03-09", "2026-03-09")
    kept = "SELECT DISTINCT hearing_asked_id FROM reconsideration.ordinary"
    assert len(await door.hub.pool.fetch(kept)) == 1, "it is the paper of the file before"
    assert (await running(door, new))["answer_stay"] == day("2026-03-16")
    papers = """SELECT body::jsonb ->> 'text_id' AS text_id, body::jsonb ->> 'standing' AS who
      FROM hub.outbox WHERE kind = 'reconsideration.stay_requested.v1' ORDER BY seq"""
    before, after = await door.hub.pool.fetch(papers)
    assert (after["text_id"], after["who"]) == (before["text_id"], "applicant")
    await done(door, f"{new}/stay-refusal", OFFICER, reason="不符合停止执行的情形。")
    assert "answer_stay" not in await running(door, new)


async def test_what_is_accepted_after_all_keeps_its_period_its_applicant_and_what_came_first(
    door: Door,
) -> None:
    """直接受理的，法律规定的较短期限、申请人身份、复议前置的认定都随申请转入 (ARL 23, 35, 62).

    认定的专业性、技术性也一并转入，仍须咨询 (ARL 52).
    """
    capacity = {"sort": "legal", "through": "head", "papers": ["appointment"]}
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION, capacity=capacity)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    law = {"law": "《某某法》", "provision": "第三十二条", "decide_days": 30}
    await done(door, f"{case}/acceptance", OFFICER, by_law=law)
    seen = {"text": "当场处罚，没有利害关系。", "interest": "none", "on_the_spot": True}
    await done(door, f"{case}/conditions", OFFICER, **seen)
    await done(door, f"{case}/views", OFFICER, manner="telephone", record="处罚过重。")
    for path, _, said in road("application_dismissed", text="驳回行政复议申请。"):
        await done(door, f"{case}/{path}", OFFICER, **said)
    served = {"served_on": "2026-03-02", "applicants": {str(ANNA): "2026-03-02"}, **HANDED}
    await done(door, f"{case}/delivery", OFFICER, **served)
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET technical = true")
    path = await told(door, case)
    file = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{file['case_id_after']}"
    assert (await running(door, new))["decide"] == day("2026-04-08")
    hard = (await door.get(new, ABOVE)).json()
    assert (hard["grave"], hard["technical"]) == (False, True)
    pages = await door.hub.pool.fetch(
        "SELECT body FROM hub.outbox WHERE case_id = $1", UUID(file["case_id_after"])
    )
    bodies = [json.loads(row["body"]) for row in pages]
    [stated] = [one for one in bodies if one["kind"] == "reconsideration.capacity_stated.v1"]
    assert (stated["applicant_sort"], stated["papers"]) == ("legal", ["appointment"])
    assert bodies[0]["compulsory"] == "required"


async def test_who_takes_part_goes_along_into_the_new_file(door: Door) -> None:
    """直接受理的，第三人、代理人和各方的证据随申请转入 (ARL 14 to 17, 35, 43)."""
    case = await door.apply()
    await done(door, f"{case}/acceptance", OFFICER)
    neighbour = {"name": "李某", "phone": "13800000004"}
    third = {"called": True, "interested": True, "text": "通知参加。", "person": neighbour}
    joined = await done(door, f"{case}/third-person", OFFICER, **third)
    bert = joined["participants"]["third_persons"][0]["person_id"]
    mother = {"name": "王某", "phone": "13800000001"}
    ward = {"applicant_id": str(ANNA), "text": "监护关系证明", "person": mother}
    await done(door, f"{case}/statutory-agent", OFFICER, **ward)
    lawyer = {
        "principal_id": bert,
        "person": {"name": "钱某", "phone": "13800000002"},
        "sort": "lawyer",
        "powers": ["act"],
        "identified": True,
        "text": "授权委托书",
    }
    over = {**lawyer, "person": {"name": "孙某", "phone": "13800000003"}, "until": "2026-03-03"}
    for agent in (lawyer, over):
        await done(door, f"{case}/agent", OFFICER, **agent, standing="third")
    proof = {"evidence_kind": "document", "shows": "当场收取罚款的收据"}
    for side in ("applicant", "third"):
        await done(door, f"{case}/evidence", OFFICER, pieces=[proof], standing=side)
    for number in (1, 2):
        said = {"evidence": number, "examined": "true", "reason": "属实。"}
        await done(door, f"{case}/evidence-examination", OFFICER, **said)
    seen = {"text": "当场处罚，没有利害关系。", "interest": "none", "on_the_spot": True}
    await done(door, f"{case}/conditions", OFFICER, **seen)
    for whose in ("applicant", "third"):
        heard = {"manner": "telephone", "record": "没有意见。", "standing": whose}
        await done(door, f"{case}/views", OFFICER, **heard)
    for path, _, said in road("application_dismissed", text="驳回行政复议申请。"):
        await done(door, f"{case}/{path}", OFFICER, **said)
    served = {str(ANNA): "2026-03-04", bert: "2026-03-04"}
    door.on("2026-03-04")
    done_on = {"served_on": "2026-03-04", "applicants": served, **HANDED}
    await done(door, f"{case}/delivery", OFFICER, **done_on)
    path = await told(door, case)
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{taken['case_id_after']}"
    found = (await door.get(new, ABOVE)).json()["participants"]
    before = (await door.get(case, ABOVE)).json()["participants"]
    assert [one["person_id"] for one in found["third_persons"]] == [bert]
    pieces = (await door.get(f"{new}/evidence", ABOVE)).json()
    assert [(one["number"], one["standing"], one["examined"]) for one in pieces] == [
        (1, "applicant", None),
        (2, "third", None),
    ]
    assert len(before["agents"]) == 3
    assert found["agents"] == before["agents"][:2]
    guardian, entrusted = (
        {"code": "party-9", "roles": ["party"], "persons": [UUID(one["agent_id"])]}
        for one in found["agents"]
    )
    by_itself = {"code": "party-8", "roles": ["party"], "persons": [UUID(bert)]}
    for who in (guardian, entrusted, by_itself):
        assert (await door.get(new, who)).status_code == 200
    asked = await door.post(f"{new}/stay-request", guardian, text="房屋一旦拆除无法恢复")
    assert asked.status_code == 201, asked.text


async def test_a_good_reason_ends_the_report(door: Door, case: str) -> None:
    """有正当理由的，不予责令纠正 (ARL 35)."""
    path = await told(door, case)
    ended = await done(door, f"{path}/denial", ABOVE, reason="申请人与行政行为没有利害关系。")
    assert ended["state"] == "correction_denied"
    assert await why_not(door, f"{path}/order", ABOVE, **ORDER) == "ARL 35"


async def test_a_case_that_is_late_is_taken_over_in_its_own_file(door: Door) -> None:
    """受理后超过期限不作答复的，上级直接受理，案卷不变 (ARL 35)."""
    case = await door.apply()
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/copy", OFFICER, received_on="2026-03-02")
    assert await why_not(door, f"{case}/wrong-report", PARTY, **REPORT) == "ARL 35"
    door.clock.move_to(datetime.combine(day("2026-05-07"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    door.on("2026-05-07")
    file = await done(door, f"{case}/wrong-report", PARTY, text="六十日已过，没有答复。")
    assert file["wrong"] == "overdue"
    path = f"/corrections/{file['case_id']}"
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    assert f"/reconsiderations/{taken['case_id_after']}" == case
    assert (await running(door, case))["decide"] == day("2026-07-06")
    found = (await door.get(case, OFFICER)).json()
    assert (found["authority"], found["elevated"]["before"]) == (CITY_GOVERNMENT, [AUTHORITY])
    # Late above, too: what is reported of that authority has a file of its own.
    door.clock.move_to(datetime.combine(day("2026-07-07"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    door.on("2026-07-07")
    second = await done(door, f"{case}/wrong-report", PARTY, text="上级也没有答复。")
    assert (second["state"], second["below"]) == ("wrong_reported", CITY_GOVERNMENT)
    assert second["case_id"] != file["case_id"]
    assert (await done(door, f"{case}/wrong-report", PARTY, text="再次反映。"))["version"] == 1


async def test_a_correction_that_is_late_is_recorded_and_still_owed(door: Door, case: str) -> None:
    """逾期没有纠正的，记录在卷，仍须纠正 (ARL 35)."""
    path = await told(door, case)
    await done(door, f"{path}/order", ABOVE, **ORDER)
    door.clock.move_to(datetime.combine(date(2026, 3, 21), time(0, 1), CITY))
    await Sweep(door.hub).once()
    kind = "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version DESC LIMIT 1"
    file_id = path.rpartition("/")[2]
    assert await door.hub.pool.fetchval(kind, file_id) == "reconsideration.correction_overdue.v1"
    door.on("2026-03-23")
    assert (await done(door, f"{path}/correction", OFFICER))["state"] == "put_right"
