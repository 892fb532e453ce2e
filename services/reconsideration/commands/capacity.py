"""Saying with an application in whose name it is made, and who acts 申请人身份 (ARR2026 27)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import head_of
from services.reconsideration.domain.capacity import state
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.stated import Stated
from shared.work import Work


def state_with_application(
    work: Work, case: Case, stated: Stated | None, text_id: UUID, *, by: str, on: date
) -> Case:
    """说明申请人身份, the page after the application that says it (ARR2026 27)."""
    if stated is None:
        return case
    return work.record(case, state(head_of(work, case, by, on), stated, text_id))
