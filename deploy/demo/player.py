"""演示的进行: a plan is played through the doors of a hub, one step after another."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any, Final

import httpx

from deploy.demo.doors import DEPARTMENTS, DOORS
from deploy.demo.happening import Came, Happening, Sum
from deploy.demo.pace import Broken, Pace
from deploy.demo.plan import Plan, Step
from deploy.demo.town import Case, Officer, Town
from shared.law.terms import zh

_SHOWN: Final = {"triage": "routing", "ladder": "ladder", "whistle": "whistle"}
"""Procedures whose files are acted on, and what a door's path calls them."""

Outcome = tuple[Came, str, str]
"""How it came out, what is said of that, and the article that refuses it."""

_NOTHING: Final[Outcome] = (Came.PASSED, "没有可以办理的案卷，略过", "")

_OBJECTIONS: Final = ("routing.refuse", "routing.dispute")

_OVER: Final = ("closed", "returned")
_LOOKS: Final = 200
"""How often it is looked whether a dispute was routed, before that is given up."""


async def rest() -> None:
    """Give the hub a moment."""
    await asyncio.sleep(0.05)


class Player:
    """Plays one plan."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        town: Town,
        pace: Pace,
        *,
        tell: Callable[[Happening], None],
        rest: Callable[[], Awaitable[None]] = rest,
    ) -> None:
        self._client = client
        self._town = town
        self._pace = pace
        self._tell = tell
        self._rest = rest
        self._cases: dict[int, Case] = {}
        self._refused = 0

    async def play(self, plan: Plan) -> None:
        """Play it to its end.

        Raises:
            Broken: The hub fails, or turns the tokens away.
            httpx.TransportError: Nobody answers any more.
        """
        for step in plan.steps:
            await self._pace.reach(step.at)
            if step.do == "intake.register":
                await self._register(plan, step)
            elif case := self._cases.get(step.number):
                await self._act(step, case)

    async def sum(self) -> Sum:
        """What the files of the day hold by now."""
        found = Sum(refused=self._refused)
        for dispute_id in dict.fromkeys(case.dispute_id for case in self._cases.values()):
            page = await self._read(f"/disputes/{dispute_id}", self._town.overseer)
            found.add(one for file in page["files"] for one in file["pages"])
        return found

    # -- one step

    async def _register(self, plan: Plan, step: Step) -> None:
        case = Case(plan.troubles[step.number])
        [officer] = self._town.officers(step.who, case)
        key = {"Idempotency-Key": plan.keys[step.number]}
        answer = await self._post("/disputes", officer, plan.forms[step.number], key)
        if not answer.is_success:
            await self._told(step, case, officer, self._no(answer))
            return
        told = answer.json()
        case.number, case.dispute_id = told["number"], told["dispute_id"]
        again = answer.status_code == HTTPStatus.OK and not told["repeat"]
        says = f"{_subject(case)}{case.number}" + ("（此前已登记，接着办）" if again else "")
        if told["repeat"]:
            await self._told(step, case, officer, (Came.REPEATED, f"重复件，并入{case.number}", ""))
        else:
            await self._told(step, case, officer, (Came.DONE, says, ""))
        self._cases[step.number] = case
        await self._routed(case)
        if again:
            case.done = await self._pages(case)

    async def _routed(self, case: Case) -> None:
        """Wait until routing has heard of it.

        Raises:
            Broken: It does not.
        """
        for _ in range(_LOOKS):
            await self._see(case)
            if "routing" in case.files:
                return
            await self._rest()
        raise Broken(f"纠纷 {case.number} 迟迟没有分流，请以 hub status 查看承办进程")

    async def _act(self, step: Step, case: Case) -> None:
        door = DOORS[step.do]
        await self._see(case)
        officers = self._town.officers(step.who, case)
        if not officers and step.who in DEPARTMENTS:
            return
        for officer in officers:
            if _was_done(case, step, officer):
                continue
            try:
                path = door.path.format(number=case.number, **case.files)
            except KeyError:
                await self._told(step, case, officer, _NOTHING)
                continue
            body = self._town.said({**door.body, **step.body}, case)
            answer = await self._post(path, officer, body or None)
            came = _state(answer.json(), officer) if answer.is_success else self._no(answer)
            await self._told(step, case, officer, came)

    # -- what the hub shows

    async def _see(self, case: Case) -> None:
        """How the dispute stands now: its files, and the whistle that is open, or was last."""
        page = await self._read(f"/disputes/{case.dispute_id}", self._town.overseer)
        ordered = sorted(page["files"], key=lambda file: file["state"] not in _OVER)
        case.files = {
            _SHOWN[one["procedure"]]: one["case_id"]
            for one in ordered
            if one["office"] == "routing" and one["procedure"] in _SHOWN
        }
        if whistle := case.files.get("whistle"):
            case.whistle = await self._read(f"/whistles/{whistle}", self._town.overseer)

    async def _pages(self, case: Case) -> dict[tuple[str, str], int]:
        page = await self._read(f"/disputes/{case.dispute_id}", self._town.overseer)
        found = Counter((p["kind"], p["by"]) for file in page["files"] for p in file["pages"])
        return dict(found)

    async def _read(self, path: str, officer: Officer) -> Any:  # noqa: ANN401 - JSON
        answer = await self._client.get(path, headers=self._town.badge(officer))
        _check(answer)
        if not answer.is_success:
            raise Broken(f"GET {path} 的回答是 {answer.status_code}")
        return answer.json()

    async def _post(
        self,
        path: str,
        officer: Officer,
        body: Mapping[str, Any] | None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        shown = {**self._town.badge(officer), **(headers or {})}
        answer = await self._client.post(path, json=body, headers=shown)
        _check(answer)
        return answer

    # -- what is told

    def _no(self, answer: httpx.Response) -> Outcome:
        told = answer.json()
        if article := told.get("article"):
            self._refused += 1
            return Came.REFUSED, f"{article['text']}：{told['detail']}", article["code"]
        return Came.FAULTY, f"{told['title']}：{told['detail']}", ""

    async def _told(self, step: Step, case: Case, officer: Officer, outcome: Outcome) -> None:
        came, says, article = outcome
        self._tell(
            Happening(
                at=await self._pace.now(),
                number=step.number,
                place=self._town.named(case.trouble.place),
                who=officer.organ.name,
                what=DOORS[step.do].term,
                came=came,
                says=says,
                article=article,
                dispute=case.number,
            )
        )


def _was_done(case: Case, step: Step, officer: Officer) -> bool:
    """Whether an earlier start has done it; counted down, since a course may do a thing twice.

    Who objected may have been ruled out since, and must not object again in its successor's name.
    """
    for kind, by in case.done:
        fits = by == officer.organ.code or step.do in _OBJECTIONS
        if kind in DOORS[step.do].kinds and fits and case.done[kind, by]:
            case.done[kind, by] -= 1
            return True
    return False


def _subject(case: Case) -> str:
    """What it is about; of a ledger's dispute nothing is shown."""
    return "" if case.trouble.private else f"{case.trouble.subject}，"


def _state(told: Mapping[str, Any], officer: Officer) -> Outcome:
    """Where it stands now: the department for what a department does, else the file."""
    stands = told.get("tracks", {}).get(officer.organ.code) or told["state"]
    return Came.REPEATED if stands == "returned" else Came.DONE, zh(stands), ""


def _check(answer: httpx.Response) -> None:
    if answer.status_code == HTTPStatus.UNAUTHORIZED:
        raise Broken("枢纽不认这里签发的令牌：它的密钥或者令牌来自别处")
    if answer.is_server_error:
        raise Broken(f"枢纽出错：{answer.request.url.path} 的回答是 {answer.status_code}")
