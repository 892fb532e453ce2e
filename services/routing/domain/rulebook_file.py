"""规则簿卷: a rule book under care, drafted, rehearsed, approved by a second person, withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact, Head
from shared.contracts.routing import (
    RuleBookApproved,
    RuleBookDrafted,
    RuleBookRehearsed,
    RuleBookWithdrawn,
)
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure, Refused


class State(StrEnum):
    """Where a rule book stands; an approved one is in force by its dates."""

    DRAFTED = "drafted"  # 已起草
    REHEARSED = "rehearsed"  # 已推演
    APPROVED = "approved"  # 已批准
    WITHDRAWN = "withdrawn"  # 已撤回


class Act(StrEnum):
    """What is done with a rule book that was drafted, by the word of its door."""

    REHEARSE = "rehearsals"  # 推演
    APPROVE = "approval"  # 批准
    WITHDRAW = "withdrawal"  # 撤回


class Actor(StrEnum):
    """Who may make a move; approval takes another person than the draft (RULES 52)."""

    ADMINISTRATOR = "administrator"  # 系统管理员
    SUPERVISOR = "supervisor"  # 监督人员


RULEBOOK: Final = Procedure(
    name="rulebook",
    term="规则簿",
    since=RULES.since,
    moves=(
        Move(None, RuleBookDrafted, State.DRAFTED, Actor.ADMINISTRATOR, RULES[50]),
        Move(
            (State.DRAFTED, State.REHEARSED),
            RuleBookRehearsed,
            State.REHEARSED,
            Actor.ADMINISTRATOR,
            RULES[51],
        ),
        Move(State.REHEARSED, RuleBookApproved, State.APPROVED, Actor.SUPERVISOR, RULES[52]),
        Move(
            (State.DRAFTED, State.REHEARSED, State.APPROVED),
            RuleBookWithdrawn,
            State.WITHDRAWN,
            Actor.SUPERVISOR,
            RULES[53],
        ),
    ),
    deadlines=(),
    closed=(State.WITHDRAWN,),
    patient={
        State.DRAFTED: "起草的规则簿不影响任何案件，何时推演由起草人决定",
        State.REHEARSED: "是否批准由第二人决定，不批准的不施行",
        State.APPROVED: "自载明之日起施行，直到下一版施行或者撤回",
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleBookFile(CaseFile):
    """A rule book's file as its facts have made it."""

    state: State | None = None
    title: str = ""
    text_id: UUID | None = None
    digest: str = ""
    drafted_by: str = ""
    drafted_on: date = date.min
    months: int = 0
    cases: int = 0
    moved: int = 0
    figures_id: UUID | None = None
    approved_by: str = ""
    since: date | None = None
    until: date | None = None
    """The first day on which it is in force no longer, once it was withdrawn."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        match fact:
            case RuleBookDrafted():
                return {
                    "title": fact.title,
                    "text_id": fact.text_id,
                    "digest": fact.digest,
                    "drafted_by": fact.head.by,
                    "drafted_on": fact.head.on,
                }
            case RuleBookRehearsed():
                return {
                    "months": fact.months,
                    "cases": fact.cases,
                    "moved": fact.moved,
                    "figures_id": fact.figures_id,
                }
            case RuleBookApproved():
                return {"since": fact.since, "approved_by": fact.head.by}
            case RuleBookWithdrawn():
                return {"until": fact.since}
            case _:
                return {}


def open_to(file: RuleBookFile, who: str) -> tuple[Act, ...]:
    """可办的事: what a keeper of rule books may do with one as it stands (RULES 51 to 53)."""
    return tuple(
        act
        for act, kind in _MADE_BY.items()
        if _leads_on(file, kind) and (act is not Act.APPROVE or _is_second(file, who))
    )


def need_rehearsable(file: RuleBookFile) -> None:
    """可以推演 (RULES 51).

    Raises:
        Refused: The rule book is approved or withdrawn.
    """
    if not _leads_on(file, RuleBookRehearsed):
        raise Refused("已经批准或者撤回的规则簿不再推演", RULES[51])


def approve(file: RuleBookFile, since: date, *, head: Head) -> RuleBookApproved:
    """批准规则簿 (RULES 52).

    Raises:
        Refused: It is the drafter who would approve, or the day has come already.
    """
    if not _is_second(file, head.by):
        raise Refused("起草人不得批准自己起草的规则簿", RULES[52])
    if since <= head.on:
        raise Refused("规则簿最早自批准的次日起施行", RULES[52])
    return RuleBookApproved(head=head, since=since, digest=file.digest)


def withdraw(file: RuleBookFile, reason_id: UUID, *, head: Head) -> RuleBookWithdrawn:
    """撤回规则簿: one in force ends with today, one to come never begins (RULES 53)."""
    ends = max(file.since, head.on + timedelta(days=1)) if file.since else None
    return RuleBookWithdrawn(head=head, since=ends, reason_id=reason_id)


_MADE_BY: Final[Mapping[Act, type[Fact]]] = {
    Act.REHEARSE: RuleBookRehearsed,
    Act.APPROVE: RuleBookApproved,
    Act.WITHDRAW: RuleBookWithdrawn,
}


def _is_second(file: RuleBookFile, who: str) -> bool:
    return who != file.drafted_by


def _leads_on(file: RuleBookFile, kind: type[Fact]) -> bool:
    rows = (move for move in RULEBOOK.moves if move.on is kind)
    return any(file.state in move.sources() for move in rows)
