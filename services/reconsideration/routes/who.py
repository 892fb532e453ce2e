"""Who stands at the doors of reconsideration, and how one who does acts on a file."""

from collections.abc import Callable, Collection
from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel

from services.reconsideration.domain.case import Case
from services.reconsideration.schemas.file import CaseOut
from shared.auth import Identity, Role
from shared.errors import Malformed
from shared.sessions.posts import posts_at
from shared.web import ERRORS, CaseId, DeskDep, needs

BODY: Final = (Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD)
"""行政复议机构的人员."""
DOOR: Final = (Role.WINDOW, Role.PARTY, *BODY)
"""Where an applicant comes in."""
Officer = Annotated[Identity, needs(*BODY)]
Head = Annotated[Identity, needs(Role.RECONSIDERATION_HEAD)]
Applicant = Annotated[Identity, needs(*DOOR)]
Party = Annotated[Identity, needs(Role.PARTY)]
Addressee = Annotated[Identity, needs(Role.PARTY, *BODY)]
Respondent = Annotated[Identity, needs(Role.DEPARTMENT, *BODY)]


def doors() -> APIRouter:
    """An empty router for the doors of one chapter."""
    return APIRouter(prefix="/reconsiderations", tags=["行政复议"], responses=ERRORS)


def own_department(who: Identity) -> str:
    """The department that acts for itself at a respondent's door; empty for the body's officers."""
    return who.organ if Role.DEPARTMENT in who.roles and who.roles.isdisjoint(BODY) else ""


async def must_work_here(desk: DeskDep, who: Identity, **named: Collection[str]) -> None:
    """人员应当是本机构的: whoever a body names has a post there, where its posts are known.

    Args:
        desk: Where the act is done.
        who: Who does it.
        named: The codes, by the field of the request in which they stand.

    Raises:
        Malformed: Some of them have none.
    """
    posts = await posts_at(desk.hub.pool, who.organ, BODY)
    for field, codes in named.items():
        if posts and (strangers := sorted(set(codes) - posts.keys())):
            told = f"本机构没有这些人员的账号：{'、'.join(strangers)}；请从本机构的人员中选择"
            raise Malformed(told, field)


async def act(
    desk: DeskDep, command: Callable[..., Case], case_id: CaseId, body: BaseModel, who: Identity
) -> CaseOut:
    """One act on a file: the command with what the body says, and the file after it."""
    return CaseOut.of(await desk.act_on(command, case_id, body, who))
