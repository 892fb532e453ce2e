"""Acts of reconsideration on a real database, and what its agents hear."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from importlib import import_module
from uuid import UUID

import pytest

from services.consultation import agents as committee_agents
from services.consultation import commands as committee
from services.reconsideration import agents
from services.reconsideration.commands import (
    assigning,
    deciding,
    drafting,
    filing,
    handling,
    hearing,
    people,
    settling,
)
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.numbering import Kind
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.papers_served import Outgoing
from services.reconsideration.domain.pausing_acts import Found
from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.store import aftermath_of, numbered_of, numbers_of
from shared.clock import StillClock
from shared.contracts.consultation import OpinionGiven
from shared.contracts.fact import CLOCK
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    Condition,
    ConsultationGround,
    ConsultationRequested,
    FilingManner,
    Outcome,
    Stance,
    Standing,
    ViewsManner,
)
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.numbering import Series
from shared.contracts.reconsideration.settling import (
    MediationDocumentDrawn,
    MediationDocumentSealed,
)
from shared.errors import Malformed
from shared.law.article import ARL
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.consultation.makers import LAW, THREE, enrolled
from tests.reconsideration.deciding import AGREED, FOUND, HANDED, Draft
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, RESPONDENT, day

SAID = Application(
    authority=AUTHORITY,
    applicants=(ANNA,),
    respondent=RESPONDENT,
    act=ActKind.PENALTY,
    manner=FilingManner.IN_PERSON,
    received_on=day("2026-03-02"),
    learnt_on=day("2026-02-02"),
)
FILE = file_of(DISPUTE, SAID)


class Desk:
    """An officer at a hub whose clock the test sets."""

    def __init__(self, hub: Hub, clock: StillClock) -> None:
        self.hub, self.clock, self.file = hub, clock, FILE

    def on(self, text: str) -> "Desk":
        self.clock.move_to(datetime.combine(day(text), time(10), CITY))
        return self

    async def do(self, command: Callable[..., Case], *args: object, **more: object) -> Case:
        more.setdefault("by", "officer-7")
        run = partial(_call, command, (self.file, *args), more)
        files = [self.file, aftermath_of(self.file), numbers_of(AUTHORITY)]
        case: Case = await self.hub.act(Act(do=run, files=files))
        return case

    async def apply(self, said: Application = SAID) -> Case:
        return await self.do(filing.receive, DISPUTE, said, text="请求撤销处罚")

    async def pages(self, case_id: UUID = FILE) -> list[tuple[str, str]]:
        rows = await self.hub.pool.fetch(
            "SELECT kind, by FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
        )
        return [(row["kind"].split(".")[1], row["by"]) for row in rows]

    async def running(self) -> set[str]:
        rows = await self.hub.pool.fetch(
            "SELECT name FROM hub.deadline WHERE case_id = $1 AND ended IS NULL", FILE
        )
        return {row["name"] for row in rows}


def _call(command: Callable[..., object], args: tuple, more: dict, work: object) -> object:  # type: ignore[type-arg]
    return command(work, *args, **more)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
def desk(hub: Hub, clock: StillClock) -> Desk:
    return Desk(hub, clock)


async def test_the_same_application_twice_is_one_file_with_one_page(desk: Desk) -> None:
    await desk.apply()
    again = await desk.apply()
    assert (again.version, again.state) == (1, State.RECEIVED)
    assert await desk.pages() == [("received", "officer-7")]
    papers = await desk.hub.pool.fetchval("SELECT count(*) FROM hub.documents")
    assert papers == 1


async def test_only_an_authority_is_applied_to(desk: Desk) -> None:
    """行政复议机关 (ARL 4)."""
    with pytest.raises(Malformed) as refusal:
        await desk.apply(replace(SAID, authority=RESPONDENT))
    assert refusal.value.field == "authority"


async def test_the_directory_says_whose_case_it_is(desk: Desk) -> None:
    """对本级人民政府工作部门不服的，由本级人民政府管辖 (ARL 24)."""
    await desk.apply(replace(SAID, authority="620700-government"))
    desk.on("2026-03-03")
    with pytest.raises(Refused) as refusal:
        await desk.do(filing.accept)
    assert refusal.value.article == ARL[30].par(1, 6)
    case = await desk.do(
        filing.decline, Condition.JURISDICTION, reason="应向甘州区申请", competent=AUTHORITY
    )
    assert case.state is State.DECLINED
    assert await desk.running() == set()


async def test_silence_is_acceptance_and_an_officer_who_comes_later_meets_it(desk: Desk) -> None:
    """审查期限届满之日起视为受理 (ARL 30)."""
    await desk.apply()
    desk.on("2026-03-10")
    await Sweep(desk.hub).once()
    assert await desk.pages() == [("received", "officer-7"), ("accepted", CLOCK)]
    assert await desk.running() == {"send_copy", "decide"}
    with pytest.raises(Refused):
        await desk.do(filing.decline, Condition.INTEREST, reason="无利害关系")


async def test_no_act_is_dated_before_the_acceptance_it_follows(desk: Desk) -> None:
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    with pytest.raises(Malformed):
        await desk.do(handling.send_copy, on=day("2026-03-04"))


async def test_a_copy_handed_over_starts_the_reply_and_shows_the_file_to_the_respondent(
    desk: Desk,
) -> None:
    """自收到副本之日起十日内答复 (ARL 48)."""
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    desk.on("2026-03-09")
    await desk.do(handling.send_copy, on=day("2026-03-06"), received_on=day("2026-03-09"))
    assert await desk.running() == {"reply", "decide"}
    labels = await desk.hub.pool.fetchval(
        "SELECT labels->>'departments' FROM hub.file WHERE case_id = $1", FILE
    )
    assert labels == RESPONDENT


async def test_a_copy_is_not_received_before_it_was_sent(desk: Desk) -> None:
    """收到副本之日不得早于发送之日，否则答复期限提前届满 (ARL 48, 70)."""
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    await desk.on("2026-03-10").do(handling.send_copy)
    with pytest.raises(Malformed, match="2026-03-10"):
        await desk.on("2026-03-12").do(handling.receive_copy, on=day("2026-03-09"))
    case = await desk.do(handling.receive_copy, on=day("2026-03-10"))
    assert case.copy_sent_on == day("2026-03-10")
    assert await desk.running() == {"reply", "decide"}


async def test_a_file_of_before_learns_from_its_pages_when_its_papers_went_out(desk: Desk) -> None:
    """升级前的案卷，发送副本、决定听证、延长补正之日按其页补记 (ARL 31, 48, 51)."""
    await desk.apply()
    await desk.on("2026-03-04").do(filing.notify_supplement, text="请补交处罚决定书")
    about = {"about": FILE, "page": 2, "on": day("2026-03-04"), "authority": AUTHORITY}
    notice = Outgoing(sort="supplement", term="补正通知书", number="甘政复补字〔2026〕1号", **about)  # type: ignore[arg-type]
    await desk.do(filing.receive_supplement_notice, notice)
    await desk.do(filing.extend_supplement, day("2026-03-30"), reason="路途遥远")
    await desk.on("2026-03-05").do(filing.supplement, text="处罚决定书")
    await desk.do(filing.accept)
    await desk.on("2026-03-10").do(handling.send_copy, received_on=day("2026-03-10"))
    await desk.on("2026-03-19").do(handling.file_reply, text="答复如下")
    await desk.do(assigning.find_complexity, grave=True, technical=False, reason="涉及面广")
    at = datetime.combine(day("2026-04-02"), time(9), CITY)
    seats = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")
    await desk.do(hearing.plan, HearingGround.GRAVE, at, seats, notice="听证通知")
    kept = await desk.hub.pool.fetchrow(LEARNT)
    assert kept
    assert all(kept.values())
    await desk.hub.pool.execute(FORGET)
    step = import_module(UPGRADE)
    for fill in step.FILLS:
        await desk.hub.pool.execute(fill)
    assert await desk.hub.pool.fetchrow(LEARNT) == kept


LEARNT = """
SELECT copy_sent_on, supplement_until, hearing ->> 'set_on' AS set_on FROM reconsideration.ordinary
"""
FORGET = """
UPDATE reconsideration.ordinary
SET copy_sent_on = NULL, supplement_until = NULL, hearing = hearing - 'set_on'
"""
UPGRADE = (
    "deploy.migrations.versions."
    "2026_11_30_0871_know_when_a_copy_was_sent_and_how_long_a_supplement_may_take"
)


async def test_a_file_of_before_learns_from_its_pages_who_withdrew_for_a_settlement(
    desk: Desk,
) -> None:
    """升级前的案卷，数人分别撤回的，按其页补记谁因和解撤回 (ARL 74)."""
    other, stays = UUID(int=93), UUID(int=94)
    said = replace(SAID, applicants=(ANNA, BERT, other, stays))
    desk.file = file_of(DISPUTE, said)
    await desk.apply(said)
    await desk.on("2026-03-05").do(filing.accept)
    by_name = partial(desk.do, deciding.withdraw)
    await by_name(applicants=(BERT,), settled=True)
    await desk.do(settling.refuse_withdrawal, reason="损害他人")
    for who, settled in ((ANNA, True), (BERT, False), (other, False)):
        await by_name(applicants=(who,), settled=settled)
    for who, harmless in ((ANNA, True), (BERT, None)):
        found = Found(harmless=harmless, applicants=frozenset({who}))
        await desk.do(people.leave, found, text="准予撤回。")
    kept = await desk.hub.pool.fetchrow(SETTLERS)
    assert kept
    assert (kept["settled"], json.loads(kept["settling"])) == (False, [])
    assert [one["settled"] for one in json.loads(kept["gone"])] == [True, False]
    await desk.hub.pool.execute(AS_BEFORE)
    assert await desk.hub.pool.fetchrow(SETTLERS) != kept
    for fill in import_module(WHO_SETTLED).FILLS:
        await desk.hub.pool.execute(fill)
    assert await desk.hub.pool.fetchrow(SETTLERS) == kept


SETTLERS = """
SELECT settled, gone::text, coalesce(participants -> 'settling', '[]')::text AS settling
FROM reconsideration.ordinary
"""
AS_BEFORE = """
UPDATE reconsideration.ordinary
SET settled = true, participants = participants - 'settling',
  gone = (SELECT jsonb_agg(one || '{"settled": true}') FROM jsonb_array_elements(gone) AS one)
"""
WHO_SETTLED = "deploy.migrations.versions.2026_11_30_0872_know_who_withdrew_for_a_settlement"


async def examined(desk: Desk) -> Case:
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    await desk.on("2026-03-09").do(handling.send_copy, received_on=day("2026-03-09"))
    await desk.on("2026-03-19").do(handling.file_reply, text="答复如下")
    return await desk.do(
        handling.hear_views, Standing.APPLICANT, ViewsManner.TELEPHONE, record="处罚过重"
    )


async def fact_of(desk: Desk, kind: type, case_id: UUID) -> object:
    body = await desk.hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE case_id = $1 AND kind = $2", case_id, kind.kind_name()
    )
    return kind.model_validate_json(body)


async def consulted(desk: Desk) -> tuple[UUID, UUID]:
    """The committee is asked and has heard so; its file, and its roster."""
    await desk.do(handling.request_opinion, ConsultationGround.TECHNICAL, question="是否适当")
    asked = await fact_of(desk, ConsultationRequested, FILE)
    files = list(committee_agents.LISTENS[ConsultationRequested].files(asked))
    room, roster = files[0], files[-1]
    await enrolled(desk.hub, AUTHORITY)
    hear = partial(committee_agents.open_consultation, fact=asked)
    await desk.hub.act(Act(do=hear, files=files, labels={"authority": AUTHORITY}))
    return room, roster


async def test_over_what_was_mediated_the_committee_is_asked_no_longer(desk: Desk) -> None:
    """调解书生效的，正在进行的咨询随之终结，不再计时 (ARL 52, 73)."""
    await examined(desk)
    room, _ = await consulted(desk)
    willing = {"applicants_willing": True, "respondent_willing": True, "record": "双方愿意"}
    await desk.do(settling.begin, **willing)
    await desk.do(settling.draw_up, Agreed(harmless=True, obliges=False), text="减收罚款")
    for who in (Standing.APPLICANT, Standing.RESPONDENT):
        await desk.do(settling.sign, who)
    drawn = (await fact_of(desk, MediationDocumentDrawn, FILE)).head.version
    series = Kind(Series.PAPER, "复调字", "mediation")
    seal = partial(settling.seal, case_id=FILE, kind=series, page=drawn, by="officer-7")
    files = [FILE, numbers_of(AUTHORITY), numbered_of(FILE, "mediation", drawn)]
    await desk.hub.act(Act(do=seal, files=files))
    sealed = await fact_of(desk, MediationDocumentSealed, FILE)
    heard = committee_agents.LISTENS[MediationDocumentSealed]
    files = list(heard.files(sealed))
    assert files == list(committee.files_of(sealed.head))
    assert files[0] == room
    await desk.hub.act(Act(do=partial(heard.handler, fact=sealed), files=files))
    assert [kind for kind, _ in await desk.pages(room)][-1] == "cancelled"
    running = "SELECT count(*) FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    assert await desk.hub.pool.fetchval(running, room) == 0


async def test_an_opinion_travels_to_the_committee_and_back_before_the_decision(
    desk: Desk,
) -> None:
    """提请咨询，记录咨询意见，作出决定，送达 (ARL 52, 61, 75)."""
    await examined(desk)
    room, roster = await consulted(desk)
    voices = [committee.Voice(one, Stance.AGREES) for one in THREE]
    for command, more in (
        (committee.convene, {"members": THREE, "field": LAW}),
        (committee.hold_meeting, {"chair": THREE[0], "voices": voices, "minutes": "一致同意"}),
        (committee.give_opinion, {"stance": Stance.AGREES, "text": "同意"}),
    ):
        run = partial(command, case_id=room, by="secretary-1", **more)
        await desk.hub.act(Act(do=run, files=[room, roster]))
    given = await fact_of(desk, OpinionGiven, room)
    assert agents.LISTENS[OpinionGiven].files(given) == [FILE]
    await desk.hub.act(Act(do=partial(agents.record_opinion, fact=given), files=[FILE]))
    draft = Draft(outcome=Outcome.REVOKED, redo=True)
    await desk.on("2026-04-17").do(assigning.assign, Team(reviewers=("fuyi-07", "fuyi-08")))
    await desk.do(drafting.record_findings, [("未告知权利。", dict(FOUND[draft.outcome]))])
    await desk.do(drafting.draft, draft.drafted, text="撤销，责令重新作出")
    await desk.do(drafting.submit)
    await desk.do(drafting.approve, consent=AGREED)
    await desk.do(drafting.seal)
    case = await desk.on("2026-04-20").do(deciding.deliver, day("2026-04-20"), **HANDED)
    assert (case.state, case.perform_by) == (State.DELIVERED, day("2026-06-22"))
    assert case.sue_until == day("2026-05-06")
    assert await desk.running() == set()
    kinds = [kind for kind, _ in await desk.pages()]
    road = ["reviewers_assigned", "found", "drafted", "submitted", "approved"]
    assert [kind for kind in kinds[-11:] if kind not in road] == [
        *("consultation_requested", "opinion_recorded", "decided"),
        *("decision_served", "decision_served", "delivered"),
    ]
    assert kinds[-9:-4] == road


async def test_what_was_learnt_is_read_back_as_it_was(desk: Desk) -> None:
    written = await examined(desk)
    read, _ = await desk.hub.read(desk.hub.shelf("reconsideration", "ordinary"), FILE)
    assert read == written
    assert read.act is ActKind.PENALTY
