"""Reads that belong to no act: on which shelf a file stands, whether its copies went out."""

from uuid import UUID

from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.store import COPY_SENT, MATTER_OF, SHELVES
from shared.contracts.adjudication import CopySent, Matter
from shared.errors import Away, Unknown
from shared.work import LOST, Hub, Shelf


async def shelf_holding(hub: Hub, case_id: UUID) -> Shelf[Adjudication]:
    """The shelf of the matter that a file is about.

    Raises:
        Unknown: There is no such file here.
        Away: The database does not answer.
    """
    try:
        matter: str | None = await hub.pool.fetchval(MATTER_OF, case_id)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    if matter is None:
        raise Unknown("没有这份案卷")
    return SHELVES[Matter(matter)]


async def is_copy_sent(hub: Hub, case_id: UUID) -> bool:
    """Whether the organ has sent the copies of the application out; once it has, it has.

    Raises:
        Away: The database does not answer.
    """
    try:
        return bool(await hub.pool.fetchval(COPY_SENT, case_id, CopySent.kind_name()))
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
