"""What becomes of a road once it is chosen: corrected, told again, taken by the party itself.

Nothing here opens another office's file: offices hear what is recorded, and a statutory procedure
begins with the party's own application (RULES 7, 58 to 60).
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.routing.domain import correcting, telling
from services.routing.domain.correcting import Found
from services.routing.domain.road_file import Routing, State
from services.routing.roads.finding import find
from services.routing.roads.suing import of_road, sue
from services.routing.store import ROUTINGS, routing_of
from shared.contracts.fact import CLOCK
from shared.contracts.intake import ApplicantAdded
from shared.contracts.mediation import Ground, MediationFailed, MediationRefused
from shared.contracts.routing import (
    LadderEnd,
    LadderEnded,
    Occasion,
    Road,
    RoadTaken,
    RoutingEnded,
)
from shared.errors import Malformed
from shared.law.article import Article
from shared.law.quoted import quoted
from shared.work import Work

_UNTOLD = (Ground.DISPUTE_WITHDRAWN, Ground.ROAD_CORRECTED)
"""After these nobody is sent to another road: there is no dispute, or its road was just told."""


def correct(
    work: Work,
    case_id: UUID,
    road: Road,
    *,
    article: str,
    reason: str,
    found: Found,
    by: str,
    came_from: tuple[UUID, str] | None = None,
) -> Routing:
    """更正途径: the new road is on file, and told where only the party can open it (RULES 59).

    Args:
        work: The unit of work.
        case_id: The routing file.
        road: The road that it takes from now on.
        article: The article for which it is corrected, by its code or as people write it.
        reason: Why, in words.
        found: What was found to be otherwise than registered.
        by: Who corrects it.
        came_from: The newest file of the dispute at another office, and that office.

    Raises:
        Refused: The law or the rules do not allow it.
        Malformed: There is no such article or matter.
    """
    file = work.take(ROUTINGS, case_id)
    if (matter := found.get("matter")) and matter not in work.directory.matters:
        raise Malformed("纠纷类型目录中没有这一代码", "matter")
    cited = _article(article, work.today)
    known = correcting.as_found(file, found)
    correcting.check(file, known, road, work.directory)
    page = correcting.correct(
        file,
        known,
        road,
        work.directory,
        article=cited,
        reason_id=work.document(case_id, file.dispute_id, "road_correction", reason),
        came_from=came_from,
        head=work.head(file, by=by),
    )
    file = work.record(file, page)
    work.label(case_id, road=page.road, matter=page.matter)
    for one in correcting.to_tell(file, road, work.directory):
        basis = cited if one is Road.COURT else None
        file = tell(work, file, one, Occasion.CORRECTION, basis)
    return file


def take_elsewhere(
    work: Work,
    case_id: UUID,
    road: Road,
    *,
    organ: str,
    on: date | None,
    by: str,
    whose: Collection[UUID] = (),
    applicants: Collection[UUID] = (),
    joined: Collection[UUID] = (),
    thirds: Collection[UUID] = (),
) -> Routing:
    """当事人在枢纽之外申请或者起诉: what a window or the party itself says (RULES 58).

    Args:
        work: The unit of work.
        case_id: The routing file.
        road: Which road was taken.
        organ: Where; maybe empty.
        on: The day; today if not said.
        by: Who says so.
        whose: Of several applicants those who sued, and third persons who did.
        applicants: Everybody who brought the dispute, and is still there.
        joined: Who stands as applicant in the cases of this road.
        thirds: The third persons of these cases.

    Raises:
        Malformed: It is no road that a party opens by an application, the day has not come, or of
            several applicants it is not said who sued.
    """
    if road not in telling.OPENED_BY:
        raise Malformed("这一途径不由当事人申请启动", "road")
    file = work.take(ROUTINGS, case_id)
    head, day = work.head(file, by=by), on or work.today
    if day > work.today:
        raise Malformed("日期不得晚于今天", "on")
    if road is Road.COURT:
        there = of_road(work, case_id, applicants, joined)
        return sue(work, file, organ, day, whose=whose, there=there, thirds=thirds, by=by)
    return work.record(file, RoadTaken(head=head, road=road, organ=organ, applied_on=day))


def mediated_in_vain(work: Work, fact: MediationFailed | MediationRefused) -> None:
    """调解不成: the roads that stay open are told with their dates (PML 26; RULES 60)."""
    refused = isinstance(fact, MediationRefused)
    if isinstance(fact, MediationFailed) and fact.ground in _UNTOLD:
        return
    file = find(work, routing_of(fact.head.dispute_id))
    if file is None or file.state is State.TAKEN:
        return
    occasion = Occasion.MEDIATION_REFUSED if refused else Occasion.MEDIATION_OVER
    for road in file.told_roads or (Road.COURT,):
        file = tell(work, file, road, occasion)


def tried_in_vain(work: Work, fact: LadderEnded) -> None:
    """各级均未化解: the parties are told the roads that stay open (PML 26; RULES 37, 60)."""
    if fact.end is not LadderEnd.EXHAUSTED:
        return
    file = find(work, routing_of(fact.head.dispute_id))
    if file is None or file.state is State.TAKEN:
        return
    for road in file.told_roads or (Road.COURT,):
        file = tell(work, file, road, Occasion.MEDIATION_OVER)


def joined(work: Work, fact: ApplicantAdded) -> None:
    """增列申请人之后: who joins is told the roads, as those before were (RULES 58, 168).

    Where the others have applied already, what they were told stays theirs: who joins applies for
    itself, and its handlers tell it.
    """
    file = find(work, routing_of(fact.head.dispute_id))
    if file is None or file.state is State.TAKEN or file.applications:
        return
    for road in file.told_roads:
        file = tell(work, file, road, Occasion.APPLICANT_ADDED)


def end(work: Work, intake_id: UUID) -> None:
    """撤回: nobody is warned of a dispute that was taken back (RULES 3).

    An application that was severed is its applicants' own, and its road ends with it.
    """
    if file := find(work, routing_of(intake_id)):
        work.record(file, RoutingEnded(head=work.head(file, by=CLOCK)))


def tell(
    work: Work,
    file: Routing,
    road: Road,
    occasion: Occasion,
    article: Article | None = None,
    *,
    directly: bool = True,
    left: tuple[date, date] | None = None,
) -> Routing:
    """告知途径 with its days, as they are from what is on file (RULES 58, 60)."""
    page = telling.tell(
        road,
        article or telling.opened_by(road, file.act),
        file,
        work.directory,
        work.calendar,
        head=work.head(file, by=CLOCK),
        occasion=occasion,
        told_on=file.told_on,
        directly=directly,
        left=(left or file.left_out) if road is Road.RECONSIDERATION else None,
    )
    return work.record(file, page)


def _article(said: str, today: date) -> Article:
    try:
        return quoted(said, today)
    except ValueError as no:
        raise Malformed(str(no), "article") from no
