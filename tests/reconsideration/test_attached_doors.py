"""附带审查 through HTTP and hearing: two files that tell each other, and the decision."""

import json
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.agents import LISTENS
from services.reconsideration.queries.approvals import waiting
from services.reconsideration.queries.following import Sieve, beside_cases
from shared.auth import Identity, Role, may_see
from shared.contracts.catalogue import read
from shared.frame.sorting import Order
from shared.labels import labels_in
from shared.sweep import Sweep
from shared.work import Act, Hub
from shared.work.act import Message
from tests.reconsideration.deciding import RIGHT, road
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, RESPONDENT
from tests.reconsideration.test_pausing_doors import HANDLER
from tests.reconsideration.test_pausing_doors import clock as clock  # noqa: PLC0414 - a fixture
from tests.reconsideration.test_pausing_doors import door as door  # noqa: PLC0414 - a fixture
from tests.reconsideration.test_routes import (
    DEPARTMENT,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    Door,
    _handle,
)
from tests.reconsideration.test_settling_doors import DOCUMENT, WILLING

REQUEST = {"document": "local", "text": "请求审查《某区市容管理办法》第八条"}
BASIS = {**RIGHT, "basis": "unlawful"}


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.text)
    return dict(answer.json())


CONSUMER = "hub.reconsideration.office"
UNHEARD = """
SELECT o.kind, o.body, o.labels FROM hub.outbox o
WHERE o.kind = ANY($1::text[]) AND NOT EXISTS (
  SELECT FROM hub.inbox i
  WHERE i.consumer = $2 AND i.case_id = o.case_id AND i.version = o.version)
ORDER BY o.seq
"""


async def settle(hub: Hub) -> None:
    """Let reconsideration hear what it has said itself, until there is nothing new."""
    kinds = {kind.kind_name(): kind for kind in LISTENS}
    while rows := await hub.pool.fetch(UNHEARD, list(kinds), CONSUMER):
        for row in rows:
            fact = read(row["kind"], row["body"])
            heard = LISTENS[type(fact)]
            act = Act(
                do=partial(_handle, heard.handler, fact),
                files=tuple(heard.files(fact)),
                labels=labels_in(row["labels"]),
                heard=Message(CONSUMER, fact.head.case_id, fact.head.version),
            )
            await hub.act(act)


async def review_of(door: Door, nth: int = 1) -> str:
    """The door of the file in which a document is reviewed, once the mailroom has heard."""
    await settle(door.hub)
    case_id: UUID = await door.hub.pool.fetchval(
        "SELECT case_id FROM reconsideration.attached WHERE nth = $1", nth
    )
    return f"/attached-reviews/{case_id}"


async def kinds(door: Door, path: str) -> list[str]:
    rows = await door.hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version",
        UUID(path.rpartition("/")[2]),
    )
    return [row["kind"].split(".")[1] for row in rows]


async def running(door: Door, path: str) -> set[str]:
    rows = await door.hub.pool.fetch(
        "SELECT name FROM hub.deadline WHERE case_id = $1 AND ended IS NULL",
        UUID(path.rpartition("/")[2]),
    )
    return {row["name"] for row in rows}


@pytest.fixture
async def case(door: Door) -> str:
    """Attacked with its document on 2 March, examined by the 20th and suspended for it."""
    path = await door.apply()
    await done(door, f"{path}/attached-request", PARTY, **REQUEST)
    await done(door, f"{path}/acceptance", HANDLER)
    await done(door, f"{path}/copy", HANDLER, received_on="2026-03-02")
    door.on("2026-03-16")
    await done(door, f"{path}/reply", DEPARTMENT, text="答复如下")
    await done(door, f"{path}/views", HANDLER, manner="telephone", record="处罚没有依据")
    door.on("2026-03-20")
    await done(door, f"{path}/suspension", OFFICER, cause="document", text="附带审查，中止审理")
    return path


async def test_a_document_of_an_organ_below_is_reviewed_stopped_and_the_act_falls_with_it(
    door: Door,
    case: str,
) -> None:
    """申请、中止、认定有权、通知、答复、处理、恢复、决定 (ARL 13, 39, 56, 58, 59, 64)."""
    review = await review_of(door)
    assert await running(door, review) == {"forward"}
    await done(door, f"{review}/competence", HANDLER, issuer=RESPONDENT)
    assert await running(door, review) == {"handle", "ask_issuer"}
    told = {"text": "请就第八条的合法性书面答复", "received_on": "2026-03-20"}
    await done(door, f"{review}/issuer-notice", HANDLER, **told)
    door.on("2026-03-27")
    await done(door, f"{review}/issuer-reply", HANDLER, text="第八条依据上位法制定")
    found = {"flaw": "conflict", "text": "第八条与上位法相抵触"}
    nobody = await door.post(f"{review}/conclusion", HANDLER, **found, order="停止执行，责令纠正")
    assert nobody.status_code == 403
    bare = await door.post(f"{review}/conclusion", OFFICER, **found)
    assert (bare.status_code, bare.json()["article"]["code"]) == (409, "ARL 59")
    await done(door, f"{review}/conclusion", OFFICER, **found, order="停止执行，责令纠正")
    assert await running(door, review) == {"issuer_corrects"}
    await settle(door.hub)
    assert (await kinds(door, case))[-2:] == ["attached_result", "cause_gone"]
    assert await running(door, case) >= {"resume"}
    back = await done(door, f"{case}/resumption", HANDLER, text="附带审查已有结果，恢复审理")
    assert [(one["nth"], one["flaw"]) for one in back["attached"]] == [(1, "conflict")]
    door.on("2026-04-10")
    upheld = [step for step in road("upheld") if step[0] != "seal"]
    for path, who, body in upheld[:2]:
        await done(door, f"{case}/{path}", OFFICER if who == "head" else HANDLER, **body)
    kept = await door.post(f"{case}/draft", HANDLER, **upheld[2][2])
    assert (kept.status_code, kept.json()["article"]["code"]) == (409, "ARL 64(1)(3)")
    for path, who, body in road("revoked", found=BASIS, reviewers=False, text="撤销。"):
        await done(door, f"{case}/{path}", OFFICER if who == "head" else HANDLER, **body)
    assert (await kinds(door, case))[-1] == "decided"


async def test_a_document_from_above_is_forwarded_and_waited_for_when_its_answer_is_late(
    door: Door,
    case: str,
) -> None:
    """无权处理的转送，逾期不回复的记录，迟到的处理意见也使中止的原因消除 (ARL 56, 60)."""
    review = await review_of(door)
    above = {"issuer": "620000-government", "receiver": "620000-government"}
    sent = {**above, "text": "请依法处理", "received_on": "2026-03-20"}
    await done(door, f"{review}/document-forwarding", HANDLER, **sent)
    assert await running(door, review) == {"receiver_answers"}
    door.on("2026-05-21")
    await Sweep(door.hub).once()
    assert (await kinds(door, review))[-1] == "handling_opinion_overdue"
    early = await door.post(f"{case}/resumption", HANDLER, text="恢复")
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 39(2)")
    urged = await done(door, f"{review}/handling-opinion-urging", HANDLER, text="请即回复")
    assert (urged["state"], urged["urged_on"]) == ("awaited", "2026-05-21")
    door.on("2026-05-25")
    opinion = {"flaw": "none", "text": "经审查，第八条合法"}
    answered = await done(door, f"{review}/handling-opinion", HANDLER, **opinion)
    assert answered["state"] == "opinion_received"
    await settle(door.hub)
    seen = (await door.get(case, HANDLER)).json()
    assert [one["gone_on"] for one in seen["suspended_for"]] == ["2026-05-25"]


async def test_what_is_heard_twice_is_done_once(
    door: Door,
    case: str,
) -> None:
    """同一消息再次送达，不重复立卷、不重复记录."""
    review = await review_of(door)
    await door.hub.pool.execute("DELETE FROM hub.inbox WHERE consumer LIKE '%reconsideration%'")
    await settle(door.hub)
    assert await kinds(door, review) == ["attached_opened"]
    assert (await kinds(door, case)).count("attached_begun") == 1


async def test_another_document_that_comes_up_meanwhile_begins_at_once(
    door: Door,
    case: str,
) -> None:
    """中止期间又提出另一份文件的，自提出之日开始审查；全部有结果才恢复 (ARL 39; ARR2007 26)."""
    door.on("2026-03-24")
    late = {**REQUEST, "unknown_before": True}
    await done(door, f"{case}/attached-request", PARTY, **late)
    first, second = await review_of(door), await review_of(door, 2)
    seen = (await door.get(second, HANDLER)).json()
    assert seen["suspended_on"] == "2026-03-24"
    sent = {"issuer": "620000-government", "receiver": "620000-government", "text": "请处理"}
    await done(door, f"{first}/document-forwarding", HANDLER, **sent)
    await done(door, f"{first}/handling-opinion", HANDLER, flaw="none", text="合法")
    await settle(door.hub)
    assert (await kinds(door, case))[-1] == "attached_result"
    await done(door, f"{case}/attached-withdrawal", PARTY, nth=2, reason="不再要求审查")
    await settle(door.hub)
    assert (await kinds(door, case))[-2:] == ["attached_dropped", "cause_gone"]
    assert (await door.get(second, HANDLER)).json()["state"] == "dropped"


async def test_a_case_that_is_withdrawn_takes_its_reviews_along(
    door: Door,
    case: str,
) -> None:
    """准予撤回而终止的，附带审查随之终结 (ARL 41)."""
    review = await review_of(door)
    await done(door, f"{case}/withdrawal", PARTY)
    await done(door, f"{case}/termination", OFFICER)
    await settle(door.hub)
    assert (await kinds(door, case))[-2:] == ["attached_dropped", "terminated"]
    assert (await kinds(door, review))[-1] == "attached_ended"
    assert await running(door, review) == set()


async def test_a_case_that_is_mediated_takes_its_reviews_along(door: Door, case: str) -> None:
    """附带审查期间调解成的，调解书盖章结案，附带审查随之终结 (ARL 73)."""
    review = await review_of(door)
    await done(door, f"{case}/mediation", HANDLER, **WILLING)
    await done(door, f"{case}/mediation-document", OFFICER, **DOCUMENT)
    for who in ("applicant", "respondent"):
        await done(door, f"{case}/mediation-signature", HANDLER, standing=who)
    await done(door, f"{case}/mediation-seal", OFFICER)
    await settle(door.hub)
    assert (await kinds(door, case))[-2:] == ["attached_dropped", "mediation_document_sealed"]
    assert (await kinds(door, review))[-1] == "attached_ended"


async def test_no_party_and_no_respondent_reads_the_review_and_an_outsider_asks_for_none(
    door: Door,
    case: str,
) -> None:
    """附带审查案卷由行政复议机构办理，当事人看本案案卷里的结果 (ARL 56)."""
    review = await review_of(door)
    assert (await door.get(review, HANDLER)).status_code == 200
    for who in (PARTY, OTHER_PARTY, DEPARTMENT):
        assert (await door.get(review, who)).status_code in {403, 404}
    outsider = await door.post(f"{case}/attached-request", OTHER_PARTY, **REQUEST)
    assert outsider.status_code in {403, 404, 409}
    labels = json.loads(
        await door.hub.pool.fetchval(
            "SELECT labels FROM hub.file WHERE case_id = $1", UUID(review.rpartition("/")[2])
        )
    )
    anna = Identity.of("party-1", [Role.PARTY], disputes=[DISPUTE], persons=[ANNA])
    organ = Identity.of("clerk-3", [Role.DEPARTMENT], organ=RESPONDENT)
    body = Identity.of("officer-8", [Role.RECONSIDERATION], organ=AUTHORITY)
    seen = [may_see(who, DISPUTE, labels) for who in (anna, organ, body)]
    assert seen == [False, False, True]


async def test_what_was_learnt_of_a_review_is_read_back_as_it_was(
    door: Door,
    case: str,
) -> None:
    """案卷的现状与各页一致."""
    assert case
    review = await review_of(door)
    await done(door, f"{review}/competence", HANDLER, issuer=RESPONDENT)
    told = {"text": "请书面答复", "received_on": "2026-03-20"}
    await done(door, f"{review}/issuer-notice", HANDLER, **told)
    case_id = UUID(review.rpartition("/")[2])
    shelf = door.hub.shelf("reconsideration", "attached")
    kept, _ = await door.hub.read(shelf, case_id)
    rows = await door.hub.pool.fetch(
        "SELECT kind, body FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
    )
    told = shelf.blank(shelf.editions[0], DISPUTE, case_id)
    for row in rows:
        told = told.after(read(row["kind"], row["body"]))
    assert told == kept
    assert str(kept.issuer_notified_on) == "2026-03-20"


async def test_an_issuer_that_was_ordered_to_correct_reports_and_its_silence_is_on_file(
    door: Door,
    case: str,
) -> None:
    """责令制定机关纠正的，逾期未纠正记录在卷，仍须纠正并报送 (ARL 59; RULES 117)."""
    review = await review_of(door)
    await done(door, f"{review}/competence", HANDLER, issuer=RESPONDENT)
    told = {"text": "请书面答复", "received_on": "2026-03-20"}
    await done(door, f"{review}/issuer-notice", HANDLER, **told)
    await done(door, f"{review}/issuer-reply", HANDLER, text="依据上位法制定")
    found = {"flaw": "conflict", "text": "与上位法相抵触", "order": "停止执行，责令纠正"}
    ordered = await done(door, f"{review}/conclusion", OFFICER, **found)
    assert (ordered["state"], ordered["ordered_on"]) == ("correcting", "2026-03-20")
    await settle(door.hub)
    await done(door, f"{case}/resumption", HANDLER, text="附带审查已有结果，恢复审理")
    door.on("2026-05-20")  # sixty days end on 19 May
    await Sweep(door.hub).once()
    assert (await kinds(door, review))[-1] == "issuer_correction_overdue"
    late = await done(door, f"{review}/issuer-correction", HANDLER, text="第八条已经删去")
    assert (late["state"], late["corrected_on"]) == ("concluded", "2026-05-20")
    assert late["correction_overdue_on"] == "2026-05-19"


@pytest.mark.usefixtures("case")
async def test_a_review_stands_on_the_lists_of_handler_and_head_until_it_has_its_result(
    door: Door,
) -> None:
    """附带审查的各个期限在清单上，待作出处理的在负责人的待审批中 (ARL 56, 58, 59)."""
    review = await review_of(door)
    assert await on_the_list(door) == ["forward"]
    await done(door, f"{review}/competence", HANDLER, issuer=RESPONDENT)
    assert await on_the_list(door) == ["ask_issuer"]
    told = {"text": "请就第八条的合法性书面答复", "received_on": "2026-03-20"}
    await done(door, f"{review}/issuer-notice", HANDLER, **told)
    assert await on_the_list(door) == ["issuer_answers"]
    assert await waiting(door.hub, AUTHORITY, "attached", limit=9) == []
    door.on("2026-03-27")
    await done(door, f"{review}/issuer-reply", HANDLER, text="第八条依据上位法制定")
    assert await on_the_list(door) == ["handle"]
    [waits] = await waiting(door.hub, AUTHORITY, "attached", limit=9)
    assert str(waits.file_id) == review.removeprefix("/attached-reviews/")


async def on_the_list(door: Door) -> list[str | None]:
    sieve = Sieve("every", "attached")
    found, _ = await beside_cases(door.hub, AUTHORITY, "fuyi-07", sieve, Order("due"), limit=9)
    return [one.duty for one in found]


async def test_a_rule_that_the_authority_made_itself_and_doubts_it_takes_up(door: Door) -> None:
    """认为本机关制定的规章不合法的，认定有权处理，由本机关处理 (ARL 57)."""
    path = await door.apply()
    await done(door, f"{path}/acceptance", HANDLER)
    await done(door, f"{path}/basis-doubt", HANDLER, document="rule", reason="第八条超越权限")
    await done(door, f"{path}/suspension", OFFICER, cause="document", text="附带审查，中止审理")
    review = await review_of(door)
    other = await door.post(f"{review}/competence", HANDLER, issuer=RESPONDENT)
    assert (other.status_code, other.json()["article"]["code"]) == (409, "ARL 57")
    assert (await done(door, f"{review}/competence", HANDLER, issuer=AUTHORITY))["state"] == (
        "dealing"
    )
