"""What is counted 计数项目, and each ratio: numerator, denominator, and what is left out of both.

A ratio is a row here, so that a centre's head can read how it is reckoned (RULES 61 to 63).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from services.routing.figures.parts import Duty, Outcome, term
from shared.contracts.routing import ReturnReason, Rung, WhistleEnd
from shared.law.article import RULES, Article


class By(StrEnum):
    """By what numbers are put apart 分组."""

    COUNTY = "county"  # 县（区）
    TOWNSHIP = "township"  # 乡镇（街道）
    DEPARTMENT = "department"  # 部门
    MATTER = "matter"  # 纠纷类型
    MONTH = "month"  # 月份
    LEVEL = "level"  # 层级
    CENTRE = "centre"  # 综治中心
    WHISTLER = "whistler"  # 吹哨单位


BY_TERMS: Final = {
    By.COUNTY: "县（区）",
    By.TOWNSHIP: "乡镇（街道）",
    By.DEPARTMENT: "部门",
    By.MATTER: "纠纷类型",
    By.MONTH: "月份",
    By.LEVEL: "层级",
    By.CENTRE: "综治中心",
    By.WHISTLER: "吹哨单位",
}
"""What each is called."""

LEVEL_TERMS: Final = {
    Rung.GRID: "网格",
    Rung.VILLAGE: "村（社区）",
    Rung.TOWNSHIP: "乡镇（街道）综治中心",
    Rung.LEADERSHIP: "乡镇（街道）党政班子",
    Rung.COUNTY: "县（区）综治中心",
    Rung.CITY: "市综治中心",
}
"""What the levels are called."""

REGISTERED: Final = "registered"
WHISTLES: Final = "whistles"
AUTOMATIC: Final = "automatic"
ASKED: Final = "asked"
ASKED_RETURNED: Final = "asked_returned"
RETURNED: Final = "returned"
REOPENED: Final = "reopened"
OPEN: Final = "open"
CALLS: Final = "calls"
CALLBACKS: Final = "callbacks"
REACHED: Final = "reached"
UNREACHED: Final = "unreached"
SOLVED_ASKED: Final = "solved_asked"
SOLVED: Final = "solved"
SATISFIED_ASKED: Final = "satisfied_asked"
SATISFIED: Final = "satisfied"


class Rise(StrEnum):
    """What became of a dispute at one level of the ladder 本级结果."""

    ENTERED = "entered"  # 到达
    SOLVED = "solved"  # 本级化解
    UP = "up"  # 上报上一级
    ENDED = "ended"  # 终止
    HERE = "here"  # 正在本级
    LAPSED = "lapsed"  # 本级期满；与上列各项并计


RISE_TERMS: Final = {
    Rise.ENTERED: "到达本级",
    Rise.SOLVED: "本级化解",
    Rise.UP: "上报上一级",
    Rise.ENDED: "在本级终止",
    Rise.HERE: "正在本级",
    Rise.LAPSED: "本级期满未化解",
}
"""What they are called."""

_ENDS: Final = {
    WhistleEnd.SOLVED: "办结：已解决",
    WhistleEnd.HANDED_OVER: "办结：移交",
    WhistleEnd.UNSOLVED: "办结：未解决",
    WhistleEnd.WITHDRAWN: "办结：撤回",
    WhistleEnd.UNREACHED: "办结：联系不到当事人",
    WhistleEnd.SUPERSEDED: "办结：并入应急哨",
}
_RETURNS: Final = {
    ReturnReason.FALSE: "退哨：情况不实",
    ReturnReason.DUPLICATE: "退哨：已有未办结的哨",
    ReturnReason.NOT_TRIED_BELOW: "退哨：下一级尚未办理",
    ReturnReason.NOT_SIGNED: "退哨：负责人不同意",
}


@cache
def of_duty(duty: Duty, outcome: Outcome) -> str:
    """The name of a count of duties, as `check_in_late`."""
    return f"{duty}_{outcome}"


@cache
def of_end(end: WhistleEnd) -> str:
    """The name of a count of endings, as `closed_solved`."""
    return f"closed_{end}"


@cache
def of_return(reason: ReturnReason) -> str:
    """The name of a count of returned whistles, as `returned_false`."""
    return f"returned_{reason}"


@cache
def of_rise(level: Rung, rise: Rise) -> str:
    """The name of a count on the ladder, as `ladder_village_solved`."""
    return f"ladder_{level}_{rise}"


MEASURES: Final[dict[str, str]] = {
    REGISTERED: "登记的纠纷",
    WHISTLES: "吹哨",
    AUTOMATIC: "其中按规则自动吹哨",
    ASKED: "提请的哨（含退哨）",
    ASKED_RETURNED: "提请的哨中退哨的",
    RETURNED: "退哨",
    **{of_return(one): term for one, term in _RETURNS.items()},
    OPEN: "尚未办结的哨",
    **{of_end(one): term for one, term in _ENDS.items()},
    REOPENED: "重新办理的哨",
    CALLS: "召集部门",
    **{
        of_duty(duty, outcome): f"{term(duty)}：{term(outcome)}"
        for duty in Duty
        for outcome in Outcome
    },
    CALLBACKS: "回访",
    REACHED: "回访：联系到",
    UNREACHED: "回访：联系不到",
    SOLVED_ASKED: "回访问明是否解决",
    SOLVED: "回访：已解决",
    SATISFIED_ASKED: "回访问明是否满意",
    SATISFIED: "回访：满意",
    **{
        of_rise(level, rise): f"{LEVEL_TERMS[level]}：{RISE_TERMS[rise]}"
        for level in Rung
        for rise in Rise
    },
}
"""Everything that is counted, and what it is called."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """比率: numerator over denominator, what is left out of both, and its reason."""

    name: str
    term: str
    numerator: str
    denominator: tuple[str, ...]
    aside: tuple[str, ...]
    """What is told beside it and counted in neither."""
    how: str
    article: Article


def _in_time(duty: Duty, name: str, called: str, article: Article) -> Ratio:
    return Ratio(
        name,
        called,
        of_duty(duty, Outcome.IN_TIME),
        (of_duty(duty, Outcome.IN_TIME), of_duty(duty, Outcome.LATE)),
        (of_duty(duty, Outcome.RUNNING), of_duty(duty, Outcome.RELEASED)),
        f"按期{term(duty)}数除以按期和逾期{term(duty)}数之和；卷内有逾期事实的为逾期，"
        "尚未到期的和不再要求的另列",
        article,
    )


RESPONSE: Final = _in_time(Duty.CHECK_IN, "response", "响应率", RULES[4])
SOLUTION: Final = Ratio(
    "solution",
    "解决率",
    SOLVED,
    (SOLVED_ASKED,),
    (UNREACHED,),
    "回访中答复已解决的次数除以联系到并问明是否解决的次数；联系不到的另列；计入主办部门和吹哨单位",
    RULES[36],
)
SATISFACTION: Final = Ratio(
    "satisfaction",
    "满意率",
    SATISFIED,
    (SATISFIED_ASKED,),
    (UNREACHED,),
    "回访中答复满意的次数除以联系到并问明是否满意的次数；联系不到的另列；计入主办部门和吹哨单位",
    RULES[36],
)
RETURNS: Final = Ratio(
    "returned",
    "退哨率",
    ASKED_RETURNED,
    (ASKED,),
    (AUTOMATIC,),
    "提请的哨中退哨的件数除以提请的哨的件数；按规则自动吹哨的另列",
    RULES[19],
)
RATE: Final = Ratio(
    "whistle_rate",
    "吹哨率",
    ASKED,
    (REGISTERED,),
    (AUTOMATIC,),
    "综治中心提请的哨的件数除以其辖区登记的纠纷件数；按规则自动吹哨的另列",
    RULES[63],
)

RATIOS: Final = (
    RESPONSE,
    _in_time(Duty.VISIT, "visit", "按期到场率", RULES[20]),
    _in_time(Duty.ANSWER, "answer", "按期反馈率", RULES[11]),
    _in_time(Duty.FINISH, "finish", "主办按期办结率", RULES[24]),
    SOLUTION,
    SATISFACTION,
    RETURNS,
    Ratio(
        "reopened",
        "重新办理率",
        REOPENED,
        (WHISTLES,),
        (),
        "重新办理的哨的件数除以吹哨件数",
        RULES[39],
    ),
    RATE,
)
"""Every ratio that is told of a group."""


def at_level(level: Rung) -> Ratio:
    """本级化解率 of a level of the ladder."""
    return Ratio(
        f"ladder_{level}",
        f"{LEVEL_TERMS[level]}化解率",
        of_rise(level, Rise.SOLVED),
        (of_rise(level, Rise.ENTERED),),
        (of_rise(level, Rise.HERE),),
        "在本级化解的件数除以到达本级的件数",
        RULES[37],
    )
