"""The doors of routing: who may come in, and what they are told."""

from functools import partial

from services.routing.agents import LISTENS
from services.routing.store import routing_of, whistle_of
from shared.auth import Role
from shared.contracts.intake import ActKind, DisputeRegistered
from shared.work import Act, Hub
from tests.routing.cases import CASE, day, registered
from tests.routing.desks import Desk

LEAD = "620702-sifa"
ROAD, WHISTLE = f"/routings/{routing_of(CASE)}", f"/whistles/{whistle_of(CASE)}"
ANSWER = {"finding": "solved", "opinion": "双方已经和好"}


async def hear(hub: Hub, fact: DisputeRegistered) -> None:
    heard = LISTENS[DisputeRegistered]
    labels = {"county": "620702", "window": "620702100-window-1"}
    do = partial(heard.handler, fact=fact)
    await hub.act(Act(do=do, files=heard.files(fact), labels=labels))


async def test_a_department_checks_in_answers_and_the_centre_closes(hub: Hub, desk: Desk) -> None:
    """报到、反馈、办结 (RULES 4, 11, 12)."""
    await hear(hub, registered("jiedai"))
    done = await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, LEAD)
    assert (done.status_code, done.json()["tracks"]) == (201, {LEAD: "checked_in"})
    done = await desk.post(f"{WHISTLE}/answer", Role.DEPARTMENT, LEAD, ANSWER)
    assert (done.status_code, done.json()["findings"]) == (201, {LEAD: "solved"})
    done = await desk.post(f"{WHISTLE}/finish", Role.DEPARTMENT, LEAD, {"evidence": "验收单"})
    assert (done.status_code, done.json()["state"]) == (201, "awaiting_callback")
    good = {"reached": True, "solved": True, "satisfied": True}
    done = await desk.post(f"{WHISTLE}/callback", Role.WINDOW, "620702-window-1", good)
    assert (done.status_code, done.json()["state"]) == (201, "closed")
    assert done.json()["end"] == "solved"
    assert done.headers["ETag"] == f'"{done.json()["version"]}"'


async def test_what_the_rules_do_not_allow_is_told_with_the_rule(hub: Hub, desk: Desk) -> None:
    """未报到不得反馈 (RULES 11)."""
    await hear(hub, registered("jiedai"))
    no = await desk.post(f"{WHISTLE}/answer", Role.DEPARTMENT, LEAD, ANSWER)
    assert no.status_code == 409
    assert "枢纽办理规则" in no.text
    no = await desk.post(f"{WHISTLE}/closure", Role.WINDOW, "620702-window-1")
    assert no.status_code == 409
    assert "甘州区司法局" in no.text


async def test_a_department_that_was_not_called_sees_no_whistle(hub: Hub, desk: Desk) -> None:
    await hear(hub, registered("jiedai"))
    no = await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, "620702-jiaoyu")
    assert no.status_code == 404


async def test_only_a_department_checks_in_and_only_the_centre_closes(hub: Hub, desk: Desk) -> None:
    await hear(hub, registered("jiedai"))
    no = await desk.post(f"{WHISTLE}/check-in", Role.WINDOW, "620702-window-1")
    assert no.status_code == 403
    no = await desk.post(f"{WHISTLE}/closure", Role.DEPARTMENT, LEAD)
    assert no.status_code == 403


async def test_who_read_an_older_page_is_asked_to_read_again(hub: Hub, desk: Desk) -> None:
    await hear(hub, registered("jiedai"))
    no = await desk.post(f"{WHISTLE}/check-in", Role.DEPARTMENT, LEAD, **{"If-Match": '"1"'})
    assert no.status_code == 412


async def test_an_answer_without_an_opinion_is_no_answer(hub: Hub, desk: Desk) -> None:
    """反馈应当有处理意见 (RULES 11)."""
    await hear(hub, registered("jiedai"))
    no = await desk.post(
        f"{WHISTLE}/answer", Role.DEPARTMENT, LEAD, {"finding": "solved", "opinion": " "}
    )
    assert no.status_code == 422


async def test_the_window_reads_road_reason_and_date(hub: Hub, desk: Desk) -> None:
    """告知途径和期限 (RULES 7)."""
    dispute = registered(
        "chufa", act=ActKind.PENALTY, respondent="620702-zhujian", learnt_on=day("2026-10-12")
    )
    await hear(hub, dispute)
    found = (await desk.get(ROAD, Role.WINDOW, "620702100-window-1")).json()
    assert (found["road"], found["article"]) == ("reconsideration", "ARL 11 item 1")
    assert found["reason"] == "对行政行为不服，可以申请行政复议"
    assert (found["open_until"], found["compulsory"]) == ("2026-12-11", "conditional")


async def test_the_routing_of_another_county_is_not_there(hub: Hub, desk: Desk) -> None:
    await hear(hub, registered())
    assert (await desk.get(ROAD, Role.WINDOW, "620725-window-1")).status_code == 404
    assert (await desk.get(WHISTLE, Role.WINDOW, "620702-window-1")).status_code == 200
