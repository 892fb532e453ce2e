"""复议岗位的每一个页面 in a browser: lists with something on each, forms, by everybody who acts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from fastapi.routing import APIRoute
from playwright.async_api import Page, expect

from services.consultation import pages as of_committee
from services.consultation.commands import file_of as room_of
from services.consultation.commands import listing
from services.consultation.domain.plenary import Plenary
from services.consultation.store import roster_of
from services.reconsideration import pages as of_body
from services.reconsideration.commands import (
    assigning,
    deciding,
    drafting,
    filing,
    handling,
    hearing,
    letters,
    pausing,
    people,
    proving,
    publishing,
)
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.proving_acts import Said
from services.reconsideration.store import aftermath_of, numbers_of
from shared.auth import Role
from shared.clock import CITY, StillClock
from shared.contracts.consultation import PlenarySubject
from shared.contracts.reconsideration import Condition, ConsultationGround, Outcome, Standing
from shared.contracts.reconsideration.assigning import Tie
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.letters import Flaw
from shared.contracts.reconsideration.people import Joinder
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.law.day import legal_day
from shared.work import Act, Work
from tests.consultation.makers import EXPERTS, THREE, enrolled, expert
from tests.desks.body import applied, at_work, heard, submitted
from tests.desks.conftest import SignIn
from tests.desks.looking import ROWS, look, readable
from tests.desks.town import DeskTown
from tests.party.telephone import number as numbered
from tests.reconsideration.deciding import AGREED, HANDED
from tests.reconsideration.makers import AUTHORITY, OTHER, RESPONDENT

HANDLER: Final = "620702-government-1"
SECOND, THIRD, CLERK = "620702-government-2", "620702-government-3", "620702-government-4"
TITLES: Final = {
    HANDLER: "甘州区人民政府行政复议承办一",
    SECOND: "甘州区人民政府行政复议承办二",
    THIRD: "甘州区人民政府行政复议承办三",
    CLERK: "甘州区人民政府行政复议承办四",
}
COMMITTEE: Final = "620702-committee"
AGAINST: Final = "620702-shijian"
NAMES: Final = "赵钱孙李周吴郑王冯陈褚卫"
LONG: Final = "甘肃省河西走廊水资源保护与行政法治研究中心（张掖）教授、博士生导师"
DESK: Final = "/desk/reconsideration"
LEADS_ON: Final = frozenset({f"{DESK}/approvals/next", "/party/blanks/{sort}.{form}"})
"""What shows nothing itself: it leads on, or is a file."""

PERSON: Final = "SELECT person_id FROM hub.people WHERE dispute_id = $1 AND side = $2 ORDER BY 1"


@pytest.fixture
def clock() -> StillClock:
    """Before what is enforced was decided."""
    return StillClock(datetime(2026, 9, 1, 9, 30, tzinfo=CITY))


@dataclass(frozen=True, slots=True)
class One:
    """A case as its pages are called."""

    number: str
    case_id: UUID
    applicants: Sequence[UUID]
    other: UUID

    @property
    def page(self) -> str:
        """On the desk of its body."""
        return f"{DESK}/files/{self.case_id}"

    @property
    def whole(self) -> str:
        """案卷."""
        return f"/desk/disputes/{self.number}"

    def form(self, act: str, file: UUID | None = None) -> str:
        """At the door of an act, of the case or of a file beside it."""
        return f"{self.whole}/files/{file or self.case_id}/{act}"

    @property
    def after(self) -> UUID:
        """The file of what follows it."""
        return aftermath_of(self.case_id)


@dataclass
class City:
    """Made-up cases, each at another place of its way."""

    town: DeskTown
    cases: dict[str, One] = field(default_factory=dict)

    async def begin(self, name: str, *, many: int = 1, **more: object) -> One:
        """An application of so many that has just come in."""
        nth = len(self.cases) + 1
        parties = [
            {"side": "applicant", "name": f"{NAMES[n]}某", "phone": f"137{nth:04}{n:04}"}
            for n in range(many)
        ]
        parties.append({"side": "opponent", "name": "何某"})
        number, dispute = await self.town.offices.register(
            matter="chufa",
            key=f"body-{nth:04}",
            subject=f"不服占道经营的罚款（第{nth}件）",
            content=f"在店门口摆放货物，被处罚款二百元。决定书共{nth}页。",
            demand="请求撤销处罚决定。",
            parties=parties,
        )
        pool = self.town.hub.pool
        own = tuple(row[0] for row in await pool.fetch(PERSON, dispute, "applicant"))
        other = await pool.fetchval(PERSON, dispute, "opponent")
        case_id = await applied(self.town.hub, dispute, applicants=own, **more)  # type: ignore[arg-type] - as they are
        self.cases[name] = One(number, case_id, own, other)
        return self.cases[name]

    async def heard(self, name: str, **more: object) -> One:
        """One that is ripe to be found upon."""
        one = await self.begin(name, **more)  # type: ignore[arg-type] - as they are
        await heard(self.town.hub, one.case_id, (HANDLER, SECOND))
        return one

    async def act(self, do: Callable[[Work], object], *files: UUID) -> None:
        """What an office does in these files, heard by everybody."""
        await self.town.hub.act(Act(do=do, files=files))
        await self.town.hear()

    @property
    def today(self) -> object:
        """The legal day."""
        return legal_day(self.town.clock.now())


async def decided(city: City, name: str, outcome: Outcome) -> One:
    """Decided so and served today."""
    one = await city.heard(name)
    await submitted(city.town.hub, one.case_id, outcome)
    today = legal_day(city.town.clock.now())

    def go_on(work: Work) -> None:
        drafting.approve(work, one.case_id, consent=AGREED, by="head")
        drafting.seal(work, one.case_id, by=HANDLER)
        deciding.deliver(work, one.case_id, served_on=today, **HANDED, by=HANDLER)

    await city.act(go_on, one.case_id, numbers_of(AUTHORITY), aftermath_of(one.case_id))
    return one


async def written_to(city: City, one: One) -> None:
    """A letter 意见书 went to the respondent and came there."""

    def go_on(work: Work) -> None:
        said = "同类处罚均未告知陈述、申辩的权利，请纠正。"
        letters.issue_letter(work, one.after, RESPONDENT, Flaw.ILLEGAL, text=said, by="head")
        letters.receive_letter(work, one.after, by=HANDLER)

    await city.act(go_on, one.after)


async def declined(city: City) -> None:
    """Refused, numbered, and not served yet."""
    one = await city.begin("declined")
    why = "申请人不是处罚决定的相对人，与该处罚没有利害关系。"
    said = {"reason": why, "missing": Condition.INTEREST, "compulsory": True, "by": HANDLER}
    await city.act(lambda work: filing.decline(work, one.case_id, **said), one.case_id)  # type: ignore[arg-type] - as they are
    kind = "reconsideration.declined.v1"
    await numbered(city.town.hub, one.case_id, "declination", kind, "复不受字")


async def full(city: City) -> None:
    """Three respondents, a third person, evidence, a hearing, a question, a case joined to it."""
    one = await city.heard("full", joint=(OTHER, "620702-zhujian"))
    beside = await city.heard("joined")
    committee = [*EXPERTS, expert("committee-4", affiliation=LONG)]
    await enrolled(city.town.hub, AUTHORITY, committee)
    met = Plenary(
        called_on=date(2026, 11, 10),
        chair=THREE[0],
        attended=tuple(THREE),
        subjects=(PlenarySubject.COMMON,),
    )
    said, roster = "讨论占道经营处罚的证据标准，形成一致意见。", roster_of(AUTHORITY)
    await city.act(
        lambda work: listing.hold_plenary(work, roster, met, minutes=said, by="secretary-1"), roster
    )
    piece = Said(evidence_kind=EvidenceKind.DOCUMENT, proving=Proving.LEGALITY)
    at = datetime(2026, 12, 8, 9, tzinfo=CITY)
    sits = Panel(host=SECOND, officers=(HANDLER, THIRD), recorder=CLERK)

    def go_on(work: Work) -> None:
        case, by = one.case_id, HANDLER
        third = {"called": True, "interested": True, "text": "通知参加行政复议。"}
        people.join_third(work, case, one.other, **third, by=by)  # type: ignore[arg-type] - as they are
        proving.submit(work, case, Standing.APPLICANT, [(piece, "收据一张")], by=by)
        hearing.plan(
            work,
            case,
            HearingGround.NEEDED,
            at,
            sits,
            notice="定于该日听证。",
            place="听证室",
            by=by,
        )
        hearing.notify(work, case, Standing.APPLICANT, by=by)
        pausing.ask_stay(work, case, text="货物即将变质，难以挽回。", by=by)
        asked = "占道面积应当怎样认定？"
        handling.request_opinion(work, case, ConsultationGround.TECHNICAL, question=asked, by=by)
        joining = {"reason": "同一次执法", "by": "head"}
        people.join_cases(work, case, [beside.case_id], Joinder.OTHER, **joining)

    await city.act(go_on, one.case_id, beside.case_id)
    kind = "reconsideration.accepted.v1"
    await numbered(city.town.hub, one.case_id, "acceptance", kind, "复受字")


async def on_their_way(city: City) -> None:
    """Just come in; of twelve; to be replied to; sent up; with a reviewer that is challenged."""
    await city.begin("new")
    twelve, copied = await city.begin("twelve", many=12), await city.begin("copied")
    today = legal_day(city.town.clock.now())

    def go_on(work: Work) -> None:
        filing.accept(work, twelve.case_id, by=HANDLER)
        filing.accept(work, copied.case_id, by=HANDLER)
        handling.send_copy(work, copied.case_id, by=HANDLER, received_on=today)

    await city.act(go_on, twelve.case_id, copied.case_id)
    sent = await city.heard("sent")
    await submitted(city.town.hub, sent.case_id)
    one = await city.heard("challenged", respondent=AGAINST)
    asks = {"reason": "系近亲属", "by": HANDLER, "asked_by": Standing.APPLICANT}
    await city.act(
        lambda work: assigning.request_recusal(work, one.case_id, Tie.KIN, **asks),  # type: ignore[arg-type] - as they are
        one.case_id,
    )


async def made_public(city: City) -> None:
    """One decision that anybody may read."""
    one = city.cases["upheld"]
    text = "申请人某某不服甘州区城市管理综合执法局的行政处罚决定。本机关决定：维持该行政处罚决定。"

    def publish(work: Work) -> None:
        publishing.publish(work, one.after, people=[], text=text, homonyms=False, by="head")

    await city.act(publish, one.after)


@pytest.fixture
async def city(town: DeskTown) -> City:
    """On 23 November, with something on every list of these desks."""
    found = City(town)
    await at_work(town.hub, AUTHORITY, **TITLES)
    for name, outcome in (("upheld", Outcome.UPHELD), ("changed", Outcome.CHANGED)):
        await decided(found, name, outcome)
    await written_to(found, await decided(found, "revoked", Outcome.REVOKED))
    for day in ("2026-09-20", "2026-10-20", "2026-11-23"):
        await town.at(datetime.combine(datetime.fromisoformat(day).date(), time(10), CITY))
    await made_public(found)
    await declined(found)
    await full(found)
    await on_their_way(found)
    return found


class Walk:
    """Somebody who opens page after page, and what was opened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.opened: list[str] = []

    async def see(self, pages: Mapping[str, str]) -> None:
        """Each of them by its name: what is wrong with any is told at once."""
        wrong = []
        for name, path in pages.items():
            answer = await self.page.goto(path)
            assert answer is not None
            assert answer.status == 200, (name, path, await self.page.inner_text("main"))
            try:
                await self.seen(name)
            except AssertionError as found:
                wrong.append(f"{name}: {found}")
        assert not wrong, "\n".join(wrong)

    async def seen(self, name: str) -> None:
        """The page that is open: nothing found by axe, nothing lost at 360 px."""
        self.opened.append(urlsplit(self.page.url).path)
        await (look(self.page, name) if name in ROWS else readable(self.page))


def unseen(pages: Sequence[APIRoute], opened: Sequence[str]) -> list[str]:
    """Which of these pages nobody opened."""
    return [
        one.path
        for one in pages
        if "GET" in one.methods
        and one.path not in LEADS_ON
        and not any(one.path_regex.fullmatch(path) for path in opened)
    ]


def of_handlers(city: City) -> dict[str, str]:
    """What an officer of the body opens."""
    cases = city.cases
    full, new, twelve = cases["full"], cases["new"], cases["twelve"]
    changed, declined, revoked = cases["changed"], cases["declined"], cases["revoked"]
    refused = f"refusal-service?person_id={declined.applicants[0]}"
    return {
        "body-mine": f"{DESK}/mine?whose=every",
        "body-unassigned": f"{DESK}/mine?whose=unassigned",
        "reconsideration-following": f"{DESK}/following",
        "body-nothing": f"{DESK}/following?what=correction",
        "reconsideration-taking-in": f"{DESK}/taking-in",
        "body-file": full.page,
        "reconsideration-declined": declined.page,
        "body-whole": full.whole,
        "reconsideration-service": full.form("paper-service"),
        "reconsideration-electing": twelve.form("representatives-notice"),
        "body-capacity": new.form("capacity"),
        "reconsideration-declining": new.form("declination"),
        "reconsideration-joining": cases["sent"].form("joinder"),
        "body-refusal": declined.form(refused, declined.after),
        "reconsideration-urging": changed.form("urging", changed.after),
        "body-applying": changed.form("enforcement-application", changed.after),
        "body-performed": changed.form("party-performance", changed.after),
        "body-copying": revoked.form("copy", revoked.after),
        "blanks": "/party/blanks",
        "decisions": "/party/decisions",
        "decision": f"/party/decisions/{cases['upheld'].after}",
    }


def of_heads(city: City) -> dict[str, str]:
    """What the head of the body opens."""
    sent, revoked = city.cases["sent"], city.cases["revoked"]
    return {
        "body-approvals": f"{DESK}/approvals",
        "body-reviewers": f"{DESK}/reviewers",
        "reconsideration-waiting": f"{sent.page}?waiting=submission&place=0",
        "body-approval": sent.form("approval"),
        "body-publication": revoked.form("publication", revoked.after),
        "body-letter": revoked.form("opinion-letter", revoked.after),
        "body-recusal": city.cases["challenged"].form("recusal-decision"),
        "body-overseeing": f"{DESK}/overseeing",
        "body-times": f"{DESK}/overseeing/times",
        "body-check": f"{DESK}/overseeing/check",
    }


def of_departments(city: City) -> dict[str, str]:
    """What a department opens whose act is reconsidered."""
    copied, revoked, upheld = (city.cases[one] for one in ("copied", "revoked", "upheld"))
    return {
        "reconsideration-responding": f"{DESK}/responding",
        "body-none-responding": f"{DESK}/responding?what=letters&late=in_time",
        "reconsideration-reply": copied.form("reply"),
        "body-evidence": copied.form("respondent-evidence"),
        "body-report": revoked.form("correction-report", revoked.after),
        "body-urged": upheld.form("urging", upheld.after),
    }


async def test_every_page_of_the_body_of_its_head_and_of_the_respondents_is_read_by_everybody(
    city: City, sign_in: SignIn
) -> None:
    """承办人、负责人、被申请人的每一个页面和主要表单，无障碍检查没有问题，窄屏不左右滚动."""
    opened: list[str] = []
    for role, organ, code, pages in (
        (Role.RECONSIDERATION, AUTHORITY, HANDLER, of_handlers(city)),
        (Role.RECONSIDERATION_HEAD, AUTHORITY, "", of_heads(city)),
        (Role.DEPARTMENT, RESPONDENT, "", of_departments(city)),
    ):
        walk = Walk(await sign_in(role, organ, code=code))
        await walk.see(pages)
        opened += walk.opened
    routes = [one for one in of_body.router.routes if isinstance(one, APIRoute)]
    assert unseen(routes, opened) == []


async def test_every_page_of_the_committee_is_read_by_everybody(
    city: City, sign_in: SignIn
) -> None:
    """委员会办事人员、委员的每一个页面和表单，无障碍检查没有问题，窄屏不左右滚动."""
    one = city.cases["full"]
    room, desk = room_of(one.case_id), "/desk/consultation"
    secretary = Walk(await sign_in(Role.SECRETARY, COMMITTEE))
    await secretary.see({"committee-desk": desk, "committee-room": f"{desk}/files/{room}"})
    for code in THREE:
        await secretary.page.get_by_role("checkbox", name=code).check()
    await secretary.page.get_by_label("案件所需的专业领域").select_option("law")
    await secretary.page.get_by_role("button", name="组成咨询小组").press("Enter")
    await expect(secretary.page.locator(".told")).to_contain_text("已办理")
    await secretary.seen("consultation-seated")
    roster = await city.town.hub.pool.fetchval(
        "SELECT case_id FROM hub.file WHERE procedure = 'roster'"
    )
    forms = {f"committee-{act}": one.form(act, room) for act in ("meeting", "opinion", "recusal")}
    await secretary.see(
        {
            "committee-roster": f"{desk}/roster",
            "consultation-expert": f"{desk}/roster/new",
            "consultation-change": f"{desk}/roster/{roster}/{THREE[0]}",
            "committee-load": f"{desk}/load",
            "consultation-plenaries": f"{desk}/plenaries/{roster}",
            **forms,
        }
    )
    phone = {"width": 360, "height": 740}
    member = Walk(await sign_in(Role.COMMITTEE, COMMITTEE, code=THREE[0], **phone))
    await member.see(
        {
            "committee-mine": f"{desk}/mine",
            "committee-question": f"{desk}/files/{room}",
            "consultation-opinion": one.form("own-opinion", room),
            "committee-own-recusal": one.form("own-recusal", room),
            "committee-done": f"{desk}/mine?tab=done",
        }
    )
    routes = [each for each in of_committee.router.routes if isinstance(each, APIRoute)]
    assert unseen(routes, [*secretary.opened, *member.opened]) == []
