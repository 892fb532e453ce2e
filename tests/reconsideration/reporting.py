"""What was declined on 2 March and is reported to the authority above (ARL 35)."""

from tests.reconsideration.higher import done
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

REPORT = {"text": "没有正当理由不予受理。"}
ORDER = {"until": "2026-03-20", "justified": False, "text": "责令受理。"}


async def told(door: Door, case: str) -> str:
    """Reported by the applicant on 9 March; the path of the report."""
    door.on("2026-03-09")
    file = await done(door, f"{case}/wrong-report", PARTY, **REPORT)
    return f"/corrections/{file['case_id']}"


async def refused(door: Door) -> str:
    """Declined on the day on which it was received, for want of an interest."""
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION)
    path = f"/reconsiderations/{taken.json()['case_id']}"
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{path}/declination", OFFICER, **reason)
    return path
