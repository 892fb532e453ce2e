"""An application of two together, each of whom is served by itself, on a real database."""

import re
from datetime import date
from uuid import UUID

import httpx
import pytest

from services.reconsideration.store import aftermath_of
from services.routing.store import routing_of
from shared.auth import Role
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.verify.walk import Walk
from tests.party.telephone import telephone
from tests.reconsideration.deciding import road
from tests.routing.test_severed_roads import BOTH
from tests.routing.town import GOVERNMENT, PENALTY, WINDOW, Town

OFFICER = (Role.RECONSIDERATION, GOVERNMENT)
HEAD = (Role.RECONSIDERATION_HEAD, GOVERNMENT)
RESPONDENT = (Role.DEPARTMENT, "620702-chengguan")
COURT = ("sue", "court")
BY_PHONE = {"赵某": "13700000000", "孙某": "13700000001"}
OVER_DECISION = r"您不服复议决定的，可以向人民法院起诉，最后一天是\s*<strong[^>]*>([^（<]+)"


class Joint:
    """An application of 赵某 and 孙某 together, each of whom is served by itself."""

    def __init__(self, place: Town, number: str, dispute_id: UUID, who: dict[str, str]) -> None:
        self.place, self.number, self.dispute_id, self.who = place, number, dispute_id, who
        self.road = routing_of(dispute_id)
        self.case = ""
        self.both: tuple[str, ...] = tuple(who[one] for one in ("赵某", "孙某") if one in who)

    @property
    def after(self) -> str:
        return f"/aftermaths/{aftermath_of(UUID(self.case.rpartition('/')[2]))}"

    def own(self, name: str) -> tuple[str, str]:
        """The period of one of them."""
        return "sue_own", self.who[name]

    async def apply(self) -> None:
        told = await self.place.do(
            "/reconsiderations",
            *WINDOW,
            dispute_id=str(self.dispute_id),
            authority=GOVERNMENT,
            applicants=list(self.both),
            respondent="620702-chengguan",
            act="penalty",
            received_on=self.place.clock.now().date().isoformat(),
            act_done_on="2026-10-10",
            learnt_on="2026-10-12",
            text="请求撤销处罚决定。",
        )
        self.case = f"/reconsiderations/{told['case_id']}"

    async def seal(self, **draft: object) -> None:
        """From acceptance to the decision, which nobody has yet."""
        do, case = self.place.do, self.case
        await do(f"{case}/acceptance", *OFFICER)
        await do(f"{case}/copy", *OFFICER)
        await do(f"{case}/copy-receipt", *RESPONDENT)
        await do(f"{case}/reply", *RESPONDENT, text="处罚依据充分。")
        heard = {"manner": "telephone", "record": "认为过重。", "persons": list(self.both)}
        await do(f"{case}/views", *OFFICER, **heard)
        owed = [{"person_id": one} for one in self.both]
        for step, by, body in road("upheld", text="决定。", duties=owed, **draft):
            await do(f"{case}/{step}", *(HEAD if by == "head" else OFFICER), **body)

    async def serve(self, name: str, on: str) -> None:
        """Served on an applicant, or on the respondent where none is named."""
        whom = {"standing": "applicant", "person_id": self.who.get(name)}
        said = {"shown_on": on, "manner": "direct", "receipt": "签收。"}
        body = {**said, **(whom if name else {"standing": "respondent"})}
        await self.place.do(f"{self.case}/service", *OFFICER, **body)

    async def serve_again(self, name: str, on: str) -> None:
        """Before everybody has it: what was no service is made again."""
        whom = {"standing": "applicant", "person_id": self.who[name]}
        said = {"shown_on": on, "manner": "direct", "receipt": "签收。", "reason": "他人误签。"}
        await self.place.do(f"{self.case}/service-again", *OFFICER, **whom, **said)

    async def lose(self, name: str) -> None:
        gone = {"ending": "died", "gone_on": "2026-11-20", "text": "户籍注销证明。"}
        path, whom = f"{self.case}/addressee-gone", self.who[name]
        await self.place.do(path, *OFFICER, person_id=whom, **gone)

    async def find(self, name: str, on: str) -> None:
        """Found after the end, and served for the first time."""
        await self.place.at(on)
        whom = {"person_id": self.who[name]}
        await self.place.do(f"{self.after}/addressee-found", *OFFICER, **whom, reason="同名误记。")
        said = {"shown_on": on, "manner": "direct", "receipt": "签收。", "reason": "记载有误。"}
        body = {"standing": "applicant", **whom, **said}
        await self.place.do(f"{self.after}/service", *OFFICER, **body)

    async def sue(self, *names: str) -> None:
        whose = [self.who[one] for one in names or ("赵某",)]
        said = {"road": "court", "organ": "甘州区人民法院", "applicants": whose}
        path = f"/routings/{self.road}/application"
        await self.place.do(path, *WINDOW, key=f"sued-{whose[0]}", **said)

    async def says_sued(self, *names: str) -> httpx.Response:
        """The answer to a window that says so, of somebody or of nobody by name."""
        said = {"road": "court", "organ": "甘州区人民法院", "key": f"says-{len(names)}-01"}
        whose = {"applicants": [self.who[one] for one in names]} if names else {}
        return await self.place.ask(f"/routings/{self.road}/application", *WINDOW, **said, **whose)

    async def succeed(self, dead: str, heir: str) -> str:
        """近亲属承受 in the case alone; who takes over."""
        said = {"applicant_id": self.who[dead], "succession": "relatives", "relation": "spouse"}
        came = [{"name": heir, "phone": "13700000005"}]
        path = f"{self.case}/succession"
        told = await self.place.do(path, *OFFICER, persons=came, text="户口簿。", **said)
        [new] = set(told["applicants"]) - set(self.who.values())
        self.who[heir] = new
        self.both = tuple(told["applicants"])
        return str(new)

    async def runs(self) -> dict[tuple[str, str], date]:
        return await self.place.runs(self.road)

    async def reads(self, phone: str) -> tuple[list[str], str]:
        """Until when one of them may sue over the decision, as its page says, and that page."""
        async with telephone(self.place.hub) as own:
            await own.sign_in(self.number, phone)
            page = (await own.get()).text
        return [one.strip() for one in re.findall(OVER_DECISION, page)], page


async def applied(place: Town, **parties: object) -> Joint:
    number, dispute_id = await place.register(**{**PENALTY, **parties})
    told = await place.get(f"/disputes/{number}/parties?purpose=申请复议")
    who = {one["name"]: one["person_id"] for one in told.json()}
    found = Joint(place, number, dispute_id, who)
    await found.apply()
    return found


@pytest.fixture
async def joint(place: Town) -> Joint:
    return await applied(place, parties=BOTH)


async def sound(joint: Joint, db: Pool) -> bool:
    walk = Walk(joint.place.hub.shelves, CALENDAR)
    async with db.acquire() as conn:
        checks = [(await check(conn)).count for check in (walk.states, walk.deadlines, walk.dates)]
    return not any(checks)


LAST = "SELECT kind, body FROM hub.outbox WHERE case_id = $1 ORDER BY version DESC LIMIT 1"


async def annul(joint: Joint, **said: object) -> None:
    """The government above withdraws the decision."""
    text = {"organ": "620700-government", "text": "撤销该行政复议决定。"}
    await joint.place.do(f"{joint.after}/annulment", *HEAD, **{**text, **said})
    await joint.place.hear()
