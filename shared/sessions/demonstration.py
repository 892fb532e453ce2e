"""演示账号: an account for each post of the directory, with one passphrase a data folder.

They are made once, when a hub of one machine has no accounts yet. Who changes the passphrase at an
account knows it from then on.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from shared.auth import Role
from shared.db import Conn
from shared.directory import Directory, Kind, Level, Organ
from shared.directory import Role as Standing
from shared.sessions import statements
from shared.sessions.passphrase import hash_of

ADMINISTRATOR: Final = "administrator"

_BY_KIND: Final = {
    Kind.WINDOW: Role.WINDOW,
    Kind.HOTLINE: Role.WINDOW,
    Kind.DEPARTMENT: Role.DEPARTMENT,
    Kind.UNIT: Role.DEPARTMENT,
    Kind.MEDIATION: Role.MEDIATOR,
}
_AT: Final = {
    Kind.COMMITTEE: (
        ("secretary", "办事人员", Role.SECRETARY),
        ("1", "委员一", Role.COMMITTEE),
        ("2", "委员二", Role.COMMITTEE),
        ("3", "委员三", Role.COMMITTEE),
    )
}
"""Posts at an organ where several work; three members are the smallest panel (RULES 21)."""

_BY_STANDING: Final = {
    Standing.AUTHORITY: (
        ("review", "复议承办", Role.RECONSIDERATION),
        ("review-2", "复议承办二", Role.RECONSIDERATION),
        ("review-3", "复议承办三", Role.RECONSIDERATION),
        ("review-4", "复议承办四", Role.RECONSIDERATION),
        ("head", "复议机构负责人", Role.RECONSIDERATION_HEAD),
    ),
    Standing.ADJUDICATOR: (("ruling", "行政裁决", Role.ADJUDICATOR),),
}


@dataclass(frozen=True, slots=True)
class Post:
    """A post 岗位: the organ itself, or with a word behind its code one of its several."""

    code: str
    title: str
    role: Role
    organ: str


def posts(directory: Directory) -> Iterator[Post]:
    """Every post of a directory that works at a desk."""
    for organ in directory.organs():
        yield from _posts_of(organ)
    centre = directory.centre_of(directory.city.code)
    yield Post(ADMINISTRATOR, "系统管理员", Role.ADMINISTRATOR, centre.code)


def _posts_of(organ: Organ) -> Iterator[Post]:
    role = _BY_KIND.get(organ.kind)
    if organ.kind is Kind.CENTRE:
        role = Role.GRID if organ.level is Level.TOWNSHIP else Role.SUPERVISOR
    if role is not None and organ.level is not Level.PROVINCE:
        yield Post(organ.code, organ.name, role, organ.code)
    several = [those for standing, those in _BY_STANDING.items() if standing in organ.roles]
    for word, title, acting in chain(_AT.get(organ.kind, ()), *several):
        yield Post(f"{organ.code}-{word}", f"{organ.name}·{title}", acting, organ.code)


async def seed(conn: Conn, directory: Directory, passphrase: str) -> None:
    """Make the accounts, where there are none at all; all with this passphrase."""
    rows = [
        {
            "code": one.code,
            "title": one.title,
            "roles": str(one.role),
            "organ": one.organ,
            "county": one.organ[:6],
        }
        for one in posts(directory)
    ]
    # One hash for all: it is one passphrase, and a hash is meant to be slow.
    await conn.execute(statements.SEED, json.dumps(rows), hash_of(passphrase))
