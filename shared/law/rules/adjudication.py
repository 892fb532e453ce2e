"""行政裁决: the times where no law sets its own."""

from typing import Final

from shared.law.article import CPL, PLAN
from shared.law.period import WorkingDays
from shared.law.rules.rule import Basis, Rule

_PROPOSED = Basis.PROPOSED

ADJUDICATION: Final = (
    Rule(
        41,
        "行政裁决的受理",
        "收到裁决申请后，裁决机关应当在期限内决定是否受理；法律另有规定的从其规定。",
        _PROPOSED,
        PLAN[24],
        (WorkingDays(5),),
    ),
    Rule(
        42,
        "申请书副本",
        "受理后，裁决机关应当在期限内向每一名被申请人发送申请书副本；法律另有规定的从其规定。",
        _PROPOSED,
        PLAN[24],
        (WorkingDays(5),),
    ),
    Rule(
        43,
        "答辩",
        "被申请人收到副本后可以在期限内答辩，各自计算；不答辩不影响裁决。法律另有规定的从其规定。",
        _PROPOSED,
        PLAN[24],
        (WorkingDays(10),),
    ),
    Rule(
        44,
        "送达裁决书",
        "裁决作出后应当在期限内向第一名当事人送达，其余当事人随后送达。",
        _PROPOSED,
        CPL[87],
        (WorkingDays(5),),
    ),
    Rule(
        45,
        "裁决结案",
        "没有需要履行的义务的，达成调解后可以结案；"
        "作出裁决的，送达全部当事人且救济期限届满后可以结案。",
        _PROPOSED,
        PLAN[24],
    ),
)
