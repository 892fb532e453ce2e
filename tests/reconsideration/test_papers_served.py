"""送达文书: each paper on each whom it is for, by its manner, on its day (ARL 88)."""

from dataclasses import replace
from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.reconsideration import agents
from services.reconsideration.domain import papers_served as acts
from services.reconsideration.domain import serving_papers
from services.reconsideration.domain.papers_served import (
    PAPERS_SERVED,
    Addressee,
    OneService,
    Outgoing,
    PapersServed,
)
from services.reconsideration.domain.serving import Serving
from services.reconsideration.pages.served import rows, unserved
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.outgoing import addressees, outgoing
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.store import services_of
from shared.auth import Role
from shared.clock import CITY, StillClock
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    CopyReceived,
    CopySent,
    DecisionExtended,
    ReconsiderationTerminated,
    Standing,
    SupplementNoticeReceived,
    SupplementNotified,
)
from shared.contracts.reconsideration.joint import JointCopySent, JointRespondentNamed
from shared.contracts.reconsideration.people import ApplicantsLeft, ThirdPersonJoined
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL, RULES, Article
from shared.law.procedure import Refused
from shared.pages import READER
from shared.work import Hub
from tests.desks.visitor import building, hidden
from tests.reconsideration.checking import found
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    DISPUTE,
    FIELDS,
    FILE,
    OTHER,
    PAPER,
    RESPONDENT,
    day,
    head,
)
from tests.reconsideration.papered import made_of
from tests.reconsideration.test_papers_doors import accepted, door
from tests.reconsideration.test_routes import (
    APPLICATION,
    DEPARTMENT,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    STRANGER,
    Door,
    hear,
)

__all__ = ["door"]

THIRD = uuid4()

SIGNED = {"manner": "direct", "shown_on": "2026-03-06", "receipt": "本人在送达回证上签名。"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


TO_ANNA = Addressee(standing=Standing.APPLICANT, person_id=ANNA)
TO_BERT = Addressee(standing=Standing.APPLICANT, person_id=BERT)
TO_ORGAN = Addressee(standing=Standing.RESPONDENT, organ=RESPONDENT)
IN_ITS_PLACE = replace(TO_ORGAN, now=RESPONDENT)
"""The same as a paper of its file names it: nobody has succeeded it, so it stands for itself."""


def extension(*to: Addressee, number: str = "甘政复延字〔2026〕1号", **more: Any) -> Outgoing:  # noqa: ANN401 - fields
    said: dict[str, Any] = {"sort": "extension", "term": "延长审理期限通知书", "page": 3, **more}
    return Outgoing(
        about=FILE, on=day("2026-03-05"), authority=AUTHORITY, number=number, to=to, **said
    )


def blank() -> PapersServed:
    return PapersServed(procedure=PAPERS_SERVED, dispute_id=DISPUTE, case_id=uuid4())


def serve(
    file: PapersServed,
    paper: Outgoing,
    to: Addressee,
    on: str = "2026-03-06",
    shown_on: str = "",
) -> PapersServed:
    said = Serving(
        standing=to.standing, manner=Manner.DIRECT, shown_on=day(shown_on or on), organ=to.organ
    )
    at = head(file, on)  # type: ignore[arg-type] - any file has the next page
    return file.after(serving_papers.serve(file, at, paper, to, said=said, receipt_id=PAPER))


def refused(*args: Any, **more: Any) -> Article:  # noqa: ANN401 - as above
    with pytest.raises(Refused) as refusal:
        serve(*args, **more)
    return refusal.value.article


def test_a_paper_is_served_on_each_by_itself_and_on_each_once() -> None:
    """每名受送达人各一次，各有日期；重复的拒绝 (ARL 88; CPL 87)."""
    paper = extension(TO_ANNA, TO_BERT, TO_ORGAN)
    file = serve(serve(blank(), paper, TO_ANNA), paper, TO_ORGAN, "2026-03-09")
    days = [one and one.served_on for one in (file.service_of(paper, to) for to in paper.to)]
    assert days == [day("2026-03-06"), None, day("2026-03-09")]
    assert refused(file, paper, TO_ANNA) == CPL[87].par(2)
    assert file.service_of(extension(TO_ANNA, page=4), TO_ANNA) is None, "another paper"


def test_a_draft_is_not_served_and_nothing_before_it_was_made() -> None:
    """没有编号的是稿，不得送达；也不早于文书作出 (RULES 130; ARL 88)."""
    assert refused(blank(), extension(TO_ANNA, number=""), TO_ANNA) == RULES[130]
    paper = extension(TO_ANNA)
    assert refused(blank(), paper, TO_ANNA, shown_on="2026-03-04") == ARL[88].par(1)
    assert serve(blank(), paper, TO_ANNA, "2026-03-05").state == "serving_papers"


def test_whoever_has_it_by_the_page_of_the_case_is_served_on_that_day_and_no_other() -> None:
    """案卷已经记载收到之日的，补记的送达之日一致 (RULES 131)."""
    known = Addressee(standing=Standing.APPLICANT, person_id=ANNA, had_on=day("2026-03-09"))
    paper = extension(known)
    assert refused(blank(), paper, known, "2026-03-10") == RULES[131]
    assert serve(blank(), paper, known, "2026-03-09").services[0].manner is Manner.DIRECT
    with pytest.raises(Refused, match="已经向每一名受送达人送达"):
        acts.addressee_of(blank(), paper, person_id=None, organ=None)


def test_nobody_need_be_named_where_only_one_is_left() -> None:
    """只剩一名没有送达的，不写也明白；剩几名的写明；不是受送达人的拒绝 (ARL 88)."""
    paper, file = extension(TO_ANNA, TO_ORGAN), blank()
    with pytest.raises(Refused, match="写明延长审理期限通知书向谁送达"):
        acts.addressee_of(file, paper, person_id=None, organ=None)
    assert acts.addressee_of(file, paper, person_id=None, organ=RESPONDENT) is TO_ORGAN
    file = serve(file, paper, TO_ANNA)
    assert acts.addressee_of(file, paper, person_id=None, organ=None) is TO_ORGAN
    with pytest.raises(Refused, match="不是延长审理期限通知书的受送达人"):
        acts.addressee_of(file, paper, person_id=BERT, organ=None)


def test_a_side_has_a_paper_once_the_last_of_it_has() -> None:
    """一方有数人的，最后一名收到才算该方收到 (RULES 131)."""
    paper = extension(TO_ANNA, TO_BERT, TO_ORGAN)
    file = serve(blank(), paper, TO_BERT, "2026-03-10")
    assert acts.whole_side(file, paper, Standing.APPLICANT) is None
    file = serve(file, paper, TO_ANNA, "2026-03-06")
    assert acts.whole_side(file, paper, Standing.APPLICANT) == day("2026-03-10")
    assert acts.whole_side(file, paper, Standing.RESPONDENT, RESPONDENT) is None


# -- which papers there are, and to whom


def test_every_served_paper_is_served_here_or_tells_its_service_itself() -> None:
    """决定书、调解书、笔误补正、不予受理另有记载，其余用送达回证的都在这里记载 (RULES 130)."""
    apart = {name for name, sort in SORTS.items() if sort.is_served and not sort.served_here}
    assert apart == {"decision", "declination", "mediation", "clerical-correction"}
    here = {name for name, sort in SORTS.items() if sort.served_here}
    assert {"acceptance", "supplement", "extension", "stay", "termination", "file-access"} <= here
    assert not here & {"hand-over", "views", "consultation"}


def test_a_notice_to_all_goes_to_applicants_respondents_and_third_persons() -> None:
    """发给各方的，申请人、被申请人、第三人都是受送达人 (ARL 16, 62)."""
    matter = made_of(DecisionExtended, applicants=(ANNA, BERT))
    told = addressees(SORTS["extension"], matter, matter.facts[-1])
    assert told == (TO_ANNA, TO_BERT, TO_ORGAN)
    matter = made_of(ApplicationAccepted)
    assert addressees(SORTS["acceptance"], matter, matter.facts[-1]) == (TO_ANNA,)


def test_the_receipt_that_the_case_tells_is_known() -> None:
    """收到补正通知已经记在案卷的，就是收到；两件同种文书各看各的 (ARL 31)."""
    matter = made_of(SupplementNotified)
    [paper] = [one for one in outgoing(FILE, matter) if one.sort == "supplement"]
    assert [one.had_on for one in paper.to] == [None]
    page = matter.facts[-1].head
    received = SupplementNoticeReceived(
        head=page.model_copy(update={"version": page.version + 1, "on": day("2026-03-09")}),
        **FIELDS.get(SupplementNoticeReceived, {}),
    )
    matter = made_of(SupplementNotified)
    facts = [*matter.facts, received]
    [paper] = [
        one
        for one in outgoing(FILE, type(matter)(**{**_fields(matter), "facts": facts}))
        if one.sort == "supplement"
    ]
    assert [one.had_on for one in paper.to] == [day("2026-03-09")]


def _then(matter: Matter, *pages: tuple[type[Fact], str, dict[str, Any]]) -> Matter:
    """The same file with more pages, each with its kind, who made it, and what it says."""
    facts = list(matter.facts)
    for kind, by, said in pages:
        version, on = facts[-1].head.version + 1, day("2026-03-10")
        at = facts[-1].head.model_copy(update={"version": version, "on": on, "by": by})
        facts.append(kind.model_validate({"head": at, **FIELDS.get(kind, {}), **said}))
    return replace(matter, facts=facts)


def _to(matter: Matter, sort: str, *services: OneService) -> list[tuple[Addressee, ...]]:
    return [one.to for one in outgoing(FILE, matter, services) if one.sort == sort]


def test_who_joins_or_leaves_later_changes_no_earlier_paper() -> None:
    """受送达人是文书作出时的当事人：此后参加的不是，此后退出的仍是 (ARL 14, 16, 88)."""
    matter = made_of(DecisionExtended, applicants=(ANNA, BERT))
    third = {"third_person": THIRD, "called": True}
    later = _then(
        matter,
        (ApplicantsLeft, "officer-7", {"applicants": (BERT,)}),
        (ThirdPersonJoined, "officer-7", third),
    )
    assert _to(later, "extension") == [(TO_ANNA, TO_BERT, IN_ITS_PLACE)]
    [ended] = _to(_then(later, (ReconsiderationTerminated, "officer-7", {})), "termination")
    to_third = Addressee(standing=Standing.THIRD, person_id=THIRD)
    assert ended == (TO_ANNA, IN_ITS_PLACE, to_third)


def test_whom_a_service_is_recorded_on_stays_an_addressee() -> None:
    """已经记载的送达不因当事人变动而消失 (RULES 130)."""
    matter = made_of(DecisionExtended)
    [paper] = [one for one in outgoing(FILE, matter) if one.sort == "extension"]
    done = OneService(
        sort=paper.sort,
        page=paper.page,
        person_id=BERT,
        manner=Manner.DIRECT,
        served_on=day("2026-03-06"),
        nth=1,
    )
    [to] = _to(matter, "extension", done)
    assert [one.person_id for one in to] == [ANNA, None, BERT]


def test_the_notice_to_reply_stays_with_whom_it_was_written_to() -> None:
    """变更被申请人以后，旧的答复通知书不是新被申请人的；后列的有自己的副本 (ARL 19, 48)."""
    matter = made_of(CopySent, respondent=RESPONDENT)
    replaced = {"before": RESPONDENT, "respondent": OTHER, "county": "620702", "text_id": PAPER}
    assert _to(_then(matter, (RespondentReplaced, "officer-7", replaced)), "reply-notice") == [
        (IN_ITS_PLACE,)
    ]
    named = (
        JointRespondentNamed,
        "officer-7",
        {"organ": OTHER, "text_id": PAPER, "copy_due": True},
    )
    assert _to(_then(matter, named), "reply-notice") == [(IN_ITS_PLACE,)]
    copied = _then(matter, named, (JointCopySent, "officer-7", {"organ": OTHER}))
    to_second = Addressee(standing=Standing.RESPONDENT, organ=OTHER, now=OTHER)
    assert _to(copied, "reply-notice") == [(IN_ITS_PLACE, to_second)]


def test_a_page_told_again_is_no_paper_of_its_own() -> None:
    """系统重记的发送副本不是又一件答复通知书，真的那件仍是最新的 (ARL 19, 48; RULES 131)."""
    matter = made_of(CopySent, respondent=RESPONDENT)
    anew = (CopySent, CLOCK, {"respondent": RESPONDENT})
    got = (CopyReceived, CLOCK, {"respondent": RESPONDENT})
    [paper] = [
        one for one in outgoing(FILE, _then(matter, anew, got)) if one.sort == "reply-notice"
    ]
    assert (paper.page, paper.is_newest) == (matter.facts[-1].head.version, True)
    assert [one.had_on for one in paper.to] == [day("2026-03-10")]


def _fields(matter: Any) -> dict[str, Any]:  # noqa: ANN401 - a value with slots
    return {name: getattr(matter, name) for name in type(matter).__slots__}


# -- the doors


async def numbered(door: Door, case: str, sort: str) -> None:
    answer = await door.post(f"{case}/papers/numbers/{sort}", OFFICER)
    assert answer.status_code == 201, answer.text


async def told(door: Door, case: str, who: dict[str, Any] = OFFICER) -> dict[str, Any]:
    """The papers of a case by their sort, as the door lists them."""
    answer = await door.get(f"{case}/paper-service", who)
    assert answer.status_code == 200, answer.text
    return {one["paper"].partition("/")[0]: one for one in answer.json()}


async def case_of(door: Door) -> str:
    return (await accepted(door)).removesuffix("/papers/made")


async def test_a_paper_is_listed_and_served_once_it_has_its_number(door: Door) -> None:
    """受理通知书：编号以前不能送达，送达以后列明何时何种方式；账册相符 (ARL 88; RULES 130)."""
    case = await case_of(door)
    door.on("2026-03-06")
    before = (await told(door, case))["acceptance"]
    assert (before["document_number"], before["to"][0]["served_on"]) == ("", None)
    said = {"paper": before["paper"], **SIGNED}
    early = await door.post(f"{case}/paper-service", OFFICER, **said)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "RULES 130")
    await numbered(door, case, "acceptance")
    done = await door.post(f"{case}/paper-service", OFFICER, **said)
    assert done.status_code == 201, done.text
    assert (done.json()["about"], done.json()["version"]) == (case.split("/")[2], 1)
    [to] = (await told(door, case))["acceptance"]["to"]
    assert (to["person_id"], to["served_on"], to["manner"]) == (
        *(str(ANNA), "2026-03-06", "direct"),
    )
    again = await door.post(f"{case}/paper-service", OFFICER, **said)
    assert again.status_code == 409
    assert await found(door.hub) == {}
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = replace(body, '〔2026〕1号', '〔2026〕7号')"
        " WHERE kind = 'reconsideration.paper_served.v1'"
    )
    assert await found(door.hub) == {"papers_served": 1}


async def test_what_a_manner_asks_for_is_asked_of_every_paper(door: Door) -> None:
    """留置要有见证，公告满三十日，机关不适用家属代收，与送达决定书一样 (CPL 88, 89, 95)."""
    case = await case_of(door)
    await numbered(door, case, "acceptance")
    door.on("2026-03-06")
    paper = (await told(door, case))["acceptance"]["paper"]
    for manner, article in (("refused", "CPL 89"), ("electronic", "CPL 90(2)")):
        said = {"paper": paper, **SIGNED, "manner": manner}
        no = await door.post(f"{case}/paper-service", OFFICER, **said)
        assert (no.status_code, no.json()["article"]["code"]) == (409, article)
    notice = {**SIGNED, "paper": paper, "manner": "notice", "condition_met": True}
    no = await door.post(f"{case}/paper-service", OFFICER, **notice)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "CPL 95(1)")
    later = {**notice, "manner": "later"}
    assert (await door.post(f"{case}/paper-service", OFFICER, **later)).status_code == 409


async def test_ten_days_to_supplement_run_from_the_last_applicant_s_service(door: Door) -> None:
    """补正期限自最后一名申请人收到补正通知之日起算 (ARL 31; RULES 131)."""
    both = {**APPLICATION, "applicants": [str(ANNA), str(BERT)], "manner": "in_person"}
    answer = await door.post("/reconsiderations", OFFICER, **both)
    assert answer.status_code == 201, answer.text
    case = f"/reconsiderations/{answer.json()['case_id']}"
    door.on("2026-03-05")
    notice = await door.post(f"{case}/supplement-notice", OFFICER, text="请补交")
    assert notice.json()["state"] == "supplement_notified"
    await numbered(door, case, "supplement")
    door.on("2026-03-11")
    paper = (await told(door, case))["supplement"]["paper"]
    for person, on, state in (
        (ANNA, "2026-03-06", "supplement_notified"),
        (BERT, "2026-03-10", "supplementing"),
    ):
        said = {**SIGNED, "paper": paper, "person_id": str(person), "shown_on": on}
        done = await door.post(f"{case}/paper-service", OFFICER, **said)
        assert done.status_code == 201, done.text
        assert (await door.get(case, OFFICER)).json()["state"] == state
    started = await door.hub.pool.fetchval(
        "SELECT started_on FROM hub.deadline WHERE case_id = $1 AND name = 'supplement'",
        UUID(case.split("/")[2]),
    )
    assert started == date(2026, 3, 10)


async def test_the_days_to_reply_run_from_the_service_of_the_copy(door: Door) -> None:
    """答复期限自被申请人收到副本之日起算，送达即记入案卷 (ARL 48; RULES 131)."""
    case = await case_of(door)
    assert (await door.post(f"{case}/copy", OFFICER)).is_success
    await numbered(door, case, "reply-notice")
    door.on("2026-03-09")
    paper = (await told(door, case))["reply-notice"]["paper"]
    said = {**SIGNED, "paper": paper, "organ": RESPONDENT, "shown_on": "2026-03-09"}
    family = {**said, "manner": "family", "condition_met": True}
    no = await door.post(f"{case}/paper-service", OFFICER, **family)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "CPL 88(2)")
    assert (await door.post(f"{case}/paper-service", OFFICER, **said)).status_code == 201
    assert (await door.get(case, OFFICER)).json()["state"] == "replying"
    received = await door.hub.pool.fetchval(
        "SELECT legal_on FROM hub.outbox WHERE kind = 'reconsideration.copy_received.v1'"
    )
    assert received == date(2026, 3, 9)
    assert await found(door.hub) == {}


async def test_a_receipt_recorded_alone_before_may_be_given_its_manner(door: Door) -> None:
    """单独记载过收到副本的，可以补记送达方式，日期一致 (RULES 131)."""
    case = await case_of(door)
    assert (await door.post(f"{case}/copy", OFFICER, received_on="2026-03-05")).is_success
    await numbered(door, case, "reply-notice")
    door.on("2026-03-06")
    paper = (await told(door, case))["reply-notice"]
    assert [(one["served_on"], one["manner"]) for one in paper["to"]] == [("2026-03-05", None)]
    said = {**SIGNED, "paper": paper["paper"], "organ": RESPONDENT, "manner": "post"}
    no = await door.post(f"{case}/paper-service", OFFICER, **said)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 131")
    said["shown_on"] = "2026-03-05"
    assert (await door.post(f"{case}/paper-service", OFFICER, **said)).status_code == 201
    copies = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.copy_received.v1'"
    assert await door.hub.pool.fetchval(copies) == 1


async def test_what_goes_out_as_a_file_closes_is_served_all_the_same(door: Door) -> None:
    """案卷办结以后作出、送达的文书同样记载 (RULES 130)."""
    case = await case_of(door)
    withdrawn = await door.post(f"{case}/withdrawal", PARTY)
    assert withdrawn.is_success, withdrawn.text
    ended = await door.post(f"{case}/termination", OFFICER)
    assert ended.status_code == 201, ended.text
    await numbered(door, case, "termination")
    door.on("2026-03-06")
    paper = (await told(door, case))["termination"]["paper"]
    for whom in ({"person_id": str(ANNA)}, {"organ": RESPONDENT}):
        done = await door.post(f"{case}/paper-service", OFFICER, paper=paper, **SIGNED, **whom)
        assert done.status_code == 201, done.text
    assert await found(door.hub) == {}


async def test_a_party_takes_a_paper_online_and_downloads_it(door: Door) -> None:
    """当事人同意电子送达，当日送达，此后可以下载；发给别人的看不到 (CPL 90)."""
    case = await case_of(door)
    assert await told(door, case, PARTY) == {}, "a draft is nobody's yet"
    await numbered(door, case, "acceptance")
    paper = (await told(door, case, PARTY))["acceptance"]["paper"]
    file = f"{case}/paper-service/{paper}.pdf"
    assert (await door.get(file, PARTY)).status_code == 404
    earlier = await door.post(f"{case}/paper-receipt", PARTY, paper=paper, on="2026-03-04")
    assert (earlier.status_code, earlier.json()["article"]["code"]) == (409, "CPL 90(2)")
    taken = await door.post(f"{case}/paper-receipt", PARTY, paper=paper)
    assert taken.status_code == 201, taken.text
    [to] = (await told(door, case, PARTY))["acceptance"]["to"]
    assert (to["served_on"], to["manner"]) == ("2026-03-05", "electronic")
    made = await door.get(file, PARTY)
    assert (made.status_code, made.content[:4]) == (200, b"%PDF")
    again = await door.post(f"{case}/paper-receipt", PARTY, paper=paper)
    assert again.status_code == 409
    for who in (OTHER_PARTY, STRANGER):
        assert (await door.get(f"{case}/paper-service", who)).status_code == 404
    assert (await door.post(f"{case}/paper-receipt", OFFICER, paper=paper)).status_code == 403
    beside = await door.post(f"{case}/paper-service", DEPARTMENT, paper=paper, **SIGNED)
    assert beside.status_code == 404, "a department serves its own papers only"
    assert await found(door.hub) == {}


async def test_who_joins_or_leaves_the_case_joins_or_leaves_the_file_of_its_services(
    door: Door,
) -> None:
    """第三人参加以后看得到文书送达的案卷，随案的标签一致 (ARL 16, 47)."""
    case = await case_of(door)
    await numbered(door, case, "acceptance")
    paper = (await told(door, case))["acceptance"]["paper"]
    door.on("2026-03-06")
    assert (await door.post(f"{case}/paper-service", OFFICER, paper=paper, **SIGNED)).is_success
    joined = await door.post(
        *(f"{case}/third-person", OFFICER),
        person={"name": "伯某"},
        called=True,
        interested=True,
        text="通知参加。",
    )
    assert joined.status_code == 201, joined.text
    case_id = UUID(case.split("/")[2])
    of_both = [case_id, services_of(case_id)]
    before = await door.hub.pool.fetch(PARTIES, of_both)
    assert before[0]["there"] != before[1]["there"]
    await hear(door, ThirdPersonJoined, agents.LISTENS, {})
    after = await door.hub.pool.fetch(PARTIES, of_both)
    assert after[0]["there"] == after[1]["there"] != ""


PARTIES = """
SELECT labels->>'participants' AS there FROM hub.file WHERE case_id = ANY($1::uuid[])
"""


async def test_the_paper_of_another_authority_is_offered_to_nobody_else(door: Door) -> None:
    """文书由出具的机关送达：其他机关看到由谁送达，没有记载的链接，也选不到 (ARL 38, 88)."""
    case = await case_of(door)
    await numbered(door, case, "acceptance")
    case_id, above = UUID(case.split("/")[2]), "620700-government"
    assert await unserved(door.hub, case_id, {READER: AUTHORITY}) != ()
    assert await unserved(door.hub, case_id, {READER: above}) == ()
    file: Any = SimpleNamespace(case_id=case_id, procedure="ordinary", state="accepted")
    own, other = [
        {one.paper.sort: one for one in await rows(door.hub, [file], "n", "back=/", organ)}[
            "acceptance"
        ]
        for organ in (AUTHORITY, above)
    ]
    name = door.hub.directory.organ(AUTHORITY).name
    assert ([bool(one.path) for one in own.lines], own.by) == ([True], "")
    assert ([bool(one.path) for one in other.lines], other.by) == ([False], name)


async def test_at_the_desk_the_list_leads_to_the_form_and_says_what_was_served(
    door: Door, hub: Hub
) -> None:
    """办理页面列出每件文书向谁、何时送达；没有送达的点进去，表单已经填好是哪一件 (RULES 130)."""
    case = await case_of(door)
    case_id = case.split("/")[2]
    await numbered(door, case, "acceptance")
    door.on("2026-03-06")
    own = f"/desk/reconsideration/files/{case_id}"
    async with building(hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(own)).text
        assert "尚未送达，记载送达" in page
        paper = (await told(door, case))["acceptance"]["paper"]
        at = f"/desk/disputes/{DISPUTE}/files/{case_id}/paper-service"
        assert at in page
        form = await officer.get(f"{at}?paper={paper}&person_id={ANNA}")
        assert "受理通知书（" in form.text
        assert "：申请人" in form.text
        sent = await officer.send(
            at, {**hidden(form), **SIGNED, "paper": paper, "person_id": str(ANNA)}
        )
        assert sent.status_code == 303, sent.text
        page = (await officer.get(own)).text
        assert "申请人：2026年3月6日本人签收" in page
        whole = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        assert "送达文书" in whole
        assert "受理通知书" in whole
        for shown in (whole, page):
            assert "送达回证：受理通知书（申请人）" in shown
        assert f'href="#p-{services_of(UUID(case_id))}-' not in whole
        assert f"#file-{services_of(UUID(case_id))}" not in page
