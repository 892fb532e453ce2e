"""Facts of what follows a reconsideration 后续: correction, copies, publication, annulment."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Outcome, Remedy
from shared.contracts.reconsideration.served import OneServed, Service


class Conclusion(StrEnum):
    """How the case came to its end 结案方式."""

    DELIVERED = "delivered"  # 决定书已送达
    MEDIATED = "mediated"  # 调解书已生效
    TERMINATED = "terminated"  # 已终止
    DECLINED = "declined"  # 决定不予受理


class AftermathBegun(Fact):
    """随案开立后续案卷: letters and materials need not wait for the end of the case (ARL 76, 86).

    It is told again as the case goes to another authority, or its respondent is another one.
    """

    kind: Literal["reconsideration.aftermath_begun.v1"] = "reconsideration.aftermath_begun.v1"
    about: UUID
    """Case file of the reconsideration."""
    authority: str
    respondent: str
    joint: tuple[str, ...] = ()
    """Organ codes of the other joint respondents (ARL 19); empty on pages of old."""


class DecisionTookEffect(Fact):
    """决定发生法律效力: served on the first of them, and what follows waits for no other (ARL 75).

    It is dated the first day of service. Its copies are due from here, not from the end (ARL 79).
    """

    kind: Literal["reconsideration.decision_took_effect.v1"] = (
        "reconsideration.decision_took_effect.v1"
    )
    about: UUID
    """Case file of the reconsideration."""
    authority: str
    respondent: str
    joint: tuple[str, ...] = ()
    """Organ codes of the other joint respondents (ARL 19)."""
    outcome: Outcome
    document_number: str = ""
    copies: bool = False
    """Whether the decision is copied to the department above any respondent (ARL 79)."""
    copies_for: tuple[str, ...] = ()
    """Above which respondents."""


class AftermathOpened(Fact):
    """开立后续案卷: what follows a case that is at its end has a file of its own (RULES 90)."""

    kind: Literal["reconsideration.aftermath_opened.v1"] = "reconsideration.aftermath_opened.v1"
    about: UUID
    """Case file of the reconsideration."""
    conclusion: Conclusion
    authority: str
    respondent: str
    joint: tuple[str, ...] = ()
    """Organ codes of the other joint respondents (ARL 19); empty on pages of old."""
    outcome: Outcome | None = None
    """None where there is no decision."""
    document_number: str = ""
    copies: bool = False
    """Whether it is copied above any respondent from here, not since it took effect (ARL 79)."""
    copies_for: tuple[str, ...] = ()
    """Above which respondents; empty on pages of old, which knew of the first alone."""
    publishes: bool = False
    """Whether there is a decision of which it is to be settled if it is made public (ARL 79)."""
    remedies: tuple[Remedy, ...] = ()
    """起诉期限 of each party as the decision was served; empty on pages of old."""
    compulsory: bool | None = None
    """Of a refusal, whether reconsideration comes first 复议前置 (ARL 34); None: not said."""
    refusal_id: UUID | None = None
    """Document 不予受理决定书, with its reasons; None where nothing was declined."""
    refusal_for: tuple[UUID, ...] = ()
    """The applicants on whom it is to be served (ARL 34); empty on pages of old."""
    concluded_on: date | None = None
    """结案之日, where the file is opened on a later day; else it is the day of this page."""
    heirless: tuple[UUID, ...] = ()
    """送达不能、无承受人: who was recorded as no more before the end, on whom nothing is served."""
    annulled: bool = False
    """Whether the decision was set aside 已被撤销 before it was served on all (RULES 92)."""
    obliges: bool | None = None
    """Of one that was set aside, whether it gave a respondent anything to perform (ARL 77); None of
    any other, and on pages of old."""


class ClericalErrorsCorrected(Fact):
    """补正笔误: slips of the pen in the paper are put right; what it decides stays (RULES 91)."""

    kind: Literal["reconsideration.clerical_errors_corrected.v1"] = (
        "reconsideration.clerical_errors_corrected.v1"
    )
    correction_id: UUID
    """Document 补正通知书."""


class CorrectionServed(Fact):
    """送达补正通知书: on each who had the paper, all at once or one by one (RULES 91; ARL 88)."""

    kind: Literal["reconsideration.correction_served.v1"] = "reconsideration.correction_served.v1"
    services: tuple[Service, ...]
    """One for each party; on pages of old, for every one; none where who was left is no more."""
    others_unserved: bool = False
    """Whether somebody who has the paper still waits for its correction."""
    with_decision: bool = False
    """Whether somebody still waits for both, the decision and its correction (ARL 75)."""


class ServedAgain(OneServed):
    """重新送达: the first was no service, so days to sue or perform run anew (ARL 75; ALL 45)."""

    kind: Literal["reconsideration.served_again.v1"] = "reconsideration.served_again.v1"
    reason_id: UUID
    """Document that says why the first service was none."""
    first_served_on: date | None = None
    """The first day on which an applicant has been served now; None of pages of old."""
    of_case_id: UUID | None = None
    """The case in which it was decided; pages of old do not say."""
    never_before: bool = False
    """此前未曾送达: it was taken for one without successor, and has the decision for the first time
    (RULES 145)."""
    outcome: Outcome | None = None
    """决定种类, the weightiest; None on pages of old."""
    compulsory: bool | None = None
    """Of an application that was dismissed, 复议前置, as found; None of any other decision."""
    qualifies: bool = True
    """False where it was dismissed because 受理条件 were not met (ARL 33; ALI 133)."""
    final: bool = False
    """最终裁决 by law, over which nobody sues (ARL 10)."""
    respondent: str = ""
    """Organ code of the respondent that was served again; empty of a person, and of old."""
    perform_by: date | None = None
    """履行期限的最后一日 of this respondent, where its days run from service (ARL 75, 77)."""
    sue_period: str = ""
    """Of a refusal 不予受理决定书 that is served again, the days to sue, as `15d`; else empty."""
    sue_article: str = ""
    """Code of the article that gives them: ARL 34 where reconsideration is first, else ALL 45."""


class DecisionCopied(Fact):
    """抄告决定书: to the department above the respondent, as it takes effect (ARL 79)."""

    kind: Literal["reconsideration.decision_copied.v1"] = "reconsideration.decision_copied.v1"
    organ: str
    """Organ code of the department above 上一级主管部门."""
    owed: tuple[str, ...] = ()
    """Joint respondents whose departments above are still to be told; with none it is done."""


class DecisionPublished(Fact):
    """公开决定书: as far as the act under review is public, without names (ARL 79; RULES 49)."""

    kind: Literal["reconsideration.published.v1"] = "reconsideration.published.v1"
    public_text_id: UUID
    """Document with the text that is public, names left out 隐去后的文本."""
    homonyms: bool = False
    """Whether words that are a party's name were seen to mean something else there."""


class DecisionWithheld(Fact):
    """决定书不予公开: the act under review is not public (ARL 79)."""

    kind: Literal["reconsideration.withheld.v1"] = "reconsideration.withheld.v1"
    reason_id: UUID


class DecisionAnnulled(Fact):
    """复议决定被撤销: withdrawn from above, or by a judgment (RULES 92; ALL 70, 77)."""

    kind: Literal["reconsideration.annulled.v1"] = "reconsideration.annulled.v1"
    about: UUID
    """Case file of the reconsideration."""
    organ: str
    """Organ code of the government above, or of the court; of a court elsewhere empty."""
    letter_id: UUID
    """Document 上级撤销决定, or 裁判文书."""
    decide_anew: bool = False
    """责令、判决重新作出决定, with a day or none (ALL 70); pages of old say the day alone."""
    decide_anew_by: date | None = None
    """责令重新作出决定的期限, where the government above or the court sets one."""
    joint: tuple[str, ...] = ()
    """The other joint respondents, each of whom may be watched by itself; pages of old say none."""
    by_court: bool = False
    """Whether a court annulled or changed it 人民法院判决撤销、变更 (ALL 70, 77)."""
    obliges: bool | None = None
    """Whether it gave a respondent anything to perform (ARL 77); pages of old do not say."""


class DecidedAnew(Fact):
    """重新作出复议决定: what was ordered from above is done in its new file (RULES 92)."""

    kind: Literal["reconsideration.decided_anew.v1"] = "reconsideration.decided_anew.v1"
    decided_case_id: UUID
    """Case file in which the application was handled anew."""
