"""A reconsideration on its way through the whole hub, door by door."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from shared.auth import Role
from tests.journeys.city import City
from tests.journeys.test_walks import AUTHORITY, RESPONDENT, last, register
from tests.reconsideration.deciding import HANDED, road


@dataclass
class Walk:
    """One case, and who acts in it."""

    city: City
    dispute: UUID
    case: UUID
    applicants: list[str] = field(default_factory=list)
    authority: str = AUTHORITY
    """Whose body acts; another one once it has taken the case up."""

    async def officer(self, door: str, body: object = None) -> dict[str, Any]:
        """An act of the body."""
        path = f"/reconsiderations/{self.case}/{door}"
        return await self.city.post(Role.RECONSIDERATION, self.authority, path, body)

    async def head(self, door: str, body: object = None) -> dict[str, Any]:
        """An act of its head."""
        path = f"/reconsiderations/{self.case}/{door}"
        return await self.city.post(Role.RECONSIDERATION_HEAD, self.authority, path, body)

    async def respondent(self, door: str, body: object = None) -> dict[str, Any]:
        """An act of the respondent."""
        path = f"/reconsiderations/{self.case}/{door}"
        return await self.city.post(Role.DEPARTMENT, RESPONDENT, path, body)

    async def refused(self, door: str, body: object = None) -> str:
        """The article by which an act of the head is refused."""
        path = f"/reconsiderations/{self.case}/{door}"
        role = Role.RECONSIDERATION_HEAD
        answer = await self.city.ask(role, self.authority, "POST", path, body or {})
        assert answer.status_code == 409, (door, answer.status_code, answer.text)
        return str(answer.json()["article"]["code"])

    async def examined(self) -> None:
        """Accepted, the copy sent and replied to, the applicant heard, all on this day."""
        today = self.city.clock.now().date().isoformat()
        await self.officer("acceptance")
        await self.officer("copy", {"received_on": today})
        await self.respondent("reply", {"text": "答复如下。"})
        heard = {"persons": self.applicants, "record": "申请人认为处罚过重。"}
        await self.officer("views", {"manner": "telephone", **heard})

    async def decided(self, outcome: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as `road`
        """From the reviewers to the seal; the page of the decision."""
        for path, who, body in road(outcome, **more):
            await (self.head if who == "head" else self.officer)(path, body)
        await self.city.settle()
        return await last(self.city, self.case, "reconsideration.decided.v1")

    async def delivered(self) -> dict[str, Any]:
        """Served on everybody on this day; its page."""
        today = self.city.clock.now().date().isoformat()
        await self.officer("delivery", {"served_on": today, **HANDED})
        await self.city.settle()
        return await last(self.city, self.case, "reconsideration.delivered.v1")


def application(city: City, dispute: UUID, applicants: list[str], **more: object) -> dict[str, Any]:
    """What is applied for at the authority, received on this day."""
    return {
        "dispute_id": str(dispute),
        "authority": AUTHORITY,
        "applicants": applicants,
        "respondent": RESPONDENT,
        "act": "penalty",
        "received_on": city.clock.now().date().isoformat(),
        "text": "请求撤销行政处罚决定。",
        **more,
    }


async def registered(city: City, key: str, learnt_on: str, **more: Any) -> Walk:  # noqa: ANN401 - JSON
    """A dispute about a penalty, registered at the window; its applicants as they are kept."""
    said = {"matter": "chufa", "respondent": RESPONDENT, "act": "penalty"}
    days = {"happened_on": learnt_on, "learnt_on": learnt_on}
    dispute = await register(city, key, **said, **days, **more)
    parties = (await last(city, dispute, "intake.registered.v1"))["parties"]
    applicants = [one["person_id"] for one in parties if one["side"] == "applicant"]
    return Walk(city, dispute, dispute, applicants)


async def applied(city: City, key: str, learnt_on: str, **more: Any) -> Walk:  # noqa: ANN401 - JSON
    """The same, and applied for on this day."""
    walk = await registered(city, key, learnt_on, **more)
    days = {"act_done_on": learnt_on, "learnt_on": learnt_on}
    body = application(city, walk.dispute, walk.applicants, **days)
    taken = await city.post(Role.RECONSIDERATION, AUTHORITY, "/reconsiderations", body)
    walk.case = UUID(taken["case_id"])
    return walk
