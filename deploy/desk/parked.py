"""滞留件: what an office could not handle: seen, mended, handed in again or discarded."""

import json
from typing import Annotated, Final, Literal

from fastapi import Path, Query
from starlette.responses import Response

from deploy.compose import offices
from shared.auth import Identity, Role
from shared.contracts.catalogue import wording
from shared.db import HIGHEST
from shared.frame import Answer, Page, PageDep, page_router
from shared.frame.sorting import Order
from shared.web import needs

router = page_router()

Administrator = Annotated[Identity, needs(Role.ADMINISTRATOR)]
Id = Annotated[int, Path(title="序号", ge=1, le=HIGHEST)]

ACTS: Final = {"mending": "已更正", "replay": "已重办", "discard": "已作废"}


@router.get("/desk/parked")
async def every(
    page: PageDep,
    who: Administrator,
    sort: Literal["", "at", "-at"] = "",
    after: Annotated[int, Query(ge=0, le=HIGHEST)] = 0,
    consumer: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """滞留件列表: the first of each lane, the oldest first unless the address says otherwise."""
    del who
    order = str(Order.of(sort, "at"))
    found = await page.read("/parked", after=after, limit=50, sort=order, consumer=consumer)
    return page.show(
        "deploy/parked.html",
        title="滞留件",
        found=found,
        after=after,
        sort=order,
        consumer=consumer,
        consumers=[("", "全部"), *((one, _receiver(one)) for one in found["consumers"])],
        receiver_of=_receiver,
        wording=wording,
    )


@router.get("/desk/parked/{parked_id}")
async def one(page: PageDep, parked_id: Id, who: Administrator) -> Response:
    """滞留件: whole, with what can be done."""
    del who
    return await _shown(page, parked_id)


@router.post("/desk/parked/{parked_id}")
async def act(page: PageDep, parked_id: Id, who: Administrator) -> Response:
    """更正、重办、作废: at its own door."""
    del who
    form = await page.form()
    done = form.get("act")
    if done not in ACTS:
        return await _shown(page, parked_id)
    typed = form.get("body")
    body = {"body": typed} if done == "mending" else None
    answer = await page.call("POST", f"/parked/{parked_id}/{done}", body)
    if not answer.ok:
        return await _shown(page, parked_id, typed, answer)
    if done == "mending":
        return page.go(f"/desk/parked/{parked_id}", told="已更正，可以重办")
    told = f"{ACTS[done]}：办理{answer.body['handled']}页，仍滞留{answer.body['left']}页"
    return page.go("/desk/parked", told=told)


async def _shown(
    page: Page, parked_id: int, typed: str = "", answer: Answer | None = None
) -> Response:
    item = await page.read(f"/parked/{parked_id}")
    return page.show(
        "deploy/parked_one.html",
        title=f"滞留件 {parked_id}",
        status=answer.status if answer else 200,
        item=item,
        receiver=_receiver(item["consumer"]),
        what=wording(item["kind"]).term,
        readable=typed or _readable(item["mended"] or item["body"]),
        faults=answer.faults if answer else (),
    )


def _receiver(consumer: str) -> str:
    """The office that could not handle it, `hub.routing.office`; another consumer as it is."""
    terms = {one.name: one.term for one in offices()}
    return next((terms[word] for word in consumer.split(".") if word in terms), consumer)


def _readable(body: str) -> str:
    """The body with one field a line, where it can be read at all."""
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except ValueError:
        return body
