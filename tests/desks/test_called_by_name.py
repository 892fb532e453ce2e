"""称呼: pages call those who work on a case, and organs, by name and not by codes."""

from datetime import timedelta
from functools import partial
from typing import get_args
from uuid import UUID, uuid4

from pydantic import BaseModel

from services.mediation.commands.beginning import apply, consent
from services.mediation.commands.conducting import appoint
from services.mediation.store import mediation_of
from services.reconsideration.commands import assigning, hearing, inquiring
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.inquiring_acts import Visit
from shared.auth import Role
from shared.casepage.desk.labels import ACCOUNTS, ARTICLES, PERIODS, TECHNICAL
from shared.contracts.catalogue import KINDS
from shared.contracts.fact import Head
from shared.contracts.intake import Side
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import Tie
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.inquiring import Inquiry
from shared.directory import load
from shared.frame.naming import said_in, told_by_name
from shared.problem.model import Problem
from shared.work import Act, Hub, Work
from tests.desks.body import HANDLER, OTHER, applied, at_work, heard
from tests.desks.called import ORGAN, text_of
from tests.desks.reviewing import MINE
from tests.desks.visitor import Building, Visitor
from tests.reconsideration.makers import AUTHORITY
from tests.registering import take_in
from tests.shared.case_reader import register

DISPUTE = UUID(int=1)
MEDIATES = "620702100-mediation"
TITLES = {
    HANDLER: "马丽",
    OTHER: "白雪",
    "fuyi-02": "牛强",
    "fuyi-03": "何敏",
    "fuyi-04": "吴静",
    "mediator-7": "石磊",
    "w-1": "窗口一",
    "clerk-1": "窗口二",
}
NOT_ACCOUNTS = frozenset(
    {
        *("above", "after", "again", "agreed_organs", "asked_of", "authority", "before", "below"),
        "bound_as",
        *("centre", "co_authorities", "committee", "competent", "conflicts", "copies_for", "court"),
        *("department", "departments", "heads", "inform", "instead", "instead_of", "issuer"),
        *(
            "joint",
            "lapsed_as",
            "lead",
            "obliged",
            "of_organ",
            "organ",
            "organs",
            "owed",
            "receiver",
        ),
        *("reported_to", "respondent", "respondent_organs", "respondents", "signer", "whistler"),
        *("window", "county", "place", "places", "hearing_place", "matter", "matters", "subject"),
        *("act", "basis", "deadline", "duty", "heard", "heard_kind", "lacked", "law", "measure"),
        *("document_number", "effective_number", "notice_number", "number", "repeated_number"),
        *("attachments", "compensation_yuan", "paper", "pictures", "provision", "reason"),
        *("rules", "supplement_attachments", "title", "warning", "words"),
    }
)
"""Fields with text that is of organs, places and matters, of numbers, words and files."""


def of_text(model: type[BaseModel]) -> set[str]:
    """Fields of a fact, and of what stands in it, that hold text."""
    found = set()
    for name, field in model.model_fields.items():
        if field.annotation is not Head and name != "kind":
            found |= {name} if _is_text(field.annotation) else set()
            found |= {one for inner in _models(field.annotation) for one in of_text(inner)}
    return found


def _is_text(hint: object) -> bool:
    return hint is str or (not isinstance(hint, type) and any(map(_is_text, get_args(hint))))


def _models(hint: object) -> list[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return [hint]
    return [found for part in get_args(hint) for found in _models(part)]


def test_each_field_with_text_is_known_as_of_an_account_or_not() -> None:
    """事实里每个文字栏目，是不是人员的代码，都已写明；是的，案卷上写岗位名称."""
    text = {name for fact in KINDS.values() for name in of_text(fact)}
    assert text - PERIODS - ARTICLES - TECHNICAL == NOT_ACCOUNTS | ACCOUNTS


async def reviewed(hub: Hub, case_id: UUID) -> None:
    """Its reviewers, one of them recused and replaced, a hearing that is set, and an inquiry."""
    await heard(hub, case_id)
    at = hub.clock.now() + timedelta(days=14)
    seats = Panel(host="fuyi-02", officers=(HANDLER, "fuyi-03"), recorder="fuyi-04")
    visit = Visit(inquirers=(HANDLER, "fuyi-03"), shown=True)

    def go_on(work: Work) -> None:
        asks = partial(assigning.request_recusal, work, case_id, Tie.KIN, by="w-1")
        asks(reason="系近亲属", asked_by=Standing.APPLICANT, reviewer=OTHER)
        rules = partial(assigning.decide_recusal, work, case_id, OTHER, Tie.KIN, by=HANDLER)
        rules(replaced=True, successor="fuyi-03", reason="情况属实")
        plan = partial(hearing.plan, work, case_id, HearingGround.NEEDED, at, seats, by=HANDLER)
        plan(notice="定于该日听证。", place="听证室")
        inquiring.take(work, case_id, visit, [Inquiry.COPY], record="复制三页。", by=HANDLER)

    await hub.act(Act(do=go_on, files=[case_id]))


async def mediated(hub: Hub, dispute: UUID) -> UUID:
    """A committee takes the dispute up, and both sides agree; its file."""
    room, by = mediation_of(dispute), "mediator-7"

    def begin(work: Work) -> None:
        apply(work, dispute, uuid4(), committee=MEDIATES, side=None, text="主动调解", by=by)
        consent(work, room, (Side.APPLICANT, Side.OPPONENT), by=by)

    await hub.act(Act(do=begin, files=[room]))
    return room


async def test_the_page_of_a_case_calls_whoever_works_on_it_by_name(
    hub: Hub, house: Building
) -> None:
    """案卷上复议人员、听证组成人员、调查人员、调解员写岗位名称，不写代码 (ARL 36, 45, 50)."""
    await at_work(hub, AUTHORITY, **TITLES)
    dispute = await take_in(hub, DISPUTE)
    await reviewed(hub, await applied(hub, dispute))
    room = await mediated(hub, dispute)
    names = partial(appoint, case_id=room, mediators=("mediator-7",), chosen=True, by="mediator-7")
    await hub.act(Act(do=names, files=[room]))
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    page = (await overseer.get(f"/desk/disputes/{DISPUTE}")).text
    for label, says in (
        ("行政复议人员", "马丽、白雪"),
        ("行政复议人员", "白雪"),
        ("接替人员", "何敏"),
        ("主持人", "牛强"),
        ("听证员", "马丽、何敏"),
        ("记录员", "吴静"),
        ("行政复议人员", "马丽、何敏"),
        ("人民调解员", "石磊"),
    ):
        assert f"<dt>{label}</dt><dd>{says}</dd>" in page, (label, says)
    read = text_of(page)
    assert [code for code in TITLES if code in read] == []


async def test_whoever_reads_parties_and_papers_is_called_by_the_post(
    hub: Hub, house: Building
) -> None:
    """“本次查阅已记录”写查阅人的岗位名称，不写代码."""
    await at_work(hub, AUTHORITY, **TITLES)
    case_id = await applied(hub, await take_in(hub, DISPUTE))
    paper = "SELECT document_id FROM hub.documents WHERE case_id = $1 LIMIT 1"
    one = await hub.pool.fetchval(paper, case_id)
    taken = await register(hub, 2)
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    clerk = house.visitor(Role.WINDOW)
    for reader, path in (
        (officer, f"{DISPUTE}/papers/{one}"),
        (clerk, f"{taken.number}/parties"),
    ):
        page = await reader.get(f"/desk/disputes/{path}?purpose=核对身份")
        assert page.status_code == 200, path
        assert "本次查阅已记录：马丽，目的“核对身份”" in page.text, path
        assert f"本次查阅已记录：{HANDLER}" not in text_of(page.text), path


async def test_what_a_decision_waits_for_names_the_other_authority(
    hub: Hub, officer: Visitor
) -> None:
    """“现在不能作出决定，因为”写机关的名称，不写代码 (ARR2026 32(2))."""
    tax = await applied(hub, await take_in(hub, DISPUTE), joint=("620702-shuishou",))
    await heard(hub, tax)
    called = "本案应当与国家税务总局张掖市税务局共同作出行政复议决定，尚未通知其共同办理"
    page = (await officer.get(f"/desk/reconsideration/files/{tax}")).text
    assert called in page
    assert ORGAN.findall(text_of(page)) == []
    assert ORGAN.findall(text_of((await officer.get(MINE)).text)) == []


async def test_mediators_are_chosen_by_name_from_the_committee_that_mediates(
    hub: Hub, house: Building
) -> None:
    """确定调解员，从本调解委员会的人员中按名称选择，不填代码 (PML 19)."""
    room = await mediated(hub, await take_in(hub, DISPUTE))
    known = "INSERT INTO hub.post (code, title, roles, organ) VALUES ($1, $2, 'mediator', $3)"
    for code, title, organ in (
        ("mediator-7", "石磊", MEDIATES),
        ("mediator-9", "丁一", "620702101-mediation"),
    ):
        await hub.pool.execute(known, code, title, organ)
    mediator = house.visitor(Role.MEDIATOR, organ=MEDIATES, code="mediator-7")
    form = f"/desk/disputes/{DISPUTE}/files/{room}/mediator"
    page = (await mediator.get(form)).text
    assert 'name="mediators" value="mediator-7"' in page
    assert "石磊" in text_of(page)
    assert "丁一" not in page
    assert "人员代码" not in page
    done = await mediator.fill(form, mediators="mediator-7", chosen="true")
    assert done.status_code == 303, done.text


class Posts:
    """What a pool knows of posts, without a database."""

    async def fetch(self, _: str, codes: list[str]) -> list[dict[str, str]]:
        return [{"code": one, "title": "牛强"} for one in codes if one == "committee-3"]


async def test_a_refusal_names_organs_and_posts_and_leaves_what_it_does_not_know() -> None:
    """不予准许的理由里，机关、人员写名称；不认识的代码、日期、条文照旧 (RULES 25, 142)."""
    directory = load()
    said = {
        "type": "urn:hub:problem:refused",
        "title": "依法不予准许",
        "status": 409,
        "instance": "/rosters",
    }
    for detail, told in (
        ("committee-3 不是任期以内的在册委员", "牛强不是任期以内的在册委员"),
        ("没有人申请committee-3回避，或者已经决定", "没有人申请牛强回避，或者已经决定"),
        ("负责人到场的部门应当参加会商：620702-sifa", "负责人到场的部门应当参加会商：甘州区司法局"),
        ("committee-33 于2026-03-02退出", "committee-33 于2026-03-02退出"),
    ):
        problem = Problem.model_validate({**said, "detail": detail})
        assert (await told_by_name(problem, Posts(), directory)).detail == told
    text = said_in(directory)("620702-sifa 于2026-03-02申请补充证据")
    assert text == "甘州区司法局于2026年3月2日申请补充证据"
