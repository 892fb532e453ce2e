"""意见书、建议书: what is told other organs, and what they answer (ARL 76, 77; ARR2026 69)."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_acts import check_above, must_copy
from services.reconsideration.domain.conduct.letters import (
    Finding,
    opinion_letter,
    recommendation,
)
from services.reconsideration.domain.letter import Letter, Letters, in_time, waiting
from services.reconsideration.domain.people_acts import hold
from services.reconsideration.domain.remedying import Paper
from services.reconsideration.domain.saying import Norm, Ruling
from shared.contracts.fact import Head
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    Flaw,
    LetterUnheeded,
    Level,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def issue(
    file: Aftermath,
    head: Head,
    organ: str,
    flaw: Flaw,
    paper_id: UUID,
    *,
    above: Collection[str],
    calendar: Calendar,
) -> OpinionLetterIssued:
    """制发行政复议意见书 (ARL 76; ARR2007 57).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: To whom: a respondent, or another lower organ.
        flaw: What was found.
        paper_id: The letter.
        above: The organs above `organ`.
        calendar: The city's calendar.

    Raises:
        Refused: The organ is not below this authority, what was found is no ground, or the letter
            before to this very organ is still on its way, or its time to report is not over.
    """
    permit(opinion_letter(Finding(flaw), head.on, calendar, received_on=None), ARL[76])
    if organ not in file.respondents and file.authority not in above:
        raise Refused("意见书向被申请人或者其他下级行政机关制发", ARL[76])
    if on_its_way(file, organ):
        raise Refused("上一份意见书尚未送达该机关", RULES[95])
    if in_time(file.letters, organ):
        raise Refused("该机关就上一份意见书报送纠正情况的期限未满", ARL[76])
    return OpinionLetterIssued(head=head, opinion_letter_id=paper_id, organ=organ, flaw=flaw)


def receive(
    file: Aftermath, head: Head, *, of_department: bool, organ: str | None = None
) -> OpinionLetterReceived:
    """有关机关收到意见书 (ARL 76).

    Args:
        file: What follows the case.
        head: Head of the new page, of the day of receipt.
        of_department: Whether the organ addressed is 本级政府工作部门 of the authority.
        organ: Which organ; the only one whose letter is on its way if not said.

    Raises:
        Refused: No letter to it is on its way, it was issued later, or the one before to this
            organ is not copied yet.
    """
    sent = to_receive(file, organ)
    _not_before(sent.issued_on, head.on, "意见书", ARL[76])
    of_respondent = sent.organ in file.respondents
    copies = of_respondent and must_copy(Paper.OPINION, of_department=of_department)
    if copies and any(one.organ == sent.organ for one in to_copy(file)):
        raise Refused("该机关的上一份意见书尚未抄告", RULES[93])
    return OpinionLetterReceived(
        head=head, opinion_letter_id=sent.letter_id, organ=sent.organ, copies=copies
    )


def on_its_way(file: Aftermath, organ: str | None = None) -> Letters:
    """The letters that their organs are still to receive, one an organ; or that of this organ."""
    sent = (one for one in file.letters if one.received_on is None)
    return tuple(one for one in sent if organ in (None, one.organ))


def to_receive(file: Aftermath, organ: str | None) -> Letter:
    """Which letter is received: that of this organ, or the only one that is on its way.

    Raises:
        Refused: There is none, or several are on their way and none is named.
    """
    return _the(on_its_way(file, organ), "尚待收到的意见书", ARL[76])


def to_copy(file: Aftermath) -> Letters:
    """The letters that are to be copied above the respondents to whom they went (ARL 79)."""
    return tuple(one for one in file.letters if one.copies and one.copied_on is None)


def copy_up(
    file: Aftermath,
    head: Head,
    organ: str,
    above: Mapping[str, str | None],
    *,
    of_organ: str | None = None,
) -> OpinionLetterCopied:
    """抄告意见书 to the department above the respondent to whom it went (ARL 79).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: To whom.
        above: 上一级主管部门 of whom the letters went to; None where the directory has none.
        of_organ: Whose letter, where several are to be copied to the same department.

    Raises:
        Refused: There is no letter to be copied, or the organ is another; or it may be one of
            several, and none is named.
    """
    owed = [one for one in to_copy(file) if of_organ in (None, one.organ)]
    if not owed:
        raise Refused("没有应当抄告的意见书", ARL[79].par(2))
    theirs = [one for one in owed if above.get(one.organ) == organ]
    theirs = theirs or [one for one in owed if above.get(one.organ) is None]
    if not theirs:
        check_above(organ, above[owed[0].organ])
    letter = _the(tuple(theirs), "应当抄告的意见书", ARL[79].par(2))
    return OpinionLetterCopied(
        head=head, opinion_letter_id=letter.letter_id, organ=organ, of_organ=letter.organ
    )


def report(
    file: Aftermath,
    head: Head,
    organ: str | None,
    report_id: UUID,
    *,
    letter_id: UUID | None = None,
    pages: Mapping[tuple[str, date], int] | None = None,
) -> CorrectionReported:
    """报送纠正情况, in time or after (ARL 76).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Which organ reports; the only one of which it is awaited if not said.
        report_id: What was corrected.
        letter_id: On which letter; the newest to this organ that waits if not said.
        pages: The pages from which periods to report run or ran, by organ and day of receipt.

    Raises:
        Refused: No letter to this organ waits for it, or that one does not, or it was received
            later.
    """
    owed = to_report(file)
    named = tuple(one for one in owed if letter_id in (None, one.letter_id))
    one = _the(waiting(named, organ), "待报送纠正情况的意见书", ARL[76])
    _not_before(one.received_on or one.issued_on, head.on, "意见书", ARL[76])
    others = tuple(each for each in owed if each != one)
    return CorrectionReported(
        head=head,
        opinion_letter_id=one.letter_id,
        organ=one.organ,
        correction_report_id=report_id,
        next_runs_on=bool(in_time(others, one.organ)),
        received_page=(pages or {}).get((one.organ, one.received_on or one.issued_on)),
    )


def to_report(file: Aftermath) -> Letters:
    """The letters that their organs received and have still to report on, in time or after."""
    return waiting(tuple(one for one in file.letters if one.received_on))


def unheeded(file: Aftermath, head: Head, organ: str | None, reason_id: UUID) -> LetterUnheeded:
    """认定不履行意见书, so that its performance is ordered (ARL 77).

    Of whoever does not report at all the clock says it, and the letter is watched since.

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Whose letter; the only one that was reported on if not said.
        reason_id: What of it is not performed.

    Raises:
        Refused: No letter to this organ was reported on in time, the report came later, or it was
            found before.
    """
    one = _the(to_find(file, organ), "按期报送了纠正情况、尚未认定的意见书", ARL[77].par(2))
    _not_before(one.answered_on or one.issued_on, head.on, "纠正情况的报告", ARL[77].par(2))
    return LetterUnheeded(
        head=head, opinion_letter_id=one.letter_id, organ=one.organ, reason_id=reason_id
    )


def to_find(file: Aftermath, organ: str | None = None) -> Letters:
    """Letters reported on in time, of which nobody has found that they are not performed."""
    return tuple(
        one
        for one in file.letters
        if one.answered_on and not (one.silent_on or one.unheeded_on) and organ in (None, one.organ)
    )


def recommend(
    file: Aftermath,
    head: Head,
    organ: str,
    level: Level,
    paper_id: UUID,
    *,
    general: bool,
    answer_by: date,
) -> RecommendationIssued:
    """制作行政复议建议书 (ARR2026 69; ARR2007 57; RULES 48).

    Raises:
        Refused: The problem is not a general one, the edition of the day does not know this kind
            of norm, the day to answer by is no day to come, or the organ's time to answer the one
            before still runs.
    """
    article = ARR2026[69] if ARR2026.in_force(head.on) else ARR2007[57].par(2)
    permit(recommendation(level, head.on, general=general), article)
    if answer_by <= head.on:
        raise Refused("希望答复的期限应当晚于建议书的日期", RULES[48])
    if in_time(file.recommendations, organ):
        raise Refused("向该机关提出的上一份建议书，答复期限未满", RULES[48])
    return RecommendationIssued(
        head=head, recommendation_id=paper_id, organ=organ, level=level, answer_by=answer_by
    )


def answer(
    file: Aftermath, head: Head, organ: str | None, answer_id: UUID
) -> RecommendationAnswered:
    """答复建议书, in time or after; arguments as those of `report` (RULES 48).

    Raises:
        Refused: No recommendation to this organ waits for it, or it was issued later.
    """
    one = _the(waiting(file.recommendations, organ), "待答复的建议书", RULES[48])
    _not_before(one.issued_on, head.on, "建议书", RULES[48])
    return RecommendationAnswered(
        head=head, recommendation_id=one.letter_id, organ=one.organ, answer_id=answer_id
    )


def permit(ruling: Ruling, otherwise: Article) -> None:
    """Refuse what a ruling does not let be done; a ground that is not there may be one of several.

    Raises:
        Refused: Nothing lets it be done.
    """
    if ruling.norm not in (Norm.MUST, Norm.MAY):
        hold(ruling, otherwise)


def _the(letters: Letters, what: str, article: Article) -> Letter:
    """The letter that an act is about, the newest of one organ.

    Raises:
        Refused: There is none, or those of several organs wait and none is named.
    """
    if not letters:
        raise Refused(f"没有{what}", article)
    if len({one.organ for one in letters}) > 1:
        raise Refused(f"{what}有数份，应当写明是哪一个机关的", article)
    return letters[-1]


def _not_before(first: date, on: date, what: str, article: Article) -> None:
    if on < first:
        raise Refused(f"{what}于{first}制发、收到或者报送，日期不得早于该日", article)
