"""Read views of intake: a dispute's file by the number that people know, and the hub's time."""

from datetime import date, datetime
from uuid import UUID

from services.intake.store import find_number
from shared.errors import Malformed, Unknown
from shared.law.period import legal_day
from shared.number import DisputeNumber
from shared.work import Hub


async def case_of(hub: Hub, text: str) -> UUID:
    """The file of a dispute by its number, as people write it 纠纷编号.

    Raises:
        Malformed: It is no dispute number; its check digit shows most mistakes.
        Unknown: No dispute has it.
    """
    try:
        number = str(DisputeNumber.parse(text))
    except ValueError as error:
        raise Malformed(str(error)) from error
    case_id = await find_number(hub.pool, number)
    if case_id is None:
        raise Unknown("没有这个编号的纠纷")
    return case_id


async def moment(hub: Hub) -> datetime:
    """Now, by the hub's clock."""
    return await hub.now()


async def today(hub: Hub) -> date:
    """The legal day of now."""
    return legal_day(await moment(hub))
