"""请求吹哨: whoever may blow asks for it, a department through its centre (RULES 8, 19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.routing.commands import blowing
from services.routing.commands.blowing import start
from services.routing.commands.climbing import go_up, raise_to_ladder, taken_up
from services.routing.commands.in_force import duties_in_force
from services.routing.commands.naming import callable_department, whistler
from services.routing.commands.standing import open_whistle, whistles
from services.routing.domain import calling, closing, duty_list, ladder, signing
from services.routing.domain.calling import Call
from services.routing.domain.duty_list import Summons
from services.routing.domain.ladder import Ladder, State, organ_of
from services.routing.domain.road_file import Routing
from services.routing.domain.road_file import State as RoadState
from services.routing.domain.whistle_case import Whistle
from services.routing.store import (
    LADDERS,
    ROUTINGS,
    WHISTLES,
    ladder_of,
    returned_of,
    routing_of,
)
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    Planned,
    ReturnReason,
    Road,
    Rung,
    Tier,
    WhistleKind,
    WhistleReturned,
    Why,
)
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A department that is asked for, and its task."""

    department: str
    task: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a whistler asks for."""

    whistler: str
    """Organ code of the one who asks."""
    level: Rung
    tier: Tier
    text: str
    request_id: UUID
    """By which a request that is sent again is known."""
    kind: WhistleKind | None = None
    lead: Wanted | None = None
    """None where the duty list says who leads."""
    assist: Sequence[Wanted] = ()
    inform: Sequence[str] = ()


def ask(work: Work, dispute_id: UUID, asked: Asked, *, by: str) -> Whistle:
    """吹哨 on request, or 退哨 at once: a duplicate, or not tried one level below (RULES 8, 19).

    A request that is sent again finds what became of it. Danger takes the place of a whistle that
    is open already.

    Raises:
        Refused: The matter takes a statutory road only, or is settled; a whistle is no application.
        Malformed: A department is unknown, leads and assists, or is informed as well.
    """
    if (known := _known(work, dispute_id, asked.request_id)) is not None:
        return known
    file, road = _standing(work, dispute_id)
    danger = asked.tier is Tier.EMERGENCY
    if (other := open_whistle(work, dispute_id)) is not None:
        if not danger or other.tier is Tier.EMERGENCY:
            return _returned(work, file, asked, ReturnReason.DUPLICATE, other.case_id, by=by)
        work.record(other, closing.supersede(other, head=work.head(other, by=by)))
    if file.state is State.GOING_UP:
        file = go_up(work, file, whistle=False)
    if not file.level.reaches(asked.level):
        if not danger:
            return _returned(work, file, asked, ReturnReason.NOT_TRIED_BELOW, None, by=by)
        file = _leap(work, file, asked.level, by=by)
    whistle = start(work, file, _call(work, file, road, asked), by=by)
    taken_up(work, file, whistle)
    return whistle


def sign(work: Work, case_id: UUID, *, place: str, by: str) -> Whistle:
    """签批, at the level that the dispute has reached meanwhile (RULES 18, 37).

    Raises:
        Refused: `by` is who asked for it, or no leader of the place that signs, or above.
    """
    signing.must_lead(work.take(WHISTLES, case_id), place, work.directory)
    whistle = raise_to_ladder(work, blowing.sign(work, case_id, by=by))
    own = ladder_of(whistle.dispute_id)
    file = work.find(LADDERS, own) if work.is_declared(own) else None
    if file is not None:
        taken_up(work, file, whistle)
    return whistle


def decline(work: Work, case_id: UUID, text: str, *, place: str, by: str) -> Whistle:
    """不予签批, by whoever could sign; it is returned (RULES 18, 19).

    Raises:
        Refused: `by` is no leader of the place that signs, or above.
    """
    signing.must_lead(work.take(WHISTLES, case_id), place, work.directory)
    return blowing.give_back(work, case_id, ReturnReason.NOT_SIGNED, text, by=by)


def _known(work: Work, dispute_id: UUID, request_id: UUID) -> Whistle | None:
    """What became of the same request before."""
    blown = (one for one in whistles(work, dispute_id) if one.request_id == request_id)
    return next(blown, None) or work.find(WHISTLES, returned_of(dispute_id, request_id))


def _standing(work: Work, dispute_id: UUID) -> tuple[Ladder, Routing]:
    road = work.take(ROUTINGS, routing_of(dispute_id))
    file = work.find(LADDERS, ladder_of(dispute_id))
    if file is None:
        raise Refused("该事项走法定途径，由当事人自己申请；吹哨不是申请", RULES[7])
    if road.state is RoadState.TAKEN:
        raise Refused("当事人已经依法申请或者起诉，不再吹哨", RULES[7])
    if file.is_closed:
        raise Refused("该纠纷已经化解或者不再逐级化解", RULES[37])
    return file, road


def _leap(work: Work, file: Ladder, level: Rung, *, by: str) -> Ladder:
    """In danger the levels between are passed over."""
    file = work.record(file, ladder.given_up(file, head=work.head(file, by=by)))
    return go_up(work, file, level, whistle=False)


def _call(work: Work, file: Ladder, road: Routing, asked: Asked) -> Call:
    to = road.road or Road.PEOPLES_MEDIATION
    planned, inform = _planned(work, file, to, asked)
    level = asked.level.higher(file.level)
    return Call(
        tier=asked.tier,
        centre=organ_of(level, file.place, work.directory),
        matter=file.matter,
        place=file.place,
        road=to,
        organs=road.organs,
        risk=file.risk,
        level=level,
        planned=planned,
        inform=inform,
        whistler=whistler(work.directory, asked.whistler),
        kind=asked.kind,
        text_id=work.document(file.case_id, file.dispute_id, "whistle_text", asked.text),
        request_id=asked.request_id,
    )


def _planned(
    work: Work, file: Ladder, road: Road, asked: Asked
) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
    """Whom it calls and informs: as asked, or by the duty list; the police as the law says."""
    place = work.directory.city.code if file.level is Rung.CITY else file.place
    danger = asked.tier is Tier.EMERGENCY
    duties = duties_in_force(work)
    summons = duty_list.summon(file.matter, place, file.risk, road, duties, danger=danger)
    planned = planned_by(
        work, file, summons, lead=asked.lead, assist=asked.assist, matter=file.matter
    )
    called = {one.department for one in planned}
    named = tuple(callable_department(work.directory, code) for code in asked.inform)
    if set(named) & called:
        raise Malformed("已召集的部门不必再列为知会", "inform")
    police = work.directory.department(duty_list.POLICE, place).code
    told = (police,) if danger or file.risk is Risk.RED else ()
    inform = dict.fromkeys((*named, *summons.inform, *told))
    return planned, tuple(code for code in inform if code not in called)


def planned_by(
    work: Work,
    beside: CaseFile,
    summons: Summons,
    *,
    lead: Wanted | None,
    assist: Sequence[Wanted],
    matter: str,
) -> tuple[Planned, ...]:
    """拟召集部门: as a whistler names them, the lead by the duty list where none is named.

    Raises:
        Malformed: One is unknown, or named twice.
    """
    if lead is None and not assist:
        return calling.plan(summons.lead, summons.assist, summons.why, matter)
    wanted = [lead or Wanted(department=summons.lead), *assist]
    codes = [callable_department(work.directory, one.department) for one in wanted]
    if len(set(codes)) < len(codes):
        raise Malformed("主办部门不能同时为协办，同一部门只写一次", "assist")
    tasks = [
        work.document(beside.case_id, beside.dispute_id, "task", one.task) if one.task else None
        for one in wanted
    ]
    return calling.plan(codes[0], codes[1:], Why.NAMED, matter, tasks)


def _returned(
    work: Work,
    ladder: Ladder,
    asked: Asked,
    reason: ReturnReason,
    other_id: UUID | None,
    *,
    by: str,
) -> Whistle:
    """退哨: it is a file of its own, so that it is counted."""
    place = returned_of(ladder.dispute_id, asked.request_id)
    labels = work.labels_of(ladder.case_id)
    file = work.open(WHISTLES, place, ladder.dispute_id, labels=labels)
    page = WhistleReturned(
        head=work.head(file, by=by),
        reason=reason,
        whistler=whistler(work.directory, asked.whistler),
        level=asked.level,
        matter=ladder.matter,
        place=ladder.place,
        reason_id=work.document(file.case_id, file.dispute_id, "whistle_text", asked.text),
        other_id=other_id,
        request_id=asked.request_id,
    )
    return work.record(file, page)
