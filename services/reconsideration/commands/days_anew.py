"""重新送达以后: the days that run anew, each by a page of the paper's own file (RULES 164)."""

from collections.abc import Callable, Mapping
from typing import Final

from services.reconsideration.commands import attached_review
from services.reconsideration.commands.aftermath import turn_beside
from services.reconsideration.commands.begun import Begun
from services.reconsideration.commands.pages import head_of, turn
from services.reconsideration.domain import acceptance, days_anew
from services.reconsideration.domain import papers_served as acts
from services.reconsideration.domain.pausing_acts import refuse_before_resumption
from services.reconsideration.store import AFTERMATHS, CASES, REVIEWS
from shared.contracts.reconsideration import Standing, SupplementNoticeServedAgain
from shared.contracts.reconsideration.served_again import (
    CopyServedAgain,
    ForwardedDocumentServedAgain,
    HearingNoticeServedAgain,
    IssuerNoticeServedAgain,
    OpinionLetterServedAgain,
)


def _supplement(done: Begun) -> None:
    """补正期限, where the last of the applicants has the notice only now (ARL 31).

    What was extended to a day that lies later stays: nobody loses days by what was no service.
    """
    on = acts.whole_side(done.file, done.paper, Standing.APPLICANT)
    case = done.work.take(CASES, done.about)
    if on is None or not done.allows(case, SupplementNoticeServedAgain):
        return
    if not (on == case.notice_received_on or acceptance.runs_longer(case, on, done.work.calendar)):
        head = head_of(done.work, case, done.by, on)
        done.work.record(case, SupplementNoticeServedAgain(head=head))


def _reply(done: Begun) -> None:
    """答复期限 of one respondent; a silence that followed from no service is none (ARL 48).

    Where another organ exercises its powers since, silence and days are that one's (ARL 19).
    """
    case, organ = done.work.take(CASES, done.about), done.to.now
    if days_anew.to_reply(case, organ, done.on):
        case, head = turn(done.work, done.about, done.by, done.on, CopyServedAgain)
        refuse_before_resumption(case, head.on)
        done.work.record(case, days_anew.reply(case, head, organ))


def _hearing(done: Begun) -> None:
    """听证通知: a side has it once the last of it has, five days before the hearing (ARL 51)."""
    case, to = done.work.take(CASES, done.about), done.to
    on = to.standing and acts.whole_side(done.file, done.paper, to.standing, to.organ)
    organ = to.now or None
    if to.standing and on and days_anew.is_told(case, to.standing, organ, on):
        case, head = turn(done.work, done.about, done.by, on, HearingNoticeServedAgain)
        calendar = done.work.calendar
        fact = days_anew.hearing_notice(case, head, to.standing, organ, calendar)
        done.work.record(case, fact)


def _issuer(done: Begun) -> None:
    """制定机关答复的十日 (ARL 58)."""
    review = done.work.take(REVIEWS, done.about)
    if done.allows(review, IssuerNoticeServedAgain) and days_anew.issuer_owes(review, done.on):
        review, head = attached_review.turn(done.work, done.about, done.by, done.on)
        silent = review.reply_overdue_on is not None
        done.work.record(review, IssuerNoticeServedAgain(head=head, takes_back=silent))


def _forwarded(done: Begun) -> None:
    """接受转送的机关处理的六十日 (ARL 60)."""
    review = done.work.take(REVIEWS, done.about)
    waits = done.allows(review, ForwardedDocumentServedAgain)
    if waits and days_anew.receiver_owes(review, done.on):
        review, head = attached_review.turn(done.work, done.about, done.by, done.on)
        silent = review.opinion_overdue_on is not None
        done.work.record(review, ForwardedDocumentServedAgain(head=head, takes_back=silent))


def _letter(done: Begun) -> None:
    """报送纠正情况的六十日 (ARL 76)."""
    file = done.work.take(AFTERMATHS, done.about)
    if letter := days_anew.letter_anew(file, done.paper.letter_id, done.on):
        file, head = turn_beside(done.work, done.about, done.by, done.on)
        page = OpinionLetterServedAgain(
            head=head,
            opinion_letter_id=letter.letter_id,
            organ=letter.organ,
            received_page=letter.runs_page,
        )
        done.work.record(file, page)


AGAIN: Final[Mapping[str, Callable[[Begun], None]]] = {
    "supplement": _supplement,
    "reply-notice": _reply,
    "hearing-notice": _hearing,
    "issuer-notice": _issuer,
    "document-forwarding": _forwarded,
    "opinion-letter": _letter,
}
"""What begins anew as a paper is served again, by its sort; of any other nothing does."""
