"""Playing a script: each act goes through its own door, as a request would, and time passes."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final
from uuid import UUID

import httpx
from fastapi.routing import APIRoute

from deploy.doors import routers
from deploy.rehearse.script import ActIn, BadScript, Player, Script
from deploy.rehearse.story import Came, Line, Story, Teller, endings, periods
from deploy.rehearse.world import World
from shared.auth import LocalTokens, Role
from shared.clock import WallClock
from shared.directory import Directory, load
from shared.law.article import Article
from shared.law.calendar import CALENDAR, Calendar
from shared.law.period import CITY
from shared.web import web_app

_SECRET: Final = b"rehearsal tokens are shown to nobody"
_DAY_S_END: Final = time(23, 59, 59)


def doors() -> dict[str, APIRoute]:
    """Every door at which something is done, by office and act."""
    found = (route for router in routers() for route in router.routes)
    return {
        f"{route.endpoint.__module__.split('.')[1]}.{route.endpoint.__name__}": route
        for route in found
        if isinstance(route, APIRoute)
        and "POST" in (route.methods or ())
        and route.endpoint.__module__.startswith("services.")
    }


@dataclass
class Stage:
    """A world, the way into it, and what its files and parties are called."""

    world: World
    client: httpx.AsyncClient
    names: dict[str, UUID] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.doors = doors()
        self.teller = Teller(self.world)
        self._tokens = LocalTokens(_SECRET, WallClock())
        self._done = 0

    def wait(self, moment: datetime) -> None:
        """Let time pass."""
        self.world.pass_to(moment)
        self.lines += self.teller.tell()

    async def perform(self, act: ActIn, player: Player) -> str:
        """Do one act at its door; how it came otherwise than expected, if it did.

        Raises:
            BadScript: There is no such door, file or party.
        """
        self.wait(max(act.moment, self.world.clock.now()))
        path, body = self.request(act)
        answer = await self.client.post(
            path, json=body, headers={**self._shows(player), **self.key()}
        )
        self._done += 1
        if answer.is_success:
            told = answer.json()
            if act.name and "case_id" in told:
                self.names[act.name] = UUID(told["case_id"])
            self.lines += self.teller.tell(act.do)
            return _otherwise(act, None)
        line = self._no(act, player, answer)
        self.lines += [*self.teller.tell(act.do), line]
        return _otherwise(act, line)

    def request(self, act: ActIn) -> tuple[str, Any]:
        """Path and body of the request that an act is.

        Raises:
            BadScript: There is no such door, file or party.
        """
        if (door := self.doors.get(act.do)) is None:
            raise BadScript(f"{act.on}：没有“{act.do}”这个行为，可用 hub rehearse --doors 查看")
        path = door.path
        if "{case_id}" in path:
            path = path.replace("{case_id}", str(self._file(act)))
        if "{number}" in path:
            path = path.replace("{number}", self._number())
        having = dict(act.having)
        if "{sort}" in path:  # which paper, at the doors of papers
            path = path.replace("{sort}", str(having.pop("sort", "")))
        return path, self._body(having)

    def key(self) -> dict[str, str]:
        """The header that tells the next act from the others."""
        return {"Idempotency-Key": f"rehearsal-{self._done}"}

    def _shows(self, player: Player) -> dict[str, str]:
        """The header by which a player shows who it is; a party acts for all of them."""
        disputes = {f.value.dispute_id for f in self.world.memory.files.values()}
        persons = {p.person_id for p in self.world.memory.parties}
        token = self._tokens.issue(
            player.role,
            [player.role],
            organ=player.organ,
            county=player.organ[:6],
            disputes=disputes if player.role is Role.PARTY else (),
            persons=persons if player.role is Role.PARTY else (),
        )
        return {"Authorization": f"Bearer {token}"}

    def _no(self, act: ActIn, player: Player, answer: httpx.Response) -> Line:
        """The line of an act that did not come about: refused by law, or malformed."""
        told = answer.json()
        cited = (told.get("article") or {}).get("code")
        file = self._file(act) if "{case_id}" in self.doors[act.do].path else None
        faults = "；".join(
            f"{one['title']}：{one['message']}"
            for one in told.get("fields") or ()
            if one["message"] != told["detail"]
        )
        return Line(
            at=act.moment,
            on=act.on,
            came=Came.REFUSED if cited else Came.MALFORMED,
            says=told["detail"] + (f"（{faults}）" if faults else ""),
            door=act.do,
            who=player.role,
            file=file,
            file_term=self.world.memory.files[file].value.procedure.term if file else "",
            article=Article.parse(cited) if cited else None,
        )

    # -- what an act names

    def _file(self, act: ActIn) -> UUID:
        office = act.do.partition(".")[0]
        if act.file:
            return self.file_named(act.file)
        fitting = [f for f in self.world.memory.files.values() if f.shelf.office == office]
        fitting = [f for f in fitting if f.shelf.name != "clock"]
        word = self.doors[act.do].path.split("/")[1]
        of_disputes = [f for f in fitting if f.value.dispute_id != f.value.case_id]
        fitting = [f for f in fitting if word.startswith(f.shelf.name)] or of_disputes or fitting
        live = [f for f in fitting if not f.value.is_closed] or fitting
        if len(live) == 1:
            return live[0].value.case_id
        known = "、".join(sorted({f.shelf.name for f in live})) or "没有"
        raise BadScript(f"{act.on} {act.do}：须以 file 指明是哪一份案卷（现有：{known}）")

    def file_named(self, name: str) -> UUID:
        """A file by the name that an act gave it, or by the name of its kind.

        Raises:
            BadScript: There is none, or there are several.
        """
        if name in self.names:
            return self.names[name]
        files = [f.value.case_id for f in self.world.memory.files.values() if f.shelf.name == name]
        if len(files) != 1:
            raise BadScript(f"“{name}”{'不止一份' if files else '不是已有的案卷'}")
        return files[0]

    def _number(self) -> str:
        numbers = {f.labels.get("number") for f in self.world.memory.files.values()}
        for number in filter(None, numbers):
            return number
        raise BadScript("还没有登记纠纷，须先有 intake.register")

    def _body(self, said: Any) -> Any:  # noqa: ANN401 - plain YAML
        match said:
            case dict():
                return {self._named(key): self._body(value) for key, value in said.items()}
            case list():
                return [self._body(value) for value in said]
            case str():
                return self._named(said)
            case date() | time():
                return said.isoformat()
            case _:
                return said

    def _named(self, said: str) -> str:
        """A party's id for `@name`, a file's for `#name`, its 纠纷编号 for `№name`."""
        match said[:1]:
            case "@":
                return str(self._party(said[1:]))
            case "#":
                return str(self.file_named(said[1:]))
            case "№":
                file = self.world.memory.files[self.file_named(said[1:])]
                return str(file.labels.get("number", ""))
            case _:
                return said

    def _party(self, name: str) -> UUID:
        for party in self.world.memory.parties:
            if party.person.name == name:
                return party.person_id
        raise BadScript(f"没有名叫“{name}”的当事人")


def _otherwise(act: ActIn, no: Line | None) -> str:
    """How an act came otherwise than its script expects; empty if it did not."""
    wanted = act.expect.refused or ("malformed" if act.expect.malformed else "done")
    came = "done" if no is None else no.article.code if no.article else "malformed"
    if came == wanted:
        return ""
    return f"{act.on} {act.do}：预期 {wanted}，实际 {came}" + (f"（{no.says}）" if no else "")


@asynccontextmanager
async def stage(world: World) -> AsyncIterator[Stage]:
    """The doors of the hub, opened upon a world."""
    app = web_app(
        title="推演", routers=routers(), hub=world, tokens=LocalTokens(_SECRET, WallClock())
    )
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://rehearsal") as client:
        yield Stage(world, client)


async def play(
    script: Script,
    *,
    until: datetime | None = None,
    more: Iterable[ActIn] = (),
    calendar: Calendar = CALENDAR,
    directory: Directory | None = None,
) -> Story:
    """Play a script to its end.

    Args:
        script: What is done.
        until: When to stop; the script's own end when None. Acts after it are left out.
        more: Acts beside those of the script 如果又有.
        calendar: The city's calendar.
        directory: Its organs; the demonstration's when None.

    Raises:
        BadScript: An act names what there is not.
    """
    acts = sorted((*script.acts, *more), key=lambda act: act.moment)
    if not acts:
        raise BadScript("剧本里没有行为")
    world = World(acts[0].moment, calendar, directory or load())
    async with stage(world) as scene:
        return await run(scene, script, acts, until)


async def run(scene: Stage, script: Script, acts: Iterable[ActIn], until: datetime | None) -> Story:
    """Play acts on a stage, let time pass to the end, and tell what came of it."""
    since = scene.world.clock.now()
    todo = [act for act in acts if until is None or act.moment <= until]
    otherwise = [await scene.perform(act, script.player(act)) for act in todo]
    now = scene.world.clock.now()
    end = until or (datetime.combine(script.until, _DAY_S_END, CITY) if script.until else now)
    scene.wait(max(end, now))
    if until is None:
        otherwise += [_stands(scene, name, state) for name, state in script.ends.items()]
    return Story(
        title=script.title,
        lines=tuple(scene.lines),
        periods=periods(scene.world),
        endings=endings(scene.world),
        since=since,
        until=scene.world.clock.now(),
        known_until=scene.world.calendar.known_until,
        unmet=tuple(filter(None, otherwise)),
    )


def _stands(scene: Stage, name: str, state: str) -> str:
    found = scene.world.memory.files[scene.file_named(name)].value.state
    return "" if found == state else f"“{name}”：预期 {state}，实际 {found}"
