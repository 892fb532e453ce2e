"""Work reports 工作报告 and checks of governments below 检查 (ARR2026 66, 67; RULES 149, 150)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from services.reconsideration.domain import overseeing_acts as acts
from services.reconsideration.domain.overseeing import WorkCheck, WorkReports
from services.reconsideration.domain.overseeing_acts import Check
from services.reconsideration.store import WORK_CHECKS, WORK_REPORTS, work_reports_of
from shared.auth import AUTHORITIES
from shared.contracts.fact import Head
from shared.contracts.reconsideration.overseeing import Cycle
from shared.directory import Directory, Kind, Role
from shared.errors import Malformed
from shared.law.article import ARR2026, Article
from shared.law.procedure import Refused
from shared.work import Work


def set_times(
    work: Work,
    organ: str,
    *,
    cycle: Cycle,
    within_days: int,
    first: date,
    by: str,
    on: date | None = None,
) -> WorkReports:
    """确定报告周期 of the body of `organ`, a government; the register opens with it (RULES 149)."""
    _must_be_government(work.directory, organ, ARR2026[66].par(2))
    register_id = work_reports_of(organ)
    labels = {"authority": organ, "county": organ.split("-", 1)[0]}
    file = work.open(WORK_REPORTS, register_id, register_id, on=on, labels=labels)
    head = work.head(file, by=by, on=on)
    fact = acts.set_times(file, head, organ, cycle=cycle, within_days=within_days, first=first)
    return work.record(file, fact)


def submit(
    work: Work,
    case_id: UUID,
    *,
    figures: Mapping[str, int],
    counts: str,
    text: str,
    period_until: date,
    by: str,
    on: date | None = None,
) -> WorkReports:
    """提交工作报告, with figures that were counted of the period until `period_until` (ARR2026 66).

    Raises:
        Malformed: Meanwhile another period is due.
    """
    file = work.take(WORK_REPORTS, case_id)
    if file.next_until != period_until:
        raise Malformed("报告期间已有变化，请重新打开页面再提交", "text")
    head = work.head(file, by=by, on=on)
    counts_id = work.document(case_id, case_id, "work_counts", counts)
    text_id = work.document(case_id, case_id, "work_report", text)
    return work.record(file, acts.submit(file, head, figures, counts_id=counts_id, text_id=text_id))


def report_major_matter(
    work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None
) -> WorkReports:
    """请示报告重大事项 to the government above, which reads the register from here (ARR2026 67)."""
    file = work.take(WORK_REPORTS, case_id)
    head = work.head(file, by=by, on=on)
    text_id = work.document(case_id, case_id, "major_matter", text)
    above = above_of(work.directory, file.authority)
    fact = acts.report_major_matter(file, head, above, text_id)
    work.label(case_id, **{AUTHORITIES: above})
    return work.record(file, fact)


def check(
    work: Work,
    file_id: UUID,
    organ: str,
    said: Check,
    *,
    text: str,
    by: str,
    on: date | None = None,
) -> WorkCheck:
    """检查下级人民政府的行政复议工作; recorded again it finds its file (ARR2026 67)."""
    _must_be_government(work.directory, organ, ARR2026[67])
    labels = {"authority": organ, AUTHORITIES: said.below, "county": said.below.split("-", 1)[0]}
    file = work.open(WORK_CHECKS, file_id, file_id, on=on, labels=labels)
    if file.state is not None:
        return file
    head = work.head(file, by=by, on=on)
    text_id = work.document(file_id, file_id, "work_check", text)
    governments = below_of(work.directory, organ)
    return work.record(file, acts.check(head, organ, governments, said, text_id))


def feed_back(
    work: Work, file_id: UUID, *, text: str, by: str, on: date | None = None
) -> WorkCheck:
    """反馈检查结果, with nothing to mend (ARR2026 67)."""
    file, head = _turn(work, file_id, by, on)
    letter_id = work.document(file_id, file_id, "check_result", text)
    return work.record(file, acts.feed_back(file, head, letter_id))


def require_mending(
    work: Work, file_id: UUID, *, until: date, text: str, by: str, on: date | None = None
) -> WorkCheck:
    """反馈检查结果并要求整改 (ARR2026 67; RULES 150)."""
    file, head = _turn(work, file_id, by, on)
    letter_id = work.document(file_id, file_id, "check_result", text)
    return work.record(file, acts.require_mending(file, head, until, letter_id))


def report_mending(
    work: Work, file_id: UUID, *, organ: str, text: str, by: str, on: date | None = None
) -> WorkCheck:
    """报送整改情况 by the government that was checked (RULES 150).

    Raises:
        Refused: `organ` is the government that checked.
    """
    file, head = _turn(work, file_id, by, on)
    if organ != file.below:
        raise Refused("整改情况由被检查的人民政府报送", ARR2026[67])
    text_id = work.document(file_id, file_id, "mending_report", text)
    return work.record(file, acts.report_mending(file, head, text_id))


def confirm(work: Work, file_id: UUID, *, by: str, on: date | None = None) -> WorkCheck:
    """确认整改到位 (RULES 150)."""
    file, head = _turn(work, file_id, by, on)
    return work.record(file, acts.confirm(file, head))


def below_of(directory: Directory, organ: str) -> tuple[str, ...]:
    """下级人民政府 of a government that do reconsideration, by their codes (ARR2026 67)."""
    below = map(directory.organ, directory.authorities_below(organ))
    return tuple(one.code for one in below if one.kind is Kind.GOVERNMENT)


def above_of(directory: Directory, organ: str) -> str:
    """上级人民政府 of a government; empty where the directory knows none."""
    above = map(directory.organ, directory.authorities_above(organ))
    return next((one.code for one in above if one.kind is Kind.GOVERNMENT), "")


def is_government(directory: Directory, organ: str) -> bool:
    """Whether this is a government that does reconsideration 县级以上地方人民政府 (ARL 4)."""
    return organ in {o.code for o in directory.organs(Kind.GOVERNMENT, role=Role.AUTHORITY)}


def _must_be_government(directory: Directory, organ: str, article: Article) -> None:
    if not is_government(directory, organ):
        raise Refused("由县级以上地方人民政府及其行政复议机构办理", article)


def _turn(work: Work, file_id: UUID, by: str, on: date | None) -> tuple[WorkCheck, Head]:
    """A check and the head of its next page.

    Raises:
        Malformed: The day lies before the check.
    """
    file = work.take(WORK_CHECKS, file_id)
    head = work.head(file, by=by, on=on)
    if file.checked_on and head.on < file.checked_on:
        raise Malformed(f"日期不得早于检查之日{file.checked_on}", "on")
    return file, head
