"""Pages of reconsideration: the desk of its handlers, and that of the head of the body."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.reconsideration.pages import approvals, file, mine, taking_in
from shared.auth import Role
from shared.frame import Entry, Pages

router: Final = APIRouter(include_in_schema=False)
for one in (mine, file, approvals, taking_in):
    router.routes.extend(one.router.routes)

BODY: Final = frozenset({Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD})

PAGES: Final = Pages(
    "reconsideration",
    router,
    Path(__file__).parent,
    (
        Entry(
            "承办的复议案",
            "/desk/reconsideration/mine",
            BODY,
            order=13,
            says="先到期的在前，下一步办什么、还缺什么、为什么",
        ),
        Entry(
            "收件",
            taking_in.HERE,
            BODY,
            order=13,
            says="邮寄、当面向本机关提出的申请，登记后接着立卷",
        ),
        Entry(
            "待审批",
            "/desk/reconsideration/approvals",
            frozenset({Role.RECONSIDERATION_HEAD}),
            order=13,
            says="送审、回避、停止执行、撤回、终止、延长，一件接一件",
        ),
        Entry(
            "承办情况",
            "/desk/reconsideration/reviewers",
            frozenset({Role.RECONSIDERATION_HEAD}),
            order=13,
            says="每名承办人有多少件、本周到期的、逾期的",
        ),
    ),
)
"""行政复议机构的页面."""
