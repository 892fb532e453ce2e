"""通过处罚机关申请: who may, and what the organ that fined does (ARL 32; ARR2026 38)."""

from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.application import Application, act_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ApplicationReceived, FilingManner
from shared.contracts.reconsideration.forwarding import (
    ApplicationForwarded,
    ApplicationHandedIn,
    Correction,
    Fine,
    PenaltyCorrected,
)
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused

RECEIPT: Final = "forwarding_receipt"
"""Name of the period to record the receipt: it runs from the day of 转送 (RULES 133)."""


def take_in_as(organ: str | None, application: Application) -> None:
    """由作出处罚决定的机关收下; `organ` is None where it is no department that takes it (ARL 32).

    Raises:
        Refused: Another department has the application in its hands.
    """
    if organ is not None and organ != application.respondent:
        raise Refused("只有作出处罚决定的机关可以收下对该处罚的申请", ARL[32].par(1))


def hand_in(
    head: Head, application: Application, fine: Fine, county: str, text_id: UUID
) -> ApplicationHandedIn:
    """通过作出处罚决定的机关提交申请 (ARL 32).

    Raises:
        Refused: It is no penalty, or it is oral, so it goes to the authority itself.
    """
    if application.act is not ActKind.PENALTY:
        raise Refused(
            "只有当场作出或者依据电子技术监控设备记录作出的行政处罚决定，"
            "才可以通过作出处罚决定的机关申请；其他行政行为，请直接向行政复议机关申请",
            ARL[32].par(1),
        )
    if application.manner is FilingManner.ORAL:
        says = "口头申请由行政复议机关当场记录，不通过作出处罚决定的机关提交"
        raise Refused(says, ARL[22].par(3))
    return ApplicationHandedIn(
        head=head,
        organ=application.respondent,
        authority=application.authority,
        county=county,
        applicants=application.applicants,
        act=application.act,
        fine=fine,
        manner=application.manner,
        text_id=text_id,
        act_done_on=application.act_done_on,
        learnt_on=application.learnt_on,
        told_remedies=application.told_remedies,
        remedies_learnt_on=application.remedies_learnt_on,
        real_estate=application.real_estate,
        posted_on=application.posted_on,
        postmark_unclear=application.postmark_unclear,
        act_id=act_of(application),
        attachments=application.attachments,
        follows=application.follows,
    )


def forward(case: Case, head: Head, letter_id: UUID) -> ApplicationForwarded:
    """转送行政复议机关: owed until it is done, overdue or not (ARL 32)."""
    return ApplicationForwarded(head=head, organ=case.respondent, forwarding_letter_id=letter_id)


def receive_forwarded(case: Case, head: Head) -> ApplicationReceived:
    """行政复议机关收到转送的申请: its five days run from here (ARL 30, 32).

    Raises:
        Refused: Nothing was sent on.
    """
    if case.state is not State.FORWARDED or case.act is None or case.manner is None:
        raise Refused("处罚机关尚未转送，行政复议机关没有收到申请", ARL[32].par(2))
    if case.text_id is None:
        raise Refused("案卷中没有行政复议申请书", ARL[22].par(2))
    return ApplicationReceived(
        head=head,
        authority=case.authority,
        county=case.county,
        applicants=case.applicants,
        respondent=case.respondent,
        act=case.act,
        manner=case.manner,
        text_id=case.text_id,
        act_done_on=case.act_done_on,
        learnt_on=case.learnt_on,
        told_remedies=case.told_remedies,
        remedies_learnt_on=case.remedies_learnt_on,
        real_estate=case.real_estate,
        posted_on=case.posted_on,
        handed_in_on=case.handed_in_on,
        act_id=case.act_id,
        joint_act_ids=case.joint_act_ids,
        follows=case.follows,
        compulsory=case.compulsory,
    )


def correct(
    case: Case, head: Head, correction: Correction, told_on: date, letter_id: UUID
) -> PenaltyCorrected:
    """自行纠正, within the same five days and told to applicant and authority (ARR2026 38).

    Raises:
        Refused: The five days are over: the application is sent on, and the authority reviews.
    """
    if case.forwarding_overdue_on is not None:
        says = f"自行纠正的五个工作日已于{case.forwarding_overdue_on}届满，应当转送行政复议机关"
        raise Refused(says, ARR2026[38].par(1) if ARR2026.in_force(head.on) else ARL[32].par(2))
    return PenaltyCorrected(
        head=head,
        organ=case.respondent,
        correction=correction,
        told_on=told_on,
        handed_in_on=case.handed_in_on,
        correction_notice_id=letter_id,
    )
