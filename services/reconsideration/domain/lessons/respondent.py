"""What a case learns of a respondent wrongly named 错列被申请人 (ARR2026 29)."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.evidence import Evidence, Piece
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.lessons.handling import asked_anew
from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.participants import Agent
from services.reconsideration.domain.talks import Talks
from shared.contracts.reconsideration import Condition, Standing
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentChangeTakenBack,
    RespondentChangeTold,
    RespondentReplaced,
    RespondentSucceeded,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

_Owned = TypeVar("_Owned", Agent, Joint, Piece)

_OF_RESPONDENT: Final = frozenset({Condition.PARTIES, Condition.JURISDICTION})
"""Conditions that were found of the one who was named before."""


def kept_of_others(case: "Case") -> dict[str, object]:
    """What was found of other conditions stands; of who was told to be named, nothing is left."""
    kept = (one for one in case.conditions if one.condition not in _OF_RESPONDENT)
    return {"conditions": tuple(kept), "respondents_told": ()}


def without_others(case: "Case", *, asks_anew: bool) -> dict[str, object]:
    """What was judged, agreed, advised or given up without the one named now binds it not.

    The committee had the former reply before it, and the applicant stayed away from a hearing of
    others (ARL 50 to 52; RULES 151).
    """
    fresh: dict[str, object] = {
        "hearing_held": False,
        "talks": None,
        "findings": (),
        "drafted": None,
    }
    if not asks_anew:
        return fresh
    fresh["hearing_waived"] = False
    if case.stance is None:  # what is asked is still to be answered: the committee follows
        return fresh
    return fresh | asked_anew(case)


def _changed(case: "Case", fact: RespondentChanged | RespondentReplaced) -> dict[str, object]:
    return {
        **kept_of_others(case),
        "respondent": fact.respondent,
        "county": fact.county,
        "reply_forfeited": False,
    }


def _whose(piece: Piece, fact: RespondentReplaced, former: Collection[int]) -> Piece:
    if piece.number in former:
        return replace(piece, organ=fact.before)
    return replace(piece, organ="") if piece.organ == fact.respondent else piece


def _replaced(case: "Case", fact: RespondentReplaced) -> dict[str, object]:
    """What the one named before was told, agreed, asked, entrusted or judged by binds not the new.

    Talks to which it has not agreed there are none: they begin anew, if both are willing (ARL 5).
    Who stood beside it and is named first now keeps its agents, its evidence, the leave to add to
    it, its notice of the hearing, and its silence, or the day of its reply that was posted in time,
    where that is on file (ARL 19, 70; CPL 85). What the one named before put in stays on file as
    its own, also where a page of old does not number it: the list of evidence does. The copy is
    sent to the new one, whoever has had it before (ARL 48).
    """
    there, new = case.participants, fact.respondent
    agents = tuple(
        replace(one, organ="") if one.organ == new else one
        for one in there.agents
        if one.standing is not Standing.RESPONDENT or one.organ
    )
    plan, known = case.hearing, case.evidence
    beside = next((one for one in case.joint if one.organ == new), None)
    former = fact.former_evidences or known.put_in_by("", fact.before)
    pieces = (_whose(one, fact, former) for one in known.pieces)
    asked = tuple(one for one in known.appraisal_asked if one is not Standing.RESPONDENT)
    return {
        **_changed(case, fact),
        "copy_due": True,
        "reply_forfeited": beside is not None and beside.forfeited,
        "participants": replace(there, agents=agents),
        "hearing": plan and plan.told_first(new),
        "evidence": replace(
            known,
            pieces=tuple(pieces),
            copied_on=None,
            reply_id=None,
            in_time_on=beside.in_time_on if beside else None,
            deferred_by=beside.deferred_by if beside else "",
            deferred_on=beside.deferred_on if beside else None,
            deferred_days=beside.deferred_days if beside else "",
            lapsed_as=beside.lapsed_as if beside else "",
            further_asked_on=beside.further_asked_on if beside else None,
            further_since=beside.further_since if beside else None,
            appraisal_asked=asked,
        ),
        **without_others(case, asks_anew=fact.asks_anew),
    }


def _succeeded(case: "Case", fact: RespondentSucceeded) -> dict[str, object]:
    """All that binds the one before binds its successor: it replies and proves nothing again.

    Its copy, reply, silence, evidence, agents and notice of the hearing are the successor's, and so
    is what was found of the act, and that it agreed to the simplified procedure. A paper that names
    the one before is drawn up anew (ARL 19); a decision that was made is served as it stands.
    """
    there = replace(case.participants, simplified_by=_agreed(case, fact))
    fresh: dict[str, object] = {
        "county": fact.county,
        "participants": there,
    }
    if case.decided_on is None:
        fresh |= kept_of_others(case)
        fresh |= {"talks": case.talks and Talks(since=case.talks.since), "drafted": None}
    if fact.before == case.respondent:
        return {**fresh, "respondent": fact.respondent, "evidence": _silent_as(case)}
    new, known = fact.respondent, case.evidence
    agents = tuple(_handed(one, fact) for one in there.agents)
    pieces = tuple(_handed(one, fact) for one in known.pieces)
    return {
        **fresh,
        "joint": tuple(_taken_over(one, fact) for one in case.joint),
        "participants": replace(there, agents=agents),
        "evidence": replace(known, pieces=pieces),
        "hearing": case.hearing and case.hearing.told_instead(fact.before, new),
    }


def _agreed(case: "Case", fact: RespondentSucceeded) -> Agreed | None:
    agreed = case.participants.simplified_by
    if agreed is None:
        return None
    organs = (fact.respondent if one == fact.before else one for one in agreed.organs)
    return replace(agreed, organs=tuple(organs))


def _silent_as(case: "Case") -> Evidence:
    """The same of the silence of the one named first, as of any other."""
    known = case.evidence
    return (
        replace(known, lapsed_as=known.lapsed_as or case.respondent)
        if case.reply_forfeited
        else known
    )


def _taken_over(one: Joint, fact: RespondentSucceeded) -> Joint:
    """Its silence binds the successor, and stays on file as that of whoever let its days pass."""
    if one.organ == fact.before and one.forfeited:
        one = replace(one, lapsed_as=one.lapsed_as or one.organ)
    return _handed(one, fact)


def _handed(one: _Owned, fact: RespondentSucceeded) -> _Owned:
    return replace(one, organ=fact.respondent) if one.organ == fact.before else one


LESSONS: Final[Lessons] = {
    RespondentChangeTold: lambda _, f: {"respondents_told": f.respondent_organs},
    RespondentChangeTakenBack: lambda _, __: {"respondents_told": ()},
    RespondentChanged: _changed,
    RespondentReplaced: _replaced,
    RespondentSucceeded: _succeeded,
}
