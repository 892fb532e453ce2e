"""窗口: where a window registers, prints the receipt, sees to its queue and takes ledgers in."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.intake.pages import importing, queue, receipt, register
from shared.auth import Role
from shared.frame import Entry, Pages

_WINDOW: Final = frozenset({Role.WINDOW})

router: Final = APIRouter()
for one in (queue, register, receipt, importing):
    router.routes.extend(one.router.routes)

PAGES: Final = Pages(
    "intake",
    router,
    Path(__file__).parent,
    (
        Entry("窗口办件", "/desk/window", _WINDOW, 10, "今日登记、待回访、退回和期限在走的纠纷"),
        Entry("登记", "/desk/window/register", _WINDOW, 11, "登记一件纠纷，打印回执"),
        Entry("台账导入", "/desk/window/import", _WINDOW, 12, "导入热线、信访等台账，更正退回的行"),
    ),
)
"""窗口的页面, as the office gives them."""
