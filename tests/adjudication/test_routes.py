"""Adjudication through HTTP and through what it hears, on a real database."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time
from uuid import UUID, uuid4

import httpx
import pytest

from services.adjudication.agents import LISTENS
from services.adjudication.routes import router
from services.adjudication.store import adjudication_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.routing import DisputeRouted, Road
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.web import web_app
from shared.work import Hub
from tests.adjudication.makers import ANNA, BERT, GOVERNMENT
from tests.mediation.doors import Door, heard

OFFICER = {"code": "officer-7", "roles": [Role.ADJUDICATOR], "organ": GOVERNMENT}
STRANGER = {"code": "officer-9", "roles": [Role.ADJUDICATOR], "organ": "620725-government"}
CLERK = {"code": "clerk-1", "roles": [Role.WINDOW], "organ": "620702-window-1"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(date(2026, 3, 2), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="行政裁决", routers=[router], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


def routed(dispute_id: UUID, **more: object) -> DisputeRouted:
    said = {
        "head": heard(dispute_id, "2026-03-02"),
        "road": Road.ADJUDICATION,
        "rule": "statutory",
        "article": "LAL 14",
        "organs": (GOVERNMENT,),
        "matter": "tudi",
        "place": "620702100",
        "county": "620702",
    }
    return DisputeRouted.model_validate({**said, **more})


def application(dispute_id: UUID, **more: object) -> dict[str, object]:
    said = {
        "dispute_id": str(dispute_id),
        "matter": "tudi",
        "authority": GOVERNMENT,
        "applicants": [str(ANNA)],
        "respondents": [str(BERT)],
        "text": "请求确认争议地块的使用权",
    }
    return {**said, **more}


async def applied(door: Door, **more: object) -> str:
    dispute_id = await door.registered()
    shown = await door.done("/adjudications", CLERK, **application(dispute_id, **more))
    return f"/adjudications/{shown['case_id']}"


async def test_the_right_is_told_once_and_the_application_comes_on_the_same_file(
    door: Door,
) -> None:
    """告知裁决权利后，当事人自己申请 (PLAN 24)."""
    dispute_id = await door.registered()
    for _ in range(2):
        assert await door.hear(LISTENS, routed(dispute_id), county="620702") is None
    file = adjudication_of(dispute_id)
    assert await door.pages(file) == ["right_notified"]
    assert await door.running(file) == {}
    shown = await door.done("/adjudications", CLERK, **application(dispute_id))
    assert (shown["case_id"], shown["state"], shown["version"]) == (str(file), "applied", 2)
    assert shown["basis"] == "《土地管理法》第14条"
    assert await door.running(file) == {"accept": date(2026, 3, 11)}
    again = await door.post("/adjudications", CLERK, **application(dispute_id))
    assert again.status_code == 409


async def test_an_application_in_another_matter_gets_a_file_of_its_own(door: Door) -> None:
    """申请事项与告知不同的，另行立卷."""
    dispute_id = await door.registered()
    await door.hear(LISTENS, routed(dispute_id), county="620702")
    shown = await door.done("/adjudications", CLERK, **application(dispute_id, matter="lindi"))
    assert shown["case_id"] != str(adjudication_of(dispute_id))
    assert shown["matter"] == "lindi"


async def test_a_matter_without_a_statute_is_refused(door: Door) -> None:
    """没有法律授权的，不得行政裁决 (PLAN 24)."""
    assert isinstance(await door.hear(LISTENS, routed(uuid4(), matter="hunyin")), Refused)
    dispute_id = await door.registered()
    answer = await door.post("/adjudications", CLERK, **application(dispute_id, matter="hunyin"))
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("matter", "authority"),
    [("tudi", "620702-ziran"), ("caigou", GOVERNMENT), ("caigou", "620702-gongan")],
)
async def test_only_the_organ_that_the_statute_names_adjudicates(
    door: Door, matter: str, authority: str
) -> None:
    """土地由人民政府处理，政府采购投诉由财政部门处理 (LAL 14, GPL 56)."""
    body = application(await door.registered(), matter=matter, authority=authority)
    assert (await door.post("/adjudications", CLERK, **body)).status_code == 409


async def test_a_dispute_that_no_window_took_in_is_not_adjudicated(door: Door) -> None:
    """没有登记的纠纷，不立裁决案卷."""
    dispute_id = uuid4()
    answer = await door.post("/adjudications", CLERK, **application(dispute_id))
    assert (answer.status_code, answer.json()["detail"]) == (404, "没有这件纠纷，请先登记")
    assert await door.pages(adjudication_of(dispute_id)) == []


async def test_history_opens_nothing(door: Door) -> None:
    """历史台账不告知、不立卷."""
    dispute_id = uuid4()
    assert await door.hear(LISTENS, routed(dispute_id, history=True)) is None
    assert await door.pages(adjudication_of(dispute_id)) == []


async def test_from_application_to_a_ruling_that_the_court_enforces(door: Door) -> None:
    """受理、答辩、调解、处理意见、裁决、送达、催告、申请执行."""
    path = await applied(door)
    file = path.rpartition("/")[2]
    await door.on("2026-03-09").done(f"{path}/acceptance", OFFICER)
    await door.on("2026-03-10").done(f"{path}/copy", OFFICER)
    await door.on("2026-03-12").done(f"{path}/copy-receipt", OFFICER, party=str(BERT))
    assert (await door.running(file))["answer"] == date(2026, 4, 13)
    await door.on("2026-04-14").sweep()
    shown = await door.done(f"{path}/mediation", OFFICER, settled=False)
    assert shown["answers"] == {str(BERT): "silent"}
    await door.on("2026-05-08").done(f"{path}/opinion", OFFICER, text="建议归申请人使用")
    await door.on("2026-05-12").done(f"{path}/opinion-submission", OFFICER)
    owed = {"obliged": [str(BERT)], "performance_days": 30}
    await door.on("2026-06-01").done(f"{path}/ruling", OFFICER, text="退还土地", **owed)
    for party in (ANNA, BERT):
        await door.on("2026-06-02").done(f"{path}/service", OFFICER, party=str(party))
    shown = (await door.get(path, OFFICER)).json()
    assert (shown["perform_by"], shown["remedy_until"]) == ("2026-07-02", "2026-08-03")
    await door.on("2026-07-06").done(f"{path}/urging", OFFICER, party=str(BERT))
    early = await door.post(f"{path}/enforcement", OFFICER, court="620702-fayuan")
    assert early.status_code == 409
    shown = await door.on("2026-08-04").done(f"{path}/enforcement", OFFICER, court="620702-fayuan")
    assert shown["state"] == "enforcement"
    assert await door.running(file) == {}
    lapsed = [kind for kind in await door.pages(file) if kind.endswith(("expired", "due"))]
    assert lapsed == [
        "answer_period_expired",
        "performance_due",
        "urging_expired",
        "remedy_period_expired",
        "remedy_period_expired",
    ]


async def test_what_is_settled_is_watched_until_performed(door: Door) -> None:
    """先行调解成功的，制作调解书并督促履行 (PLAN 24)."""
    path = await applied(door, matter="mingcheng", authority="620702-shijian")
    officer = {**OFFICER, "organ": "620702-shijian"}
    await door.done(f"{path}/acceptance", officer)
    body = {"settled": True, "text": "三十日内变更名称", "perform_by": "2026-04-01"}
    shown = await door.done(f"{path}/mediation", officer, **body)
    assert await door.running(shown["case_id"]) == {"perform_settlement": date(2026, 4, 1)}
    shown = await door.on("2026-04-03").done(f"{path}/performance", officer)
    assert shown["state"] == "performed"


async def test_a_duty_that_is_overdue_is_on_file_and_the_act_may_still_be_done(door: Door) -> None:
    """逾期未审查受理的，记录在卷，仍应办理."""
    path = await applied(door)
    await door.on("2026-03-12").sweep()
    assert (await door.pages(path.rpartition("/")[2]))[-1] == "overdue"
    late = await door.post(f"{path}/acceptance", OFFICER, on="2026-03-10")
    assert late.status_code == 409
    assert "土地权属争议调查处理办法" in late.text
    assert (await door.done(f"{path}/acceptance", OFFICER))["state"] == "accepted"


async def test_another_government_does_not_see_the_file(door: Door) -> None:
    """其他机关看不到案卷."""
    path = await applied(door)
    assert (await door.get(path, STRANGER)).status_code == 404
    assert (await door.post(f"{path}/acceptance", STRANGER)).status_code == 404
    assert (await door.get(f"/adjudications/{uuid4()}", OFFICER)).status_code == 404
    assert (await door.post(f"/adjudications/{uuid4()}/acceptance", OFFICER)).status_code == 404


async def test_a_window_of_another_county_takes_an_application_and_sees_it(door: Door) -> None:
    """异地代收：任何窗口都可以代收申请，并可查看代收的案卷."""
    far = {"code": "clerk-8", "roles": [Role.WINDOW], "organ": "620725-window-1"}
    shown = await door.done("/adjudications", far, **application(await door.registered()))
    path = f"/adjudications/{shown['case_id']}"
    assert (await door.get(path, far)).status_code == 200
    assert (await door.get(path, OFFICER)).status_code == 200


async def test_a_settlement_without_its_paper_is_told_so(door: Door) -> None:
    """达成协议的，须有调解书."""
    path = await applied(door)
    await door.done(f"{path}/acceptance", OFFICER)
    for body in ({"settled": True}, {"settled": False, "text": "略"}):
        assert (await door.post(f"{path}/mediation", OFFICER, **body)).status_code == 422


async def test_a_contested_ruling_stands_or_falls(door: Door) -> None:
    """复议、诉讼终结后，裁决继续有效或者终结 (ALL 69, 70)."""
    officer = {**OFFICER, "organ": "620702-caizheng"}
    for upheld, state in ((True, "served"), (False, "overturned")):
        path = await applied(door, matter="caigou", authority="620702-caizheng")
        await door.done(f"{path}/acceptance", officer)
        await door.done(f"{path}/copy", officer)
        await door.done(f"{path}/copy-receipt", officer, party=str(BERT))
        await door.done(f"{path}/answer", officer, party=str(BERT), text="评审程序合法")
        await door.done(f"{path}/ruling", officer, text="驳回投诉")
        await door.done(f"{path}/service", officer, party=str(ANNA))
        remedy = {"taker": str(ANNA), "remedy": "litigation"}
        shown = await door.done(f"{path}/remedy", officer, **remedy)
        assert shown["state"] == "contested"
        shown = await door.done(f"{path}/remedy-result", officer, upheld=upheld)
        assert shown["state"] == state


async def test_an_application_is_declined_or_taken_back(door: Door) -> None:
    """不予受理的说明理由；申请人可以撤回 (GPR 57)."""
    path = await applied(door)
    body = {"ground": "in_court", "reason": "人民法院已经受理"}
    assert (await door.done(f"{path}/declination", OFFICER, **body))["state"] == "declined"
    path = await applied(door)
    assert (await door.done(f"{path}/withdrawal", CLERK))["state"] == "withdrawn"


async def test_more_time_for_an_opinion_moves_its_day(door: Door) -> None:
    """经批准延长调查处理期限."""
    path = await applied(door)
    shown = await door.done(f"{path}/acceptance", OFFICER)
    assert (await door.running(shown["case_id"]))["opinion"] == date(2026, 9, 2)
    await door.done(f"{path}/opinion-extension", OFFICER, extended_to="2026-12-01")
    running = await door.running(shown["case_id"])
    assert running["longer_opinion"] == date(2026, 12, 1)
    assert "opinion" not in running


async def test_a_ruling_on_title_is_closed_once_it_can_no_longer_be_contested(door: Door) -> None:
    """只确认权属的，救济期限届满后结案 (RULES 45)."""
    path = await applied(door, matter="caigou", authority="620702-caizheng")
    officer = {**OFFICER, "organ": "620702-caizheng"}
    await door.done(f"{path}/acceptance", officer)
    await door.done(f"{path}/copy-receipt", officer, party=str(BERT))
    await door.done(f"{path}/answer", officer, party=str(BERT), text="评审程序合法")
    await door.done(f"{path}/ruling", officer, text="投诉不成立")
    for party in (ANNA, BERT):
        await door.done(f"{path}/service", officer, party=str(party))
    assert (await door.post(f"{path}/closing", officer)).status_code == 409
    assert (await door.on("2026-09-03").done(f"{path}/closing", officer))["state"] == "closed"


async def test_a_party_applies_in_its_own_name_only(door: Door) -> None:
    """当事人以本人名义申请裁决 (PLAN 24)."""
    dispute_id = await door.registered()
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [dispute_id]}
    said = application(dispute_id)
    other = await door.post("/adjudications", party | {"persons": [BERT]}, **said)
    assert (other.status_code, other.json()["article"]["code"]) == (409, "PLAN 24")
    nobody = await door.post("/adjudications", party, **said)
    assert nobody.status_code == 409
    await door.done("/adjudications", party | {"persons": [ANNA]}, **said)


async def test_an_application_online_arrives_the_day_it_is_handed_in(door: Door) -> None:
    """网上申请裁决，到达之日为收到之日；窗口仍可补登较早的日期 (PLAN 24)."""
    dispute_id = await door.registered()
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [dispute_id], "persons": [ANNA]}
    earlier = application(dispute_id, on="2026-03-02")
    door.on("2026-03-05")
    refused = await door.post("/adjudications", party, **earlier)
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "PLAN 24")
    assert "到达之日（2026-03-05）为收到之日" in refused.json()["detail"]
    await door.done("/adjudications", CLERK, **earlier)


async def test_a_respondent_that_consents_has_its_copy_online_once_it_was_sent(door: Door) -> None:
    """申请书副本：发出以后，被申请人同意的可以自行签收，只签本人的，到达之日为送达日期 (CPL 90)."""
    path = await applied(door)
    await door.done(f"{path}/acceptance", OFFICER)
    dispute_id = await door.hub.pool.fetchval("SELECT dispute_id FROM adjudication.adjudication")
    bert = {"code": "party-2", "roles": [Role.PARTY], "disputes": [dispute_id], "persons": [BERT]}
    anna = bert | {"persons": [ANNA]}
    receipt, own = f"{path}/copy-receipt", {"party": str(BERT)}
    early = await door.post(receipt, bert, **own)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "CPL 90(1)")
    await door.done(f"{path}/copy", OFFICER)
    anothers = await door.post(receipt, anna, **own)
    assert (anothers.status_code, anothers.json()["article"]["code"]) == (409, "CPL 90(1)")
    assert (await door.post(receipt, anna, party=str(ANNA))).status_code == 409
    door.on("2026-03-05")
    backdated = await door.post(receipt, bert, **own, on="2026-03-03")
    assert (backdated.status_code, backdated.json()["article"]["code"]) == (409, "CPL 90(2)")
    assert (await door.done(receipt, bert, **own))["answers"] == {str(BERT): "served"}
    assert (await door.post(receipt, bert, **own)).status_code == 409, "served once"


async def test_an_applicant_takes_back_what_all_applicants_brought_and_nobody_else(
    door: Door,
) -> None:
    """撤回裁决申请由申请人办理，数人的共同办理 (GPR 57)."""
    dispute_id = await door.registered()
    shown = await door.done("/adjudications", CLERK, **application(dispute_id))
    path = f"/adjudications/{shown['case_id']}/withdrawal"
    party = {"code": "party-1", "roles": [Role.PARTY], "disputes": [dispute_id]}
    answer = await door.post(path, party | {"persons": [BERT]})
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "GPR 57")
    assert (await door.done(path, party | {"persons": [ANNA]}))["state"] == "withdrawn"
