"""中止、终止、停止执行、附带审查和调解和解 (ARL 5, 39 to 42, 56 to 60, 73, 74)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.attached_table import ATTACHED
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.saying import Point
from services.reconsideration.domain.suspended import article_of
from shared.contracts.reconsideration.pausing import ENDS_IN_SIXTY, Stay, Suspension, Termination
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.calendar import Calendar
from shared.law.period import Period
from shared.law.prescribed import Prescribed
from shared.law.procedure import Procedure
from shared.law.proof import Proof


def _of(table: Procedure, name: str, because: str) -> Prescribed:
    """A period as its table runs it."""
    row = table.by_name[name]
    assert isinstance(row.within, Period)  # noqa: S101 - the row states no day of its own
    return Prescribed(
        name=row.name, term=row.term, period=row.within, article=row.article, because=because
    )


SIXTY: Final = _of(ORDINARY, "sixty_days", "中止")
"""中止满六十日, as the table runs it (ARL 41)."""


def suspension(ground: Suspension, *, agreed: bool | None = None) -> Point:
    """中止: each ground suspends; for talks both parties must agree (ARL 39)."""
    article = article_of(ground)
    if ground is Suspension.TALKS:
        return Point("调解、和解的，申请人和被申请人都同意，才中止", article, agreed)
    return Point("应当中止；原因消除后及时恢复，中止和恢复都书面告知当事人", article, met=True)


def sixty_days(ground: Suspension, since: date, calendar: Calendar) -> Proof | None:
    """中止满六十日, for the three grounds that know it (ARL 41)."""
    if ground not in ENDS_IN_SIXTY:
        return None
    return SIXTY.proof(since, calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What termination asks."""

    ground: Termination
    permitted: bool | None = None
    """准予撤回."""
    liberty: bool | None = None
    """The act is a detention or a measure restraining liberty."""
    suspended: Suspension | None = None
    full_on: date | None = None
    """The sixtieth day."""
    on: date


def article_of_ending(ground: Termination) -> Article:
    """By which item of the law a case ends (ARL 41)."""
    return ARL[41].par(item=list(Termination).index(ground) + 1)


def termination(ending: Ending) -> Point:
    """终止: whether the ground is there now (ARL 41)."""
    article = article_of_ending(ending.ground)
    match ending.ground:
        case Termination.WITHDRAWN:
            return Point("撤回申请须经行政复议机构准予", article, ending.permitted)
        case Termination.CRIMINAL:
            text = "限于行政拘留和限制人身自由的行政强制措施"
            return Point(text, article, ending.liberty)
        case Termination.SIXTY_DAYS:
            return _after_sixty(ending)
        case _:
            return Point("没有承受权利的人或者其放弃权利，应当终止", article, met=True)


def _after_sixty(ending: Ending) -> Point:
    article = ARL[41].par(item=5)
    if ending.suspended is None or ending.suspended not in ENDS_IN_SIXTY:
        text = "只有申请人死亡、丧失行为能力、组织终止的中止，满六十日才终止"
        return Point(text, article, met=None if ending.suspended is None else False)
    full = bool(ending.full_on and ending.on > ending.full_on)
    text = f"中止至{ending.full_on}满六十日" + ("，原因仍未消除的终止" if full else "，尚未届满")
    return Point(text, article, full)


def stay(ground: Stay | None, *, reasonable: bool | None = None) -> Point:
    """停止执行: the act goes on, unless one of four grounds is there (ARL 42)."""
    if ground is None:
        return Point("复议期间不停止执行", ARL[42], met=False)
    article = ARL[42].par(item=list(Stay).index(ground) + 1)
    if ground is Stay.ASKED:
        return Point("申请停止执行，行政复议机关认为合理的，应当停止执行", article, reasonable)
    return Point("应当停止执行", article, met=True)


def closed() -> tuple[Point, ...]:
    """复议期间已经结束: once it is decided nothing is suspended, terminated or stayed any more."""
    return (
        Point("已经作出复议决定，复议期间结束，不再中止", ARL[39].par(1), met=False),
        Point("已经作出复议决定，复议期间结束，不再终止", ARL[41], met=False),
        Point("已经作出复议决定，不再适用复议期间的停止执行", ARL[42], met=False),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """附带审查 as it stands."""

    competent: bool
    """Whether the authority may deal with the document itself."""
    suspended_on: date
    issuer_notified_on: date | None = None
    forwarded_to_on: date | None = None
    """The day on which the competent organ received it."""
    ex_officio: bool = False


def attached_periods(attached: Attached, calendar: Calendar) -> Iterator[Proof]:
    """附带审查的期限: from suspension, both before and since July 2026 [D] (ARL 56 to 60)."""
    for rule, start in _rows(attached):
        if start:
            yield rule.proof(start, calendar)


def _rows(attached: Attached) -> Iterator[tuple[Prescribed, date | None]]:
    since, suspended = attached.suspended_on, "行政复议中止"
    first = "handle" if attached.competent else "forward"
    name = f"{first}_ex_officio" if attached.ex_officio else first
    yield _of(ATTACHED, name, suspended), since
    if attached.competent:
        yield _of(ATTACHED, "ask_issuer", suspended), since
        yield _of(ATTACHED, "issuer_answers", "制定机关收到书面通知"), attached.issuer_notified_on
    else:
        yield _of(ATTACHED, "receiver_answers", "收到转送"), attached.forwarded_to_on


def talks(*, decided: bool, on: date) -> Iterator[Point]:
    """调解与和解: open until the decision is made (ARL 5, 73, 74; ARR2026 48)."""
    text = "决定作出前可以调解，须合法、自愿；调解书经签章并加盖机关印章生效"
    yield Point(text, ARL[5].par(1), not decided)
    text = "决定作出前可以和解，申请人撤回，机构准予后终止；不得再以同一事实和理由申请"
    yield Point(text, ARL[74].par(1), not decided)
    yield Point("未达成协议或者调解书生效前反悔的，及时作出决定", ARL[73].par(2))
    if ARR2026.in_force(on):
        yield Point("调解中的让步不得在其后作为不利的证据", ARR2026[48])
        return
    text = "2007年条例只许裁量权案件和解、裁量权和赔偿补偿案件调解，自2024年1月1日起让位于法律"
    yield Point(text, ARR2007[40])
    yield Point(text, ARR2007[50].par(1))
