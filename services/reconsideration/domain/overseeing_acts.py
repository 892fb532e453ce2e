"""The acts of guidance and supervision 指导和监督 (ARR2026 66, 67; RULES 149, 150)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from services.reconsideration.domain.overseeing import WorkCheck, WorkReports
from shared.contracts.fact import Head
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    Checking,
    Cycle,
    Figure,
    MajorMatterReported,
    MendingConfirmed,
    MendingReported,
    MendingRequired,
    WorkChecked,
    WorkReportSubmitted,
    WorkReportTimesSet,
)
from shared.law.article import ARR2026, RULES
from shared.law.procedure import Refused

MONTHS: Final[Mapping[Cycle, int]] = {Cycle.YEAR: 12, Cycle.HALF_YEAR: 6, Cycle.QUARTER: 3}
YEAR: Final = 12

LONGEST: Final = 90
"""Calendar days after a period within which its report is submitted, at most (RULES 149)."""


@dataclass(frozen=True, slots=True)
class Span:
    """The period of a report 报告期间: first and last day, and by when it is reported on."""

    first: date
    last: date
    due_on: date

    @classmethod
    def beginning(cls, first: date, cycle: Cycle, within_days: int) -> "Span":
        """The period of this cycle that begins on the first of a month."""
        months = first.year * YEAR + first.month - 1 + MONTHS[cycle]
        last = date(months // YEAR, months % YEAR + 1, 1) - timedelta(days=1)
        return cls(first, last, last + timedelta(days=within_days))


def set_times(
    file: WorkReports, head: Head, organ: str, *, cycle: Cycle, within_days: int, first: date
) -> WorkReportTimesSet:
    """确定报告周期, as the government has determined it: the law does not (ARR2026 66(2)).

    Args:
        file: The register.
        head: Head of its new page.
        organ: The government, to which its body reports.
        cycle: How often.
        within_days: Calendar days after each period.
        first: First day of the first period.

    Raises:
        Refused: The regulation was not in force, no report is due in time, or the period begins
            within a month or does not follow what was reported on, or what is still to be.
    """
    _check_in_force(head.on)
    if not 1 <= within_days <= LONGEST:
        raise Refused(f"提交报告的日数应在一日以上、{LONGEST}日以下", RULES[149])
    if first.day != 1:
        raise Refused("报告期间自月初起算", RULES[149])
    _check_follows(file, head.on, first)
    span = Span.beginning(first, cycle, within_days)
    if span.due_on < head.on:
        raise Refused("按这一周期，第一份报告的最后一日已经过去", RULES[149])
    return WorkReportTimesSet(
        head=head,
        organ=organ,
        cycle=cycle,
        within_days=within_days,
        next_from=span.first,
        next_until=span.last,
        due_on=span.due_on,
    )


def _check_follows(file: WorkReports, on: date, first: date) -> None:
    """Let no day be reported on twice, and none left out."""
    if file.reported_until is not None and first != file.reported_until + timedelta(days=1):
        raise Refused(f"报告期间应当与已经报告的衔接，自{file.reported_until}的次日起", RULES[149])
    if file.next_from and first > file.next_from and on >= file.next_from:
        raise Refused(f"自{file.next_from}起的期间已经开始，报告以后再确定", RULES[149])


def submit(
    file: WorkReports, head: Head, figures: Mapping[str, int], *, counts_id: UUID, text_id: UUID
) -> WorkReportSubmitted:
    """提交工作报告 on the period that is due, once that is over (ARR2026 66(2)).

    Args:
        file: The register.
        head: Head of its new page.
        figures: What the hub counts of the period now, by measure.
        counts_id: Document with the same in words, and how it is reckoned.
        text_id: Document with the report.

    Raises:
        Refused: The period is not over yet.
    """
    assert file.next_from is not None  # noqa: S101 - a register begins with its times
    assert file.next_until is not None  # noqa: S101 - likewise
    if head.on <= file.next_until:
        raise Refused(f"报告期间到{file.next_until}才届满，不得提前提交", RULES[149])
    begins = file.next_until + timedelta(days=1)
    span = Span.beginning(begins, file.cycle, file.within_days)
    return WorkReportSubmitted(
        head=head,
        organ=file.authority,
        period_from=file.next_from,
        period_until=file.next_until,
        figures=tuple(Figure(measure=name, n=n) for name, n in figures.items()),
        counts_id=counts_id,
        text_id=text_id,
        next_from=span.first,
        next_until=span.last,
        due_on=span.due_on,
    )


def report_major_matter(
    file: WorkReports, head: Head, above: str, text_id: UUID
) -> MajorMatterReported:
    """请示报告重大事项 to the government above (ARR2026 67).

    Args:
        file: The register.
        head: Head of its new page.
        above: The government above that the directory knows; empty where it knows none.
        text_id: Document 请示报告.

    Raises:
        Refused: There is none above.
    """
    if not above:
        raise Refused("名录中没有上级人民政府，重大事项在枢纽以外请示报告", ARR2026[67])
    return MajorMatterReported(head=head, organ=file.authority, above=above, text_id=text_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What is recorded of a check 检查."""

    below: str
    checking: Checking
    period_from: date
    period_until: date


def check(
    head: Head, organ: str, governments: Sequence[str], said: Check, text_id: UUID
) -> WorkChecked:
    """检查下级人民政府的行政复议工作 (ARR2026 67).

    Args:
        head: Head of the first page of its file.
        organ: The government that checks.
        governments: Organ codes of those below it that do reconsideration.
        said: Whom it checked, how, and which work.
        text_id: Document 检查情况.

    Raises:
        Refused: The regulation was not in force, it is no government below, or the work that was
            looked into lies after the check.
    """
    _check_in_force(head.on)
    if said.below not in governments:
        raise Refused("检查的对象是下级人民政府的行政复议工作", ARR2026[67])
    if said.period_from > said.period_until or said.period_until > head.on:
        raise Refused("检查的工作期间应当在检查之日以前，起日不晚于止日", RULES[150])
    return WorkChecked(
        head=head,
        organ=organ,
        below=said.below,
        checking=said.checking,
        period_from=said.period_from,
        period_until=said.period_until,
        text_id=text_id,
    )


def feed_back(file: WorkCheck, head: Head, letter_id: UUID) -> CheckFedBack:
    """反馈检查结果, with nothing to mend (ARR2026 67)."""
    return CheckFedBack(head=head, organ=file.authority, below=file.below, letter_id=letter_id)


def require_mending(file: WorkCheck, head: Head, until: date, letter_id: UUID) -> MendingRequired:
    """反馈检查结果并要求整改, by a day that the letter says (ARR2026 67; RULES 150).

    Raises:
        Refused: That day is not after the letter's.
    """
    if until <= head.on:
        raise Refused("整改的最后一日应当在反馈之日以后", RULES[150])
    return MendingRequired(
        head=head, organ=file.authority, below=file.below, until=until, letter_id=letter_id
    )


def report_mending(file: WorkCheck, head: Head, text_id: UUID) -> MendingReported:
    """报送整改情况 (RULES 150)."""
    return MendingReported(head=head, organ=file.below, above=file.authority, text_id=text_id)


def confirm(file: WorkCheck, head: Head) -> MendingConfirmed:
    """确认整改到位 (RULES 150)."""
    return MendingConfirmed(head=head, organ=file.authority, below=file.below)


def _check_in_force(on: date) -> None:
    if not ARR2026.in_force(on):
        raise Refused("2026年7月1日以前依照原实施条例办理，不在此登记", RULES[149])
