"""查询: by dispute number and telephone, or by the receipt's code and four digits of it.

Number and telephone wrong, either or both, are answered alike, in words and in time.
"""

import asyncio
import re
from contextlib import suppress
from typing import Annotated, Final

from fastapi import Query
from starlette.responses import Response

from shared.errors import Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.logging import logger
from shared.number import as_kept
from shared.party import attempts
from shared.party.kept import opened
from shared.party.resuming import resume
from shared.party.session import COOKIE, PartyDep, PartyPage, begun, keep
from shared.party_link import is_sealed
from shared.people import Proved, proved_by_last_four, proved_by_phone

router = page_router()
log = logger(__name__)

ANSWERED_AFTER_SECONDS: Final = 0.4
"""When a wrong answer is given: later than any look into the database takes, always the same."""

WRONG: Final = (
    "编号和手机号对不上，没有查到。请照着回执再核对一遍；"
    "登记时没有留手机号、留错了或者换了号的，请带身份证到窗口补登、更正。"
)
TOO_OFTEN: Final = (
    "输错的次数太多了。请过十五分钟再试；一天里错得太多的，请明天再试，或者打电话问。"
)
BY_RECEIPT: Final = "有回执的，扫回执上的码还可以查。"

_FOUR: Final = re.compile(r"\d{4}")

Said = Annotated[str, Query(max_length=80)]


@router.get("/party")
async def ask(page: PageDep, number: Said = "", seal: Said = "") -> Response:
    """查询页: what a receipt's code opens has the number in it already."""
    sealed = bool(number) and is_sealed(as_kept(number), seal, page.hub.hasher)
    typed = Form({"number": [number], "seal": [seal]} if sealed else {"number": [number]})
    return _shown(page, typed, sealed=sealed)


@router.post("/party")
async def look_up(page: PageDep) -> Response:
    """查询本人的纠纷；输错几次就要等一等."""
    form = await _typed(page)
    number = as_kept(form.get("number"))
    sealed = is_sealed(number, form.get("seal"), page.hub.hasher)
    if not number or not form.get("phone"):
        missing = "请填纠纷编号和手机号。" if not sealed else "请填手机号的最后四位。"
        return _shown(page, form, sealed=sealed, wrong=missing, status=422)
    began = asyncio.get_running_loop().time()
    proved = await page.hub.now()  # before it is looked up: a correction meanwhile ends it
    found, refused = await _find(page, number, form.get("phone"), sealed=sealed)
    log.info("party_lookup", result="found" if found else refused or "wrong")
    if found is None:
        await asyncio.sleep(began + ANSWERED_AFTER_SECONDS - asyncio.get_running_loop().time())
        too_often = TOO_OFTEN if sealed else TOO_OFTEN + BY_RECEIPT
        wrong, status = (too_often, 429) if refused else (WRONG, 404)
        return _shown(page, form, sealed=sealed, wrong=wrong, status=status)
    now = page.hub.clock.now()
    session = begun(number, found, page.hub.hasher, now, proved=proved)
    kept = opened(form.get("kept"), session.csrf, page.hub.hasher, now)
    if kept is not None:
        with suppress(Unknown):  # what it was about may be over by now
            return await resume(PartyPage(page, session), kept)
    return keep(page, page.go("/party/case"), session)


@router.post("/party/leave")
async def leave(party: PartyDep) -> Response:
    """退出: the next one at this telephone is somebody else."""
    await party.form()
    answer = party.page.go("/party", told="已经退出")
    answer.delete_cookie(COOKIE, path="/party")
    return answer


@router.post("/party/at-work")
async def at_work(party: PartyDep) -> Response:
    """正在填写: typing is work, and the hour begins anew."""
    await party.form()
    return keep(party.page, Response(status_code=204), party.session)


async def _find(page: Page, number: str, phone: str, *, sealed: bool) -> tuple[Proved | None, str]:
    hub = page.hub
    now = hub.clock.now()
    client = page.request.client
    address = client.host if client else ""
    counted = (
        # With the receipt in hand it is counted apart: who has none cannot close that way.
        (f"{'receipt' if sealed else 'number'}:{hub.hasher(number)}", attempts.OF_NUMBER),
        # In hex: the hash is the same for each way of writing a number, and leaves out dots.
        (f"address:{hub.hasher(address.encode().hex())}", attempts.OF_ADDRESS),
    )
    async with hub.pool.acquire() as conn:
        begun_as = await attempts.begin(conn, counted, now)
        if begun_as is None:
            return None, "refused"
        if sealed:
            four = phone if _FOUR.fullmatch(phone) else ""
            found = await proved_by_last_four(conn, number, four, at=now)
        else:
            found = await proved_by_phone(conn, number, hub.hasher(phone) or "", at=now)
        if found is not None:
            await attempts.take_back(conn, begun_as)
        return found, ""


async def _typed(page: Page) -> Form:
    """What was typed. Anybody may send this form: it asks for what only a party knows."""
    said = await page.request.form()
    return Form({name: [str(value)] for name, value in said.items()})


def _shown(
    page: Page, typed: Form, *, sealed: bool, wrong: str = "", status: int = 200
) -> Response:
    return page.show(
        "party/ask.html",
        title="查询本人的纠纷",
        status=status,
        typed=typed,
        sealed=sealed,
        wrong=wrong,
        party=None,
    )
