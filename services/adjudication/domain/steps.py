"""裁决各步的期限, each with its proof: acceptance, copy, answer, ruling, opinion, submission."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from services.adjudication.domain.catalogue import Row
from services.adjudication.domain.powers import Power, Term
from services.adjudication.domain.remedies import (
    enforcement,
    performance,
    remedies,
    to_perform,
    to_sue,
    urging,
)
from shared.contracts.adjudication import AdjudicationAccepted
from shared.law.calendar import Calendar
from shared.law.course import Course
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """各步的日期, as far as they are known."""

    received_on: date | None = None
    """申请到达裁决机关之日."""
    accepted_on: date | None = None
    copied_on: date | None = None
    """被申请人收到副本之日."""
    opinion_on: date | None = None
    """提出处理意见之日."""
    served_on: date | None = None
    """收到裁决书之日."""
    urged_on: date | None = None
    """收到催告书之日."""
    mediated_on: date | None = None
    """调解书生效之日."""


_BECAUSE: Final = {True: "受理", False: "收到申请"}


def before_ruling(
    row: Row,
    days: Days,
    calendar: Calendar,
    course: Course | None = None,
) -> tuple[Proof, ...]:
    """受理、送副本、答辩、处理意见、报送、裁决的期限.

    Args:
        row: The matter.
        days: Without a day nothing runs from it.
        calendar: The city's calendar.
        course: 期限的进行 of the time to rule or to form an opinion.
    """
    return tuple(_before(row, days, calendar, course))


def _before(row: Row, days: Days, calendar: Calendar, course: Course | None) -> Iterator[Proof]:
    power = row.power
    if power:
        yield from _opening(power, days, calendar)
    if row.to_rule:
        yield from _run("作出裁决", row.to_rule, days, calendar, course)
    if power and power.opinion:
        yield from _run("提出处理意见", power.opinion, days, calendar, course)
    if power and power.submit and days.opinion_on:
        yield _proof("报送人民政府", power.submit, "提出处理意见", days.opinion_on, calendar)
    if power and power.deliver and days.mediated_on:
        yield to_deliver(power.deliver).proof(days.mediated_on, calendar)


def _opening(power: Power, days: Days, calendar: Calendar) -> Iterator[Proof]:
    yield from _run("决定是否受理", power.accept, days, calendar)
    yield from _run("发送申请书副本", power.copy, days, calendar)
    if days.copied_on:
        yield _proof("答辩", power.answer, "收到申请书副本", days.copied_on, calendar)


def _run(
    name: str, term: Term, days: Days, calendar: Calendar, course: Course | None = None
) -> Iterator[Proof]:
    accepted = term.since is AdjudicationAccepted
    start = days.accepted_on if accepted else days.received_on
    if start:
        course = course or Course()
        yield _called(name, term).proof(
            start, calendar, exclusions=course.exclusions, extensions=course.extensions
        )


def _proof(name: str, term: Term, because: str, start: date, calendar: Calendar) -> Proof:
    return term.prescribed("", name, because).proof(start, calendar)


def _called(name: str, term: Term) -> Prescribed:
    return term.prescribed("", name, _BECAUSE[term.since is AdjudicationAccepted])


def to_deliver(deliver: Term) -> Prescribed:
    """送达调解书, from its effect."""
    return deliver.prescribed("deliver", "送达调解书", "调解书生效")


def untabled(row: Row) -> Iterator[Prescribed]:
    """这一事项在程序表以外的期限: ruling where no table runs it, suit, service, performance."""
    for rule in _untabled(row):
        yield replace(rule, since=row.since, until=row.until)


def _untabled(row: Row) -> Iterator[Prescribed]:
    power = row.power
    if power is None and row.to_rule:
        yield replace(_called("作出裁决", row.to_rule), name="rule")
    if row.to_sue:
        yield to_sue(row.to_sue)
    if power and power.deliver:
        yield to_deliver(power.deliver)
    if power and power.perform:
        yield to_perform(power.perform)


def after_ruling(
    row: Row, days: Days, calendar: Calendar, *, review_first: bool
) -> tuple[Proof, ...]:
    """救济、履行、催告和申请强制执行的期限."""
    proofs: list[Proof] = []
    if days.served_on and row.to_sue:
        ways = remedies(row.to_sue, days.served_on, calendar, review_first=review_first)
        proofs += [ways.reconsider, *((ways.sue,) if ways.sue else ())]
        if row.power and row.power.perform:
            proofs.append(performance(row.power.perform, days.served_on, calendar))
        proofs += enforcement(ways.until, calendar)
    if days.urged_on:
        proofs.append(urging(days.urged_on, calendar))
    return tuple(proofs)
