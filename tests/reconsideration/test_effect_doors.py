"""撤销、重新送达和最先送达的效力 at the doors: what begins and ends with them (ARL 75)."""

import json
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.domain.ordinary import State
from services.reconsideration.queries.following import Sieve as FollowingSieve
from services.reconsideration.queries.following import beside_cases
from services.reconsideration.store import CASES, again_of
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.served import DecisionServed
from shared.frame.sorting import Order
from shared.sweep import Sweep
from tests.reconsideration.afterwards import (
    HEAD,
    LABELS,
    beside,
    case,
    done,
    follows,
    held,
    refused,
    served,
    to,
)
from tests.reconsideration.deciding import HANDED
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_routes import OFFICER, PARTY, Door, hear

__all__ = ["case", "clock", "door"]


async def test_a_decision_that_is_withdrawn_from_above_is_put_on_file(
    door: Door,
    case: str,
) -> None:
    """上级撤销已送达的复议决定 (RULES 92)."""
    after = await served(door, case)
    path, text = f"{after}/annulment", "撤销该复议决定。"
    assert await refused(door, path, HEAD, organ="620725-government", text=text) == "RULES 92"
    answer = await done(door, path, HEAD, organ="620700-government", text=text)
    assert answer["state"] == "annulled"
    assert await refused(door, f"{after}/copy", CLERK, organ="620700-chengguan") == "ARL 79(2)"


async def test_a_decision_that_a_court_annuls_is_put_on_file(door: Door, case: str) -> None:
    """人民法院生效裁判撤销复议决定，期限写明的，原申请转入新的案卷 (ALL 70; RULES 92)."""
    after = await served(door, case)
    path, text = f"{after}/annulment", "撤销甘州区人民政府的行政复议决定，责令重新作出。"
    said: dict[str, Any] = {"by_court": True, "text": text, "decide_anew_by": "2026-05-29"}
    assert await refused(door, path, HEAD, organ="620700-government", **said) == "ALL 70"
    assert await refused(door, path, HEAD, text=text) == "RULES 92"
    answer = await done(door, path, HEAD, organ="620700-fayuan", **said)
    assert answer["state"] == "annulled"
    new, _ = await door.hub.read(CASES, again_of(UUID(after.split("/")[-1])))
    assert new.state == State.ACCEPTED
    assert await held(door)


async def test_what_was_annulled_goes_on_in_a_new_file_where_it_is_to_be_decided_anew(
    door: Door,
    case: str,
) -> None:
    """责令重新作出决定的，原申请转入新的案卷审理，期限在承办人的清单中 (RULES 92)."""
    after = await served(door, case)
    said = {"organ": "620700-government", "text": "撤销，限期重新作出决定。"}
    annulled = await done(door, f"{after}/annulment", HEAD, decide_anew_by="2026-05-29", **said)
    assert annulled["state"] == "annulled"
    file_id = UUID(after.split("/")[-1])
    new, _ = await door.hub.read(CASES, again_of(file_id))
    assert (new.state, new.authority) == (State.ACCEPTED, AUTHORITY)
    old, _ = await door.hub.read(CASES, UUID(case.rsplit("/", maxsplit=1)[-1]))
    assert (old.state, new.applicants, new.act) == (State.DELIVERED, old.applicants, old.act)
    rows, _ = await beside_cases(
        *(door.hub, AUTHORITY, "fuyi-07", FollowingSieve("every"), Order("due")), limit=9
    )
    assert [(one.duty, one.overdue) for one in rows] == [("decide_anew", False)]
    assert await refused(door, f"{after}/decided-anew", CLERK) == "RULES 92"
    door.on("2026-06-01")
    await Sweep(door.hub).once()
    late = await door.hub.pool.fetchval(
        "SELECT count(*) FROM hub.outbox WHERE case_id = $1 AND body::jsonb ->> 'duty' = $2",
        *(file_id, "decide_anew"),
    )
    assert late == 1
    assert await held(door)


async def test_a_court_may_order_a_new_decision_and_set_no_day(
    door: Door,
    case: str,
) -> None:
    """判决重新作出而没有写明期限的，原申请同样转入新的案卷，办结前在承办人的清单中 (ALL 70)."""
    after = await served(door, case)
    said = {"by_court": True, "text": "撤销，判令重新作出决定。", "decide_anew": True}
    answer = await done(door, f"{after}/annulment", HEAD, organ="620700-fayuan", **said)
    assert answer["state"] == "annulled"
    new, _ = await door.hub.read(CASES, again_of(UUID(after.split("/")[-1])))
    assert (new.state, new.authority) == (State.ACCEPTED, AUTHORITY)
    assert await beside(door, whose="every") == ["decide_anew"]
    early = await door.post(f"{after}/decided-anew", CLERK)
    assert (early.status_code, "尚未作出行政复议决定" in early.text) == (409, True)
    assert await held(door)


async def test_served_again_one_party_has_new_days_to_sue(door: Door, case: str) -> None:
    """重新送达的，起诉期限自重新送达起算 (ARL 75)."""
    after = await served(door, case)
    door.on("2026-03-30")
    said = to(ANNA, "2026-03-27", reason="邮件由他人误签。")
    await done(door, f"{after}/service", CLERK, **said)
    body = await door.hub.pool.fetchval(
        "SELECT body::jsonb ->> 'sue_until' FROM hub.outbox"
        " WHERE kind = 'reconsideration.served_again.v1'"
    )
    assert body == "2026-04-13"  # 11 April is a Saturday
    assert await held(door)


async def test_served_again_a_respondent_has_new_days_to_perform(door: Door, case: str) -> None:
    """向被申请人重新送达的，履行期限自重新送达起算，不是自误送之日 (ARL 64, 75, 77)."""
    after = await served(door, case)
    door.on("2026-03-30")
    said = to(None, "2026-03-27", reason="误送其他单位的收发室。")
    await done(door, f"{after}/service", CLERK, **said)
    body = json.loads(
        await door.hub.pool.fetchval(
            "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.served_again.v1'"
        )
    )
    told = (body["respondent"], body["perform_by"], body["sue_until"])
    assert told == (RESPONDENT, "2026-05-26", None)
    assert await held(door)


async def test_the_copy_follows_the_first_service_while_others_are_still_to_be_served(
    door: Door,
    case: str,
) -> None:
    """决定书一经送达即发生法律效力：自最先送达起抄告，不等最后一名；公开仍待结案 (ARL 75, 79)."""
    after = await follows(door, case)
    await done(door, f"{case}/aftermath", HEAD)
    above = {"organ": "620700-chengguan"}
    door.on("2026-03-09")
    assert await refused(door, f"{after}/copy", CLERK, **above) == "ARL 79(2)"
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    file = (await door.get(after, OFFICER)).json()
    assert (file["state"], file["effective_on"], file["copies_for"]) == (
        *("effective", "2026-03-09", [RESPONDENT]),
    )
    assert (await door.get(after, PARTY)).status_code == 404
    assert await beside(door) == ["copy_decision"]
    early = await door.post(f"{after}/copy", CLERK, on="2026-03-06", **above)
    assert (early.status_code, "最先送达之日2026-03-09" in early.text) == (422, True)
    assert await refused(door, f"{after}/withholding", HEAD, reason="不公开。") == "ARL 79(1)"
    copied = await done(door, f"{after}/copy", CLERK, **above)
    assert (copied["copied_on"], await beside(door)) == ("2026-03-09", [])
    assert await held(door)
    door.on("2026-03-10")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-10"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["opened_on"], file["copied_on"]) == (
        *("following", "2026-03-10", "2026-03-09"),
    )
    assert await beside(door) == ["publish"]
    assert await held(door)


async def test_what_took_effect_is_set_aside_while_others_are_still_to_be_served(
    door: Door,
    case: str,
) -> None:
    """送达一方即生效，被撤销的随即记载、转入新的案卷；其余各方照常送达、结案 (ARL 75; RULES 92)."""
    after = await follows(door, case)
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    said = {"organ": "620700-government", "text": "撤销。", "decide_anew_by": "2026-05-29"}
    early = await door.post(f"{after}/annulment", HEAD, on="2026-03-06", **said)
    assert early.status_code == 422
    annulled = await done(door, f"{after}/annulment", HEAD, **said)
    assert (annulled["state"], annulled["conclusion"]) == ("annulled", None)
    new, _ = await door.hub.read(CASES, again_of(UUID(after.split("/")[-1])))
    assert new.state == State.ACCEPTED
    assert await beside(door) == ["decide_anew"]
    door.on("2026-03-10")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-10"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["conclusion"], file["opened_on"], file["publishes"]) == (
        *("annulled", "delivered", "2026-03-10", False),
    )
    assert await beside(door) == ["decide_anew"]
    assert await held(door)


ALONE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("service", to(ANNA, "2026-03-09")),
    ("service", to(None, "2026-03-11")),
)
TOGETHER: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "delivery",
        {"served_on": "2026-03-11", "applicants": {str(ANNA): "2026-03-09"}, **HANDED},
    ),
)


@pytest.mark.parametrize(
    ("services", "heard"),
    [
        pytest.param(ALONE, (DecisionServed, DecisionDelivered), id="heard after the last"),
        pytest.param(ALONE, (DecisionDelivered,), id="of old, heard at the end alone"),
        pytest.param(TOGETHER, (DecisionDelivered,), id="recorded all at once"),
    ],
)
async def test_the_copy_is_due_from_the_first_service_however_the_services_were_recorded(
    door: Door,
    case: str,
    services: tuple[tuple[str, dict[str, Any]], ...],
    heard: tuple[type, ...],
) -> None:
    """抄告自最先送达之日起，不论逐一记载还是一并记载、系统何时知悉 (ARL 75, 79; RULES 93)."""
    door.on("2026-03-11")
    for step, body in services:
        await done(door, f"{case}/{step}", CLERK, **body)
    for kind in heard:
        await hear(door, kind, agents.LISTENS, LABELS)
    after = await follows(door, case)
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["effective_on"], file["opened_on"]) == (
        *("following", "2026-03-09", "2026-03-11"),
    )
    runs = await door.hub.pool.fetchval(COPY_RUNS, UUID(after.split("/")[-1]))
    assert runs == "2026-03-09", "from one page alone"
    copied = await done(door, f"{after}/copy", CLERK, organ="620700-chengguan", on="2026-03-10")
    assert copied["copied_on"] == "2026-03-10"
    assert await held(door)


COPY_RUNS = """
SELECT string_agg(started_on::text, ' ') FROM hub.deadline
WHERE case_id = $1 AND name = 'copy_decision'
"""
