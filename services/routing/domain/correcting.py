"""更正途径: when the road of a dispute may be corrected, and when the law says no (RULES 59)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypedDict
from uuid import UUID

from services.routing.domain.jurisdiction import competent
from services.routing.domain.known import said_of
from services.routing.domain.road_file import Routing, State
from services.routing.domain.telling import OF_NATURE, OPENED_BY, first_of
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind, Willingness
from shared.contracts.routing import Road, RoadCorrected
from shared.directory import Directory
from shared.law.article import ARL, LDMA, PLAN, PML, RLCD, RULES, Article
from shared.law.procedure import Refused
from shared.law.reconsidering import omission

MEDIATED: Final = (Road.PEOPLES_MEDIATION, Road.ADMINISTRATIVE_MEDIATION)
"""Roads that need the free will of all."""

_NOT_OF_THE_KIND: Final[dict[Road, tuple[str, Article]]] = {
    Road.ADJUDICATION: ("这类纠纷没有法律规定由行政机关裁决", PLAN[24]),
    Road.LABOUR_ARBITRATION: ("不是劳动争议，不能申请劳动仲裁", LDMA[2]),
    Road.LAND_CONTRACT_ARBITRATION: ("不是农村土地承包经营纠纷，不能申请该项仲裁", RLCD[2]),
    Road.RECONSIDERATION: ("没有不服的行政行为，不能申请行政复议", ARL[11]),
}


class Found(TypedDict, total=False):
    """What was found to be otherwise than registered; what is not named stays as it was."""

    matter: str | None
    respondent: str | None
    act: ActKind | None
    happened_on: date | None
    learnt_on: date | None
    told_remedies: bool | None
    omission: bool | None
    requested_on: date | None
    duty_within: str | None
    urgent: bool | None
    willingness: Willingness | None


def as_found(file: Routing, found: Found) -> Routing:
    """The file as it would be known after the correction."""
    named: dict[str, Any] = {name: value for name, value in found.items() if value is not None}
    known = replace(file, **named)
    if named.get("omission"):
        known = replace(known, **_without(named, happened_on=None))
    elif known.act not in omission.OMISSIONS:
        known = replace(known, **_without(named, omission=None))
    if said_of(known).silent:
        return known
    day = {"learnt_on": None} if file.omission else {}  # that on which its time was over
    gone = {"requested_on": None, "duty_within": None, "urgent": False}
    return replace(known, **_without(named, **gone, **day))


def _without(named: Mapping[str, Any], **gone: object) -> dict[str, Any]:
    """What falls with what was said before, unless it was found anew (ARR2026 24)."""
    return {name: value for name, value in gone.items() if name not in named}


def check(file: Routing, known: Routing, road: Road, directory: Directory) -> None:
    """能否更正 (RULES 59).

    Args:
        file: The file as it stands.
        known: The same with what was found.
        road: The road that it would take.
        directory: The city's organs and matters.

    Raises:
        Refused: The law or the rules do not allow it.
    """
    if file.state is State.WITHDRAWN:
        raise Refused("纠纷已经撤回，不再更正途径", RULES[59])
    if file.history:
        raise Refused("历史台账的纠纷不更正途径", RULES[59])
    if file.state is State.TAKEN:
        raise Refused("当事人已经依法申请或者起诉，由其自行撤回后再行更正", RULES[59])
    if road is file.road:
        raise Refused("更正后的途径与原途径相同", RULES[59])
    if road in MEDIATED and known.willingness is Willingness.REFUSED:
        raise Refused("一方明确拒绝调解的，不得调解", PML[17])
    if road in _NOT_OF_THE_KIND and not _of_the_kind(known, road, directory):
        raise Refused(*_NOT_OF_THE_KIND[road])


def _of_the_kind(known: Routing, road: Road, directory: Directory) -> bool:
    against_act = road is Road.RECONSIDERATION and known.act is not None
    return against_act or OF_NATURE.get(directory.matter(known.matter).nature) is road


def to_tell(known: Routing, road: Road, directory: Directory) -> tuple[Road, ...]:
    """What the party is told: the new road if only it can open it, and what the statute opens."""
    statutory = OF_NATURE.get(directory.matter(known.matter).nature)
    roads = (road if road in OPENED_BY else None, statutory)
    return tuple(dict.fromkeys(one for one in roads if one is not None))


def correct(
    file: Routing,
    known: Routing,
    road: Road,
    directory: Directory,
    *,
    article: Article,
    reason_id: UUID,
    came_from: tuple[UUID, str] | None,
    head: Head,
) -> RoadCorrected:
    """更正途径: the page that keeps both roads, the reason and the organs of the new one.

    Raises:
        Refused: What is found of an organ that kept silent contradicts itself (ARR2026 24).
    """
    omission.check(said_of(known), head.on)
    assert file.road is not None  # noqa: S101 - a file is opened by its road
    competence = competent(road, known, directory)
    first, first_article = first_of(road, known, head.on)
    return RoadCorrected(
        head=head,
        road=road,
        was=file.road,
        rule=file.rule,
        article=article.code,
        reason_id=reason_id,
        organs=competence.organs,
        competence=competence.article.code if competence.article else None,
        compulsory=first,
        compulsory_article=first_article.code if first_article else None,
        matter=known.matter,
        place=known.place,
        county=known.county,
        willingness=known.willingness,
        respondent=known.respondent,
        act=known.act,
        happened_on=known.happened_on,
        learnt_on=known.learnt_on,
        told_remedies=known.told_remedies,
        omission=known.omission,
        requested_on=known.requested_on,
        duty_within=known.duty_within,
        urgent=known.urgent,
        came_from=came_from[0] if came_from else None,
        came_from_office=came_from[1] if came_from else "",
    )
