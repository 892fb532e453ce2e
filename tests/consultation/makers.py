"""A committee with its experts and a consultation that a test can walk."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import partial
from typing import Any, Self
from uuid import UUID

import pytest

from services.consultation.agents import LISTENS
from services.consultation.commands import Entry, register, roster_of
from services.consultation.domain import listing, panel, recusal, sitting
from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import CONSULTATION
from services.consultation.domain.roster import ROSTER, Expert, Roster
from services.consultation.schemas.rosters import EntryIn
from shared.contracts.consultation import (
    Asker,
    Calling,
    ConsultationReceived,
    Decider,
    MemberOpinion,
    Post,
    Speciality,
)
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.reconsideration import ConsultationGround, ConsultationRequested, Stance
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from shared.law.casefile import CaseFile
from shared.law.period import CITY, day_of_expiry
from shared.law.procedure import Refused
from shared.work import Act, Hub

THREE = ("committee-1", "committee-2", "committee-3")
"""Of a department, an expert and a scholar."""
FIVE = (*THREE, "committee-4", "committee-5")
DISPUTE, FILE, REQUEST, PAPER, SOMEBODY = (UUID(int=n) for n in range(1, 6))
COMMITTEE, AUTHORITY, RESPONDENT = "620702-committee", "620702-government", "620702-chengguan"
LAW = Speciality.LAW
AGREES, AMENDS, DISAGREES = Stance.AGREES, Stance.AMENDS, Stance.DISAGREES


def expert(code: str, calling: Calling = Calling.SCHOLAR, **fields: object) -> dict[str, Any]:
    """An expert as the door takes one."""
    return {
        "expert": code,
        "name": f"委员{code[-1]}",
        "affiliation": "某单位",
        "calling": str(calling),
        "specialities": ["law"],
        "term_from": "2026-01-01",
        "term_until": "2028-12-31",
        **fields,
    }


CALLINGS = (Calling.DEPARTMENT, Calling.EXPERT, Calling.SCHOLAR)
EXPERTS = [expert(code, calling) for code, calling in zip(THREE, CALLINGS, strict=True)]


def entry(said: dict[str, Any]) -> Entry:
    """The same as a command takes it."""
    return EntryIn.model_validate(said).entry()


async def enrolled(hub: Hub, organ: str, experts: list[dict[str, Any]] | None = None) -> None:
    """These experts stand on the roster of the committee in the place of an organ."""
    for said in EXPERTS if experts is None else experts:
        act = partial(
            register, organ=organ, code=said["expert"], entry=entry(said), by="secretary-1"
        )
        await hub.act(Act(do=act, files=[roster_of(organ)]))


def of_request(request: UUID, version: int = 9, on: str = "2026-03-20") -> Head:
    """Head of a page of the reconsideration that asks."""
    at = datetime.combine(day(on), time(9), CITY)
    return Head(dispute_id=DISPUTE, case_id=request, version=version, on=day(on), at=at, by="o-7")


def requested(request: UUID, authority: str = AUTHORITY, **fields: Any) -> ConsultationRequested:  # noqa: ANN401 - any of its fields
    """An authority asks its committee."""
    said: dict[str, Any] = {
        "head": of_request(request),
        "authority": authority,
        "county": authority[:6],
        "ground": ConsultationGround.NEEDED,
        "question_id": PAPER,
        "respondents": (RESPONDENT,),
    }
    return ConsultationRequested(**{**said, **fields})


async def hear(hub: Hub, fact: Fact, authority: str = AUTHORITY, **labels: str) -> None:
    """The office hears a page of a case of this authority."""
    heard = LISTENS[type(fact)]
    said = {"authority": authority, "county": authority[:6], **labels}
    act = partial(heard.handler, fact=fact)
    await hub.act(Act(do=act, files=list(heard.files(fact)), labels=said))


def day(text: str) -> date:
    return date.fromisoformat(text)


def head(file: CaseFile, on: str, by: str = "secretary-1") -> Head:
    return file.head(by=by, on=day(on), at=datetime.combine(day(on), time(9), CITY))


def one(calling: Calling = Calling.SCHOLAR, **fields: Any) -> Expert:  # noqa: ANN401 - any of its fields
    """What a roster holds of an expert."""
    said: dict[str, Any] = {
        "calling": calling,
        "post": Post.MEMBER,
        "specialities": (Speciality.LAW,),
        "person_id": SOMEBODY,
        "affiliation_id": PAPER,
        "term_from": day("2026-01-01"),
        "term_until": day("2028-12-31"),
    }
    return Expert(**{**said, **fields})


def blank_roster() -> Roster:
    case_id = roster_of(COMMITTEE)
    return Roster(procedure=ROSTER, dispute_id=case_id, case_id=case_id)


def roster(experts: Mapping[str, Expert] | None = None) -> Roster:
    """Five experts of all callings, or these."""
    callings = (*CALLINGS, Calling.DEPARTMENT, Calling.OTHER)
    usual = {code: one(calling) for code, calling in zip(FIVE, callings, strict=True)}
    held = blank_roster()
    for code, each in (usual if experts is None else experts).items():
        held = held.after(listing.register(held, head(held, "2026-01-05"), COMMITTEE, code, each))
    return held


def ruling(decider: Decider = Decider.BODY_HEAD, *, granted: bool) -> recusal.Ruling:
    return recusal.Ruling(decider=decider, granted=granted, reason_id=PAPER)


class Walk:
    """A consultation, page after page."""

    def __init__(
        self, on: str = "2026-03-20", held: Roster | None = None, **fields: object
    ) -> None:
        self.roster = roster() if held is None else held
        self.case = Consultation(procedure=CONSULTATION, dispute_id=DISPUTE, case_id=FILE)
        self.facts: list[Fact] = []
        said: dict[str, Any] = {
            "request_case_id": REQUEST,
            "authority": AUTHORITY,
            "ground": ConsultationGround.TECHNICAL,
            "question_id": PAPER,
            "respondent_organs": (RESPONDENT,),
            "seat_within": self.roster.seat_within,
            **fields,
        }
        self.record(ConsultationReceived(head=head(self.case, on, CLOCK), **said))

    def record(self, fact: Fact) -> Self:
        self.case = self.case.after(fact)
        self.facts.append(fact)
        return self

    def head(self, on: str, by: str = "secretary-1") -> Head:
        return head(self.case, on, by)

    def seat(
        self,
        *members: str,
        on: str = "2026-03-23",
        field: Speciality = LAW,
        unmatched_id: UUID | None = None,
    ) -> Self:
        seats = (self.case, self.head(on), self.roster, members or THREE)
        return self.record(panel.convene(*seats, field=field, unmatched_id=unmatched_id))

    def meet(self, *, on: str = "2026-03-27", chair: str = "", **said: Stance) -> Self:
        """A meeting; members are named as `c1=AGREES`."""
        voices = [MemberOpinion(member=_code(name), stance=each) for name, each in said.items()]
        presides = chair or voices[0].member
        return self.record(sitting.hold_meeting(self.case, self.head(on), presides, voices, PAPER))

    def write(self, member: str, stance: Stance, on: str = "2026-03-26") -> Self:
        return self.record(sitting.speak(self.case, self.head(on, member), stance, PAPER))

    def contest(self, member: str, on: str = "2026-03-24") -> Self:
        said = recusal.ask(self.case, self.head(on), member, Asker.BODY, PAPER)
        return self.record(said)

    def rule(
        self,
        member: str,
        decider: Decider = Decider.BODY_HEAD,
        *,
        granted: bool,
        on: str = "2026-03-24",
        by: str = "head-1",
    ) -> Self:
        said, director = ruling(decider, granted=granted), self.roster.director_on(day(on)) or ""
        return self.record(recusal.decide(self.case, self.head(on, by), director, member, said))

    def swap(self, member: str, successor: str, on: str = "2026-03-25") -> Self:
        page = self.head(on)
        return self.record(
            panel.replace(self.case, page, self.roster, member, successor, reason_id=PAPER)
        )

    def give(self, stance: Stance, on: str = "2026-03-30") -> Self:
        return self.record(sitting.give(self.case, self.head(on), stance, PAPER))

    def lapse(self, name: str, on: str) -> Self:
        """The clock records that the period of this name is over."""
        return self.record(CONSULTATION.by_name[name].lapsed(self.head(on, CLOCK), ""))

    def last_day(self, name: str) -> date:
        """The last day of the period that the newest page starts."""
        until = CONSULTATION.by_name[name].until(self.facts[-1], CALENDAR)
        assert until is not None
        return day_of_expiry(until)


def refused(act: Callable[[], object]) -> Article:
    """The article by which the act is refused."""
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def _code(name: str) -> str:
    return f"committee-{name.removeprefix('c')}"
