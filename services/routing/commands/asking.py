"""请求吹哨: whoever may blow asks for it, a department through its centre (RULES 8, 19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.routing.commands.blowing import start
from services.routing.commands.climbing import go_up
from services.routing.commands.in_force import duties_in_force
from services.routing.commands.standing import free_place, open_whistle
from services.routing.domain import calling, duty_list, ladder
from services.routing.domain.calling import Call
from services.routing.domain.duty_list import Summons
from services.routing.domain.ladder import Ladder, organ_of
from services.routing.domain.road_file import Routing
from services.routing.domain.whistle_case import Whistle
from services.routing.store import LADDERS, ROUTINGS, WHISTLES, ladder_of, routing_of
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
from shared.directory import Directory, Kind
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.work import Work

_CALLABLE = (Kind.DEPARTMENT, Kind.STREET, Kind.GOVERNMENT)


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
    kind: WhistleKind | None = None
    lead: Wanted | None = None
    """None where the duty list says who leads."""
    assist: Sequence[Wanted] = ()
    inform: Sequence[str] = ()


def ask(work: Work, dispute_id: UUID, asked: Asked, *, by: str) -> Whistle:
    """吹哨 on request, or 退哨 at once: a duplicate, or not tried one level below (RULES 8, 19).

    Raises:
        Refused: The matter takes a statutory road only, or is settled; a whistle is no application.
        Malformed: A department is unknown, leads and assists, or is informed as well.
    """
    file, road = _standing(work, dispute_id)
    if (other := open_whistle(work, dispute_id)) is not None:
        return _returned(work, file, asked, ReturnReason.DUPLICATE, other.case_id, by=by)
    if not file.level.reaches(asked.level):
        if asked.tier is not Tier.EMERGENCY:
            return _returned(work, file, asked, ReturnReason.NOT_TRIED_BELOW, None, by=by)
        file = _leap(work, file, asked.level, by=by)
    return start(work, file, _call(work, file, road, asked), by=by)


def _standing(work: Work, dispute_id: UUID) -> tuple[Ladder, Routing]:
    road = work.take(ROUTINGS, routing_of(dispute_id))
    file = work.find(LADDERS, ladder_of(dispute_id))
    if file is None:
        raise Refused("该事项走法定途径，由当事人自己申请；吹哨不是申请", RULES[7])
    if file.is_closed:
        raise Refused("该纠纷已经化解或者不再逐级化解", RULES[37])
    return file, road


def _leap(work: Work, file: Ladder, level: Rung, *, by: str) -> Ladder:
    """In danger the levels between are passed over."""
    file = work.record(file, ladder.given_up(file, head=work.head(file, by=by)))
    return go_up(work, file, level, whistle=False)


def _call(work: Work, file: Ladder, road: Routing, asked: Asked) -> Call:
    directory = work.directory
    to = road.road or Road.PEOPLES_MEDIATION
    planned, inform = _planned(work, file, to, asked)
    return Call(
        tier=asked.tier,
        centre=organ_of(asked.level, file.place, directory),
        matter=file.matter,
        place=file.place,
        road=to,
        organs=road.organs,
        risk=file.risk,
        level=asked.level,
        planned=planned,
        inform=inform,
        whistler=asked.whistler,
        kind=asked.kind,
        text_id=work.document(file.case_id, file.dispute_id, "whistle_text", asked.text),
    )


def _planned(
    work: Work, file: Ladder, road: Road, asked: Asked
) -> tuple[tuple[Planned, ...], tuple[str, ...]]:
    """Whom it calls and informs: as it asks, or as the duty list says."""
    duties = duties_in_force(work)
    summons = duty_list.summon(file.matter, file.place, file.risk, road, duties)
    planned = planned_by(
        work, file, summons, lead=asked.lead, assist=asked.assist, matter=file.matter
    )
    if asked.lead is None and not asked.assist:
        return planned, summons.inform
    inform = tuple(department(work.directory, code) for code in asked.inform)
    if set(inform) & {one.department for one in planned}:
        raise Malformed("已召集的部门不必再列为知会", "inform")
    return planned, inform


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
    codes = [department(work.directory, one.department) for one in wanted]
    if len(set(codes)) < len(codes):
        raise Malformed("主办部门不能同时为协办，同一部门只写一次", "assist")
    tasks = [
        work.document(beside.case_id, beside.dispute_id, "task", one.task) if one.task else None
        for one in wanted
    ]
    return calling.plan(codes[0], codes[1:], Why.NAMED, matter, tasks)


def department(directory: Directory, code: str) -> str:
    """The department of that code as it is today: of a merged one, its successor.

    Raises:
        Malformed: There is none that could be called.
    """
    try:
        organ = directory.current(code)
    except LookupError as error:
        raise Malformed(str(error), "department") from None
    if organ.kind not in _CALLABLE:
        raise Malformed(f"{organ.name}不是可以召集的部门", "department")
    return organ.code


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
    centre = organ_of(asked.level, ladder.place, work.directory)
    labels = dict(work.labels_of(ladder.case_id)) | {"authority": centre}
    place = free_place(work, ladder.dispute_id)
    file = work.open(WHISTLES, place, ladder.dispute_id, labels=labels)
    page = WhistleReturned(
        head=work.head(file, by=by),
        reason=reason,
        whistler=asked.whistler,
        level=asked.level,
        matter=ladder.matter,
        place=ladder.place,
        reason_id=work.document(file.case_id, file.dispute_id, "whistle_text", asked.text),
        other_id=other_id,
    )
    return work.record(file, page)
