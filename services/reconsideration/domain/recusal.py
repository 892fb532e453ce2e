"""回避: who asks that a reviewer be replaced, and what the head of the body decides (RULES 47)."""

from uuid import UUID

from services.reconsideration.domain.assigning import enough_reviewers
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct import reviewing
from services.reconsideration.domain.saying import hold
from services.reconsideration.domain.standing import Persons, standing_of
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import RecusalDecided, RecusalRequested, Tie
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused


def asks_as(case: Case, said: Standing | None, persons: Persons, organ: str) -> Standing | None:
    """As what somebody asks for recusal; None for a reviewer who reports it.

    Args:
        case: The file.
        said: What an officer says who takes it down.
        persons: Those for whom a party speaks; None where somebody else asks.
        organ: Code of the department that asks; empty where somebody else does.

    Raises:
        Refused: Who asks is no party of this case.
    """
    if persons is not None:
        if (standing := standing_of(case, persons)) is None:
            raise Refused("申请回避须由本案当事人提出", RULES[47])
        return standing
    if organ and organ not in case.respondents:
        raise Refused("申请回避须由本案当事人提出", RULES[47])
    return Standing.RESPONDENT if organ else said


def request_recusal(
    case: Case,
    head: Head,
    *,
    asked_by: Standing | None,
    reviewer: str | None,
    tie: Tie,
    reason_id: UUID,
) -> RecusalRequested:
    """申请回避, or 自行报告 where `asked_by` is None (RULES 47).

    Raises:
        Refused: Nobody handles the case, somebody else does, sits in its hearing and inquired, or
            no tie is alleged.
    """
    _must_handle(case, reviewer)
    point = reviewing.replacing(tie)
    hold(point, RULES[47])
    return RecusalRequested(
        head=head, asked_by=asked_by, reviewer=reviewer, tie=tie, reason_id=reason_id
    )


def decide_recusal(
    case: Case,
    head: Head,
    *,
    reviewer: str,
    tie: Tie,
    replaced: bool,
    successor: str | None,
    reason_id: UUID,
    another_head: bool = False,
) -> RecusalDecided:
    """决定回避: the head of the body finds the tie, and replaces the reviewer or not (RULES 47).

    Args:
        case: The file.
        head: Head of the new page.
        reviewer: Code of the officer whom it is about.
        tie: As it was found.
        replaced: Whether another one steps in, or enough are left.
        successor: Code of who steps in; None where enough are left.
        reason_id: Document with the reasons.
        another_head: Whether another head of the body has a post, who decides of this one.

    Raises:
        Refused: Nobody asked it of this reviewer, the tie asks for the other decision, too few
            would be left, or a head decides of itself though another one could.
    """
    if not case.recusals_pending:
        raise Refused("没有尚未决定的回避", RULES[47])
    _must_handle(case, reviewer)
    if case.recusals_pending == len(case.recusals_named) and reviewer not in case.recusals_named:
        raise Refused(f"没有人申请{reviewer}回避，或者已经决定", RULES[47])
    if another_head and head.by == reviewer:
        raise Refused("不得决定本人的回避，由行政复议机构的其他负责人决定", RULES[47])
    point = reviewing.replacing(tie)
    if point.met is not None and point.met is not replaced:
        raise Refused(point.text, RULES[47])
    _check_successor(case, head, reviewer, successor, replaced=replaced)
    return RecusalDecided(
        head=head,
        reviewer=reviewer,
        tie=tie,
        replaced=replaced,
        successor=successor,
        reason_id=reason_id,
    )


def _check_successor(
    case: Case, head: Head, reviewer: str, successor: str | None, *, replaced: bool
) -> None:
    """谁接替: whoever has nothing to do with the case, and enough are left (ARL 36; RULES 47)."""
    beside = reviewer not in case.reviewers
    taken = {*at_work(case), *case.recused} if beside else {*case.reviewers, *case.recused}
    if successor is not None and (not replaced or successor in taken):
        raise Refused("接替人员应当是未参加本案办理、未被决定回避的行政复议人员", RULES[47])
    if replaced and not beside:
        left = len(case.reviewers) - (successor is None)
        hold(enough_reviewers(case, head, left), ARL[36].par(1))


def at_work(case: Case) -> tuple[str, ...]:
    """Whose recusal may be asked: who handles the case, sits in its hearing, or inquired."""
    sitting = case.hearing.panel if case.hearing else ()
    return tuple(dict.fromkeys((*case.reviewers, *sitting, *case.evidence.inquirers)))


def _must_handle(case: Case, reviewer: str | None) -> None:
    if not case.reviewers:
        raise Refused("尚未指定行政复议人员", RULES[47])
    if reviewer is not None and reviewer not in at_work(case):
        text = f"{reviewer}不是本案的行政复议人员，不在听证的组成人员之中，也没有调查取证、勘验"
        raise Refused(text, RULES[47])
