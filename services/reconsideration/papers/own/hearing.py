"""What papers of who is heard say of their own: 听取意见, 听证 (ARL 49 to 51)."""

from typing import Any, Final

from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own.wording import said
from shared.contracts.reconsideration import Standing, ViewsHeard
from shared.contracts.reconsideration.hearing_held import HearingHeld, HearingSet
from shared.law.day import in_city


def held(fact: HearingHeld, matter: Matter) -> dict[str, Any]:
    """听证笔录: who sat, who came and who signed (ARL 50, 51)."""
    sides = {Standing.APPLICANT: matter.applicant_ids, Standing.THIRD: matter.third_ids}
    each = {one.person for one in fact.attended}
    told = {side for side, group in sides.items() if not each.isdisjoint(group)}
    why = fact.unsigned_reason_id
    return {
        "host": matter.officer(fact.host),
        "officers": matter.officers(fact.officers),
        "recorder": matter.officer(fact.recorder),
        **_when_and_where(matter),
        "respondents": [
            {"whose": "被申请人", **fact.model_dump(include=_CAME), "signed": False},
            *(
                {**one.model_dump(), "whose": f"共同被申请人{matter.organ(one.organ)}"}
                for one in fact.joint_attended
            ),
        ],
        "persons": [
            {**one.model_dump(), "name": matter.person(one.person, "当事人").name}
            for one in fact.attended
        ],
        "third": bool(matter.third_ids) and Standing.THIRD not in told,
        "third_came": fact.third_came,
        "signed": "、".join(said(one) for one in fact.signed if one not in told),
        "unsigned": "、".join(said(one) for one in fact.unsigned if one not in told),
        "unsigned_because": why and matter.texts.get(why, ""),
    }


_CAME: Final = {"head_came", "explained", "staff_came"}
"""Whether the head 负责人 of a respondent came, or said why not and sent staff (ARL 51)."""


def _when_and_where(matter: Matter) -> dict[str, Any]:
    """The hour and the place that the notice named; both empty where no page says them."""
    before = [f for f in matter.by_then if isinstance(f, HearingSet)]
    if not before:
        return {"hour": "", "place": ""}
    at = in_city(before[-1].hearing_at)
    return {
        "hour": f"{at.hour}时{f'{at.minute}分' if at.minute else ''}",
        "place": before[-1].hearing_place,
    }


def heard(fact: ViewsHeard, matter: Matter) -> dict[str, Any]:
    """听取意见的记录: whose opinions, and how they were heard (ARL 49)."""
    whose = said(fact.standing) + (matter.organ(fact.organ) if fact.organ else "")
    return {"standing": whose, "manner": said(fact.manner)}
