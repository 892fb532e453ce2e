"""系统管理和推演: the pages that need every office at once."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from deploy.desk import almanac, directory, health, law, parked, rehearsal, rules
from shared.auth import Role
from shared.frame import Entry, Pages

router: Final = APIRouter()
for one in (rehearsal, health, parked, almanac, directory, rules, law):
    router.routes.extend(one.router.routes)

_ADMINISTRATOR: Final = frozenset({Role.ADMINISTRATOR})
_KEEPERS: Final = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
_OFFICERS: Final = frozenset(Role) - {Role.PARTY}

PAGES: Final = Pages(
    "deploy",
    router,
    Path(__file__).parent,
    (
        Entry(
            "运行状况",
            "/desk/health",
            _ADMINISTRATOR,
            order=80,
            says="各部分是否在岗，还有多少事实没有送出、没有听到",
        ),
        Entry("滞留件", "/desk/parked", _ADMINISTRATOR, order=81, says="查看、更正、重办、作废"),
        Entry("规则簿", "/desk/rules", _KEEPERS, order=82, says="起草、推演、批准、撤回分流规则"),
        Entry(
            "法律服务台",
            "/desk/law",
            _OFFICERS,
            order=79,
            says="找条文和条文上的规则，算期限，问能不能申请，每个答复都写明理由和依据",
        ),
        Entry("工作日历", "/desk/calendar", _OFFICERS, order=83, says="休息日、调休上班日一览"),
        Entry("组织名录", "/desk/directory", _OFFICERS, order=84, says="机构和职责清单"),
    ),
)
"""系统管理和推演, as the application composes it."""
