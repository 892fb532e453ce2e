"""未了结的事项: what was begun with the parties is at its end before a decision (ARL 41 to 73)."""

from datetime import date

from services.reconsideration.domain.access import side_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, article_of
from shared.law.article import ARL
from shared.law.procedure import Refused


def check_nothing_open(case: Case, on: date) -> None:
    """What was begun with the parties is at its end before the decision is made (ARL 41, 51, 73).

    Raises:
        Refused: Nobody has said whether a withdrawal is permitted, talks have not failed, a
            hearing of which the parties were told is neither held nor given up, nobody has
            answered the applicant who asked for one, or whoever asked to take part as a third
            person, the authority above has not said whether it takes the case up, an appraisal or
            an inspection lasts, or a request to read, to appraise or to add evidence has no answer.
    """
    if case.withdrawn:
        raise Refused("申请人已撤回申请，尚未决定是否准予，不得作出决定", ARL[41].par(item=1))
    if case.talks:
        text = f"调解于{case.talks.since}开始，尚未结束；未达成协议的，记载后再作出决定"
        raise Refused(text, ARL[73].par(2))
    if case.hearing:
        text = f"听证定于{case.hearing.on}，尚未举行；不能按期举行的，应当延期并告知当事人"
        raise Refused(text, ARL[51].par(1))
    if case.hearing_put_off_on:
        text = (
            f"听证于{case.hearing_put_off_on}延期，应当另行通知举行；不再组织的，说明理由告知各方"
        )
        raise Refused(text, ARL[51].par(1))
    if case.hearing_asked_on and not case.hearing_held:
        text = f"申请人于{case.hearing_asked_on}请求听证，尚未答复，不得作出决定"
        raise Refused(text, ARL[50].par(2))
    if asking := case.participants.asking:
        text = f"有人于{asking[0].asked_on}申请作为第三人参加，尚未答复，不得作出决定"
        raise Refused(text, ARL[16].par(1))
    if case.elevated.is_asked:
        raise Refused("已报请上级提级审理，尚未答复，不得作出决定", ARL[38].par(2))
    _check_evidence_closed(case, on)


def _check_evidence_closed(case: Case, on: date) -> None:
    """Nobody waits any more for an appraisal, an inspection, or an answer about the evidence."""
    known = case.evidence
    for term, spells in ((APPRAISAL, known.appraisals), (INSPECTION, known.inspections)):
        if begun := next((one for one in spells if one.until is None), None):
            raise Refused(f"{term}于{begun.since}开始，尚未结束", article_of(term, on))
    if known.appraisal_asked:
        raise Refused("当事人申请鉴定，尚未答复", article_of(APPRAISAL, on))
    if case.further_asked:
        organ, asked_on = next(iter(case.further_asked.items()))
        whose = "被申请人" if organ == case.respondent else f"共同被申请人{organ}"
        raise Refused(f"{whose}于{asked_on}申请补充证据，尚未答复", ARL[46].par(2))
    waiting = [one for one in known.access_asked if side_of(case, one.reader, on)]
    if waiting and case.has_to_read:  # where there is nothing to read, nobody can consent
        text = f"{waiting[0].on}申请查阅、复制，尚未答复，不得作出决定"
        raise Refused(text, ARL[47])
