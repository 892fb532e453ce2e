"""延期: a department asks in time for more of it, and the centre decides in its own (RULES 29)."""

from uuid import UUID

from services.routing.domain.times import Times
from services.routing.domain.whistle_case import Whistle
from shared.contracts.fact import Head
from shared.contracts.routing import (
    ExtensionAsked,
    ExtensionDenied,
    ExtensionDropped,
    ExtensionGranted,
)
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.period import Period, WorkingDays, parse_period
from shared.law.procedure import Refused


def ask_for_more(
    whistle: Whistle, department: str, more: Period, reason_id: UUID, times: Times, *, head: Head
) -> ExtensionAsked:
    """申请延期: once under a whistle, in time, no more than is allowed (RULES 29).

    What is asked in time does not lapse before it is decided, or the time to decide is over.

    Raises:
        Refused: It asked before, its time is over, nothing of it runs, or it asks for too much.
        Malformed: It asks for hours, or months.
    """
    whistle.must_be_called(department)
    part = whistle.part(department)
    if not isinstance(more, WorkingDays):
        raise Malformed("延期应当以工作日计，例如 3wd", "more")
    if part.asked or part.extended:
        raise Refused("每次召集只能申请一次延期", RULES[29])
    if {"answer", "finish"} & set(part.late):
        raise Refused("期限已经届满，不得再申请延期", RULES[29])
    if whistle.has_done(department):
        raise Refused("部门已经反馈，没有可以延长的期限", RULES[29])
    if more.n > times.extension_most.n:
        raise Refused(f"每次延期不得超过{times.extension_most}", RULES[29])
    return ExtensionAsked(
        head=head,
        department=department,
        more=more.code,
        reason_id=reason_id,
        decision=times.extension.code,
    )


def dropped(whistle: Whistle, department: str, *, head: Head) -> ExtensionDropped | None:
    """延期申请失效, once an answer has left nothing that could be extended (RULES 29).

    Args:
        whistle: The whistle with the answer.
        department: Whoever has answered.
        head: Head of the page that follows.
    """
    if whistle.part(department).asked and whistle.has_done(department):
        return ExtensionDropped(head=head, department=department)
    return None


def grant(whistle: Whistle, department: str, *, head: Head) -> ExtensionGranted:
    """批准延期: as much as was asked for, from the old end on (RULES 29).

    Raises:
        Refused: Nobody asked, or the time that was to be extended is over by now.
    """
    more = parse_period(_asked(whistle, department)).code
    if {"answer", "finish"} & set(whistle.part(department).late):
        raise Refused("期限已经届满，不得再批准延期", RULES[29])
    return ExtensionGranted(head=head, department=department, more=more)


def deny(whistle: Whistle, department: str, reason_id: UUID, *, head: Head) -> ExtensionDenied:
    """不予延期 (RULES 29).

    Raises:
        Refused: Nobody asked.
    """
    _asked(whistle, department)
    return ExtensionDenied(head=head, department=department, reason_id=reason_id)


def _asked(whistle: Whistle, department: str) -> str:
    asked = whistle.part(department).asked
    if not asked:
        raise Refused("该部门没有待批准的延期申请", RULES[29])
    return asked
