"""A day of one dispute under the whistle, in the hub in memory: acts by name, time by the clock."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from deploy.rehearse.world import World
from services.routing.commands import asking, blowing, centre, climbing, departments
from services.routing.commands.asking import Asked, Wanted
from services.routing.commands.triage import triage
from services.routing.domain.closing import Said
from services.routing.domain.ladder import Ladder
from services.routing.domain.precedent import precedent_of
from services.routing.domain.rulebook_text import digest_of
from services.routing.domain.whistle_case import Whistle
from services.routing.rulebook import NAME, OFFICE
from services.routing.store import files_of, ladder_of, returned_of, rulebook_of, whistle_of
from shared.contracts.fact import Fact
from shared.contracts.intake import Urgency
from shared.contracts.routing import Finding, ReturnReason, Rung, Tier
from shared.editions import Edition
from shared.law.calendar import CALENDAR
from shared.work import Act, Work
from tests.routing.cases import CASE, DIRECTORY, moment, registered

LEAD, ASSIST, OTHER = "620702-sifa", "620702-zhujian", "620702-chengguan"
POLICE = "620702-gongan"
LABELS = {"county": "620702", "number": "620702-20261123-0000001-5", "matter": "linli"}
GOOD = Said(reached=True, solved=True, satisfied=True)
BAD = Said(reached=True, solved=False, satisfied=False)
NOBODY = Said(reached=False)
BOOK_SINCE = date(2026, 1, 2)
WHY = {"basis": "职责清单第12项", "reason": "理由"}


class Day:
    """A dispute that was registered at a moment, and what becomes of it."""

    def __init__(self, at: str = "2026-11-23T09:20", book: str = "", **more: Any) -> None:  # noqa: ANN401 - fields of the fact
        """`book` is the text of the rule book in force, if it is another than the usual one."""
        self.world = World(moment(at), CALENDAR, DIRECTORY)
        if book:
            self.put_in_force(book, BOOK_SINCE)
        begun = registered(**more)
        now = self.world.clock.now()
        head = begun.head.model_copy(update={"at": now, "on": now.date(), "moment": now})
        fact = begun.model_copy(update={"head": head})
        self.do(triage, fact)

    def do(self, command: Callable[..., Any], *args: object, **said: object) -> Any:  # noqa: ANN401 - whatever it answers
        """Run a command now; its answer, or its refusal."""
        codes = {*DIRECTORY_CODES, *(c for w in self.whistles for c in w.tracks)}
        asked = [one.request_id for one in args if isinstance(one, Asked)]
        files = (
            *files_of(CASE),
            *(precedent_of("620702", "linli", code) for code in codes),
            *(returned_of(CASE, request) for request in asked),
        )
        act = Act(do=partial(_call, command, args, said), files=files, labels=LABELS)
        self.world._try(act)  # noqa: SLF001 - hear what follows, and raise what is refused
        self.world._hear()  # noqa: SLF001 - as above
        if act.error is not None:
            raise act.error
        return act.result

    def put_in_force(self, book: str, since: date) -> None:
        """Let another rule book be in force from a day on."""
        enacted = Edition(OFFICE, NAME, rulebook_of(digest_of(book)), since, book, "supervisor-1")
        self.world.editions = self.world.editions.with_rows([enacted])

    def at(self, text: str) -> "Day":
        """Let time pass until then."""
        self.world.pass_to(moment(text))
        return self

    # -- acts

    def check_in(self, *codes: str) -> None:
        for code in codes:
            self.do(departments.check_in, self.open.case_id, code, by="officer-1")

    def answer(self, code: str, finding: Finding = Finding.SOLVED) -> None:
        if self.open.tracks[code] == "called":
            self.check_in(code)
        said = {"finding": finding, "opinion": "意见", "by": "officer-1"}
        self.do(departments.answer, self.open.case_id, code, **said)

    def finish(self, code: str = LEAD) -> None:
        self.do(departments.finish, self.open.case_id, code, evidence="依据", by="officer-1")

    def dispute(self, code: str, competent: str) -> None:
        case_id = self.open.case_id
        self.do(departments.dispute, case_id, code, competent=competent, **WHY, by="officer-1")

    def uphold(self, code: str) -> None:
        self.do(centre.uphold, self.open.case_id, code, **WHY, by="centre-1")

    def rule_out(self, code: str, instead: str = "") -> None:
        said = {"instead": instead, **WHY, "by": "centre-1"}
        self.do(centre.rule_out, self.open.case_id, code, **said)

    def recall(self, code: str) -> None:
        self.do(blowing.recall, self.open.case_id, code, "协助", by="centre-1")

    def call_back(self, said: Said) -> None:
        self.do(centre.call_back, self.open.case_id, said, "", by="centre-1")

    def close(self) -> None:
        self.do(centre.close, self.open.case_id, by="centre-1")

    def close_all(self) -> None:
        """Return the whistle that the rules blew, so that another one may be asked for."""
        why = ReturnReason.FALSE
        self.do(blowing.give_back, self.open.case_id, why, "另行吹哨", by="centre-1")

    def ask(
        self,
        level: Rung = Rung.TOWNSHIP,
        tier: Tier = Tier.ORDINARY,
        lead: str = "",
        assist: Sequence[str] = (),
        request: UUID | None = None,
    ) -> Whistle:
        asked = Asked(
            whistler="620702100-centre",
            level=level,
            tier=tier,
            text="请召集",
            request_id=request or uuid4(),
            lead=Wanted(department=lead, task="核实") if lead else None,
            assist=[Wanted(department=code) for code in assist],
        )
        found: Whistle = self.do(asking.ask, CASE, asked, by="village-1")
        return found

    def solve(self) -> Ladder:
        found: Ladder = self.do(climbing.solve, ladder_of(CASE), "上门三次", by="grid-1")
        return found

    def give_up(self) -> Ladder:
        found: Ladder = self.do(climbing.give_up, ladder_of(CASE), "上门三次", by="grid-1")
        return found

    # -- how it stands

    def file(self, case_id: UUID) -> Any:  # noqa: ANN401 - a whistle or a ladder
        held = self.world.memory.files.get(case_id)
        return held.value if held else None

    @property
    def whistles(self) -> list[Whistle]:
        found = (self.file(whistle_of(CASE, number)) for number in range(1, 10))
        return [one for one in found if one is not None]

    @property
    def open(self) -> Whistle:
        """The newest whistle."""
        return self.whistles[-1]

    @property
    def ladder(self) -> Ladder:
        found: Ladder = self.file(ladder_of(CASE))
        return found

    def kinds(self, case_id: UUID | None = None) -> list[str]:
        """What its pages are called."""
        of = case_id or self.open.case_id
        pages = [p.fact for p in self.world.pages if p.fact.head.case_id == of]
        return [page.kind.removeprefix("routing.").removesuffix(".v1") for page in pages]

    def facts(self, kind: type[Fact]) -> list[Any]:
        return [page.fact for page in self.world.pages if isinstance(page.fact, kind)]

    def until(self, name: str, subject: str = "") -> datetime | None:
        """Until when a period runs; None where none does."""
        for case_id in (self.open.case_id if self.whistles else CASE, ladder_of(CASE)):
            held = self.world.memory.files.get(case_id)
            for one in held.deadlines.values() if held else ():
                if (one.name, one.subject) == (name, subject) and not one.lapsed:
                    return one.until
        return None


DIRECTORY_CODES = (LEAD, ASSIST, OTHER, POLICE, "620702-jiaoyu")


def urgent(**more: Any) -> Day:  # noqa: ANN401 - fields of the fact
    """A day of an urgent matter."""
    return Day(urgency=Urgency.URGENT, **more)


def _call(
    command: Callable[..., Any], args: Sequence[object], said: dict[str, Any], work: Work
) -> object:
    return command(work, *args, **said)
