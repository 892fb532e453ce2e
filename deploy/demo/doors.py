"""门: what may be done in a demonstration, by the doors of the offices, and what is said there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

Body = Mapping[str, Any]
"""What is sent; a word that begins with `@` is filled in when the act is done."""


class Who(StrEnum):
    """谁: who does an act; which organ that is, the dispute and its whistle say."""

    WINDOW = "window"
    """The window that takes it in."""
    GRID = "grid"
    """Grid and village, at the township's centre."""
    CENTRE = "centre"
    """The county's centre."""
    LEADER = "leader"
    """Its leader, who signs."""
    LEAD = "lead"
    """The leading department 主办, whichever that is by then."""
    ASSISTS = "assists"
    """Every department that assists 协办, one after another."""
    FIRST = "first"
    """The first of them."""
    REST = "rest"
    """The others of them."""


DEPARTMENTS: Final = (Who.LEAD, Who.ASSISTS, Who.FIRST, Who.REST)


@dataclass(frozen=True, slots=True)
class Door:
    """A door by its path, and what is done there."""

    path: str
    term: str
    kinds: tuple[str, ...]
    """The page that it leaves, or one of several."""
    body: Body = field(default_factory=dict)
    """What is said there unless the course says otherwise."""


_W, _L, _R = "/whistles/{whistle}", "/ladders/{ladder}", "/routings/{routing}"

_OBJECTION: Final[Body] = {"basis": "部门职责清单", "reason": "经核对，该事项不属于本局职责范围。"}
_RULING: Final[Body] = {"basis": "部门职责清单", "department": "@objector"}

DOORS: Final[Mapping[str, Door]] = {
    "intake.register": Door("/disputes", "登记", ("intake.registered.v1",)),
    "intake.withdraw": Door(
        "/disputes/{number}/withdrawal",
        "撤回",
        ("intake.withdrawn.v1",),
        {"reason": "双方已自行和解。"},
    ),
    "routing.ask": Door(
        "/whistles",
        "请求吹哨",
        ("routing.whistle_proposed.v1", "routing.whistle_blown.v1", "routing.whistle_returned.v1"),
        {"dispute_id": "@dispute", "text": "请召集有关部门到场核实。"},
    ),
    "routing.sign": Door(f"{_W}/signature", "签批", ("routing.whistle_blown.v1",)),
    "routing.give_back": Door(
        f"{_W}/return",
        "退哨",
        ("routing.whistle_returned.v1",),
        {"reason": "false", "text": "经核实，所述情况与事实不符。"},
    ),
    "routing.check_in": Door(f"{_W}/check-in", "报到", ("routing.checked_in.v1",)),
    "routing.visit": Door(
        f"{_W}/site-visit",
        "到场核实",
        ("routing.site_visited.v1",),
        {
            "record": "工作人员两名到场，查看现场并拍照，已向双方了解情况。",
            "pictures": ["c0de" * 16],
        },
    ),
    "routing.answer": Door(
        f"{_W}/answer",
        "反馈",
        ("routing.answered.v1",),
        {"finding": "solved", "opinion": "经现场核实和协调，双方就处理办法达成一致，已落实到位。"},
    ),
    "routing.progress": Door(
        f"{_W}/progress",
        "阶段反馈",
        ("routing.progress_told.v1",),
        {"report": "已完成现场核查，尚待有关单位提供资料。"},
    ),
    "routing.finish": Door(
        f"{_W}/finish",
        "部门办结",
        ("routing.department_finished.v1",),
        {"evidence": "现场照片、双方签字的确认书。"},
    ),
    "routing.refuse": Door(f"{_W}/refusal", "拒绝承办", ("routing.refused.v1",), _OBJECTION),
    "routing.dispute": Door(
        f"{_W}/competence-dispute",
        "权属异议",
        ("routing.competence_disputed.v1",),
        {**_OBJECTION, "competent": "@other"},
    ),
    "routing.rule": Door(
        f"{_W}/ruling",
        "权属裁定",
        ("routing.competence_upheld.v1", "routing.ruled_out.v1"),
        _RULING,
    ),
    "routing.wait": Door(
        f"{_W}/waiting",
        "等待当事人",
        ("routing.party_awaited.v1",),
        {"what": "等待当事人补交合同。"},
    ),
    "routing.go_on": Door(f"{_W}/resumption", "恢复办理", ("routing.party_came.v1",)),
    "routing.ask_for_more": Door(
        f"{_W}/extension-request",
        "申请延期",
        ("routing.extension_asked.v1",),
        {"more": "3wd", "reason": "鉴定机构出具报告需要三个工作日。"},
    ),
    "routing.decide_extension": Door(
        f"{_W}/extension",
        "延期决定",
        ("routing.extension_granted.v1", "routing.extension_denied.v1"),
        {"department": "@lead", "granted": True},
    ),
    "routing.meet": Door(
        f"{_W}/meeting",
        "联合会商",
        ("routing.meeting_held.v1",),
        {
            "departments": "@here",
            "minutes": "各部门到会，明确牵头单位、分工和时限。",
            "chair": "leader",
        },
    ),
    "routing.make_plan": Door(
        f"{_W}/plan",
        "联合方案",
        ("routing.plan_made.v1",),
        {"departments": "@here", "plan": "主办部门三日内落实，协办部门同步检查，中心回访。"},
    ),
    "routing.call_back": Door(
        f"{_W}/callback",
        "回访",
        ("routing.called_back.v1",),
        {"reached": True, "solved": True, "satisfied": True, "note": "当事人表示问题已经解决。"},
    ),
    "routing.close": Door(f"{_W}/closure", "综治中心办结", ("routing.whistle_closed.v1",)),
    "routing.solve": Door(
        f"{_L}/solution",
        "本级化解",
        ("routing.level_solved.v1",),
        {"note": "上门两次，双方同意各让一步，当场和解。"},
    ),
    "routing.give_up": Door(
        f"{_L}/escalation",
        "上报",
        ("routing.level_unsolved.v1",),
        {"note": "多次上门，双方分歧较大，未能化解。"},
    ),
    "routing.report": Door(f"{_L}/red-report", "红色上报", ("routing.red_reported.v1",)),
    "routing.correct": Door(
        f"{_R}/correction",
        "更正途径",
        ("routing.road_corrected.v1",),
        {
            "road": "reconsideration",
            "article": "ARL 11 item 1",
            "reason": "查明所称收费系城市管理部门作出的行政处罚，不是与物业的纠纷。",
            "matter": "chufa",
            "act": "penalty",
            "respondent": "@fining",
        },
    ),
    "routing.take_elsewhere": Door(
        f"{_R}/application",
        "当事人已申请",
        ("routing.road_taken.v1",),
        {"road": "labour_arbitration"},
    ),
}
"""Every door that a demonstration goes through, by office and act."""
