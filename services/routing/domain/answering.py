"""部门办理: a department under a whistle, from checking in to finishing (RULES 4, 11, 24).

Whatever it writes is a document; the pages carry ids.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from services.routing.domain.times import Times
from services.routing.domain.whistle_case import Whistle
from shared.contracts.fact import Fact, Head
from shared.contracts.routing import (
    DepartmentAnswered,
    DepartmentCheckedIn,
    DepartmentFinished,
    Finding,
    FinishReleased,
    OthersAwaited,
    OthersCame,
    PartyAwaited,
    PartyCame,
    ProgressTold,
    SiteVisited,
    WhistleFinished,
)
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.procedure import Refused

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def check_in(whistle: Whistle, department: str, *, head: Head) -> DepartmentCheckedIn:
    """报到 (RULES 4).

    Raises:
        Refused: The department was not called.
    """
    whistle.must_be_called(department)
    return DepartmentCheckedIn(head=head, department=department)


def must_be_time_to_visit(whistle: Whistle, department: str, at: datetime, now: datetime) -> None:
    """到场时间: a visit lies between the department's own call and now (RULES 20).

    Args:
        whistle: The whistle.
        department: Whoever was there.
        at: When it was there, as the officer names it.
        now: When that is entered.

    Raises:
        Refused: The department was not called, had not been called by then, or it is yet to come.
    """
    whistle.must_be_called(department)
    if at > now:
        raise Refused("到场时间不得晚于现在", RULES[20])
    called = whistle.part(department).called
    # an officer names minutes, and a call in that minute came no later than the visit
    if called and at < called.replace(second=0, microsecond=0):
        raise Refused("到场时间不得早于本次召集，召集之前的到场不计", RULES[20])


def visit(
    whistle: Whistle, department: str, record_id: UUID, pictures: Sequence[str], *, head: Head
) -> SiteVisited:
    """到场核实; pictures are known by their SHA-256 (RULES 20).

    Raises:
        Refused: The department was not called.
        Malformed: What is said of a picture is no SHA-256.
    """
    whistle.must_be_called(department)
    _must_be_digests(pictures, "照片", "pictures")
    return SiteVisited(
        head=head, department=department, record_id=record_id, pictures=tuple(pictures)
    )


def answer(
    whistle: Whistle, department: str, finding: Finding, opinion_id: UUID, *, head: Head
) -> DepartmentAnswered:
    """反馈 (RULES 11).

    Raises:
        Refused: The department was not called, or says that it waits for the party.
    """
    whistle.must_be_called(department)
    _must_not_wait(whistle, department)
    return DepartmentAnswered(
        head=head, department=department, finding=finding, opinion_id=opinion_id
    )


def after_answer(whistle: Whistle, department: str, *, head: Head) -> Fact | None:
    """What follows from an answer: the lead waits for the others, or owes no finish (RULES 12, 24).

    Args:
        whistle: The whistle with the answer.
        department: Whoever has answered.
        head: Head of the page that follows.
    """
    lead = whistle.lead
    if department == lead and whistle.part(lead).finding == Finding.NOT_SOLVED:
        return FinishReleased(head=head, department=lead)
    if department == lead and whistle.silent:
        return OthersAwaited(head=head, department=lead)
    return others_came(whistle, head=head)


def others_came(whistle: Whistle, *, head: Head) -> OthersCame | None:
    """协办已反馈, once nobody is silent for whom the lead waits (RULES 24)."""
    if whistle.part(whistle.lead).behind and not whistle.silent:
        return OthersCame(head=head, department=whistle.lead)
    return None


def progress(whistle: Whistle, department: str, report_id: UUID, *, head: Head) -> ProgressTold:
    """阶段反馈 (RULES 11).

    Raises:
        Refused: The department was not called.
    """
    whistle.must_be_called(department)
    return ProgressTold(head=head, department=department, report_id=report_id)


def finish(
    whistle: Whistle,
    department: str,
    evidence_id: UUID,
    attachments: Sequence[str] = (),
    *,
    head: Head,
    called: Callable[[str], str] = str,
) -> DepartmentFinished:
    """部门办结; the lead only when everybody who assists has answered or was ruled out (RULES 24).

    Raises:
        Refused: Somebody has not answered, or what the lead found is not that it is solved.
        Malformed: What is said of a file is no SHA-256.
    """
    whistle.must_be_called(department)
    _must_not_wait(whistle, department)
    if department == whistle.lead:
        others = [code for code in whistle.silent if code != department]
        if others:
            raise Refused(f"尚有部门未反馈：{'、'.join(map(called, others))}", RULES[24])
        if whistle.part(department).finding == Finding.NOT_SOLVED:
            raise Refused("反馈为未解决的，由综治中心办结或者提级，不得以已解决办结", RULES[24])
    _must_be_digests(attachments, "附件", "attachments")
    return DepartmentFinished(
        head=head,
        department=department,
        evidence_id=evidence_id,
        attachments=tuple(attachments),
    )


def finished(whistle: Whistle, evidence_id: UUID, times: Times, *, head: Head) -> WhistleFinished:
    """主办办结待回访: follows from the lead's finish (RULES 24)."""
    return WhistleFinished(
        head=head, lead=whistle.lead, evidence_id=evidence_id, callback=times.callback.code
    )


def wait(
    whistle: Whistle, department: str, what_id: UUID, times: Times, *, head: Head
) -> PartyAwaited:
    """等待当事人 (RULES 28).

    Raises:
        Refused: It waits already, or owes nothing that could stand still.
    """
    whistle.must_be_called(department)
    _must_not_wait(whistle, department)
    if whistle.part(department).waited:
        raise Refused("每次召集只能等待当事人一次", RULES[28])
    if whistle.has_done(department):
        raise Refused("部门已经反馈，没有可以停止计算的期限", RULES[28])
    return PartyAwaited(
        head=head,
        department=department,
        what_id=what_id,
        at_most=times.wait_at_most.code,
        of_centre=True,
    )


def go_on(whistle: Whistle, department: str, *, head: Head) -> PartyCame:
    """当事人已配合 (RULES 28).

    Raises:
        Refused: It does not wait.
    """
    if not whistle.part(department).waiting:
        raise Refused("该部门没有在等待当事人", RULES[28])
    return PartyCame(head=head, department=department)


def _must_not_wait(whistle: Whistle, department: str) -> None:
    if whistle.part(department).waiting:
        raise Refused("尚在等待当事人，应当先恢复办理", RULES[28])


def _must_be_digests(named: Sequence[str], what: str, field: str) -> None:
    if any(not _SHA256.fullmatch(one) for one in named):
        raise Malformed(f"{what}的校验值应为 64 位小写十六进制的 SHA-256", field)
