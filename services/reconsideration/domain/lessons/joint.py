"""What a case learns of joint respondents 共同被申请人 (ARL 19, 48)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from services.reconsideration.domain.joint import Joint, told
from services.reconsideration.domain.lessons.given import given_anew
from services.reconsideration.domain.lessons.lesson import Lesson, Lessons
from services.reconsideration.domain.lessons.respondent import kept_of_others, without_others
from services.reconsideration.domain.talks import Talks
from shared.contracts.reconsideration.deferring import JointReplyDeferred
from shared.contracts.reconsideration.in_time import JointReplyInTime
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointReplyForfeited,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.served_again import JointCopyServedAgain

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _of(learn: Callable[[Any], dict[str, Any]]) -> Lesson:
    """A lesson about the one that the fact names."""
    return lambda case, fact: {"joint": told(case.joint, fact.organ, **learn(fact))}


def _named(case: "Case", fact: JointRespondentNamed) -> dict[str, object]:
    """Named after acceptance, it is bound by nothing that was judged or agreed without it."""
    new = {"joint": (*case.joint, Joint(organ=fact.organ, copy_due=fact.copy_due))}
    if not case.accepted_on:
        return {**kept_of_others(case), **new}
    anew = without_others(case, asks_anew=fact.asks_anew)
    return {**kept_of_others(case), **new, **anew}


def _left(case: "Case", fact: JointRespondentLeft) -> dict[str, object]:
    """Talks go on among those who stay; what was drawn up is drawn up anew (ARL 73)."""
    rest = tuple(one for one in case.joint if one.organ != fact.organ)
    there = case.participants
    agents = tuple(one for one in there.agents if one.organ != fact.organ)
    gone = {"joint": rest, "participants": replace(there, agents=agents)}
    talks = case.talks and Talks(since=case.talks.since)
    plan = case.hearing and case.hearing.without(fact.organ)
    return {
        **kept_of_others(case),
        **gone,
        "talks": talks,
        "hearing": plan,
        "findings": (),
        "drafted": None,
    }


def _in_time(case: "Case", fact: JointReplyInTime) -> dict[str, object]:
    """It has replied, and what was found or drawn up upon its silence is so anew (CPL 85)."""
    came = {"reply_id": fact.reply_id, "replied_on": fact.head.on, "in_time_on": fact.head.on}
    joint = told(case.joint, fact.organ, forfeited=False, lapsed_as="", **came)
    return {"joint": joint, "findings": (), "drafted": None}


def _asked_again(case: "Case", fact: JointCopyServedAgain) -> dict[str, object]:
    """A silence that followed from no service was none, and it replies anew (ARL 48, 70)."""
    one = next(one for one in case.joint if one.organ == fact.organ)
    if not one.forfeited:
        return {"joint": told(case.joint, fact.organ, copied_on=fact.head.on)}
    anew = {"reply_id": None, "copied_on": fact.head.on}
    joint = told(case.joint, fact.organ, forfeited=False, lapsed_as="", **anew)
    return {"joint": joint, "findings": (), "drafted": None}


def _deferred(case: "Case", fact: JointReplyDeferred) -> dict[str, object]:
    """Who was kept for a good reason is not silent: it may reply in the days given (CPL 86)."""
    silence = {"forfeited": False, "lapsed_as": "", "reply_id": None}
    joint = told(case.joint, fact.organ, **silence, **given_anew(fact))
    return {"joint": joint, "findings": (), "drafted": None}


LESSONS: Final[Lessons] = {
    JointRespondentNamed: _named,
    JointRespondentLeft: _left,
    JointCopySent: _of(lambda f: {"sent_on": f.head.on}),
    JointCopyReceived: _of(lambda f: {"copied_on": f.head.on}),
    JointCopyServedAgain: _asked_again,
    JointReplyFiled: _of(lambda f: {"reply_id": f.reply_id, "replied_on": f.head.on}),
    JointReplyForfeited: _of(lambda _: {"forfeited": True}),
    JointReplyInTime: _in_time,
    JointReplyDeferred: _deferred,
}
