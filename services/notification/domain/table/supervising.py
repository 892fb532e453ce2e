"""通知一览: supervision 监督, and the periods 期限 of every office."""

from typing import Final

from services.notification.domain.conditions import (
    by_warning,
    when_climbed,
    when_inspected,
)
from services.notification.domain.recipients import (
    askers,
    centre,
    city,
    departments,
    holder,
    pressed,
    silent,
    supervisors,
)
from services.notification.domain.table.rows import BODY, HEAD, known, owed, row, urgent
from shared.contracts import supervision
from shared.contracts.clock import DeadlineMoved, DeadlineWarned

ROWS: Final = (
    # 监督
    urgent(
        supervision.AlertRaised,
        "预警：{heard}",
        supervisors,
        askers,
        when_climbed(silent),
        when_climbed(centre),
        when_inspected(city),
    ),
    owed(
        supervision.ComplianceWatchOpened,
        "已生效的复议决定，请监督履行",
        *(BODY, HEAD, supervisors),
        until="perform_by",
    ),
    owed(
        supervision.PerformanceRunsAnew,
        "重新送达以后履行期限另算，至{perform_by}",
        *(departments, BODY, HEAD, supervisors),
        until="perform_by",
    ),
    known(
        supervision.PerformanceTakenOver,
        "{before}的职权由{respondent}继续行使，由其履行，期限照旧",
        *(departments, BODY, HEAD, supervisors),
    ),
    urgent(
        supervision.PerformanceOrdered,
        "责令限期履行，至{perform_by}",
        departments,
        until="perform_by",
    ),
    urgent(
        supervision.InterviewNotified,
        "定于{interview_at}约谈有关负责人",
        departments,
        until="interview_at",
    ),
    urgent(supervision.CriticismCirculated, "逾期不履行，已被通报批评", departments),
    urgent(
        supervision.PerformanceLapsed, "逾期未履行复议决定", departments, BODY, HEAD, supervisors
    ),
    urgent(supervision.OrderLapsed, "逾期未按责令履行", departments, BODY, HEAD, supervisors),
    urgent(supervision.SupervisionActOverdue, "逾期未督办：{duty}", HEAD, supervisors),
    urgent(supervision.CaseUrged, "督办：请{organ}抓紧办理", pressed),
    owed(supervision.ExplanationRequired, "请{organ}在{within}内说明情况", pressed, until="within"),
    known(supervision.ExplanationGiven, "{organ}已说明情况", supervisors, askers),
    # whoever asked is told by the alert that follows
    urgent(supervision.ExplanationLapsed, "{organ}逾期未说明情况，仍须说明", pressed),
    # 期限
    row(DeadlineWarned, "{deadline}将满（{warning}）", holder, weight=by_warning, until="until"),
    owed(DeadlineMoved, "{deadline}因放假安排变动", holder, until="until"),
)
