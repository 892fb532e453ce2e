"""意见书: what is told organs below, and what they report of it (ARL 76, 77, 79)."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_acts import check_above, must_copy
from services.reconsideration.domain.conduct.letters import (
    Finding,
    opinion_letter,
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
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
)
from shared.law.article import ARL, Article
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
        Refused: The organ is not below this authority, or what was found is no ground.
    """
    permit(opinion_letter(Finding(flaw), head.on, calendar, received_on=None), ARL[76])
    if organ not in file.respondents and file.authority not in above:
        raise Refused("意见书向被申请人或者其他下级行政机关制发", ARL[76])
    return OpinionLetterIssued(head=head, opinion_letter_id=paper_id, organ=organ, flaw=flaw)


def receive(
    file: Aftermath,
    head: Head,
    *,
    of_department: bool,
    organ: str | None = None,
    letter_id: UUID | None = None,
) -> OpinionLetterReceived:
    """有关机关收到意见书 (ARL 76).

    Args:
        file: What follows the case.
        head: Head of the new page, of the day of receipt.
        of_department: Whether the organ addressed is 本级政府工作部门 of the authority.
        organ: Which organ; the only one whose letter is on its way if not said.
        letter_id: Which letter, where several are on their way to it.

    Raises:
        Refused: No letter to it is on its way, or it was issued later.
    """
    sent = to_receive(file, organ, letter_id)
    not_before(sent.issued_on, head.on, "意见书", ARL[76])
    of_respondent = sent.organ in file.respondents
    copies = of_respondent and must_copy(Paper.OPINION, of_department=of_department)
    return OpinionLetterReceived(
        head=head,
        opinion_letter_id=sent.letter_id,
        organ=sent.organ,
        copies=copies,
        issued_page=sent.issued_page,
    )


def on_its_way(file: Aftermath) -> Letters:
    """The letters that their organs are still to receive."""
    return tuple(one for one in file.letters if one.received_on is None)


def to_receive(file: Aftermath, organ: str | None, letter_id: UUID | None = None) -> Letter:
    """Which letter is received: the only one that is on its way, to this organ or at all.

    Raises:
        Refused: There is none, or several are on their way and none is named.
    """
    return the_one(on_its_way(file), "尚待收到的意见书", ARL[76], organ, letter_id)


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
    letter_id: UUID | None = None,
) -> OpinionLetterCopied:
    """抄告意见书 to the department above the respondent to whom it went (ARL 79).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: To whom.
        above: 上一级主管部门 of whom the letters went to; None where the directory has none.
        of_organ: Whose letter, where several are to be copied to the same department.
        letter_id: Which letter, where several of the same organ are.

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
    letter = the_one(tuple(theirs), "应当抄告的意见书", ARL[79].par(2), letter_id=letter_id)
    return OpinionLetterCopied(
        head=head,
        opinion_letter_id=letter.letter_id,
        organ=organ,
        of_organ=letter.organ,
        received_page=letter.received_page,
    )


def report(
    file: Aftermath,
    head: Head,
    organ: str | None,
    report_id: UUID,
    *,
    letter_id: UUID | None = None,
) -> CorrectionReported:
    """报送纠正情况, in time or after (ARL 76).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Which organ reports; the only one of which it is awaited if not said.
        report_id: What was corrected.
        letter_id: On which letter; the newest to this organ that waits if not said.

    Raises:
        Refused: No letter to this organ waits for it, or that one does not, or it was received
            later.
    """
    owed = to_report(file)
    one = the_one(owed, "待报送纠正情况的意见书", ARL[76], organ, letter_id or "newest")
    not_before(one.received_on or one.issued_on, head.on, "意见书", ARL[76])
    others = tuple(each for each in owed if each != one)
    return CorrectionReported(
        head=head,
        opinion_letter_id=one.letter_id,
        organ=one.organ,
        correction_report_id=report_id,
        next_runs_on=bool(in_time(others, one.organ)),
        received_page=one.runs_page,
    )


def to_report(file: Aftermath) -> Letters:
    """The letters that their organs received and have still to report on, in time or after."""
    return waiting(tuple(one for one in file.letters if one.received_on))


def unheeded(
    file: Aftermath,
    head: Head,
    organ: str | None,
    reason_id: UUID,
    *,
    letter_id: UUID | None = None,
) -> LetterUnheeded:
    """认定不履行意见书, so that its performance is ordered (ARL 77).

    Of whoever does not report at all the clock says it, and the letter is watched since.

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Whose letter; the only one that was reported on if not said.
        reason_id: What of it is not performed.
        letter_id: Which letter, where several of this organ were.

    Raises:
        Refused: No letter to this organ was reported on in time, the report came later, or it was
            found before.
    """
    found = "按期报送了纠正情况、尚未认定的意见书"
    one = the_one(to_find(file), found, ARL[77].par(2), organ, letter_id)
    not_before(one.answered_on or one.issued_on, head.on, "纠正情况的报告", ARL[77].par(2))
    return LetterUnheeded(
        head=head, opinion_letter_id=one.letter_id, organ=one.organ, reason_id=reason_id
    )


def to_find(file: Aftermath) -> Letters:
    """Letters reported on in time, of which nobody has found that they are not performed."""
    return tuple(
        one for one in file.letters if one.answered_on and not (one.silent_on or one.unheeded_on)
    )


def permit(ruling: Ruling, otherwise: Article) -> None:
    """Refuse what a ruling does not let be done; a ground that is not there may be one of several.

    Raises:
        Refused: Nothing lets it be done.
    """
    if ruling.norm not in (Norm.MUST, Norm.MAY):
        hold(ruling, otherwise)


def the_one(
    letters: Letters,
    what: str,
    article: Article,
    organ: str | None = None,
    letter_id: UUID | Literal["newest"] | None = None,
) -> Letter:
    """The letter that an act is about: the one that is named, or the only one there is.

    Raises:
        Refused: There is none, or several wait and it is not said which is meant.
    """
    of_organ = tuple(one for one in letters if organ in (None, one.organ))
    found = tuple(one for one in of_organ if letter_id in (None, "newest", one.letter_id))
    if not found:
        raise Refused(f"没有{what}", article)
    if len({one.organ for one in found}) > 1:
        raise Refused(f"{what}有数份，应当写明是哪一个机关的", article)
    if len(found) > 1 and letter_id is None:
        raise Refused(f"该机关{what}有数份，应当写明是哪一份", article)
    return found[-1]


def not_before(first: date, on: date, what: str, article: Article) -> None:
    """Refuse a day before what it follows from.

    Raises:
        Refused: It lies before it.
    """
    if on < first:
        raise Refused(f"{what}于{first}制发、收到或者报送，日期不得早于该日", article)
