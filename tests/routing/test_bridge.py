"""更正途径和轨迹 (RULES 59, 60), through the doors of all offices on a real database."""

from typing import Any

from services.routing.store import routing_of
from shared.auth import Role
from shared.law.casefile import derived
from tests.routing.town import (
    APPLY,
    GOVERNMENT,
    PENALTY,
    SUE,
    TO_ADJUDICATION,
    WINDOW,
    Town,
    adjudication_of,
    apply_for_reconsideration,
    door,
    mediation_of,
    persons,
)


async def test_a_running_mediation_is_ended_and_kept_and_the_right_is_told(place: Town) -> None:
    """更正为裁决：调解终止，记录保留；裁决只告知，写明来自调解案卷 (RULES 59)."""
    number, dispute_id = await place.register(willingness="both")
    mediation, adjudication = mediation_of(dispute_id), adjudication_of(dispute_id)
    told = await place.do(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    assert (told["road"], told["was"], told["reason"][:6]) == (
        "adjudication",
        "peoples_mediation",
        "途径已经更正",
    )
    assert await place.kinds(mediation) == [
        *("proposed", "consent_given", "both_consented", "failed")
    ]
    assert (await place.pages(mediation))[-1]["ground"] == "road_corrected"
    [right] = await place.pages(adjudication)
    assert right["kind"] == "adjudication.right_notified.v1"
    assert right["came_from"] == str(mediation)
    assert await place.kinds(routing_of(dispute_id)) == [
        *("routed", "road_corrected", "road_notified")
    ]
    shown = (await place.get(f"/disputes/{number}")).json()
    labels = {file["procedure"]: file["labels"] for file in shown["files"]}
    assert labels["land"]["window"] == labels["registration"]["window"] == "620702-window-1"
    assert (labels["triage"]["road"], labels["triage"]["matter"]) == ("adjudication", "tudi")


async def test_parties_and_papers_are_there_for_the_new_office(place: Town) -> None:
    """当事人和材料随纠纷保留，新的承办机构可以查阅 (RULES 59)."""
    number, dispute_id = await place.register(willingness="both")
    await place.do(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    officer = (Role.ADJUDICATOR, GOVERNMENT)
    told = await place.get(f"/disputes/{number}/parties?purpose=审查申请", *officer)
    assert {one["name"] for one in told.json()} == {"赵某", "钱某"}
    intake, corrected = (
        (await place.pages(dispute_id))[0],
        (await place.pages(routing_of(dispute_id)))[1],
    )
    for paper, words in ((intake["text_id"], "空地"), (corrected["reason_id"], "土地使用权")):
        found = await place.get(f"/disputes/{number}/papers/{paper}?purpose=审查申请", *officer)
        assert words in found.json()["text"]


async def test_who_applies_with_the_number_has_a_file_that_names_the_earlier_one(
    place: Town,
) -> None:
    """当事人凭纠纷编号申请裁决，案卷写明来自调解案卷；此后不得再更正 (RULES 59, 60)."""
    number, dispute_id = await place.register(willingness="both")
    await place.do(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    who = await persons(place, number)
    await place.do(
        "/adjudications",
        *WINDOW,
        dispute_id=str(dispute_id),
        matter="tudi",
        authority=GOVERNMENT,
        applicants=[who["applicant"]],
        respondents=[who["opponent"]],
        text="请求确认使用权。",
    )
    applied = (await place.pages(adjudication_of(dispute_id)))[-1]
    assert applied["came_from"] == str(mediation_of(dispute_id))
    assert (await place.kinds(routing_of(dispute_id)))[-1] == "road_taken"
    back = {"road": "peoples_mediation", "article": "PML 17", "reason": "当事人又想调解。"}
    no = await place.ask(door(dispute_id, "correction"), *WINDOW, **back)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 59")


async def test_back_to_mediation_a_new_file_names_the_old_one(place: Town) -> None:
    """调解终止后又更正为调解的，另立新卷，写明来自原卷 (RULES 59)."""
    _, dispute_id = await place.register(willingness="both")
    await place.do(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    back = {"road": "peoples_mediation", "article": "PML 17", "reason": "双方愿意先行调解。"}
    told = await place.do(door(dispute_id, "correction"), *WINDOW, **back)
    corrected = derived(routing_of(dispute_id), f"mediation:{told['version'] - 1}")
    first = (await place.pages(corrected))[0]
    assert (first["origin"], first["came_from"]) == ("corrected", str(mediation_of(dispute_id)))
    assert (await place.kinds(mediation_of(dispute_id)))[-1] == "failed"
    away = {"road": "court", "article": "PML 26", "reason": "当事人决定起诉。"}
    await place.do(door(dispute_id, "correction"), *WINDOW, **away)
    assert (await place.pages(corrected))[-1]["ground"] == "road_corrected"


async def test_an_article_that_does_not_exist_and_a_matter_unknown_are_told(place: Town) -> None:
    _, dispute_id = await place.register()
    for wrong, where in (({"article": "PML 99"}, "article"), ({"matter": "xyz"}, "matter")):
        body = {**TO_ADJUDICATION, **wrong}
        no = await place.ask(door(dispute_id, "correction"), *WINDOW, **body)
        assert (no.status_code, where in no.text) == (422, True)


async def test_after_withdrawal_nothing_runs_and_nothing_is_corrected(place: Town) -> None:
    """撤回后不再预警，不再更正 (RULES 3, 59)."""
    number, dispute_id = await place.register(**PENALTY)
    assert set(await place.runs(routing_of(dispute_id))) == {APPLY, SUE}
    await place.do(f"/disputes/{number}/withdrawal", *WINDOW, reason="已经和解")
    assert await place.runs(routing_of(dispute_id)) == {}
    no = await place.ask(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 59")


# -- the track

BESIDE = ("吹哨报到", "四级七天")
"""Stages of routing that go on beside the road."""


async def test_the_track_tells_each_stage_and_every_date_that_runs(place: Town) -> None:
    """轨迹：每一段由谁承办、自何时至何时、如何终结，各期限在哪里走都看得见 (RULES 58, 60)."""
    number, dispute_id = await place.register(willingness="both")
    await place.at("2026-11-25")
    await place.do(door(dispute_id, "correction"), *WINDOW, **TO_ADJUDICATION)
    told = (await place.get(f"/disputes/{number}/track")).json()
    assert told["number"] == number
    stages = {one["office"]: one for one in told["stages"] if one["term"] not in BESIDE}
    mediation, routing = stages["mediation"], stages["routing"]
    assert (mediation["since"], mediation["until"]) == ("2026-11-23", "2026-11-25")
    assert (mediation["ended"], mediation["road"]) == ("调解不成", "人民调解")
    assert (routing["road"], routing["until"]) == ("行政裁决", None)
    [turn] = routing["corrections"]
    assert (turn["was"], turn["road"]) == ("人民调解", "行政裁决")
    assert turn["article"]["code"] == "LAL 14"
    assert stages["adjudication"]["came_from"] == str(mediation_of(dispute_id))
    assert _dates(told) == []  # nobody is called any more, and no statute sets a day here


async def test_the_track_shows_statutory_dates_while_reconsideration_is_at_work(
    place: Town,
) -> None:
    """复议审理中，直接起诉期限仍在走，写明法条和暂定 (RULES 58; ALI 58)."""
    number, dispute_id = await place.register(**PENALTY)
    await apply_for_reconsideration(place, number, dispute_id)
    party = {"role": Role.PARTY, "organ": "", "disputes": [dispute_id]}
    who = await persons(place, number)
    told = await place.get(f"/disputes/{number}/track", **party, persons=[who["applicant"]])
    dates = {one["name"]: one for one in _dates(told.json())}
    assert dates["sue"]["article"]["code"] == "ALL 46(1)"
    assert (dates["sue"]["subject"], dates["sue"]["last_day"]) == ("行政复议", "2027-04-12")
    assert (dates["sue"]["statutory"], dates["sue"]["provisional"]) == (True, True)
    assert dates["review"]["article"]["code"] == "ARL 30(1)"
    stranger = await place.get(f"/disputes/{number}/track", Role.PARTY, "")
    assert stranger.status_code == 404


def _dates(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for stage in told["stages"] for one in stage["running"]]
