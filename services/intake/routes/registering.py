"""The doors of intake: a dispute is registered, a telephone put right, or all taken back."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Annotated, Any, Final

from fastapi import APIRouter, Header, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from services.intake import commands, queries
from services.intake.domain.contacts import contacts_of
from services.intake.schemas import (
    ApplicantIn,
    ContactIn,
    DisputeIn,
    DisputeOut,
    WithdrawalIn,
    faults,
)
from services.intake.store import DISPUTES
from shared.auth import Identity, Role
from shared.directory import Directory
from shared.disputes import files_of
from shared.errors import Malformed
from shared.people import must_be_of, sides_of
from shared.web import ERRORS, DeskDep, FileOut, needs, trace_of
from shared.work import Claim, Hub


class ToldAtOnce(APIRoute):
    """一次告知: what the directory does not know is told together with what is missing."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Its handler, which adds to the faults that were found in the form's shape."""
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError as error:
                hub: Hub = request.app.state.hub
                raise await _complete(error, hub) from error

        return told


async def _complete(error: RequestValidationError, hub: Hub) -> RequestValidationError:
    found = list(error.errors())
    told = {tuple(fault["loc"]) for fault in found}
    if isinstance(error.body, dict):
        more = faults(error.body, hub.directory, await queries.today(hub))
        found += [fault for fault in more if fault["loc"] not in told]
    return RequestValidationError(found, body=error.body)


router: Final = APIRouter(prefix="/disputes", tags=["登记"], route_class=ToldAtOnce)

BODY: Final = (Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD)
"""行政复议机构的人员: an application that comes to the authority is registered there (ARL 22)."""

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        title="幂等键",
        description="每次登记一个；同一键、同一内容重发，得到同一编号",
        min_length=8,
        max_length=200,
        examples=["3f2b6c1e-8d0a-4a57"],
    ),
]

Number = Annotated[str, Path(title="纠纷编号", examples=["620702-20261123-0000001-5"])]

_TAKEN: Final[dict[int | str, dict[str, Any]]] = {
    200: {"model": DisputeOut, "description": "此前已登记，或者是在先纠纷的重复件"},
}


@router.post("", status_code=201, responses={**ERRORS, **_TAKEN}, summary="登记")
async def register(
    body: DisputeIn,
    key: Key,
    who: Annotated[Identity, needs(Role.WINDOW, *BODY)],
    desk: DeskDep,
    response: Response,
) -> DisputeOut:
    """登记一件纠纷，取得纠纷编号；任何窗口都可以收任何县区的纠纷 (RULES 1, 2; ARL 22)."""
    if found := faults(body.model_dump(), desk.hub.directory, await queries.today(desk.hub)):
        raise RequestValidationError(found)
    entry = body.entry(
        window=window_of(who, desk.hub.directory),
        key=key,
        by=who.code,
        directory=desk.hub.directory,
        hasher=desk.hub.hasher,
        reader="" if Role.WINDOW in who.roles else who.organ,
    )
    [taken] = await commands.take_in(
        desk.hub, [entry], run=commands.gathered, trace=trace_of(desk.request)
    )
    if isinstance(taken, BaseException):
        raise taken
    if taken.again or taken.repeat:
        response.status_code = 200
    response.headers["Location"] = f"/disputes/{taken.number}"
    response.headers["ETag"] = f'"{taken.version}"'
    response.headers["Hub-Page"] = f"{taken.case_id}/{taken.version}"
    return DisputeOut.of(taken)


def window_of(who: Identity, directory: Directory) -> str:
    """首问负责的窗口: the organ at which somebody stands.

    Raises:
        Malformed: The directory does not know it.
    """
    try:
        return directory.organ(who.organ).code
    except LookupError:
        raise Malformed("令牌中的机构不在组织名录中，无法确定首问负责的窗口") from None


@router.post(
    "/{number}/applicant-addition", status_code=201, responses=ERRORS, summary="增列申请人"
)
async def add_applicant(
    number: Number, body: ApplicantIn, who: Annotated[Identity, needs(Role.WINDOW)], desk: DeskDep
) -> FileOut:
    """增列申请人，窗口核对本人身份以后加入本件；须由本人申请的途径，由其自行申请 (RULES 168)."""
    case_id = await queries.case_of(desk.hub, number)
    dispute = await desk.read(DISPUTES, case_id)
    _, labels = await desk.hub.read(DISPUTES, case_id)
    joins = await commands.joining(desk.hub, dispute, labels, body.person(), reader=who.code)
    file = await desk.run(
        [case_id],
        partial(
            commands.add_applicant,
            case_id=case_id,
            who=joins,
            window=window_of(who, desk.hub.directory),
            reason=body.reason,
            by=who.code,
            on=body.on,
        ),
        claims=[Claim(key, case_id) for key in joins.comer.keys],
    )
    return FileOut.of(file)


@router.post(
    "/{number}/contact-correction", status_code=201, responses=ERRORS, summary="更正联系方式"
)
async def correct_contact(
    number: Number, body: ContactIn, who: Annotated[Identity, needs(Role.WINDOW)], desk: DeskDep
) -> FileOut:
    """更正联系方式，窗口核对本人身份以后更正或者补登电话，撤回以后也办 (RULES 163, 166).

    Whoever came in later, into a file that the window sees, comes to the same window for it. What
    the window has seen is a page of the file in which it is done.
    """
    case_id = await queries.case_of(desk.hub, number)
    dispute = await desk.read(DISPUTES, case_id)
    async with desk.hub.pool.acquire() as conn:
        files = [file.case_id for file in await files_of(conn, who, case_id)]
    await must_be_of(desk.hub.pool, case_id, files, [body.person_id])
    file = await desk.act(
        [contacts_of(case_id), case_id] if dispute.is_closed else [case_id, contacts_of(case_id)],
        commands.correct_contact,
        case_id,
        body.person_id,
        body.phone,
        desk.hub.hasher(body.phone),
        by=who.code,
        on=body.on,
    )
    return FileOut.of(file)


@router.post("/{number}/withdrawal", status_code=201, responses=ERRORS, summary="撤回")
async def withdraw(
    number: Number,
    body: WithdrawalIn,
    who: Annotated[Identity, needs(Role.WINDOW, Role.PARTY)],
    desk: DeskDep,
) -> FileOut:
    """撤回纠纷，登记程序终结 (RULES 3)."""
    case_id = await queries.case_of(desk.hub, number)
    persons = who.acts_for
    file = await desk.act(
        [case_id],
        commands.withdraw,
        case_id,
        body.reason,
        by=who.code,
        on=body.on,
        speaks_for=None if persons is None else await sides_of(desk.hub.pool, case_id, persons),
    )
    return FileOut.of(file)
