"""Pages of reconsideration: desks of its handlers, of the head of the body, of respondents."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.reconsideration.pages import (
    approvals,
    blanks,
    file,
    following,
    mine,
    overseeing,
    published,
    responding,
    taking_in,
)
from services.reconsideration.pages.offers import OFFERS
from services.reconsideration.pages.who import BODY
from shared.auth import Role
from shared.frame import Entry, Pages

router: Final = APIRouter(include_in_schema=False)
for one in (
    *(mine, following, file, approvals, responding, taking_in),
    *(blanks, overseeing, published),
):
    router.routes.extend(one.router.routes)

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
            "后续和附带审查",
            "/desk/reconsideration/following",
            BODY,
            order=14,
            says="抄告、公开、意见书、履行监督、附带审查、按责令纠正，先到期的在前",
        ),
        Entry(
            "应诉的复议案",
            "/desk/reconsideration/responding",
            frozenset({Role.DEPARTMENT}),
            order=11,
            says="本单位被申请复议的：答复、举证、转送、报送纠正情况，先到期的在前",
        ),
        Entry(
            "工作报告和检查",
            overseeing.HERE,
            BODY,
            order=15,
            says="向本级政府的工作报告、请示报告重大事项，对下级的检查和整改",
        ),
        Entry(
            "收件",
            taking_in.HERE,
            BODY,
            order=14,
            says="邮寄、当面向本机关提出的申请，登记后接着立卷",
        ),
        Entry(
            "待审批",
            "/desk/reconsideration/approvals",
            frozenset({Role.RECONSIDERATION_HEAD}),
            order=12,
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
    offers=OFFERS,
    begins={"/aftermaths/{case_id}/publication": "/aftermaths/{case_id}/publication"},
)
"""行政复议机构的页面."""
