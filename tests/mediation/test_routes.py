"""People's mediation through HTTP and through what it hears, on a real database."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time
from uuid import UUID, uuid4

import httpx
import pytest

from services.mediation.agents import LISTENS
from services.mediation.routes import router
from services.mediation.store import mediation_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.intake import DisputeWithdrawn, Willingness
from shared.contracts.routing import DisputeRouted, Road
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.web import web_app
from shared.work import Hub
from tests.mediation.doors import Door, heard

COMMITTEE = "620702100-mediation"
MEDIATOR = {"code": "mediator-7", "roles": [Role.MEDIATOR], "organ": COMMITTEE}
STRANGER = {"code": "mediator-9", "roles": [Role.MEDIATOR], "organ": "620702101-mediation"}
CLERK = {"code": "clerk-1", "roles": [Role.WINDOW], "organ": "620702-window-1"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(date(2026, 3, 2), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="人民调解", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


def routed(dispute_id: UUID, **more: object) -> DisputeRouted:
    said = {
        "head": heard(dispute_id, "2026-03-02"),
        "road": Road.PEOPLES_MEDIATION,
        "rule": "willing",
        "article": "PML 17",
        "organs": (COMMITTEE,),
        "matter": "jiedai",
        "place": "620702100",
        "county": "620702",
        "willingness": Willingness.BOTH,
    }
    return DisputeRouted.model_validate({**said, **more})


async def begun(door: Door) -> str:
    dispute_id = uuid4()
    assert await door.hear(LISTENS, routed(dispute_id), county="620702") is None
    return f"/mediations/{mediation_of(dispute_id)}"


async def test_a_dispute_routed_to_mediation_has_a_file_whose_term_runs(door: Door) -> None:
    """分流到人民调解且双方同意的，即行调解 (PML 17)."""
    path = await begun(door)
    shown = (await door.get(path, MEDIATOR)).json()
    assert (shown["state"], shown["version"], shown["committee"]) == ("consented", 3, COMMITTEE)
    assert await door.running(shown["case_id"]) == {
        "appoint": date(2026, 3, 5),
        "term": date(2026, 4, 1),
    }


async def test_from_mediator_to_performance(door: Door) -> None:
    """调解、签订协议、回访、履行 (PML 19 至 31)."""
    path = await begun(door)
    await door.done(f"{path}/mediator", MEDIATOR, mediators=["mediator-7"])
    both = ["applicant", "opponent"]
    await door.on("2026-03-10").done(f"{path}/session", MEDIATOR, present=both, record="已谈")
    hands = {"parties_on": "2026-03-19", "mediator_on": "2026-03-19", "sealed_on": "2026-03-20"}
    shown = await door.on("2026-03-23").done(
        f"{path}/agreement",
        MEDIATOR,
        form="written",
        content="四月三日前归还三万元",
        perform_by="2026-04-03",
        **hands,
    )
    assert (shown["state"], shown["effective_on"]) == ("agreed", "2026-03-20")
    running = await door.running(shown["case_id"])
    assert running == {"perform": date(2026, 4, 3), "confirmation": date(2026, 4, 20)}
    await door.on("2026-04-08").sweep()
    shown = await door.done(f"{path}/performance", MEDIATOR, performed_on="2026-04-02")
    assert shown["state"] == "performed"
    assert await door.running(shown["case_id"]) == {}
    assert (await door.pages(shown["case_id"]))[-3:] == [
        "agreement_made",
        "performance_period_expired",
        "performed",
    ]


async def test_the_window_for_confirmation_closes_by_itself(door: Door) -> None:
    """三十日内未共同申请的，司法确认申请期届满 (PML 33)."""
    path = await begun(door)
    await door.done(f"{path}/mediator", MEDIATOR, mediators=["mediator-7"])
    await door.done(f"{path}/agreement", MEDIATOR, form="oral", content="当面赔礼道歉")
    await door.on("2026-04-02").sweep()
    both = ["applicant", "opponent"]
    answer = await door.post(f"{path}/confirmation", MEDIATOR, sides=both, court="620702-fayuan")
    assert answer.status_code == 409
    assert "第33条" in answer.text
    shown = (await door.get(path, MEDIATOR)).json()
    assert (shown["state"], shown["confirmation"]) == ("agreed", "closed")


async def test_one_hears_the_same_routing_twice_and_has_one_file(door: Door) -> None:
    """同一纠纷再次分流，不重复立卷 (PML 27)."""
    dispute_id = uuid4()
    for _ in range(2):
        assert await door.hear(LISTENS, routed(dispute_id)) is None
    assert len(await door.pages(mediation_of(dispute_id))) == 3


async def test_history_and_other_roads_open_nothing(door: Door) -> None:
    """历史台账和其他途径不立调解案卷."""
    for more in ({"history": True}, {"road": Road.COURT}):
        dispute_id = uuid4()
        assert await door.hear(LISTENS, routed(dispute_id, **more)) is None
        assert await door.pages(mediation_of(dispute_id)) == []


async def test_without_a_committee_the_law_refuses(door: Door) -> None:
    """没有调解委员会的，不立卷 (PML 7)."""
    error = await door.hear(LISTENS, routed(uuid4(), organs=()))
    assert isinstance(error, Refused)


async def test_a_dispute_taken_back_is_not_mediated_on(door: Door) -> None:
    """纠纷撤回的，终止调解；已达成协议的不受影响 (PML 23)."""
    dispute_id = uuid4()
    await door.hear(LISTENS, routed(dispute_id))
    withdrawn = DisputeWithdrawn(head=heard(dispute_id, "2026-03-02"))
    assert await door.hear(LISTENS, withdrawn) is None
    assert (await door.pages(mediation_of(dispute_id)))[-1] == "failed"
    assert await door.running(mediation_of(dispute_id)) == {}


async def test_a_party_applies_at_a_window_and_routing_finds_the_file(door: Door) -> None:
    """当事人在窗口申请，申请即为同意；分流后不重复立卷 (PML 17)."""
    dispute_id = await door.registered()
    said = {"dispute_id": str(dispute_id), "committee": COMMITTEE, "text": "请求归还借款"}
    shown = await door.done("/mediations", CLERK, **said, side="applicant")
    assert (shown["state"], shown["consented"]) == ("proposed", ["applicant"])
    assert await door.hear(LISTENS, routed(dispute_id)) is None
    assert await door.pages(shown["case_id"]) == ["proposed", "consent_given"]
    again = await door.post("/mediations", CLERK, **said, side="opponent")
    assert again.status_code == 409
    path = f"/mediations/{shown['case_id']}"
    await door.done(f"{path}/refusal", CLERK, side="opponent")
    other = await door.done("/mediations", CLERK, **said, side="applicant")
    assert other["case_id"] != shown["case_id"]


async def test_a_dispute_that_no_window_took_in_is_not_mediated(door: Door) -> None:
    """没有登记的纠纷，不立调解案卷."""
    dispute_id = uuid4()
    said = {"dispute_id": str(dispute_id), "committee": COMMITTEE, "text": "请求归还借款"}
    answer = await door.post("/mediations", CLERK, **said, side="applicant")
    assert (answer.status_code, answer.json()["detail"]) == (404, "没有这件纠纷，请先登记")
    assert await door.pages(mediation_of(dispute_id)) == []


@pytest.mark.parametrize(
    ("act", "body"),
    [
        pytest.param("mediator", {"mediators": ["mediator-7"]}, id="no mediator before consent"),
        pytest.param("refusal", {"side": "opponent"}, id="no refusal before it"),
        pytest.param("failure", {"ground": "no_agreement"}, id="no end before it"),
    ],
)
async def test_no_step_is_dated_before_the_one_that_its_periods_began_with(
    door: Door, act: str, body: dict[str, object]
) -> None:
    """各方3月2日同意，此后的步骤不得早于该日 (PML 17)."""
    path = await begun(door)
    early = await door.post(f"{path}/{act}", MEDIATOR, **body, on="2026-03-01")
    assert early.status_code == 422
    assert "日期不得早于前一步骤之日2026-03-02" in early.text
    await door.done(f"{path}/{act}", MEDIATOR, **body, on="2026-03-02")


async def test_no_agreement_is_performed_before_it_was_made(door: Door) -> None:
    """协议3月9日达成，履行不得早于该日 (PML 31)."""
    path = await begun(door)
    await door.done(f"{path}/mediator", MEDIATOR, mediators=["mediator-7"])
    said = {"form": "oral", "content": "归还三万元", "perform_by": "2026-05-08"}
    await door.on("2026-03-10").done(f"{path}/agreement", MEDIATOR, **said, on="2026-03-09")
    early = await door.post(f"{path}/performance", MEDIATOR, on="2026-03-08")
    assert early.status_code == 422
    await door.done(f"{path}/performance", MEDIATOR, on="2026-03-10")


async def test_another_committee_does_not_see_the_file(door: Door) -> None:
    """调解员不得泄露，其他委员会看不到案卷 (PML 15)."""
    path = await begun(door)
    assert (await door.get(path, STRANGER)).status_code == 404
    answer = await door.post(f"{path}/mediator", STRANGER, mediators=["mediator-9"])
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {"form": "written", "content": "略"},
        {"form": "oral", "content": "略", "sealed_on": "2026-03-02"},
        {"form": "oral", "content": ""},
    ],
)
async def test_an_agreement_that_cannot_be_what_it_says_is_told_so(
    door: Door, body: dict[str, object]
) -> None:
    """书面协议缺签名、盖章之日的，退回填写 (PML 29)."""
    path = await begun(door)
    assert (await door.post(f"{path}/agreement", MEDIATOR, **body)).status_code == 422


async def test_a_committee_that_is_none_is_told_so(door: Door) -> None:
    """只有人民调解委员会可以受理 (PML 7)."""
    for code in ("620702-gongan", "620702-nothing"):
        body = {"dispute_id": str(await door.registered()), "committee": code, "text": "请求调解"}
        assert (await door.post("/mediations", CLERK, **body)).status_code == 422


async def test_danger_is_reported_to_an_organ_that_exists(door: Door) -> None:
    """及时向公安机关或者其他部门报告 (PML 25)."""
    path = await begun(door)
    body = {"danger": "security", "measures": "已劝离"}
    shown = await door.done(f"{path}/escalation", MEDIATOR, **body, reported_to="620702-gongan")
    assert shown["state"] == "consented"
    wrong = await door.post(f"{path}/escalation", MEDIATOR, **body, reported_to="620702-none")
    assert wrong.status_code == 422


async def test_when_the_term_is_over_the_file_waits_for_the_mediator(door: Door) -> None:
    """调解期限届满后可以约定延长，或者终止并告知途径 (PML 26)."""
    path = await begun(door)
    await door.done(f"{path}/mediator", MEDIATOR, mediators=["mediator-7"])
    await door.on("2026-04-02").sweep()
    assert (await door.get(path, MEDIATOR)).json()["state"] == "term_over"
    shown = await door.done(f"{path}/term-extension", MEDIATOR, extended_to="2026-05-08")
    assert await door.running(shown["case_id"]) == {"longer_term": date(2026, 5, 8)}
    shown = await door.done(f"{path}/failure", MEDIATOR, ground="no_agreement")
    assert shown["state"] == "failed"


async def test_who_does_not_perform_may_be_sued_or_enforced_against(door: Door) -> None:
    """告知起诉；经确认的告知申请执行 (PML 32, 33)."""
    path = await begun(door)
    await door.done(f"{path}/mediator", MEDIATOR, mediators=["mediator-7"])
    await door.done(f"{path}/agreement", MEDIATOR, form="oral", content="归还三万元")
    both = ["applicant", "opponent"]
    await door.done(f"{path}/confirmation", MEDIATOR, sides=both, court="620702-fayuan")
    await door.done(f"{path}/confirmation-ruling", MEDIATOR, confirmed=True)
    shown = await door.done(f"{path}/non-performance", MEDIATOR, partly=True)
    assert shown["ways"] == ["向人民法院申请强制执行（《人民调解法》第33条第2款）"]


async def test_consent_of_each_side_is_recorded_as_it_comes(door: Door) -> None:
    """双方先后同意 (PML 17)."""
    dispute_id = uuid4()
    await door.hear(LISTENS, routed(dispute_id, willingness=Willingness.UNKNOWN), county="620702")
    path = f"/mediations/{mediation_of(dispute_id)}"
    assert (await door.done(f"{path}/consent", CLERK, sides=["opponent"]))["state"] == "proposed"
    shown = await door.done(f"{path}/consent", CLERK, sides=["applicant"])
    assert shown["state"] == "consented"


async def kept(door: Door, dispute_id: UUID, **sides: str) -> dict[str, UUID]:
    """The parties of a dispute as intake leaves them; their ids by name."""
    ids = {name: uuid4() for name in sides}
    await door.hub.pool.executemany(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, $3, 'natural', $4, now())",
        [(ids[name], dispute_id, side, name) for name, side in sides.items()],
    )
    return ids


async def test_a_party_applies_for_its_own_side_only(door: Door) -> None:
    """一方不得替对方表示同意调解 (PML 17, 23)."""
    dispute_id = await door.registered()
    ids = await kept(door, dispute_id, anna="applicant", bert="opponent")
    said = {"dispute_id": str(dispute_id), "committee": COMMITTEE, "text": "请求归还借款"}
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [dispute_id]}
    anna = party | {"persons": [ids["anna"]]}
    for wrong in ({"side": "opponent"}, {}):
        answer = await door.post("/mediations", anna, **said, **wrong)
        assert (answer.status_code, answer.json()["article"]["code"]) == (409, "PML 17")
    assert (await door.post("/mediations", party, **said, side="applicant")).status_code == 409
    shown = await door.done("/mediations", anna, **said, side="applicant")
    assert shown["consented"] == ["applicant"]


async def test_one_of_several_on_a_side_does_not_consent_for_the_others(door: Door) -> None:
    """一方有数人的，各自自愿 (PML 17)."""
    dispute_id = await door.registered()
    ids = await kept(door, dispute_id, anna="applicant", carl="applicant", bert="opponent")
    said = {"dispute_id": str(dispute_id), "committee": COMMITTEE, "text": "请求归还借款"}
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [dispute_id]}
    alone = await door.post(
        "/mediations", party | {"persons": [ids["anna"]]}, **said, side="applicant"
    )
    assert alone.status_code == 409
    both = party | {"persons": [ids["anna"], ids["carl"]]}
    await door.done("/mediations", both, **said, side="applicant")


async def test_each_party_says_for_itself_whether_it_will_be_mediated(door: Door) -> None:
    """各方自己同意或者拒绝调解，不得替对方表示 (PML 17, 23)."""
    dispute_id = await door.registered()
    ids = await kept(door, dispute_id, anna="applicant", bert="opponent")
    said = {"dispute_id": str(dispute_id), "committee": COMMITTEE, "text": "请求归还借款"}
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [dispute_id]}
    anna, bert = party | {"persons": [ids["anna"]]}, party | {"persons": [ids["bert"]]}
    shown = await door.done("/mediations", anna, **said, side="applicant")
    path = f"/mediations/{shown['case_id']}"
    for wrong in ({"sides": ["opponent"]}, {"sides": ["applicant", "opponent"]}):
        answer = await door.post(f"{path}/consent", anna, **wrong)
        assert (answer.status_code, answer.json()["article"]["code"]) == (409, "PML 17")
    assert (await door.post(f"{path}/refusal", anna, side="opponent")).status_code == 409
    stranger = bert | {"disputes": [uuid4()]}
    assert (await door.post(f"{path}/refusal", stranger, side="opponent")).status_code == 404
    assert (await door.done(f"{path}/consent", bert, sides=["opponent"]))["state"] == "consented"


async def test_a_party_of_another_dispute_finds_none(door: Door) -> None:
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [uuid4()]}
    said = {"dispute_id": str(uuid4()), "committee": COMMITTEE, "text": "请求归还借款"}
    assert (await door.post("/mediations", party, **said, side="applicant")).status_code == 404
