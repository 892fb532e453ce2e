"""Doors from application 申请 to acceptance 受理 (ARL chapters 2 and 3)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationSupplemented,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNotified,
)
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.in_time import SupplementInTime
from shared.contracts.reconsideration.pausing import StayRequestMoved
from shared.contracts.reconsideration.repeated import ApplicationSevered, NotHandledAgain
from shared.contracts.reconsideration.request import RequestChanged, ThirdRequestAdmitted

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/supplement-notice": (SupplementNotified,),
    "/reconsiderations/{case_id}/supplement-notice-receipt": (SupplementNoticeReceived,),
    "/reconsiderations/{case_id}/supplement-extension": (SupplementExtended,),
    "/reconsiderations/{case_id}/supplement": (ApplicationSupplemented,),
    "/reconsiderations/{case_id}/supplement-in-time": (SupplementInTime,),
    "/reconsiderations/{case_id}/compensation-claim": (CompensationClaimed,),
    "/reconsiderations/{case_id}/request": (RequestChanged,),
    "/reconsiderations/{case_id}/third-request-admission": (ThirdRequestAdmitted,),
    "/reconsiderations/{case_id}/severance": (ApplicationSevered, StayRequestMoved),
    "/reconsiderations/{case_id}/acceptance": (ApplicationAccepted,),
    "/reconsiderations/{case_id}/declination": (ApplicationDeclined,),
    "/reconsiderations/{case_id}/no-further-handling": (NotHandledAgain,),
}
"""By the path of the door."""
