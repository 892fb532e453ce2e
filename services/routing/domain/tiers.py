"""哨的时限: what a centre's head may change; no statute sets these times.

The answer and the closing follow the city's own ladder 四级七天, seven working days over four
levels: the whistle is its third level with two working days, the township's leadership the fourth
with two more. How soon a department must check in is a proposal for the city to confirm.
"""

from typing import Final

from shared.contracts.routing import (
    DepartmentCalled,
    DepartmentCalledToDanger,
    DepartmentCalledUrgently,
)
from shared.law.period import Hours, Minutes, WorkingDays

CHECK_IN_ORDINARY: Final = WorkingDays(1)  # 一般：1 个工作日内报到
CHECK_IN_URGENT: Final = Hours(2)  # 紧急：2 小时内报到
CHECK_IN_DANGER: Final = Minutes(30)  # 应急：30 分钟内报到
ANSWER: Final = WorkingDays(2)  # 第三级：2 个工作日内反馈
CLOSE: Final = WorkingDays(4)  # 第三级加第四级：4 个工作日内办结

CONCENTRATED_FROM: Final = 3
"""From how many departments on a whistle is a concentrated one 攻坚哨."""

Called = DepartmentCalled | DepartmentCalledUrgently | DepartmentCalledToDanger
"""A call in any tier."""
