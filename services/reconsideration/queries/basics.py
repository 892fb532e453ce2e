"""申请书没有写明的基本情况: what is still to be said of who applies (ARR2026 27; ARR2007 19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.basics import (
    article_on,
    formal_article,
    formal_of,
    lacking,
)
from services.reconsideration.domain.capacity import unentrusted
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.participants import Agent
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.basics import Basic
from shared.frame.meanings import meanings
from shared.law.article import ARL, ARR2026, Article
from shared.law.day import legal_day
from shared.people import Held, held_of
from shared.work import Hub

_SAYS: Final = meanings(Basic)
_SIDES: Final = meanings(Standing)
BY_WHOM: Final = "由其本人用自己的电话在网上确认，或者把本人签名、盖章、按指印的确认书交来"
"""How whoever is named as applying, too, applies itself (ARL 14; ARR2026 27)."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What one of those who apply, or act for them, has not said or handed in."""

    person_id: UUID
    who: str
    """How it is called where nobody is named: 申请人, or 申请人第2名 where there are several."""
    basics: tuple[Basic, ...]
    """What was not said."""
    formal: tuple[Basic, ...] = ()
    """What was not handed in 签名、身份证明, or nobody recorded."""
    agent: bool = False

    @property
    def says(self) -> str:
        """What is lacking, in words."""
        return "、".join(_SAYS[one] for one in (*self.basics, *self.formal))


@dataclass(frozen=True, slots=True)
class Lacks:
    """What an application does not say or come with, all of it at once (ARL 31)."""

    each: Sequence[Lacking]
    on: date
    """提出之日, whose edition governs."""
    unconfirmed: tuple[UUID, ...] = ()
    """写明而本人没有确认的共同申请人, of whom nothing else is asked before."""
    unentrusted: tuple[UUID, ...] = ()
    """由委托代理人申请而没有授权委托书的申请人."""

    @property
    def article(self) -> Article:
        """What an application says of who applies."""
        return article_on(self.on)

    @property
    def persons(self) -> tuple[UUID, ...]:
        """Of whom something is lacking."""
        return tuple(one.person_id for one in self.each)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The provisions of all that is lacking."""
        own = [one for one in self.each if not one.agent]
        said = [self.article] if any(one.basics for one in own) else []
        came = [formal_article(self.on)] if any(one.formal for one in own) else []
        entrusted = [ARL[17].par(2)] if self.unentrusted else []
        agents = [ARR2026[27].par(2)] if len(own) < len(self.each) else []
        together = [formal_article(self.on)] if self.unconfirmed and not came else []
        return (*said, *came, *together, *entrusted, *agents)

    @property
    def together(self) -> str:
        """What is lacking of those who are named as applying, too; empty where nobody is."""
        count = len(self.unconfirmed)
        return f"写明的共同申请人{count}名没有本人签名、确认" if count else ""

    @property
    def mandate(self) -> str:
        """What is lacking of an agent who applies; empty where none does, or all is there."""
        return "没有提交委托代理人的授权委托书" if self.unentrusted else ""

    @property
    def anything(self) -> bool:
        """Whether anything is lacking."""
        return bool(self.each or self.unconfirmed or self.unentrusted)

    @property
    def is_theirs(self) -> bool:
        """Whether those who applied can supply any of it (ARL 31).

        That somebody else does not confirm keeps nobody from judging what they applied for, and
        must not cost them their application: whoever does not confirm is no applicant (ARL 14).
        """
        return bool(self.each or self.unentrusted)

    @property
    def defect(self) -> str:
        """As the notice to supplement 补正通知 names it; empty where nothing is lacking."""
        if not self.anything:
            return ""
        said = "；".join(f"{one.who}的{_words(one.basics)}" for one in self.each if one.basics)
        came = "；".join(f"{one.who}的{_words(one.formal)}" for one in self.each if one.formal)
        unsaid = f"没有写明{said}" if said else ""
        missing = f"没有{came}" if came else ""
        told = "，".join(filter(None, (unsaid, missing, self.together, self.mandate)))
        articles = "、".join(map(str, self.articles))
        confirm = BY_WHOM if self.unconfirmed else ""
        hand_in = WITH_SCOPE if self.unentrusted else ""
        asked = ("写明" if said else "", "补齐" if came else "", confirm, hand_in)
        asks = "、".join(filter(None, asked))
        return f"申请书{told}（{articles}），请{asks}。"


def _words(basics: Sequence[Basic]) -> str:
    return "、".join(_SAYS[one] for one in basics)


WITH_SCOPE: Final = "提交写明委托事项、权限和期限的授权委托书和双方的身份证明"
"""What entrusts an agent 代理权限证明 (ARL 17)."""


async def lacking_of(hub: Hub, case: Case) -> Lacks:
    """What the application of a case leaves out, by the edition of its day (ARR2026 27).

    Signature and proof of identity are listed until whoever takes them in has recorded them; what
    proves in whose name one applies proves who one is, and so does what an agent was named by.
    """
    on = brought_on(case) or legal_day(hub.clock.now())
    agents = _agents(case) if ARR2026.in_force(on) else ()
    held = await held_of(hub.pool, (*case.applicants, *(one.agent_id for one in agents)))
    came = {one.person_id: one.formal for one in case.participants.handed}
    several = len(case.applicants) > 1
    found = []
    for nth, one in enumerate(case.applicants, 1):
        stated = case.participants.stated_of(one)
        proved = (Basic.IDENTITY,) if stated and stated.papers else ()
        there = (*came.get(one, ()), *proved)
        asked = formal_of(case.manner, on)
        formal = tuple(each for each in asked if each not in there)
        who = _SIDES[Standing.APPLICANT] + (f"第{nth}名" if several else "")
        found.append(Lacking(one, who, _unsaid(held.get(one), on), formal))
    for agent in agents:
        there = came.get(agent.agent_id, ())
        asked = formal_of(case.manner, on, agent=True) if agent.sort is None else ()
        formal = tuple(each for each in asked if each not in there)
        who = "法定代理人" if agent.sort is None else "委托代理人"
        unsaid = _unsaid(held.get(agent.agent_id), on)
        found.append(Lacking(agent.agent_id, who, unsaid, formal, agent=True))
    lacks = [one for one in found if one.basics or one.formal]
    # Once it is accepted nobody confirms any more (ARL 22).
    unconfirmed = () if case.accepted_on else case.participants.unconfirmed
    return Lacks(lacks, on, unconfirmed, unentrusted(case))


def _agents(case: Case) -> Sequence[Agent]:
    """Who acts for the applicants 法定代理人、委托代理人 (ARR2026 27)."""
    return [
        one
        for one in case.participants.agents
        if one.standing is Standing.APPLICANT and one.principal_id in case.applicants
    ]


def _unsaid(known: Held | None, on: date) -> tuple[Basic, ...]:
    """What must be said of somebody and is not; of whom nothing is kept, nothing is asked."""
    said = [each for each in Basic if known and each in known.names]
    return lacking(known.kind, said, on) if known else ()
