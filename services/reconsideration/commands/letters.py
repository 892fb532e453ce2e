"""意见书、建议书、移送, in the file beside a case (ARL 76, 85, 86; ARR2026 69)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.aftermath import let_see, listed, paper, turn_beside
from services.reconsideration.domain import handing_over, recommending
from services.reconsideration.domain import letter_acts as acts
from services.reconsideration.domain.aftermath import Aftermath
from shared.contracts.reconsideration.letters import Deed, Flaw, Level, Recipient
from shared.work import Work


def issue_letter(
    work: Work,
    case_id: UUID,
    organ: str,
    flaw: Flaw,
    *,
    text: str,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """制发行政复议意见书 (ARL 76)."""
    file, head = turn_beside(work, case_id, by, on)
    paper_id = paper(work, file, "opinion_letter", text)
    above = frozenset(work.directory.above(organ))
    fact = acts.issue(file, head, organ, flaw, paper_id, above=above, calendar=work.calendar)
    return work.record(file, fact)


def receive_letter(
    work: Work,
    case_id: UUID,
    organ: str | None = None,
    *,
    letter: UUID | None = None,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """有关机关收到意见书, from which its sixty days run; the only one if none is named (ARL 76)."""
    file, head = turn_beside(work, case_id, by, on)
    sent = acts.to_receive(file, organ, letter)
    of_department = work.directory.is_department_of(sent.organ, file.authority)
    fact = acts.receive(file, head, of_department=of_department, letter_id=sent.letter_id)
    file = work.record(file, fact)
    let_see(work, file, work.labels_of(case_id))
    return file


def copy_letter(
    work: Work,
    case_id: UUID,
    organ: str,
    *,
    of_organ: str | None = None,
    letter: UUID | None = None,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """抄告意见书 to the department above the respondent to whom it went (ARL 79)."""
    file, head = turn_beside(work, case_id, by, on)
    listed(work, organ, department=True)
    above = {one.organ: work.directory.department_above(one.organ) for one in acts.to_copy(file)}
    fact = acts.copy_up(file, head, organ, above, of_organ=of_organ, letter_id=letter)
    return work.record(file, fact)


def report_correction(
    work: Work,
    case_id: UUID,
    organ: str | None = None,
    *,
    letter: UUID | None = None,
    text: str,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """报送纠正情况; of the only organ that owes it if none is named, on its newest (ARL 76)."""
    file, head = turn_beside(work, case_id, by, on)
    report_id = paper(work, file, "correction_report", text)
    return work.record(file, acts.report(file, head, organ, report_id, letter_id=letter))


def find_unheeded(
    work: Work,
    case_id: UUID,
    organ: str | None = None,
    *,
    letter: UUID | None = None,
    text: str,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """认定不履行意见书; the only one that was reported on if none is named (ARL 77)."""
    file, head = turn_beside(work, case_id, by, on)
    reason_id = paper(work, file, "unheeded_letter", text)
    return work.record(file, acts.unheeded(file, head, organ, reason_id, letter_id=letter))


def recommend(
    work: Work,
    case_id: UUID,
    organ: str,
    level: Level,
    *,
    general: bool,
    answer_by: date,
    text: str,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """制作行政复议建议书 (ARR2026 69; RULES 48)."""
    file, head = turn_beside(work, case_id, by, on)
    listed(work, organ)
    paper_id = paper(work, file, "recommendation", text)
    fact = recommending.recommend(
        *(head, organ, level, paper_id), general=general, answer_by=answer_by
    )
    return work.record(file, fact)


def answer_recommendation(
    work: Work,
    case_id: UUID,
    organ: str | None = None,
    *,
    letter: UUID | None = None,
    text: str,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """答复建议书; of the only organ that owes it if none is named, on its newest (RULES 48)."""
    file, head = turn_beside(work, case_id, by, on)
    answer_id = paper(work, file, "recommendation_answer", text)
    return work.record(file, recommending.answer(file, head, organ, answer_id, letter_id=letter))


def hand_over(
    work: Work,
    case_id: UUID,
    deed: Deed,
    recipient: Recipient,
    done_on: date,
    *,
    official: bool | None = None,
    duty_crime: bool = False,
    text: str,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """移送违法事实材料、问题线索 (ARL 84 to 86)."""
    file, head = turn_beside(work, case_id, by, on)
    said = handing_over.Handing(
        deed=deed, recipient=recipient, done_on=done_on, official=official, duty_crime=duty_crime
    )
    materials_id = paper(work, file, "materials", text)
    return work.record(file, handing_over.hand_over(head, said, materials_id))
