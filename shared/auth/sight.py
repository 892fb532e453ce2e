"""可见范围: the one rule of who may see which file.

A file is known by its dispute and its labels, with its `office` among them where that is known.

| role | sees |
|---|---|
| administrator 系统管理员 | everything |
| supervisor 监督人员 | at the city everything, at a county its county |
| window 窗口人员 | what its window took (首问负责), also as a repeat, and what is of its county |
| grid 网格、村（社区） | files of the centre in their place, while it answers for them |
| department 部门 | files on which it stands in `departments`, or whose `authority` it is |
| department 部门 | and watches of what one below it has to perform (`SUPERIORS`) |
| mediator, adjudicator, reconsideration 办案人员 | files of its own authority |
| reconsideration 行政复议人员 | and those that name its own among `authorities`, to read |
| reconsideration head 机构负责人 | and those that name its own as `above`, to read |
| secretary 委员会办事人员 | the roster of its committee, and what that is asked (ARL 52) |
| committee 委员 | the roster, and consultations in which they sit, or all as director (RULES 72) |
| party 当事人 | its own disputes; of files with `applicants`, those that it is among |
| third person, agent 第三人、代理人 | files that name it among `participants`, and no other |

A consultation is between the authority and its committee: of all other roles only supervisors and
administrators see it, whatever its labels say, nor what supervision writes beside it (`BESIDE`).

Whoever sees a consultation also reads the file of the reconsideration that asks, and no other.

A department that is called as the other side reads of a press what is said to it, and what it says
itself (`is_called_beside`).

Whoever was asked to explain reads what it was asked, also where the case went to another (`ASKED`).

A routing file of one application is read with that case, and by its applicants no longer the one
from which it went apart (`APPLICATION`, `SEVERED`).

The file of an attached review names no applicant: parties read of it in the case (ARL 59).

Any window may take any dispute in (一窗受理); taking in asks for no sight of others. An organ
complained of is put among `departments` by the office that tells it. Whoever sees one file of a
dispute also sees how it came in and was routed (`visible_files`), but not another office's
proceedings: mediators keep what they learn (PML 15 item 4).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final
from uuid import UUID

from shared.auth.identity import Identity, Role
from shared.auth.labels import (
    ABOVE,
    APPLICATION,
    ASKED,
    AUTHORITIES,
    BEHIND,
    BESIDE,
    CO_APPLICANTS,
    CO_AUTHORITIES,
    CONSULTATION,
    DIRECTOR,
    PANEL,
    PARTICIPANTS,
    REQUEST,
    SEVERED,
    SUPERIORS,
    WINDOWS,
)
from shared.contracts.supervision import CALLED_IN
from shared.directory.model import committee_in

CONSULTED: Final = frozenset(
    {
        *(Role.COMMITTEE, Role.SECRETARY, Role.SUPERVISOR, Role.ADMINISTRATOR),
        *(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD),
    }
)
"""Who may see a consultation at all."""


def may_see(identity: Identity, dispute_id: UUID, labels: Mapping[str, str]) -> bool:
    """Whether a file of that dispute with these labels is theirs to see."""
    roles = identity.roles
    if CONSULTATION in (labels.get("office"), labels.get(BESIDE)):
        roles &= CONSULTED
    return any(
        _RULES[role](identity, labels)
        if role is not Role.PARTY
        else _party(identity, dispute_id, labels)
        for role in roles
    )


def is_called_beside(identity: Identity, dispute_id: UUID, labels: Mapping[str, str]) -> bool:
    """Whether a press is seen only by the department it is addressed to, as the other side.

    That reads what is said to itself and what it says, and nothing else there (RULES 65).
    """
    if labels.get(BESIDE) not in CALLED_IN or Role.DEPARTMENT not in identity.roles:
        return False
    others = replace(identity, roles=identity.roles - {Role.DEPARTMENT})
    handles = labels.get("authority") == identity.organ
    return not handles and not may_see(others, dispute_id, labels)


def only_reads(identity: Identity, labels: Mapping[str, str]) -> bool:
    """Whether a file is another authority's, which lets theirs read it; or of one below theirs."""
    if _superior(identity, labels):
        return True
    body = identity.roles & {Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD}
    named = labels.get(AUTHORITIES, "").split()
    if Role.RECONSIDERATION_HEAD in body:
        named += labels.get(ABOVE, "").split()
    return bool(body and identity.organ) and identity.organ in named


def decides_too(identity: Identity, labels: Mapping[str, str]) -> bool:
    """Whether a file that they only read is decided by their authority, too (ARR2026 32)."""
    return identity.organ in labels.get(CO_AUTHORITIES, "").split()


def may_act(identity: Identity, dispute_id: UUID, labels: Mapping[str, str]) -> bool:
    """Whether they may act in a file of that dispute with these labels, as far as sight goes."""
    return may_see(identity, dispute_id, labels) and not only_reads(identity, labels)


def may_answer_along(identity: Identity, dispute_id: UUID, labels: Mapping[str, str]) -> bool:
    """Whether they may act in a file, or are asked whether they apply in it, too (ARL 14, 22)."""
    asked = map(UUID, labels.get(CO_APPLICANTS, "").split())
    is_asked = Role.PARTY in identity.roles and not identity.person_ids.isdisjoint(asked)
    return is_asked or may_act(identity, dispute_id, labels)


def visible_files(
    identity: Identity, dispute_id: UUID, files: Mapping[UUID, Mapping[str, str]]
) -> frozenset[UUID]:
    """Which of the files of one dispute are theirs to see: their own, and those behind them.

    Labels are given by case id, with the `office` of each.
    """
    own = {case for case, labels in files.items() if may_see(identity, dispute_id, labels)}
    asked = {files[case].get(REQUEST) for case in own}
    behind = {
        case
        for case, labels in files.items()
        if _goes_with(identity, labels, own) or str(case) in asked
    }
    return frozenset(own | behind) if own else frozenset()


def _goes_with(who: Identity, labels: Mapping[str, str], own: Collection[UUID]) -> bool:
    """Whether a file goes with any file of the dispute: one of an application, with that only."""
    if labels.get("office") not in BEHIND:
        return False
    if application := labels.get(APPLICATION):
        return UUID(application) in own
    return not went_apart(who, labels)


def went_apart(who: Identity, labels: Mapping[str, str]) -> bool:
    """Whether whoever this party acts for has a road of its own, all of them."""
    severed = frozenset(map(UUID, labels.get(SEVERED, "").split()))
    return bool(who.person_ids) and who.person_ids <= severed


def _party(who: Identity, dispute_id: UUID, labels: Mapping[str, str]) -> bool:
    named = labels.get("applicants")
    if named is None:
        return dispute_id in who.dispute_ids and not went_apart(who, labels)
    among = map(UUID, f"{named} {labels.get(PARTICIPANTS, '')}".split())
    return not who.person_ids.isdisjoint(among)


def _county(who: Identity, labels: Mapping[str, str]) -> bool:
    return bool(who.county) and labels.get("county") == who.county


def _authority(who: Identity, labels: Mapping[str, str]) -> bool:
    return bool(who.organ) and (labels.get("authority") == who.organ or _asked(who, labels))


def speaks_for(who: Identity) -> tuple[str, ...]:
    """The organs for which somebody answers: their own; a window's also the centre it stands in."""
    return (who.organ, centre_at(who)) if Role.WINDOW in who.roles else (who.organ,)


def _asked(who: Identity, labels: Mapping[str, str]) -> bool:
    asked = labels.get(ASKED, "").split()
    return any(one in asked for one in speaks_for(who))


def _window(who: Identity, labels: Mapping[str, str]) -> bool:
    took = (labels.get("window"), *labels.get(WINDOWS, "").split())
    taken = bool(who.organ) and who.organ in took
    of_centre = labels.get("authority") == centre_at(who) or _asked(who, labels)
    return taken or _county(who, labels) or of_centre


def centre_at(who: Identity) -> str:
    """The centre 综治中心 whose window somebody stands at; what was raised to it is its own."""
    return centre_beside(who.organ) if who.organ else "-"


def centre_beside(organ: str) -> str:
    """The centre in whose place an organ stands; a window is its own centre's."""
    return f"{organ.split('-', 1)[0]}-centre"


def _body(who: Identity, labels: Mapping[str, str]) -> bool:
    return _authority(who, labels) or only_reads(who, labels)


def _department(who: Identity, labels: Mapping[str, str]) -> bool:
    named = who.organ in labels.get("departments", "").split()
    return _authority(who, labels) or named or _superior(who, labels)


def _superior(who: Identity, labels: Mapping[str, str]) -> bool:
    above = labels.get(SUPERIORS, "").split()
    return Role.DEPARTMENT in who.roles and who.organ in above


def _secretary(who: Identity, labels: Mapping[str, str]) -> bool:
    place = who.organ.split("-", 1)[0]
    of_its_place = labels.get("authority", "").split("-", 1)[0] == place
    return bool(place) and of_its_place and labels.get("office") == CONSULTATION


def _member(who: Identity, labels: Mapping[str, str]) -> bool:
    if labels.get("office") != CONSULTATION:
        return False
    sits = who.code in (*labels.get(PANEL, "").split(), labels.get(DIRECTOR))
    return (bool(who.code) and sits) or (
        bool(who.organ) and labels.get("authority") == committee_in(who.organ)
    )


_RULES: Final[Mapping[Role, Callable[[Identity, Mapping[str, str]], bool]]] = {
    Role.ADMINISTRATOR: lambda _who, _labels: True,
    Role.SUPERVISOR: lambda who, labels: who.is_city or _county(who, labels),
    Role.WINDOW: _window,
    Role.GRID: _authority,
    Role.DEPARTMENT: _department,
    Role.MEDIATOR: _authority,
    Role.ADJUDICATOR: _authority,
    Role.RECONSIDERATION: _body,
    Role.RECONSIDERATION_HEAD: _body,
    Role.COMMITTEE: _member,
    Role.SECRETARY: _secretary,
}
"""What each role sees by the labels of a file; a party's disputes are told by their ids."""
