"""被申请人被撤销或者职权变更: another organ exercises its powers, and the case goes on (ARL 19)."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from services.consultation.domain.respondents import respondents_after
from services.reconsideration.agents import LISTENS
from services.reconsideration.domain.changing import succeed
from services.reconsideration.domain.talks import Talks
from services.reconsideration.office import OFFICE
from services.reconsideration.papers.respondents import respondents_by
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    Outcome,
    ReplyForfeited,
    Standing,
)
from shared.contracts.reconsideration.hearing_held import HearingNotified, HearingSet
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.people import AgentNamed
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
)
from shared.law.article import ARL, ARR2007, Article
from shared.law.procedure import Refused
from shared.verify import check, general_rules
from tests.reconsideration.deciding import Draft, approved, decide
from tests.reconsideration.makers import (
    OTHER,
    PAPER,
    RESPONDENT,
    Walk,
    accepted,
    day,
    examined,
    received,
    replying,
)
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door, hear
from tests.reconsideration.two_respondents import (
    DEPARTMENTS,
    LABELS,
    RUNNING,
    SECOND,
    THIRD,
    UNTIL,
    case,
    clock,
    done,
    door,
)

__all__ = ["case", "clock", "door"]

NEW = "620702-gongan"
STAFF: Final[dict[str, Any]] = {"standing": "respondent", "principal": None, "sort": "staff"}
REPORT = {
    "respondent": NEW,
    "powers_lost": "powers_moved",
    "succeeded_on": "2026-03-09",
    "text": "按照机构改革方案，职权由公安局行使。",
}


def succeeded(walk: Walk, on: str, before: str = RESPONDENT, *, to: str = NEW, since: str) -> Walk:
    said = (walk.case, walk.head(on), before, to, PAPER)
    why = PowersLost.ABOLISHED
    return walk.record(succeed(*said, county="620702", powers_lost=why, since=day(since)))


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def test_the_successor_is_the_respondent_and_need_not_reply_again() -> None:
    """继续行使职权的机关是被申请人，此前的答复、证据、代理、听证通知对其有效 (ARL 19, 48, 70)."""
    walk = replying().then(EvidenceSubmitted, "2026-03-12", standing=Standing.RESPONDENT)
    walk.then(AgentNamed, "2026-03-12", **STAFF).then(HearingSet, "2026-03-12")
    walk.then(HearingNotified, "2026-03-12", standing=Standing.RESPONDENT)
    before = walk.case
    new = succeeded(walk, "2026-03-16", since="2026-03-16").case
    assert (new.respondent, new.state) == (NEW, before.state)
    assert new.proving == before.proving != ()
    assert new.evidence == before.evidence
    assert new.participants == before.participants
    assert new.hearing == before.hearing


def test_a_case_ready_to_be_decided_stays_so_and_only_its_draft_is_drawn_up_anew() -> None:
    """审理认定有效，写明原机关的拟稿、调解书重新制作，可以照常作出决定 (ARL 19, 61, 73)."""
    walk = approved(examined(), Draft(outcome=Outcome.REVOKED))
    walk.then(MediationBegun, "2026-04-17").then(MediationDocumentDrawn, "2026-04-17")
    before = walk.case
    new = succeeded(walk, "2026-04-18", since="2026-04-17").case
    assert (new.findings, new.drafted) == (before.findings, None)
    assert new.talks == Talks(since=day("2026-04-17"))
    assert before.findings != ()
    walk.then(MediationBroken, "2026-04-18")
    made = decide(walk, Draft(outcome=Outcome.REVOKED), "2026-04-20").case
    assert made.outcome is Outcome.REVOKED


def test_its_silence_is_the_successors_too() -> None:
    """原机关逾期不答复的，后果由继续行使职权的机关承受 (ARL 19, 70)."""
    walk = replying().lapse("reply", "2026-03-24")
    assert isinstance(walk.facts[-1], ReplyForfeited)
    assert succeeded(walk, "2026-03-25", since="2026-03-25").case.unanswered


def test_one_beside_is_succeeded_in_all_that_is_its_own() -> None:
    """共同被申请人也一样：副本、答复、证据、代理、听证通知都由继续行使职权的机关承受 (ARL 19)."""
    walk = accepted().then(JointRespondentNamed, "2026-03-05", organ=OTHER)
    walk.then(CopySent, "2026-03-06").then(JointCopySent, "2026-03-06", organ=OTHER)
    walk.then(CopyReceived, "2026-03-09").then(JointCopyReceived, "2026-03-09", organ=OTHER)
    walk.then(EvidenceSubmitted, "2026-03-10", standing=Standing.RESPONDENT, organ=OTHER)
    walk.then(AgentNamed, "2026-03-10", **STAFF, organ=OTHER).then(HearingSet, "2026-03-10")
    walk.then(HearingNotified, "2026-03-10", standing=Standing.RESPONDENT, organ=OTHER)
    case = succeeded(walk, "2026-03-11", OTHER, since="2026-03-11").case
    assert case.respondents == (RESPONDENT, NEW)
    assert case.joint[0].copied_on == day("2026-03-09")
    assert dict(case.tracks) == {NEW: "replying"}
    assert [one.organ for one in case.evidence.pieces] == [NEW]
    assert [one.organ for one in case.participants.agents] == [NEW]
    assert case.hearing is not None
    assert dict(case.hearing.joint_notified) == {NEW: day("2026-03-10")}
    walk.then(JointReplyFiled, "2026-03-12", organ=NEW)
    assert walk.case.joint[0].reply_id


def test_who_had_left_the_case_comes_back_with_the_days_of_whom_it_succeeds() -> None:
    """曾经列为共同被申请人又退出的机关承受其他机关职权的，接着原机关的期限答复 (ARL 19)."""
    walk = accepted().then(JointRespondentNamed, "2026-03-05", organ=NEW)
    walk.then(JointRespondentNamed, "2026-03-05", organ=OTHER)
    walk.then(JointRespondentLeft, "2026-03-05", organ=NEW)
    walk.then(CopySent, "2026-03-06").then(JointCopySent, "2026-03-06", organ=OTHER)
    walk.then(CopyReceived, "2026-03-09").then(JointCopyReceived, "2026-03-09", organ=OTHER)
    case = succeeded(walk, "2026-03-11", OTHER, since="2026-03-11").case
    assert dict(case.tracks) == {NEW: "replying"}
    walk.then(JointReplyFiled, "2026-03-12", organ=NEW)
    assert walk.case.joint[-1].reply_id


def test_powers_lost_before_the_application_are_a_respondent_wrongly_named() -> None:
    """申请以前职权已经转移的，是错列被申请人，由申请人变更 (ARL 19; ARR2007 22)."""
    walk = received("2026-03-02")
    assert refused(lambda: succeeded(walk, "2026-03-04", since="2026-03-01")) == ARR2007[22]


@pytest.mark.parametrize(
    ("before", "to", "since"),
    [
        (OTHER, NEW, "2026-03-10"),  # 不是本案的被申请人
        (RESPONDENT, RESPONDENT, "2026-03-10"),  # 已经是本案的被申请人
        (RESPONDENT, NEW, "2026-03-12"),  # 职权尚未转移
    ],
)
def test_only_a_respondent_is_succeeded_by_another_organ_once_its_powers_went_over(
    before: str, to: str, since: str
) -> None:
    """职权已经转移的被申请人，由其他机关承受 (ARL 19)."""
    act = lambda: succeeded(accepted(), "2026-03-11", before, to=to, since=since)  # noqa: E731
    assert refused(act) == ARL[19].par(4)


def test_papers_and_the_committee_go_by_the_successor() -> None:
    """此后的文书和咨询委员会都以继续行使职权的机关为被申请人 (ARL 19; RULES 72)."""
    walk = received().then(JointRespondentNamed, "2026-03-02", organ=OTHER)
    page = succeeded(walk, "2026-03-11", OTHER, since="2026-03-11").facts[-1]
    assert isinstance(page, RespondentSucceeded)
    assert respondents_by(walk.facts) == (RESPONDENT, NEW)
    assert respondents_after((RESPONDENT, OTHER), page) == (RESPONDENT, NEW)


async def books(door: Door) -> list[int]:
    """What `hub verify` finds of the states, periods and dates."""
    rules = general_rules(door.hub, [OFFICE], "hub")
    walked = [one for one in rules if one.name in {"states", "deadlines", "dates"}]
    return [one.broken.count async for one in check(door.hub.pool, walked)]


async def test_whoever_takes_over_from_the_first_sees_the_file_and_replies_in_its_days(
    door: Door, case: str
) -> None:
    """承受的机关看到案卷，在原有的答复期限内答复；原机关不再看到 (ARL 19, 48)."""
    await done(door, f"{case}/copy-receipt", DEPARTMENT)
    until = await door.hub.pool.fetchval(UNTIL, "reply")
    door.on("2026-03-10")
    file = await done(door, f"{case}/respondent-succession", OFFICER, **REPORT)
    assert (file["respondent"], file["state"]) == (NEW, "replying")
    await hear(door, RespondentSucceeded, LISTENS, LABELS)
    assert await door.hub.pool.fetchval(UNTIL, "reply") == until
    assert (await door.get(case, DEPARTMENT)).status_code == 404
    assert (await door.post(f"{case}/reply", DEPARTMENT, text="答复")).status_code == 404
    replied = await done(door, f"{case}/reply", THIRD, text="答复如下")
    assert replied["state"] == "examining"


async def test_the_days_of_one_beside_run_on_for_its_successor_and_its_silence_is_its_own(
    door: Door, case: str
) -> None:
    """共同被申请人的答复期限接着计算，期满记为承受机关逾期 (ARL 19, 70)."""
    await done(door, f"{case}/copy-receipt", DEPARTMENT)
    await done(door, f"{case}/copy-receipt", SECOND)
    until = await door.hub.pool.fetchval(UNTIL, "joint_reply")
    door.on("2026-03-10")
    said = {**REPORT, "before": OTHER}
    await done(door, f"{case}/respondent-succession", OFFICER, **said)
    rows = await door.hub.pool.fetch(RUNNING)
    assert [tuple(one) for one in rows] == [("joint_reply", NEW), ("reply", "")]
    assert await door.hub.pool.fetchval(UNTIL, "joint_reply") == until
    assert await door.hub.pool.fetchval(DEPARTMENTS) == f"{RESPONDENT} {NEW}"
    assert await books(door) == [0, 0, 0]
    door.on("2026-03-20")
    views = {"manner": "telephone", "record": "处罚过重"}
    file = await done(door, f"{case}/views", OFFICER, **views)
    assert (file["joint"][0]["organ"], file["joint"][0]["forfeited"]) == (NEW, True)


async def test_only_the_body_says_who_took_over(door: Door, case: str) -> None:
    """由行政复议机构记录，机关自己不能 (ARL 19)."""
    door.on("2026-03-10")
    answer = await door.post(f"{case}/respondent-succession", DEPARTMENT, **REPORT)
    assert answer.status_code == 403
