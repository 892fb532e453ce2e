"""通知一览: whistles 吹哨报到, levels 四级七天 and roads 途径."""

from typing import Final

from services.notification.domain.conditions import (
    by_call,
    is_bounded,
    is_red,
)
from services.notification.domain.recipients import (
    centre,
    department,
    departments,
    named,
    signer,
    supervisors,
    window,
)
from services.notification.domain.table.rows import known, owed, row, urgent
from services.notification.domain.told import Desk
from shared.contracts import intake, routing

ROWS: Final = (
    # 吹哨报到
    owed(routing.WhistleProposed, "请签批吹哨，{sign_off}内", signer, until="sign_off"),
    row(
        routing.DepartmentCalled,
        "召集{department}，{check_in}内报到，{opinion}内反馈",
        department,
        weight=by_call,
        until="check_in",
    ),
    known(routing.DepartmentInformed, "知会{department}，不要求报到", department),
    urgent(routing.CheckInLapsed, "{department}逾期未报到，仍须报到", department, centre),
    urgent(routing.AnswerLapsed, "{department}逾期未反馈，仍须反馈", department, centre),
    urgent(routing.DepartmentOverdue, "{department}逾期：{duty}，仍须办理", department, centre),
    owed(routing.WaitLapsed, "等待当事人期满，{department}应继续办理", department),
    owed(
        routing.DepartmentRefused,
        "{department}拒绝承办，请在{ruling}内裁定",
        centre,
        until="ruling",
    ),
    owed(
        routing.CompetenceDisputed,
        "{department}提出权属异议，认为应由{competent}承办，请在{ruling}内裁定",
        centre,
        until="ruling",
    ),
    urgent(routing.RulingLapsed, "{department}的权属逾期未裁定", centre, department),
    row(
        routing.CompetenceUpheld,
        "裁定由{department}承办，{check_in}内报到",
        department,
        weight=by_call,
        until="check_in",
    ),
    known(routing.DepartmentRuledOut, "裁定{department}不承办，不再要求办理", department),
    owed(routing.LeadNamed, "改由{department}主办，{finish}内办结", department, until="finish"),
    owed(routing.ExtensionAsked, "{department}申请延期{more}，请决定", centre, until="decision"),
    known(routing.ExtensionGranted, "批准{department}延期{more}", department),
    owed(routing.ExtensionDenied, "不予{department}延期，原期限不变", department),
    urgent(
        routing.ExtensionUndecided,
        "{department}的延期申请逾期未决定，原期限不变",
        centre,
        department,
    ),
    owed(routing.FinishReleased, "{department}未能解决，请综治中心办结", centre),
    owed(routing.WhistleFinished, "{lead}已办结，请在{callback}内回访", centre, until="callback"),
    owed(
        routing.WhistleReopened,
        "当事人不满意，重新办理，{close}内办结",
        centre,
        departments,
        until="close",
    ),
    owed(
        routing.WhistleRaised,
        "哨已提级到{centre}，{close}内办结",
        named("centre", Desk.WINDOW),
        until="close",
    ),
    known(routing.WhistleReturned, "吹哨已退回", named("whistler", Desk.GRID, Desk.WINDOW)),
    known(routing.WhistleClosed, "哨已办结", departments),
    urgent(routing.RoutingActOverdue, "综治中心逾期未办：{duty}", centre),
    # 四级七天
    owed(
        routing.LevelReached,
        "到{organ}办理，{within}内化解",
        named("organ", Desk.GRID, Desk.WINDOW),
    ),
    urgent(routing.LevelLapsed, "本级期满仍未化解", centre),
    urgent(
        routing.RiskSet, "风险定为红色，请在{report}内上报", centre, until="report", when=is_red
    ),
    urgent(routing.RedReported, "红色风险已上报{organ}", named("organ", Desk.WINDOW)),
    # 途径
    owed(
        routing.RoadNotified,
        "法定途径已生成告知内容，请告知当事人；可以申请至{open_until}",
        window,
        until="open_until",
        when=is_bounded,
        otherwise=owed(
            routing.RoadNotified,
            "法定途径已生成告知内容，请告知当事人",
            window,
            until="open_until",
        ),
    ),
    owed(
        routing.OwnSuitTold,
        "一起申请的人另日收到决定书，请告知其本人的起诉期限，至{sue_until}",
        window,
        until="sue_until",
    ),
    owed(routing.RoadCorrected, "途径已更正，请告知当事人", window),
    known(intake.ApplicantAdded, "登记后增列了一名申请人，请告知其办理途径", window),
    known(intake.DisputeRepeated, "同一当事人再次提出，累计{times}次", window),
    known(routing.HotSpotFound, "发现热点：{place}，{count}件", supervisors),
)
