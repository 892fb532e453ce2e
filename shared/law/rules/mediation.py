"""人民调解: the times that the law leaves to the committees."""

from typing import Final

from shared.law.article import PML
from shared.law.period import CalendarDays, WorkingDays
from shared.law.rules.rule import Basis, Rule

_PROPOSED = Basis.PROPOSED

MEDIATION: Final = (
    Rule(
        31,
        "征询调解意愿",
        "提出调解后，调解委员会应当在期限内问明各方是否同意调解。",
        _PROPOSED,
        PML[17],
        (WorkingDays(5),),
    ),
    Rule(
        32,
        "确定人民调解员",
        "各方同意调解后，调解委员会应当在期限内指定或者由当事人选定人民调解员。",
        _PROPOSED,
        PML[19],
        (WorkingDays(3),),
    ),
    Rule(
        33,
        "调解期限",
        "调解期限自各方同意调解之日起算，委员会与各方可以约定延长；期满不当然终止调解。",
        _PROPOSED,
        PML[22],
        (CalendarDays(30),),
    ),
    Rule(
        34,
        "期满处理",
        "调解期限届满后，应当在期限内达成协议、约定延长或者终止调解。",
        _PROPOSED,
        PML[26],
        (WorkingDays(3),),
    ),
    Rule(
        35,
        "履行期满回访",
        "调解协议的履行期满后，调解委员会应当在期限内查明是否已经履行。",
        _PROPOSED,
        PML[31].par(2),
        (WorkingDays(5),),
    ),
)
