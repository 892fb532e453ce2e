"""利害关系的单位和个人: who of a committee has declared an interest in somebody of a case."""

from services.consultation.domain.case import Consultation
from services.consultation.store import ROSTERS, roster_of
from shared.db import LOST
from shared.errors import Away, Unknown
from shared.people import named_in
from shared.work import Hub


async def tied(hub: Hub, case: Consultation) -> frozenset[str]:
    """Codes of experts who have declared an interest in a party of the case, by name (RULES 72).

    Applicants, third persons and whoever else takes part count alike; names are told by their
    keyed hashes, and nothing is read.

    Raises:
        Away: The database does not answer.
    """
    try:
        roster, _ = await hub.read(ROSTERS, roster_of(case.authority))
        owners = {tie: code for code, one in roster.experts.items() for tie in one.ties}
        async with hub.pool.acquire() as conn:
            found = await named_in(conn, owners, case.dispute_id, case.request_case_id)
    except Unknown:
        return frozenset()
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return frozenset(owners[one] for one in found)
