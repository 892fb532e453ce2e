"""通知一览: mediation 调解 and adjudication 裁决."""

from typing import Final

from services.notification.domain.recipients import (
    authority,
)
from services.notification.domain.table.rows import known, owed, urgent
from services.notification.domain.told import Desk
from shared.contracts import adjudication, mediation

MEDIATOR, ADJUDICATOR = authority(Desk.MEDIATOR), authority(Desk.ADJUDICATOR)

ROWS: Final = (
    # 调解、裁决
    owed(mediation.MediationProposed, "收到调解事项，请{committee}办理", MEDIATOR),
    urgent(mediation.TermExpired, "调解期限届满，请终止或者经双方同意延长", MEDIATOR),
    owed(mediation.PerformancePeriodExpired, "协议约定的履行期限届满，请回访", MEDIATOR),
    urgent(mediation.MediationActOverdue, "逾期未办：{duty}", MEDIATOR),
    owed(adjudication.AdjudicationApplied, "收到行政裁决申请，请审查", ADJUDICATOR),
    known(adjudication.RemedyTaken, "当事人对裁决寻求救济", ADJUDICATOR),
    urgent(adjudication.AdjudicationActOverdue, "逾期未办：{duty}", ADJUDICATOR),
)
