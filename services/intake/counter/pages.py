"""The page of a counter without a line, its worker, and what takes in when the line is back."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

from starlette.responses import Response

from services.intake import commands, queries
from services.intake.counter.sealing import public_key, unseal
from services.intake.schemas import DisputeIn
from services.intake.schemas.typed import Field, closed_up, party_boxes, said_of
from shared.auth import Identity, Role, Unauthenticated
from shared.errors import Malformed
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.forms import boxes
from shared.frame.page import HEADERS
from shared.law.reconsidering.omission import OMISSIONS
from shared.logging import logger
from shared.problem import problem_of
from shared.web import needs

router: Final = page_router()

_log = logger(__name__)

Clerk = Annotated[Identity, needs(Role.WINDOW)]

SCOPE: Final = "/desk/window"
"""Which pages the worker looks after: those of a window, and what it begins with."""

LOCAL: Final = re.compile(r"LOCAL-[0-9]{8}-[0-9A-F]{8}")
"""本机回执号, as a browser gives it."""

GONE: Final = "gone"
"""The one reason for which somebody gives up what a colleague took in."""

VOIDING: Final[Mapping[str, str]] = {
    "elsewhere": "已经另行登记",
    "mistaken": "收错或者重复收下",
    "withdrawn": "当事人不再要求办理",
    "unreadable": "无法打开或者无法补正，已联系当事人重新登记",
    GONE: "收件人员已不在岗，已联系当事人重新登记",
}
"""作废原因, of the browser's own entries; not in free words, for they stand in the log."""

WORKER: Final = Path(__file__).parent / "worker.js"


@router.get("/desk/window/offline")
async def counter(page: PageDep, who: Clerk) -> Response:
    """断网登记: the same for every officer, for the browser keeps it; it names nobody."""
    del who
    return page.show(
        "counter/offline.html",
        title="断网登记",
        who=None,
        menu=(),
        csrf_token="",
        fields={box.name: box for box in boxes(DisputeIn)},
        party_boxes=party_boxes,
        matters=[(one.code, one.name) for one in page.hub.directory.matters.values()],
        places=[one.name for one in page.hub.directory.places.values()],
        organs=[(one.code, one.name) for one in page.hub.directory.organs()],
        silent_kinds=" ".join(OMISSIONS),
        voiding=list(VOIDING.items()),
    )


@router.get("/desk/window/worker.js")
async def worker(page: PageDep, who: Clerk) -> Response:
    """The service worker: pages open without a line, and what is sent meanwhile is taken over.

    It names the files of the counter's page with their hashes: where one of them is another, the
    worker is another too, and keeps the page anew.
    """
    del who
    names = ("box.js", "counter.js", "form.js", "parties.js", "silence.js")
    files = [page.frame.assets.address(f"counter/{one}") for one in names]
    begun = f"// {' '.join(files[1:])}\nimportScripts({json.dumps(files[0])});\n"
    headers = {**HEADERS, "Service-Worker-Allowed": SCOPE, "Cache-Control": "no-cache"}
    return Response(begun + WORKER.read_text(), headers=headers, media_type="text/javascript")


@router.get("/desk/window/offline/line")
async def line(page: PageDep, who: Clerk) -> Response:
    """线路: whether there is one, who is signed in, and with what to seal for them."""
    key = public_key(page.hub, who.code)
    return page.json({"officer": who.code, "csrf": page.csrf, "key": key})


@router.post("/desk/window/offline/entries")
async def take(page: PageDep, who: Clerk) -> Response:
    """报送: register what was taken in without a line, as the officer who took it."""
    form = await page.form()
    try:
        said = unseal(page.hub, who.code, form.get("local"), form.get("sealed"))
        fields = _fields(said)
        body = {"channel": "window", **said_of(_typed(fields))}
        if not await _may_be_known(page, who, said):
            body = {"on": _day(said).isoformat(), **body}
    except Malformed as error:
        return _refused(page, error)
    answer = await page.call("POST", "/disputes", body, key=str(said.get("key", "")))
    if answer.ok:
        return page.json({"registered": answer.body}, answer.status)
    typed = {**said, "fields": fields}
    return page.json({"problem": answer.body, "typed": typed}, answer.status)


@router.post("/desk/window/offline/voided")
async def void(page: PageDep, who: Clerk) -> Response:
    """作废: an entry that a browser gave up for good; who did it, and why, stands in the log."""
    form = await page.form()
    local, reason, officer = form.get("local"), form.get("reason"), form.get("officer")
    try:
        _check_void(who, local, reason, officer)
    except Malformed as error:
        return _refused(page, error)
    if await commands.was_taken(page.hub, who.organ, form.get("key")):
        return page.json({"registered": True}, 409)
    taken = f"{local} {officer}"
    _log.info("counter.voided", by=who.code, organ=who.organ, subject=taken, purpose=reason)
    return page.json({"voided": local}, 201)


def _check_void(who: Identity, local: str, reason: str, officer: str) -> None:
    if not LOCAL.fullmatch(local) or reason not in VOIDING or not officer:
        raise Malformed("没有说明作废的是哪一件、为什么", "reason")
    if (officer == who.code) == (reason == GONE):
        raise Malformed("同事收下的，只有收件人员已不在岗才能作废", "reason")
    try:
        Identity.of(officer, [Role.WINDOW])  # a code, and no words that would stand in the log
    except Unauthenticated:
        raise Malformed("收件人员写岗位代码", "officer") from None


def _refused(page: Page, error: Malformed) -> Response:
    problem = problem_of(error, page.request)
    return page.json({"problem": problem.model_dump()}, problem.status)


def _fields(said: Mapping[str, Any]) -> list[Field]:
    fields = said.get("fields")
    if not isinstance(fields, list):
        raise Malformed("本机存件中没有登记表", "sealed")
    return closed_up([(str(name), str(value)) for name, value in fields])


def _typed(fields: Iterable[Field]) -> Form:
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return Form(values)


async def _may_be_known(page: Page, who: Identity, said: Mapping[str, Any]) -> bool:
    """Whether the hub may have it already: then it is said as it was sent, without a day of ours.

    The same key stands for the same content; and on the counter's own day both mean the same.
    """
    if not said.get("sent"):
        return False
    same_day = _day(said) == await queries.today(page.hub)
    return same_day or await commands.was_taken(page.hub, who.organ, str(said.get("key", "")))


def _day(said: Mapping[str, Any]) -> date:
    """收到日期: the day on which the counter took it, also where it is handed in later."""
    try:
        return date.fromisoformat(str(said.get("day")))
    except ValueError:
        raise Malformed("本机存件没有收件日期", "sealed") from None
