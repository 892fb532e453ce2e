"""通知一览: work reports, and checks from above of the work of reconsideration (ARR2026 66, 67)."""

from typing import Final

from services.notification.domain.recipients import named
from services.notification.domain.table.rows import BODY, HEAD, known, owed, urgent
from services.notification.domain.told import Desk
from shared.contracts.reconsideration import overseeing

BELOW: Final = named("below", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD)

ROWS: Final = (
    # 行政复议: guidance and supervision 指导和监督
    known(
        overseeing.WorkReportTimesSet,
        "已经确定工作报告的周期，下一份至{due_on}提交",
        HEAD,
    ),
    urgent(overseeing.WorkReportOverdue, "逾期未提交行政复议工作报告，仍须提交", BODY, HEAD),
    known(
        overseeing.MajorMatterReported,
        "{organ}请示报告行政复议工作的重大事项",
        named("above", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
    ),
    known(overseeing.WorkChecked, "{organ}检查了{below}的行政复议工作", HEAD, BELOW),
    known(overseeing.CheckFedBack, "{organ}已反馈检查结果，没有需要整改的", BELOW),
    owed(
        overseeing.MendingRequired,
        "{organ}要求整改，请至{until}报送整改情况",
        BELOW,
        until="until",
    ),
    owed(overseeing.MendingReported, "{organ}已报送整改情况，请审查", HEAD),
    urgent(
        overseeing.MendingOverdue,
        "{organ}逾期未报送整改情况，仍须报送",
        named("organ", Desk.RECONSIDERATION, Desk.RECONSIDERATION_HEAD),
        BODY,
        HEAD,
    ),
    known(overseeing.MendingConfirmed, "{organ}已确认整改到位", BELOW),
)
