"""Application 行政复议申请: one for each act complained of (ARL 22)."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ApplicationReceived, FilingManner
from shared.law.casefile import derived
from shared.law.reconsidering.omission import Slip, at_once, refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the applicant says 申请书载明的事项, in ids, codes and dates (ARR2026 27)."""

    authority: str
    applicants: tuple[UUID, ...]
    respondent: str
    act: ActKind
    manner: FilingManner
    received_on: date
    act_number: str | None = None
    """行政行为文号, which tells two acts of one day apart."""
    act_done_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    remedies_learnt_on: date | None = None
    real_estate: bool = False
    posted_on: date | None = None
    postmark_unclear: bool = False
    """邮戳不清, of one that came by post."""
    joint: tuple[str, ...] = ()
    """其他共同被申请人, who acted together with the respondent (ARL 19)."""
    omission: bool | None = None
    """未履行法定职责, where it is said (ARR2026 24)."""
    requested_on: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限, as `20wd`."""
    urgent: bool = False
    attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans that are handed in with it."""
    follows: UUID | None = None
    """此前的案卷: the newest file of the same applicants in the dispute, which the hub finds."""

    @property
    def organ_known_by(self) -> str:
        """Of organs that acted together the same one, whoever of them is named first."""
        return min(self.respondent, *self.joint) if self.joint else self.respondent


def file_of(dispute_id: UUID, application: Application) -> UUID:
    """The file that this application opens, however often it is handed in.

    One act has one application (ARL 22), so the act is part of it; so is the day of receipt: who
    was declined or gave up, and is still in time, may apply anew and has a new file.
    """
    said = (
        application.organ_known_by,
        application.act,
        application.act_done_on,
        application.act_number,
        application.received_on,
        *sorted(str(person) for person in application.applicants),
    )
    return derived(dispute_id, ":".join(("reconsideration", *(str(one) for one in said))))


_ACTS: Final = UUID("6b1c9d2e-5a57-5c0a-9d0e-3a6f1f0e7c11")


def act_of(application: Application) -> UUID | None:
    """同一行政行为: the same for every application against it, in whatever dispute (ARL 30(1)(7)).

    Organ and number tell an act; without its number nobody knows that two are the same.
    """
    return next(iter(acts_of(application)), None)


def acts_of(application: Application) -> tuple[UUID, ...]:
    """The ids under which the act is known, one for each organ that did it (ARL 30(1)(7)).

    The first is its own. Who names one alone of the organs that acted together, before or after,
    complains of the same act.
    """
    number = "".join((application.act_number or "").split())
    organs = sorted((application.respondent, *application.joint)) if number else ()
    return tuple(derived(_ACTS, f"{organ}:{number}") for organ in organs)


def receive(
    head: Head,
    application: Application,
    county: str,
    text_id: UUID,
    came_from: UUID | None = None,
) -> ApplicationReceived:
    """收到行政复议申请 (ARL 22, 30).

    Raises:
        Refused: It is called urgent, and asks for no protection (ARR2026 24; ARR2007 16).
    """
    if application.urgent and not at_once(application.act, urgent=True):
        raise refusal(Slip.NOT_URGENT, application.posted_on or application.received_on)
    return ApplicationReceived(
        head=head,
        authority=application.authority,
        county=county,
        applicants=application.applicants,
        respondent=application.respondent,
        act=application.act,
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
        joint_act_ids=acts_of(application)[1:],
        came_from=came_from,
        attachments=application.attachments,
        omission=application.omission,
        requested_on=application.requested_on,
        duty_within=application.duty_within,
        urgent=application.urgent,
        follows=application.follows,
    )
