"""被申请人被撤销或者职权变更, while the case is suspended and after the decision (ARL 19, 77)."""

from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from services.reconsideration import agents
from services.reconsideration.domain.aftermath_table import State as Following
from services.reconsideration.domain.changing import succeed
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.store import AFTERMATHS, CASES
from shared.contracts.reconsideration import DecisionDelivered, DecisionMade, Standing
from shared.contracts.reconsideration.aftermath import DecisionAnnulled
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.contracts.reconsideration.served import DecisionServed
from shared.law.article import ARL
from shared.verify.find import Broken
from tests.reconsideration.afterwards import (
    LABELS,
    case,
    done,
    follows,
    held,
    refused,
    served,
    to,
)
from tests.reconsideration.makers import (
    ANNA,
    FIELDS,
    PAPER,
    RESPONDENT,
    day,
    decided,
)
from tests.reconsideration.papered import made_of, says
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door, hear
from tests.reconsideration.test_succeeding import NEW, REPORT, succeeded
from tests.reconsideration.test_succeeding import refused as refusal_of
from tests.reconsideration.two_respondents import THIRD
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

LETTER: Final = {"organ": RESPONDENT, "flaw": "illegal", "text": "同类处罚未告知权利，请纠正。"}
RUNNING: Final = """
SELECT name, subject, until FROM hub.deadline
WHERE ended IS NULL AND name = ANY($1::text[]) ORDER BY name
"""
OF_LETTERS: Final = ["copy_letter", "report_correction"]
NEWEST: Final = "SELECT body FROM hub.outbox WHERE kind = $1 ORDER BY seq DESC LIMIT 1"


def moved(on: str, **said: str) -> dict[str, Any]:
    return {**REPORT, "succeeded_on": on, **said}


async def tell(door: Door, kind: type[Any] = RespondentSucceeded) -> None:
    await hear(door, kind, agents.LISTENS, LABELS)


async def sound(door: Door) -> tuple[dict[str, Broken], bool]:
    """What the walk over the files finds, and whether the rules of the office hold."""
    return await broken(door.hub), await held(door)


async def test_the_days_of_the_successor_stand_still_and_go_on_with_the_case(
    door: Door,
) -> None:
    """中止期间由其他机关承受的，答复期限照样停止计算，恢复以后由该机关接着答复 (ARL 19, 39, 48)."""
    path = await door.apply()
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-03-02")
    said = {"cause": "prevented", "text": "被申请人被撤销，尚未确定继续行使职权的机关"}
    await done(door, f"{path}/suspension", OFFICER, **said)
    door.on("2026-03-05")
    file = await done(door, f"{path}/respondent-succession", OFFICER, **moved("2026-03-04"))
    assert (file["respondent"], len(file["suspended_for"])) == (NEW, 1)
    assert await broken(door.hub) == {}
    await done(door, f"{path}/suspension-cause-gone", OFFICER, reason="承受机关已经确定")
    await done(door, f"{path}/resumption", OFFICER, text="恢复审理")
    replied = await done(door, f"{path}/reply", THIRD, text="答复如下")
    assert replied["state"] == "examining"
    assert await broken(door.hub) == {}


async def test_a_decision_not_yet_served_is_served_on_whoever_took_over(
    door: Door, case: str
) -> None:
    """决定作出以后、送达以前职权转移的，向继续行使职权的机关送达，由其履行 (ARL 19, 75, 77)."""
    door.on("2026-03-10")
    path = f"{case}/respondent-succession"
    file = await done(door, path, OFFICER, **moved("2026-03-09"))
    assert (file["state"], file["respondent"]) == ("decided", NEW)
    await tell(door)
    after = await served(door, case)
    body = await door.hub.pool.fetchval(NEWEST, DecisionDelivered.kind_name())
    assert DecisionDelivered.model_validate_json(body).respondent == NEW
    assert (await door.get(after, OFFICER)).json()["respondent"] == NEW
    assert await sound(door) == ({}, True)


async def test_whoever_has_the_decision_is_succeeded_in_what_follows(door: Door, case: str) -> None:
    """已经收到决定书的，在后续案卷记载；此后送达其他人，承受不变 (ARL 19, 75, 77)."""
    door.on("2026-03-10")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-09"))
    await tell(door, DecisionServed)
    after = await follows(door, case)
    said = moved("2026-03-09")
    assert await refused(door, f"{case}/respondent-succession", OFFICER, **said) == "ARL 19(4)"
    file = await done(door, f"{after}/respondent-succession", OFFICER, **said)
    assert (file["state"], file["respondent"]) == ("effective", NEW)
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-10"))
    await tell(door, DecisionDelivered)
    file = (await door.get(after, THIRD)).json()
    assert (file["state"], file["respondent"]) == ("following", NEW)
    assert await sound(door) == ({}, True)


async def test_whoever_waits_for_the_decision_is_not_succeeded_in_what_follows(
    door: Door, case: str
) -> None:
    """尚未收到决定书的，不在后续案卷记载 (ARL 19, 75)."""
    door.on("2026-03-10")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await tell(door, DecisionServed)
    after = await follows(door, case)
    said = moved("2026-03-09")
    assert await refused(door, f"{after}/respondent-succession", OFFICER, **said) == "ARL 19(4)"
    await done(door, f"{case}/respondent-succession", OFFICER, **said)
    await tell(door)
    file = (await door.get(after, OFFICER)).json()
    assert (file["state"], file["respondent"]) == ("effective", NEW)
    assert await sound(door) == ({}, True)


async def test_letters_to_the_one_before_are_reported_on_by_its_successor(
    door: Door, case: str
) -> None:
    """意见书由继续行使职权的机关报送，期限照旧；原机关不再看到 (ARL 19, 76, 77)."""
    after = await served(door, case)
    await done(door, f"{after}/opinion-letter", OFFICER, **LETTER)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    days = [one["until"] for one in await door.hub.pool.fetch(RUNNING, OF_LETTERS)]
    door.on("2026-03-11")
    path = f"{after}/respondent-succession"
    assert (await door.post(path, DEPARTMENT, **moved("2026-03-11"))).status_code == 403
    file = await done(door, path, OFFICER, **moved("2026-03-11"))
    assert (file["respondent"], file["letters"][0]["organ"]) == (NEW, NEW)
    rows = [tuple(one) for one in await door.hub.pool.fetch(RUNNING, OF_LETTERS)]
    assert rows == [(name, NEW, until) for name, until in zip(OF_LETTERS, days, strict=True)]
    await tell(door)
    for one in (case, after):
        assert (await door.get(one, DEPARTMENT)).status_code == 404
        assert (await door.get(one, THIRD)).status_code == 200
    reported = await done(door, f"{after}/correction-report", THIRD, text="已纠正。")
    assert reported["letters"][0]["answered_on"] == "2026-03-11"
    assert await sound(door) == ({}, True)


async def test_a_letter_sent_while_the_case_is_handled_is_its_successors_to_answer(
    door: Door,
) -> None:
    """审理中制发的意见书，由承受的机关报送纠正情况 (ARL 19, 76; RULES 116)."""
    path = await door.apply()
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-03-02")
    await done(door, f"{path}/aftermath", OFFICER)
    after = await follows(door, path)
    await done(door, f"{after}/opinion-letter", OFFICER, **LETTER)
    await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    early = await refused(door, f"{after}/respondent-succession", OFFICER, **moved("2026-03-02"))
    assert early == "ARL 19(4)"
    await done(door, f"{path}/respondent-succession", OFFICER, **moved("2026-03-02"))
    await tell(door)
    file = (await door.get(after, OFFICER)).json()
    assert (file["state"], file["respondent"]) == (Following.MEANWHILE, NEW)
    reported = await done(door, f"{after}/correction-report", THIRD, text="已纠正。")
    assert reported["letters"][0]["answered_on"] == "2026-03-02"
    assert await sound(door) == ({}, True)


async def test_what_fell_names_the_respondents_of_the_decision(door: Door, case: str) -> None:
    """承受以后决定被撤销的，写明的仍是决定书所列的被申请人，监督依此终止 (ARL 19; RULES 92)."""
    after = await served(door, case)
    await done(door, f"{after}/respondent-succession", OFFICER, **moved("2026-03-10"))
    body = await door.hub.pool.fetchval(NEWEST, RespondentSucceeded.kind_name())
    page = RespondentSucceeded.model_validate_json(body)
    file, _ = await door.hub.read(AFTERMATHS, page.head.case_id)
    assert (page.about, page.of_case_id, page.bound_as) == (file.about, file.about, "")
    newer = moved("2026-03-10", respondent="620702-shijian")
    await done(door, f"{after}/respondent-succession", OFFICER, **newer)
    body = await door.hub.pool.fetchval(NEWEST, RespondentSucceeded.kind_name())
    assert RespondentSucceeded.model_validate_json(body).bound_as == RESPONDENT
    said = {"organ": "620700-government", "text": "撤销复议决定"}
    await done(door, f"{after}/annulment", OFFICER, **said)
    body = await door.hub.pool.fetchval(NEWEST, DecisionAnnulled.kind_name())
    fell = DecisionAnnulled.model_validate_json(body)
    decision, _ = await door.hub.read(CASES, UUID(str(file.about)))
    assert (fell.joint, decision.respondent) == ((), RESPONDENT)
    assert await sound(door) == ({}, True)


def test_a_decision_that_was_made_stays_as_it_is() -> None:
    """决定作出以后职权转移的，决定不重新制作 (ARL 19, 61)."""
    walk = decided()
    before = walk.case
    new = succeeded(walk, "2026-04-20", since="2026-04-20").case
    assert isinstance(walk.facts[-2], DecisionMade)
    assert (new.state, new.drafted, new.document_number) == (
        *(before.state, before.drafted, before.document_number),
    )


def test_of_whoever_has_the_decision_the_case_tells_nothing_more() -> None:
    """决定书已经送达该机关的，不在本案记载承受 (ARL 19, 75)."""
    walk = decided().then(
        DecisionServed, "2026-04-20", standing=Standing.RESPONDENT, person_id=None
    )
    said = (walk.case, walk.head("2026-04-21"), RESPONDENT, NEW, PAPER)
    why = {"county": "620702", "powers_lost": PowersLost.ABOLISHED, "since": day("2026-04-21")}
    assert refusal_of(lambda: succeed(*said, **why)) == ARL[19].par(4)  # type: ignore[arg-type]


def test_the_paper_tells_the_parties_who_performs_what_was_decided() -> None:
    """决定以后的告知书写明由谁履行，审理中的写明答复照旧 (ARL 19, 77)."""
    made = made_of(RespondentSucceeded, text="职权划转。")
    after = replace(made, facts=made.facts[:-1], own=made.facts[-1:])
    sort = SORTS["respondent-succession"]
    now = made.organ(FIELDS[RespondentSucceeded]["respondent"])
    assert after.respondent_names == now
    own = made.facts[-1].model_copy(update={"about": PAPER})
    performed = says(paper_of(sort, replace(after, own=[own])))
    assert f"本案的复议决定书、调解书、意见书由{now}履行" in performed
    assert "提出的答复" not in performed
    assert "提出的答复" in says(paper_of(sort, made))
