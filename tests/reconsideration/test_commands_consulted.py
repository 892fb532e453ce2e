"""The committee is asked on a real database, and its opinion comes back (ARL 52, 61)."""

from functools import partial
from uuid import UUID

from services.consultation import agents as committee_agents
from services.consultation import commands as committee
from services.reconsideration import agents
from services.reconsideration.commands import (
    assigning,
    deciding,
    drafting,
    filing,
    handling,
    settling,
)
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.numbering import Kind
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.store import numbered_of, numbers_of
from shared.contracts.consultation import OpinionGiven
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    Outcome,
    Stance,
    Standing,
    ViewsManner,
)
from shared.contracts.reconsideration.numbering import Series
from shared.contracts.reconsideration.settling import (
    MediationDocumentDrawn,
    MediationDocumentSealed,
)
from shared.work import Act
from tests.consultation.makers import LAW, THREE, enrolled
from tests.reconsideration.acting import FILE, Desk, clock, desk
from tests.reconsideration.deciding import AGREED, FOUND, HANDED, Draft
from tests.reconsideration.makers import AUTHORITY, day

__all__ = ["clock", "desk"]


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
