"""Facts of one department under a whistle: called, checked in, seen, answered, waiting, done."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.routing.parts import CallRole, Finding, Why


class DepartmentCalled(Fact):
    """召集部门: a department is called, with its task and clocks of its own (RULES 9)."""

    kind: Literal["routing.called.v1"] = "routing.called.v1"
    department: str
    role: CallRole
    why: Why = Why.DUTY_LIST
    row: str = ""
    """The row of the duty list 职责清单 that names it: a matter's code."""
    instead_of: str = ""
    """The department that was ruled out for it, if one was."""
    task_id: UUID | None = None
    """Document with its task."""
    check_in: str = "1wd"
    """Period for checking in, as the tier sets it."""
    visit: str | None = None
    """Period for the first visit; None where none is asked for."""
    opinion: str = "2wd"
    """Period for the answer."""
    finish: str | None = None
    """Period for finishing; None for those who only assist."""
    to_leader: str = "1wd"
    """Period after which a silence of this department, told to its head, reaches the leader."""
    to_inspection: str = "1wd"
    """Period after which, told to the leader in charge, it reaches the inspection."""


class DepartmentCalledUrgently(Fact):
    """紧急召集部门: how an urgent call was kept before calls had clocks (RULES 9)."""

    kind: Literal["routing.called_urgently.v1"] = "routing.called_urgently.v1"
    department: str
    role: CallRole
    check_in: str = "2h"
    opinion: str = "2wd"


class DepartmentCalledToDanger(Fact):
    """应急召集部门: how a call in danger was kept before calls had clocks (RULES 9)."""

    kind: Literal["routing.called_to_danger.v1"] = "routing.called_to_danger.v1"
    department: str
    role: CallRole
    check_in: str = "30min"
    opinion: str = "2wd"


class DepartmentInformed(Fact):
    """知会部门: a department is told, and owes nothing under this whistle (RULES 10, PML 25)."""

    kind: Literal["routing.informed.v1"] = "routing.informed.v1"
    department: str


class DepartmentCheckedIn(Fact):
    """报到: the department called has come (RULES 4)."""

    kind: Literal["routing.checked_in.v1"] = "routing.checked_in.v1"
    department: str


class CheckInLapsed(Fact):
    """逾期未报到: the time to check in is over and the department has not come (RULES 4)."""

    kind: Literal["routing.check_in_lapsed.v1"] = "routing.check_in_lapsed.v1"
    department: str
    to_leader: str = "1wd"
    """Period after which the leader in charge is told, as the call set it."""


class SiteVisited(Fact):
    """到场核实: who of the department was where and when, and what was found (RULES 20)."""

    kind: Literal["routing.site_visited.v1"] = "routing.site_visited.v1"
    department: str
    record_id: UUID
    """Document with the record 现场记录: who, where, what."""
    pictures: tuple[str, ...] = ()
    """SHA-256 of each picture taken, in hex."""


class DepartmentAnswered(Fact):
    """反馈: the department says what it found and did (RULES 11)."""

    kind: Literal["routing.answered.v1"] = "routing.answered.v1"
    department: str
    finding: Finding
    opinion_id: UUID
    """Document with the department's opinion 处理意见."""


class AnswerLapsed(Fact):
    """逾期未反馈: the time to answer is over and the department has not answered (RULES 11)."""

    kind: Literal["routing.answer_lapsed.v1"] = "routing.answer_lapsed.v1"
    department: str
    to_leader: str = "1wd"
    """Period after which the leader in charge is told, as the call set it."""


class ProgressTold(Fact):
    """阶段反馈: what is done so far, and why not all of it; the clocks run on (RULES 11)."""

    kind: Literal["routing.progress_told.v1"] = "routing.progress_told.v1"
    department: str
    report_id: UUID
    """Document with the partial result and its reason."""


class DepartmentFinished(Fact):
    """部门办结: the department has done its task, with evidence (RULES 24)."""

    kind: Literal["routing.department_finished.v1"] = "routing.department_finished.v1"
    department: str
    evidence_id: UUID
    """Document with the evidence 办结依据."""
    attachments: tuple[str, ...] = ()
    """SHA-256 of each file 附件 handed over with it, in hex."""


class DepartmentOverdue(Fact):
    """部门逾期: a time that the department owed is over, for its visit or its finish (RULES 13)."""

    kind: Literal["routing.department_overdue.v1"] = "routing.department_overdue.v1"
    department: str
    duty: str
    """Name of the deadline that is over."""
    to_leader: str = "1wd"
    """Period after which the leader in charge is told, as the call set it."""


class SilenceReachedLeader(Fact):
    """逾期报分管领导: the head was told, and still nothing came (RULES 30)."""

    kind: Literal["routing.silence_leader.v1"] = "routing.silence_leader.v1"
    department: str
    duty: str
    to_inspection: str = "1wd"
    """Period after which the inspection is told, as the call set it."""


class SilenceReachedInspection(Fact):
    """逾期报督查: the leader in charge was told, and still nothing came (RULES 30)."""

    kind: Literal["routing.silence_inspection.v1"] = "routing.silence_inspection.v1"
    department: str
    duty: str


class OthersAwaited(Fact):
    """等待协办: the lead has answered and others have not; its finish stands still (RULES 24)."""

    kind: Literal["routing.others_awaited.v1"] = "routing.others_awaited.v1"
    department: str


class OthersCame(Fact):
    """协办已反馈: whoever the lead waited for has answered or was ruled out (RULES 24)."""

    kind: Literal["routing.others_came.v1"] = "routing.others_came.v1"
    department: str


class FinishReleased(Fact):
    """交综治中心办结: the lead could not solve it, and owes no finish any more (RULES 12)."""

    kind: Literal["routing.finish_released.v1"] = "routing.finish_released.v1"
    department: str


class PartyAwaited(Fact):
    """等待当事人: the party holds the department up; its clocks stand still (RULES 28)."""

    kind: Literal["routing.party_awaited.v1"] = "routing.party_awaited.v1"
    department: str
    what_id: UUID
    """Document with what is waited for."""
    at_most: str
    """Period after which the clocks run on by themselves."""
    of_centre: bool = False
    """Whether the centre's time to close stands still as well; by older pages it ran on."""


class PartyCame(Fact):
    """当事人已配合: what was waited for has come; the clocks run on (RULES 28)."""

    kind: Literal["routing.party_came.v1"] = "routing.party_came.v1"
    department: str


class WaitLapsed(Fact):
    """等待期满: nothing came in time; the department goes on with what it has (RULES 28)."""

    kind: Literal["routing.wait_lapsed.v1"] = "routing.wait_lapsed.v1"
    department: str
