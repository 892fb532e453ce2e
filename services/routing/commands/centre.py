"""综治中心: what the centre does with a whistle that was blown (RULES 12, 25, 27, 29, 36 to 39)."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from services.routing.commands import climbing
from services.routing.commands.blowing import add_department
from services.routing.commands.in_force import times_in_force
from services.routing.commands.naming import callable_department, name_of, provision
from services.routing.domain import (
    answering,
    calling,
    closing,
    competence,
    convening,
    extending,
    precedent,
)
from services.routing.domain.closing import Said
from services.routing.domain.precedent import precedent_of
from services.routing.domain.whistle import Standing
from services.routing.domain.whistle_case import Whistle
from services.routing.store import PRECEDENTS, ROUTINGS, WHISTLES, routing_of
from shared.contracts.fact import CLOCK
from shared.contracts.routing import CallRole, Chair, Planned, Why
from shared.work import Work

_HERE: Final = (Standing.CALLED, Standing.CHECKED_IN, Standing.ANSWERED, Standing.OBJECTED)
"""Where a department stands that is under the whistle already."""


def grant(work: Work, case_id: UUID, department: str, *, by: str) -> Whistle:
    """批准延期 (RULES 29)."""
    file = work.take(WHISTLES, case_id)
    return work.record(file, extending.grant(file, department, head=work.head(file, by=by)))


def deny(work: Work, case_id: UUID, department: str, reason: str, *, by: str) -> Whistle:
    """不予延期 (RULES 29)."""
    file = work.take(WHISTLES, case_id)
    paper = work.document(case_id, file.dispute_id, "denial", reason)
    return work.record(file, extending.deny(file, department, paper, head=work.head(file, by=by)))


def uphold(
    work: Work, case_id: UUID, department: str, basis: str, reason: str, *, by: str
) -> Whistle:
    """裁定应当承办, and keep it as a precedent (RULES 27)."""
    file = work.take(WHISTLES, case_id)
    paper = work.document(case_id, file.dispute_id, "ruling", reason)
    basis = provision(basis)
    head = work.head(file, by=by, moment=work.now)
    page = competence.uphold(
        file, department, times_in_force(work), basis=basis, reason_id=paper, head=head
    )
    file = work.record(file, page)
    _keep(work, file, department, instead="", basis=basis, reason_id=paper, upheld=True, by=by)
    return file


def rule_out(
    work: Work, case_id: UUID, department: str, *, instead: str, basis: str, reason: str, by: str
) -> Whistle:
    """裁定不承办; whoever stands in is called with its own clocks, or leads at once (RULES 27)."""
    file = work.take(WHISTLES, case_id)
    other = callable_department(work.directory, instead) if instead else ""
    basis = provision(basis)
    paper = work.document(case_id, file.dispute_id, "ruling", reason)
    lead = department == file.lead
    page = competence.rule_out(
        file,
        department,
        instead=other,
        basis=basis,
        reason_id=paper,
        head=work.head(file, by=by, moment=work.now),
    )
    objected = bool(file.part(department).objected)
    file = work.record(file, page)
    if objected:
        _keep(
            work, file, department, instead=other, basis=basis, reason_id=paper, upheld=False, by=by
        )
    if other:
        file = _stand_in(work, file, department, other, lead=lead, by=by)
    came = answering.others_came(file, head=work.head(file, by=CLOCK))
    return work.record(file, came) if came else file


def _stand_in(
    work: Work, file: Whistle, before: str, other: str, *, lead: bool, by: str
) -> Whistle:
    head = work.head(file, by=by, moment=work.now)
    times = times_in_force(work)
    if file.tracks.get(other) in _HERE:
        if not lead:
            return file  # it assists already
        return work.record(file, competence.lead_named(file, other, times, head=head))
    role = CallRole.LEAD if lead else CallRole.ASSIST
    planned = Planned(department=other, role=role, why=Why.RULING, row=file.matter)
    file = work.record(file, calling.called(planned, file.tier, times, head, before))
    add_department(work, file.case_id, other)
    return file


def _keep(
    work: Work,
    whistle: Whistle,
    department: str,
    *,
    instead: str,
    basis: str,
    reason_id: UUID,
    upheld: bool,
    by: str,
) -> None:
    """存为先例: the register's file has an id of its own in the dispute's place."""
    county = work.directory.county_of(whistle.place).code
    place = precedent_of(county, whistle.matter, department)
    file = work.open(PRECEDENTS, place, place, labels={"county": county, "matter": whistle.matter})
    page = precedent.keep(
        whistle,
        county,
        department,
        instead=instead,
        basis=basis,
        reason_id=reason_id,
        upheld=upheld,
        head=work.head(file, by=by),
    )
    work.record(file, page)


def meet(
    work: Work,
    case_id: UUID,
    departments: Sequence[str],
    minutes: str,
    plan: str,
    *,
    chair: Chair,
    heads: Sequence[str] = (),
    by: str,
) -> Whistle:
    """联合会商, with its plan if they agreed on one (RULES 25).

    Raises:
        Refused: The centre chaired what is for the leader of its level.
    """
    file = work.take(WHISTLES, case_id)
    convening.must_be_chaired(file, chair, times_in_force(work))
    paper = work.document(case_id, file.dispute_id, "minutes", minutes)
    head = work.head(file, by=by)
    page = closing.meet(file, tuple(departments), paper, chair=chair, heads=tuple(heads), head=head)
    file = work.record(file, page)
    return make_plan(work, case_id, departments, plan, by=by) if plan else file


def make_plan(
    work: Work, case_id: UUID, departments: Sequence[str], plan: str, *, by: str
) -> Whistle:
    """联合方案 (RULES 25)."""
    file = work.take(WHISTLES, case_id)
    paper = work.document(case_id, file.dispute_id, "plan", plan)
    head = work.head(file, by=by)
    return work.record(file, closing.agree(file, tuple(departments), paper, head=head))


def call_back(work: Work, case_id: UUID, said: Said, note: str, *, by: str) -> Whistle:
    """回访, and what follows: closed, tried again, reopened once, or up (RULES 36, 39)."""
    file = work.take(WHISTLES, case_id)
    paper = work.document(case_id, file.dispute_id, "callback_note", note) if note else None
    most = times_in_force(work).callback_attempts
    again = _time_to_call_back(work, file) if file.attempts + 1 < most else None
    page = closing.call_back(file, said, paper, again, head=work.head(file, by=by))
    file = work.record(file, page)
    if said.good:
        return work.record(file, closing.solved(file, head=work.head(file, by=by)))
    if not said.reached:
        if file.attempts < most:
            return file
        return work.record(file, closing.unreached(file, head=work.head(file, by=by)))
    assist = closing.again(file, said.again, called=partial(name_of, work.directory))
    more = _once_more if file.reopened else _reopen
    return more(work, file, assist, by=by)


def _time_to_call_back(work: Work, file: Whistle) -> str | None:
    """How long the centre was given when the lead finished; None once that is over (RULES 54)."""
    running = work.running(file.case_id)
    return next((one.period for one, row in running if row.name == "callback"), None)


def _reopen(work: Work, file: Whistle, assist: Sequence[str], *, by: str) -> Whistle:
    times = times_in_force(work)
    file = work.record(file, closing.reopen(file, times, head=work.head(file, by=by)))
    return _again(work, file, assist, by=by)


def _once_more(work: Work, file: Whistle, assist: Sequence[str], *, by: str) -> Whistle:
    """仍不满意: one level up, or the end where there is none (RULES 39)."""
    if not climbing.climb(work, file):
        return work.record(file, closing.unsolved(file, head=work.head(file, by=by)))
    return _again(work, work.take(WHISTLES, file.case_id), assist, by=by)


def _again(work: Work, file: Whistle, assist: Sequence[str], *, by: str) -> Whistle:
    """The lead and these are called again, with clocks of their full length."""
    times = times_in_force(work)
    for planned in calling.plan(file.lead, assist, Why.REOPENED, file.matter):
        head = work.head(file, by=by, moment=work.now)
        file = work.record(file, calling.called(planned, file.tier, times, head))
    return file


def close(work: Work, case_id: UUID, *, by: str) -> Whistle:
    """办结 of what the lead did not solve, on the road that the dispute has by now (RULES 12)."""
    file = work.take(WHISTLES, case_id)
    place = routing_of(file.dispute_id)
    routing = work.find(ROUTINGS, place) if work.is_declared(place) else None
    road, organs = (routing.road, routing.organs) if routing else (file.road, file.organs)
    called = partial(name_of, work.directory)
    page = closing.close(file, road, organs, head=work.head(file, by=by), called=called)
    return work.record(file, page)
