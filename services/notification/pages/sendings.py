"""外发通知: the queue for administrators: what waits, what failed, what nobody knows of."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Path, Query
from starlette.responses import Response

from services.notification.pages.notices import ORDERS
from services.notification.pages.reasons import reason
from services.notification.queries import FIRST_ATTEMPT, USUAL
from services.notification.schemas import AttemptsIn, SendingsIn
from services.notification.sending.addresses import BadAddresses, load_addresses
from services.notification.sending.again import UNADDRESSED
from shared.auth import Identity, Role
from shared.frame import Page, PageDep, page_router
from shared.sessions.posts import acted_by
from shared.settings import settings
from shared.web import needs

router = page_router()

Administrator = Annotated[Identity, needs(Role.ADMINISTRATOR)]
Id = Annotated[UUID, Path(title="外发标识")]

HOME: Final = "/desk/notices/sendings"
STATES: Final = (
    ("", "全部"),
    ("waiting", "待发"),
    ("claimed", "正在发"),
    ("sent", "已发出"),
    ("failed", "未发出"),
    ("unknown", "结果不明"),
)
CHANNELS: Final = (("", "全部"), ("mail", "邮件"), ("gateway", "消息网关"))
EACH: Final = 50
OUTCOMES: Final = {
    "sent": "已发出",
    "retry": "未发出，稍后再发",
    "refused": "被拒收",
    "unknown": "不明",
    "": "中断，没有记录",
}
LIGHTS: Final = {
    "waiting": "blue",
    "claimed": "blue",
    "sent": "green",
    "failed": "red",
    "unknown": "yellow",
}


@router.get(HOME)
async def sendings(
    page: PageDep, who: Administrator, asked: Annotated[SendingsIn, Query()]
) -> Response:
    """外发队列: newest first unless the address says otherwise."""
    del who
    query = asked.model_dump(exclude_defaults=True)
    answer = await page.call("GET", "/notices/sendings", query=query)
    if answer.problem:
        return page.fault(answer.problem)
    return page.show(
        "notification/sendings.html",
        title="外发通知",
        found=answer.body,
        names=await _names(page, answer.body["items"]),
        asked=asked,
        ways=_ways(page),
        states=STATES,
        channels=CHANNELS,
        sort=asked.sort or USUAL,
        orders=ORDERS,
        says={**dict(STATES), **dict(CHANNELS)},
        lights=LIGHTS,
        reason=reason,
    )


@router.post(f"{HOME}/resendings")
async def resend(page: PageDep, who: Administrator) -> Response:
    """重新发送: one, those of a page, or all that a channel has given up."""
    del who
    form = await page.form()
    body = {"sendings": form.all("sending"), "channel": form.get("channel")}
    answer = await page.call("POST", "/notices/sendings/resendings", body)
    if answer.problem:
        return page.fault(answer.problem)
    return page.go(_back(form.get("back")), told=_told(answer.body))


@router.get(f"{HOME}/{{sending_id}}")
async def attempts(
    page: PageDep, sending_id: Id, who: Administrator, asked: Annotated[AttemptsIn, Query()]
) -> Response:
    """外发记录: the attempts, the first one first unless the address says otherwise."""
    del who
    query = {"outcome": asked.outcome, "sort": asked.sort, "after": asked.after, "limit": EACH + 1}
    found = await page.read(f"/notices/sendings/{sending_id}", **query)
    shown = found[:EACH]
    more = len(found) > EACH
    return page.show(
        "notification/attempts.html",
        title="外发记录",
        attempts=shown,
        more=page.with_query(after=shown[-1]["attempt"]) if more else "",
        names=await _names(page, shown),
        outcomes=OUTCOMES,
        endings=[("", "全部"), *((code or "broken", says) for code, says in OUTCOMES.items())],
        asked=asked,
        sort=asked.sort or FIRST_ATTEMPT,
    )


def _told(done: Mapping[str, int]) -> str:
    doubtful, failed = done["doubtful"], done["failed"] - done["doubtful"]
    said = f"已重新排队{done['resent']}件"
    if failed:
        said += f"，{UNADDRESSED.format(n=failed)}"
    return said + (f"，{doubtful}件网关可能收下过，不能重新发送" if doubtful else "")


async def _names(page: Page, told: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """What those are called who had something sent again."""
    codes = {one["resent_by"] for one in told if one["resent_by"]}
    return await acted_by(page.hub.pool, codes)


def _back(said: str) -> str:
    return said if said == HOME or said.startswith(f"{HOME}?") else HOME


def _ways(page: Page) -> list[tuple[str, str]]:
    """Each channel with what stands in its way, as the settings and the file of addresses say."""
    told = settings()
    try:
        addresses = load_addresses(told.addresses, page.hub.directory)
    except BadAddresses as error:
        return [("外发地址", str(error))]
    found = []
    for channel, declared in (("mail", told.smtp), ("gateway", told.gateway)):
        many = len(addresses[channel])
        says = f"已启用，{many}个机构登记了地址" if declared else "没有设置，不外发"
        found.append((dict(CHANNELS)[channel], says))
    return found
