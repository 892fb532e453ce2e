"""An application for reconsideration in the town, from acceptance until its decision is served."""

from typing import Any

from shared.auth import Role
from tests.reconsideration.deciding import HANDED, road
from tests.routing.town import GOVERNMENT, Town

OFFICER = (Role.RECONSIDERATION, GOVERNMENT)
COURT = ("sue", "court")


ON_THE_SPOT: dict[str, object] = {
    "text": "当场处罚。",
    "request_clear": True,
    "interest": "addressee",
    "on_the_spot": True,
}
"""What is seen of an application against a penalty for which reconsideration comes first."""


async def decide(
    place: Town,
    case_id: str,
    applicant: str,
    outcome: str = "upheld",
    *,
    final_law: str | None = None,
    **found: object,
) -> None:
    """From acceptance to service of the decision; `found` is what was found of the conditions."""
    await seal(place, case_id, applicant, outcome, final_law=final_law, **found)
    said = {"served_on": "2026-11-23", "applicants": {applicant: "2026-11-23"}, **HANDED}
    await place.do(f"/reconsiderations/{case_id}/delivery", *OFFICER, **said)


async def seal(
    place: Town,
    case_id: str,
    applicant: str,
    outcome: str = "upheld",
    *,
    final_law: str | None = None,
    **found: object,
) -> None:
    """From acceptance to the seal: the decision is made and served on nobody yet."""
    case = f"/reconsiderations/{case_id}"
    officer, head = (Role.RECONSIDERATION, GOVERNMENT), (Role.RECONSIDERATION_HEAD, GOVERNMENT)
    respondent = (Role.DEPARTMENT, "620702-chengguan")
    await place.do(f"{case}/acceptance", *officer)
    await place.do(f"{case}/copy", *officer)
    await place.do(f"{case}/copy-receipt", *respondent)
    await place.do(f"{case}/reply", *respondent, text="处罚依据充分。")
    await place.do(f"{case}/views", *officer, manner="telephone", record="认为过重。")
    if found:
        await place.do(f"{case}/conditions", *officer, **{"text": "审查认定。", **found})
    finding = {"hopeless": found["groundless"]} if "groundless" in found else None
    owed: dict[str, Any] = {"final_law": final_law} if final_law else {}
    owed |= {"duties": [{"person_id": applicant}]} if outcome == "upheld" else {}
    for path, who, body in road(outcome, text="决定。", found=finding, **owed):
        await place.do(f"{case}/{path}", *(head if who == "head" else officer), **body)
